// Whether the clock of a server may correct this device's.

/** The first origin that gave a fresh answer: two servers that disagree do not take turns. */
let timekeeper;
const before = {};

/**
 * By how many milliseconds the clock of the server that sent the config is ahead of this device's; not a number where it does
 * not count. A service worker may answer from last week, `Date` and all. So an answer counts where it came over the network
 * just now, as its resource timing tells; or, where that is hidden from other origins, where it and an earlier one are as far
 * apart by `Date` as by this page's own monotonic clock.
 */
const serverAhead = (config, { url, date, at }) => {
  const { origin } = new URL(url);
  const now = performance.now();
  const { transferSize, workerStart } = performance.getEntriesByName(config, "resource").at(-1) ?? {};
  const earlier = before[config] ?? { now, date };
  before[config] = { now, date };
  const elapsed = now - earlier.now;
  const isFresh = transferSize ? !workerStart : elapsed > 30_000 && Math.abs(date - earlier.date - elapsed) < 5000;
  if (isFresh && date) timekeeper ??= origin;
  return isFresh && timekeeper === origin ? date - at : NaN;
};
