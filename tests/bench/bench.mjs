// `cargo xtask bench` runs this: `node bench.mjs ORIGIN DIR`, where the server at ORIGIN has dist/ and DIR. It measures both
// configs in Chromium, and the same places in JSON and in CSV; prints tables, and fails where a goal is missed.
import { chromium } from "@playwright/test";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import playwright from "../browser/playwright.config.mjs";
import { configs, size } from "./configs.mjs";
import { compare, files } from "./files.mjs";
import { atRest, median, withPage } from "./page.mjs";

const [origin, dir] = process.argv.slice(2);

/** Pages for each time to complete. */
const PAGES = 9;

/** So many times what the standard config takes may the large one take. */
const GOALS = [
  { name: "time to complete", of: "complete", most: 3 },
  { name: "CPU per tick", of: "tick", most: 2 },
];

/** On a phone the sections follow each other, on a desktop they stand side by side. */
const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const COLUMNS = {
  screen: ({ screen }) => screen,
  config: ({ config, size }) => `${config}: ${size}`,
  "brotli bytes": ({ bytes }) => bytes.toLocaleString("en"),
  "time to complete": ({ complete }) => `${complete.toFixed(0)} ms`,
  "CPU per tick": ({ tick }) => `${tick.toFixed(2)} ms`,
  "DOM changes per tick": ({ changes }) => changes.toFixed(2),
  "JS heap": ({ heap }) => megabytes(heap),
  "wasm memory": ({ wasm }) => megabytes(wasm),
};

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

const cases = prepare();
const browser = await chromium.launch(playwright.projects[0].use.launchOptions);
await measure();
printTable();
if (!printGoals()) process.exitCode = 1;
if (!(await compare(browser, SCREENS.desktop, origin))) process.exitCode = 1;
await browser.close();

/** Writes the configs to where the server finds them; gives what is to be measured. */
function prepare() {
  const weigh = (bytes) => brotliCompressSync(bytes).length;
  const files = readdirSync("dist").filter((file) => /^campaign-portlet.*\.(js|wasm)$/.test(file));
  const bundle = files.reduce((sum, file) => sum + weigh(readFileSync(`dist/${file}`)), 0);
  for (const [name, text] of Object.entries(files(Date.now()))) writeFileSync(`${dir}/${name}`, text);
  const kinds = Object.entries(configs(Date.now())).map(([config, json]) => {
    const text = JSON.stringify(json);
    writeFileSync(`${dir}/${config}.json`, text);
    return { config, size: size(json), bytes: bundle + weigh(text) };
  });
  return Object.keys(SCREENS).flatMap((screen) => kinds.map((kind) => ({ ...kind, screen, completes: [] })));
}

async function measure() {
  const open = ({ screen, config }, look) =>
    withPage(browser, SCREENS[screen], `${origin}/embed.html?config=${config}.json`, look);
  // In turn, so that whatever else the machine does falls on all of them. The first round only warms the browser up.
  for (let round = 0; round <= PAGES; round += 1) {
    for (const each of cases) {
      const complete = await open(each, ({ complete }) => complete);
      if (round > 0) each.completes.push(complete);
    }
  }
  for (const each of cases) {
    each.complete = median(each.completes);
    Object.assign(each, await open(each, atRest));
  }
}

function printTable() {
  const rows = cases.map((each) => Object.values(COLUMNS).map((show) => show(each)));
  const lines = [Object.keys(COLUMNS), ...rows];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) console.log(`   ${line.map((cell, column) => cell.padEnd(widths[column])).join("  ")}`);
}

/** Gives whether all are met. */
function printGoals() {
  const outcomes = Object.keys(SCREENS).flatMap((screen) => {
    const [standard, large] = cases.filter((each) => each.screen === screen);
    return GOALS.map(({ name, of, most }) => {
      const ratio = large[of] / standard[of];
      const met = ratio <= most;
      console.log(`   ${met ? "met" : "MISSED"}: ${screen}, ${name}: ${ratio.toFixed(2)} times, at most ${most} times`);
      return met;
    });
  });
  return outcomes.every(Boolean);
}
