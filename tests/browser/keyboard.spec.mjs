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
    "text: All times Occupational Health",
    'link "Call 01632 960200 Occupational Health"',
    'link "Email Occupational Health"',
    'link "Book or read more Occupational Health"',
    'link "Map Occupational Health"',
    "text: All times Maternity",
    'button "Show 19 more places"',
  ],
  cy: [
    'button "English"',
    'link "Trefnwch nawr"',
    'link "Wedi’i gael yn rhywle arall? Rhowch wybod i ni"',
    'button "Oedi’r cyfrif i lawr"',
    'searchbox "Chwilio am le"',
    "text: Yr holl amseroedd Iechyd Galwedigaethol",
    'link "Ffonio 01632 960200 Iechyd Galwedigaethol"',
    'link "E-bostio Iechyd Galwedigaethol"',
    'link "Trefnu apwyntiad neu ddarllen mwy Iechyd Galwedigaethol"',
    'link "Map Iechyd Galwedigaethol"',
    "text: Yr holl amseroedd Mamolaeth",
    'button "Dangos 19 lle arall"',
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

test.describe("what is typed in the search", () => {
  /** A page with shortcuts of one key outside fields, and with a default button. */
  const HOST = `<script src="../campaign-portlet.js"></script>
    <form><button id="default">Go</button>
      <campaign-portlet config="../examples/standard.json"></campaign-portlet>
    </form>`;

  test.beforeEach(async ({ page }) => {
    await stopClock(page, MONDAY);
    await openHtml(page, HOST);
    await expect(page.getByRole("searchbox")).toBeVisible();
    await page.evaluate(() => {
      window.keys = [];
      const isField = ({ target }) => /INPUT|TEXTAREA/.test(target.tagName);
      for (const type of ["keydown", "keypress", "keyup"]) {
        document.addEventListener(type, (event) => {
          window.keys.push(`${type} ${event.key}`);
          const isShortcut = event.key?.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
          if (!isField(event) && (isShortcut || event.key === "Backspace")) event.preventDefault();
        });
      }
      const form = document.querySelector("form");
      form.addEventListener("keypress", (event) => {
        if (event.keyCode === 13 && event.target.tagName !== "TEXTAREA") document.querySelector("#default").click();
      });
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        window.keys.push("submit");
      });
    });
  });

  const heard = (page) => page.evaluate(() => window.keys.splice(0));

  test("is nobody else's, and is written as it is typed", async ({ page }) => {
    const search = page.getByRole("searchbox");
    await search.pressSequentially("sefton s/?Éŷ€.");
    await expect(search).toHaveValue("sefton s/?Éŷ€.");
    for (const key of ["Backspace", "Home", "Delete", "ArrowRight", "Space", "End", "Shift+ArrowLeft", "x", "Enter"]) {
      await search.press(key);
    }
    await expect(search).toHaveValue("e fton s/?Éŷx");
    expect((await heard(page)).filter((key) => !key.endsWith(" Shift"))).toEqual([]);
  });

  test("goes on to the page where it is no text", async ({ page }) => {
    const search = page.getByRole("searchbox");
    for (const [keys, expected] of [
      ["Control+k", ["keydown Control", "keydown k", "keyup k", "keyup Control"]],
      ["Alt+s", ["keydown Alt", "keydown s", "keyup s", "keyup Alt"]],
      ["Meta+/", ["keydown Meta", "keydown /", "keyup /", "keyup Meta"]],
      ["F2", ["keydown F2", "keyup F2"]],
      ["Shift", ["keydown Shift", "keyup Shift"]],
      ["Escape", ["keydown Escape", "keyup Escape"]],
    ]) {
      await search.press(keys);
      expect((await heard(page)).filter((key) => !key.startsWith("keypress"))).toEqual(expected);
    }
    await search.press("Tab");
    await expect(search).not.toBeFocused();
    expect(await heard(page)).toContain("keydown Tab");
  });

  const CTRL_ALT = { ctrlKey: true, altKey: true };
  const COMPOSING = { keyCode: 229, isComposing: true };
  // What no keyboard of a test has: they are made up as engines make them.
  for (const [what, goesOn, type, init] of [
    ["AltGr, which Windows calls Ctrl and Alt", false, "keydown", { key: "@", ...CTRL_ALT, modifierAltGraph: true }],
    ["AltGr", false, "keydown", { key: "€", modifierAltGraph: true }],
    ["Ctrl and Alt", true, "keydown", { key: "k", ...CTRL_ALT }],
    ["a dead key", false, "keydown", { key: "Dead" }],
    ["a key within a composition", false, "keydown", { key: "Process", ...COMPOSING }],
    ["the letter itself within a composition, as in Safari", false, "keydown", { key: "k", ...COMPOSING }],
    ["a key of a phone", false, "keydown", { key: "Unidentified", keyCode: 229 }],
    ["a sign of two code units", false, "keydown", { key: "😀" }],
    ["Enter as a press", false, "keypress", { key: "Enter", keyCode: 13 }],
    ["a letter let go", false, "keyup", { key: "s" }],
    ["a media key", true, "keydown", { key: "AudioVolumeUp" }],
  ]) {
    test(`${what} ${goesOn ? "goes on" : "stays"}`, async ({ page }) => {
      await page.getByRole("searchbox").evaluate((search, { type, init }) => {
        search.dispatchEvent(new KeyboardEvent(type, { bubbles: true, composed: true, ...init }));
      }, { type, init });
      expect(await heard(page)).toEqual(goesOn ? [`${type} ${init.key}`] : []);
    });
  }

  test("an event of a password manager, without a key, goes on", async ({ page }) => {
    await page.getByRole("searchbox").evaluate((search) => {
      search.dispatchEvent(new Event("keydown", { bubbles: true, composed: true }));
    });
    expect(await heard(page)).toEqual(["keydown undefined"]);
  });

  test("elsewhere in the portlet the page hears every key", async ({ page }) => {
    await page.getByRole("button", { name: "Pause countdown" }).press("s");
    expect(await heard(page)).toEqual(["keydown s", "keyup s"]);
  });
});
