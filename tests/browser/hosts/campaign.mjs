// The campaign that the host pages show in all engines, and whether a page shows it as it should, at any time of any day.
import { isDeepStrictEqual } from "node:util";
import { waitUntil } from "../engines/engine.mjs";
import { lastingCampaign } from "./lasting.mjs";

const { title, locations, uptake } = lastingCampaign();
const WHOLE = {
  title,
  digits: 4,
  rows: uptake.charts.flatMap(({ groups }) => groups).length,
  // The others come at a press.
  places: Math.min(3, locations.places.length),
  lang: "en-GB",
  direction: "ltr",
};

const PAUSE = ["Pause countdown", "Resume countdown"];

/** What a page shows of the campaign; nothing before it is there. */
function shown(selector) {
  const shadow = document.querySelector(selector)?.shadowRoot;
  const frame = shadow?.querySelector(".cp-portlet");
  if (!frame) return undefined;
  const all = (part) => [...shadow.querySelectorAll(`[part=${part}]`)];
  const { width, height } = frame.getBoundingClientRect();
  return {
    title: shadow.querySelector(".cp-title").textContent,
    digits: all("digits").length,
    rows: all("row").length,
    places: all("place").length,
    lang: frame.lang,
    direction: getComputedStyle(frame).direction,
    bars: [...shadow.querySelectorAll(".cp-fill")].filter((fill) => fill.offsetWidth > 1).length,
    isLarge: width > 200 && height > 700,
  };
}

function digits(selector) {
  const { shadowRoot } = document.querySelector(selector);
  return [...shadowRoot.querySelectorAll("[part=digits]")].map((one) => one.textContent).join(" ");
}

/** Searches, opens what can be opened, and pauses; gives what is then there. */
async function use(selector) {
  const { shadowRoot } = document.querySelector(selector);
  const inTime = () => new Promise((resolve) => setTimeout(resolve));
  const search = shadowRoot.querySelector("input[type=search]");
  search.value = "eastfield";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  await inTime();
  const found = shadowRoot.querySelectorAll("[part=place]").length;
  search.value = "";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  await inTime();
  const details = shadowRoot.querySelector("details");
  const closed = details.getBoundingClientRect().height;
  details.querySelector("summary").click();
  await inTime();
  const opened = details.getBoundingClientRect().height;
  const pause = shadowRoot.querySelector("[part=pause]");
  const before = pause.textContent;
  pause.click();
  await inTime();
  const after = pause.textContent;
  pause.click();
  return { found, unfolds: opened > closed + 10, before, after };
}

/** The whole campaign is there, it runs and can be used, and nothing went wrong. */
export async function isWhole(page, { selector = "campaign-portlet", frame = false, ready = 1, ...other } = {}) {
  const ask = (run) => (frame ? page.inFrame(run, selector) : page.evaluate(run, selector));
  const { bars, isLarge, ...seen } = await waitUntil(page, "the portlet is shown", shown, selector, { frame });
  equal(seen, { ...WHOLE, ...other }, "what is shown");
  equal({ bars: bars > 0, isLarge }, { bars: true, isLarge: true }, "the size");
  const first = await ask(digits);
  await waitUntil(
    page,
    "the countdown has moved",
    ([selector, first]) => {
      const digits = document.querySelector(selector).shadowRoot.querySelectorAll("[part=digits]");
      return [...digits].map((one) => one.textContent).join(" ") !== first;
    },
    [selector, first],
    { frame, seconds: 3 },
  );
  const [before, after] = other.lang === "cy" ? ["Oedi’r cyfrif i lawr", "Ailddechrau’r cyfrif i lawr"] : PAUSE;
  equal(await ask(use), { found: 1, unfolds: true, before, after }, "what can be used");
  const { faults, refused, heard } = await ask(() => window.witness);
  equal({ faults, refused }, { faults: [], refused: [] }, "what went wrong");
  equal(heard, Array(ready).fill({ name: "ready", problems: [] }), "the events");
}

export function equal(seen, expected, what) {
  if (isDeepStrictEqual(seen, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(seen)} in place of ${JSON.stringify(expected)}`);
}
