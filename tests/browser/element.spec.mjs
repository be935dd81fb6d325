// The element's contract with its host page: how it gets there, its attributes, its events, and how it goes.
import {
  allAsked,
  countTimers,
  digits,
  expect,
  fixture,
  frame,
  gate,
  openHtml,
  recordChanges,
  stopClock,
  test,
  MONDAY,
} from "./portlet.mjs";

const levels = (page) =>
  page.evaluate(() => [
    ...new Set(
      [...document.querySelector("campaign-portlet").shadowRoot.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(
        (heading) => `${heading.className} ${heading.localName}`,
      ),
    ),
  ]);

test.describe("on each kind of host page", () => {
  test.beforeEach(({ page }) => stopClock(page, MONDAY));

  for (const name of ["script-tag", "module", "element"]) {
    test(`${name}: the portlet stands between the texts around it`, async ({ page, heard }) => {
      await page.goto(`hosts/${name}.html`);
      await expect(frame(page)).toBeVisible();
      const order = await page.evaluate(() =>
        [...document.querySelector("main").children].map(({ localName, id }) => id || localName),
      );
      expect(order.filter((element) => !["h1", "script"].includes(element))).toEqual([
        "before",
        "campaign-portlet",
        "after",
      ]);
      expect(await heard()).toMatchObject([{ name: "ready", problems: [] }]);
    });
  }

  test("script-tag: the portlet follows right after its own script", async ({ page }) => {
    await page.goto("hosts/script-tag.html");
    await expect(page.locator("script[data-config] + campaign-portlet")).toHaveAttribute(
      "config",
      "../examples/standard.json",
    );
  });

  test("script-in-head: the portlet is the last thing on the page, with the tag's attributes", async ({ page }) => {
    await page.goto("hosts/script-in-head.html");
    await expect(page.getByRole("heading", { level: 4, name: "Flu vaccination 2026 to 2027" })).toBeVisible();
    await expect(frame(page)).toHaveAttribute("lang", "cy");
    expect(await page.evaluate(() => document.body.lastElementChild.localName)).toBe("campaign-portlet");
  });

  test("twice: the script loaded four times makes one portlet and fetches the bundle once", async ({ page }) => {
    const wasm = [];
    page.on("request", (request) => request.url().endsWith(".wasm") && wasm.push(request.url()));
    await page.goto("hosts/twice.html", { waitUntil: "networkidle" });
    await expect(frame(page)).toHaveCount(1);
    await expect(frame(page)).toBeVisible();
    expect(wasm).toHaveLength(1);
  });

  test("the script again and again, in the head and in the body, makes one portlet", async ({ page }) => {
    const again = `<script src="../campaign-portlet.js"></script>`;
    await openHtml(
      page,
      `${again}<script src="../campaign-portlet.js" data-config="../examples/standard.json"></script>${again}`,
    );
    await expect(page.getByRole("timer")).toBeVisible();
    await expect(frame(page)).toHaveCount(1);
  });

  test("two-portlets: each shows its own config at its own heading level", async ({ page }) => {
    await page.goto("hosts/two-portlets.html");
    const flu = page.locator("#flu");
    const survey = page.locator("#survey");
    await expect(flu.getByRole("heading", { level: 2 })).toHaveText("Flu vaccination 2026 to 2027");
    await expect(survey.getByRole("heading", { level: 3 }).first()).toHaveText("Staff survey 2026 (example)");
    await expect(survey.locator("[part=digits]")).toHaveText(["4", "15"]);
    await page.clock.runFor(1000);
    await expect(flu.locator("[part=digits]")).toHaveText(["25", "08", "00", "09"]);
  });

  test("iframe: the frame is as high as what is in it", async ({ page }) => {
    await page.goto("hosts/iframe.html");
    const inside = page.frameLocator("iframe");
    await expect(inside.locator(".cp-portlet")).toBeVisible();
    const frameHeight = () => page.locator("iframe").evaluate(({ height }) => Number(height));
    const innerHeight = () => inside.locator("html").evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
    await expect.poll(async () => (await frameHeight()) - (await innerHeight())).toBe(0);
    expect(await frameHeight()).toBeGreaterThan(1000);
  });

  for (const type of ["text/javascript", "module"]) {
    test(`other-origin: a page of another origin can embed it as ${type}`, async ({ page, baseURL }) => {
      await page.goto(`hosts/other-origin.html?type=${type}`);
      await expect(frame(page)).toBeVisible();
      expect(await digits(page)).toEqual(["25", "08", "00", "10"]);
      const script = await page.locator("script[data-config]").evaluate(({ src }) => new URL(src).origin);
      expect(script).not.toBe(new URL(baseURL).origin);
    });
  }

  test("an element that is there before the script comes to life when it comes", async ({ page }) => {
    await openHtml(page, `<campaign-portlet config="../examples/standard.json"></campaign-portlet>`);
    await expect(frame(page)).toHaveCount(0);
    await page.addScriptTag({ url: "../campaign-portlet.js" });
    await expect(frame(page)).toBeVisible();
  });

  test("an element that a script makes comes to life", async ({ page }) => {
    await openHtml(page, `<script src="../campaign-portlet.js" async></script>`);
    await page.evaluate(() => {
      const portlet = document.createElement("campaign-portlet");
      portlet.setAttribute("config", "../examples/smallest.json");
      document.body.append(portlet);
    });
    await expect(frame(page)).toBeVisible();
  });
});

test.describe("attributes", () => {
  test("another config is another campaign", async ({ open, page }) => {
    await open(fixture("standard"));
    await page.locator("campaign-portlet").evaluate((host) => host.setAttribute("config", "examples/veterans.json"));
    await expect(page.getByRole("heading", { name: "Support for veterans who work here (example)" })).toBeVisible();
    await expect(frame(page)).toHaveCount(1);
    await expect(page.getByRole("timer")).toHaveCount(0);
  });

  test("lang speaks that language whatever the config says", async ({ open, page }) => {
    await open(fixture("bilingual"), { lang: "en" });
    await expect(frame(page)).toHaveAttribute("lang", "en-GB");
    await page.locator("campaign-portlet").evaluate((host) => host.setAttribute("lang", "cy-GB"));
    await expect(frame(page)).toHaveAttribute("lang", "cy");
    await page.locator("campaign-portlet").evaluate((host) => host.removeAttribute("lang"));
    await expect(frame(page)).toHaveAttribute("lang", "cy");
  });

  const steps = [
    [undefined, 2, 3, 4],
    ["3", 3, 4, 5],
    ["5", 5, 6, 6],
    ["6", 6, 6, 6],
    ["1", 2, 3, 4],
    ["9", 6, 6, 6],
    ["two", 2, 3, 4],
  ];
  for (const [level, title, section, place] of steps) {
    test(`heading-level ${level}: the title is h${title}, sections h${section}, places h${place}`, async ({
      open,
      page,
    }) => {
      await open(fixture("standard"), level && { "heading-level": level });
      expect(await levels(page)).toEqual([
        `cp-title h${title}`,
        `cp-heading h${section}`,
        `cp-subheading h${place}`,
        `cp-place-name h${place}`,
      ]);
    });
  }

  test("a changed heading-level draws the headings anew", async ({ open, page }) => {
    await open(fixture("smallest"));
    await page.locator("campaign-portlet").evaluate((host) => host.setAttribute("heading-level", "4"));
    await expect(page.getByRole("heading", { level: 4 })).toHaveText("Flu vaccination 2026 to 2027");
  });

  test("a language and a heading level need no download", async ({ open, page }) => {
    const served = await open(fixture("standard"));
    await page.locator("campaign-portlet").evaluate((host) => {
      host.setAttribute("lang", "cy");
      host.setAttribute("heading-level", "3");
    });
    await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
    await expect(frame(page)).toHaveAttribute("lang", "cy");
    await allAsked(page);
    expect(served.requests).toBe(1);
  });

  test("a missing or unusable config is told to the page", async ({ page, faults, heard }) => {
    faults.allow(/The attribute "config" must be the address/);
    const script = `<script src="../campaign-portlet.js"></script>`;
    await openHtml(
      page,
      `${script}<campaign-portlet></campaign-portlet><campaign-portlet config="javascript:0">Ask us</campaign-portlet>`,
    );
    await expect.poll(async () => (await heard()).length).toBe(2);
    for (const { name, problems } of await heard()) {
      expect(name).toBe("error");
      expect(problems[0]).toMatchObject({ severity: "error", message: expect.stringContaining('"config"') });
    }
    await expect(page.getByText("Ask us")).toBeVisible();
  });
});

test.describe("events", () => {
  test("ready bubbles, leaves shadow trees, and carries the problems", async ({ page, heard }) => {
    await page.route("**/config.json", (route) => route.fulfill({ json: { ...fixture("smallest"), colour: "red" } }));
    await openHtml(page, `<div id="outer"></div><script src="../campaign-portlet.js"></script>`);
    await page.evaluate(() => {
      const portlet = document.createElement("campaign-portlet");
      portlet.setAttribute("config", "config.json");
      document.querySelector("#outer").attachShadow({ mode: "open" }).append(portlet);
    });
    await expect(frame(page)).toBeVisible();
    const [event] = await heard();
    expect(event).toMatchObject({
      name: "ready",
      bubbles: true,
      composed: true,
      config: expect.stringMatching(/\/hosts\/config\.json$/),
    });
    expect(event.problems).toEqual([
      { severity: "warning", file: event.config, path: "colour", place: "", message: expect.stringContaining("colour") },
    ]);
  });

  test("the console names a place as people do, and the event has its path as well", async ({ open, page, faults, heard }) => {
    faults.allow(/campaign-portlet/);
    const groups = [
      { name: "A", percent: 50 },
      { name: "Estates", count: "x", total: 9 },
    ];
    const told = page.waitForEvent("console", (line) => line.text().includes("count is"));
    await open({ title: "T", uptake: { charts: [{ title: "By role", groups }] } });
    const place = 'uptake, chart 1 ("By role"), group 2 ("Estates")';
    expect((await told).text()).toMatch(/config\.json: uptake, chart 1 \("By role"\), group 2 \("Estates"\): count is "x"; /);
    expect((await heard())[0].problems).toMatchObject([{ path: "uptake.charts[0].groups[1].count", place }]);
  });

  test("at most a hundred problems are told, of all files, errors first", async ({ page, faults, heard }) => {
    faults.allow(/campaign-portlet/);
    const places = Array.from({ length: 2000 }, (_, index) => ({ name: `Place ${index}`, postCode: "L9" }));
    const json = { title: "T", uptake: { charts: [{ title: "C", csv: "c.csv" }] }, locations: { places } };
    await page.route("**/config.json", (route) => route.fulfill({ json }));
    await page.route("**/c.csv", (route) => route.fulfill({ body: `name,percent\nA,50\n${"B,x\n".repeat(60)}` }));
    const lines = [];
    page.on("console", (line) => lines.push(line.text()));
    await openHtml(page, `<script src="../campaign-portlet.js" data-config="config.json"></script>`);
    await expect(frame(page)).toBeVisible();
    const [{ problems }] = await heard();
    expect(problems).toHaveLength(101);
    expect(problems.filter(({ severity }) => severity === "error")).toHaveLength(60);
    expect(problems[0]).toMatchObject({ severity: "error", file: expect.stringMatching(/c\.csv$/), path: "row 3, column percent" });
    expect(problems[100]).toMatchObject({ severity: "warning", message: "and 1960 more problems; fix these first" });
    expect(lines.filter((line) => line.startsWith("campaign-portlet"))).toHaveLength(101);
  });

  test("error carries what is wrong and where", async ({ open, faults, heard }) => {
    faults.allow(/campaign-portlet/);
    await open('{\n  "title": "Flu"\n  "lang": "cy"\n}');
    expect(await heard()).toMatchObject([
      {
        name: "error",
        bubbles: true,
        composed: true,
        problems: [{ severity: "error", path: expect.stringContaining("line 2"), message: "a comma is missing here" }],
      },
    ]);
  });

  test("ended is told at the campaign's last second", async ({ open, page, heard }) => {
    await open(fixture("standard"), { at: "2026-12-18T16:59:59Z" });
    await page.clock.runFor(2000);
    expect((await heard()).map(({ name }) => name)).toEqual(["ready", "ended"]);
  });
});

test.describe("coming and going", () => {
  test("a removed portlet leaves no timer and changes nothing any more", async ({ page }) => {
    await stopClock(page, MONDAY);
    const timers = await countTimers(page);
    await page.goto("hosts/element.html");
    await expect(frame(page)).toBeVisible();
    expect(await timers()).toBe(1); // The next second.
    const changes = await recordChanges(page);
    await page.evaluate(() => {
      window.removed = document.querySelector("campaign-portlet");
      window.removed.remove();
    });
    expect(await timers()).toBe(0);
    await changes();
    await page.clock.runFor(3000);
    expect(await changes()).toEqual([]);
  });

  test("the clock goes on for the portlet that stays", async ({ page }) => {
    await stopClock(page, MONDAY);
    const timers = await countTimers(page);
    await page.goto("hosts/two-portlets.html");
    await expect(frame(page)).toHaveCount(2);
    expect(await timers()).toBe(1);
    await page.locator("#survey").evaluate((host) => host.remove());
    expect(await timers()).toBe(1);
    await page.clock.runFor(1000);
    expect(await digits(page)).toEqual(["25", "08", "00", "09"]);
  });

  test("a portlet that is removed while it loads ends its request", async ({ page, heard }) => {
    await page.route("**/examples/standard.json", () => {}); // It never answers.
    await page.goto("hosts/element.html");
    const failed = page.waitForEvent("requestfailed");
    await page.locator("campaign-portlet").evaluate((host) => host.remove());
    const request = await failed;
    expect(request.url()).toMatch(/standard\.json$/);
    expect(request.failure().errorText).toBe("net::ERR_ABORTED");
    expect(await heard()).toEqual([]);
  });

  test("a portlet that is removed before the bundle is there never starts", async ({ page, heard }) => {
    const wasm = gate();
    await page.route("**/*.wasm", async (route) => {
      await wasm.opened;
      await route.continue();
    });
    await page.goto("hosts/element.html");
    await page.locator("campaign-portlet").evaluate((host) => host.remove());
    const arrived = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".wasm"));
    wasm.open();
    await arrived;
    await page.evaluate(() => {
      const portlet = document.createElement("campaign-portlet");
      portlet.setAttribute("config", "../examples/smallest.json");
      document.querySelector("main").append(portlet);
    });
    await expect(frame(page)).toBeVisible();
    expect(await heard()).toHaveLength(1);
  });

  test("a portlet that is put back works again", async ({ open, page }) => {
    await open(fixture("standard"));
    await page.locator("campaign-portlet").evaluate(async (host) => {
      host.remove();
      await Promise.resolve();
      document.querySelector("main").append(host);
    });
    await expect(page.getByRole("timer")).toBeVisible();
    await page.clock.runFor(1000);
    expect(await digits(page)).toEqual(["25", "08", "00", "09"]);
  });

  for (const move of ["append", "moveBefore"]) {
    test(`a portlet that is moved by ${move} goes on as it was`, async ({ open, page, heard }) => {
      const served = await open(fixture("standard"));
      await page.getByRole("button", { name: "Pause countdown" }).click();
      await page.locator("campaign-portlet").evaluate((host, move) => {
        const aside = document.createElement("aside");
        document.body.append(aside);
        if (move === "append") aside.append(host);
        else aside.moveBefore(host, null);
      }, move);
      await page.clock.runFor(1000);
      await page.getByRole("button", { name: "Resume countdown" }).click();
      expect(await digits(page)).toEqual(["25", "08", "00", "09"]);
      await allAsked(page);
      expect(served.requests).toBe(1);
      expect(await heard()).toHaveLength(1);
    });
  }
});

test("an attribute with a wrong value is told in the console, and counts as none", async ({ page }) => {
  const warned = [];
  page.on("console", (line) => line.type() === "warning" && warned.push(line.text()));
  const tag = (attributes) => `<campaign-portlet config="../examples/bilingual.json" ${attributes}></campaign-portlet>`;
  await openHtml(page, `<script src="../campaign-portlet.js"></script>${tag('lang="fr" heading-level="9"')}`);
  await expect(frame(page)).toHaveAttribute("lang", "cy");
  expect(warned.sort()).toEqual([
    'campaign-portlet: heading-level="9" must be a number from 2 to 6',
    'campaign-portlet: lang="fr" must be en or cy',
  ]);
  warned.length = 0;
  const host = page.locator("campaign-portlet");
  await host.evaluate((portlet) => portlet.setAttribute("heading-level", "3"));
  await host.evaluate((portlet) => portlet.setAttribute("lang", "en-GB"));
  await expect(frame(page)).toHaveAttribute("lang", "en-GB");
  expect(warned).toEqual(['campaign-portlet: lang="fr" must be en or cy']);
});
