//! How long a deal takes: curves of social and other sources, medians, and what may be said of them.

use leptos::prelude::*;

use super::super::shown::{Drawn, drawn_once};
use super::rows::{metric_link, value_text};
use super::{held, lacking, section};
use crate::metrics::Unit;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{CycleGroup, CycleVerdict, PipelineView};

/// The section.
pub fn cycle(session: Session, words: Words, view: &PipelineView) -> AnyView {
    let part = &view.cycle;
    let all = CycleGroup {
        name: crate::charts::Name::Key("pipe.all_deals".into()),
        figure: part.row.figure.clone(),
    };
    let why = words.why(&part.row, &view.frame.currency).filter(|_| part.row.figure.n == 0);
    if let Some(why) = why {
        return section(
            words.t("pipe.cycle.title"),
            metric_link(session, words, "sales_cycle"),
            "pipe-cycle",
            lacking(words.sentences([why.lead, why.rest])),
        );
    }
    let groups: Vec<CycleGroup> = std::iter::once(all).chain(part.groups.iter().cloned()).collect();
    let drawn = part.chart.as_ref().map(|spec| {
        let chart = Drawn::plain(Unit::Days, view.bucket, &view.frame.currency, spec);
        let opened = Drawn { heading: words.t("pipe.cycle.title"), ..chart };
        drawn_once(opened, "short tall", "pipe-curve")
    });
    let test = part.logrank_p.map(|p| {
        let (key, p) = if p < 0.001 { ("pipe.cycle.p_small", 0.001) } else { ("pipe.cycle.p", p) };
        words.fill(key, &[("p", &words.number(p, 3))])
    });
    let gap = part.mean.map(|gap| {
        words.fill(
            "pipe.cycle.mean_gap",
            &[
                ("horizon", &words.value_with_unit(Unit::Days, gap.horizon, "")),
                ("difference", &words.signed(Unit::Days, gap.difference, "")),
                ("interval", &words.signed_interval(Unit::Days, gap.low, gap.high, "")),
            ],
        )
    });
    let unknown = (part.unknown > 0).then(|| words.count("pipe.cycle.unknown", part.unknown, &[]));
    let left_out: Vec<String> = (part.row.figure.left_out.iter())
        .map(|(reason, rows)| {
            let reason = words.t(&reason.message_key());
            words.fill("pipe.cycle.left_out", &[("n", &words.integer(u64::from(*rows))), ("reason", &reason)])
        })
        .collect();
    let said = [verdict(words, view).unwrap_or_else(|| words.t("pipe.say.cycle_too_few"))];
    let said: Vec<String> =
        said.into_iter().chain(gap).chain(test).chain([words.t("pipe.cycle.text")]).collect();
    section(
        words.t("pipe.cycle.title"),
        view! {
            <span data-testid="pipe-cycle-verdict">{words.sentences(said)}</span>
            {words.gap()}
            {metric_link(session, words, "sales_cycle")}
        },
        "pipe-cycle",
        view! {
            {table(words, &groups)}
            <p class="small q3">
                {words.sentences(secondary(words, view).into_iter().chain(unknown).chain(left_out))}
            </p>
            {drawn}
        },
    )
}

/// Groups with median, interval, cases and finished cases.
pub fn table(words: Words, groups: &[CycleGroup]) -> AnyView {
    let lines: Vec<AnyView> = groups
        .iter()
        .map(|group| {
            let duration = group.figure.duration;
            let events = duration.map_or(0, |duration| duration.events);
            let mean = duration.and_then(|duration| duration.mean_finished);
            let mean = mean.map_or_else(|| "–".to_owned(), |mean| days(words, mean));
            view! {
                <tr>
                    <th scope="row">{held::name_text(words, &group.name)}</th>
                    <td class="r" data-head=words.t("pipe.col.median")>
                        <b class="num">{value_text(words, Unit::Days, &group.figure, "")}</b>
                    </td>
                    <td class="r num q3" data-head=words.t("copy.interval")>
                        <bdi dir="ltr" class="ltr">
                            {words
                                .figure_interval(Unit::Days, &group.figure, "")
                                .unwrap_or_else(|| "–".into())}
                        </bdi>
                    </td>
                    <td class="r num q3" data-head=words.t("scorecard.head.n")>
                        {words.integer(group.figure.n)}
                    </td>
                    <td class="r num q3" data-head=words.t("pipe.col.won")>{words.integer(events)}</td>
                    <td class="r num q3" data-head=words.t("pipe.col.mean_won")>{mean}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="data pipe-rows">
            <thead>
                <tr>
                    <th scope="col">{words.t("pipe.col.source")}</th>
                    <th scope="col" class="r">{words.t("pipe.col.median")}</th>
                    <th scope="col" class="r">{words.t("copy.interval")}</th>
                    <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                    <th scope="col" class="r">{words.t("pipe.col.won")}</th>
                    <th scope="col" class="r">{words.t("pipe.col.mean_won")}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
    .into_any()
}

fn days(words: Words, days: f64) -> String {
    let days = (days * 10.0).round() / 10.0;
    format!("{}\u{a0}{}", words.number(days, 1), words.word_of("unit.days", days))
}

/// Figures that are no answer by themselves, and say what they leave out.
fn secondary(words: Words, view: &PipelineView) -> Vec<String> {
    let part = &view.cycle;
    let mut said = Vec::new();
    if let Some((mean, n)) = part.lost_mean {
        let n = words.integer(n);
        said.push(words.fill("pipe.cycle.lost_mean", &[("days", &days(words, mean)), ("n", &n)]));
    }
    if let Some(half) = part.half_of_won {
        said.push(
            words.fill("pipe.cycle.half_of_won", &[("days", &words.value_with_unit(Unit::Days, half, ""))]),
        );
    }
    said
}

/// The page's sentence on time; none where nothing can be compared.
pub fn verdict(words: Words, view: &PipelineView) -> Option<String> {
    let key = match view.cycle.verdict {
        CycleVerdict::TooFew => return None,
        CycleVerdict::Shorter => "pipe.say.cycle_shorter",
        CycleVerdict::Longer => "pipe.say.cycle_longer",
        CycleVerdict::CannotTell => "pipe.say.cycle_cannot_tell",
    };
    Some(words.t(key))
}
