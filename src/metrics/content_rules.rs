//! How content is counted where a person may choose: weights, thresholds, and which words tell what a post is.

use serde::{Deserialize, Serialize};

/// What a post can be besides its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribute {
    /// It teaches something.
    Educate,
    /// It entertains.
    Entertain,
    /// It inspires.
    Inspire,
    /// It has an image.
    Image,
    /// It has a headline.
    Headline,
    /// It asks for something.
    CallToAction,
}

impl Attribute {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Attribute; 6] = [
        Attribute::Educate,
        Attribute::Entertain,
        Attribute::Inspire,
        Attribute::Image,
        Attribute::Headline,
        Attribute::CallToAction,
    ];

    /// Its name in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Attribute::Educate => "educate",
            Attribute::Entertain => "entertain",
            Attribute::Inspire => "inspire",
            Attribute::Image => "image",
            Attribute::Headline => "headline",
            Attribute::CallToAction => "call_to_action",
        }
    }
}

/// What one of each kind of engagement is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// A reaction.
    pub reactions: f64,
    /// A comment.
    pub comments: f64,
    /// A share.
    pub shares: f64,
    /// A click.
    pub clicks: f64,
}

impl Default for Weights {
    fn default() -> Weights {
        Weights { reactions: 1.0, comments: 1.0, shares: 1.0, clicks: 1.0 }
    }
}

impl Weights {
    /// Whether every kind counts the same, so that nothing is weighted.
    pub fn is_plain(self) -> bool {
        self == Weights::default()
    }

    /// The same with numbers that can be used: from 0 to 1,000.
    pub fn tidy(self) -> Weights {
        let tidy = |weight: f64| if weight.is_finite() { weight.clamp(0.0, 1_000.0) } else { 1.0 };
        Weights {
            reactions: tidy(self.reactions),
            comments: tidy(self.comments),
            shares: tidy(self.shares),
            clicks: tidy(self.clicks),
        }
    }
}

/// Words that say what a post is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagRule {
    /// What.
    pub attribute: Attribute,
    /// Words or phrases, any of which will do.
    pub words: Vec<String>,
}

/// How content is counted where a person may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContentRules {
    /// Posts shown fewer times than this are not ranked.
    pub least_impressions: u32,
    /// What one of each kind of engagement is worth.
    pub weights: Weights,
    /// A seller's follower engagement is low when it lies so many per cent below the seller's own median.
    pub low_margin_percent: u32,
    /// Words that say what a post is.
    pub tag_rules: Vec<TagRule>,
}

impl Default for ContentRules {
    fn default() -> ContentRules {
        ContentRules {
            least_impressions: 100,
            weights: Weights::default(),
            low_margin_percent: 20,
            tag_rules: Vec::new(),
        }
    }
}

impl ContentRules {
    /// The same with numbers and words that can be used: blank words mean nothing.
    pub fn tidy(mut self) -> ContentRules {
        self.weights = self.weights.tidy();
        self.low_margin_percent = self.low_margin_percent.min(95);
        for rule in &mut self.tag_rules {
            rule.words = rule.words.iter().map(|word| word.trim().to_owned()).collect();
            rule.words.retain(|word| !word.is_empty());
        }
        self.tag_rules.retain(|rule| !rule.words.is_empty());
        self
    }

    /// The words that say that a post is something.
    pub fn words_of(&self, attribute: Attribute) -> Vec<String> {
        let own = self.tag_rules.iter().filter(|rule| rule.attribute == attribute);
        own.flat_map(|rule| rule.words.iter().cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_kept_in_usable_form() {
        let rules = ContentRules {
            weights: Weights { reactions: f64::NAN, comments: -2.0, ..Weights::default() },
            low_margin_percent: 400,
            tag_rules: vec![
                TagRule { attribute: Attribute::Image, words: vec![" photo ".into(), " ".into()] },
                TagRule { attribute: Attribute::Headline, words: vec![String::new()] },
            ],
            ..ContentRules::default()
        };
        let tidy = rules.tidy();
        assert_eq!((tidy.weights.reactions, tidy.weights.comments), (1.0, 0.0));
        assert_eq!(tidy.low_margin_percent, 95);
        assert_eq!(tidy.words_of(Attribute::Image), ["photo"]);
        assert_eq!(tidy.tag_rules.len(), 1);
        assert!(!tidy.weights.is_plain());
    }

    #[test]
    fn what_is_not_said_is_as_it_was() {
        let rules: ContentRules = serde_json::from_str(r#"{"weights":{"clicks":4}}"#).unwrap();
        assert_eq!(rules.weights, Weights { clicks: 4.0, ..Weights::default() });
        assert_eq!(rules.least_impressions, 100);
    }
}
