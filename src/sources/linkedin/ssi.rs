//! One reading of the Social Selling Index as facts, whichever way it was brought.

use super::{SSI_JSON, SSI_PAGE, ssi_json, ssi_page};
use crate::facts::{Day, FileFacts, MISSING, Moment, TableId, number_to_cell};
use crate::intake::{Upload, decode};
use crate::sources::declaration::Source;
use crate::sources::reader::start;

/// The figures of one reading. Pillars are 0–25 each, ranks "top x %".
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// 0–100.
    pub total: f64,
    /// Pillar: professional brand.
    pub brand: Option<f64>,
    /// Pillar: right people.
    pub people: Option<f64>,
    /// Pillar: engage with insights.
    pub insights: Option<f64>,
    /// Pillar: relationships.
    pub relationships: Option<f64>,
    /// Top x % of the industry.
    pub industry_rank: Option<f64>,
    /// Top x % of the network.
    pub network_rank: Option<f64>,
    /// The day that the text states.
    pub day: Option<Day>,
}

/// Longest text that is looked at: the page has about 800 characters, with a browser's menus around it
/// a few thousand.
const LONGEST_BYTES: usize = 64 << 10;

/// Whether a text is a delimited table, perhaps below a preamble: in a list of numbers four may well add up
/// to a fifth. The lines of the page hold a sentence at most.
fn is_table(text: &str) -> bool {
    let (mut lines, mut parted) = (0_usize, 0_usize);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        lines += 1;
        parted += usize::from([',', ';', '\t', '|'].into_iter().any(|mark| line.matches(mark).count() >= 2));
    }
    parted * 3 > lines
}

/// Reads a pasted page or the interface's JSON; `None` for anything else.
pub(in crate::sources) fn ssi_reading(upload: &Upload, today: Day) -> Option<(&'static Source, FileFacts)> {
    if upload.bytes.len() > LONGEST_BYTES || upload.bytes.starts_with(b"PK") {
        return None;
    }
    let (text, _, _) = decode(upload.bytes.clone(), None);
    let (source, reading) = either(&text)?;
    let mut out = start(source, &upload.name);
    out.summary.rows = 1;
    let cell = |value: Option<f64>| value.map_or(MISSING, number_to_cell);
    let row = [
        MISSING,
        Moment::date(reading.day.unwrap_or(today)).raw(),
        number_to_cell(reading.total),
        cell(reading.brand),
        cell(reading.people),
        cell(reading.insights),
        cell(reading.relationships),
        cell(reading.industry_rank),
        cell(reading.network_rank),
    ];
    out.facts.table_mut(TableId::Ssi).push(&row, 0, 1);
    Some((source, out))
}

fn either(text: &str) -> Option<(&'static Source, Reading)> {
    match ssi_json::parse(text) {
        Some(reading) => Some((&SSI_JSON, reading)),
        None if is_table(text) => None,
        None => Some((&SSI_PAGE, ssi_page::parse(text)?)),
    }
}

/// The reading of the page's text, or of the interface's JSON; `None` for any other text.
pub fn ssi_of_text(text: &str) -> Option<Reading> {
    either(text.get(..LONGEST_BYTES).unwrap_or(text)).map(|(_, reading)| reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_whose_numbers_happen_to_fit_is_no_reading() {
        let csv = include_str!("../../../tests/samples/exports/pipedrive.deals/deals-4711-1.csv");
        assert!(ssi_page::parse(csv).is_some(), "the numbers alone would pass for a page");
        let upload = Upload { name: "list.csv".into(), bytes: csv.as_bytes().to_vec() };
        assert!(ssi_reading(&upload, Day::from_ymd(2026, 3, 2).unwrap()).is_none());
    }
}
