//! One name for a network, whatever a tool calls it: figures of one network must not fall apart.

use crate::sources::mapped::MappedRow;
use crate::sources::values::fold_text;

/// Names as facts have them, and how they begin where tools say them.
const NETWORKS: [(&str, &[&str]); 9] = [
    ("LinkedIn", &["linkedin"]),
    ("X", &["twitter", "x"]),
    ("Facebook", &["facebook", "fb"]),
    ("Instagram", &["instagram"]),
    ("TikTok", &["tiktok"]),
    ("YouTube", &["youtube"]),
    ("Threads", &["threads"]),
    ("Pinterest", &["pinterest"]),
    ("Bluesky", &["bluesky"]),
];

/// Sites and the networks that they are.
const SITES: [(&str, &str); 11] = [
    ("linkedin.com", "LinkedIn"),
    ("x.com", "X"),
    ("twitter.com", "X"),
    ("facebook.com", "Facebook"),
    ("instagram.com", "Instagram"),
    ("tiktok.com", "TikTok"),
    ("youtube.com", "YouTube"),
    ("youtu.be", "YouTube"),
    ("threads.net", "Threads"),
    ("threads.com", "Threads"),
    ("bsky.app", "Bluesky"),
];

/// The network that a tool's word means; the word itself where it is none of those known.
pub(super) fn network(said: &str) -> &str {
    let folded = fold_text(said);
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    let known = NETWORKS.iter().find(|(_, words)| {
        // `linkedincompany`, `facebookpage`; a lone letter must stand alone.
        words.iter().any(|word| first == *word || (word.len() > 2 && first.starts_with(word)))
    });
    known.map_or(said, |(name, _)| name)
}

/// The network that a single word of a file's name is the name of.
pub(super) fn known_network(word: &str) -> Option<&'static str> {
    let known =
        NETWORKS.iter().find(|(_, words)| words.iter().any(|known| known.len() > 1 && word == *known));
    known.map(|(name, _)| *name)
}

/// The network of a link's site; blank for other sites.
pub(super) fn network_of_link(link: &str) -> &'static str {
    let bare = link.split_once("://").map_or(link, |(_, rest)| rest);
    let site = bare.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let known = SITES.iter().find(|(known, _)| {
        site.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'))
    });
    known.map_or("", |(_, name)| name)
}

/// Whether the tool's word says that the account is a brand's page.
fn says_page(said: &str) -> bool {
    let folded = fold_text(said);
    ["page", "company", "showcase"].iter().any(|word| folded.contains(word))
}

/// A network as facts have it: LinkedIn is left blank, as in LinkedIn's own exports, so that a day or a post
/// that both tell of is one.
pub(super) fn set_network(row: &mut MappedRow<'_>, network: &str) {
    row.set_text("platform", if network == "LinkedIn" { "" } else { network });
}

/// Names the row's network by the word in a column, and marks a page as a brand's.
pub(super) fn name_network(row: &mut MappedRow<'_>, column: &str) {
    let said = row.text(column);
    set_network(row, network(&said));
    if says_page(&said) {
        row.set_text("account", "brand");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("LINKEDIN", "LinkedIn")]
    #[case("LinkedIn Company Page", "LinkedIn")]
    #[case("linkedincompany", "LinkedIn")]
    #[case("Twitter", "X")]
    #[case("X (Twitter)", "X")]
    #[case("x", "X")]
    #[case("XING", "XING")]
    #[case("Facebook Page", "Facebook")]
    #[case("", "")]
    fn words(#[case] said: &str, #[case] name: &str) {
        assert_eq!(network(said), name);
    }

    #[rstest]
    #[case("https://www.linkedin.com/feed/update/urn:li:share:1", "LinkedIn")]
    #[case("https://X.com/ada/status/1", "X")]
    #[case("https://netflix.com/x.com", "")]
    #[case("m.facebook.com/1", "Facebook")]
    #[case("", "")]
    fn sites(#[case] link: &str, #[case] name: &str) {
        assert_eq!(network_of_link(link), name);
    }

    #[rstest]
    #[case("LinkedIn Company Page", true)]
    #[case("linkedincompany", true)]
    #[case("LinkedIn", false)]
    fn pages(#[case] said: &str, #[case] expected: bool) {
        assert_eq!(says_page(said), expected);
    }
}
