// Runs every case in every engine, with a line each. A case has a name, a page of the site, and a check that throws.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ENGINES, startEngine } from "./engine.mjs";
import { ROOT } from "./site.mjs";

const SECONDS_FOR_A_CASE = 240;
const SECONDS_TO_START = 60;
const SECONDS_TO_END = 5;
const SECONDS_FOR_A_PICTURE = 10;

/**
 * Takes from the command line `[ENGINE|all] [part of a case's name]`, calls `before` before each case, and in the end stops
 * the site and the program.
 */
export async function runMatrix(cases, site, before = () => {}) {
  const [engine = "all", part = ""] = process.argv.slice(2);
  const engines = ENGINES.filter((name) => engine === "all" || engine === name);
  const chosen = cases.filter(({ name }) => name.toLowerCase().includes(part.toLowerCase()));
  if (!engines.length || !chosen.length) {
    console.error(`Engines: all, ${ENGINES.join(", ")}. Cases: ${cases.map(({ name }) => name).join("; ")}.`);
    process.exit(2);
  }
  const failures = [];
  for (const name of engines) failures.push(...(await runCases(name, chosen, site, { before })));
  site.stop();
  if (failures.length) {
    console.error(`\n${failures.length} of ${chosen.length * engines.length} cases failed:\n${failures.join("\n")}`);
  }
  process.exit(failures.length ? 1 : 0);
}

/**
 * Runs the cases in one engine, and gives what failed. A case that takes longer than its `seconds` has failed. The engine may
 * be stuck in it, and so the next case gets another.
 */
export async function runCases(name, cases, site, { before = () => {}, tell = console.log } = {}) {
  const failures = [];
  let engine = await start(name);
  for (const one of cases) {
    const { seconds = SECONDS_FOR_A_CASE } = one;
    const began = Date.now();
    await before();
    const stuck = { failure: `did not end in ${seconds} s`, isStuck: true };
    const { failure, isStuck } = await within(seconds, run(engine, one, site), stuck);
    const time = `${Date.now() - began} ms`.padStart(10);
    tell(`   ${name.padEnd(8)}  ${one.name.padEnd(27)} ${time}  ${failure ? "FAILED" : "ok"}`);
    if (failure) failures.push(`${name}, ${one.name}: ${failure}`);
    if (isStuck) {
      await end(engine);
      engine = await start(name);
    }
  }
  await end(engine);
  return failures;
}

async function start(name) {
  const engine = await within(SECONDS_TO_START, startEngine(name));
  if (!engine) throw new Error(`${name} did not start in ${SECONDS_TO_START} s`);
  return engine;
}

/** One that does not end is left behind. */
const end = (engine) => within(SECONDS_TO_END, engine.close().catch(() => {}));

/** What is promised; or `instead`, once so many seconds have gone. */
async function within(seconds, promise, instead) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, instead);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is wrong, if anything is, with a picture in test-results/; and whether the engine is of no more use. */
async function run(engine, { name, page: path, check }, site) {
  let page;
  let failure;
  try {
    page = await engine.page(`${site.origin}/${path}`);
    await check(page, site);
  } catch (error) {
    failure = error.message;
    const folder = join(ROOT, "test-results");
    mkdirSync(folder, { recursive: true });
    const picture = join(folder, `${engine.name}-${name}.png`.replaceAll(" ", "-"));
    await within(SECONDS_FOR_A_PICTURE, page?.screenshot(picture).catch(() => {}));
  }
  try {
    await page?.close();
  } catch (error) {
    return { failure: failure ?? error.message, isStuck: true };
  }
  return { failure, isStuck: !page };
}
