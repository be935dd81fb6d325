// The uptake: tables that say in words what the bars show, and nothing that tells of a few people.
import { expect, fixture, test } from "./portlet.mjs";

const uptake = (changes) => ({ title: "Flu", uptake: { ...fixture("standard").uptake, ...changes } });
const chart = (...groups) => [{ title: "By staff group", groups }];
/** As they are read; what is seen is a part of it. */
const rows = (page) =>
  page.locator("[part=row]").evaluateAll((rows) =>
    rows.map((row) => {
      const read = row.cloneNode(true);
      for (const seen of read.querySelectorAll("[aria-hidden]")) seen.remove();
      return [...read.children].map((cell) => cell.textContent).join(" ");
    }),
  );
const words = (text) => text.replaceAll(/\s+/g, " ");

test("a chart is a table with a caption, column headers and row headers", async ({ open, page }) => {
  const groups = fixture("standard").uptake.charts[0].groups.slice(0, 2);
  await open(uptake({ charts: chart(...groups) }));
  await expect(page.locator("[part=uptake]")).toMatchAriaSnapshot(`
    - heading "Uptake" [level=3]
    - paragraph:
      - text: "Overall:"
      - strong: 49.8%
      - text: 760 of 1,525 vaccinated. 384 more to reach 75%
    - table "By staff group":
      - caption: By staff group
      - rowgroup:
        - row "Group Share vaccinated, gap to 75%, points on last year":
          - columnheader "Group"
          - columnheader "Share"
          - columnheader "vaccinated, gap to 75%, points on last year"
      - rowgroup:
        - row:
          - rowheader "Additional Clinical Services"
          - cell "47.7%"
          - cell "612 of 1,284 vaccinated, 351 more to reach 75%, up 3.6 points on this time last year"
        - row:
          - rowheader "Additional Professional Scientific and Technical"
          - cell "61.4%"
          - cell "148 of 241 vaccinated, 33 more to reach 75%, up 2.8 points on this time last year"
    - list:
      - listitem: This year’s target 75%
      - listitem: Halfway 50%
    - paragraph: As at 20 November 2026. Example figures, not real
  `);
});

test("after the end nobody is to reach a target any more", async ({ open, page }) => {
  const config = uptake({ charts: chart({ name: "Nurses", count: 212, total: 305 }, { name: "Doctors", percent: 44.9 }) });
  config.countdown = { ends: "2026-11-23T09:00" };
  await open(config);
  const cells = page.locator(".cp-progress .cp-hidden");
  await expect(cells).toHaveText(["212 of 305 vaccinated, 17 more to reach 75%", "30.1 points to reach 75%"]);
  await page.clock.runFor(9000);
  await expect(cells).toHaveText(["212 of 305 vaccinated, 17 more to reach 75%", "30.1 points to reach 75%"]);
  await page.clock.runFor(1000);
  await expect(cells).toHaveText(["212 of 305 vaccinated, 17 short of 75%", "30.1 points short of 75%"]);
});

test("lowest first: the groups with most to do lead, and what is not shown comes last", async ({ open, page }) => {
  const charts = structuredClone(fixture("standard").uptake.charts);
  Object.assign(
    charts[0].groups.find(({ name }) => name === "Students"),
    { count: 5, total: 38 },
  );
  await open(uptake({ charts }));
  expect(await page.getByRole("rowheader").allTextContents()).toEqual([
    "Estates and Ancillary",
    "Additional Clinical Services",
    "Nursing and Midwifery Registered",
    "Medical and Dental",
    "Healthcare Scientists",
    "Administrative and Clerical",
    "Additional Professional Scientific and Technical",
    "Allied Health Professionals",
    "Students",
  ]);
  expect(await page.locator(".cp-share").allTextContents()).toEqual([
    "40.8%",
    "47.7%",
    "50.3%",
    "55.7%",
    "58.2%",
    "58.7%",
    "61.4%",
    "64.4%",
    "",
  ]);
});

