//! Posts with an attribute against those without.

use super::super::scorecard::axis_top;
use super::told::{Told, number};
use crate::metrics::{Attribute, ContentPost, Figure, State, Unit, change, metric};
use crate::views::{TagLine, TagsView};

/// Each attribute: the posts that have it against those that do not.
pub fn tags(told: &Told<'_>) -> TagsView {
    let need = told.workspace.definitions.rate_needs;
    let lines: Vec<TagLine> = Attribute::ALL.iter().map(|attribute| line(told, *attribute, need)).collect();
    let figures = lines.iter().flat_map(|line| [&line.with, &line.without]);
    TagsView { need, axis_top: axis_top(Unit::Ratio, figures, None), lines }
}

fn line(told: &Told<'_>, attribute: Attribute, need: u32) -> TagLine {
    let (with, without): (Vec<&ContentPost<'_>>, Vec<_>) = (told.posts.iter())
        .filter(|post| post.rate_part(told.counting).is_some())
        .partition(|post| told.tag(post, attribute).is_on);
    let (with, without) = (side(told, &with, need), side(told, &without, need));
    let change = metric("engagement_rate").and_then(|rate| change(rate, &with, &without));
    TagLine { attribute, words: told.rules.words_of(attribute), with, without, change }
}

/// The rate of one side; below so many posts only how many there are.
fn side(told: &Told<'_>, posts: &[&ContentPost<'_>], need: u32) -> Figure {
    let rate = told.rate_of_all(posts.iter().copied());
    if number(posts.len()) >= need || posts.is_empty() {
        return rate;
    }
    Figure { state: State::TooFew { need }, low: None, high: None, ..rate }
}
