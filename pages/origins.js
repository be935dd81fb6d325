// Whose campaigns a page shows that is told its config in its address. Anyone can write such an address and send it to
// staff, and what it shows would look like the trust's own words. So the config comes from the page's own origin, or from one
// that whoever hosts the page lists in origins.json beside it: ["https://files.trust.example"].
"use strict";

const SECONDS_FOR_THE_LIST = 10;

/** Browsers let a page that was opened as a file read no other file. */
const IS_FILE = location.protocol === "file:";
const NEEDS_SERVER =
  "This page was opened as a file, and browsers let such a page read nothing else. " +
  "Put the whole folder on a web server, and open this page from there.";

/** An origin as browsers write it, if that is one. */
const originOf = (entry) => {
  try {
    const { href, origin } = new URL(entry);
    // What goes into a policy has no wildcard and ends no directive; a path would promise what a policy does not hold to.
    if (/^https?:\/\/[\w.-]+(:\d+)?$/.test(origin) && href === `${origin}/`) return origin;
  } catch {
    // It is no address at all.
  }
  console.error(
    `origins.json: ${JSON.stringify(entry)} is not understood. ` +
      'Write scheme and host alone, as in ["https://intranet.trust.example"].',
  );
  return undefined;
};

/** The origins that are listed: none, where the file is not there. */
const listedOrigins = async () => {
  const signal = AbortSignal.timeout(SECONDS_FOR_THE_LIST * 1000);
  const response = await fetch("origins.json", { cache: "no-cache", signal }).catch(() => undefined);
  if (!response?.ok) return [];
  const list = await response.json().catch(({ message }) => {
    console.error(`origins.json cannot be read. ${message}`);
    return [];
  });
  return [list?.origins ?? list].flat().map(originOf).filter(Boolean);
};

/** The origins that this page takes a config from, if that at `address` is from one of them, or is no address. */
const trustedOrigins = async (address) => {
  const own = [location.origin];
  let origin;
  try {
    ({ origin } = new URL(address, document.baseURI));
  } catch {
    return own;
  }
  if (own.includes(origin)) return own;
  const trusted = [...own, ...(await listedOrigins())];
  return trusted.includes(origin) ? trusted : undefined;
};
