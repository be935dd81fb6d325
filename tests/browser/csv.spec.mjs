// Figures and sessions from CSV files.
import { expect, fixture, frame, keptAt, openCsv, test } from "./portlet.mjs";

const LATER = 17 * 60_000;
const STALE = "This page was last updated Sunday 22 November 2026 at 10am";

test("figures and sessions come from the files that the config names", async ({ open, page, heard }) => {
  await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  await expect(page.getByRole("row", { name: /^Nursing and midwifery/ })).toContainText("2,140 of 4,310 vaccinated");
  for (const summary of await page.locator("summary").all()) await summary.click();
  await expect(page.getByText("Thursday 26 November midday to 4pm")).toBeVisible();
  // Rows of a place that the config has as well are its sessions.
  const known = page.getByRole("listitem").filter({ hasText: "Occupational Health (example)" }).first();
  await expect(known).toContainText(/Friday 27 November 9am to midday Add to calendar.*Extra session/);
  expect((await heard())[0].problems).toEqual([]);
});

test("a file that cannot be had is told by its name, and the rest is shown", async ({ open, page, faults, heard }) => {
  faults.allow(/404/, /figures\.csv/);
  await openCsv(page, { figures: 404 });
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByText("Figures are not available just now.")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByText("Education centre (example)").first()).toBeVisible();
  const [{ name, problems }] = await heard();
  expect(name).toBe("ready");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ severity: "error", message: expect.stringContaining("404") });
  expect(problems[0].file).toMatch(/\/figures\.csv$/);
});

test("a row that cannot be used is left out and told by file, row and column", async ({ open, page, faults, heard }) => {
  faults.allow(/row 3, column count/);
  await openCsv(page, { figures: "name,count,total\nNurses,20,40\nDoctors,many,40\n" });
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveText(["Nurses"]);
  const [{ problems }] = await heard();
  expect(problems.map(({ path }) => path)).toContain("row 3, column count");
});

test("a file that fails on a refresh leaves its last good figures, and is told", async ({ open, page, faults, heard }) => {
  faults.allow(/503/, /figures\.csv/);
  const served = await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  served.figures = 503;
  const asked = page.waitForResponse("**/figures.csv");
  await page.clock.fastForward(LATER);
  await asked;
  await expect.poll(async () => (await heard()).length).toBe(2);
  expect((await heard())[1]).toMatchObject({ name: "error", problems: [{ file: expect.stringMatching(/figures\.csv$/) }] });
  await expect(page.locator("[part=stale]")).toHaveText(STALE);
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  await expect(frame(page)).toBeVisible();
});

test("a file that cannot be had or used next time leaves its last good figures, with their date", async ({
  open,
  page,
  faults,
}) => {
  faults.allow(/503/, /figures\.csv/);
  const served = await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await page.clock.setFixedTime("2026-11-23T10:00:00Z");
  for (served.figures of [503, "<!doctype html><title>Sign in</title>", "", "name,count,total\r\n"]) {
    await page.reload();
    await expect(page.getByRole("rowheader")).toHaveCount(7);
    await expect(page.locator("[part=stale]")).toHaveText(STALE);
  }
  served.figures = undefined;
  await page.reload();
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  await expect(page.locator("[part=stale]")).toHaveCount(0);
});

test("a damaged file takes no last good copy's place; one without some rows does so only after a week", async ({
  open,
  page,
  faults,
}) => {
  faults.allow(/figures\.csv/);
  const served = await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  const good = await keptAt(page, "figures.csv");
  await page.clock.setFixedTime("2026-11-23T10:00:00Z");
  for (served.figures of [
    "name,count,total\r\nNursing,#REF!,4310\r\nMedical,#REF!,1502\r\n",
    'name,count,total\r\nNursing,900,1000\r\n"Medical,1640,2310\r\nEstates,1000,2900\r\n',
  ]) {
    await page.reload();
    await expect(page.getByRole("rowheader")).toHaveCount(7);
    await expect(page.locator("[part=stale]")).toHaveText(STALE);
    expect(await keptAt(page, "figures.csv")).toBe(good);
  }
  served.figures = "name,count,total\r\nNursing,#REF!,4310\r\nMedical,800,1502\r\n";
  for (const [day, isKept] of [
    ["2026-11-24", false],
    ["2026-11-30", true],
  ]) {
    await page.clock.setFixedTime(`${day}T10:00:00Z`);
    await page.reload();
    await expect(page.locator("[part=overall]")).toHaveText(
      "Overall: 53.3% 800 of 1,502 vaccinated, without Nursing, whose figures could not be read. 102 more to reach 60%",
    );
    await expect(page.locator("[part=stale]")).toHaveCount(0);
    await expect.poll(async () => (await keptAt(page, "figures.csv")) !== good).toBe(isKept);
  }
});

