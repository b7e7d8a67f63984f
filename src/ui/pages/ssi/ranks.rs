//! Ranks in industry and network over time; the best is on top.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_where, part};
use crate::metrics::Unit;
use crate::ui::session::Session;
use crate::views::SsiView;

const RANKS: [&str; 2] = ["ssi_industry_rank", "ssi_network_rank"];

/// The two charts.
pub fn ranks(session: Session, view: Signal<SsiView>) -> impl IntoView {
    let words = session.words();
    let one = move |id: &'static str| {
        let chart = part(view, move |view| {
            let (_, spec) = view.ranks.iter().find(|(known, _)| known == id)?;
            Some(Drawn::trend(words, id, Unit::TopPercent, view.bucket, spec))
        });
        view! {
            <div>
                <h3>{words.metric_name(id, None)}</h3>
                {drawn_where(chart, "short", id)}
            </div>
        }
        .into_any()
    };
    let has_any = part(view, |view| !view.ranks.is_empty());
    view! {
        <section class="sec">
            <h2>{words.t("ssi.ranks_title")}</h2>
            <p class="quiet small">{words.t("ssi.ranks_text")}</p>
            {move || {
                if has_any.get() {
                    view! { <div class="pair-of-charts">{RANKS.map(one).collect_view()}</div> }.into_any()
                } else {
                    view! { <p class="emp quiet small">{words.t("ssi.no_ranks")}</p> }.into_any()
                }
            }}
        </section>
    }
}
