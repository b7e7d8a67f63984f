//! Customers who did not come back, whether somebody kept in touch with them, and touches after a deal was won.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Hits;
use crate::facts::{
    Day, DealRow, MeetingRow, PurchaseRow, Reason, Span, Sym, TouchRow, fold_name, sort_list,
};
use crate::metrics::deals::Ending;
use crate::metrics::{Context, Selection, meetings, retention_base};

/// Customers of the base period, and what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneCustomers {
    /// The base period.
    pub base: Span,
    /// Those who did not buy in the period: name, last purchase, what they spent in the base period (none where an
    /// amount is not known); who spent most first.
    pub gone: Vec<(String, Day, Option<i128>)>,
    /// Kept, of the customers with a touch between a purchase of the base period and the period.
    pub engaged: Hits,
    /// Kept, of the others.
    pub silent: Hits,
    /// Whether anything tells of touches.
    pub knows_touches: bool,
}

/// A customer of the base period.
struct Customer {
    name: Sym,
    first: Day,
    last: Day,
    spent: Result<i128, Reason>,
}

/// Customers of the base period who did not buy in the period; the same customers as the retention rate counts.
pub fn gone_customers(ctx: &Context<'_>, selection: &Selection) -> GoneCustomers {
    let base = retention_base(selection.span);
    let mut customers: BTreeMap<String, Customer> = BTreeMap::new();
    let mut kept: HashSet<String> = HashSet::new();
    for (_, purchase) in ctx.facts.rows::<PurchaseRow>() {
        let Some(on) = purchase.date.map(|moment| ctx.day(moment)).filter(|on| *on <= ctx.today) else {
            continue;
        };
        if purchase.amount.is_some_and(|amount| amount.0 < 0) {
            continue;
        }
        let key = fold_name(ctx.text(purchase.customer));
        if selection.span.contains(on) {
            kept.insert(key);
        } else if base.contains(on) {
            let amount = purchase.amount.ok_or(Reason::UnknownAmount);
            let spent = amount.and_then(|amount| ctx.convert(amount, purchase.currency)).map(i128::from);
            let (name, none) = (purchase.customer, Ok(0));
            let own = customers.entry(key).or_insert(Customer { name, first: on, last: on, spent: none });
            (own.first, own.last) = (own.first.min(on), own.last.max(on));
            own.spent = own.spent.and_then(|sum| Ok(sum + spent?));
        }
    }
    let touches = named_touches(ctx);
    let mut found = GoneCustomers {
        base,
        gone: Vec::new(),
        engaged: Hits::default(),
        silent: Hits::default(),
        knows_touches: !touches.is_empty(),
    };
    for (key, customer) in &customers {
        let is_kept = kept.contains(key);
        let is_engaged = touches
            .get(key)
            .is_some_and(|days| days.iter().any(|day| customer.first < *day && *day < selection.span.from));
        if is_engaged { &mut found.engaged } else { &mut found.silent }.add(is_kept);
        if !is_kept {
            found.gone.push((ctx.text(customer.name).to_owned(), customer.last, customer.spent.ok()));
        }
    }
    sort_list(&mut found.gone, |a, b| b.2.cmp(&a.2).then_with(|| b.1.cmp(&a.1)).then_with(|| a.0.cmp(&b.0)));
    found
}

/// Days of touches, meetings and messages by the folded name of the person and of the company.
fn named_touches(ctx: &Context<'_>) -> HashMap<String, Vec<Day>> {
    let mut by_name: HashMap<String, Vec<Day>> = HashMap::new();
    let company_of: HashMap<String, String> = (ctx.facts.rows::<DealRow>())
        .map(|(_, deal)| (fold_name(ctx.text(deal.person)), fold_name(ctx.text(deal.company))))
        .filter(|(person, company)| !person.is_empty() && !company.is_empty())
        .collect();
    let mut add = |person: Sym, company: Sym, day: Day| {
        let person = fold_name(ctx.text(person));
        let mut names = vec![fold_name(ctx.text(company))];
        names.extend(company_of.get(&person).cloned());
        names.push(person);
        names.sort_unstable();
        names.dedup();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            by_name.entry(name).or_default().push(day);
        }
    };
    for (_, touch) in ctx.facts.rows::<TouchRow>() {
        if let Some(at) = touch.at {
            add(touch.person, touch.company, ctx.day(at));
        }
    }
    for (_, meeting) in ctx.facts.rows::<MeetingRow>() {
        let day = meeting.date.map(|date| ctx.day(date));
        if let Some(day) = day.filter(|day| meetings::took_place(ctx, &meeting, *day)) {
            add(meeting.person, meeting.company, day);
        }
    }
    for talk in ctx.conversations().threads() {
        // One day counts once: a conversation of a hundred messages is not a hundred touches.
        let mut days: Vec<Day> = talk.messages.iter().map(|message| message.day).collect();
        days.dedup();
        for day in days {
            add(talk.who.1, Sym::BLANK, day);
        }
    }
    by_name
}

