// Whatever stands in a config or a CSV file is text: it never becomes markup, script or a request, and breaks no layout.
import { readFileSync, readdirSync } from "node:fs";
import { allAsked, expect, frame, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const VECTORS = readFileSync(new URL("../fixtures/injections.txt", import.meta.url), "utf8").trimEnd().split("\n");

const FLOODS = {
  "bidi controls": "\u202eevil\u202d \u2067\u2066\u2068 left open \u061c\u200f",
  "zero width": "a\u200b\u200c\u200d\u2060\ufeff".repeat(2000),
  "combining marks": `Z${"\u0301\u0336\u0489\u20dd".repeat(200)}`,
  "one long word": "W".repeat(100_000),
  "many words": "Nurses and midwives ".repeat(5000),
  "wide letters": "﷽𒐫".repeat(500),
  "joined emoji": "👩‍👩‍👧‍👦".repeat(2000),
  "control characters": "a\u0000\u0001\u0007\u0008\u000b\u001b\u007f\u0085b",
  "line breaks": "a\r\nb\u2028c\u2029d\n".repeat(100),
  "broken surrogates": "\ud800 \udc00",
};

/** A text without what cannot be seen. */
const bare = (text) => text.replaceAll(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, "").replaceAll(/\s+/g, " ").trim();
/** A name as it is compared: without letter case, accents and apostrophes. */
const alike = (text) =>
  bare(text.toLowerCase().replaceAll(/['’‘`´ʼ\u0300-\u036f]/g, "").replaceAll(/[“”]/g, '"').replaceAll(/[‐-—]/g, "-"));
/** Of groups with the same name the first counts. */
const named = (texts) => texts.filter((text, at) => texts.findIndex((other) => alike(other) === alike(text)) === at);
const NAMES = named(VECTORS);

/** A campaign that says each of these texts wherever a list can, and the first wherever there is room for one. */
function campaign(texts) {
  const [text] = texts;
  const ends = "2026-12-18T17:00";
  return {
    title: text,
    organisation: text,
    summary: text,
    image: { src: text, alt: text },
    links: texts.map((text) => ({ label: text, url: text })),
    theme: { accent: text },
    countdown: { heading: text, before: text, after: text, ends, milestones: texts.map((label) => ({ label, at: ends })) },
    uptake: {
      heading: text,
      measure: text,
      source: text,
      targets: [{ label: text, percent: 75 }],
      charts: [{ title: text, groups: texts.map((name) => ({ name, count: 40, total: 80 })) }],
    },
    locations: {
      heading: text,
      note: text,
      places: texts.map((name, index) => ({
        name: `${index} ${name}`,
        address: name,
        details: name,
        postcode: name,
        telephone: name,
        email: name,
        url: name,
        map: name,
        openingHours: [{ dayOfWeek: ["Monday"], opens: "09:00", closes: "17:00", details: name }],
        sessions: [{ date: "2026-11-24", opens: "09:00", closes: "17:00", details: name }],
      })),
    },
  };
}

/** Harmless texts, and as many as it takes for all that a long list has. */
const PLAIN = ["https", "http", "mailto", "tel"].flatMap((scheme) => [..."abcdefg"].map((rest, at) => (scheme === "tel" ? `tel:0151496000${at}` : `${scheme}:${scheme.startsWith("http") ? "//" : ""}${rest}.example`)));

/** Which elements there are, with which attributes, and links of which kind. */
const shape = (page) =>
  page.evaluate(() => {
    const kinds = new Set();
    const visit = (root) => {
      for (const element of root.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          kinds.add(`${element.localName} ${name}`);
          if (["href", "src"].includes(name)) kinds.add(`${name} ${new URL(value, document.baseURI).protocol}`);
        }
        kinds.add(element.localName);
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document.body);
    return [...kinds].sort();
  });

/** Opens all that is folded away. */
const unfold = (page) =>
  page.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll("campaign-portlet")) {
      shadowRoot.querySelectorAll("[part=more]").forEach((button) => button.click());
    }
  });

const narrow = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test.beforeEach(async ({ page, faults }) => {
  faults.allow(/.*/); // Links that are no links are told there.
  await page.setViewportSize({ width: 320, height: 800 });
  await page.addInitScript(() => {
    window.run = [];
    for (const name of ["alert", "prompt", "confirm", "print", "open", "MsgBox"]) window[name] = () => window.run.push(name);
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => window.run.push(violatedDirective));
  });
  page.strangers = [];
  page.on("request", (request) => {
    if (!["127.0.0.1", ""].includes(new URL(request.url()).hostname)) page.strangers.push(request.url());
  });
  await page.route("**/*.example/**", (route) => route.fulfill({ contentType: "image/svg+xml", body: "<svg/>" }));
  await stopClock(page, MONDAY);
});

