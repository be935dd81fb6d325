// A snippet inside the element, in Chromium, with each of two fonts: what it paints, and that nothing moves when the portlet
// takes its place. Heights in all three engines: going-live/run.mjs.
import { expect, FIXTURES, gate, MONDAY, openHtml, test } from "./portlet.mjs";
import { block, snippet } from "./snippets.mjs";

const page_of = (name) =>
  `<style>body { margin: 0 }</style><p>Before</p><campaign-portlet config="../examples/${name}.json">\n${snippet(name)}</campaign-portlet>
  <script src="../campaign-portlet.js" async></script><p id="after">After</p>`;

/** Keeps what the browser reports of paints and of layout shifts; each page starts anew. */
const observe = (page) =>
  page.addInitScript(() => {
    window.reported = { paint: [], "layout-shift": [] };
    const report = (list) => list.getEntries().forEach((entry) => window.reported[entry.entryType].push(entry));
    for (const type of Object.keys(window.reported)) new PerformanceObserver(report).observe({ type, buffered: true });
  });

const shifts = (page) => page.evaluate(() => window.reported["layout-shift"].map(({ value }) => value));

// The picture of the other example has no size until it comes, wherever it stands.
for (const name of FIXTURES.filter((name) => name !== "every-field")) {
  test(`${name}: it paints before the script is there, and nothing moves when it goes live`, async ({ page }) => {
    await page.clock.setFixedTime(MONDAY);
    await observe(page);
    for (const width of [320, 420, 1200]) {
      const script = gate();
      await page.setViewportSize({ width, height: 5000 });
      await page.route("**/campaign-portlet.js", async (route) => {
        await script.opened;
        await route.continue();
      });
      await openHtml(page, page_of(name), {}, "commit");
      await expect(block(page)).toBeVisible();
      await expect.poll(() => page.evaluate(() => window.reported.paint.length)).toBe(2);
      const height = () => page.locator("campaign-portlet").evaluate((host) => host.getBoundingClientRect().height);
      const before = await height();
      script.open();
      await expect(page.locator("[part=portlet]")).toBeVisible();
      await expect(block(page)).toBeHidden();
      expect(await height()).toBeCloseTo(before, 1);
      // A shift is reported after the frame that it is in.
      await page.evaluate(
        () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen)))),
      );
      expect(await shifts(page)).toEqual([]);
    }
  });
}

test("it says no word twice to a screen reader once it is live", async ({ page }) => {
  await page.clock.setFixedTime(MONDAY);
  await openHtml(page, page_of("standard"));
  await expect(page.locator("[part=portlet]")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Where to go" })).toHaveCount(1);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("it stays", async ({ page }) => {
    await openHtml(page, page_of("standard"));
    await expect(block(page)).toBeVisible();
    await expect(page.getByText("Ends Friday 18 December 2026 at 5pm")).toBeVisible();
  });
});
