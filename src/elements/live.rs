//! The nodes on the page. A new description changes only what differs from the one before: the nodes that stay keep
//! their focus, what is typed in them, and whether they are unfolded.

use super::dom::{Description, Element, NOTHING, Part, TEXT};
use super::focus;
use crate::effect::Effect;
use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsCast;
use std::any::Any;
use std::cell::RefCell;
use std::mem::{replace, take};
use std::rc::Rc;

/// A node, with the effects and listeners that end when it is dropped.
struct Live {
    tag: &'static str,
    key: String,
    is_dynamic: bool,
    node: types::Element,
    /// Of its constant attributes and CSS properties.
    names: Vec<&'static str>,
    children: Vec<Child>,
    held: Vec<Box<dyn Any>>,
}

/// Shared with the effect that changes a dynamic child, which holds it weakly.
type Child = Rc<RefCell<Live>>;

impl Live {
    /// A node without content.
    #[inline(never)]
    fn new(description: &Description) -> Self {
        let Description { tag, key, .. } = description;
        let node = match *tag {
            TEXT => Rndr::create_text_node(key).unchecked_into(),
            NOTHING => Rndr::create_placeholder().unchecked_into(),
            tag => Rndr::create_element(tag, None),
        };
        let (names, children, held) = (Vec::new(), Vec::new(), Vec::new());
        Self { tag, key: key.clone(), is_dynamic: false, node, names, children, held }
    }

    /// Whether the node can become what is described.
    fn can_be(&self, description: &Description) -> bool {
        self.tag == description.tag && (self.tag == TEXT || self.key == description.key)
    }

    /// Gives the node this content. The effects and listeners of its earlier content end first.
    fn fill(&mut self, description: Description) {
        let Description { key, parts, .. } = description;
        if self.key != key {
            Rndr::set_text(self.node.unchecked_ref(), &key);
            self.key = key;
        }
        self.held.clear();
        let mut old = take(&mut self.children);
        let translated = self.translated(&old, &parts);
        if translated == Translated::Outdated {
            self.node.set_text_content(None);
            old.clear();
        }
        let mut kept = Vec::new();
        for part in &parts {
            kept.push(take_matching(part, &mut old));
        }
        for gone in old {
            Rndr::remove(&gone.borrow().node);
        }
        let old_names = take(&mut self.names);
        let mut next = self.node.first_child();
        for (part, kept) in parts.into_iter().zip(kept) {
            let (element, make) = match part {
                Part::Attribute(name, value) => {
                    set(&self.node, name, &value);
                    self.names.push(name);
                    continue;
                }
                Part::Style(name, value) => {
                    style(&self.node, name, &value);
                    self.names.push(name);
                    continue;
                }
                Part::Dynamic(name, value) => {
                    self.held.push(Box::new(write(self.node.clone(), name, value)));
                    continue;
                }
                Part::Listener(event, run) => {
                    self.held.push(Box::new(Rndr::add_event_listener(&self.node, event, run)));
                    continue;
                }
                Part::Child(element) => (element, None),
                Part::DynamicChild(make) => (Element::nothing(), Some(make)),
            };
            let child = kept.unwrap_or_else(|| Rc::new(RefCell::new(Live::new(&element.0))));
            if translated != Translated::Current {
                focus::put(&self.node, &child.borrow().node, &mut next);
            }
            if let Some(make) = make {
                child.borrow_mut().is_dynamic = true;
                self.held.push(Box::new(show(&child, make)));
            } else {
                child.borrow_mut().fill(*element.0);
            }
            self.children.push(child);
        }
        for name in old_names {
            if !self.names.contains(&name) {
                Rndr::remove_attribute(&self.node, name);
                style(&self.node, name, "");
            }
        }
    }

