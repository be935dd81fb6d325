// The wasm module and its glue, fetched once for all portlets.

// Their names say what is in them.
const GLUE = "__GLUE__";
const WASM = "__WASM__";
const SECONDS_FOR_THE_BUNDLE = 30;

// In a module there is no current script: the tag is found by its address.
const isOurs = (script) => /\/campaign-portlet\.js$/.test(new URL(script.src, document.baseURI).pathname);
const scripts = document.currentScript ? [document.currentScript] : [...document.scripts].filter(isOurs);
const base = scripts.find((script) => script.src)?.src ?? document.baseURI;

const bundles = {};
let copies = 1;
let shared = "";

/** A query that makes another copy of the bundle: a browser keeps a module that broke, or did not come, under its address. */
const another = () => `?${++copies}`;

/** The bundle under that query, fetched once. */
const load = (query) => (bundles[query] ??= start(query));

const start = (query) => {
  const address = (name) => new URL(name + query, base).href;
  const controller = new AbortController();
  const wasm = fetch(address(WASM), { signal: controller.signal });
  wasm.catch(() => {}); // It is reported where it is awaited.
  const glue = import(address(GLUE)).then(async (glue) => {
    await glue.default({ module_or_path: wasm });
    glue.onPanic?.(() => queueMicrotask(() => breaks(query)));
    return glue;
  });
  return inTime(glue, SECONDS_FOR_THE_BUNDLE, controller);
};

const running = new Set();

/**
 * A panic leaves a copy of the bundle broken for all that it shows. Each of them starts again with a copy of its own, so
 * that the one that panics again takes no other down, and stays down.
 */
const breaks = (query) => running.forEach((run) => run.query === query && run.panicked());
