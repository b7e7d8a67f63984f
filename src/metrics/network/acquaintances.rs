//! Connections to be found by person, seller by seller.

use std::collections::HashMap;

use crate::facts::{ConnectionRow, Day, People, PersonId, RowRef, Sym};
use crate::metrics::Context;
use crate::metrics::persona_fit::PersonaFit;

/// A connection, as far as others need to know it.
#[derive(Clone, Copy, Debug)]
pub(in crate::metrics) struct Acquaintance {
    pub row: RowRef,
    pub connected: Day,
    /// `None` where no persona is chosen.
    pub fit: Option<PersonaFit>,
}

/// All connections by seller and person.
#[derive(Debug, Default)]
pub(in crate::metrics) struct Acquaintances {
    by_seller: HashMap<Sym, People<Acquaintance>>,
}

impl Acquaintances {
    fn new(ctx: &Context<'_>) -> Acquaintances {
        let mut by_seller: HashMap<Sym, People<Acquaintance>> = HashMap::new();
        for (row, connection) in ctx.facts.rows::<ConnectionRow>() {
            let Some(connected) = connection.connected_on.map(|moment| ctx.day(moment)) else { continue };
            let person = PersonId::new(
                ctx.text(connection.profile_url),
                ctx.text(connection.email),
                ctx.text(connection.name),
            );
            let fit = PersonaFit::of(ctx, connection.position, connection.company);
            by_seller
                .entry(connection.seller)
                .or_insert_with(|| People::under(ctx.facts.acquainted.clone()))
                .insert(person, Acquaintance { row, connected, fit });
        }
        Acquaintances { by_seller }
    }

    /// Whether the connections of a seller are known at all.
    pub fn knows(&self, seller: Sym) -> bool {
        self.by_seller.contains_key(&seller)
    }

    /// A seller's connections that are this person, in the order of the facts.
    pub fn find(&self, seller: Sym, person: &PersonId) -> Vec<&Acquaintance> {
        self.by_seller.get(&seller).map_or_else(Vec::new, |people| people.find(person))
    }

    /// Whether a person is of the chosen persona, as their connection says; unknown for a stranger. `None`
    /// where no persona is chosen.
    pub fn fit(&self, ctx: &Context<'_>, seller: Sym, person: &PersonId) -> Option<PersonaFit> {
        ctx.persona?;
        // The order of the variants is the order of preference among namesakes.
        let known = self.find(seller, person).into_iter().filter_map(|known| known.fit).min();
        Some(known.unwrap_or(PersonaFit::Unknown))
    }
}

impl Context<'_> {
    /// The connections by person, made once.
    pub(in crate::metrics) fn acquaintances(&self) -> &Acquaintances {
        self.derived.acquaintances.get_or_init(|| Acquaintances::new(self))
    }
}
