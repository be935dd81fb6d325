// One refresh at a time: the config with its files, what it is told, and how it ends.
import { expect, fixture, frame, gate, openCsv, openWith, setVisibility, stopClock, test, MONDAY } from "./portlet.mjs";
import { startServer } from "./server.mjs";

const names = async (heard) => (await heard()).map(({ name }) => name);
const online = (page) => page.evaluate(() => dispatchEvent(new Event("online")));
const title = (page, name) => page.getByRole("heading", { name, exact: true });
const stale = (page) => page.locator("[part=stale]");

/** Answers each request for the config by hand, in whatever order a test wants. */
async function byHand(page) {
  const requests = [];
  await page.route("**/config.json", (route) => requests.push(route));
  return {
    requests,
    asked: (count) => expect.poll(() => requests.length).toBe(count),
    answer: (at, title) => requests[at].fulfill({ json: { ...fixture("smallest"), title } }).catch(() => {}),
  };
}

test("an older answer never takes the place of a newer one", async ({ open, page, heard }) => {
  await open({ ...fixture("smallest"), title: "First" });
  const server = await byHand(page);
  await online(page);
  await page.clock.runFor(1000);
  await server.asked(1);
  await online(page);
  await page.clock.runFor(1000);
  await server.asked(2);
  await server.answer(1, "Newer");
  await expect(title(page, "Newer")).toBeVisible();
  await server.answer(0, "Older");
  await page.evaluate(() => fetch("embed.css"));
  await page.clock.runFor(1000);
  await expect(title(page, "Newer")).toBeVisible();
  const kept = await page.evaluate(() => Object.entries(localStorage).find(([key]) => key.endsWith("config.json"))[1]);
  expect(kept).toContain("Newer");
  expect(await names(heard)).toEqual(["ready", "ready"]);
});

test("Try again twice shows what comes last, once", async ({ open, page, faults, heard }) => {
  faults.allow(/404/, /title is missing/);
  const served = await open({}, { ready: false });
  served.status = 404;
  await page.reload();
  const again = page.getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  const server = await byHand(page);
  await again.click();
  await server.asked(1);
  await again.click();
  await server.asked(2);
  await server.answer(1, "Second");
  await expect(title(page, "Second")).toBeVisible();
  await server.answer(0, "First");
  await page.evaluate(() => fetch("embed.css"));
  await expect(title(page, "Second")).toBeVisible();
  expect((await names(heard)).filter((name) => name === "ready")).toHaveLength(1);
});

test("who heard of an error hears when all is well again, also where nothing has changed", async ({ open, page, faults, heard }) => {
  faults.allow(/503/);
  const config = { ...fixture("standard"), colour: "red" };
  const served = await open(config);
  served.status = 503;
  await online(page);
  await page.clock.runFor(1000);
  await expect.poll(() => names(heard)).toEqual(["ready", "error"]);
  served.status = 200;
  await online(page);
  await page.clock.runFor(1000);
  await expect.poll(() => names(heard)).toEqual(["ready", "error", "ready"]);
  const [first, , last] = await heard();
  expect(last.problems).toEqual(first.problems);
  expect(last.problems).toHaveLength(1);
  await online(page);
  await page.clock.runFor(1000);
  await expect.poll(() => served.requests).toBe(4);
  await page.evaluate(() => fetch("embed.css"));
  expect(await names(heard)).toHaveLength(3);
});

test("who heard that a file cannot be had hears when it can", async ({ open, page, faults, heard }) => {
  faults.allow(/503/);
  const served = await openCsv(page);
  await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
  served.figures = 503;
  await online(page);
  await page.clock.runFor(1000);
  await expect.poll(() => names(heard)).toEqual(["ready", "error"]);
  served.figures = undefined;
  await online(page);
  await page.clock.runFor(1000);
  await expect.poll(() => names(heard)).toEqual(["ready", "error", "ready"]);
  expect((await heard())[2].problems).toEqual([]);
});

