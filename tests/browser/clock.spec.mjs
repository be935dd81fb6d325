// A device whose clock is wrong, by the clock of the server that the config comes from.
import { MONDAY, digits, expect, fixture, frame, openWith, stopClock, test as base } from "./portlet.mjs";
import { startServer } from "./server.mjs";

const RIGHT = ["25", "08", "00", "10"];

const test = base.extend({
  /** A server with the standard campaign, whose headers a test sets. */
  server: async ({}, use) => {
    const served = { headers: { date: new Date(MONDAY).toUTCString() } };
    const server = await startServer(() => ({ body: JSON.stringify(fixture("standard")), headers: served.headers }));
    await use(Object.assign(served, server));
    server.stop();
  },
});

/** Opens a portlet on a device whose clock says `device`. */
async function openAt(page, device, { origin }) {
  await stopClockAndKeepTimings(page, device);
  await openWith(page, `${origin}/config.json`);
  await expect(frame(page)).toBeVisible();
}

/** Playwright's clock takes the resource timings away. */
async function stopClockAndKeepTimings(page, at) {
  const context = page.context();
  await context.addInitScript(() => (window.timings ??= performance.getEntriesByName.bind(performance)));
  await stopClock(page, at);
  await context.addInitScript(() => (performance.getEntriesByName = window.timings));
}

const refresh = async (page) => {
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.clock.runFor(1000);
};

/** By how many seconds the digits are ahead of the device. */
async function ahead(page) {
  const [days, hours, minutes, seconds] = (await digits(page)).map(Number);
  const left = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return Math.round((Date.parse("2026-12-18T17:00:00Z") - (await page.evaluate(() => Date.now()))) / 1000 - left);
}

for (const device of ["2026-11-23T08:57:49Z", "2026-11-23T10:30:00Z", "2025-11-23T08:59:50Z"]) {
  test(`a device that says ${device} is corrected, and the page is told`, async ({ page, heard, server }) => {
    await openAt(page, device, server);
    expect(await digits(page)).toEqual(RIGHT);
    const [{ problems }] = await heard();
    const message = `the clock of this device says ${device}, the server's ${MONDAY}, which is used`;
    expect(problems).toEqual([{ severity: "warning", file: `${server.origin}/config.json`, path: "", place: "", message }]);
    await page.clock.runFor(2000);
    expect(await digits(page)).toEqual(["25", "08", "00", "08"]);
  });
}

test("a cache on the way says how old its answer is", async ({ page, server }) => {
  server.headers = { date: new Date("2026-11-23T07:59:50Z").toUTCString(), age: "3600" };
  await openAt(page, "2025-11-23T08:59:50Z", server);
  expect(await digits(page)).toEqual(RIGHT);
});

test("up to two minutes the device is believed, and where the server says nothing of use", async ({ page, heard, server }) => {
  const date = new Date(MONDAY).toUTCString();
  for (const [device, headers] of [
    ["2026-11-23T08:57:50Z", { date }],
    ["2026-11-23T09:01:50Z", { date }],
    ["2026-11-23T09:30:00Z", { date: "today" }],
    ["2026-11-23T09:30:00Z", { date: "Thu, 01 Jan 9999 00:00:00 GMT", age: "1e30" }],
    ["2026-11-23T09:30:00Z", {}],
    ["2026-11-23T09:30:00Z", { date, age: "1810" }],
  ]) {
    server.headers = headers;
    await openAt(page, device, server);
    expect(await ahead(page)).toBe(0);
    expect((await heard())[0].problems).toEqual([]);
  }
});

test("a device that is set right while the page is open is believed again", async ({ page, server }) => {
  await openAt(page, "2026-11-23T07:59:50Z", server);
  expect(await digits(page)).toEqual(RIGHT);
  const date = new Date("2026-11-23T09:20:00Z");
  server.headers = { date: date.toUTCString() };
  await page.clock.setSystemTime(date);
  await page.clock.fastForward(16 * 60_000);
  await expect.poll(async () => (await digits(page))[1]).toBe("07");
});

test("a device near the limit does not flip: it is corrected until it is less than a minute off", async ({ page, server }) => {
  await openAt(page, "2026-11-23T08:57:45Z", server);
  expect(await ahead(page)).toBe(125);
  for (const [off, shown] of [
    [115, 115],
    [65, 65],
    [57, 0],
    [115, 0],
    [123, 123],
  ]) {
    const now = await page.evaluate(() => Date.now());
    server.headers = { date: new Date(now + off * 1000).toUTCString() };
    await refresh(page);
    // The header has whole seconds, and one has passed.
    await expect.poll(async () => Math.abs((await ahead(page)) - shown) <= 2, `${off} seconds off`).toBe(true);
  }
});

test("two servers that disagree do not take turns", async ({ page, server }) => {
  const wrong = { date: new Date("2026-11-23T12:00:00Z").toUTCString() };
  const other = await startServer(() => ({ body: JSON.stringify(fixture("standard")), headers: wrong }));
  await openAt(page, "2026-11-23T07:59:50Z", server);
  await page.evaluate((config) => {
    const portlet = document.createElement("campaign-portlet");
    portlet.setAttribute("config", config);
    document.body.append(portlet);
  }, `${other.origin}/config.json`);
  await expect(frame(page)).toHaveCount(2);
  expect(await digits(page)).toEqual([...RIGHT, ...RIGHT]);
  other.stop();
});

test("a server that keeps its timing to itself counts from the second answer on", async ({ page, server }) => {
  server.headers = { date: new Date(MONDAY).toUTCString(), "timing-allow-origin": "null" };
  await openAt(page, "2026-11-23T07:59:50Z", server);
  expect(await ahead(page)).toBe(0);
  await page.clock.fastForward(10 * 60_000);
  server.headers = { ...server.headers, date: new Date("2026-11-23T09:09:50Z").toUTCString() };
  await refresh(page);
  await expect.poll(async () => Math.abs((await ahead(page)) - 3600)).toBeLessThanOrEqual(1);
});

test("a service worker that answers from last week does not set the clock back", async ({ page, heard }) => {
  await page.goto("hosts/many.html");
  await page.evaluate(async () => {
    const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    await navigator.serviceWorker.register("worker.js");
    await taken;
  });
  await stopClockAndKeepTimings(page, MONDAY);
  await openWith(page, "worked.json");
  await expect(frame(page)).toBeVisible();
  expect(await digits(page)).toEqual(RIGHT);
  expect((await heard())[0].problems).toEqual([]);
  // Nor does the same old answer a second time.
  await page.clock.fastForward(10 * 60_000);
  const asked = page.waitForResponse("**/worked.json");
  await refresh(page);
  await asked;
  await page.evaluate(() => fetch("worked.json").then((answer) => answer.text()));
  expect(await ahead(page)).toBe(0);
});
