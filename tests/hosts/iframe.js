// Gives each frame the height of what is in it.
"use strict";

addEventListener("message", ({ data, source }) => {
  if (data?.type !== "campaign-portlet:height") return;
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.height = data.height;
});
