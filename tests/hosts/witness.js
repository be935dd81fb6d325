// Stands before the portlet's script on the host pages, and writes down what happens: faults, what the page's policy
// refuses, the portlet's events, and the timers, listeners and WebAssembly memory that are in use.
"use strict";

(() => {
  const faults = [];
  const refused = [];
  const heard = [];
  const timers = new Set();
  const listeners = new Set();
  const memories = [];

  addEventListener("error", ({ message, target }) => faults.push(message ?? `${target.localName} did not load`), true);
  addEventListener("unhandledrejection", ({ reason }) => faults.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
    // Some browsers ask for it by themselves.
    if (blockedURI.endsWith("/favicon.ico")) return;
    refused.push([effectiveDirective, blockedURI, sourceFile, lineNumber].join(" "));
  });
  for (const name of ["ready", "error", "ended"]) {
    addEventListener(`campaign-portlet-${name}`, ({ detail }) => heard.push({ name, problems: detail.problems }));
  }
  const { error } = console;
  console.error = (...what) => {
    faults.push(what.join(" "));
    error.apply(console, what);
  };

  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  window.setTimeout = (run, delay, ...rest) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run(...rest);
    }, delay);
    timers.add(timer);
    return timer;
  };
  window.setInterval = (...what) => {
    const timer = setInterval(...what);
    timers.add(timer);
    return timer;
  };
  window.clearTimeout = window.clearInterval = (timer) => {
    timers.delete(timer);
    clearTimeout(timer);
    clearInterval(timer);
  };

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const isCapturing = (options) => (typeof options === "object" ? Boolean(options?.capture) : Boolean(options));
  const isSame = (one, type, run, options) =>
    one.type === type && one.run === run && one.capture === isCapturing(options);
  const known = (target, type, run, options) =>
    [...listeners].find((one) => one.target === target && isSame(one, type, run, options));
  // Called without an object they mean the window.
  EventTarget.prototype.addEventListener = function (type, run, options) {
    const target = this ?? window;
    add.call(target, type, run, options);
    const { signal, once } = Object(options);
    if ((target !== window && target !== document) || signal?.aborted || known(target, type, run, options)) return;
    const listener = { target, type, run, capture: isCapturing(options) };
    listeners.add(listener);
    const forget = () => listeners.delete(listener);
    if (signal) add.call(signal, "abort", forget);
    if (once) add.call(target, type, forget, { once, signal });
  };
  EventTarget.prototype.removeEventListener = function (type, run, options) {
    const target = this ?? window;
    remove.call(target, type, run, options);
    listeners.delete(known(target, type, run, options));
  };

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...what) => {
      const made = await instantiate.apply(WebAssembly, what);
      memories.push(...Object.values((made.instance ?? made).exports).filter((one) => one instanceof WebAssembly.Memory));
      return made;
    };
  }

  window.witness = {
    faults,
    refused,
    heard,
    inUse: () => ({
      timers: timers.size,
      listeners: listeners.size,
      memory: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
      bundles: memories.length,
    }),
  };
})();
