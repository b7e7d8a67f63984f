//! Which touches lead to which deal, and where social networks stand among them.
//!
//! The path of a won deal: its touches of the 365 days up to and including the day on which it was won, in time, of one
//! time in the order of the file. A touch belongs to the deal it names; one that names none belongs to the next deal of
//! its lead, else of its contact, else of its company, won on or after that day. A touch that is itself a conversion
//! ends the path of those that name no deal. One on the day of the winning does not: it cannot be told from the
//! winning itself.

use std::collections::{BTreeMap, HashMap};

use crate::facts::{Day, DealRow, LeadRow, Reason, RowRef, Sym, TouchRow, fold_name};
use crate::metrics::deals::{DealCase, Ending, money};
use crate::metrics::source_group::group;
use crate::metrics::{Context, Samples, What};

/// Days that a path looks back.
const LOOK_BACK: i32 = 365;

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

/// A touch on a deal's path.
#[derive(Clone, Copy)]
struct Touch {
    at: i64,
    row: RowRef,
    is_social: Option<bool>,
    /// It names no deal, is itself a conversion, and happened before the day of the winning.
    is_cut: bool,
    names_deal: bool,
}

/// Deals by what touches can name them by: the day on which each was won, where it was, and its place.
#[derive(Default)]
struct Index {
    by_id: HashMap<Sym, (Option<Day>, usize)>,
    by_lead: HashMap<Sym, Vec<(Option<Day>, usize)>>,
    by_person: HashMap<String, Vec<(Option<Day>, usize)>>,
    by_company: HashMap<String, Vec<(Option<Day>, usize)>>,
}

impl Index {
    fn new(ctx: &Context<'_>) -> Index {
        let leads: HashMap<Sym, LeadRow> =
            ctx.facts.rows::<LeadRow>().map(|(_, lead)| (lead.id, lead)).collect();
        let mut index = Index::default();
        for (at, (case, (_, deal))) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()).enumerate() {
            let won = match case.ending {
                Ending::Closed { won: true, on } => Some(on),
                _ => None,
            };
            let lead = leads.get(&case.lead_id).filter(|_| !case.lead_id.is_blank());
            let person = fold_name(ctx.either(deal.person, lead.map_or(Sym::BLANK, |lead| lead.person)));
            let company = fold_name(ctx.either(deal.company, lead.map_or(Sym::BLANK, |lead| lead.company)));
            index.by_id.insert(deal.id, (won, at));
            if !case.lead_id.is_blank() {
                index.by_lead.entry(case.lead_id).or_default().push((won, at));
            }
            if !person.is_empty() {
                index.by_person.entry(person).or_default().push((won, at));
            }
            if !company.is_empty() {
                index.by_company.entry(company).or_default().push((won, at));
            }
        }
        index
    }

    /// The won deal that a touch of a day belongs to, and when it was won.
    fn deal_of(&self, ctx: &Context<'_>, touch: &TouchRow, day: Day) -> Option<(Day, usize)> {
        if !touch.deal_id.is_blank() {
            let (won, at) = self.by_id.get(&touch.deal_id)?;
            return won.filter(|won| *won >= day).map(|won| (won, *at));
        }
        let of_lead = self.by_lead.get(&touch.lead_id);
        let of_person = || self.by_person.get(&fold_name(ctx.text(touch.person)));
        let of_company = || self.by_company.get(&fold_name(ctx.text(touch.company)));
        let deals = of_lead.or_else(of_person).or_else(of_company)?;
        deals.iter().filter_map(|(won, at)| Some(((*won)?, *at))).filter(|(won, _)| *won >= day).min()
    }
}

impl SocialPaths {
    fn new(ctx: &Context<'_>) -> SocialPaths {
        let index = Index::new(ctx);
        let mut paths: BTreeMap<usize, Vec<Touch>> = BTreeMap::new();
        for (row, touch) in ctx.facts.rows::<TouchRow>() {
            let Some(moment) = touch.at else { continue };
            let day = ctx.day(moment);
            let Some((won, deal)) = index.deal_of(ctx, &touch, day) else { continue };
            if day < won.plus(-LOOK_BACK) {
                continue;
            }
            let channel = group(ctx.text(touch.channel));
            let names_deal = !touch.deal_id.is_blank();
            paths.entry(deal).or_default().push(Touch {
                at: moment.utc_seconds(ctx.zone),
                row,
                is_social: channel.is_known().then(|| channel.is_social()),
                is_cut: !names_deal && touch.conversion == Some(true) && day < won,
                names_deal,
            });
        }
        let deals = &ctx.deals().list;
        let by_deal = (paths.into_iter()).filter_map(|(deal, mut touches)| {
            touches.sort_by_key(|touch| (touch.at, touch.row));
            let after_cut = touches.iter().rposition(|touch| touch.is_cut).map_or(0, |cut| cut + 1);
            let own: Vec<Option<bool>> = (touches.iter().enumerate())
                .filter(|(at, touch)| *at >= after_cut || touch.names_deal)
                .map(|(_, touch)| touch.is_social)
                .collect();
            Some((deals.get(deal)?.row, SocialPath::of(&own)?))
        });
        SocialPaths { by_deal: by_deal.collect() }
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
