//! Notices that a source has changed, by looking at the times of all of them now and then: there are few.

use crate::{files, run};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    thread,
    time::{Duration, SystemTime},
};

/// All that ends in `dist/`.
const SOURCES: [&str; 12] = [
    "src",
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
