//! What is said of a goal in words.

use crate::metrics::{Forecast, Goal, GoalOf, GoalPer, Measure, Outlook, Progress, Standing, Unit};
use crate::ui::words::Words;
use crate::views::{GoalLine, GoalsView};

/// How the goals stand together.
pub fn tally(words: Words, view: &GoalsView) -> String {
    if view.goals.is_empty() {
        return words.t("goals.none");
    }
    let count = |standings: &[Standing]| {
        let fits = view.goals.iter().filter(|line| standings.contains(&line.progress.standing)).count();
        words.integer(u64::try_from(fits).unwrap_or(0))
    };
    let all = u64::try_from(view.goals.len()).unwrap_or(0);
    let rest = [Standing::NotBegun, Standing::Unknown, Standing::CannotTell];
    words.count(
        "goals.tally",
        all,
        &[
            ("reached", &count(&[Standing::Reached])),
            ("on", &count(&[Standing::OnPace, Standing::Ahead])),
            ("behind", &count(&[Standing::Behind, Standing::NotReached])),
            ("open", &count(&rest)),
        ],
    )
}

/// What is wanted: the metric, and of whom it counts.
pub fn goal_name(words: Words, goal: &Goal) -> String {
    let metric = words.metric_name(&goal.metric, None);
    let part =
        (goal.persona.clone()).or_else(|| goal.key.as_ref().map(|(dim, key)| words.key_name(*dim, key)));
    match part {
        Some(part) => {
            words.fill("goals.name_of", &[("metric", &metric), ("part", &format!("\u{2068}{part}\u{2069}"))])
        }
        None => metric,
    }
}

/// Whose goal it is.
pub fn whose(words: Words, of: &GoalOf) -> String {
    match of {
        GoalOf::All => words.t("goals.everyone"),
        GoalOf::Team(name) => {
            words.fill("filter.whole_team", &[("team", &format!("\u{2068}{name}\u{2069}"))])
        }
        GoalOf::Seller(name) => format!("\u{2068}{name}\u{2069}"),
    }
}

/// The word of a standing.
pub fn standing_word(words: Words, standing: Standing) -> String {
    words.t(match standing {
        Standing::NotBegun => "goals.standing.not_begun",
        Standing::Unknown => "goals.standing.unknown",
        Standing::Reached => "goals.standing.reached",
        Standing::Ahead => "goals.standing.ahead",
        Standing::OnPace => "goals.standing.on_pace",
        Standing::Behind => "goals.standing.behind",
        Standing::NotReached => "goals.standing.not_reached",
        Standing::CannotTell => "goals.standing.cannot_tell",
    })
}

/// The target as it was set.
pub fn target(words: Words, line: &GoalLine, currency: &str) -> String {
    let value = plain(words, line.unit, line.goal.target, currency);
    if line.progress.measure == Measure::Sum && line.goal.per == GoalPer::Week {
        words.fill("goals.per_week", &[("value", &value)])
    } else {
        value
    }
}

/// A number of things, which may be a part of one on average, or any other value.
pub fn plain(words: Words, unit: Unit, value: f64, currency: &str) -> String {
    match unit {
        Unit::Count | Unit::Score | Unit::TopPercent if value.fract() != 0.0 => {
            words.number(value, u32::from(value.abs() < 100.0))
        }
        _ => words.value_with_unit(unit, value, currency),
    }
}

/// What every week has to bring, beside what it brought.
pub fn pace(words: Words, line: &GoalLine, currency: &str) -> Vec<String> {
    let per_week = |value: f64| plain(words, line.unit, value, currency);
    let Progress { pace_needed, pace, weeks, .. } = &line.progress;
    let mut said = Vec::new();
    if let Some(needed) = pace_needed.filter(|_| line.progress.standing != Standing::Reached) {
        said.push(words.fill("goals.needed", &[("value", &per_week(needed))]));
    }
    if let Some(pace) = pace {
        said.push(words.fill("goals.so_far", &[("value", &per_week(*pace))]));
    }
    if let Some((reached, all)) = weeks.filter(|(_, all)| *all > 0) {
        said.push(words.fill(
            "goals.weeks",
            &[("k", &words.integer(u64::from(reached))), ("n", &words.integer(u64::from(all)))],
        ));
    }
    said
}

/// Where it leads, or why that cannot be said.
pub fn outlook(words: Words, line: &GoalLine, currency: &str) -> Option<String> {
    let progress = &line.progress;
    if progress.measure == Measure::Rate || progress.as_of.is_none() || progress.standing == Standing::Reached
    {
        return None;
    }
    if progress.as_of == Some(line.goal.deadline) {
        return None;
    }
    let Some(forecast) = &progress.forecast else {
        return Some(words.count("goals.no_forecast", u64::from(progress.steps), &[]));
    };
    let by = words.day(line.goal.deadline);
    let at = words.count(
        "goals.forecast",
        u64::from(forecast.steps),
        &[
            ("value", &plain(words, line.unit, forecast.value.round(), currency)),
            ("interval", &words.interval(line.unit, forecast.low.round(), forecast.high.round(), currency)),
            ("day", &by),
        ],
    );
    let outlook = words.t(match forecast.outlook {
        Outlook::Likely => "goals.outlook.likely",
        Outlook::Open => "goals.outlook.open",
        Outlook::Unlikely => "goals.outlook.unlikely",
    });
    // Of a target per week the sum may be there before its weeks are.
    let when = (forecast.day != progress.as_of).then(|| when(words, forecast)).flatten();
    Some(words.sentences([Some(at), Some(outlook), when].into_iter().flatten()))
}

/// The day on which the target is reached, with the days of the interval.
fn when(words: Words, forecast: &Forecast) -> Option<String> {
    let day = words.day(forecast.day?);
    Some(match (forecast.earliest, forecast.latest) {
        (Some(earliest), Some(latest)) => words.fill(
            "goals.when",
            &[("day", &day), ("earliest", &words.day(earliest)), ("latest", &words.day(latest))],
        ),
        (Some(earliest), None) => {
            words.fill("goals.when_or_never", &[("day", &day), ("earliest", &words.day(earliest))])
        }
        _ => return None,
    })
}