    /// A browser's translation puts other nodes in place of the texts. They stay as long as the texts do.
    fn translated(&self, children: &[Child], parts: &[Part]) -> Translated {
        let mut texts = parts.iter().filter_map(|part| match part {
            Part::Child(element) if element.0.tag == TEXT => Some(&element.0.key),
            _ => None,
        });
        let (mut is_translated, mut is_current) = (false, true);
        for child in children {
            let live = child.borrow();
            if live.tag == TEXT {
                is_translated |= live.node.parent_node().is_none();
                is_current &= texts.next() == Some(&live.key);
            }
        }
        match is_translated {
            false => Translated::No,
            true if is_current && texts.next().is_none() => Translated::Current,
            true => Translated::Outdated,
        }
    }
}

/// Whether a browser has translated a node's texts, and whether they are still the same.
#[derive(PartialEq)]
enum Translated {
    No,
    Current,
    Outdated,
}

/// Takes out of `old` the node that becomes that part.
fn take_matching(part: &Part, old: &mut Vec<Child>) -> Option<Child> {
    let matches = |live: &Live| match part {
        Part::Child(element) => !live.is_dynamic && live.can_be(&element.0),
        Part::DynamicChild(_) => live.is_dynamic,
        _ => false,
    };
    let at = old.iter().position(|child| matches(&child.borrow()))?;
    Some(old.remove(at))
}

fn style(node: &types::Element, property: &'static str, value: &str) {
    Rndr::set_css_property(&Rndr::style(node), property, value);
}

/// Sets an attribute. What is there already is not set again.
#[inline(never)]
fn set(node: &types::Element, name: &'static str, value: &str) {
    if node.get_attribute(name).as_deref() != Some(value) {
        Rndr::set_attribute(node, name, value);
    }
}

/// Sets an attribute, or without a name the whole text, whenever `value` changes. What is there already is not written
/// again.
#[inline(never)]
fn write(node: types::Element, name: &'static str, mut value: Box<dyn FnMut() -> String>) -> Effect {
    let mut written: Option<String> = None;
    Effect::new(Box::new(move || {
        let mut value = value();
        let is_text = name.is_empty();
        if is_text && focus::is_read_beside(&node, &value) {
            value.clear();
        }
        let old = written.take().or_else(|| node.text_content().filter(|_| is_text));
        if old.as_ref() != Some(&value) {
            match node.first_child() {
                _ if !is_text => set(&node, name, &value),
                // Looked for each time: a browser's translation may have replaced it.
                Some(text) if text.node_type() == types::Node::TEXT_NODE => {
                    Rndr::set_text(text.unchecked_ref(), &value)
                }
                _ => node.set_text_content(Some(&value)),
            }
        }
        written = Some(value);
    }))
}

/// Shows what `make` describes in that place, and again whenever it changes.
#[inline(never)]
fn show(place: &Child, mut make: Box<dyn FnMut() -> Option<Element>>) -> Effect {
    let place = Rc::downgrade(place);
    Effect::new(Box::new(move || {
        let Some(place) = place.upgrade() else { return };
        let description = *make().unwrap_or_else(Element::nothing).0;
        let old = place.borrow().node.clone();
        let had_focus = focus::is_within(&old);
        let mut live = place.borrow_mut();
        if !live.can_be(&description) {
            let new = Live { is_dynamic: true, ..Live::new(&description) };
            let gone = replace(&mut *live, new);
            // Before its content, so that a part of it can take focus.
            if let Some(parent) = gone.node.parent_node() {
                Rndr::insert_node(parent.unchecked_ref(), &live.node, Some(&gone.node));
            }
            Rndr::remove(&gone.node);
        }
        live.fill(description);
        let node = live.node.clone();
        drop(live);
        if had_focus && !focus::is_within(&node) {
            focus::rescue(&node);
        }
    }))
}

/// A view on the page; dropping it takes it away.
pub struct Root(Live);

impl Root {
    /// Shows `element` in `parent`.
    pub fn mount(element: Element, parent: &types::Element) -> Self {
        let mut live = Live::new(&element.0);
        live.fill(*element.0);
        Rndr::insert_node(parent, &live.node, None);
        Self(live)
    }
}

impl Drop for Root {
    fn drop(&mut self) {
        Rndr::remove(&self.0.node);
    }
}
