//! Values that are not made of others: texts, numbers, dates, words.

use super::Node;
use crate::calendar::{Edge, Instant, Moment, PlainDate, PlainTime};
use crate::campaign::number::Decimal;
use crate::campaign::{Colour, Percent, Text};
use crate::words::Lang;
use serde_json::Value;
use std::rc::Rc;

/// More people than any organisation has; with it products and sums of figures stay far from 64 bits.
pub const MOST_PEOPLE: u64 = 1_000_000_000;

impl Node<'_> {
    /// Plain text that is not empty, the same in every language. A number is taken, with a warning.
    pub fn plain(&self) -> Option<Rc<str>> {
        let text = match self.value {
            Value::String(text) => text.trim(),
            Value::Number(number) => {
                self.warn(format!("{} is the number {number}; write it in quotes: \"{number}\"", self.name()));
                number.as_str()
            }
            _ => return self.wrong("text in quotes"),
        };
        if text.is_empty() {
            let message = format!("{} is empty; write something, or leave it out", self.name());
            if self.required {
                self.error(message)
            } else {
                self.warn(message)
            }
            return None;
        }
        Some(text.into())
    }

    /// Text in one language or two.
    pub fn text(&self) -> Option<Text> {
        let mut text = Text::default();
        match self.value {
            Value::Object(_) => {
                let object = self.object()?;
                text.en = object.get("en").and_then(|node| node.plain());
                text.cy = object.get("cy").and_then(|node| node.plain());
                object.finish();
                if text == Text::default() {
                    let message = format!("{} has no text; give it \"en\", \"cy\" or both", self.name());
                    if self.required {
                        self.error(message)
                    } else {
                        self.warn(message)
                    }
                    return None;
                }
            }
            Value::String(_) | Value::Number(_) => {
                let plain = self.plain();
                plain.as_ref()?;
                match self.context.lang.get() {
                    Lang::En => text.en = plain,
                    Lang::Cy => text.cy = plain,
                }
            }
            _ => return self.wrong("text in quotes, or an object with \"en\" and \"cy\""),
        }
        Some(text)
    }

    /// Whether this is text without a letter, which some fields give a meaning.
    pub fn is_blank(&self) -> bool {
        self.value.as_str().is_some_and(|text| text.trim().is_empty())
    }

    fn decimal(&self) -> Option<Decimal> {
        match self.value {
            Value::Number(number) => Decimal::parse(number.as_str()),
            Value::String(text) => {
                let decimal = Decimal::parse(text.trim())?;
                self.warn(format!("{} is text; write the number without quotes: {}", self.name(), text.trim()));
                Some(decimal)
            }
            _ => None,
        }
    }

    /// A whole number within two bounds.
    pub fn whole(&self, least: u64, most: u64) -> Option<u64> {
        let whole = self.decimal().and_then(Decimal::whole);
        match whole.filter(|whole| (least..=most).contains(whole)) {
            Some(whole) => Some(whole),
            None if whole.is_some_and(|whole| whole < least) => self.wrong(&format!("{least} or more")),
            None if whole.is_some() => self.wrong(&format!("at most {most}")),
            None => self.wrong(&format!("a whole number, {least} or more, written with digits alone")),
        }
    }

    /// A number of minutes from 1; a part of a minute is dropped.
    pub fn minutes(&self) -> Option<u32> {
        match self.decimal().filter(|number| !number.negative && number.whole >= 1) {
            Some(number) => Some(u32::try_from(number.whole).unwrap_or(u32::MAX)),
            None => self.wrong("a number, 1 or more"),
        }
    }

    /// A percentage, to six decimals.
    pub fn percent(&self) -> Option<Percent> {
        match self.decimal().and_then(|number| number.millionths_up_to(100)) {
            Some(millionths) => Some(Percent(millionths)),
            None => self.wrong("a number from 0 to 100, such as 42.5"),
        }
    }

    /// `true` or `false`; in quotes with a warning.
    pub fn yes_or_no(&self) -> Option<bool> {
        let is = match self.value {
            Value::Bool(is) => return Some(*is),
            Value::String(text) if text.eq_ignore_ascii_case("true") => true,
            Value::String(text) if text.eq_ignore_ascii_case("false") => false,
            _ => return self.wrong("true or false, without quotes"),
        };
        self.warn(format!("{} is text; write {is} without quotes", self.name()));
        Some(is)
    }

    fn string(&self) -> &str {
        self.value.as_str().unwrap_or_default().trim()
    }

    /// A day, such as `2026-11-23`.
    pub fn date(&self) -> Option<PlainDate> {
        match PlainDate::parse(self.string()) {
            Some(date) => Some(date),
            None => self.wrong("a date that exists, written as year-month-day: \"2026-11-23\""),
        }
    }

    /// A moment, a day, or a wall-clock time of the config's zone.
    pub fn moment(&self) -> Option<Moment> {
        match Moment::parse(self.string()) {
            Some(moment) => Some(moment),
            None => self.wrong(
                "a date that exists, written as year-month-day, with or without a time: \"2026-12-18\" or \
                 \"2026-12-18T17:00\"",
            ),
        }
    }

    /// The instant that a moment stands for; a bare date is one edge of that day.
    pub fn instant(&self, edge: Edge) -> Option<Instant> {
        let moment = self.moment()?;
        Some(moment.resolve(&**self.context.zone.borrow(), edge))
    }

    /// A time of day.
    pub fn time(&self) -> Option<PlainTime> {
        match parse_time(self.string()) {
            Some(time) => Some(time),
            None => self.wrong("a time of the 24-hour clock, such as \"09:00\" or \"17:30\""),
        }
    }

    /// The time of day at which something closes: as [`Node::time`], and `24:00` is the midnight after.
    pub fn closing_time(&self) -> Option<PlainTime> {
        if matches!(self.string(), "24:00" | "24:00:00") { Some(PlainTime::MIDNIGHT) } else { self.time() }
    }

    /// Which of `words` this is, in any case.
    pub fn word(&self, words: &[&'static str]) -> Option<usize> {
        self.word_where(words, str::eq_ignore_ascii_case)
    }

    /// Which of `words` this `is`; not letter by letter with a warning.
    pub fn word_where(&self, words: &[&'static str], is: fn(&str, &str) -> bool) -> Option<usize> {
        let word = self.string();
        let Some((index, known)) = words.iter().enumerate().find(|(_, known)| is(word, known)) else {
            return self.wrong(&format!("one of \"{}\"", words.join("\", \"")));
        };
        if !word.ends_with(known) {
            self.warn(format!("{} is {}; write \"{known}\"", self.name(), self.shown()));
        }
        Some(index)
    }

    /// A colour, `#005eb8` or `#05b`.
    pub fn colour(&self) -> Option<Colour> {
        let colour = self.string().strip_prefix('#').and_then(|digits| {
            let digits: Vec<u8> =
                digits.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
            match *digits.as_slice() {
                [r, g, b] => Some(Colour(r * 17, g * 17, b * 17)),
                [r, s, g, h, b, c] => Some(Colour(r * 16 + s, g * 16 + h, b * 16 + c)),
                _ => None,
            }
        });
        if colour.is_some() { colour } else { self.wrong("a colour such as \"#005eb8\"") }
    }
}

/// Reads `09:00` and `9:00`.
fn parse_time(text: &str) -> Option<PlainTime> {
    match text.split_once(':') {
        Some((hour, _)) if hour.len() == 1 => PlainTime::parse(&format!("0{text}")),
        _ => PlainTime::parse(text),
    }
}
