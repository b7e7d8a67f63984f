//! The index of each seller over time, with the line at 70.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_where, part};
use crate::metrics::Unit;
use crate::ui::session::Session;
use crate::views::SsiView;

/// The chart, and where its line comes from.
pub fn total(session: Session, view: Signal<SsiView>) -> impl IntoView {
    let words = session.words();
    let chart = part(view, move |view| {
        let spec = view.chart.as_ref()?;
        let drawn = Drawn::trend(words, "ssi", Unit::Score, view.bucket, spec);
        Some(Drawn { goal: words.t("ssi.line"), ..drawn })
    });
    view! {
        <section class="sec">
            <h2>{words.t("ssi.total_title")}</h2>
            <p class="quiet small">{words.t("ssi.total_text")}</p>
            {drawn_where(chart, "", "ssi-chart")}
            <p class="note q3">{words.t("ssi.line_note")}</p>
        </section>
    }
}
