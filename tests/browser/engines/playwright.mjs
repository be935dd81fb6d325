// Chromium and Firefox, through Playwright.
import { chromium, firefox } from "@playwright/test";

const LAUNCH = {
  chromium: (env) =>
    chromium.launch({
      env,
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    }),
  // Firefox as Mozilla makes it: Playwright speaks to it by WebDriver BiDi.
  firefox: (env) =>
    firefox.launch({ env, channel: "moz-firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" }),
};

export async function startPlaywright(name, viewport, env) {
  const browser = await LAUNCH[name](env);
  return {
    name,
    page: async (url) => {
      const context = await browser.newContext({ viewport, locale: "en-GB" });
      const page = await context.newPage();
      await page.goto(url);
      return {
        goto: (url) => page.goto(url),
        evaluate: (run, argument) => page.evaluate(run, argument),
        inFrame: (run, argument) => page.frames()[1].evaluate(run, argument),
        screenshot: (path) => page.screenshot({ path }),
        close: () => context.close(),
        /** What Chromium alone can say of itself. */
        devTools: name === "chromium" ? () => context.newCDPSession(page) : undefined,
      };
    },
    close: () => browser.close(),
  };
}
