use super::*;
use crate::facts::{
    Amount, DealRow, Facts, MISSING, Moment, Reason, SsiRow, TableId, Zone, number_to_cell, text_to_cell,
};
use crate::metrics::{Better, Definitions, End, Key, Missing, Need, Samples, Section, Stage, Unit, What};

const BASE: Metric = Metric {
    id: "",
    version: 1,
    section: Section::Deals,
    stage: Stage::Lagging,
    unit: Unit::Count,
    better: Better::Higher,
    kind: Kind::Count,
    by: &[],
    headline: None,
    needs: &[Need::Deals],
    cites: "",
    emit: |_, _| {},
};

static SSI: Metric = Metric {
    id: "ssi",
    unit: Unit::Score,
    kind: Kind::Reading,
    needs: &[Need::Ssi],
    emit: |context, samples| {
        for (row, reading) in context.facts.rows::<SsiRow>() {
            let day = context.day(reading.date.unwrap());
            samples.add(day, reading.seller, row, What::Reading(reading.total.unwrap()));
        }
    },
    ..BASE
};

static DEALS_WON: Metric = Metric { id: "deals_won", emit: |c, s| won(c, s, |_| What::Count(1.0)), ..BASE };

static WON_VALUE: Metric = Metric {
    id: "won_value",
    unit: Unit::Money,
    kind: Kind::MoneySum,
    emit: |context, samples| {
        won(context, samples, |deal| match deal.amount {
            Some(amount) => What::Money { amount: amount.0, hit: true },
            None => What::LeftOut(Reason::UnknownAmount),
        });
    },
    ..BASE
};

static CLOSE_RATE: Metric = Metric {
    id: "close_rate",
    unit: Unit::Ratio,
    kind: Kind::Share,
    emit: |context, samples| {
        for (row, deal) in context.facts.rows::<DealRow>() {
            let created = context.day(deal.created.unwrap());
            samples.add(created, deal.seller, row, What::Case(is_won(context, &deal)));
        }
    },
    ..BASE
};

static SALES_CYCLE: Metric = Metric {
    id: "sales_cycle",
    unit: Unit::Days,
    kind: Kind::Duration,
    by: &[Dim::Source],
    emit: |context, samples| {
        for (row, deal) in context.facts.rows::<DealRow>() {
            let (created, closed) = (context.day(deal.created.unwrap()), context.day(deal.closed.unwrap()));
            let end = if is_won(context, &deal) { End::Event } else { End::Other };
            let key = samples.keys.intern(context.text(deal.source));
            let what = What::Lasting { time: f64::from(closed.0 - created.0), end };
            samples.add_keyed(created, deal.seller, row, [key, Key::BLANK, Key::BLANK], what);
        }
    },
    ..BASE
};

static CONNECTIONS: Metric =
    Metric { id: "connections", kind: Kind::Level, needs: &[Need::Connections], ..BASE };

static ALL: [&Metric; 6] = [&SSI, &DEALS_WON, &WON_VALUE, &CLOSE_RATE, &SALES_CYCLE, &CONNECTIONS];

fn is_won(context: &Context<'_>, deal: &DealRow) -> bool {
    context.text(deal.status) == "Won"
}

fn won(context: &Context<'_>, samples: &mut Samples, what: impl Fn(&DealRow) -> What) {
    for (row, deal) in context.facts.rows::<DealRow>() {
        if is_won(context, &deal) {
            samples.add(context.day(deal.closed.unwrap()), deal.seller, row, what(&deal));
        }
    }
}

fn date(text: &str) -> i64 {
    Moment::date(Day::parse_iso(text).unwrap()).raw()
}

/// Five closed deals of two sellers and one reading of the index.
fn facts() -> Facts {
    let mut facts = Facts::default();
    let deals = [
        ("Ada Ek", "2026-01-05", "2026-01-15", "Won", "1000.50", "social"),
        ("Ada Ek", "2026-01-06", "2026-01-26", "Lost", "200", "social"),
        ("Ada Ek", "2026-01-07", "2026-02-06", "Won", "2000", "social"),
        ("Bo Åkesson", "2026-01-08", "2026-02-27", "Won", "", "email"),
        ("Bo Åkesson", "2026-01-09", "2026-02-28", "Lost", "50", "email"),
    ];
    for (index, (seller, created, closed, status, amount, source)) in deals.into_iter().enumerate() {
        let text = |facts: &mut Facts, text: &str| text_to_cell(facts.names.intern(text));
        let mut cells = [MISSING; 13];
        cells[0] = text(&mut facts, &format!("d{index}"));
        cells[1] = text(&mut facts, seller);
        (cells[6], cells[7]) = (date(created), date(closed));
        cells[8] = text(&mut facts, status);
        cells[10] = Amount::parse_plain(amount).map_or(MISSING, |amount| amount.0);
        cells[11] = text(&mut facts, "EUR");
        cells[12] = text(&mut facts, source);
        facts.add(TableId::Deals, &cells, 0, 2);
    }
    let ada = facts.text_cell("Ada Ek");
    facts.add(TableId::Ssi, &[ada, date("2026-02-01"), number_to_cell(61.3)], 1, 2);
    facts
}

