// What is wrong with a campaign, and the lines of its files that this is in.
"use strict";

/** More lines than that around the one that is marked are not shown: a file may have a hundred thousand. */
const LINES_AROUND = 300;
const LONGEST_LINE = 300;

/** Fills the list of problems. `text` gives a promise of the text of a file. */
const showFindings = (() => {
  const [list, panel, heading, lines] = ["#problems", "#file", "#file-heading", "#lines"].map((selector) =>
    document.querySelector(selector),
  );
  const make = (tag, text = "", className = "") => Object.assign(document.createElement(tag), { textContent: text, className });
  const nameOf = (address) => new URL(address, document.baseURI).pathname.split("/").at(-1);
  const cut = (line) => (line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
  /** The list that is shown: the answer for one that was there before it comes too late. */
  let current;

  const item = ({ severity, fileShown, place, message }) => {
    const entry = make("li", "", severity);
    entry.append(make("strong", severity === "error" ? "Error" : "Warning"), " ");
    const where = [fileShown, place].filter(Boolean).join(": ");
    if (where) entry.append(make("code", where), " ");
    entry.append(make("span", message));
    return entry;
  };

  /** Shows the file of one of its lines, with that line marked, and those of other problems. */
  const showFile = ({ file, line, text }, found) => {
    const all = text.split(/\r\n|\r|\n/);
    const first = Math.max(0, line - 1 - LINES_AROUND);
    const marked = new Set(found.filter((other) => other.file === file).map((other) => other.line));
    const rows = all.slice(first, line + LINES_AROUND).map((content, at) => {
      const number = first + at + 1;
      const row = make(marked.has(number) ? "mark" : "span");
      row.append(make("span", String(number), "number"), cut(content));
      if (number === line) row.id = "line";
      return row;
    });
    heading.textContent = `${nameOf(file)}, line ${line}`;
    lines.replaceChildren(...rows);
    panel.hidden = false;
    const row = lines.querySelector("#line");
    lines.scrollTop = row.offsetTop - lines.offsetTop - lines.clientHeight / 3;
  };

  const show = async (problems, text) => {
    current = problems;
    const entries = problems.map(item);
    list.replaceChildren(...entries);
    list.hidden = entries.length === 0;
    panel.hidden = true;
    const texts = new Map();
    const read = (file) => texts.set(file, texts.get(file) ?? text(file).catch(() => "")).get(file);
    const found = [];
    for (const [at, problem] of problems.entries()) {
      const content = await read(problem.file);
      if (current !== problems) return;
      const line = content && lineOf(content, problem.path);
      if (!line) continue;
      const place = { file: problem.file, line, text: content };
      found.push(place);
      const button = make("button", `Line ${line}: `, "line");
      button.type = "button";
      button.append(make("code", cut(content.split(/\r\n|\r|\n/)[line - 1]?.trim() ?? "")));
      button.addEventListener("click", () => {
        showFile(place, found);
        lines.focus();
      });
      entries[at].append(button);
    }
    if (found.length) showFile(found[0], found);
  };
  return show;
})();
