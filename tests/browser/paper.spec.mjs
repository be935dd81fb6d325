// On paper: all there is, black on white, and nothing that grows untrue there or wants a finger.
import { expect, fixture, test } from "./portlet.mjs";

const visible = (page, selector) =>
  page.locator(selector).evaluateAll((all) => all.filter((element) => element.checkVisibility()).length);

test("every place and each of its sessions is printed, and nothing to press or to search", async ({ open, page }) => {
  await open(fixture("standard"));
  await page.getByRole("searchbox").fill("eastfield");
  await expect(page.locator("[part=place]")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[part=place]")).toHaveCount(11);
  expect(await visible(page, ".cp-times li")).toBeGreaterThan(12);
  await expect(page.getByText("Tuesday 8 December", { exact: true })).toBeVisible();
  expect(await visible(page, "button, input, summary, [part=timer], [part=status], [part=calendar]")).toBe(0);
  await expect(page.getByText("Ends Friday 18 December 2026 at 5pm")).toBeVisible();
  const link = page.locator(".cp-main-link");
  await expect(link).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(link).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
  expect(await link.evaluate((link) => getComputedStyle(link, "::after").content)).toContain("https://staff.trust.example/flu/book");
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator("[part=place]")).toHaveCount(1);
});

test("the standard example is at most two sheets", async ({ open, page }) => {
  await open(fixture("standard"));
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.toString("latin1").match(/\/Type \/Page\b/g).length).toBeLessThanOrEqual(2);
});
