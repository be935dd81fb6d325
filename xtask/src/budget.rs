//! Weighs what an embedding page downloads. It is paid by everyone who opens that page, so a build that is too heavy fails.

use crate::{compress, files, run::Result};
use std::path::Path;

/// Bytes of both files together, as brotli sends them.
const LIMIT: usize = 95_000;
const AIM: usize = 71_000;

pub fn of_dist(dist: &Path) -> Result {
    println!("   {:<44} {:>9} {:>9} {:>9}", "what an embedding page downloads", "raw", "gzip", "brotli");
    let mut total = [0; 3];
    for pattern in [files::LOADER, files::WASM] {
        let name = files::find(dist, pattern)?;
        let sizes = compress::sizes(&dist.join(&name))?;
        row(&name, sizes);
        for (sum, size) in total.iter_mut().zip(sizes) {
            *sum += size;
        }
    }
    row("total", total);
    let brotli = total[2];
    if brotli > LIMIT {
        return Err(format!(
            "{} bytes over the budget of {} bytes, brotli",
            thousands(brotli - LIMIT),
            thousands(LIMIT)
        )
        .into());
    }
    println!("   {} below the limit of {}; the aim is {}", thousands(LIMIT - brotli), thousands(LIMIT), thousands(AIM));
    Ok(())
}

fn row(name: &str, sizes: [usize; 3]) {
    let [raw, gzip, brotli] = sizes.map(thousands);
    println!("   {name:<44} {raw:>9} {gzip:>9} {brotli:>9}");
}

fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1_000, 90_000, 1_234_567].map(thousands), ["0", "999", "1,000", "90,000", "1,234,567"]);
    }
}
