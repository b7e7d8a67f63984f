//! What became of conversations that became warm.
//!
//! Formula: number of conversations that became warm in the period, by what is known of them today: *won* when a deal
//! with that person was won, or their lead became a customer, on that day or after it; else *lost* when one was lost;
//! else *open* when their last incoming message, or the word of the person who said so, is at most 30 days old; else
//! *dormant*.

use crate::facts::{Day, TableId};
use crate::metrics::conversations::warmings;
use crate::metrics::persona_fit::PersonaFit;
use crate::metrics::{Better, Context, Dim, Key, Kind, Metric, Need, Samples, Section, Stage, Unit, What};

/// What became of conversations that became warm.
pub static WARM_OUTCOMES: Metric = Metric {
    id: "warm_outcomes",
    version: 1,
    section: Section::Conversations,
    stage: Stage::Leading,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[Dim::Outcome, Dim::Persona],
    headline: None,
    needs: &[Need::Warm],
    cites: "Warm conversations as cases that stay open until they are won, lost or fall silent",
    emit,
};

fn emit(ctx: &Context<'_>, samples: &mut Samples) {
    let open_days = i32::try_from(ctx.definitions.open_days).unwrap_or(i32::MAX);
    for warming in warmings(ctx) {
        let outcome = match ctx.dealings().ended(&warming.person, warming.day, ctx.today) {
            Some(true) => "won",
            Some(false) => "lost",
            // A restart begins another conversation.
            None if is_open(ctx, warming.last_sign, warming.seller, open_days) => "open",
            None => "dormant",
        };
        let keys = [samples.keys.intern(outcome), PersonaFit::key(warming.fit, samples), Key::BLANK];
        samples.add_keyed(warming.day, warming.seller, warming.row, keys, What::Count(1.0));
    }
    ctx.conversations().add_asides(samples);
}

/// Whether a conversation still runs at the end of what the seller's messages tell.
fn is_open(ctx: &Context<'_>, last_sign: Day, seller: crate::facts::Sym, open_days: i32) -> bool {
    let end = ctx.facts.data_end(TableId::Messages, seller).unwrap_or(ctx.today).min(ctx.today);
    end.0 - last_sign.0 <= open_days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::testing::World;

    #[test]
    fn each_ends_in_one_way() {
        let talk = |who: &str, on: &str| {
            [("outgoing", 8), ("incoming", 9), ("incoming", 10)]
                .map(|(side, hour)| format!("Ada|{who}|{side}|{on} {hour:02}:00Z|{who}"))
        };
        let rows: Vec<String> = [
            talk("Won", "2026-01-01"),
            talk("Lost", "2026-01-01"),
            talk("Before", "2026-01-05"),
            talk("Silent", "2026-01-01"),
            talk("Running", "2026-01-20"),
        ]
        .concat();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let world = World::default()
            .rows(TableId::Messages, "seller|conversation|direction|sent_at|person", &rows)
            .rows(
                TableId::Deals,
                "id|status|person|created|closed",
                &[
                    "1|won|Won|2025-12-01|2026-02-01",
                    "2|lost|Won|2025-12-01|2026-02-02",
                    "3|lost|Lost|2025-12-01|2026-02-01",
                    "4|won|Before|2025-12-01|2026-01-04",
                ],
            )
            .known_until(TableId::Messages, "Ada", "2026-02-04")
            .today("2026-02-10");
        let figures = world.figures(&WARM_OUTCOMES, Dim::Outcome, "2026-01-01", "2026-01-31");
        let counts: Vec<(&str, f64)> =
            figures.iter().map(|(key, figure)| (key.as_str(), figure.value().unwrap())).collect();
        // The last message of `Before` is 30 days old when the data ends.
        assert_eq!(counts, [("dormant", 1.0), ("lost", 1.0), ("open", 2.0), ("won", 1.0)]);
    }
}
