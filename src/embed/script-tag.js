// Where this script comes from, and a portlet where its tag with data-config stands.

/** A page can give an image the name `currentScript`; a script that a library has put in as text has no address. */
const { currentScript } = document;
const current = currentScript instanceof HTMLScriptElement && currentScript.src ? currentScript : undefined;

const isNamed = ({ src }) => /^[^?#]*\/campaign-portlet\.js([?#]|$)/.test(src);

/** In a module, whatever its name and whoever imports it, the stack of an error begins with its address. */
const [own] = new Error().stack?.match(/\w+:\/\/\S+?(?=:\d+:\d+)/) ?? [];

// A page can give a picture the name `scripts` too.
const all = [...document.querySelectorAll("script")];
const base = (current ?? all.find(isNamed))?.src ?? own ?? document.baseURI;
const tags = [current, ...all.filter((tag) => isNamed(tag) || (tag.src && tag.src === own))];

/** Puts a portlet where a script tag stands; for a tag in the head, at the end of the body. */
const place = (tag) => {
  if (!tag?.dataset.config || "placed" in tag.dataset) return;
  tag.dataset.placed = "";
  const portlet = document.createElement(NAME);
  for (const name of ATTRIBUTES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) portlet.setAttribute(name, value);
  }
  if (tag.closest("body")) tag.after(portlet);
  else if (document.body) document.body.append(portlet);
  else document.addEventListener("DOMContentLoaded", () => document.body.append(portlet));
};

if (!customElements.get(NAME)) {
  customElements.define(NAME, CampaignPortlet);
  whenLoaded(
    () => isUsed,
    () => console.warn(`${NAME}: no script tag outside of shadow trees has data-config, and there is no <${NAME}>`),
  );
}
tags.forEach(place);
