// What a real nginx and a real Apache say with each file, set up by the files that docs/hosting has for them.
import { expect, test as base } from "@playwright/test";
import { readFileSync } from "node:fs";
import * as servers from "./servers.mjs";

const FOREVER = "public, max-age=31536000, immutable";

for (const [name, programs, packs] of [
  ["nginx", servers.NGINX, "everything"],
  ["apache", servers.APACHE, "what every page asks for"],
]) {
  const test = base.extend({
    server: [
      async ({}, use) => {
        const folder = servers.folder();
        try {
          const server = await servers[name](folder.path);
          await use(server);
          await server.stop();
        } finally {
          folder.remove();
        }
      },
      { scope: "worker" },
    ],
    get: async ({ server, request }, use) => {
      await use((path, headers = {}) =>
        request.get(server.origin + path, { headers: { "accept-encoding": "br", ...headers } }),
      );
    },
  });

  test.describe(name, () => {
    const absent = servers.missing(...programs);
    test.skip(Boolean(absent), `${name} is not installed here: there is no ${absent}`);

    test(`${name}: every file has its type`, async ({ server, get }) => {
      const types = {
        "campaign-portlet.js": "text/javascript",
        [server.wasm]: "application/wasm",
        "embed.html": "text/html; charset=utf-8",
        "embed.css": "text/css; charset=utf-8",
        "flu.json": "application/json",
        "examples/figures.csv": "text/csv; charset=utf-8",
        "examples/flu.svg": "image/svg+xml",
      };
      for (const [file, type] of Object.entries(types)) {
        expect((await get(`/campaign/${file}`)).headers()["content-type"], file).toBe(type);
      }
    });

    test(`${name}: ${packs} comes packed, as brotli or gzip`, async ({ server, get }) => {
      const always = ["campaign-portlet.js", server.wasm];
      const files = packs === "everything" ? [...always, "flu.json", "examples/figures.csv"] : always;
      const encodings = { "gzip, deflate, br, zstd": "br", gzip: "gzip", identity: undefined };
      for (const file of files) {
        for (const [accepted, encoding] of Object.entries(encodings)) {
          const headers = (await get(`/campaign/${file}`, { "accept-encoding": accepted })).headers();
          expect(headers["content-encoding"], `${file}, ${accepted}`).toBe(encoding);
          expect(headers.vary?.toLowerCase(), file).toContain("accept-encoding");
        }
      }
      expect((await get(`/campaign/${server.wasm}`)).headers()["content-length"]).toBe(
        String(readFileSync(new URL(`../../dist/${server.wasm}.br`, import.meta.url)).length),
      );
    });

    test(`${name}: what never changes is kept for ever, all else asked for again, also what is missing`, async ({
      server,
      get,
    }) => {
      const { version, wasm } = server;
      for (const file of [wasm, `${version}/campaign-portlet.js`, `${version}/${wasm}`, `${version}/embed.html`]) {
        expect((await get(`/campaign/${file}`)).headers()["cache-control"], file).toBe(FOREVER);
      }
      const absent = [`${version}/absent.js`, wasm.replace(/-\w{16}/, "-0123456789abcdef")];
      for (const file of ["campaign-portlet.js", "embed.html", "flu.json", "examples/figures.csv", ...absent]) {
        const response = await get(`/campaign/${file}`);
        expect(response.status(), file).toBe(absent.includes(file) ? 404 : 200);
        expect(response.headers()["cache-control"], file).toBe("no-cache");
      }
    });

    test(`${name}: what has not changed is not sent again, packed or not`, async ({ server, get }) => {
      for (const file of ["campaign-portlet.js", "flu.json", server.wasm]) {
        for (const encoding of ["br", "identity"]) {
          const { etag } = (await get(`/campaign/${file}`, { "accept-encoding": encoding })).headers();
          const again = await get(`/campaign/${file}`, { "accept-encoding": encoding, "if-none-match": etag });
          expect(again.status(), `${file}, ${encoding}`).toBe(304);
        }
      }
    });

    test(`${name}: any page may read any answer, its clock and its Retry-After, and may show the frame`, async ({ server, get }) => {
      const { etag } = (await get("/campaign/flu.json")).headers();
      const answers = [
        [200, await get("/campaign/campaign-portlet.js")],
        [200, await get(`/campaign/${server.version}/${server.wasm}`)],
        [200, await get("/campaign/flu.json")],
        [200, await get("/campaign/embed.html")],
        [304, await get("/campaign/flu.json", { "if-none-match": etag })],
        [404, await get("/campaign/absent.json")],
      ];
      for (const [status, response] of answers) {
        expect(response.status()).toBe(status);
        expect(response.headers(), String(status)).toMatchObject({
          "access-control-allow-origin": "*",
          "access-control-expose-headers": "Date, Age, Retry-After",
          "timing-allow-origin": "*",
          "cross-origin-resource-policy": "cross-origin",
          date: expect.any(String),
        });
        expect(response.headers()).not.toHaveProperty("x-frame-options");
      }
    });
  });
}
