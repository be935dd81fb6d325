// What is broken for a while, or for good, and what that does to the rest of the page.
import { allAsked, digits, expect, fixture, frame, openHtml, setVisibility, stopClock, test, MONDAY } from "./portlet.mjs";

const PAGE = `<script src="../campaign-portlet.js"></script>
  <campaign-portlet id="sound" config="../examples/standard.json">Sound</campaign-portlet>
  <campaign-portlet id="faulty" config="faulty.json">Faulty</campaign-portlet>`;

test.describe("a panic", () => {
  test.beforeEach(async ({ page, faults }) => {
    faults.allow(/unreachable/, /has a fault and was stopped/);
    await page.route("**/faulty.json", (route) =>
      route.fulfill({ json: { ...fixture("smallest"), image: { src: "faulty.svg", alt: "" } } }),
    );
    await page.route("**/faulty.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: "<svg/>" }));
    // Leptos takes it for granted that an element can be made.
    await page.addInitScript(() => {
      const { createElement } = Document.prototype;
      window.faulty = true;
      Document.prototype.createElement = function (tag, ...rest) {
        if (tag === "img" && window.faulty) throw new Error("No pictures");
        return createElement.call(this, tag, ...rest);
      };
    });
    await stopClock(page, MONDAY);
  });

  test("takes one portlet down, and leaves the others and the page", async ({ page, heard }) => {
    await openHtml(page, PAGE);
    await expect.poll(async () => (await heard()).map(({ name }) => name)).toContain("error");
    await expect(page.getByText("Faulty")).toBeVisible();
    const sound = page.locator("#sound");
    await expect(sound.getByRole("timer")).toBeVisible();
    const before = await digits(sound);
    await page.clock.runFor(3000);
    await expect.poll(() => digits(sound)).not.toEqual(before);
    const told = (await heard()).filter(({ name }) => name === "error");
    expect(told).toMatchObject([{ config: expect.stringMatching(/\/faulty\.json$/), problems: [{ message: expect.stringContaining("fault") }] }]);
  });

  test("leaves a portlet that is added later a copy that is whole", async ({ page, heard }) => {
    await openHtml(page, PAGE);
    await expect.poll(async () => (await heard()).map(({ name }) => name)).toContain("error");
    const before = (await heard()).length;
    await page.evaluate(() => {
      const portlet = document.createElement("campaign-portlet");
      portlet.id = "later";
      portlet.setAttribute("config", "../examples/standard.json");
      document.body.append(portlet);
    });
    await expect(page.locator("#later").getByRole("timer")).toBeVisible();
    // In a broken copy it would have panicked first.
    expect((await heard()).slice(before).map(({ name }) => name)).toEqual(["ready"]);
    await page.clock.runFor(2000);
    await expect(page.locator("#later").getByRole("timer")).toBeVisible();
  });

  test("is got over also where the copy that follows does not come at once", async ({ page, heard, faults }) => {
    faults.allow(/ERR_FAILED/, /could not be loaded/);
    await page.addInitScript(() => addEventListener("error", () => (window.faulty = false)));
    let broken = true;
    await page.route("**/*.wasm?*", (route) => (broken ? route.abort() : route.continue()));
    await openHtml(page, PAGE);
    await expect.poll(async () => (await heard()).filter(({ name }) => name === "error").length).toBe(2);
    broken = false;
    await page.clock.runFor(121_000);
    await expect(page.locator("#faulty").locator(".cp-portlet")).toBeVisible();
    await expect(page.locator("#sound").getByRole("timer")).toBeVisible();
  });

  test("is got over by the portlet itself, where it does not come again", async ({ page, heard }) => {
    await page.addInitScript(() => addEventListener("error", () => (window.faulty = false)));
    await openHtml(page, PAGE);
    await expect(page.locator("#faulty").locator(".cp-portlet")).toBeVisible();
    await expect(page.locator("#sound").getByRole("timer")).toBeVisible();
    expect((await heard()).filter(({ name }) => name === "error")).toEqual([]);
  });
});

test("a wasm that cannot be had is asked for again after a while, and when the device is online", async ({
  page,
  faults,
  heard,
}) => {
  faults.allow(/ERR_FAILED|404/, /could not be loaded/);
  let broken = true;
  let requests = 0;
  await page.route("**/*.wasm*", (route) => {
    requests += 1;
    return broken ? route.abort() : route.continue();
  });
  await page.clock.install();
  await page.goto("hosts/fallback.html");
  await expect.poll(async () => (await heard()).length).toBe(1);
  await expect(page.locator("#fallback")).toBeVisible();
  await page.clock.runFor(121_000);
  await expect.poll(async () => (await heard()).length).toBe(2);
  await allAsked(page);
  expect(requests).toBe(2);
  broken = false;
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(frame(page)).toBeVisible();
  await allAsked(page);
  expect(requests).toBe(3);
  expect((await heard()).map(({ name }) => name)).toEqual(["error", "error", "ready"]);
});

test("a bundle that does not come within half a minute is given up, and the content inside stays", async ({
  page,
  faults,
  heard,
}) => {
  faults.allow(/within 30 seconds/);
  await page.clock.install();
  await page.route("**/*.wasm", () => {}); // It never answers.
  const config = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".json"));
  await page.goto("hosts/fallback.html");
  await config;
  await page.clock.runFor(30_000);
  await expect.poll(async () => (await heard()).length).toBe(1);
  await expect(page.locator("#fallback")).toBeVisible();
});

