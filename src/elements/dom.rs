//! Elements as descriptions of DOM nodes. A description is shown once: `live` creates its nodes, or changes those of an
//! earlier description into it.

use super::Event;
use crate::calendar::PlainDate;
use crate::words::Lang;

/// Whether the output is static: no updates and no events.
pub(crate) const IS_STATIC: bool = false;

/// A link to the live portlet: `None`, because this is it.
pub(crate) fn live_link(_class: &'static str, _lang: Option<Lang>) -> Option<Element> {
    None
}

/// The date of a static snapshot: `None`, because this page updates.
pub(crate) fn made_on() -> Option<PlainDate> {
    None
}

/// The tag of a text node, whose key is its text.
pub(super) const TEXT: &str = "#";

/// The tag of a comment node, the placeholder of a dynamic child that is not there.
pub(super) const NOTHING: &str = "!";

/// What a node is to be.
pub struct Element(pub(super) Box<Description>);

pub(super) struct Description {
    pub tag: &'static str,
    /// Nodes with the same tag and key are the same node, before and after.
    pub key: String,
    pub parts: Vec<Part>,
}

pub(super) enum Part {
    Attribute(&'static str, String),
    /// A CSS property.
    Style(&'static str, String),
    /// The attribute, or without a name the whole text, follows the signals that the function reads.
    Dynamic(&'static str, Box<dyn FnMut() -> String>),
    Listener(&'static str, Box<dyn FnMut(Event)>),
    Child(Element),
    /// A child that follows the signals that the function reads.
    DynamicChild(Box<dyn FnMut() -> Option<Element>>),
}

/// An element with that tag and that class.
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element::of(tag);
    if class.is_empty() { element } else { element.attr("class", class).key(class) }
}

impl Element {
    fn of(tag: &'static str) -> Self {
        Self(Box::new(Description { tag, key: String::new(), parts: Vec::new() }))
    }

    pub(super) fn nothing() -> Self {
        Self::of(NOTHING)
    }

    #[inline(never)]
    fn with(mut self, part: Part) -> Self {
        self.0.parts.push(part);
        self
    }

    /// Sets what tells the element from its siblings, in place of its class or part: where one with the same key stood
    /// before, that node stays, with its focus and whatever else the browser knows of it.
    #[inline(never)]
    pub fn key(mut self, key: &str) -> Self {
        key.clone_into(&mut self.0.key);
        self
    }

    /// Adds an attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.with(Part::Attribute(name, value.to_owned()))
    }

    /// Sets the `part` attribute, so that the page can style the element with `::part()`.
    #[inline(never)]
    pub fn part(self, name: &'static str) -> Self {
        self.attr("part", name).key(name)
    }

    /// Sets `lang`, if the content's language differs from the surrounding one.
    pub fn lang(self, tag: Option<&'static str>) -> Self {
        match tag {
            Some(tag) => self.attr("lang", tag),
            None => self,
        }
    }

    /// Sets a CSS property through the object model, which a strict `style-src` allows.
    pub fn style(self, property: &'static str, value: &str) -> Self {
        self.with(Part::Style(property, value.to_owned()))
    }

    /// Calls `run` at each such event.
    pub fn on(self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        self.with(Part::Listener(event, Box::new(run)))
    }

    /// Adds an attribute whose value follows the signals that `value` reads.
    pub fn dynamic_attr(self, name: &'static str, value: impl FnMut() -> String + 'static) -> Self {
        self.with(Part::Dynamic(name, Box::new(value)))
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.child(Element::of(TEXT).key(text))
    }

    /// Sets the whole text, which follows the signals that `text` reads.
    pub fn dynamic_text(self, text: impl FnMut() -> String + 'static) -> Self {
        self.dynamic_attr("", text)
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(self, child: Element) -> Self {
        self.with(Part::Child(child))
    }

    /// Adds an element, if there is one.
    #[inline(never)]
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

    /// Adds an element that is described anew whenever a signal that `child` reads changes.
    pub fn dynamic_child(self, child: impl FnMut() -> Option<Element> + 'static) -> Self {
        self.with(Part::DynamicChild(Box::new(child)))
    }
}