fn import_of_deals() -> FileSummary {
    FileSummary {
        file: "deals.csv".into(),
        source: "template.deals".into(),
        rows: 7,
        facts: vec![(TableId::Deals, 5)],
        left_out: vec![(Reason::BadDate, 1), (Reason::Footer, 1)],
        notices: vec![Notice {
            code: "unused_column".into(),
            args: vec![("column".into(), "Region".into()), ("rows".into(), "5".into())],
        }],
        ..FileSummary::default()
    }
}

fn document(facts: &Facts, options: &Options) -> Document {
    let (definitions, zone) = (Definitions::default(), Zone::utc());
    let context = Context::new(facts, &definitions, None, &zone, None);
    Document::new(&ALL, &[import_of_deals()], &context, options)
}

fn options() -> Options {
    Options { from: None, to: None, seller: None, by: Bucket::Month }
}

#[test]
fn the_whole_document() {
    insta::assert_snapshot!(document(&facts(), &options()).to_json().unwrap());
}

#[test]
fn one_seller_s_document() {
    let facts = facts();
    let seller = facts.names.find("Bo Åkesson");
    let document = document(&facts, &Options { seller, ..options() });
    let row = |id: &str| {
        let row = document.metrics.iter().find(|row| serde_json::to_value(row).unwrap()["id"] == id);
        serde_json::to_value(row.unwrap()).unwrap()
    };
    assert_eq!(row("deals_won")["value"], 1);
    assert_eq!(row("won_value")["unavailable"], "unknown in every row");
    assert_eq!(row("ssi")["unavailable"], "no file of this seller with ssi");
    assert_eq!(row("close_rate")["unavailable"], "too few to say");
    assert_eq!(row("close_rate")["open"], 0);
}

#[test]
fn nothing_dated_has_no_period() {
    let json = serde_json::to_value(document(&Facts::default(), &options())).unwrap();
    assert_eq!(json["period"], serde_json::json!({ "from": null, "to": null }));
    assert_eq!(json["metrics"][1]["unavailable"], "no file with deals");
    assert_eq!(json["metrics"][1]["value"], Value::Null);
    assert_eq!(json["series"], serde_json::json!([]));
    assert_eq!(json["breakdowns"], serde_json::json!([]));
    assert_eq!(json.get("attribution"), None);
}

#[test]
fn a_period_takes_its_other_end_from_the_facts() {
    let facts = facts();
    let period = |from: Option<&str>, to: Option<&str>| {
        let day = |text: Option<&str>| text.map(|text| Day::parse_iso(text).unwrap());
        let document = document(&facts, &Options { from: day(from), to: day(to), ..options() });
        (document.period.from.unwrap(), document.period.to.unwrap())
    };
    let expect = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(period(None, None), expect("2026-01-05", "2026-02-28"));
    assert_eq!(period(Some("2026-02-01"), None), expect("2026-02-01", "2026-02-28"));
    assert_eq!(period(None, Some("2026-01-31")), expect("2026-01-05", "2026-01-31"));
    assert_eq!(period(Some("2027-01-01"), None), expect("2027-01-01", "2027-01-01"));
    assert_eq!(period(None, Some("2025-01-01")), expect("2025-01-01", "2025-01-01"));
}

#[test]
fn every_reason_for_a_missing_figure_has_words() {
    for missing in [
        Missing::NoFacts(Need::Shares),
        Missing::NoFactsOfSeller(Need::Ssi),
        Missing::OutsideData,
        Missing::NothingInPeriod,
        Missing::NoStart,
        Missing::NoPersona,
        Missing::TooFewReadings,
        Missing::UnknownOfOne,
        Missing::AllUnknown,
        Missing::PartOfPeriod,
        Missing::NotBy(crate::metrics::Dim::Campaign),
    ] {
        assert!(words::unavailable(State::Missing(missing)).is_some_and(|words| !words.is_empty()));
    }
    let clicks = State::Missing(Missing::NoFacts(Need::Clicks));
    assert_eq!(words::unavailable(clicks).as_deref(), Some("no file with link clicks"));
    assert_eq!(words::unavailable(State::NotReached).as_deref(), Some("not reached"));
    assert_eq!(words::unavailable(State::TooFew { need: 5 }).as_deref(), Some("too few to say"));
}

