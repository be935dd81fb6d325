// The page for an iframe: shows the config in ?config=, and tells its parent its height.
"use strict";

const query = new URLSearchParams(location.search);
const main = document.querySelector("main");

new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: "campaign-portlet:height", height }, "*");
}).observe(document.documentElement);

/** The browser holds the portlet to those origins: also where one of them sends it on to another. */
const holdTo = (origins) => {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = `connect-src ${origins.join(" ")}`;
  document.head.append(policy);
};

const show = () => {
  const portlet = document.createElement("campaign-portlet");
  for (const name of ["config", "lang", "heading-level"]) {
    if (query.has(name)) portlet.setAttribute(name, query.get(name));
  }
  main.append(portlet);
};

const refuse = () => {
  const sentence = document.createElement("p");
  sentence.textContent =
    `This frame shows campaigns from ${location.origin} alone. Whoever hosts it can list other origins in origins.json.`;
  main.append(sentence);
};

trustedOrigins(query.get("config") ?? "").then((origins) => {
  if (!origins) return refuse();
  holdTo(origins);
  show();
}, show);
