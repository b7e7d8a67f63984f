//! Those who bought: what they buy again, and who is talked with after the win.

use super::crm::{Crm, Deal, Outcome};
use super::draw::{Draw, Quota};
use super::journeys::Touch;
use super::people::COMPANIES;
use super::planted::{AGAIN_ENGAGED, AGAIN_SILENT};
use super::span::Weeks;
use crate::facts::Day;

/// A row of `purchases.csv`.
pub(super) struct Purchase {
    /// A company.
    pub customer: &'static str,
    pub on: Day,
    /// Whole euros.
    pub amount: i64,
    pub source: &'static str,
}

/// Days in which a customer buys again or not.
const TURN_DAYS: i32 = 45;

/// Whether the sellers go on talking with a company after the win.
pub(super) fn is_engaged(company: &str) -> bool {
    COMPANIES.iter().position(|other| *other == company).is_some_and(|place| place % 2 == 0)
}

/// Purchases in order of time; the touches after the win are added to the others.
pub(super) fn purchases(weeks: Weeks, crm: &Crm, touches: &mut Vec<Touch>) -> Vec<Purchase> {
    let mut draw = Draw::new(0xb01);
    let (mut engaged, mut silent) = (Quota::default(), Quota::default());
    let won = || crm.deals.iter().filter(|deal| deal.outcome == Outcome::Won);
    let mut all: Vec<Purchase> = won().map(bought).collect();
    for company in COMPANIES {
        let Some(first) = won().filter(|deal| deal.person.company == company).min_by_key(|deal| deal.closed)
        else {
            continue;
        };
        let is_engaged = is_engaged(company);
        let mut from = first.closed.plus(1);
        while from.plus(TURN_DAYS) <= weeks.last() {
            let day = |draw: &mut Draw| from.plus(i32::try_from(draw.between(0, 44)).unwrap_or(0));
            let buys = if is_engaged { engaged.percent(AGAIN_ENGAGED) } else { silent.percent(AGAIN_SILENT) };
            if buys {
                let amount = draw.between(6, 40) * 100;
                all.push(Purchase { customer: company, on: day(&mut draw), amount, source: first.source });
            }
            if is_engaged {
                let (channel, kind) =
                    draw.weighted(&[(("LinkedIn", "message"), 60), (("Phone", "check-in"), 40)]);
                let (lead_id, deal_id) = Default::default();
                let on = day(&mut draw);
                touches.push(Touch { on, channel, kind, lead_id, deal_id, person: Some(first.person) });
            }
            from = from.plus(TURN_DAYS);
        }
    }
    all.sort_by_key(|purchase| purchase.on);
    touches.sort_by_key(|touch| touch.on);
    all
}

fn bought(deal: &Deal) -> Purchase {
    Purchase { customer: deal.person.company, on: deal.closed, amount: deal.amount, source: deal.source }
}
