//! Winning by elapsed time and by number of touches, in bins with their n.

use leptos::prelude::*;

use super::{held, lacking, section};
use crate::charts::Name;
use crate::ui::words::Words;
use crate::views::{Bin, BinRate, Held, HeldTable, HeldUnit, PipelineView};

/// The section.
pub fn wins(words: Words, view: &PipelineView) -> AnyView {
    let part = &view.wins;
    let undated = (part.undated > 0).then(|| words.count("pipe.wins.undated", part.undated, &[]));
    let drawn = |bins: &[BinRate], title: &str, lack: &str, test_id: &'static str| {
        let inside = if bins.iter().any(|bin| bin.figure.n > 0) {
            held::table(words, &as_table(words, bins), "", words.t(title), None, test_id)
        } else {
            lacking(words.t(lack))
        };
        view! { <div>{inside}</div> }
    };
    section(
        words.t("pipe.wins.title"),
        words.sentences([Some(words.t("pipe.wins.text")), undated].into_iter().flatten()),
        "pipe-wins",
        view! {
            {drawn(&part.by_days, "pipe.wins.by_days", "pipe.wins.none", "pipe-by-days")}
            {drawn(&part.by_touches, "pipe.wins.by_touches", "pipe.wins.no_touches", "pipe-by-touches")}
        },
    )
}

fn as_table(words: Words, bins: &[BinRate]) -> HeldTable {
    let row = |bin: &BinRate| Held {
        name: Name::Text(bin_name(words, bin.bin)),
        figure: bin.figure.clone(),
        change: None,
    };
    HeldTable { unit: HeldUnit::default(), axis_top: Some(1.0), rows: bins.iter().map(row).collect() }
}

fn bin_name(words: Words, bin: Bin) -> String {
    let from = words.integer(u64::from(bin.from));
    match bin.to {
        None => words.fill("pipe.bin.from", &[("n", &from)]),
        Some(to) if to == bin.from => from,
        Some(to) => format!("{from}–{}", words.integer(u64::from(to))),
    }
}