test("each bar is as long as its share and has a mark for each target", async ({ open, page }) => {
  await open(uptake({ charts: chart({ name: "Most", count: 80, total: 100 }, { name: "None", count: 0, total: 40 }) }));
  const bars = await page.locator("[part=row] [part=bar]").evaluateAll((bars) =>
    bars.map((bar) => {
      const share = (length) => Math.round((length / bar.clientWidth) * 100);
      const marks = [...bar.querySelectorAll(".cp-mark")];
      return [share(bar.querySelector(".cp-fill").offsetWidth), ...marks.map((mark) => share(mark.offsetLeft + 1))];
    }),
  );
  expect(bars).toEqual([
    [80, 75, 50],
    [0, 75, 50],
  ]);
  for (const bar of await page.locator("[part=bar]").all()) await expect(bar).toHaveAttribute("aria-hidden", "true");
});

for (const few of [
  { name: "Few", count: 3, total: 98765, previous: 12.3 },
  { name: "All but few", count: 98762, total: 98765, previous: 12.3 },
]) {
  test(`the figures of "${few.name}" are in no text and no attribute, nor to be had by subtraction`, async ({
    open,
    page,
  }) => {
    const charts = chart({ name: "Large", count: 500, total: 1000 }, few);
    await open(uptake({ charts, overall: { count: 500 + few.count, total: 1000 + few.total } }));
    expect((await rows(page)).map(words)).toEqual([
      expect.stringContaining("Large 50.0%"),
      `${few.name} too few to show`,
    ]);
    await expect(page.locator("[part=overall]")).toHaveText(
      "Overall: 50.0% 500 of 1,000 vaccinated, leaves out groups too few to show. 250 more to reach 75%",
    );
    const html = await page.locator("campaign-portlet").evaluate(({ shadowRoot }) => shadowRoot.innerHTML);
    expect(html).not.toMatch(/98,?76|99,?26|99,?76|\b503\b|12\.3|100%|0\.1%/);
  });
}

test("smallNumbers says what is few", async ({ open, page }) => {
  const charts = chart(
    { name: "A", count: 8, total: 100 },
    { name: "B", count: 50, total: 100 },
    { name: "C", count: 9, total: 90 },
  );
  const served = await open(uptake({ charts, smallNumbers: 10 }));
  await expect(page.getByText("too few to show")).toHaveCount(2);
  served.body = uptake({ charts, smallNumbers: 5 });
  await page.reload();
  await expect(page.getByRole("cell", { name: "8.0%" })).toBeVisible();
  await expect(page.getByText("too few to show")).toHaveCount(0);
});

test("overall is the sum of the first chart, or as the config gives it", async ({ open, page }) => {
  const charts = chart({ name: "A", count: 1400, total: 2000 }, { name: "B", count: 50, total: 100 });
  const served = await open(uptake({ charts }));
  await expect(page.locator("[part=overall]")).toHaveText("Overall: 69.0% 1,450 of 2,100 vaccinated. 125 more to reach 75%");
  served.body = uptake({ charts, overall: { percent: 70.5 }, measure: "jabbed" });
  await page.reload();
  await expect(page.locator("[part=overall]")).toHaveText("Overall: 70.5% jabbed. 4.5 points to reach 75%");
});

test("shares alone are in points", async ({ open, page }) => {
  await open(fixture("staff-survey"));
  expect((await rows(page)).map(words)).toEqual([
    "Corporate 63.8% target of 48.5% reached",
    "Family Services 52.0% target of 48.5% reached",
    "Medicine 44.9% 3.6 points to reach 48.5%",
    "Surgery 39.1% 9.4 points to reach 48.5%, down 1.9 points on this time last year",
  ]);
});

test("a share is 100% or 0% only where it is exact", async ({ open, page }) => {
  const groups = [
    [3999, 4001],
    [200000, 200006],
    [40, 40],
    [0, 40],
    [6, 200000],
  ];
  await open(
    uptake({
      charts: chart(...groups.map(([count, total], at) => ({ name: `${at}`, count, total }))),
      smallNumbers: 0,
    }),
  );
  expect(await page.locator(".cp-share").allTextContents()).toEqual([
    "over 99.9%",
    "over 99.9%",
    "100%",
    "0%",
    "under 0.1%",
  ]);
});

test("the same as last year is said so", async ({ open, page }) => {
  await open(uptake({ charts: chart({ name: "A", count: 50, total: 100, previous: 50 }) }));
  await expect(page.getByText("the same as last year")).toBeVisible();
});
