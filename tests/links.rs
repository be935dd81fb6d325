//! Links, telephone numbers and email addresses: which lead somewhere, and what is said of the others.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

mod support;

use campaign_portlet::calendar::{Instant, Moment};
use campaign_portlet::config::Severity;
use campaign_portlet::snippet::{SnippetOptions, snippet};
use serde_json::{Value, json};
use support::checked;

/// What is said of a config, and its static HTML.
fn made(config: &Value) -> (Vec<(Severity, String, String)>, String) {
    let checked = checked(&config.to_string());
    let problems = checked.problems.into_iter().map(|problem| (problem.severity, problem.path, problem.message));
    let html = snippet(&checked.campaign.unwrap(), now(), SnippetOptions::default()).unwrap();
    (problems.collect(), html)
}

fn now() -> Instant {
    match Moment::parse("2026-11-23T09:00:00Z") {
        Some(Moment::Exact(instant)) => instant,
        other => panic!("{other:?}"),
    }
}

/// What is said of a link, and where it leads.
fn link(url: &str) -> (Vec<(Severity, String, String)>, Option<String>) {
    let (problems, html) = made(&json!({ "title": "T", "links": [{ "label": "Book", "url": url }] }));
    assert!(html.contains(">Book</"), "the label is always shown");
    let (_, body) = html.split_once("</style>").unwrap();
    let href = body.split_once("href=\"").map(|(_, rest)| rest.split('"').next().unwrap().replace("&amp;", "&"));
    (problems, href)
}

/// What is said of a field of a place, and the place as static HTML.
fn place(field: &str, value: &str) -> (Vec<(Severity, String, String)>, String) {
    let (problems, html) = made(&json!({ "title": "T", "locations": { "places": [{ "name": "P", field: value }] } }));
    let (_, list) = html.split_once("class=\"cp-place-links\"").unwrap_or_default();
    (problems, list.to_owned())
}

#[test]
fn what_is_plainly_a_link_is_one() {
    let beside = |file: &str| format!("https://trust.example/portlet/{file}");
    for (url, leads_to) in [
        ("poster.pdf", beside("poster.pdf")),
        ("Flu poster.pdf", beside("Flu%20poster.pdf")),
        ("docs/book.html", beside("docs/book.html")),
        ("2026/book.html", beside("2026/book.html")),
        ("./book", beside("book")),
        ("../book", "https://trust.example/book".into()),
        ("/book", "https://trust.example/book".into()),
        ("?page=book", beside("flu.json?page=book")),
        ("#book", beside("flu.json#book")),
        ("//other.example/book", "https://other.example/book".into()),
        ("https://other.example/a@b", "https://other.example/a@b".into()),
        ("mailto:flu@trust.example?subject=Flu", "mailto:flu@trust.example?subject=Flu".into()),
        ("tel:+441514960000", "tel:+441514960000".into()),
        ("tel:+441514960000;ext=4321", "tel:+441514960000;ext=4321".into()),
        ("tel:+44 (0)151 496 0000", "tel:+441514960000".into()),
    ] {
        assert_eq!(link(url), (vec![], Some(leads_to)), "{url}");
    }
}

#[test]
fn what_surely_leads_nowhere_is_an_error_and_no_link() {
    for url in [
        "flu@trust.example",
        "0151 496 0000",
        "01514960000",
        "\\\\fileserver\\flu\\poster.pdf",
        "K:\\Flu\\poster.pdf",
        "https//trust.example/flu",
        "https:/trust.example/flu",
        "http:/trust.example/flu",
        "https:trust.example",
        "see the intranet",
        "tel:*#06#",
        "tel:1.51496E+09",
    ] {
        let (problems, leads_to) = link(url);
        let [(Severity::Error, path, message)] = problems.as_slice() else { panic!("{url}: {problems:?}") };
        assert_eq!((path.as_str(), leads_to), ("links[0].url", None), "{url}");
        assert!(message.contains("https://trust.example/flu, mailto:flu@trust.example, tel:"), "{message}");
    }
    let (problems, _) = made(&json!({ "title": "T", "image": { "src": "\\\\server\\flu.png", "alt": "" } }));
    assert_eq!((problems.len(), problems.first().unwrap().1.as_str()), (1, "image.src"));
}

#[test]
fn what_may_lead_elsewhere_than_meant_is_a_warning() {
    for (url, leads_to) in [
        ("flu.trust.nhs.uk/book", "https://trust.example/portlet/flu.trust.nhs.uk/book"),
        ("maps.app.goo.gl/abc", "https://trust.example/portlet/maps.app.goo.gl/abc"),
        ("www.trust.example", "https://trust.example/portlet/www.trust.example"),
        ("trust.nhs.uk", "https://trust.example/portlet/trust.nhs.uk"),
        ("https://trust.nhs.uk@evil.example/", "https://trust.nhs.uk@evil.example/"),
        ("https://trust.nhs.uk:443@evil.example", "https://trust.nhs.uk:443@evil.example/"),
    ] {
        let (problems, href) = link(url);
        assert!(matches!(problems.as_slice(), [(Severity::Warning, _, _)]), "{url}: {problems:?}");
        assert_eq!(href.as_deref(), Some(leads_to));
    }
}

#[test]
fn a_telephone_that_cannot_be_dialled_is_a_text() {
    let (problems, html) = place("telephone", "+44 (0)151 496 0000 ext 4321");
    assert_eq!(problems, []);
    assert!(html.contains("href=\"tel:+441514960000\">Call +44 (0)151 496 0000 ext 4321 <"), "{html}");
    for text in ["see website", "1.51496E+09", "1514960000"] {
        let (problems, html) = place("telephone", text);
        let [(Severity::Warning, path, _)] = problems.as_slice() else { panic!("{text}: {problems:?}") };
        assert_eq!(path, "locations.places[0].telephone");
        assert!(html.contains(&format!("<li>{text}</li>")) && !html.contains("tel:"), "{html}");
    }
    for text in ["111", "999", "119", "4321", "43210", "ext 432100", "0", "+353 1 234 5678", "0044 151 496 0000"] {
        assert_eq!(place("telephone", text).0, [], "{text}");
    }
}

#[test]
fn an_email_address_is_written_to_as_meant_or_is_a_text() {
    for (text, href) in [
        ("flu@trust.example", "mailto:flu@trust.example"),
        ("mailto:flu@trust.example", "mailto:flu@trust.example"),
        ("Flu Team <flu@trust.example>", "mailto:flu@trust.example"),
        ("a@b.example; c@d.example", "mailto:a@b.example,c@d.example"),
    ] {
        let (problems, html) = place("email", text);
        assert_eq!(problems, []);
        assert!(html.contains(&format!("href=\"{href}\">Email <")), "{html}");
    }
    for text in ["a@b?cc=x@y&body=hi", "a@b%0d%0aBcc:x", "?to=a@b", "a@b\nBcc: c@d", "ask at the desk"] {
        let (problems, html) = place("email", text);
        assert!(matches!(problems.as_slice(), [(Severity::Warning, _, _)]), "{text}: {problems:?}");
        assert!(!html.contains("mailto:") && !html.contains("<a"), "{html}");
    }
}
