// The element: what stands in it before the wasm is there, and when it starts and stops.

const NAME = "campaign-portlet";
const ATTRIBUTES = ["config", "lang", "heading-level"];
const RETRY = 120_000;

class CampaignPortlet extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #run;
  /** The query of a copy of the bundle that is this portlet's own. */
  #own;

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
    queueMicrotask(() => this.#restart());
  }

  #start() {
    const controller = new AbortController();
    const { signal } = controller;
    const run = { controller, query: this.#own ?? shared };
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
      const answer = download(address, signal);
      answer.catch(() => {}); // It is reported where it is awaited, which may be later.
      return answer;
    };
    const first = get();
    run.panicked = () => this.#panicked(run);
    running.add(run);
    addEventListener("online", () => run.portlet?.refresh(), { signal });
    this.#bring(run, (Portlet) => new Portlet(this, shadow, url.href, first, get));
  }

  /** Makes the portlet once the bundle is there, unless it has been stopped by then. */
  async #bring(run, make) {
    const { signal } = run.controller;
    let Portlet;
    try {
      Portlet = await load(run.query);
    } catch (error) {
      if (run.query === shared) shared = another();
      if (signal.aborted) return;
      const mend =
        "Check that its files stand beside the script, and that the page's policy allows " +
        "script-src 'wasm-unsafe-eval' and connect-src their address";
      this.#fail(`The portlet could not be loaded: ${error.message}. ${mend}.`);
      this.#startLater(signal);
      return;
    }
    if (signal.aborted) return;
    try {
      run.portlet = make(Portlet);
    } catch (error) {
      console.error(error);
      breaks(run.query);
    }
  }

  #stop() {
    const run = this.#run;
    const portlet = run?.portlet;
    this.#run = undefined;
    if (!run) return;
    running.delete(run);
    run.controller.abort();
    run.portlet = undefined;
    try {
      portlet?.free();
    } catch {
      breaks(run.query);
    }
  }

  #restart() {
    this.#stop();
    if (this.isConnected) this.#start();
  }

  /** Starts again when the device is online again, or after a while, but not while nobody looks. */
  #startLater(signal) {
    const again = () => (document.hidden ? undefined : this.#restart());
    const timer = setTimeout(() => {
      document.addEventListener("visibilitychange", again, { signal });
      again();
    }, RETRY);
    addEventListener("online", again, { signal });
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  #panicked(run) {
    this.#stop();
    if (run.query !== this.#own) {
      this.#own = another();
      this.#restart();
    } else {
      this.#run = run; // Until an attribute changes.
      this.#fail("The portlet has a fault and was stopped. Please report this, with its config.");
    }
  }

  /** Until the portlet is ready: what stands inside the element, or a quiet placeholder of about its size until that comes. */
  #wait(shadow) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(PLACEHOLDER);
    shadow.adoptedStyleSheets = [sheet];
    const placeholder = make("div", ...[1, 2, 3].map(() => make("i")));
    shadow.replaceChildren(this.#inside() ?? make("slot", placeholder));
  }

  /** What stands inside the element stays, or else there is one calm sentence; the page is told what to mend. */
  #fail(message) {
    const lang = /^cy\b/i.test(this.closest("[lang]")?.lang) ? "cy" : "en";
    const sentence = make("p", SORRY[lang]);
    sentence.lang = lang;
    this.shadowRoot?.replaceChildren(this.#inside() ?? sentence);
    console.error(`${NAME}: ${message}`);
    const problem = { severity: "error", path: "", message };
    const detail = { config: this.getAttribute("config"), problems: [problem] };
    this.dispatchEvent(new CustomEvent(`${NAME}-error`, { bubbles: true, composed: true, detail }));
  }

  #inside() {
    return this.textContent.trim() || this.firstElementChild ? make("slot") : undefined;
  }
}

const make = (tag, ...children) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

const SORRY = { en: "__CANNOT_SHOW_EN__", cy: "__CANNOT_SHOW_CY__" };

// Three blocks of 320 pixels: about as high as a campaign with one chart and a few places. As wide as the portlet, as
// style/base.css has it.
const PLACEHOLDER = `
  :host { display: block }
  :host([hidden]) { display: none }
  :host::before { content: ""; display: grid; grid-template-columns: minmax(0, min(26em, 100vw - 3em)); font-size: medium }
  div, p {
    contain: inline-size;
    contain-intrinsic-inline-size: calc(min(12em, 50vw) - 48px);
    margin: 0;
    padding: 24px;
    border-top: 4px solid #005eb8;
    background: #fff;
    color: #212b32;
    font: medium/1.5 Arial, sans-serif;
  }
  div { display: grid; gap: 24px }
  i { block-size: 20em; background: #f0f4f5 }`;

if (!customElements.get(NAME)) customElements.define(NAME, CampaignPortlet);
