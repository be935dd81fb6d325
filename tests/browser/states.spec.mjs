// What staff see when something is wrong, missing, not yet or no longer there; and what a refresh changes.
import { readFileSync } from "node:fs";
import { allAsked, digits, expect, fixture, frame, keptAt, recordChanges, setVisibility, test, MONDAY } from "./portlet.mjs";

const CALM = "We cannot show this campaign just now.";
const BROKEN = '{\n  "title": "Flu"\n  "lang": "cy"\n}';

/** More than the refresh interval of the config, whatever the random tenth. */
const refreshed = (page, config) => page.clock.fastForward(config.refreshMinutes * 60_000 * 1.06);

test("a broken config is one calm sentence and a way on", async ({ open, page, faults, heard }) => {
  faults.allow(/line 2, column 17: a comma is missing here/);
  await open(BROKEN);
  await expect(frame(page)).toMatchAriaSnapshot(`
    - status: ${CALM}
    - button "Try again"
  `);
  expect((await heard())[0].problems).toMatchObject([{ severity: "error", path: "line 2, column 17" }]);
  expect(faults.seen).toHaveLength(1);
});

test("Try again recovers once the config is mended", async ({ open, page, faults, heard }) => {
  faults.allow(/a comma is missing here/);
  const served = await open(BROKEN);
  served.body = fixture("standard");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
  expect(await digits(page)).toEqual(["25", "08", "00", "10"]);
  expect((await heard()).map(({ name }) => name)).toEqual(["error", "ready"]);
});

test(
  "Try again on what is still broken can be pressed again, and keeps the focus",
  async ({ open, page, faults, heard }) => {
    faults.allow(/a comma is missing here/);
    await open(BROKEN);
    const again = page.getByRole("button", { name: "Try again" });
    await again.press("Enter");
    await expect.poll(async () => (await heard()).length).toBe(2);
    await expect(page.getByText(CALM)).toBeVisible();
    await expect(again).toBeFocused();
  },
);

for (const status of [404, 500]) {
  test(`an answer of ${status} is told to the page with the number`, async ({ page, faults, heard }) => {
    faults.allow(new RegExp(String(status)));
    await page.route("**/config.json", (route) => route.fulfill({ status, body: "{}" }));
    await page.goto("embed.html?config=config.json");
    await expect(page.getByText(CALM)).toBeVisible();
    expect((await heard())[0].problems[0].message).toContain(String(status));
  });
}

