//! The fields of the form, and what was written in them.

use leptos::html;
use leptos::prelude::*;

use crate::facts::Day;
use crate::metrics::{Goal, GoalOf, GoalPer, Unit};
use crate::ui::parts::typed_digits;
use crate::ui::words::Words;
use crate::views::{GoalLine, GoalMetric, GoalsView};

/// What is written in the form.
#[derive(Clone, Copy)]
pub struct Fields {
    /// Number of the goal that is changed; 0 for a new one.
    pub id: RwSignal<u32>,
    /// Metric id.
    pub metric: RwSignal<String>,
    /// Persona by name; blank for none.
    pub persona: RwSignal<String>,
    /// Whose.
    pub of: RwSignal<GoalOf>,
    /// The target.
    pub target: RwSignal<String>,
    /// What it says.
    pub per: RwSignal<GoalPer>,
    /// First day.
    pub start: RwSignal<String>,
    /// What a level was then.
    pub start_value: RwSignal<String>,
    /// Last day.
    pub deadline: RwSignal<String>,
    /// Weeks between reminders.
    pub every: RwSignal<u8>,
    /// The row of a breakdown of a goal that is changed, which the form does not touch.
    key: RwSignal<Option<(crate::metrics::Dim, String)>>,
    /// Key of what is wrong; none where nothing is.
    pub fault: RwSignal<Option<&'static str>>,
    /// The field of the target, which gets the focus.
    pub focus: NodeRef<html::Input>,
}

/// A goal that is often set: its metric, its number, and what the number says.
pub struct Preset {
    /// Name for keys and tests.
    pub id: &'static str,
    metric: &'static str,
    target: &'static str,
    per: GoalPer,
}

/// The goals that are often set.
pub const PRESETS: [Preset; 4] = [
    Preset { id: "persona", metric: "persona_connections", target: "50", per: GoalPer::Deadline },
    Preset { id: "posts", metric: "posts_shared", target: "2", per: GoalPer::Week },
    Preset { id: "warm", metric: "warm_conversations", target: "20", per: GoalPer::Deadline },
    Preset { id: "meetings", metric: "meetings", target: "10", per: GoalPer::Deadline },
];

impl Fields {
    /// A form in which nothing is written yet.
    pub fn new() -> Fields {
        let text = || RwSignal::new(String::new());
        Fields {
            id: RwSignal::new(0),
            metric: text(),
            persona: text(),
            of: RwSignal::new(GoalOf::All),
            target: text(),
            per: RwSignal::new(GoalPer::Deadline),
            start: text(),
            start_value: text(),
            deadline: text(),
            every: RwSignal::new(1),
            key: RwSignal::new(None),
            fault: RwSignal::new(None),
            focus: NodeRef::new(),
        }
    }

    /// Writes a goal that is often set: 13 weeks from the Monday on in which the data end.
    pub fn preset(self, preset: &Preset, view: &GoalsView, today: Day) {
        let start = view.frame.data_end.unwrap_or(today).week_start();
        self.id.set(0);
        self.key.set(None);
        self.metric.set(preset.metric.to_owned());
        let is_of_persona = view.metrics.iter().any(|metric| metric.id == preset.metric && metric.of_persona);
        let first = view.frame.personas.first().filter(|_| is_of_persona);
        self.persona.set(first.cloned().unwrap_or_default());
        self.of.set(GoalOf::All);
        self.target.set(preset.target.to_owned());
        self.per.set(preset.per);
        self.start.set(start.iso());
        self.start_value.set(String::new());
        self.deadline.set(start.plus(13 * 7 - 1).iso());
        self.every.set(1);
        self.ready();
    }

    /// Writes a goal that is to be changed.
    pub fn edit(self, words: Words, line: &GoalLine) {
        let goal = &line.goal;
        let shown = |value: f64| words.typed(if line.unit == Unit::Ratio { value * 100.0 } else { value });
        self.id.set(goal.id);
        self.key.set(goal.key.clone());
        self.metric.set(goal.metric.clone());
        self.persona.set(goal.persona.clone().unwrap_or_default());
        self.of.set(goal.of.clone());
        self.target.set(shown(goal.target));
        self.per.set(goal.per);
        self.start.set(goal.start.iso());
        self.start_value.set(goal.start_value.map(shown).unwrap_or_default());
        self.deadline.set(goal.deadline.iso());
        self.every.set(goal.every_weeks);
        self.ready();
    }

    /// Empties the form.
    pub fn clear(self) {
        self.id.set(0);
        self.key.set(None);
        for text in [self.metric, self.target, self.start_value, self.persona] {
            text.set(String::new());
        }
        self.fault.set(None);
    }

    fn ready(self) {
        self.fault.set(None);
        if let Some(field) = self.focus.get_untracked() {
            // Focus is a help; where it fails the form is no worse.
            let _ = field.focus();
            field.select();
        }
    }

    /// The goal that is written.
    ///
    /// # Errors
    /// Key of what is wrong.
    pub fn goal(self, metrics: &[GoalMetric]) -> Result<Goal, &'static str> {
        let metric = self.metric.get_untracked();
        let known = metrics.iter().find(|known| known.id == metric).ok_or("goals.fault.metric")?;
        let number = |text: &str| read_number(text, known.unit);
        let target = number(&self.target.get_untracked()).ok_or("goals.fault.target")?;
        let day = |text: RwSignal<String>| Day::parse_iso(&text.get_untracked());
        let start = day(self.start).ok_or("goals.fault.start")?;
        let deadline = day(self.deadline).filter(|day| *day > start).ok_or("goals.fault.deadline")?;
        let written = self.start_value.get_untracked();
        let start_value = match written.trim() {
            "" => None,
            text => Some(number(text).ok_or("goals.fault.start_value")?),
        };
        let persona = Some(self.persona.get_untracked()).filter(|name| !name.is_empty());
        if known.of_persona && persona.is_none() {
            return Err("goals.fault.persona");
        }
        Ok(Goal {
            id: self.id.get_untracked(),
            metric,
            persona: persona.filter(|_| known.of_persona),
            key: self.key.get_untracked(),
            of: self.of.get_untracked(),
            target,
            per: self.per.get_untracked(),
            start,
            start_value,
            deadline,
            every_weeks: self.every.get_untracked(),
        })
    }
}

/// A number as typed, in the metric's unit: a share is typed in per cent.
pub fn read_number(text: &str, unit: Unit) -> Option<f64> {
    let digits = typed_digits(text.trim().trim_end_matches(['%', '٪']));
    let number = digits.parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0)?;
    Some(if unit == Unit::Ratio { number / 100.0 } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("50", Unit::Count, Some(50.0))]
    #[case(" 1 200 ", Unit::Money, Some(1200.0))]
    #[case("1,200,000", Unit::Money, Some(1_200_000.0))]
    #[case("2,5", Unit::Count, Some(2.5))]
    #[case("60 %", Unit::Ratio, Some(0.6))]
    #[case("٤٠", Unit::Count, Some(40.0))]
    #[case("-3", Unit::Count, None)]
    #[case("soon", Unit::Count, None)]
    #[case("inf", Unit::Count, None)]
    fn numbers_as_they_are_typed(#[case] text: &str, #[case] unit: Unit, #[case] expected: Option<f64>) {
        assert_eq!(read_number(text, unit), expected);
    }
}
