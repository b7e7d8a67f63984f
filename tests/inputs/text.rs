//! Delimited text and pasted cells: inputs 1 to 30.

use rapport::facts::TableId;
use rapport::sources::{Mapping, MappingDelimiter};
use rapport::workspace::Workspace;
use rstest::rstest;

use crate::{cells, connections, deals, fate, read_all};

const ROW: &str = "a,Steel,2026-01-02,2026-02-02,Won,10,EUR\n";

/// Ten thousand deals, the second of which opens a quote and never closes it.
fn open_quote() -> String {
    let mut rows = String::from("0,Steel,2026-01-02,,Open,1,EUR\n1,\"Bread,2026-01-02,,Open,1,EUR\n");
    for number in 2..10_000 {
        rows.push_str(&format!("{number},Salt,2026-01-02,,Open,1,EUR\n"));
    }
    deals(&rows)
}

fn wide(columns: usize) -> String {
    let names: Vec<String> = (0..columns).map(|column| format!("c{column}")).collect();
    let cells = vec!["1"; columns];
    format!("{}\n{}\n", names.join(","), cells.join(","))
}

fn many(rows: usize, columns: usize) -> String {
    let mut text = (0..columns).map(|column| format!("c{column}")).collect::<Vec<_>>().join(",") + "\n";
    let line = vec!["12345"; columns].join(",") + "\n";
    text.push_str(&line.repeat(rows));
    text
}

#[rstest]
#[case::n01_empty_file("a.csv", "", "refused: empty")]
#[case::n02_only_a_byte_order_mark("a.csv", "\u{feff}", "refused: empty")]
#[case::n02_only_a_wide_byte_order_mark("a.csv", b"\xff\xfe", "refused: empty")]
#[case::n03_only_line_breaks("a.csv", "\n\r\n\n\r", "refused: empty")]
#[case::n04_header_only("deals.csv", deals(""), "refused: no_rows")]
#[case::n05_unclosed_quote_in_row_2_of_10_000("deals.csv", open_quote(), "refused: unclosed_quote")]
#[case::n06_stray_quote_in_a_field("deals.csv", deals(&format!("b,1\"x,2026-01-02,,Open,2,EUR\n{ROW}")), "deals: 2 used; stray_quotes")]
#[case::n07_text_after_a_closing_quote("deals.csv", deals(&format!("b,\"St\"eel,2026-01-02,,Open,2,EUR\n{ROW}")), "deals: 2 used; stray_quotes")]
#[case::n08_quote_blank_delimiter("deals.csv", deals(&format!("b,\"Steel\" ,2026-01-02,,Open,2,EUR\n{ROW}")), "deals: 2 used; stray_quotes")]
#[case::n09_bare_returns("deals.csv", deals(&ROW.repeat(2)).replace('\n', "\r"), "deals: 2 used")]
#[case::n10_mixed_line_breaks("deals.csv", deals(&format!("{}\r\n{}\r{ROW}", ROW.trim_end(), ROW.trim_end())), "deals: 3 used")]
#[case::n11_rows_too_short_and_too_long("deals.csv", deals(&format!("b,Steel,2026-01-02\nc,Steel,2026-01-02,,Open,2,EUR,more\n{ROW}")), "deals: 3 used")]
#[case::n12_two_columns_of_one_name("deals.csv", deals(ROW).replace("name", "status"), "deals: 1 used")]
#[case::n13_names_of_a_prototype(
    "a.csv",
    "__proto__,constructor,,toString\n1,2,3,4\n5,6,7,8\n",
    "unknown: 2 rows, 4 columns"
)]
#[case::n13_a_name_of_ten_thousand_letters("a.csv", format!("{},b\n1,2\n3,4\n", "x".repeat(10_000)), "unknown: 2 rows, 2 columns")]
#[case::n14_no_header(
    "a.csv",
    "7,2026-01-02,won\n8,2026-01-03,lost\n9,2026-01-04,won\n",
    "unknown: 3 rows, 3 columns"
)]
#[case::n15_first_line_names_the_delimiter("deals.csv", format!("sep=;\n{}", deals(ROW).replace(',', ";")), "deals: 1 used")]
#[case::n18_pipes("deals.csv", deals(ROW).replace(',', "|"), "deals: 1 used")]
#[case::n18_ascii_separators("a.csv", "a\u{1f}b\u{1e}1\u{1f}2\u{1e}", "unknown: 0 rows, 1 columns")]
#[case::n19_a_delimiter_inside_quotes(
    "deals.csv",
    deals("b,\"Steel; iron; tin\",2026-01-02,,Open,2,EUR\nc,\"a;b;c\",2026-01-02,,Open,2,EUR\n"),
    "deals: 2 used"
)]
#[case::n20_one_column("a.csv", "Company\nNord\nSyd\n", "unknown: 2 rows, 1 columns")]
#[case::n21_as_many_columns_as_there_can_be("a.csv", wide(16_384), "unknown: 1 rows, 16384 columns")]
#[case::n21_one_column_more("a.csv", wide(16_385), "refused: too_many_columns")]
#[case::n22_no_line_break_anywhere("a.csv", "1234567,".repeat(3 << 20), "refused: too_many_columns")]
#[case::n22_no_delimiter_either("a.csv", "x".repeat(2 << 20), "refused: field_too_long")]
#[case::n23_a_huge_quoted_cell("deals.csv", deals(&format!("b,\"{}\",2026-01-02,,Open,2,EUR\n", "x".repeat(2 << 20))), "refused: field_too_long")]
#[case::n24_nuls_inside("deals.csv", deals(&ROW.replace("Steel", "St\0eel")), "deals: 1 used; nuls_dropped")]
#[case::n24_nuls_at_the_end("deals.csv", deals(ROW) + &"\0".repeat(512), "deals: 1 used")]
#[case::n25_control_z_at_the_end("deals.csv", deals(ROW) + "\u{1a}", "deals: 1 used")]
#[case::n26_many_rows_of_24_columns("a.csv", many(20_000, 24), "unknown: 20000 rows, 24 columns")]
#[case::n27_notes_before_the_header(
    "Connections.csv",
    connections(
        "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n"
    ),
    "connections: 1 used"
)]
#[case::n27_two_lines_of_notes(
    "Connections.csv",
    connections("Notes:\nSome addresses are missing.\n"),
    "connections: 1 used"
)]
#[case::n27_with_a_mark_and_returns("Connections.csv", format!("\u{feff}{}", connections("Notes:\nSome addresses are missing.\n\n").replace('\n', "\r\n")), "connections: 1 used")]
#[case::n27_without_notes("Connections.csv", connections(""), "connections: 1 used")]
#[case::n29_no_line_break_at_the_end("deals.csv", deals(ROW.trim_end()), "deals: 1 used")]
#[case::n30_comment_lines("deals.csv", format!("# exported today\n# by Kim\n{}", deals(ROW)), "deals: 1 used")]
fn text(#[case] name: &str, #[case] bytes: impl Into<Vec<u8>>, #[case] expected: &str) {
    assert_eq!(fate(name, bytes), expected);
}

