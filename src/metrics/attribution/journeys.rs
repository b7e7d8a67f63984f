//! From a log of touches to paths: which touches lead to which conversion, and which to none.
//!
//! A path: touches of the 365 days up to and including the day of its end, in time, of one time in the order of the
//! file. A touch belongs to the deal it names; one that names none belongs to the next deal of its lead, else of its
//! contact, else of its company, won on or after that day, else to the next one lost. What then remains are paths of
//! one person or company each, unless a deal of theirs is still open: nobody knows how those end.
//!
//! A touch that is itself a conversion ends the path of those that name no deal, and is a conversion of its own. One on
//! the day of a winning does not: it cannot be told from the winning itself.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::facts::{Amount, Day, DealRow, LeadRow, RowRef, Sym, TableId, TouchRow, fold_name, sort_list};
use crate::metrics::Context;
use crate::metrics::deals::Ending;

/// Days that a path looks back.
const LOOK_BACK: i32 = 365;

/// A touch on a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::metrics) struct Touch {
    /// When, in UTC seconds.
    pub at: i64,
    /// The same as a day.
    pub day: Day,
    /// Its row.
    pub row: RowRef,
    /// Its channel as exported; blank where not known.
    pub channel: Sym,
    /// Its campaign.
    pub campaign: Sym,
    /// It is itself a conversion, of this value.
    conversion: Option<Option<Amount>>,
    names_deal: bool,
}

/// How a path ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::metrics) enum JourneyEnd {
    /// With a deal won, by its place among the deals.
    Won(usize),
    /// With a touch that is itself a conversion, and its value.
    Converted(Option<Amount>),
    /// Without a conversion.
    Null,
}

/// A path.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::metrics) struct Journey {
    /// In time; never empty.
    pub touches: Vec<Touch>,
    /// How it ends.
    pub end: JourneyEnd,
    /// When: the day of the winning, losing or conversion, else of the last touch.
    pub day: Day,
    /// Seller of the deal that it leads to; blank where it leads to none.
    pub seller: Sym,
}

/// Touches in time, those of one moment by their rows.
fn in_time(a: &Touch, b: &Touch) -> Ordering {
    (a.at, a.row).cmp(&(b.at, b.row))
}

/// What became of the rows of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TouchCounts {
    /// All rows.
    pub rows: u32,
    /// On a path.
    pub used: u32,
    /// Their deal is still open, or ended on a day that nobody says.
    pub open: u32,
    /// Over a year before the end of their path.
    pub too_old: u32,
    /// After their deal was won or lost, or after today.
    pub too_late: u32,
    /// They name a deal that no file holds, or nobody at all.
    pub nobody: u32,
}

/// All paths.
#[derive(Debug, Default)]
pub(in crate::metrics) struct Journeys {
    /// Those of deals in the order of the deals, then the others.
    pub list: Vec<Journey>,
    /// What became of the rows.
    pub counts: TouchCounts,
}

/// Whose path a touch belongs to.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Won(usize),
    Lost(usize),
    /// A lead, person or company without such a deal.
    Someone(String),
}

/// A deal as touches meet it: when it was won or lost, and its place.
#[derive(Clone, Copy)]
struct Met {
    won: Option<Day>,
    lost: Option<Day>,
    at: usize,
}

/// Deals by what touches can name them by.
#[derive(Default)]
struct Index {
    by_id: HashMap<Sym, Met>,
    by_lead: HashMap<Sym, Vec<Met>>,
    by_person: HashMap<String, Vec<Met>>,
    by_company: HashMap<String, Vec<Met>>,
    lead_people: HashMap<Sym, Sym>,
}

