//! Content items: the same address or the same name of content in several posts.

use std::collections::{BTreeMap, BTreeSet};

use super::told::{Told, counts};
use crate::facts::{fold_name, sort_list};
use crate::metrics::{ContentPost, address};
use crate::views::{Item, ItemPost, ItemsView};

/// Items that are listed.
const MOST_ITEMS: usize = 40;

/// What tells one item from another: an address, or the name of a content that is shared without one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Address(String, String),
    Content(String),
}

/// Items that more than one post shares.
pub fn items(told: &Told<'_>) -> ItemsView {
    let mut view = ItemsView::default();
    // A content that is shared with an address is that address's, also where it is shared without.
    let mut addresses: BTreeMap<String, Of> = BTreeMap::new();
    for post in &told.posts {
        if let (Some(content), Some(at)) = (content(told, post), at(told, post)) {
            addresses.entry(content).or_insert(at);
        }
    }
    let mut groups: BTreeMap<Of, Vec<&ContentPost<'_>>> = BTreeMap::new();
    for post in &told.posts {
        let by_content =
            || content(told, post).map(|name| addresses.get(&name).cloned().unwrap_or(Of::Content(name)));
        match at(told, post).or_else(by_content) {
            Some(of) => groups.entry(of).or_default().push(post),
            None => view.unnamed += 1,
        }
    }
    let everyone = told.sellers();
    for (of, posts) in groups {
        if posts.len() > 1 {
            view.items.push(item(told, &of, &posts, &everyone));
        } else {
            view.single += 1;
        }
    }
    sort_list(&mut view.items, |a, b| (b.shared.len(), b.posts.len()).cmp(&(a.shared.len(), a.posts.len())));
    view.items.truncate(MOST_ITEMS);
    view
}

fn at(told: &Told<'_>, post: &ContentPost<'_>) -> Option<Of> {
    let (host, rest) = address(told.text(post.shared_url));
    (!post.shared_url.is_blank()).then_some(Of::Address(host, rest))
}

fn content(told: &Told<'_>, post: &ContentPost<'_>) -> Option<String> {
    Some(fold_name(told.text(post.content))).filter(|name| !name.is_empty())
}

fn item(told: &Told<'_>, of: &Of, posts: &[&ContentPost<'_>], everyone: &[String]) -> Item {
    let named = posts.iter().find(|post| !post.content.is_blank());
    let name = match (named, of) {
        (Some(post), _) => told.text(post.content).to_owned(),
        (None, Of::Address(host, rest)) if rest.is_empty() => host.clone(),
        (None, Of::Address(host, rest)) => format!("{host}/{rest}"),
        (None, Of::Content(name)) => name.clone(),
    };
    let shared: BTreeSet<&str> = posts.iter().map(|post| told.text(post.seller)).collect();
    let of_post = |post: &&ContentPost<'_>| ItemPost {
        post: told.detail(post),
        figure: told.rate_of(post),
        counts: counts(std::iter::once(*post)),
    };
    Item {
        name,
        not_shared: everyone.iter().filter(|seller| !shared.contains(seller.as_str())).cloned().collect(),
        shared: shared.into_iter().filter(|seller| !seller.is_empty()).map(str::to_owned).collect(),
        figure: told.rate_of_all(posts.iter().copied()),
        counts: counts(posts.iter().copied()),
        posts: posts.iter().rev().map(of_post).collect(),
    }
}
