// A device whose clock is wrong, by the clock of the server that the config comes from.
import { MONDAY, digits, expect, fixture, frame, stopClock, test } from "./portlet.mjs";

const RIGHT = ["25", "08", "00", "10"];

/** Opens a portlet on a device whose clock says `device`; the server's says MONDAY, and a cache on the way kept it for `age`. */
async function openAt(page, device, { age, date = new Date(MONDAY).toUTCString(), ...more } = {}) {
  await page.route("**/config.json", (route) =>
    route.fulfill({ json: fixture("standard"), headers: { date, ...(age && { age: String(age) }), ...more } }),
  );
  await stopClock(page, device);
  await page.goto("embed.html?config=config.json");
  await expect(frame(page)).toBeVisible();
}

for (const device of ["2026-11-23T08:57:49Z", "2026-11-23T10:30:00Z", "2025-11-23T08:59:50Z"]) {
  test(`a device that says ${device} is corrected, and the page is told`, async ({ page, heard }) => {
    await openAt(page, device);
    expect(await digits(page)).toEqual(RIGHT);
    const [{ problems }] = await heard();
    const message = `the clock of this device says ${device}, the server's ${MONDAY}, which is used`;
    expect(problems).toEqual([{ severity: "warning", path: "", message }]);
    await page.clock.runFor(2000);
    expect(await digits(page)).toEqual(["25", "08", "00", "08"]);
  });
}

test("up to two minutes the device is believed, and where the server says nothing of use", async ({ page, heard }) => {
  for (const [device, headers] of [
    ["2026-11-23T08:57:50Z", {}],
    ["2026-11-23T09:01:50Z", {}],
    ["2026-11-23T09:30:00Z", { date: "today" }],
    ["2026-11-23T09:30:00Z", { date: "Thu, 01 Jan 9999 00:00:00 GMT", age: "1e30" }],
    ["2026-11-23T09:30:00Z", { age: 1810 }],
  ]) {
    await openAt(page, device, headers);
    const end = Date.parse("2026-12-18T17:00:00Z");
    const seconds = Math.floor((end - Date.parse(device)) / 1000);
    expect((await digits(page)).at(-1)).toBe(String(seconds % 60).padStart(2, "0"));
    expect((await digits(page))[1]).toBe(String(Math.floor(seconds / 3600) % 24).padStart(2, "0"));
    expect((await heard())[0].problems).toEqual([]);
  }
});

test("a device that is set right while the page is open is believed again", async ({ page }) => {
  await openAt(page, "2026-11-23T07:59:50Z");
  expect(await digits(page)).toEqual(RIGHT);
  const date = new Date("2026-11-23T09:20:00Z");
  await page.route("**/config.json", (route) =>
    route.fulfill({ json: fixture("standard"), headers: { date: date.toUTCString() } }),
  );
  await page.clock.setSystemTime(date);
  await page.clock.fastForward(16 * 60_000);
  await expect.poll(async () => (await digits(page))[1]).toBe("07");
});
