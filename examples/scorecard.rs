//! Headless run: the scorecard of the given files as one JSON document on standard output.
//!
//! `cargo run --release --example scorecard -- [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--seller NAME]
//! [--by week|month] [--persona "word, word"] [--currency EUR] [--today YYYY-MM-DD] [--mapping MAP.json] FILE…`
//!
//! Messages go to standard error. Exit status: 0, or 1 when no file gave a fact, or 2 for a command line that
//! cannot be understood.

use std::fmt;
use std::io::Write;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use rapport::export::headless::{Document, Options};
use rapport::facts::{Bucket, Day, FileFacts, FileSummary, Sym, Zone, fold_name};
use rapport::intake::Upload;
use rapport::metrics::{Context, Definitions, Persona, REGISTRY};
use rapport::sources::{Mapping, Outcome, Question, ReadOptions, Refusal, read};
use rapport::workspace::Workspace;

const USAGE: &str = "usage: scorecard [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--seller NAME] [--by week|month] \
                     [--persona \"word, word\"] [--currency EUR] [--today YYYY-MM-DD] [--mapping MAP.json] FILE…";

/// The command line.
#[derive(Default)]
struct Arguments {
    from: Option<Day>,
    to: Option<Day>,
    seller: Option<String>,
    by: Option<Bucket>,
    persona: Option<Persona>,
    currency: Option<String>,
    today: Option<Day>,
    mapping: Option<String>,
    files: Vec<String>,
}

/// Why there is no document.
enum Failure {
    /// The command line cannot be understood.
    Usage(String),
    /// A file cannot be read, or none gave a fact.
    NoFacts(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(what) => write!(formatter, "{what}\n{USAGE}"),
            Failure::NoFacts(what) => formatter.write_str(what),
        }
    }
}

fn main() -> ExitCode {
    let printed = arguments(std::env::args().skip(1)).and_then(|arguments| run(&arguments));
    match printed.and_then(|json| print(&json)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(if matches!(failure, Failure::Usage(_)) { 2 } else { 1 })
        }
    }
}

