//! One opening as a calendar file (iCalendar, RFC 5545).

use crate::calendar::Instant;
use crate::text::{hash, push_hex, sentence};

/// The text of an `.ics` file with one event.
///
/// Times are in UTC: calendars show them in the user's zone, and no `VTIMEZONE` is needed. The same `uid_seed` gives
/// the same UID, so that a file that is imported twice gives one entry: it must not depend on the language, nor on what
/// is corrected later, such as the end; and it must differ between events. `stamp` is the instant at which the file is
/// made. If `location` or `description` is empty, the event has none.
pub fn calendar_file(
    title: &str,
    location: &str,
    description: &str,
    opens: Instant,
    closes: Instant,
    uid_seed: &str,
    stamp: Instant,
) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//campaign-portlet//campaign-portlet//EN");
    // Outlook treats an event without a method as an invitation that needs a reply.
    line(&mut file, "METHOD:PUBLISH");
    line(&mut file, "BEGIN:VEVENT");
    line(&mut file, &sentence(&["UID:", &hex(hash(uid_seed)), "@campaign-portlet"]));
    line(&mut file, &sentence(&["DTSTAMP:", &utc(stamp)]));
    line(&mut file, &sentence(&["DTSTART:", &utc(opens)]));
    // `DTEND` must be later than `DTSTART`; an event without it has no duration.
    if closes > opens {
        line(&mut file, &sentence(&["DTEND:", &utc(closes)]));
    }
    for (name, value) in [("SUMMARY", title), ("LOCATION", location), ("DESCRIPTION", description)] {
        if !value.is_empty() || name == "SUMMARY" {
            line(&mut file, &sentence(&[name, ":", &escape(value)]));
        }
    }
    line(&mut file, "END:VEVENT");
    line(&mut file, "END:VCALENDAR");
    file
}

/// Adds a line, folded so that none has more than 75 octets and no character is cut in two.
fn line(file: &mut String, text: &str) {
    const LONGEST: usize = 75;
    let mut octets = 0;
    for char in text.chars() {
        if octets + char.len_utf8() > LONGEST {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(char);
        octets += char.len_utf8();
    }
    file.push_str("\r\n");
}

/// A text value: line ends become `\n`, and other control characters, which no value may have, are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' | ';' | ',' => escaped.extend(['\\', char]),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push(char),
            _ if char.is_ascii_control() => {}
            _ => escaped.push(char),
        }
    }
    escaped
}

/// `20261123T180000Z`
fn utc(instant: Instant) -> String {
    instant.utc("", "")
}

fn hex(number: u64) -> String {
    let mut text = String::new();
    for byte in number.to_be_bytes() {
        push_hex(&mut text, byte);
    }
    text
}
