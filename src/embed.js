// The script that hosts load. It registers <campaign-portlet>, and puts one where a script tag with data-config stands.
// It runs as a classic script or as a module, once or often, early or late.
(() => {
  "use strict";

  const NAME = "campaign-portlet";
  const ATTRIBUTES = ["config", "lang", "heading-level"];
  const TIMEOUT = 10_000;

  // In a module there is no current script: the tag is found by its address.
  const isOurs = (script) => /\/campaign-portlet\.js$/.test(new URL(script.src, document.baseURI).pathname);
  const scripts = document.currentScript ? [document.currentScript] : [...document.scripts].filter(isOurs);
  const base = scripts.find((script) => script.src)?.src ?? document.baseURI;

  let bundle;

  /** The wasm module, fetched once for all portlets; a failure may be tried again. */
  const load = () => {
    bundle ??= start().catch((error) => {
      bundle = undefined;
      throw error;
    });
    return bundle;
  };

  const start = async () => {
    const wasm = fetch(new URL("__WASM__", base));
    wasm.catch(() => {}); // It is reported where it is awaited.
    const glue = await import(new URL("__GLUE__", base).href);
    await glue.default({ module_or_path: wasm });
    return glue;
  };

  /** Fetches a file for the portlet. What it throws has a sentence for whoever runs the page. */
  const download = async (url, signal) => {
    const controller = new AbortController();
    const stop = () => controller.abort();
    const timer = setTimeout(stop, TIMEOUT);
    signal.addEventListener("abort", stop);
    try {
      const response = await fetch(url, { signal: controller.signal });
      if (!response.ok) throw new Error(`The server answered ${response.status} ${response.statusText}.`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { url: response.url, bytes, text: new TextDecoder().decode(bytes) };
    } catch (error) {
      if (controller.signal.aborted) throw new Error("It did not arrive within 10 seconds.");
      if (!(error instanceof TypeError)) throw error;
      throw new Error(
        "It could not be fetched. Check the address, and that its server lets this page read it: " +
          `Access-Control-Allow-Origin must allow ${location.origin}, and this page's connect-src must allow it.`,
      );
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  };

  class CampaignPortlet extends HTMLElement {
    static observedAttributes = ATTRIBUTES;

    #run;

    connectedCallback() {
      if (!this.#run) this.#start();
    }

    // A move is a removal and an insertion back to back: wait and see.
    disconnectedCallback() {
      queueMicrotask(() => this.isConnected || this.#stop());
    }

    // With this, moveBefore() does not even ask.
    connectedMoveCallback() {}

    attributeChangedCallback() {
      if (!this.#run || this.#run.changed) return;
      this.#run.changed = true;
      queueMicrotask(() => {
        this.#stop();
        if (this.isConnected) this.#start();
      });
    }

    #start() {
      const run = { controller: new AbortController() };
      this.#run = run;
      if (!("adoptedStyleSheets" in Document.prototype)) return this.#fail("This browser is too old for it.");
      const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      this.#wait(shadow);
      let url;
      try {
        url = new URL(this.getAttribute("config") || "config-missing:", document.baseURI);
        if (!/^https?:$/.test(url.protocol)) throw new TypeError();
      } catch {
        return this.#fail('The attribute "config" must be the address of a campaign config.');
      }
      const get = (address = url.href) => {
        const answer = download(address, run.controller.signal);
        answer.catch(() => {}); // It is reported where it is awaited, which may be later.
        return answer;
      };
      const first = get();
      load()
        .then(({ Portlet }) => {
          if (this.#run === run) run.portlet = new Portlet(this, shadow, url.href, first, get);
        })
        .catch((error) => {
          if (this.#run !== run) return;
          const mend =
            "Check that its files stand beside the script, and that the page's policy allows " +
            "script-src 'wasm-unsafe-eval' and connect-src their address";
          this.#fail(`The portlet could not be loaded: ${error.message}. ${mend}.`);
        });
    }

    #stop() {
      this.#run?.controller.abort();
      this.#run?.portlet?.free();
      this.#run = undefined;
    }

    /** Until the portlet is ready: what stands inside the element, or a quiet placeholder of about its size. */
    #wait(shadow) {
      const slot = document.createElement("slot");
      if (!this.textContent.trim() && !this.firstElementChild) {
        const placeholder = document.createElement("div");
        placeholder.append(...[1, 2, 3].map(() => document.createElement("div")));
        slot.append(placeholder);
      }
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(PLACEHOLDER);
      shadow.adoptedStyleSheets = [sheet];
      shadow.replaceChildren(slot);
    }

    /** The content inside the element stays; the page is told what to mend. */
    #fail(message) {
      this.shadowRoot?.replaceChildren(document.createElement("slot"));
      console.error(`${NAME}: ${message}`);
      const problem = { severity: "error", path: "", message };
      const detail = { config: this.getAttribute("config"), problems: [problem] };
      this.dispatchEvent(new CustomEvent(`${NAME}:error`, { bubbles: true, composed: true, detail }));
    }
  }

  // Three blocks of 320 pixels: about as high as a campaign with one chart and a few places.
  const PLACEHOLDER = `
    :host { display: block }
    :host([hidden]) { display: none }
    slot > div { display: grid; gap: 24px; padding: 24px; background: #fff; border-top: 4px solid #005eb8 }
    slot > div > div { block-size: 20em; background: #f0f4f5 }`;

  if (!customElements.get(NAME)) customElements.define(NAME, CampaignPortlet);

  /** Puts a portlet where a script tag stands; for a tag in the head, at the end of the body. */
  const place = (script) => {
    if (!script.dataset.config || "placed" in script.dataset) return;
    script.dataset.placed = "";
    const portlet = document.createElement(NAME);
    for (const name of ATTRIBUTES) {
      const value = script.getAttribute(`data-${name}`);
      if (value !== null) portlet.setAttribute(name, value);
    }
    if (script.closest("body")) script.after(portlet);
    else if (document.body) document.body.append(portlet);
    else document.addEventListener("DOMContentLoaded", () => document.body.append(portlet));
  };
  scripts.forEach(place);
})();
