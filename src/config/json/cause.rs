//! Why a file is not JSON, and where.
//!
//! The parser knows which byte cannot be there. People who edit by hand need the cause, such as a missing
//! quotation mark or a comma too many. So these tables list the mistakes that people make, the first that holds counts:
//! examples with a `▸` at the place that is told, where that is, what has to hold, and the sentence, in which `~` stands for
//! what was written. Each row is a test; a fixture has the nesting that is too deep.

use super::spot::Spot;

/// The byte at which the cause is, and a sentence about it; `at` is the byte that cannot be there.
pub fn cause(text: &str, at: usize) -> (usize, String) {
    let spot = Spot::new(text, at);
    let find = if spot.before.in_text { inside_text } else { outside_text };
    let (at, sentence) = find(&spot);
    (at, spot.fill(sentence))
}

macro_rules! causes {
    ($find:ident($s:ident) $($row:ident: $($example:literal)* $(,)? $at:ident if $holds:expr => $sentence:literal;)+) => {
        fn $find($s: &Spot) -> (usize, &'static str) {
            $(if $holds {
                return ($s.$at(), $sentence);
            })+
            ($s.here(), "")
        }

        #[cfg(test)]
        mod $find {
            $(#[test]
            fn $row() {
                $(super::tests::holds($example, $sentence);)*
            })+
        }
    };
}

