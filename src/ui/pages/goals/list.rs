//! The table of goals.

use leptos::prelude::*;

use super::fields::Fields;
use super::says::{goal_name, outlook, pace, plain, standing_word, target, whose};
use super::way::Way;
use crate::facts::Span;
use crate::metrics::{GoalChange, Measure, Standing};
use crate::ui::browser::{now_iso, now_millis, today};
use crate::ui::parts::GoalMark;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Ask, GoalLine, GoalsView, Reminder};

/// The table; nothing where there is no goal.
pub fn list(session: Session, view: Signal<GoalsView>, fields: Fields) -> impl IntoView {
    let words = session.words();
    move || {
        view.with(|view| {
            if view.goals.is_empty() {
                return None;
            }
            let currency = &view.frame.currency;
            let rows = view.goals.iter().map(|line| row(session, line, currency, fields)).collect_view();
            let head = |key: &str| view! { <th scope="col">{words.t(key)}</th> };
            let table = view! {
                <table class="data goals" data-testid="goals">
                    <thead>
                        <tr>
                            {head("goals.col_goal")} {head("goals.col_now")} {head("goals.col_way")}
                            {head("goals.col_pace")} {head("goals.col_standing")}
                            <th scope="col">
                                <span class="vh">{words.t("goals.col_change")}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                <p class="small quiet">{words.t("goals.method")}</p>
            };
            Some(table.into_any())
        })
    }
}

fn row(session: Session, line: &GoalLine, currency: &str, fields: Fields) -> AnyView {
    let words = session.words();
    let goal = &line.goal;
    let name = goal_name(words, goal);
    let page = Page::Metric { id: goal.metric.clone(), by: None, variant: None, over: None };
    let progress = line.progress.clone();
    let way = (progress.measure != Measure::Rate && progress.as_of.is_some())
        .then(|| view! { <Way progress=progress from=goal.start.plus(-1) to=goal.deadline /> });
    let paces = pace(words, line, currency)
        .into_iter()
        .map(|text| view! { <span class="line num">{text}</span> })
        .collect_view();
    let edited = line.clone();
    let label = |key: &str| words.fill(key, &[("name", &name)]);
    let delete = {
        let (id, said) = (goal.id, label("goals.said.deleted"));
        move |_| {
            let change = GoalChange::Remove(id);
            session.change_plan(Ask::ChangeGoals { change }, said.clone());
        }
    };
    let remind = {
        let reminder = reminder(words, line, currency);
        move |_| session.download_file(Ask::ReminderFile { reminder: stamped(reminder.clone()) })
    };
    view! {
        <tr data-testid=format!("goal-{}", goal.id)>
            <th scope="row">
                <a class="nl" href=session.href_now(page)>
                    {name.clone()}
                </a>
                <small class="quiet">{whose(words, &goal.of)}</small>
                <small class="q3 num">{words.span(Span { from: goal.start, to: goal.deadline })}</small>
            </th>
            <td class="num">{now(words, line, currency)}</td>
            <td class="c-way">{way}</td>
            <td data-head=words.t("goals.col_pace")>{paces}</td>
            <td class="c-stand">
                {standing(words, line.progress.standing)}
                <span class="line small quiet">{outlook(words, line, currency)}</span>
            </td>
            <td class="c-acts">
                <button
                    class="link"
                    aria-label=label("goals.edit_label")
                    data-testid="goal-edit"
                    on:click=move |_| fields.edit(words, &edited)
                >
                    {words.t("action.edit")}
                </button>
                <button class="link" aria-label=label("goals.remind_label") data-testid="goal-remind" on:click=remind>
                    {words.t("goals.remind")}
                </button>
                <button
                    class="link"
                    aria-label=label("goals.delete_label")
                    data-testid="goal-delete"
                    on:click=delete
                >
                    {words.t("action.delete")}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

/// The value over the target, and up to when it is known.
pub fn now(words: Words, line: &GoalLine, currency: &str) -> AnyView {
    let progress = &line.progress;
    let value = match progress.figure.value() {
        Some(value) => plain(words, line.unit, value, currency),
        None => "–".to_owned(),
    };
    let interval = words.figure_interval(line.unit, &progress.figure, currency);
    let counted = (progress.measure == Measure::Rate).then(|| words.counted(&progress.figure));
    let beside = [interval, counted].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let target = words.fill("goals.of_target", &[("value", &target(words, line, currency))]);
    let since = progress.start_value.filter(|_| progress.measure == Measure::Level).map(|start| {
        let value = plain(words, line.unit, start, currency);
        view! { <small class="q3">{words.fill("goals.from", &[("value", &value)])}</small> }
    });
    let until = progress.as_of.map(|day| {
        view! { <small class="q3">{words.fill("goals.as_of", &[("day", &words.day(day))])}</small> }
    });
    let why = (progress.as_of.is_none()).then(|| {
        let why = words.why_of(line.unit, &progress.figure, None, currency);
        why.map(|why| view! { <small class="q3 why">{words.sentences([why.lead, why.rest])}</small> })
    });
    view! {
        <b class="goal-now" data-testid="goal-now">
            <bdi>{value}</bdi>
        </b>
        <small class="quiet">
            <bdi>{beside}</bdi>
        </small>
        <small class="goalc">
            <GoalMark />
            <bdi>{target}</bdi>
        </small>
        {since}
        {until}
        {why}
    }
    .into_any()
}

/// The word with its shape: a dot for what is done or on its way, a ring for what cannot be told, a triangle
/// down for what lags.
pub fn standing(words: Words, standing: Standing) -> AnyView {
    let (class, shape) = match standing {
        Standing::Reached | Standing::Ahead => ("better", "M5 0 10 10H0Z"),
        Standing::OnPace => ("ink", "M1 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z"),
        Standing::Behind | Standing::NotReached => ("worse", "M5 10 10 0H0Z"),
        _ => (
            "unclear",
            "M5 1.1a3.9 3.9 0 1 0 0 7.8a3.9 3.9 0 1 0 0-7.8Zm0 1.8a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 1 1 0-4.2Z",
        ),
    };
    view! {
        <b class=format!("stand {class}") data-testid="goal-standing">
            <svg class="mk" viewBox="0 0 10 10" aria-hidden="true">
                <path d=shape fill="currentColor" />
            </svg>
            {standing_word(words, standing)}
        </b>
    }
    .into_any()
}

/// A reminder to look at the goal, on Fridays at nine.
fn reminder(words: Words, line: &GoalLine, currency: &str) -> Reminder {
    let goal = &line.goal;
    let name = goal_name(words, goal);
    let value = target(words, line, currency);
    let text = words.fill("goals.reminder_text", &[("value", &value), ("day", &words.day(goal.deadline))]);
    Reminder {
        title: words.fill("goals.reminder_title", &[("name", &name)]),
        text,
        weekday: 5,
        minute: 9 * 60,
        every_weeks: goal.every_weeks.max(1),
        from: goal.start,
        made_at: String::new(),
        id: String::new(),
    }
}

/// The reminder as it is made now.
fn stamped(reminder: Reminder) -> Reminder {
    let here = leptos::prelude::window().location().href().unwrap_or_default();
    let here = here.split('#').next().unwrap_or_default().to_owned();
    Reminder {
        text: format!("{}\n{here}#/goals", reminder.text),
        from: reminder.from.max(today()),
        made_at: now_iso(),
        id: format!("{:x}@rapport", now_millis()),
        ..reminder
    }
}
