//! Visits of pages that sellers shared or sent.

use std::collections::{BTreeMap, BTreeSet};

use super::told::Told;
use super::{Counted, key_figure, of_key};
use crate::facts::{PostRow, sort_list};
use crate::metrics::{Dim, Quantity, address};
use crate::views::{PageLine, PagesView};

/// Pages that are listed.
const MOST_PAGES: usize = 40;

/// Visits of pages that sellers shared or sent.
pub fn pages(told: &Told<'_>) -> PagesView {
    let asked = told.asked;
    let by_link = |id: &str| {
        let counted = Counted::new(asked, id);
        counted.map(|counted| counted.by(asked, &asked.selection, Dim::Link)).unwrap_or_default()
    };
    let (bounces, seconds) = (by_link("bounce_rate"), by_link("time_on_page"));
    let shared_by = shared_by(told);
    let urls: BTreeSet<&String> = bounces.iter().chain(&seconds).map(|(url, _)| url).collect();
    let mut lines: Vec<PageLine> = (urls.into_iter())
        .map(|url| PageLine {
            url: url.clone(),
            bounce: of_key(&bounces, url),
            seconds: of_key(&seconds, url),
            sellers: sellers(&shared_by, url),
        })
        .filter(|line| line.bounce.value().is_some() || line.seconds.value().is_some())
        .collect();
    let sessions = |line: &PageLine| {
        let of = line.bounce.denominator.or(line.seconds.denominator);
        of.map_or(0.0, Quantity::to_f64)
    };
    sort_list(&mut lines, |a, b| sessions(b).total_cmp(&sessions(a)));
    lines.truncate(MOST_PAGES);
    let figures = ["bounce_rate", "time_on_page"].iter().filter_map(|id| key_figure(asked, id)).collect();
    PagesView { figures, lines }
}

type SharedBy<'a> = BTreeMap<(String, String), BTreeSet<&'a str>>;

/// Who shared which address in posts of any time: a visit comes later than the post.
fn shared_by<'b>(told: &'b Told<'_>) -> SharedBy<'b> {
    let mut by = SharedBy::new();
    let context = &told.asked.context;
    for (_, post) in context.facts.rows::<PostRow>() {
        let is_counted = context.facts.roles.counts(None, post.seller) && !post.seller.is_blank();
        if is_counted && !post.shared_url.is_blank() {
            by.entry(address(context.text(post.shared_url))).or_default().insert(context.text(post.seller));
        }
    }
    by
}

/// Web analytics often name a page by its path alone: then any host will do, as for the metric.
fn sellers(by: &SharedBy<'_>, url: &str) -> Vec<String> {
    let (host, rest) = address(url);
    let is_it = |known: &(String, String)| known.1 == rest && (host.is_empty() || known.0 == host);
    let names: BTreeSet<&str> =
        by.iter().filter(|(known, _)| is_it(known)).flat_map(|(_, names)| names.iter().copied()).collect();
    names.into_iter().map(str::to_owned).collect()
}
