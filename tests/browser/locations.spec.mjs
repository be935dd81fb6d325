// The places: whether they are open at the moment, how to get hold of them, and how to find one among many.
import { expect, fixture, test } from "./portlet.mjs";

const statuses = (page) =>
  page
    .locator("[part=place]")
    .evaluateAll((places) =>
      places.map((place) =>
        [place.querySelector(".cp-place-name"), place.querySelector("[part=status]")]
          .map((element) => element?.textContent ?? "")
          .join(": "),
      ),
    );
/** Shows all places of a list that is not longer than one press. */
const showAll = (page) => page.locator("[part=more]").click();
const unfold = (place) => place.locator("summary").click();
const place = (page, name) => page.locator("[part=place]", { has: page.getByRole("heading", { name }) });

for (const [moment, at, expected] of [
  [
    "a Tuesday morning",
    "2025-11-04T10:00:00Z",
    [
      "Aintree Lodge: Open now until 1pm",
      "Vaccination Hub, Aintree Hall: Open now until 4pm",
      "Broadgreen Occupational Health: Open now until 1pm",
      "Roving team, Aintree: Opens today at 1:30pm",
    ],
  ],
  [
    "a Saturday without the weekend hub, in summer time",
    "2025-10-18T09:00:00Z",
    [
      "Aintree Lodge: Opens Monday 20 October at 9am",
      "Roving team, Aintree: Opens Monday 20 October at 1:30pm",
      "Vaccination Hub, Aintree Hall: Opens Tuesday 21 October at 9am",
      "Broadgreen Occupational Health: Opens Tuesday 21 October at 9am",
    ],
  ],
  [
    "the day the clocks go back",
    "2025-10-26T10:00:00Z",
    [
      "Vaccination Hub, Aintree Hall: Open now until 3pm",
      "Aintree Lodge: Opens tomorrow at 9am",
      "Roving team, Aintree: Opens tomorrow at 1:30pm",
      "Broadgreen Occupational Health: Opens Tuesday 28 October at 9am",
    ],
  ],
  [
    "the evening of the last day",
    "2025-11-30T20:00:00Z",
    [
      "Aintree Lodge: Closed for this campaign",
      "Vaccination Hub, Aintree Hall: Closed for this campaign",
      "Roving team, Aintree: Closed for this campaign",
      "Broadgreen Occupational Health: Closed for this campaign",
    ],
  ],
]) {
  test(`${moment}: who is open comes first, then who opens next`, async ({ open, page }) => {
    await open(fixture("liverpool-2025"), { at });
    expect(await statuses(page)).toEqual(expected);
  });
}

test("a place closes on the second, and takes its new place in the list", async ({ open, page }) => {
  await open(fixture("liverpool-2025"), { at: "2025-11-04T12:59:59Z" });
  await page.clock.runFor(1000);
  expect(await statuses(page)).toEqual([
    "Vaccination Hub, Aintree Hall: Open now until 4pm",
    "Roving team, Aintree: Opens today at 1:30pm",
    "Aintree Lodge: Opens tomorrow at 9am",
    "Broadgreen Occupational Health: Opens Tuesday 11 November at 9am",
  ]);
});

test("hours are in words", async ({ open, page }) => {
  await open(fixture("liverpool-2025"), { at: "2025-11-18T10:00:00Z" });
  await unfold(place(page, "Aintree Hall"));
  await expect(place(page, "Aintree Hall").getByRole("listitem")).toHaveText([
    "Tuesday and Thursday, 9am to 4pm, until 30 November",
    "Saturday and Sunday, 10am to 3pm, every 2 weeks, next on Saturday 22 November, until 30 November, Alternate weekends, with roving to clinical areas",
  ]);
});

test("telephone, email, booking and map are links that say for whom they are", async ({ open, page }) => {
  await open(fixture("standard"));
  const links = place(page, "Occupational Health, Main Site").getByRole("link");
  const found = await links.evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute("href")]));
  expect(found).toEqual([
    ["Call 01632 960100 Occupational Health, Main Site", "tel:01632960100"],
    ["Email Occupational Health, Main Site", "mailto:occupational.health@trust.example"],
    ["Book or read more Occupational Health, Main Site", "https://staff.trust.example/flu/book"],
    ["Map Occupational Health, Main Site", "https://www.openstreetmap.org/?mlat=53.4&mlon=-2.9"],
  ]);
});

const calendarFile = (link) => decodeURIComponent(link.replace("data:text/calendar;charset=utf-8,", ""));

/** The 64-bit FNV-1a hash of a text in ASCII. */
const fnv = (text) =>
  [...Buffer.from(text)]
    .reduce((hash, byte) => BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n), 0xcbf29ce484222325n)
    .toString(16)
    .padStart(16, "0");

