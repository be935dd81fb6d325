//! What holds a page to the files of one version: the hashes that browsers compare with what they got.

use crate::{
    files,
    run::{self, Result},
    toolchain,
};
use std::{fs, path::Path};

/// Writes `integrity.json` for those who pin a version: the hash for the script's tag, and that of the wasm, which the script
/// itself asks for.
pub fn publish(dist: &Path, wasm: &str) -> Result {
    let cargo = fs::read_to_string(run::root().join("Cargo.toml"))?;
    let version = cargo.lines().find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    let version = version.ok_or("Cargo.toml has no version")?;
    let line = |file: &str| Ok::<_, run::Failure>(format!("    \"{file}\": \"{}\"", of(&dist.join(file))?));
    let lines = [line(files::LOADER)?, line(wasm)?].join(",\n");
    let text = format!("{{\n  \"version\": \"{version}\",\n  \"files\": {{\n{lines}\n  }}\n}}\n");
    Ok(fs::write(dist.join(files::INTEGRITY), text)?)
}

/// The value of an `integrity` attribute.
pub fn of(file: &Path) -> Result<String> {
    let script = "'sha384-' + crypto.createHash('sha384').update(fs.readFileSync(process.argv[1])).digest('base64')";
    let integrity = run::output(toolchain::tool("node").args(["--print", script]).arg(file));
    integrity.ok_or_else(|| format!("Node could not hash {}", file.display()).into())
}
