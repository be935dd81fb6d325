// Which line of a file a problem means.
"use strict";

/** Every member and item of a JSON text: the names and numbers that lead to it, and where it begins. */
function* placesIn(text) {
  const around = [];
  let string;
  for (const { 0: part, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const inside = around.at(-1);
    if (part === "}" || part === "]") {
      around.pop();
    } else if (part === ":") {
      inside.at = string?.text;
      yield { path: around.map(({ at }) => at), index: string?.index };
    } else if (part !== ",") {
      if (inside?.isList) {
        inside.at += 1;
        yield { path: around.map(({ at }) => at), index };
      }
      if (part === "{" || part === "[") around.push({ isList: part === "[", at: -1 });
      else string = { text: part.slice(1, -1), index };
    }
  }
}

/** Where that begins which `uptake.charts[0].groups[3].total` leads to, or what is nearest to it; nowhere for an empty path. */
const offsetInJson = (text, path) => {
  const wanted = path.match(/[^.[\]]+/g) ?? [];
  let found = { path: [] };
  for (const place of placesIn(text)) {
    const isNearer = place.path.length > found.path.length && place.path.every((name, at) => String(name) === wanted[at]);
    if (isNearer) found = place;
    if (found.path.length === wanted.length) break;
  }
  return found.index;
};

/** The offset of a row of a CSV text, counted from 1: a line end within quotes ends no row. */
const offsetOfRow = (text, row) => {
  let [rows, isQuoted] = [1, false];
  for (const { 0: part, index } of text.matchAll(/"|\r\n|\r|\n/g)) {
    if (rows === row) break;
    if (part === '"') isQuoted = !isQuoted;
    else if (!isQuoted) rows += 1;
    if (rows === row) return index + part.length;
  }
  return rows === row ? 0 : undefined;
};

/** The line, counted from 1, that a problem of the file with that text is in; nothing where it means the whole file. */
const lineOf = (text, path) => {
  const [, what, number] = /^(line|row) (\d+)/.exec(path) ?? [];
  if (what === "line") return Number(number);
  const offset = what === "row" ? offsetOfRow(text, Number(number)) : offsetInJson(text, path);
  return offset === undefined ? undefined : text.slice(0, offset).split(/\r\n|\r|\n/).length;
};
