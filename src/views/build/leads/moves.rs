//! From band to band: where leads that stood at a month's beginning stand at its end, and what came before
//! they became fast.

use std::collections::BTreeMap;

use super::bands::month_ends;
use super::{count, share};
use crate::facts::{Day, Sym, sort_list};
use crate::metrics::{Band, LeadWay};
use crate::views::build::Asked;
use crate::views::{MoveTable, Moves, TipLine};

/// Months that are shown.
const MONTHS: usize = 12;

/// How leads went from band to band up to the end of the period. Leads that are lost are left out as in the
/// levels: nobody wrote down when they were.
pub fn moves(asked: &Asked<'_>, ways: &[LeadWay]) -> Moves {
    let to = asked.selection.span.to;
    let from = asked.frame.known.map_or(to, |known| known.from);
    let ends = month_ends(from, to, MONTHS + 1);
    let months: Vec<(Day, MoveTable)> = ends
        .windows(2)
        .filter_map(|pair| match pair {
            [start, end] => Some((end.month_start(), between(ways, *start, *end))),
            _ => None,
        })
        .collect();
    let mut all = MoveTable::default();
    for (_, table) in &months {
        for (sum, cell) in all.iter_mut().flatten().zip(table.iter().flatten()) {
            *sum += cell;
        }
    }
    let (tips, tipped) = tips(asked, ways);
    Moves { months, all, tips, tipped }
}

/// Where those who stood at the end of one day stand at the end of another.
pub fn between(ways: &[LeadWay], start: Day, end: Day) -> MoveTable {
    let mut table = MoveTable::default();
    for way in ways.iter().filter(|way| !way.is_lost) {
        let Some(before) = way.band_on(start) else { continue };
        let after = match way.band_on(end) {
            Some(band) => band as usize,
            None => 3,
        };
        if let Some(cell) = table.get_mut(before as usize).and_then(|row| row.get_mut(after)) {
            *cell += 1;
        }
    }
    table
}

/// What came last before medium leads became fast, and how usual it is among the touches of medium leads.
fn tips(asked: &Asked<'_>, ways: &[LeadWay]) -> (Vec<TipLine>, u32) {
    let ctx = &asked.context;
    let (mut before, mut usual): (BTreeMap<Sym, usize>, BTreeMap<Sym, usize>) = Default::default();
    let (mut moves, mut touches) = (0, 0);
    for way in ways {
        let own = ctx.touches_of(way.lead.id);
        for stay in way.stays.iter().filter(|stay| stay.band == Band::Medium) {
            // The touch of the day on which it became fast belongs to its time as a medium one.
            let is_in = |day: Day| stay.from <= day && stay.until.is_none_or(|until| day <= until);
            for touch in own.iter().filter(|touch| is_in(touch.on)) {
                *usual.entry(touch.kind).or_default() += 1;
                touches += 1;
            }
        }
        for pair in way.stays.windows(2) {
            let [medium, fast] = pair else { continue };
            if (medium.band, fast.band) != (Band::Medium, Band::Fast) {
                continue;
            }
            moves += 1;
            if let Some(last) = own.iter().rev().find(|touch| touch.on <= fast.from) {
                *before.entry(last.kind).or_default() += 1;
            }
        }
    }
    let line = |(kind, tipped): (&Sym, &usize)| TipLine {
        kind: ctx.text(*kind).to_owned(),
        before: share(asked, *tipped, moves),
        usual: share(asked, usual.get(kind).copied().unwrap_or(0), touches),
    };
    let mut lines: Vec<TipLine> = before.iter().map(line).collect();
    let tipped = |line: &TipLine| line.before.numerator.map_or(0.0, crate::metrics::Quantity::to_f64);
    sort_list(&mut lines, |a, b| tipped(b).total_cmp(&tipped(a)));
    (lines, count(moves))
}
