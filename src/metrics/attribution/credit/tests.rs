use super::*;
use crate::facts::{Span, TableId};
use crate::metrics::attribution::example::world;
use crate::metrics::testing::{World, day};

fn march() -> Selection {
    Selection::all(Span { from: day("2026-03-01"), to: day("2026-03-31") })
}

/// A model's line: each channel's conversions and money.
fn line(held: &Attribution, model: CreditModel) -> String {
    let answer = &held.models.iter().find(|(own, _)| *own == model).unwrap().1;
    let answer = match answer {
        Ok(answer) => answer,
        Err(withheld) => return withheld.id().to_owned(),
    };
    let parts = held.channels.iter().zip(&answer.channels).map(|((name, _), credit)| {
        format!("{name} {:.3} {}", credit.conversions, Currency::print(credit.value, ""))
    });
    parts.collect::<Vec<_>>().join(", ")
}

#[test]
fn paths_of_won_deals_are_credited() {
    let world = world();
    let held = attribution(&world.context(), &march()).unwrap();
    // SS 100, OS 20, OSO 3, OO 4000, S without an amount, ?SO 50000; one deal has no touch.
    assert_eq!((held.conversions, held.value), (6.0, Some(541_230_000)));
    let coverage = held.coverage;
    assert_eq!((coverage.deals_won, coverage.deals_with_path, coverage.without_value), (7, 6, 1.0));
    assert_eq!(
        line(&held, CreditModel::First),
        "Email 3.000 4023.00, Fair 0.000 0.00, LinkedIn 2.000 100.00, Paid social 0.000 0.00, XING 0.000 0.00, \
         unknown 1.000 50000.00"
    );
    assert_eq!(
        line(&held, CreditModel::Last),
        "Email 1.000 50000.00, Fair 2.000 4003.00, LinkedIn 1.000 0.00, Paid social 1.000 20.00, XING 1.000 100.00, \
         unknown 0.000 0.00"
    );
    assert_eq!(line(&held, CreditModel::Markov), "fewer than 30 conversions");
    assert_eq!(line(&held, CreditModel::Shapley), "fewer than 30 conversions");
    let Ok(linear) = &held.models[2].1 else { panic!("no answer") };
    // Half of OS, a third of OSO and of ?SO, all of SS and S.
    assert!((linear.social.conversions - (2.0 + 0.5 + 2.0 / 3.0)).abs() < 1e-9);
}

#[test]
fn money_adds_up_in_every_model() {
    let rows: Vec<String> = (0..40)
        .map(|at| format!("{} > Email > LinkedIn|{}|{}.01|{at}", ["Fair", "XING"][at % 2], at % 3, at * 7))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let world = World::default().rows(TableId::Paths, "path|conversions|value|nulls", &rows);
    let held = attribution(&world.context(), &march()).unwrap();
    assert_eq!(held.coverage.path_rows, 40);
    assert_eq!(line(&held, CreditModel::TimeDecay), "touches have no times");
    let mut answers = 0;
    for (model, answer) in &held.models {
        let Ok(answer) = answer else { continue };
        answers += 1;
        let sums =
            answer.channels.iter().fold((0.0, 0), |sum, own| (sum.0 + own.conversions, sum.1 + own.value));
        assert!((sums.0 - held.conversions).abs() < 1e-9, "{model:?}");
        assert_eq!(Some(sums.1), held.value, "{model:?}");
        let range = answer.social.share_range.unwrap();
        assert!(range.low <= answer.social.share && answer.social.share <= range.high, "{model:?}");
    }
    assert_eq!(answers, 6);
}

#[test]
fn paths_are_nobody_s_and_have_no_period() {
    let world = World::default()
        .rows(TableId::Paths, "path|conversions|value", &["Email|5|10", " > |5|10"])
        .rows(TableId::Deals, "id|seller|created|status", &["a|Ada|2026-01-01|Open"]);
    let ctx = world.context();
    let everyone = attribution(&ctx, &march()).unwrap();
    assert_eq!((everyone.conversions, everyone.coverage.path_rows_left_out), (5.0, 1));
    let ada = ctx.facts.names.find("Ada").unwrap();
    let hers = attribution(&ctx, &Selection { sellers: Some(vec![ada]), ..march() }).unwrap();
    assert_eq!((hers.conversions, hers.value, hers.coverage.path_rows_left_out), (0.0, None, 2));
    assert_eq!(line(&hers, CreditModel::First), "no conversions");
}

#[test]
fn without_touches_and_paths_there_is_nothing_to_say() {
    let world =
        World::default().rows(TableId::Deals, "id|created|closed|status", &["a|2026-01-01|2026-03-02|Won"]);
    assert_eq!(attribution(&world.context(), &march()), None);
}
