//! Deals as cases: what the deal says, else what its lead says, and how it ended as of today.

use std::collections::BTreeMap;

use crate::facts::{Amount, Day, DealRow, LeadRow, Reason, RowRef, Sym, TableId, gather};
use crate::metrics::source_group::{SourceGroup, group_of, source_keys};
use crate::metrics::status::{DealState, Statuses};
use crate::metrics::{Context, Dim, Key, Ripe, Samples, What};

/// What every metric of deals can be broken down by, in the order of [`DealCases::keys`].
pub(in crate::metrics) const BY: &[Dim] = &[Dim::Source, Dim::SourceValue, Dim::Campaign];

/// How a deal ended, as of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::metrics) enum Ending {
    /// Not ended. An expected closing date is no fact and not kept.
    Open,
    /// Won or lost on a day.
    Closed { won: bool, on: Day },
    /// Won or lost, nobody says when.
    Undated { won: bool },
    /// Said to be won or lost on a day after today: an expectation, so the deal is open.
    Expected { won: bool, on: Day },
}

/// A deal.
#[derive(Clone, Copy, Debug)]
pub(in crate::metrics) struct DealCase {
    pub row: RowRef,
    pub seller: Sym,
    /// The lead it names; blank where it names none.
    pub lead_id: Sym,
    /// Its own creation, else its lead's.
    pub created: Option<Day>,
    pub ending: Ending,
    pub amount: Option<Amount>,
    pub currency: Sym,
    /// Its own source as exported, else its lead's.
    pub source: Sym,
    pub group: SourceGroup,
    pub campaign: Sym,
}

impl DealCase {
    /// Whether it is won, dated or not.
    pub fn is_won(&self) -> bool {
        matches!(self.ending, Ending::Closed { won: true, .. } | Ending::Undated { won: true })
    }

    /// Whether and when it is won.
    pub fn ripe(&self) -> Ripe {
        match self.ending {
            Ending::Closed { won: true, on } => Ripe::On(on),
            Ending::Undated { won: true } => Ripe::Undated,
            _ => Ripe::NotYet,
        }
    }

    /// Whether it can still be won.
    pub fn is_open(&self) -> bool {
        matches!(self.ending, Ending::Open | Ending::Expected { .. })
    }

    /// Its amount in the workspace's currency, in ten-thousandths.
    pub fn money(&self, ctx: &Context<'_>) -> Result<i64, Reason> {
        ctx.convert(self.amount.ok_or(Reason::UnknownAmount)?, self.currency)
    }
}

/// All deals, in the order of the facts.
#[derive(Debug)]
pub(in crate::metrics) struct DealCases {
    pub list: Vec<DealCase>,
    /// Where the account of rows without a date is kept: the last dated day of the deals.
    undated: Day,
}

impl DealCases {
    fn new(ctx: &Context<'_>) -> DealCases {
        let statuses = Statuses::new(ctx.definitions);
        let leads: BTreeMap<Sym, LeadRow> =
            gather(ctx.facts.rows::<LeadRow>().map(|(_, lead)| (lead.id, lead)));
        let mut groups: BTreeMap<(Sym, Sym), SourceGroup> = BTreeMap::new();
        let mut list = Vec::with_capacity(ctx.facts.table(TableId::Deals).len());
        for (row, deal) in ctx.facts.rows::<DealRow>() {
            let lead = Some(deal.lead_id).filter(|id| !id.is_blank()).and_then(|id| leads.get(&id));
            let created = deal.created.or_else(|| lead.and_then(|lead| lead.created));
            let (source, said) = match (deal.source.is_blank(), lead) {
                (true, Some(lead)) => (lead.source, lead.source_group),
                _ => (deal.source, deal.source_group),
            };
            let closed = deal.closed.map(|moment| ctx.day(moment));
            let ending = match (statuses.deal(ctx.either(deal.status_group, deal.status)), closed) {
                (DealState::Open, _) => Ending::Open,
                (state, Some(on)) if on > ctx.today => Ending::Expected { won: state == DealState::Won, on },
                (state, Some(on)) => Ending::Closed { won: state == DealState::Won, on },
                (state, None) => Ending::Undated { won: state == DealState::Won },
            };
            list.push(DealCase {
                row,
                seller: deal.seller,
                lead_id: deal.lead_id,
                created: created.map(|moment| ctx.day(moment)),
                ending,
                amount: deal.amount,
                currency: deal.currency,
                source,
                group: *groups.entry((source, said)).or_insert_with(|| group_of(ctx, source, said)),
                campaign: deal.campaign,
            });
        }
        let dated = list.iter().filter_map(|case| match case.ending {
            Ending::Closed { on, .. } => Some(on.max(case.created.unwrap_or(on))),
            _ => case.created,
        });
        let undated = dated.max().unwrap_or(ctx.today);
        DealCases { list, undated }
    }

    /// Where the account of rows without a date is kept.
    pub fn undated(&self) -> Day {
        self.undated
    }

    /// Adds a sample of a case on a day; without one it goes to the last dated day of the deals, where the
    /// account of undated rows is kept.
    pub fn add(
        &self,
        ctx: &Context<'_>,
        samples: &mut Samples,
        case: &DealCase,
        day: Option<Day>,
        what: What,
    ) {
        let keys: [Key; 3] = source_keys(ctx, samples, case.source, case.group, case.campaign);
        samples.add_keyed(day.unwrap_or(self.undated), case.seller, case.row, keys, what);
    }

