//! Share of the links sent to a person that the person opened.
//!
//! Formula: (seller, link, person) cases with a click / such cases with known clicks, by the day on which the link was
//! first sent to the person. Wilson interval.
//!
//! The same link sent again to the same person is one case: clicked when any of its rows says so, not clicked when
//! all of them say so, and otherwise unknown. A row that names no person tells no case from another and is left out.

use std::collections::BTreeMap;

use crate::facts::{Day, LinkSendRow, Reason, RowRef, Sym, fold_name};
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Share of the links sent to a person that the person opened.
pub static COLLATERAL_CTR: Metric = Metric {
    id: "collateral_ctr",
    version: 1,
    section: Section::Content,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::Link],
    headline: None,
    needs: &[Need::LinkSends],
    cites: "Unique click-through rate: recipients who clicked / recipients; interval: Wilson 1927, JASA 22, 209",
    emit,
};

/// A link sent to a person, once or several times.
struct Case {
    first: (Day, RowRef),
    /// Whether each row so far says what came of it.
    is_known: bool,
    is_clicked: bool,
}

/// Whether a row says that the link was clicked; none where it does not say.
fn is_clicked(sent: &LinkSendRow) -> Option<bool> {
    match (sent.clicked_at, sent.clicks) {
        (Some(_), _) => Some(true),
        (None, clicks) => clicks.map(|clicks| clicks > 0.0),
    }
}

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let mut cases: BTreeMap<(Sym, Sym, String), Case> = BTreeMap::new();
    for (row, sent) in ctx.facts.rows::<LinkSendRow>() {
        let Some(day) = sent.sent_at.map(|moment| ctx.day(moment)) else { continue };
        let person = fold_name(ctx.text(sent.person));
        if person.is_empty() {
            add(ctx, samples, (sent.seller, sent.link), (day, row), What::LeftOut(Reason::Unknown));
            continue;
        }
        let said = is_clicked(&sent);
        let case = cases.entry((sent.seller, sent.link, person)).or_insert(Case {
            first: (day, row),
            is_known: true,
            is_clicked: false,
        });
        case.first = case.first.min((day, row));
        case.is_known &= said.is_some();
        case.is_clicked |= said == Some(true);
    }
    for ((seller, link, _), case) in cases {
        let what = match case {
            Case { is_clicked: true, .. } => What::Case(true),
            Case { is_known: true, .. } => What::Case(false),
            _ => What::LeftOut(Reason::Unknown),
        };
        add(ctx, samples, (seller, link), case.first, what);
    }
}

fn add(
    ctx: &Context<'_>,
    samples: &mut Samples,
    (seller, link): (Sym, Sym),
    (day, row): (Day, RowRef),
    what: What,
) {
    let keys = [samples.keys.intern(ctx.text(link)), Key::BLANK, Key::BLANK];
    samples.add_keyed(day, seller, row, keys, what);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};
    use crate::metrics::{Missing, Quantity, Selection, State, Stream};

    const HEADER: &str = "seller|link|sent_at|person|clicks|clicked_at";

    #[test]
    fn a_case_is_a_seller_a_link_and_a_person() {
        let world = World::default().rows(
            TableId::LinkSends,
            HEADER,
            &[
                "Ada|a.example|2026-01-01|Kim Lu|0|",
                "Ada|a.example|2026-01-09|kim  LU|2|",
                "Ada|a.example|2026-01-02|Bea|0|",
                "Ada|b.example|2026-01-03|Kim Lu||2026-01-04",
                "Bo|a.example|2026-01-04|Kim Lu|0|",
                "Bo|a.example|2026-01-05|Kim Lu||",
                "Bo|b.example|2026-01-06|Bea||",
                "Bo|b.example|2026-01-07||5|",
            ],
        );
        assert_eq!(
            world.said(&COLLATERAL_CTR),
            [
                "2026-01-07 Bo b.example: left out, unknown",
                "2026-01-02 Ada a.example: miss",
                "2026-01-01 Ada a.example: hit",
                "2026-01-03 Ada b.example: hit",
                "2026-01-04 Bo a.example: left out, unknown",
                "2026-01-06 Bo b.example: left out, unknown",
            ]
        );
    }

    #[test]
    fn the_day_of_the_first_sending_decides_and_few_are_too_few() {
        let row = |person: &str, day: &str, clicks: u8| format!("Ada|a.example|{day}|{person}|{clicks}|");
        let rows = [
            row("A", "2025-12-31", 1),
            row("B", "2026-01-01", 1),
            row("C", "2026-01-31", 0),
            row("D", "2026-01-31", 3),
            row("E", "2026-01-15", 0),
            row("F", "2026-01-15", 1),
            row("A", "2026-01-20", 1),
        ];
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let world = World::default().rows(TableId::LinkSends, HEADER, &rows);
        let (ctx, samples) = (world.context(), world.samples(&COLLATERAL_CTR));
        let figure = |from: &str, to: &str| {
            let span = Span { from: day(from), to: day(to) };
            Stream::new(&COLLATERAL_CTR, &samples, &ctx).figure(&Selection::all(span))
        };
        let january = figure("2026-01-01", "2026-01-31");
        assert_eq!((january.value(), january.n), (Some(0.6), 5));
        let few = figure("2026-01-01", "2026-01-30");
        assert_eq!((few.state, few.numerator), (State::TooFew { need: 5 }, Some(Quantity::Number(2.0))));
        assert_eq!(figure("2026-01-02", "2026-01-10").state, State::Missing(Missing::NothingInPeriod));
    }

    #[test]
    fn unknown_clicks_are_no_misses() {
        let world = World::default().rows(TableId::LinkSends, HEADER, &["Ada|a.example|2026-01-01|Kim||"]);
        let (ctx, samples) = (world.context(), world.samples(&COLLATERAL_CTR));
        let span = Span { from: day("2026-01-01"), to: day("2026-01-31") };
        let figure = Stream::new(&COLLATERAL_CTR, &samples, &ctx).figure(&Selection::all(span));
        assert_eq!(figure.state, State::Missing(Missing::AllUnknown));
    }
}
