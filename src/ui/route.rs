//! Addresses in `#`: every page and every selection has one, so back, forward, reload and bookmarks work.

use crate::facts::{Day, Span};
use crate::views::checkin::{iso_week, week_monday};
use crate::views::{BrandChoice, BucketChoice, Compare, Filter, Only, PeriodChoice};

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
    /// One page for management.
    Report,
    /// The same in big type, without names.
    Slides {
        /// Which one, from 0.
        at: u32,
    },
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
    /// Reads the part of an address after `#`. Anything unknown falls back to its default.
    pub fn parse(hash: &str) -> Route {
        let hash = hash.trim_start_matches('#');
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let pairs: Vec<(String, String)> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(k, v)| (decode(k), decode(v)))
            .collect();
        let get = |key: &str| pairs.iter().find(|(known, _)| known == key).map(|(_, value)| value.clone());
        let mut parts = path.trim_matches('/').split('/');
        let page = match (parts.next().unwrap_or(""), parts.next()) {
            ("import", _) => Page::Import,
            ("scorecard", _) => Page::Scorecard,
            ("metric", Some(id)) => Page::Metric { id: decode(id), by: get("split"), variant: get("key") },
            ("content", _) => Page::Content,
            ("data", _) => Page::Data,
            ("personas", _) => Page::Personas,
            ("pipeline", _) => Page::Pipeline,
            ("funnel", _) => Page::Funnel,
            ("delay", _) => Page::Delay,
            ("honesty", _) => Page::Honesty,
            ("team", _) => Page::Team,
            ("goals", _) => Page::Goals,
            ("programme", _) => Page::Programme,
            ("log", _) => Page::Log,
            ("checkin", _) => {
                let list = |key: &str, mark: char| -> Vec<String> {
                    let text = get(key).unwrap_or_default();
                    text.split(mark).filter(|part| !part.is_empty()).map(str::to_owned).collect()
                };
                Page::Checkin(CheckinLink {
                    week: get("week").and_then(|text| week_monday(&text)),
                    ask: list("ask", ','),
                    sellers: list("sellers", '\n'),
                })
            }
            ("matches", _) => Page::Matches,
            ("network", _) => Page::Network,
            ("ssi", _) => Page::Ssi,
            ("conversations", _) => Page::Conversations,
            ("person", _) => {
                Page::Person { name: get("who").unwrap_or_default(), profile: get("at").unwrap_or_default() }
            }
            ("own", _) => Page::Own,
            ("referrals", _) => Page::Referrals,
            ("leads", _) => Page::Leads,
            ("report", _) => Page::Report,
            ("slides", _) => {
                let number: u32 = get("at").and_then(|text| text.parse().ok()).unwrap_or(1);
                Page::Slides { at: number.saturating_sub(1) }
            }
            ("attribution", _) => Page::Attribution,
            ("return", _) => Page::Return,
            _ => Page::Start,
        };
        let filter = Filter {
            period: get("period").map_or(PeriodChoice::default(), |text| parse_period(&text)),
            compare: match get("compare").as_deref() {
                Some("year") => Compare::YearBefore,
                Some("none") => Compare::Nothing,
                _ => Compare::Before,
            },
            seller: get("seller"),
            team: get("team"),
            persona: get("persona"),
            by: match get("by").as_deref() {
                Some("week") => BucketChoice::Week,
                Some("month") => BucketChoice::Month,
                _ => BucketChoice::Fitting,
            },
            only: Only {
                platform: get("platform"),
                campaign: get("campaign"),
                source: get("source"),
                brand: match get("brand").as_deref() {
                    Some("with") => BrandChoice::With,
                    Some("only") => BrandChoice::Only,
                    _ => BrandChoice::Without,
                },
            },
        };
        Route { page, filter }
    }

    /// The address, with `#` in front.
    pub fn address(&self) -> String {
        let path = match &self.page {
            Page::Start => String::new(),
            Page::Import => "import".to_owned(),
            Page::Scorecard => "scorecard".to_owned(),
            Page::Metric { id, .. } => format!("metric/{}", encode(id)),
            Page::Content => "content".to_owned(),
            Page::Data => "data".to_owned(),
            Page::Personas => "personas".to_owned(),
            Page::Pipeline => "pipeline".to_owned(),
            Page::Funnel => "funnel".to_owned(),
            Page::Delay => "delay".to_owned(),
            Page::Honesty => "honesty".to_owned(),
            Page::Team => "team".to_owned(),
            Page::Goals => "goals".to_owned(),
            Page::Programme => "programme".to_owned(),
            Page::Log => "log".to_owned(),
            Page::Checkin(link) => return checkin_address(link),
            Page::Matches => "matches".to_owned(),
            Page::Network => "network".to_owned(),
            Page::Ssi => "ssi".to_owned(),
            Page::Conversations => "conversations".to_owned(),
            Page::Person { .. } => "person".to_owned(),
            Page::Own => "own".to_owned(),
            Page::Referrals => "referrals".to_owned(),
            Page::Leads => "leads".to_owned(),
            Page::Report => "report".to_owned(),
            Page::Slides { .. } => "slides".to_owned(),
            Page::Attribution => "attribution".to_owned(),
            Page::Return => "return".to_owned(),
        };
        let mut query: Vec<(&str, String)> = Vec::new();
        match self.filter.period {
            PeriodChoice::Quarter => {}
            PeriodChoice::LastDays(days) => query.push(("period", days.to_string())),
            PeriodChoice::All => query.push(("period", "all".to_owned())),
            PeriodChoice::SinceBaseline => query.push(("period", "baseline".to_owned())),
            PeriodChoice::Days(span) => {
                query.push(("period", format!("{}..{}", span.from.iso(), span.to.iso())))
            }
        }
        match self.filter.compare {
            Compare::Before => {}
            Compare::YearBefore => query.push(("compare", "year".to_owned())),
            Compare::Nothing => query.push(("compare", "none".to_owned())),
        }
        if let Some(seller) = &self.filter.seller {
            query.push(("seller", encode(seller)));
        }
        if let Some(team) = &self.filter.team {
            query.push(("team", encode(team)));
        }
        if let Some(persona) = &self.filter.persona {
            query.push(("persona", encode(persona)));
        }
        let only = &self.filter.only;
        for (key, value) in
            [("platform", &only.platform), ("campaign", &only.campaign), ("source", &only.source)]
        {
            query.extend(value.as_ref().map(|value| (key, encode(value))));
        }
        match only.brand {
            BrandChoice::Without => {}
            BrandChoice::With => query.push(("brand", "with".to_owned())),
            BrandChoice::Only => query.push(("brand", "only".to_owned())),
        }
        match self.filter.by {
            BucketChoice::Fitting => {}
            BucketChoice::Week => query.push(("by", "week".to_owned())),
            BucketChoice::Month => query.push(("by", "month".to_owned())),
        }
        if let Page::Metric { by, variant, .. } = &self.page {
            if let Some(by) = by {
                query.push(("split", encode(by)));
            }
            if let Some(variant) = variant {
                query.push(("key", encode(variant)));
            }
        }
        if let Page::Slides { at } = &self.page
            && *at > 0
        {
            query.push(("at", (u64::from(*at) + 1).to_string()));
        }
        if let Page::Person { name, profile } = &self.page {
            for (key, value) in [("who", name), ("at", profile)] {
                if !value.is_empty() {
                    query.push((key, encode(value)));
                }
            }
        }
        let query: Vec<String> = query.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
        if query.is_empty() { format!("#/{path}") } else { format!("#/{path}?{}", query.join("&")) }
    }

    /// Another page under the same selection.
    pub fn to(&self, page: Page) -> Route {
        Route { page, filter: self.filter.clone() }
    }
}

