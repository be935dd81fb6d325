// A browser that has one font. Where lines break is up to the font, and with it the height of all that is measured: so a
// test that measures names the font, and the machine's others do not count.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../../target/fonts/", import.meta.url));

/** Where each is: xtask/src/fonts.rs installs them, and says. And how wide its "m" is in em, by which it is known. */
export const FONTS = {
  "Liberation Sans": {
    variable: "LIBERATION_SANS",
    debian: "/usr/share/fonts/truetype/liberation",
    faces: ["LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic", "LiberationSans-BoldItalic"],
    m: 0.833,
  },
  "DejaVu Sans": {
    variable: "DEJAVU_SANS",
    debian: "/usr/share/fonts/truetype/dejavu",
    faces: ["DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique"],
    m: 0.974,
  },
};

/** The environment of a browser that has no other font than this. */
export function withFont(family) {
  const { variable, debian, faces } = FONTS[family];
  const folder = process.env[variable] || debian;
  if (!existsSync(folder)) throw new Error(`${family} is not in ${folder}: cargo xtask tools installs it`);
  const file = join(FOLDER, `${family}.conf`);
  const globs = faces.map((face) => `<glob>*/${face}.ttf</glob>`).join("");
  const text = [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    `<fontconfig><dir>${folder}</dir><cachedir>${join(FOLDER, "cache")}</cachedir>`,
    // The folder may have others of the same make.
    `<selectfont><rejectfont><glob>*</glob></rejectfont><acceptfont>${globs}</acceptfont></selectfont>`,
    `<alias binding="same"><family>Arial</family><accept><family>${family}</family></accept></alias>`,
    "</fontconfig>\n",
  ].join("\n");
  // Others may be reading it.
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  return { ...process.env, FONTCONFIG_FILE: file };
}
