//! Links of posts: the number inside and the time it was minted.

#[cfg(feature = "engine")]
use crate::facts::{Day, Moment};

/// The post's number in a link, percent-encoded or not; blank when there is none. Seen:
/// `…/feed/update/urn%3Ali%3Ashare%3A<id>`, `urn:li:ugcPost:<id>`, `urn:li:activity:<id>`,
/// `urn:li:groupPost:<group>-<id>`, `…/posts/<slug>-activity-<id>-<4 characters>`.
pub(crate) fn post_id(link: &str) -> &str {
    const MARKS: [&str; 4] = ["share", "ugcpost", "activity", "grouppost"];
    let bare = link.split(['?', '#']).next().unwrap_or(link);
    let mut best = "";
    let mut before = "";
    let parts = bare.split([':', '/', '-', '_']);
    for part in parts.flat_map(|part| part.split("%3A")).flat_map(|part| part.split("%3a")) {
        let is_number = part.len() >= LEAST_DIGITS && part.bytes().all(|byte| byte.is_ascii_digit());
        if is_number && (MARKS.iter().any(|mark| before.eq_ignore_ascii_case(mark)) || best.is_empty()) {
            best = part;
        }
        before = part;
    }
    best
}

/// Ids of posts have 19 digits today and had 16 in 2013; numbers of groups and pages are shorter.
const LEAST_DIGITS: usize = 15;

/// The UTC second in which a post's number was minted: its upper bits count milliseconds since 1970.
/// `None` when that is no time LinkedIn has had posts in (2010 to 2100).
#[cfg(feature = "engine")]
pub(super) fn minted_at(post_id: &str) -> Option<i64> {
    const FIRST: i64 = 1_262_304_000;
    const LAST: i64 = 4_102_444_800;
    let seconds = i64::try_from((post_id.parse::<u64>().ok()? >> 22) / 1000).ok()?;
    (FIRST..LAST).contains(&seconds).then_some(seconds)
}

/// The exact time in a post's number where it lies within a day of the stated date (zones differ), else the
/// stated date.
#[cfg(feature = "engine")]
pub(super) fn published_at(post_id: &str, day: Option<Day>) -> Option<Moment> {
    match (minted_at(post_id), day) {
        (Some(seconds), Some(day)) => {
            let minted_day = seconds.div_euclid(86_400);
            let near = (minted_day - i64::from(day.0)).abs() <= 1;
            Some(if near { Moment::instant(seconds) } else { Moment::date(day) })
        }
        (Some(seconds), None) => Some(Moment::instant(seconds)),
        (None, day) => day.map(Moment::date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A6973848123456789012",
        "6973848123456789012"
    )]
    #[case(
        "https://www.linkedin.com/feed/update/urn:li:activity:7100000000000000001/",
        "7100000000000000001"
    )]
    #[case(
        "https://www.linkedin.com/feed/update/urn%3Ali%3AgroupPost%3A1234567-6973848123456789012",
        "6973848123456789012"
    )]
    #[case(
        "https://www.linkedin.com/posts/ada-ek_social-selling-share-7100000000000000001-aB3d",
        "7100000000000000001"
    )]
    #[case(
        "https://www.linkedin.com/posts/ada-ek_x-ugcPost-7100000000000000001-Zz9y?utm_source=share",
        "7100000000000000001"
    )]
    #[case("https://www.linkedin.com/in/ada-ek", "")]
    #[case("", "")]
    fn numbers_in_links(#[case] link: &str, #[case] id: &str) {
        assert_eq!(post_id(link), id);
    }

    #[rstest]
    // 7100000000000000000 >> 22 = 1692771911621 ms = 2023-08-23 06:25:11 UTC.
    #[case("7100000000000000000", Some(1_692_771_911))]
    #[case("12", None)]
    #[case("x", None)]
    fn times_in_numbers(#[case] id: &str, #[case] seconds: Option<i64>) {
        assert_eq!(minted_at(id), seconds);
    }
}
