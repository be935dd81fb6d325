// The preview page, where a portal's administrator sees a config before it goes on a page.
import { axe, expect, fixture, FIXTURES, frame, stopClock, test, MONDAY } from "./portlet.mjs";

const summary = (page) => page.locator("#summary");
const IN_ORDER = "Nothing. The config is in order.";

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
    /^Error uptake\.charts charts is missing/,
    /^Warning colour /,
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

test("the widths are those of a phone, a dashboard and a page", async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto("index.html");
  await expect(frame(page)).toBeVisible();
  for (const [label, width] of [
    ["Phone, 320", 320],
    ["Page, 1,200", 1200],
    ["Dashboard, 420", 420],
  ]) {
    await page.getByLabel(label).check();
    const shown = (await frame(page).boundingBox()).width;
    expect(Math.abs(shown - width)).toBeLessThan(40);
  }
});

test("the page itself has no accessibility fault", async ({ page }) => {
  await page.goto("index.html");
  await expect(summary(page)).toHaveText(IN_ORDER);
  for (const width of [320, 1200]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
