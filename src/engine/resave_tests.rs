//! A CRM's list opened in a spreadsheet and saved again: dates, numbers, separators and line ends change, and
//! the rows are the same rows.

use rstest::rstest;

use super::testing::{Desk, Memory, counts};
use crate::sources::{DateOrder, Mapping, Outcome, Question};
use crate::views::{ImportAsk, StagedView};

/// How a spreadsheet writes a table.
struct Saved {
    date: fn(&str) -> String,
    /// Thousands and decimal mark, decimals.
    number: (&'static str, &'static str, usize),
    separator: char,
    line_end: &'static str,
    blank_columns: usize,
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    Utf8,
    Utf8WithMark,
    Utf16,
}

/// Year, month and day of an ISO date.
fn parts(iso: &str) -> (u32, u32, u32) {
    let parts: Vec<u32> = iso.split('-').map(|part| part.parse().unwrap()).collect();
    (parts[0], parts[1], parts[2])
}

fn month_first(iso: &str) -> String {
    let (year, month, day) = parts(iso);
    format!("{month}/{day}/{year}")
}

fn month_first_short(iso: &str) -> String {
    let (year, month, day) = parts(iso);
    format!("{month}/{day}/{:02}", year % 100)
}

fn day_first(iso: &str) -> String {
    let (year, month, day) = parts(iso);
    format!("{day:02}/{month:02}/{year}")
}

fn with_dots(iso: &str) -> String {
    let (year, month, day) = parts(iso);
    format!("{day:02}.{month:02}.{year}")
}

fn with_month_name(iso: &str) -> String {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = parts(iso);
    format!("{day}-{}-{:02}", months[month as usize - 1], year % 100)
}

const AMERICAN: Saved = Saved {
    date: month_first,
    number: ("", ".", 0),
    separator: ',',
    line_end: "\r\n",
    blank_columns: 2,
    form: Form::Utf8WithMark,
};
const AMERICAN_WITH_THOUSANDS: Saved =
    Saved { number: (",", ".", 2), line_end: "\n", blank_columns: 0, form: Form::Utf8, ..AMERICAN };
const GERMAN: Saved = Saved {
    date: with_dots,
    number: (".", ",", 2),
    separator: ';',
    line_end: "\n",
    blank_columns: 3,
    form: Form::Utf8WithMark,
};
const GERMAN_WITHOUT_DECIMALS: Saved = Saved { number: (".", ",", 0), ..GERMAN };
const SWEDISH: Saved = Saved { date: str::to_owned, number: ("\u{a0}", ",", 2), blank_columns: 1, ..GERMAN };
const BRITISH: Saved = Saved { date: day_first, number: (",", ".", 2), ..AMERICAN };
const MACINTOSH: Saved = Saved { date: with_month_name, line_end: "\r", ..AMERICAN };
const UNICODE_TEXT: Saved = Saved { date: month_first_short, separator: '\t', form: Form::Utf16, ..AMERICAN };

fn number(text: &str, (thousands, decimal, decimals): (&str, &str, usize)) -> String {
    let digits: Vec<char> = text.chars().collect();
    let groups: Vec<String> = digits.rchunks(3).rev().map(|group| group.iter().collect()).collect();
    let mut written = groups.join(thousands);
    if decimals > 0 {
        written.push_str(decimal);
        written.push_str(&"0".repeat(decimals));
    }
    written
}

impl Saved {
    fn cell(&self, text: &str) -> String {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let is_date = text.len() == 10 && text.split('-').all(|part| part.parse::<u32>().is_ok());
        let written = match (is_number, is_date) {
            (true, _) => number(text, self.number),
            (_, true) => (self.date)(text),
            _ => text.to_owned(),
        };
        let wants_quotes = written.contains([self.separator, '"']);
        if wants_quotes { format!("\"{}\"", written.replace('"', "\"\"")) } else { written }
    }

    fn save(&self, original: &str) -> Vec<u8> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(original.as_bytes());
        let mut text = String::new();
        for record in reader.records() {
            let mut cells: Vec<String> = record.unwrap().iter().map(|cell| self.cell(cell)).collect();
            cells.resize(cells.len() + self.blank_columns, String::new());
            text.push_str(&cells.join(&self.separator.to_string()));
            text.push_str(self.line_end);
        }
        match self.form {
            Form::Utf8 => text.into_bytes(),
            Form::Utf8WithMark => [&b"\xef\xbb\xbf"[..], text.as_bytes()].concat(),
            Form::Utf16 => "\u{feff}"
                .chars()
                .chain(text.chars())
                .collect::<String>()
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
        }
    }
}

const ORIGINAL: &str = include_str!("../../tests/samples/resave/sales_pipeline.csv");

