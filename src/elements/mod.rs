//! What every view is made of: one kind of element, whatever its tag, attributes and children.
//!
//! Leptos' `view!` gives each piece of markup a type of its own, and compiles code for it. One type for all of them makes
//! the bundle half as large (see DESIGN.md), and none of it is ever parsed from a string of HTML.
//!
//! There are two kinds of page that an element can go to, with the same functions: `dom` writes to the page of a browser,
//! `static_html` writes plain HTML, which no script will ever touch. A build has one of them, and views do not know which,
//! but for a few that ask whether they are [`IS_STATIC`].

#[cfg(all(target_arch = "wasm32", not(feature = "snippet")))]
mod dom;
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
mod static_html;

#[cfg(all(target_arch = "wasm32", not(feature = "snippet")))]
use dom as page;
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
use static_html as page;

pub(crate) use leptos::tachys::renderer::types::Event;
pub use page::Element;
pub(crate) use page::{IS_STATIC, el, live_link, made_on};
#[cfg(any(not(target_arch = "wasm32"), feature = "snippet"))]
pub(crate) use static_html::{SnippetContext, escaped};

use crate::calendar::Instant;
use crate::config::Text;
use crate::words::Lang;

/// The attribute with a text for which an element keeps room: what stands there in the snippet, or where it is live. Nothing
/// moves then when one takes the place of the other, whatever the font.
///
/// The style draws it without a trace, as a float over the whole width that leaves all of it to the text: the element is as
/// high as the higher of the two. In a button it is a block without height, which is then as wide as the wider.
pub(crate) const ROOM: &str = "data-room";

/// The words of a text, and the `lang` to mark them with where they are not in the language around them.
pub(crate) fn spoken(text: &Text, lang: Lang) -> (&str, Option<&'static str>) {
    let (words, spoken) = text.in_language(lang);
    (words, (spoken != lang).then(|| spoken.tag()))
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
pub(crate) fn moment(at: Instant, words: &str) -> Element {
    el("time", "").attr("datetime", &at.iso()).text(words)
}

/// A button that looks like a link.
pub(crate) fn quiet_button(class: &'static str, run: impl FnMut(Event) + 'static) -> Element {
    el("button", class).attr("type", "button").on("click", run)
}
