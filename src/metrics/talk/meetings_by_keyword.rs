//! Meetings with people who were found by a keyword.
//!
//! Formula: of the conversations of the period whose origin a person states, those with a booked or held meeting of that
//! seller with that person within 60 days / all such, by the keyword of the list that the origin holds (whole words); an
//! origin without any keeps its own words. The same person and seller count once a keyword, on the first day. Left out as in
//! `meeting_set_rate`. Wilson interval.

use std::collections::HashMap;

use crate::facts::{PersonId, Reason, Sym, TableId, WarmRow, fold_words};
use crate::metrics::meetings::Meetings;
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

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let meetings = Meetings::new(ctx);
    let given_days = i32::try_from(ctx.definitions.meeting_days).unwrap_or(i32::MAX);
    let mut rows: Vec<_> = (ctx.facts.rows::<WarmRow>())
        .filter(|(_, warm)| !warm.origin.is_blank())
        .filter_map(|(row, warm)| Some((ctx.day(warm.warm_on?), row, warm)))
        .collect();
    rows.sort_unstable_by_key(|(day, row, _)| (*day, *row));
    let mut seen: HashMap<(Sym, Key), Vec<PersonId>> = HashMap::new();
    for (day, row, warm) in rows {
        let origin = fold_words(ctx.text(warm.origin));
        let keyword = ctx.definitions.keywords.iter().find(|keyword| holds(&origin, keyword));
        let keyword = samples.keys.intern(keyword.map_or(ctx.text(warm.origin), String::as_str));
        let person = PersonId::new(ctx.text(warm.profile_url), "", ctx.text(warm.person));
        let end = ctx.facts.data_end(TableId::Meetings, warm.seller).map(|end| end.min(ctx.today));
        let known = seen.entry((warm.seller, keyword)).or_default();
        let what = match end {
            _ if known.iter().any(|known| known.same_as(&person)) => What::LeftOut(Reason::CountedAlready),
            None => What::LeftOut(Reason::Unknown),
            Some(end) if end.0 - day.0 < given_days => What::LeftOut(Reason::TooYoung),
            Some(_) => meetings.after(warm.seller, &person, day, given_days),
        };
        let fit = ctx.acquaintances().fit(ctx, warm.seller, &person);
        known.push(person);
        let keys = [keyword, PersonaFit::key(fit, samples), Key::BLANK];
        samples.add_keyed(day, warm.seller, row, keys, what);
    }
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
}