for (const [what, answer] of [
  ["the config", { "**/config.json": { status: 429, headers: { "retry-after": "3600" } } }],
  ["a CSV file", { "**/figures.csv": { status: 503, headers: { "retry-after": "3600" } } }],
]) {
  test(`Retry-After of ${what} holds, also when the device is online again`, async ({ page, faults, open }) => {
    faults.allow(/429|503/);
    await openCsv(page);
    const served = await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
    for (const [url, fulfil] of Object.entries(answer)) {
      await page.route(url, (route) => {
        if (url.includes("config")) served.requests += 1;
        return route.fulfill(fulfil);
      });
    }
    await online(page);
    await page.clock.runFor(1000);
    await expect.poll(() => served.requests).toBe(2);
    await expect(stale(page)).toBeVisible();
    for (const minutes of [5, 20, 20]) {
      await page.clock.fastForward(minutes * 60_000);
      await online(page);
      await page.clock.runFor(1000);
      await page.evaluate(() => fetch("embed.css"));
    }
    expect(served.requests).toBe(2);
    await page.clock.fastForward(20 * 60_000);
    await expect.poll(() => served.requests).toBe(3);
  });
}

test("since when a page is not up to date is its own knowledge", async ({ open, page, faults }) => {
  faults.allow(/503/);
  const config = fixture("standard");
  const served = await open(config);
  served.status = 503;
  const spoil = {
    "the host clears its storage": () => localStorage.clear(),
    "another tab has fetched it": () => {
      const key = Object.keys(localStorage).find((key) => key.endsWith("/config.json"));
      localStorage.setItem(key, `2026-11-24T08:00:00.000Z ${location.href}\n{"title":"Other"}`);
    },
  };
  for (const run of Object.values(spoil)) {
    await page.evaluate(run);
    await online(page);
    await page.clock.runFor(1000);
    await expect(stale(page)).toHaveText("This page was last updated Monday 23 November 2026 at 8:59am");
  }
});

test("a config behind a redirect keeps its files and links in the last good copy", async ({ page, faults, heard }) => {
  faults.allow(/503/);
  const config = {
    ...fixture("smallest"),
    links: [{ label: "Book", url: "book.html" }],
    uptake: { charts: [{ title: "By staff group", csv: "figures" }] },
  };
  let status = 302;
  const { origin, stop } = await startServer((path) => {
    if (status !== 302) return { status };
    if (path === "/current") return { status, headers: { location: "/2026/flu.json" } };
    return { body: path.endsWith("figures") ? "name,count,total\nNurses,20,40\n" : JSON.stringify(config) };
  });
  try {
    await stopClock(page, MONDAY);
    await openWith(page, `${origin}/current`);
    const book = page.getByRole("link", { name: "Book" });
    await expect(book).toHaveAttribute("href", `${origin}/2026/book.html`);
    await expect(page.getByRole("rowheader")).toHaveText(["Nurses"]);
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length)).toBe(3);
    status = 503;
    await openWith(page, `${origin}/current`);
    await expect(stale(page)).toBeVisible();
    await expect(book).toHaveAttribute("href", `${origin}/2026/book.html`);
    await expect(page.getByRole("rowheader")).toHaveText(["Nurses"]);
    expect(await names(heard)).toEqual(["error"]);
  } finally {
    stop();
  }
});