    /// The day on which a deal is won, and why that cannot be used; none for a deal that is not won.
    pub fn won(&self, case: &DealCase) -> Option<(Day, Option<Reason>)> {
        match case.ending {
            Ending::Closed { won: true, on } => Some((on, None)),
            Ending::Undated { won: true } => Some((self.undated, Some(Reason::NoClosed))),
            Ending::Expected { won: true, on } => Some((on, Some(Reason::AfterToday))),
            _ => None,
        }
    }

    /// Adds one sample per deal that is closed as the question wants it, on its closing day.
    pub fn add_closed(
        &self,
        ctx: &Context<'_>,
        samples: &mut Samples,
        what: impl Fn(&DealCase, bool) -> Option<What>,
    ) {
        for case in &self.list {
            let (day, won, unusable) = match case.ending {
                Ending::Open => continue,
                Ending::Closed { won, on } => (Some(on), won, None),
                Ending::Undated { won } => (None, won, Some(Reason::NoClosed)),
                Ending::Expected { won, on } => (Some(on), won, Some(Reason::AfterToday)),
            };
            // Whether the question wants it is asked all the same: a lost deal is none of the won ones.
            let said = what(case, won).map(|said| unusable.map_or(said, What::LeftOut));
            if let Some(said) = said {
                self.add(ctx, samples, case, day, said);
            }
        }
    }

    /// Adds two samples per deal, on the day it comes into the pipeline and on the day it leaves it. A deal
    /// said to close after today leaves it on that day.
    pub fn add_standing(
        &self,
        ctx: &Context<'_>,
        samples: &mut Samples,
        what: impl Fn(&DealCase) -> Result<(What, What), Reason>,
    ) {
        for case in &self.list {
            let closed = match case.ending {
                Ending::Closed { on, .. } | Ending::Expected { on, .. } => Some(on),
                Ending::Open | Ending::Undated { .. } => None,
            };
            let standing = match (case.created, case.ending) {
                (None, _) => Err(Reason::NoCreated),
                (_, Ending::Undated { .. }) => Err(Reason::NoClosed),
                (Some(created), _) if closed.is_some_and(|on| on < created) => Err(Reason::EndsBeforeStart),
                _ => what(case),
            };
            match standing {
                Ok((comes, leaves)) => {
                    self.add(ctx, samples, case, case.created, comes);
                    if closed.is_some() {
                        self.add(ctx, samples, case, closed, leaves);
                    }
                }
                Err(reason) => self.add(ctx, samples, case, case.created.or(closed), What::LeftOut(reason)),
            }
        }
    }
}

/// The sample of a sum of money: the amount, or why there is none.
pub(in crate::metrics) fn money(ctx: &Context<'_>, case: &DealCase, hit: bool) -> What {
    match case.money(ctx) {
        Ok(amount) => What::Money { amount, hit },
        Err(reason) => What::LeftOut(reason),
    }
}

impl Context<'_> {
    /// The deals as cases, made once.
    pub(in crate::metrics) fn deals(&self) -> &DealCases {
        self.derived.deals.get_or_init(|| DealCases::new(self))
    }

    /// How far deals are known for a seller, and never beyond today. A deal's own seller may be blank while
    /// the file names others: then the table's own end holds.
    pub(in crate::metrics) fn deals_end(&self, seller: Sym) -> Day {
        let end = self.facts.data_end(TableId::Deals, seller);
        end.or_else(|| self.facts.table_data_end(TableId::Deals)).unwrap_or(self.today).min(self.today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::{World, day};

    #[test]
    fn a_deal_takes_what_it_lacks_from_its_lead() {
        let world =
            World::default().rows(TableId::Leads, "id|created|source", &["l1|2026-01-02|LinkedIn"]).rows(
                TableId::Deals,
                "id|lead_id|created|status|source",
                &["d1|l1||Open|", "d2|l1|2026-02-01|Open|Email", "d3|nobody||Open|", "d4|||Open|"],
            );
        let ctx = world.context();
        let found: Vec<(Option<Day>, &str, &str)> = (ctx.deals().list.iter())
            .map(|case| (case.created, ctx.text(case.source), case.group.id()))
            .collect();
        assert_eq!(
            found,
            [
                (Some(day("2026-01-02")), "LinkedIn", "social"),
                (Some(day("2026-02-01")), "Email", "email"),
                (None, "", "unknown"),
                (None, "", "unknown"),
            ]
        );
    }

    #[test]
    fn endings_are_as_of_today() {
        let world = World::default().today("2026-06-30").rows(
            TableId::Deals,
            "id|created|closed|status",
            &[
                "a|2026-01-01|2026-06-30|Won",
                "b|2026-01-01|2026-07-01|Won",
                "c|2026-01-01|2027-01-01|Open",
                "d|2026-01-01||Lost",
            ],
        );
        let endings: Vec<Ending> = world.context().deals().list.iter().map(|case| case.ending).collect();
        assert_eq!(
            endings,
            [
                Ending::Closed { won: true, on: day("2026-06-30") },
                Ending::Expected { won: true, on: day("2026-07-01") },
                Ending::Open,
                Ending::Undated { won: false },
            ]
        );
    }
}
