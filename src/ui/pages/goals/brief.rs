//! The goals that belong to another page, told there: what they want, the needed pace, and where it leads.

use leptos::prelude::*;

use super::list::{now, standing};
use super::says::{goal_name, outlook, pace, whose};
use crate::facts::Span;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::views::GoalLine;

/// The table; where there is no goal, what could be set, and where.
pub fn brief(session: Session, goals: &[GoalLine], none: &str, test_id: &'static str) -> AnyView {
    let words = session.words();
    let link = view! { <a href=session.href_now(Page::Goals)>{words.t("nav.goals")}</a> };
    if goals.is_empty() {
        return view! { <p class="emp quiet small">{words.t(none)}" "{link}</p> }.into_any();
    }
    let head = |key: &str| view! { <th scope="col">{words.t(key)}</th> };
    let rows = goals.iter().map(|line| row(session, line)).collect_view();
    view! {
        <div class="scrolls">
            <table class="data goals" data-testid=test_id>
                <thead>
                    <tr>
                        {head("goals.col_goal")} {head("goals.col_now")} {head("goals.col_pace")}
                        {head("goals.col_standing")}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="small quiet">{words.t("goals.method")}" "{link}</p>
    }
    .into_any()
}

fn row(session: Session, line: &GoalLine) -> AnyView {
    let words = session.words();
    let goal = &line.goal;
    let paces = pace(words, line, "")
        .into_iter()
        .map(|text| view! { <span class="line num">{text}</span> })
        .collect_view();
    view! {
        <tr>
            <th scope="row">
                {goal_name(words, goal)}
                <small class="quiet">{whose(words, &goal.of)}</small>
                <small class="q3 num">{words.span(Span { from: goal.start, to: goal.deadline })}</small>
            </th>
            <td class="num">{now(words, line, "")}</td>
            <td data-head=words.t("goals.col_pace")>{paces}</td>
            <td class="c-stand">
                {standing(words, line.progress.standing)}
                <span class="line small quiet">{outlook(words, line, "")}</span>
            </td>
        </tr>
    }
    .into_any()
}
