// Light, dark, or as the reader asks for; and bars that grow, once.
import { accessibilityFaults } from "./accessibility.mjs";
import { expect, fixture, frame, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const DARK = "rgb(27, 35, 41)";
const LIGHT = "rgb(255, 255, 255)";

for (const [asked, reader, paper] of [
  [undefined, "dark", LIGHT],
  ["light", "dark", LIGHT],
  ["dark", "light", DARK],
  ["auto", "light", LIGHT],
  ["auto", "dark", DARK],
]) {
  test(`color-scheme ${asked}, for a reader who wants ${reader}`, async ({ open, page }) => {
    await page.emulateMedia({ colorScheme: reader });
    await open(fixture("standard"), asked ? { "color-scheme": asked } : {});
    await expect(frame(page)).toHaveCSS("background-color", paper);
  });
}

test("in the dark all text has its contrast", async ({ open, page }) => {
  await open(fixture("standard"), { "color-scheme": "dark" });
  expect(await accessibilityFaults(page, "page-has-heading-one")).toEqual([]);
});

test("what the page sets goes before the scheme", async ({ page }) => {
  await page.route("**/config.json", (route) => route.fulfill({ json: fixture("standard") }));
  await stopClock(page, MONDAY);
  await openHtml(
    page,
    `<style>campaign-portlet { --campaign-paper: rgb(1, 2, 3) }</style><script src="../campaign-portlet.js"></script>
    <campaign-portlet config="config.json" color-scheme="dark"></campaign-portlet>`,
  );
  await expect(frame(page)).toHaveCSS("background-color", "rgb(1, 2, 3)");
});

/** By the luminances of WCAG; the canvas knows every notation. */
const contrast = (page, ...colours) =>
  page.evaluate((colours) => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (colour) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [dark, light] = colours.map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }, colours);

for (const scheme of ["light", "dark"]) {
  for (const accent of ["#005eb8", "#ffeb3b", "#00a651", "#000000", "#ffffff", "#7c2855", "#41b6e6"]) {
    test(`a bar of the accent ${accent} stands out, ${scheme}`, async ({ open, page }) => {
      await open({ ...fixture("standard"), theme: { accent } }, { "color-scheme": scheme });
      const colour = (selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(await contrast(page, await colour(".cp-fill"), await colour(".cp-bar"))).toBeGreaterThanOrEqual(3);
    });
  }
}

test("who wants more contrast has no pale text or line", async ({ open, page }) => {
  await page.emulateMedia({ contrast: "more" });
  await open(fixture("standard"));
  await expect(page.locator(".cp-organisation")).toHaveCSS("color", "rgb(33, 43, 50)");
});

for (const [what, content, motion, expected] of [
  ["at the first view", "", "no-preference", 400],
  ["but not for who wants less motion", "", "reduce", 0],
  ["nor where something stood before", "<p>Flu</p>", "no-preference", 0],
]) {
  test(`bars grow: ${what}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: motion });
    await page.addInitScript(() => {
      window.grown = [];
      const { animate } = Element.prototype;
      Element.prototype.animate = function (frames, duration) {
        window.grown.push(duration);
        return animate.call(this, frames, duration);
      };
    });
    const config = fixture("standard");
    await page.route("**/config.json", (route) => route.fulfill({ json: config }));
    await stopClock(page, MONDAY);
    await openHtml(
      page,
      `<campaign-portlet config="config.json">${content}</campaign-portlet><script src="../campaign-portlet.js"></script>`,
    );
    await expect(frame(page)).toBeVisible();
    const grown = await page.evaluate(() => window.grown.splice(0));
    expect(grown).toEqual(expected ? Array(10).fill(expected) : []);
    // A refresh moves nothing.
    config.uptake.charts[0].groups.push({ name: "New", count: 40, total: 80 });
    await page.clock.fastForward(17 * 60_000);
    await expect(page.getByRole("rowheader", { name: "New" })).toBeVisible();
    expect(await page.evaluate(() => window.grown)).toEqual([]);
  });
}
