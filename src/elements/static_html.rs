//! Elements as plain HTML. Signals are read once, and elements with listeners are left out, because no script runs.

use super::Event;
use crate::calendar::PlainDate;
use crate::text::digits;
use crate::words::Lang;
use leptos::prelude::use_context;

/// Data about the snippet, provided as Leptos context so that views need not pass it down.
#[derive(Clone)]
pub(crate) struct SnippetContext {
    /// The day on which it is made.
    pub on: PlainDate,
    /// The address of the page with the live portlet, if there is one.
    pub live: Option<String>,
    /// The snippet's language, if it is not the campaign's.
    pub lang: Option<Lang>,
}

/// Whether the output is static: no updates and no events.
pub(crate) const IS_STATIC: bool = true;

/// A link to the live portlet, in `lang` or else in the snippet's language.
pub(crate) fn live_link(class: &'static str, lang: Option<Lang>) -> Option<Element> {
    let snippet = use_context::<SnippetContext>()?;
    let mut address = snippet.live?;
    if let Some(lang) = lang.or(snippet.lang) {
        let fragment = address.find('#').map(|at| address.split_off(at)).unwrap_or_default();
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str("lang=");
        address.push_str(lang.tag());
        address.push_str(&fragment);
    }
    Some(el("a", class).attr("href", &address))
}

/// The date of the snapshot.
pub(crate) fn made_on() -> Option<PlainDate> {
    Some(use_context::<SnippetContext>()?.on)
}

/// An element as HTML text, with its content.
pub struct Element {
    tag: &'static str,
    class: String,
    attributes: String,
    inside: String,
    /// CSS rules in place of `style` attributes, of this element and its descendants: `.class { property: value }`.
    rules: Vec<String>,
    left_out: bool,
}

/// An element with that tag and that class.
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let (attributes, inside) = (String::new(), String::new());
    Element { tag, class: class.to_owned(), attributes, inside, rules: Vec::new(), left_out: false }
}

impl Element {
    /// Adds an attribute.
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push(' ');
        self.attributes.push_str(name);
        self.attributes.push_str("=\"");
        escape(&mut self.attributes, value);
        self.attributes.push('"');
        self
    }

    /// Does nothing: `::part()` applies only to a shadow tree.
    pub fn part(self, _name: &'static str) -> Self {
        self
    }

    /// Does nothing: static HTML does not change.
    pub fn key(self, _key: &str) -> Self {
        self
    }

    /// Sets `lang`, if the content's language differs from the surrounding one.
    pub fn lang(self, tag: Option<&'static str>) -> Self {
        match tag {
            Some(tag) => self.attr("lang", tag),
            None => self,
        }
    }

    /// Sets a CSS property by a class and a rule, because many pages do not allow `style` attributes.
    pub fn style(mut self, property: &'static str, value: &str) -> Self {
        let plain =
            |text: &str| text.replace(|char: char| !char.is_ascii_alphanumeric(), "-").trim_matches('-').to_owned();
        let name = property.trim_start_matches("--cp-");
        let class = ["cp-", name, "-", &plain(value)].concat();
        self.rules.push([".", &class, " { ", property, ": ", value, " }\n"].concat());
        self.class = [&self.class, " ", &class].concat();
        self
    }

    /// Leaves the element out: without a script nothing handles the event.
    pub fn on(mut self, _event: &'static str, _run: impl FnMut(Event) + 'static) -> Self {
        self.left_out = true;
        self
    }

    /// Adds an attribute with the current result of `value`.
    pub fn dynamic_attr(self, name: &'static str, mut value: impl FnMut() -> String + 'static) -> Self {
        self.attr(name, &value())
    }

    /// Adds a text.
    pub fn text(mut self, text: &str) -> Self {
        escape(&mut self.inside, text);
        self
    }

    /// Adds the current result of `text`.
    pub fn dynamic_text(self, mut text: impl FnMut() -> String + 'static) -> Self {
        self.text(&text())
    }

    /// Adds an element.
    pub fn child(mut self, child: Element) -> Self {
        if !child.left_out {
            child.write(&mut self.inside);
            self.rules.extend(child.rules);
        }
        self
    }

    /// Adds an element, if there is one.
    pub fn maybe(self, child: Option<Element>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Adds elements.
    pub fn children(self, children: impl IntoIterator<Item = Element>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Adds the current result of `child`.
    pub fn dynamic_child(self, mut child: impl FnMut() -> Option<Element> + 'static) -> Self {
        self.maybe(child())
    }

    /// The element's CSS rules, without duplicates, and its HTML.
    pub(crate) fn finish(mut self) -> (String, String) {
        self.rules.sort();
        self.rules.dedup();
        let mut html = String::new();
        self.write(&mut html);
        (self.rules.concat(), html)
    }

    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.tag);
        if !self.class.is_empty() {
            html.push_str(" class=\"");
            escape(html, self.class.trim_start());
            html.push('"');
        }
        html.push_str(&self.attributes);
        html.push('>');
        if self.tag != "img" {
            html.push_str(&self.inside);
            html.push_str("</");
            html.push_str(self.tag);
            html.push('>');
        }
        // A line break where it is not rendered, so that the pasted HTML is readable.
        if matches!(self.tag, "section" | "ul" | "li" | "table" | "tr") {
            html.push('\n');
        }
    }
}

/// A text escaped for an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::new();
    escape(&mut html, text);
    html
}

/// Escapes a text for element content and quoted attributes. Non-ASCII characters become character references, so that
/// the encoding of the page does not matter.
fn escape(html: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // HTML cannot represent control characters.
            _ if char.is_control() && !char.is_ascii_whitespace() => {}
            _ if char.is_ascii() => html.push(char),
            _ => {
                html.push_str("&#");
                html.push_str(&digits(u32::from(char).into()));
                html.push(';');
            }
        }
    }
}
