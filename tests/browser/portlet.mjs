// What every browser test starts from: a page with a portlet, its config, a clock that stands still, and a console that
// must stay empty.
import { test as base, expect } from "@playwright/test";
import { readFileSync, readdirSync } from "node:fs";

export { expect };

/** A Monday morning in the middle of the standard campaign: 25 days, 8 hours and 10 seconds before its end. */
export const MONDAY = "2026-11-23T08:59:50Z";

const CONFIGS = new URL("../fixtures/valid/", import.meta.url);

/** One of the valid configs, to change at will. */
export const fixture = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, CONFIGS), "utf8"));

/** The names of all of them. */
export const FIXTURES = readdirSync(CONFIGS)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.replace(".json", ""));

export const test = base.extend({
  /** A page whose clock no test stops begins on MONDAY as well, in the midst of every example, whatever the day of the run is. */
  today: [
    async ({ context }, use) => {
      await context.addInitScript((ahead) => {
        const Real = Date;
        globalThis.Date = class Date extends Real {
          constructor(...parts) {
            super(...(parts.length ? parts : [Real.now() + ahead]));
          }
          static now() {
            return Real.now() + ahead;
          }
        };
      }, Date.parse(MONDAY) - Date.now());
      await use();
    },
    { auto: true },
  ],

  /** Fails a test whose page reports an error. A test that makes one says so: `faults.allow(/pattern/)`. */
  faults: [
    async ({ page }, use) => {
      const seen = [];
      const allowed = [];
      page.on("console", (message) => message.type() === "error" && seen.push(message.text()));
      page.on("pageerror", (error) => seen.push(String(error)));
      await use({ seen, allow: (...patterns) => allowed.push(...patterns) });
      expect(seen.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],

  /** The portlet's events on this page so far. */
  heard: [
    async ({ page }, use) => {
      await page.addInitScript(listen);
      // A config that is served elsewhere finds its CSV files beside it.
      await page.route("**/*.csv", (route) => {
        const name = new URL(route.request().url()).pathname.split("/").at(-1);
        return route.fulfill({ contentType: "text/csv", body: readFileSync(new URL(name, CONFIGS)) });
      });
      await use(() => page.evaluate(() => window.heard));
    },
    { auto: true },
  ],

  /** Opens a portlet on embed.html; gives what is served, which a test may change. */
  open: async ({ page }, use) => {
    await use(async (config, { at = MONDAY, ready = true, ...attributes } = {}) => {
      const served = { body: config, status: 200, requests: 0 };
      await page.route("**/config.json", (route) => {
        served.requests += 1;
        const body = typeof served.body === "string" ? served.body : JSON.stringify(served.body);
        return route.fulfill({ status: served.status, contentType: "application/json", body });
      });
      await stopClock(page, at);
      await page.goto(`embed.html?${new URLSearchParams({ config: "config.json", ...attributes })}`);
      if (ready) await expect(frame(page)).toBeVisible();
      return served;
    });
  },
});

function listen() {
  window.heard = [];
  for (const name of ["ready", "error", "ended"]) {
    document.addEventListener(`campaign-portlet-${name}`, ({ bubbles, composed, detail }) => {
      window.heard.push({ name, bubbles, composed, ...detail });
    });
  }
}

/** The portlet's own frame inside its element: there once it is ready or has failed. */
export const frame = (page) => page.locator(".cp-portlet");

/** Lets the page's time stand still at `at`; `page.clock.runFor` moves it. */
export async function stopClock(page, at) {
  await page.clock.install({ time: new Date(Date.parse(at) - 10_000) });
  await page.clock.pauseAt(at);
}

/** Waits until whatever the page has asked for by now is counted: requests come in the order in which they were made. */
export const allAsked = (page) => page.evaluate(async () => (await fetch("/embed.css")).text());

/** When the last good copy of that file was kept: a download is over when this has changed. */
export const keptAt = (page, file) =>
  page.evaluate((file) => {
    const key = Object.keys(localStorage).find((key) => key.endsWith(`/${file}`));
    return key && localStorage.getItem(key).split("\n")[0];
  }, file);

/** The digits of the countdown, from the days to the seconds. */
export const digits = (page) => page.locator("[part=digits]").allTextContents();

/** Starts to record every change inside the portlets; the function it gives takes what was recorded so far. */
export async function recordChanges(page) {
  await page.evaluate(() => {
    const everything = { subtree: true, childList: true, characterData: true, attributes: true };
    window.changed = [];
    window.changes = new MutationObserver((records) => window.changed.push(...records));
    for (const host of document.querySelectorAll("campaign-portlet")) {
      window.changes.observe(host.shadowRoot, everything);
    }
  });
  return () =>
    page.evaluate(() => {
      const records = [...window.changed.splice(0), ...window.changes.takeRecords()];
      return records.map(({ type, target }) => `${type}: ${target.textContent}`);
    });
}

/** Counts the timers that still run; to be called once the clock stands, and before the page is opened. */
export async function countTimers(page) {
  await page.addInitScript(() => {
    const timers = new Set();
    const { setTimeout, clearTimeout } = window;
    window.setTimeout = (run, delay, ...rest) => {
      const id = setTimeout(() => {
        timers.delete(id);
        run(...rest);
      }, delay);
      timers.add(id);
      return id;
    };
    window.clearTimeout = (id) => {
      timers.delete(id);
      clearTimeout(id);
    };
    window.timers = timers;
  });
  return () => page.evaluate(() => window.timers.size);
}

/** Tells the page that its tab is hidden or seen. */
export const setVisibility = (page, state) =>
  page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

/** Opens a page made of `body`, next to the host pages. */
export async function openHtml(page, body, headers = {}, waitUntil = "load") {
  await page.route("**/hosts/made-up.html", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers,
      body: `<!doctype html><html lang="en-GB"><title>Made up</title><link rel="icon" href="data:,"><body>${body}`,
    }),
  );
  await page.goto("hosts/made-up.html", { waitUntil });
}

/** Opens a page of the test server's own, and puts a portlet with that config on it: Chromium lets a page that Playwright made up
 *  ask nothing of this machine's other servers. */
export async function openWith(page, config) {
  await page.goto("hosts/many.html");
  await page.evaluate((config) => {
    const portlet = document.createElement("campaign-portlet");
    portlet.setAttribute("config", config);
    document.querySelector("main").append(portlet);
  }, config);
}

/** A promise and the function that keeps it. */
export function gate() {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  return { opened, open };
}

/** Serves the CSV files of `csv.json`: as they are, with another text, or with a status alone. */
export async function openCsv(page, served = {}) {
  for (const name of ["figures", "sessions"]) {
    await page.route(`**/${name}.csv`, (route) => {
      const answer = served[name];
      if (answer === undefined) return route.fallback();
      if (typeof answer === "number") return route.fulfill({ status: answer });
      return route.fulfill({ contentType: "text/csv", body: answer });
    });
  }
  return served;
}
