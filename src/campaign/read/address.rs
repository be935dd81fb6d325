//! Links: made absolute, and only of schemes that can do no harm.

use super::Node;
use std::rc::Rc;

const FETCHED: [&str; 2] = ["https", "http"];
const FOLLOWED: [&str; 4] = ["https", "http", "mailto", "tel"];

impl Node<'_> {
    /// A link that people follow, made absolute.
    pub fn link(&self) -> Option<Rc<str>> {
        self.address(&FOLLOWED, "https:, http:, mailto: or tel:")
    }

    /// The address of a file that the browser fetches, made absolute.
    pub fn file(&self) -> Option<Rc<str>> {
        self.address(&FETCHED, "https: or http:")
    }

    /// The resolved address decides, because browsers drop tabs and line ends from what is written.
    fn address(&self, schemes: &[&str], rule: &str) -> Option<Rc<str>> {
        let link = self.plain()?;
        let Some(url) = self.context.surroundings.resolve(&link) else {
            return self.wrong("a link, such as https://trust.example/flu or flu.html");
        };
        let scheme = url.split(':').next().unwrap_or_default();
        if !schemes.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed)) {
            self.error(format!("{} is {}; a link must start with {rule}, or be relative", self.name(), self.shown()));
            return None;
        }
        if link.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
            self.warn(format!(
                "{} is {}, which is taken as a file beside the config; write https:// before it",
                self.name(),
                self.shown()
            ));
        }
        Some(url.into())
    }
}
