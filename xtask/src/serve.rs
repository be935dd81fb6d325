//! A small web server for this machine only: the preview and the browser tests see `dist/` as a trust's server would send
//! it, to pages of any origin, and never from a cache.

use crate::run::Result;
use std::{
    fs,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
};
use tiny_http::{Header, Method, Request, Response, Server};

/// Browsers open up to six connections to a server.
const THREADS: usize = 8;

/// `--dir DIR… --port N [--date TEXT]`; the portlet reads the server's clock, which tests do not want to run.
pub fn command(arguments: &[String]) -> Result {
    let (mut dirs, mut port, mut date) = (Vec::new(), None, None);
    let mut rest = arguments.iter().peekable();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dir" => {
                while let Some(dir) = rest.next_if(|next| !next.starts_with("--")) {
                    dirs.push(PathBuf::from(dir));
                }
            }
            "--port" => port = rest.next().and_then(|number| number.parse().ok()),
            "--date" => date = rest.next().cloned(),
            other => return Err(format!("serve does not know {other}").into()),
        }
    }
    let port = port.ok_or("serve needs --port N")?;
    if let Some(dir) = dirs.iter().find(|dir| !dir.is_dir()) {
        return Err(format!("there is no folder {}", dir.display()).into());
    }
    if dirs.is_empty() {
        return Err("serve needs --dir DIR".into());
    }
    let server = listen(port).map_err(|error| format!("port {port}: {error}"))?;
    serve(server, dirs, date);
    Ok(())
}

pub fn listen(port: u16) -> std::result::Result<Server, String> {
    Server::http(("127.0.0.1", port)).map_err(|error| error.to_string())
}

/// Answers until the program ends. What is to be said as the `date` is that of the answer, unless it is given.
pub fn serve(server: Server, dirs: Vec<PathBuf>, date: Option<String>) {
    let shared = Arc::new((server, dirs, date));
    let threads = (0..THREADS).map(|_| {
        let shared = Arc::clone(&shared);
        thread::spawn(move || {
            for request in shared.0.incoming_requests() {
                // A browser that went away needs no answer.
                let _ = answer(request, &shared.1, shared.2.as_deref());
            }
        })
    });
    for thread in threads.collect::<Vec<_>>() {
        let _ = thread.join();
    }
}

fn answer(request: Request, dirs: &[PathBuf], date: Option<&str>) -> std::io::Result<()> {
    let (status, kind, body) = match request.method() {
        Method::Get | Method::Head => match path(request.url()).and_then(|path| read(dirs, &path)) {
            Some((kind, body)) => (200, kind, body),
            None => (404, "text/plain; charset=utf-8", b"There is no such file here.\n".to_vec()),
        },
        Method::Options => (204, "text/plain; charset=utf-8", Vec::new()),
        _ => (405, "text/plain; charset=utf-8", b"Only GET.\n".to_vec()),
    };
    let mut response = Response::from_data(body).with_status_code(status).with_chunked_threshold(usize::MAX);
    let headers = [
        ("Content-Type", kind),
        ("Cache-Control", "no-cache"),
        ("Access-Control-Allow-Origin", "*"),
        // The portlet reads the server's clock where it may.
        ("Access-Control-Expose-Headers", "Date, Age"),
    ];
    for (name, value) in headers.into_iter().chain(date.map(|date| ("Date", date))) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// The file that a URL asks for, unless it leads out of the folder.
fn path(url: &str) -> Option<PathBuf> {
    let mut bytes = url.split(['?', '#']).next()?.trim_start_matches('/').bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        let digits = if byte == b'%' { Some([bytes.next()?, bytes.next()?]) } else { None };
        decoded.push(match digits {
            Some(digits) => u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?,
            None => byte,
        });
    }
    let path = PathBuf::from(String::from_utf8(decoded).ok()?);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

fn read(dirs: &[PathBuf], path: &Path) -> Option<(&'static str, Vec<u8>)> {
    dirs.iter().find_map(|dir| {
        let mut file = dir.join(path);
        if file.is_dir() {
            file.push("index.html");
        }
        Some((kind(&file), fs::read(&file).ok()?))
    })
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js" | "mjs") => "text/javascript",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("csv") => "text/csv; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_never_leads_out_of_the_folder() {
        assert_eq!(path("/examples/a%20b.json?x=/../y"), Some(PathBuf::from("examples/a b.json")));
        assert_eq!(path("/"), Some(PathBuf::new()));
        for url in ["/../secret", "/a/../../secret", "/%2e%2e/secret", "/a%2", "/%zz"] {
            assert_eq!(path(url), None, "{url}");
        }
    }

    #[test]
    fn the_first_folder_that_has_the_file_wins() {
        let dirs = [Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), PathBuf::from(env!("CARGO_MANIFEST_DIR"))];
        assert!(read(&dirs, Path::new("main.rs")).is_some());
        assert!(read(&dirs, Path::new("Cargo.toml")).is_some());
        assert!(read(&dirs, Path::new("nothing.rs")).is_none());
    }
}
