// From the first byte of the script to the first paint, and what is seen when something on the way is missing.
import { allAsked, expect, fixture, frame, gate, openHtml, test } from "./portlet.mjs";

const KINDS = { script: /\.js$/, wasm: /\.wasm$/, config: /standard\.json$/ };
const kind = (url) => Object.keys(KINDS).find((name) => KINDS[name].test(url));

test("the wasm and the config are asked for before either has come, and nothing else is", async ({ page }) => {
  const asked = [];
  const held = gate();
  await page.route(/\.wasm$|campaign-portlet.*\.js$|standard\.json$/, async (route) => {
    asked.push(kind(route.request().url()));
    if (asked.at(-1) !== "script") await held.opened;
    await route.continue();
  });
  await page.goto("hosts/script-tag.html");
  await expect.poll(() => asked.toSorted()).toEqual(["config", "script", "wasm"]);
  await expect(frame(page)).toHaveCount(0);
  held.open();
  await expect(frame(page)).toBeVisible();
  await allAsked(page);
  expect(asked).toHaveLength(3);
});

test("a quiet placeholder of some size stands there meanwhile", async ({ page }) => {
  const held = gate();
  await page.route("**/*.wasm", async (route) => {
    await held.opened;
    await route.continue();
  });
  await page.goto("hosts/element.html");
  const host = page.locator("campaign-portlet");
  await expect.poll(async () => (await host.boundingBox())?.height ?? 0).toBeGreaterThan(200);
  expect(await host.evaluate(({ shadowRoot }) => shadowRoot.textContent.trim())).toBe("");
  held.open();
  await expect(frame(page)).toBeVisible();
  expect(await host.evaluate(({ shadowRoot }) => shadowRoot.querySelector("slot"))).toBeNull();
});

test("the config may come long after the bundle", async ({ page }) => {
  const held = gate();
  await page.route("**/standard.json", async (route) => {
    await held.opened;
    await route.continue();
  });
  const bundle = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".wasm"));
  await page.goto("hosts/element.html", { waitUntil: "domcontentloaded" });
  await bundle;
  await expect(frame(page)).toHaveCount(0);
  held.open();
  await expect(frame(page)).toBeVisible();
});

test("what stands inside the element is seen until the portlet is ready", async ({ page }) => {
  const held = gate();
  await page.route("**/standard.json", async (route) => {
    await held.opened;
    await route.continue();
  });
  await page.goto("hosts/fallback.html", { waitUntil: "domcontentloaded" });
  await expect(page.locator("#fallback")).toBeVisible();
  held.open();
  await expect(frame(page)).toBeVisible();
  await expect(page.locator("#fallback")).toBeHidden();
});

