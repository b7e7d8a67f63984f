//! 31–36: what stands in cells.

use crate::said::{DEALS, drop, drop_with, read_cells};

fn created(dates: &[&str]) -> Vec<String> {
    let rows: String =
        dates.iter().enumerate().map(|(at, date)| format!("{},won,{date},,1,Ada\n", at + 1)).collect();
    read_cells("deals.csv", format!("{DEALS}{rows}"), "created")
}

fn said(dates: &[&str]) -> Vec<String> {
    let rows: String =
        dates.iter().enumerate().map(|(at, date)| format!("{},won,{date},,1,Ada\n", at + 1)).collect();
    drop("deals.csv", format!("{DEALS}{rows}"))
}

#[test]
fn n31_dates() {
    assert_eq!(created(&["03 Aug 2024", "\"Aug 3, 2024\""]), ["2024-08-03", "2024-08-03"]);
    assert_eq!(created(&["8/3/24", "8/31/24"]), ["2024-08-03", "2024-08-31"]);
    assert_eq!(
        said(&["8/3/24", "8/4/24"]),
        ["canonical.deals: 2 = 2 + 0 | created: 8/3/24 was read as: Day first."]
    );
    assert_eq!(created(&["3.8.24", "13.8.24"]), ["2024-08-03", "2024-08-13"]);
    assert_eq!(created(&["45507", "45508.25"]), ["2024-08-03", "2024-08-04 06:00:00"]);
    assert_eq!(
        said(&["29 Feb 2024", "29 Feb 2025", "0001-01-01", "9999-12-31", "2026-01-01"]),
        [
            "canonical.deals: 5 = 2 + 3; line 3, created: date not readable; line 4, created: date not readable; line 5, created: date not readable"
        ]
    );
    assert_eq!(
        created(&[
            "2026-03-29T02:30:00",
            "2026-03-29T02:30:00Z",
            "2026-03-29T02:30:00+02:00",
            "2026-03-29 01:59:59 CET"
        ]),
        ["2026-03-29 02:30:00", "2026-03-29 02:30:00Z", "2026-03-29 00:30:00Z", "2026-03-29 00:59:59Z"]
    );
}

fn amounts(amounts: &[&str]) -> Vec<String> {
    let rows: String = amounts
        .iter()
        .enumerate()
        .map(|(at, amount)| format!("{}\twon\t2026-01-01\t\t{amount}\tAda\n", at + 1))
        .collect();
    let text = format!("{}{rows}", DEALS.replace(',', "\t"));
    let (said, facts) = drop_with("deals.csv", text, &[]);
    let mut out =
        facts.first().map(|facts| crate::said::cells(facts, "id amount currency")).unwrap_or_default();
    out.extend(said);
    out
}

#[test]
fn n32_amounts() {
    assert_eq!(
        amounts(&[" -110.7 €", "(1,234)", "-0", "1,234.50"]),
        ["1 -110.70 EUR", "2 -1234.00 –", "3 0.00 –", "4 1234.50 –", "canonical.deals: 4 = 4 + 0"]
    );
    assert_eq!(
        amounts(&["1e309", "NaN", "inf", "12"]),
        [
            "4 12.00 –",
            "canonical.deals: 4 = 1 + 3; line 2, amount: number not readable; line 3, amount: number not readable; line 4, amount: number not readable"
        ]
    );
    assert_eq!(
        amounts(&["99999999999999999999999999", "7"]),
        ["2 7.00 –", "canonical.deals: 2 = 1 + 1; line 2, amount: number not readable"]
    );
    assert_eq!(
        read_cells(
            "deals.csv",
            format!(
                "{DEALS}12345678901234567890,won,2026-01-01,,1,Ada\n12345678901234567891,won,2026-01-01,,1,Ada\n00017,won,2026-01-01,,1,Ada\n"
            ),
            "id"
        ),
        ["12345678901234567890", "12345678901234567891", "00017"]
    );
}

#[test]
fn n33_percent() {
    let text = "id;created;status;score\n1;2026-01-01;new;12,5 %\n2;2026-01-02;new;80 %\n";
    assert_eq!(read_cells("leads.csv", text, "id score"), ["1 12.5", "2 80"]);
}

#[test]
fn n34_scripts_and_marks() {
    let names = ["محمد عبد الله", "👩‍👩‍👧‍👦 Family", "Zoe\u{308}", "Zo\u{eb}", "\u{202e}evil"];
    let rows: String =
        names.iter().enumerate().map(|(at, name)| format!("{},won,2026-01-01,,1,{name}\n", at + 1)).collect();
    assert_eq!(
        read_cells("deals.csv", format!("{DEALS}{rows}"), "seller"),
        ["محمد عبد الله", "👩‍👩‍👧‍👦 Family", "Zoe\u{308}", "Zoë", "\u{202e}evil"]
    );
    let mut wide: Vec<u8> = vec![0xff, 0xfe];
    let text = format!("{DEALS}1,won,2026-01-01,,1,Ada");
    wide.extend(text.encode_utf16().chain([0xd800]).chain("x\n".encode_utf16()).flat_map(u16::to_le_bytes));
    assert_eq!(
        drop("deals.csv", wide),
        ["canonical.deals: 1 = 1 + 0 | Places with letters that cannot be read: 1, the first in line 2."]
    );
}

#[test]
fn n36_formulas_are_text() {
    let cells = ["=cmd|'/c calc'!A1", "@SUM(1+1)", "\"\t=1\"", "＝1+1", "+46701234567", "-2+3"];
    let rows: String =
        cells.iter().enumerate().map(|(at, cell)| format!("{},won,2026-01-01,,1,{cell}\n", at + 1)).collect();
    assert_eq!(
        read_cells("deals.csv", format!("{DEALS}{rows}"), "id seller"),
        ["1 =cmd|'/c calc'!A1", "2 @SUM(1+1)", "3 =1", "4 ＝1+1", "5 +46701234567", "6 -2+3"]
    );
}
