//! Elements as DOM nodes. A node is created at once; constant attributes and text are written immediately, and Leptos
//! effects write what depends on signals.

use super::Event;
use crate::calendar::PlainDate;
use crate::words::Lang;
use leptos::prelude::{Mountable, Render, RenderEffect};
use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsCast;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

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

/// A DOM element, with the effects and listeners that end when it is dropped.
pub struct Element(Box<Parts>);

struct Parts {
    node: types::Element,
    /// Its effects, listeners and child elements. Dropping an effect or a listener ends it.
    held: Vec<Box<dyn Any>>,
}

/// An element with that tag and that class.
pub(crate) fn el(tag: &'static str, class: &'static str) -> Element {
    let element = Element::of(Rndr::create_element(tag, None));
    if class.is_empty() { element } else { element.attr("class", class) }
}

impl Element {
    fn of(node: types::Element) -> Self {
        Self(Box::new(Parts { node, held: Vec::new() }))
    }

    /// Adds an attribute.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        Rndr::set_attribute(&self.0.node, name, value);
        self
    }

    /// Sets the `part` attribute, so that the page can style the element with `::part()`.
    #[inline(never)]
    pub fn part(self, name: &'static str) -> Self {
        self.attr("part", name)
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
        Rndr::set_css_property(&Rndr::style(&self.0.node), property, value);
        self
    }

    /// Calls `run` at each such event.
    pub fn on(self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(run))
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, run: Box<dyn FnMut(Event)>) -> Self {
        let listener = Rndr::add_event_listener(&self.0.node, event, run);
        self.0.held.push(Box::new(listener));
        self
    }

    /// Adds an attribute whose value follows the signals that `value` reads.
    pub fn dynamic_attr(self, name: &'static str, value: impl FnMut() -> String + 'static) -> Self {
        let node = self.0.node.clone();
        self.write(Box::new(value), Box::new(move |value| Rndr::set_attribute(&node, name, value)))
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        Rndr::insert_node(&self.0.node, &Rndr::create_text_node(text), None);
        self
    }

    /// Adds a text that follows the signals that `text` reads.
    pub fn dynamic_text(self, text: impl FnMut() -> String + 'static) -> Self {
        let node = Rndr::create_text_node("");
        Rndr::insert_node(&self.0.node, &node, None);
        self.write(Box::new(text), Box::new(move |text| Rndr::set_text(&node, text)))
    }

    /// Calls `write` with the result of `value`, now and whenever it changes; an equal result is not written again.
    #[inline(never)]
    fn write(self, mut value: Box<dyn FnMut() -> String>, write: Box<dyn Fn(&str)>) -> Self {
        let mut written: Option<String> = None;
        self.follow(Box::new(move || {
            let value = value();
            if written.as_ref() != Some(&value) {
                write(&value);
                written = Some(value);
            }
        }))
    }

    /// Adds an element.
    #[inline(never)]
    pub fn child(mut self, child: Element) -> Self {
        Rndr::insert_node(&self.0.node, &child.0.node, None);
        self.0.held.push(child.0);
        self
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

    /// Adds an element that is rebuilt whenever a signal that `child` reads changes.
    pub fn dynamic_child(self, child: impl FnMut() -> Option<Element> + 'static) -> Self {
        self.boxed_dynamic_child(Box::new(child))
    }

    /// The parent holds the child, and the effect only a weak reference: Leptos drops the closure of an ended effect a
    /// moment later, and the effects of a child in that closure would run until then.
    #[inline(never)]
    fn boxed_dynamic_child(mut self, mut make: Box<dyn FnMut() -> Option<Element>>) -> Self {
        let nothing = Self::nothing();
        Rndr::insert_node(&self.0.node, &nothing.0.node, None);
        let shown = Rc::new(RefCell::new(nothing));
        let place = Rc::downgrade(&shown);
        self.0.held.push(Box::new(shown));
        self.follow(Box::new(move || {
            if let Some(shown) = place.upgrade() {
                let next = make().unwrap_or_else(Self::nothing);
                next.replace(&shown.borrow());
                shown.replace(next);
            }
        }))
    }

    /// A comment node as a placeholder.
    fn nothing() -> Self {
        Self::of(Rndr::create_placeholder().unchecked_into())
    }

    fn replace(&self, shown: &Self) {
        let (old, new) = (&shown.0.node, &self.0.node);
        if let Some(parent) = Rndr::get_parent(old) {
            Rndr::insert_node(parent.unchecked_ref(), new, Some(old));
        }
        Rndr::remove(old);
    }

    /// Runs `run` as an effect that lives as long as the element.
    fn follow(mut self, mut run: Box<dyn FnMut()>) -> Self {
        self.0.held.push(Box::new(RenderEffect::new(move |_| run())));
        self
    }
}

/// Lets Leptos mount the outermost element.
impl Render for Element {
    type State = Self;

    fn build(self) -> Self {
        self
    }

    fn rebuild(self, shown: &mut Self) {
        self.replace(shown);
        *shown = self;
    }
}

impl Mountable for Element {
    fn mount(&mut self, parent: &types::Element, before: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.0.node, before);
    }

    fn unmount(&mut self) {
        Rndr::remove(&self.0.node);
    }

    fn insert_before_this(&self, other: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.0.node);
        parent.is_some_and(|parent| other.try_mount(parent.unchecked_ref(), Some(&self.0.node)))
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.0.node.clone()]
    }
}
