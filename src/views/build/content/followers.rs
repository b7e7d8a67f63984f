//! Engagement of followers against the seller's own earlier one, and what is behind it where it is low.

use std::collections::BTreeMap;

use super::Counted;
use super::told::{Told, number};
use crate::facts::{Day, Span, Sym, sort_list};
use crate::metrics::{ContentPost, Need, Selection};
use crate::stats;
use crate::views::{FollowersView, LowKind, LowPost, LowSeller};

/// Days of a window.
const WINDOW_DAYS: i32 = 28;
/// Windows before the last one.
const WINDOWS: i32 = 6;
/// So many of them must be known for a median.
const LEAST_WINDOWS: usize = 3;
/// Posts that are named where the rate is low.
const MOST_POSTS: usize = 5;

/// Each seller whose followers are known.
pub fn followers(told: &Told<'_>) -> FollowersView {
    let asked = told.asked;
    let Some(rate) = Counted::new(asked, "follower_engagement_rate") else { return FollowersView::default() };
    let stream = rate.stream(asked);
    let (context, selection) = (&asked.context, &asked.selection);
    let mut sellers: Vec<LowSeller> = (context.coverage.sellers_of(Need::Followers.tables()).into_iter())
        .filter(|seller| context.facts.roles.counts(selection.sellers.as_deref(), *seller))
        .filter_map(|seller| one(told, seller, &|selection| stream.figure(selection)))
        .collect();
    let against = |seller: &LowSeller| match (seller.now.value(), seller.usual) {
        (Some(now), Some(usual)) if usual > 0.0 => now / usual,
        _ => f64::INFINITY,
    };
    sort_list(&mut sellers, |a, b| against(a).total_cmp(&against(b)).then_with(|| a.seller.cmp(&b.seller)));
    FollowersView { sellers }
}

/// The window so many windows before the one that ends on a day.
fn window(to: Day, back: i32) -> Span {
    let to = to.plus(-back * WINDOW_DAYS);
    Span { from: to.plus(1 - WINDOW_DAYS), to }
}

fn one(
    told: &Told<'_>,
    seller: Sym,
    figure: &dyn Fn(&Selection) -> crate::metrics::Figure,
) -> Option<LowSeller> {
    let to = told.asked.selection.span.to;
    let of = |back: i32| Selection {
        keys: told.asked.selection.keys.clone(),
        ..Selection::of_seller(window(to, back), seller)
    };
    let now = figure(&of(0));
    let earlier: Vec<f64> = (1..=WINDOWS).filter_map(|back| figure(&of(back)).value()).collect();
    if now.value().is_none() && earlier.is_empty() {
        return None;
    }
    let usual = stats::median(&earlier).filter(|_| earlier.len() >= LEAST_WINDOWS);
    let margin = 1.0 - f64::from(told.rules.low_margin_percent) / 100.0;
    let is_low = now.value().zip(usual).is_some_and(|(now, usual)| now < usual * margin);
    let all_before =
        Selection { span: Span { from: window(to, WINDOWS).from, to: window(to, 1).to }, ..of(1) };
    let (own, before) =
        (told.asked.context.content_posts(&of(0)), told.asked.context.content_posts(&all_before));
    let windows_with_posts: Vec<f64> = (1..=WINDOWS)
        .map(|back| before.iter().filter(|post| window(to, back).contains(post.day)).count() as f64)
        .collect();
    let (responsible, kinds) = if is_low { behind(told, &own, &before) } else { Default::default() };
    Some(LowSeller {
        seller: told.text(seller).to_owned(),
        now,
        usual,
        windows: number(earlier.len()),
        is_low,
        posts: number(own.len()),
        usual_posts: stats::median(&windows_with_posts).filter(|_| usual.is_some()),
        responsible,
        kinds,
    })
}

/// The posts that lack most against the rate of the seller's earlier posts, and their kinds.
fn behind(
    told: &Told<'_>,
    own: &[ContentPost<'_>],
    before: &[ContentPost<'_>],
) -> (Vec<LowPost>, Vec<LowKind>) {
    let earlier: Vec<(f64, f64)> = before.iter().filter_map(|post| post.rate_part(told.counting)).collect();
    let (engaged, shown) = earlier.iter().fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    if shown <= 0.0 {
        return Default::default();
    }
    let rate = engaged / shown;
    let mut posts = Vec::new();
    let mut kinds: BTreeMap<String, (u32, f64)> = BTreeMap::new();
    for post in own {
        let Some((engaged, shown)) = post.rate_part(told.counting) else { continue };
        let lacks = rate * shown - engaged;
        let kind = kinds.entry(told.kind(post)).or_default();
        *kind = (kind.0 + 1, kind.1 + lacks);
        // Less than half an engagement is none.
        if lacks >= 0.5 {
            posts.push(LowPost { post: told.detail(post), figure: told.rate_of(post), lacks });
        }
    }
    sort_list(&mut posts, |a, b| b.lacks.total_cmp(&a.lacks));
    posts.truncate(MOST_POSTS);
    let mut kinds: Vec<LowKind> =
        kinds.into_iter().map(|(kind, (posts, lacks))| LowKind { kind, posts, lacks }).collect();
    kinds.retain(|kind| kind.lacks >= 0.5);
    sort_list(&mut kinds, |a, b| b.lacks.total_cmp(&a.lacks));
    (posts, kinds)
}
