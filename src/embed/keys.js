// What is typed into a field of the portlet. Seen from the page the event comes from the element, which is no field: a
// page with shortcuts of one key would take the key for itself, and one with a default button would press it at Enter.

/**
 * Keys that write, or that move and take away what is written (Backspace, Delete, arrows); a dead key, and what a phone
 * or a composition says in the place of a key (Process, Unidentified).
 */
const TYPING = /^(.$|Enter|Dead|Proc|Uni|Back|Del|Home|End|Arr)/u;

/** Ends what is typed at the shadow root. Tab, Escape and what is pressed with Ctrl, Alt or Meta go on to the page. */
const keepTyping = (event) => {
  if (event.target.localName !== "input" || !TYPING.test(event.key)) return;
  // AltGr writes: Windows says Ctrl and Alt of it as well.
  const isShortcut = (event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph");
  if (!isShortcut) event.stopPropagation();
};
