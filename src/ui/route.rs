//! Addresses in `#`: every page and every selection has one, so back, forward, reload and bookmarks work.

use crate::facts::{Day, Span};
use crate::views::{BucketChoice, Compare, Filter, PeriodChoice};

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
    /// What is in the workspace.
    Data,
    /// The saved personas.
    Personas,
    /// Where records of two systems meet.
    Matches,
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
            ("data", _) => Page::Data,
            ("personas", _) => Page::Personas,
            ("matches", _) => Page::Matches,
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
            persona: get("persona"),
            by: match get("by").as_deref() {
                Some("week") => BucketChoice::Week,
                Some("month") => BucketChoice::Month,
                _ => BucketChoice::Fitting,
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
            Page::Data => "data".to_owned(),
            Page::Personas => "personas".to_owned(),
            Page::Matches => "matches".to_owned(),
        };
        let mut query: Vec<(&str, String)> = Vec::new();
        match self.filter.period {
            PeriodChoice::Quarter => {}
            PeriodChoice::LastDays(days) => query.push(("period", days.to_string())),
            PeriodChoice::All => query.push(("period", "all".to_owned())),
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
        if let Some(persona) = &self.filter.persona {
            query.push(("persona", encode(persona)));
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
        let query: Vec<String> = query.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
        if query.is_empty() { format!("#/{path}") } else { format!("#/{path}?{}", query.join("&")) }
    }

    /// Another page under the same selection.
    pub fn to(&self, page: Page) -> Route {
        Route { page, filter: self.filter.clone() }
    }
}

fn parse_period(text: &str) -> PeriodChoice {
    if text == "all" {
        return PeriodChoice::All;
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
                persona: Some("IT 100%".into()),
                by: BucketChoice::Month,
            },
        };
        assert_eq!(Route::parse(&route.address()), route);
        assert_eq!(Route::parse("#/nowhere?period=-4&%=%zz"), Route::default());
        assert_eq!(Route::default().address(), "#/");
    }
}
