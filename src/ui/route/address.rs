//! An address written: what stands at its default is left out.

use super::{CheckinLink, Page, Route};
use crate::views::checkin::iso_week;
use crate::views::{BrandChoice, BucketChoice, Compare, PeriodChoice};

impl Route {
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
            Page::Benchmarks => "benchmarks".to_owned(),
            Page::Glossary { id: None } => "glossary".to_owned(),
            Page::Glossary { id: Some(id) } => format!("glossary/{}", encode(id)),
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
        let keyed = [
            ("platform", &only.platform),
            ("campaign", &only.campaign),
            ("source", &only.source),
            ("band", &only.band),
        ];
        for (key, value) in keyed {
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
        if let Page::Metric { by, variant, over, .. } = &self.page {
            if let Some(by) = by {
                query.push(("split", encode(by)));
            }
            if let Some(variant) = variant {
                query.push(("key", encode(variant)));
            }
            if let Some(over) = over {
                query.push(("over", encode(over)));
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
