// The countdown: its phases, its digits, what a tick costs, and what a screen reader hears.
import { readFileSync } from "node:fs";
import {
  digits,
  expect,
  fixture,
  openHtml,
  recordChanges,
  setVisibility,
  stopClock,
  test,
  MONDAY,
} from "./portlet.mjs";

/** A countdown alone. */
const countdown = (changes) => ({ title: "Flu", countdown: { ...fixture("standard").countdown, ...changes } });

const names = (page) => page.locator(".cp-name").allTextContents();
const announcement = (page) => page.locator(".cp-countdown").getByRole("status");

test("before its start it counts down to it", async ({ open, page }) => {
  // British Summer Time: the midnight that begins 1 October is 23:00 on the day before in UTC.
  await open(countdown(), { at: "2026-09-28T21:58:57Z" });
  await expect(page.getByRole("heading", { name: "Campaign starts in" })).toBeVisible();
  expect(await digits(page)).toEqual(["2", "01", "01", "03"]);
  expect(await names(page)).toEqual(["days", "hour", "minute", "seconds"]);
  await expect(page.locator("[part=moment]")).toHaveText("Starts Thursday 1 October 2026");
  await expect(page.locator("[part=moment] time")).toHaveAttribute("datetime", "2026-10-01");
});

test("it passes from before to running to ended by itself", async ({ open, page }) => {
  await open(countdown({ starts: "2026-12-18T16:59:50" }), { at: "2026-12-18T16:59:49Z" });
  await expect(page.getByRole("heading", { name: "Campaign starts in" })).toBeVisible();
  await page.clock.runFor(1000);
  await expect(page.getByRole("heading", { name: "Campaign ends in" })).toBeVisible();
  expect(await digits(page)).toEqual(["0", "00", "00", "10"]);
  await page.clock.runFor(9000);
  expect(await digits(page)).toEqual(["0", "00", "00", "01"]);
  await page.clock.runFor(1000);
  const ended = "This year’s campaign has ended. Occupational Health can still help.";
  await expect(page.getByRole("heading", { name: ended })).toBeVisible();
  await expect(page.getByRole("timer")).toHaveCount(0);
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(announcement(page)).toHaveText(ended);
});

test("once it has ended it says when, unless the config says it in its own words", async ({ open, page }) => {
  const { after, ...rest } = countdown().countdown;
  const served = await open({ title: "Flu", countdown: rest }, { at: "2026-12-20T10:00:00Z" });
  await expect(page.getByRole("heading", { name: "This campaign has ended" })).toBeVisible();
  await expect(page.getByText("Ended Friday 18 December 2026 at 5pm")).toBeVisible();
  served.body = { title: "Flu", countdown: { ...rest, after } };
  await page.reload();
  await expect(page.getByRole("heading", { name: after })).toBeVisible();
  await expect(page.locator("[part=moment]")).toHaveCount(0);
});

test("while it runs the digits and the closing moment are exact", async ({ open, page }) => {
  await open(countdown());
  expect(await digits(page)).toEqual(["25", "08", "00", "10"]);
  await expect(page.locator("[part=moment]")).toHaveText("Ends Friday 18 December 2026 at 5pm");
  await expect(page.locator("[part=moment] time")).toHaveAttribute("datetime", "2026-12-18T17:00:00Z");
});

for (const [timeZone, datetime, days, hours] of [
  ["Europe/London", "2026-12-18T17:00:00Z", "25", "08"],
  ["America/New_York", "2026-12-18T22:00:00Z", "25", "13"],
  ["Asia/Kathmandu", "2026-12-18T11:15:00Z", "25", "02"],
]) {
  test(`the end is 5pm in ${timeZone}, wherever the device is`, async ({ open, page }) => {
    expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe("Asia/Dubai");
    await open({ ...countdown(), timeZone });
    expect((await digits(page)).slice(0, 2)).toEqual([days, hours]);
    await expect(page.locator("[part=moment]")).toHaveText("Ends Friday 18 December 2026 at 5pm");
    await expect(page.locator("[part=moment] time")).toHaveAttribute("datetime", datetime);
  });
}

test("days are of 24 hours also across the change of the clocks", async ({ open, page }) => {
  await open(countdown({ ends: "2026-10-25T12:00" }), { at: "2026-10-24T11:00:00Z" });
  expect(await digits(page)).toEqual(["1", "01", "00", "00"]);
});

