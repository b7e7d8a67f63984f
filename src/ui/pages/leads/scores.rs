//! The rules of the score, and scores with their lines.

use leptos::prelude::*;

use super::said;
use crate::metrics::{Dim, LeadRules, MOST_SCORE_RULES, RuleField, ScoreRule};
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::{LeadsView, ScoredLead};

/// The rules, and whether they hold.
pub fn rules(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let (rules, limits) = (view.rules.clone(), view.limits);
    let choice = [(false, "leads.by_file"), (true, "leads.by_rules")].map(|(by_rules, key)| {
        let changed = LeadRules { by_rules, ..rules.clone() };
        let is_on = rules.by_rules == by_rules;
        view! {
            <button
                type="button"
                aria-pressed=is_on.to_string()
                on:click=move |_| {
                    if !is_on {
                        session.set_leads(changed.clone(), limits);
                    }
                }
            >
                {words.t(key)}
            </button>
        }
    });
    let rows = rules.rules.iter().enumerate().map(|(place, rule)| {
        let mut rest = rules.clone();
        rest.rules.remove(place);
        let hits = u64::from(view.rule_hits.get(place).copied().unwrap_or(0));
        let label = words.fill("leads.delete_rule", &[("word", &rule.word)]);
        view! {
            <tr>
                <th scope="row">{said_rule(words, rule)}</th>
                <td class="r num">
                    <bdi dir="ltr">{points(words, rule.points)}</bdi>
                </td>
                <td class="r num">{most(words, rule.most)}</td>
                <td class="r num">{words.integer(hits)}</td>
                <td class="r">
                    <button
                        class="link"
                        aria-label=label
                        on:click=move |_| session.set_leads(rest.clone(), limits)
                    >
                        {words.t("action.delete")}
                    </button>
                </td>
            </tr>
        }
        .into_any()
    });
    let rows: Vec<AnyView> = rows.collect();
    let head = ["leads.col_rule", "leads.col_points", "leads.col_most", "leads.col_hits", "leads.col_change"];
    let head = head.map(|key| words.t(key)).into();
    let table = (!rows.is_empty())
        .then(|| said::table(words.t("leads.rules"), head, &[1, 2, 3], rows, "leads-rules"));
    let more = if rules.rules.len() < MOST_SCORE_RULES {
        new_rule(session, rules, limits)
    } else {
        view! { <p class="small q3">{words.t("leads.rules_full")}</p> }.into_any()
    };
    view! {
        <section class="sec">
            <h2>{words.t("leads.rules")}</h2>
            <p class="quiet small">{words.t("leads.rules_text")}</p>
            <div class="seg" role="group" aria-label=words.t("leads.rules")>
                {choice.into_iter().collect_view()}
            </div>
            {table}
            {more}
        </section>
    }
    .into_any()
}

