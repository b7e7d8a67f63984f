//! The sellers and teams.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use crate::facts::{SellerKind, Sym, TableId};
use crate::views::{NameLine, SellerLine, TeamLine, TeamView};
use crate::workspace::{NameRecord, Roster, Workspace, alike};

/// The sellers and teams.
pub fn team_view(workspace: &Workspace, asked: &Asked<'_>) -> TeamView {
    let roster = &workspace.roster;
    let mut names = workspace.seller_names();
    for name in roster.entries.keys() {
        names.entry(name.clone()).or_default();
    }
    let mut by_head: BTreeMap<&str, Vec<(&String, &NameRecord)>> = BTreeMap::new();
    for (name, record) in &names {
        by_head.entry(roster.head(name)).or_default().push((name, record));
    }
    let mut sellers: Vec<SellerLine> =
        by_head.iter().map(|(head, names)| seller_line(workspace, asked, head, names)).collect();
    // A name that nothing is left of, neither rows nor anything said, is no seller.
    sellers.retain(|seller| seller.names.iter().any(|name| name.rows > 0) || is_said(roster, &seller.name));
    sellers.sort_by(|a, b| a.name.cmp(&b.name));
    let teams = roster.teams.iter().map(|team| TeamLine {
        name: team.clone(),
        sellers: count(sellers.iter().filter(|seller| seller.team.as_ref() == Some(team)).count()),
    });
    TeamView {
        frame: asked.frame.clone(),
        teams: teams.collect(),
        baseline: roster.baseline,
        quotas: workspace.plan.quotas(roster),
        alike: suggestions(roster, &sellers),
        sellers,
    }
}

fn seller_line(
    workspace: &Workspace,
    asked: &Asked<'_>,
    head: &str,
    names: &[(&String, &NameRecord)],
) -> SellerLine {
    let roster = &workspace.roster;
    let shown = roster.shown(head);
    let seller = asked.context.facts.names.find(shown);
    let extents = seller.map(|seller| asked.context.coverage.of_seller(seller)).unwrap_or_default();
    let is_brand = seller.is_some_and(|seller: Sym| asked.context.facts.roles.is_brand(seller));
    let files = file_names(workspace, names.iter().flat_map(|(_, record)| &record.files));
    let entry = roster.entry(head);
    let mut lines: Vec<NameLine> = (names.iter())
        .map(|(name, record)| NameLine {
            name: (*name).clone(),
            rows: record.rows,
            files: count(file_names(workspace, record.files.iter()).len()),
            can_split: *name != head,
        })
        .collect();
    lines.sort_by_key(|line| line.can_split);
    SellerLine {
        name: shown.to_owned(),
        names: lines,
        team: entry.and_then(|entry| entry.team.clone()),
        kind: if is_brand { SellerKind::BrandPage } else { SellerKind::Person },
        baseline: entry.and_then(|entry| entry.baseline),
        newest: extents.iter().filter_map(|(_, extent)| extent.last).max(),
        tables: extents.into_iter().map(|(table, extent): (TableId, _)| (table, extent.rows)).collect(),
        files: files.into_iter().collect(),
    }
}

/// Names of files, archives once.
fn file_names<'a>(workspace: &Workspace, files: impl Iterator<Item = &'a u32>) -> BTreeSet<String> {
    files
        .filter_map(|file| workspace.files.get(file)?.summary.file.split('/').next().map(str::to_owned))
        .collect()
}

/// Whether anything is said of a seller beyond being there.
fn is_said(roster: &Roster, shown: &str) -> bool {
    roster.entry(shown).is_some_and(|entry| {
        entry.shown.is_some() || entry.team.is_some() || entry.kind.is_some() || entry.baseline.is_some()
    })
}

/// Sellers who may be one person, but for those of whom somebody has said that they are two.
fn suggestions(roster: &Roster, sellers: &[SellerLine]) -> Vec<[String; 2]> {
    let names: Vec<String> = sellers.iter().map(|seller| seller.name.clone()).collect();
    let is_dismissed = |one: &str, other: &str| {
        let (one, other) = (roster.head(one).to_owned(), roster.head(other).to_owned());
        roster.dismissed.contains(&if one < other { (one, other) } else { (other, one) })
    };
    (alike(&names).into_iter())
        .filter(|(one, other)| !is_dismissed(one, other))
        .map(|(one, other)| [one, other])
        .collect()
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
