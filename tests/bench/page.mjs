// One page with one portlet: when it is complete, what each second costs, and what it holds.

/** The seconds that are measured; the page is at rest before them. */
const TICKS = 24;
const REST = 2000;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Opens `url` in a context that has kept nothing, and gives the page to `look`. With "threadTicks", times are the main thread's
 * own: what other programs take does not count.
 */
export async function withPage(browser, viewport, url, look, timeDomain = "timeTicks") {
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // Called any later, durations read about nought.
  await session.send("Performance.enable", { timeDomain });
  await page.addInitScript(watch);
  await page.goto(url);
  const complete = await page.evaluate(() => window.complete);
  const seen = await look({ page, session, complete });
  await context.close();
  return seen;
}

/** Runs in the page before anything else does. */
function watch() {
  // WebAssembly's memory is not in the browser's own figure.
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    window.memory = Object.values(made.instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return made;
  };
  window.complete = new Promise((resolve) => {
    document.addEventListener("campaign-portlet-ready", () => {
      requestAnimationFrame(() => {
        // The frame is painted before the next task.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
  });
}

/** What a second costs, and what the page then holds. */
export async function atRest({ page, session }) {
  const metric = async (name) => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === name).value;
  };
  await sleep(REST);
  await page.evaluate(() => {
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    window.changes = 0;
    const observer = new MutationObserver((records) => (window.changes += records.length));
    observer.observe(document.querySelector("campaign-portlet").shadowRoot, everything);
  });
  const ticks = [];
  for (let [tick, before] = [0, 0]; tick <= TICKS; tick += 1) {
    // Half-way between two ticks, which come on whole seconds.
    await sleep(1000 - ((Date.now() + 500) % 1000));
    // Chromium's figure for scripts leaves out promise jobs, that for tasks has them.
    const tasks = await metric("TaskDuration");
    if (tick > 0) ticks.push((tasks - before) * 1000);
    before = tasks;
  }
  const changes = await page.evaluate(() => window.changes);
  await session.send("HeapProfiler.collectGarbage");
  const heap = await metric("JSHeapUsedSize");
  const wasm = await page.evaluate(() => window.memory.buffer.byteLength);
  return { tick: median(ticks), changes: changes / TICKS, heap, wasm };
}
