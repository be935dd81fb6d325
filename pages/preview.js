// The preview page: a portlet by the tag that a host uses, and what is wrong with its config beside it. What someone has chosen
// is in the page's address, so that a link shows the same.
"use strict";

(() => {
  const [form, example, config, at, ownWeek, stage, summary, moment, dialog, stranger] = [
    "main > form",
    "#example",
    "#config",
    "#at",
    "#own-week",
    "#stage",
    "#summary",
    "#moment",
    "dialog",
    "#stranger",
  ].map((selector) => document.querySelector(selector));
  /** How it is shown, by the name that each has in the page's address and as an attribute of the element. */
  const looks = ["width", "lang", "color-scheme"].map((name) => document.getElementById(name));

  /** Other origins, and addresses of this one, that are not trusted, and whose campaigns the person wants to see all the same. */
  const agreed = new Set();
  /** The config on the stage, as an absolute address. */
  let shown;
  /** The same as it was written. */
  let chosen;
  /** What is wrong with the campaign on the stage, once there is one. */
  let known;
  let verdict = "";

  const isTrusted = async (address, isJson) => {
    if (await trustedOrigins(address, isJson)) return true;
    return agreed.has(new URL(address, document.baseURI).origin) || agreed.has(withoutFragment(address));
  };

  const textOf = async (file) => (await download(file, new AbortController().signal)).text;

  /** Puts the config on the stage. */
  const show = async (address) => {
    write(address);
    remember("config", address);
    // Another campaign has other days.
    if (address !== chosen) forgetDay();
    chosen = address;
    known = undefined;
    tell("Checking…");
    try {
      shown = withoutFragment(address);
    } catch {
      shown = undefined; // The portlet tells what is wrong with it.
    }
    const ahead = await aheadNow();
    if (address !== chosen) return;
    clockAhead = ahead;
    const portlet = document.createElement("campaign-portlet");
    portlet.setAttribute("config", address);
    stage.replaceChildren(portlet);
    applyLooks();
    document.dispatchEvent(new Event("preview-changed"));
    // The element starts in a microtask of its own, which was queued before this one.
    queueMicrotask(() => {
      const inside = portlet.shadowRoot;
      if (inside) new MutationObserver(tellVerdict).observe(inside, { subtree: true, childList: true });
    });
  };

  /** Keeps a choice where a reload or a link finds it. */
  const remember = (name, value) => {
    const url = new URL(location);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
  };

  const applyLooks = () => {
    for (const { id, value } of looks) stage.setAttribute(`data-${id}`, value);
    for (const { id, value } of looks.slice(1)) {
      if (value) stage.firstElementChild?.setAttribute(id, value);
      else stage.firstElementChild?.removeAttribute(id);
    }
  };

  /** By how much the clock has to be ahead for the day that is chosen: an example's own week, a day of the countdown, or today. */
  const aheadNow = async () => {
    const own = DeviceDate.parse(example.selectedOptions[0].dataset.at);
    ownWeek.hidden = ownWeek.disabled = Number.isNaN(own);
    if (ownWeek.hidden && !at.value) at.value = "today";
    const isOfCountdown = !["", "today"].includes(at.value);
    const wanted = isOfCountdown ? momentIn(await textOf(shown).catch(() => ""), at.value) : at.value ? NaN : own;
    if (!Number.isNaN(wanted)) {
      moment.textContent = `Shown as at ${inWords(wanted)}`;
      return wanted - DeviceDate.now();
    }
    moment.textContent = isOfCountdown ? "Its countdown has no such day, so this is today." : "";
    return 0;
  };

  const forgetDay = () => {
    at.value = "";
    remember("at", "");
  };

  const write = (address) => {
    config.value = address;
    example.value = [...example.options].some((option) => option.value === address) ? address : "";
  };

  const refuse = (address, why) => {
    shown = known = undefined;
    stage.replaceChildren();
    write(address);
    document.dispatchEvent(new Event("preview-changed"));
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
    showFindings(list, textOf);
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
    const says = await textOf(shown).then(JSON.parse).catch(Object);
    const limits = ["visibleFrom", "visibleTo"].filter((name) => name in says).map((name) => `${name} is ${says[name]}`);
    return `It is not shown now: ${limits.join(", and ") || "see visibleFrom and visibleTo"}.`;
  };

  /** A refresh that failed tells that alone, and the campaign before it is still on the page with what is wrong with it. */
  const hear = ({ type, detail, target }) => {
    if (!stage.contains(target)) return;
    const isReady = type.endsWith("ready");
    const problems = detail.problems.map((problem) => {
      const file = problem.file || detail.config;
      // The config is named above the list: only another file needs its name.
      return { ...problem, file, fileShown: file === detail.config ? "" : file };
    });
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
    const asked = new URLSearchParams(location.search);
    for (const select of [...looks, at]) {
      const value = asked.get(select.id);
      if ([...select.options].some((option) => option.value === value)) select.value = value;
    }
    example.addEventListener("change", () => {
      if (example.value) show(example.value);
      else config.focus();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      showTyped(config.value.trim());
    });
    for (const select of looks) {
      select.addEventListener("change", () => {
        remember(select.id, select.value);
        applyLooks();
      });
    }
    at.addEventListener("change", () => {
      remember("at", at.value);
      if (shown) show(config.value);
    });
    chosen = asked.get("config") || example.options[0].value;
    showLinked(chosen);
  };

  if (IS_FILE) {
    const sentence = document.createElement("p");
    sentence.textContent = NEEDS_SERVER;
    document.querySelector("main").replaceChildren(sentence);
  } else start();
})();
