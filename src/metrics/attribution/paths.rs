//! Where social networks stand on the paths of won deals.

use std::collections::BTreeMap;

use super::journeys::{Journey, JourneyEnd};
use crate::facts::{Reason, RowRef, gather};
use crate::metrics::deals::{DealCase, money};
use crate::metrics::source_group::group;
use crate::metrics::{Context, Samples, What};

/// Where social networks stand on a deal's path; none where a channel on which it hangs is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SocialPath {
    /// The first touch is social.
    pub sourced: Option<bool>,
    /// The last touch is social, and the first one is not.
    pub converted: Option<bool>,
    /// A touch in between is social, and neither the first nor the last.
    pub assisted: Option<bool>,
    /// Any touch is social.
    pub involved: Option<bool>,
}

impl SocialPath {
    /// Of the touches in time, each social, not, or not known; none without a touch.
    fn of(touches: &[Option<bool>]) -> Option<SocialPath> {
        let (first, last) = (*touches.first()?, *touches.last()?);
        let between = touches.get(1..touches.len() - 1).unwrap_or(&[]).iter().copied();
        Some(SocialPath {
            sourced: first,
            converted: both(not(first), last),
            assisted: both(both(not(first), not(last)), any(between)),
            involved: any(touches.iter().copied()),
        })
    }
}

fn not(a: Option<bool>) -> Option<bool> {
    a.map(|a| !a)
}

/// Both hold; what is not known matters only where the other holds.
fn both(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn any(all: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    not(all.map(not).fold(Some(true), both))
}

/// The paths of all won deals that have one.
#[derive(Debug, Default)]
pub(in crate::metrics) struct SocialPaths {
    by_deal: BTreeMap<RowRef, SocialPath>,
}

impl SocialPaths {
    fn new(ctx: &Context<'_>) -> SocialPaths {
        let is_social = |journey: &Journey| -> Vec<Option<bool>> {
            let groups = journey.touches.iter().map(|touch| group(ctx.text(touch.channel)));
            groups.map(|group| group.is_known().then(|| group.is_social())).collect()
        };
        let deals = &ctx.deals().list;
        let by_deal = ctx.journeys().list.iter().filter_map(|journey| match journey.end {
            JourneyEnd::Won(at) => Some((deals.get(at)?.row, SocialPath::of(&is_social(journey))?)),
            _ => None,
        });
        SocialPaths { by_deal: gather(by_deal) }
    }
}

impl Context<'_> {
    fn social_paths(&self) -> &SocialPaths {
        self.derived.social_paths.get_or_init(|| SocialPaths::new(self))
    }
}

/// Whether a deal's path is as asked, or why nobody can say.
fn asked(
    ctx: &Context<'_>,
    case: &DealCase,
    of: impl Fn(&SocialPath) -> Option<bool>,
) -> Result<bool, Reason> {
    let path = ctx.social_paths().by_deal.get(&case.row).ok_or(Reason::NoTouches)?;
    of(path).ok_or(Reason::Unknown)
}

/// Adds a count for each deal won: 1 where its path is as asked, else 0.
pub(super) fn add_counts(ctx: &Context<'_>, samples: &mut Samples, of: fn(&SocialPath) -> Option<bool>) {
    ctx.deals().add_closed(ctx, samples, |case, won| {
        won.then(|| match asked(ctx, case, of) {
            Ok(is_so) => What::Count(if is_so { 1.0 } else { 0.0 }),
            Err(reason) => What::LeftOut(reason),
        })
    });
}

