//! What deals and people with an activity do against those without. Who is called more may have been the better case
//! before: a difference is no proof of a cause.

use std::collections::{BTreeMap, BTreeSet};

use super::{ActivityKind, Hits};
use crate::facts::{ConnectionRow, Day, LeadRow, LinkSendRow, MeetingRow, People, PersonId, Sym, TouchRow};
use crate::metrics::deals::Ending;
use crate::metrics::{Context, Selection, meetings};

/// One activity: cases with it, and those without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lift {
    /// Which.
    pub kind: ActivityKind,
    /// Hits of those with it.
    pub with: Hits,
    /// Hits of those without.
    pub without: Hits,
}

/// Counts every case once for every kind: with it or without.
fn lifts(kinds: &BTreeSet<ActivityKind>, cases: &[(BTreeSet<ActivityKind>, bool)]) -> Vec<Lift> {
    (kinds.iter())
        .map(|kind| {
            let mut lift = Lift { kind: *kind, with: Hits::default(), without: Hits::default() };
            for (own, is_hit) in cases {
                if own.contains(kind) { &mut lift.with } else { &mut lift.without }.add(*is_hit);
            }
            lift
        })
        .filter(|lift| lift.with.of > 0)
        .collect()
}

/// Won, of the deals closed in the period, by what was done with them before the day of closing.
pub fn lift_on_wins(ctx: &Context<'_>, selection: &Selection) -> Vec<Lift> {
    let activities = ctx.activities();
    let mut cases = Vec::new();
    for (at, case) in ctx.deals().list.iter().enumerate() {
        let Ending::Closed { won, on } = case.ending else { continue };
        let is_chosen = ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller);
        if is_chosen && selection.span.contains(on) {
            let own = activities.of(at).iter().filter(|activity| activity.day < on);
            cases.push((own.map(|activity| activity.kind).collect(), won));
        }
    }
    lifts(&activities.kinds().into_iter().collect(), &cases)
}

/// Somebody whom a seller knows.
struct Known {
    since: Day,
    /// The first day of each activity.
    done: BTreeMap<ActivityKind, Day>,
    lead_on: Option<Day>,
}

/// Became leads, of the people whom sellers came to know in the period (connections and partners of conversations)
/// and who were no leads before, by what was done with them before. Without an activity, a lead at any time counts.
pub fn lift_on_leads(ctx: &Context<'_>, selection: &Selection) -> Vec<Lift> {
    let mut known = acquaintances(ctx, selection);
    let done = deeds(ctx);
    let leads = leads(ctx);
    let mut kinds = BTreeSet::new();
    let mut cases = Vec::new();
    for (person, known) in &mut known {
        known.lead_on = leads.find(person).into_iter().copied().min();
        for (kind, day) in done.find(person) {
            if *day >= known.since {
                let first = known.done.entry(*kind).or_insert(*day);
                *first = (*first).min(*day);
            }
        }
        if !selection.span.contains(known.since) || known.lead_on.is_some_and(|on| on < known.since) {
            continue;
        }
        let is_before = |day: &Day| known.lead_on.is_none_or(|on| *day <= on);
        let own: BTreeSet<ActivityKind> =
            known.done.iter().filter(|(_, day)| is_before(day)).map(|(kind, _)| *kind).collect();
        kinds.extend(own.iter().copied());
        cases.push((own, known.lead_on.is_some()));
    }
    lifts(&kinds, &cases)
}

/// Each person once, with the first day on which they were known.
fn acquaintances(ctx: &Context<'_>, selection: &Selection) -> Vec<(PersonId, Known)> {
    let is_chosen = |seller: Sym| ctx.facts.roles.counts(selection.sellers.as_deref(), seller);
    let mut met: Vec<(Day, PersonId)> = Vec::new();
    for (_, row) in ctx.facts.rows::<ConnectionRow>().filter(|(_, row)| is_chosen(row.seller)) {
        let person = PersonId::new(ctx.text(row.profile_url), ctx.text(row.email), ctx.text(row.name));
        met.extend(row.connected_on.map(|at| (ctx.day(at), person)));
    }
    for talk in ctx.conversations().threads().filter(|talk| is_chosen(talk.seller)) {
        let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
        met.extend(talk.messages.first().map(|message| (message.day, person)));
    }
    met.retain(|(_, person)| !person.is_blank());
    met.sort_unstable();
    let mut index: People<usize> = People::under(ctx.facts.acquainted.clone());
    let mut known: Vec<(PersonId, Known)> = Vec::new();
    for (since, person) in met {
        if index.find(&person).is_empty() {
            index.insert(person.clone(), known.len());
            known.push((person, Known { since, done: BTreeMap::new(), lead_on: None }));
        }
    }
    known
}

