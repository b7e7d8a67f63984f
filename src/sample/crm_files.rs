//! The CRM's lists as canonical tables.

use super::crm::{Crm, Deal, Lead, Outcome};
use super::customers::Purchase;
use super::journeys::Touch;
use super::lines::{Lines, Quotes};
use super::team::TEAM;
use crate::facts::Day;

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

/// `stage-changes.csv`: a deal's steps, a third of its way each. Deals are lost on any step, most of them early.
pub(super) fn stage_changes(crm: &Crm, last: Day) -> Vec<u8> {
    const STAGES: [&str; 3] = ["Qualification", "Proposal", "Negotiation"];
    let mut lost_after = [1, 2, 1, 3, 2, 1].into_iter().cycle();
    let mut rows = Vec::new();
    for deal in &crm.deals {
        let is_open = deal.outcome == Outcome::Open;
        let until = if is_open { last } else { deal.closed };
        let reached = match deal.outcome {
            Outcome::Won => STAGES.len(),
            Outcome::Lost => lost_after.next().unwrap_or(1),
            Outcome::Open => {
                STAGES.iter().position(|stage| *stage == deal.stage).map_or(1, |place| place + 1)
            }
        };
        let mut row = |on: Day, to: &str, from: &str| {
            rows.push([&deal.id, &on.iso(), to, from].map(str::to_owned).to_vec());
        };
        let mut before = "";
        for (third, stage) in (0..).zip(STAGES).take(reached) {
            row(deal.created.plus((until.0 - deal.created.0) * third / 3), stage, before);
            before = stage;
        }
        if !is_open {
            row(deal.closed, deal.stage, before);
        }
    }
    Lines::table("deal_id,at,to_stage,from_stage", &rows)
}

/// `touches.csv`.
pub(super) fn touches(touches: &[Touch]) -> Vec<u8> {
    let row = |touch: &Touch| {
        let (person, company) =
            touch.person.map(|person| (person.name(), person.company)).unwrap_or_default();
        let cells =
            [&touch.on.iso(), touch.channel, touch.kind, &touch.deal_id, &touch.lead_id, &person, company];
        cells.map(str::to_owned).to_vec()
    };
    let rows: Vec<Vec<String>> = touches.iter().map(row).collect();
    Lines::table("at,channel,kind,deal_id,lead_id,person,company", &rows)
}

/// `purchases.csv`.
pub(super) fn purchases(purchases: &[Purchase]) -> Vec<u8> {
    let row = |bought: &Purchase| {
        let cells = [bought.customer, &bought.on.iso(), &bought.amount.to_string(), "EUR", bought.source];
        cells.map(str::to_owned).to_vec()
    };
    let rows: Vec<Vec<String>> = purchases.iter().map(row).collect();
    Lines::table("customer,date,amount,currency,source", &rows)
}

fn seller(index: usize) -> String {
    TEAM.get(index).map(super::team::Plan::name).unwrap_or_default()
}
