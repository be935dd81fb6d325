//! Chooses the inputs that are kept: those that reach the most code for their size, up to a size that a repository can bear.

use crate::run::Result;
use std::{
    collections::{BTreeSet, BinaryHeap, HashSet},
    fs,
    path::{Path, PathBuf},
};

/// Of all files together; tests/corpus.rs refuses a little more.
const MOST_BYTES: u64 = 250_000;

/// What libFuzzer notes of an input while it merges.
struct Input {
    path: PathBuf,
    bytes: u64,
    reached: Vec<u32>,
}

/// Fills `kept` from the inputs that a merge has noted in `control`. One that was a fault stays, and has a name that says so.
pub fn choose(control: &str, root: &Path, kept: &Path) -> Result {
    let mut inputs = noted(control, root);
    inputs.retain(|input| !input.path.starts_with(kept) || !is_fault(&input.path));
    let (mut reached, mut chosen, mut total) = (HashSet::new(), BTreeSet::new(), 0);
    let worth = |input: &Input, reached: &HashSet<u32>| {
        let new = input.reached.iter().filter(|edge| !reached.contains(edge)).count() as u64;
        // What is there already stays, unless another is far better. Each file costs a little whatever its size.
        let bytes = if input.path.starts_with(kept) { input.bytes / 2 } else { input.bytes };
        new * 1_000_000 / (bytes + 60)
    };
    let mut best: BinaryHeap<(u64, usize)> =
        inputs.iter().enumerate().map(|(at, input)| (worth(input, &reached), at)).collect();
    while let Some((_, at)) = best.pop() {
        let Some(input) = inputs.get(at).filter(|input| total + input.bytes <= MOST_BYTES) else { continue };
        // What others reach in the meantime only makes it worth less.
        let now = worth(input, &reached);
        if best.peek().is_some_and(|(next, _)| *next > now) {
            best.push((now, at));
        } else if now > 0 {
            reached.extend(&input.reached);
            total += input.bytes;
            chosen.insert(&input.path);
        }
    }
    for path in &chosen {
        if let Some(name) = path.file_name().filter(|_| !path.starts_with(kept)) {
            fs::copy(path, kept.join(name))?;
        }
    }
    for entry in fs::read_dir(kept)? {
        let path = entry?.path();
        let is_new = || chosen.iter().any(|other| other.file_name() == path.file_name());
        if !is_fault(&path) && !is_new() {
            fs::remove_file(path)?;
        }
    }
    println!("   {} inputs, {total} bytes, which reach {} edges", chosen.len(), reached.len());
    Ok(())
}

fn is_fault(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("fault-"))
}

/// A control file has the number of files, that of those in the first folder, the paths, and then for each file its size
/// (`STARTED 3 120`) and what it reaches (`FT 3 17 18`).
fn noted(control: &str, root: &Path) -> Vec<Input> {
    let mut lines = control.lines();
    let count = lines.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    let paths = lines.by_ref().skip(1).take(count);
    let mut inputs: Vec<Input> =
        paths.map(|path| Input { path: root.join(path), bytes: 0, reached: Vec::new() }).collect();
    for line in lines {
        let mut words = line.split(' ');
        let (kind, mut numbers) = (words.next(), words.filter_map(|word| word.parse::<u32>().ok()));
        let Some(input) = numbers.next().and_then(|at| inputs.get_mut(at as usize)) else { continue };
        match kind {
            Some("STARTED") => input.bytes = numbers.next().unwrap_or_default().into(),
            Some("FT") => input.reached.extend(numbers),
            _ => {}
        }
    }
    inputs
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_more_for_its_size_is_kept_and_a_fault_always() {
        let root = std::env::temp_dir().join(format!("xtask-corpus-{}", std::process::id()));
        let kept = root.join("kept");
        fs::create_dir_all(&kept).unwrap();
        for name in ["kept/fault-a", "kept/old", "kept/worse", "small", "large", "useless"] {
            fs::write(root.join(name), name).unwrap();
        }
        let control = "6\n3\nkept/fault-a\nkept/old\nkept/worse\nsmall\nlarge\nuseless\nSTARTED 0 9\nFT 0 1 2\nSTARTED 1 200\n\
            FT 1 1 2 3\nSTARTED 2 4000\nFT 2 4 5\nSTARTED 3 100\nFT 3 4 5\nSTARTED 4 250001\nFT 4 6 7 8\nSTARTED 5 9\nFT 5 3\n";
        choose(control, &root, &kept).unwrap();
        let mut left: Vec<_> = fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["fault-a", "old", "small"]);
        fs::remove_dir_all(root).unwrap();
    }
}
