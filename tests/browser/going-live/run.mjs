// `cargo xtask test` runs this: snippets go live in every engine, with each of two fonts as the only one, and nothing is
// higher or lower than it was. node run.mjs [engine|all] [font]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ENGINES, startEngine, waitUntil } from "../engines/engine.mjs";
import { FONTS, withFont } from "../engines/fonts.mjs";
import { ROOT, startSite } from "../engines/site.mjs";
import { campaigns, MOMENTS } from "./campaigns.mjs";
import { boxes, goLive, isLive, place, widthOfM } from "./look.mjs";

const WIDTHS = [320, 420, 1200];
/** Engines round a line's height to a 64th of a pixel. */
const TOLERANCE = 0.1;

const [engine = "all", font = ""] = process.argv.slice(2);
const all = campaigns();
const names = all.map(({ name }) => name);
const site = await startSite("going-live", "dist", "tests");
const built = (start, end) => readdirSync(join(ROOT, "dist")).find((file) => file.startsWith(start) && file.endsWith(end));
const maker = `glue=${built("snippet-", ".js")}&wasm=${built("snippet-", ".wasm")}`;
for (const { name, config } of all) await site.write(`going-live/${name}.json`, config);
for (const file of readdirSync(join(ROOT, "tests/fixtures/valid")).filter((file) => file.endsWith(".csv"))) {
  await site.write(`going-live/${file}`, readFileSync(join(ROOT, "tests/fixtures/valid", file), "utf8"));
}

/** What has moved, a line for each campaign and width. */
function moved(before, after) {
  return Object.entries(before).flatMap(([name, was]) => {
    const is = after[name];
    const places = new Set([...Object.keys(was), ...Object.keys(is)]);
    const far = (place) => {
      const [a, b] = [[was[place] ?? NaN].flat(), [is[place] ?? NaN].flat()];
      return !a.every((number, index) => Math.abs(number - b[index]) <= TOLERANCE);
    };
    const wrong = [...places].filter(far).map((place) => `${place}: ${JSON.stringify(was[place])} → ${JSON.stringify(is[place])}`);
    return wrong.length ? [`${name}: ${wrong.slice(0, 3).join("; ")}`] : [];
  });
}

const failures = [];

async function run(engineName, family) {
  const start = Date.now();
  const browser = await startEngine(engineName, withFont(family));
  const wrong = [];
  let count = 0;
  try {
    // What is said is the same in all engines, and only how it is laid out is not.
    for (const at of engineName === "chromium" ? MOMENTS : MOMENTS.slice(0, 1)) {
      const page = await browser.page(`${site.origin}/browser/going-live/page.html?at=${at}&${maker}`);
      const m = await page.evaluate(widthOfM);
      if (Math.abs(m - FONTS[family].m) > 0.01) wrong.push(`the font is not ${family}: its m is ${m} em wide`);
      await page.evaluate(place, { names, widths: WIDTHS });
      const before = await page.evaluate(boxes);
      count += Object.keys(before).length;
      await page.evaluate(goLive);
      await waitUntil(page, "all are live", isLive, undefined, { seconds: 120 });
      wrong.push(...moved(before, await page.evaluate(boxes)).map((line) => `${at}, ${line}`));
      // Some hours are there for their width alone, and odd enough for a warning.
      const told = await page.evaluate(() =>
        problems.filter(({ severity }) => severity === "error").map(({ path, message }) => `${path}: ${message}`),
      );
      wrong.push(...new Set(told));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  const time = `${Date.now() - start} ms`.padStart(10);
  console.log(`   ${engineName.padEnd(8)}  ${family.padEnd(16)} ${count} snippets ${time}  ${wrong.length ? "FAILED" : "ok"}`);
  failures.push(...wrong.map((line) => `${engineName}, ${family}, ${line}`));
}

for (const family of Object.keys(FONTS).filter((name) => name.includes(font))) {
  // Side by side: each waits for its browser most of the time.
  await Promise.all(ENGINES.filter((name) => engine === "all" || engine === name).map((name) => run(name, family)));
}
site.stop();
if (failures.length) console.error(`\n${failures.length} moved:\n${failures.join("\n")}`);
process.exit(failures.length ? 1 : 0);