impl Index {
    fn new(ctx: &Context<'_>) -> Index {
        let leads: HashMap<Sym, LeadRow> =
            ctx.facts.rows::<LeadRow>().map(|(_, lead)| (lead.id, lead)).collect();
        let mut index = Index::default();
        for (at, (case, (_, deal))) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()).enumerate() {
            let (won, lost) = match case.ending {
                Ending::Closed { won: true, on } => (Some(on), None),
                Ending::Closed { won: false, on } => (None, Some(on)),
                _ => (None, None),
            };
            let met = Met { won, lost, at };
            let lead = leads.get(&case.lead_id).filter(|_| !case.lead_id.is_blank());
            let person = fold_name(ctx.either(deal.person, lead.map_or(Sym::BLANK, |lead| lead.person)));
            let company = fold_name(ctx.either(deal.company, lead.map_or(Sym::BLANK, |lead| lead.company)));
            index.by_id.insert(deal.id, met);
            if !case.lead_id.is_blank() {
                index.by_lead.entry(case.lead_id).or_default().push(met);
            }
            if !person.is_empty() {
                index.by_person.entry(person).or_default().push(met);
            }
            if !company.is_empty() {
                index.by_company.entry(company).or_default().push(met);
            }
        }
        index.lead_people = leads.into_iter().map(|(id, lead)| (id, lead.person)).collect();
        index
    }

    /// Whose path a touch of a day is on, or which count says why it is on none.
    fn owner(&self, ctx: &Context<'_>, touch: &TouchRow, day: Day) -> Result<Owner, fn(&mut TouchCounts)> {
        if day > ctx.today {
            return Err(|counts| counts.too_late += 1);
        }
        if !touch.deal_id.is_blank() {
            return match self.by_id.get(&touch.deal_id) {
                Some(Met { won: Some(won), at, .. }) if *won >= day => Ok(Owner::Won(*at)),
                Some(Met { lost: Some(lost), at, .. }) if *lost >= day => Ok(Owner::Lost(*at)),
                Some(Met { won: None, lost: None, .. }) => Err(|counts| counts.open += 1),
                Some(_) => Err(|counts| counts.too_late += 1),
                None => Err(|counts| counts.nobody += 1),
            };
        }
        let (person, company) = (fold_name(ctx.text(touch.person)), fold_name(ctx.text(touch.company)));
        let deals = (self.by_lead.get(&touch.lead_id))
            .or_else(|| self.by_person.get(&person))
            .or_else(|| self.by_company.get(&company));
        if let Some(deals) = deals {
            let next = |day_of: fn(&Met) -> Option<Day>| {
                deals.iter().filter_map(|met| Some((day_of(met)?, met.at))).filter(|(on, _)| *on >= day).min()
            };
            if let Some((_, at)) = next(|met| met.won) {
                return Ok(Owner::Won(at));
            }
            if let Some((_, at)) = next(|met| met.lost) {
                return Ok(Owner::Lost(at));
            }
            if deals.iter().any(|met| met.won.is_none() && met.lost.is_none()) {
                return Err(|counts| counts.open += 1);
            }
        }
        let of_lead = self.lead_people.get(&touch.lead_id).map(|person| fold_name(ctx.text(*person)));
        let someone = match (of_lead.filter(|person| !person.is_empty()), touch.lead_id.is_blank()) {
            (Some(person), _) => format!("person {person}"),
            (None, false) => format!("lead {}", ctx.text(touch.lead_id)),
            (None, true) if !person.is_empty() => format!("person {person}"),
            (None, true) if !company.is_empty() => format!("company {company}"),
            _ => return Err(|counts| counts.nobody += 1),
        };
        Ok(Owner::Someone(someone))
    }
}

impl Journeys {
    fn new(ctx: &Context<'_>) -> Journeys {
        let mut journeys = Journeys::default();
        let index = Index::new(ctx);
        let mut by_owner: BTreeMap<Owner, Vec<Touch>> = BTreeMap::new();
        for (row, touch) in ctx.facts.rows::<TouchRow>() {
            journeys.counts.rows += 1;
            let Some(moment) = touch.at else { continue };
            let day = ctx.day(moment);
            match index.owner(ctx, &touch, day) {
                Ok(owner) => by_owner.entry(owner).or_default().push(Touch {
                    at: moment.utc_seconds(ctx.zone),
                    day,
                    row,
                    channel: touch.channel,
                    campaign: touch.campaign,
                    conversion: (touch.conversion == Some(true)).then_some(touch.value),
                    names_deal: !touch.deal_id.is_blank(),
                }),
                Err(count) => count(&mut journeys.counts),
            }
        }
        for (owner, mut touches) in by_owner {
            sort_list(&mut touches, in_time);
            journeys.part(ctx, &owner, touches);
        }
        journeys
    }

    /// Parts one owner's touches at those that are themselves conversions.
    fn part(&mut self, ctx: &Context<'_>, owner: &Owner, touches: Vec<Touch>) {
        let deal = |at: &usize| ctx.deals().list.get(*at);
        let (end, closed, seller) = match owner {
            Owner::Won(at) => (JourneyEnd::Won(*at), deal(at), deal(at).map(|case| case.seller)),
            Owner::Lost(at) => (JourneyEnd::Null, deal(at), deal(at).map(|case| case.seller)),
            Owner::Someone(_) => (JourneyEnd::Null, None, None),
        };
        let seller = seller.unwrap_or(Sym::BLANK);
        let closed = closed.and_then(|case| match case.ending {
            Ending::Closed { on, .. } => Some(on),
            _ => None,
        });
        let (named, others): (Vec<Touch>, Vec<Touch>) =
            touches.into_iter().partition(|touch| touch.names_deal);
        let mut rest: Vec<Touch> = Vec::new();
        for touch in others {
            rest.push(touch);
            let is_winning = matches!(end, JourneyEnd::Won(_)) && Some(touch.day) == closed;
            if let Some(value) = touch.conversion.filter(|_| !is_winning) {
                self.add(std::mem::take(&mut rest), JourneyEnd::Converted(value), touch.day, seller);
            }
        }
        rest.extend(named);
        sort_list(&mut rest, in_time);
        if let Some(last) = rest.last().map(|touch| touch.day) {
            self.add(rest, end, closed.unwrap_or(last), seller);
        }
    }

