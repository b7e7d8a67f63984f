use super::*;
use crate::intake::table::Cell;
use proptest::prelude::*;
use rstest::rstest;

type Read = (Vec<(u64, Vec<String>)>, Tally);

fn read_with(text: &str, dialect: Dialect) -> Result<Read, Cause> {
    let mut rows = TextRows::new("t.csv", text, 1, dialect);
    let mut record = Record::default();
    let mut out = Vec::new();
    while rows.read(&mut record).map_err(|error| error.cause)? {
        let cells = (0..record.width()).map(|column| match record.cell(column) {
            Cell::Text(text) => text.to_owned(),
            _ => String::new(),
        });
        out.push((record.line(), cells.collect()));
    }
    Ok((out, rows.tally()))
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let (rows, _) = read_with(text, Dialect::default()).unwrap();
    rows.into_iter().map(|(_, cells)| cells).collect()
}

#[rstest]
#[case::plain("a,b\n1,2\n", vec![vec!["a", "b"], vec!["1", "2"]])]
#[case::no_last_line_break("a,b\n1,2", vec![vec!["a", "b"], vec!["1", "2"]])]
#[case::empty_last_field("a,\n", vec![vec!["a", ""]])]
#[case::empty_last_field_at_end("a,", vec![vec!["a", ""]])]
#[case::bare_returns("a,b\r1,2\r", vec![vec!["a", "b"], vec!["1", "2"]])]
#[case::mixed_line_breaks("a\r\nb\rc\nd", vec![vec!["a"], vec!["b"], vec!["c"], vec!["d"]])]
#[case::quoted("\"a,b\",\"c\"\"d\"\n", vec![vec!["a,b", "c\"d"]])]
#[case::quoted_line_break("\"a\r\nb\",c\n", vec![vec!["a\r\nb", "c"]])]
#[case::stray_quote("1\"x,2\n3,4\n", vec![vec!["1\"x", "2"], vec!["3", "4"]])]
#[case::text_after_quote("\"a\"b,c\n", vec![vec!["ab", "c"]])]
#[case::quote_space_delimiter("\"a\" ,b\n", vec![vec!["a ", "b"]])]
#[case::ragged("a,b,c\n1\n1,2,3,4\n", vec![vec!["a", "b", "c"], vec!["1"], vec!["1", "2", "3", "4"]])]
#[case::blank_rows("a\n\n\n,,\n \nb\n", vec![vec!["a"], vec!["b"]])]
#[case::odd_headers("__proto__,,constructor\n1,2,3\n", vec![vec!["__proto__", "", "constructor"], vec!["1", "2", "3"]])]
fn reads(#[case] text: &str, #[case] expected: Vec<Vec<&str>>) {
    assert_eq!(cells(text), expected);
}

#[test]
fn lines_are_those_an_editor_shows() {
    let (rows, tally) = read_with("h\n\n\"a\nb\"\r\nc\rd\n", Dialect::default()).unwrap();
    let lines: Vec<u64> = rows.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [1, 3, 5, 6]);
    assert_eq!((tally.rows_seen, tally.blank_rows), (5, 1));
}

#[test]
fn an_open_quote_names_its_row_instead_of_eating_the_file() {
    let mut text = String::from("name,amount\n1,\"x\n");
    for row in 3..=10_000 {
        text.push_str(&format!("row {row},{row}\n"));
    }
    let got = read_with(&text, Dialect::default());
    assert_eq!(got, Err(Cause::UnclosedQuote { line: 2, column: 2 }));
}

#[test]
fn an_open_quote_in_a_huge_file_is_named_too() {
    let text = format!("a\n\"{}", "filler line of text\n".repeat(100_000));
    assert_eq!(read_with(&text, Dialect::default()), Err(Cause::UnclosedQuote { line: 2, column: 1 }));
}

#[test]
fn stray_quotes_are_counted_with_a_place() {
    let (_, tally) = read_with("a,b\n\"x\"y,1\n\"z\"q,2\n", Dialect::default()).unwrap();
    assert_eq!((tally.stray_quotes, tally.first_stray_quote_line), (2, Some(2)));
}

#[test]
fn sizes_are_capped() {
    let wide = ",".repeat(16_384);
    assert_eq!(read_with(&wide, Dialect::default()), Err(Cause::TooManyColumns { line: 1, limit: 16_384 }));
    assert_eq!(cells(&format!("x{}", ",".repeat(16_383)))[0].len(), 16_384);
    let long = "x".repeat(8 << 20);
    let too_long = Cause::FieldTooLong { line: 1, column: 1, limit_bytes: 1 << 20 };
    assert_eq!(read_with(&long, Dialect::default()), Err(too_long.clone()));
    assert_eq!(read_with(&format!("\"{long}\""), Dialect::default()), Err(too_long));
    let row = format!("{},", "x".repeat(1 << 20)).repeat(17);
    assert_eq!(
        read_with(&row, Dialect::default()),
        Err(Cause::RowTooLong { line: 1, limit_bytes: 16 << 20 })
    );
}

