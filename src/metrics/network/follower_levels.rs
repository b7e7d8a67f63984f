//! Followers at the end of each day, from the total that an export states and the new followers of each day.
//!
//! The level on a day is the exported total minus the new followers dated after it. It is unknown before the
//! day before the first daily row, and across a day whose new followers are not known.

use std::collections::BTreeMap;

use crate::facts::{AudienceRow, Day, RowRef, Sym, gather, sort_list};
use crate::metrics::Context;
use crate::metrics::accounts::{is_brand, platform};

/// Followers at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::metrics) struct FollowerLevel {
    pub day: Day,
    /// `None` where the row does not let the level be known.
    pub followers: Option<f64>,
    pub row: RowRef,
}

/// Levels by seller and platform, oldest first; brand pages aside.
#[derive(Debug, Default)]
pub(in crate::metrics) struct FollowerLevels {
    pub accounts: BTreeMap<(Sym, String), Vec<FollowerLevel>>,
}

/// One daily row.
#[derive(Clone, Copy, Debug)]
struct Daily {
    day: Day,
    total: Option<f64>,
    new: Option<f64>,
    row: RowRef,
}

impl FollowerLevels {
    fn new(ctx: &Context<'_>) -> FollowerLevels {
        let mut accounts: BTreeMap<(Sym, String), Vec<Daily>> = BTreeMap::new();
        for (row, audience) in ctx.facts.rows::<AudienceRow>() {
            let Some(day) = audience.date.map(|moment| ctx.day(moment)) else { continue };
            if is_brand(ctx, audience.account, audience.seller) {
                continue;
            }
            let daily = Daily { day, total: audience.followers_total, new: audience.followers_new, row };
            accounts.entry((audience.seller, platform(ctx, audience.platform))).or_default().push(daily);
        }
        let levels = |mut rows: Vec<Daily>| {
            sort_list(&mut rows, |a, b| (a.day, a.row).cmp(&(b.day, b.row)));
            levels(&rows)
        };
        FollowerLevels { accounts: gather(accounts.into_iter().map(|(key, rows)| (key, levels(rows)))) }
    }

    /// A seller's followers on a platform at the end of a day inside the daily rows.
    pub fn on(&self, seller: Sym, platform: &str, day: Day) -> Option<f64> {
        let levels = self.accounts.get(&(seller, platform.to_owned()))?;
        let after = levels.partition_point(|level| level.day <= day);
        levels.get(after).or_else(|| levels.last().filter(|last| last.day == day))?;
        levels.get(after.checked_sub(1)?)?.followers
    }
}

/// The level after each row, and the one before each row that no row tells of.
fn levels(rows: &[Daily]) -> Vec<FollowerLevel> {
    // From the newest back: a total, or the level after the next row without the new ones of that row.
    let mut known = None;
    let mut back: Vec<(Option<f64>, Option<f64>)> = Vec::with_capacity(rows.len());
    for row in rows.iter().rev() {
        let after = row.total.or(known);
        known = after.zip(row.new).map(|(after, new)| after - new);
        back.push((known, after));
    }
    // Forward: rows later than the last total.
    let mut out = Vec::with_capacity(rows.len() + 1);
    let mut last: Option<(Day, Option<f64>)> = None;
    for (row, (before, after)) in rows.iter().zip(back.into_iter().rev()) {
        let eve = row.day.plus(-1);
        if before.is_some() && last.is_none_or(|(day, _)| day < eve) {
            out.push(FollowerLevel { day: eve, followers: before, row: row.row });
        }
        let carried = || last.and_then(|(_, level)| level).zip(row.new).map(|(level, new)| level + new);
        let after = after.or_else(carried);
        out.push(FollowerLevel { day: row.day, followers: after, row: row.row });
        last = Some((row.day, after));
    }
    out
}

impl Context<'_> {
    /// The levels, made once.
    pub(in crate::metrics) fn followers(&self) -> &FollowerLevels {
        self.derived.followers.get_or_init(|| FollowerLevels::new(self))
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::TableId;
    use crate::metrics::testing::{World, day};

    fn levels_of(rows: &[&str]) -> Vec<(String, Option<f64>)> {
        let world =
            World::default().rows(TableId::Audience, "seller|date|followers_total|followers_new", rows);
        let ctx = world.context();
        let levels = ctx.followers().accounts.values().flatten();
        levels.map(|level| (level.day.iso(), level.followers)).collect()
    }

    fn expect(levels: &[(&str, Option<f64>)]) -> Vec<(String, Option<f64>)> {
        levels.iter().map(|(day, level)| ((*day).to_owned(), *level)).collect()
    }

    #[test]
    fn the_total_goes_back_over_the_daily_rows() {
        assert_eq!(
            levels_of(&["Ada|2026-03-01||2", "Ada|2026-03-02||0", "Ada|2026-03-03|100|5"]),
            expect(&[
                ("2026-02-28", Some(93.0)),
                ("2026-03-01", Some(95.0)),
                ("2026-03-02", Some(95.0)),
                ("2026-03-03", Some(100.0)),
            ])
        );
    }

    #[test]
    fn an_unknown_day_hides_what_lies_before_it() {
        assert_eq!(
            levels_of(&[
                "Ada|2026-03-01||2",
                "Ada|2026-03-02||",
                "Ada|2026-03-03|100|5",
                "Ada|2026-03-04||1"
            ]),
            expect(&[
                ("2026-03-01", None),
                ("2026-03-02", Some(95.0)),
                ("2026-03-03", Some(100.0)),
                ("2026-03-04", Some(101.0)),
            ])
        );
    }

    #[test]
    fn without_a_total_nothing_is_known() {
        assert_eq!(levels_of(&["Ada|2026-03-01||2"]), expect(&[("2026-03-01", None)]));
    }

    #[test]
    fn a_level_is_asked_for_by_day() {
        let world = World::default().rows(
            TableId::Audience,
            "seller|date|followers_total|followers_new",
            &["Ada|2026-03-02||3", "Ada|2026-03-05|100|5"],
        );
        let ctx = world.context();
        let ada = world.facts.names.find("Ada").expect("a seller");
        let on = |date: &str| ctx.followers().on(ada, "linkedin", day(date));
        assert_eq!(on("2026-02-28"), None);
        assert_eq!(on("2026-03-01"), Some(92.0));
        assert_eq!(on("2026-03-03"), Some(95.0));
        assert_eq!(on("2026-03-05"), Some(100.0));
        assert_eq!(on("2026-03-06"), None);
        assert_eq!(ctx.followers().on(ada, "xing", day("2026-03-05")), None);
    }
}
