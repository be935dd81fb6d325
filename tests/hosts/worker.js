// A service worker that answers for worked.json with what it kept a week before, as offline pages do.
"use strict";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  if (!event.request.url.endsWith("/worked.json")) return;
  const headers = { "content-type": "application/json", date: "Mon, 16 Nov 2026 08:59:50 GMT" };
  event.respondWith(fetch("../examples/standard.json").then(async (answer) => new Response(await answer.text(), { headers })));
});