causes! {
    outside_text(s)

    curly_quote: r#"{▸“title”: "T"}"# r#"{"title": ▸”T”}"# "{\"a\": ▸‘b’}" r#"{"a": ▸„b“}"# r#"{"a": ▸«b»}"#,
        here if matches!(s.letter, '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '″' | '＂')
        => "write a straight quotation mark, \", in place of this curly one";
    single_quote: "{▸'title': 'T'}" r#"{"title": ▸'T'}"# "{▸''title'': 1}", here if s.letter == '\''
        => "write a double quotation mark, \", in place of this single one";
    comment: "{▸// flu\n}" "{▸/* flu */}" "{▸# flu\n}" "{\"a\": ▸# flu" "{}\n▸// flu" "{▸<!-- -->}", here if s.is_comment()
        => "JSON has no comments; take this one out";
    invisible: "{▸\u{a0}}" "{\"a\":▸\u{200b}1}" "{\"a\": 1▸\u{2009}}", here if s.is_invisible()
        => "write a plain space in place of this tab or invisible character";
    no_start: r#"▸"title": "T""# r#"▸var flu = {"title": "T"}"# "▸name,count,total\n" "▸title: T" "▸T" "▸```json\n{}\n```",
        start if s.before.sign == 0
        => "a config begins with { and ends with }; take out what is before the {, or add it";
    not_closed: r#"▸{"a": 1"# r#"{"a": ▸[1, 2"# "▸{" r#"▸{"a": 1, "b": {"c": 1}"# r#"▸{"a":"# r#"▸{"a": "b","#, bracket if s.letter == '\0'
        => "this bracket is never closed; add a closing one, } for { and ] for [";
    after_end: r#"{"a": 1}▸, "b": 2}"# r#"{"a": 1} ▸{"b": 2}"# "{}▸;" "{}\n▸flu" "{}\n▸```" r#"{"title": "T"}▸}"# "{}\n▸]" r#"{"a": [1]}▸]}"#,
        here if s.before.open.is_empty()
        => "the config has ended before this; take this out, or the bracket that ends it too early";
    trailing_comma: r#"{"a": 1▸,}"# "{\"a\": [1▸,\n]}" r#"{"a": [1▸,}"#, last if s.closes && s.before.last == b','
        => "here is a comma too many; take it out";
    name_not_closed: r#"{▸"title: "T"}"# r#"{"a": 1, ▸"title:" "T"}"# r#"{▸""title"": "T"}"#,
        quote if s.has_name() && matches!(s.string_end, b':' | b'"')
        => "write the name of a field in one pair of double quotes, before the colon: \"title\":";
    missing_colon: r#"{"title"▸ "T"}"# r#"{"title"▸ = "T"}"# r#"{"title"▸, "T"}"# r#"{"title"▸}"#, behind if s.has_name()
        => "a colon is missing here, after the name of the field";
    wrong_bracket: r#"{"a": [1▸}"# r#"{"a": {"b": 1▸]}"#,
        here if s.closes && s.before.last != b':' && (s.letter == ']') != (s.before.bracket() == b'[')
        => "another closing bracket is missing before this one";
    missing_value: r#"{"a": ▸}"# r#"{"a": ▸, "b": 1}"# r#"{"a":▸: 1}"# r#"{"a": ▸= 1}"# r#"{"a": ▸;}"#,
        here if s.before.last == b':' && matches!(s.letter, ',' | ':' | ';' | '=' | ']' | '}')
        => "a value is missing before this";
    second_comma: r#"{"a": 1, ▸, "b": 2}"# "[1,▸,2]" "{▸, \"a\": 1}", here if s.letter == ',' && (s.wants_name || s.wants_value)
        => "here is a comma too many; take it out";
    thousands: r#"{"a": 2▸,140}"# r#"{"a": 1▸,002,140, "b": 1}"# r#"{"a": 45▸,5}"#, last if s.before.last == b',' && s.wants_name && s.letter.is_ascii_digit()
        => "a number has no comma; write 2140 for 2,140 and 45.5 for 45,5";
    name_without_quotes: r#"{▸title: "T"}"# r#"{"a": 1, ▸staff group: 1}"# r#"{▸title": "T"}"# "{▸$schema: 1}" r#"{"a": 1, ▸[2]}"# "{▸&quot;a&quot;: 1}"
        r#"{"a": {▸{"b": 1}}}"#, here if s.wants_name
        => "write the name of a field here, in double quotes: \"title\":";
    keyword: r#"{"a": ▸True}"# r#"{"a": ▸FALSE, "b": 1}"# r#"{"a": ▸None}"# r#"{"a": ▸yes}"# "[▸No]", here if s.wants_value && s.is_keyword()
        => "write true, false or null, in small letters and without quotes";
    number: r#"{"a": ▸05}"# r#"{"a": ▸.5}"# r#"{"a": ▸5.}"# r#"{"a": ▸+5}"# r#"{"a": ▸45%}"# r#"{"a": ▸45 %}"# r#"{"a": ▸2 140}"# r#"{"a": ▸2_140}"# r#"{"a": ▸-+5}"# r#"{"count": ▸£5}"# r#"{"a": ▸1 234 567}"#,
        here if s.wants_value && s.is_number()
        => "~ is not a number; write digits alone, such as 2140 or 0.5";
    too_deep: here if s.wants_value && matches!(s.letter, '[' | '{')
        => "here are too many brackets inside each other; take some out";
    no_quotes: r#"{"ends": ▸2026-12-18}"# r#"{"ends": ▸2026-12-18T17:00, "a": 1}"# r#"{"ends": ▸2026-12-18T17:00", "a": 1}"# r#"{"date": ▸23/11/2026}"#
        r#"{"date": ▸18.12.2026}"# r#"{"opens": ▸09:00}"# r#"{"opens": ▸9:00, "closes": 17:00}"# r#"{"opens": ▸17:30}"# r#"{"opens": ▸6pm}"# "[▸9.30am]"
        r#"{"telephone": ▸0151 496 0000}"# r#"{"telephone": ▸01514960000}"# r#"{"telephone": ▸+44 151 496 0000}"# r#"{"telephone": ▸(0151) 496 0000}"#
        r##"{"accent": ▸#005eb8}"## r##"{"accent": ▸#05b}"## r#"{"postcode": ▸L9 7AL}"# r#"{"title": ▸Flu}"# r#"{"title": ▸Flu vaccination, 2026", "a": 1}"#
        r#"{"url": ▸https://trust.example/flu}"# r#"{"url": ▸/flu.html}"# r#"{"email": ▸flu@trust.example}"# "[▸Monday, Tuesday]" r#"{"a": ▸nurses}"# r#"{"a": ▸tru"#
        r#"{"a": ▸true story}"# r#"{"count": ▸<5}"# r#"{"telephone": ▸44 151 496 0000}"# r#"{"count": ▸*}"# r#"{"a": ▸`b`}"#,
        here if s.wants_value
        => "dates, times, telephone numbers and texts go in double quotes; put one before ~ and one after it";
    text_not_closed: r#"{"title": ▸"Flu, "summary": "S"}"# r#"{"a": [▸"b, "c"]}"#, quote if s.touches() && matches!(s.string_end, b',' | b':')
        => "this text lacks the straight quotation mark, \", at its end";
    quote_inside: r#"{"a": "the "▸flu" campaign"}"# r#"{"a": ""▸Flu""}"# r#"{"a": "b"▸"c": 1}"# r#"{"a": "Tŷ "▸ŷ" "}"#,
        here if s.touches() && (s.letter > '~' || s.letter.is_ascii_alphanumeric() || s.letter == '"')
        => "write \\\" for a quotation mark inside a text, or add the comma that is missing here";
    field_in_list: r#"["a"▸: 1]"# r#"{"places": ["name"▸: "Hall"]}"#, here if s.letter == ':' && s.before.bracket() == b'['
        => "a field goes between { and }, not between [ and ]";
    other_sign: r#"{"a": 1▸; "b": 2}"# r#"{"a": "b"▸. "c": 2}"#, here if matches!(s.letter, ';' | '.')
        => "write a comma in place of this";
    missing_comma: "{\"a\": 1▸\n \"b\": 2}" r#"{"a": "b"▸ "c": 1}"# r#"{"a": [{}▸ {}]}"# "{\"a\": 1▸\n b: 2}" r#"[1▸ [2]]"#,
        behind if s.letter.is_ascii_alphanumeric() || matches!(s.letter, '"' | '[' | '{')
        => "a comma is missing here";
    something_else: r#"{"a": 1▸=2}"# r#"{"a": "b" ▸: 1}"#, here if true
        => "this cannot be here; after a value comes a comma or a closing bracket";
}

causes! {
    inside_text(s)

    line_break: "{\"a\": \"one▸\ntwo\"}" "{\"a\": \"one▸\r\ntwo\"}", here if matches!(s.letter, '\r' | '\n') && !s.ends_on_this_line()
        => "a text cannot go on to the next line; join the lines, or write \\n";
    not_closed: "{\"a\": ▸\"one,\n\"b\": 1}" "{\"a\": ▸\"one" "{\"a\": ▸\"one\n}" "{\"a\": ▸\"one”\n}" "{\"a\": ▸\"one”}", quote if matches!(s.letter, '\0' | '\r' | '\n')
        => "this text lacks the straight quotation mark, \", at its end";
    control: "{\"a\": \"one▸\ttwo\"}" "{\"a\": \"▸\u{b}\"}", here if s.letter < ' '
        => "write a plain space in place of this tab or invisible character";
    backslash: r#"{"a": "K:▸\Flu"}"# r#"{"a": "▸\'"}"# r#"{"a": "▸\university"}"#, here if true
        => "write \\\\ for a backslash inside a text";
}

#[cfg(test)]
#[allow(clippy::panic, reason = "a test may panic")]
mod tests {
    use super::super::{parse, place};

    /// The marked place of the example is told, with that sentence.
    pub fn holds(example: &str, sentence: &str) {
        let at = example.find('▸').unwrap_or_default();
        let text = example.replace('▸', "");
        let Err(problem) = parse(&text) else { panic!("{example} is right") };
        let (line, column) = place(&text, at);
        assert_eq!(problem.path, format!("line {line}, column {column}"), "{example}: {}", problem.message);
        let parts: Vec<&str> = sentence.split('~').collect();
        let (first, last) = (parts.first().unwrap_or(&""), parts.last().unwrap_or(&""));
        assert!(
            problem.message.starts_with(first) && problem.message.ends_with(last),
            "{example}: {}",
            problem.message
        );
    }
}
