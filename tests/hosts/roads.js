// Takes the road that is named in the page's address.
"use strict";

(() => {
  const CONFIG = "../examples/standard.json";
  const SCRIPT = "../campaign-portlet.js";
  const here = document.querySelector("#here");
  const elementHtml = `<campaign-portlet config="${CONFIG}"></campaign-portlet>`;
  const tagHtml = (src, attributes = "") => `<script src="${src}" ${attributes}></script>`;
  const withConfig = `data-config="${CONFIG}"`;

  const make = (name, attributes) => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const element = () => make("campaign-portlet", { config: CONFIG });
  const script = (src, more) => make("script", { src, ...more });

  window.warned = [];
  console.warn = (...what) => window.warned.push(what.join(" "));

  const ROADS = {
    // jQuery runs the text of the script in another script, which has neither address nor attributes.
    jquery: () => $(here).html(tagHtml(SCRIPT, withConfig)),
    "jquery-element": () => $(here).html(elementHtml + tagHtml(SCRIPT)),
    "other-name": () => here.append(script("../renamed.js", { "data-config": CONFIG })),
    "other-name-module": () => here.append(script("../renamed.js", { type: "module", "data-config": CONFIG })),
    import: async () => {
      here.append(element());
      await import(new URL(SCRIPT, location.href).href);
    },
    "import-other-name": async () => {
      here.append(element());
      await import(new URL("../renamed.js", location.href).href);
    },
    shadow: () => here.attachShadow({ mode: "open" }).append(script(SCRIPT, { "data-config": CONFIG })),
    "shadow-closed": () => here.attachShadow({ mode: "closed" }).append(element(), script(SCRIPT)),
    joined: () => here.append(element(), script("../joined.js")),
    "joined-elsewhere": () => here.append(element(), script("joined.js")),
    "tag-manager": () => here.append(script(SCRIPT)),
    "tag-manager-element": () => here.append(element(), script(SCRIPT)),
    clobbered: () => {
      here.append(make("img", { name: "currentScript", alt: "", src: "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" }));
      here.append(make("img", { name: "baseURI", alt: "", src: "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" }));
      here.append(script(SCRIPT, { "data-config": CONFIG }));
    },
    "broken-neighbour": () => {
      window.onerror = () => true;
      const broken = script("http://[", { id: "broken" });
      here.append(broken, script(SCRIPT, { type: "module", "data-config": CONFIG }));
    },
    "attributes-after": () => {
      here.append(script(SCRIPT));
      const portlet = document.createElement("campaign-portlet");
      here.append(portlet);
      portlet.setAttribute("config", CONFIG);
    },
    "attributes-much-later": () => {
      here.append(script(SCRIPT));
      const portlet = document.createElement("campaign-portlet");
      here.append(portlet);
      customElements.whenDefined("campaign-portlet").then(() => setTimeout(() => portlet.setAttribute("config", CONFIG), 300));
    },
  };
  ROADS[new URLSearchParams(location.search).get("road")]();
})();