test("what is given as a date is that date, for people and for machines", async ({ open, page }) => {
  const milestones = [
    { label: "Drop-in ends", at: "2026-11-27" },
    { label: "Booking opens", at: "2026-12-01T00:00" },
    { label: "Form closes", at: "2026-12-02T24:00" },
  ];
  await open(countdown({ ends: "2026-12-18", milestones }));
  const dates = () =>
    page.locator("time").evaluateAll((times) => times.map((time) => [time.textContent, time.getAttribute("datetime")]));
  const listed = [
    ["Friday 27 November 2026", "2026-11-27"],
    ["Tuesday 1 December 2026 at 12:01am", "2026-12-01T00:00:00Z"],
    ["Wednesday 2 December 2026", "2026-12-02"],
  ];
  expect(await dates()).toEqual([["Ends Friday 18 December 2026", "2026-12-18"], ...listed]);
  await open(countdown({ ends: "2026-12-19T00:00", milestones }));
  expect(await dates()).toEqual([["Ends Friday 18 December 2026 at 11:59pm", "2026-12-19T00:00:00Z"], ...listed]);
});

test("an end that is a date is the end of that day", async ({ open, page }) => {
  await open(countdown({ ends: "2026-11-23", milestones: [] }), { at: "2026-11-23T23:59:58Z" });
  expect(await digits(page)).toEqual(["0", "00", "00", "02"]);
  await expect(page.locator("[part=moment]")).toHaveText("Ends Monday 23 November 2026");
});

for (const [units, expected, pauses] of [
  [["days"], ["25"], false],
  [["days", "hours"], ["25", "08"], false],
  [["hours", "minutes"], ["608", "00"], false],
  [["minutes", "seconds"], ["36480", "10"], true],
  [["seconds"], ["2188810"], true],
]) {
  test(`units ${units.join(", ")}: the largest takes the rest`, async ({ open, page }) => {
    await open(countdown({ units }));
    expect(await digits(page)).toEqual(expected);
    expect(await names(page)).toEqual(units);
    // Only what ticks can be paused.
    await expect(page.getByRole("button", { name: "Pause countdown" })).toHaveCount(pauses ? 1 : 0);
  });
}

test("noughts alone are never read while time is left", async ({ open, page }) => {
  await open(countdown({ units: ["days"] }), { at: "2026-12-17T16:59:59Z" });
  const read = async () => [await digits(page), await names(page)];
  expect(await read()).toEqual([["1"], ["day"]]);
  for (const [minutes, value, name] of [
    [1, "23", "hours"],
    [22 * 60, "01", "hour"],
    [60, "59", "minutes"],
    [58, "01", "minute"],
  ]) {
    await page.clock.fastForward(minutes * 60_000);
    await expect.poll(read).toEqual([[value], [name]]);
  }
  await page.clock.runFor(60_000);
  await expect.poll(read).toEqual([["01"], ["minute"]]);
  await expect(page.getByRole("button")).toHaveCount(0);
  await page.clock.runFor(1000);
  await expect(page.getByRole("timer")).toHaveCount(0);
});

test("milestones are listed until they have passed", async ({ open, page }) => {
  await open(countdown(), { at: "2026-11-27T23:59:59Z" });
  const dates = page.locator("[part=milestones] li");
  await expect(dates).toHaveText([
    "Drop-in clinics end Friday 27 November 2026",
    "Last bookable appointment Thursday 17 December 2026 at 4:30pm",
  ]);
  await page.clock.runFor(1000);
  await expect(dates).toHaveText(["Last bookable appointment Thursday 17 December 2026 at 4:30pm"]);
});

test("a tick writes only the digits that change", async ({ open, page }) => {
  await open(fixture("standard"));
  const changes = await recordChanges(page);
  await page.clock.runFor(1000);
  expect(await changes()).toEqual(["characterData: 09"]);
  await page.clock.runFor(9000);
  await changes();
  // From 8 hours to 7 hours, 59 minutes and 59 seconds.
  await page.clock.runFor(1000);
  expect((await changes()).toSorted()).toEqual(["characterData: 07", "characterData: 59", "characterData: 59"]);
  await page.clock.runFor(58_000);
  await changes();
  // From 59 minutes and 1 second to 59 minutes; then to 58 minutes and 59 seconds.
  await page.clock.runFor(1000);
  expect(await changes()).toEqual(["characterData: 00", "characterData: seconds"]);
  await page.clock.runFor(1000);
  expect((await changes()).toSorted()).toEqual(["characterData: 58", "characterData: 59"]);
});

