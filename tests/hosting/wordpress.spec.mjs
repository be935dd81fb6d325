// The portlet in a Custom HTML block of a real WordPress.
import { expect, test as base } from "@playwright/test";
import { NGINX, folder, missing } from "./servers.mjs";
import { WORDPRESS, wordpress } from "./wordpress.mjs";

const scriptTag = ({ origin }) =>
  `<script src="${origin}/campaign/campaign-portlet.js" data-config="${origin}/campaign/flu.json"
  data-heading-level="3"></script>`;
const element = ({ origin }) => `<script src="${origin}/campaign/campaign-portlet.js"></script>
<campaign-portlet config="${origin}/campaign/flu.json" heading-level="3">
  <p>Flu vaccination runs until 18 December. <a href="https://intranet.trust.example/flu">Where and when</a></p>
</campaign-portlet>`;

const test = base.extend({
  site: [
    async ({}, use) => {
      const { path, remove } = folder();
      try {
        const site = await wordpress(path, (server) => ({
          "the script tag": { by: "administrator", html: scriptTag(server) },
          "the element": { by: "administrator", html: element(server) },
          "an author's script tag": { by: "author", html: scriptTag(server) },
          "an author's element": { by: "author", html: element(server) },
        }));
        await use(site);
        await site.stop();
      } finally {
        remove();
      }
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

const absent = missing(...NGINX, ...WORDPRESS);
test.skip(Boolean(absent), `WordPress is not installed here: there is no ${absent}`);

for (const way of ["the script tag", "the element"]) {
  test(`${way} of an administrator is a live portlet that looks like itself`, async ({ page, site }, info) => {
    const faults = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.setViewportSize({ width: 1000, height: 1400 });
    await page.goto(site.address(way));
    const frame = page.locator("campaign-portlet .cp-portlet");
    await expect(frame).toHaveCount(1);
    await expect(page.getByRole("timer")).toBeVisible();
    await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
    // The theme has its own typeface, links without colour and boxes of its own.
    await expect(frame).toHaveCSS("font-family", "Arial, sans-serif");
    await expect(frame.locator(".cp-main-link").first()).toHaveCSS("background-color", "rgb(0, 94, 184)");
    expect((await frame.boundingBox()).width).toBeGreaterThan(500);
    await page.getByRole("searchbox").fill("eastfield");
    await expect(page.locator("[part=place]")).toHaveCount(1);
    expect(faults).toEqual([]);
    await page.getByRole("searchbox").fill("");
    await page.screenshot({ path: info.outputPath("page.png"), fullPage: true });
  });
}

test("of an author's element WordPress leaves what stands inside, and of the script tag nothing", async ({ page, site }) => {
  for (const way of ["an author's element", "an author's script tag"]) {
    await page.goto(site.address(way));
    await expect(page.getByRole("heading", { name: "Flu vaccination" }).first()).toBeVisible();
    await expect(page.locator("campaign-portlet, script[src*=campaign]")).toHaveCount(0);
    await expect(page.getByText("Flu vaccination runs until 18 December.")).toHaveCount(way.endsWith("element") ? 1 : 0);
  }
});
