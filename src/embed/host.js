// What the wasm asks of the page, from the moment that an element is put on it to the moment that it is taken away.

const SECONDS_FOR_A_FIRST_LOOK = 2;

/** The language that someone chose, where the browser would not keep it. */
let chosen;

class Host {
  #controller = new AbortController();
  #refresh;
  #asked = new Map();
  #withheld = new Set();
  #problems = [];
  #slot = make("slot");
  #box;
  #painted;

  /** Ends all that this has started. */
  signal = this.#controller.signal;

  /**
   * `answers` came to an earlier host of this element, by their addresses: an element that is put back needs no download.
   * `good` are its last good copies, whatever another tab or the page does to the storage.
   */
  constructor(element, root, config, { answers = {}, good = {} } = {}) {
    Object.assign(this, { element, root, config, good, answers: {}, earlier: answers });
    this.#slot.addEventListener("slotchange", this.#choose);
    document.addEventListener("DOMContentLoaded", this.#choose, { signal: this.signal });
  }

  stop() {
    this.#controller.abort();
    this.#refresh?.abort();
  }

  // What is on the page.

  /** A sheet can be adopted only in the document that it was made in. */
  adopt(css) {
    const sheet = new this.root.ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    this.root.adoptedStyleSheets = [sheet];
  }

  /** Shows `box`, if there is one, as long as nothing is to be seen inside the element. */
  show(box) {
    this.#box = box;
    this.root.replaceChildren(this.#slot);
    this.#choose();
  }

  #choose = () => {
    if (!this.#slot.parentNode) return;
    const isInside = [...this.element.childNodes].some(isSeen);
    this.#slot.hidden = !isInside;
    if (isInside) this.#box?.remove();
    else if (this.#box) this.root.append(this.#box);
  };

  /** Where the portlet is to be mounted. */
  mountPoint(css) {
    this.adopt(css);
    this.show(make("div"));
    return this.#box;
  }

  /** From now on the portlet takes the place of what stands inside the element, and its title the focus, if it was there. */
  reveal() {
    if (!this.#slot.parentNode) return;
    const hadFocus = this.element.contains(this.element.getRootNode().activeElement);
    this.root.replaceChildren(this.#box);
    // Bars grow once, where nothing stood before.
    const grow = this.#slot.hidden && !this.prefersReducedMotion;
    // After the view has been drawn.
    queueMicrotask(() => {
      for (const bar of grow ? this.#box.querySelectorAll(".cp-fill") : []) bar.animate([{ scale: "0 1" }, {}], 400);
      const title = hadFocus && this.#box.querySelector("h2,h3,h4,h5,h6");
      if (title) {
        title.tabIndex = -1;
        title.focus();
      }
    });
  }

  get prefersReducedMotion() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  get onPaper() {
    return PAPER.matches;
  }

  /** The attribute `lang` or `heading-level`. */
  attribute(name) {
    const value = this.element.getAttribute(name);
    const [rule, told] = name === "lang" ? [/^(en|cy)\b/i, "en or cy"] : [/^\s*[2-6]\s*$/, "a number from 2 to 6"];
    if (value && !rule.test(value)) console.warn(`${NAME}: ${name}="${value}" must be ${told}`);
    return value;
  }

  // What is fetched.

  /** Fetches the config; whatever was under way is given up, its files too. */
  refresh() {
    this.#refresh?.abort();
    this.#refresh = new AbortController();
    const files = [...this.#asked.keys()];
    this.#asked.clear();
    return this.#get(this.config, async (answer) => {
      const ahead = serverAhead(this.config, answer);
      // If the config is what is kept, so are the names of its files.
      let isSame = this.#isKept(this.config, answer);
      const again = isSame ? files.map((file) => [file, this.download(file)]) : [];
      for (const [file, answer] of again)
        isSame &&= await answer.then((answer) => this.#isKept(file, answer), () => false);
      return { ...answer, ahead, isSame };
    });
  }

  /** Whether that is the last good copy of the file, which is then good as of now. */
  #isKept(file, { text, at }) {
    const good = this.good[file];
    const isKept = good?.text === text;
    if (isKept) this.keep(file, at, good.url, text);
    return isKept;
  }

  /** Fetches a file that the config names, once at each refresh. */
  download(url) {
    if (!this.#asked.has(url)) this.#asked.set(url, this.#get(url, async (answer) => answer));
    return this.#asked.get(url);
  }

  #get(url, then) {
    const earlier = this.earlier[url];
    delete this.earlier[url];
    const answer = earlier ? Promise.resolve(earlier) : download(url, this.#refresh.signal).then(then);
    // What goes wrong is reported where it is awaited, which is later.
    answer.then(
      (answer) => {
        this.answers[url] = answer;
        this.#withheld.delete(url);
        remove(`${this.#key(url)} ${MISSING}`);
      },
      ({ status }) => this.#withhold(url, status),
    );
    return answer;
  }

  /** What `answer` comes to; undefined where that takes longer than anyone should look at nothing. */
  soon(answer) {
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, SECONDS_FOR_A_FIRST_LOOK * 1000)));
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  // What is kept.

  #key(file) {
    return file === this.config ? file : `${this.config} ${file}`;
  }

  lastGood(file) {
    const copy = this.good[file] ?? lastCopy(this.#key(file));
    return this.#withheld.has(file) || isOld(copy?.at) ? undefined : copy;
  }

  /** Whether what is there of that file is not to be shown any more. */
  isWithheld(file) {
    return this.#withheld.has(file);
  }

  /** A server takes a file back by 410, or by 404 for more than a day, which may be a mistake; or keeps it from this reader. */
  #withhold(file, status) {
    const key = this.#key(file);
    const isGone = status === 410 || (status === 404 && missingFor(key) > A_DAY);
    if (isGone) {
      delete this.good[file];
      remove(key);
    }
    if (!isGone && status !== 401 && status !== 403) return;
    delete this.answers[file];
    this.#withheld.add(file);
  }

  /** Keeps a copy of the config or of a file of its. Storing takes its time, and so comes after the first frame. */
  async keep(file, at, url, text) {
    this.good[file] = { at, url, text };
    await (this.#painted ??= this.#firstFrame().catch(() => {}));
    write(this.#key(file), () => `${iso(at)} ${url}\n${text}`);
    if (file === this.config) tidy(file, this.#asked);
  }

  /**
   * When the portlet has been drawn, and so has its height: a browser tells of an intersection after the frame with it. A page
   * may have taken the observer away.
   */
  #firstFrame() {
    return new Promise((resolve) => {
      const observer = new IntersectionObserver(([{ boundingClientRect }]) => {
        observer.disconnect();
        keepHeight(this.config, boundingClientRect);
        resolve();
      });
      observer.observe(this.element);
    });
  }

  get language() {
    return chosen ?? readStored("lang");
  }

  set language(tag) {
    chosen = tag;
    write("lang", () => tag);
  }

  // What the page is told.

  /** One thing that is wrong, for the next event. */
  report(severity, file, path, place, message) {
    this.#problems.push({ severity, file, path, place, message });
  }

  /** Writes what is wrong to the console, and dispatches an event with it. */
  dispatch(name) {
    const problems = this.#problems.splice(0);
    for (const { severity, file, place, message } of problems) {
      console[severity === "error" ? "error" : "warn"]([NAME, file, place, message].filter(Boolean).join(": "));
    }
    const detail = { config: this.config, problems };
    this.element.dispatchEvent(new CustomEvent(`${NAME}-${name}`, { bubbles: true, composed: true, detail }));
  }
}