#[test]
fn the_stream_ends_after_an_error() {
    let mut rows = TextRows::new("t.csv", "\"x\ny\n", 1, Dialect::default());
    let mut record = Record::default();
    assert!(rows.read(&mut record).is_err());
    assert_eq!(rows.read(&mut record), Ok(false));
}

#[test]
fn spaces_divide_when_asked() {
    let dialect = Dialect { delimiter: Delimiter::Spaces, ..Dialect::default() };
    let (rows, _) = read_with("Name Day   Deals  \n  \"Ada Byron\" 19970101  3\n", dialect).unwrap();
    assert_eq!(rows[0].1, ["Name", "Day", "Deals"]);
    assert_eq!(rows[1], (2, vec!["Ada Byron".into(), "19970101".into(), "3".into()]));
}

const STAMPED: Dialect = Dialect {
    blanks_before_quotes: false,
    delimiter: Delimiter::Comma,
    quotes: true,
    backslash_quotes: true,
    record_start: RecordStart::LinesBeginningWithTimestamp,
};

#[test]
fn comments_with_backslashed_quotes_stay_whole() {
    let text = concat!(
        "Date,Link,Message\r\n",
        "2026-03-01 10:00:00,https://e.test/1,\"She said \\\"yes\\\", then\nleft \\\"early\\\"\"\r\n",
        ",https://e.test/2,no date\r\n",
        "2026-03-02 10:00:00,https://e.test/3,\"kept in C:\\temp\\\"\r\n",
        "2026-03-03 10:00:00,https://e.test/4,plain\r\nsecond line\r\n",
        "2026-03-04 10:00:00,https://e.test/5,\"left open\r\n",
        "2026-03-05 10:00:00,https://e.test/6,last\r\n",
    );
    let (rows, tally) = read_with(text, STAMPED).unwrap();
    let messages: Vec<&str> = rows.iter().map(|(_, cells)| cells[2].as_str()).collect();
    assert_eq!(
        messages,
        [
            "Message",
            "She said \"yes\", then\nleft \"early\"",
            "no date",
            "kept in C:\\temp\\",
            "plain\r\nsecond line",
            "left open",
            "last",
        ]
    );
    assert_eq!(tally.stray_quotes, 1);
}

#[test]
fn posts_wrapped_line_by_line_stay_one_record() {
    let text = concat!(
        "Date,ShareLink,ShareCommentary,Visibility\r\n",
        "2026-03-01 10:00:00,https://e.test/1,\"one.\"\"\r\n\"\"\"\"\r\n\"\"two, \"\"three\"\"\",PUBLIC\r\n",
        "2026-03-02 10:00:00,https://e.test/2,,PUBLIC\r\n",
    );
    for dialect in [Dialect::default(), STAMPED] {
        let (rows, _) = read_with(text, dialect).unwrap();
        assert_eq!(rows[1].1[2], "one.\"\r\n\"\"\r\n\"two, \"three\"");
        assert_eq!((rows.len(), rows[1].1[3].as_str(), rows[2].1[3].as_str()), (3, "PUBLIC", "PUBLIC"));
    }
}

/// What the `csv` crate makes of the text, blank rows left out as ours does.
fn by_csv_crate(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    rows.filter(|row| row.iter().any(|cell| !cell.chars().all(crate::intake::table::is_space))).collect()
}

proptest! {
    #[test]
    fn agrees_with_the_csv_crate(text in "[ab,\"\r\n é]{0,60}") {
        match read_with(&text, Dialect::default()) {
            Ok((rows, _)) => {
                let ours: Vec<Vec<String>> = rows.into_iter().map(|(_, cells)| cells).collect();
                prop_assert_eq!(ours, by_csv_crate(&text));
            }
            Err(cause) => {
                let open = matches!(cause, Cause::UnclosedQuote { .. });
                prop_assert!(open, "{}", cause);
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back(
        table in prop::collection::vec(prop::collection::vec("[a-z,;\"\r\n\t é漢]{0,12}", 1..6), 1..20)
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let written: Vec<_> = table
            .into_iter()
            .filter(|row| row.iter().any(|cell| !cell.chars().all(crate::intake::table::is_space)))
            .collect();
        prop_assert_eq!(cells(&text), written);
    }

    #[test]
    fn any_text_in_any_dialect_ends(text in "[0-9:, \\\\\"\r\nhtps/;-]{0,80}", stamped: bool, spaces: bool) {
        let delimiter = if spaces { Delimiter::Spaces } else { Delimiter::Comma };
        let dialect = if stamped { Dialect { delimiter, ..STAMPED } } else { Dialect { delimiter, ..Dialect::default() } };
        if let Ok((_, tally)) = read_with(&text, dialect) {
            prop_assert!(tally.blank_rows <= tally.rows_seen);
        }
    }
}
