// Two engines that look for accessibility faults on a page, and into the portlets on it: Deque's axe and IBM's Equal Access.
import AxeBuilder from "@axe-core/playwright";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const IBM = readFileSync(fileURLToPath(import.meta.resolve("accessibility-checker-engine/ace.js")), "utf8");

/** What both find. `without` are rules of axe's. */
export async function accessibilityFaults(page, ...without) {
  return [...(await byAxe(page, ...without)), ...(await byIbm(page))];
}

/** What axe finds. It takes its time, and so the clock goes on. */
export async function byAxe(page, ...without) {
  await page.clock.resume();
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).disableRules(without).analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`)]);
}

/** What IBM's is sure of: the rest are recommendations, and questions to a person. */
async function byIbm(page) {
  await page.evaluate(`if (!globalThis.ace) { ${IBM}; globalThis.ace = ace; } 0`);
  return page.evaluate(async () => {
    const { results } = await new globalThis.ace.Checker().check(document, ["WCAG_2_2", "IBM_Accessibility"]);
    const isSure = ({ value: [level, outcome] }) => level === "VIOLATION" && outcome === "FAIL";
    return results.filter(isSure).map(({ ruleId, snippet, message }) => [ruleId, `${snippet}: ${message}`]);
  });
}
