//! The CRM's two lists as canonical tables.

use super::crm::{Crm, Deal, Lead, Outcome};
use super::lines::{Lines, Quotes};
use super::team::TEAM;

/// `crm-leads.csv`.
pub(super) fn leads(crm: &Crm) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header("id,created,seller,source,conversion_point,score,status,converted_at,person,email,company");
    for lead in &crm.leads {
        lines.row(&lead_row(lead));
    }
    lines.into_bytes()
}

fn lead_row(lead: &Lead) -> [String; 11] {
    [
        lead.id.clone(),
        lead.created.iso(),
        seller(lead.seller),
        lead.source.to_owned(),
        lead.conversion_point.to_owned(),
        lead.score.to_string(),
        lead.status.to_owned(),
        lead.converted.map(crate::facts::Day::iso).unwrap_or_default(),
        lead.person.name(),
        if lead.shows_email { lead.person.email() } else { String::new() },
        lead.person.company.to_owned(),
    ]
}

/// `crm-deals.csv`.
pub(super) fn deals(crm: &Crm) -> Vec<u8> {
    let mut lines = Lines::new("\n", Quotes::WhereNeeded);
    lines.header("id,seller,name,company,person,lead_id,created,closed,status,stage,amount,currency,source");
    for deal in &crm.deals {
        lines.row(&deal_row(deal));
    }
    lines.into_bytes()
}

fn deal_row(deal: &Deal) -> [String; 13] {
    let status = match deal.outcome {
        Outcome::Won => "won",
        Outcome::Lost => "lost",
        Outcome::Open => "open",
    };
    [
        deal.id.clone(),
        seller(deal.seller),
        deal.product.to_owned(),
        deal.person.company.to_owned(),
        deal.person.name(),
        deal.lead_id.clone(),
        deal.created.iso(),
        deal.closed.iso(),
        status.to_owned(),
        deal.stage.to_owned(),
        deal.amount.to_string(),
        "EUR".to_owned(),
        deal.source.to_owned(),
    ]
}

fn seller(index: usize) -> String {
    TEAM.get(index).map(super::team::Plan::name).unwrap_or_default()
}
