//! A static file server as plain as any cheap host: files, their types, 404.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    thread,
};

use super::Outcome;

/// Where the built page is served: not at the root, so that an absolute address in it would fail.
pub const APP: &str = "/team/rapport/";
/// Where the same page is served by a host that lost the engine's second file.
pub const LACKING: &str = "/lacking/";
/// Where the harness's own page is served.
pub const PROBE: &str = "/probe/";

/// Serves the built page and the probe on a free port for as long as the process lives.
/// Returns the origin, like `http://127.0.0.1:40123`.
pub fn serve() -> Outcome<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dist = root.join("dist");
    let folders = [(APP, dist.clone()), (LACKING, dist), (PROBE, root.join("tests/browser/harness/probe"))];
    if !root.join("dist/index.html").exists() {
        return Err("there is no dist/index.html: run `make build` first".into());
    }
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let origin = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folders = folders.clone();
            // A browser that hangs up half-way is no concern of ours.
            thread::spawn(move || answer(&stream, &folders).ok());
        }
    });
    Ok(origin)
}

/// Reads one request and answers it.
fn answer(mut stream: &TcpStream, folders: &[(&str, PathBuf)]) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers must be read before the answer, or closing would reset the connection.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let found = file(path, folders).and_then(|file| Some((kind(&file), fs::read(file).ok()?)));
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"There is no such file.".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}

/// The file a request's path names, if it lies in one of the served folders.
fn file(path: &str, folders: &[(&str, PathBuf)]) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?;
    let (rest, folder) =
        folders.iter().find_map(|(prefix, folder)| Some((path.strip_prefix(prefix)?, folder)))?;
    let is_lost = path.starts_with(LACKING) && rest.ends_with("_later.wasm");
    if is_lost || rest.split('/').any(|part| part == "..") {
        return None;
    }
    Some(folder.join(if rest.is_empty() { "index.html" } else { rest }))
}

/// The media type by the name's ending.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
