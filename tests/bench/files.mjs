// The same places with sessions, once in the config and once in a CSV file beside it: what it costs the main thread to read
// them, and to find at the next refresh that nothing has changed.
import { median, withPage } from "./page.mjs";

const DAY = 86_400_000;

/** Pages for each figure. */
const PAGES = 3;

/** Rows in the order in which people keep them, and as many rows as a file may have. */
const SHAPES = {
  "2,000 places, by date": { places: 2000, sessions: 5, byDate: true },
  "2,000 places, by place": { places: 2000, sessions: 5, byDate: false },
  "10,000 places": { places: 10_000, sessions: 1, byDate: true },
};

/** The CSV file may cost so many times what the config alone costs. */
const MOST = 1.5;

/** The files of all shapes, by name. */
export function files(now) {
  const first = Math.floor(now / DAY) * DAY;
  const texts = Object.values(SHAPES).map(({ places, sessions, byDate }, index) => {
    const name = (place) => `Ward ${place + 1}, ${["Nightingale", "Seacole", "Cavell"][place % 3]} Building`;
    const session = (place, number) => ({
      date: new Date(first + (1 + number + (place % 20)) * DAY).toISOString().slice(0, 10),
      opens: "18:00",
      closes: "22:00",
      details: "Evening walkabout",
    });
    const list = Array.from({ length: places }, (_, place) => ({
      name: name(place),
      address: `${place + 1} Hospital Road`,
      sessions: Array.from({ length: sessions }, (_, number) => session(place, number)),
    }));
    const rows = list.flatMap(({ name, address, sessions }) =>
      sessions.map(({ date, opens, closes, details }) => [`"${name}"`, date, opens, closes, details, address].join(",")),
    );
    const dateOf = (row) => row.match(/,(\d{4}-\d{2}-\d{2}),/)[1];
    if (byDate) rows.sort((one, other) => (dateOf(one) < dateOf(other) ? -1 : 1));
    const config = (locations) => JSON.stringify({ title: "Sessions", locations });
    return {
      [`json-${index}.json`]: config({ places: list }),
      [`csv-${index}.json`]: config({ csv: `rows-${index}.csv` }),
      [`rows-${index}.csv`]: ["place,date,opens,closes,details,address", ...rows].join("\r\n"),
    };
  });
  return Object.assign({}, ...texts);
}

/** Prints what each costs, and gives whether all are within the goal. */
export async function compare(browser, viewport, origin) {
  let isMet = true;
  for (const [index, shape] of Object.keys(SHAPES).entries()) {
    const [json, csv] = [await cost(`json-${index}`), await cost(`csv-${index}`)];
    const ratio = csv.first / json.first;
    const met = ratio <= MOST;
    isMet &&= met;
    const show = ({ first, again }) => `${first.toFixed(0)} ms, an unchanged refresh ${again.toFixed(0)} ms`;
    console.log(`   ${met ? "met" : "MISSED"}: ${shape}: JSON ${show(json)}; CSV ${show(csv)}: ${ratio.toFixed(2)} times`);
  }
  return isMet;

  async function cost(config) {
    const looks = [];
    for (let page = 0; page < PAGES; page += 1) {
      looks.push(await withPage(browser, viewport, `${origin}/embed.html?config=${config}.json`, reading, "threadTicks"));
    }
    return { first: median(looks.map(({ first }) => first)), again: median(looks.map(({ again }) => again)) };
  }
}

/** Milliseconds of the main thread until the campaign is shown, and of a refresh that brings the same bytes. */
async function reading({ page, session }) {
  const tasks = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const first = await tasks();
  // What comes after the first frame: the copies that are kept.
  await page.waitForTimeout(1500);
  const before = await tasks();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.waitForTimeout(2500);
  return { first, again: (await tasks()) - before };
}