/// Customers won in the period and touches after the win.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CustomersAfter {
    /// Customers with a touch after the win, of all.
    pub touched: Hits,
    /// Touches in all.
    pub touches: u64,
}

/// Touches, after their first win of the period, of the customers won in it: the company of the deal, else its
/// contact. None where nothing tells of touches.
pub fn customers_after_win(ctx: &Context<'_>, selection: &Selection) -> Option<CustomersAfter> {
    let touches = named_touches(ctx);
    if touches.is_empty() {
        return None;
    }
    let mut won: BTreeMap<String, Day> = BTreeMap::new();
    for (case, (_, deal)) in ctx.deals().list.iter().zip(ctx.facts.rows::<DealRow>()) {
        let Ending::Closed { won: true, on } = case.ending else { continue };
        let is_chosen = ctx.facts.roles.counts(selection.sellers.as_deref(), case.seller);
        let customer = fold_name(ctx.either(deal.company, deal.person));
        if is_chosen && selection.span.contains(on) && !customer.is_empty() {
            let first = won.entry(customer).or_insert(on);
            *first = on.min(*first);
        }
    }
    let mut after = CustomersAfter::default();
    for (customer, on) in won {
        let days = touches.get(&customer).map_or(&[][..], Vec::as_slice);
        let count = days.iter().filter(|day| on < **day && **day <= ctx.today).count();
        after.touched.add(count > 0);
        after.touches += count as u64;
    }
    Some(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::{World, day};

    fn selection() -> Selection {
        Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") })
    }

    fn purchases() -> World {
        World::default().today("2026-06-30").rows(
            TableId::Purchases,
            "customer|date|amount",
            &[
                "Ask AB|2026-02-01|10",
                "Bok|2026-02-03|20",
                "bok|2026-02-10|30",
                "Cedar|2026-02-10|",
                "Dill|2026-02-11|99",
                "Ek|2026-01-11|5",
                "ask ab|2026-03-05|10",
                "Cedar|2026-03-05|-4",
                "Dill|2026-04-01|10",
            ],
        )
    }

    #[test]
    fn who_spent_most_is_missed_most() {
        let found = gone_customers(&purchases().context(), &selection());
        assert_eq!(found.base, Span { from: day("2026-02-01"), to: day("2026-02-28") });
        let gone: Vec<(&str, Day, Option<i128>)> =
            found.gone.iter().map(|(name, last, spent)| (name.as_str(), *last, *spent)).collect();
        assert_eq!(
            gone,
            [
                ("Dill", day("2026-02-11"), Some(990_000)),
                ("Bok", day("2026-02-10"), Some(500_000)),
                ("Cedar", day("2026-02-10"), None),
            ]
        );
        assert_eq!((found.engaged.of, found.silent), (0, Hits { hits: 1, of: 4 }));
        assert!(!found.knows_touches);
    }

    #[test]
    fn customers_with_a_touch_between_are_engaged() {
        let world = purchases().rows(
            TableId::Touches,
            "at|channel|company|person",
            &[
                "2026-02-20|LinkedIn|ASK  ab|",
                "2026-02-02|Email|Bok|",
                "2026-03-01|Email|Dill|",
                "2026-02-28|Email||Cedar",
            ],
        );
        let found = gone_customers(&world.context(), &selection());
        assert_eq!((found.engaged, found.silent), (Hits { hits: 1, of: 2 }, Hits { hits: 0, of: 2 }));
    }

    #[test]
    fn touches_after_the_win_are_counted_by_customer() {
        let world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Deals,
                "id|created|closed|status|company|person",
                &[
                    "1|2026-01-01|2026-03-02|Won|Ask AB|Kim Berg",
                    "2|2026-01-01|2026-03-20|Won|ask ab|",
                    "3|2026-01-01|2026-03-02|Won||Li Sten",
                    "4|2026-01-01|2026-03-02|Lost|Dill|",
                    "5|2026-01-01|2026-04-02|Won|Ek|",
                ],
            )
            .rows(
                TableId::Touches,
                "at|channel|company|person",
                &[
                    "2026-03-02|Email|Ask AB|",
                    "2026-03-03|Email|Ask AB|",
                    "2026-05-01|XING||Kim Berg",
                    "2026-04-04|Email|Ek|",
                ],
            );
        let after = customers_after_win(&world.context(), &selection()).unwrap();
        assert_eq!(after, CustomersAfter { touched: Hits { hits: 1, of: 2 }, touches: 2 });
        assert_eq!(customers_after_win(&purchases().context(), &selection()), None);
    }
}
