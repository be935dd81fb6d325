// WebKit as Debian builds it, through WebDriver on a screen that nobody sees. Playwright would bring a WebKit of its own,
// from a server that many machines cannot reach.
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { Builder } from "selenium-webdriver";
import { freePort, startProgram, untilAnswers } from "./programs.mjs";

export async function startWebKit(viewport, env) {
  const screen = await startScreen(viewport);
  const port = await freePort();
  const driver = startProgram(process.env.WEBKIT_DRIVER ?? "WebKitWebDriver", [`--port=${port}`], {
    env: { ...env, DISPLAY: `:${screen.number}` },
  });
  const address = `http://127.0.0.1:${port}`;
  await untilAnswers(`${address}/status`, driver);
  const session = await startSession(address, viewport);
  return {
    name: "webkit",
    page: (url) => openPage(session, url),
    close: async () => {
      // One that is stuck does not answer.
      const late = new Promise((resolve) => setTimeout(resolve, 3000));
      await Promise.race([session.quit().catch(() => {}), late]);
      driver.stop();
      screen.stop();
    },
  };
}

/** Xvfb looks for a free number itself, and tells it. */
async function startScreen({ width, height }) {
  const size = `${width}x${height + 200}x24`;
  const stdio = ["ignore", "ignore", "ignore", "pipe"];
  const arguments_ = ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"];
  const screen = startProgram(process.env.XVFB ?? "Xvfb", arguments_, { stdio });
  const [text] = await Promise.race([once(screen.pipe(3), "data"), screen.ended]);
  return { number: Number(text), stop: screen.stop };
}

/** One browser for all pages: the driver hangs now and then when another follows one that has ended. */
async function startSession(address, { width, height }) {
  const session = await new Builder()
    .usingServer(address)
    .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { args: ["--automation"] } })
    .build();
  await session.manage().setTimeouts({ script: 120_000, pageLoad: 30_000 });
  await session.manage().window().setRect({ x: 0, y: 0, width, height: height + 100 });
  return session;
}

async function openPage(session, url) {
  await session.get(url);
  const evaluate = async (run, argument) => {
    const { value, error } = await session.executeAsyncScript(ASYNC.replace("RUN", () => run), argument ?? null);
    if (error) throw new Error(error);
    return value ?? undefined;
  };
  return {
    goto: (url) => session.get(url),
    evaluate,
    inFrame: async (run, argument) => {
      await session.switchTo().frame(0);
      try {
        return await evaluate(run, argument);
      } finally {
        await session.switchTo().defaultContent();
      }
    },
    screenshot: async (path) => writeFile(path, await session.takeScreenshot(), "base64"),
    close: async () => {
      await session.executeScript("localStorage.clear()");
      await session.get("about:blank");
    },
  };
}

const ASYNC = `
  const [argument, done] = arguments;
  Promise.resolve(argument).then(RUN).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
