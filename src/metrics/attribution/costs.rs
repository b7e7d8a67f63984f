//! What a cost is worth, and which channel it belongs to.

use crate::facts::{Amount, CostRow, Day, Reason, divide_half_even};
use crate::metrics::source_group::{SourceGroup, group};
use crate::metrics::{Context, Key, Samples, What};

/// Amount + hours × rate in the workspace's currency, or why nobody can say. Hours without a rate cost something
/// unknown, however much money stands beside them.
pub(super) fn amount(ctx: &Context<'_>, cost: &CostRow, day: Day) -> Result<i64, Reason> {
    if day > ctx.today {
        return Err(Reason::AfterToday);
    }
    if cost.amount.is_none() && cost.hours.is_none() {
        return Err(Reason::UnknownAmount);
    }
    let hours = cost.hours.unwrap_or(0.0);
    let work = if hours == 0.0 {
        0
    } else {
        let rate = cost.rate.ok_or(Reason::UnknownAmount)?;
        let hours = Amount::from_f64(hours).ok_or(Reason::BadNumber)?;
        divide_half_even(i128::from(hours.0) * i128::from(rate.0), i128::from(Amount::SCALE))
    };
    let sum = i128::from(cost.amount.unwrap_or_default().0) + work;
    ctx.convert(Amount(i64::try_from(sum).map_err(|_| Reason::BadNumber)?), cost.currency)
}

/// The sample of a cost.
pub(in crate::metrics) fn money_of_cost(ctx: &Context<'_>, cost: &CostRow, day: Day) -> What {
    match amount(ctx, cost, day) {
        Ok(amount) => What::Money { amount, hit: true },
        Err(reason) => What::LeftOut(reason),
    }
}

/// The source group that a cost's channel belongs to.
pub(super) fn channel(ctx: &Context<'_>, cost: &CostRow) -> SourceGroup {
    group(ctx.text(cost.channel))
}

/// The keys of a metric that is broken down by channel as source group.
pub(super) fn keys(samples: &mut Samples, channel: SourceGroup) -> [Key; 3] {
    [samples.keys.intern(channel.id()), Key::BLANK, Key::BLANK]
}

/// Adds all costs under their channel.
pub(super) fn add_costs(ctx: &Context<'_>, samples: &mut Samples) {
    for (row, cost) in ctx.facts.rows::<CostRow>() {
        let Some(day) = cost.date.map(|moment| ctx.day(moment)) else { continue };
        let keys = keys(samples, channel(ctx, &cost));
        samples.add_keyed(day, cost.seller, row, keys, money_of_cost(ctx, &cost, day));
    }
}