/// Of amounts with points between thousands and a decimal comma.
#[test]
fn n16_semicolons_and_decimal_commas() {
    let text = "id;created;status;amount;currency\na;2026-01-02;Won;1.234,56;EUR\nb;2026-01-02;Won;7,5;EUR\n";
    let results = read_all(vec![("deals.csv", text.into())], &[]);
    assert_eq!(cells(&results, TableId::Deals, "amount"), "1234.5600 | 7.5000");
}

/// As a spreadsheet puts cells on the clipboard: tabs, and quotes around a cell of two lines.
#[test]
fn n17_pasted_cells_of_several_lines() {
    let text = "id\tname\tcreated\tstatus\na\t\"Steel\nNorth\"\t2026-01-02\tWon\nb\tSalt\t2026-01-03\tLost\n";
    let results = read_all(vec![("pasted", text.into())], &[]);
    assert_eq!(cells(&results, TableId::Deals, "name").replace("\r\n", "\n"), "Steel\nNorth | Salt");
}

/// What separators cannot tell, a person can.
#[test]
fn n18_a_delimiter_that_a_person_names() {
    let columns = [("1".to_owned(), "id".to_owned()), ("2".to_owned(), "status".to_owned())].into();
    let said = Mapping {
        file: "a.txt".into(),
        table: Some("deals".into()),
        header: Some(false),
        delimiter: Some(MappingDelimiter::Spaces),
        columns,
        ..Mapping::default()
    };
    let results = read_all(vec![("a.txt", b"  1   won\n 22   lost\n".to_vec())], &[said]);
    assert_eq!(cells(&results, TableId::Deals, "id"), "1 | 22");
}

/// The second time everything is there already.
#[test]
fn n28_the_same_file_twice() {
    let mut workspace = Workspace::new("twice");
    for _ in 0..2 {
        let results = read_all(
            vec![("deals.csv", deals(&format!("{ROW}b,Salt,2026-01-03,,Open,5,EUR\n")).into())],
            &[],
        );
        let files = results.into_iter().filter_map(|(_, facts)| facts).collect();
        workspace.import(files, "2026-11-21T10:00:00Z");
    }
    assert_eq!(workspace.facts().table(TableId::Deals).len(), 2);
}
