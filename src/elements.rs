//! What every view is made of: one kind of element, whatever its tag, attributes and children.
//!
//! Leptos' `view!` gives each piece of markup a type of its own, and compiles code for it. One type for all of them makes
//! the bundle half as large (see DESIGN.md), and none of it is ever parsed from a string of HTML.

use crate::calendar::Instant;
use crate::campaign::Text;
use crate::live::Live;
use crate::words::Lang;
use leptos::either::Either;
use leptos::ev::Event;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::style::style;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex};

/// What a section is told besides its part of the campaign.
#[derive(Clone, Copy)]
pub(crate) struct Stage {
    /// The moment to show, to the second.
    pub now: Live<Instant>,
    /// The language to speak.
    pub lang: Lang,
    /// The heading level of a section, 3 where the portlet's title is a level 2.
    pub level: u8,
    /// Whether people asked for less motion.
    pub calm: bool,
}

/// An element that is being made. It is boxed because every step of the making passes it on.
pub(crate) struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with that tag and that class.
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }));
    if class.is_empty() { element } else { element.attr("class", class) }
}

impl Element {
    /// Adds an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(custom_attribute(name, value.into()).into_any_attr())
    }

    /// Names the element for the host's `::part()`.
    pub fn part(self, name: &'static str) -> Self {
        self.attr("part", name)
    }

    /// Marks the language of what is inside, where it is not the language around it.
    pub fn lang(self, tag: Option<&'static str>) -> Self {
        match tag {
            Some(tag) => self.attr("lang", tag),
            None => self,
        }
    }

    /// Sets a CSS property through the object model, which a strict `style-src` allows.
    pub fn style(self, property: &'static str, value: String) -> Self {
        self.with(style((property, value)).into_any_attr())
    }

    /// Calls `run` at each such event.
    pub fn on(self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        let run: Box<dyn FnMut(Event)> = Box::new(run);
        self.with(on(leptos::ev::Custom::<Event>::new(event), run).into_any_attr())
    }

    /// Adds an attribute whose value follows the signals that `value` reads.
    pub fn live_attr(self, name: &'static str, value: impl FnMut() -> String + Send + 'static) -> Self {
        let value: SharedReactiveFunction<String> = Arc::new(Mutex::new(value));
        self.with(custom_attribute(name, value).into_any_attr())
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Adds a text.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.view(text.into().into_any())
    }

    /// Adds a text that follows the signals that `text` reads. Where it stays the same, nothing is written.
    pub fn live_text(self, text: impl FnMut() -> String + Send + 'static) -> Self {
        let text: SharedReactiveFunction<String> = Arc::new(Mutex::new(text));
        self.view(text.into_any())
    }

    /// Adds an element.
    pub fn child(self, child: Element) -> Self {
        self.view(child.into_view())
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

    /// Adds an element that is made anew whenever a signal that `child` reads has changed.
    pub fn live(self, child: impl FnMut() -> Option<Element> + Send + 'static) -> Self {
        self.view(live(child))
    }

    fn view(mut self, view: AnyView) -> Self {
        self.0.children.push(view);
        self
    }

    /// The element as Leptos sees it.
    pub fn into_view(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        custom(tag).add_any_attr(attributes).child(children).into_any()
    }
}

/// An element that is made anew whenever a signal that `make` reads has changed.
///
/// The two sides of an `Either` take turns, since Leptos would write a new view into the elements of an old one of the
/// same type, and here all are.
pub(crate) fn live(mut make: impl FnMut() -> Option<Element> + Send + 'static) -> AnyView {
    let mut left = false;
    let make = move || {
        left = !left;
        let view = make().map(Element::into_view);
        if left { Either::Left(view) } else { Either::Right(view) }
    };
    let make: SharedReactiveFunction<Either<Option<AnyView>, Option<AnyView>>> = Arc::new(Mutex::new(make));
    make.into_any()
}

/// The words of a text, and the `lang` to mark them with where they are not in the language around them.
pub(crate) fn spoken(text: &Text, lang: Lang) -> (String, Option<&'static str>) {
    let (words, spoken) = text.in_language(lang);
    (words.to_owned(), (spoken != lang).then(|| spoken.tag()))
}

/// An element with a text from the config in it.
pub(crate) fn texted(tag: &'static str, class: &'static str, text: &Text, lang: Lang) -> Element {
    let (words, marked) = spoken(text, lang);
    el(tag, class).lang(marked).text(words)
}

/// A heading of any level from 2 to 6, from the config or else in our words.
pub(crate) fn heading(level: u8, class: &'static str, text: Option<&Text>, or: &'static str, lang: Lang) -> Element {
    let tag = match level {
        ..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    match text {
        Some(text) => texted(tag, class, text, lang),
        None => el(tag, class).text(or),
    }
}

/// A moment that machines can read, in words.
pub(crate) fn moment(at: Instant, words: String) -> Element {
    el("time", "").attr("datetime", at.to_string()).text(words)
}

/// A button that looks like a link.
pub(crate) fn quiet_button(class: &'static str, run: impl FnMut(Event) + 'static) -> Element {
    el("button", class).attr("type", "button").on("click", run)
}
