// The two campaigns that are compared: the standard fixture, and one as large as they come, made of the same groups and
// places.
import { readFileSync } from "node:fs";

const DAY = 86_400_000;

/** The fixture is in the middle of its campaign on this Monday. */
const FIXTURE_MONDAY = Date.UTC(2026, 10, 23);

const LARGE = { charts: 4, groups: 50, places: 2000, sessions: 4 };

/** Both configs, as they would be at `now`. */
export function configs(now) {
  const fixture = JSON.parse(readFileSync(new URL("../fixtures/valid/standard.json", import.meta.url), "utf8"));
  const week = monday(now);
  const standard = moved(fixture, week - FIXTURE_MONDAY);
  const { uptake, locations } = standard;
  const [{ groups, ...chart }] = uptake.charts;

  const copy = (list, index, number) => {
    const model = list[index % list.length];
    return { ...model, name: `${model.name}, ${number}` };
  };
  const chartOf = (index) => ({
    ...chart,
    title: `Division ${index + 1}`,
    groups: repeat(LARGE.groups, (group) => copy(groups, group, `team ${group + 1}`)),
  });
  // Spread over three weeks, from the next one on.
  const session = (place, index) => ({
    date: day(week + (7 + ((place + 5 * index) % 21)) * DAY),
    opens: "18:00",
    closes: "22:00",
    details: "Evening walkabout",
  });
  const place = (index) => ({
    ...copy(locations.places, index, `site ${index + 1}`),
    sessions: repeat(LARGE.sessions, (number) => session(index, number)),
  });
  const large = {
    ...standard,
    uptake: { ...uptake, charts: repeat(LARGE.charts, chartOf) },
    locations: { ...locations, places: repeat(LARGE.places, place) },
  };
  return { standard, large };
}

/** "9 groups, 12 places". */
export function size({ uptake, locations }) {
  const groups = uptake.charts.reduce((sum, chart) => sum + chart.groups.length, 0);
  return `${groups} groups, ${locations.places.length.toLocaleString("en")} places`;
}

/** `json` with every date in it moved by whole weeks, so that the campaign runs whenever this does. */
function moved(json, by) {
  if (typeof json === "string") return json.replace(/^\d{4}-\d{2}-\d{2}/, (date) => day(Date.parse(date) + by));
  if (typeof json !== "object") return json;
  if (Array.isArray(json)) return json.map((entry) => moved(entry, by));
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, moved(value, by)]));
}

/** The start of the week of `now`. */
function monday(now) {
  const weekday = (new Date(now).getUTCDay() + 6) % 7;
  return (Math.floor(now / DAY) - weekday) * DAY;
}

const day = (time) => new Date(time).toISOString().slice(0, 10);

const repeat = (length, make) => Array.from({ length }, (_, index) => make(index));
