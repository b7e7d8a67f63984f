//! Won, lost or open; and whether a lead's status says "customer". The word lists are the workspace's own.

use std::collections::BTreeSet;

use super::Definitions;
use crate::facts::{fold_name, gather};

/// How a deal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealState {
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// Anything else.
    Open,
}

/// The word lists of the definitions, folded and ready to be asked.
#[derive(Clone, Debug)]
pub struct Statuses {
    won: BTreeSet<String>,
    lost: BTreeSet<String>,
    customer: BTreeSet<String>,
}

impl Statuses {
    /// From the definitions.
    pub fn new(definitions: &Definitions) -> Statuses {
        let fold = |words: &[String]| gather(words.iter().map(|word| fold_name(word)));
        Statuses {
            won: fold(&definitions.won_words),
            lost: fold(&definitions.lost_words),
            customer: fold(&definitions.customer_words),
        }
    }

    /// How a deal of this status stands: the whole status counts, not a word inside it.
    pub fn deal(&self, status: &str) -> DealState {
        let status = fold_name(status);
        if self.won.contains(&status) {
            DealState::Won
        } else if self.lost.contains(&status) {
            DealState::Lost
        } else {
            DealState::Open
        }
    }

    /// Whether a lead of this status became a customer.
    pub fn is_customer(&self, status: &str) -> bool {
        self.customer.contains(&fold_name(status))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Won", DealState::Won)]
    #[case(" CLOSED\u{a0}WON ", DealState::Won)]
    #[case("closedwon", DealState::Won)]
    #[case("Vunnen", DealState::Won)]
    #[case("赢单", DealState::Won)]
    #[case("Closed Lost", DealState::Lost)]
    #[case("Förlorad", DealState::Lost)]
    #[case("Przegrana", DealState::Lost)]
    #[case("Negotiation: not won yet", DealState::Open)]
    #[case("", DealState::Open)]
    fn deals(#[case] status: &str, #[case] state: DealState) {
        assert_eq!(Statuses::new(&Definitions::default()).deal(status), state);
    }

    #[rstest]
    #[case("Customer", true)]
    #[case("TRUE", true)]
    #[case("1", true)]
    #[case("0", false)]
    #[case("Not a customer", false)]
    #[case("", false)]
    fn leads(#[case] status: &str, #[case] is_customer: bool) {
        assert_eq!(Statuses::new(&Definitions::default()).is_customer(status), is_customer);
    }

    #[test]
    fn the_workspace_s_own_words_count() {
        let definitions = Definitions { won_words: vec!["Signed OFF".into()], ..Definitions::default() };
        let statuses = Statuses::new(&definitions);
        assert_eq!(statuses.deal("signed off"), DealState::Won);
        assert_eq!(statuses.deal("won"), DealState::Open);
    }
}
