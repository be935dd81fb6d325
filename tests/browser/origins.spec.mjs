// A page that is told its config in its address shows no stranger's words as the trust's own.
import { expect, fixture, frame, test } from "./portlet.mjs";

const CONFIG = { ...fixture("smallest"), title: "From elsewhere" };
const CORS = { "access-control-allow-origin": "*" };

/** A config of another origin, and one of our own that leads there. */
async function elsewhere({ page, baseURL }) {
  const other = baseURL.replace("127.0.0.1", "localhost");
  await page.route(`${other}config.json`, (route) => route.fulfill({ json: CONFIG, headers: CORS }));
  return { origin: new URL(other).origin, config: `${other}config.json` };
}

const list = (page, answer) => page.route("**/origins.json", (route) => route.fulfill(answer));
const open = (page, name, config) => page.goto(`${name}.html?${new URLSearchParams({ config })}`);
const shown = (page) => page.getByRole("heading", { name: "From elsewhere" });

for (const [what, answer] of [
  ["no list", { status: 404 }],
  ["a list without it", { json: ["https://trust.example"] }],
  ["an empty list", { json: { origins: [] } }],
  ["a server that fails", { status: 503 }],
]) {
  test(`the frame refuses a config of another origin: ${what}`, async ({ page, baseURL, faults }) => {
    faults.allow(/404/, /503/);
    const { config } = await elsewhere({ page, baseURL });
    await list(page, answer);
    await open(page, "embed", config);
    await isRefused(page);
    expect(faults.seen.filter((text) => text.startsWith("origins.json"))).toEqual([]);
  });
}

async function isRefused(page) {
  await expect(page.getByText("This campaign cannot be shown here. Please tell the owner of this page.")).toBeVisible();
  await expect(page.locator("campaign-portlet")).toHaveCount(0);
}

for (const [what, body, ...told] of [
  ["no JSON", "<html>", "cannot be read"],
  ["a comma at the end", '["https://trust.example",]', "cannot be read"],
  ["null", "null", "null"],
  ["a way round the policy", '["*", "https:", "https://x.example; default-src *", "https://x.example;x"]', "*", "https:"],
  ["a wildcard", '["http://*:8000", "http://localhos*"]', "http://*:8000"],
  ["a host alone", '["localhost"]', "localhost"],
  ["a path", '["ORIGIN/campaign/"]', "/campaign/"],
  ["someone's name", '["http://me@localhost:PORT"]', "me@"],
  ["another scheme", '["ftp://localhost", "file:///"]', "ftp:", "file:"],
  ["objects", '[{ "toString": null }, { "href": "ORIGIN" }, 7]', "toString", "href", "7"],
]) {
  test(`origins.json that is not understood lets nobody in, and is told: ${what}`, async ({ page, baseURL, faults }) => {
    faults.allow(/^origins\.json/);
    const { config, origin } = await elsewhere({ page, baseURL });
    await list(page, { body: body.replace("ORIGIN", origin).replace("PORT", new URL(origin).port) });
    await open(page, "embed", config);
    await isRefused(page);
    for (const part of told) expect(faults.seen.some((text) => text.includes(part)), part).toBe(true);
  });
}

for (const [what, write] of [
  ["as browsers write it", (origin) => [origin]],
  ["with a slash at the end", (origin) => ["https://trust.example", `${origin}/`]],
  ["in capitals", (origin) => [origin.toUpperCase()]],
  ["with blanks around it", (origin) => [` ${origin} `]],
  ["by itself", (origin) => origin],
  ["in an object", (origin) => ({ origins: [origin] })],
  ["beside one that is not understood", (origin) => [{ toString: null }, origin]],
]) {
  test(`the frame takes a config of an origin that is listed ${what}`, async ({ page, baseURL, faults }) => {
    faults.allow(/^origins\.json: {"toString":null}/);
    const { config, origin } = await elsewhere({ page, baseURL });
    await list(page, { json: write(origin) });
    await open(page, "embed", config);
    await expect(shown(page)).toBeVisible();
  });
}

