// The page for an iframe: shows the config in ?config=, and tells its parent its height.
"use strict";

const query = new URLSearchParams(location.search);
const portlet = document.createElement("campaign-portlet");
for (const name of ["config", "lang", "heading-level"]) {
  if (query.has(name)) portlet.setAttribute(name, query.get(name));
}
document.querySelector("main").append(portlet);

new ResizeObserver(() => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: "campaign-portlet:height", height }, "*");
}).observe(document.documentElement);
