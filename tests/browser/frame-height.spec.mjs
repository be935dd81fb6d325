// A frame is as high as what is in it: by README's recipe, taken from there word for word, and by what the preview copies.
import { readFileSync } from "node:fs";
import { expect, fixture, frame, openHtml, stopClock, test, MONDAY } from "./portlet.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const BOOTSTRAP = readFileSync(new URL("../../node_modules/bootstrap/dist/css/bootstrap.min.css", import.meta.url), "utf8");
const [, RECIPE] = README.match(/```html\n(<iframe [^]*?)```/);
const FILES = "https://files.trust.example/campaign/";

/** The recipe for the files of this server, and its two halves. */
const recipe = (files, config = "examples/standard.json") => {
  const text = RECIPE.replace(FILES, files).replace("flu.json", config);
  const [tag, script] = text.split(/(?=<script>)/);
  return { text, tag, script };
};

const ours = (page) => page.locator("iframe").first();
const boxOf = (page) => ours(page).boundingBox();
const heightInside = (page) =>
  page.frames()[1].evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));

/** Waits until the frame shows all of it, and nothing has to be scrolled. */
async function isAsHigh(page, least = 700) {
  await expect.poll(async () => (await boxOf(page)).height).toBeGreaterThan(least);
  await expect.poll(async () => (await boxOf(page)).height - (await heightInside(page))).toBe(0);
  const [inner, full] = await page.frames()[1].evaluate(() => [innerHeight, document.documentElement.scrollHeight]);
  expect(full).toBe(inner);
}

/** A message as a page in the frame may send it. */
const say = (page, data) => page.frames()[1].evaluate((data) => parent.postMessage(data, "*"), data);

/** Waits until all messages that were sent before have come. */
const settled = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener("message", resolve, { once: true });
        postMessage("settled", "*");
      }),
  );

// To Chromium the page around the frame, which no server sent, is on the internet, and the frame on this machine.
test.use({ permissions: ["local-network-access"] });
test.beforeEach(({ page }) => stopClock(page, MONDAY));

for (const [what, style] of [
  ["plain", ""],
  ["Bootstrap 4", BOOTSTRAP],
  ["a page that sizes frames", "iframe { width: auto; height: auto; max-width: 100%; border: 3px solid }"],
  ["a page that pads everything", "* { box-sizing: border-box } main { padding: 20px }"],
]) {
  for (const width of [320, 1200]) {
    test(`README's recipe, ${what}, ${width} pixels: it is as wide as its place and as high as its content`, async ({
      page,
      baseURL,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await openHtml(page, `<style>${style}</style><main>${recipe(baseURL).text}</main>`);
      await isAsHigh(page);
      const place = await page.locator("main").evaluate((main) => {
        const { paddingLeft, paddingRight } = getComputedStyle(main);
        return main.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
      });
      expect((await boxOf(page)).width).toBe(place);
      await page.setViewportSize({ width: width + 200, height: 800 });
      await isAsHigh(page, 500);
    });
  }
}

for (const [what, attributes, files] of [
  ["of another origin", "", (baseURL) => baseURL.replace("127.0.0.1", "localhost")],
  ["with a sandbox", ' sandbox="allow-scripts"', (baseURL) => baseURL],
]) {
  test(`README's recipe, for a frame ${what}`, async ({ page, baseURL }) => {
    const { text } = recipe(files(baseURL));
    await openHtml(page, text.replace("<iframe", `<iframe${attributes}`));
    await isAsHigh(page);
  });
}

test("a script that comes late asks, and is told", async ({ page, baseURL }) => {
  const { tag, script } = recipe(baseURL);
  await openHtml(page, `<div>${tag}</div>`);
  await expect(page.frameLocator("iframe").locator(".cp-portlet")).toBeVisible();
  expect((await boxOf(page)).height).toBe(900);
  await page.evaluate((script) => document.body.append(document.createRange().createContextualFragment(script)), script);
  await isAsHigh(page);
});

test("two frames have their own heights, also where the recipe stands twice", async ({ page, baseURL }) => {
  await openHtml(page, recipe(baseURL).text + recipe(baseURL, "examples/smallest.json").text);
  await isAsHigh(page);
  const height = async () => (await page.locator("iframe").last().boundingBox()).height;
  await expect.poll(height).toBeLessThan(800);
  expect(await height()).toBeGreaterThan(200);
});

test("the height is told when it is loaded, and when the page around asks; nobody else is answered", async ({
  page,
  baseURL,
}) => {
  await openHtml(
    page,
    `<script>
      const told = [];
      addEventListener("message", ({ data }) => told.push(data));
    </script>
    <iframe src="${baseURL}embed.html?config=examples/smallest.json" width="400"></iframe>`,
  );
  await expect(page.frameLocator("iframe").locator(".cp-portlet")).toBeVisible();
  const height = await heightInside(page);
  const told = () => page.evaluate(() => told);
  await expect.poll(async () => (await told()).at(-1)).toEqual({ type: "campaign-portlet:height", height });
  const ask = (type) =>
    page.evaluate(async (type) => {
      told.length = 0;
      document.querySelector("iframe").contentWindow.postMessage({ type }, "*");
    }, type);
  await ask("campaign-portlet:ask-height");
  await expect.poll(told).toEqual([{ type: "campaign-portlet:height", height }]);
  await ask("campaign-portlet:height");
  await say(page, "the frame has had time");
  await expect.poll(told).toEqual(["the frame has had time"]);
});

test("a page that a link has led to does not set the height, and no nonsense does", async ({ page, baseURL, context }) => {
  const { text } = recipe(baseURL);
  await context.route("https://stranger.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Stranger</title>" }),
  );
  await openHtml(page, text);
  await isAsHigh(page);
  const { height } = await boxOf(page);
  for (const nonsense of ["1px; width: 1px", "1", null, NaN, Infinity]) {
    await say(page, { type: "campaign-portlet:height", height: nonsense });
  }
  await say(page, null);
  await say(page, { type: "campaign-portlet:other", height: 1 });
  await settled(page);
  expect((await boxOf(page)).height).toBe(height);
  await page.frames()[1].goto("https://stranger.example/");
  await say(page, { type: "campaign-portlet:height", height: 1 });
  await settled(page);
  expect((await boxOf(page)).height).toBe(height);
});

test("a campaign that is not to be seen makes the frame as low as that", async ({ page, baseURL }) => {
  const hidden = { ...fixture("smallest"), visibleTo: "2026-11-01" };
  await page.route("**/config.json", (route) => route.fulfill({ json: hidden }));
  await openHtml(page, recipe(baseURL, "config.json").text);
  await expect(ours(page)).toHaveCSS("height", "0px");
});

test.describe("on the preview page", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("what is copied is README's recipe with the campaign's address, title and height", async ({ page, baseURL }) => {
    await page.goto("index.html?config=examples/smallest.json");
    await expect(frame(page)).toBeVisible();
    const height = Math.ceil((await page.locator("campaign-portlet").boundingBox()).height);
    const way = page.locator("[data-paste=iframe]");
    await way.locator("summary").click();
    await way.getByRole("button", { name: "Copy" }).click();
    await expect(way.locator(".copied")).toHaveText("Copied");
    const expected = RECIPE.replace(`${FILES}embed.html?config=flu.json`, () => {
      const query = new URLSearchParams({ config: `${baseURL}examples/smallest.json` });
      return `${baseURL}embed.html?${query}`;
    })
      .replace("Flu campaign", fixture("smallest").title)
      .replace("900px", `${height}px`);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
  });
});