test("the frame of an address that is none is held to its own origin", async ({ page, faults }) => {
  faults.allow(/must be the address/, /Content Security Policy/, /Fetch API cannot load/);
  await open(page, "embed", "https://[");
  await expect(page.locator("campaign-portlet")).toHaveCount(1);
  const outcome = await page.evaluate(() => fetch("http://localhost:1/").catch(({ name }) => name));
  expect(outcome).toBe("TypeError");
  expect(await page.locator("meta[http-equiv]").last().getAttribute("content")).toBe(`connect-src ${new URL(page.url()).origin}`);
});

test("the frame does not follow its own origin to another", async ({ page, baseURL, faults, heard }) => {
  faults.allow(/Content Security Policy/, /could not be downloaded/, /Fetch API cannot load/);
  const { config } = await elsewhere({ page, baseURL });
  await page.route("**/moved.json", (route) => route.fulfill({ status: 302, headers: { location: config, ...CORS } }));
  await open(page, "embed", "moved.json");
  await expect.poll(async () => (await heard()).map(({ name }) => name)).toEqual(["error"]);
  await expect(shown(page)).toHaveCount(0);
});

test("the preview does not show a link to a config of another origin, until it is asked to", async ({
  page,
  baseURL,
  faults,
}) => {
  faults.allow(/404/);
  const { config, origin } = await elsewhere({ page, baseURL });
  await open(page, "index", config);
  await expect(page.locator("#summary")).toContainText("This link leads to a config on another site");
  await expect(page.locator("campaign-portlet")).toHaveCount(0);
  const button = page.getByRole("button", { name: "Show", exact: true });
  await button.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(`${origin} is not this site.`);
  await dialog.getByRole("button", { name: "Do not" }).click();
  await expect(frame(page)).toHaveCount(0);
  await button.click();
  await dialog.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(frame(page)).toHaveCount(0);
  await button.click();
  await dialog.getByRole("button", { name: "Show it" }).click();
  await expect(shown(page)).toBeVisible();
});

for (const how of ["linked", "typed"]) {
  test(`the preview asks before it follows its own origin to another: ${how}`, async ({ page, baseURL, faults }) => {
    faults.allow(/404/);
    const { config, origin } = await elsewhere({ page, baseURL });
    await page.route("**/moved.json", (route) => route.fulfill({ status: 302, headers: { location: config, ...CORS } }));
    if (how === "linked") await open(page, "index", "moved.json");
    else {
      await page.goto("index.html");
      await page.getByLabel("Address of a config").fill("moved.json");
      await page.getByRole("button", { name: "Show", exact: true }).click();
    }
    await expect(page.locator("#summary")).toContainText("moved.json leads to a config on another site");
    await expect(page.locator("campaign-portlet")).toHaveCount(0);
    await expect(page.getByText("From elsewhere", { exact: true })).toHaveCount(0);
    const kept = await page.evaluate(() => Object.values(localStorage));
    expect(kept.filter((text) => text.includes("From elsewhere"))).toEqual([]);
    // Whoever trusts it finds its own address in the field.
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText(`${origin} is not this site.`);
    await page.getByRole("button", { name: "Show it" }).click();
    await expect(shown(page)).toBeVisible();
  });
}

test("the preview follows its own origin to itself, and to one that is listed", async ({ page, baseURL }) => {
  const { origin } = await elsewhere({ page, baseURL });
  await list(page, { json: [origin] });
  for (const [from, to] of [
    ["moved.json", `${origin}/examples/smallest.json`],
    ["current.json", `${baseURL}examples/smallest.json`],
  ]) {
    await page.route(`**/${from}`, (route) => route.fulfill({ status: 302, headers: { location: to, ...CORS } }));
    await open(page, "index", from);
    await expect(page.locator("#summary")).toHaveText("Nothing. The config is in order.");
    await expect(frame(page)).toBeVisible();
  }
});

test("the preview asks about an address without a scheme, too", async ({ page, baseURL, faults }) => {
  faults.allow(/404/);
  const { config } = await elsewhere({ page, baseURL });
  await page.goto("index.html");
  await page.getByLabel("Address of a config").fill(config.replace("http:", ""));
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(shown(page)).toBeVisible();
});

test("the preview tells of an address that is none", async ({ page, faults }) => {
  faults.allow(/must be the address/);
  await page.goto("index.html");
  await page.getByLabel("Address of a config").fill("http://[");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.locator("#problems")).toContainText("must be the address of a campaign config");
});

