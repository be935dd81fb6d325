// Every road on which portals bring a script to a page: the portlet shows, or the console says what is missing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { waitUntil } from "../engines/engine.mjs";
import { ROOT } from "../engines/site.mjs";
import { equal, isWhole } from "./campaign.mjs";

const LEADING = [
  "jquery",
  "jquery-element",
  "other-name",
  "other-name-module",
  "import",
  "import-other-name",
  "joined",
  "tag-manager-element",
  "clobbered",
  "attributes-after",
  "attributes-much-later",
];

export const ROADS = [
  ...LEADING.map((road) => [`road: ${road}`, "roads", isWholeAndOnce, `?road=${road}`]),
  ["road: shadow tree", "roads", saysWhatIsMissing, "?road=shadow"],
  ["road: closed shadow tree", "roads", saysNothing, "?road=shadow-closed"],
  ["road: tag manager without element", "roads", saysWhatIsMissing, "?road=tag-manager"],
  ["road: joined, without its files", "roads", saysWhereTheFilesShouldBe, "?road=joined-elsewhere"],
  ["road: beside a broken script", "roads", showsBesideABrokenOne, "?road=broken-neighbour"],
];

/** The script under another name, and behind another one in the same file: beside the wasm, and elsewhere. */
export async function writeRoads(site) {
  const script = readFileSync(join(ROOT, "dist/campaign-portlet.js"), "utf8");
  const joined = `window.other = "Another script";\n${script}`;
  await site.write("renamed.js", script);
  await site.write("joined.js", joined);
  await site.write("hosts/joined.js", joined);
}

async function isWholeAndOnce(page) {
  await isWhole(page);
  equal(await page.evaluate(() => document.querySelectorAll("campaign-portlet").length), 1, "portlets");
}

/** Nobody can see into it, but the portlet tells that it is ready. */
async function saysNothing(page) {
  await waitUntil(page, "the portlet is ready", () => window.witness.heard.length);
  equal(await page.evaluate(() => [window.witness.faults, window.warned]), [[], []], "what went wrong");
}

async function saysWhatIsMissing(page) {
  const [warning] = await waitUntil(page, "the console says something", () => window.warned.length && window.warned);
  if (!/no script tag outside of shadow trees has data-config/.test(warning)) throw new Error(`the console says “${warning}”`);
}

async function saysWhereTheFilesShouldBe(page) {
  const [{ name, problems }] = await waitUntil(page, "an error is told", () => window.witness.heard.length && window.witness.heard);
  const [{ message }] = problems;
  equal(name, "error", "the event");
  if (!/stand beside .*\/hosts\/joined\.js/.test(message)) throw new Error(`the page is told “${message}”`);
}

async function showsBesideABrokenOne(page) {
  await waitUntil(page, "the portlet is shown", () =>
    document.querySelector("campaign-portlet")?.shadowRoot?.querySelector(".cp-title"),
  );
}
