//! What a block of plain HTML may have in it, to do no harm on any page.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

/// What a portal takes no offence at.
const ELEMENTS: [&str; 25] = [
    "a", "caption", "details", "div", "h2", "h3", "h4", "h5", "h6", "i", "img", "li", "p", "section", "span", "strong",
    "summary", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
];
const SCHEMES: [&str; 5] = ["https:", "http:", "mailto:", "tel:", "data:text/calendar;"];

/// The block is ASCII, all of its style is its own, and all of its tags are harmless.
pub fn assert_harmless(html: &str) {
    assert!(html.is_ascii(), "it means the same in every encoding");
    let (start, rest) = html.split_once("<style>").unwrap();
    assert_eq!(start, "<div class=\"cp-snippet\">\n");
    let (style, body) = rest.split_once("</style>").unwrap();
    assert_style(style);
    for tag in tags(body) {
        assert_tag(tag);
    }
}

/// The style fetches nothing, does not end early, and every selector is below the block's own class.
fn assert_style(style: &str) {
    assert!(!["url(", "@import", "</", "<!--"].iter().any(|harmful| style.contains(harmful)), "{style}");
    for line in style.lines().filter(|line| line.contains('{')) {
        let (selectors, _) = line.split_once('{').unwrap();
        if !["@media", "@container", "@supports"].iter().any(|rule| selectors.starts_with(rule)) {
            for selector in selectors.split(',') {
                assert!(selector.trim().starts_with(".cp-snippet:not(#cp#cp)"), "{line}");
            }
        }
    }
}

/// The tags of an HTML text, which must close in their order; a `<` that opens none is a fault.
fn tags(html: &str) -> Vec<&str> {
    let mut open = vec!["div"];
    let mut all = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or_else(|| panic!("an open tag: {part}"));
        assert!(!text.contains(['>', '"']), "not escaped: {text}");
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "in {part}"),
            None => {
                let name = tag.split(' ').next().unwrap();
                if name != "img" {
                    open.push(name);
                }
                all.push(tag);
            }
        }
    }
    assert_eq!(open, Vec::<&str>::new());
    all
}

/// The element and its attributes are on the list, and each attribute is there once.
fn assert_tag(tag: &str) {
    let mut quoted = tag.split('"');
    let (name, mut attribute) = quoted.next().unwrap().split_once(' ').unwrap_or((tag, ""));
    assert!(ELEMENTS.contains(&name), "{tag}");
    let mut seen = Vec::new();
    while let Some(value) = quoted.next() {
        let attribute_name = attribute.trim_start().strip_suffix('=').unwrap_or_else(|| panic!("{attribute} in {tag}"));
        match attribute_name {
            "class" => assert!(value.split(' ').all(|class| class.starts_with("cp-")), "{tag}"),
            "href" | "src" => assert!(SCHEMES.iter().any(|scheme| value.starts_with(scheme)), "{tag}"),
            "alt" | "data-at" | "data-room" | "lang" | "role" | "scope" | "datetime" | "download" | "aria-hidden" => {}
            other => panic!("{other} in {tag}"),
        }
        assert!(!seen.contains(&attribute_name), "twice {attribute_name} in {tag}");
        seen.push(attribute_name);
        attribute = quoted.next().unwrap_or_default();
    }
}