test("it is right within a second of the machine's waking", async ({ open, page }) => {
  await open(countdown());
  await page.clock.setSystemTime("2026-12-01T12:34:56Z");
  await page.clock.runFor(1000);
  expect(await digits(page)).toEqual(["17", "04", "25", "03"]);
});

test("a hidden tab rests, and is right as soon as it is seen", async ({ open, page }) => {
  await open(countdown());
  await setVisibility(page, "hidden");
  const changes = await recordChanges(page);
  await page.clock.runFor(60_000);
  expect(await changes()).toEqual([]);
  await setVisibility(page, "visible");
  expect(await digits(page)).toEqual(["25", "07", "59", "10"]);
  await page.clock.runFor(1000);
  expect(await digits(page)).toEqual(["25", "07", "59", "09"]);
});

test("the digits are silent for screen readers", async ({ open, page }) => {
  await open(countdown());
  const timer = page.getByRole("timer");
  await expect(timer).toHaveCount(1);
  expect(await timer.evaluate((element) => element.closest("[aria-live]:not([aria-live=off])"))).toBeNull();
  await page.clock.runFor(1000);
  await expect(announcement(page)).toHaveText("");
});

for (const [before, said] of [
  ["2026-12-17T16:59:59Z", "1 day left"],
  ["2026-12-18T15:59:59Z", "1 hour left"],
  ["2026-12-18T16:49:59Z", "10 minutes left"],
]) {
  test(`a screen reader is told: ${said}`, async ({ open, page }) => {
    await open(countdown(), { at: before });
    await expect(announcement(page)).toHaveText("");
    await page.clock.runFor(1000);
    await expect(announcement(page)).toHaveText(said);
    const changes = await recordChanges(page);
    await page.clock.runFor(1000);
    expect((await changes()).filter((change) => change.includes("left"))).toEqual([]);
  });
}

test("it can be stopped, and goes on where the time is by then", async ({ open, page }) => {
  await open(countdown());
  await page.getByRole("button", { name: "Pause countdown" }).click();
  await page.clock.runFor(5000);
  expect(await digits(page)).toEqual(["25", "08", "00", "10"]);
  const resume = page.getByRole("button", { name: "Resume countdown" });
  await expect(resume).toBeFocused();
  await resume.click();
  expect(await digits(page)).toEqual(["25", "08", "00", "05"]);
  await page.clock.runFor(1000);
  expect(await digits(page)).toEqual(["25", "08", "00", "04"]);
});

test("who asked for less motion sees no seconds", async ({ open, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(countdown(), { at: MONDAY });
  expect(await names(page)).toEqual(["days", "hours", "minutes"]);
  await expect(page.getByRole("button")).toHaveCount(0);
  const changes = await recordChanges(page);
  await page.clock.runFor(9000);
  expect(await changes()).toEqual([]);
});

test("who asked for less motion can pause seconds that stand alone", async ({ open, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(countdown({ units: ["seconds"] }));
  await page.getByRole("button", { name: "Pause countdown" }).click();
  await page.clock.runFor(5000);
  expect(await digits(page)).toEqual(["2188810"]);
});

for (const reducedMotion of ["no-preference", "reduce"]) {
  test(`a snippet has a link where the pause button will be, and nowhere else: ${reducedMotion}`, async ({ page }) => {
    const calm = reducedMotion === "reduce";
    await page.emulateMedia({ reducedMotion });
    await stopClock(page, MONDAY);
    const snippet = readFileSync(new URL("../snippet/standard.html", import.meta.url), "utf8");
    const portlet = `<campaign-portlet config="../examples/standard.json">${snippet}</campaign-portlet>`;
    // Where there is a link, snippet.spec.mjs has it that nothing moves.
    const top = (selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
    for (const width of [320, 420, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      await openHtml(page, `<style>body { margin: 0 }</style>${portlet}`);
      await expect(page.getByRole("link", { name: "Live countdown" })).toHaveCount(calm ? 0 : 1);
      const still = await top(".cp-snippet .cp-milestones");
      await page.addScriptTag({ url: "/campaign-portlet.js" });
      await expect(page.getByRole("button", { name: "Pause countdown" })).toHaveCount(calm ? 0 : 1);
      await expect(page.getByRole("timer")).toBeVisible();
      if (calm) expect(await top("[part=milestones]")).toBeCloseTo(still, 1);
    }
  });
}
