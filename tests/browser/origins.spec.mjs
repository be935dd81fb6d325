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
  ["a list that is none", { json: { origins: [] } }],
  ["a list that cannot be read", { body: "<html>" }],
  ["a list with a way round the policy", { json: ["*", "https:", "https://x.example; default-src *"] }],
]) {
  test(`the frame refuses a config of another origin: ${what}`, async ({ page, baseURL, faults }) => {
    faults.allow(/404/);
    const { config } = await elsewhere({ page, baseURL });
    await list(page, answer);
    await open(page, "embed", config);
    await expect(page.getByText(`This frame shows campaigns from ${new URL(baseURL).origin} alone.`)).toBeVisible();
    await expect(page.locator("campaign-portlet")).toHaveCount(0);
  });
}

test("the frame takes a config of an origin that is listed", async ({ page, baseURL }) => {
  const { config, origin } = await elsewhere({ page, baseURL });
  await list(page, { json: [origin] });
  await open(page, "embed", config);
  await expect(shown(page)).toBeVisible();
});

test("the frame does not follow its own origin to another", async ({ page, baseURL, faults, heard }) => {
  faults.allow(/Content Security Policy/, /could not be fetched/, /Fetch API cannot load/);
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
  await expect(page.locator("#summary")).toContainText("This link leads to a config from elsewhere");
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

test("the preview shows a link to a config of an origin that is listed", async ({ page, baseURL }) => {
  const { config, origin } = await elsewhere({ page, baseURL });
  await list(page, { json: [origin] });
  await open(page, "index", config);
  await expect(shown(page)).toBeVisible();
});
