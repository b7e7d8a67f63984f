//! People whom the posts could have reached.
//!
//! Formula: sum over the posts of the period of the sharer's followers on that day where known (they include connections), else
//! of the connections of that day. Potential, overlaps not removed.

use std::collections::BTreeMap;

use crate::facts::{ConnectionRow, Day, Reason, Sym, sort_list};
use crate::metrics::{Better, Context, Dim, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// People whom the posts could have reached.
pub static POTENTIAL_REACH: Metric = Metric {
    id: "potential_reach",
    version: 1,
    section: Section::Network,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Platform, Dim::Campaign, Dim::Post],
    headline: None,
    needs: &[Need::Posts],
    cites: "Potential reach as the audience of the sharer, overlaps not removed; LinkedIn: followers include connections",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let connected = connected_days(ctx);
    ctx.posts().add(ctx, samples, |post| {
        let followers = ctx.followers().on(post.seller, &post.platform, post.day);
        // Connections are LinkedIn's: they say nothing of the reach elsewhere.
        let connections = || {
            let days = connected.get(&post.seller).filter(|_| post.platform == "linkedin")?;
            u32::try_from(days.partition_point(|day| *day <= post.day)).ok().map(f64::from)
        };
        followers.or_else(connections).map_or(What::LeftOut(Reason::Unknown), What::Count)
    });
}

/// The days of each seller's connections, oldest first.
fn connected_days(ctx: &Context<'_>) -> BTreeMap<Sym, Vec<Day>> {
    let mut days: BTreeMap<Sym, Vec<Day>> = BTreeMap::new();
    for (_, connection) in ctx.facts.rows::<ConnectionRow>() {
        if let Some(on) = connection.connected_on {
            days.entry(connection.seller).or_default().push(ctx.day(on));
        }
    }
    for list in days.values_mut() {
        sort_list(list, Ord::cmp);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;

    #[test]
    fn followers_of_that_day_else_connections() {
        let world = World::default()
            .rows(
                TableId::Connections,
                "seller|connected_on",
                &["Ada|2026-03-05", "Ada|2026-03-01", "Bo|2026-03-02"],
            )
            .rows(
                TableId::Audience,
                "seller|date|followers_total|followers_new",
                &["Ada|2026-03-02||5", "Ada|2026-03-03|100|4"],
            )
            .rows(
                TableId::Posts,
                "seller|account|platform|published_at|kind",
                &[
                    "Ada|||2026-03-02|",
                    "Ada|||2026-03-04|repost",
                    "Ada|||2026-03-05|",
                    "Ada||Xing|2026-03-05|",
                    "Bo|||2026-03-01|",
                    "Cy|||2026-03-01|",
                    "Ada|brand||2026-03-02|",
                ],
            );
        assert_eq!(
            world.said(&POTENTIAL_REACH),
            [
                "2026-03-02 Ada linkedin of a post: count 96",
                "2026-03-04 Ada linkedin of a post: count 1",
                "2026-03-05 Ada linkedin of a post: count 2",
                "2026-03-05 Ada xing of a post: left out, unknown",
                "2026-03-01 Bo linkedin of a post: count 0",
                "2026-03-01 Cy linkedin of a post: left out, unknown",
                "2026-03-02 Ada linkedin of a post: left out, brand page",
            ]
        );
    }
}
