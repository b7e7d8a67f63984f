//! Each seller's network against the average that is often quoted: a guide, not a target.

use leptos::prelude::*;

use super::super::shown::part;
use crate::metrics::Unit;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::NetworkView;

/// Width and height of a bar, in CSS pixels.
const BAR: (f64, f64) = (260.0, 12.0);

/// One bar a seller, with a line at the quoted average; nothing where it is hidden.
pub fn average(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let known = part(view, |view| {
        let average = view.average?;
        let sizes = view.sellers.iter();
        let sizes: Vec<(String, f64)> =
            sizes.filter_map(|line| Some((line.seller.clone(), line.size.value()?))).collect();
        (!sizes.is_empty()).then_some((average, sizes))
    });
    move || {
        known.with(|known| {
            let (average, sizes) = known.as_ref()?;
            Some(bars(session, words, *average, sizes))
        })
    }
}

fn bars(session: Session, words: Words, average: f64, sizes: &[(String, f64)]) -> AnyView {
    let top = sizes.iter().map(|(_, size)| *size).fold(average, f64::max).max(1.0) * 1.05;
    let rows = sizes.iter().map(|(seller, size)| {
        let times = words.percent(*size / average, 0);
        view! {
            <tr>
                <th scope="row">
                    <bdi>{seller.clone()}</bdi>
                </th>
                <td class="strip">{bar(*size / top, average / top)}</td>
                <td class="r num">{words.value(Unit::Count, *size, "")}</td>
                <td class="r num q3">{times}</td>
            </tr>
        }
    });
    let value = words.value(Unit::Count, average, "");
    view! {
        <section class="sec" data-testid="network-average">
            <h2>{words.t("bench.network.title")}</h2>
            <p class="quiet small">
                {words.fill("bench.network.line", &[("value", &value)])}
                {words.gap()}
                <a href=session.href_now(Page::Benchmarks)>{words.t("bench.open")}</a>
            </p>
            <div class="scroll">
                <table class="data narrow">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("dim.seller")}</th>
                            <th scope="col">
                                <span class="vh">{words.t("bench.network.title")}</span>
                            </th>
                            <th scope="col" class="r">{words.t("metric.connections.name")}</th>
                            <th scope="col" class="r">{words.t("bench.network.share")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// A bar with the line of the average; both as shares of the axis.
fn bar(size: f64, average: f64) -> AnyView {
    let place = |share: f64| format!("{:.1}", share.clamp(0.0, 1.0) * BAR.0);
    view! {
        <svg
            width=format!("{}", BAR.0)
            height=format!("{}", BAR.1 + 8.0)
            viewBox=format!("0 0 {} {}", BAR.0, BAR.1 + 8.0)
            aria-hidden="true"
        >
            <rect class="rail" y="4" width=format!("{}", BAR.0) height=format!("{}", BAR.1) />
            <rect class="k1" y="4" width=place(size) height=format!("{}", BAR.1) />
            <path class="goalst" d=format!("M{} 0v{}", place(average), BAR.1 + 8.0) />
        </svg>
    }
    .into_any()
}
