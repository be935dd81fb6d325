// The element: what stands in it before the wasm is there, and when it starts and stops.
//
//            put on the page        bundle came
//   (none) ──────────────────► loading ──────────► live
//      ▲                        │  ▲   ◄────────────┘ a panic, the first time; it starts in a copy of its own
//      │ taken away             ▼  │ later, online, an attribute changes
//      └──────── (any)         failed ◄── a panic, the second time

const NAME = "campaign-portlet";
const ATTRIBUTES = ["config", "lang", "heading-level", "color-scheme"];
const RETRY = 120_000;
const PAPER = matchMedia("print");

/** Whether an element was ever on the page. */
let isUsed = false;

class CampaignPortlet extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root;
  #host;
  #portlet;
  #isFailed = false;
  /** After a panic it shares no copy of the bundle any more. */
  #isAlone = false;
  #earlier;

  // Frameworks put an element on the page and then set its attributes. A move is a removal and an insertion back to back.
  connectedCallback() {
    isUsed = true;
    queueMicrotask(this.#update);
  }

  disconnectedCallback() {
    queueMicrotask(this.#update);
  }

  // With this, moveBefore() does not even ask.
  connectedMoveCallback() {}

  // Another document has other style sheets.
  adoptedCallback() {
    this.#stop();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || !this.#host) return;
    if (name === "config" || this.#isFailed) {
      this.#stop();
      queueMicrotask(this.#update);
    } else {
      this.#portlet?.configure();
    }
  }

  #update = () => {
    if (!this.isConnected || !this.ownerDocument.defaultView) this.#stop();
    else if (!this.#host) this.#start();
  };

  #start() {
    const attribute = this.getAttribute("config");
    const config = addressOf(this);
    this.#root ??= rootOf(this);
    const earlier = this.#earlier?.config === config ? this.#earlier : undefined;
    const host = new Host(this, this.#root, config ?? attribute ?? "", earlier);
    this.#host = host;
    this.#isFailed = false;
    if (!this.#root) return this.#fail("This browser is too old to show the campaign.");
    if (!config) {
      const fail = () => this.#fail('The attribute "config" must be the address of a campaign config.');
      return attribute === null ? whenLoaded(() => host.signal.aborted, fail) : fail();
    }
    this.#wait(host);
    const first = host.refresh();
    host.bundle = this.#isAlone ? new Bundle() : Bundle.shared;
    host.panicked = () => this.#panicked();
    running.add(host);
    addEventListener("online", () => this.#portlet?.refresh(), { signal: host.signal });
    PAPER.addEventListener("change", () => this.#portlet?.configure(), { signal: host.signal });
    this.#load(host, first);
  }

  /** Makes the portlet once the bundle is there, unless it has been stopped by then. */
  async #load(host, first) {
    let Portlet;
    try {
      Portlet = await host.bundle.loaded;
    } catch (error) {
      if (host.signal.aborted) return;
      // A page's own `fetch` can reject with anything.
      const message = `${error?.message ?? error}`;
      const mend =
        `For your web team: its files must stand beside ${base}, and the page's policy must allow ` +
        "script-src 'wasm-unsafe-eval' and connect-src their address";
      this.#fail(`The portlet could not be loaded. ${message.replace(/\.$/, "")}. ${mend}.`);
      return this.#startLater(host.signal);
    }
    if (host.signal.aborted) return;
    try {
      this.#portlet = new Portlet(host, first);
    } catch (error) {
      console.error(error);
      host.bundle.panicked();
    }
  }

  #stop() {
    const [host, portlet] = [this.#host, this.#portlet];
    if (!host) return;
    this.#host = this.#portlet = undefined;
    this.#earlier = { config: host.config, answers: host.answers, good: host.good };
    running.delete(host);
    host.stop();
    try {
      portlet?.free();
    } catch {
      host.bundle.panicked();
    }
  }

  /** Starts again after a while, or when the device is online again; but not while nobody looks. */
  #startLater(signal) {
    let isDue = false;
    const again = () => {
      isDue = true;
      if (document.hidden) return;
      this.#stop();
      this.#update();
    };
    const timer = setTimeout(again, RETRY);
    addEventListener("online", again, { signal });
    document.addEventListener("visibilitychange", () => isDue && again(), { signal });
    signal.addEventListener("abort", () => clearTimeout(timer));
  }

  #panicked() {
    this.#stop();
    this.#earlier = undefined;
    if (!this.#isAlone) {
      this.#isAlone = true;
      return this.#update();
    }
    this.#host = new Host(this, this.#root, addressOf(this) ?? "");
    this.#fail("The portlet has a fault and was stopped. Please report this, with its config.");
  }

  /** Until the portlet is ready: a quiet placeholder, as high as the portlet was the last time, or of about its size. */
  #wait(host) {
    const placeholder = make("div", make("i"), make("i"), make("i"));
    host.adopt(PLACEHOLDER);
    host.show(placeholder);
    const height = lastHeight(host.config, this.getBoundingClientRect().width);
    if (height === 0) host.show();
    else if (height) placeholder.style.height = `${height}px`;
  }

  /** What stands inside the element, or else one plain sentence; the page is told what to mend. */
  #fail(message) {
    const host = this.#host;
    this.#isFailed = true;
    if (host.root) {
      const [code] = (this.closest("[lang]")?.lang ?? "").toLowerCase().split("-");
      const lang = code in SORRY ? code : "en";
      const sentence = make("p", SORRY[lang]);
      sentence.lang = lang;
      host.adopt(PLACEHOLDER);
      host.show(sentence);
    }
    host.report("error", host.config, "", "", message);
    host.dispatch("error");
  }
}

/** By the code of the language. */
const SORRY = { __CANNOT_SHOW__ };

/** The absolute address of an element's config, if it is one of the web. */
const addressOf = (element) => {
  try {
    const { protocol, href } = new URL(element.getAttribute("config") || "none:", element.baseURI);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {}
};

/** The shadow root: one's own, or one that the page's HTML has declared, which may be closed. */
const rootOf = (element) => {
  if (!("adoptedStyleSheets" in Document.prototype)) return undefined;
  try {
    const root = element.shadowRoot ?? element.attachInternals?.().shadowRoot ?? element.attachShadow({ mode: "open" });
    for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, keepTyping);
    return root;
  } catch {}
};

/** Runs `run` a second after the page has loaded, unless that is settled: what a page has not done by then it will not do. */
const whenLoaded = (isSettled, run) => {
  const wait = () => isSettled() || setTimeout(() => isSettled() || run(), 1000);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait, { once: true });
};
