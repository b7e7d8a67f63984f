//! How credit and return are counted: the part of the definitions that a person sets on the return page.

use serde::{Deserialize, Serialize};

use crate::facts::Amount;

/// Which revenue stands against the costs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CreditRule {
    /// Of deals whose source as recorded in the CRM is the channel.
    #[default]
    Crm,
    /// First touch.
    First,
    /// Last touch.
    Last,
    /// Every touch the same.
    Linear,
    /// Later touches more.
    TimeDecay,
    /// First and last touch more.
    Position,
    /// What is lost without the channel.
    Markov,
    /// The same to every channel of a path.
    Shapley,
}

impl CreditRule {
    /// All rules, in the order in which they are offered.
    pub const ALL: [CreditRule; 8] = [
        CreditRule::Crm,
        CreditRule::First,
        CreditRule::Last,
        CreditRule::Linear,
        CreditRule::TimeDecay,
        CreditRule::Position,
        CreditRule::Markov,
        CreditRule::Shapley,
    ];

    /// The rule in the headless run's words.
    pub fn id(self) -> &'static str {
        match self {
            CreditRule::Crm => "crm",
            CreditRule::First => "first",
            CreditRule::Last => "last",
            CreditRule::Linear => "linear",
            CreditRule::TimeDecay => "time_decay",
            CreditRule::Position => "position",
            CreditRule::Markov => "markov",
            CreditRule::Shapley => "shapley",
        }
    }

    /// The rule of an id.
    pub fn by_id(id: &str) -> Option<CreditRule> {
        CreditRule::ALL.into_iter().find(|rule| rule.id() == id)
    }
}

/// What a person sets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReturnRules {
    /// Which revenue stands against the costs.
    pub rule: CreditRule,
    /// Days after which a touch weighs half, where later touches weigh more.
    pub half_life_days: f64,
    /// The first touch's share, where first and last touch weigh more.
    pub first_share: f64,
    /// The last touch's share there.
    pub last_share: f64,
    /// Share of the revenue that stays; none where revenue is taken whole.
    pub margin: Option<f64>,
    /// Whether revenue is taken from as many days later as a deal of theirs usually takes.
    pub shifts_by_cycle: bool,
    /// Growth a month that is called healthy.
    pub healthy_growth: f64,
    /// What a deal in a stage is worth.
    pub stage_values: Vec<(String, Amount)>,
}

impl Default for ReturnRules {
    fn default() -> ReturnRules {
        ReturnRules {
            rule: CreditRule::Crm,
            half_life_days: 7.0,
            first_share: 0.4,
            last_share: 0.4,
            margin: None,
            shifts_by_cycle: false,
            healthy_growth: 0.02,
            stage_values: Vec::new(),
        }
    }
}

impl ReturnRules {
    /// The same with every number inside its bounds: a half-life of at least an hour, shares that leave nothing below
    /// zero, a margin above nothing and at most everything.
    pub fn bounded(mut self) -> ReturnRules {
        let default = ReturnRules::default();
        let or = |value: f64, other: f64| if value.is_finite() { value } else { other };
        self.half_life_days = or(self.half_life_days, default.half_life_days).clamp(1.0 / 24.0, 365.0);
        self.first_share = or(self.first_share, default.first_share).clamp(0.0, 1.0);
        self.last_share = or(self.last_share, default.last_share).clamp(0.0, 1.0 - self.first_share);
        self.margin = self.margin.filter(|margin| *margin > 0.0 && *margin <= 1.0);
        self.healthy_growth = or(self.healthy_growth, default.healthy_growth).clamp(-1.0, 10.0);
        self.stage_values.retain(|(stage, value)| !stage.is_empty() && value.0 >= 0);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_held_inside_their_bounds() {
        let wild = ReturnRules {
            half_life_days: f64::NAN,
            first_share: 0.7,
            last_share: 0.9,
            margin: Some(1.5),
            healthy_growth: f64::INFINITY,
            stage_values: vec![
                (String::new(), Amount(1)),
                ("Demo".into(), Amount(-1)),
                ("Won".into(), Amount(0)),
            ],
            ..ReturnRules::default()
        };
        let bounded = wild.bounded();
        assert_eq!((bounded.half_life_days, bounded.first_share, bounded.margin), (7.0, 0.7, None));
        assert!((bounded.last_share - 0.3).abs() < 1e-12);
        assert_eq!(bounded.healthy_growth, 0.02);
        assert_eq!(bounded.stage_values, [("Won".to_owned(), Amount(0))]);
        assert_eq!(ReturnRules::default().bounded(), ReturnRules::default());
    }

    #[test]
    fn rules_are_known_by_their_ids() {
        for rule in CreditRule::ALL {
            assert_eq!(CreditRule::by_id(rule.id()), Some(rule));
        }
        assert_eq!(CreditRule::by_id("best"), None);
    }
}
