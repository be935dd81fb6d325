//! A small web server for this machine only: the preview and the browser tests see `dist/` as a trust's server would send
//! it, to pages of any origin, and never from a cache. It does not say what time it is: the portlet would believe it rather
//! than the device, whose clock tests stop.

use crate::run::Result;
use std::{
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

/// No browser sends longer ones to such a server.
const LONGEST_REQUEST: u64 = 64 * 1024;

/// `--dir DIR… --port N`.
pub fn command(arguments: &[String]) -> Result {
    let (mut dirs, mut port) = (Vec::new(), None);
    let mut rest = arguments.iter().peekable();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--dir" => {
                while let Some(dir) = rest.next_if(|next| !next.starts_with("--")) {
                    dirs.push(PathBuf::from(dir));
                }
            }
            "--port" => port = rest.next().and_then(|number| number.parse().ok()),
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
    serve(server, dirs);
    Ok(())
}

pub fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port))
}

/// Answers until the program ends: one request a connection, and a thread for each, so that none ever waits for another.
pub fn serve(server: TcpListener, dirs: Vec<PathBuf>) {
    let dirs = Arc::new(dirs);
    for stream in server.incoming().flatten() {
        let dirs = Arc::clone(&dirs);
        thread::spawn(move || {
            // A browser that went away needs no answer.
            let _ = answer(stream, &dirs);
        });
    }
}

fn answer(mut stream: TcpStream, dirs: &[PathBuf]) -> io::Result<()> {
    // Browsers connect in advance, and may have nothing to ask.
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let head = read_head(&stream)?;
    let mut words = head.split_ascii_whitespace();
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match method {
        "GET" | "HEAD" => match path(url).and_then(|path| read(dirs, &path)) {
            Some((kind, body)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain; charset=utf-8", b"There is no such file here.\n".to_vec()),
        },
        "OPTIONS" => ("204 No Content", "text/plain; charset=utf-8", Vec::new()),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET.\n".to_vec()),
    };
    let headers = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         Access-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(headers.as_bytes())?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// All that a browser says before a body, which no request here has.
fn read_head(stream: &TcpStream) -> io::Result<String> {
    let mut head = String::new();
    let mut lines = BufReader::new(io::Read::take(stream, LONGEST_REQUEST));
    while lines.read_line(&mut head)? > 0 && !head.ends_with("\r\n\r\n") {}
    Ok(head)
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
