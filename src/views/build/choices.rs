//! What there is to choose from in a workspace.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use crate::facts::{DealRow, LeadRow, Sym};
use crate::metrics::{Band, Dim, Selection, SourceGroup, Stream, What, group_of, metric};
use crate::views::Choices;

/// What there is to choose from, whatever is chosen now.
pub fn choices(asked: &Asked<'_>) -> Choices {
    let context = &asked.context;
    let facts = context.facts;
    let mut groups: BTreeMap<(Sym, Sym), SourceGroup> = BTreeMap::new();
    let mut campaigns: BTreeSet<&str> = BTreeSet::new();
    let leads = facts.rows::<LeadRow>().map(|(_, lead)| (lead.source, lead.source_group, lead.campaign));
    let deals = facts.rows::<DealRow>().map(|(_, deal)| (deal.source, deal.source_group, deal.campaign));
    for (source, stated, campaign) in leads.chain(deals) {
        groups.entry((source, stated)).or_insert_with(|| group_of(context, source, stated));
        campaigns.insert(context.text(campaign));
    }
    let known: BTreeSet<SourceGroup> = groups.into_values().collect();
    let posts = context.content_posts(&Selection::all(asked.frame.known.unwrap_or(asked.selection.span)));
    campaigns.extend(posts.iter().map(|post| context.text(post.campaign)));
    campaigns.remove("");
    Choices {
        platforms: platforms(asked),
        campaigns: campaigns.into_iter().map(str::to_owned).collect(),
        sources: SourceGroup::ALL
            .iter()
            .filter(|group| known.contains(group))
            .map(|group| group.id().to_owned())
            .collect(),
        bands: bands(asked),
    }
}

/// Bands in which any lead stands or stood; none where no lead has a score.
fn bands(asked: &Asked<'_>) -> Vec<String> {
    let Some(metric) = metric("leads_in_band") else { return Vec::new() };
    let samples = metric.samples(&asked.context);
    let known: BTreeSet<&str> = (samples.list.iter())
        .filter(|sample| !matches!(sample.what, What::LeftOut(_)))
        .map(|sample| {
            let [band, ..] = sample.keys;
            samples.keys.text(band)
        })
        .collect();
    Band::ALL.into_iter().map(Band::id).filter(|band| known.contains(band)).map(str::to_owned).collect()
}

/// Platforms as the metrics of daily rows and of posts name them.
fn platforms(asked: &Asked<'_>) -> Vec<String> {
    let mut names: BTreeSet<String> = BTreeSet::new();
    let Some(known) = asked.frame.known else { return Vec::new() };
    for id in ["posts_shared", "impressions", "followers_new"] {
        let Some(metric) = metric(id) else { continue };
        let samples = metric.samples(&asked.context);
        let stream = Stream::new(metric, &samples, &asked.context);
        let rows = stream.breakdown(&Selection::all(known), Dim::Platform);
        names.extend(rows.into_iter().map(|(name, _)| name));
    }
    names.remove("");
    names.into_iter().collect()
}
