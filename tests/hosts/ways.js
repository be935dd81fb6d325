// The ways in which a portlet gets into a page, and what of it is on the page at once.
"use strict";

/** Which example: the smallest is enough where there are many. */
const EXAMPLE = new URLSearchParams(location.search).get("example") ?? "smallest";
const CONFIG = `../examples/${EXAMPLE}.json`;

const onceReady = (target) =>
  new Promise((resolve) => target.addEventListener("campaign-portlet-ready", resolve, { once: true }));

const withScript = (attributes = {}) => {
  const script = Object.assign(document.createElement("script"), { src: "../campaign-portlet.js" });
  Object.assign(script.dataset, attributes);
  return script;
};

/** The script, once for all portlets, and once it has run. */
const loaded = () =>
  (window.loading ??= new Promise((resolve) => {
    const script = withScript();
    script.onload = resolve;
    document.head.append(script);
  }));

const element = (config = CONFIG) => {
  const portlet = document.createElement("campaign-portlet");
  portlet.setAttribute("config", config);
  return portlet;
};

let text;
const fetchSnippet = async () => {
  text = await fetch(`../snippet/${EXAMPLE}.html`).then((answer) => answer.text());
};
const snippet = () => document.createRange().createContextualFragment(text).firstElementChild;

const frame = () => {
  const portlet = document.createElement("iframe");
  Object.assign(portlet, { src: `../embed.html?config=examples/${EXAMPLE}.json`, title: "Flu campaign" });
  // As the README says.
  portlet.style.cssText = "width: 100%; min-width: 10em; border: 0";
  return portlet;
};

const onceHigh = (frame) =>
  new Promise((resolve) => {
    addEventListener("message", ({ data, source }) => {
      if (source !== frame.contentWindow || data?.type !== "campaign-portlet:height") return;
      frame.style.height = `${data.height}px`;
      if (frame.contentDocument.querySelector("campaign-portlet")?.shadowRoot.querySelector(".cp-portlet")) resolve();
    });
  });

/** What has to be there first, what is put on the page, and what is waited for then. */
const WAYS = {
  script: { make: () => withScript({ config: CONFIG }), ready: (script) => onceReady(script.parentElement) },
  element: { first: loaded, make: element, ready: onceReady },
  frame: { make: frame, ready: onceHigh },
  snippet: { first: fetchSnippet, make: snippet },
  inside: {
    first: fetchSnippet,
    make: () => {
      const portlet = element();
      portlet.append(snippet());
      return portlet;
    },
    ready: (portlet) => {
      loaded();
      return onceReady(portlet);
    },
  },
  /** The one calm sentence where nothing can be shown. */
  apology: { first: loaded, make: () => element("config:none") },
};

/** Puts portlets in the places; promises them, and how wide each was before it was ready. */
const fill = async (way, places) => {
  const { first, make, ready } = WAYS[way];
  await first?.();
  const made = places.map((place) => {
    const portlet = make();
    place.replaceWith(portlet);
    return portlet;
  });
  const waiting = Promise.all(made.map((portlet) => ready?.(portlet)));
  await undefined; // The element starts in a microtask of its own.
  const widths = made.map((portlet) => portlet.getBoundingClientRect().width);
  await waiting;
  return made.map((portlet, index) =>
    way === "script"
      ? { portlet: portlet.nextElementSibling }
      : { portlet, before: ready && way !== "frame" ? widths[index] : undefined },
  );
};

/** Where the portlet is drawn: the host and the snippet may have other boxes around it, or none. */
const drawn = (portlet) => (portlet.shadowRoot ?? portlet).querySelector(".cp-portlet, p") ?? portlet;
