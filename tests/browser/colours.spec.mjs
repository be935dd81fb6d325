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

test.describe("bars grow", () => {
  const growing = (page) => page.locator("campaign-portlet").evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll(".cp-fresh").length);
  const inside = (content) => `<campaign-portlet config="config.json">${content}</campaign-portlet><script src="../campaign-portlet.js"></script>`;

  for (const [what, content, expected] of [
    ["at the first view", "", 1],
    ["but not where something stood before", "<p>Flu</p>", 0],
  ]) {
    test(what, async ({ page }) => {
      await page.route("**/config.json", (route) => route.fulfill({ json: fixture("standard") }));
      await stopClock(page, MONDAY);
      await openHtml(page, inside(content));
      await expect(frame(page)).toBeVisible();
      expect(await growing(page)).toBe(expected);
      await expect.poll(() => growing(page)).toBe(0);
    });
  }
});
