//! An address read: anything unknown falls back to its default.

use super::{CheckinLink, Page, Route};
use crate::facts::{Day, Span};
use crate::views::checkin::week_monday;
use crate::views::{BrandChoice, BucketChoice, Compare, Filter, Only, PeriodChoice};

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
            ("metric", Some(id)) => {
                Page::Metric { id: decode(id), by: get("split"), variant: get("key"), over: get("over") }
            }
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
            ("benchmarks", _) => Page::Benchmarks,
            ("glossary", id) => Page::Glossary { id: id.map(decode) },
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
                band: get("band"),
                brand: match get("brand").as_deref() {
                    Some("with") => BrandChoice::With,
                    Some("only") => BrandChoice::Only,
                    _ => BrandChoice::Without,
                },
            },
        };
        Route { page, filter }
    }
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
