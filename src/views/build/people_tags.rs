//! Connections and invitations by where people were found: the catalogue's metrics over the rows of each tag.

use std::collections::BTreeSet;

use super::Asked;
use super::network::Told;
use crate::facts::RowRef;
use crate::metrics::{Dim, Figure, Missing, Samples, TaggedRows, tagged_rows};
use crate::views::{TagOfPeople, TagRequests, TagsOfPeople};

/// A line for each tag, and one for those without; nothing where there is no tag.
pub(super) fn people_tags(asked: &Asked<'_>) -> TagsOfPeople {
    let tags = asked.context.facts.tags.as_ref();
    if tags.is_empty() {
        return TagsOfPeople::default();
    }
    let found = tagged_rows(&asked.context, tags);
    let told = Figures::of(asked);
    let mut lines: Vec<TagOfPeople> =
        (tags.iter().zip(&found)).map(|(tag, rows)| told.line(Some(tag.name.clone()), rows, true)).collect();
    lines.push(told.line(None, &together(&found), false));
    TagsOfPeople { tags: tags.clone(), lines }
}

/// The rows of all tags; without invitations where those of one tag cannot be told.
fn together(found: &[TaggedRows]) -> TaggedRows {
    let mut all = TaggedRows { invitations: Some(BTreeSet::new()), ..TaggedRows::default() };
    for rows in found {
        all.connections.extend(&rows.connections);
        all.invitations = all.invitations.zip(rows.invitations.as_ref()).map(|(mut all, own)| {
            all.extend(own);
            all
        });
    }
    all
}

/// The metrics that are split.
struct Figures<'a> {
    asked: &'a Asked<'a>,
    connections: Option<Told>,
    new: Option<Told>,
    sent: Option<Told>,
    accepted: Option<Told>,
}

impl<'a> Figures<'a> {
    fn of(asked: &'a Asked<'a>) -> Figures<'a> {
        let told = |id| Told::of(asked, id);
        Figures {
            asked,
            connections: told("connections"),
            new: told("connections_new"),
            sent: told("invitations_sent"),
            accepted: told("invitation_acceptance_rate"),
        }
    }

    /// The figures of some rows, or of all others.
    fn line(&self, name: Option<String>, rows: &TaggedRows, inside: bool) -> TagOfPeople {
        let of = |told: &Option<Told>, rows: &BTreeSet<RowRef>| {
            told.as_ref().map(|told| only(told, |row| rows.contains(&row) == inside))
        };
        let requests = rows.invitations.as_ref().map(|rows| {
            let accepted = of(&self.accepted, rows);
            let by_note = accepted
                .as_ref()
                .map(|told| told.stream(self.asked).breakdown(&self.asked.selection, Dim::HasNote));
            let noted = |key: &str| {
                let found = by_note.iter().flatten().find(|(known, _)| known == key);
                found.map(|(_, figure)| figure.clone())
            };
            TagRequests {
                sent: self.figure(of(&self.sent, rows)),
                with: noted("yes"),
                without: noted("no"),
                accepted: self.figure(accepted),
            }
        });
        TagOfPeople {
            name,
            connections: self.figure(of(&self.connections, &rows.connections)),
            new: self.figure(of(&self.new, &rows.connections)),
            requests,
        }
    }

    fn figure(&self, told: Option<Told>) -> Figure {
        told.map_or_else(
            || Figure::missing(Missing::NothingInPeriod),
            |told| told.stream(self.asked).figure(&self.asked.selection),
        )
    }
}

/// A metric over some of its rows.
fn only(told: &Told, is_one: impl Fn(RowRef) -> bool) -> Told {
    let list = told.samples.list.iter().filter(|sample| is_one(sample.row)).copied().collect();
    Told { metric: told.metric, samples: Samples { list, ..told.samples.clone() } }
}

#[cfg(test)]
mod tests {
    use super::super::network_tests::{day, filter, import};
    use super::super::{frame, network_view};
    use super::*;
    use crate::facts::{PeopleTag, TableId, Zone};
    use crate::metrics::{Goal, GoalChange, GoalOf, Persona, Quantity};
    use crate::views::{Filter, NetworkView};
    use crate::workspace::Workspace;

