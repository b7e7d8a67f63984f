//! A million messages through the reader and into a workspace: `cargo bench --bench messages`.
//!
//! Prints seconds and MiB/s of each step; nothing is asserted, because machines differ. With
//! `-- --write FILE` it writes the file instead, to be dropped on the page.

use std::fmt::Write;
use std::time::Instant;

use rapport::facts::{Day, Reader, Writer, Zone};
use rapport::intake::Upload;
use rapport::metrics::{Context, REGISTRY, Selection, Stream};
use rapport::sources::{ReadOptions, read};
use rapport::workspace::Workspace;

const ROWS: usize = 1_000_000;

/// messages.csv of the 2026 layout: 50,000 talks of 20 messages, every field quoted.
fn messages() -> String {
    let mut text = String::from(
        "\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\",\"SENDER PROFILE URL\",\"TO\",\"RECIPIENT PROFILE URLS\",\
         \"DATE\",\"SUBJECT\",\"CONTENT\",\"FOLDER\",\"ATTACHMENTS\",\"IS MESSAGE DRAFT\",\"IS CONVERSATION DRAFT\"\n",
    );
    let me = ("Ada Ek", "https://www.linkedin.com/in/ada-ek");
    for row in 0..ROWS {
        let talk = row / 20;
        let (name, url) = (format!("P {talk}"), format!("https://www.linkedin.com/in/p-{talk}"));
        let them = (name.as_str(), url.as_str());
        let (from, to) = if row % 3 == 0 { (me, them) } else { (them, me) };
        let (day, hour, minute) = (row % 20 + 1 + talk % 8, row * 7 % 24, row % 60);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "\"2-{talk:08}==\",\"\",\"{}\",\"{}\",\"{}\",\"{}\",\"2026-{:02}-{day:02} {hour:02}:{minute:02}:00 UTC\",\
             \"\",\"Hi\",\"INBOX\",\"\",\"No\",\"No\"",
            from.0,
            from.1,
            to.0,
            to.1,
            talk % 12 + 1,
        );
    }
    text
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = messages();
    if let Some(at) = arguments.iter().position(|word| word == "--write") {
        let path = arguments.get(at + 1).map_or("messages.csv", String::as_str);
        match std::fs::write(path, text) {
            Ok(()) => println!("{path}"),
            Err(error) => eprintln!("{path}: {error}"),
        }
        return;
    }
    let mebibytes = text.len() as f64 / f64::from(1 << 20);
    println!("{ROWS} messages, {mebibytes:.0} MiB");
    let options = ReadOptions { today: Day(0), seller: Some("Ada Ek".into()), as_tables: Vec::new() };
    let upload = Upload { name: "messages.csv".into(), bytes: text.into_bytes() };

    let start = Instant::now();
    let files: Vec<_> =
        read(vec![upload], &[], &options, &mut |_| {}).into_iter().filter_map(|(_, facts)| facts).collect();
    let seconds = start.elapsed().as_secs_f64();
    println!("read      {seconds:6.2} s  {:5.0} MiB/s", mebibytes / seconds);

    let start = Instant::now();
    let packed: Vec<Vec<u8>> = files
        .iter()
        .map(|file| {
            let mut writer = Writer::default();
            writer.file(file);
            writer.into_bytes()
        })
        .collect();
    let files: Vec<_> = packed.iter().filter_map(|bytes| Reader::new(bytes).file().ok()).collect();
    let bytes: usize = packed.iter().map(Vec::len).sum();
    println!(
        "hand over {:6.2} s  {:5.1} MiB",
        start.elapsed().as_secs_f64(),
        bytes as f64 / f64::from(1 << 20)
    );

    let start = Instant::now();
    let mut workspace = Workspace::new("bench");
    workspace.import(files, "");
    println!("merge     {:6.2} s", start.elapsed().as_secs_f64());

    let start = Instant::now();
    let facts = workspace.facts();
    let zone = Zone::utc();
    let context = Context::new(&facts, &workspace.definitions, None, &zone, None);
    if let Some(span) = context.coverage.default_period() {
        let selection = Selection::all(span);
        for metric in REGISTRY {
            let samples = metric.samples(&context);
            std::hint::black_box(Stream::new(metric, &samples, &context).figure(&selection));
        }
    }
    println!("metrics   {:6.2} s  all {} figures", start.elapsed().as_secs_f64(), REGISTRY.len());
}
