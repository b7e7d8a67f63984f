//! Growth against inbound share, month by month, in four quarters.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_where, interval_of, part};
use crate::charts::Quarter;
use crate::facts::Bucket;
use crate::metrics::Unit;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::NetworkView;

fn quarter_key(quarter: Quarter) -> &'static str {
    match quarter {
        Quarter::LowLow => "network.quarter_low_low",
        Quarter::HighLow => "network.quarter_high_low",
        Quarter::LowHigh => "network.quarter_low_high",
        Quarter::HighHigh => "network.quarter_high_high",
    }
}

/// The chart, and where each seller stands now.
pub fn breadth(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let chart = part(view, move |view| {
        let spec = view.breadth.chart.as_ref()?;
        let drawn = Drawn::trend(words, "inbound_share", Unit::Ratio, Some(Bucket::Month), spec);
        Some(Drawn {
            heading: words.t("network.breadth_title"),
            title: words.t("metric.inbound_share.name"),
            across: words.t("metric.connection_growth_rate.name"),
            corners: Quarter::ALL.map(|quarter| words.t(quarter_key(quarter))).to_vec(),
            ..drawn
        })
    });
    let breadth = part(view, |view| view.breadth.clone());
    let places = move || {
        breadth.with(|breadth| {
            let line = |(name, quarter): &(String, Quarter)| line(words, name, *quarter);
            (!breadth.now.is_empty())
                .then(|| view! { <ul class="plain small">{breadth.now.iter().map(line).collect_view()}</ul> })
        })
    };
    let split = move || {
        breadth.with(|breadth| match &breadth.split {
            Some((growth, inbound)) => words.fill(
                "network.split",
                &[
                    ("growth", &interval_of(words, Unit::Ratio, growth)),
                    ("inbound", &interval_of(words, Unit::Ratio, inbound)),
                ],
            ),
            None => words.t("network.breadth_none"),
        })
    };
    view! {
        <section class="sec">
            <h2>{words.t("network.breadth_title")}</h2>
            <p class="quiet small">{words.t("network.breadth_text")}</p>
            {drawn_where(chart, "", "breadth-chart")}
            {places}
            <p class="note q3">{split} {words.gap()} {words.t("network.breadth_note")}</p>
        </section>
    }
}

fn line(words: Words, name: &str, quarter: Quarter) -> AnyView {
    let name = name.to_owned();
    view! {
        <li>
            {words.woven(
                "together.label",
                [
                    ("label", view! { <bdi>{name}</bdi> }.into_any()),
                    ("text", view! { <b>{words.t(quarter_key(quarter))}</b> }.into_any()),
                ],
            )}
        </li>
    }
    .into_any()
}
