// What stands inside the element, between its tags: it is shown until the portlet is ready, and where it cannot be.

const NEVER_SEEN = /^(noscript|script|style|template)$/;
const SEEN_EMPTY = /^(button|canvas|iframe|img|input|object|svg|video)$/;

/** Whether someone sees anything of it. Editors put line breaks, empty paragraphs and invisible characters into an empty element. */
const isSeen = (node) =>
  node.nodeType === Node.TEXT_NODE
    ? /[^\s\u200b-\u200d\u2060]/.test(node.data)
    : !node.hidden &&
      !NEVER_SEEN.test(node.localName) &&
      (SEEN_EMPTY.test(node.localName) || node.shadowRoot || [...node.childNodes].some(isSeen));

const make = (tag, ...children) => {
  const element = document.createElement(tag);
  element.append(...children);
  return element;
};

// Three blocks of 320 pixels: about as high as a campaign with one chart and a few places. As wide as the portlet, as
// style/base.css has it.
const PLACEHOLDER = `
:host { display: block }
:host([hidden]), slot[hidden] { display: none }
:host::before { content: ""; display: grid; grid-template-columns: minmax(0, min(26em, 100vw - 3em)); font-size: medium }
div, p {
box-sizing: border-box;
contain: inline-size;
contain-intrinsic-inline-size: calc(min(12em, 50vw) - 48px);
margin: 0;
padding: 24px;
border-top: 4px solid #005eb8;
background: #fff;
color: #212b32;
font: medium/1.5 Arial, sans-serif;
}
div { display: grid; gap: 24px; overflow: clip }
i { block-size: 20em; background: #f0f4f5 }`;
