//! Values in cells: inputs 31 to 36.

use rapport::export::left_out_csv;
use rapport::facts::TableId;
use rapport::sources::{DateOrder, Mapping, Outcome};
use rstest::rstest;

use crate::{cells, deals, fate, line, read_all};

/// The creation dates of a list of deals, read in an order that a person named where one is given.
fn dates(cells_written: &[&str], order: Option<DateOrder>) -> String {
    let rows: Vec<String> = cells_written
        .iter()
        .enumerate()
        .map(|(at, cell)| format!("d{at},x,\"{cell}\",,Open,1,EUR\n"))
        .collect();
    let said = Mapping { file: "deals.csv".into(), dates: order, ..Mapping::default() };
    let results = read_all(vec![("deals.csv", deals(&rows.concat()).into())], &[said]);
    cells(&results, TableId::Deals, "created")
}

#[rstest]
#[case::n31_day_month_by_name(&["03 Aug 2024", "29 Feb 2024"], None, "2024-08-03 | 2024-02-29")]
#[case::n31_month_first(&["8/3/24", "12/31/24"], Some(DateOrder::Mdy), "2024-08-03 | 2024-12-31")]
#[case::n31_day_first(&["3.8.24", "31.12.24"], Some(DateOrder::Dmy), "2024-08-03 | 2024-12-31")]
#[case::n31_told_by_one_cell(&["3.8.24", "31.12.24"], None, "2024-08-03 | 2024-12-31")]
#[case::n31_days_of_a_spreadsheet(&["45507", "45351"], None, "2024-08-03 | 2024-02-29")]
#[case::n31_no_such_day(&["2025-02-29", "2025-03-01"], None, "– | 2025-03-01")]
#[case::n31_years_out_of_reach(&["0001-01-01", "9999-12-31", "2025-03-01"], None, "– | – | 2025-03-01")]
#[case::n31_zones(&["2026-03-01T23:30:00-05:00", "2026-03-02T01:00:00+02:00"], None, "2026-03-02 04:30:00Z | 2026-03-01 23:00:00Z")]
#[case::n31_a_clock_that_was_left_out(&["2026-03-29 02:30", "2026-03-29 03:30"], None, "2026-03-29 02:30:00 | 2026-03-29 03:30:00")]
fn dates_are_read_or_missing(
    #[case] written: &[&str],
    #[case] order: Option<DateOrder>,
    #[case] expected: &str,
) {
    assert_eq!(dates(written, order), expected);
}

/// The amounts of a list of deals.
fn amounts(written: &[&str]) -> String {
    let rows: Vec<String> = (written.iter().enumerate())
        .map(|(at, cell)| format!("d{at},x,2026-01-02,,Open,\"{cell}\",\n"))
        .collect();
    let results = read_all(vec![("deals.csv", deals(&rows.concat()).into())], &[]);
    cells(&results, TableId::Deals, "amount")
}

#[rstest]
#[case::n32_a_sign_and_a_currency(&[" -110.7 €", "12.5 €"], "-110.7000 | 12.5000")]
#[case::n32_brackets_for_less_than_nothing(&["(1,234)", "2,000"], "-1234.0000 | 2000.0000")]
#[case::n32_beyond_any_sum(&["1e309", "5"], "– | 5.0000")]
#[case::n32_no_number(&["NaN", "inf", "7"], "– | – | 7.0000")]
#[case::n32_minus_nothing(&["-0", "1"], "0.0000 | 1.0000")]
fn amounts_are_read_or_missing(#[case] written: &[&str], #[case] expected: &str) {
    assert_eq!(amounts(written), expected);
}

#[test]
fn n32_long_numbers_stay_what_they_are() {
    let row = "12345678901234567890,x,2026-01-02,,Open,1,EUR\n00012,x,2026-01-02,,Open,1,EUR\n";
    let results = read_all(vec![("deals.csv", deals(row).into())], &[]);
    assert_eq!(cells(&results, TableId::Deals, "id"), "12345678901234567890 | 00012");
}

#[test]
fn n33_percent_with_a_decimal_comma() {
    let text = "url;sessions;bounce_rate\nhttps://a.example;100;12,5 %\nhttps://b.example;100;40 %\n";
    let results = read_all(vec![("pages.csv", text.into())], &[]);
    assert_eq!(cells(&results, TableId::Pages, "bounce_rate"), "0.125 | 0.4");
}

/// Names from right to left, with joined emoji, and letters made of two characters come through as they are.
#[test]
fn n34_letters_of_all_kinds() {
    let names = ["محمد", "\u{202e}evil", "👩\u{200d}👩\u{200d}👧", "A\u{30a}sa", "\u{fffd}"];
    let rows: Vec<String> =
        names.iter().enumerate().map(|(at, name)| format!("d{at},{name},2026-01-02,,Open,1,EUR\n")).collect();
    let results = read_all(vec![("deals.csv", deals(&rows.concat()).into())], &[]);
    assert_eq!(cells(&results, TableId::Deals, "name"), names.join(" | "));
}

/// A few of the strings that break programs; all 485 of a public list are tried in `corpora`.
#[test]
fn n35_strings_that_break_programs() {
    let names = [
        "undefined",
        "null",
        "NULL",
        "true",
        "../../etc",
        "<script>alert(1)</script>",
        "'; DROP TABLE",
        "1/0",
        "%s%n",
        "${7*7}",
        "\u{202e}abc",
        "ﷺ",
    ];
    let rows: Vec<String> =
        names.iter().enumerate().map(|(at, name)| format!("d{at},{name},2026-01-02,,Open,1,EUR\n")).collect();
    let results = read_all(vec![("deals.csv", deals(&rows.concat()).into())], &[]);
    assert_eq!(results[0].1.as_ref().map(|facts| facts.facts.table(TableId::Deals).len()), Some(names.len()));
    let kept = cells(&results, TableId::Deals, "name");
    for name in names.iter().filter(|name| name.len() > 4 && !name.eq_ignore_ascii_case("null")) {
        assert!(kept.contains(name), "{name} in {kept}");
    }
}

/// Read as text, and written so that no spreadsheet runs it.
#[rstest]
#[case::n36_a_command("=cmd|'/c calc'!A1")]
#[case::n36_a_function("@SUM(1)")]
#[case::n36_behind_a_tab("\t=1")]
#[case::n36_full_width("＝1+1")]
fn formulas_are_text(#[case] formula: &str) {
    let row = format!("d1,\"{formula}\",not a day,,Open,1,EUR\nd2,x,2026-01-02,,Open,1,EUR\n");
    let read = deals(&row);
    let results = read_all(vec![("deals.csv", read.clone().into())], &[]);
    let kept = cells(&results, TableId::Deals, "name");
    assert!(kept.contains(formula.trim()), "{kept}");
    // Left-out rows are given back as a file: there, too, it is text.
    let text =
        deals("d1,x,2026-01-02,,,1,EUR\n").replace("d1", formula).replace(",x,", &format!(",\"{formula}\","));
    let results = read_all(vec![("deals.csv", format!("{text}d2,x,2026-01-02,,Won,1,EUR\n").into())], &[]);
    let (Outcome::Read { summary, .. }, _) = &results[0] else { panic!("{}", line(&results[0].0)) };
    let written = left_out_csv(summary);
    let is_run = |cell: &str| cell.trim_matches('"').starts_with(['=', '@', '+', '-', '\t', '＝']);
    assert!(!written.lines().flat_map(|line| line.split(',')).any(is_run), "{written}");
    assert!(fate("deals.csv", read).starts_with("deals: 2 used"));
}
