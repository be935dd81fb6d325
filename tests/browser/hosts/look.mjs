// What a portlet looks like, element by element, to compare one host page with another.

/** How each element of the portlet that is seen is laid out and drawn. */
function look() {
  const { shadowRoot } = document.querySelector("campaign-portlet");
  // Bars grow at first, and one second is a shorter word than two.
  for (const animation of shadowRoot.getAnimations()) animation.finish();
  for (const name of shadowRoot.querySelectorAll(".cp-name")) name.textContent = "seconds";
  const frame = shadowRoot.querySelector(".cp-portlet");
  const origin = frame.getBoundingClientRect();
  const properties =
    "color background-color font-family font-size font-weight font-style line-height letter-spacing word-spacing " +
    "text-transform text-align text-indent text-decoration-line white-space-collapse direction visibility opacity cursor " +
    "border-top-width border-top-color border-left-width padding-left padding-top list-style-type";
  const seen = [frame, ...frame.querySelectorAll("*")].filter((element) => element.getClientRects().length);
  return seen.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      name: `${element.localName}.${element.className}`,
      box: [left - origin.left, top - origin.top, width, height],
      style: Object.fromEntries(properties.split(" ").map((name) => [name, style.getPropertyValue(name)])),
    };
  });
}

/** Where the portlet on this page looks different from the one on the plain page, at the same width. */
export async function differences(page, openPlain) {
  const seen = await page.evaluate(look);
  const width = seen[0].box[2];
  await openPlain();
  await page.evaluate((width) => {
    document.querySelector("campaign-portlet").style.width = `${width}px`;
  }, width);
  const expected = await page.evaluate(look);
  if (seen.length !== expected.length) return [`${seen.length} elements in place of ${expected.length}`];
  return seen.flatMap(({ name, box, style }, index) => {
    const other = expected[index];
    const moved = box.some((length, side) => Math.abs(length - other.box[side]) > 1);
    const changed = Object.keys(style).filter((property) => style[property] !== other.style[property]);
    return [
      ...(moved ? [`${name} is at ${box.map(Math.round)} in place of ${other.box.map(Math.round)}`] : []),
      ...changed.map((property) => `${name} ${property} is ${style[property]} in place of ${other.style[property]}`),
    ];
  });
}