/// Adds the money of each deal won whose path is as asked; the others add nothing, whatever their amount.
pub(super) fn add_money(ctx: &Context<'_>, samples: &mut Samples, of: fn(&SocialPath) -> Option<bool>) {
    ctx.deals().add_closed(ctx, samples, |case, won| {
        won.then(|| match asked(ctx, case, of) {
            Ok(true) => money(ctx, case, true),
            Ok(false) => What::Money { amount: 0, hit: false },
            Err(reason) => What::LeftOut(reason),
        })
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    const TOUCHES: &str = "at|channel|deal_id|lead_id|person|company|conversion";

    /// The path of the first deal, S for social, O for others, in the order of time.
    fn path(world: &World) -> Option<SocialPath> {
        let ctx = world.context();
        ctx.social_paths().by_deal.get(&ctx.deals().list[0].row).copied()
    }

    fn deals() -> World {
        World::default()
            .today("2026-06-30")
            .rows(TableId::Leads, "id|created|person|company", &["l|2025-01-01|Kim Berg|Granit AB"])
            .rows(
                TableId::Deals,
                "id|lead_id|created|closed|status|company",
                &[
                    "d|l|2025-01-01|2026-03-01|Won|",
                    "e||2025-01-01|2026-02-01|Won|Granit AB",
                    "f|x|||Open|Kalk",
                ],
            )
    }

    fn of(touches: &[Option<bool>]) -> [Option<bool>; 4] {
        let path = SocialPath::of(touches).unwrap();
        [path.sourced, path.converted, path.assisted, path.involved]
    }

    #[test]
    fn a_deal_counts_once() {
        let (social, other, unknown) = (Some(true), Some(false), None);
        assert_eq!(of(&[social, other, social]), [social, other, other, social]);
        assert_eq!(of(&[other, social, social]), [other, social, other, social]);
        assert_eq!(of(&[other, social, other]), [other, other, social, social]);
        assert_eq!(of(&[other]), [other; 4]);
        assert_eq!(of(&[social]), [social, other, other, social]);
        assert_eq!(of(&[unknown, social, other]), [unknown, other, unknown, social]);
        assert_eq!(of(&[social, unknown]), [social, other, other, social]);
        assert_eq!(of(&[other, unknown, other]), [other, other, unknown, unknown]);
        assert_eq!(SocialPath::of(&[]), None);
    }

    #[test]
    fn touches_belong_to_the_next_deal_won() {
        // The company's touch of January belongs to the deal won in February, the lead's to its own deal.
        let world = deals().rows(
            TableId::Touches,
            TOUCHES,
            &["2026-01-05|LinkedIn||||Granit AB|", "2026-02-02|Email|||kim  berg||", "2026-03-01|XING||l|||"],
        );
        let own = path(&world).unwrap();
        assert_eq!((own.sourced, own.converted), (Some(false), Some(true)));
        // A contact's touch after the last deal is nobody's, and a touch of an open deal too.
        let late = deals().rows(
            TableId::Touches,
            TOUCHES,
            &["2026-03-02|LinkedIn|||Kim Berg||", "2026-01-01|LinkedIn|f||||", "2026-03-02|LinkedIn|d||||"],
        );
        assert_eq!(path(&late), None);
    }

    #[test]
    fn a_path_looks_back_a_year() {
        let touch = |day: &str| {
            let rows = [format!("{day}|LinkedIn|d||||"), "2026-03-01|Email|d||||".to_owned()];
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            path(&deals().rows(TableId::Touches, TOUCHES, &rows)).unwrap().sourced
        };
        assert_eq!(touch("2025-03-01"), Some(true));
        assert_eq!(touch("2025-02-28"), Some(false));
    }

    #[test]
    fn a_conversion_ends_the_path_of_touches_that_name_no_deal() {
        let rows = [
            "2026-02-02|LinkedIn||l|||",
            "2026-02-03|Email||l|||yes",
            "2026-02-04|Fair||l|||",
            "2026-03-01|Email||l|||yes",
        ];
        let cut = path(&deals().rows(TableId::Touches, TOUCHES, &rows)).unwrap();
        assert_eq!(cut.involved, Some(false));
        let named = rows.map(|row| row.replace("||l", "|d|"));
        let named: Vec<&str> = named.iter().map(String::as_str).collect();
        let whole = path(&deals().rows(TableId::Touches, TOUCHES, &named)).unwrap();
        assert_eq!(whole.sourced, Some(true));
    }
}
