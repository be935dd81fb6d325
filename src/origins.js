// Whose campaigns a page shows that is told its config in its address. Anyone can write such an address and send it to
// staff, and what it shows would look like the trust's own words. So the config comes from the page's own origin, or from one
// that whoever hosts the page lists in origins.json beside it: ["https://files.trust.example"].
"use strict";

/** The origins that are listed: none, where the file is not there or is no list. */
const listedOrigins = async () => {
  const list = await fetch("origins.json", { cache: "no-cache" })
    .then((response) => (response.ok ? response.json() : []))
    .catch(() => []);
  return [list].flat().filter((origin) => /^https?:\/\/[\w.:-]+$/.test(origin));
};

/** The origins that this page takes a config from, if that at `address` is from one of them. */
const trustedOrigins = async (address) => {
  const own = [location.origin];
  const { origin } = new URL(address, document.baseURI);
  if (own.includes(origin)) return own;
  const trusted = [...own, ...(await listedOrigins())];
  return trusted.includes(origin) ? trusted : undefined;
};
