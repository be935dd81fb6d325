// What goes live: the examples in both languages, and campaigns in which the live words and the snippet's differ as much
// as they can. Each is looked at in different moments of its life.
import { readFileSync, readdirSync } from "node:fs";

const FIXTURES = new URL("../../fixtures/valid/", import.meta.url);

/** In the middle, when some places are open; before it starts; in the evening, when they open "tomorrow". */
export const MOMENTS = ["2026-11-23T08:59:50Z", "2026-09-15T12:00:00Z", "2026-11-22T23:30:00Z"];

const week = (opens, closes) =>
  ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((day) => ({
    dayOfWeek: [day],
    opens,
    closes,
  }));

const places = [
  { name: "Open until late", openingHours: week("07:30", "23:45") },
  { name: "Open at night", openingHours: week("21:30", "12:30") },
  { name: "Day and night", openingHours: week("00:00", "00:00") },
  { name: "Until tomorrow", sessions: [{ date: "2026-11-22", opens: "18:00", closes: "17:45" }] },
  {
    name: "For days",
    sessions: ["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25"].map((date) => ({ date, opens: "00:00", closes: "00:00" })),
  },
  { name: "From Wednesday on", sessions: [{ date: "2026-12-30", opens: "12:30", closes: "23:45" }] },
  { name: "Over", openingHours: [{ dayOfWeek: ["Monday"], opens: "09:00", closes: "10:00", validThrough: "2026-01-31" }] },
  { name: "Without hours" },
];

const countdown = (heading, ends = "2026-12-23T12:30", units = undefined) => ({
  title: "A countdown",
  countdown: { starts: "2026-09-30T12:30", ends, before: heading, heading, units },
});

/** The longest day, a heading of many lines, one of two letters, and each set of units. */
const MADE_UP = {
  long: countdown("The staff flu vaccination campaign of this organisation and of all of its partners ends in no more than"),
  short: countdown("In"),
  "without-heading": countdown(undefined, "2027-09-30"),
  midnight: countdown(undefined, "2026-12-23T00:00"),
  days: countdown("Ends in", undefined, ["days"]),
  "days-and-hours": countdown("Ends in", undefined, ["days", "hours"]),
  seconds: countdown("Ends in", undefined, ["seconds"]),
  places: { title: "Places", locations: { places } },
  search: {
    title: "A search",
    locations: { places: Array.from({ length: 60 }, (_, number) => ({ ...places[number % 8], name: `Place ${number}.` })) },
  },
  figures: {
    title: "Figures without a day",
    uptake: {
      heading: "Uptake of the flu vaccination among all staff groups",
      source: "Occupational health records of all of the sites, as far as they are kept",
      charts: [{ title: "By staff group", groups: [{ name: "Medical", count: 400, total: 900 }] }],
    },
  },
};

/** Every campaign in English and in Welsh: a name and a config each. */
export function campaigns() {
  const examples = readdirSync(FIXTURES)
    .filter((file) => file.endsWith(".json"))
    .map((file) => [file.replace(".json", ""), JSON.parse(readFileSync(new URL(file, FIXTURES), "utf8"))]);
  return [...examples, ...Object.entries(MADE_UP)].flatMap(([name, config]) => {
    // A picture has no size until it comes.
    const { image, ...rest } = config;
    return ["en", "cy"].map((lang) => ({ name: `${name}-${lang}`, config: { ...rest, lang } }));
  });
}
