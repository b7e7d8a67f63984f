//! Source groups: what a source as exported belongs to.
//!
//! The first group from the top with a word inside the value wins. Words match whole, case-insensitively,
//! underscores counting as blanks; the words of `unknown` must be the whole value. A group's own name
//! belongs to it. Values as exported stand beside the group for ever.

use crate::facts::{Sym, fold_name};

use super::{Context, Key, Samples};

macro_rules! groups {
    ($( $(#[$doc:meta])* $variant:ident = $id:literal [$($word:literal),* $(,)?], )*) => {
        /// What a source belongs to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SourceGroup { $( $(#[$doc])* $variant, )* }

        impl SourceGroup {
            /// All groups, in the order in which they are tried.
            pub const ALL: &'static [SourceGroup] = &[$( SourceGroup::$variant, )*];

            /// Contract id, English in every language.
            pub fn id(self) -> &'static str {
                match self { $( SourceGroup::$variant => $id, )* }
            }

            /// The words that belong to it, folded.
            pub fn words(self) -> &'static [&'static str] {
                match self { $( SourceGroup::$variant => &[$($word),*], )* }
            }
        }
    };
}

groups! {
    /// Not said. Blank belongs here too.
    Unknown = "unknown" ["-", "unknown", "n/a", "none", "null", "(not set)", "(none)", "select"],
    /// Advertisements in social networks.
    PaidSocial = "paid_social" ["paid social", "linkedin ads", "facebook ads", "instagram ads", "social ads", "sponsored content"],
    /// Social networks.
    Social = "social" ["social", "social media", "organic social", "social selling", "linkedin", "sales navigator", "xing", "facebook", "instagram", "twitter", "x", "x.com", "youtube", "tiktok", "wechat", "whatsapp"],
    /// Links on other sites.
    WebReferral = "web_referral" ["referral sites", "referring site", "web referral", "backlink"],
    /// Recommended by a person.
    Referral = "referral" ["referral", "referrals", "reference", "customer referral", "employee referral", "recommendation", "word of mouth", "introduction"],
    /// Advertisements in search engines.
    PaidSearch = "paid_search" ["paid search", "google ads", "adwords", "ppc", "sem", "bing ads"],
    /// Found by search.
    OrganicSearch = "organic_search" ["organic search", "search", "seo", "google", "bing"],
    /// Banners and videos.
    Display = "display" ["display", "banner", "online display", "online video"],
    /// Called or written to unasked.
    Outbound = "outbound" ["outbound", "cold call", "cold email", "telemarketing", "phone", "prospecting", "purchased list", "sdr"],
    /// Mailings.
    Email = "email" ["email", "e-mail", "newsletter", "mailing", "email marketing"],
    /// Met at an event.
    Event = "event" ["event", "trade show", "conference", "fair", "webinar", "seminar", "workshop"],
    /// Brought by a partner.
    Partner = "partner" ["partner", "reseller", "channel partner", "alliance"],
    /// Came by themselves.
    Direct = "direct" ["direct", "direct traffic", "web direct", "typed"],
    /// Anything else.
    Other = "other" [],
}

impl SourceGroup {
    /// The group of an id.
    pub fn by_id(id: &str) -> Option<SourceGroup> {
        SourceGroup::ALL.iter().copied().find(|group| group.id() == id)
    }

    /// Whether it says anything.
    pub fn is_known(self) -> bool {
        self != SourceGroup::Unknown
    }

    /// Whether "social" in a metric's name means it.
    pub fn is_social(self) -> bool {
        matches!(self, SourceGroup::Social | SourceGroup::PaidSocial)
    }
}

/// The group of a source as exported.
pub fn group(value: &str) -> SourceGroup {
    let value = fold_name(&value.replace('_', " "));
    if value.is_empty() || SourceGroup::Unknown.words().contains(&value.as_str()) {
        return SourceGroup::Unknown;
    }
    SourceGroup::ALL
        .iter()
        .copied()
        .filter(|group| group.is_known())
        .find(|group| group.words().iter().any(|word| holds_whole(&value, word)))
        .unwrap_or(SourceGroup::Other)
}

/// The group of a row's source: the one that its file or a person states, else by its words.
pub fn group_of(ctx: &Context<'_>, source: Sym, stated: Sym) -> SourceGroup {
    let stated = ctx.text(stated);
    SourceGroup::by_id(stated).unwrap_or_else(|| group(ctx.text(source)))
}

/// Whether a text holds a phrase with neither letter nor digit right before or after it.
fn holds_whole(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|tail| tail.chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// The keys of the dimensions source, source value and campaign, in this order.
pub(super) fn source_keys(
    ctx: &Context<'_>,
    samples: &mut Samples,
    source: Sym,
    group: SourceGroup,
    campaign: Sym,
) -> [Key; 3] {
    [
        samples.keys.intern(group.id()),
        samples.keys.intern(ctx.text(source)),
        samples.keys.intern(ctx.text(campaign)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// The table of the definition, row by row.
    #[rstest]
    #[case("unknown", &["", "-", "unknown", "n/a", "none", "null", "(not set)", "(none)", "select", " N/A "])]
    #[case("paid_social", &["paid social", "linkedin ads", "facebook ads", "instagram ads", "social ads", "sponsored content", "paid_social", "Paid Social"])]
    #[case("social", &["social", "social media", "organic social", "social selling", "social_media", "SOCIAL_MEDIA", "linkedin", "sales navigator", "xing", "facebook", "instagram", "twitter", "x", "x.com", "youtube", "tiktok", "wechat", "whatsapp", "LinkedIn (organic)"])]
    #[case("web_referral", &["referral sites", "referring site", "web referral", "backlink", "web_referral"])]
    #[case("referral", &["referral", "referrals", "reference", "customer referral", "employee referral", "recommendation", "word of mouth", "introduction"])]
    #[case("paid_search", &["paid search", "paid_search", "google ads", "adwords", "ppc", "sem", "bing ads"])]
    #[case("organic_search", &["organic search", "organic_search", "search", "seo", "google", "bing"])]
    #[case("display", &["display", "banner", "online display", "online video"])]
    #[case("outbound", &["outbound", "cold call", "cold email", "telemarketing", "phone", "prospecting", "purchased list", "sdr"])]
    #[case("email", &["email", "e-mail", "newsletter", "mailing", "email marketing"])]
    #[case("event", &["event", "trade show", "conference", "fair", "webinar", "seminar", "workshop"])]
    #[case("partner", &["partner", "reseller", "channel partner", "alliance"])]
    #[case("direct", &["direct", "direct traffic", "direct_traffic", "web direct", "typed"])]
    #[case("other", &["other", "Offline Sources", "Unknown source", "none of these", "xylophone", "emailing", "other_publicities"])]
    fn values_belong_to_their_group(#[case] id: &str, #[case] values: &[&str]) {
        for value in values {
            assert_eq!(group(value).id(), id, "{value:?}");
        }
    }

    #[test]
    fn a_group_s_own_name_belongs_to_it() {
        for known in SourceGroup::ALL {
            assert_eq!(group(known.id()), *known);
        }
    }

    #[rstest]
    #[case("Paid Social / referral", "paid_social")]
    #[case("Employee referral via LinkedIn", "social")]
    #[case("Referral sites", "web_referral")]
    #[case("Google Ads", "paid_search")]
    #[case("cold email", "outbound")]
    #[case("Partner\u{a0}webinar", "event")]
    fn the_first_from_the_top_wins(#[case] value: &str, #[case] id: &str) {
        assert_eq!(group(value).id(), id);
    }
}
