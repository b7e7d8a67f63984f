//! Pages that sellers shared or sent, with their visits.
//!
//! An address is compared without scheme, `www.`, fragment, UTM parameters and slash at the end; everything else of
//! it counts, other parameters too. A page that is listed by its path alone, as web analytics do, is taken for the
//! one shared address with that path: where two hosts share it, and for the root that every host has, nobody
//! knows which is meant, and the page is left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{LinkSendRow, PageRow, PostRow, Reason, Sym, TableId};
use crate::metrics::accounts::is_brand;
use crate::metrics::{Context, Dim, Key, Samples, What};

/// What every metric of pages can be broken down by.
pub(super) const BY: &[Dim] = &[Dim::Link];

/// An address as it is compared: its host, blank where it has none, and the rest.
pub type Address = (String, String);

/// Who shared an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Brand,
    Seller,
}

/// Adds a part of a ratio of sums per page that a seller shared or sent: the sum over its sessions, and its sessions.
/// Pages that only a brand shared, and those that nobody did, are left out.
pub(super) fn add(ctx: &Context<'_>, samples: &mut Samples, sum: impl Fn(&PageRow, f64) -> Option<f64>) {
    let shared = Shared::new(ctx);
    // Where the account of rows without a date is kept.
    let undated = ctx.facts.table_data_end(TableId::Pages).unwrap_or(ctx.today);
    for (row, page) in ctx.facts.rows::<PageRow>() {
        let day = page.date.map(|date| ctx.day(date));
        let what = match shared.by(&address(ctx.text(page.url))) {
            Err(reason) => What::LeftOut(reason),
            Ok(By::Brand) => What::LeftOut(Reason::BrandPage),
            Ok(By::Seller) => {
                match page.sessions.and_then(|sessions| Some((sum(&page, sessions)?, sessions))) {
                    Some((numerator, denominator)) if day.is_some() => What::Part { numerator, denominator },
                    _ => What::LeftOut(Reason::Unknown),
                }
            }
        };
        let keys = [samples.keys.intern(ctx.text(page.url)), Key::BLANK, Key::BLANK];
        samples.add_keyed(day.unwrap_or(undated), Sym::BLANK, row, keys, what);
    }
}

/// Addresses that were shared or sent.
struct Shared {
    by: BTreeMap<Address, By>,
    hosts: BTreeMap<String, BTreeSet<String>>,
}

impl Shared {
    fn new(ctx: &Context<'_>) -> Shared {
        let roles = &ctx.facts.roles;
        let by = |is_brand: bool| if is_brand { By::Brand } else { By::Seller };
        let posts = ctx.facts.rows::<PostRow>().map(|(_, post)| {
            let of_brand = is_brand(ctx, post.account, post.seller) || roles.is_brand(post.seller);
            (post.shared_url, by(of_brand))
        });
        let sent =
            ctx.facts.rows::<LinkSendRow>().map(|(_, sent)| (sent.link, by(roles.is_brand(sent.seller))));
        let mut shared = Shared { by: BTreeMap::new(), hosts: BTreeMap::new() };
        for (url, by) in posts.chain(sent).filter(|(url, _)| !url.is_blank()) {
            let (host, rest) = address(ctx.text(url));
            shared.hosts.entry(rest.clone()).or_default().insert(host.clone());
            let known = shared.by.entry((host, rest)).or_insert(by);
            *known = by.max(*known);
        }
        shared
    }

    /// Who shared a page.
    fn by(&self, page: &Address) -> Result<By, Reason> {
        let (host, rest) = page;
        if !host.is_empty() {
            return self.by.get(page).copied().ok_or(Reason::NotShared);
        }
        let hosts = self.hosts.get(rest).ok_or(Reason::NotShared)?;
        let mut hosts = hosts.iter();
        match (hosts.next(), hosts.next()) {
            (Some(host), None) if !rest.is_empty() => {
                self.by.get(&(host.clone(), rest.clone())).copied().ok_or(Reason::NotShared)
            }
            _ => Err(Reason::NotShared),
        }
    }
}

/// An address made comparable: host without `www.`, and the rest without UTM parameters, fragment and slash at the
/// end.
pub fn address(url: &str) -> Address {
    let url = url.trim();
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    let bare = bare.split('#').next().unwrap_or(bare);
    let (place, query) = bare.split_once('?').unwrap_or((bare, ""));
    let (host, path) = place.split_once('/').unwrap_or((place, ""));
    let host = host.to_ascii_lowercase();
    let is_utm = |part: &str| part.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("utm_"));
    let kept: Vec<&str> = query.split('&').filter(|part| !part.is_empty() && !is_utm(part)).collect();
    let mut rest = path.trim_end_matches('/').to_owned();
    if !kept.is_empty() {
        rest.push('?');
        rest.push_str(&kept.join("&"));
    }
    (host.strip_prefix("www.").unwrap_or(&host).to_owned(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::World;
    use rstest::rstest;

    #[rstest]
    #[case("https://www.One.example/Guide/?utm_source=li&id=3&UTM_medium=x#top", "one.example", "Guide?id=3")]
    #[case("one.example", "one.example", "")]
    #[case("https://one.example/", "one.example", "")]
    #[case("/guide", "", "guide")]
    #[case("one.example?utm_source=li", "one.example", "")]
    #[case("https://one.example/å?utm", "one.example", "å?utm")]
    fn addresses(#[case] url: &str, #[case] host: &str, #[case] rest: &str) {
        assert_eq!(address(url), (host.to_owned(), rest.to_owned()));
    }

    #[test]
    fn only_what_a_seller_shared_counts() {
        let world = World::default()
            .rows(
                TableId::Posts,
                "seller|account|published_at|shared_url",
                &[
                    "Ada||2026-01-01|https://one.example/guide?utm_source=linkedin",
                    "Granit|brand|2026-01-01|https://one.example/news",
                    "Granit|brand|2026-01-01|https://one.example/guide",
                    "Ada||2026-01-02|",
                    "Ada||2026-01-02|https://two.example/both",
                    "Ada||2026-01-02|https://one.example/both",
                    "Ada||2026-01-02|https://one.example",
                ],
            )
            .rows(TableId::LinkSends, "seller|link|sent_at", &["Bo|one.example/offer|2026-01-01"]);
        let ctx = world.context();
        let shared = Shared::new(&ctx);
        let by = |url: &str| shared.by(&address(url));
        assert_eq!(by("https://one.example/guide"), Ok(By::Seller));
        assert_eq!(by("/guide/"), Ok(By::Seller));
        assert_eq!(by("https://one.example/offer?utm_campaign=x"), Ok(By::Seller));
        assert_eq!(by("https://one.example/news"), Ok(By::Brand));
        assert_eq!(by("https://one.example/other"), Err(Reason::NotShared));
        assert_eq!(by("https://three.example/guide"), Err(Reason::NotShared));
        assert_eq!(by("/both"), Err(Reason::NotShared));
        assert_eq!(by("/"), Err(Reason::NotShared));
        assert_eq!(by("https://one.example/"), Ok(By::Seller));
    }
}
