// The snippets of the examples, as the host tests hold them.
import { readFileSync } from "node:fs";

export const EXAMPLES = "https://trust.example/portlet/";
export const LIVE = "https://files.trust.example/campaign/embed.html?config=flu.json";

/** The snippet of an example, with the addresses that its files have here. */
export const snippet = (name) =>
  readFileSync(new URL(`../snippet/${name}.html`, import.meta.url), "utf8").replaceAll(EXAMPLES, "/examples/");

export const block = (page) => page.locator(".cp-snippet");
