//! Notices that a source has changed, by looking at the times of all of them now and then: there are few.

use crate::{files, run};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

/// All that ends in `dist/`.
const SOURCES: [&str; 14] = [
    "pages",
    "src",
    "patches",
    "style",
    "preview",
    "xtask",
    "tests/fixtures",
    "index.html",
    "campaign.schema.json",
    "custom-elements.json",
    "package-lock.json",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
];

pub struct Watched {
    seen: BTreeMap<PathBuf, SystemTime>,
}

impl Watched {
    pub fn new() -> Self {
        Self { seen: look() }
    }

    /// Whether none has changed since `file` was written.
    pub fn is_built_into(&self, file: &Path) -> bool {
        let built = file.metadata().and_then(|metadata| metadata.modified());
        built.is_ok_and(|built| self.seen.values().all(|seen| *seen < built))
    }

    /// The file that has changed, appeared or gone since the last time.
    pub fn wait(&mut self) -> String {
        loop {
            thread::sleep(Duration::from_millis(500));
            let now = look();
            let new = now.iter().find(|(path, time)| self.seen.get(*path) != Some(*time)).map(|(path, _)| path);
            let changed = new.or_else(|| self.seen.keys().find(|path| !now.contains_key(*path))).cloned();
            if let Some(path) = changed {
                // An editor may still be saving others.
                thread::sleep(Duration::from_millis(200));
                self.seen = look();
                return path.strip_prefix(run::root()).unwrap_or(&path).display().to_string();
            }
        }
    }
}

fn look() -> BTreeMap<PathBuf, SystemTime> {
    let modified = |path: PathBuf| Some((path.clone(), path.metadata().ok()?.modified().ok()?));
    SOURCES
        .iter()
        .map(|source| run::root().join(source))
        .flat_map(|source| below(&source))
        .filter_map(modified)
        .collect()
}

fn below(source: &Path) -> Vec<PathBuf> {
    match files::list(source) {
        Ok(files) => files.into_iter().map(|file| source.join(file)).collect(),
        Err(_) => vec![source.to_owned()],
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use std::fs;

    fn read(file: &str) -> String {
        fs::read_to_string(run::root().join(file)).unwrap()
    }

    /// What stands in quotes after `key` in each place of a text.
    fn quoted<'a>(text: &'a str, key: &str) -> Vec<&'a str> {
        text.split(key).skip(1).filter_map(|rest| rest.split_once('"').map(|(value, _)| value)).collect()
    }

    /// What a build reads: the packages of the bundle and of the preview page, by path, and what Trunk copies.
    #[test]
    fn whatever_ends_in_dist_is_watched() {
        let manifest = read("Cargo.toml");
        let packages = ["", "preview"].into_iter().chain(quoted(&manifest, "path = \""));
        let manifests = packages.map(|folder| Path::new(folder).join("Cargo.toml").display().to_string());
        let page = read("index.html");
        let copied = page.lines().filter(|line| line.contains("data-trunk")).flat_map(|line| quoted(line, " href=\""));
        let sources: Vec<String> = manifests.chain(copied.map(str::to_owned)).collect();
        assert!(sources.len() > 10, "{sources:?}");
        let watched = look();
        for source in sources {
            let source = run::root().join(source);
            assert!(watched.keys().any(|path| path.starts_with(&source)), "{} is not watched", source.display());
        }
    }
}
