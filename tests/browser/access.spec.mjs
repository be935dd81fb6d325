// Everyone can use it: two engines in every state, the keyboard, what a screen reader reads, small screens, large text, forced
// colours.
import { accessibilityFaults, byAxe } from "./accessibility.mjs";
import { expect, fixture, FIXTURES, frame, test } from "./portlet.mjs";

const WIDTHS = [320, 1200];
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="200"><rect width="800" height="200"/></svg>`;

/** What the engines find; axe at both widths, since the other takes seconds. A portlet's title is never the page's first heading. */
async function expectNoFaults(page) {
  const [phone, desktop] = WIDTHS;
  await page.setViewportSize({ width: desktop, height: 800 });
  expect(await byAxe(page, "page-has-heading-one")).toEqual([]);
  await page.setViewportSize({ width: phone, height: 800 });
  expect(await accessibilityFaults(page, "page-has-heading-one")).toEqual([]);
}

/** What scrolls sideways, as it must not. */
const overflowing = (page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const { shadowRoot } = document.querySelector("campaign-portlet");
    const wide = [...shadowRoot.querySelectorAll("*")].filter((element) => {
      const { right, left } = element.getBoundingClientRect();
      return (right > clientWidth + 0.5 || left < -0.5) && !element.closest(".cp-hidden");
    });
    return [
      ...(scrollWidth > clientWidth ? [`page: ${scrollWidth}`] : []),
      ...wide.map((element) => element.outerHTML.slice(0, 120)),
    ];
  });

// What every-field.json names, and no fixture brings.
test.beforeEach(({ page }) =>
  page.route("**/flu.svg", (route) => route.fulfill({ contentType: "image/svg+xml", body: PICTURE })),
);

test.describe("no accessibility fault", () => {
  test.slow();
  for (const name of FIXTURES) {
    test(`in ${name}, which also fits a phone`, async ({ open, page }) => {
      await open(fixture(name));
      await expectNoFaults(page);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await overflowing(page)).toEqual([]);
    });
  }

  for (const [phase, at] of [
    ["before its start", "2026-09-20T09:00:00Z"],
    ["after its end", "2027-01-10T09:00:00Z"],
  ]) {
    test(`${phase}`, async ({ open, page }) => {
      await open(fixture("standard"), { at });
      await expectNoFaults(page);
    });
  }

  test("in the other language", async ({ open, page }) => {
    await open(fixture("bilingual"), { lang: "en" });
    await expectNoFaults(page);
  });

  test("where it failed", async ({ open, page, faults }) => {
    faults.allow(/campaign-portlet/);
    await open("{");
    await expectNoFaults(page);
  });

  test("where a section cannot be shown", async ({ open, page, faults }) => {
    faults.allow(/uptake/);
    await open({ ...fixture("standard"), uptake: {} });
    await expectNoFaults(page);
  });

  test("on a host page, next to the host's own headings", async ({ page }) => {
    await page.goto("hosts/two-portlets.html");
    await expect(frame(page)).toHaveCount(2);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test("both engines see into a portlet", async ({ open, page }) => {
  await open(fixture("standard"));
  await frame(page).evaluate((frame) => frame.append(document.createElement("img"), document.createElement("button")));
  const faults = await accessibilityFaults(page);
  expect(faults.map(([rule]) => rule)).toEqual(expect.arrayContaining(["image-alt", "button-name", "img_alt_valid", "input_label_exists"]));
});

test("what has the focus shows it", async ({ open, page }) => {
  await open(fixture("standard"));
  for (const target of [
    page.getByRole("link", { name: "Book your flu jab" }),
    page.getByRole("button", { name: "Pause countdown" }),
    page.getByRole("searchbox"),
  ]) {
    const look = () => target.evaluate((element) => getComputedStyle(element).boxShadow);
    const before = await look();
    await page.keyboard.press("Tab");
    await target.focus();
    expect(await look()).not.toBe(before);
  }
});

test("the keyboard works the disclosure and the pause", async ({ open, page }) => {
  await open(fixture("standard"), { at: "2026-10-05T09:00:00Z" });
  await page.getByRole("button", { name: "Pause countdown" }).press("Space");
  await expect(page.getByRole("button", { name: "Resume countdown" })).toBeFocused();
  await page.locator("[part=more]").click();
  const summary = page.locator("[part=place]", { hasText: "Maternity" }).locator("summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /Maternity.*25 November/ })).toBeVisible();
});

test("a screen reader reads all of a long campaign", async ({ open, page }) => {
  await open(fixture("standard"));
  expect(`${await frame(page).ariaSnapshot()}\n`).toMatchSnapshot("standard.aria.yml");
});

for (const name of ["standard", "bilingual", "every-field"]) {
  test(`${name} fits a phone with text at 200%`, async ({ open, page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const session = await page.context().newCDPSession(page);
    await session.send("Page.enable");
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    await open(fixture(name));
    await expect(page.locator(".cp-summary")).toHaveCSS("font-size", "32px");
    expect(await overflowing(page)).toEqual([]);
  });
}

test("text spacing that a person sets loses nothing", async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(fixture("standard"));
  await page.locator("campaign-portlet").evaluate(({ shadowRoot }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
    );
    shadowRoot.adoptedStyleSheets.push(sheet);
  });
  expect(await overflowing(page)).toEqual([]);
});

test("targets are at least 24 pixels high, or stand in a sentence", async ({ open, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open({ ...fixture("standard"), title: { en: "Flu", cy: "Ffliw" } }, { at: "2026-10-05T09:00:00Z" });
  const targets = page.locator("button, input, summary, .cp-main-link, .cp-place-links a");
  const low = await targets.evaluateAll((all) =>
    all.filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 24).map((target) => target.outerHTML),
  );
  expect(low).toEqual([]);
});

test("no words lie under the language switch", async ({ open, page, faults }) => {
  faults.allow(/404/);
  await page.setViewportSize({ width: 320, height: 800 });
  const served = await open(fixture("bilingual"));
  const words = (selector) =>
    page.locator(selector).evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    });
  expect((await words("h2")).top).toBeGreaterThanOrEqual((await words("[part=language]")).bottom);
  served.status = 404;
  await page.reload();
  expect((await words("[part=stale]")).top).toBeGreaterThanOrEqual((await words("[part=language]")).bottom);
});

test("in forced colours the bars, their marks and the open sign are still seen", async ({ open, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(fixture("standard"));
  const seen = await page
    .locator("[part=bar]")
    .first()
    .evaluate((bar) => {
      const colour = (element, property) => getComputedStyle(element)[property];
      return {
        border: colour(bar, "borderTopStyle"),
        apart: colour(bar.querySelector(".cp-fill"), "backgroundColor") !== colour(bar, "backgroundColor"),
        mark: colour(bar.querySelector(".cp-mark"), "borderLeftWidth"),
      };
    });
  expect(seen).toEqual({ border: "solid", apart: true, mark: "2px" });
  await expect(page.locator(".cp-open").first()).toHaveCSS("outline-style", "solid");
  await expect(page.locator(".cp-today").first()).toHaveCSS("outline-style", "solid");
});
