//! Mutations of a CSV file, by row, column and cell.

use super::odd::{self, pick};
use crate::support_zone::Random;

/// A CSV file with a row, a column or a cell put in, taken out, changed, moved or copied.
pub fn changed(text: &[u8], random: &mut Random) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    let separator = separator(&text);
    let mut rows: Vec<Vec<String>> =
        text.split('\n').map(|row| row.split(separator).map(String::from).collect()).collect();
    let [row, other] = [(); 2].map(|()| random.below(rows.len() as u64) as usize);
    let [cell, column] = [(); 2].map(|()| random.below(rows[row].len() as u64) as usize);
    match random.below(16) {
        0..4 => rows[row][cell] = odd::text(random),
        4 => rows[row][cell] = quoted(&rows[row][cell], random),
        5 => rows[row].swap(cell, column),
        6 => rows[row][cell] = pick_cell(&rows[other], random),
        7 => drop(rows.remove(row)),
        8 => rows.insert(other, rows[row].clone()),
        9 => rows.splice(other..other, vec![rows[row].clone(); 1 + random.below(40) as usize]).for_each(drop),
        10 => rows.swap(row, other),
        11 => rows.iter_mut().for_each(|row| {
            if cell.max(column) < row.len() {
                row.swap(cell, column)
            }
        }),
        12 => rows.iter_mut().for_each(|row| drop((column < row.len()).then(|| row.remove(column)))),
        13 => {
            // A new column, or a column that has another name.
            let (is_new, name) = (random.below(2) == 0, odd::column(random));
            for (at, row) in rows.iter_mut().enumerate().filter(|(_, row)| column < row.len()) {
                let content = if at == 0 { name.clone() } else { row[column].clone() };
                if is_new { row.push(content) } else { row[column] = content }
            }
        }
        14 => rows.iter_mut().for_each(|row| row.iter_mut().for_each(|cell| digit(cell, random))),
        _ => {
            let new = pick(random, &[",", ";", "\t", "|"]);
            return joined(&rows, new).into_bytes();
        }
    }
    joined(&rows, &separator.to_string()).into_bytes()
}

fn joined(rows: &[Vec<String>], separator: &str) -> String {
    rows.iter().map(|row| row.join(separator)).collect::<Vec<_>>().join("\n")
}

fn pick_cell(row: &[String], random: &mut Random) -> String {
    row[random.below(row.len() as u64) as usize].clone()
}

/// As a spreadsheet quotes a cell, or with one quotation mark.
fn quoted(cell: &str, random: &mut Random) -> String {
    match random.below(3) {
        0 => format!("\"{cell}"),
        1 => format!("\"{},\n{cell}\"", cell.replace('"', "\"\"")),
        _ => format!("\"{}\"", cell.replace('"', "\"\"")),
    }
}

fn digit(cell: &mut String, random: &mut Random) {
    if let Some(at) = cell.find(|char: char| char.is_ascii_digit()).filter(|_| random.below(4) == 0) {
        cell.replace_range(at..=at, &random.below(10).to_string());
    }
}

fn separator(text: &str) -> char {
    let count = |separator: &char| text.lines().next().unwrap_or_default().matches(*separator).count();
    [';', '\t', '|', ','].into_iter().max_by_key(count).unwrap_or(',')
}
