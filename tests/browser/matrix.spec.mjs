// What runs the host pages in three engines: a case that is stuck ends, and the others run.
import { expect, test } from "@playwright/test";
import { ENGINES } from "./engines/engine.mjs";
import { runCases } from "./engines/matrix.mjs";

const title = (page) => page.evaluate(() => document.title);

const CASES = [
  {
    name: "is stuck",
    seconds: 2,
    check: (page) =>
      page.evaluate(() => {
        for (;;);
      }),
  },
  {
    name: "fails",
    check: async (page) => {
      throw new Error(await title(page));
    },
  },
  { name: "passes", check: title },
].map((one) => ({ ...one, page: "hosts/quirks.html" }));

for (const engine of ENGINES) {
  test(`${engine}: a case that is stuck fails alone`, async ({ baseURL }) => {
    test.setTimeout(120_000);
    const told = [];
    const tell = (line) => told.push(line.trim().replace(/ +\d+ ms/, "").split(/ {2,}/));
    const site = { origin: new URL(baseURL).origin };
    expect(await runCases(engine, CASES, site, { tell })).toEqual([
      `${engine}, is stuck: did not end in 2 s`,
      `${engine}, fails: Quirks`,
    ]);
    expect(told).toEqual([
      [engine, "is stuck", "FAILED"],
      [engine, "fails", "FAILED"],
      [engine, "passes", "ok"],
    ]);
  });
}
