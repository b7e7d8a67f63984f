//! What business is known with a person: leads, deals and purchases, whoever's they are.

use crate::facts::{ConnectionRow, Day, DealRow, LeadRow, People, PersonId, PurchaseRow, Row, Sym, TableId};
use crate::metrics::Context;
use crate::metrics::deals::Ending;
use std::collections::BTreeMap;

/// Days after the last purchase from which a customer is a former one.
const FORMER_AFTER_DAYS: i32 = 365;

/// Something that is known of a person's business.
#[derive(Clone, Copy, Debug)]
enum Known {
    /// A lead since a day.
    Lead(Day),
    /// A deal: since when, and how and when it was closed.
    Deal { created: Option<Day>, closed: Option<(Day, bool)> },
    /// A purchase.
    Bought(Day),
    /// A lead that became a customer.
    Converted(Day),
}

/// All of it, to be found by person.
#[derive(Debug)]
pub(in crate::metrics) struct Dealings {
    known: People<Known>,
}

/// How far somebody is a customer on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Life {
    /// A lead, or a deal that was lost.
    Prospect,
    /// A deal is open.
    Opportunity,
    /// Bought, or a deal was won.
    Customer,
    /// Bought, but not for a year.
    Former,
    /// Neither lead, deal nor purchase.
    None,
}

impl Life {
    /// Key of the breakdown, English in every language.
    pub fn id(self) -> &'static str {
        match self {
            Life::Prospect => "prospect",
            Life::Opportunity => "opportunity",
            Life::Customer => "customer",
            Life::Former => "former",
            Life::None => "none",
        }
    }
}

impl Dealings {
    fn new(ctx: &Context<'_>) -> Dealings {
        let mut known = People::under(ctx.facts.acquainted.clone());
        let mut leads: BTreeMap<Sym, PersonId> = BTreeMap::new();
        for (_, lead) in ctx.facts.rows::<LeadRow>() {
            let person = PersonId::new("", ctx.text(lead.email), ctx.text(lead.person));
            if person.is_blank() {
                continue;
            }
            if let Some(created) = lead.created {
                known.insert(person.clone(), Known::Lead(ctx.day(created)));
            }
            if let Some(on) = lead.converted_at.map(|at| ctx.day(at)).filter(|on| *on <= ctx.today) {
                known.insert(person.clone(), Known::Converted(on));
            }
            leads.insert(lead.id, person);
        }
        for (case, (_, deal)) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()) {
            let own = PersonId::new("", "", ctx.text(deal.person));
            let person = if own.is_blank() { leads.get(&case.lead_id).cloned() } else { Some(own) };
            let closed = match case.ending {
                Ending::Closed { won, on } => Some((on, won)),
                // Nobody knows when: what became of it cannot be dated.
                Ending::Undated { .. } => continue,
                Ending::Open | Ending::Expected { .. } => None,
            };
            if let Some(person) = person {
                known.insert(person, Known::Deal { created: case.created, closed });
            }
        }
        for (_, purchase) in ctx.facts.rows::<PurchaseRow>() {
            let customer = PersonId::new("", "", ctx.text(purchase.customer));
            if let (Some(date), false) = (purchase.date, customer.is_blank()) {
                known.insert(customer, Known::Bought(ctx.day(date)));
            }
        }
        Dealings { known }
    }

    /// How the first deal with a person ended that was closed on a day or after it, up to another: won counts
    /// before lost. None where none was.
    pub fn ended(&self, person: &PersonId, from: Day, until: Day) -> Option<bool> {
        let ends = self.known.find(person).into_iter().filter_map(|known| match known {
            Known::Deal { closed: Some((on, won)), .. } => Some((*on, *won)),
            Known::Converted(on) => Some((*on, true)),
            _ => None,
        });
        ends.filter(|(on, _)| (from..=until).contains(on)).map(|(_, won)| won).max()
    }

    /// Whether any business is known with a person; to stand on a list of leads is none.
    pub(super) fn is_any(&self, person: &PersonId) -> bool {
        self.known.find(person).into_iter().any(|known| !matches!(known, Known::Lead(_)))
    }

    /// How far somebody is a customer on a day; purchases may be under the name of the employer.
    pub(super) fn life(&self, person: &PersonId, employer: Option<&PersonId>, day: Day) -> Life {
        let mut known = self.known.find(person);
        let bought = employer.map_or_else(Vec::new, |employer| self.known.find(employer));
        known.extend(bought.into_iter().filter(|known| matches!(known, Known::Bought(_))));
        let mut life = Life::None;
        // The last sign of a customer, and whether purchases tell of later ones.
        let (mut last, mut buys) = (None, false);
        for known in known {
            let found = match *known {
                Known::Lead(created) if created <= day => Life::Prospect,
                Known::Converted(on) if on <= day => {
                    last = last.max(Some(on));
                    Life::Customer
                }
                Known::Bought(on) if on <= day => {
                    (last, buys) = (last.max(Some(on)), true);
                    Life::Customer
                }
                Known::Deal { closed: Some((on, true)), .. } if on <= day => {
                    last = last.max(Some(on));
                    Life::Customer
                }
                Known::Deal { created: Some(created), closed } if created <= day => match closed {
                    Some((on, false)) if on <= day => Life::Prospect,
                    _ => Life::Opportunity,
                },
                _ => Life::None,
            };
            life = match (life, found) {
                (Life::Customer, _) | (_, Life::Customer) => Life::Customer,
                (Life::Opportunity, _) | (_, Life::Opportunity) => Life::Opportunity,
                (Life::Prospect, _) | (_, Life::Prospect) => Life::Prospect,
                _ => Life::None,
            };
        }
        let is_old = last.is_some_and(|last| day.0 - last.0 > FORMER_AFTER_DAYS);
        if life == Life::Customer && buys && is_old { Life::Former } else { life }
    }
}

