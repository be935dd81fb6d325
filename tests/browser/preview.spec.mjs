// The preview page, where a portal's administrator sees a config before it goes on a page.
import { accessibilityFaults } from "./accessibility.mjs";
import { expect, fixture, FIXTURES, frame, stopClock, test, MONDAY } from "./portlet.mjs";

const summary = (page) => page.locator("#summary");
const PLACES = { title: "Flu", locations: { places: [{ name: "Hall" }] } };
const IN_ORDER = "Nothing. The config is in order.";

/** Opens one of the ways to put it on a page. */
async function opened(page, name) {
  const way = page.locator(`[data-paste=${name}]`);
  await way.locator("summary").click();
  return way;
}

test.beforeEach(({ page }) => stopClock(page, MONDAY));

test("every example has its picture", async ({ page }) => {
  const answer = page.waitForResponse("**/flu.svg");
  await page.goto("index.html?config=examples/every-field.json");
  expect((await answer).status()).toBe(200);
});

test("every example is offered, and is in order", async ({ page }) => {
  await page.route("**/flu.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: "<svg/>" }));
  await page.goto("index.html");
  const select = page.getByLabel("Example");
  const offered = await select
    .locator("option")
    .evaluateAll((options) => options.map(({ value }) => value).filter(Boolean));
  expect(offered.toSorted()).toEqual(FIXTURES.map((name) => `examples/${name}.json`).toSorted());
  for (const address of offered) {
    await select.selectOption(address);
    await expect(page.getByLabel("Address of a config")).toHaveValue(address);
    await expect(summary(page)).toHaveText(IN_ORDER);
    await expect(frame(page)).toHaveCount(1);
    expect(new URL(page.url()).searchParams.get("config")).toBe(address);
  }
});

test("a config of one's own is shown with what is wrong with it", async ({ page, faults }) => {
  faults.allow(/config\.json/);
  await page.route("**/mine/config.json", (route) =>
    route.fulfill({ json: { ...fixture("standard"), colour: "red", uptake: { overall: { percent: 40 } } } }),
  );
  await page.goto("index.html");
  await page.getByLabel("Example").selectOption("Your own config");
  const address = page.getByLabel("Address of a config");
  await expect(address).toBeFocused();
  await address.fill("mine/config.json");
  await address.press("Enter");
  await expect(summary(page)).toHaveText("1 error, 1 warning.");
  await expect(page.locator("#problems li")).toHaveText([
    /^Error uptake charts is missing; it is requiredLine 1: /,
    /^Warning colour .*Line 1: /,
  ]);
  await expect(page.getByText("This part cannot be shown just now.")).toBeVisible();
  await page.reload();
  await expect(address).toHaveValue("mine/config.json");
  await expect(summary(page)).toHaveText("1 error, 1 warning.");
});

test("a config that cannot be shown at all says why", async ({ page, faults }) => {
  faults.allow(/404/);
  await page.goto("index.html?config=nowhere.json");
  await expect(summary(page)).toHaveText("1 error, 0 warnings.");
  await expect(page.locator("#problems")).toContainText("404");
  await page.getByLabel("Example").selectOption("examples/standard.json");
  await expect(summary(page)).toHaveText(IN_ORDER);
  await expect(page.locator("#problems li")).toHaveCount(0);
});

for (const [limits, told] of [
  [{ visibleFrom: "2027-01-05" }, "visibleFrom is 2027-01-05"],
  [{ visibleTo: "2026-11-20T17:00" }, "visibleTo is 2026-11-20T17:00"],
  [{ visibleFrom: "2026-10-01", visibleTo: "2026-11-01" }, "visibleFrom is 2026-10-01, and visibleTo is 2026-11-01"],
]) {
  test(`a campaign that is not shown today says why: ${told}`, async ({ page }) => {
    await page.route("**/mine.json", (route) => route.fulfill({ json: { ...PLACES, ...limits } }));
    await page.goto("index.html?config=mine.json");
    await expect(summary(page)).toHaveText(`${IN_ORDER} It is not shown now: ${told}.`);
    await expect(frame(page)).toHaveCount(0);
    const way = await opened(page, "element");
    await expect(way.locator(".told")).toHaveText(/Today is outside visibleFrom and visibleTo/);
    await expect(way.getByRole("button")).toHaveCount(0);
  });
}

test("it says so when the campaign goes, and no more when it comes", async ({ page, faults }) => {
  faults.allow(/mine\.json/);
  const limits = { visibleFrom: "2026-11-23T09:00", visibleTo: "2026-11-23T09:01" };
  await page.route("**/mine.json", (route) =>
    route.fulfill({ json: { ...PLACES, colour: "red", ...limits } }),
  );
  await page.goto("index.html?config=mine.json");
  const window = "visibleFrom is 2026-11-23T09:00, and visibleTo is 2026-11-23T09:01";
  const hidden = `0 errors, 1 warning. It is not shown now: ${window}.`;
  await expect(summary(page)).toHaveText(hidden);
  await page.clock.runFor(15_000);
  await expect(frame(page)).toHaveCount(1);
  await expect(summary(page)).toHaveText("0 errors, 1 warning.");
  await page.clock.runFor(60_000);
  await expect(frame(page)).toHaveCount(0);
  await expect(summary(page)).toHaveText(hidden);
});

test("a refresh that fails is told beside what is wrong with the campaign, and is over when it is", async ({
  page,
  faults,
}) => {
  faults.allow(/mine\.json/, /503/);
  const served = { status: 200, title: "First" };
  await page.route("**/mine.json", (route) => {
    const json = { ...PLACES, title: served.title, colour: "red", refreshMinutes: 1 };
    return route.fulfill({ status: served.status, json });
  });
  await page.goto("index.html?config=mine.json");
  await expect(summary(page)).toHaveText("0 errors, 1 warning.");
  served.status = 503;
  await page.clock.runFor(64_000);
  await expect(summary(page)).toHaveText("1 error, 1 warning.");
  await expect(page.locator("#problems li")).toHaveText([/^Error .*503/, /^Warning .*colour /]);
  Object.assign(served, { status: 200, title: "Second" });
  await page.clock.runFor(64_000);
  await expect(summary(page)).toHaveText("0 errors, 1 warning.");
  await expect(page.locator("#problems li")).toHaveText([/^Warning .*colour /]);
});

test("where no campaign is shown there is nothing to copy, and it says so", async ({ page, faults }) => {
  faults.allow(/404/);
  await page.goto("index.html?config=https://elsewhere.example/flu.json");
  await expect(summary(page)).toContainText("This link leads to a config on another site");
  for (const name of ["element", "plain", "script", "iframe"]) {
    const way = await opened(page, name);
    await expect(way.locator(".told")).toHaveText("No campaign is shown here. Show one first.");
    await expect(way.getByRole("button")).toHaveCount(0);
    await expect(way.getByLabel("What to paste")).toBeHidden();
  }
});

test("opened as a file it says that it needs a server, in its own style", async ({ page }) => {
  await page.goto(new URL("../../dist/index.html", import.meta.url).href);
  await expect(page.getByText("This page was opened as a file")).toBeVisible();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(232, 237, 238)");
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("every example names the schema that is beside it", async ({ page, baseURL }) => {
  const named = new Set();
  for (const name of FIXTURES) {
    const address = `${baseURL}examples/${name}.json`;
    const { $schema } = await (await page.request.get(address)).json();
    if ($schema) named.add(new URL($schema, address).href);
  }
  expect([...named]).toEqual([`${baseURL}campaign.schema.json`]);
  expect(await (await page.request.get(`${baseURL}campaign.schema.json`)).json()).toHaveProperty("$defs");
});

test("the widths are those of a phone, a dashboard and a page", async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto("index.html");
  await expect(frame(page)).toBeVisible();
  for (const [label, width] of [
    ["Phone, 320", 320],
    ["Page, 1,200", 1200],
    ["Dashboard, 420", 420],
  ]) {
    await page.getByLabel("Width").selectOption(label);
    expect(new URL(page.url()).searchParams.get("width")).toBe(String(width));
    const shown = (await frame(page).boundingBox()).width;
    expect(Math.abs(shown - width)).toBeLessThan(40);
  }
});

test("the page itself has no accessibility fault", async ({ page }) => {
  test.slow();
  await page.goto("index.html");
  await expect(summary(page)).toHaveText(IN_ORDER);
  for (const width of [320, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test("with forced colours its buttons have an edge", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("index.html");
  await expect(page.locator("main > form")).toHaveCSS("border-top-width", "2px");
  for (const button of await page.locator("form button:visible").all()) {
    await expect(button).toHaveCSS("border-top-style", "solid");
  }
});

test("an example is shown as at a day of its own week, ticks from there, and has other days", async ({ page }) => {
  await stopClock(page, "2027-03-01T12:00:00Z");
  await page.goto("index.html?config=examples/standard.json");
  const moment = page.locator("#moment");
  await expect(moment).toHaveText("Shown as at Monday 23 November 2026, 10am");
  const digits = page.locator("[part=digits]");
  await expect(digits).toHaveText(["25", "07", "00", "00"]);
  await page.clock.runFor(3000);
  await expect(digits).toHaveText(["25", "06", "59", "57"]);
  const day = page.getByLabel("Day");
  for (const [label, at, told, seen] of [
    ["The last minute", "last-minute", "Friday 18 December 2026, 4:59pm", "Campaign ends in"],
    ["After the end", "after", "Saturday 19 December 2026, 5pm", "has ended"],
    ["Before it starts", "before", "Wednesday 30 September 2026, 12am", "Campaign starts in"],
  ]) {
    await day.selectOption(label);
    await expect(moment).toHaveText(`Shown as at ${told}`);
    await expect(frame(page)).toContainText(seen);
    expect(new URL(page.url()).searchParams.get("at")).toBe(at);
  }
  await page.reload();
  await expect(moment).toHaveText("Shown as at Wednesday 30 September 2026, 12am");
  await day.selectOption("Today");
  await expect(moment).toHaveText("");
  await expect(frame(page)).toContainText("has ended");
  await page.getByLabel("Example").selectOption("Liverpool, 2025: places");
  await expect(moment).toHaveText("Shown as at Monday 24 November 2025, 10am");
});

test("a config of one's own is shown as at today, and says where it has no such day", async ({ page }) => {
  await page.route("**/mine.json", (route) => route.fulfill({ json: PLACES }));
  await page.goto("index.html?config=mine.json");
  await expect(frame(page)).toBeVisible();
  await expect(page.getByLabel("Day")).toHaveValue("today");
  await page.getByLabel("Day").selectOption("After the end");
  await expect(page.locator("#moment")).toHaveText("Its countdown has no such day, so this is today.");
});

test("what is pasted is of today, and not of the day that is shown", async ({ page }) => {
  await stopClock(page, "2027-03-01T12:00:00Z");
  await page.goto("index.html?config=examples/standard.json");
  const text = (await opened(page, "plain")).getByLabel("What to paste");
  await expect(text).toHaveValue(/has ended/);
});

test("language and colours are those of the element, and in the page's address", async ({ page }) => {
  await page.goto("index.html?config=examples/bilingual.json&lang=cy&color-scheme=dark&width=320");
  const portlet = page.locator("campaign-portlet");
  await expect(portlet).toHaveAttribute("lang", "cy");
  await expect(portlet).toHaveAttribute("color-scheme", "dark");
  await expect(frame(page)).toHaveAttribute("lang", "cy");
  await page.getByLabel("Language").selectOption("English");
  await expect(frame(page)).toHaveAttribute("lang", "en-GB");
  await page.getByLabel("Colours").selectOption("Light");
  await expect(portlet).not.toHaveAttribute("color-scheme");
  expect(new URL(page.url()).search).toBe("?config=examples%2Fbilingual.json&lang=en&width=320");
});

test("each problem has the line of the file that it is in, and the file is shown there", async ({ page, faults }) => {
  faults.allow(/config\.json|figures\.csv/);
  const config = `{
  "title": "Flu",
  "colour": "red",
  "uptake": {
    "charts": [
      { "title": "C", "csv": "figures.csv" }
    ]
  },
  "refreshMinuts": 5
}`;
  await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: config }));
  await page.route("**/figures.csv", (route) =>
    route.fulfill({ contentType: "text/csv", body: 'name,count,total\n"Nurses\nand midwives",20,40\nDoctors,lots,30\n' }),
  );
  await page.goto("index.html?config=config.json");
  const lines = page.locator("#problems .line");
  await expect(lines).toHaveText(['Line 2: "Nurses', "Line 4: Doctors,lots,30", 'Line 3: "colour": "red",', 'Line 9: "refreshMinuts": 5']);
  await expect(page.locator("#file-heading")).toHaveText("figures.csv, line 2");
  await lines.nth(2).click();
  await expect(page.locator("#file-heading")).toHaveText("config.json, line 3");
  await expect(page.locator("#line")).toHaveText(/^3 *"colour": "red",$/);
  await expect(page.locator("#lines mark")).toHaveCount(2);
  await expect(page.locator("#lines")).toBeFocused();
});

test("the stranger's dialog has the focus on the safe answer", async ({ page, faults }) => {
  faults.allow(/404/);
  await page.goto("index.html");
  await page.getByLabel("Address of a config").fill("https://elsewhere.example/flu.json");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("button", { name: "Do not" })).toBeFocused();
});
