//! Meetings with people who were found by a keyword.
//!
//! Formula: of the conversations of the period whose origin a person states, those with a booked or held meeting of that
//! seller with that person within 60 days / all such, by keyword. Of a conversation entered by hand the keyword is that
//! of the list that its origin holds (whole words); an origin without any keeps its own words. Of one that messages tell
//! it is each tag on whose list the person stands; it is dated by its first message. The same person and seller count
//! once a keyword, on the first day. Left out as in `meeting_set_rate`. Wilson interval.

use std::collections::HashMap;

use crate::facts::{Day, PersonId, Reason, RowRef, Sym, TableId, WarmRow, fold_words};
use crate::metrics::meetings::Meetings;
use crate::metrics::network::Listed;
use crate::metrics::persona::holds;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// Meetings with people who were found by a keyword.
pub static MEETINGS_BY_KEYWORD: Metric = Metric {
    id: "meetings_by_keyword",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Ratio,
    better: Better::Higher,
    kind: Kind::Share,
    by: &[Dim::Keyword, Dim::Persona],
    headline: None,
    needs: &[Need::Warm, Need::Meetings],
    cites: "Origin of conversations as stated; interval: Wilson 1927, JASA 22, 209",
    emit,
};

/// A conversation whose origin is stated.
struct Found {
    day: Day,
    row: RowRef,
    seller: Sym,
    person: PersonId,
    keyword: Key,
}

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let meetings = Meetings::new(ctx);
    let given_days = i32::try_from(ctx.definitions.meeting_days).unwrap_or(i32::MAX);
    let mut all: Vec<Found> = noted(ctx, samples);
    all.extend(told(ctx, samples));
    all.sort_by_key(|found| (found.day, found.row));
    let mut seen: HashMap<(Sym, Key), Vec<PersonId>> = HashMap::new();
    for Found { day, row, seller, person, keyword } in all {
        let end = ctx.facts.data_end(TableId::Meetings, seller).map(|end| end.min(ctx.today));
        let known = seen.entry((seller, keyword)).or_default();
        let what = match end {
            _ if known.iter().any(|known| known.same_as(&person)) => What::LeftOut(Reason::CountedAlready),
            None => What::LeftOut(Reason::Unknown),
            Some(end) if end.0 - day.0 < given_days => What::LeftOut(Reason::TooYoung),
            Some(_) => meetings.after(seller, &person, day, given_days),
        };
        let fit = ctx.acquaintances().fit(ctx, seller, &person);
        known.push(person);
        let keys = [keyword, PersonaFit::key(fit, samples), Key::BLANK];
        samples.add_keyed(day, seller, row, keys, what);
    }
}

/// Conversations that were entered by hand with an origin.
fn noted(ctx: &Context<'_>, samples: &mut Samples) -> Vec<Found> {
    let rows = ctx.facts.rows::<WarmRow>().filter(|(_, warm)| !warm.origin.is_blank());
    rows.filter_map(|(row, warm)| {
        let day = ctx.day(warm.warm_on?);
        let origin = fold_words(ctx.text(warm.origin));
        let keyword = ctx.definitions.keywords.iter().find(|keyword| holds(&origin, keyword));
        let keyword = samples.keys.intern(keyword.map_or(ctx.text(warm.origin), String::as_str));
        let person = PersonId::new(ctx.text(warm.profile_url), "", ctx.text(warm.person));
        Some(Found { day, row, seller: warm.seller, person, keyword })
    })
    .collect()
}

/// Conversations of messages with people who stand on a tag's list.
fn told(ctx: &Context<'_>, samples: &mut Samples) -> Vec<Found> {
    let lists: Vec<(Key, Listed)> = (ctx.facts.tags.iter())
        .filter(|tag| !tag.people.is_empty())
        .map(|tag| (samples.keys.intern(&tag.name), Listed::of(ctx, tag)))
        .collect();
    if lists.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for talk in ctx.conversations().talks() {
        let Some(first) = talk.messages.first() else { continue };
        let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
        let of = lists.iter().filter(|(_, list)| list.has(&person));
        found.extend(of.map(|(keyword, _)| Found {
            day: first.day,
            row: first.row(),
            seller: talk.seller,
            person: person.clone(),
            keyword: *keyword,
        }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::World;

    #[test]
    fn the_origin_holds_a_keyword_or_stays_as_it_is() {
        let mut world = World::default()
            .rows(
                TableId::WarmConversations,
                "seller|person|warm_on|origin",
                &[
                    "Ada|One|2026-01-01|searched «Predictive Maintenance», March",
                    "Ada|One|2026-01-09|predictive maintenance",
                    "Ada|Two|2026-01-01|Trade fair",
                    "Ada|Three|2026-01-01|",
                    "Ada|Four|2026-03-30|predictive maintenance",
                ],
            )
            .rows(TableId::Meetings, "seller|date|person|status", &["Ada|2026-01-20|One|held"])
            .known_until(TableId::Meetings, "Ada", "2026-04-01")
            .today("2026-04-01");
        world.definitions.keywords = vec!["maintenance plan".into(), "predictive maintenance".into()];
        assert_eq!(
            world.said(&MEETINGS_BY_KEYWORD),
            [
                "2026-01-01 Ada predictive maintenance: hit",
                "2026-01-01 Ada Trade fair: miss",
                "2026-01-09 Ada predictive maintenance: left out, counted already by another row",
                "2026-03-30 Ada predictive maintenance: left out, too young at data end",
            ]
        );
    }

    /// Kim wrote first on 2 January and was met on the 20th; the conversation was noted by hand later. Lo is on the
    /// list of two tags. Mo is on none.
    #[test]
    fn conversations_of_messages_have_the_origin_of_their_person() {
        let mut world = World::default()
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person|profile_url",
                &[
                    "Ada|1|incoming|2026-01-02 10:00|Kim Berg|https://linkedin.com/in/kim",
                    "Ada|1|outgoing|2026-01-03 10:00|Kim Berg|https://linkedin.com/in/kim",
                    "Ada|2|outgoing|2026-01-05 10:00|Lo Ek|",
                    "Ada|3|outgoing|2026-01-06 10:00|Mo Al|",
                ],
            )
            .rows(
                TableId::WarmConversations,
                "seller|person|warm_on|origin",
                &["Ada|Kim Berg|2026-02-01|Fair"],
            )
            .rows(TableId::Meetings, "seller|date|person|status", &["Ada|2026-01-20|Kim Berg|held"])
            .known_until(TableId::Meetings, "Ada", "2026-06-01")
            .today("2026-06-01");
        let tag = |name: &str, people: &[&str]| crate::facts::PeopleTag {
            name: name.into(),
            people: people.iter().map(|name| (*name).to_owned()).collect(),
            ..crate::facts::PeopleTag::default()
        };
        world.facts.tags = std::sync::Arc::new(vec![
            tag("Fair", &["https://www.linkedin.com/in/kim/", "lo ek"]),
            tag("welding", &["Lo Ek"]),
            tag("nobody", &[]),
        ]);
        assert_eq!(
            world.said(&MEETINGS_BY_KEYWORD),
            [
                "2026-01-02 Ada Fair: hit",
                "2026-01-05 Ada Fair: miss",
                "2026-01-05 Ada welding: miss",
                "2026-02-01 Ada Fair: left out, counted already by another row",
            ]
        );
    }
}
