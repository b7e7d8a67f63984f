//! Addresses in `#`: every page and every selection has one, so back, forward, reload and bookmarks work.
//!
//! | file | holds |
//! |---|---|
//! | `parse` | an address read |
//! | `address` | an address written |

mod address;
mod parse;

use crate::facts::Day;
use crate::views::Filter;

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// What it is, and where files go in.
    #[default]
    Start,
    /// The preview of an import.
    Import,
    /// The scorecard.
    Scorecard,
    /// One metric.
    Metric {
        /// Its id.
        id: String,
        /// The breakdown shown.
        by: Option<String>,
        /// The headline's key (a response window).
        variant: Option<String>,
        /// The search interest that is laid over the trend.
        over: Option<String>,
    },
    /// What was shared and what came of it.
    Content,
    /// What is in the workspace.
    Data,
    /// The saved personas.
    Personas,
    /// Deals and revenue.
    Pipeline,
    /// Where records of two systems meet.
    Matches,
    /// The network.
    Network,
    /// The index.
    Ssi,
    /// Referrals and paths.
    Referrals,
    /// The funnel.
    Funnel,
    /// Which activity comes before results.
    Delay,
    /// What can be said, and what cannot.
    Honesty,
    /// The sellers and teams.
    Team,
    /// What the sellers want to reach.
    Goals,
    /// The programme.
    Programme,
    /// Who is credited with what was won.
    Attribution,
    /// What was spent and what came back.
    Return,
    /// What is typed in.
    Log,
    /// When sellers answer, and what comes of conversations.
    Conversations,
    /// All that is known of one person.
    Person {
        /// Name; may be blank.
        name: String,
        /// Profile address; may be blank.
        profile: String,
    },
    /// Metrics that a person makes.
    Own,
    /// A weekly check-in, alone: what a seller opens by a link.
    Checkin(CheckinLink),
    /// Leads and bands.
    Leads,
    /// Numbers that are often quoted.
    Benchmarks,
    /// What every metric is.
    Glossary {
        /// The entry that is asked for.
        id: Option<String>,
    },
    /// One page for management.
    Report,
    /// The same in big type, without names.
    Slides {
        /// Which one, from 0.
        at: u32,
    },
}

impl Page {
    /// The page without what only selects on it: a change of that does not open another page.
    pub fn kind(&self) -> Page {
        match self {
            Page::Metric { id, .. } => Page::Metric { id: id.clone(), by: None, variant: None, over: None },
            Page::Slides { .. } => Page::Slides { at: 0 },
            other => other.clone(),
        }
    }
}

/// What the link to a check-in says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckinLink {
    /// Monday of the week; none for the current one.
    pub week: Option<Day>,
    /// The questions asked; none for all.
    pub ask: Vec<String>,
    /// The sellers to choose from; none where they write their name.
    pub sellers: Vec<String>,
}

/// A page and the selection that holds on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The page.
    pub page: Page,
    /// The selection.
    pub filter: Filter,
}

impl Route {
    /// Another page under the same selection.
    pub fn to(&self, page: Page) -> Route {
        Route { page, filter: self.filter.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Span;
    use crate::views::{BrandChoice, BucketChoice, Compare, Only, PeriodChoice};

    #[test]
    fn addresses_come_back() {
        let day = |text| Day::parse_iso(text).unwrap();
        let route = Route {
            page: Page::Metric {
                id: "response_rate".into(),
                by: Some("seller".into()),
                variant: Some("4h".into()),
                over: Some("social selling|Hela världen|week".into()),
            },
            filter: Filter {
                period: PeriodChoice::Days(Span { from: day("2026-01-01"), to: day("2026-06-30") }),
                compare: Compare::YearBefore,
                seller: Some("Åsa & Łukasz/مها".into()),
                team: Some("North?".into()),
                persona: Some("IT 100%".into()),
                by: BucketChoice::Month,
                only: Only {
                    platform: Some("xing".into()),
                    campaign: Some("Vår & höst".into()),
                    source: Some("paid_social".into()),
                    band: Some("fast".into()),
                    brand: BrandChoice::Only,
                },
            },
        };
        assert_eq!(Route::parse(&route.address()), route);
        let since = Filter { period: PeriodChoice::SinceBaseline, ..Filter::default() };
        for page in [Page::Goals, Page::Programme] {
            let route = Route { page, filter: Filter::default() };
            assert_eq!(Route::parse(&route.address()), route);
        }
        let team = Route { page: Page::Team, filter: since.clone() };
        assert_eq!(Route::parse(&team.address()), team);
        let pipeline = Route { page: Page::Pipeline, filter: Filter::default() };
        assert_eq!(Route::parse(&pipeline.address()), pipeline);
        let content = Route { page: Page::Content, filter: Filter::default() };
        assert_eq!(Route::parse(&content.address()), content);
        for page in [Page::Team, Page::Network, Page::Ssi, Page::Referrals] {
            let route = Route { page, filter: since.clone() };
            assert_eq!(Route::parse(&route.address()), route);
        }
        let person = Page::Person { name: "Åsa Ek".into(), profile: "https://x.example/in/å?b=1".into() };
        for page in [person, Page::Conversations, Page::Own] {
            let route = Route { page, filter: Filter::default() };
            assert_eq!(Route::parse(&route.address()), route);
        }
        assert_eq!(Route::parse("#/leads"), Route { page: Page::Leads, filter: Filter::default() });
        assert_eq!(Route::default().to(Page::Leads).address(), "#/leads");
        let term = Page::Glossary { id: Some("win_rate".into()) };
        for page in
            [Page::Funnel, Page::Delay, Page::Honesty, Page::Benchmarks, Page::Glossary { id: None }, term]
        {
            let route = Route { page, filter: Filter::default() };
            assert_eq!(Route::parse(&route.address()), route);
        }
        for page in [Page::Attribution, Page::Return] {
            let route = Route { page, filter: Filter::default() };
            assert_eq!(Route::parse(&route.address()), route);
        }
        for page in [Page::Report, Page::Slides { at: 0 }, Page::Slides { at: 7 }] {
            let route = Route { page, filter: since.clone() };
            assert_eq!(Route::parse(&route.address()), route);
        }
        assert_eq!(Route::parse("#/slides?at=0").page, Page::Slides { at: 0 });
        let link = CheckinLink {
            week: Some(day("2026-11-16")),
            ask: vec!["ssi".into(), "shares".into()],
            sellers: vec!["Åsa, Ek".into(), "مها".into()],
        };
        for link in [link, CheckinLink::default()] {
            let route = Route { page: Page::Checkin(link), filter: Filter::default() };
            assert_eq!(Route::parse(&route.address()), route);
        }
        assert_eq!(Route::parse("#/nowhere?period=-4&%=%zz"), Route::default());
        assert_eq!(Route::default().address(), "#/");
    }
}
