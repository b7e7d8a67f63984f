//! The rows of a file that were left out, as CSV: to be mended and brought again.

use crate::facts::FileSummary;

/// Line, reason, column and the cells as they stood. Cells that a spreadsheet would take for a formula get
/// an apostrophe in front.
pub fn left_out_csv(summary: &FileSummary) -> String {
    let mut text = String::from("\u{feff}line,reason,column,cells\r\n");
    for row in &summary.left_out_rows {
        let mut cells =
            vec![row.line.to_string(), row.reason.id().to_owned(), row.column.clone().unwrap_or_default()];
        cells.extend(row.cells.iter().cloned());
        let line: Vec<String> = cells.iter().map(|cell| quote(&defuse(cell))).collect();
        text.push_str(&line.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell that begins as a formula does is made plain text (OWASP, "CSV injection"); numbers stay numbers.
pub fn defuse(cell: &str) -> String {
    let begins_formula =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']);
    if begins_formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

fn quote(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with('\'') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{LeftOutRow, Reason};
    use rstest::rstest;

    #[rstest]
    #[case("=1+2\";=1+2", "'=1+2\";=1+2")]
    #[case("-5", "-5")]
    #[case("@SUM(A1)", "'@SUM(A1)")]
    #[case("Ada", "Ada")]
    fn formulas_are_defused(#[case] cell: &str, #[case] expected: &str) {
        assert_eq!(defuse(cell), expected);
    }

    #[test]
    fn rows_are_written_with_their_lines() {
        let mut summary = FileSummary::default();
        let cells = vec!["a,b".to_owned(), "=x".to_owned()];
        summary.leave_out(LeftOutRow {
            line: 7,
            reason: Reason::BadDate,
            column: Some("Closed".into()),
            cells,
        });
        let text = left_out_csv(&summary);
        assert!(text.ends_with("7,date not readable,Closed,\"a,b\",\"'=x\"\r\n"), "{text}");
    }
}
