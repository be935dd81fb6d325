// A portlet where a script tag with data-config stands.

/** Puts a portlet where a script tag stands; for a tag in the head, at the end of the body. */
const place = (script) => {
  if (!script.dataset.config || "placed" in script.dataset) return;
  script.dataset.placed = "";
  const portlet = document.createElement(NAME);
  for (const name of ATTRIBUTES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) portlet.setAttribute(name, value);
  }
  if (script.closest("body")) script.after(portlet);
  else if (document.body) document.body.append(portlet);
  else document.addEventListener("DOMContentLoaded", () => document.body.append(portlet));
};
scripts.forEach(place);
