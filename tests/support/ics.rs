//! What RFC 5545 asks of a calendar file.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "each test file uses a part of it, and may panic")]

const PROPERTIES: [&str; 12] = [
    "BEGIN",
    "VERSION",
    "PRODID",
    "METHOD",
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "LOCATION",
    "DESCRIPTION",
    "END",
];

/// The content lines, unfolded as section 3.1 says.
pub fn content(file: &str) -> Vec<(String, String)> {
    file.replace("\r\n ", "")
        .strip_suffix("\r\n")
        .unwrap()
        .split("\r\n")
        .map(|line| line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap())
        .collect()
}

/// A TEXT value, read back as section 3.3.11 says.
pub fn text(value: &str) -> String {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next().unwrap() {
                'n' | 'N' => text.push('\n'),
                escaped @ ('\\' | ';' | ',') => text.push(escaped),
                other => panic!("no such escape: {other}"),
            },
            ';' | ',' => panic!("not escaped: {value}"),
            _ => text.push(char),
        }
    }
    text
}

/// The file has one event of properties that are known, and nothing is smuggled in.
pub fn assert_one_event(file: &str) {
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains(|char: char| char.is_ascii_control() && char != '\t'), "{line:?}");
    }
    let content = content(file);
    let begun: Vec<&str> = content.iter().filter(|(name, _)| name == "BEGIN").map(|(_, value)| &**value).collect();
    assert_eq!(begun, ["VCALENDAR", "VEVENT"]);
    for (name, value) in content {
        assert!(PROPERTIES.contains(&&*name), "{name}");
        if ["SUMMARY", "LOCATION", "DESCRIPTION"].contains(&&*name) {
            text(&value);
        }
    }
}

/// The calendar files that an HTML text links to.
pub fn linked(html: &str) -> Vec<String> {
    let links = html.split("href=\"data:text/calendar;charset=utf-8,").skip(1);
    links.map(|rest| percent_decoded(rest.split('"').next().unwrap())).collect()
}

fn percent_decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at_checked(2).unwrap();
        bytes.push(u8::from_str_radix(code, 16).unwrap());
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).unwrap()
}
