//! Headless run: the scorecard of the given files as one JSON document on standard output.
//!
//! The same files through the same code as in the page, without a browser. Messages go to standard error; the
//! exit status is 1 when no file gave a fact.

use std::io::Write;
use std::process::ExitCode;

use rapport::export::headless::{Document, Options};
use rapport::facts::{Bucket, Day, FileFacts, FileSummary, Zone};
use rapport::intake::Upload;
use rapport::metrics::{Context, Persona, REGISTRY};
use rapport::sources::{Mapping, Outcome, ReadOptions, read};
use rapport::workspace::Workspace;

const USAGE: &str = "usage: scorecard [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--seller NAME] [--by week|month] \
[--persona \"word, word\"] [--currency EUR] [--today YYYY-MM-DD] [--mapping MAP.json] FILE…";

/// What the command line asks for.
#[derive(Default)]
struct Arguments {
    from: Option<Day>,
    to: Option<Day>,
    seller: Option<String>,
    by_month: bool,
    persona: Option<String>,
    currency: Option<String>,
    today: Option<Day>,
    mapping: Option<String>,
    files: Vec<String>,
}

impl Arguments {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
        let mut arguments = Arguments::default();
        while let Some(word) = words.next() {
            if !word.starts_with("--") {
                arguments.files.push(word);
                continue;
            }
            let value = words.next().ok_or_else(|| format!("{word} wants a value"))?;
            let day =
                || Day::parse_iso(&value).ok_or_else(|| format!("{word} {value}: not a date (YYYY-MM-DD)"));
            match word.as_str() {
                "--from" => arguments.from = Some(day()?),
                "--to" => arguments.to = Some(day()?),
                "--today" => arguments.today = Some(day()?),
                "--seller" => arguments.seller = Some(value),
                "--persona" => arguments.persona = Some(value),
                "--currency" => arguments.currency = Some(value),
                "--mapping" => arguments.mapping = Some(value),
                "--by" if value == "week" || value == "month" => arguments.by_month = value == "month",
                "--by" => return Err(format!("--by {value}: week or month")),
                _ => return Err(format!("{word}: no such option")),
            }
        }
        if arguments.files.is_empty() { Err("no file".to_owned()) } else { Ok(arguments) }
    }
}

fn main() -> ExitCode {
    let arguments = match Arguments::parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        // A reader that has seen enough closes the pipe: no failure of ours.
        Ok(Some(json)) => match std::io::stdout().write_all(json.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        Ok(None) => {
            eprintln!("no file gave a fact");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The document; none when no file gave a fact.
fn run(arguments: &Arguments) -> Result<Option<String>, String> {
    let mappings = mappings(arguments)?;
    let mut uploads = Vec::new();
    for path in &arguments.files {
        let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
        let name =
            std::path::Path::new(path).file_name().map_or_else(|| path.into(), |name| name.to_string_lossy());
        uploads.push(Upload { name: name.into_owned(), bytes });
    }
    let options =
        ReadOptions { today: arguments.today.unwrap_or(Day(0)), seller: None, as_tables: Vec::new() };
    let mut files: Vec<FileFacts> = Vec::new();
    for (outcome, facts) in read(uploads, &mappings, &options, &mut |_| {}) {
        report(&outcome);
        files.extend(facts);
    }
    let summaries: Vec<FileSummary> = files.iter().map(|file| file.summary.clone()).collect();
    let mut workspace = Workspace::new("headless");
    workspace.import(files, "");
    let facts = workspace.facts();
    if facts.latest_data_end().is_none() && summaries.iter().all(|summary| summary.facts.is_empty()) {
        return Ok(None);
    }
    if let Some(currency) = &arguments.currency {
        workspace.definitions.currency.clone_from(currency);
    }
    let persona = arguments.persona.as_ref().map(|words| Persona {
        name: words.clone(),
        title_words: words.split(',').map(|word| word.trim().to_owned()).collect(),
        company_words: Vec::new(),
    });
    let zone = Zone::utc();
    let context = Context::new(&facts, &workspace.definitions, persona.as_ref(), &zone, arguments.today);
    let seller = match &arguments.seller {
        None => None,
        Some(name) => {
            Some(facts.names.find(name).ok_or_else(|| format!("no seller {name:?} in these files"))?)
        }
    };
    let options = Options {
        from: arguments.from,
        to: arguments.to,
        seller,
        by: if arguments.by_month { Bucket::Month } else { Bucket::Week },
    };
    let document = Document::new(REGISTRY, &summaries, &context, &options);
    document.to_json().map(Some).map_err(|error| error.to_string())
}

fn mappings(arguments: &Arguments) -> Result<Vec<Mapping>, String> {
    let Some(path) = &arguments.mapping else { return Ok(Vec::new()) };
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
}

/// What became of a file that gave no facts, on standard error.
fn report(outcome: &Outcome) {
    match outcome {
        Outcome::Read { .. } => {}
        Outcome::Unknown { table } => {
            eprintln!("{}: no source recognises it; say what its columns are with --mapping", table.file);
        }
        Outcome::NotUsed { files, within } => eprintln!("{within}: not used: {}", files.join(", ")),
        Outcome::Refused { file, refusal } => {
            let args: Vec<String> =
                refusal.args.iter().map(|(name, value)| format!("{name} {value}")).collect();
            eprintln!("{file}: {} {}", refusal.code, args.join(", "));
        }
    }
}
