//! Text to records and cells, by RFC 4180 and as Excel writes it. Hand-written, because `csv-core` adds more to the
//! bundle.

use std::str::Chars;

/// The records that are still unread.
pub struct Records<'a> {
    rest: Chars<'a>,
    separator: char,
}

/// One row.
pub struct Record {
    /// Its cells; at least one.
    pub cells: Vec<String>,
    /// Whether the text ends inside a quoted field, so that the last cell contains the rest of the text.
    pub unclosed: bool,
}

impl<'a> Records<'a> {
    /// The separator is detected in the first row, or given in Excel's `sep=` line before that, which is no row.
    pub fn new(text: &'a str) -> Self {
        let mut rest = text.chars();
        let separator = match text.get(..4) {
            Some(start) if start.eq_ignore_ascii_case("sep=") => {
                rest.nth(3);
                let told = rest.next().unwrap_or(',');
                let mut line = Records { rest, separator: told };
                line.next();
                rest = line.rest;
                told
            }
            _ => most_frequent(text),
        };
        Self { rest, separator }
    }

    /// The next row, blank or not.
    #[inline(never)]
    pub fn next(&mut self) -> Option<Record> {
        if self.rest.as_str().is_empty() {
            return None;
        }
        let mut cells = Vec::new();
        let mut cell = String::new();
        let mut quoted = false;
        while let Some(letter) = self.rest.next() {
            if quoted {
                // A doubled quote is a literal quote; a single one ends the quoted part.
                if letter != '"' || self.skip('"') {
                    cell.push(letter);
                } else {
                    quoted = false;
                }
            } else if letter == '"' && cell.trim_ascii().is_empty() {
                // People who type a row put a blank before the quotation mark.
                cell.clear();
                quoted = true;
            } else if letter == self.separator {
                cells.push(std::mem::take(&mut cell));
            } else if letter == '\n' {
                break;
            } else if letter == '\r' {
                self.skip('\n');
                break;
            } else {
                cell.push(letter);
            }
        }
        cells.push(cell);
        Some(Record { cells, unclosed: quoted })
    }

    /// Skips the next character, if it is `letter`; returns whether it is.
    fn skip(&mut self, letter: char) -> bool {
        let mut rest = self.rest.clone();
        let is_there = rest.next() == Some(letter);
        if is_there {
            self.rest = rest;
        }
        is_there
    }
}

/// The most frequent of comma, semicolon and tab in the first row outside quoted fields; of equals the first.
fn most_frequent(text: &str) -> char {
    let (mut commas, mut semicolons, mut tabs) = (0, 0, 0);
    let mut quoted = false;
    for byte in text.trim_ascii_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b',' => commas += 1,
            b';' => semicolons += 1,
            b'\t' => tabs += 1,
            b'\n' | b'\r' => break,
            _ => {}
        }
    }
    if semicolons > commas.max(tabs) {
        ';'
    } else if tabs > commas {
        '\t'
    } else {
        ','
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let mut records = Records::new(text);
        std::iter::from_fn(|| records.next()).map(|record| record.cells).collect()
    }

    #[test]
    fn knows_the_habits_of_spreadsheets() {
        let table = [["name", "total"], ["A, b", "1"]];
        for text in [
            "name,total\n\"A, b\",1",
            "name,total\r\n\"A, b\",1\r\n",
            "name,total\r\"A, b\",1\r",
            "name;total\n\"A, b\";1\n",
            "name;total\nA, b;1\n",
            "name\ttotal\nA, b\t1\n",
            "sep=;\r\nname;total\r\nA, b;1\r\n",
            "SEP=\t\nname\ttotal\nA, b\t1",
        ] {
            assert_eq!(read(text), table, "{text}");
        }
        assert_eq!(read("\"a,b;c;d;e\",f"), [["a,b;c;d;e", "f"]]);
        assert_eq!(
            read("a,\"b \"\"c\"\"\nd\",e\"f\"\n\n,"),
            [vec!["a", "b \"c\"\nd", "e\"f\""], vec![""], vec!["", ""]]
        );
        assert_eq!((read("").len(), read("sep=").len(), read("sep=;").len()), (0, 0, 0));
        assert!(Records::new("a,\"b\nc,d").next().is_some_and(|record| record.unclosed));
    }

    proptest! {
        #[test]
        fn reads_what_the_csv_crate_writes(
            rows in prop::collection::vec(prop::collection::vec("([a-z,;\"\t \r\n'=é’\u{feff}]|\\PC){0,8}", 3), 1..8),
            separator in prop::sample::select(vec![b',', b';', b'\t']),
            ends in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
            always in any::<bool>(),
        ) {
            let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer =
                csv::WriterBuilder::new().delimiter(separator).terminator(ends).quote_style(style).from_writer(Vec::new());
            for row in [vec!["a".into(), "b".into(), "c".into()]].iter().chain(&rows) {
                prop_assert!(writer.write_record(row).is_ok());
            }
            let bytes = writer.into_inner().unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            let read = read(&text);
            prop_assert_eq!(read.get(1..), Some(&rows[..]), "{}", text);
        }

        #[test]
        fn any_text_is_read_to_its_end(text in "[a-z,;\"\t\r\n]{0,40}") {
            let read = read(&text);
            prop_assert!(read.iter().all(|cells| !cells.is_empty()));
            prop_assert!(read.len() <= text.len());
        }
    }
}
