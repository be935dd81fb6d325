// How a campaign is taken down: what a server takes back, or keeps from a reader, is shown no longer, neither from a copy
// nor on a page that shows it already.
import { allAsked, expect, fixture, frame, openCsv, stopClock, test } from "./portlet.mjs";

const AT = "2026-11-22T10:00:00Z";
const copies = (page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([key, value]) => /\.(json|csv)$/.test(key) && value.includes("\n")).map(([key]) => key.split("/").at(-1)).toSorted());
const online = async (page) => {
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await page.clock.runFor(1000);
};
const title = (page) => page.getByRole("heading", { name: "Flu", exact: true });
const calm = (page) => page.getByText("We cannot show this campaign just now.");

const config = () => ({ ...fixture("csv"), title: "Flu" });

/** A page that shows the campaign, with its copies kept. */
async function openKept({ page, open }) {
  const files = await openCsv(page);
  const served = await open(config(), { at: AT });
  await expect.poll(() => copies(page)).toEqual(["config.json", "figures.csv", "sessions.csv"]);
  return { served, files };
}

for (const [status, isForgotten] of [
  [410, true],
  [401, false],
  [403, false],
]) {
  test(`${status} of a config: it is gone from the page, and from the next one`, async ({ page, open, faults }) => {
    faults.allow(new RegExp(`${status}`));
    const { served } = await openKept({ page, open });
    served.status = status;
    await online(page);
    await expect(calm(page)).toBeVisible();
    await expect(title(page)).toHaveCount(0);
    expect((await copies(page)).includes("config.json")).toBe(!isForgotten);
    await page.reload();
    await expect(calm(page)).toBeVisible();
    await expect(title(page)).toHaveCount(0);
    // The network is cut: what was forgotten stays so.
    served.status = 200;
    await online(page);
    await expect(title(page)).toBeVisible();
  });

  test(`${status} of a CSV file: its figures are gone, and the rest stays`, async ({ page, open, faults }) => {
    faults.allow(new RegExp(`${status}`));
    const { files } = await openKept({ page, open });
    await expect(page.getByRole("rowheader")).toHaveCount(7);
    files.figures = status;
    await online(page);
    await expect(page.getByRole("rowheader")).toHaveCount(0);
    await expect(title(page)).toBeVisible();
    expect((await copies(page)).includes("figures.csv")).toBe(!isForgotten);
    await page.reload();
    await expect(title(page)).toBeVisible();
    await expect(page.getByRole("rowheader")).toHaveCount(0);
    files.figures = undefined;
    await online(page);
    await expect(page.getByRole("rowheader")).toHaveCount(7);
  });
}

for (const status of [404, 500, 503, 429, "no network"]) {
  test(`${status} is a fault, and not the end: the copy is shown`, async ({ page, open, faults }) => {
    faults.allow(/\d{3}|ERR_|could not be/);
    const { served } = await openKept({ page, open });
    if (typeof status === "number") served.status = status;
    else await page.route("**/config.json", (route) => route.abort());
    await online(page);
    await expect(title(page)).toBeVisible();
    await expect(page.locator("[part=stale]")).toBeVisible();
    await page.reload();
    await expect(title(page)).toBeVisible();
  });
}

test("404 is the end a day after the first, on a page that stays open and for the next", async ({ page, open, faults }) => {
  faults.allow(/404/);
  const { served } = await openKept({ page, open });
  served.status = 404;
  await online(page);
  await expect(page.locator("[part=stale]")).toBeVisible();
  await page.clock.fastForward("23:00:00");
  await online(page);
  await expect(title(page)).toBeVisible();
  await page.clock.fastForward("02:00:00");
  await online(page);
  await expect(calm(page)).toBeVisible();
  expect(await copies(page)).not.toContain("config.json");
  await page.reload();
  await expect(calm(page)).toBeVisible();
});

test("a day begins anew when a file has been there in between", async ({ page, open, faults }) => {
  faults.allow(/404/);
  const { served } = await openKept({ page, open });
  for (const status of [404, 200, 404]) {
    served.status = status;
    await page.clock.fastForward("20:00:00");
    await online(page);
    await expect(page.locator("[part=stale]")).toHaveCount(status === 404 ? 1 : 0);
    await expect(title(page)).toBeVisible();
  }
});

test("a page that has been open for 30 days without an answer shows nothing old", async ({ page, open, faults }) => {
  faults.allow(/503/);
  const { served } = await openKept({ page, open });
  served.status = 503;
  await online(page);
  await expect(page.locator("[part=stale]")).toBeVisible();
  // A clock of Playwright jumps at most 24 days. A download gets over one jump while it runs, not over more.
  for (let half = 0; half < 2; half += 1) {
    await page.clock.fastForward(16 * 24 * 3_600_000);
    await allAsked(page);
  }
  await online(page);
  await expect(calm(page)).toBeVisible();
  await expect(title(page)).toHaveCount(0);
});

for (const part of ["[part=pause]", "summary", "[part=place] a", "[part=language]"]) {
  test(`a campaign that is taken down with the focus on ${part} leaves it to the message`, async ({ page, open, faults }) => {
    faults.allow(/410/);
    const served = await open({ ...fixture("standard"), title: { en: "Flu", cy: "Ffliw" } }, { at: AT });
    await page.locator(part).first().focus();
    served.status = 410;
    await online(page);
    await expect(calm(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Try again" })).toBeFocused();
  });
}

test("an element that is put back does not bring back what was taken away", async ({ page, open, faults }) => {
  faults.allow(/410/);
  const { served } = await openKept({ page, open });
  served.status = 410;
  await online(page);
  await expect(calm(page)).toBeVisible();
  await page.evaluate(async () => {
    const portlet = document.querySelector("campaign-portlet");
    const { parentNode } = portlet;
    portlet.remove();
    // The clock stands, and so do its timers.
    await (await fetch("embed.css")).text();
    parentNode.append(portlet);
  });
  await page.clock.runFor(1000);
  await expect(title(page)).toHaveCount(0);
});
