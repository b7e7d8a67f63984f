//! What the sellers have set out to do: their goals and their programme.

use serde::{Deserialize, Serialize};

use super::goals::Goals;
use super::roster::Roster;
use crate::metrics::{Programme, ProgrammeChange, Quota};

/// What the sellers have set out to do. Every change of it can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What they want to reach.
    pub goals: Goals,
    /// The programme that they are part of.
    pub programme: Programme,
    /// Whether the changes that platforms made to their numbers are kept off the charts.
    pub hides_platform_events: bool,
}

impl Plan {
    /// Changes the programme; false where the change makes no sense. A name that a seller is shown under becomes
    /// the one that files have.
    pub fn change_programme(&mut self, change: &ProgrammeChange, roster: &Roster) -> bool {
        let kept = |quota: &Quota| Quota {
            seller: quota.seller.as_ref().map(|name| roster.kept(name).to_owned()),
            ..quota.clone()
        };
        match change {
            ProgrammeChange::SetQuota(quota) => self.programme.apply(&ProgrammeChange::SetQuota(kept(quota))),
            ProgrammeChange::RemoveQuota(quota) => {
                self.programme.apply(&ProgrammeChange::RemoveQuota(kept(quota)))
            }
            other => self.programme.apply(other),
        }
    }

    /// The quotas with sellers by the names that are shown.
    pub fn quotas(&self, roster: &Roster) -> Vec<Quota> {
        let shown = |quota: &Quota| Quota {
            seller: quota.seller.as_ref().map(|name| roster.shown(name).to_owned()),
            ..quota.clone()
        };
        self.programme.quotas.iter().map(shown).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::facts::{Day, RosterChange};
    use crate::metrics::{QuotaOf, QuotaPer};

    #[test]
    fn a_quota_follows_its_seller_through_new_names() {
        let (mut plan, mut roster) = (Plan::default(), Roster::default());
        let in_files = BTreeSet::from(["Ada".to_owned()]);
        let rename = |roster: &mut Roster, seller: &str, name: &str| {
            let change = RosterChange::Rename { seller: seller.into(), name: name.into() };
            roster.apply(&change, &in_files).unwrap();
        };
        rename(&mut roster, "Ada", "Ada Ek");
        let of = QuotaOf::Deals(2);
        let quota = Quota { seller: Some("Ada Ek".into()), from: Day(0), per: QuotaPer::Month, of };
        assert!(plan.change_programme(&ProgrammeChange::SetQuota(quota.clone()), &roster));
        assert_eq!(plan.programme.quotas[0].seller.as_deref(), Some("Ada"));
        rename(&mut roster, "Ada Ek", "Ada Berg");
        let shown = plan.quotas(&roster);
        assert_eq!(shown[0].seller.as_deref(), Some("Ada Berg"));
        assert!(!plan.change_programme(&ProgrammeChange::RemoveQuota(quota), &roster));
        assert!(plan.change_programme(&ProgrammeChange::RemoveQuota(shown[0].clone()), &roster));
        let nothing = Quota { of: QuotaOf::Deals(0), ..shown[0].clone() };
        assert!(!plan.change_programme(&ProgrammeChange::SetQuota(nothing), &roster));
    }
}
