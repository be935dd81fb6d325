// What the browser keeps for the next visit, in local storage: the last good copy of a config and of its CSV files, how high
// the portlet was, and the language that someone chose. Where storage is full or forbidden, nothing is kept.
//
//   campaign-portlet:<config>           <when> <address that answered>, a line feed, the text
//   campaign-portlet:<config> <file>    the same of a CSV file that it names
//   campaign-portlet:<config> height    <when> <width> <height>
//   campaign-portlet:<file> missing     since when the config, or the CSV file after it, has been answered with 404
//   campaign-portlet:lang               en-GB or cy

const PREFIX = "campaign-portlet:";
const HEIGHT = "height";
const MISSING = "missing";
const A_DAY = 86_400_000;
/** After so many milliseconds, 30 days, a copy is of no use any more. */
const LONGEST = 2_592_000_000;

/** Whoever owns the page may refuse storage, and then the very name throws. */
const stored = (use) => {
  try {
    return use(localStorage);
  } catch {}
};
const readStored = (key) => stored((storage) => storage.getItem(PREFIX + key)) ?? "";
const write = (key, value) => stored((storage) => storage.setItem(PREFIX + key, value()));
const remove = (key) => stored((storage) => storage.removeItem(PREFIX + key));
/** Only within `write`: where a page's clock tells no time this throws, and nothing is kept. */
const iso = (at) => new Date(at).toISOString();

const isOld = (at) => Math.abs(Date.now() - at) > LONGEST;

/** The last good copy under that key. */
const lastCopy = (key) => {
  const [, when, url, text] = readStored(key).match(/^(\S+) (\S+)\n([^]*)$/) ?? [];
  const at = Date.parse(when);
  return isNaN(at) ? undefined : { at, url, text };
};

/** For how many milliseconds the file under that key has been missing; from now on, where nobody knows. */
const missingFor = (key) => {
  const since = `${key} ${MISSING}`;
  const missing = Date.now() - Date.parse(readStored(since));
  if (missing >= 0) return missing;
  write(since, () => iso(Date.now()));
  return 0;
};

/** How high the portlet with that config was when it was about that wide; undefined where nobody knows. */
const lastHeight = (config, width) => {
  const [, known, height] = readStored(`${config} ${HEIGHT}`).split(" ");
  return Math.abs(known - width) < width / 10 ? +height : undefined;
};

const keepHeight = (config, { width, height }) =>
  write(`${config} ${HEIGHT}`, () => `${iso(Date.now())} ${Math.round(width)} ${Math.round(height)}`);

/** Takes away what is too old, of any config, and the copies of files that this one does not name any more. */
const tidy = (config, files) =>
  stored((storage) => {
    for (const key of Object.keys(storage)) {
      if (!key.startsWith(PREFIX)) continue;
      const [owner, file] = key.slice(PREFIX.length).split(" ");
      const isUnnamed = owner === config && file && file !== HEIGHT && !files.has(file);
      if (isOld(Date.parse(storage.getItem(key).slice(0, 24))) || isUnnamed) storage.removeItem(key);
    }
  });