/** What the page must be like, whatever it was told. */
async function unharmed(page, pictures = 0) {
  expect(await page.evaluate(() => window.run)).toEqual([]);
  expect(await narrow(page)).toBe(true);
  await allAsked(page);
  // A picture may come from wherever the config says.
  expect(page.strangers.length).toBeLessThanOrEqual(pictures);
}

const portlet = (name) => `<campaign-portlet config="${name}"></campaign-portlet>`;

async function openAll(page, configs) {
  await page.route(/\/hosts\/\d+\.json$/, (route) => {
    const [, index] = /(\d+)\.json$/.exec(route.request().url());
    return route.fulfill({ contentType: "application/json", body: JSON.stringify(configs[index]) });
  });
  const portlets = configs.map((_, index) => portlet(`${index}.json`)).join("");
  await openHtml(page, `<script src="../campaign-portlet.js"></script>${portlets}`);
  await expect(frame(page)).toHaveCount(configs.length, { timeout: 15_000 });
}

async function allowed(page) {
  await openAll(page, [campaign(PLAIN)]);
  await unfold(page);
  return [...(await shape(page)), "src http:", "a lang", "a download", "p lang", "href data:"];
}

test("texts of every kind, in every list", async ({ page }) => {
  const plain = await allowed(page);
  await page.unroute(/\/hosts\/\d+\.json$/);
  await openAll(page, [campaign(VECTORS)]);
  await unfold(page);
  await expect(page.getByRole("rowheader")).toHaveCount(NAMES.length);
  expect((await shape(page)).filter((kind) => !plain.includes(kind))).toEqual([]);
  await unharmed(page, 1);
  // They are all there, letter by letter, for people to read.
  const shown = await page.getByRole("rowheader").allTextContents();
  expect(shown.map(bare)).toEqual(NAMES.map(bare));
});

for (let first = 0; first < VECTORS.length; first += 50) {
  test(`texts ${first + 1} and on, in every single field`, async ({ page }) => {
    const plain = await allowed(page);
    const vectors = VECTORS.slice(first, first + 50);
    await page.unroute(/\/hosts\/\d+\.json$/);
    page.strangers.length = 0;
    await openAll(page, vectors.map((text) => campaign([text])));
    await unfold(page);
    expect((await shape(page)).filter((kind) => !plain.includes(kind))).toEqual([]);
    await unharmed(page, vectors.length);
  });
}

for (const [what, text] of Object.entries(FLOODS)) {
  test(`a flood: ${what}`, async ({ page }) => {
    await openAll(page, [campaign([text]), { title: "Next", countdown: { ends: "2026-12-18T17:00" } }]);
    await unfold(page);
    await unharmed(page, 1);
    // What stands below it stands below it, and reads from left to right.
    const [flooded, next] = await Promise.all((await frame(page).all()).map((portlet) => portlet.boundingBox()));
    expect(next.y).toBeGreaterThanOrEqual(flooded.y + flooded.height - 1);
    await expect(page.getByRole("heading", { name: "Next" })).toBeVisible();
  });
}

