//! One sort for every kind of list.
//!
//! The standard library's sorts are made anew for every type and order, three kilobytes of program each. That
//! pays where rows are sorted by the million; lists of keys, sellers and figures share this one.

use std::cmp::Ordering;

/// Sorts a list as `sort_by` does: what compares equal keeps its order.
pub fn sort_list<T>(list: &mut Vec<T>, mut order: impl FnMut(&T, &T) -> Ordering) {
    let places = sorted_places(list.len(), &mut |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => order(a, b),
        _ => Ordering::Equal,
    });
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| items.get_mut(place)?.take()));
}

/// Puts items one after the other into a map or a set. `collect` sorts them first, which is one more sort for every
/// type.
pub fn gather<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// The places of `count` things in their order.
fn sorted_places(count: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|&a, &b| order(a, b).then(a.cmp(&b)));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lists_are_sorted_as_by_the_standard_library(list in prop::collection::vec((0u8..9, any::<u8>()), 0..60)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_list(&mut ours, |a, b| a.0.cmp(&b.0));
            theirs.sort_by_key(|item| item.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
