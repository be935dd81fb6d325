// Host pages with the policies that careful trusts set.
import { expect, fixture, frame, stopClock, test, MONDAY } from "./portlet.mjs";

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

/** WCAG's contrast of two colours. */
function contrast(one, other) {
  const light = (channels) =>
    channels
      .map((channel) => channel / 255)
      .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
      .reduce((sum, channel, at) => sum + channel * [0.2126, 0.7152, 0.0722][at], 0.05);
  const [dark, bright] = [light(one), light(other)].toSorted((a, b) => a - b);
  return bright / dark;
}

/** What a colour comes to on a screen. */
const painted = (page, colour) =>
  page.evaluate((colour) => {
    const context = document.createElement("canvas").getContext("2d");
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, colour);

const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];

// The main link, a button of the size of a link that has the focus, and a place that is open.
const COLOURED = { accent: ".cp-main-link", focus: "[part=pause]", good: ".cp-open" };

/** The text on those, and what it stands on. */
const coloursOf = async (page, selector) => {
  const element = page.locator(selector).first();
  const colours = await element.evaluate((element) => {
    const { color, backgroundColor } = getComputedStyle(element);
    return [color, backgroundColor];
  });
  return Promise.all(colours.map((colour) => painted(page, colour)));
};

const setProperties = (page, properties) =>
  page.locator("campaign-portlet").evaluate((host, properties) => {
    for (const [name, value] of Object.entries(properties)) host.style.setProperty(`--campaign-${name}`, value);
  }, properties);

test("on a colour that only the page has set, the text is black or white, whichever reads better", async ({
  open,
  page,
}) => {
  await open(fixture("standard"), { at: "2026-11-23T10:00:00Z" });
  await page.locator(COLOURED.focus).focus();
  for (const colour of [
    ...["#ffeb3b", "#78be20", "#41b6e6", "#ed8b00", "#fff", "#777", "#4b69ff", "#ff0000", "hsl(120 100% 30%)"],
    ...["#005eb8", "#330072", "#7c2855", "#00f", "#000", "#747474", "oklch(45% 0.2 20)", "rgb(255 255 255 / 0.99)"],
  ]) {
    await setProperties(page, { accent: colour, focus: colour, good: colour });
    for (const selector of Object.values(COLOURED)) {
      const [text, ground] = await coloursOf(page, selector);
      const better = contrast(BLACK, ground) > contrast(WHITE, ground) ? BLACK : WHITE;
      expect(text, `${selector} on ${colour}`).toEqual(better);
    }
  }
});

test("where the page says what stands on its accent, or nothing at all, it is so", async ({ open, page }) => {
  await open({ ...fixture("standard"), theme: { accent: "#ffeb3b" } }, { at: "2026-11-23T10:00:00Z" });
  await page.locator(COLOURED.focus).focus();
  expect((await coloursOf(page, COLOURED.accent))[0]).toEqual(BLACK); // As the config's accent needs it.
  expect((await coloursOf(page, COLOURED.focus))[0]).toEqual([33, 43, 50]);
  expect((await coloursOf(page, COLOURED.good))[0]).toEqual(WHITE);
  await setProperties(page, { accent: "#330072" });
  expect(await coloursOf(page, COLOURED.accent)).toEqual([WHITE, [51, 0, 114]]);
  await setProperties(page, { "on-accent": "#ffeb3b" });
  expect((await coloursOf(page, COLOURED.accent))[0]).toEqual([255, 235, 59]);
});