test("texts of every kind, in a frame", async ({ page }) => {
  const plain = [...(await allowed(page)), "main"];
  await page.route("**/hostile.json", (route) => route.fulfill({ json: campaign(VECTORS) }));
  await page.goto("embed.html?config=hostile.json");
  await expect(page.getByRole("rowheader")).toHaveCount(NAMES.length);
  await unfold(page);
  expect((await shape(page)).filter((kind) => !plain.includes(kind))).toEqual([]);
  await unharmed(page, 1);
});

test("texts of every kind, in a snippet", async ({ page, baseURL }) => {
  test.setTimeout(60_000); // Dozens of blocks, each made by a wasm of its own.
  const files = readdirSync(new URL("../../dist/", import.meta.url));
  const [glue, wasm] = [/^snippet-\w+\.js$/, /^snippet-\w+\.wasm$/].map((name) => `/${files.find((file) => name.test(file))}`);
  /** What the preview page copies. */
  const snippet = async (config) => {
    await page.goto("embed.css");
    return page.evaluate(
      async ({ glue, wasm, text, address }) => {
        const { default: start, SnippetMaker } = await import(glue);
        await start({ module_or_path: wasm });
        return SnippetMaker.read(text, address).html("https://trust.example/live");
      },
      { glue, wasm, text: JSON.stringify(config), address: `${baseURL}config.json` },
    );
  };
  await openHtml(page, await snippet(campaign(PLAIN)));
  const plain = [...(await shape(page)), "src http:", "a lang", "p lang", "href data:"];
  page.strangers.length = 0;
  for (const texts of [VECTORS, ...VECTORS.filter((_, index) => index % 10 === 0).map((text) => [text])]) {
    const block = await snippet(campaign(texts));
    await page.unroute("**/hosts/made-up.html");
    await openHtml(page, block);
    expect((await shape(page)).filter((kind) => !plain.includes(kind))).toEqual([]);
    await expect(page.getByRole("rowheader")).toHaveCount(named(texts).length);
    expect(await page.evaluate(() => window.run)).toEqual([]);
    expect(await narrow(page)).toBe(true);
  }
});

test("an address of the frame that is none", async ({ page }) => {
  test.slow(); // It opens some forty pages, one after the other.
  for (const text of VECTORS.filter((text) => /^[\s\w&#;.]+:|^[\\/]/.test(text))) {
    await page.goto(`embed.html?${new URLSearchParams({ config: text, lang: text, "heading-level": text })}`);
    await expect(page.locator("main > *")).toHaveCount(1);
    await unharmed(page);
  }
});

test("texts of every kind, in a CSV file", async ({ page }) => {
  const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
  const rows = (header, row) => [header, ...VECTORS.map(row)].join("\r\n");
  const figures = rows("name,count,total", (text) => `${quoted(text)},40,80`);
  const sessions = rows(
    "place,date,opens,closes,details,address,postcode,telephone,email,url,map",
    (text, index) => [`${index} ${text}`, "2026-11-24", "9am", "5pm", ...Array(7).fill(text)].map(quoted).join(","),
  );
  const plain = await allowed(page);
  await page.unroute(/\/hosts\/\d+\.json$/);
  page.strangers.length = 0;
  for (const [name, body] of Object.entries({ figures, sessions })) {
    await page.route(`**/${name}.csv`, (route) => route.fulfill({ contentType: "text/csv", body }));
  }
  await openAll(page, [
    { title: "CSV", uptake: { charts: [{ title: "C", csv: "figures.csv" }] }, locations: { csv: "sessions.csv" } },
  ]);
  await unfold(page);
  await expect(page.getByRole("rowheader")).toHaveCount(NAMES.length);
  expect((await shape(page)).filter((kind) => !plain.includes(kind))).toEqual([]);
  await unharmed(page);
});
