//! Where records of two systems meet, as the page shows it.

use crate::facts::Facts;
use crate::views::{DecisionView, MatchesView, MeetingList, MeetingView, SideView};
use crate::workspace::{Decision, Meeting, Side, Workspace};

/// Where records of two systems meet; of each list the first.
pub fn matches_view(workspace: &Workspace, facts: &Facts, most: usize) -> MatchesView {
    let review = workspace.match_review(facts);
    let list = |meetings: &[Meeting]| MeetingList {
        total: meetings.len() as u64,
        rows: meetings.iter().take(most).map(meeting).collect(),
    };
    MatchesView {
        suggests: workspace.matches.suggests,
        suggestions: list(&review.suggestions),
        decided: workspace.matches.decisions().iter().rev().map(decision).collect(),
        by_name: list(&review.by_name),
        exact: list(&review.exact),
    }
}

fn meeting(meeting: &Meeting) -> MeetingView {
    MeetingView {
        ground: meeting.ground.id().to_owned(),
        key: meeting.key.clone(),
        one: side(&meeting.one),
        other: meeting.other.as_ref().map(side),
        // Keys are texts, which JSON cannot refuse.
        pair: meeting.pair.as_ref().map(|pair| serde_json::to_string(pair).unwrap_or_default()),
        companies_differ: meeting.companies_differ,
    }
}

fn side(side: &Side) -> SideView {
    SideView { name: side.name.clone(), detail: side.detail.clone(), places: side.places.clone() }
}

fn decision(decision: &Decision) -> DecisionView {
    DecisionView { id: decision.id, names: decision.names.clone(), is_same: decision.is_same }
}
