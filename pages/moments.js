// The moment at which the page shows a campaign. An example lives in its own week: after that it would only say that it has ended.
"use strict";

const DeviceDate = Date;
const DAY = 86_400_000;

/** By how many milliseconds this page's clock is ahead of the device's. */
let clockAhead = 0;

// The portlet asks for the time at each tick.
globalThis.Date = class Date extends DeviceDate {
  constructor(...parts) {
    super(...(parts.length ? parts : [Date.now()]));
  }
  static now() {
    return DeviceDate.now() + clockAhead;
  }
};

// It would take a clock that is that far off for a wrong one, and believe the server's.
const { fetch: fetchOfPage } = window;
window.fetch = async (...request) => {
  const response = await fetchOfPage(...request);
  if (!clockAhead) return response;
  const headers = new Headers([...response.headers].filter(([name]) => name !== "date"));
  return Object.defineProperty(response, "headers", { value: headers });
};

/** What `make` gives with the device's own time. */
const asOfToday = (make) => {
  const ahead = clockAhead;
  clockAhead = 0;
  try {
    return make();
  } finally {
    clockAhead = ahead;
  }
};

/** What a clock on the wall of that zone shows, as if it were UTC. */
const wallClock = (instant, timeZone) => {
  const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };
  const parts = new Intl.DateTimeFormat("en", { ...fields, timeZone, hourCycle: "h23" }).formatToParts(instant);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  return DeviceDate.UTC(year, month - 1, day, hour, minute, second);
};

/** The instant of a time in a config: on the clock of its zone, unless it has an offset. A bare date is its first moment. */
const instantOf = (text, timeZone) => {
  const [, date, time = "T00:00", offset, minutes = "00"] = /^(.{10})(T[\d:.]+)?(Z|[+-]\d\d)?:?(\d\d)?$/i.exec(text);
  if (offset) return DeviceDate.parse(`${date}${time}${offset.length > 1 ? `${offset}:${minutes}` : "Z"}`);
  const wall = DeviceDate.parse(`${date}${time}Z`);
  // Near a change of the clocks the first guess has the offset before it: the second has that of the time itself.
  return [1, 2].reduce((guess) => wall - (wallClock(guess, timeZone) - guess), wall);
};

/** The moments that the countdown of that config has. */
const MOMENTS = {
  before: ({ starts }, timeZone) => instantOf(starts, timeZone) - DAY,
  "last-minute": (countdown, timeZone) => MOMENTS.end(countdown, timeZone) - 60_000,
  after: (countdown, timeZone) => MOMENTS.end(countdown, timeZone) + DAY,
  // The last day of a bare date belongs to the campaign.
  end: ({ ends }, timeZone) => instantOf(ends, timeZone) + (ends.length === 10 ? DAY : 0),
};

/** The moment of that name in the text of a config; not a number where its countdown does not say. */
const momentIn = (text, name) => {
  try {
    const { countdown, timeZone = "Europe/London" } = JSON.parse(text);
    return MOMENTS[name](countdown, timeZone);
  } catch {
    return NaN;
  }
};

/** "Monday 23 November 2026, 10am" */
const inWords = (instant) => {
  const fields = { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit", hourCycle: "h12" };
  const parts = new Intl.DateTimeFormat("en-GB", { ...fields, timeZone: "Europe/London" }).formatToParts(instant);
  const { weekday, day, month, year, hour, minute, dayPeriod } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${weekday} ${day} ${month} ${year}, ${hour}${minute === "00" ? "" : `:${minute}`}${dayPeriod.toLowerCase()}`;
};