fn new_rule(session: Session, rules: LeadRules, limits: (f64, f64)) -> AnyView {
    let words = session.words();
    let (on, word) = (RwSignal::new(RuleField::Touch), RwSignal::new(String::new()));
    let (points, most) = (RwSignal::new("10".to_owned()), RwSignal::new(String::new()));
    let options = RuleField::ALL.map(|field| {
        view! { <option value=field.id()>{words.t(&format!("leads.on.{}", field.id()))}</option> }
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = word.get_untracked().trim().to_owned();
        let Ok(points) = points.get_untracked().trim().parse::<i32>() else { return };
        if written.is_empty() {
            return;
        }
        let most = most.get_untracked().trim().parse().unwrap_or(0);
        let mut rules = rules.clone();
        let points = points.clamp(-100, 100);
        rules.rules.push(ScoreRule { on: on.get_untracked(), word: written, points, most });
        session.set_leads(rules, limits);
    };
    let field = |key: &str, kind: &'static str, value: RwSignal<String>, test_id: &'static str| {
        view! {
            <label>
                <b>{words.t(key)}</b>
                <input
                    class="field"
                    type=kind
                    dir="auto"
                    data-testid=test_id
                    prop:value=move || value.get()
                    on:input=move |event| value.set(value_of(&event))
                />
            </label>
        }
    };
    view! {
        <form class="lead-form" on:submit=add>
            <label>
                <b>{words.t("leads.new_on")}</b>
                <select
                    class="sel"
                    on:change=move |event| {
                        if let Some(field) = RuleField::by_id(&value_of(&event)) {
                            on.set(field);
                        }
                    }
                >
                    {options.into_iter().collect_view()}
                </select>
            </label>
            {field("leads.new_word", "text", word, "rule-word")}
            {field("leads.new_points", "number", points, "rule-points")}
            {field("leads.new_most", "number", most, "rule-most")}
            <button class="btn" type="submit" data-testid="rule-add">
                {words.t("leads.new_rule")}
            </button>
        </form>
    }
    .into_any()
}

fn said_rule(words: Words, rule: &ScoreRule) -> String {
    words
        .fill(&format!("leads.rule.{}", rule.on.id()), &[("word", &format!("\u{2068}{}\u{2069}", rule.word))])
}

fn points(words: Words, points: i32) -> String {
    let sign = if points < 0 { "−" } else { "+" };
    format!("{sign}{}", words.integer(u64::from(points.unsigned_abs())))
}

fn most(words: Words, most: u32) -> String {
    if most == 0 { words.t("leads.every_time") } else { words.integer(u64::from(most)) }
}

/// The warmest leads, each opening to what its score is made of.
pub fn scored(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    if view.scored.is_empty() {
        return view! { <p class="emp quiet">{words.t("leads.no_scores")}</p> }.into_any();
    }
    let rows = view.scored.iter().map(|lead| row(words, lead, &view.rules.rules)).collect();
    let head = ["leads.col_person", "dim.seller", "dim.band", "leads.col_score"];
    let head = head.map(|key| words.t(key)).into();
    let shown = view.scored.len() as u64;
    let of = words.integer(u64::from(view.standing));
    view! {
        <h3>{words.t("leads.scored")}</h3>
        <p class="quiet small">{words.count("leads.scored_text", shown, &[("of", &of)])}</p>
        {said::table(words.t("leads.scored"), head, &[], rows, "leads-scored")}
    }
    .into_any()
}

fn row(words: Words, lead: &ScoredLead, rules: &[ScoreRule]) -> AnyView {
    let score = words.number(lead.score, 0);
    let lines = lead.lines.iter().filter_map(|(rule, day, given)| {
        let rule = rules.get(usize::try_from(*rule).ok()?)?;
        Some(view! {
            <li>
                <bdi dir="ltr" class="num">
                    {points(words, *given)}
                </bdi>
                " "
                {said_rule(words, rule)}
                " "
                <span class="q3 num">{words.day(*day)}</span>
            </li>
        })
    });
    let lines: Vec<_> = lines.collect();
    let given = lead.given.map(|given| {
        let given = words.number(given, 0);
        view! { <li class="q3">{words.fill("leads.given", &[("n", &given)])}</li> }
    });
    let opened = if lines.is_empty() && given.is_none() {
        view! { <b class="num">{score}</b> }.into_any()
    } else {
        view! {
            <details>
                <summary>
                    <b class="num">{score}</b>
                </summary>
                <ul class="lead-lines">{lines} {given}</ul>
            </details>
        }
        .into_any()
    };
    let name = if lead.person.is_empty() { &lead.id } else { &lead.person };
    view! {
        <tr>
            <th scope="row">{said::person(name, &lead.company)}</th>
            <td>
                <bdi>{lead.seller.clone()}</bdi>
            </td>
            <td>{words.key_name(Dim::Band, &lead.band)}</td>
            <td>{opened}</td>
        </tr>
    }
    .into_any()
}