test("a session downloads as a file for a calendar", async ({ open, page }) => {
  await open(fixture("standard"));
  await showAll(page);
  await unfold(place(page, "Night staff clinic"));
  const link = page.getByRole("link", { name: /^Add to calendar.*Night staff clinic.*Tuesday 8 December$/ });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("session.ics");
  const file = calendarFile(await link.getAttribute("href"));
  const address = new URL(await page.locator("campaign-portlet").getAttribute("config"), page.url());
  expect(file.replaceAll("\r\n ", "").split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//campaign-portlet//campaign-portlet//EN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    // A calendar that has taken it in knows it again by this, whatever version of the portlet made it.
    `UID:${fnv(`${address} Night staff clinic, Emergency Department 0 2026-12-08T22:00:00Z 0`)}@campaign-portlet`,
    "DTSTAMP:20261123T000000Z",
    "DTSTART:20261208T220000Z",
    "DTEND:20261209T020000Z",
    "SUMMARY:Flu vaccination 2026 to 2027",
    "LOCATION:Night staff clinic\\, Emergency Department",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("each session has a UID of its own, which stays when the page is read again", async ({ open, page }) => {
  const uids = async () => {
    await showAll(page);
    for (const summary of await page.locator("[part=place] summary").all()) await summary.click();
    const links = page.locator("a[download]");
    await expect(links.first()).toBeAttached();
    const all = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    return all.map((link) => /\r\nUID:(.+)\r\n/.exec(calendarFile(link))[1]);
  };
  await open(fixture("standard"), { at: "2026-10-01T08:00:00Z" });
  const before = await uids();
  expect(before.length).toBeGreaterThan(5);
  expect(new Set(before).size).toBe(before.length);
  await page.clock.setFixedTime("2026-10-01T08:30:00Z");
  await page.reload();
  expect(await uids()).toEqual(before);
});

test("the search finds by name, address and postcode, and tells how many", async ({ open, page }) => {
  await open(fixture("standard"), { at: "2026-11-02T09:00:00Z" });
  const search = page.getByRole("searchbox", { name: "Search places" });
  const count = page.locator("[part=locations]").getByRole("status");
  await expect(count).toHaveText("3 of 12 places");
  for (const [query, found] of [
    ["EASTFIELD", ["Community Health Centre, Eastfield"]],
    ["zz23cc", ["Community Health Centre, Eastfield"]],
    ["mill lane", ["Community Health Centre, Westbrook"]],
    ["community centre", ["Community Health Centre, Eastfield", "Community Health Centre, Westbrook"]],
    ["nowhere", []],
  ]) {
    await search.fill(query);
    await expect(count).toHaveText(`${found.length} of 12 places`);
    await expect(count).toHaveAttribute("aria-live", "polite");
    expect(await page.locator(".cp-place-name").allTextContents()).toEqual(found);
  }
  await search.fill("");
  await expect(count).toHaveText("3 of 12 places");
  await expect(search).toBeFocused();
});

test("a place that had sessions only goes with the last of them", async ({ open, page }) => {
  await open(fixture("standard"), { at: "2026-11-20T07:59:59Z" });
  const count = page.locator("[part=locations]").getByRole("status");
  await expect(count).toHaveText("3 of 12 places");
  await page.clock.runFor(1000);
  await expect(count).toHaveText("3 of 11 places");
  // The reader has done nothing, and so nothing is announced.
  await expect(count).toHaveAttribute("aria-live", "off");
  await page.locator("[part=more]").click();
  await expect(count).toHaveText("11 of 11 places");
  await expect(count).toHaveAttribute("aria-live", "polite");
  await expect(page.getByText("Ambulance Station")).toHaveCount(0);
});

test("when all sessions are over one sentence says so, and there is nothing to search", async ({ open, page }) => {
  const session = (day) => ({ date: `2026-11-${day}`, opens: "07:00", closes: "09:00" });
  const names = Array.from({ length: 9 }, (_, at) => `Ward ${at + 1}`);
  const places = names.map((name, at) => ({ name, sessions: [session(15 + at)] }));
  await open({ title: "Flu", locations: { places } });
  const section = page.locator("[part=locations]");
  await expect(section.getByRole("status")).toHaveText("1 of 1 places");
  await page.clock.runFor(10_000);
  await expect(section).toHaveText("Where to goThere are no more sessions.");
  await expect(page.getByRole("searchbox")).toHaveCount(0);
});

test("a place that is closed for good offers nothing any more", async ({ open, page }) => {
  await open(fixture("standard"), { at: "2026-12-18T16:29:59Z" });
  await showAll(page);
  const main = place(page, "Occupational Health, Main Site");
  await expect(main).toContainText("Walk in, no appointment needed");
  await expect(main).toContainText("Book or read more");
  await page.clock.runFor(1000);
  await expect(main).toContainText("Closed for this campaign");
  await expect(main).not.toContainText("Walk in");
  await expect(main).not.toContainText("Book or read more");
  await expect(main.getByRole("link", { name: "01632 960100" })).toBeVisible();
  await expect(place(page, "Education Centre")).not.toContainText("By appointment");
});

test("closed days stand beside the hours, and what opens next is without them", async ({ open, page }) => {
  const at = (day) => `2026-12-${day}T12:00:00Z`;
  const items = place(page, "Iechyd Galwedigaethol").getByRole("listitem");
  const status = page.locator("[part=status]");
  await open(fixture("bilingual"), { at: at(10) });
  await expect(items.filter({ hasText: "Ar gau dd" })).toHaveCount(0);
  await page.clock.fastForward("24:00:00");
  await expect(items.filter({ hasText: "Ar gau dd" })).toHaveText(["Ar gau ddydd Gwener 25 Rhagfyr, Dydd Nadolig"]);
  await page.clock.setFixedTime(at(25));
  await page.reload();
  await expect(items.filter({ hasText: "Ar gau dd" })).toHaveText([
    "Ar gau ddydd Gwener 25 Rhagfyr, Dydd Nadolig",
    "Ar gau ddydd Llun 28 Rhagfyr, Gŵyl San Steffan, diwrnod amgen",
  ]);
  await expect(status).toHaveText("Yn agor ddydd Mawrth 29 Rhagfyr am 9am");
});

test("a date more than nine months off has its year", async ({ open, page }) => {
  const hours = { dayOfWeek: "Wednesday", opens: "09:00", closes: "12:00", validFrom: "2027-12-01" };
  const sessions = [{ date: "2027-12-02", opens: "09:00", closes: "12:00" }];
  await open({ title: "Flu", locations: { places: [{ name: "Lodge", openingHours: [hours], sessions }] } });
  await expect(page.locator("[part=status]")).toHaveText("Opens Wednesday 1 December 2027 at 9am");
  await expect(page.locator(".cp-times li")).toHaveText([
    "Wednesday, 9am to midday, from 1 December 2027",
    "Thursday 2 December 2027 9am to midday Add to calendar Lodge, Thursday 2 December 2027",
  ]);
});

test("a short list has no search", async ({ open, page }) => {
  await open(fixture("liverpool-2025"));
  await expect(page.getByRole("searchbox")).toHaveCount(0);
});

test("all times of a place are behind a disclosure, and what opens next is not", async ({ open, page }) => {
  await open(fixture("standard"), { at: "2026-10-01T08:00:00Z" });
  await showAll(page);
  const maternity = place(page, "Maternity Unit, staff room");
  await expect(maternity.locator("[part=status]")).toHaveText("Opens Wednesday 14 October at 7am");
  await expect(maternity.getByRole("link")).toHaveCount(0);
  await unfold(maternity);
  await expect(maternity.getByRole("link")).toHaveCount(4);
});

test("a list of up to five is shown whole, a longer one begins with three", async ({ open, page }) => {
  const places = Array.from({ length: 6 }, (_, at) => ({ name: `Clinic ${at + 1}` }));
  const served = await open({ title: "Flu", locations: { places } });
  await expect(page.locator("[part=place]")).toHaveCount(3);
  await page.getByRole("button", { name: "Show 3 more places" }).click();
  await expect(page.locator("[part=place]")).toHaveCount(6);
  served.body = { title: "Flu", locations: { places: places.slice(1) } };
  await page.reload();
  await expect(page.locator("[part=place]")).toHaveCount(5);
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("a long list grows by twenty at a time", async ({ open, page }) => {
  const places = Array.from({ length: 45 }, (_, at) => ({ name: `Clinic ${at + 1}` }));
  await open({ title: "Flu", locations: { places } });
  const shown = page.locator("[part=place]");
  await expect(shown).toHaveCount(3);
  await page.getByRole("button", { name: "Show 20 more places" }).click();
  await expect(shown).toHaveCount(23);
  await page.getByRole("button", { name: "Show 20 more places" }).click();
  await expect(shown).toHaveCount(43);
  await page.getByRole("button", { name: "Show 2 more places" }).click();
  await expect(shown).toHaveCount(45);
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("who asks for more by keyboard stays where they were", async ({ open, page }) => {
  const places = Array.from({ length: 45 }, (_, at) => ({
    name: `Clinic ${at + 1}`,
    telephone: `01632 96${1000 + at}`,
  }));
  await open({ title: "Flu", locations: { places } });
  const shown = page.locator("[part=place]");
  await page.getByRole("button", { name: "Show 20 more places" }).press("Enter");
  await expect(shown).toHaveCount(23);
  const more = page.getByRole("button", { name: "Show 20 more places" });
  await expect(more).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("link", { name: "Clinic 23" })).toBeFocused();
  await more.press("Enter");
  await expect(shown).toHaveCount(43);
  // The last press; where the focus goes then, nothing says yet.
  await page.keyboard.press("Enter");
  await expect(shown).toHaveCount(45);
  await expect(page.getByRole("button")).toHaveCount(0);
});
