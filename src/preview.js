// The preview page: a portlet by the tag that a host uses, and the list of what is wrong with its config beside it.
"use strict";

const [form, example, config, stage, summary, problems, dialog, stranger] = [
  "main > form",
  "#example",
  "#config",
  "#stage",
  "#summary",
  "#problems",
  "dialog",
  "#stranger",
].map((selector) => document.querySelector(selector));

/** Puts the config on the stage, and its address where a reload or a link finds it. */
const show = (address, url = new URL(location)) => {
  config.value = address;
  example.value = [...example.options].some((option) => option.value === address) ? address : "";
  url.searchParams.set("config", address);
  history.replaceState(null, "", url);
  summary.textContent = "Checking…";
  problems.replaceChildren();
  const portlet = document.createElement("campaign-portlet");
  portlet.setAttribute("config", address);
  stage.replaceChildren(portlet);
};

/** Whether that address is one that this page may show without asking; what is no address is told by the portlet. */
const isTrusted = (address) => trustedOrigins(address).catch(() => true);

/** An address in the query may have been written by anyone. */
const showLinked = async (address) => {
  if (await isTrusted(address)) return show(address);
  config.value = address;
  example.value = "";
  summary.textContent =
    `This link leads to a config from elsewhere, which is not shown unasked. If you trust it, press Show. ` +
    `Whoever hosts this page can list its origin in origins.json.`;
};

/** Whoever types an address is asked. */
const showTyped = async (address) => {
  if (await isTrusted(address)) return show(address);
  stranger.textContent =
    `${new URL(address).origin} is not this site. What you see is what its owner wrote. Show it?`;
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
  if (dialog.returnValue === "show") show(address);
};

const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

const tell = ({ type, detail }) => {
  const errors = detail.problems.filter(({ severity }) => severity === "error").length;
  const warnings = detail.problems.length - errors;
  summary.textContent = detail.problems.length
    ? `${count(errors, "error")}, ${count(warnings, "warning")}.`
    : "Nothing. The config is in order.";
  if (type.endsWith("error") && !errors) summary.textContent = "The campaign could not be shown.";
  problems.replaceChildren(...detail.problems.map(line));
};

const line = ({ severity, file, path, message }) => {
  const item = document.createElement("li");
  item.className = severity;
  const place = document.createElement("code");
  place.textContent = [file, path].filter(Boolean).join(": ");
  const label = document.createElement("strong");
  label.textContent = severity === "error" ? "Error" : "Warning";
  const sentence = document.createElement("span");
  sentence.textContent = message;
  item.append(label, " ", place, " ", sentence);
  return item;
};

document.addEventListener("campaign-portlet-ready", tell);
document.addEventListener("campaign-portlet-error", tell);
example.addEventListener("change", () => (example.value ? show(example.value) : config.focus()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  showTyped(config.value.trim());
});
form.addEventListener("change", ({ target }) => {
  if (target.name === "width") stage.dataset.width = target.value;
});
showLinked(new URLSearchParams(location.search).get("config") || example.options[0].value);
