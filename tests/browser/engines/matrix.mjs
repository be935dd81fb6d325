// Runs every case in every engine, with a line each. A case has a name, a page of the site, and a check that throws.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ENGINES, startEngine } from "./engine.mjs";
import { ROOT } from "./site.mjs";

const SECONDS_FOR_A_CASE = 240;

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
  for (const name of engines) {
    const engine = await startEngine(name);
    for (const one of chosen) {
      const start = Date.now();
      const stuck = setTimeout(giveUp, SECONDS_FOR_A_CASE * 1000, `${name}, ${one.name}: it did not end`);
      await before();
      const failure = await run(engine, one, site);
      clearTimeout(stuck);
      const time = `${Date.now() - start} ms`.padStart(10);
      console.log(`   ${name.padEnd(8)}  ${one.name.padEnd(27)} ${time}  ${failure ? "FAILED" : "ok"}`);
      if (failure) failures.push(`${name}, ${one.name}: ${failure}`);
    }
    await engine.close();
  }
  site.stop();
  if (failures.length) {
    console.error(`\n${failures.length} of ${chosen.length * engines.length} cases failed:\n${failures.join("\n")}`);
  }
  process.exit(failures.length ? 1 : 0);
}

/** A browser that does not answer has nothing more to tell. */
function giveUp(why) {
  console.error(why);
  process.exit(1);
}

/** What is wrong, if anything is; then test-results/ has a picture of it. */
async function run(engine, { name, page: path, check }, site) {
  let page;
  try {
    page = await engine.page(`${site.origin}/${path}`);
    await check(page, site);
    return undefined;
  } catch (error) {
    const folder = join(ROOT, "test-results");
    mkdirSync(folder, { recursive: true });
    await page?.screenshot(join(folder, `${engine.name}-${name}.png`.replaceAll(" ", "-"))).catch(() => {});
    return error.message;
  } finally {
    await page?.close();
  }
}
