//! Links: made absolute, and only of safe schemes.

use super::Node;
use std::rc::Rc;

impl Node<'_> {
    /// A link that people follow, made absolute.
    pub fn link(&self) -> Option<Rc<str>> {
        self.address(&["https", "http", "mailto", "tel"], "https:, http:, mailto: or tel:")
    }

    /// The address of a file that the browser fetches, made absolute.
    pub fn file(&self) -> Option<Rc<str>> {
        self.address(&["https", "http"], "https: or http:")
    }

    /// Checks the scheme of the resolved URL, because URL parsers remove tabs and line ends from the text.
    #[inline(never)]
    fn address(&self, schemes: &[&str], rule: &str) -> Option<Rc<str>> {
        let link = self.required_text()?;
        let Some(url) = self.context.environment.resolve(&link) else {
            self.invalid(&["a link, such as https://trust.example/flu or flu.html"]);
            return None;
        };
        let scheme = url.split(':').next().unwrap_or_default();
        if !schemes.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed)) {
            self.invalid(&["a link that starts with ", rule, ", or is relative"]);
            return None;
        }
        if link.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
            self.warn("is taken as a file beside the config; write https:// before it");
        }
        Some(url.into())
    }
}
