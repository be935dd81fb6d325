// Puts a portlet into every part of the page, and tells what a person can do with the main link of each.
"use strict";

const way = new URLSearchParams(location.search).get("way");

const states = (filled) =>
  Object.fromEntries(
    filled.map(([id, portlet]) => {
      const root = portlet.shadowRoot ?? portlet;
      const link = root.querySelector("a.cp-main-link");
      link.scrollIntoView({ block: "center" });
      const { left, top, width, height } = link.getBoundingClientRect();
      let hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (hit?.shadowRoot) hit = hit.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
      link.focus();
      const focus = (portlet.shadowRoot ?? document).activeElement === link;
      const seen = link.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      return [id, [seen && "seen", hit === link && "clicked", focus && "focused"].filter(Boolean).join(" ")];
    }),
  );

const hide = async () => {
  const places = [...document.querySelectorAll("slot")];
  const ids = places.map((place) => place.closest("[id]").id);
  const filled = (await fill(way, places)).map(({ portlet }, index) => [ids[index], portlet]);
  const portlets = Object.fromEntries(filled);
  portlets.hidden.hidden = true;
  portlets["until-found"].setAttribute("hidden", "until-found");
  Object.assign(window, { portlets, states: () => states(filled) });
};
hide();
