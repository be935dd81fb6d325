// Whose campaigns a page shows that is told its config in its address. Anyone can write such an address and send it to
// staff, and what it shows would look like the trust's own words. So the config is a .json file of the page's own origin, or
// comes from one that whoever hosts the page lists in origins.json beside it: ["https://files.trust.example"].
"use strict";

const SECONDS_FOR_THE_LIST = 5;

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

/**
 * Whether that is an address of this origin that nothing but a file of a campaign has. What a host takes from anyone (uploads,
 * what an address itself is echoed into) and what an address does (to sign out) has other names, or hides them.
 */
const isOwnConfig = ({ origin, pathname }) =>
  origin === location.origin && /\.json$/i.test(pathname) && !/;|%(0|2[3ef5]|3[bf]|5c)/i.test(pathname);

/** The address as it is asked for. */
const withoutFragment = (address) => new URL(address, document.baseURI).href.split("#")[0];

/** What stands at an address that is not trusted. */
const describe = (url, isJson) => {
  if (url.origin !== location.origin) return "a config on another site";
  return isJson ? "an address of this site that is no .json file" : "what is not answered as JSON";
};

/**
 * The origins that this page takes a config from, if that at `address`, answered as JSON or not, is from one of them, or is no
 * address.
 */
const trustedOrigins = async (address, isJson = true) => {
  const own = [location.origin];
  let url;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    return own;
  }
  if (isOwnConfig(url) && isJson) return own;
  const listed = await listedOrigins();
  return listed.includes(url.origin) ? [...own, ...listed] : undefined;
};

/**
 * Keeps from the portlet a config at `shown()` that is answered by what is not trusted: a trusted address may lead on to
 * another, or be answered with something else than JSON. What counts is the portlet's own request, since another one may be
 * answered otherwise. `refuse` is given the address that has answered, and what stands there.
 */
const guardConfig = (shown, isTrusted, refuse) => {
  const { fetch } = window;
  window.fetch = async (address, options) => {
    const response = await fetch(address, options);
    if (withoutFragment(`${address}`) !== shown() || !response.url) return response;
    // What a server says of a failure is not shown, whatever its type.
    const isJson = !response.ok || /^(application|text)\/([\w.-]+\+)?json\b/i.test(response.headers.get("content-type"));
    if (await isTrusted(response.url, isJson)) return response;
    refuse(response.url, describe(new URL(response.url), isJson));
    throw new TypeError("It is not from a site that is trusted.");
  };
};