    fn add(&mut self, mut touches: Vec<Touch>, end: JourneyEnd, day: Day, seller: Sym) {
        let all = touches.len();
        touches.retain(|touch| touch.day >= day.plus(-LOOK_BACK));
        let count = |touches: usize| u32::try_from(touches).unwrap_or(u32::MAX);
        self.counts.used += count(touches.len());
        self.counts.too_old += count(all - touches.len());
        if !touches.is_empty() {
            self.list.push(Journey { touches, end, day, seller });
        }
    }
}

impl Context<'_> {
    /// The paths of the log of touches.
    pub(in crate::metrics) fn journeys(&self) -> &Journeys {
        self.derived.journeys.get_or_init(|| Journeys::new(self))
    }

    /// Whether there is anything that paths could be made of.
    pub(in crate::metrics) fn has_paths(&self) -> bool {
        [TableId::Touches, TableId::Paths].into_iter().any(|table| !self.facts.table(table).is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::World;

    const TOUCHES: &str = "at|channel|deal_id|lead_id|person|company|conversion|value";

    fn world() -> World {
        World::default()
            .today("2026-06-30")
            .rows(TableId::Leads, "id|created|person|company", &["l|2025-01-01|Kim Berg|Granit AB"])
            .rows(
                TableId::Deals,
                "id|seller|lead_id|created|closed|status|person|company",
                &[
                    "w|Ada|l|2025-01-01|2026-03-01|Won||",
                    "x|Bo||2025-01-01|2026-02-01|Lost|Lo Ek|",
                    "o|||2025-01-01||Open|Mo Al|",
                ],
            )
    }

    /// Each path as day, seller, channels in time, and how it ends.
    fn said(world: &World) -> Vec<String> {
        let ctx = world.context();
        let line = |journey: &Journey| {
            let channels: Vec<&str> = journey.touches.iter().map(|touch| ctx.text(touch.channel)).collect();
            let end = match journey.end {
                JourneyEnd::Won(_) => "won".to_owned(),
                JourneyEnd::Converted(value) => {
                    value.map_or("converted".to_owned(), |value| format!("converted {}", value.print(2)))
                }
                JourneyEnd::Null => "null".to_owned(),
            };
            format!("{} {} {}: {end}", journey.day.iso(), ctx.text(journey.seller), channels.join(" > "))
        };
        ctx.journeys().list.iter().map(line).collect()
    }

    #[test]
    fn every_touch_is_on_one_path_or_counted() {
        let world = world().rows(
            TableId::Touches,
            TOUCHES,
            &[
                // Kim's: one by name, one by lead, one long before, one after the winning.
                "2026-02-02 10:00|Email||l||||",
                "2026-02-02 09:00|LinkedIn|||kim berg|||",
                "2024-02-02|Fair|w|||||",
                "2026-03-02|Fair|w|||||",
                // Lo's deal is lost; the later touch is nobody's deal.
                "2026-01-05|Email|||Lo Ek|||",
                "2026-02-05|Fair|||Lo Ek|||",
                // Mo's deal is open, and nobody knows this deal.
                "2026-01-05|Email|||Mo Al|||",
                "2026-01-05|Email|nowhere|||||",
                "2026-01-05|Email||||||",
                "2026-07-05|Email|||Zoe|||",
            ],
        );
        assert_eq!(
            said(&world),
            ["2026-03-01 Ada LinkedIn > Email: won", "2026-02-01 Bo Email: null", "2026-02-05  Fair: null"]
        );
        let counts = world.context().journeys().counts;
        assert_eq!(counts, TouchCounts { rows: 10, used: 4, open: 1, too_old: 1, too_late: 2, nobody: 2 });
    }

    #[test]
    fn a_touch_that_is_a_conversion_ends_a_path_of_its_own() {
        let world = world().rows(
            TableId::Touches,
            TOUCHES,
            &[
                "2026-01-01|Email|||Ann|||",
                "2026-01-02|LinkedIn|||Ann||yes|12.50",
                "2026-01-03|Fair|||Ann|||",
                // Before the winning: the first two are a conversion of Ada's; on its day: the winning itself.
                "2026-02-01|Email||l||||",
                "2026-02-02|Fair||l|||yes|",
                "2026-02-03|LinkedIn||l||||",
                "2026-03-01|Email||l|||yes|9",
            ],
        );
        assert_eq!(
            said(&world),
            [
                "2026-02-02 Ada Email > Fair: converted",
                "2026-03-01 Ada LinkedIn > Email: won",
                "2026-01-02  Email > LinkedIn: converted 12.50",
                "2026-01-03  Fair: null"
            ]
        );
    }
}
