//! What deals and leads tell of a person.

use std::collections::{BTreeMap, HashMap};

use super::Reached;
use crate::facts::{Day, DealRow, LeadRow, People, PersonId, Sym, TableId};
use crate::metrics::Context;
use crate::metrics::deals::Ending;
use crate::metrics::leads::{Conversion, Outcomes};

/// What one record says: a deal that there was, a customer that somebody became.
#[derive(Clone, Copy, Debug)]
enum Said {
    Deal(Option<Day>),
    Customer(Option<Day>),
}

/// Deals and customers by seller and person.
pub(super) struct Bought<'a> {
    ctx: &'a Context<'a>,
    by_seller: HashMap<Sym, People<Said>>,
    /// Whether some deals are nobody's, so that they may be anyone's.
    has_nobodys: bool,
}

impl<'a> Bought<'a> {
    pub fn new(ctx: &'a Context<'a>) -> Bought<'a> {
        let mut bought = Bought { ctx, by_seller: HashMap::new(), has_nobodys: false };
        let outcomes = Outcomes::new(ctx);
        let mut leads: BTreeMap<Sym, LeadRow> = BTreeMap::new();
        for (_, lead) in ctx.facts.rows::<LeadRow>() {
            leads.insert(lead.id, lead);
            let person = PersonId::new("", ctx.text(lead.email), ctx.text(lead.person));
            match outcomes.conversion(ctx, &lead) {
                Conversion::On(day) => bought.add(lead.seller, person, Said::Customer(Some(day))),
                Conversion::Undated => bought.add(lead.seller, person, Said::Customer(None)),
                Conversion::Not => {}
            }
        }
        for (case, (_, deal)) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()) {
            bought.has_nobodys |= case.seller.is_blank();
            let lead = Some(case.lead_id).filter(|id| !id.is_blank()).and_then(|id| leads.get(&id));
            let (email, of_lead) =
                lead.map_or(("", ""), |lead| (ctx.text(lead.email), ctx.text(lead.person)));
            let mut people = vec![PersonId::new("", email, of_lead)];
            let own = PersonId::new("", "", ctx.text(deal.person));
            if !own.is_blank() && own.name() != people.first().map_or("", PersonId::name) {
                people.push(own);
            }
            for person in people {
                bought.add(case.seller, person.clone(), Said::Deal(case.created));
                match case.ending {
                    Ending::Closed { won: true, on } => {
                        bought.add(case.seller, person, Said::Customer(Some(on)))
                    }
                    Ending::Undated { won: true } => bought.add(case.seller, person, Said::Customer(None)),
                    _ => {}
                }
            }
        }
        bought
    }

    fn add(&mut self, seller: Sym, person: PersonId, said: Said) {
        if !person.is_blank() {
            self.by_seller
                .entry(seller)
                .or_insert_with(|| People::under(self.ctx.facts.acquainted.clone()))
                .insert(person, said);
        }
    }

    /// Whether and when there first was a deal with a person, and they became a customer.
    pub fn first(&self, seller: Sym, person: &PersonId) -> (Reached, Reached) {
        let of = |seller: Sym| {
            self.by_seller.get(&seller).map_or_else(Vec::new, |people| people.find(person)).into_iter()
        };
        let found: Vec<Said> = of(seller).chain(of(Sym::BLANK)).copied().collect();
        let pick = |days: Vec<Option<Day>>| {
            let first = days.iter().flatten().min().copied();
            first.map(Reached::On).or((!days.is_empty()).then_some(Reached::Undated))
        };
        let deals = found.iter().filter_map(|said| match said {
            Said::Deal(day) => Some(*day),
            Said::Customer(_) => None,
        });
        let customers = found.iter().filter_map(|said| match said {
            Said::Customer(day) => Some(*day),
            Said::Deal(_) => None,
        });
        let otherwise = self.otherwise(seller);
        (pick(deals.collect()).unwrap_or(otherwise), pick(customers.collect()).unwrap_or(otherwise))
    }

    /// What it means that nothing is found.
    fn otherwise(&self, seller: Sym) -> Reached {
        let is_known = self.has_nobodys || self.ctx.facts.data_end(TableId::Deals, seller).is_some();
        if is_known { Reached::NotYet } else { Reached::Unknown }
    }
}
