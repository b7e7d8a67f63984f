//! Who on the team knows somebody at a company: the sellers' connections pooled.

use std::collections::BTreeMap;

use super::Asked;
use crate::facts::{ConnectionRow, DealRow, LeadRow, PersonId, fold_words, sort_list};
use crate::metrics::{DealState, Statuses};
use crate::views::{PathLine, PathsView, TargetLine};
use crate::workspace::Workspace;

/// So many people are listed.
const MOST_PATHS: usize = 200;
/// So many companies are listed.
const MOST_TARGETS: usize = 200;

/// Forms of companies: they tell nothing of which company it is.
const FORMS: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "co",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "kg",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "oyj",
    "plc",
    "sa",
    "sarl",
    "se",
    "spa",
    "srl",
    "sro",
    "publ",
];

/// The words of a company's name that tell which it is. Where only its form is left, all of them.
fn words_of(company: &str) -> Vec<String> {
    let all = fold_words(company);
    let telling: Vec<String> = all.iter().filter(|word| !FORMS.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// Whether a company is the one asked for or a part of it: "Granit" is "Granit AB" and "Granit Nordic".
fn is_at(company: &[String], target: &[String]) -> bool {
    !target.is_empty() && company.starts_with(target)
}

/// The people at a company whom somebody on the team knows, those known longest first. Who is chosen in the bar
/// does not matter: the way in may lead over anybody.
pub(super) fn paths(workspace: &Workspace, asked: &Asked<'_>, company: &str) -> PathsView {
    let context = &asked.context;
    let target = words_of(company);
    let mut fits: BTreeMap<u32, bool> = BTreeMap::new();
    let mut lines: Vec<PathLine> = (context.facts.rows::<ConnectionRow>())
        .filter(|(_, known)| {
            *fits
                .entry(known.company.0)
                .or_insert_with(|| is_at(&words_of(context.text(known.company)), &target))
        })
        .filter(|(_, known)| !known.seller.is_blank() && !known.name.is_blank())
        .filter_map(|(_, known)| {
            let (via, person) = (context.text(known.seller).to_owned(), context.text(known.name).to_owned());
            let is_asked = workspace.notes.asks.iter().any(|ask| {
                workspace.roster.shown(&ask.via) == via
                    && PersonId::new("", "", &ask.person).same_as(&PersonId::new("", "", &person))
            });
            Some(PathLine {
                via,
                person,
                position: context.text(known.position).to_owned(),
                company: context.text(known.company).to_owned(),
                since: context.day(known.connected_on?),
                is_asked,
            })
        })
        .collect();
    sort_list(&mut lines, |a, b| {
        a.since.cmp(&b.since).then_with(|| a.person.cmp(&b.person)).then_with(|| a.via.cmp(&b.via))
    });
    lines.truncate(MOST_PATHS);
    PathsView { company: company.to_owned(), lines }
}

/// Companies of open deals and leads, those with a known person first.
pub(super) fn targets(asked: &Asked<'_>) -> Vec<TargetLine> {
    let context = &asked.context;
    let statuses = Statuses::new(context.definitions);
    let mut found: BTreeMap<Vec<String>, TargetLine> = BTreeMap::new();
    let mut add = |company: &str, deals: u32, leads: u32| {
        let words = words_of(company);
        if words.is_empty() {
            return;
        }
        let line = found.entry(words).or_insert_with(|| TargetLine {
            company: company.to_owned(),
            deals: 0,
            leads: 0,
            known: 0,
        });
        line.deals += deals;
        line.leads += leads;
    };
    for (_, deal) in context.facts.rows::<DealRow>() {
        if statuses.deal(context.either(deal.status_group, deal.status)) == DealState::Open {
            add(context.text(deal.company), 1, 0);
        }
    }
    for (_, lead) in context.facts.rows::<LeadRow>() {
        let status = context.either(lead.status_group, lead.status);
        let is_customer = lead.converted_at.is_some() || statuses.is_customer(status);
        if !is_customer && statuses.deal(status) == DealState::Open {
            add(context.text(lead.company), 0, 1);
        }
    }
    // A connection belongs to every target whose words its company begins with.
    for (_, known) in context.facts.rows::<ConnectionRow>() {
        let words = words_of(context.text(known.company));
        for length in 1..=words.len() {
            if let Some(line) = words.get(..length).and_then(|part| found.get_mut(part)) {
                line.known += 1;
            }
        }
    }
    let mut lines: Vec<TargetLine> = found.into_values().collect();
    sort_list(&mut lines, |a, b| {
        let rank = |line: &TargetLine| (line.known > 0, line.deals, line.known, line.leads);
        rank(b).cmp(&rank(a)).then_with(|| a.company.cmp(&b.company))
    });
    lines.truncate(MOST_TARGETS);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Granit AB", "granit", true)]
    #[case("GRANIT Nordic AB", "Granit", true)]
    #[case("Granit", "Granit Nordic", false)]
    #[case("Granita", "Granit", false)]
    #[case("New Granit", "Granit", false)]
    #[case("SE AB", "SE AB", true)]
    #[case("", "", false)]
    fn a_company_goes_by_the_words_it_begins_with(
        #[case] company: &str,
        #[case] target: &str,
        #[case] expected: bool,
    ) {
        assert_eq!(is_at(&words_of(company), &words_of(target)), expected);
    }
}
