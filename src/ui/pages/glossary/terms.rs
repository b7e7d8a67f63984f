//! What the glossary says of metrics: those of one kind share why they matter and what one can do.

/// Words of statistics, by their messages `stat.<id>.name` and `.text`.
pub const STATISTICS: [&str; 8] =
    ["interval", "n", "censored", "kaplan_meier", "wilson", "bootstrap", "too_few", "missing"];

/// The topic of a metric: its messages are `gloss.<topic>.why` and `.improve`.
pub fn topic(id: &str) -> Option<&'static str> {
    let topic = match id {
        "ssi" | "ssi_slope" => "ssi",
        "ssi_brand" => "ssi_brand",
        "ssi_people" => "ssi_people",
        "ssi_insights" => "ssi_insights",
        "ssi_relationships" => "ssi_relationships",
        "ssi_industry_rank" | "ssi_network_rank" => "ssi_rank",
        "connections" | "connections_new" | "connection_growth_rate" => "network",
        "followers" | "followers_new" => "followers",
        "persona_connections" | "persona_share" => "persona",
        "invitations_sent" | "invitation_acceptance_rate" => "invitations",
        "invitations_received" | "inbound_connections" | "inbound_share" => "inbound",
        "potential_reach" => "reach",
        "posts_shared" | "active_sharer_share" | "posting_regularity" => "sharing",
        "impressions" => "impressions",
        "engagements" | "engagement_rate" => "engagement",
        "follower_engagement_rate" => "follower_engagement",
        "audience_shares" | "audience_shares_per_1000" => "audience_shares",
        "link_ctr" => "ctr",
        "collateral_ctr" => "collateral",
        "comments_given" | "reactions_given" => "given",
        "bounce_rate" | "time_on_page" => "pages",
        "conversations_started" | "messages_sent" => "outreach",
        "conversations_received" | "messages_received" => "received",
        "started_reply_rate" => "replies",
        "warm_conversations" | "warm_conversations_open" => "warm",
        "response_rate" | "response_time" | "conversations_waiting" => "answers",
        "referrals" | "referral_odds_ratio" => "referrals",
        "meetings" | "meeting_set_rate" => "meetings",
        "leads" => "leads",
        "lead_conversion_rate" => "conversion",
        "time_to_conversion" | "sales_cycle" => "speed",
        "leads_in_band" | "band_growth" => "bands",
        "cost" | "cost_per_lead" | "cost_per_customer" | "band_conversion_cost" => "cost",
        "deals_created" => "deals",
        "deals_won" | "won_value" | "average_deal_value" => "won",
        "deals_lost" => "lost",
        "win_rate" | "win_rate_value" | "close_rate" => "win_rate",
        "pipeline_deals" | "pipeline_value" => "pipeline",
        "social_revenue" | "social_revenue_share" => "social_revenue",
        "social_sourced"
        | "social_sourced_value"
        | "social_assisted"
        | "social_assisted_value"
        | "social_converted"
        | "social_converted_value"
        | "social_involved"
        | "social_involved_value" => "roles",
        "roi" => "roi",
        "funnel" => "funnel",
        "retention_rate" => "retention",
        "checkins_received" => "checkins",
        "data_coverage" => "coverage",
        _ => return None,
    };
    Some(topic)
}

/// What one must not forget of a metric besides its own note.
pub fn caveat(id: &str) -> Option<&'static str> {
    match id {
        "connections" | "connections_new" | "connection_growth_rate" | "followers" | "followers_new" => {
            Some("glossary.vanity")
        }
        "follower_engagement_rate" => Some("glossary.rough"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalog, Locale};
    use crate::views::build::glossary;

    #[test]
    fn every_metric_has_every_text_in_every_language() {
        for locale in Locale::ALL {
            let catalog = Catalog::new(locale);
            let has = |key: &str| assert!(catalog.raw(key).is_some(), "{locale:?} lacks {key}");
            for entry in glossary() {
                let topic = topic(&entry.id).unwrap_or_else(|| panic!("no topic of {}", entry.id));
                for part in ["name", "of", "formula"] {
                    has(&format!("metric.{}.{part}", entry.id));
                }
                has(&format!("gloss.{topic}.why"));
                has(&format!("gloss.{topic}.improve"));
                has(&format!("gloss.method.{}", entry.method.id()));
                assert!(!entry.needs.is_empty() && !entry.cites.is_empty(), "{}", entry.id);
                for need in entry.needs {
                    has(&format!("need.{}", need.id()));
                }
                caveat(&entry.id).into_iter().for_each(has);
            }
            for word in STATISTICS {
                has(&format!("stat.{word}.name"));
                has(&format!("stat.{word}.text"));
            }
        }
    }
}
