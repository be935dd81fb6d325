// The portlet through a real nginx, on a page of another origin with the policy that docs/hosting.md names: what it asks for.
import { expect, test as base } from "@playwright/test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as servers from "./servers.mjs";

const DOCS = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");
const [, POLICY] = DOCS.match(/^```text\n(script-src .*)\n```$/m);

const test = base.extend({
  site: [
    async ({}, use) => {
      const folder = servers.folder();
      try {
        const port = await servers.freePort();
        const pages = `${folder.path}/pages`;
        mkdirSync(pages);
        const server = await servers.nginx(
          folder.path,
          `server {
            listen 127.0.0.1:${port};
            root ${pages};
            location = /isolated.html { add_header Cross-Origin-Embedder-Policy require-corp; }
          }`,
        );
        await use({ ...server, pages, address: `http://127.0.0.1:${port}/page.html` });
        await server.stop();
      } finally {
        folder.remove();
      }
    },
    { scope: "worker" },
  ],

  /** Opens a page with that tag as another visit of the same browser, and gives what it asked the files' server for. */
  visit: async ({ site, context }, use) => {
    await use(async (tag) => {
      // Without images: the browser asks for no icon.
      const policy = `default-src 'none'; ${POLICY.replaceAll("https://files.trust.example", site.origin)}`;
      const meta = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
      const html = `<!doctype html><html lang="en-GB"><head>${meta}<title>A page</title></head><body>${tag}</body></html>`;
      writeFileSync(`${site.pages}/page.html`, html);
      site.log();
      const page = await context.newPage();
      const faults = [];
      page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
      await page.goto(site.address);
      await expect(page.getByRole("timer")).toBeVisible();
      const asked = site.log().filter(([, path]) => path.startsWith("/campaign/"));
      const config = `${site.origin}/campaign/flu.json`;
      const date = await page.evaluate(async (url) => (await fetch(url)).headers.get("date"), config);
      expect(Date.parse(date), "the page may read the server's clock").not.toBeNaN();
      expect(faults).toEqual([]);
      await page.close();
      return asked.map(([status, path]) => `${status} ${path.replace(site.wasm, "WASM")}`).toSorted();
    });
  },
});

const absent = servers.missing(...servers.NGINX);
test.skip(Boolean(absent), `nginx is not installed here: there is no ${absent}`);

test("the current version: three requests at first, two short answers on the next visit", async ({ site, visit }) => {
  const { origin } = site;
  const tag = `<script src="${origin}/campaign/campaign-portlet.js" data-config="${origin}/campaign/flu.json"></script>`;
  const all = ["200 /campaign/WASM", "200 /campaign/campaign-portlet.js", "200 /campaign/flu.json"];
  expect(await visit(tag)).toEqual(all);
  expect(await visit(tag)).toEqual(["304 /campaign/campaign-portlet.js", "304 /campaign/flu.json"]);
});

test("a pinned version: three requests at first, one short answer on the next visit", async ({ site, visit }) => {
  const { origin, version, integrity } = site;
  const folder = `/campaign/${version}`;
  const tag = `<script src="${origin}${folder}/campaign-portlet.js" integrity="${integrity}" crossorigin
    data-config="${origin}/campaign/flu.json"></script>`;
  const all = [`200 ${folder}/WASM`, `200 ${folder}/campaign-portlet.js`, "200 /campaign/flu.json"];
  expect(await visit(tag)).toEqual(all);
  expect(await visit(tag)).toEqual(["304 /campaign/flu.json"]);
});

test("a page that wants every file to allow it shows the campaign", async ({ site, page }) => {
  const { origin } = site;
  const faults = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  const tag = `<script src="${origin}/campaign/campaign-portlet.js" data-config="${origin}/campaign/flu.json"></script>`;
  const icon = '<link rel="icon" href="data:,">';
  writeFileSync(`${site.pages}/isolated.html`, `<!doctype html><html lang="en-GB"><title>Isolated</title>${icon}<body>${tag}`);
  const response = await page.goto(site.address.replace("page.html", "isolated.html"));
  expect(response.headers()["cross-origin-embedder-policy"]).toBe("require-corp");
  await expect(page.getByRole("timer")).toBeVisible();
  expect(faults).toEqual([]);
});
