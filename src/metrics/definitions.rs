//! Windows, thresholds, word lists and personas: the part of the definitions that a person may change.
//! They live in the workspace, and every export carries them.

use serde::{Deserialize, Serialize};

use crate::facts::{Amount, fold_words};

/// What a workspace says about how to count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Definitions {
    /// Rates of fewer cases than this show their counts only.
    pub rate_needs: u32,
    /// Hours in which an answer counts: the headline's window.
    pub response_window_hours: u32,
    /// Days after which a silent conversation begins anew.
    pub restart_days: u32,
    /// Days after which an unanswered turn is no longer waited for.
    pub response_censor_days: u32,
    /// Days that an invitation is given to be accepted.
    pub acceptance_days: u32,
    /// Days that a started conversation is given to be answered.
    pub reply_days: u32,
    /// Incoming messages that make a conversation warm.
    pub warm_incoming: u32,
    /// Days after its last incoming message that a warm conversation stays open, and an unanswered one waits.
    pub open_days: u32,
    /// Currency of money figures (ISO 4217); empty means the most frequent one.
    pub currency: String,
    /// Value of one unit of another currency in the workspace's.
    pub rates: Vec<(String, Amount)>,
    /// Statuses that mean won, folded.
    pub won_words: Vec<String>,
    /// Statuses that mean lost, folded.
    pub lost_words: Vec<String>,
    /// Lead statuses that mean "became a customer", folded.
    pub customer_words: Vec<String>,
    /// Saved personas.
    pub personas: Vec<Persona>,
}

impl Default for Definitions {
    fn default() -> Definitions {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        Definitions {
            rate_needs: 5,
            response_window_hours: 24,
            restart_days: 60,
            response_censor_days: 7,
            acceptance_days: 14,
            reply_days: 30,
            warm_incoming: 2,
            open_days: 30,
            currency: String::new(),
            rates: Vec::new(),
            won_words: words(&[
                "won",
                "closed won",
                "closedwon",
                "vunnen",
                "vunnet",
                "vunna",
                "wygrana",
                "wygrane",
                "wygrany",
                "مكسوبة",
                "رابحة",
                "赢单",
                "已赢单",
                "成交",
            ]),
            lost_words: words(&[
                "lost",
                "closed lost",
                "closedlost",
                "förlorad",
                "förlorat",
                "förlorade",
                "przegrana",
                "przegrane",
                "przegrany",
                "ضائعة",
                "خاسرة",
                "输单",
                "已输单",
                "丢单",
            ]),
            customer_words: words(&[
                "customer",
                "converted",
                "won",
                "closed won",
                "true",
                "yes",
                "1",
                "kund",
                "konverterad",
                "vunnen",
                "ja",
                "klient",
                "skonwertowany",
                "wygrany",
                "wygrana",
                "tak",
                "عميل",
                "محول",
                "مكسوبة",
                "نعم",
                "客户",
                "已转化",
                "赢单",
                "是",
            ]),
            personas: Vec::new(),
        }
    }
}

/// Whom the sellers want to know: rules over titles and companies. A connection matches when its
/// position holds one of the title words (where there are any) and its company one of the company words
/// (where there are any).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Persona {
    /// Name as shown.
    pub name: String,
    /// Words or phrases of the position, any of which will do.
    pub title_words: Vec<String>,
    /// Words or phrases of the company, any of which will do.
    pub company_words: Vec<String>,
}

impl Persona {
    /// Whether a position and a company match: whole words, case- and accent-insensitive. `None` where
    /// the position (or the company, if only that is asked) is unknown.
    pub fn matches(&self, position: &str, company: &str) -> Option<bool> {
        let fits = |phrases: &[String], text: &str| -> Option<bool> {
            if phrases.iter().all(|phrase| phrase.trim().is_empty()) {
                return Some(true);
            }
            let words = fold_words(text);
            if words.is_empty() {
                return None;
            }
            Some(phrases.iter().any(|phrase| {
                let phrase = fold_words(phrase);
                !phrase.is_empty() && words.windows(phrase.len()).any(|window| window == phrase)
            }))
        };
        match (fits(&self.title_words, position), fits(&self.company_words, company)) {
            (Some(title), Some(company)) => Some(title && company),
            (Some(false), None) | (None, Some(false)) => Some(false),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Head of IT", "", Some(true))]
    #[case("Kierownik ds. IT, Główny", "", Some(true))]
    #[case("Pitman", "", Some(false))]
    #[case("", "Acme", None)]
    fn titles_match_whole_words(
        #[case] position: &str,
        #[case] company: &str,
        #[case] expected: Option<bool>,
    ) {
        let persona =
            Persona { title_words: vec!["it".into(), "quality manager".into()], ..Persona::default() };
        assert_eq!(persona.matches(position, company), expected);
    }

    #[test]
    fn a_phrase_matches_in_order() {
        let persona = Persona { title_words: vec!["quality manager".into()], ..Persona::default() };
        assert_eq!(persona.matches("Senior Quality Manager", ""), Some(true));
        assert_eq!(persona.matches("Manager, Quality", ""), Some(false));
    }
}
