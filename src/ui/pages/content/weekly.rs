//! Posts by week with the line of their goal, and how far the goals for posts have come.

use leptos::prelude::*;

use super::super::goals::brief;
use super::super::shown::{Drawn, drawn_where};
use super::{Desk, cells};
use crate::charts::ChartSpec;
use crate::facts::Bucket;
use crate::metrics::Unit;

/// The section.
pub fn weekly(desk: Desk) -> AnyView {
    let words = desk.words;
    let chart = desk.part(move |view| {
        let spec = view.sharers.weekly.as_ref()?;
        let mut drawn = Drawn::trend(words, "posts_shared", Unit::Count, Some(Bucket::Week), spec);
        if let ChartSpec::Trend(trend) = spec
            && trend.goal.is_some()
        {
            drawn.goal = words.t("content.weekly_goal");
        }
        Some(drawn)
    });
    let goals = desk.part(|view| view.sharers.goals.clone());
    let body = view! {
        {drawn_where(chart, "short", "weekly-posts")}
        {move || goals.with(|goals| brief(desk.session, goals, "content.weekly_none", "post-goals"))}
    };
    cells::section(words.t("content.weekly"), move || words.t("content.weekly_text"), body)
}
