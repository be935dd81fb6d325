//! The fonts that tests name. A portlet's height is that of its lines, and where they break is up to the font: a test that
//! measures says with which one, or it holds only on machines like the author's.

use crate::{
    apt,
    run::{self, Result},
    toolchain,
};
use std::{
    env,
    path::{Path, PathBuf},
};

/// A family, which the tests use without any other (tests/browser/engines/fonts.mjs).
struct Font {
    family: &'static str,
    /// Debian's package with it.
    package: &'static str,
    /// Where someone says in which folder it is, and where the tests are told which one was found.
    variable: &'static str,
    /// Its plain face.
    file: &'static str,
}

const FONTS: [Font; 2] = [
    // As wide as Arial, letter by letter.
    Font {
        family: "Liberation Sans",
        package: "fonts-liberation",
        variable: "LIBERATION_SANS",
        file: "LiberationSans-Regular.ttf",
    },
    // A tenth wider, and what a Debian machine has by itself.
    Font { family: "DejaVu Sans", package: "fonts-dejavu-core", variable: "DEJAVU_SANS", file: "DejaVuSans.ttf" },
];

/// The folder of each font that is there, by its variable.
pub fn found() -> impl Iterator<Item = (&'static str, PathBuf)> {
    FONTS.iter().filter_map(|font| Some((font.variable, font.find()?)))
}

impl Font {
    /// fontconfig knows the fonts of any Unix, and is not on every machine; dpkg knows what it has installed.
    fn find(&self) -> Option<PathBuf> {
        if let Some(named) = env::var_os(self.variable).filter(|named| !named.is_empty()) {
            return Some(named.into());
        }
        let list = || run::output(toolchain::tool("fc-list").arg(self.family).args(["--format", "%{file}\n"]));
        let installed = || run::output(toolchain::tool("dpkg-query").args(["--listfiles", self.package]));
        let folder = |files: String| folder_of(&files, self.file).filter(|folder| folder.join(self.file).is_file());
        list().and_then(folder).or_else(|| installed().and_then(folder))
    }
}

/// The folder of the file with that name in a list of paths, one a line.
fn folder_of(files: &str, name: &str) -> Option<PathBuf> {
    let file = files.lines().map(Path::new).find(|path| path.file_name().is_some_and(|file| file == name))?;
    Some(file.parent()?.to_owned())
}

pub fn install() -> Result {
    let missing = || FONTS.iter().filter(|font| font.find().is_none()).collect::<Vec<_>>();
    let names = |of: fn(&Font) -> &str, fonts: &[&Font], between: &str| {
        fonts.iter().map(|font| of(font)).collect::<Vec<_>>().join(between)
    };
    let before = missing();
    if before.is_empty() {
        return Ok(());
    }
    if apt::is_possible() {
        apt::install(&before.iter().map(|font| font.package).collect::<Vec<_>>(), || Ok(()))?;
    }
    let still = missing();
    if still.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the browser tests miss fonts, {}: install them (on Debian: apt-get install {}), or say in which folder they are, \
         in {}, or leave these tests out with: cargo xtask test --host",
        names(|font| font.family, &still, " and "),
        names(|font| font.package, &still, " "),
        names(|font| font.variable, &still, ", "),
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_is_in_the_folder_of_its_plain_face() {
        let files = "/usr/share/doc/fonts-liberation\n/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf\n\
                     /usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf";
        let folder = Some(PathBuf::from("/usr/share/fonts/truetype/liberation2"));
        assert_eq!(folder_of(files, "LiberationSans-Regular.ttf"), folder);
        assert_eq!(folder_of(files, "Sans-Regular.ttf"), None);
        assert_eq!(folder_of("", "LiberationSans-Regular.ttf"), None);
    }
}