test.describe("a file that does not come", () => {
  /** Opens a campaign whose figures hang; gives what lets them come. */
  async function openHanging(page, open) {
    const figures = gate();
    await page.route("**/figures.csv", async (route) => {
      await figures.opened;
      await route.fallback();
    });
    const asked = page.waitForRequest("**/figures.csv");
    await open(fixture("csv"), { at: "2026-11-22T10:00:00Z", ready: false });
    await asked;
    return figures;
  }

  test("holds nothing else back for more than two seconds, and its room is kept", async ({ open, page, heard }) => {
    const figures = await openHanging(page, open);
    await page.clock.runFor(1500);
    await page.evaluate(() => fetch("embed.css"));
    await expect(frame(page)).toHaveCount(0);
    await page.clock.runFor(1000);
    await expect(page.getByText("Education centre (example)").first()).toBeVisible();
    await expect(page.getByText("Figures are not available just now.")).toHaveCount(0);
    expect((await page.locator(".cp-awaited").boundingBox()).height).toBeGreaterThan(200);
    expect(await page.evaluate(() => Object.keys(localStorage).some((key) => key.endsWith("/config.json")))).toBe(false);
    figures.open();
    await expect(page.getByRole("rowheader")).toHaveCount(7);
    await expect(page.locator(".cp-awaited")).toHaveCount(0);
    expect(await names(heard)).toEqual(["ready", "ready"]);
    expect((await heard()).at(-1).problems).toEqual([]);
  });

  test("is told when its ten seconds are over", async ({ open, page, faults, heard }) => {
    faults.allow(/within 10 seconds/);
    await openHanging(page, open);
    await page.clock.runFor(3000);
    await expect(frame(page)).toBeVisible();
    await page.clock.runFor(8000);
    await expect(page.getByText("Figures are not available just now.")).toBeVisible();
    await expect.poll(() => names(heard)).toEqual(["ready", "ready"]);
    expect((await heard()).at(-1).problems).toMatchObject([{ severity: "error", message: expect.stringContaining("10 seconds") }]);
  });

  test("has its last good copy shown meanwhile, without a notice", async ({ open, page }) => {
    await open(fixture("csv"), { at: "2026-11-22T10:00:00Z" });
    await expect(page.getByRole("rowheader")).toHaveCount(7);
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).some((key) => key.endsWith("/figures.csv")))).toBe(true);
    const figures = await openHanging(page, open);
    await page.clock.runFor(2500);
    await expect(page.getByRole("rowheader")).toHaveCount(7);
    await expect(stale(page)).toHaveCount(0);
    figures.open();
  });
});

test("a page that was busy for long after an answer came takes it all the same", async ({ page, heard }) => {
  await page.clock.install({ time: new Date(MONDAY) });
  const config = gate();
  await page.route("**/standard.json", async (route) => {
    await config.opened;
    await route.continue();
  });
  const bundle = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".wasm"));
  await page.goto("hosts/element.html", { waitUntil: "domcontentloaded" });
  await bundle;
  await page.clock.pauseAt(new Date(Date.parse(MONDAY) + 60_000)); // The timer fires, far too late.
  config.open();
  await expect(frame(page)).toBeVisible();
  expect(await names(heard)).toEqual(["ready"]);
});

test("a bundle that was missed while nobody looked is asked for as soon as someone does", async ({ page, faults, heard }) => {
  faults.allow(/ERR_FAILED/, /could not be loaded/);
  let broken = true;
  await page.route("**/*.wasm*", (route) => (broken ? route.abort() : route.continue()));
  await page.clock.install({ time: new Date(MONDAY) });
  await page.goto("hosts/element.html");
  await expect.poll(() => names(heard)).toEqual(["error"]);
  await page.evaluate(() => Object.defineProperty(document, "hidden", { configurable: true, value: true }));
  broken = false;
  await online(page);
  await page.evaluate(() => Object.defineProperty(document, "hidden", { configurable: true, value: false }));
  await setVisibility(page, "visible");
  await expect(frame(page)).toBeVisible();
});

test("a page's own fetch, whose answers name no address, loses no link", async ({ page, heard }) => {
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = async (url, options) => {
      const answer = await fetch(url, options);
      return String(url).endsWith(".json") ? new Response(await answer.text(), answer) : answer;
    };
  });
  await page.clock.install({ time: new Date("2026-11-22T10:00:00Z") });
  await page.goto("hosts/element.html");
  await page.locator("campaign-portlet").evaluate((host) => host.setAttribute("config", "../examples/csv.json"));
  await expect(page.getByRole("rowheader")).toHaveCount(7);
  expect((await heard()).at(-1).problems).toEqual([]);
});

test("a frame without an origin is told the one that its server has to allow", async ({ page, faults }) => {
  faults.allow(/CORS/, /ERR_FAILED/, /could not be downloaded/);
  const headers = { "access-control-allow-origin": "https://x.example" };
  await page.route("**/examples/standard.json", (route) => route.fulfill({ json: {}, headers }));
  const told = page.waitForEvent("console", (message) => message.text().includes("could not be downloaded"));
  await page.goto("hosts/sandboxed.html");
  expect((await told).text()).toContain("Access-Control-Allow-Origin must allow null");
});
