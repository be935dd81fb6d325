//! Looks for configs and CSV files that the library cannot stand: libFuzzer, with the pinned stable Rust. The target is a
//! package of its own, so that nothing else has to compile libFuzzer.

use crate::{
    apt, corpus, files,
    run::{self, Failure, Result},
    toolchain,
};
use std::{env, ffi::OsString, fs, path::Path, process::Command};

/// How libFuzzer sees which code an input reaches. It does not see comparisons, which would take half of the time: the
/// mutations know what is compared.
const COVERAGE: [&str; 4] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
];

/// Tells this program, in rustc's place, that it is fuzzing.
const FUZZING: &str = "XTASK_FUZZING";

/// The inputs that tests/corpus.rs replays, the new ones of all runs, and where those start.
const FOLDERS: [&str; 3] = ["tests/fuzz/corpus", "target/fuzz/found", "target/fuzz/seeds"];

const FOUND: &str = ": the input is the newest file of target/fuzz/. Mend the fault, give it a test, and put the input into \
    tests/fuzz/corpus/ as fault-…";

/// Reads its CSV file in both ways.
const BOTH: &str =
    r#"{ "title": "T", "uptake": { "charts": [{ "title": "C", "csv": "f.csv" }] }, "locations": { "csv": "f.csv" } }"#;

pub fn fuzz(arguments: &[String]) -> Result {
    let minutes = match arguments {
        [minutes] => minutes.parse::<u32>().ok().filter(|minutes| *minutes > 0),
        _ => None,
    };
    let seconds = minutes.ok_or("fuzz takes the minutes that it is to run for, such as 10")? * 60;
    toolchain::install()?;
    // libFuzzer is C++.
    if run::output(toolchain::tool("c++").arg("--version")).is_none() && apt::is_possible() {
        apt::install(&["g++"], || Ok(()))?;
    }
    let [kept, found, seeds] = FOLDERS;
    for folder in FOLDERS {
        fs::create_dir_all(run::root().join(folder))?;
    }
    write_seeds(&run::root().join(seeds))?;
    let limits = ["-max_len=4096", "-timeout=60", "-artifact_prefix=target/fuzz/", "-reload=0", "-print_final_stats=1"];
    run::step("fuzz target", &mut cargo("build"))?;
    let mut target = target();
    target.args(limits).arg(format!("-max_total_time={seconds}")).args([found, kept, seeds]);
    run::step(&format!("fuzz, {seconds} s"), &mut target).map_err(|Failure { message, code }| {
        // libFuzzer's own: too slow, too much memory, a panic.
        let hint = if [70, 71, 77].contains(&code) { FOUND } else { "" };
        Failure { message: message + hint, code }
    })?;
    // By the code that is reached, not by how often: that keeps hundreds of inputs, not thousands.
    let (control, merged) = (run::root().join("target/fuzz/control"), "target/fuzz/merged");
    for path in [&control, &run::root().join(merged)] {
        let _ = fs::remove_file(path);
        let _ = fs::remove_dir_all(path);
    }
    fs::create_dir_all(run::root().join(merged))?;
    let mut merge = self::target();
    merge.args([
        "-merge=1",
        "-set_cover_merge=1",
        "-use_counters=0",
        "-merge_control_file=target/fuzz/control",
        merged,
    ]);
    run::step("what each input reaches", merge.args(FOLDERS))?;
    corpus::choose(&fs::read_to_string(control)?, run::root(), &run::root().join(kept))
}

fn target() -> Command {
    let mut run = cargo("run");
    run.arg("--");
    run
}

fn cargo(what: &str) -> Command {
    let mut cargo = toolchain::tool("cargo");
    cargo.args([what, "--quiet", "--locked", "--release", "--target", "host-tuple"]);
    cargo.args(["--manifest-path", "tests/fuzz/Cargo.toml"]);
    cargo.env("CARGO_TARGET_DIR", run::root().join("target/fuzz")).env(FUZZING, "1");
    if let Ok(this) = env::current_exe() {
        cargo.env("RUSTC_WRAPPER", this);
    }
    cargo
}

/// What rustc is told besides `arguments`, where it compiles the code that inputs are to reach.
pub fn coverage(arguments: &[OsString]) -> &'static [&'static str] {
    let reached = ["campaign_portlet", "campaign_fuzz"].map(|name| ["--crate-name", name]);
    let is_reached = arguments.windows(2).any(|pair| reached.iter().any(|name| pair == name));
    if is_reached && env::var_os(FUZZING).is_some() { &COVERAGE } else { &[] }
}

/// The fixtures as inputs: configs with their CSV files behind them, and each CSV file behind a config for it.
fn write_seeds(folder: &Path) -> Result {
    let fixtures = run::root().join("tests/fixtures");
    let read = |file: &str| fs::read(fixtures.join(file));
    for file in files::list(&fixtures)? {
        let input = match file.split_once('/') {
            Some(("csv", name)) if name.ends_with(".csv") => behind(BOTH.into(), &[read(&file)?]),
            Some(("invalid", name)) if name.ends_with(".json") => read(&file)?,
            Some(("valid", name)) if name.ends_with(".json") => {
                let text = String::from_utf8(read(&file)?)?;
                let csv = ["valid/figures.csv", "valid/sessions.csv"].map(read);
                let csv = csv.into_iter().collect::<std::io::Result<Vec<_>>>()?;
                // Without the blanks that only make an input longer.
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if text.contains(".csv\"") { behind(text, &csv) } else { text.into() }
            }
            _ => continue,
        };
        fs::write(folder.join(file.replace('/', "-")), input)?;
    }
    Ok(())
}

fn behind(config: String, csv: &[Vec<u8>]) -> Vec<u8> {
    csv.iter().fold(config.into_bytes(), |input, file| [&input[..], &[0xff], file].concat())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn the_target_is_locked_as_the_rest() {
        let read = |file| fs::read_to_string(run::root().join(file)).unwrap();
        let (rest, target) = (read("Cargo.lock"), read("tests/fuzz/Cargo.lock"));
        for package in ["leptos", "serde_json", "url", "jiff"] {
            let of = |lock: &str| {
                let after = lock.split_once(&format!("name = \"{package}\"\nversion = ")).unwrap().1;
                after.lines().next().unwrap().to_owned()
            };
            assert_eq!(of(&rest), of(&target), "{package}: bring tests/fuzz/Cargo.lock to what Cargo.lock has");
        }
    }
}
