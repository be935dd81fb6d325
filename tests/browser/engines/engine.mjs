// Three browser engines behind one small interface, so that one check runs in all of them:
//
//   engine.page(url)              opens a page with empty storage, and waits until it has loaded; WebKit has one at a time
//   engine.close()
//   page.goto(url)                opens another address in it
//   page.evaluate(run, argument)  runs a function in the page, and gives what it gives or promises
//   page.inFrame(run, argument)   the same in the page's first frame, also one of another origin
//   page.screenshot(file)
//   page.close()
//
// WebKit can neither be given a script that runs before the page's own, nor another clock, nor have requests answered for
// it: what is needed of that is in the page itself (tests/hosts/witness.js) or on the server.
import "./elsewhere.mjs";
import { startPlaywright } from "./playwright.mjs";
import { startWebKit } from "./webkit.mjs";

export const VIEWPORT = { width: 1000, height: 800 };

const STARTS = {
  chromium: (env) => startPlaywright("chromium", VIEWPORT, env),
  firefox: (env) => startPlaywright("firefox", VIEWPORT, env),
  webkit: (env) => startWebKit(VIEWPORT, env),
};

export const ENGINES = Object.keys(STARTS);

/** `env` is the browser's environment, such as one with a single font (fonts.mjs). */
export const startEngine = (name, env = process.env) => STARTS[name](env);

/** Asks again until the page gives something, which is then the answer; what it waits for names the failure. */
export async function waitUntil(page, what, run, argument, { seconds = 10, frame = false } = {}) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await (frame ? page.inFrame(run, argument) : page.evaluate(run, argument));
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
