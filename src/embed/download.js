// Fetches the files that a campaign is made of.

const SECONDS_FOR_A_FILE = 10;
const MOST_BYTES = 2_000_000;

/**
 * What `promise` comes to, unless it takes too long. In the end, what `controller` steers is stopped. A timer that fires far
 * too late says that the page was busy or asleep, and not that nothing has come: the answer gets two seconds more to be read.
 */
const withTimeout = (promise, seconds, controller) => {
  let timer;
  const late = new Promise((_, reject) => {
    const due = Date.now() + (seconds + 1) * 1000;
    const giveUp = () => reject(new Error(`This file did not arrive within ${seconds} seconds.`));
    timer = setTimeout(() => (Date.now() > due ? (timer = setTimeout(giveUp, 2000)) : giveUp()), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer);
    controller.abort();
  });
};

/** Fetches a file for the portlet. What it throws has a sentence for whoever runs the page. */
const download = (url, outer) => {
  const controller = new AbortController();
  const { signal } = controller;
  outer.addEventListener("abort", () => controller.abort(), { signal });
  return withTimeout(read(url, signal), SECONDS_FOR_A_FILE, controller);
};

const read = async (url, signal) => {
  const response = await fetch(url, { signal, cache: "no-cache" }).catch(() => {
    throw new Error(
      "This file could not be downloaded. Check its address and your connection. For your web team: " +
        `Access-Control-Allow-Origin must allow ${self.origin}, this page's connect-src must allow the file, ` +
        "and the browser Local Network Access to an internal address.",
    );
  });
  const { headers, status } = response;
  if (!response.ok) {
    const after = headers.get("retry-after");
    const retryAfter = Number(after) || (Date.parse(after) - Date.now()) / 1000;
    // HTTP/2 sends no words with the status.
    const why =
      status === 404
        ? "File not found (404): check its address."
        : status < 429
          ? `The server refuses this file (${status}): it must be open to all who see this page.`
          : `The server cannot send this file now (${status}): it is asked again later.`;
    throw Object.assign(new Error(why), { retryAfter, status });
  }
  // The server's clock when the answer came, in milliseconds; not a number where it does not say. A cache says how old its answer is.
  const date = Date.parse(headers.get("date")) + 1000 * headers.get("age");
  const at = Date.now();
  const bytes = await body(response).catch((error) => {
    throw error instanceof TypeError ? new Error("The connection broke before all of this file had come.") : error;
  });
  // A page may have put its own `fetch` in place, whose answers name no address.
  return { url: response.url || url, text: decode(bytes), date, at };
};

const body = async (response) => {
  const parts = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).arrayBuffer();
    size += value.length;
    if (size > MOST_BYTES) throw new Error("This file is larger than 2 MB, and is read no further.");
    parts.push(value);
  }
};

/** A character of UTF-8, or any other byte, as "x-user-defined" has the bytes: from F780 on, but for ASCII. */
const NOT_ASCII =
  /[\uf7c2-\uf7df][\uf780-\uf7bf]|[\uf7e0-\uf7ef][\uf780-\uf7bf]{2}|[\uf7f0-\uf7f4][\uf780-\uf7bf]{3}|[\uf780-\uf7ff]/g;

/**
 * UTF-8, and in Windows-1252 each byte that is none: Excel in Britain saves "CSV UTF-8" in the one and "CSV" in the other,
 * and what is pasted into a file of the one may be in the other.
 */
const decode = (bytes) => {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const either = (from, to) => {
    try {
      return utf8.decode(bytes.slice(from, to));
    } catch {}
  };
  // In both of these a byte is a character.
  const as = (encoding) => new TextDecoder(encoding).decode(bytes);
  const windows = as("windows-1252");
  const part = (run, at) => (run[1] && either(at, at + run.length)) ?? windows.slice(at, at + run.length);
  return either() ?? as("x-user-defined").replace(NOT_ASCII, part);
};
