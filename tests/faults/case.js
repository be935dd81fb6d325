// Tells the page around it what is seen here, and does what that asks for.
"use strict";

const told = [];
for (const name of ["ready", "error"]) {
  document.addEventListener(`campaign-portlet-${name}`, ({ detail }) => {
    told.push({ name, text: detail.problems.map(({ path, message }) => `${path}: ${message}`).join("; ") });
  });
}
addEventListener("error", ({ message }) => told.push({ name: "thrown", text: message }));
addEventListener("unhandledrejection", ({ reason }) => told.push({ name: "thrown", text: String(reason) }));

const look = (portlet) => {
  const inside = (selector) => portlet.shadowRoot?.querySelectorAll(selector).length ?? 0;
  const isAttached = Boolean(portlet.shadowRoot);
  const text = portlet.shadowRoot?.textContent ?? "";
  return { isAttached, timers: inside("[role=timer]"), rows: inside("[role=rowheader]"), text };
};

setInterval(() => {
  const portlets = [...document.querySelectorAll("campaign-portlet")].map(look);
  const stays = document.querySelector("#inside")?.getClientRects().length > 0;
  const isLoaded = document.readyState === "complete";
  parent.postMessage({ place: decodeURIComponent(location.pathname), told, portlets, stays, isLoaded }, "*");
}, 200);

addEventListener("message", async ({ data }) => {
  if (data !== "mend") return;
  await fetch("mend");
  dispatchEvent(new Event("online"));
});
