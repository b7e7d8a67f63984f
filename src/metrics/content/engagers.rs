//! Who of those who engaged is a connection: of a list that a person copied, since no export has one.
//!
//! Formula: listed people among the connections of the chosen sellers, made on or before the day, of all listed people.
//! Of the persona: those of them who match it, of all listed people but the connections whose position is unknown.

use crate::facts::{ConnectionRow, Day, People, PersonId, Sym};
use crate::metrics::Context;
use crate::metrics::persona_fit::PersonaFit;

/// What a list of people who engaged says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Engagers {
    /// People on it; who stands there by name and by address counts once where a connection tells.
    pub listed: usize,
    /// Of them connections.
    pub known: usize,
    /// Of them of the chosen persona, and how many can be judged; none where no persona is chosen.
    pub matching: Option<(usize, usize)>,
}

/// What is known of one line of the list.
#[derive(Clone, Copy, Default)]
struct Line {
    is_connection: bool,
    /// The best that any connection of this person says.
    fit: Option<PersonaFit>,
    /// Another line has the same person.
    is_repeated: bool,
}

/// Looks the listed people up among the connections.
pub fn engagers(ctx: &Context<'_>, sellers: Option<&[Sym]>, until: Day, list: &[String]) -> Engagers {
    let mut people = People::under(ctx.facts.acquainted.clone());
    for (at, line) in list.iter().enumerate() {
        people.insert(PersonId::listed(line), at);
    }
    let mut lines = vec![Line::default(); list.len()];
    for (_, row) in ctx.facts.rows::<ConnectionRow>() {
        let is_one = ctx.facts.roles.counts(sellers, row.seller)
            && row.connected_on.is_some_and(|moment| ctx.day(moment) <= until);
        if !is_one {
            continue;
        }
        let person = PersonId::new(ctx.text(row.profile_url), ctx.text(row.email), ctx.text(row.name));
        let fit = PersonaFit::of(ctx, row.position, row.company);
        for (number, at) in people.find(&person).into_iter().enumerate() {
            let Some(line) = lines.get_mut(*at) else { continue };
            line.is_connection = true;
            line.is_repeated |= number > 0;
            line.fit = if line.fit.is_none() { fit } else { line.fit.min(fit) };
        }
    }
    lines.retain(|line| !line.is_repeated);
    let count = |fits: fn(&Line) -> bool| lines.iter().filter(|line| fits(line)).count();
    let unknown = count(|line| line.fit == Some(PersonaFit::Unknown));
    let matching = count(|line| line.fit == Some(PersonaFit::Matching));
    Engagers {
        listed: lines.len(),
        known: count(|line| line.is_connection),
        matching: ctx.persona.map(|_| (matching, lines.len() - unknown)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::Persona;
    use crate::metrics::testing::{World, day};

    fn said(world: &World, until: &str, list: &[&str]) -> Engagers {
        let list: Vec<String> = list.iter().map(|line| (*line).to_owned()).collect();
        engagers(&world.context(), None, day(until), &list)
    }

    #[test]
    fn people_of_a_list_are_found_among_the_connections() {
        let mut world = World::default().rows(
            TableId::Connections,
            "seller|connected_on|name|profile_url|position|company",
            &[
                "Ada|2026-03-01|Kim Berg|https://linkedin.com/in/kim|Head of IT|Nord",
                "Bo|2026-03-02|Kim Berg|https://linkedin.com/in/kim||",
                "Ada|2026-03-04|Lo Ek||Baker|Bread",
                "Ada|2026-03-05|Mo Al|||",
                "Ada|2026-06-01|Nu Li|||",
            ],
        );
        world.persona = None;
        let list = ["kim berg", "https://www.linkedin.com/in/kim/", "LO EK", "Mo Al", "Nu Li", "Stranger"];
        // By name and by address it is one Kim; Nu was no connection yet.
        let mut found = Engagers { listed: 5, known: 3, matching: None };
        assert_eq!(said(&world, "2026-03-31", &list), found);
        assert_eq!(said(&world, "2026-06-30", &list).known, 4);
        // Kim's position is known of one of two connections; Mo's of none, so Mo cannot be judged.
        world.persona =
            Some(Persona { name: "IT".into(), title_words: vec!["it".into()], ..Persona::default() });
        found.matching = Some((1, 4));
        assert_eq!(said(&world, "2026-03-31", &list), found);
        assert_eq!(
            said(&world, "2026-03-31", &[]),
            Engagers { matching: Some((0, 0)), ..Engagers::default() }
        );
    }
}
