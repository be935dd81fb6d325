//! The one element type that all views build, whatever the tag, attributes and children.
//!
//! Leptos' `view!` generates a type, and so code, for each piece of markup. A single type halves the bundle (see
//! DESIGN.md), and no HTML string is ever parsed.
//!
//! There are two implementations with the same functions: `dom` describes nodes of the page, which `live` creates and
//! changes; `static_html` writes plain HTML that needs no script. A build has one of them, and views do not depend on
//! which, except for a few that check [`IS_STATIC`].

#[cfg(all(target_arch = "wasm32", not(feature = "snippet")))]
mod dom;
#[cfg(all(target_arch = "wasm32", not(feature = "snippet")))]
mod focus;
#[cfg(all(target_arch = "wasm32", not(feature = "snippet")))]
mod live;
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
mod static_html;

#[cfg(all(target_arch = "wasm32", not(feature = "snippet")))]
use dom as page;
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
use static_html as page;

pub(crate) use leptos::tachys::renderer::types::Event;
#[cfg(all(target_arch = "wasm32", not(feature = "snippet")))]
pub use live::Root;
pub use page::Element;
pub(crate) use page::{IS_STATIC, el, live_link, made_on};
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
pub(crate) use static_html::{SnippetContext, escaped};

use crate::config::Text;
use crate::words::Lang;

/// The attribute with an alternative text whose space the element reserves: the text that the snippet, or the live
/// portlet, has there. So the layout does not shift when one replaces the other, whatever the font.
///
/// The style sheet lays it out invisibly, as a full-width float that takes no width from the text: the element is as
/// high as the higher of the two. In a button it is a block of zero height, so the button is as wide as the wider.
pub(crate) const ROOM: &str = "data-room";

/// The text, in `lang` if possible, and the value for its `lang` attribute if it is in another language.
pub(crate) fn spoken(text: &Text, lang: Lang) -> (&str, Option<&'static str>) {
    let (words, spoken) = text.in_language(lang);
    (words, (spoken != lang).then(|| spoken.tag()))
}

/// Adds what [`spoken`] gives to a line; in an element with its `lang` if it is in another language.
pub(crate) fn add_spoken(line: Element, (words, marked): (&str, Option<&'static str>)) -> Element {
    match marked {
        // It must not become a neighbour that has no key either.
        Some(_) => line.child(el("span", "").key("lang").lang(marked).text(words)),
        None => line.text(words),
    }
}

/// An element with a text from the config in it.
pub(crate) fn texted(tag: &'static str, class: &'static str, text: &Text, lang: Lang) -> Element {
    let (words, marked) = spoken(text, lang);
    el(tag, class).lang(marked).text(words)
}

/// A heading of level 2 to 6, with the config's text or else our own.
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

/// A button that looks like a link.
pub(crate) fn quiet_button(class: &'static str, run: impl FnMut(Event) + 'static) -> Element {
    el("button", class).attr("type", "button").on("click", run)
}