/// Imports a table by the columns that a person confirms; they are remembered.
fn import(desk: &mut Desk, name: &str, bytes: Vec<u8>, dates: Option<DateOrder>) -> StagedView {
    let view = desk.read_bytes(vec![(name, bytes)]);
    let Outcome::Unknown { table } = &view.files[0].outcome else { panic!("{view:?}") };
    let columns = [
        ("opportunity_id", "id"),
        ("sales_agent", "seller"),
        ("product", "name"),
        ("account", "company"),
        ("deal_stage", "status"),
        ("engage_date", "created"),
        ("close_date", "closed"),
        ("close_value", "amount"),
    ];
    let columns = columns.iter().map(|(column, field)| ((*column).to_owned(), (*field).to_owned())).collect();
    let mapping =
        Mapping { file: name.to_owned(), table: Some("deals".into()), columns, dates, ..Mapping::default() };
    let shape = table.shape.clone();
    let view = desk.ask_reader(ImportAsk::Map { mapping }, Memory::default());
    // The page remembers the mapping as the reader gives it back.
    let Outcome::Read { mapping: Some(mapping), .. } = &view.files[0].outcome else { panic!("{view:?}") };
    desk.confirm_and_remember(&view, vec![(shape, mapping.clone())]);
    view
}

fn questions(view: &StagedView) -> &[Question] {
    match &view.files[0].outcome {
        Outcome::Read { questions, .. } => questions,
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[case::american(&AMERICAN)]
#[case::american_with_thousands(&AMERICAN_WITH_THOUSANDS)]
#[case::german(&GERMAN)]
#[case::german_without_decimals(&GERMAN_WITHOUT_DECIMALS)]
#[case::swedish(&SWEDISH)]
#[case::british(&BRITISH)]
#[case::macintosh(&MACINTOSH)]
#[case::unicode_text(&UNICODE_TEXT)]
fn a_table_saved_again_by_a_spreadsheet_is_the_same_table(#[case] saved: &Saved) {
    let rows = u32::try_from(ORIGINAL.lines().count() - 1).unwrap();
    let mut desk = Desk::new();
    let first = import(&mut desk, "sales_pipeline.csv", ORIGINAL.as_bytes().to_vec(), None);
    assert_eq!(counts(&first, 0), [rows, 0, 0, 0]);
    let before = desk.figures();
    let again = desk.read_bytes(vec![("saved again.csv", saved.save(ORIGINAL))]);
    assert_eq!((counts(&again, 0), questions(&again)), ([0, 0, rows, 0], &[][..]));
    desk.confirm(&again);
    assert_eq!(desk.figures(), before);
}

/// Whatever the first file looked like and whatever was said of it, the second says itself how it is written.
#[rstest]
#[case::german_then_american(&GERMAN, Some(DateOrder::Dmy), &AMERICAN)]
#[case::american_then_german(&AMERICAN, Some(DateOrder::Mdy), &GERMAN)]
#[case::american_then_british(&AMERICAN, Some(DateOrder::Mdy), &BRITISH)]
#[case::british_then_american(&BRITISH, Some(DateOrder::Dmy), &AMERICAN)]
fn an_answer_is_not_forced_on_other_dates(
    #[case] first: &Saved,
    #[case] said: Option<DateOrder>,
    #[case] second: &Saved,
) {
    let mut desk = Desk::new();
    import(&mut desk, "one.csv", first.save(ORIGINAL), said);
    let again = desk.read_bytes(vec![("two.csv", second.save(ORIGINAL))]);
    assert_eq!((counts(&again, 0), questions(&again)), ([0, 0, 60, 0], &[][..]));
}

/// A table in which no date settles whether the day or the month stands first.
const OPEN: &str = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n\
    K-1,Maj Fennel,Reed Pro,Fernholt,Won,2026-03-04,2026-05-06,100\n\
    K-2,Maj Fennel,Reed Pro,Fernholt,Won,2026-01-02,2026-07-08,100\n";

#[test]
fn a_remembered_order_holds_for_dates_written_alike_and_is_offered_for_others() {
    let mut desk = Desk::new();
    import(&mut desk, "one.csv", BRITISH.save(OPEN), Some(DateOrder::Dmy));
    let alike = desk.read_bytes(vec![("two.csv", BRITISH.save(OPEN))]);
    assert_eq!((counts(&alike, 0), questions(&alike)), ([0, 0, 2, 0], &[][..]));
    let other = desk.read_bytes(vec![("three.csv", AMERICAN.save(OPEN))]);
    let Outcome::Read { mapping: Some(mapping), questions, .. } = &other.files[0].outcome else {
        panic!("{other:?}")
    };
    assert!(matches!(questions.as_slice(), [Question::DateOrder { .. }]), "{questions:?}");
    assert_eq!((mapping.dates, mapping.dates_as.as_deref()), (Some(DateOrder::Dmy), Some("/dd/yyyy")));
    let mapping =
        Mapping { file: "three.csv".into(), dates: Some(DateOrder::Mdy), dates_as: None, ..mapping.clone() };
    let answered = desk.ask_reader(ImportAsk::Map { mapping }, Memory::default());
    assert_eq!((counts(&answered, 0), self::questions(&answered)), ([0, 0, 2, 0], &[][..]));
}
