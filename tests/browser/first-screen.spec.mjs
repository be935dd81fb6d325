// How high things are: what is seen without scrolling, a row, a place, the whole. With each of two fonts; the figures are those of
// Liberation Sans, which is as wide as Arial, and may be exceeded by a seventh in the wider one.
import { expect, fixture, test } from "./portlet.mjs";

/** The standard example, with last year's figure as well. */
const standard = () => {
  const config = fixture("standard");
  config.uptake.overall = { previous: 49.5 };
  return config;
};

test.beforeEach(({ page }, { project }) => {
  page.slack = project.name.includes("DejaVu") ? 1.15 : 1;
});

const bottom = (page, selector) =>
  page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().bottom);
const heights = (page, selector) =>
  page.locator(selector).evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().height));
const lines = (page, selector) =>
  page.locator(selector).evaluateAll((names) => names.map((name) => Math.round(name.getBoundingClientRect().height / 20)));

for (const [width, height, last] of [
  [420, 700, "[part=overall]"],
  [320, 640, ".cp-figure"],
]) {
  test(`at ${width} × ${height} the headline is seen without scrolling`, async ({ open, page }) => {
    await page.setViewportSize({ width, height });
    await open(standard());
    for (const selector of [".cp-title", ".cp-main-link", "[part=timer]", "[part=moment]", last]) {
      expect(await bottom(page, selector), selector).toBeLessThanOrEqual(height * page.slack);
    }
    await expect(page.locator("[part=overall]")).toHaveText(
      "Overall: 53.1% 3,651 of 6,878 vaccinated. 1,508 more to reach 75%, up 3.6 points on this time last year",
    );
  });
}

for (const [example, at, width, most] of [
  ["standard", undefined, 420, 1950],
  ["standard", undefined, 1200, 950],
  ["liverpool-2025", "2025-11-24T10:00:00Z", 420, 900],
]) {
  test(`${example} is at most ${most} px high at ${width}`, async ({ open, page }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(example === "standard" ? standard() : fixture(example), at ? { at } : {});
    expect(await bottom(page, "campaign-portlet")).toBeLessThanOrEqual(most * page.slack);
  });
}

for (const [width, most] of [
  [420, 66],
  [896, 44],
  [1200, 44],
]) {
  test(`a row is at most ${most} px high at ${width}`, async ({ open, page }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(standard());
    const names = await lines(page, ".cp-group");
    const rows = await heights(page, "[part=row]");
    for (const [index, row] of rows.entries()) {
      // On a phone a longer name takes its second line more.
      const more = width === 420 ? (names[index] - 1) * 20 : 0;
      expect(row).toBeLessThanOrEqual(most * page.slack + more);
    }
  });
}

test("a place is at most 150 px high while it is folded, at 420", async ({ open, page }) => {
  await page.setViewportSize({ width: 420, height: 700 });
  await open(standard());
  await page.locator("[part=more]").click();
  for (const place of await heights(page, "[part=place]")) expect(place).toBeLessThanOrEqual(150 * page.slack);
});

test("a countdown has its units four abreast or two by two", async ({ open, page }) => {
  await open(fixture("standard"));
  for (const width of [160, 216, 250, 281, 320, 420, 640, 700, 896, 1200]) {
    await page.setViewportSize({ width, height: 700 });
    for (const size of [16, 20, 24, 28, 32]) {
      const tops = await page.locator("campaign-portlet").evaluate((host, size) => {
        host.shadowRoot.querySelector(".cp-portlet").style.fontSize = `${size}px`;
        const units = [...host.shadowRoot.querySelectorAll("[part=unit]")];
        return units.map((unit) => Math.round(unit.getBoundingClientRect().top));
      }, size);
      const rows = new Set(tops).size;
      expect([rows, tops[0] === tops[1], tops[2] === tops[3]], `${width} px, ${size} px`).toEqual([
        rows === 1 ? 1 : 2,
        true,
        true,
      ]);
    }
  }
});

test("no text is below 14 px, and one number is the largest", async ({ open, page }) => {
  await open(standard());
  await page.locator("[part=more]").click();
  for (const summary of await page.locator("summary").all()) await summary.click();
  const sizes = await page.locator("campaign-portlet").evaluate(({ shadowRoot }) => {
    const sizes = {};
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (data.trim()) (sizes[parseFloat(getComputedStyle(parentElement).fontSize)] ??= []).push(data);
    }
    return sizes;
  });
  const order = Object.keys(sizes).map(Number).sort((a, b) => a - b);
  expect(order[0], sizes[order[0]]?.join()).toBeGreaterThanOrEqual(14);
  expect(sizes[order.at(-1)]).toEqual(["53.1%"]);
});
