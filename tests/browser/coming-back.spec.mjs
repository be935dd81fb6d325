// An element that is put back, moved to another document, given its attributes late, or has a shadow root already.
import { digits, expect, fixture, frame, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const SCRIPT = '<script src="../campaign-portlet.js"></script>';
const standard = '<campaign-portlet config="../examples/standard.json"></campaign-portlet>';

/** Counts what is asked for from now on. */
function countRequests(page, pattern) {
  const asked = [];
  page.on("request", (request) => pattern.test(request.url()) && asked.push(request.url()));
  return asked;
}

test("an element that is put back later needs no download, and is there in the same frame", async ({ open, page, heard }) => {
  const served = await open(fixture("standard"));
  const heights = await page.locator("campaign-portlet").evaluate(async (host) => {
    const frames = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const task = () => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    const height = () => host.getBoundingClientRect().height;
    const before = height();
    host.remove();
    await task();
    document.querySelector("main").append(host);
    await task();
    return [before, height()];
  });
  expect(heights[1]).toBe(heights[0]);
  await expect(page.getByRole("timer")).toBeVisible();
  await page.clock.runFor(1000);
  expect(await digits(page)).toEqual(["25", "08", "00", "09"]);
  expect(served.requests).toBe(1);
  expect((await heard()).map(({ name }) => name)).toEqual(["ready", "ready"]);
});

test("one that was away for longer than a refresh shows what it had at once, and asks again", async ({ open, page }) => {
  const served = await open(fixture("standard"));
  await page.evaluate(() => {
    window.away = document.querySelector("campaign-portlet");
    window.away.remove();
  });
  await page.clock.fastForward(20 * 60_000);
  served.body = { ...fixture("standard"), title: "Later" };
  await page.evaluate(() => document.querySelector("main").append(window.away));
  await expect(page.getByRole("timer")).toBeVisible();
  await page.clock.runFor(1000);
  await expect(page.getByRole("heading", { name: "Later" })).toBeVisible();
  expect(served.requests).toBe(2);
});

test("an attribute that is set to what it is changes nothing", async ({ open, page, heard }) => {
  const served = await open(fixture("standard"));
  await page.getByRole("button", { name: "Pause countdown" }).click();
  await page.locator("campaign-portlet").evaluate((host) => {
    for (const name of host.getAttributeNames()) host.setAttribute(name, host.getAttribute(name));
  });
  await page.evaluate(() => fetch("embed.css"));
  await expect(page.getByRole("button", { name: "Resume countdown" })).toBeVisible();
  expect(served.requests).toBe(1);
  expect(await heard()).toHaveLength(1);
});

test("300 changes of the language ask for nothing, and the last one counts", async ({ open, page }) => {
  const served = await open(fixture("bilingual"));
  await page.locator("campaign-portlet").evaluate((host) => {
    for (let time = 0; time < 300; time += 1) host.setAttribute("lang", time % 2 ? "en" : "cy");
  });
  await expect(frame(page)).toHaveAttribute("lang", "en-GB");
  expect(served.requests).toBe(1);
});

test("attributes that are set after the element is on the page are no error", async ({ page, heard }) => {
  await openHtml(page, SCRIPT);
  await page.evaluate(() => {
    const portlet = document.createElement("campaign-portlet");
    document.body.append(portlet);
    portlet.setAttribute("config", "../examples/smallest.json");
  });
  await expect(frame(page)).toBeVisible();
  expect((await heard()).map(({ name }) => name)).toEqual(["ready"]);
});

test("an element that never gets a config is told", async ({ page, heard, faults }) => {
  faults.allow(/The attribute "config" must be/);
  await openHtml(page, `${SCRIPT}<campaign-portlet></campaign-portlet>`);
  await expect.poll(async () => (await heard()).length).toBe(1);
  expect((await heard())[0]).toMatchObject({ name: "error", config: "", problems: [{ severity: "error", file: "", path: "" }] });
});

test("moved to the document of a frame, and back, it has its style", async ({ page }) => {
  await stopClock(page, MONDAY);
  await openHtml(page, `${SCRIPT}${standard}<iframe srcdoc="<!doctype html><body>"></iframe>`);
  await expect(page.getByRole("timer")).toBeVisible();
  const style = (root) => root.locator(".cp-main-link").first().evaluate((link) => getComputedStyle(link).backgroundColor);
  const expected = await style(page);
  await page.evaluate(() => document.querySelector("iframe").contentDocument.body.append(document.querySelector("campaign-portlet")));
  const inner = page.frameLocator("iframe");
  await expect(inner.getByRole("timer")).toBeVisible();
  expect(await style(inner)).toBe(expected);
  await page.evaluate(() => document.body.append(document.querySelector("iframe").contentDocument.querySelector("campaign-portlet")));
  await expect(page.getByRole("timer")).toBeVisible();
  expect(await style(page)).toBe(expected);
  await page.locator("campaign-portlet").evaluate((host) => host.setAttribute("heading-level", "3"));
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
});

for (const mode of ["open", "closed"]) {
  test(`a shadow root that the page's HTML declares, ${mode}, is taken over`, async ({ page, heard }) => {
    await openHtml(
      page,
      `<campaign-portlet config="../examples/smallest.json"><template shadowrootmode="${mode}">Declared</template></campaign-portlet>${SCRIPT}`,
    );
    await expect.poll(async () => (await heard()).map(({ name }) => name)).toEqual(["ready"]);
    const height = () => page.locator("campaign-portlet").evaluate((host) => host.getBoundingClientRect().height);
    await expect.poll(height).toBeGreaterThan(200);
    await page.locator("campaign-portlet").evaluate(async (host) => {
      const { parentNode } = host;
      host.remove();
      await new Promise((resolve) => setTimeout(resolve));
      parentNode.append(host);
    });
    await expect.poll(async () => (await heard()).map(({ name }) => name)).toEqual(["ready", "ready"]);
  });
}
