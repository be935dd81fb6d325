// Hidden means hidden: what a page does to a part of it holds for the portlet in it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitUntil } from "../engines/engine.mjs";
import { equal } from "./campaign.mjs";

const ALL = "seen clicked focused";

const STATES = {
  open: ALL,
  closed: "",
  veiled: "seen focused",
  inert: "seen",
  transparent: "clicked focused",
  skipped: "",
  hidden: "",
  "until-found": "",
  area: ALL,
};

const nothingBut = (id) => Object.fromEntries(Object.keys(STATES).map((name) => [name, name === id ? ALL : ""]));

/** Whether a part of the page paints something: it does where the page looks different without it. */
async function paints(page, id) {
  await page.evaluate((id) => {
    for (const part of document.querySelector("main").children) part.classList.toggle("alone", part.id === id);
  }, id);
  const before = await picture(page);
  await page.evaluate((id) => document.querySelector(`#${id}`).replaceChildren(), id);
  return !before.equals(await picture(page));
}

async function picture(page) {
  const folder = mkdtempSync(join(tmpdir(), "hidden-"));
  const file = join(folder, "page.png");
  try {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.screenshot(file);
    return readFileSync(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function staysHidden(page) {
  await waitUntil(page, "the portlets are there", () => Boolean(window.states), undefined, { seconds: 30 });
  equal(await page.evaluate(() => window.states()), STATES, "what can be done with them");
  const untilFound = await page.evaluate(() => {
    const style = getComputedStyle(window.portlets["until-found"]);
    const { height } = document.querySelector("#until-found").getBoundingClientRect();
    return [style.display, style.contentVisibility, height];
  });
  equal(untilFound, ["block", "hidden", 0], "hidden until found");
  await page.evaluate(() => document.documentElement.classList.add("only-area"));
  equal(await page.evaluate(() => window.states()), nothingBut("area"), "where only one part is shown");
  await page.evaluate(() => document.documentElement.classList.remove("only-area"));
  if (page.devTools) await printsOnly(page, "area");
  const painted = {};
  for (const id of ["open", "closed"]) painted[id] = await paints(page, id);
  equal(painted, { open: true, closed: false }, "what is painted");
  if (page.devTools) await isFound(page);
  equal(await page.evaluate(() => window.witness.faults), [], "what went wrong");
}

/** A link to words that stand in it shows what is hidden until found, as the browser's own search does. */
async function isFound(page) {
  const address = await page.evaluate(() => {
    document.querySelector("main").replaceChildren(document.querySelector("#until-found"));
    return location.href;
  });
  await page.goto(`${address}#:~:text=Where%20to%20go`);
  await waitUntil(page, "what was hidden is found", () => {
    const { height } = document.querySelector("#until-found").getBoundingClientRect();
    return height > 700 && !window.portlets["until-found"].hidden;
  });
}

async function printsOnly(page, id) {
  const session = await page.devTools();
  const medium = (media) => session.send("Emulation.setEmulatedMedia", { media });
  await medium("print");
  equal(await page.evaluate(() => window.states()), nothingBut(id), "what is printed");
  await medium("");
}