/// Three conversions with times, each of a person's own.
#[test]
fn the_models_of_credit_have_a_list_of_their_own() {
    let mut facts = Facts::default();
    let touches = [
        ("2026-01-01", "Email", "Ann", None),
        ("2026-01-08", "LinkedIn", "Ann", Some(10_000)),
        ("2026-01-02", "Fair", "Ben", None),
        ("2026-01-03", "Email", "Ben", Some(20_100)),
        ("2026-01-04", "LinkedIn", "Cat", Some(30_000)),
        ("2026-01-05", "Fair", "Dan", None),
    ];
    for (at, channel, person, value) in touches {
        let mut cells = [MISSING; 10];
        cells[0] = date(at);
        cells[1] = facts.text_cell(channel);
        cells[4] = facts.text_cell(person);
        cells[8] = value.map_or(MISSING, |_| 1);
        cells[9] = value.unwrap_or(MISSING);
        facts.add(TableId::Touches, &cells, 0, 2);
        facts.extend_data_end(TableId::Touches, crate::facts::Sym::BLANK, Day::parse_iso(at).unwrap());
    }
    let cost = [date("2026-01-02"), facts.text_cell("LinkedIn"), MISSING, 20_000];
    let cost: Vec<i64> = cost.into_iter().chain([MISSING; 5]).collect();
    facts.add(TableId::Costs, &cost, 0, 2);
    let json = serde_json::to_value(document(&facts, &options())).unwrap();
    insta::assert_snapshot!(
        serde_json::to_string_pretty(&serde_json::json!({
            "attribution": json["attribution"],
            "attribution_social": json["attribution_social"],
            "roi": json["breakdowns"].as_array().unwrap().iter().find(|rows| rows["by"] == "model"),
        }))
        .unwrap()
    );
}

/// A row by the names of its fields; what reads as a date is one, other texts are texts.
fn add(facts: &mut Facts, table: TableId, fields: &[(&str, &str)]) {
    let schema = table.schema();
    let mut cells = vec![MISSING; schema.fields.len()];
    for (name, text) in fields {
        let column = schema.column(name).unwrap();
        cells[column] = match (Day::parse_iso(text), text.parse()) {
            (Some(day), _) => Moment::date(day).raw(),
            (None, Ok(number)) => number_to_cell(number),
            _ => facts.text_cell(text),
        };
    }
    facts.add(table, &cells, 0, 2);
}

/// Ada's posts are exported up to 18 January; her check-in reports three more of a later week. Bo reports two, and an
/// index; Ada's index is a reading.
#[test]
fn what_only_check_ins_say_is_marked() {
    let mut facts = Facts::default();
    for (day, id) in [("2026-01-05", "p1"), ("2026-01-13", "p2")] {
        add(&mut facts, TableId::Posts, &[("seller", "Ada"), ("published_at", day), ("post_id", id)]);
    }
    add(&mut facts, TableId::Ssi, &[("seller", "Ada"), ("date", "2026-02-02"), ("total", "60")]);
    for (seller, week, field, value) in [
        ("Ada", "2026-02-02", "shares", "3"),
        ("Bo", "2026-02-02", "shares", "2"),
        ("Bo", "2026-02-02", "ssi", "44"),
        ("Ada", "2026-01-12", "shares", "9"),
    ] {
        add(&mut facts, TableId::Checkins, &[("seller", seller), ("week", week), (field, value)]);
    }
    let [ada, bo] = ["Ada", "Bo"].map(|name| facts.names.find(name).unwrap());
    let day = |text| Day::parse_iso(text).unwrap();
    facts.extend_data_end(TableId::Posts, ada, day("2026-01-18"));
    facts.extend_data_end(TableId::Ssi, ada, day("2026-02-02"));
    for seller in [ada, bo] {
        facts.extend_data_end(TableId::Checkins, seller, day("2026-02-08"));
    }
    let metrics = ["posts_shared", "ssi", "comments_given"].map(|id| crate::metrics::metric(id).unwrap());
    let (definitions, zone) = (Definitions::default(), Zone::utc());
    let context = Context::new(&facts, &definitions, None, &zone, None);
    let json = serde_json::to_value(Document::new(&metrics, &[], &context, &options())).unwrap();
    let told: Vec<(&Value, Option<&Value>)> = (json["metrics"].as_array().unwrap().iter())
        .map(|row| (&row["value"], row.get("reported")))
        .collect();
    // The week that the export covers is not reported. Of the two indexes one is.
    let (seven, five, median, one) = (Value::from(7), Value::from(5), Value::from(52), Value::from(1));
    assert_eq!(told, [(&seven, Some(&five)), (&median, Some(&one)), (&Value::Null, None)]);
    let rows = &json["breakdowns"].as_array().unwrap()[0]["rows"][0];
    assert_eq!((&rows["key"], &rows["reported"]), (&Value::from("Ada"), &Value::from(3)));
}
