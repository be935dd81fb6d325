// Where this script comes from, and a portlet where its tag with data-config stands.

/** A page can give an image the name `currentScript`; a script that a library has put in as text has no address. */
const current = document.currentScript instanceof HTMLScriptElement && document.currentScript.src ? document.currentScript : undefined;

/** Consent managers keep a script from running by its type. */
const canRun = ({ type }) => /^(|module|(text|application)\/(x-)?(java|ecma)script)$/i.test(type);
const isNamed = ({ src }) => /^[^?#]*\/campaign-portlet\.js([?#]|$)/.test(src);

/** All script tags, also those in the shadow trees that can be seen into. */
const tagsIn = (root) =>
  [...root.querySelectorAll("*")].flatMap((element) =>
    element.localName === "script" ? element : element.shadowRoot ? tagsIn(element.shadowRoot) : [],
  );

/** In a module, whatever its name and whoever imports it, the stack of an error begins with its address. */
const [own] = new Error().stack?.match(/\w+:\/\/\S+?(?=:\d+:\d+)/) ?? [];

const all = tagsIn(document);
const named = all.filter(isNamed);
const base = current?.src ?? named[0]?.src ?? own ?? document.baseURI;
const tags = [...(current ? [current] : []), ...named, ...all.filter(({ src }) => src && src === own)];

/** Puts a portlet where a script tag stands; for a tag in the head, at the end of the body. */
const place = (tag) => {
  if (!canRun(tag) || !tag.dataset.config || "placed" in tag.dataset) return;
  tag.dataset.placed = "";
  const portlet = document.createElement(NAME);
  for (const name of ATTRIBUTES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) portlet.setAttribute(name, value);
  }
  if (tag.closest("body") || tag.getRootNode() instanceof ShadowRoot) tag.after(portlet);
  else if (document.body) document.body.append(portlet);
  else document.addEventListener("DOMContentLoaded", () => document.body.append(portlet));
};

if (!customElements.get(NAME)) {
  customElements.define(NAME, CampaignPortlet);
  const nothing = `${NAME}: there is nothing to show: give the script tag data-config, or put a <${NAME} config> on the page`;
  whenLoaded(
    () => isUsed,
    () => console.warn(nothing),
  );
}
tags.forEach(place);