test("the preview shows a link to a config of an origin that is listed", async ({ page, baseURL }) => {
  const { config, origin } = await elsewhere({ page, baseURL });
  await list(page, { json: [origin] });
  await open(page, "index", config);
  await expect(shown(page)).toBeVisible();
});

/** Addresses of the page's own origin that somebody else may have had a hand in, and one that only looks like a file. */
const NO_FILES = [
  "uploads/anyone.txt",
  "echo?q={}",
  "portal/logout",
  "portal/logout;x.json",
  "portal/logout%2Fx.json",
  "portal/logout%3bx.json",
  "portal/logout%00.json",
  "portal/logout%252fx.json",
  "echo?file=config.json",
  "echo#config.json",
];

for (const path of NO_FILES) {
  test(`neither page asks its own origin for what is no .json file: ${path}`, async ({ page, baseURL, faults }) => {
    faults.allow(/404/);
    let asked = 0;
    await page.route(({ pathname }) => /^\/(uploads|echo|portal)/.test(pathname), (route) => {
      asked += 1;
      return route.fulfill({ json: CONFIG });
    });
    await open(page, "embed", path);
    await isRefused(page);
    await open(page, "index", path);
    await expect(page.locator("#summary")).toContainText("This link leads to an address of this site that is no .json file");
    await expect(page.locator("campaign-portlet")).toHaveCount(0);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText("is no config file of this site");
    expect(asked).toBe(0);
    await page.getByRole("button", { name: "Show it" }).click();
    await expect(shown(page)).toBeVisible();
  });
}

for (const [what, answer] of [
  ["as plain text", { contentType: "text/plain", body: JSON.stringify(CONFIG) }],
  ["as HTML", { contentType: "text/html", body: JSON.stringify(CONFIG) }],
  ["as nothing", { headers: { "content-type": "" }, body: JSON.stringify(CONFIG) }],
  ["by what is no file", { status: 302, headers: { location: "/echo?q=1" } }],
]) {
  test(`neither page shows a .json file of its own origin that is answered ${what}`, async ({ page, baseURL, faults }) => {
    faults.allow(/404/, /could not be fetched|could not be downloaded/);
    await page.route("**/own.json", (route) => route.fulfill(answer));
    await page.route(({ pathname }) => pathname === "/echo", (route) => route.fulfill({ json: CONFIG }));
    await open(page, "embed", "own.json#x");
    await isRefused(page);
    await open(page, "index", "own.json#x");
    await expect(page.locator("#summary")).toContainText("If you trust it, press Show");
    await expect(page.locator("campaign-portlet")).toHaveCount(0);
    expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain("From elsewhere");
  });
}

for (const type of ["application/json", "text/json; charset=utf-8", "application/ld+json", "Application/JSON"]) {
  test(`both pages show a .json file of their own origin that is answered as ${type}`, async ({ page }) => {
    await page.route("**/own.JSON*", (route) => route.fulfill({ contentType: type, body: JSON.stringify(CONFIG) }));
    for (const name of ["embed", "index"]) {
      await open(page, name, "own.JSON?v=2");
      await expect(shown(page)).toBeVisible();
    }
  });
}

test("an own origin that is listed may answer under any name", async ({ page, baseURL }) => {
  await list(page, { json: [new URL(baseURL).origin] });
  await page.route("**/api/campaign", (route) => route.fulfill({ contentType: "text/plain", body: JSON.stringify(CONFIG) }));
  for (const name of ["embed", "index"]) {
    await open(page, name, "api/campaign");
    await expect(shown(page)).toBeVisible();
  }
});

test("a list that does not come is waited for five seconds, and lets nobody in", async ({ page, baseURL, faults }) => {
  faults.allow(/aborted|timed out|ERR_/);
  const { config } = await elsewhere({ page, baseURL });
  await page.route("**/origins.json", () => {});
  const from = Date.now();
  await open(page, "embed", config);
  await expect(page.getByText("This campaign cannot be shown here.")).toBeVisible({ timeout: 9_000 });
  expect(Date.now() - from).toBeGreaterThan(4_000);
});
