//! Elements as plain HTML. Signals are read once. What waits for an event is left out, because none will ever come.

use super::Event;
use crate::calendar::PlainDate;
use crate::text::digits;
use crate::words::Lang;
use leptos::prelude::use_context;

/// What is known of the page that is made: Leptos' context, so that views need not hand it on.
#[derive(Clone)]
pub(crate) struct SnippetContext {
    /// The day on which it is made.
    pub on: PlainDate,
    /// The address of the page where the campaign is live, if there is one.
    pub live: Option<String>,
    /// The language that it is to speak, where that is not the campaign's.
    pub lang: Option<Lang>,
}

/// Whether what is made never changes and answers to nobody.
pub(crate) const IS_STATIC: bool = true;

/// A link to where the campaign is live, in that language where one is named, or else in that of the page.
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

/// The day on which what is made is true, where it is not true at all times.
pub(crate) fn made_on() -> Option<PlainDate> {
    Some(use_context::<SnippetContext>()?.on)
}

/// An element of a page, with all that is in it.
pub struct Element {
    tag: &'static str,
    class: String,
    attributes: String,
    inside: String,
    /// What a `style` attribute would say, here and further in: `.class { property: value }`.
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

    /// Parts are for pages that style a shadow tree.
    pub fn part(self, _name: &'static str) -> Self {
        self
    }

    /// Marks the language of what is inside, where it is not the language around it.
    pub fn lang(self, tag: Option<&'static str>) -> Self {
        match tag {
            Some(tag) => self.attr("lang", tag),
            None => self,
        }
    }

    /// Sets a CSS property by a class with a rule: many pages refuse `style` attributes.
    pub fn style(mut self, property: &'static str, value: &str) -> Self {
        let plain =
            |text: &str| text.replace(|char: char| !char.is_ascii_alphanumeric(), "-").trim_matches('-').to_owned();
        let name = property.trim_start_matches("--cp-");
        let class = ["cp-", name, "-", &plain(value)].concat();
        self.rules.push([".", &class, " { ", property, ": ", value, " }\n"].concat());
        self.class = [&self.class, " ", &class].concat();
        self
    }

    /// Leaves the element out.
    pub fn on(mut self, _event: &'static str, _run: impl FnMut(Event) + 'static) -> Self {
        self.left_out = true;
        self
    }

    /// Adds an attribute with what `value` says now.
    pub fn dynamic_attr(self, name: &'static str, mut value: impl FnMut() -> String + 'static) -> Self {
        self.attr(name, &value())
    }

    /// Adds a text.
    pub fn text(mut self, text: &str) -> Self {
        escape(&mut self.inside, text);
        self
    }

    /// Adds a text: what `text` says now.
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

    /// Adds an element: what `child` makes now.
    pub fn dynamic_child(self, mut child: impl FnMut() -> Option<Element> + 'static) -> Self {
        self.maybe(child())
    }

    /// The rules that the element needs, each once; and its HTML.
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
        // Only where it is never seen, so that people can read what they paste.
        if matches!(self.tag, "section" | "ul" | "li" | "table" | "tr") {
            html.push('\n');
        }
    }
}

/// A text as it stands in an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::new();
    escape(&mut html, text);
    html
}

/// Writes a text so that it is nothing but text, between tags and in quotes, whatever the encoding of the page.
fn escape(html: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // HTML has no way to write them.
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
