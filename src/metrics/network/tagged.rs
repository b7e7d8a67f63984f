//! Who was found where: connections, invitations and people by the tags of a person.
//!
//! An invitation tells a name, an address and a day; titles and companies are told of those only who accepted. A tag
//! by words can therefore not say which of the invited had it: their acceptance by such a tag would always be whole.

use std::collections::BTreeSet;

use super::connecting::{Direction, other_person};
use crate::facts::{ConnectionRow, InvitationRow, People, PeopleTag, PersonId, RowRef};
use crate::metrics::{Context, has_phrase};

/// The people on a tag's list.
pub struct Listed(People<()>);

impl Listed {
    /// Of a tag.
    pub fn of(ctx: &Context<'_>, tag: &PeopleTag) -> Listed {
        let mut people = People::under(ctx.facts.acquainted.clone());
        for person in &tag.people {
            people.insert(PersonId::listed(person), ());
        }
        Listed(people)
    }

    /// Whether somebody is on it.
    pub fn has(&self, person: &PersonId) -> bool {
        !self.0.find(person).is_empty()
    }
}

/// Rows of one tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaggedRows {
    /// Connections.
    pub connections: BTreeSet<RowRef>,
    /// Invitations sent; none where words say who belongs to it.
    pub invitations: Option<BTreeSet<RowRef>>,
}

/// The rows of each tag, in the order of the tags.
pub fn tagged_rows(ctx: &Context<'_>, tags: &[PeopleTag]) -> Vec<TaggedRows> {
    tags.iter()
        .map(|tag| {
            let listed = Listed::of(ctx, tag);
            TaggedRows {
                connections: connections(ctx, tag, &listed),
                invitations: tag.words.is_empty().then(|| invitations(ctx, tag, &listed)),
            }
        })
        .collect()
}

fn connections(ctx: &Context<'_>, tag: &PeopleTag, listed: &Listed) -> BTreeSet<RowRef> {
    let words = || tag.words.iter().map(String::as_str);
    let fits = |row: &ConnectionRow| {
        let person = PersonId::new(ctx.text(row.profile_url), ctx.text(row.email), ctx.text(row.name));
        row.connected_on.is_some_and(|moment| tag.holds(ctx.day(moment)))
            || has_phrase(ctx.text(row.position), words())
            || has_phrase(ctx.text(row.company), words())
            || listed.has(&person)
    };
    ctx.facts.rows::<ConnectionRow>().filter(|(_, row)| fits(row)).map(|(row, _)| row).collect()
}

fn invitations(ctx: &Context<'_>, tag: &PeopleTag, listed: &Listed) -> BTreeSet<RowRef> {
    let fits = |row: &InvitationRow| {
        Direction::of(ctx, row.direction) == Some(Direction::Outgoing)
            && (row.sent_at.is_some_and(|moment| tag.holds(ctx.day(moment)))
                || listed.has(&other_person(ctx, row)))
    };
    ctx.facts.rows::<InvitationRow>().filter(|(_, row)| fits(row)).map(|(row, _)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::{World, day};

    fn tag(people: &[&str], words: &[&str], days: Option<(&str, &str)>) -> PeopleTag {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let (from, to) = (days.map(|days| day(days.0)), days.map(|days| day(days.1)));
        PeopleTag { name: "Fair".into(), people: list(people), words: list(words), from, to }
    }

    #[test]
    fn a_list_words_and_days_say_who_belongs_to_it() {
        let world = World::default()
            .rows(
                TableId::Connections,
                "seller|connected_on|name|profile_url|position|company",
                &[
                    "Ada|2026-03-01|Kim Berg|https://linkedin.com/in/kim|Buyer|Nord",
                    "Ada|2026-03-04|Lo Ek||Welder|Steel & Sons",
                    "Ada|2026-03-05|Mo Al||Baker|Bread",
                    "Ada|2026-03-06|Kim Berg|https://linkedin.com/in/other|Baker|Bread",
                ],
            )
            .rows(
                TableId::Invitations,
                "seller|direction|sent_at|name|profile_url",
                &[
                    "Ada|outgoing|2026-03-03|K. Berg|https://www.linkedin.com/in/kim/",
                    "Ada|outgoing|2026-03-05|Lo Ek|",
                    "Ada|incoming|2026-03-05|Mo Al|",
                ],
            );
        let rows = |tag: PeopleTag| {
            let mut found = tagged_rows(&world.context(), &[tag]);
            let found = found.remove(0);
            let at = |rows: BTreeSet<RowRef>| rows.into_iter().map(|row| row.row).collect::<Vec<_>>();
            (at(found.connections), found.invitations.map(at))
        };
        // By address where both have one, else by name.
        assert_eq!(rows(tag(&["https://linkedin.com/in/kim"], &[], None)), (vec![0], Some(vec![0])));
        assert_eq!(rows(tag(&["lo ek"], &[], None)), (vec![1], Some(vec![1])));
        // Received invitations are no one's request; the last day belongs to it.
        let days = Some(("2026-03-04", "2026-03-05"));
        assert_eq!(rows(tag(&[], &[], days)), (vec![1, 2], Some(vec![1])));
        // Words stand in titles or companies, whole, and leave the acceptance open.
        assert_eq!(rows(tag(&[], &["steel", "bake"], None)), (vec![1], None));
        assert_eq!(rows(tag(&[], &[], None)), (vec![], Some(vec![])));
    }
}
