//! Conversations that a person says are warm, held against the messages so that none counts twice.

use std::collections::BTreeMap;

use super::turns::Talk;
use crate::facts::{Day, PersonId, Reason, RowRef, Sym, WarmRow, sort_list};
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Context, Key, Samples, What};

/// What a person said of one conversation.
#[derive(Clone, Debug)]
pub(super) struct WarmMark {
    pub row: RowRef,
    pub day: Day,
    pub seller: Sym,
    pub fit: Option<PersonaFit>,
    pub person: PersonId,
    /// Whether the same conversation counts by its messages.
    is_told_by_messages: bool,
    /// The day on which the same conversation was said to be warm before, since it last fell silent.
    said_before: Option<Day>,
}

/// All that was said, seller by seller in the order of days.
pub(super) fn all(ctx: &Context<'_>) -> Vec<WarmMark> {
    let mut by_seller: BTreeMap<Sym, Vec<(Day, RowRef, PersonId)>> = BTreeMap::new();
    for (row, mark) in ctx.facts.rows::<WarmRow>() {
        let Some(day) = mark.warm_on.map(|moment| ctx.day(moment)) else { continue };
        let person = PersonId::new(ctx.text(mark.profile_url), "", ctx.text(mark.person));
        by_seller.entry(mark.seller).or_default().push((day, row, person));
    }
    let mut all = Vec::new();
    for (seller, mut marks) in by_seller {
        sort_list(&mut marks, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        let warm: Vec<(PersonId, Talk<'_>)> = (ctx.conversations().talks())
            .filter(|talk| talk.seller == seller && talk.warm_at(ctx.definitions.warm_incoming).is_some())
            .map(|talk| (PersonId::new(ctx.text(talk.who.0), "", ctx.text(talk.who.1)), talk))
            .collect();
        let silence = i32::try_from(ctx.definitions.restart_days).unwrap_or(i32::MAX);
        for (at, (day, row, person)) in marks.iter().enumerate() {
            let is_told_by_messages =
                warm.iter().any(|(other, talk)| other.same_as(person) && goes_on(*talk, *day, silence));
            let earlier =
                marks.get(..at).unwrap_or(&[]).iter().rev().find(|(.., other)| other.same_as(person));
            let said_before = earlier.map(|(day, ..)| *day).filter(|before| day.0 - before.0 < silence);
            let fit = ctx.acquaintances().fit(ctx, seller, person);
            let (row, day, person) = (*row, *day, person.clone());
            all.push(WarmMark { row, day, seller, fit, person, is_told_by_messages, said_before });
        }
    }
    all
}

/// Whether a conversation goes on on a day: it has begun, and has neither restarted nor fallen silent.
fn goes_on(talk: Talk<'_>, day: Day, silence: i32) -> bool {
    let (Some(first), Some(last)) = (talk.messages.first(), talk.messages.last()) else { return false };
    let is_before_restart = talk.restart.is_none_or(|restart| day < restart.day);
    first.day <= day && is_before_restart && day.0 - last.day.0 < silence
}

impl WarmMark {
    fn keys(&self, samples: &mut Samples) -> [Key; 3] {
        [PersonaFit::key(self.fit, samples), Key::BLANK, Key::BLANK]
    }

    /// Whether the same conversation counts already: by its messages, or by an earlier word.
    pub fn is_counted(&self) -> bool {
        self.is_told_by_messages || self.said_before.is_some()
    }

    /// Adds it as a conversation that became warm.
    pub fn add(&self, samples: &mut Samples) {
        let keys = self.keys(samples);
        let what = if self.is_counted() { What::LeftOut(Reason::CountedAlready) } else { What::Count(1.0) };
        samples.add_keyed(self.day, self.seller, self.row, keys, what);
    }

    /// Adds the days on which it runs: so many from the day on which it was said.
    pub fn add_running(&self, samples: &mut Samples, open_days: i32) {
        let keys = self.keys(samples);
        let mut add = |day, what| samples.add_keyed(day, self.seller, self.row, keys, what);
        if self.is_told_by_messages {
            return add(self.day, What::LeftOut(Reason::CountedAlready));
        }
        // Said again while it runs, it runs on from where it would have ended.
        let ends = self.said_before.map(|before| before.plus(open_days + 1)).filter(|ends| *ends > self.day);
        add(ends.unwrap_or(self.day), What::Step(1.0));
        add(self.day.plus(open_days + 1), What::Step(-1.0));
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn it_runs_as_long_as_it_is_said_to() {
        let world = World::default().rows(
            TableId::WarmConversations,
            "seller|person|warm_on",
            &["Ada|One|2026-01-01", "Ada|One|2026-01-11"],
        );
        assert_eq!(
            world.said(&super::super::WARM_CONVERSATIONS_OPEN),
            [
                "2026-01-01 Ada: step +1",
                "2026-02-01 Ada: step -1",
                "2026-02-01 Ada: step +1",
                "2026-02-11 Ada: step -1",
            ]
        );
    }
}
