//! Who the sellers are beyond their names: teams, brand pages, and what can be changed about them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Day, Sym};

/// Whose account a seller's is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SellerKind {
    /// A person who sells.
    #[default]
    Person,
    /// A page of the brand: left out of every figure unless it is chosen.
    BrandPage,
}

/// Teams and brand pages of the sellers of some facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SellerRoles {
    /// Team of a seller; both are texts of the facts.
    pub teams: BTreeMap<Sym, Sym>,
    /// Sellers that are brand pages.
    pub brands: BTreeSet<Sym>,
}

impl SellerRoles {
    /// The team of a seller.
    pub fn team_of(&self, seller: Sym) -> Option<Sym> {
        self.teams.get(&seller).copied()
    }

    /// Whether a seller is a brand page.
    pub fn is_brand(&self, seller: Sym) -> bool {
        self.brands.contains(&seller)
    }

    /// Whether a seller's rows count: the chosen sellers' do, and where none is chosen everyone's but those of
    /// brand pages.
    pub fn counts(&self, chosen: Option<&[Sym]>, seller: Sym) -> bool {
        chosen.map_or_else(|| !self.is_brand(seller), |chosen| chosen.contains(&seller))
    }

    /// The sellers whose rows make up a team's figures: its people, and its brand pages where it has nobody
    /// else, because then it is they who are meant.
    pub fn members(&self, team: Sym) -> Vec<Sym> {
        let all = self.teams.iter().filter(|(_, own)| **own == team).map(|(seller, _)| *seller);
        let (pages, people): (Vec<Sym>, Vec<Sym>) = all.partition(|seller| self.is_brand(*seller));
        if people.is_empty() { pages } else { people }
    }
}

/// A change of the sellers. Sellers and teams go by the names that are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterChange {
    /// Show a seller under another name.
    Rename {
        /// Name shown so far.
        seller: String,
        /// Name to show.
        name: String,
    },
    /// Take several sellers for one.
    Merge {
        /// The sellers.
        sellers: Vec<String>,
        /// The one of them whose name, team, kind and baseline hold.
        into: String,
    },
    /// Make one of a seller's names a seller of its own again.
    Split {
        /// The seller.
        seller: String,
        /// The name as files have it.
        name: String,
    },
    /// Put a seller in a team, or in none.
    SetTeam {
        /// The seller.
        seller: String,
        /// The team.
        team: Option<String>,
    },
    /// Say whether a seller is a person or a brand page.
    SetKind {
        /// The seller.
        seller: String,
        /// Which.
        kind: SellerKind,
    },
    /// Say from which day a seller is compared; without a seller, everyone who has no day of their own.
    SetBaseline {
        /// The seller.
        seller: Option<String>,
        /// The day; none takes it away.
        day: Option<Day>,
    },
    /// Make a team.
    NewTeam {
        /// Its name.
        name: String,
    },
    /// Rename a team.
    RenameTeam {
        /// Name so far.
        team: String,
        /// New name.
        name: String,
    },
    /// Dissolve a team; its sellers are in none then.
    DeleteTeam {
        /// Its name.
        team: String,
    },
    /// Two sellers of like names are two people: do not ask again.
    Dismiss {
        /// The two.
        sellers: [String; 2],
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_brand_page_counts_only_where_it_is_chosen() {
        let roles = SellerRoles { brands: BTreeSet::from([Sym(2)]), ..SellerRoles::default() };
        assert!(roles.counts(None, Sym(1)) && roles.counts(None, Sym::BLANK));
        assert!(!roles.counts(None, Sym(2)));
        assert!(roles.counts(Some(&[Sym(2)]), Sym(2)) && !roles.counts(Some(&[Sym(2)]), Sym(1)));
    }

    #[test]
    fn a_team_is_its_people() {
        let mut roles = SellerRoles {
            teams: BTreeMap::from([(Sym(1), Sym(9)), (Sym(2), Sym(9)), (Sym(3), Sym(8))]),
            brands: BTreeSet::from([Sym(2)]),
        };
        assert_eq!(roles.members(Sym(9)), [Sym(1)]);
        roles.brands.insert(Sym(1));
        assert_eq!(roles.members(Sym(9)), [Sym(1), Sym(2)]);
        assert_eq!(roles.members(Sym(7)), []);
    }
}
