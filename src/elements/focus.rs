//! Keeps the focus of the keyboard while nodes come, go and change places.

use leptos::tachys::renderer::{Rndr, types};
use leptos::wasm_bindgen::JsCast;

/// Whether the focus is on the node or in it.
pub(super) fn is_within(node: &types::Element) -> bool {
    // A text or a comment has no `matches`, which is an error.
    node.matches(":focus-within").unwrap_or_default()
}

/// Puts a child at `next`, and moves `next` behind it. To move a node takes its focus away, so where the focus is in
/// it, what stands between goes behind it instead.
#[inline(never)]
pub(super) fn put(parent: &types::Element, child: &types::Element, next: &mut Option<types::Node>) {
    let node: &types::Node = child;
    let is_next = |next: &Option<types::Node>| next.as_ref() == Some(node);
    if !is_next(next) {
        if !is_within(child) {
            return Rndr::insert_node(parent, node, next.as_ref());
        }
        while let Some(other) = next.take_if(|other| other != node) {
            *next = other.next_sibling();
            Rndr::insert_node(parent, &other, None);
        }
    }
    *next = node.next_sibling();
}

/// Whether `node` is a status, and what has the focus beside it says `text` already: a screen reader has read it, and needs
/// no status with the same.
pub(super) fn is_read_beside(node: &types::Element, text: &str) -> bool {
    if node.get_attribute("role").is_none() {
        return false;
    }
    let around = node.parent_node().map(JsCast::unchecked_into::<types::Element>);
    let focused = around.and_then(|around| around.query_selector(":focus").ok()?);
    focused.is_some_and(|focused| focused != *node && focused.text_content().as_deref() == Some(text))
}

/// The focus was in `node`, and is gone with what had it. Puts it on what follows best: in the node, or else in the
/// nearest one around it, on the element that is marked for it, or the first heading.
pub(super) fn rescue(node: &types::Element) {
    let mut around = Some(node.clone());
    while let Some(node) = around {
        for target in ["[tabindex]", "h2,h3,h4,h5,h6"] {
            if let Ok(Some(target)) = node.query_selector(target) {
                Rndr::set_attribute(&target, "tabindex", "-1");
                let _ = target.unchecked_ref::<leptos::web_sys::HtmlElement>().focus();
                return;
            }
        }
        around = node.parent_node().map(JsCast::unchecked_into);
    }
}
