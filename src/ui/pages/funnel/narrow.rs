//! The bottleneck in words: the step, both rates, their difference with its interval.

use leptos::prelude::*;

use super::step_name;
use crate::metrics::Unit;
use crate::ui::words::Words;
use crate::views::{Against, BottleneckView, FunnelView};

/// The step with the largest shortfall, or that there is none.
pub fn narrow(words: Words, view: &FunnelView) -> AnyView {
    let said = match &view.bottleneck {
        None => view! { <p class="quiet">{words.t("funnel.narrow.none")}</p> }.into_any(),
        Some(step) => {
            let key = if step.is_sure { "funnel.narrow.sure" } else { "funnel.narrow.unsure" };
            view! {
                <p class="lead-text" class:quiet=!step.is_sure>
                    {words.fill(key, &[("step", &step_name(words, &step.step))])}
                </p>
                <p class="small quiet">
                    {compared(words, step)}
                    " "
                    {words.fill("funnel.narrow.within", &[("days", &words.integer(u64::from(step.within_days)))])}
                </p>
            }
            .into_any()
        }
    };
    view! {
        <section class="sec" data-testid="bottleneck">
            <h2>{words.t("funnel.narrow.title")}</h2>
            {said}
        </section>
    }
    .into_any()
}

fn compared(words: Words, step: &BottleneckView) -> String {
    let share = |(k, n): (u64, u64)| {
        let share = if n > 0 { k as f64 / n as f64 } else { 0.0 };
        format!("{} ({})", words.percent(share, 0), words.k_of_n(k as f64, n))
    };
    let (now, other) = (share(step.now), share(step.other));
    let difference = words.signed(Unit::Ratio, step.difference, "");
    let interval = words.signed_interval(Unit::Ratio, step.low, step.high, "");
    let span = step.span.map(|span| words.span(span)).unwrap_or_default();
    let key = match step.against {
        Against::OwnPast => "funnel.narrow.own_past",
        Against::OtherSellers => "funnel.narrow.other_sellers",
    };
    words.fill(
        key,
        &[
            ("now", &now),
            ("span", &span),
            ("other", &other),
            ("difference", &difference),
            ("interval", &interval),
        ],
    )
}
