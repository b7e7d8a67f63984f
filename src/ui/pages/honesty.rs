//! What can be said, what cannot yet, and what is not known at all: one place for all three.

use leptos::prelude::*;

use super::delay::sentences;
use super::scorecard::page_of;
use crate::ui::parts::{Failed, NothingYet, change_text};
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, Claim, Gap, HonestyView};

/// The page of what can be said.
#[component]
pub fn HonestyPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let filter = Memo::new(move |_| session.filter());
    let answer = session.answer_to(move || Ask::Honesty { filter: filter.get() });
    view! {
        <div class="head">
            <div>
                <h1>{words.t("honesty.title")}</h1>
                <p class="quiet small">{words.t("honesty.text")}</p>
            </div>
        </div>
        {move || {
            answer.with(|answer| match answer {
                None => view! { <p class="quiet small late" role="status">{words.t("state.reading")}</p> }.into_any(),
                Some(Answer::Honesty { view }) if view.frame.is_empty => view! { <NothingYet /> }.into_any(),
                Some(Answer::Honesty { view }) => filled(session, words, view),
                Some(Answer::Failed { failure }) => view! { <Failed failure=failure.clone() /> }.into_any(),
                Some(_) => ().into_any(),
            })
        }}
    }
}

fn filled(session: Session, words: Words, view: &HonestyView) -> AnyView {
    let has_lead = !view.leads.is_empty();
    let unknown: usize = view.nothing.iter().map(|gap| gap.ids.len()).sum();
    let counts = [
        ("can", view.can.len() + usize::from(has_lead)),
        ("not_yet", view.not_yet.len() + usize::from(!has_lead)),
        ("nothing", unknown),
    ];
    let counts: Vec<AnyView> = counts
        .iter()
        .map(|(part, count)| {
            view! {
                <div data-testid=format!("honesty-count-{part}")>
                    <dd class="serif num">{words.integer(*count as u64)}</dd>
                    <dt class="small quiet">{words.t(&format!("honesty.counts.{part}"))}</dt>
                </div>
            }
            .into_any()
        })
        .collect();
    let gaps: Vec<AnyView> = view.nothing.iter().map(|gap| gap_line(session, words, gap)).collect();
    let nothing = if gaps.is_empty() {
        view! { <p class="quiet">{words.t("honesty.none")}</p> }.into_any()
    } else {
        view! {
            <ul class="gaps">{gaps}</ul>
            <p>
                <a class="btn" href=session.href_now(Page::Import)>
                    {words.t("scorecard.add_file")}
                </a>
            </p>
        }
        .into_any()
    };
    view! {
        <dl class="quadrant">{counts}</dl>
        <section class="sec" data-testid="honesty-can">
            <h2>{words.t("honesty.can")}</h2>
            {claims(session, words, view, &view.can, has_lead)}
        </section>
        <section class="sec" data-testid="honesty-not-yet">
            <h2>{words.t("honesty.not_yet")}</h2>
            {claims(session, words, view, &view.not_yet, !has_lead)}
        </section>
        <section class="sec" data-testid="honesty-nothing">
            <h2>{words.t("honesty.nothing")}</h2>
            {nothing}
        </section>
    }
    .into_any()
}

fn claims(session: Session, words: Words, view: &HonestyView, claims: &[Claim], with_leads: bool) -> AnyView {
    if claims.is_empty() && !with_leads {
        return view! { <p class="quiet">{words.t("honesty.none")}</p> }.into_any();
    }
    let rows: Vec<AnyView> = claims.iter().map(|claim| line(session, words, view, claim)).collect();
    let leads = with_leads.then(|| leads(session, words, view));
    view! {
        <table class="data said stacks-up">
            <thead>
                <tr>
                    <th scope="col">{words.t("honesty.head.figure")}</th>
                    <th scope="col">{words.t("honesty.head.says")}</th>
                    <th scope="col" class="r">{words.t("honesty.head.cases")}</th>
                </tr>
            </thead>
            <tbody>{leads}{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Whether activity comes before results, as on its own page.
fn leads(session: Session, words: Words, view: &HonestyView) -> AnyView {
    let said = if view.leads.is_empty() {
        words.t(if view.leads_tested { "delay.nothing" } else { "delay.too_little" })
    } else {
        words.sentences(sentences(words, &view.leads))
    };
    view! {
        <tr>
            <th scope="row">
                <a class="nl" href=session.href_now(Page::Delay)>{words.t("delay.title")}</a>
            </th>
            <td>{said}</td>
            <td></td>
        </tr>
    }
    .into_any()
}

fn line(session: Session, words: Words, view: &HonestyView, claim: &Claim) -> AnyView {
    let row = &claim.row;
    let about = claim.is_change.then(|| view! { <small class="q3">{words.t("honesty.change")}</small> });
    let n = words.integer(row.figure.n);
    let cases = match claim.need {
        Some(need) => words.fill("honesty.need", &[("n", &n), ("need", &words.integer(need))]),
        None => n,
    };
    view! {
        <tr>
            <th scope="row">
                <a class="nl" href=session.href_now(page_of(&row.id))>{words.metric_name(&row.id, None)}</a>
                {about}
            </th>
            <td>{says(words, claim, &view.frame.currency)}</td>
            <td class="r num q3" data-head=words.t("honesty.head.cases")>{cases}</td>
        </tr>
    }
    .into_any()
}

fn says(words: Words, claim: &Claim, currency: &str) -> AnyView {
    let row = &claim.row;
    if claim.is_change {
        let Some(change) = change_text(words, row, currency) else { return ().into_any() };
        return view! {
            <b>
                <bdi dir="ltr" class="ltr">{change.number}</bdi>
            </b>
            " "
            {change.word}
            " "
            <bdi dir="ltr" class="ltr q3">{change.interval}</bdi>
        }
        .into_any();
    }
    match words.why(row, currency) {
        Some(why) => view! {
            <b>{why.lead}</b>
            {words.gap()}
            {why.rest}
        }
        .into_any(),
        None => view! {
            <b>
                <bdi dir="ltr" class="ltr">
                    {words.value_with_unit(row.unit, row.figure.value().unwrap_or_default(), currency)}
                </bdi>
            </b>
            " "
            <bdi dir="ltr" class="ltr q3">{words.figure_interval(row.unit, &row.figure, currency)}</bdi>
        }
        .into_any(),
    }
}

fn gap_line(session: Session, words: Words, gap: &Gap) -> AnyView {
    let links: Vec<AnyView> = gap
        .ids
        .iter()
        .map(|id| {
            view! {
                <a class="nl" href=session.href_now(page_of(id))>
                    {words.metric_name(id, None)}
                </a>
            }
            .into_any()
        })
        .collect();
    view! {
        <li>
            <span class="hatch swatch" aria-hidden="true"></span>
            <b>{words.t(&format!("need.{}", gap.need.id()))}</b>
            <span class="names">{links}</span>
        </li>
    }
    .into_any()
}
