//! What people write, and what attackers do: the values and names that mutations put in.

use super::items::items;
use crate::support_zone::Random;
use std::sync::LazyLock;

/// Not between quotation marks, with a broken bar between.
const BARE: &str = "null¦true¦false¦0¦1¦-1¦10¦60¦100¦100.0000001¦1e3¦1e999999999¦-0.0¦0.1e-99¦1000000001¦4294967296\
    ¦99999999999999999999¦{}¦[]¦[[]]¦{\"en\":\"a\",\"cy\":\"b\"}¦{\"cy\":\"b\"}";

/// As texts, and as cells of a CSV file.
const TEXTS: &str = "¦ ¦a¦Nurses¦Ysbyty Tŷ Gwyn¦🎄¦a\u{0}b¦a\u{85}\u{2028}b¦\u{feff}¦\u{202e}abc¦e\u{301}¦&amp;¦a\nb¦a\r\nb\
    ¦2140¦2,140¦45%¦45.5¦-1¦0¦1e5¦½¦٣¦2026-11-23¦2026-11-23T09:00¦2026-11-23 09:00:30¦2026-11-23T09:00:00.5Z\
    ¦2026-11-23T09:00+14:00¦23/11/2026¦23.11.26¦2026-02-30¦0001-01-01¦9999-12-31T23:59-23:59¦2026-10-25T01:30\
    ¦2027-03-28T01:30¦9am¦09:00¦9.30¦24:00¦00:00¦17:00:30¦Monday¦Mon¦Dydd Llun¦Europe/London¦UTC¦America/New_York\
    ¦Europe/Londn¦en¦cy¦en-GB¦fr¦days¦hours¦seconds¦lowestFirst¦#005eb8¦#FFF¦#ééé¦figures.csv¦../a b.csv?x#y¦//b.example\
    ¦mailto:a@b.example¦tel:+441515550100¦javascript:alert(1)¦data:text/html,x";
const INJECTIONS: &str = include_str!("../fixtures/injections.txt");
const SCHEMA: &str = include_str!("../../campaign.schema.json");

/// All field names that there are, and some that are not quite.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut names: Vec<&str> = items(SCHEMA.as_bytes()).iter().filter_map(|item| item.name(SCHEMA)).collect();
    names.extend(["titel", "Title", "$serde_json::private::Number", "__proto__", "é", "start", "postCode"]);
    names.sort_unstable();
    names.dedup();
    names
});

const COLUMNS: &str = "name¦count¦total¦percent¦previous¦place¦date¦opens¦closes¦details¦address¦postcode¦telephone¦email\
    ¦url¦map¦Staff group";

pub fn pick<T: Copy>(random: &mut Random, all: &[T]) -> T {
    all[random.below(all.len() as u64) as usize]
}

fn one_of(random: &mut Random, all: &'static str) -> &'static str {
    pick(random, &all.split('¦').collect::<Vec<_>>())
}

pub fn name(random: &mut Random) -> String {
    quoted(pick(random, &NAMES))
}

pub fn column(random: &mut Random) -> String {
    one_of(random, COLUMNS).into()
}

/// A JSON value.
pub fn value(random: &mut Random) -> String {
    if random.below(3) == 0 { one_of(random, BARE).into() } else { quoted(&text(random)) }
}

pub fn text(random: &mut Random) -> String {
    match random.below(12) {
        0..6 => one_of(random, TEXTS).into(),
        6 => pick(random, &INJECTIONS.lines().collect::<Vec<_>>()).into(),
        7 => one_of(random, TEXTS).repeat(1 + random.below(40) as usize),
        8 => format!("{} {}", one_of(random, TEXTS), one_of(random, TEXTS)),
        9 => {
            let digits = 1 + random.below(9) as u32;
            random.below(10_u64.pow(digits)).to_string()
        }
        10 => format!("{:02}:{:02}", random.below(25), random.below(60)),
        _ => {
            let date = format!("20{:02}-{:02}-{:02}", 24 + random.below(4), 1 + random.below(12), 1 + random.below(31));
            if random.below(2) == 0 { date } else { format!("{date}T{:02}:{:02}", random.below(24), random.below(60)) }
        }
    }
}

fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|char| match char {
        '"' | '\\' => format!("\\{char}"),
        char if char < ' ' => format!("\\u{:04x}", u32::from(char)),
        char => char.into(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}
