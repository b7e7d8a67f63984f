//! What the pages of attribution and return say of a small workspace.

use super::{attribution_view, frame, return_view};
use crate::facts::{
    Amount, Day, Facts, FileFacts, FileSummary, MISSING, Moment, Span, TableId, Zone, number_to_cell,
};
use crate::metrics::{CreditRule, ReturnRules};
use crate::views::{AttributionView, Filter, PeriodChoice, ReturnView};
use crate::workspace::Workspace;

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// Rows of a table as a file of the workspace: fields by name, each cell as text.
fn import(workspace: &mut Workspace, table: TableId, rows: &[&[(&str, &str)]]) {
    use crate::facts::FieldType;
    let mut facts = Facts::default();
    let schema = table.schema();
    for (line, row) in (2..).zip(rows) {
        let mut cells = vec![MISSING; schema.fields.len()];
        for (name, text) in *row {
            let column = schema.column(name).unwrap();
            cells[column] = match schema.fields[column].kind {
                FieldType::Text => facts.text_cell(text),
                FieldType::Moment => Moment::date(day(text)).raw(),
                FieldType::Number => number_to_cell(text.parse().unwrap()),
                FieldType::Amount => Amount::parse_plain(text).unwrap().0,
                FieldType::Flag => i64::from(*text == "yes"),
            };
        }
        facts.add(table, &cells, 0, line);
    }
    facts.extend_data_end(table, crate::facts::Sym::BLANK, day("2026-06-30"));
    let summary = FileSummary {
        file: format!("{}.csv", table.name()),
        data_end: Some(day("2026-06-30")),
        ..FileSummary::default()
    };
    workspace.import(vec![FileFacts { summary, facts }], "t");
}

/// Twelve deals, each won 20 days after it was created, one a month and one more in each month of the second half; the
/// first touch is LinkedIn in even ones and e-mail in odd ones, the CRM says LinkedIn in all.
fn workspace() -> Workspace {
    let mut workspace = Workspace::new("w");
    let mut days = Vec::new();
    for month in 0..6 {
        days.push(day("2026-01-05").plus(30 * month));
        if month >= 3 {
            days.push(day("2026-01-06").plus(30 * month));
        }
    }
    for (at, created) in days.iter().enumerate() {
        let (id, won) = (format!("d{at}"), created.plus(20).iso());
        let (created, touch) = (created.iso(), created.plus(5).iso());
        import(
            &mut workspace,
            TableId::Deals,
            &[&[
                ("id", &id),
                ("created", &created),
                ("closed", &won),
                ("status", "Won"),
                ("stage", "Won"),
                ("amount", "100.01"),
                ("source", "LinkedIn"),
            ]],
        );
        import(
            &mut workspace,
            TableId::Touches,
            &[
                &[("at", &created), ("channel", ["LinkedIn", "Email"][at % 2]), ("deal_id", &id)],
                &[("at", &touch), ("channel", "Fair"), ("deal_id", &id)],
            ],
        );
        import(
            &mut workspace,
            TableId::StageChanges,
            &[&[("deal_id", &id), ("at", &touch), ("to_stage", "Demo")]],
        );
    }
    import(
        &mut workspace,
        TableId::Costs,
        &[
            // Before the period: January is known from its first day on.
            &[("date", "2025-12-20"), ("channel", "Email"), ("amount", "1")],
            &[("date", "2026-01-10"), ("channel", "LinkedIn"), ("amount", "100"), ("category", "licence")],
            &[("date", "2026-01-11"), ("channel", "LinkedIn"), ("hours", "2"), ("rate", "50")],
            &[("date", "2026-01-12"), ("channel", "Email"), ("hours", "2")],
        ],
    );
    workspace
}

fn filter() -> Filter {
    let span = Span { from: day("2026-01-01"), to: day("2026-06-30") };
    Filter { period: PeriodChoice::Days(span), ..Filter::default() }
}

fn held(workspace: &Workspace) -> AttributionView {
    let (facts, zone) = (workspace.facts(), Zone::utc());
    attribution_view(&frame(workspace, &facts, &zone, &filter()))
}

fn returned(workspace: &Workspace) -> ReturnView {
    let (facts, zone) = (workspace.facts(), Zone::utc());
    return_view(&frame(workspace, &facts, &zone, &filter()))
}

