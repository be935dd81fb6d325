//! Runs other programs, and says how they fare.

use std::{
    fmt::Display,
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Why a command stops, and with which exit code.
#[derive(Debug)]
pub struct Failure {
    pub message: String,
    pub code: u8,
}

pub type Result<T = ()> = std::result::Result<T, Failure>;

impl<T: Display> From<T> for Failure {
    fn from(message: T) -> Self {
        Self { message: message.to_string(), code: 1 }
    }
}

/// The top folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where the tools are installed.
pub fn tools_dir() -> PathBuf {
    root().join("target/tools")
}

/// Runs a step that speaks for itself.
pub fn step(label: &str, command: &mut Command) -> Result {
    println!("── {label}");
    let start = Instant::now();
    let status = command.status().map_err(|error| format!("{label}: cannot run {}: {error}", name(command)))?;
    finished(label, status)?;
    println!("── {label}: ok, {}", took(start));
    Ok(())
}

/// Runs a step that is only heard if it fails, or takes long.
pub fn quietly(label: &str, estimate: &str, command: &mut Command) -> Result {
    println!("   {label} … ({estimate})");
    let start = Instant::now();
    let path = tools_dir().join(format!("{}.log", label.replace([' ', '/', ','], "-")));
    fs::create_dir_all(tools_dir())?;
    let log = File::create(&path)?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()
        .map_err(|error| format!("{label}: cannot run {}: {error}", name(command)))?;
    let mut said = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(100));
        if start.elapsed().as_secs() / 20 > said {
            said += 1;
            println!("   {label}: {} so far{}", took(start), compiled(&path));
        }
    };
    if !status.success() {
        let log = fs::read_to_string(&path).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        eprintln!("{}", lines.get(lines.len().saturating_sub(40)..).unwrap_or_default().join("\n"));
    }
    finished(label, status)?;
    println!("   {label}: ready, {}", took(start));
    Ok(())
}

/// What a program prints, if it runs at all.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

pub fn took(start: Instant) -> String {
    let seconds = start.elapsed().as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{:.0} min {:02.0} s", (seconds / 60.0).floor(), (seconds % 60.0).floor())
    }
}

fn finished(label: &str, status: ExitStatus) -> Result {
    if status.success() {
        return Ok(());
    }
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Err(Failure { message: format!("failed at: {label} ({status})"), code })
}

fn compiled(log: &Path) -> String {
    let log = fs::read_to_string(log).unwrap_or_default();
    match log.lines().filter(|line| line.trim_start().starts_with("Compiling")).count() {
        0 => String::new(),
        crates => format!(", {crates} crates compiled"),
    }
}

fn name(command: &Command) -> String {
    command.get_program().to_string_lossy().into_owned()
}
