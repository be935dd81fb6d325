//! `cargo xtask`: everything that a person or CI does with this project, and the same everywhere, because each command
//! first installs what it needs.

mod apt;
mod bench;
mod browser;
mod budget;
mod compress;
mod corpus;
mod dist;
mod files;
mod finish;
mod fonts;
mod fuzz;
mod glue;
mod integrity;
mod node;
mod page;
mod patches;
mod preview;
mod run;
mod rustc;
mod serve;
mod servers;
mod snippet;
mod test;
mod toolchain;
mod tools;
mod watch;

use run::{Failure, Result};
use std::{ffi::OsString, process::ExitCode};

const HELP: &str = "\
cargo xtask preview [--port N]     build, serve at http://127.0.0.1:8080/ and rebuild on every change
cargo xtask dist                   build dist/: exactly the files that a trust uploads
cargo xtask test [--host] [-- …]   run every check; --host leaves the browsers out; the rest goes to Playwright alone
cargo xtask hosts [ENGINE] [CASE]  only the host pages: in chromium, firefox, webkit or all; cases with that in their name
cargo xtask bench                  measure in Chromium what a very large campaign costs; fails where a goal is missed
cargo xtask fuzz MINUTES           look for configs and CSV files that cause harm, and keep what reaches new code
cargo xtask snippet CONFIG [options]    print a campaign as plain HTML and CSS, for pages without scripts
cargo xtask budget                 weigh what an embedding page downloads from dist/
cargo xtask tools                  only install what the commands above need
cargo xtask serve --dir DIR… --port N   serve folders as they are, the first that has the file wins
cargo xtask finish                 called by Trunk after a build, see Trunk.toml";

fn main() -> ExitCode {
    let raw: Vec<OsString> = std::env::args_os().skip(1).collect();
    let result = if rustc::is_asked_for(&raw) {
        rustc::run(&raw)
    } else {
        let arguments: Vec<String> = raw.iter().map(|argument| argument.to_string_lossy().into_owned()).collect();
        command(&arguments).map(|()| 0)
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(Failure { message, code }) => {
            eprintln!("\nxtask: {message}");
            ExitCode::from(code)
        }
    }
}

fn command(arguments: &[String]) -> Result {
    let (name, rest) = arguments.split_first().map_or(("help", &[][..]), |(name, rest)| (name.as_str(), rest));
    match name {
        "preview" => preview::preview(rest),
        "test" => test::test(rest),
        "hosts" => test::hosts(rest),
        "fuzz" => fuzz::fuzz(rest),
        "serve" => serve::command(rest),
        "snippet" => snippet::snippet(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        "dist" | "bench" | "budget" | "tools" | "finish" if !rest.is_empty() => {
            Err(format!("{name} takes no arguments, but got {}\n{HELP}", rest.join(" ")).into())
        }
        "dist" => dist::dist(),
        "bench" => bench::bench(),
        "budget" => budget::of_dist(&run::root().join("dist")),
        "tools" => tools::install(tools::For::Everything),
        "finish" => finish::finish(),
        unknown => Err(format!("there is no command {unknown}\n{HELP}").into()),
    }
}
