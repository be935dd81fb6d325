// The wasm module, fetched once for all portlets. Its glue stands in this script, before these parts.

// The name says what is in it, and the browser holds it to that: so `integrity` on the script's own tag holds for all.
const WASM = "__WASM__";
const INTEGRITY = "__INTEGRITY__";
const SECONDS_FOR_THE_BUNDLE = 30;

// In a module there is no current script: the tag is found by its address.
const isOurs = (script) => /\/campaign-portlet\.js$/.test(new URL(script.src, document.baseURI).pathname);
const scripts = document.currentScript ? [document.currentScript] : [...document.scripts].filter(isOurs);
const base = scripts.find((script) => script.src)?.src ?? document.baseURI;

const bundles = {};
let copies = 1;
let shared = "";

/** A query that makes another copy of the bundle, and passes by what a cache holds of one that broke or did not come. */
const another = () => `?${++copies}`;

/** The bundle under that query, fetched once. */
const load = (query) => (bundles[query] ??= start(query));

const start = (query) => {
  const controller = new AbortController();
  const wasm = fetch(new URL(WASM + query, base).href, { signal: controller.signal, integrity: INTEGRITY });
  const bundle = instantiate(wasm, () => queueMicrotask(() => breaks(query)));
  return inTime(bundle, SECONDS_FOR_THE_BUNDLE, controller);
};

const running = new Set();

/**
 * A panic leaves a copy of the bundle broken for all that it shows. Each of them starts again with a copy of its own, so
 * that the one that panics again takes no other down, and stays down.
 */
const breaks = (query) => running.forEach((run) => run.query === query && run.panicked());
