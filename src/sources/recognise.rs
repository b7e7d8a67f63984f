//! Which declared source a table is: by the columns that it must have or by its shape, never by its name alone.

use super::declaration::{ALL, Form, Layout, Quoting, Source};
use super::web::trends_by_shape;
use crate::intake::{
    Delimiter, Dialect, Header, Record, RecordStart, Rows, Sample, Text, header, limits, normalise,
};

/// A recognised table.
pub struct Recognised {
    /// What it is.
    pub source: &'static Source,
    /// Its header.
    pub header: Header,
}

/// Recognises delimited text among the declared sources, or as one expected source. Sets the dialect
/// that reads it.
pub fn recognise(text: &mut Text, expected: Option<&'static Source>) -> Option<Recognised> {
    let guessed = text.dialect();
    let others = [Delimiter::Comma, Delimiter::Tab, Delimiter::Semicolon];
    let delimiters =
        std::iter::once(guessed.delimiter).chain(others.into_iter().filter(|d| *d != guessed.delimiter));
    for delimiter in delimiters {
        text.set_dialect(Dialect { delimiter, ..guessed });
        let sample = head(text);
        if let Some(found) = in_sample(&sample, text.name(), expected) {
            settle_quoting(text, &found);
            return Some(found);
        }
    }
    text.set_dialect(guessed);
    None
}

/// Recognises the first rows of a table: of several sources the one whose layout needs most columns,
/// of equals the one with a fitting file name.
pub fn in_sample(sample: &Sample, file: &str, expected: Option<&'static Source>) -> Option<Recognised> {
    let mut best: Option<(usize, Recognised)> = None;
    let candidates = header::candidates(sample);
    let sources = ALL.iter().copied().filter(|source| source.form == Form::Table);
    for source in sources.filter(|source| expected.is_none_or(|expected| expected.id == source.id)) {
        for layout in source.layouts {
            let Some(header) = header::find(&candidates, layout.needs) else { continue };
            if !fits(layout, header, sample) {
                continue;
            }
            let score = 2 * layout.needs.len() + usize::from(named_like(source, file).is_some());
            if best.as_ref().is_none_or(|(before, _)| score > *before) {
                best = Some((score, Recognised { source, header: header.clone() }));
            }
        }
    }
    let by_shape = || {
        let (source, header) = trends_by_shape(sample, &candidates)?;
        let is_meant = expected.is_none_or(|expected| expected.id == source.id);
        is_meant.then_some(Recognised { source, header })
    };
    best.map(|(_, recognised)| recognised).or_else(by_shape)
}

/// How a file's name fits a source's: exactly, or with a member's number or a browser's ` (1)` added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameFit {
    /// As declared, apart from case and underscores.
    Exact,
    /// With a number behind it: `Shares_123456.csv`, `Shares (1).csv`.
    Numbered,
}

/// Whether a file's name is one of a source's.
pub fn named_like(source: &Source, file: &str) -> Option<NameFit> {
    let name = normalise(file.rsplit('/').next().unwrap_or(file));
    source.files.iter().filter_map(|declared| name_fit(&name, &normalise(declared))).min()
}

fn name_fit(name: &str, declared: &str) -> Option<NameFit> {
    if name == declared {
        return Some(NameFit::Exact);
    }
    let (stem, extension) = declared.rsplit_once('.')?;
    let added = name.strip_suffix(extension)?.strip_suffix('.')?.strip_prefix(stem)?;
    let number = added.trim().trim_start_matches('(').trim_end_matches(')');
    (added.starts_with(' ') && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        .then_some(NameFit::Numbered)
}

fn fits(layout: &Layout, header: &Header, sample: &Sample) -> bool {
    let named = header.normalised().iter().filter(|name| !name.is_empty()).count();
    if layout.alone && named != layout.needs.len() {
        return false;
    }
    let Some((column, text)) = layout.proof else { return true };
    let Some(at) = header.position(column) else { return false };
    let below = sample.records.iter().filter(|record| record.line() > header.line);
    below.map(|record| record.text(at)).find(|cell| !cell.is_empty()).is_none_or(|cell| cell.contains(text))
}

/// The first rows, as many as can be read: a quote left open further down is for the reader to report.
pub fn head(text: &Text) -> Sample {
    let mut sample = Sample::default();
    let mut rows = text.rows();
    let mut record = Record::default();
    while sample.records.len() <= limits::HEADER_ROWS {
        match rows.read(&mut record) {
            Ok(true) => sample.records.push(record.clone()),
            Ok(false) => {
                sample.complete = true;
                break;
            }
            Err(_) => break,
        }
    }
    sample
}

/// Files whose quotes cannot be trusted are read by their timestamps, unless they happen to be in order:
/// then a line with a damaged timestamp is a row of its own and is reported as one.
fn settle_quoting(text: &mut Text, found: &Recognised) {
    let Quoting::LinesBeginWithTime { backslash } = found.source.quoting else { return };
    if is_in_order(text, found.header.names.len()) {
        return;
    }
    let dialect = text.dialect();
    let record_start = RecordStart::LinesBeginningWithTimestamp;
    text.set_dialect(Dialect { record_start, backslash_quotes: backslash, ..dialect });
}

/// Whether every row has the header's width and no quote stands where it should not.
fn is_in_order(text: &Text, width: usize) -> bool {
    let mut rows = text.rows();
    let mut record = Record::default();
    loop {
        match rows.read(&mut record) {
            Ok(true) if record.width() == width => {}
            Ok(true) | Err(_) => return false,
            Ok(false) => return rows.tally().stray_quotes == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        "First Name,Last Name,Email Address,Company,Position,Connected On\n",
        Some("linkedin.connections")
    )]
    #[case("From,To,Date,Subject,Content,Direction,Folder\n", Some("linkedin.messages"))]
    #[case("From,To,Sent At,Message,Direction\n", Some("linkedin.invitations"))]
    #[case("Date,Link\n2026-01-01 00:00:00,https://www.linkedin.com/x\n", Some("linkedin.instant_reposts"))]
    #[case("Date,Link\n2026-01-01,https://example.com\n", None)]
    #[case("Date,Link,OptionText\n2026-01-01 00:00:00,https://www.linkedin.com/x,Yes\n", None)]
    #[case("Date,Type,Link\n", Some("linkedin.reactions"))]
    #[case("Date,Link,Message\n", Some("linkedin.comments"))]
    #[case("id,created,source\n1,2026-01-01,social\n", None)]
    fn tables_by_content(#[case] csv: &str, #[case] id: Option<&str>) {
        let mut text = Text::from_text("file.csv", csv.to_owned()).unwrap();
        assert_eq!(recognise(&mut text, None).map(|found| found.source.id), id);
    }

    #[rstest]
    #[case("Shares.csv", "Shares.csv", Some(NameFit::Exact))]
    #[case("Instant_Reposts.csv", "instant reposts.CSV", Some(NameFit::Exact))]
    #[case("Shares.csv", "Shares_123456789.csv", Some(NameFit::Numbered))]
    #[case("Shares.csv", "Shares (1).csv", Some(NameFit::Numbered))]
    #[case("Shares.csv", "Shares_backup.csv", None)]
    #[case("messages.csv", "guide_messages.csv", None)]
    fn names(#[case] declared: &str, #[case] file: &str, #[case] fit: Option<NameFit>) {
        assert_eq!(name_fit(&normalise(file), &normalise(declared)), fit);
    }
}
