//! Mutations that know what a config and a CSV file are made of: most of what they make is still read to its end.

#[path = "items.rs"]
mod items;
#[path = "odd.rs"]
mod odd;
#[path = "rows.rs"]
mod rows;

use crate::exercise::BETWEEN;
use crate::support_zone::Random;
use items::{Item, items};
use odd::pick;
use std::ops::Range;

/// An input that is like `data`; the same for the same seed.
pub fn mutated(data: &[u8], seed: u32) -> Vec<u8> {
    let mut random = Random(seed.into());
    let mut parts: Vec<Vec<u8>> = data.split(|byte| *byte == BETWEEN).map(<[u8]>::to_vec).collect();
    for _ in 0..=random.below(4) {
        let at = random.below(parts.len() as u64) as usize;
        parts[at] = if at == 0 { config(&parts[at], &mut random) } else { rows::changed(&parts[at], &mut random) };
    }
    // Another CSV file, or one less.
    if parts.len() > 1 && random.below(50) == 0 {
        parts.swap_remove(1);
    } else if random.below(50) == 0 {
        parts.push(
            parts.last().filter(|_| parts.len() > 1).cloned().unwrap_or_else(|| b"name,count,total\nA,9,10\n".to_vec()),
        );
    }
    parts.join(&BETWEEN)
}

/// A config with one value put in, taken out, changed, moved or copied.
fn config(text: &[u8], random: &mut Random) -> Vec<u8> {
    let all = items(text);
    if all.is_empty() {
        return odd::value(random).into_bytes();
    }
    let mut any = || all[random.below(all.len() as u64) as usize].clone();
    let (item, other) = (any(), any());
    let copy = |range: &Range<usize>| String::from_utf8_lossy(&text[range.clone()]).into_owned();
    let (value, whole) = (copy(&item.value), copy(&item.whole));
    let after = item.whole.end..item.whole.end;
    match random.below(16) {
        0..4 => put(text, item.value, &odd::value(random)),
        4 => put(text, item.value, &copy(&other.value)),
        5 => put(text, without(text, &item), ""),
        6 => put(text, after, &format!(",{whole}")),
        7 => put(text, after, &format!(",{}", copy(&other.whole))),
        8 => put(text, after, &format!(",{}:{}", odd::name(random), odd::value(random))),
        9 => put(text, after, &format!(",{}:{}", odd::name(random), copy(&other.value))),
        10 => put(text, item.name_span(text), &odd::name(random)),
        11 => put(text, item.value, &format!("[{value}]")),
        12 => put(text, item.value, &format!("{{\"en\":{value},\"cy\":{}}}", copy(&other.value))),
        13 => put(text, after, &format!(",{whole}").repeat(1 + random.below(30) as usize)),
        _ => put(text, item.value.clone(), &inner(&value, random)),
    }
}

/// A text with something put into it, and any value with another digit.
fn inner(value: &str, random: &mut Random) -> String {
    let places: Vec<usize> = value.char_indices().map(|(at, _)| at).collect();
    let (mut changed, at) = (value.to_owned(), pick(random, &places));
    let digits: Vec<usize> =
        value.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect();
    if !digits.is_empty() && random.below(3) > 0 {
        let at = pick(random, &digits);
        changed.replace_range(at..=at, &random.below(10).to_string());
    } else if value.starts_with('"') && at > 0 {
        let text = odd::text(random).replace(['"', '\\', '\n', '\r'], "'");
        changed.insert_str(at, &text);
    }
    changed
}

/// An item with the comma that belongs to it.
fn without(text: &[u8], item: &Item) -> Range<usize> {
    let Range { start, end } = item.whole;
    let blank = |byte: &&u8| byte.is_ascii_whitespace();
    let behind = end + text[end..].iter().take_while(blank).count();
    if text.get(behind) == Some(&b',') {
        return start..behind + 1;
    }
    let before = start - text[..start].iter().rev().take_while(blank).count();
    if text[..before].last() == Some(&b',') { before - 1..end } else { start..end }
}

fn put(text: &[u8], range: Range<usize>, new: &str) -> Vec<u8> {
    [&text[..range.start], new.as_bytes(), &text[range.end..]].concat()
}
