// What stands inside the element counts as content where someone sees something of it, and as nothing where nobody does.
import { expect, frame, gate, openHtml, test } from "./portlet.mjs";

const CALM = "We cannot show this campaign just now.";
const PICTURE = '<img alt="Flu" width="10" height="10" src="../examples/flu.svg">';

const NOTHING = {
  nothing: "",
  "a line break": "\n",
  "a space that does not break": "&nbsp;",
  "br": "<br>",
  "an empty paragraph": "<p></p>",
  "a paragraph of an editor": '<p>&nbsp;<br data-mce-bogus="1"></p>',
  "invisible characters": "<p>&#x200b;&#xfeff;</p>",
  "a comment": "<!-- portlet -->",
  "a template": "<template><p>Later</p></template>",
  "data": '<script type="application/json">{"a": 1}</script>',
  "a style": "<style>p { color: red }</style>",
  "noscript": "<noscript>Please turn on scripts</noscript>",
  "a hidden paragraph": "<p hidden>Later</p>",
};
const SOMETHING = {
  "text": "Ask us",
  "text in elements": "<div><p><b>Ask us</b></p></div>",
  "a picture": PICTURE,
  "a picture in a link": `<a href="/">${PICTURE}</a>`,
  "a button": "<button></button>",
  "text after nothing": "<p></p>\n&nbsp;<p>Ask us</p>",
};

const element = (inside, id = "") => `<campaign-portlet ${id} config="config.json">${inside}</campaign-portlet>`;

for (const [what, inside] of Object.entries(NOTHING)) {
  test(`${what} is no content: a placeholder waits, and a failure is told`, async ({ page, faults, heard }) => {
    faults.allow(/404/);
    const config = gate();
    await page.route("**/config.json", async (route) => {
      await config.opened;
      await route.fulfill({ status: 404 });
    });
    await openHtml(page, `<script src="../campaign-portlet.js"></script>${element(inside)}`);
    const height = async () => (await page.locator("campaign-portlet").boundingBox()).height;
    expect(await height()).toBeGreaterThan(1000);
    config.open();
    await expect(page.getByText(CALM)).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
    expect(await height()).toBeLessThan(300);
    expect(await heard()).toHaveLength(1);
  });
}

for (const [what, inside] of Object.entries(SOMETHING)) {
  test(`${what} is content: it is there meanwhile, and stays`, async ({ page, faults, heard }) => {
    faults.allow(/404/);
    const config = gate();
    await page.route("**/config.json", async (route) => {
      await config.opened;
      await route.fulfill({ status: 404 });
    });
    await openHtml(page, `<script src="../campaign-portlet.js"></script>${element(inside)}`);
    const seen = page.locator("campaign-portlet > :not(:empty), campaign-portlet > img, campaign-portlet > button");
    const isSeen = async () =>
      what === "text" || (await seen.first().evaluate((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height > 0));
    const height = async () => (await page.locator("campaign-portlet").boundingBox()).height;
    expect(await isSeen()).toBe(true);
    expect(await height()).toBeLessThan(200);
    config.open();
    await expect.poll(async () => (await heard()).length).toBe(1);
    expect(await isSeen()).toBe(true);
    await expect(page.getByText(CALM)).toHaveCount(0);
  });
}

test("an empty element makes room for nothing but the portlet", async ({ page }) => {
  await openHtml(page, `<script src="../campaign-portlet.js"></script>
    <campaign-portlet config="../examples/smallest.json"><p></p></campaign-portlet>`);
  await expect(frame(page)).toBeVisible();
  const [outer, inner] = [page.locator("campaign-portlet"), frame(page)].map((one) => one.boundingBox());
  expect((await outer).height).toBe((await inner).height);
});

test.describe("a script that is there before the element has been read", () => {
  /** Sends what stands inside the element a while after its start tag. */
  const slowly = (attributes) =>
    `<!doctype html><html lang="en-GB"><title>Slow</title><link rel="icon" href="data:,"><body>
    <script src="../campaign-portlet.js"></script><campaign-portlet ${attributes}><script src="slow.js"></script>
    <p id="inside">Ask us</p></campaign-portlet>`;

  for (const [what, attributes] of [
    ["no usable config", 'config="javascript:0"'],
    ["a config that cannot be had", 'config="config.json"'],
  ]) {
    test(`with ${what}, what stands inside shows all the same`, async ({ page, faults, heard }) => {
      faults.allow(/"config" must be/, /404/);
      const rest = gate();
      await page.route("**/slow.js", async (route) => {
        await rest.opened;
        await route.fulfill({ contentType: "text/javascript", body: "" });
      });
      await page.route("**/config.json", (route) => route.fulfill({ status: 404 }));
      await page.route("**/slow.html", (route) => route.fulfill({ contentType: "text/html", body: slowly(attributes) }));
      await page.goto("hosts/slow.html", { waitUntil: "commit" });
      await expect(page.getByText(CALM)).toBeVisible();
      rest.open();
      await expect(page.locator("#inside")).toBeVisible();
      expect(await page.locator("#inside").evaluate((one) => one.getBoundingClientRect().height > 10)).toBe(true);
      await expect(page.getByText(CALM)).toHaveCount(0);
      expect(await heard()).toHaveLength(1);
    });
  }
});
