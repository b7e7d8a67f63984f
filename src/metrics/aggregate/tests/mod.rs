//! Figures worked out by hand, kind by kind, and properties that hold for all of them.

mod edges;
mod kinds;
mod known;
mod layers;
mod parts;
mod pooling;
mod properties;
mod ripening;
mod teams;

use crate::facts::{
    Amount, Day, Facts, MISSING, Moment, Reason, RowRef, Span, Sym, TableId, Zone, text_to_cell,
};
use crate::metrics::{
    Better, Context, Definitions, Dim, End, Figure, Kind, Layer, Metric, Need, Ripe, Sample, Samples,
    Section, Selection, Stage, State, Stream, Unit, What,
};

/// A metric that stands on connections and emits nothing of its own.
pub(super) const fn metric(kind: Kind, by: &'static [Dim]) -> Metric {
    Metric {
        id: "test",
        version: 1,
        section: Section::Network,
        stage: Stage::Leading,
        unit: Unit::Count,
        better: Better::Higher,
        kind,
        by,
        headline: None,
        needs: &[Need::Connections],
        cites: "",
        emit: |_, _| {},
    }
}

pub(super) fn day(text: &str) -> Day {
    Day::parse_iso(text).expect("a date")
}

pub(super) fn span(from: &str, to: &str) -> Span {
    Span { from: day(from), to: day(to) }
}

/// Facts that tell of sellers from a day to a day, and samples about them.
#[derive(Default)]
pub(super) struct World {
    pub(super) facts: Facts,
    pub(super) definitions: Definitions,
    pub(super) samples: Samples,
    rows: u32,
}

impl World {
    /// A world that tells of Ada from the first to the last day of 2026.
    pub(super) fn of_ada() -> World {
        World::default().knows("Ada", "2026-01-01", "2026-12-31")
    }

    pub(super) fn knows(mut self, seller: &str, from: &str, to: &str) -> World {
        let seller = self.facts.names.intern(seller);
        self.facts.add(TableId::Connections, &[text_to_cell(seller), Moment::date(day(from)).raw()], 0, 1);
        self.facts.extend_data_end(TableId::Connections, seller, day(to));
        self
    }

    /// A table without anything in it but one row of a seller; for needs that ask for another table.
    pub(super) fn has_row(mut self, table: TableId, date: &str) -> World {
        let width = table.schema().fields.len();
        let mut cells = vec![MISSING; width];
        for field in table.schema().dated_by {
            cells[table.schema().column(field).expect("a field")] = Moment::date(day(date)).raw();
        }
        self.facts.add(table, &cells, 0, 1);
        self
    }

    pub(super) fn seller(&self, name: &str) -> Sym {
        self.facts.names.find(name).expect("a known seller")
    }

    pub(super) fn add(self, date: &str, seller: &str, what: What) -> World {
        self.add_all(date, None, seller, &[], Layer::Daily, what)
    }

    pub(super) fn add_keyed(self, date: &str, seller: &str, keys: &[&str], what: What) -> World {
        self.add_all(date, None, seller, keys, Layer::Daily, what)
    }

    pub(super) fn add_all(
        mut self,
        date: &str,
        hour: Option<u8>,
        seller: &str,
        keys: &[&str],
        layer: Layer,
        what: What,
    ) -> World {
        let mut numbers = [Sym::BLANK; 3];
        for (number, key) in numbers.iter_mut().zip(keys) {
            *number = self.samples.keys.intern(key);
        }
        let row = RowRef { table: TableId::Connections, row: self.rows };
        self.rows += 1;
        let seller = self.facts.names.intern(seller);
        self.samples.list.push(Sample { day: day(date), hour, seller, keys: numbers, row, layer, what });
        self
    }

    pub(super) fn ask<T>(&self, metric: &Metric, question: impl FnOnce(&Stream<'_>) -> T) -> T {
        let zone = Zone::utc();
        let context = Context::new(&self.facts, &self.definitions, None, &zone, None);
        question(&Stream::new(metric, &self.samples, &context))
    }

    pub(super) fn figure(&self, metric: &Metric, from: &str, to: &str) -> Figure {
        self.ask(metric, |stream| stream.figure(&Selection::all(span(from, to))))
    }

    pub(super) fn figure_of(&self, metric: &Metric, seller: &str, from: &str, to: &str) -> Figure {
        let selection = Selection::of_seller(span(from, to), self.seller(seller));
        self.ask(metric, |stream| stream.figure(&selection))
    }
}

pub(super) fn number(figure: &Figure) -> f64 {
    figure.value().unwrap_or_else(|| panic!("no value: {:?}", figure.state))
}

pub(super) fn limits(figure: &Figure) -> Option<(f64, f64)> {
    Some((figure.low?.to_f64(), figure.high?.to_f64()))
}

pub(super) fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < 5e-5
}

pub(super) fn money(amount: &str, hit: bool) -> What {
    What::Money { amount: Amount::parse_plain(amount).expect("an amount").0, hit }
}

pub(super) fn lasting(time: f64, end: End) -> What {
    What::Lasting { time, end }
}

pub(super) const LEFT_OUT: What = What::LeftOut(Reason::Unknown);

pub(super) fn is_missing(figure: &Figure) -> bool {
    matches!(figure.state, State::Missing(_))
}
