// How wide the portlet is in the boxes that portals are made of.
import { waitUntil } from "../engines/engine.mjs";
import { equal } from "./campaign.mjs";

/** The widths of the pages that have the boxes in them, by the way in which a portlet gets there. */
export const WIDTHS = {
  script: [1000, 320],
  element: [1000, 320],
  frame: [320], // Each has a bundle of its own.
  snippet: [1000, 320],
  inside: [1000],
  apology: [1000, 320],
};

/** What the portlet asks for where it may, in the size that the person asked for. */
const COMFORTABLE = 26;
/** Browsers give a frame 300 pixels, whatever is in it, in a box of max-content on a narrow screen too. */
const FRAME = 300;
/** Nothing is narrower than half of a narrow screen, less padding and borders. */
const NARROWEST = 140;
/** A box that scrolls does not grow by its scroll bar. */
const SCROLL_BAR = 16;

/** Boxes that give the portlet its width, and how much: all, 200 pixels, or what is left of the row. */
const GIVEN = {
  "block": "all",
  "narrow block": "narrow",
  "float in a narrow block": "narrow",
  "in a flex item, beside a paragraph": "rest",
  "table cell, beside a word": "rest",
  "table cell, beside a paragraph": "rest",
};

/** What is wrong with one box, in words. */
function faultOf({ box, before, width, height, room, beyond }, way, size) {
  const comfortable = way === "frame" ? FRAME : COMFORTABLE * size;
  const is = (least, most = least) => width > least - 1 && width < most + 1;
  if (way === "frame" && box === "max-content") return undefined;
  if (beyond > 0) return `${box} reaches ${beyond} pixels beyond its page of ${room}`;
  if (!(height > 0)) return `${box} is ${height} high`;
  const still = box === "modal dialog" ? SCROLL_BAR : 1;
  if (before != null && Math.abs(before - width) > still) return `${box} was ${before} wide, and then ${width}`;
  if (GIVEN[box] === "all") return is(room) ? undefined : `${box} is ${width} wide in place of ${room}`;
  if (GIVEN[box] === "narrow") return is(200) ? undefined : `${box} is ${width} wide in place of 200`;
  const isFree = GIVEN[box] !== "rest" && room > comfortable * 1.5;
  if (!isFree) return width > NARROWEST ? undefined : `${box} is ${width} wide`;
  // A frame that is itself the item of a row or column takes all of it.
  if (is(comfortable - SCROLL_BAR, way === "frame" ? room : comfortable)) return undefined;
  return `${box} is ${width} wide in place of ${comfortable}`;
}

const measured = (count) => {
  const windows = [...document.querySelectorAll(".frames")].map(({ contentWindow }) => contentWindow);
  return windows.length === count && windows.every(({ measure }) => measure) && windows.map(({ measure }) => measure());
};

/** No box is wrong, in frames of those widths. */
export async function fits(page, way, { length }) {
  const pages = await waitUntil(page, "all boxes are filled", measured, length, { seconds: 60 });
  equal(pages.map((boxes) => boxes.length), Array(length).fill(22), "boxes");
  throwIfAny(pages.flat().map((box) => faultOf(box, way, 16)));
  if (page.devTools && way !== "frame") await fitsLarge(page, way, length);
}

const throwIfAny = (faults) => {
  if (faults.some(Boolean)) throw new Error(faults.filter(Boolean).join("; "));
};

/** Nor with text at 200 %. Words beside it, or a box of so many pixels, may then be too much for a narrow screen. */
async function fitsLarge(page, way, length) {
  const session = await page.devTools();
  await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
  const pages = await page.evaluate(measured, length);
  const boxes = pages.flat().filter(({ box }) => !["rest", "narrow"].includes(GIVEN[box]));
  throwIfAny(boxes.map(({ before, ...box }) => faultOf(box, way, 32)));
}