    /// Ada asks twelve people in March; the six of the fair, with a note, all accept but one; of the other six, without
    /// a note, two do.
    fn workspace() -> Workspace {
        let mut workspace = Workspace::new("w");
        let accepted = ["F0", "F1", "F2", "F3", "F4", "O0", "O1"];
        let mut known: Vec<String> =
            accepted.iter().map(|name| format!("Ada|2026-03-10|{name}|Head of IT|Nord")).collect();
        known.push("Ada|2026-01-01|Old|Baker|Bread".into());
        let header = "seller|connected_on|name|position|company";
        import(&mut workspace, TableId::Connections, "2026-04-30", header, &known);
        let asked: Vec<String> = (0..6)
            .flat_map(|at| {
                [format!("Ada|outgoing|2026-03-02|F{at}|yes"), format!("Ada|outgoing|2026-03-09|O{at}|no")]
            })
            .collect();
        let header = "seller|direction|sent_at|name|has_note";
        import(&mut workspace, TableId::Invitations, "2026-04-30", header, &asked);
        workspace
    }

    fn view(workspace: &Workspace) -> NetworkView {
        let (facts, zone) = (workspace.facts(), Zone::utc());
        let filter = Filter { persona: None, ..filter("2026-03-01", "2026-03-31") };
        network_view(workspace, &frame(workspace, &facts, &zone, &filter))
    }

    fn counted(figure: &Figure) -> (Option<f64>, u64) {
        (figure.numerator.map(Quantity::to_f64), figure.n)
    }

    #[test]
    fn requests_and_their_acceptance_by_tag() {
        let mut workspace = workspace();
        assert_eq!(view(&workspace).tags, TagsOfPeople::default());
        let people = (0..6).map(|at| format!("F{at}")).collect();
        let fair = PeopleTag { name: "Fair".into(), people, ..PeopleTag::default() };
        workspace.notes.tags = vec![fair];
        let lines = view(&workspace).tags.lines;
        let [fair, rest] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!((fair.connections.value(), fair.new.value()), (Some(5.0), Some(5.0)));
        assert_eq!(
            (rest.name.as_deref(), rest.connections.value(), rest.new.value()),
            (None, Some(3.0), Some(2.0))
        );
        let (of_fair, of_rest) = (fair.requests.as_ref().unwrap(), rest.requests.as_ref().unwrap());
        assert_eq!((of_fair.sent.value(), of_rest.sent.value()), (Some(6.0), Some(6.0)));
        assert_eq!(
            (counted(&of_fair.accepted), counted(&of_rest.accepted)),
            ((Some(5.0), 6), (Some(2.0), 6))
        );
        assert_eq!(
            (of_fair.with.as_ref().map(counted), of_fair.without.as_ref()),
            (Some((Some(5.0), 6)), None)
        );
        // A tag by words counts who is known, and says nothing of who was asked: nor can "no tag" then.
        let words = PeopleTag { name: "IT".into(), words: vec!["it".into()], ..PeopleTag::default() };
        workspace.notes.tags.push(words);
        let lines = view(&workspace).tags.lines;
        assert_eq!((lines[1].connections.value(), &lines[1].requests), (Some(7.0), &None));
        assert_eq!((lines[2].connections.value(), &lines[2].requests), (Some(1.0), &None));
    }

    #[test]
    fn goals_for_the_persona_stand_on_the_page() {
        let mut workspace = workspace();
        let persona = Persona { name: "IT".into(), title_words: vec!["it".into()], ..Persona::default() };
        workspace.definitions.personas.push(persona);
        let goal = |metric: &str| Goal {
            metric: metric.into(),
            persona: (metric == "persona_connections").then(|| "IT".to_owned()),
            of: GoalOf::Seller("Ada".into()),
            target: 20.0,
            start: day("2026-03-01"),
            deadline: day("2026-06-30"),
            ..Goal::default()
        };
        let roster = workspace.roster.clone();
        for metric in ["persona_connections", "meetings"] {
            assert!(workspace.plan.goals.apply(&GoalChange::Put(goal(metric)), &roster));
        }
        let goals = view(&workspace).goals;
        assert_eq!(goals.len(), 1);
        // Seven of none by 30 April; what is needed and where it leads come with it.
        let progress = &goals[0].progress;
        assert_eq!((progress.start_value, progress.figure.value()), (Some(0.0), Some(7.0)));
        assert!(progress.pace_needed.is_some_and(|pace| pace > 0.0) && progress.forecast.is_some());
    }
}
