// The wasm module, fetched once for all portlets. Its glue stands in this script, before these parts.

// The name says what is in it, and the browser holds it to that: so `integrity` on the script's own tag holds for all.
const WASM = "__WASM__";
const INTEGRITY = "__INTEGRITY__";
const SECONDS_FOR_THE_BUNDLE = 30;

const running = new Set();

/**
 * A copy of the bundle. A panic leaves it broken for all that it shows, and one that could not be fetched is of no use to
 * anyone: either is dropped, and whoever starts later gets another one, under a query that passes by what a cache holds.
 */
class Bundle {
  static #copies = 0;
  static #shared;

  /** The copy that portlets share. */
  static get shared() {
    return (Bundle.#shared ??= new Bundle());
  }

  constructor() {
    const query = Bundle.#copies++ ? `?${Bundle.#copies}` : "";
    const controller = new AbortController();
    // What a page does to `fetch`, or an address without folders (blob:), rejects this promise as all else that goes wrong.
    const load = async () => {
      const { href } = new URL(WASM + query, base);
      const wasm = fetch(href, { signal: controller.signal, integrity: INTEGRITY });
      return instantiate(wasm, () => queueMicrotask(() => this.panicked()));
    };
    /** Comes to the exported class. */
    this.loaded = withTimeout(load(), SECONDS_FOR_THE_BUNDLE, controller);
    this.loaded.catch(() => this.#drop());
  }

  #drop() {
    if (Bundle.#shared === this) Bundle.#shared = undefined;
  }

  /**
   * Each portlet of the copy starts again with a copy of its own, so that the one that panics again takes no other down,
   * and stays down.
   */
  panicked() {
    this.#drop();
    for (const host of running) if (host.bundle === this) host.panicked();
  }
}