fn print(json: &str) -> Result<(), Failure> {
    let written = std::io::stdout().write_all(json.as_bytes());
    written.map_err(|error| Failure::NoFacts(format!("standard output: {error}")))
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Arguments, Failure> {
    let mut arguments = Arguments::default();
    let mut only_files = false;
    while let Some(word) = words.next() {
        if only_files || !word.starts_with("--") {
            arguments.files.push(word);
            continue;
        }
        if word == "--" {
            only_files = true;
            continue;
        }
        let (flag, given) = match word.split_once('=') {
            Some((flag, value)) => (flag.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        let mut value = || {
            given
                .clone()
                .or_else(|| words.next())
                .ok_or_else(|| Failure::Usage(format!("{flag} needs a value")))
        };
        match flag.as_str() {
            "--from" => arguments.from = Some(day(&flag, &value()?)?),
            "--to" => arguments.to = Some(day(&flag, &value()?)?),
            "--today" => arguments.today = Some(day(&flag, &value()?)?),
            "--seller" => arguments.seller = Some(value()?),
            "--by" => arguments.by = Some(bucket(&value()?)?),
            "--persona" => arguments.persona = Some(persona(&value()?)),
            "--currency" => arguments.currency = Some(value()?.trim().to_uppercase()),
            "--mapping" => arguments.mapping = Some(value()?),
            _ => return Err(Failure::Usage(format!("{flag} is not known"))),
        }
    }
    if arguments.files.is_empty() {
        return Err(Failure::Usage("no file is given".to_owned()));
    }
    if let (Some(from), Some(to)) = (arguments.from, arguments.to)
        && from > to
    {
        return Err(Failure::Usage(format!(
            "the period ends ({}) before it begins ({})",
            to.iso(),
            from.iso()
        )));
    }
    Ok(arguments)
}

fn day(flag: &str, text: &str) -> Result<Day, Failure> {
    Day::parse_iso(text).ok_or_else(|| Failure::Usage(format!("{flag}: {text:?} is no date like 2026-01-31")))
}

fn bucket(text: &str) -> Result<Bucket, Failure> {
    match text {
        "week" => Ok(Bucket::Week),
        "month" => Ok(Bucket::Month),
        _ => Err(Failure::Usage(format!("--by: {text:?} is neither week nor month"))),
    }
}

/// Words or phrases of the title, any of which will do.
fn persona(text: &str) -> Persona {
    let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
    Persona { name: text.to_owned(), title_words: words.map(str::to_owned).collect(), ..Persona::default() }
}

fn run(arguments: &Arguments) -> Result<String, Failure> {
    let mappings = mappings(arguments.mapping.as_deref())?;
    let (workspace, imports) = import(arguments, &mappings)?;
    if imports.iter().all(|summary| summary.facts.iter().all(|(_, rows)| *rows == 0)) {
        return Err(Failure::NoFacts("no file gave a fact".to_owned()));
    }
    let facts = workspace.facts();
    let definitions = Definitions {
        currency: arguments.currency.clone().unwrap_or_default(),
        ..workspace.definitions.clone()
    };
    let zone = Zone::utc();
    let context = Context::new(&facts, &definitions, arguments.persona.as_ref(), &zone, arguments.today);
    let options = Options {
        from: arguments.from,
        to: arguments.to,
        seller: arguments.seller.as_deref().map(|name| seller(&context, name)).transpose()?,
        by: arguments.by.unwrap_or(Bucket::Week),
    };
    let document = Document::new(REGISTRY, &imports, &context, &options);
    document.to_json().map_err(|error| Failure::NoFacts(error.to_string()))
}

fn mappings(path: Option<&str>) -> Result<Vec<Mapping>, Failure> {
    let Some(path) = path else { return Ok(Vec::new()) };
    let text = std::fs::read_to_string(path).map_err(|error| Failure::NoFacts(format!("{path}: {error}")))?;
    serde_json::from_str(&text).map_err(|error| Failure::NoFacts(format!("{path}: {error}")))
}

/// Reads the files through the same code as the page, into one workspace, as one import.
fn import(arguments: &Arguments, mappings: &[Mapping]) -> Result<(Workspace, Vec<FileSummary>), Failure> {
    let mut uploads = Vec::with_capacity(arguments.files.len());
    for path in &arguments.files {
        let bytes = std::fs::read(path).map_err(|error| Failure::NoFacts(format!("{path}: {error}")))?;
        let name =
            std::path::Path::new(path).file_name().map_or(path.as_str().into(), |n| n.to_string_lossy());
        uploads.push(Upload { name: name.into_owned(), bytes });
    }
    let options = ReadOptions { today: arguments.today.unwrap_or_else(system_day), seller: None };
    let mut files: Vec<FileFacts> = Vec::new();
    for (outcome, facts) in read(uploads, mappings, &options, &mut |_| {}) {
        tell(&outcome);
        files.extend(facts);
    }
    let imports = files.iter().map(|file| file.summary.clone()).collect();
    let mut workspace = Workspace::new("headless");
    workspace.import(files, "");
    Ok((workspace, imports))
}

/// The day by the machine's clock, for what is pasted without a date.
fn system_day() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day(i32::try_from(seconds / 86_400).unwrap_or(0))
}

/// What became of a file, on standard error.
fn tell(outcome: &Outcome) {
    match outcome {
        Outcome::Read { summary, questions, .. } => {
            eprintln!(
                "{}: {} of {} rows used as {}",
                summary.file,
                summary.facts.iter().map(|(_, rows)| rows).sum::<u32>(),
                summary.rows,
                summary.source
            );
            questions.iter().for_each(|question| ask(&summary.file, question));
        }
        Outcome::Unknown { table } => {
            let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
            eprintln!(
                "{}: not recognised; say in --mapping what its columns are: {}",
                table.file,
                columns.join(", ")
            );
            table.questions.iter().for_each(|question| ask(&table.file, question));
        }
        Outcome::NotUsed { files, within } => {
            eprintln!("{within}: {} members that no metric needs", files.len());
        }
        Outcome::Refused { file, refusal } => eprintln!("{file}: {}", reason(refusal)),
    }
}

fn ask(file: &str, question: &Question) {
    match question {
        Question::DateOrder { column, example, .. } => eprintln!(
            "{file}: is {example:?} in column {column:?} day or month first? Say \"dates\" in --mapping"
        ),
        Question::Owner { .. } => {
            eprintln!("{file}: whose export is it? Say \"constants\": {{\"seller\": …}} in --mapping");
        }
    }
}

fn reason(refusal: &Refusal) -> String {
    let args: Vec<String> = refusal.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
    if args.is_empty() { refusal.code.clone() } else { format!("{} ({})", refusal.code, args.join(", ")) }
}

/// The seller of a name, however it is written.
fn seller(context: &Context<'_>, name: &str) -> Result<Sym, Failure> {
    let sellers = context.coverage.sellers(context.facts);
    let exact = sellers.iter().find(|seller| context.text(**seller) == name);
    let folded = fold_name(name);
    let alike = || sellers.iter().find(|seller| fold_name(context.text(**seller)) == folded);
    exact.or_else(alike).copied().ok_or_else(|| {
        let known: Vec<&str> = sellers.iter().map(|seller| context.text(*seller)).collect();
        Failure::Usage(format!("--seller: {name:?} is none of: {}", known.join(", ")))
    })
}
