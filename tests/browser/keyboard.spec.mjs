// The keyboard alone reaches everything, in the order in which it is read, forwards and backwards, in both languages.
import { expect, fixture, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const SESSIONS = [24, 25, 26, 27].map((day) => ({ date: `2026-11-${day}`, opens: "07:00", closes: "09:30" }));

/** A campaign with everything that takes the focus. */
function everything() {
  const { locations, ...rest } = fixture("bilingual");
  const [health] = locations.places;
  const contacts = { email: "flu@bwrdd.example", url: "https://bwrdd.example/ffliw", map: "https://maps.example/" };
  const ward = { name: { en: "Maternity", cy: "Mamolaeth" }, sessions: SESSIONS };
  const clinics = Array.from({ length: 20 }, (_, at) => ({ name: `Clinic ${at + 1}` }));
  return { ...rest, locations: { ...locations, places: [{ ...health, ...contacts }, ward, ...clinics] } };
}

/** The role and name of each stop that a key leads to, until it comes to one named `last`. */
async function stops(page, key, last) {
  const stops = [];
  do {
    await page.keyboard.press(key);
    // The element around the portlet matches as well; the innermost comes last.
    const read = await page.locator(":focus").last().ariaSnapshot();
    stops.push(read.split("\n")[0].replace(/^- |:$/g, ""));
  } while (!stops.at(-1).includes(last) && stops.length < 40);
  return stops;
}

const EXPECTED = {
  en: [
    'button "Cymraeg"',
    'link "Book now"',
    'link "Had it somewhere else? Tell us"',
    'button "Pause countdown"',
    'searchbox "Search places"',
    'link "01632 960200 Occupational Health"',
    'link "flu@bwrdd.example Occupational Health"',
    'link "Book or read more Occupational Health"',
    'link "Map Occupational Health"',
    'link "Add to calendar Maternity, Tuesday 24 November"',
    'link "Add to calendar Maternity, Wednesday 25 November"',
    'link "Add to calendar Maternity, Thursday 26 November"',
    "text: Show 1 more session Maternity",
    'button "Show 2 more places"',
  ],
  cy: [
    'button "English"',
    'link "Trefnwch nawr"',
    'link "Wedi’i gael yn rhywle arall? Rhowch wybod i ni"',
    'button "Oedi’r cyfrif"',
    'searchbox "Chwilio am le"',
    'link "01632 960200 Iechyd Galwedigaethol"',
    'link "flu@bwrdd.example Iechyd Galwedigaethol"',
    'link "Trefnu neu ddarllen mwy Iechyd Galwedigaethol"',
    'link "Map Iechyd Galwedigaethol"',
    'link "Ychwanegu at y calendr Mamolaeth, dydd Mawrth 24 Tachwedd"',
    'link "Ychwanegu at y calendr Mamolaeth, dydd Mercher 25 Tachwedd"',
    'link "Ychwanegu at y calendr Mamolaeth, dydd Iau 26 Tachwedd"',
    "text: Dangos 1 sesiwn arall Mamolaeth",
    'button "Dangos 2 le arall"',
  ],
};

for (const [lang, expected] of Object.entries(EXPECTED)) {
  test(`Tab walks through all of it, and back, ${lang}`, async ({ page }) => {
    await stopClock(page, MONDAY);
    await page.route("**/config.json", (route) => route.fulfill({ json: everything() }));
    await openHtml(
      page,
      `<script src="../campaign-portlet.js"></script><button>Before</button>
      <campaign-portlet config="config.json" lang="${lang}"></campaign-portlet><button>After</button>`,
    );
    await expect(page.locator("[part=pause]")).toBeVisible();
    await page.getByRole("button", { name: "Before" }).focus();
    expect(await stops(page, "Tab", "After")).toEqual([...expected, 'button "After"']);
    expect(await stops(page, "Shift+Tab", "Before")).toEqual([...expected.toReversed(), 'button "Before"']);
  });
}
