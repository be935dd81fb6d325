//! The known name that a misspelt one was probably meant to be.

/// The nearest of `known`, where it is near: at most two letters in five differ.
pub fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    // Longer names are no typing mistakes, and the distance takes the product of both lengths.
    if name.len() > 40 {
        return None;
    }
    let near = |known: &&'static str| (distance(name, known), *known);
    let (distance, nearest) = known.iter().map(near).min()?;
    if distance * 5 <= nearest.len().max(3) * 2 { Some(nearest) } else { None }
}

/// How many letters to add, drop or change, whatever their case (Levenshtein's distance).
fn distance(from: &str, to: &str) -> usize {
    // `row[n]` is the distance from the letters of `from` so far to the first n letters of `to`.
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (count, letter) in from.chars().enumerate() {
        let mut diagonal = count;
        let mut left = count + 1;
        let mut next = vec![left];
        for (above, other) in row.iter().skip(1).zip(to.chars()) {
            let changed = diagonal + usize::from(!letter.eq_ignore_ascii_case(&other));
            left = changed.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "ends"), 4);
        assert_eq!(distance("timezone", "timeZone"), 0);
    }

    #[test]
    fn suggests_only_near_names() {
        let known = ["title", "organisation", "ends", "starts"];
        assert_eq!(nearest("organization", &known), Some("organisation"));
        assert_eq!(nearest("end", &known), Some("ends"));
        assert_eq!(nearest("titel", &known), Some("title"));
        assert_eq!(nearest("colour", &known), None);
        assert_eq!(nearest("", &known), None);
    }
}
