// The preview page: a portlet by the tag that a host uses, and the list of what is wrong with its config beside it.
"use strict";

(() => {
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

  /** Other origins, and addresses of this one, that are not trusted, and whose campaigns the person wants to see all the same. */
  const agreed = new Set();
  /** The config on the stage, as an absolute address. */
  let shown;
  /** What is wrong with the campaign on the stage, once there is one. */
  let known;
  let verdict = "";

  const isTrusted = async (address, isJson) => {
    if (await trustedOrigins(address, isJson)) return true;
    return agreed.has(new URL(address, document.baseURI).origin) || agreed.has(withoutFragment(address));
  };

  /** Puts the config on the stage, and its address where a reload or a link finds it. */
  const show = (address, url = new URL(location)) => {
    write(address);
    url.searchParams.set("config", address);
    history.replaceState(null, "", url);
    known = undefined;
    tell("Checking…");
    try {
      shown = withoutFragment(address);
    } catch {
      shown = undefined; // The portlet tells what is wrong with it.
    }
    const portlet = document.createElement("campaign-portlet");
    portlet.setAttribute("config", address);
    stage.replaceChildren(portlet);
    // The element starts in a microtask of its own, which was queued before this one.
    queueMicrotask(() => {
      const inside = portlet.shadowRoot;
      if (inside) new MutationObserver(tellVerdict).observe(inside, { subtree: true, childList: true });
    });
  };

  const write = (address) => {
    config.value = address;
    example.value = [...example.options].some((option) => option.value === address) ? address : "";
  };

  const refuse = (address, why) => {
    shown = known = undefined;
    stage.replaceChildren();
    write(address);
    tell(
      `${why}. If you trust it, press Show. Whoever hosts this page can list that site in origins.json.`,
    );
  };

  /** An address in the query may have been written by anyone. */
  const showLinked = async (address) => {
    if (await isTrusted(address)) show(address);
    else refuse(address, `This link leads to ${describe(new URL(address, document.baseURI), true)}`);
  };

  /** Whoever types an address is asked. */
  const showTyped = async (address) => {
    if (await isTrusted(address)) return show(address);
    const [href, { origin }] = [withoutFragment(address), new URL(address, document.baseURI)];
    const isOwn = origin === location.origin;
    stranger.textContent = isOwn
      ? `${href} is no config file of this site: anyone may have written what you see. Show it?`
      : `${origin} is not this site. What you see is what its owner wrote. Show it?`;
    dialog.returnValue = "";
    dialog.showModal();
    await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
    if (dialog.returnValue !== "show") return;
    agreed.add(isOwn ? href : origin);
    show(address);
  };

  guardConfig(
    () => shown,
    isTrusted,
    (address, what) => refuse(address, `The address ${shown} leads to ${what}`),
  );

  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  const tell = (text, list = []) => {
    verdict = text;
    problems.replaceChildren(...list.map(line));
    tellVerdict();
  };

  /** A campaign that nobody sees is one for another day, and says so. */
  const tellVerdict = async () => {
    const portlet = stage.firstElementChild;
    const isUnseen = () =>
      known && portlet === stage.firstElementChild && !portlet.shadowRoot.querySelector("[part=portlet]");
    const why = isUnseen() ? await tellWindow() : "";
    const text = isUnseen() ? `${verdict} ${why}` : verdict;
    if (summary.textContent !== text) summary.textContent = text;
  };

  const tellWindow = async () => {
    const says = await window.fetch(shown, { cache: "no-cache" }).then((answer) => answer.json(), Object);
    const limits = ["visibleFrom", "visibleTo"].filter((name) => name in says).map((name) => `${name} is ${says[name]}`);
    return `It is not shown now: ${limits.join(", and ") || "see visibleFrom and visibleTo"}.`;
  };

  const line = ({ severity, file, place, message }) => {
    const item = document.createElement("li");
    item.className = severity;
    const where = document.createElement("code");
    where.textContent = [file, place].filter(Boolean).join(": ");
    const label = document.createElement("strong");
    label.textContent = severity === "error" ? "Error" : "Warning";
    const sentence = document.createElement("span");
    sentence.textContent = message;
    item.append(label, " ", ...(where.textContent ? [where, " "] : []), sentence);
    return item;
  };

  /** A refresh that failed tells that alone, and the campaign before it is still on the page with what is wrong with it. */
  const hear = ({ type, detail, target }) => {
    if (!stage.contains(target)) return;
    const isReady = type.endsWith("ready");
    // The config is named above the list: only another file needs its name.
    const problems = detail.problems.map(({ file, ...rest }) => ({ ...rest, file: file === detail.config ? "" : file }));
    const isNew = ({ file, path, message }) =>
      !problems.some((other) => other.file === file && other.path === path && other.message === message);
    const list = [...problems, ...(isReady ? [] : (known ?? []).filter(isNew))];
    if (isReady) known = list;
    const errors = list.filter(({ severity }) => severity === "error").length;
    const found = `${count(errors, "error")}, ${count(list.length - errors, "warning")}.`;
    if (!isReady && !errors) tell("The campaign could not be shown.", list);
    else tell(list.length ? found : "Nothing. The config is in order.", list);
  };

  const start = () => {
    document.addEventListener("campaign-portlet-ready", hear);
    document.addEventListener("campaign-portlet-error", hear);
    example.addEventListener("change", () => (example.value ? show(example.value) : config.focus()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      showTyped(config.value.trim());
    });
    form.addEventListener("change", ({ target }) => {
      if (target.name === "width") stage.dataset.width = target.value;
    });
    showLinked(new URLSearchParams(location.search).get("config") || example.options[0].value);
  };

  if (IS_FILE) {
    const sentence = document.createElement("p");
    sentence.textContent = NEEDS_SERVER;
    document.querySelector("main").replaceChildren(sentence);
  } else start();
})();
