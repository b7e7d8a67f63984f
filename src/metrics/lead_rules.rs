//! What a person says of leads: how they are scored, what each band is given, which answers are direct ones.

use serde::{Deserialize, Serialize};

/// So many rules a score may have: more, and nobody can tell any longer where it comes from.
pub const MOST_SCORE_RULES: usize = 8;

/// How leads are scored and treated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LeadRules {
    /// Whether the rules make the score; else it is the file's.
    pub by_rules: bool,
    /// The rules, at most [`MOST_SCORE_RULES`].
    pub rules: Vec<ScoreRule>,
    /// Days in which a slow, a medium and a fast lead is expected to become a customer, from and to.
    pub windows: [(u32, u32); 3],
    /// Words of touches that give without asking.
    pub nurture_words: Vec<String>,
    /// Words of touches that ask for a purchase.
    pub sales_words: Vec<String>,
    /// Conversion points of which a person said whether they are direct.
    pub points: Vec<(String, bool)>,
}

impl Default for LeadRules {
    fn default() -> LeadRules {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
        LeadRules {
            by_rules: false,
            rules: Vec::new(),
            windows: [(180, 540), (60, 180), (0, 60)],
            nurture_words: words(&[
                "content",
                "newsletter",
                "download",
                "webinar",
                "article",
                "guide",
                "post",
                "innehåll",
                "nyhetsbrev",
                "treść",
                "poradnik",
                "محتوى",
                "نشرة",
                "内容",
                "资料",
            ]),
            sales_words: words(&[
                "sales call",
                "cold call",
                "offer",
                "quote",
                "proposal",
                "säljsamtal",
                "offert",
                "oferta",
                "عرض سعر",
                "报价",
            ]),
            points: Vec::new(),
        }
    }
}

/// A rule of the score: so many points where a field of the lead, or a touch, has a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreRule {
    /// Where the word stands.
    pub on: RuleField,
    /// The word or phrase, whole, case- and accent-insensitive.
    pub word: String,
    /// Points, each time; below zero they are taken off.
    pub points: i32,
    /// Times that count at most; 0 means every time.
    pub most: u32,
}

/// Where a rule looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleField {
    /// The lead's source as exported.
    Source,
    /// Its conversion point.
    ConversionPoint,
    /// Its campaign.
    Campaign,
    /// Its company.
    Company,
    /// The kind of each of its touches.
    Touch,
    /// The channel of each of its touches.
    Channel,
}

impl RuleField {
    /// All of them, as they are offered.
    pub const ALL: [RuleField; 6] = [
        RuleField::Touch,
        RuleField::Channel,
        RuleField::Source,
        RuleField::ConversionPoint,
        RuleField::Campaign,
        RuleField::Company,
    ];

    /// Its name in message keys.
    pub fn id(self) -> &'static str {
        match self {
            RuleField::Source => "source",
            RuleField::ConversionPoint => "conversion_point",
            RuleField::Campaign => "campaign",
            RuleField::Company => "company",
            RuleField::Touch => "touch",
            RuleField::Channel => "channel",
        }
    }

    /// The field of a name.
    pub fn by_id(id: &str) -> Option<RuleField> {
        RuleField::ALL.into_iter().find(|field| field.id() == id)
    }
}

/// Whether a text holds one of the phrases as whole words, case- and accent-insensitive.
#[cfg(feature = "engine")]
pub fn has_phrase<'a>(text: &str, phrases: impl IntoIterator<Item = &'a str>) -> bool {
    use crate::facts::fold_words;
    let words = fold_words(text);
    phrases.into_iter().any(|phrase| {
        let phrase = fold_words(phrase);
        !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
    })
}

#[cfg(feature = "engine")]
impl LeadRules {
    /// Whether somebody who came by a conversion point asked to be talked with: as a person said, else by its
    /// words.
    pub fn is_direct(&self, point: &str) -> bool {
        const WORDS: [&str; 18] = [
            "demo",
            "call",
            "meeting",
            "contact",
            "message",
            "quote",
            "trial",
            "kontakt",
            "möte",
            "samtal",
            "offert",
            "spotkanie",
            "rozmowa",
            "oferta",
            "اجتماع",
            "مكالمة",
            "رسالة",
            "会议",
        ];
        let said = self.points.iter().find(|(known, _)| known == point).map(|(_, is_direct)| *is_direct);
        said.unwrap_or_else(|| has_phrase(point, WORDS))
    }
}
