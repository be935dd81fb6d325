// What happens in the page. These functions are sent there one by one, and so each stands on its own.

/** Puts the snippet of each campaign into an element, once in each width; the script is not there yet. */
export async function place({ names, widths }) {
  const SnippetMaker = await paste;
  const get = async (address) => (await fetch(address)).text();
  // Each block brings the same style, which holds for all of them: a hundred times, a browser would take minutes.
  const lines = new Set();
  const style = document.createElement("style");
  const boxes = document.createDocumentFragment();
  for (const name of names) {
    const address = new URL(`/going-live/${name}.json`, location.href).href;
    const campaign = SnippetMaker.read(await get(address), address);
    for (const file of campaign.files()) campaign.apply_csv(file, await get(file));
    const snippet = campaign.html("https://files.trust.example/embed.html");
    if (!snippet) continue; // It is not to be seen then.
    const template = document.createElement("template");
    template.innerHTML = `<main><campaign-portlet config="${address}">${snippet}</campaign-portlet></main>`;
    const box = template.content.firstElementChild;
    const own = box.querySelector("style");
    const isFirst = !lines.size;
    for (const line of own.textContent.split("\n")) {
      if (isFirst || !lines.has(line)) style.append(`${line}\n`);
      lines.add(line);
    }
    own.remove();
    for (const width of widths) {
      const one = document.importNode(box, true);
      one.style.width = `${width}px`;
      one.dataset.name = `${name} at ${width} px`;
      boxes.append(one);
    }
  }
  document.head.append(style);
  document.body.append(boxes);
}

/** How wide an "m" is, in em. */
export function widthOfM() {
  const text = document.createElement("span");
  text.style.cssText = "position: absolute; font: 100px Arial, sans-serif";
  text.textContent = "m".repeat(10);
  document.body.append(text);
  const { width } = text.getBoundingClientRect();
  text.remove();
  return width / 1000;
}

export function goLive() {
  const script = document.createElement("script");
  script.src = "/campaign-portlet.js";
  document.body.append(script);
}

export function isLive() {
  const all = [...document.querySelectorAll("campaign-portlet")];
  return all.length > 0 && all.every((host) => host.shadowRoot?.querySelector("[part=portlet]"));
}

/** Where everything is that has its like in the snippet and in the portlet: top and height, by the campaign. */
export function boxes() {
  const SHARED = [
    "title", "organisation", "summary", "main-link", "section", "heading", "timer", "moment", "milestones", "overall", "chart",
    "row", "key", "provenance", "locations-note", "note", "place", "place-name", "status", "times", "place-links", "more",
  ];
  const seen = {};
  for (const box of document.querySelectorAll("main")) {
    const host = box.querySelector("campaign-portlet");
    const { top, height } = host.getBoundingClientRect();
    const lines = { height };
    const root = host.shadowRoot ?? host;
    for (const kind of SHARED) {
      const elements = [...root.querySelectorAll(`.cp-${kind}`)];
      elements
        // What is folded away in the snippet is not there in the portlet.
        .filter((element) => !element.closest("details:not([open]) > :not(summary)"))
        .map((element) => element.getBoundingClientRect())
        .filter((rectangle) => rectangle.height > 0)
        .forEach((rectangle, index) => {
          lines[`${kind} ${index}`] = [rectangle.top - top, rectangle.height];
        });
    }
    seen[box.dataset.name] = lines;
  }
  return seen;
}