test("of two files that cannot be had, the older copy gives the date", async ({ open, page, faults }) => {
  faults.allow(/503/, /figures\.csv/, /sessions\.csv/);
  const served = await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  for (const [day, figures, sessions, date] of [
    ["23", 503, undefined, STALE],
    ["24", 503, 503, STALE],
    ["25", undefined, 503, "This page was last updated Monday 23 November 2026 at 10am"],
  ]) {
    await page.clock.setFixedTime(`2026-11-${day}T10:00:00Z`);
    Object.assign(served, { figures, sessions });
    await page.reload();
    await expect(page.locator("[part=stale]")).toHaveText(date);
  }
});

test("with nothing to be had, the last good copies of the config and its files are shown", async ({
  open,
  page,
  faults,
}) => {
  faults.allow(/ERR_FAILED/, /could not be downloaded/);
  await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  for (const file of ["config.json", "*.csv"]) await page.route(`**/${file}`, (route) => route.abort());
  await page.clock.setFixedTime("2026-11-23T10:00:00Z");
  await page.reload();
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  await expect(page.locator("[part=stale]")).toHaveText(STALE);
  for (const summary of await page.locator("summary").all()) await summary.click();
  await expect(page.getByText("Thursday 26 November midday to 4pm")).toBeVisible();
});

test("a file in Windows-1252, as Excel saves CSV, is read", async ({ open, page }) => {
  const text = "name;percent\r\nS\xear \x96 \x93A\x94;45\r\n";
  await openCsv(page, { figures: Buffer.from(text, "latin1") });
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveText(["Sêr – “A”"]);
});

test("a file that says something else on a refresh is shown", async ({ open, page }) => {
  const served = await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  served.figures = "name;count;total\r\nNurses;20;40\r\n";
  await page.clock.fastForward(LATER);
  await expect(page.getByRole("rowheader")).toHaveText(["Nurses"]);
});

test("one byte of Windows-1252 in a file of UTF-8 turns no other", async ({ open, page }) => {
  const bytes = Buffer.from("name;percent\r\nNghaer\xc5\xb5ent \x92 Peidiwch \xc3\xa2 \xc5\xb5\x92;45\r\n", "latin1");
  await openCsv(page, { figures: bytes });
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveText(["Nghaerŵent ’ Peidiwch â ŵ’"]);
});

test("session times that did not come are told beside the places of the config", async ({ open, page, faults }) => {
  faults.allow(/404/, /sessions\.csv/);
  const served = await openCsv(page, { sessions: 404 });
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  const told = page.getByText("Session times are not available just now.");
  await expect(told).toBeVisible();
  await expect(page.getByText("Occupational Health (example)").first()).toBeVisible();
  served.sessions = undefined;
  await page.clock.fastForward(LATER);
  await expect(told).toHaveCount(0);
  for (const summary of await page.locator("summary").all()) await summary.click();
  await expect(page.getByText("Thursday 26 November midday to 4pm")).toBeVisible();
});

test("files that come as they were are not read again, and are good as of then", async ({ open, page, faults, heard }) => {
  faults.allow(/503/, /figures\.csv/);
  // The checker resolves each link of a config and of a file of places.
  await page.addInitScript(() => {
    window.resolved = 0;
    window.URL = class extends URL {
      constructor(link, base) {
        super(link, base);
        window.resolved += /\/\w+\.(json|csv)$/.test(base);
      }
    };
  });
  const resolved = () => page.evaluate(() => window.resolved);
  const served = await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  const before = await resolved();
  expect(before).toBeGreaterThan(2);
  const refresh = async () => {
    const files = ["config.json", "figures.csv", "sessions.csv"];
    const asked = Promise.all(files.map((file) => page.waitForResponse(`**/${file}`)));
    await page.clock.fastForward(LATER);
    await asked;
  };
  await refresh();
  await page.clock.runFor(1000);
  expect(await resolved()).toBe(before);
  expect(await heard()).toHaveLength(1);
  served.figures = 503;
  await refresh();
  await expect(page.locator("[part=stale]")).toHaveText("This page was last updated Sunday 22 November 2026 at 10:17am");
  expect(await resolved()).toBeGreaterThan(before);
  served.figures = "name;count;total\r\nNurses;20;40\r\n";
  await refresh();
  await expect(page.getByRole("rowheader")).toHaveText(["Nurses"]);
  await expect(page.locator("[part=stale]")).toHaveCount(0);
});
