//! What each seller does: stage, counts, check-ins, the oldest input; and the fair average of those who are active.

use leptos::prelude::*;

use super::change;
use crate::metrics::{Adoption, ProgrammeChange, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{ProgrammeView, SellerActivity, TeamAverage};

/// The section.
pub fn section(session: Session, view: &ProgrammeView) -> AnyView {
    let words = session.words();
    if view.sellers.is_empty() {
        return view! {
            <section class="sec">
                <h2>{words.t("team.sellers")}</h2>
                <p class="quiet">{words.t("team.empty")}</p>
            </section>
        }
        .into_any();
    }
    let ranks = view.programme.ranks_sellers;
    let heads = view
        .counted
        .iter()
        .map(|counted| view! { <th scope="col" class="r">{words.metric_name(&counted.id, None)}</th> })
        .collect_view();
    let rows = view.sellers.iter().map(|seller| one(words, seller)).collect_view();
    let averages = view.counted.iter().map(|counted| average(words, counted)).collect_view();
    let sharers = view.sharers.as_ref().filter(|figure| figure.value().is_some()).map(|figure| {
        let share = words.value(Unit::Ratio, figure.value().unwrap_or_default(), "");
        let counted = words.counted(figure);
        words.fill("programme.sharers", &[("share", &share), ("counted", &counted)])
    });
    view! {
        <section class="sec">
            <h2>{words.t("team.sellers")}</h2>
            <p class="quiet small">{words.t("programme.team_text")} {words.gap()} {sharers}</p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=ranks
                    data-testid="rank-sellers"
                    on:change=move |_| change(session, ProgrammeChange::RankSellers(!ranks))
                />
                <span>{words.t("programme.rank")}</span>
            </label>
            <div class="scroll">
                <table class="data adoption" data-testid="adoption">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("dim.seller")}</th>
                            <th scope="col">{words.t("programme.stage")}</th>
                            {heads}
                            <th scope="col">{words.t("programme.checkins")}</th>
                            <th scope="col">{words.t("programme.oldest")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row" colspan="2">{words.t("programme.average")}</th>
                            {averages}
                            <td colspan="2"></td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            <p class="small quiet">{words.t("programme.average_text")}</p>
        </section>
    }
    .into_any()
}

/// The key of a stage.
fn stage_key(stage: Adoption) -> &'static str {
    match stage {
        Adoption::Unknown => "adoption.unknown",
        Adoption::NotBegun => "adoption.not_begun",
        Adoption::FirstSteps => "adoption.first_steps",
        Adoption::Regular => "adoption.regular",
        Adoption::Habit => "adoption.habit",
    }
}

fn one(words: Words, seller: &SellerActivity) -> AnyView {
    let count = |n: u32| words.integer(u64::from(n));
    let (active, known) = seller.weeks;
    let weeks = words.fill("programme.weeks", &[("k", &count(active)), ("n", &count(known))]);
    let values = seller
        .values
        .iter()
        .map(|value| {
            let text = value.map_or_else(|| "–".to_owned(), |value| words.value(Unit::Count, value, ""));
            view! { <td class="r num">{text}</td> }
        })
        .collect_view();
    let checkins = match seller.checkins {
        Some((received, due)) => words.k_of_n(f64::from(received), u64::from(due)),
        None => words.t("programme.no_checkin"),
    };
    let oldest = seller.oldest.map(|(table, day, age)| {
        let age = words.count("length.days", u64::try_from(age).unwrap_or(0), &[]);
        view! {
            {words.t(&format!("table.{}", table.name()))}
            <small class="q3">{words.fill("programme.oldest_day", &[("day", &words.day(day)), ("age", &age)])}</small>
        }
    });
    view! {
        <tr>
            <th scope="row">
                <bdi>{seller.seller.clone()}</bdi>
            </th>
            <td>
                {words.t(stage_key(seller.stage))}
                <small class="q3 num">{weeks}</small>
            </td>
            {values}
            <td class="num">{checkins}</td>
            <td>{oldest}</td>
        </tr>
    }
    .into_any()
}

fn average(words: Words, counted: &TeamAverage) -> AnyView {
    let value = counted.average.map_or_else(|| "–".to_owned(), |value| words.number(value, 1));
    let of = words.k_of_n(f64::from(counted.known), u64::from(counted.active));
    view! {
        <td class="r num" data-testid=format!("average-{}", counted.id)>
            <b>{value}</b>
            <small class="q3">{of}</small>
        </td>
    }
    .into_any()
}