#[test]
fn the_court_shows_every_model_and_every_deal() {
    let view = held(&workspace());
    let court = view.court.unwrap();
    assert_eq!((court.conversions, court.coverage.deals_won, court.coverage.deals_with_path), (9.0, 9, 9));
    assert!((court.value.unwrap() - 900.09).abs() < 1e-9);
    // First touch: five of nine deals; last touch: none.
    let (low, high) = court.social_range.unwrap();
    assert!(low.abs() < 1e-12 && (high - 5.0 / 9.0).abs() < 1e-12);
    let withheld: Vec<_> = court.models.iter().filter_map(|model| model.withheld.as_deref()).collect();
    assert_eq!(withheld, ["too_few", "too_few"]);
    let deals: usize = view.months.iter().map(|month| month.deals.len()).sum();
    assert_eq!((deals, view.more_deals), (9, 0));
    assert!(view.months.iter().flat_map(|month| &month.deals).any(|deal| deal.disagrees));
}

#[test]
fn roles_carry_their_share_and_their_growth() {
    let view = held(&workspace());
    let sourced = view.roles.iter().find(|role| role.metric == "social_sourced").unwrap();
    assert_eq!((sourced.count.value(), sourced.count.n), (Some(5.0), 9));
    let (share, low, high) = sourced.share.unwrap();
    assert!(low < share && share < high);
    assert_eq!((sourced.months.len(), view.growth_months), (6, 3));
    // Two in the first half of the year, three in the second.
    assert_eq!(sourced.halves, (2, 3));
    let (growth, low, high) = sourced.growth.unwrap();
    assert!((growth - (1.5f64.powf(1.0 / 3.0) - 1.0)).abs() < 1e-12 && low < growth && growth < high);
    assert_eq!(view.falling, None);
}

#[test]
fn the_rule_of_credit_decides_the_return() {
    let mut workspace = workspace();
    let line = |view: &ReturnView, id: &str| {
        view.returns
            .iter()
            .find(|line| line.id == id)
            .unwrap()
            .figure
            .as_ref()
            .and_then(|figure| figure.value())
    };
    let near =
        |value: Option<f64>, expected: f64| assert!((value.unwrap() - expected).abs() < 1e-9, "{value:?}");
    let view = returned(&workspace);
    // Cost 100 + 2 × 50; the CRM credits 900.09, the first touch five deals of 100.01.
    near(line(&view, "crm"), (900.09 - 200.0) / 200.0);
    near(line(&view, "first"), (500.05 - 200.0) / 200.0);
    near(line(&view, "last"), -1.0);
    assert_eq!(line(&view, "markov"), None);
    near(line(&view, "social_sourced"), (500.05 - 200.0) / 200.0);
    let social = |view: &ReturnView| {
        view.channels.iter().find(|channel| channel.group == "social").unwrap().roi.as_ref().unwrap().value()
    };
    near(social(&view), (900.09 - 200.0) / 200.0);
    workspace.definitions.returns =
        ReturnRules { rule: CreditRule::First, margin: Some(0.5), ..ReturnRules::default() };
    let view = returned(&workspace);
    near(social(&view), (250.025 - 200.0) / 200.0);
    near(line(&view, "crm"), (450.045 - 200.0) / 200.0);
}

#[test]
fn revenue_can_be_taken_later_by_the_own_cycle() {
    let mut workspace = workspace();
    assert_eq!((returned(&workspace).cycle_days, returned(&workspace).shift_days), (Some(20.0), 0));
    workspace.definitions.returns.shifts_by_cycle = true;
    let view = returned(&workspace);
    assert_eq!((view.shift_days, view.unknown_days), (20, 20));
    // From 21 January on all nine deals are still there.
    assert_eq!(view.returns[0].revenue, Some(900.09));
}

#[test]
fn stages_have_a_suggestion_and_the_person_s_own_value() {
    let mut workspace = workspace();
    import(
        &mut workspace,
        TableId::Deals,
        &[&[("id", "o"), ("created", "2026-06-01"), ("status", "Open"), ("stage", "Demo")]],
    );
    let view = returned(&workspace);
    let demo = &view.stages[0];
    assert_eq!((demo.stage.as_str(), demo.won, demo.closed, demo.open), ("Demo", 9, 9, 1));
    assert_eq!((demo.suggested, demo.value, view.pipeline_worth), (Some(100.01), None, None));
    assert_eq!(view.open_without_value, 1);
    workspace.definitions.returns.stage_values = vec![("Demo".into(), Amount(500_000))];
    let view = returned(&workspace);
    assert_eq!(
        (view.stages[0].value, view.pipeline_worth, view.open_without_value),
        (Some(50.0), Some(50.0), 0)
    );
}

#[test]
fn costs_say_what_they_leave_out_and_nothing_is_not_zero() {
    let view = returned(&workspace());
    let cost = view.cost.unwrap();
    assert_eq!((cost.value(), cost.n), (Some(200.0), 2));
    assert_eq!(cost.left_out.len(), 1);
    let empty = returned(&Workspace::new("w"));
    assert_eq!((empty.cost, empty.channels.len(), empty.pipeline_worth), (None, 0, None));
    assert_eq!(held(&Workspace::new("w")).court, None);
}
