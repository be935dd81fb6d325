// The ready configs of the servers that are not run here say the same as those that are.
import { expect, test } from "@playwright/test";
import { readFileSync, readdirSync, statSync } from "node:fs";

const read = (name) => readFileSync(new URL(`../../docs/hosting/${name}`, import.meta.url), "utf8");
const { version } = JSON.parse(readFileSync(new URL("../../dist/integrity.json", import.meta.url), "utf8"));

test("IIS: web.config is XML, with the types, the headers and the folder of this version", async ({ page }) => {
  const found = await page.evaluate((text) => {
    const xml = new DOMParser().parseFromString(text, "application/xml");
    const all = (selector, ...names) =>
      [...xml.querySelectorAll(selector)].map((element) => names.map((name) => element.getAttribute(name)).join(" "));
    return {
      wrong: all("parsererror", "id"),
      types: all("mimeMap", "fileExtension", "mimeType"),
      headers: all("customHeaders > add", "name", "value"),
      folders: all("location", "path"),
    };
  }, read("web.config"));
  expect(found).toEqual({
    wrong: [],
    types: [
      ".js text/javascript",
      ".json application/json",
      ".wasm application/wasm",
      ".csv text/csv",
      ".svg image/svg+xml",
    ],
    headers: [
      "Access-Control-Allow-Origin *",
      "Access-Control-Expose-Headers Date, Age, Retry-After",
      "Timing-Allow-Origin *",
      "Cross-Origin-Resource-Policy cross-origin",
      "X-Content-Type-Options nosniff",
    ],
    folders: [version],
  });
});

test("static hosts: _headers has a path and its headers, and the folder of this version", () => {
  const lines = read("_headers").split("\n").filter((line) => line && !line.startsWith("#"));
  expect(lines).toEqual([
    "/campaign/*",
    "  Access-Control-Allow-Origin: *",
    "  Access-Control-Expose-Headers: Date, Age, Retry-After",
    "  Timing-Allow-Origin: *",
    "  Cross-Origin-Resource-Policy: cross-origin",
    "  X-Content-Type-Options: nosniff",
    `/campaign/${version}/*`,
    "  Cache-Control: public, max-age=31536000, immutable",
  ]);
});

test("README says how much a page downloads at most, and that it is no more", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, ...most] = readme.match(/less than ([\d,]+) bytes with brotli, ([\d,]+) with gzip/);
  const dist = new URL("../../dist/", import.meta.url);
  for (const [index, ending] of ["br", "gz"].entries()) {
    const files = readdirSync(dist).filter((name) => new RegExp(`^campaign-portlet.*\\.${ending}$`).test(name));
    expect(files).toHaveLength(2);
    const bytes = files.reduce((sum, name) => sum + statSync(new URL(name, dist)).size, 0);
    expect(bytes, ending).toBeLessThan(Number(most[index].replace(",", "")));
    // Nor is it so much less that the sentence is of another time.
    expect(bytes, ending).toBeGreaterThan(0.9 * Number(most[index].replace(",", "")));
  }
});
