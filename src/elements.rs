//! The small pieces that every view is made of.

use crate::calendar::Instant;
use crate::campaign::Text;
use crate::words::Lang;
use leptos::html::custom;
use leptos::prelude::*;

/// What a section is told besides its part of the campaign.
#[derive(Clone, Copy)]
pub(crate) struct Stage {
    /// The moment to show, to the second.
    pub now: Signal<Instant>,
    /// The language to speak.
    pub lang: Lang,
    /// The heading level of a section, 3 where the portlet's title is a level 2.
    pub level: u8,
    /// Whether people asked for less motion.
    pub calm: bool,
}

/// The words of a text and the `lang` to mark them with, where they are not in the language around them.
pub(crate) fn spoken(text: &Text, lang: Lang) -> (String, Option<&'static str>) {
    let (words, spoken) = text.in_language(lang);
    (words.to_owned(), (spoken != lang).then(|| spoken.tag()))
}

/// An element with a text from the config in it.
pub(crate) fn texted(tag: &'static str, class: &'static str, text: &Text, lang: Lang) -> AnyView {
    let (words, marked) = spoken(text, lang);
    custom(tag).class(class).attr("part", class).attr("lang", marked).child(words).into_any()
}

/// An element with a sentence of the portlet's own in it.
pub(crate) fn worded(tag: &'static str, class: &'static str, words: impl Into<String>) -> AnyView {
    custom(tag).class(class).attr("part", class).child(words.into()).into_any()
}

/// A heading of any level from 2 to 6, from the config or else in our words.
pub(crate) fn heading(level: u8, class: &'static str, text: Option<&Text>, or: &'static str, lang: Lang) -> AnyView {
    let tag = match level {
        ..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    match text {
        Some(text) => texted(tag, class, text, lang),
        None => worded(tag, class, or),
    }
}

/// A moment that machines can read, in words.
pub(crate) fn moment(at: Instant, words: String) -> AnyView {
    view! { <time datetime=at.to_string()>{words}</time> }.into_any()
}
