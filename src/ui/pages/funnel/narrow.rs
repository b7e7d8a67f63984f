//! The bottleneck in words: the step, both rates, their difference with its interval.

use leptos::prelude::*;

use super::step_name;
use crate::metrics::{ProgrammeChange, Unit};
use crate::ui::parts::typed_digits;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::{Against, Ask, BottleneckView, FunnelView};

/// The step with the largest shortfall, or that there is none: against its own past, other sources, and targets.
pub fn narrow(session: Session, view: &FunnelView) -> AnyView {
    let words = session.words();
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
                    {words.gap()}
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
            {sources(words, view)}
            {targets(session, view)}
        </section>
    }
    .into_any()
}

/// Social networks against other sources, or why that cannot be said.
fn sources(words: Words, view: &FunnelView) -> AnyView {
    let step = view.other_bottlenecks.iter().find(|step| step.against == Against::OtherSources);
    let said = match step {
        Some(step) => {
            let key = if step.is_sure { "funnel.narrow.rate_sure" } else { "funnel.narrow.rate_unsure" };
            let rate = words.metric_name(&step.step, None);
            words.sentences([words.fill(key, &[("rate", &rate)]), compared(words, step)])
        }
        None if view.has_sources => words.t("funnel.narrow.sources_none"),
        None => words.t("funnel.narrow.sources_unknown"),
    };
    view! {
        <h3>{words.t("funnel.narrow.sources")}</h3>
        <p class="small" data-testid="bottleneck-sources">{said}</p>
    }
    .into_any()
}

/// The step furthest below its target, and the targets.
fn targets(session: Session, view: &FunnelView) -> AnyView {
    let words = session.words();
    let step = view.other_bottlenecks.iter().find(|step| step.against == Against::Target);
    let has_targets = view.targets.iter().any(|(_, target)| target.is_some());
    let said = match step {
        Some(step) => {
            let key = if step.is_sure { "funnel.narrow.target_sure" } else { "funnel.narrow.target_unsure" };
            let name = words.fill(key, &[("step", &step_name(words, &step.step))]);
            let days = words.integer(u64::from(step.within_days));
            let within = words.fill("funnel.narrow.within", &[("days", &days)]);
            words.sentences([name, compared(words, step), within])
        }
        None if has_targets => words.t("funnel.narrow.targets_none"),
        None => words.t("funnel.narrow.targets_unset"),
    };
    let fields = view.targets.iter().map(|(step, target)| field(session, step, *target)).collect_view();
    view! {
        <h3>{words.t("funnel.narrow.targets")}</h3>
        <p class="small" data-testid="bottleneck-target">{said}</p>
        <div class="bydim targets">{fields}</div>
    }
    .into_any()
}

/// The target of a step in per cent; blank takes it back.
fn field(session: Session, step: &str, target: Option<u32>) -> AnyView {
    let words = session.words();
    let name = step_name(words, step);
    let shown = target.map_or_else(String::new, |target| words.typed(f64::from(target) / 10.0));
    let step = step.to_owned();
    let said = words.fill("funnel.narrow.target_said", &[("step", &name)]);
    let set = move |event: web_sys::Event| {
        let text = typed_digits(&value_of(&event));
        // A target that makes no sense is refused by the engine, and what holds is shown again.
        let target = text.parse::<f64>().ok().map(|percent| (percent * 10.0).round() as u32);
        if text.is_empty() || target.is_some() {
            let change = ProgrammeChange::StepTarget(step.clone(), target);
            session.change_plan(Ask::ChangeProgramme { change }, said.clone());
        }
    };
    view! {
        <label class="setting">
            {words.fill("funnel.narrow.target_of", &[("step", &name)])}
            <input
                class="field short"
                type="text"
                inputmode="decimal"
                dir="ltr"
                autocomplete="off"
                data-testid="step-target"
                value=shown
                on:change=set
            />
        </label>
    }
    .into_any()
}

fn compared(words: Words, step: &BottleneckView) -> String {
    let share = |(k, n): (u64, u64)| {
        let share = if n > 0 { k as f64 / n as f64 } else { 0.0 };
        words.with_aside(&words.percent(share, 0), &words.k_of_n(k as f64, n))
    };
    // A target has no cases behind it.
    let other = match step.against {
        Against::Target => words.percent(step.other.0 as f64 / 1_000.0, 1),
        _ => share(step.other),
    };
    let now = share(step.now);
    let difference = words.signed(Unit::Ratio, step.difference, "");
    let interval = words.signed_interval(Unit::Ratio, step.low, step.high, "");
    let span = step.span.map(|span| words.span(span)).unwrap_or_default();
    let key = match step.against {
        Against::OwnPast => "funnel.narrow.own_past",
        Against::OtherSellers => "funnel.narrow.other_sellers",
        Against::OtherSources => "funnel.narrow.other_sources",
        Against::Target => "funnel.narrow.against_target",
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