test("a config that does not come leaves what stands inside the element", async ({ page, faults, heard }) => {
  faults.allow(/404/);
  await page.route("**/standard.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("hosts/fallback.html");
  await expect.poll(async () => (await heard()).length).toBe(1);
  await expect(page.locator("#fallback")).toBeVisible();
});

test("a picture alone is content that stays", async ({ page, faults, heard }) => {
  faults.allow(/404/);
  await page.route("**/standard.json", (route) => route.fulfill({ status: 404 }));
  const picture = '<img alt="Flu" width="10" height="10" src="../examples/flu.svg">';
  await openHtml(page, `<script src="../campaign-portlet.js"></script>
    <campaign-portlet config="../examples/standard.json">${picture}</campaign-portlet>`);
  await expect.poll(async () => (await heard()).length).toBe(1);
  await expect(page.getByAltText("Flu")).toBeVisible();
});

for (const [what, answer] of [
  ["is missing", { status: 404, contentType: "text/plain", body: "No" }],
  ["is not the one that belongs to the script", { contentType: "application/wasm", body: "\0asm\x01\0\0\0" }],
]) {
  test(`where the wasm ${what}, what stands inside stays and the page is told`, async ({ page, faults, heard }) => {
    faults.allow(/404/, /integrity/, /could not be loaded/);
    await page.route("**/*.wasm", (route) => route.fulfill(answer));
    await page.goto("hosts/fallback.html");
    await expect.poll(async () => (await heard()).length).toBe(1);
    const [{ name, problems }] = await heard();
    expect(name).toBe("error");
    expect(problems[0].message).toContain("could not be loaded");
    await expect(page.locator("#fallback")).toBeVisible();
    await expect(frame(page)).toHaveCount(0);
  });
}

test("a tag that pins the script with the published hash gets the portlet, and with another nothing", async ({
  page,
  faults,
}) => {
  faults.allow(/integrity/);
  const { files } = await (await page.request.get("integrity.json")).json();
  const tag = (integrity) => `<script src="../campaign-portlet.js" integrity="${integrity}" crossorigin></script>
    <campaign-portlet config="../examples/standard.json"><p id="inside">Ask us</p></campaign-portlet>`;
  await openHtml(page, tag(files["campaign-portlet.js"]));
  await expect(frame(page)).toBeVisible();
  await openHtml(page, tag(`sha384-${"A".repeat(64)}`));
  await expect(page.locator("#inside")).toBeVisible();
  expect(await page.evaluate(() => customElements.get("campaign-portlet"))).toBeUndefined();
});

test("where the policy blocks wasm, the page is told which directive is needed", async ({ page, faults, heard }) => {
  faults.allow(/wasm-unsafe-eval/, /WebAssembly/);
  const portlet = `<script src="../campaign-portlet.js"></script><campaign-portlet config="../examples/standard.json">Ask us</campaign-portlet>`;
  await openHtml(page, portlet, { "content-security-policy": "script-src 'self'" });
  await expect.poll(async () => (await heard()).length).toBe(1);
  expect((await heard())[0].problems[0].message).toContain("script-src 'wasm-unsafe-eval'");
  expect(faults.seen.join()).toContain("script-src 'wasm-unsafe-eval'");
  await expect(page.getByText("Ask us")).toBeVisible();
});

test("a bundle that failed is tried again by the next portlet", async ({ page, faults, heard }) => {
  faults.allow(/404/, /integrity/, /could not be loaded/);
  let broken = true;
  await page.route("**/*.wasm", (route) => (broken ? route.fulfill({ status: 404 }) : route.continue()));
  await page.goto("hosts/element.html");
  await expect.poll(async () => (await heard()).length).toBe(1);
  broken = false;
  await page.locator("campaign-portlet").evaluate((host) => host.setAttribute("lang", "cy"));
  await expect(frame(page)).toBeVisible();
});

test("a config that takes more than ten seconds has failed", async ({ page, faults, heard }) => {
  faults.allow(/within 10 seconds/);
  await page.clock.install();
  await page.route("**/standard.json", () => {}); // It never answers.
  const bundle = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".wasm"));
  await page.goto("hosts/element.html");
  await bundle;
  await page.clock.runFor(10_000);
  await expect(page.getByText("We cannot show this campaign just now.")).toBeVisible();
  expect((await heard())[0].problems[0].message).toContain("within 10 seconds");
});

test("a config of another origin without CORS is told as such", async ({ page, faults, heard, baseURL }) => {
  faults.allow(/CORS/, /ERR_FAILED/, /could not be downloaded/);
  const other = `${baseURL.replace("127.0.0.1", "localhost")}refused.json`;
  await page.route(other, (route) =>
    route.fulfill({ json: fixture("smallest"), headers: { "access-control-allow-origin": "https://x.example" } }),
  );
  await openHtml(page, `<script src="../campaign-portlet.js" data-config="${other}"></script>`);
  await expect.poll(async () => (await heard()).length).toBe(1);
  expect((await heard())[0].problems[0].message).toContain(
    `Access-Control-Allow-Origin must allow ${new URL(baseURL).origin}`,
  );
});