test("a section that cannot be used is a notice among the others", async ({ open, page, faults, heard }) => {
  faults.allow(/charts is missing/);
  await open({ ...fixture("standard"), uptake: { overall: { percent: 40 } } });
  await expect(page.getByText("This part cannot be shown just now.")).toHaveCount(1);
  await expect(page.getByRole("timer")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Where to go" })).toBeVisible();
  expect(await heard()).toMatchObject([{ name: "ready", problems: [{ severity: "error", path: "uptake.charts" }] }]);
});

test("a section that is not in the config is not on the page", async ({ open, page }) => {
  await open({ title: "Flu" });
  await expect(page.locator("section")).toHaveCount(0);
  expect((await frame(page).boundingBox()).height).toBeLessThan(150);
});

test("sections stand in the order of the config", async ({ open, page }) => {
  const order = ["locations", "countdown", "uptake"];
  const served = await open({ ...fixture("standard"), sections: order });
  const parts = () =>
    page.locator("section").evaluateAll((sections) => sections.map((section) => section.getAttribute("part")));
  expect(await parts()).toEqual(order);
  served.body = { ...fixture("standard"), sections: ["uptake"] };
  await page.reload();
  await expect(page.locator("section")).toHaveCount(1);
  expect(await parts()).toEqual(["uptake"]);
});

test("outside visibleFrom and visibleTo there is nothing, and it takes no room", async ({ open, page }) => {
  const window = { visibleFrom: "2026-11-23T09:00:00", visibleTo: "2026-11-23T09:00:05" };
  await open({ ...fixture("smallest"), ...window }, { ready: false });
  const host = page.locator("campaign-portlet");
  const height = async () => (await host.evaluate((host) => host.getBoundingClientRect())).height;
  await expect.poll(height).toBe(0);
  await expect(frame(page)).toHaveCount(0);
  await page.clock.runFor(9000);
  await expect(frame(page)).toHaveCount(0);
  await page.clock.runFor(1000);
  await expect(frame(page)).toBeVisible();
  await page.clock.runFor(4000);
  await expect(frame(page)).toBeVisible();
  await page.clock.runFor(1000);
  await expect(frame(page)).toHaveCount(0);
  expect(await height()).toBe(0);
});

test("a refresh that brings the same changes nothing", async ({ open, page, heard }) => {
  const config = { ...fixture("standard"), countdown: undefined, locations: undefined };
  const served = await open(config);
  const changes = await recordChanges(page);
  for (const requests of [2, 3]) {
    const before = await keptAt(page, "config.json");
    await refreshed(page, config);
    await expect.poll(() => keptAt(page, "config.json")).not.toBe(before);
    await allAsked(page);
    expect(served.requests).toBe(requests);
  }
  expect(await changes()).toEqual([]);
  expect(await heard()).toHaveLength(1);
});

test("a refresh shows new figures", async ({ open, page }) => {
  const config = fixture("standard");
  const served = await open(config);
  await expect(page.getByRole("row", { name: /^Estates/ })).toContainText("164 of 402");
  served.body = structuredClone(config);
  served.body.uptake.charts[0].groups[4].count = 180;
  await page.clock.fastForward(14 * 60_000);
  await allAsked(page);
  expect(served.requests).toBe(1);
  await page.clock.fastForward(2 * 60_000);
  await expect(page.getByRole("row", { name: /^Estates/ })).toContainText("180 of 402");
  await expect(frame(page)).toHaveCount(1);
});

test("a config that breaks on a refresh keeps what was shown, and is tried again", async ({
  open,
  page,
  faults,
  heard,
}) => {
  faults.allow(/a comma is missing here/, /503/);
  const config = fixture("standard");
  const served = await open(config);
  for (const [body, status] of [
    [BROKEN, 200],
    ["", 503],
  ]) {
    Object.assign(served, { body, status });
    const before = (await heard()).length;
    await refreshed(page, config);
    await expect.poll(async () => (await heard()).length).toBe(before + 1);
    await expect(page.getByRole("table")).toBeVisible();
    await expect(page.locator("[part=stale]")).toHaveText("This page was last updated Monday 23 November 2026 at 8:59am");
  }
  Object.assign(served, { body: { ...config, title: "Mended" }, status: 200 });
  await refreshed(page, config);
  await expect(page.getByRole("heading", { name: "Mended" })).toBeVisible();
  await expect(page.locator("[part=stale]")).toHaveCount(0);
});

test("a hidden tab does not fetch", async ({ open, page }) => {
  const config = fixture("standard");
  const served = await open(config);
  await setVisibility(page, "hidden");
  await refreshed(page, config);
  await allAsked(page);
  expect(served.requests).toBe(1);
});

test("a config that is not there next time leaves the last good copy", async ({ open, page, faults }) => {
  faults.allow(/404/);
  const served = await open(fixture("standard"), { at: MONDAY });
  served.status = 404;
  await page.clock.setFixedTime("2026-11-24T08:00:00Z");
  await page.reload();
  await expect(page.getByRole("timer")).toBeVisible({ timeout: 2000 });
  await expect(page.locator("[part=stale]")).toHaveText("This page was last updated Monday 23 November 2026 at 8:59am");
});

test("nothing is kept in the browser but the last good copies and the language, and no third party is asked", async ({
  open,
  page,
  baseURL,
  context,
}) => {
  const others = [];
  page.on(
    "request",
    (request) => new URL(request.url()).origin !== new URL(baseURL).origin && others.push(request.url()),
  );
  const config = { ...fixture("csv"), title: { en: "Flu", cy: "Ffliw" } };
  await open(config);
  // In the language of the first frame: in Welsh more lines wrap.
  const { width, height } = await page.locator("campaign-portlet").boundingBox();
  // All that anyone can do, so that whatever would be kept of it is.
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await page.getByRole("button", { name: "Oedi’r cyfrif i lawr" }).click();
  await setVisibility(page, "hidden");
  await setVisibility(page, "visible");
  await allAsked(page);
  expect(others.filter((url) => !url.startsWith("data:"))).toEqual([]);
  const fileOf = (name) => readFileSync(new URL(`../fixtures/valid/${name}`, import.meta.url), "utf8");
  const copies = {
    "config.json": JSON.stringify(config),
    "figures.csv": fileOf("figures.csv"),
    "sessions.csv": fileOf("sessions.csv"),
  };
  const when = new Date(MONDAY).toISOString();
  const key = (name) => `campaign-portlet:${baseURL}config.json${name === "config.json" ? "" : ` ${baseURL}${name}`}`;
  const kept = Object.entries(copies).map(([name, text]) => [key(name), `${when} ${baseURL}${name}\n${text}`]);
  kept.push([`campaign-portlet:${baseURL}config.json height`, `${when} ${Math.round(width)} ${Math.round(height)}`]);
  expect(await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    name: window.name,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    files: await Array.fromAsync((await navigator.storage.getDirectory()).keys()),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }))).toEqual({
    local: { ...Object.fromEntries(kept), "campaign-portlet:lang": "cy" },
    session: {},
    cookies: "",
    name: "",
    databases: [],
    caches: [],
    files: [],
    workers: 0,
  });
  expect(await context.cookies()).toEqual([]);
  // Of other origins that the page may have used, too.
  const { origins } = await context.storageState({ indexedDB: true });
  expect(origins.map(({ origin }) => origin)).toEqual([new URL(baseURL).origin]);
});
