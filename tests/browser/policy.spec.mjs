// Host pages with the policies that careful trusts set.
import { expect, frame, stopClock, test, MONDAY } from "./portlet.mjs";

for (const name of ["strict-policy", "trusted-types"]) {
  test(`${name}: the portlet works, and nothing is refused`, async ({ page }) => {
    const refused = [];
    await page.exposeFunction("refused", (what) => refused.push(what));
    await page.addInitScript(() =>
      addEventListener("securitypolicyviolation", (event) =>
        window.refused(
          [event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber, event.sample].join(" "),
        ),
      ),
    );
    await stopClock(page, MONDAY);
    await page.goto(`hosts/${name}.html`);
    await expect(frame(page)).toBeVisible();
    await expect(page.getByRole("timer")).toBeVisible();
    await page.clock.runFor(1000);
    await page.getByRole("button", { name: "Pause countdown" }).click();
    await page.getByRole("searchbox").fill("eastfield");
    await expect(page.locator("[part=place]")).toHaveCount(1);
    // The bars' lengths are set through the object model.
    await expect(page.locator(".cp-fill").first()).not.toHaveCSS("width", "0px");
    expect(refused).toEqual([]);
  });
}

test("nothing of the host's style gets in, and nothing of the portlet's gets out", async ({ page }) => {
  await stopClock(page, MONDAY);
  await page.goto("hosts/element.html");
  await expect(frame(page)).toBeVisible();
  const style = (selector) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, fontFamily, fontSize, textTransform, display, direction } = getComputedStyle(element);
        return { color, fontFamily, fontSize, textTransform, display, direction };
      });
  const inside = [".cp-title", ".cp-row", ".cp-main-link"];
  const before = await Promise.all([...inside, "#before"].map(style));
  await page.addStyleTag({
    content: `html { font-size: 8px } body { color: red; font: 30px cursive; text-transform: uppercase; letter-spacing: 1em }
      * { color: red; text-transform: uppercase } h2, tr, a { display: none } campaign-portlet { font: 40px fantasy; color: lime }`,
  });
  expect(await Promise.all(inside.map(style))).toEqual(before.slice(0, 3));
  await page.reload();
  await page.evaluate(() => document.querySelector("campaign-portlet").remove());
  expect(await style("#before")).toEqual(before[3]);
});

test("the host's custom properties set the colours", async ({ page }) => {
  await page.goto("hosts/element.html");
  await page.addStyleTag({
    content: "campaign-portlet { --campaign-accent: rgb(1, 2, 3); --campaign-ink: rgb(4, 5, 6) }",
  });
  await expect(page.locator(".cp-main-link").first()).toHaveCSS("background-color", "rgb(1, 2, 3)");
  await expect(page.locator(".cp-title")).toHaveCSS("color", "rgb(4, 5, 6)");
});

test("the host reaches named parts", async ({ page }) => {
  await page.goto("hosts/element.html");
  await page.addStyleTag({ content: "campaign-portlet::part(digits) { color: rgb(1, 2, 3) }" });
  await expect(page.locator("[part=digits]").first()).toHaveCSS("color", "rgb(1, 2, 3)");
});
