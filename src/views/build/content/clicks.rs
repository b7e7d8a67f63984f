//! Clicks: posts that few click, links sent to persons, short links.

use std::collections::{BTreeMap, BTreeSet};

use super::told::{Told, number, of_cases};
use super::{Counted, of_key};
use crate::facts::{LinkSendRow, sort_list};
use crate::metrics::{ContentPost, Dim, Quantity, address, pooled};
use crate::views::{ClickLine, ClicksView, SentLink, ShortLink};

/// Rows of each list.
const MOST_ROWS: usize = 40;

/// Clicks.
pub fn clicks(told: &Told<'_>) -> ClicksView {
    let all =
        Counted::new(told.asked, "link_ctr").map(|counted| counted.figure(told.asked, &told.asked.selection));
    let (low, compared) = low(told, all.as_ref().and_then(|all| all.value()));
    let sent = sent_rows(told);
    ClicksView {
        all,
        low,
        compared,
        by_link: sent_by(told, &sent, Dim::Link),
        by_seller: sent_by(told, &sent, Dim::Seller),
        short: short(told),
    }
}

/// Posts whose whole interval lies below a rate, those that lack most clicks first; and how many were compared.
fn low(told: &Told<'_>, all: Option<f64>) -> (Vec<ClickLine>, u32) {
    let Some(all) = all else { return (Vec::new(), 0) };
    let least = f64::from(told.rules.least_impressions);
    let need = told.workspace.definitions.rate_needs;
    let enough = |post: &&ContentPost<'_>| post.click_part().is_some_and(|(_, shown)| shown >= least);
    let compared: Vec<&ContentPost<'_>> = told.posts.iter().filter(enough).collect();
    let mut low: Vec<(f64, ClickLine)> = (compared.iter())
        .filter_map(|post| {
            let rate = of_cases(post.click_part(), need);
            let is_below = rate.high.map(Quantity::to_f64).is_some_and(|high| high < all);
            let lacks = post.click_part().map(|(clicks, shown)| all * shown - clicks)?;
            let of_reach = of_cases(post.reach_part(), need);
            is_below.then(|| (lacks, ClickLine { post: told.detail(post), rate, of_reach }))
        })
        .collect();
    sort_list(&mut low, |(a, _), (b, _)| b.total_cmp(a));
    low.truncate(MOST_ROWS);
    (low.into_iter().map(|(_, line)| line).collect(), number(compared.len()))
}

/// What was sent to named persons in the period by the chosen sellers.
fn sent_rows(told: &Told<'_>) -> Vec<LinkSendRow> {
    rows(told).filter(|sent| !told.text(sent.person).is_empty()).collect()
}

fn rows<'b>(told: &'b Told<'_>) -> impl Iterator<Item = LinkSendRow> + 'b {
    let (context, selection) = (&told.asked.context, &told.asked.selection);
    let is_asked = |sent: &LinkSendRow| {
        sent.sent_at.is_some_and(|at| selection.span.contains(context.day(at)))
            && context.facts.roles.counts(selection.sellers.as_deref(), sent.seller)
    };
    context.facts.rows::<LinkSendRow>().map(|(_, sent)| sent).filter(is_asked)
}

fn sent_by(told: &Told<'_>, sent: &[LinkSendRow], dim: Dim) -> Vec<SentLink> {
    let Some(counted) = Counted::new(told.asked, "collateral_ctr") else { return Vec::new() };
    let opened = counted.by(told.asked, &told.asked.selection, dim);
    let mut sends: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for row in sent {
        let name = told.text(if dim == Dim::Link { row.link } else { row.seller });
        let known = row.clicks.or_else(|| row.clicked_at.map(|_| 1.0));
        let of_name = sends.entry(name).or_default();
        of_name.extend(known.map(|clicks| (clicks, 1.0)));
    }
    let mut lines: Vec<SentLink> = (sends.into_iter())
        .filter(|(name, _)| !name.is_empty())
        .map(|(name, parts)| SentLink {
            name: name.to_owned(),
            opened: of_key(&opened, name),
            per_send: pooled(&parts),
        })
        .collect();
    sort_list(&mut lines, |a, b| b.opened.n.cmp(&a.opened.n));
    lines.truncate(MOST_ROWS);
    lines
}

/// Links of lists that name no person: where the same address was shared in posts and sent to persons.
fn short(told: &Told<'_>) -> Vec<ShortLink> {
    let mut links: BTreeMap<&str, Option<f64>> = BTreeMap::new();
    let mut sends: BTreeMap<(String, String), u32> = BTreeMap::new();
    for sent in told.asked.context.facts.rows::<LinkSendRow>().map(|(_, sent)| sent) {
        let link = told.text(sent.link);
        if told.text(sent.person).is_empty() {
            let clicks = links.entry(link).or_default();
            *clicks = sent.clicks.map(|more| clicks.unwrap_or(0.0) + more).or(*clicks);
        } else {
            *sends.entry(address(link)).or_default() += 1;
        }
    }
    let mut lines: Vec<ShortLink> = (links.into_iter())
        .map(|(link, clicks)| {
            let own = address(link);
            let posts: Vec<&ContentPost<'_>> =
                (told.posts.iter()).filter(|post| is_at(told, post, &own)).collect();
            let sellers: BTreeSet<&str> = posts.iter().map(|post| told.text(post.seller)).collect();
            ShortLink {
                link: link.to_owned(),
                clicks,
                sellers: sellers.into_iter().map(str::to_owned).collect(),
                posts: number(posts.len()),
                sends: sends.get(&own).copied().unwrap_or(0),
            }
        })
        .collect();
    sort_list(&mut lines, |a, b| b.clicks.unwrap_or(-1.0).total_cmp(&a.clicks.unwrap_or(-1.0)));
    lines.truncate(MOST_ROWS);
    lines
}

/// Whether a post shares an address.
fn is_at(told: &Told<'_>, post: &ContentPost<'_>, own: &(String, String)) -> bool {
    !post.shared_url.is_blank() && address(told.text(post.shared_url)) == *own
}
