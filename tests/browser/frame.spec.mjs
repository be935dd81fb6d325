// The page for an iframe: where its links lead, what of it a sandbox takes away, and its title.
import { firefox } from "@playwright/test";
import { expect, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const CONFIG = {
  title: { en: "Flu", cy: "Ffliw" },
  links: [
    { label: "Book", url: "https://book.trust.example/" },
    { label: "Write to us", url: "mailto:flu@trust.example" },
    { label: "0151 496 0000", url: "tel:01514960000" },
  ],
  locations: {
    places: [{ name: "Hall", sessions: [{ date: "2026-11-24", opens: "09:00", closes: "17:00" }] }],
  },
};
const CORS = { "access-control-allow-origin": "*" };

/** A page with a frame in that sandbox, of its own origin or of another; gives what is in the frame. */
async function openFrame({ page, context, baseURL }, sandbox, { from = "the same origin", address = "" } = {}) {
  const target = { contentType: "text/html", body: "<!doctype html><title>Book</title><h1>Book here</h1>" };
  await context.route("https://book.trust.example/", (route) => route.fulfill(target));
  await context.route("**/config.json", (route) => route.fulfill({ json: CONFIG, headers: CORS }));
  await stopClock(page, MONDAY);
  const files = from === "another origin" ? baseURL.replace("127.0.0.1", "localhost") : baseURL;
  const token = sandbox === undefined ? "" : ` sandbox="${sandbox}"`;
  const src = `${files}embed.html?config=config.json${address}`;
  await openHtml(page, `<iframe${token} src="${src}" width="600" height="1200"></iframe>`);
  const inside = page.frameLocator("iframe");
  await expect(inside.locator(".cp-portlet")).toBeVisible();
  return inside;
}

/** What a sandbox refuses, Chromium tells as an error. */
const REFUSALS = [/Unsafe attempt to initiate navigation/, /Blocked opening/, /external protocol blocked/];

// To Chromium the page around the frame, which no server sent, is on the internet, and the frame on this machine.
test.use({ permissions: ["local-network-access"] });

const ORIGINS = ["the same origin", "another origin"];
const POPUPS = "allow-scripts allow-popups";

for (const from of ORIGINS) {
  test.describe(`a frame of ${from}`, () => {
    for (const [sandbox, where] of [
      [undefined, "leads the whole window"],
      ["allow-scripts", "stays inside"],
      [POPUPS, "opens a new tab"],
      [`${POPUPS} allow-popups-to-escape-sandbox`, "opens a new tab"],
      ["allow-scripts allow-same-origin", "stays inside"],
      ["allow-scripts allow-top-navigation-by-user-activation", "leads the whole window"],
      [`${POPUPS} allow-top-navigation-by-user-activation`, "leads the whole window"],
    ]) {
      test(`sandbox ${sandbox}: a link ${where}`, async ({ page, context, baseURL, faults }) => {
        faults.allow(...REFUSALS);
        const inside = await openFrame({ page, context, baseURL }, sandbox, { from });
        const tab = where === "opens a new tab" ? context.waitForEvent("page") : undefined;
        await inside.getByRole("link", { name: "Book" }).focus();
        await page.keyboard.press("Enter");
        const heading = { "leads the whole window": page, "stays inside": inside, "opens a new tab": await tab }[where];
        await expect(heading.getByRole("heading", { name: "Book here" })).toBeVisible();
        expect(context.pages()).toHaveLength(tab ? 2 : 1);
        if (!tab) return;
        await expect(inside.getByRole("heading", { name: "Flu" })).toBeVisible();
        const seen = await (await tab).evaluate(() => [Boolean(opener), document.referrer, self.origin === "null"]);
        const isSandboxed = !sandbox.includes("escape");
        expect(seen).toEqual([isSandboxed, "", isSandboxed]);
      });
    }

    for (const [sandbox, works] of [
      [undefined, true],
      ["allow-scripts", false],
      [POPUPS, true],
      ["allow-scripts allow-same-origin", false],
      ["allow-scripts allow-top-navigation-by-user-activation", true],
    ]) {
      const what = works ? "work" : "can be read";
      test(`sandbox ${sandbox}: addresses of people ${what}`, async ({ page, context, baseURL, faults }) => {
        faults.allow(...REFUSALS);
        const told = [];
        page.on("console", (line) => /external (handler|protocol)/.test(line.text()) && told.push(line.text()));
        const inside = await openFrame({ page, context, baseURL }, sandbox, { from });
        await inside.getByRole("link", { name: "Write to us" }).click();
        if (works) {
          await expect.poll(() => told).toEqual(["Launched external handler for 'mailto:flu@trust.example'."]);
        } else {
          await expect.poll(() => told).toEqual([expect.stringContaining("blocked by sandbox")]);
          // A telephone is the same to the browser. This machine has none, and so where it may Chromium says nothing.
          await inside.getByRole("link", { name: "0151 496 0000" }).click();
          await expect.poll(() => told).toHaveLength(2);
          await expect(inside.getByRole("link", { name: "Write to us flu@trust.example" })).toBeVisible();
          await expect(inside.getByRole("link", { name: "0151 496 0000", exact: true })).toBeVisible();
        }
        await expect(inside.getByRole("heading", { name: "Flu" })).toBeVisible();
      });
    }

    for (const [sandbox, address, isThere] of [
      [undefined, "", true],
      ["allow-scripts", "", false],
      ["allow-scripts allow-downloads", "", false],
      ["allow-scripts allow-downloads", "&allow-downloads", true],
      ["allow-scripts allow-same-origin", "", false],
      // Where the page around has the frame's origin, the frame sees what its sandbox allows.
      ["allow-scripts allow-same-origin allow-downloads", "", from === "the same origin"],
      ["allow-scripts allow-same-origin allow-downloads", "&allow-downloads", true],
    ]) {
      const what = isThere ? "can be saved" : "are left out";
      test(`sandbox ${sandbox}${address}: calendar files ${what}`, async ({ page, context, baseURL }) => {
        const inside = await openFrame({ page, context, baseURL }, sandbox, { from, address });
        await expect(inside.getByText("Tuesday 24 November 9am to 5pm")).toBeVisible();
        const link = inside.getByRole("link", { name: "Add to calendar" });
        await expect(link).toHaveCount(isThere ? 1 : 0);
        if (!isThere) return;
        const download = page.waitForEvent("download");
        await link.click();
        expect((await download).suggestedFilename()).toBe("session.ics");
      });
    }
  });
}

test("a link that is to open in a new tab is left to the browser", async ({ page, context, baseURL }) => {
  const inside = await openFrame({ page, context, baseURL });
  const tab = context.waitForEvent("page");
  await inside.getByRole("link", { name: "Book" }).click({ modifiers: ["ControlOrMeta"] });
  expect(await (await tab).opener()).toBe(null);
  await expect(inside.getByRole("heading", { name: "Flu" })).toBeVisible();
});

test("as a page of its own it leads where its links lead, and has calendar files", async ({ page, context, baseURL }) => {
  await openFrame({ page, context, baseURL });
  await page.goto("embed.html?config=config.json");
  await expect(page.getByRole("link", { name: "Add to calendar" })).toBeVisible();
  await page.getByRole("link", { name: "Book" }).click();
  await expect(page.getByRole("heading", { name: "Book here" })).toBeVisible();
});

test("its title and language are those of the campaign, also after another choice and a refresh", async ({ page, open }) => {
  const served = await open({ ...CONFIG, refreshMinutes: 1 });
  await expect(page).toHaveTitle("Flu");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
  await page.getByRole("button", { name: "Cymraeg" }).click();
  await expect(page).toHaveTitle("Ffliw");
  await expect(page.locator("html")).toHaveAttribute("lang", "cy");
  served.body = { ...CONFIG, title: { en: "Flu, week 2", cy: "Ffliw, wythnos 2" } };
  await page.clock.runFor(64_000);
  await expect(page).toHaveTitle("Ffliw, wythnos 2");
});

test("a page that could show nothing keeps its title", async ({ page, open, faults }) => {
  faults.allow(/the file is empty/);
  await open("", { ready: false });
  await expect(page.getByText("cannot show")).toBeVisible();
  await expect(page).toHaveTitle("Campaign");
});

test("opened as a file it says that it needs a server", async ({ page }) => {
  await page.goto(new URL("../../dist/embed.html?config=examples/standard.json", import.meta.url).href);
  await expect(page.getByText("This page was opened as a file")).toBeVisible();
  await expect(page.locator("campaign-portlet")).toHaveCount(0);
});

test("in Firefox a link leads where it may as well", async ({ baseURL }) => {
  test.setTimeout(120_000); // It starts slowly.
  const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath });
  try {
    for (const [sandbox, where] of [
      ["allow-scripts", "inside"],
      [POPUPS, "tab"],
      ["allow-scripts allow-top-navigation-by-user-activation", "window"],
    ]) {
      const context = await browser.newContext({ baseURL, locale: "en-GB" });
      const page = await context.newPage();
      const config = { ...CONFIG, links: [{ label: "Book", url: `${baseURL}hosts/quirks.html` }] };
      await context.route("**/config.json", (route) => route.fulfill({ json: config, headers: CORS }));
      await openHtml(page, `<iframe sandbox="${sandbox}" src="${baseURL}embed.html?config=config.json"></iframe>`);
      const inside = page.frameLocator("iframe");
      await expect(inside.getByRole("link", { name: "Add to calendar" })).toHaveCount(0);
      const tab = where === "tab" ? context.waitForEvent("page") : undefined;
      await inside.getByRole("link", { name: "Book" }).click();
      const there = { inside, tab: await tab, window: page }[where];
      await expect(there.getByRole("heading", { name: "Quirks" }), sandbox).toBeVisible();
      if (tab) await expect(inside.getByRole("heading", { name: "Flu" })).toBeVisible();
      await context.close();
    }
  } finally {
    await browser.close();
  }
});
