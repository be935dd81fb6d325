// What a screen reader reads, in its order: every state, in English and in Welsh side by side on one page. What it should
// read is under snapshots/reading, where a host test also looks for every sentence that the portlet can say.
import { expect, fixture, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const both = (en, cy) => ({ en, cy });

/** These sections alone, in both languages; what the config would name itself is left to the portlet. */
function only(section, fields = {}) {
  const { heading, before, after, measure, ...rest } = fixture("bilingual")[section];
  return { title: both("Flu", "Ffliw"), lang: "en", [section]: { ...rest, ...fields } };
}

/** A chart of these groups. */
const chart = (...figures) =>
  only("uptake", {
    charts: [
      {
        title: both("By staff group", "Yn ôl grŵp staff"),
        groups: figures.map((figure, at) => ({ name: both(`Group ${at + 1}`, `Grŵp ${at + 1}`), ...figure })),
      },
    ],
  });

const hours = (days, opens, closes, more) => ({ dayOfWeek: days.split(" "), opens, closes, ...more });
const clinic = (at) => ({ name: both(`Clinic ${at + 1}`, `Clinig ${at + 1}`) });
const clinics = (length) => Array.from({ length }, (_, at) => clinic(at));
const places = (...places) => only("locations", { places });

const FIGURES = chart(
  { count: 40, total: 40, previous: 100 },
  { count: 0, total: 40 },
  { percent: 99.96, previous: 98 },
  { percent: 0.04 },
  { percent: 44.9, previous: 46 },
);

const TOO_FEW = chart({ count: 812, total: 1490 }, { count: 3, total: 38, previous: 20 });

const NONE_TO_SHOW = chart({ count: 3, total: 38 });

const UNREAD = chart({ count: 812, total: 1490 }, { count: 50, total: 38 });

const UNREAD_WITHOUT_NAME = structuredClone(UNREAD);
delete UNREAD_WITHOUT_NAME.uptake.charts[0].groups[1].name;

const TWICE = chart({ count: 812, total: 1490 }, { count: 401, total: 613 }, { count: 60, total: 130 });
TWICE.uptake.charts[0].groups[2].name = TWICE.uptake.charts[0].groups[0].name;

const EVERY_STATUS = places(
  {
    name: both("Occupational Health", "Iechyd Galwedigaethol"),
    telephone: "01632 960200",
    email: "flu@board.example",
    url: "https://board.example/book",
    map: "https://maps.example/",
    walkIn: true,
    openingHours: [hours("Mon Tue Wed Thu Fri", "08:30", "16:30")],
    closedOn: [{ date: "2026-11-27", label: both("Training day", "Diwrnod hyfforddi") }],
  },
  { name: both("Emergency", "Achosion brys"), openingHours: [hours("Mon Tue Wed Thu Fri Sat Sun", "00:00", "23:59")] },
  { name: both("Night ward", "Ward nos"), openingHours: [hours("Mon Tue", "08:00", "08:00")] },
  { name: both("Canteen", "Ffreutur"), openingHours: [hours("Mon", "12:00", "00:00")] },
  {
    name: both("Library", "Llyfrgell"),
    openingHours: [hours("Tue Thu", "09:00", "13:30"), hours("Wed", "09:00", "13:30", { validFrom: "2026-12-01" })],
  },
  {
    name: both("Weekend hub", "Canolfan y penwythnos"),
    openingHours: [
      hours("Sat Sun", "10:00", "15:00", { validFrom: "2026-12-05", validThrough: "2026-12-06", everyWeeks: 2 }),
      hours("Fri", "10:00", "15:00", { validFrom: "2026-11-27", everyWeeks: 3 }),
    ],
  },
  { name: both("Pharmacy", "Fferyllfa"), walkIn: false },
  { name: both("Car park", "Maes parcio"), openingHours: [hours("Mon", "09:00", "17:00", { validThrough: "2026-11-16" })] },
);

const SEARCHED = places(...clinics(8), { name: both("White House", "Tŷ Gwyn"), postcode: "ZZ1 1AA" });

const SESSIONS = places({
  name: both("Maternity", "Mamolaeth"),
  sessions: [24, 25, 26, 27, 28].map((day) => ({ date: `2026-11-${day}`, opens: "18:00", closes: "00:00" })),
});

// The campaign and all sessions are over.
const OVER = {
  ...only("countdown", { ends: "2026-11-20T17:00", milestones: [] }),
  ...chart({ count: 812, total: 1490 }, { percent: 44.9 }),
  ...places({ name: both("Ward 1", "Ward 1"), sessions: [{ date: "2026-11-20", opens: "09:00", closes: "12:00" }] }),
};

const LANGUAGES = ["en", "cy"];

/** Opens an English and a Welsh portlet with one config; gives what is served, which a test may change. */
async function openBoth(page, config, { at = MONDAY, status = 200, inside = () => "" } = {}) {
  const served = { config, status };
  await page.route("**/config.json", (route) => {
    // Without a config it never answers.
    if (served.config) return route.fulfill({ status: served.status, json: served.config });
  });
  await page.route("**/gone.csv", (route) => route.fulfill({ status: 404 }));
  await stopClock(page, at);
  const portlet = (lang) => `<campaign-portlet config="config.json" lang="${lang}">${inside(lang)}</campaign-portlet>`;
  await openHtml(page, `<script src="../campaign-portlet.js"></script>${LANGUAGES.map(portlet).join("")}`);
  return served;
}

/** Both portlets' elements of that kind. */
const each = async (page, selector) => {
  await expect(page.locator(selector)).toHaveCount(2);
  return page.locator(selector).all();
};

const click = async (page, selector) => {
  for (const element of await each(page, selector)) await element.click();
};

/** Holds what is read of the two against their snapshots. */
async function expectReading(page, state) {
  for (const [at, portlet] of (await each(page, "campaign-portlet")).entries()) {
    expect(`${await portlet.ariaSnapshot()}\n`).toMatchSnapshot(["reading", `${state}-${LANGUAGES[at]}.yml`]);
  }
}

// Those in which nothing has to be done, or to go wrong.
for (const [state, config] of Object.entries({
  running: fixture("bilingual"),
  figures: FIGURES,
  "too-few": TOO_FEW,
  "none-to-show": NONE_TO_SHOW,
  unread: UNREAD,
  "unread-without-name": UNREAD_WITHOUT_NAME,
  twice: TWICE,
  places: EVERY_STATUS,
  over: OVER,
  "long-list": places(...clinics(6)),
})) {
  test(state, async ({ page, faults }) => {
    faults.allow(/more than the total/, /name is missing/, /in the list twice/);
    await openBoth(page, config);
    await each(page, ".cp-portlet");
    // All that there is, once.
    for (const name of state === "places" ? [/^Show/, /^Dangos/] : []) await page.getByRole("button", { name }).click();
    for (const summary of await page.locator("summary").all()) await summary.click();
    await expectReading(page, state);
  });
}

test("the countdown, from before its start to after its end", async ({ page }) => {
  await openBoth(page, only("countdown"), { at: "2026-09-28T21:57:57Z" });
  await each(page, "[part=pause]");
  await expectReading(page, "before");
  await page.clock.pauseAt(MONDAY);
  await click(page, "[part=pause]");
  await page.clock.runFor(5000);
  await expectReading(page, "paused");
  await click(page, "[part=pause]");
  // The focus would go to the heading at the end, and the status would say nothing.
  await page.evaluate(() => document.activeElement.blur());
  for (const [state, before] of [
    ["one-day", "2026-12-17T16:59:59Z"],
    ["one-hour", "2026-12-18T15:59:59Z"],
    ["ten-minutes", "2026-12-18T16:49:59Z"],
    ["ended", "2026-12-18T16:59:59Z"],
  ]) {
    await page.clock.pauseAt(before);
    await page.clock.runFor(1000);
    await expectReading(page, state);
  }
});

test("a search that finds, and one that does not", async ({ page }) => {
  await openBoth(page, SEARCHED);
  for (const [state, words] of [
    ["search-found", "ty gwyn"],
    ["search-nothing", "nowhere"],
  ]) {
    for (const search of await each(page, "input")) await search.fill(words);
    await expectReading(page, state);
  }
});

test("the sessions of the only place", async ({ page }) => {
  await openBoth(page, SESSIONS);
  await expectReading(page, "sessions");
});

test("outside its window", async ({ page, heard }) => {
  await openBoth(page, { ...only("countdown"), visibleFrom: "2026-11-24" });
  await expect.poll(async () => (await heard()).length).toBe(2);
  await expectReading(page, "outside");
});

test("waiting, and what stands inside meanwhile", async ({ page }) => {
  const inside = (lang) => (lang === "en" ? "" : '<p>Holwch Iechyd Galwedigaethol. <a href="tel:01632">Ffoniwch</a></p>');
  await openBoth(page, undefined, { inside });
  await expectReading(page, "waiting");
});

test("files and a section that cannot be shown", async ({ page, faults }) => {
  faults.allow(/404/, /gone\.csv/, /countdown/);
  await openBoth(page, {
    ...only("uptake", { charts: [{ title: both("By staff group", "Yn ôl grŵp staff"), csv: "gone.csv" }] }),
    ...only("locations", { places: [], csv: "gone.csv" }),
    countdown: {},
  });
  await each(page, ".cp-portlet");
  await expectReading(page, "missing");
});

test("the last good copy", async ({ page, faults }) => {
  faults.allow(/404/);
  const served = await openBoth(page, only("countdown"));
  await each(page, ".cp-portlet");
  served.status = 404;
  await page.reload();
  await each(page, "[part=stale]");
  await expectReading(page, "last-good-copy");
});

test("failed, and trying again", async ({ page, faults }) => {
  faults.allow(/404/);
  const served = await openBoth(page, {}, { status: 404 });
  await each(page, "[part=retry]");
  await expectReading(page, "failed");
  served.config = undefined;
  await click(page, "[part=retry]");
  await expectReading(page, "trying");
});
