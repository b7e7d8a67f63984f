//! A small world for tests: facts written as words, samples read as words.

use super::{
    Context, Definitions, Dim, End, Figure, Layer, Metric, Persona, Ripe, Samples, Selection, Stream, What,
};
use crate::facts::{
    Amount, Day, Facts, FieldType, MISSING, Moment, Span, Sym, TableId, Zone, number_to_cell,
};

/// Facts and everything else that a context needs.
#[derive(Default)]
pub(super) struct World {
    pub facts: Facts,
    pub definitions: Definitions,
    pub persona: Option<Persona>,
    pub zone: Zone,
    pub today: Option<Day>,
    lines: u32,
}

/// A day from `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a date")
}

/// `2026-03-04` is a bare date, `2026-03-04 18:20` a wall clock, `2026-03-04 18:20Z` an instant.
fn moment(text: &str) -> Moment {
    let Some((date, clock)) = text.split_once(' ') else { return Moment::date(day(text)) };
    let digits = clock.trim_end_matches('Z');
    let seconds =
        digits.split(':').chain(["0", "0"]).take(3).map(|part| part.parse::<i64>().expect("a time"));
    let seconds = seconds.fold(0, |sum, part| sum * 60 + part);
    if digits.len() < clock.len() {
        Moment::instant(i64::from(day(date).0) * 86_400 + seconds)
    } else {
        Moment::wall(day(date), seconds)
    }
}

impl World {
    /// Rows of a table: the header names fields divided by `|`, each row its cells; blank is missing. Every row
    /// comes from a file of the given number, and the table's data end for its seller is its last day.
    pub fn rows_of_file(mut self, file: u32, table: TableId, header: &str, rows: &[&str]) -> World {
        let schema = table.schema();
        let columns: Vec<usize> =
            header.split('|').map(|name| schema.column(name.trim()).expect("a field")).collect();
        for row in rows {
            let mut cells = vec![MISSING; schema.fields.len()];
            for (&column, cell) in columns.iter().zip(row.split('|').map(str::trim)) {
                cells[column] = self.cell(schema.fields[column].kind, cell);
            }
            let seller = schema.column("seller").map_or(Sym::BLANK, |at| {
                if cells[at] == MISSING { Sym::BLANK } else { Sym(u32::try_from(cells[at]).expect("a text")) }
            });
            for field in schema.dated_by {
                let cell = cells[schema.column(field).expect("a field")];
                if cell != MISSING {
                    let end = Moment::from_raw(cell).day(&self.zone);
                    self.facts.extend_data_end(table, seller, end);
                }
            }
            self.lines += 1;
            self.facts.add(table, &cells, file, self.lines);
        }
        self
    }

    /// [`World::rows_of_file`] of file 0.
    pub fn rows(self, table: TableId, header: &str, rows: &[&str]) -> World {
        self.rows_of_file(0, table, header, rows)
    }

    fn cell(&mut self, kind: FieldType, text: &str) -> i64 {
        if text.is_empty() {
            return MISSING;
        }
        match kind {
            FieldType::Text => self.facts.text_cell(text),
            FieldType::Moment => moment(text).raw(),
            FieldType::Number => number_to_cell(text.parse().expect("a number")),
            FieldType::Amount => Amount::parse_plain(text).expect("an amount").0,
            FieldType::Flag => i64::from(text == "yes"),
        }
    }

    /// Says that a table's data for a seller go on to a day.
    pub fn known_until(mut self, table: TableId, seller: &str, end: &str) -> World {
        let seller = self.facts.names.intern(seller);
        self.facts.extend_data_end(table, seller, day(end));
        self
    }

    /// What day it is.
    pub fn today(mut self, today: &str) -> World {
        self.today = Some(day(today));
        self
    }

    /// A zone that is always so many hours east of UTC.
    pub fn hours_east(mut self, hours: i32) -> World {
        self.zone = Zone { name: "Test".into(), offsets: vec![(0, hours * 3600)] };
        self
    }

    /// A persona by words of the title.
    pub fn persona(mut self, words: &[&str]) -> World {
        let title_words = words.iter().map(|word| (*word).to_owned()).collect();
        self.persona = Some(Persona { name: "Test".into(), title_words, company_words: Vec::new() });
        self
    }

    /// The context of a question.
    pub fn context(&self) -> Context<'_> {
        Context::new(&self.facts, &self.definitions, self.persona.as_ref(), &self.zone, self.today)
    }

    /// A metric's samples.
    pub fn samples(&self, metric: &Metric) -> Samples {
        let mut samples = Samples::default();
        (metric.emit)(&self.context(), &mut samples);
        samples
    }

    /// A metric's figure over some days.
    pub fn figure(&self, metric: &Metric, from: &str, to: &str) -> Figure {
        let (context, samples) = (self.context(), self.samples(metric));
        Stream::new(metric, &samples, &context).figure(&Selection::all(Span { from: day(from), to: day(to) }))
    }

    /// A metric's figures by key over some days.
    pub fn figures(&self, metric: &Metric, dim: Dim, from: &str, to: &str) -> Vec<(String, Figure)> {
        let (context, samples) = (self.context(), self.samples(metric));
        let selection = Selection::all(Span { from: day(from), to: day(to) });
        Stream::new(metric, &samples, &context).breakdown(&selection, dim)
    }

    /// A metric's samples as words: day, seller, keys, what is said; a post's row and a known hour are marked.
    pub fn said(&self, metric: &Metric) -> Vec<String> {
        let samples = self.samples(metric);
        let words = |sample: &super::Sample| {
            let hour = sample.hour.map_or_else(String::new, |hour| format!(" {hour}h"));
            let seller = match self.facts.names.text(sample.seller) {
                "" => "nobody",
                name => name,
            };
            let keys: Vec<&str> = sample.keys.iter().map(|key| samples.keys.text(*key)).collect();
            let keys = keys.join("/");
            let keys = keys.trim_end_matches('/');
            let keys = if keys.is_empty() { String::new() } else { format!(" {keys}") };
            let post = if sample.layer == Layer::Posts { " of a post" } else { "" };
            format!("{}{hour} {seller}{keys}{post}: {}", sample.day.iso(), what(sample.what))
        };
        samples.list.iter().map(words).collect()
    }
}

fn what(what: What) -> String {
    match what {
        What::Step(by) => format!("step {by:+}"),
        What::Reading(value) => format!("reads {value}"),
        What::Count(count) => format!("count {count}"),
        What::Case(hit) => if hit { "hit" } else { "miss" }.to_owned(),
        What::Ripening { hit: Ripe::NotYet, .. } => "miss".to_owned(),
        What::Ripening { hit: Ripe::On(day), .. } => format!("hit on {}", day.iso()),
        What::Ripening { hit: Ripe::Undated, .. } => "hit, nobody says when".to_owned(),
        What::Part { numerator, denominator } => format!("{numerator} of {denominator}"),
        What::Lasting { time, end } => {
            let end = match end {
                End::Event => "then the event",
                End::Open => "and open",
                End::Other => "then another",
            };
            format!("lasts {time} {end}")
        }
        What::Money { amount, hit } => {
            format!("money {}{}", Amount(amount).print(2), if hit { "" } else { " beside" })
        }
        What::Monthly { step, months } => format!("step {step:+} over {months} months"),
        What::Bought => "bought".to_owned(),
        What::Against { inside, hit } => {
            let group = if inside { "inside" } else { "outside" };
            format!("{group}, {}", if hit { "hit" } else { "miss" })
        }
        What::LeftOut(reason) => format!("left out, {}", reason.id()),
    }
}
