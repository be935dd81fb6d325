// Fills the boxes, or opens this page in frames of other widths. Once they are full, `measure()` tells of each.
"use strict";

const query = new URLSearchParams(location.search);
const widths = query.get("widths")?.split(",").map(Number);

const fillBoxes = async () => {
  document.querySelectorAll("dialog.modal").forEach((dialog) => dialog.showModal());
  document.querySelectorAll("[popover]").forEach((box) => box.showPopover());
  const filled = await fill(query.get("way"), [...document.querySelectorAll("slot")]);
  window.measure = () =>
    filled.map(({ portlet, before }) => {
      const { left, right, width, height } = drawn(portlet).getBoundingClientRect();
      const section = portlet.closest("section");
      const { clientWidth } = document.documentElement;
      return {
        box: section.title,
        before,
        width,
        height,
        room: section.clientWidth,
        // The section is wider where anything in it is; what is on the top layer is in no section.
        beyond: Math.max(section.scrollWidth - section.clientWidth, right - clientWidth, -left),
      };
    });
};

const frames = (widths) =>
  widths.map((width) => {
    const frame = document.createElement("iframe");
    query.delete("widths");
    Object.assign(frame, { src: `?${query}`, width, className: "frames", title: `${width} pixels` });
    return frame;
  });

if (widths) document.querySelector("main").replaceChildren(...frames(widths));
else fillBoxes();
