// The snippet: plain HTML and CSS on pages of all kinds, what it becomes where scripts run, and how it gets there.
import { accessibilityFaults } from "./accessibility.mjs";
import { readFileSync } from "node:fs";
import { allAsked, expect, FIXTURES, frame, MONDAY, openHtml, stopClock, test } from "./portlet.mjs";
import { block, EXAMPLES, LIVE, snippet } from "./snippets.mjs";

test.describe("on a page of its own", () => {
  for (const name of FIXTURES) {
    test(`${name}: fits a phone, and has no accessibility fault`, async ({ page }) => {
      test.slow();
      await stopClock(page, MONDAY);
      await page.setViewportSize({ width: 320, height: 800 });
      await openHtml(page, `<main><h1>Page</h1>${snippet(name)}</main>`);
      await expect(block(page)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }

  test("says all in the order in which it is seen", async ({ page }) => {
    await openHtml(page, snippet("standard"));
    await expect(block(page).getByRole("heading")).toContainText(["Flu vaccination 2026 to 2027", "Campaign ends"]);
    await expect(block(page).getByRole("row", { name: /^Estates/ })).toContainText("164 of 402 vaccinated");
    await expect(block(page).getByRole("link", { name: "Flu vaccination 2026 to 2027" })).toHaveAttribute("href", LIVE);
    await expect(block(page).getByRole("button")).toHaveCount(0);
  });

  test("its bars are seen in forced colours", async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await openHtml(page, snippet("standard"));
    const colour = (selector, property) =>
      page.locator(selector).first().evaluate((bar, property) => getComputedStyle(bar)[property], property);
    expect(await colour(".cp-fill", "backgroundColor")).not.toBe(await colour(".cp-bar", "backgroundColor"));
    expect(await colour(".cp-bar", "borderTopWidth")).toBe("1px");
  });
});

test.describe("on a portal's page", () => {
  const BOOTSTRAP = readFileSync(new URL("../../node_modules/bootstrap/dist/css/bootstrap.css", import.meta.url), "utf8");
  // What themes of Liferay say of everything on a page, and what a portal's own style sheet adds.
  const THEME = `
    html { font-size: 10px } body { font: italic 300 13px/2 serif; color: #6b6c7e; text-align: center }
    #wrapper a, #content a { color: #0b5fff; font-weight: 600; text-decoration: none }
    #content h2, #content h3, #content h4 { margin: 24px 0 12px; color: #a00; text-transform: uppercase }
    .portlet-body table { width: 50%; border: 3px solid #e7e7ed } .portlet-body td, .portlet-body th { padding: 12px }
    .portlet-body ul { list-style: square; padding-left: 2em } .portlet-body li::before { content: "•" }
    .portlet-body p { line-height: 3; text-indent: 1em } .portlet-body section { box-shadow: 0 0 9px red }
    .portlet-body div { float: none; letter-spacing: .1em } .portlet-body header { background: #30313f; min-height: 56px }
    #wrapper strong, #wrapper span { font-family: monospace; text-shadow: 1px 1px red } #wrapper i { display: none }`;
  const LIFERAY = [
    '<div id="wrapper" class="container-fluid"><section id="content"><div class="portlet-layout row">',
    '<div class="col-md-4 portlet-column"><section class="portlet card"><div class="portlet-content card-body">',
    '<div class="portlet-body"><div class="journal-content-article" style="width: 420px">',
  ];

  /** Where everything within the portlet's frame is, and its style, an element a line. */
  const drawn = (page, withStyle) =>
    frame(page).evaluate((frame, withStyle) => {
      const { left, top } = frame.getBoundingClientRect();
      const style = (element, pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const names = Array.from(style).filter((name) => !name.startsWith("--"));
        return names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      };
      return [frame, ...frame.querySelectorAll("*")].map((element) => {
        const box = element.getBoundingClientRect();
        const lines = [element.outerHTML.slice(0, 80), box.left - left, box.top - top, box.width, box.height];
        for (const pseudo of withStyle ? [undefined, "::before", "::after"] : []) lines.push(...style(element, pseudo));
        return lines.join("\n");
      });
    }, withStyle);

  // All there is of style is a great deal: one example is enough, and for another one its places.
  for (const [name, withStyle] of [["bilingual", true], ["standard", false]]) {
    test(`${name}: nothing of Bootstrap's or the portal's style gets in`, async ({ page }) => {
      await openHtml(page, `<div style="width: 420px">${snippet(name)}</div>`);
      const alone = await drawn(page, withStyle);
      expect(alone.length).toBeGreaterThan(40);
      const style = `<style>${BOOTSTRAP}\n${THEME}</style>`;
      await openHtml(page, `${style}${LIFERAY.join("")}${snippet(name)}`);
      const within = await drawn(page, withStyle);
      for (const [index, element] of alone.entries()) expect(within[index]).toBe(element);
    });
  }

  test("nothing of its style gets out", async ({ page }) => {
    const others = '<h2 class="cp-title">A</h2><table class="cp-chart"><tr><td>B</table><ul><li>C</ul><a href="#d">D</a>';
    const drawn = () => page.locator("#others").evaluate((others) =>
      [...others.querySelectorAll("*")].map((element) => Array.from(getComputedStyle(element), (name) => getComputedStyle(element)[name])),
    );
    await openHtml(page, `<div id="others">${others}</div>`);
    const alone = await drawn();
    await openHtml(page, `<div id="others">${others}</div>${snippet("standard")}`);
    expect(await drawn()).toEqual(alone);
  });
});

test.describe("on the preview page", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  const address = (baseURL, name) => `${baseURL}examples/${name}.json`;
  const live = (baseURL, name) => `${baseURL}embed.html?config=${encodeURIComponent(address(baseURL, name))}`;

  /** Opens a way to put it on a page, copies what that gives, and gives what is on the clipboard then. */
  async function copied(page, name, kind) {
    await stopClock(page, MONDAY);
    await page.goto(`index.html?config=examples/${name}.json`);
    await expect(frame(page)).toBeVisible();
    const way = page.locator(`[data-paste=${kind}]`);
    await way.locator("summary").click();
    await way.getByRole("button", { name: "Copy" }).click();
    await expect(way.locator(".copied")).toHaveText("Copied");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await expect(page.getByRole("textbox", { name: "What to paste" })).toHaveValue(text);
    return text;
  }

  for (const name of ["standard", "csv", "bilingual"]) {
    test(`${name}: the snippet is the one that the host makes`, async ({ page, baseURL }) => {
      // A session is told from others by the config's address as well, and that is another one here.
      const alike = (block) => block.replaceAll(/UID%3a[0-9a-f]+/g, "UID");
      const made = readFileSync(new URL(`../snippet/${name}.html`, import.meta.url), "utf8")
        .replaceAll(EXAMPLES, `${baseURL}examples/`)
        .replaceAll(LIVE, live(baseURL, name));
      expect(alike(await copied(page, name, "plain"))).toBe(alike(made));
      expect(alike(await copied(page, name, "element"))).toBe(
        `<campaign-portlet config="${address(baseURL, name)}">\n${alike(made)}</campaign-portlet>\n` +
          `<script src="${baseURL}campaign-portlet.js" async></script>\n`,
      );
    });
  }

  test("what is copied works where it is pasted", async ({ page }) => {
    const script = await copied(page, "standard", "script");
    const iframe = await copied(page, "standard", "iframe");
    const element = await copied(page, "standard", "element");
    await openHtml(page, script);
    await expect(frame(page)).toBeVisible();
    await openHtml(page, element);
    await expect(page.locator("[part=portlet]")).toBeVisible();
    await openHtml(page, iframe);
    await expect(page.frameLocator("iframe").locator(".cp-portlet")).toBeVisible();
    await expect(page.locator("iframe")).toHaveAttribute("title", "Flu vaccination 2026 to 2027");
  });

  test("the wasm that makes snippets comes when one is wanted, and not before", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto("index.html");
    await expect(frame(page)).toBeVisible();
    await allAsked(page);
    expect(asked.filter((path) => path.includes("snippet-"))).toEqual([]);
    await page.locator("[data-paste=element] summary").click();
    await expect(page.locator("[data-paste=element] textarea")).toBeVisible();
    expect(asked.filter((path) => path.includes("snippet-"))).toHaveLength(2);
  });

  test("a config that has nothing to show gives none, and says so", async ({ page, faults }) => {
    faults.allow(/config\.json/);
    await page.route("**/config.json", (route) => route.fulfill({ json: { summary: "No title" } }));
    await page.goto("index.html?config=config.json");
    const way = page.locator("[data-paste=element]");
    await way.locator("summary").click();
    await expect(way.locator(".told")).toHaveText("The config has nothing to show. Fix it first.");
    await expect(way.getByRole("button")).toHaveCount(0);
  });
});

test.describe("where a browser gives no clipboard", () => {
  test("what to paste is selected", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.goto("index.html");
    await expect(frame(page)).toBeVisible();
    const way = page.locator("[data-paste=script]");
    await way.locator("summary").click();
    await way.getByRole("button", { name: "Copy" }).click();
    await expect(way.locator(".copied")).toHaveText(/The text is selected: copy it/);
    const selected = await way.locator("textarea").evaluate((text) => text.value.slice(text.selectionStart, text.selectionEnd));
    expect(selected).toContain("<script src=");
  });
});
