//! The known name that a misspelt one was probably meant to be.

/// The nearest of `known`, if at most two letters in five differ.
pub fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    // Longer names are no typing mistakes, and the time grows with the product of both lengths.
    if name.len() > 40 {
        return None;
    }
    let mut nearest = None;
    let mut least = usize::MAX;
    for known in known {
        let distance = distance(name, known);
        if distance < least && distance * 5 <= known.len().max(3) * 2 {
            (least, nearest) = (distance, Some(*known));
        }
    }
    nearest
}

/// How many letters to add, drop or change, whatever their case (Levenshtein's distance, in bytes).
fn distance(from: &str, to: &str) -> usize {
    // `row` holds the distances from the letters of `from` so far to the first letter of `to`, the first two, and so
    // on.
    let mut row: Vec<usize> = (1..=to.len()).collect();
    let mut left = to.len();
    for (count, letter) in from.bytes().enumerate() {
        let mut diagonal = count;
        left = count + 1;
        for (cell, other) in row.iter_mut().zip(to.bytes()) {
            let changed = diagonal + usize::from(!letter.eq_ignore_ascii_case(&other));
            diagonal = *cell;
            left = changed.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_letters() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!((distance("", "ends"), distance("ends", "")), (4, 4));
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