/// The address of a check-in: it says all that the form needs, and nothing of the selection.
fn checkin_address(link: &CheckinLink) -> String {
    let mut query = Vec::new();
    if let Some(week) = link.week {
        query.push(format!("week={}", iso_week(week)));
    }
    if !link.ask.is_empty() {
        query.push(format!("ask={}", encode(&link.ask.join(","))));
    }
    if !link.sellers.is_empty() {
        query.push(format!("sellers={}", encode(&link.sellers.join("\n"))));
    }
    if query.is_empty() { "#/checkin".to_owned() } else { format!("#/checkin?{}", query.join("&")) }
}

fn parse_period(text: &str) -> PeriodChoice {
    if text == "all" {
        return PeriodChoice::All;
    }
    if text == "baseline" {
        return PeriodChoice::SinceBaseline;
    }
    if let Some((from, to)) = text.split_once("..")
        && let (Some(from), Some(to)) = (Day::parse_iso(from), Day::parse_iso(to))
        && from <= to
    {
        return PeriodChoice::Days(Span { from, to });
    }
    match text.parse() {
        Ok(days) if (1..=36_525).contains(&days) => PeriodChoice::LastDays(days),
        _ => PeriodChoice::default(),
    }
}

/// Percent-encodes everything but letters, digits and `-_.~`.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let value = |digit: u8| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok());
        match (first, tail) {
            (b'%', [high, low, after @ ..]) if value(*high).is_some() && value(*low).is_some() => {
                bytes.push(value(*high).unwrap_or(0) * 16 + value(*low).unwrap_or(0));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_back() {
        let day = |text| Day::parse_iso(text).unwrap();
        let route = Route {
            page: Page::Metric {
                id: "response_rate".into(),
                by: Some("seller".into()),
                variant: Some("4h".into()),
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
        let team = Route { page: Page::Team, filter: since };
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
        for page in [Page::Funnel, Page::Delay, Page::Honesty] {
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
