// node run.mjs [engine…]: every fault of every file, in each engine; a line for each.
import { ENGINES, startEngine, waitUntil } from "../browser/engines/engine.mjs";
import { FAULTS, scriptRuns, TARGETS, toldOf } from "./faults.mjs";
import { startFaults } from "./server.mjs";

/** Longer than the portlet waits for the bundle. */
const SECONDS = 60;
const SORRY = "We cannot show this campaign just now.";

const asked = process.argv.slice(2);
const engines = asked.length ? asked : ENGINES;
const slow = Object.values(FAULTS).filter(({ slow }) => slow).length;
const failures = [];

/** What is wrong with what staff see, and with what the page is told, while the fault lasts. */
function faultsOf(target, fault, { told, portlets, stays }) {
  // A script that does not come, or is another, does nothing, and cannot say so.
  if (target === "script" && !scriptRuns(fault)) {
    const wrong = stays ? [] : ["what stands inside the element does not stay"];
    const runs = told.some(({ name }) => name !== "thrown") || portlets.some(({ isAttached }) => isAttached);
    if (runs) wrong.push("it runs all the same");
    return wrong;
  }
  const expected = toldOf(target, fault);
  const wrong = told.filter(({ name }) => name === "thrown").map(({ text }) => `threw ${text}`);
  const texts = told.map(({ text }) => text).join("\n");
  if (expected && !expected.test(texts)) wrong.push(`told “${texts}”`);
  if (!expected && texts.trim()) wrong.push(`told “${texts}” of what does no harm`);
  const [inside, empty] = portlets;
  if (!expected || target === "csv") {
    if (portlets.some(({ timers }) => timers !== 1)) wrong.push("the rest of the campaign is not shown");
  } else {
    if (!stays || inside.text.trim()) wrong.push("what stands inside the element does not stay");
    if (!empty.text.includes(SORRY)) wrong.push("nothing says that the campaign cannot be shown");
  }
  return wrong;
}

async function runTarget(engine, [origin, ...others], target) {
  const start = Date.now();
  const places = {};
  const page = await engine.page(`${origin}/x/x/all.html`);
  try {
    for (const [name, { slow }] of Object.entries(FAULTS)) {
      const place = `/${target}/${encodeURIComponent(name)}/`;
      places[`${(slow && others.shift()) || origin}${place}`] = name;
    }
    await page.evaluate((addresses) => frames(addresses), Object.keys(places));
    const count = Object.keys(places).length;
    const isMute = target === "script";
    const placesWhere = (test) => Object.keys(FAULTS).filter((name) => test(FAULTS[name])).map((name) => `/${target}/${name}/`);
    // Each of the two portlets of a page has told something. Without its script it cannot: then the page has loaded, unless
    // it waits for the script.
    const speaking = placesWhere((fault) => !isMute || scriptRuns(fault));
    const loading = placesWhere(({ slow }) => !slow);
    // A CSV file that is slow holds nothing else back: each portlet tells of that first.
    const twice = target === "csv" ? placesWhere(({ slow }) => slow) : [];
    const settled = ({ count, speaking, loading, twice }) => {
      const isSettled = ({ place, told, isLoaded }) =>
        speaking.includes(place) ? told.length > (twice.includes(place) ? 3 : 1) : isLoaded || !loading.includes(place);
      return Object.values(seen).length === count && Object.values(seen).every(isSettled) && seen;
    };
    const what = { count, speaking, loading, twice };
    const during = await waitUntil(page, "each has told something", settled, what, { seconds: SECONDS });
    if (!isMute) await page.evaluate(() => mend());
    const whole = (count) => {
      const mended = Object.values(seen).filter(({ portlets }) => portlets.every(({ timers, rows }) => timers === 1 && rows === 3));
      return mended.length >= count;
    };
    const isLeftAlone = ({ isPatient }) => isPatient && ["config", "csv"].includes(target);
    const recovering = Object.values(FAULTS).filter((fault) => !isLeftAlone(fault)).length;
    const recovered =
      isMute || (await waitUntil(page, "each has recovered", whole, recovering, { seconds: 20 }).catch(() => false));
    const after = await page.evaluate(() => seen);
    const isWhole = (place) => after[place].portlets.every(({ timers, rows }) => timers === 1 && rows === 3);
    for (const [name, fault] of Object.entries(FAULTS)) {
      const place = `/${target}/${name}/`;
      const wrong = faultsOf(target, fault, during[place]);
      if (isLeftAlone(fault)) {
        if (isWhole(place)) wrong.push("it asks a server that wants to be left alone");
      } else if (!recovered && !isWhole(place)) {
        wrong.push("it does not recover when the fault ends");
      }
      const ended = `${engine.name}  ${target}: ${name}`;
      console.log(wrong.length ? `✗ ${ended}: ${wrong.join("; ")}` : `✓ ${ended}`);
      if (wrong.length) failures.push(ended);
    }
  } finally {
    await page.close();
  }
  console.log(`  ${engine.name}  ${target}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}

async function runEngine(name) {
  const server = await startFaults(1 + slow);
  const engine = await startEngine(name);
  try {
    for (const target of TARGETS) await runTarget(engine, server.origins, target);
  } finally {
    await engine.close();
    server.stop();
  }
}

// Side by side: most of the time they wait for what does not come.
await Promise.all(engines.map(runEngine));
if (failures.length) {
  console.error(`\n${failures.length} failed`);
  process.exitCode = 1;
}