/// What was done with people, by person.
fn deeds(ctx: &Context<'_>) -> People<(ActivityKind, Day)> {
    let mut done: People<(ActivityKind, Day)> = People::under(ctx.facts.acquainted.clone());
    for (_, touch) in ctx.facts.rows::<TouchRow>() {
        if let Some(at) = touch.at.filter(|_| !touch.person.is_blank()) {
            let person = PersonId::new("", "", ctx.text(touch.person));
            done.insert(person, (ActivityKind::Channel(touch.channel), ctx.day(at)));
        }
    }
    for (_, meeting) in ctx.facts.rows::<MeetingRow>() {
        let day = meeting.date.map(|date| ctx.day(date));
        if let Some(day) = day.filter(|day| meetings::took_place(ctx, &meeting, *day)) {
            let person = PersonId::new("", ctx.text(meeting.email), ctx.text(meeting.person));
            done.insert(person, (ActivityKind::Meeting, day));
        }
    }
    for (_, sent) in ctx.facts.rows::<LinkSendRow>() {
        if let Some(at) = sent.sent_at {
            done.insert(PersonId::new("", "", ctx.text(sent.person)), (ActivityKind::LinkSent, ctx.day(at)));
        }
    }
    for talk in ctx.conversations().threads() {
        for (outgoing, kind) in [(true, ActivityKind::MessageSent), (false, ActivityKind::MessageReceived)] {
            if let Some(first) = talk.messages.iter().find(|message| message.outgoing == outgoing) {
                let person = PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1));
                done.insert(person, (kind, first.day));
            }
        }
    }
    done
}

/// Creation days of leads by person.
fn leads(ctx: &Context<'_>) -> People<Day> {
    let mut leads: People<Day> = People::under(ctx.facts.acquainted.clone());
    for (_, lead) in ctx.facts.rows::<LeadRow>() {
        if let Some(created) = lead.created {
            let person = PersonId::new("", ctx.text(lead.email), ctx.text(lead.person));
            leads.insert(person, ctx.day(created));
        }
    }
    leads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Span, TableId};
    use crate::metrics::testing::{World, day};

    fn selection() -> Selection {
        Selection::all(Span { from: day("2026-01-01"), to: day("2026-06-30") })
    }

    #[test]
    fn deals_with_a_channel_are_held_against_those_without() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Deals,
                "id|created|closed|status",
                &[
                    "a|2026-01-01|2026-02-01|Won",
                    "b|2026-01-01|2026-02-01|Won",
                    "c|2026-01-01|2026-02-01|Lost",
                    "d|2026-01-01|2026-02-01|Lost",
                    "e|2026-01-01||Open",
                ],
            )
            .rows(
                TableId::Touches,
                "at|channel|deal_id",
                &[
                    "2026-01-02|Call|a",
                    "2026-01-03|Call|a",
                    "2026-01-02|Call|c",
                    "2026-02-01|Call|d",
                    "2026-01-02|Call|e",
                    "2026-01-02|Mail|b",
                ],
            );
        let found = lift_on_wins(&world.context(), &selection());
        let counts: Vec<(Hits, Hits)> = found.iter().map(|lift| (lift.with, lift.without)).collect();
        // d's call on the day of closing cannot be told from the closing.
        assert_eq!(
            counts,
            [
                (Hits { hits: 1, of: 2 }, Hits { hits: 1, of: 2 }),
                (Hits { hits: 1, of: 1 }, Hits { hits: 1, of: 3 })
            ]
        );
    }

    #[test]
    fn people_with_a_message_are_held_against_those_without() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Connections,
                "seller|connected_on|name",
                &[
                    "Ada|2026-01-05|One",
                    "Ada|2026-01-05|Two",
                    "Ada|2026-01-05|Three",
                    "Ada|2026-01-05|Was a lead",
                    "Ada|2025-12-31|Known before",
                ],
            )
            .rows(
                TableId::Messages,
                "seller|conversation|direction|sent_at|person",
                &[
                    "Ada|c1|outgoing|2026-01-10|One",
                    "Ada|c2|outgoing|2026-03-10|Two",
                    "Ada|c3|outgoing|2026-02-01|Four",
                ],
            )
            .rows(
                TableId::Leads,
                "id|created|person",
                &[
                    "1|2026-02-01|one",
                    "2|2026-02-01|Two",
                    "3|2026-01-04|Was a lead",
                    "4|2026-02-01|Known before",
                ],
            );
        let found = lift_on_leads(&world.context(), &selection());
        assert_eq!(
            found,
            [Lift {
                kind: ActivityKind::MessageSent,
                // One became a lead after the message, Four did not.
                with: Hits { hits: 1, of: 2 },
                // Two was written to only after becoming a lead; Three was not written to and is none.
                without: Hits { hits: 1, of: 2 },
            }]
        );
    }
}