/// The employer of a seller's acquaintance, as a name that purchases may have.
pub(super) fn employer(ctx: &Context<'_>, seller: Sym, person: &PersonId) -> Option<PersonId> {
    let known = ctx.acquaintances().find(seller, person);
    let row = known.first()?.row;
    let connection = ConnectionRow::read(ctx.facts.table(TableId::Connections), row.row as usize);
    Some(PersonId::new("", "", ctx.text(connection.company))).filter(|employer| !employer.is_blank())
}

impl Context<'_> {
    /// What business is known with whom, made once.
    pub(in crate::metrics) fn dealings(&self) -> &Dealings {
        self.derived.dealings.get_or_init(|| Dealings::new(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::{World, day};

    #[test]
    fn a_life_goes_on_from_lead_to_former_customer() {
        let world = World::default()
            .today("2026-12-31")
            .rows(TableId::Leads, "id|created|person", &["l|2024-01-01|Kim Berg"])
            .rows(
                TableId::Deals,
                "id|status|person|lead_id|created|closed",
                &[
                    "1|lost|kim berg||2024-02-01|2024-03-01",
                    "2|won||l|2024-04-01|2024-05-01",
                    "3|open|Mia||2024-04-01|",
                ],
            )
            .rows(TableId::Purchases, "customer|date", &["Kim  Berg|2024-06-01", "Blue Otter|2024-01-01"]);
        let ctx = world.context();
        let of = |name: &str, employer: Option<&str>, on: &str| {
            let employer = employer.map(|name| PersonId::new("", "", name));
            ctx.dealings().life(&PersonId::new("", "", name), employer.as_ref(), day(on)).id()
        };
        let lives = ["2023-12-31", "2024-01-01", "2024-02-15", "2024-03-15", "2024-04-01", "2024-05-01"]
            .map(|on| of("Kim Berg", None, on));
        assert_eq!(lives, ["none", "prospect", "opportunity", "prospect", "opportunity", "customer"]);
        assert_eq!(of("Kim Berg", None, "2025-06-01"), "customer");
        assert_eq!(of("Kim Berg", None, "2025-06-02"), "former");
        assert_eq!(of("Mia", None, "2026-01-01"), "opportunity");
        assert_eq!(of("Stranger", Some("blue otter"), "2024-05-01"), "customer");
        assert_eq!(of("Stranger", None, "2024-05-01"), "none");
    }

    #[test]
    fn a_won_deal_counts_before_a_lost_one() {
        let world = World::default().today("2026-12-31").rows(
            TableId::Deals,
            "id|status|person|created|closed",
            &["1|lost|Kim|2026-01-01|2026-02-01", "2|won|Kim|2026-01-01|2026-03-01"],
        );
        let (ctx, kim) = (world.context(), PersonId::new("", "", "Kim"));
        let ended = |from: &str, until: &str| ctx.dealings().ended(&kim, day(from), day(until));
        assert_eq!(ended("2026-01-15", "2026-12-31"), Some(true));
        assert_eq!(ended("2026-01-15", "2026-02-28"), Some(false));
        assert_eq!(ended("2026-03-02", "2026-12-31"), None);
    }
}
