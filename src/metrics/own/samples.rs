//! The walk over the facts, and the shape of a metric that the aggregator takes.

use super::fits::Rows;
use super::links::{Found, Marks};
use super::{OwnKind, OwnLink, OwnMetric, OwnPart};
use crate::facts::{Day, MISSING, Moment, Reason, RowRef, Sym, TableId};
use crate::metrics::{Context, End, Kind, Metric, Need, Samples, Section, Unit, What};

impl OwnMetric {
    /// What the aggregator must know of it.
    pub fn shape(&self) -> Metric {
        let (unit, kind) = match (self.kind, self.link) {
            (OwnKind::Count, _) => (Unit::Count, Kind::Count),
            (OwnKind::Rate, OwnLink::Nothing) => (Unit::Ratio, Kind::RatioOfSums),
            (OwnKind::Rate, _) => (Unit::Ratio, Kind::Share),
            (OwnKind::Time, _) => (Unit::Days, Kind::Duration),
        };
        Metric {
            id: "own",
            version: 1,
            section: Section::Own,
            stage: self.stage,
            unit,
            better: self.better,
            kind,
            by: &[],
            headline: None,
            needs: needs(self.of.table),
            cites: "",
            // What it counts is said at run time: its samples come from the definition.
            emit: |_, _| {},
        }
    }

    /// All its samples over the facts. A definition that speaks of fields that are not there has none.
    pub fn samples(&self, ctx: &Context<'_>) -> Samples {
        let mut samples = Samples::default();
        let Some(of) = Rows::new(ctx, &self.of) else { return samples };
        match (self.kind, &self.to) {
            (OwnKind::Count, _) => {
                self.walk(ctx, &mut samples, &self.of, &of, |_, _| What::Count(1.0));
            }
            (OwnKind::Rate, Some(to)) if self.link == OwnLink::Nothing => {
                let Some(others) = Rows::new(ctx, to) else { return samples };
                let part = |numerator, denominator| What::Part { numerator, denominator };
                self.walk(ctx, &mut samples, &self.of, &of, |_, _| part(0.0, 1.0));
                self.walk(ctx, &mut samples, to, &others, |_, _| part(1.0, 0.0));
            }
            (kind, Some(to)) => {
                if let Some(others) = Rows::new(ctx, to) {
                    self.pairs(ctx, &mut samples, kind, &of, (to, &others));
                }
            }
            (_, None) => {}
        }
        samples
    }

    /// Rows that lead to others.
    fn pairs(
        &self,
        ctx: &Context<'_>,
        samples: &mut Samples,
        kind: OwnKind,
        of: &Rows<'_>,
        (to, others): (&OwnPart, &Rows<'_>),
    ) {
        let mut ends: Found<Day> = Found::new(ctx);
        let their_marks = Marks::new(self.link, others);
        for row in 0..others.table.len() {
            let day = day(ctx, others, row).filter(|day| *day <= ctx.today);
            if let (Some(day), true) = (day, others.fits(ctx, row)) {
                ends.add(ctx, &their_marks, others, row, day);
            }
        }
        let own_marks = Marks::new(self.link, of);
        let given = self.within_days.map(|days| i32::try_from(days).unwrap_or(i32::MAX));
        self.walk(ctx, samples, &self.of, of, |row, start| {
            let Some(found) = ends.of(ctx, &own_marks, of, row) else {
                return What::LeftOut(Reason::Unknown);
            };
            let first = found.into_iter().filter(|day| *day >= start).min();
            let known_until = known_until(ctx, to.table, of.seller(row));
            let in_time = |days: i32| given.is_none_or(|given| days <= given);
            match (kind, first) {
                (OwnKind::Rate, Some(first)) if in_time(first.0 - start.0) => What::Case(true),
                (OwnKind::Rate, _) => match (known_until, given) {
                    (None, _) => What::LeftOut(Reason::Unknown),
                    (Some(end), Some(given)) if end.0 - start.0 < given => What::LeftOut(Reason::TooYoung),
                    _ => What::Case(false),
                },
                (_, Some(first)) if in_time(first.0 - start.0) => {
                    What::Lasting { time: f64::from(first.0 - start.0), end: End::Event }
                }
                (_, _) => match known_until.map(|end| end.0 - start.0) {
                    None => What::LeftOut(Reason::Unknown),
                    Some(days) if days < 0 => What::LeftOut(Reason::TooYoung),
                    Some(days) => {
                        let time = f64::from(days.min(given.unwrap_or(days)));
                        What::Lasting { time, end: End::Open }
                    }
                },
            }
        });
    }

    /// Adds a sample for each row that is meant, on its day; one without a day is left out on the last one.
    fn walk(
        &self,
        ctx: &Context<'_>,
        samples: &mut Samples,
        part: &OwnPart,
        rows: &Rows<'_>,
        what: impl Fn(usize, Day) -> What,
    ) {
        let kind = part.table.schema().column("kind").filter(|_| part.table == TableId::Messages);
        for row in (0..rows.table.len()).filter(|row| rows.fits(ctx, *row)) {
            let Ok(number) = u32::try_from(row) else { continue };
            let place = RowRef { table: part.table, row: number };
            let aside = kind.and_then(|column| aside(ctx, rows.table.cell(column, row)));
            let day = day(ctx, rows, row);
            let what = match (aside, day) {
                (Some(reason), _) => What::LeftOut(reason),
                (_, None) => What::LeftOut(Reason::Unknown),
                (_, Some(day)) if day > ctx.today => What::LeftOut(Reason::AfterToday),
                (_, Some(day)) => what(row, day),
            };
            samples.add(day.unwrap_or(ctx.today), rows.seller(row), place, what);
        }
    }
}

/// The day of a row.
fn day(ctx: &Context<'_>, rows: &Rows<'_>, row: usize) -> Option<Day> {
    let cell = rows.table.cell(rows.date, row);
    (cell != MISSING).then(|| ctx.day(Moment::from_raw(cell)))
}

/// Why a message is set aside, as everywhere.
fn aside(ctx: &Context<'_>, kind: i64) -> Option<Reason> {
    match ctx.text(super::fits::text(kind)) {
        "draft" => Some(Reason::Draft),
        "sponsored" => Some(Reason::Sponsored),
        "group" => Some(Reason::Group),
        _ => None,
    }
}

/// How far a table is known of a seller, else at all.
fn known_until(ctx: &Context<'_>, table: TableId, seller: Sym) -> Option<Day> {
    let end = ctx.facts.data_end(table, seller).or_else(|| ctx.facts.table_data_end(table));
    end.map(|end| end.min(ctx.today))
}

/// The facts that a table brings.
fn needs(table: TableId) -> &'static [Need] {
    match table {
        TableId::Ssi => &[Need::Ssi],
        TableId::Connections => &[Need::Connections],
        TableId::Invitations => &[Need::Invitations],
        TableId::Messages => &[Need::Messages],
        TableId::WarmConversations => &[Need::Warm],
        TableId::Posts => &[Need::Posts],
        TableId::Activity => &[Need::Activity],
        TableId::Meetings => &[Need::Meetings],
        TableId::Referrals => &[Need::Referrals],
        TableId::LinkSends => &[Need::LinkSends],
        TableId::Leads => &[Need::Leads],
        TableId::Deals => &[Need::Deals],
        TableId::StageChanges => &[Need::StageChanges],
        TableId::Touches => &[Need::Touches],
        TableId::Purchases => &[Need::Purchases],
        TableId::Costs => &[Need::Costs],
        TableId::Checkins => &[Need::Checkins],
        _ => &[Need::Anything],
    }
}
