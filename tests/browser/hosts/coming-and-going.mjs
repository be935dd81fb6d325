// A thousand portlets that come, move, go and come back leave nothing behind, and neither do a thousand changes of one.
import { waitUntil } from "../engines/engine.mjs";
import { equal } from "./campaign.mjs";

const TIMES = 1000;
/** What Chromium may keep for itself: a collection can leave it the last portlet or two; a leak would be a thousand. */
const SPARE = { bytes: 100_000, nodes: TIMES / 10, listeners: TIMES / 10 };

/** So many times one after the other, with every second one removed before it is ready. */
async function comeAndGo(times) {
  const [here, there] = ["#here", "#there"].map((id) => document.querySelector(id));
  const ready = (portlet) =>
    new Promise((resolve) => portlet.addEventListener("campaign-portlet-ready", resolve, { once: true }));
  for (let time = 0; time < times; time += 1) {
    const portlet = document.createElement("campaign-portlet");
    portlet.setAttribute("config", "../examples/standard.json");
    here.append(portlet);
    if (time % 2) await ready(portlet);
    there.append(portlet);
    portlet.remove();
    await undefined; // Now it has stopped.
    here.append(portlet);
    await ready(portlet);
    portlet.remove();
    await undefined;
  }
  window.witness.heard.length = 0; // What it remembers would count as well.
}

export async function leavesNothing(page) {
  const inUse = () => page.evaluate(() => window.witness.inUse());
  await page.evaluate(comeAndGo, 100);
  const heap = page.devTools && (await heapOf(page));
  const [before, heapBefore] = [await inUse(), await heap?.()];
  await page.evaluate(comeAndGo, TIMES);
  await waitUntil(page, "the timers are gone", (count) => window.witness.inUse().timers <= count, before.timers);
  equal(await inUse(), before, "in use");
  equal(await page.evaluate(() => window.witness.faults), [], "what went wrong");
  if (!heap) return;
  // An animation that has not ended keeps its bar: those of the last portlets grow for 400 ms.
  await page.evaluate(() => document.body.animate([], 500).finished);
  const heapAfter = await heap();
  for (const [kind, count] of Object.entries(heapAfter)) {
    const most = heapBefore[kind] + SPARE[kind];
    if (count > most) throw new Error(`the heap: ${count} ${kind}, at most ${most} are right`);
  }
}

/** A portlet that stays while its view changes again and again: a page may be open for a month. */
export async function changesLeaveNothing(page) {
  const changed = (times) =>
    page.evaluate(async (times) => {
      const portlet = document.createElement("campaign-portlet");
      portlet.setAttribute("config", "../examples/bilingual.json");
      const ready = new Promise((resolve) => portlet.addEventListener("campaign-portlet-ready", resolve, { once: true }));
      document.querySelector("#here").append(portlet);
      await ready;
      const level = () => portlet.shadowRoot.querySelector("h2, h3, h4").localName;
      for (let time = 0; time < times; time += 1) {
        portlet.setAttribute("heading-level", 3 + (time % 2));
        portlet.setAttribute("lang", time % 2 ? "cy" : "en");
        await new Promise((resolve) => setTimeout(resolve));
        if (level() !== `h${3 + (time % 2)}`) throw new Error(`after ${time} changes the heading is a ${level()}`);
      }
      portlet.remove();
      return window.witness.inUse().memory;
    }, times);
  const before = await changed(200);
  equal(await changed(TIMES), before, "bytes of memory");
}

/** What Chromium holds once it has thrown away what nobody needs. */
async function heapOf(page) {
  const session = await page.devTools();
  await session.send("Performance.enable");
  return async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const value = (name) => metrics.find((metric) => metric.name === name).value;
    return { bytes: value("JSHeapUsedSize"), nodes: value("Nodes"), listeners: value("JSEventListeners") };
  };
}
