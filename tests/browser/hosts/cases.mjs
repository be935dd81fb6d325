// Every way of embedding, and what must hold in each engine. A case is a name, a page of tests/hosts/, and a check, which
// is given the page and the server.
import { waitUntil } from "../engines/engine.mjs";
import { fits, WIDTHS } from "./boxes.mjs";
import { equal, isWhole } from "./campaign.mjs";
import { changesLeaveNothing, leavesNothing } from "./coming-and-going.mjs";
import { staysHidden } from "./hidden.mjs";
import { lastingCampaign } from "./lasting.mjs";
import { differences } from "./look.mjs";
import { ROADS } from "./roads.mjs";

export const CASES = [
  ["script tag", "script-tag", (page) => isWhole(page)],
  ["element", "element", (page) => isWhole(page)],
  ["strict policy", "strict-policy", (page) => isWhole(page)],
  ["Trusted Types required", "trusted-types", (page) => isWhole(page)],
  ["another origin", "other-origin", (page) => isWhole(page)],
  ["another origin, as a module", "other-origin", (page) => isWhole(page), "?type=module"],
  ["Bootstrap 4 and Liferay", "liferay", looksPlain],
  ["hostile sheet", "hostile", looksPlain],
  ["quirks mode", "quirks", looksPlain],
  ["right to left", "right-to-left", looksPlain],
  ["base address", "base-href", (page) => isWhole(page)],
  ["script in the head", "script-in-head", (page) => isWhole(page, { lang: "cy" })],
  ["script deferred", "script-deferred", (page) => isWhole(page)],
  ["script async", "script-async", (page) => isWhole(page)],
  ["script as a module", "module", (page) => isWhole(page)],
  ["script twice", "twice", isOnce],
  ["script in two versions", "two-versions", firstVersionWins],
  ["two portlets", "two-portlets", eachHasItsOwn],
  ["a config that changes", "changing", followsItsConfig],
  ["colours of the page", "element", textReadsOnThem],
  ["1,000 come and go", "many", leavesNothing],
  ["1,000 changes", "many", changesLeaveNothing],
  ["scripts disabled", "scripts-disabled", whatStandsInsideShows],
  ["frame", "iframe", frameIsAsHighAsItsContent],
  ["sandboxed frame", "sandboxed", (page) => isWhole(page, { frame: true })],
  ...Object.entries(WIDTHS).map(([way, widths]) => [
    `boxes, ${way}`,
    "boxes",
    (page) => fits(page, way, widths),
    `?way=${way}&widths=${widths}`,
  ]),
  ...["script", "element", "snippet", "inside"].map((way) => [
    `hidden, ${way}`,
    "hidden",
    staysHidden,
    `?way=${way}&example=standard`,
  ]),
  ...ROADS,
].map(([name, page, check, query = ""]) => ({ name, page: `hosts/${page}.html${query}`, check }));

async function looksPlain(page, site) {
  await isWhole(page);
  const found = await differences(page, async () => {
    await page.goto(`${site.origin}/hosts/element.html`);
    await isWhole(page);
  });
  if (found.length) throw new Error(`${found.length} differences: ${found.slice(0, 12).join("; ")}`);
}

/** What is painted of text on a colour that only the page has set. */
async function textReadsOnThem(page) {
  await isWhole(page);
  const seen = await page.evaluate(() => {
    const host = document.querySelector("campaign-portlet");
    const link = host.shadowRoot.querySelector(".cp-main-link");
    const context = document.createElement("canvas").getContext("2d");
    return ["#ffeb3b", "#41b6e6", "#777", "#4b69ff", "#747474", "#330072", "none"].map((colour) => {
      host.style.setProperty("--campaign-accent", colour === "none" ? "" : colour);
      context.fillStyle = getComputedStyle(link).color;
      context.fillRect(0, 0, 1, 1);
      return `${[...context.getImageData(0, 0, 1, 1).data].slice(0, 3)} on ${colour}`;
    });
  });
  const [black, white] = ["0,0,0", "255,255,255"];
  const expected = [`${black} on #ffeb3b`, `${black} on #41b6e6`, `${black} on #777`, `${black} on #4b69ff`];
  expected.push(`${white} on #747474`, `${white} on #330072`, `${white} on none`);
  equal(seen, expected, "the text on the page's colours");
}

const bundles = (page) => page.evaluate(() => window.witness.inUse().bundles);

async function isOnce(page) {
  await isWhole(page);
  equal(await page.evaluate(() => document.querySelectorAll("campaign-portlet").length), 1, "portlets");
  equal(await bundles(page), 1, "bundles");
}

async function firstVersionWins(page) {
  await isWhole(page, { ready: 2 });
  equal(await bundles(page), 1, "bundles");
  const folders = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".wasm"))
      .map(({ name }) => new URL(name).pathname.split("/")[1]),
  );
  equal(folders, ["other-version"], "the folder of the bundle");
}

const titleOf = (selector) => document.querySelector(selector)?.shadowRoot?.querySelector(".cp-title")?.textContent;

async function eachHasItsOwn(page) {
  await waitUntil(page, "the survey is shown", titleOf, "#survey");
  equal(await page.evaluate(titleOf, "#survey"), "Staff survey 2026 (example)", "the survey's title");
  await isWhole(page, { selector: "#flu", ready: 2 });
  equal(await bundles(page), 1, "bundles");
}

/** The file is mended while the page is open, and then the page names another. */
async function followsItsConfig(page, site) {
  await isWhole(page);
  await site.write("changing.json", { ...lastingCampaign(), title: "A better title" });
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await waitUntil(page, "the new title is shown", () =>
    document.querySelector("campaign-portlet").shadowRoot.querySelector(".cp-title").textContent === "A better title",
  );
  await page.evaluate(() => document.querySelector("campaign-portlet").setAttribute("config", "../examples/standard.json"));
  await waitUntil(page, "the other campaign is shown", (title) =>
    document.querySelector("campaign-portlet").shadowRoot.querySelector(".cp-title")?.textContent === title,
    lastingCampaign().title,
  );
  await isWhole(page, { ready: 3 });
}

async function whatStandsInsideShows(page) {
  const seen = await waitUntil(page, "the frame is there", () => {
    const inside = document.querySelector("iframe").contentDocument;
    const text = inside?.querySelector("#fallback");
    return text && { height: text.getBoundingClientRect().height > 10, isPlain: !text.parentElement.shadowRoot };
  });
  equal(seen, { height: true, isPlain: true }, "what stands inside");
}

async function frameIsAsHighAsItsContent(page) {
  await waitUntil(page, "the frame has the height of its content", () => {
    const frame = document.querySelector("iframe");
    const inner = frame.contentDocument.documentElement.getBoundingClientRect().height;
    return inner > 1000 && Number(frame.height) === Math.ceil(inner);
  });
}