test("a config that never ends is given up at 2 MB", async ({ page, faults, heard }) => {
  faults.allow(/larger than 2 MB/);
  await page.route("**/config.json", (route) => route.fulfill({ contentType: "application/json", body: " ".repeat(2_000_001) }));
  await page.goto("embed.html?config=config.json");
  await expect.poll(async () => (await heard()).length).toBe(1);
  expect((await heard())[0].problems[0].message).toContain("larger than 2 MB");
});

test("a server that wants to be left alone is", async ({ page, faults }) => {
  faults.allow(/429/);
  let requests = 0;
  await page.route("**/config.json", (route) => {
    requests += 1;
    return route.fulfill({ status: 429, headers: { "retry-after": "3600" } });
  });
  await stopClock(page, MONDAY);
  await page.goto("embed.html?config=config.json");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await page.clock.fastForward(50 * 60_000);
  await allAsked(page);
  expect(requests).toBe(1);
  await page.clock.fastForward(20 * 60_000);
  await allAsked(page);
  expect(requests).toBe(2);
});

test("a device that is online again asks again", async ({ open, page }) => {
  const served = await open(fixture("standard"));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.clock.runFor(1000);
  await allAsked(page);
  expect(served.requests).toBe(2);
});

const STALE = "This page was last updated Monday 23 November 2026 at 8:59am";
const stale = (page) => page.locator("[part=stale]");

for (const [what, breakStorage] of [
  ["refused", () => Object.defineProperty(window, "localStorage", { get: () => window.noStorage() })],
  ["full", () => (Storage.prototype.setItem = () => window.noStorage())],
]) {
  test(`where storage is ${what}, the page remembers the last good copy itself`, async ({ open, page, faults }) => {
    faults.allow(/503/);
    await page.addInitScript(() => {
      window.noStorage = () => {
        throw new DOMException("No", "SecurityError");
      };
    });
    await page.addInitScript(breakStorage);
    const config = fixture("standard");
    const served = await open(config);
    served.status = 503;
    await page.clock.fastForward(config.refreshMinutes * 60_000 * 1.06);
    await expect(stale(page)).toHaveText(STALE);
    await expect(page.getByRole("table")).toBeVisible();
  });
}

test("a device that goes offline shows what it has, with its date, and is right again once it is back", async ({
  page,
  context,
  faults,
}) => {
  faults.allow(/ERR_INTERNET_DISCONNECTED/, /could not be downloaded/);
  await stopClock(page, MONDAY);
  await page.goto("embed.html?config=examples/standard.json");
  await expect(page.getByRole("timer")).toBeVisible();
  await context.setOffline(true);
  await page.clock.fastForward(16 * 60_000);
  await expect(stale(page)).toHaveText(STALE);
  expect((await digits(page)).slice(0, 3)).toEqual(["25", "07", "44"]);
  await context.setOffline(false); // The browser tells the page.
  await page.clock.runFor(1000);
  await expect(stale(page)).toHaveCount(0);
  await expect(page.getByRole("table")).toBeVisible();
});

test("a tab that was asleep for a day is right within a second, and asks once", async ({ open, page }) => {
  const served = await open(fixture("standard"));
  await setVisibility(page, "hidden");
  await page.clock.fastForward(24 * 3_600_000);
  served.body = { ...fixture("standard"), title: "Tuesday" };
  await setVisibility(page, "visible");
  expect(await digits(page)).toEqual(["24", "08", "00", "10"]);
  await expect(page.getByRole("heading", { name: "Tuesday" })).toBeVisible();
  await page.clock.runFor(1000);
  await allAsked(page);
  expect(served.requests).toBe(2);
});
