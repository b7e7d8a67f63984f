//! Social sources against the others over time, and whether that is a reason to shift work.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_once};
use super::held::difference;
use super::{lacking, section};
use crate::metrics::{Unit, Verdict};
use crate::ui::words::Words;
use crate::views::PipelineView;

/// The section.
pub fn mix(words: Words, view: &PipelineView) -> AnyView {
    let part = &view.mix;
    let drawn = part.chart.as_ref().map_or_else(
        || lacking(words.t("pipe.no_sources")),
        |spec| {
            let chart = Drawn::plain(Unit::Ratio, view.bucket, &view.frame.currency, spec);
            drawn_once(Drawn { heading: words.t("pipe.mix.title"), ..chart }, "short", "pipe-mix")
        },
    );
    let effort = (part.chart.is_some() && !part.has_effort).then(|| lacking(words.t("pipe.mix.no_effort")));
    let win = part.win.as_ref().map(|win| {
        let figure = words.fill(
            "pipe.mix.win",
            &[
                ("value", &words.read_aloud(Unit::Ratio, &win.figure, "")),
                ("counted", &words.counted(&win.figure)),
            ],
        );
        view! {
            <div class="small pipe-said">
                <p>{figure}</p>
                {win.change.map(|change| difference(words, Unit::Ratio, change, ""))}
                <p>{advice(words, win.change.map(|change| change.verdict))}</p>
            </div>
        }
    });
    section(
        words.t("pipe.mix.title"),
        words.t("pipe.mix.text"),
        "pipe-mix-part",
        view! {
            {drawn}
            {effort}
            {win}
        },
    )
}

/// What may be done: nothing is cut while the difference cannot be told.
fn advice(words: Words, verdict: Option<Verdict>) -> String {
    words.t(match verdict {
        Some(Verdict::Better) => "pipe.mix.shift",
        Some(Verdict::Worse) => "pipe.mix.behind",
        Some(_) => "pipe.mix.keep",
        None => "pipe.mix.too_few",
    })
}

/// The page's sentence on winning; none where nothing can be compared.
pub fn verdict(words: Words, view: &PipelineView) -> Option<String> {
    let change = view.mix.win.as_ref()?.change?;
    let key = match change.verdict {
        Verdict::Better => "pipe.say.wins_more",
        Verdict::Worse => "pipe.say.wins_less",
        _ => "pipe.say.wins_cannot_tell",
    };
    Some(words.t(key))
}
