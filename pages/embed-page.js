// The page for an iframe: shows the config in ?config=, tells its parent its height, and leads links out of the frame.
"use strict";

(() => {
  const query = new URLSearchParams(location.search);
  const main = document.querySelector("main");

  const tellHeight = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    parent.postMessage({ type: "campaign-portlet:height", height }, "*");
  };

  new ResizeObserver(tellHeight).observe(document.documentElement);
  addEventListener("load", tellHeight);
  addEventListener("message", ({ data, source }) => {
    if (source === parent && data?.type === "campaign-portlet:ask-height") tellHeight();
  });

  /** What `act` gives, or nothing where the frame may not do it. */
  const attempt = (act) => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };

  /** A browser lets no page in any sandbox set its domain. Where it may, nothing changes: it is the domain that it has. */
  const isSandboxed = () => attempt(() => (document.domain = document.domain)) === undefined;

  /**
   * Whether the frames around this page allow that. A page sees what the sandbox of a frame allows only where the page with
   * the frame has its origin; else only that there is one, and its address has to say the rest: `&allow-downloads`.
   */
  const may = (token) => {
    for (let view = window; view !== top; view = view.parent) {
      const frame = view.frameElement;
      if (!frame) return query.has(token) || !isSandboxed();
      if (frame.hasAttribute("sandbox") && !frame.sandbox.contains(token)) return false;
    }
    return true;
  };

  /** Leads the whole window there, or else a new one; gives nothing where the frame may do neither. */
  const leave = (address) => {
    const isGone = attempt(() => (top.location.href = address));
    const page = isGone ? undefined : attempt(() => open(address, "_blank"));
    // "noopener" would give nothing to tell by whether there is a new window. One that is in the sandbox too keeps its opener.
    attempt(() => page && (page.opener = null));
    return isGone || page;
  };

  /** Where no mail program and no telephone can be reached from a frame, the address can be read at least. */
  const spell = (link) => {
    const { pathname } = link;
    if (!link.textContent.replaceAll(/\s/g, "").includes(pathname)) link.append(` ${pathname}`);
  };

  /** Most portals refuse to be shown in a frame, so a link that stayed inside would show nothing. */
  const follow = (event) => {
    const isPlain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const link = event.composedPath().find(({ localName }) => localName === "a");
    if (!link?.href || !isPlain || event.defaultPrevented || link.download) return;
    if (!/^https?:$/.test(link.protocol)) {
      if (!may("allow-popups")) spell(link);
    } else if (leave(link.href)) event.preventDefault();
  };

  if (top !== window) document.addEventListener("click", follow);
  main.classList.toggle("no-downloads", !may("allow-downloads"));

  /** The page has the title and the language of what it shows, also after a refresh or another choice of language. */
  const nameAfter = (shadow) => {
    const title = shadow.querySelector(".cp-title")?.textContent;
    if (!title) return;
    if (document.title !== title) document.title = title;
    document.documentElement.lang = shadow.querySelector("[part=portlet]").lang;
  };

  const show = () => {
    const portlet = document.createElement("campaign-portlet");
    for (const name of portlet.constructor.observedAttributes ?? []) {
      if (query.has(name)) portlet.setAttribute(name, query.get(name));
    }
    main.append(portlet);
    const everything = { subtree: true, childList: true, characterData: true, attributeFilter: ["lang"] };
    // The element starts in a microtask of its own, which was queued before this one.
    queueMicrotask(() => {
      const shadow = portlet.shadowRoot;
      if (shadow) new MutationObserver(() => nameAfter(shadow)).observe(shadow, everything);
    });
  };

  /** The browser holds the portlet to those origins: also where one of them sends it on to another. */
  const holdTo = (origins) => {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = `connect-src ${origins.join(" ")}`;
    document.head.append(policy);
  };

  const say = (text) => {
    const sentence = document.createElement("p");
    sentence.textContent = text;
    main.append(sentence);
  };

  const refuse = () => {
    main.replaceChildren();
    console.warn(
      `This frame shows .json files of ${location.origin} alone: list other origins in origins.json beside embed.html.`,
    );
    say(
      /^cy/i.test(query.get("lang"))
        ? "Ni ellir dangos yr ymgyrch hon yma. Rhowch wybod i berchennog y dudalen hon."
        : "This campaign cannot be shown here. Please tell the owner of this page.",
    );
  };

  if (IS_FILE) return say(NEEDS_SERVER);
  const config = query.get("config") ?? "";
  trustedOrigins(config).then((origins) => {
    if (!origins) return refuse();
    holdTo(origins);
    guardConfig(() => attempt(() => withoutFragment(config)), trustedOrigins, refuse);
    show();
  });
})();
