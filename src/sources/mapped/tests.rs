//! Whole tables by their mappings, against kept accounts of what they gave.

use std::fmt::Write as _;

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::facts::{Amount, DealRow, FieldType, MISSING, Moment, Sym, Table};
use crate::sources::DateOrder;
use crate::sources::guess::view;

fn sample(file: &str) -> Text {
    let path = format!("{}/tests/samples/mapping/{file}", env!("CARGO_MANIFEST_DIR"));
    Text::from_bytes(file, std::fs::read(path).unwrap(), None).unwrap()
}

fn text(body: &str) -> Text {
    Text::from_text("t.csv", body.to_owned()).unwrap()
}

fn mapping(json: &str) -> Mapping {
    serde_json::from_str(json).unwrap()
}

fn read(body: &str, json: &str) -> Mapped {
    read_mapped("t.csv", &mut text(body), &mapping(json), Origin::Mapped).unwrap()
}

/// Compares with the account kept beside the sample.
fn is_as_kept(file: &str, told: &str) {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples/mapping/kept");
    insta::with_settings!({ snapshot_path => kept, prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(file, told);
    });
}

/// Facts and account as lines of text.
fn told(mapped: &Mapped) -> String {
    let summary = &mapped.facts.summary;
    let mut out = format!("{}: {} rows\n", summary.source, summary.rows);
    for (id, _) in &summary.facts {
        let table = mapped.facts.facts.table(*id);
        for row in 0..table.len() {
            let _ = writeln!(out, "{} {}: {}", id.name(), table.line(row), cells(mapped, table, row));
        }
    }
    for row in &summary.left_out_rows {
        let _ = writeln!(out, "left out {}: {} {:?} {:?}", row.line, row.reason.id(), row.column, row.cells);
    }
    for notice in &summary.notices {
        let _ = writeln!(out, "notice {} {:?}", notice.code, notice.args);
    }
    for question in &mapped.questions {
        let _ = writeln!(out, "question {question:?}");
    }
    let span = summary.period.map(|span| format!("{} to {}", span.from.iso(), span.to.iso()));
    let _ = writeln!(out, "period {span:?}, data end {:?}", summary.data_end.map(|day| day.iso()));
    for (id, seller, end) in mapped.facts.facts.data_ends() {
        let _ =
            writeln!(out, "data end {} {:?} {}", id.name(), mapped.facts.facts.names.text(seller), end.iso());
    }
    out
}

fn cells(mapped: &Mapped, table: &Table, row: usize) -> String {
    let fields = table.schema().fields.iter().zip(table.cells(row)).filter(|(_, cell)| *cell != MISSING);
    let each = fields.map(|(field, cell)| {
        let value = match field.kind {
            FieldType::Text => mapped.facts.facts.names.text(Sym(u32::try_from(cell).unwrap())).to_owned(),
            FieldType::Moment => Moment::from_raw(cell).iso(),
            FieldType::Number => f64::from_bits(cell.cast_unsigned()).to_string(),
            FieldType::Amount => Amount(cell).print(2),
            FieldType::Flag => (cell != 0).to_string(),
        };
        format!("{}={value}", field.name)
    });
    each.collect::<Vec<_>>().join(", ")
}

#[rstest]
#[case("affarer.csv")]
#[case("szanse.csv")]
#[case("pipeline_q2.csv")]
#[case("meetings.tsv")]
fn samples_are_guessed_and_read(#[case] file: &str) {
    let mut table = sample(file);
    let unknown = view(file, &mut table, None).unwrap();
    let mapped = read_mapped(file, &mut table, &unknown.guess, Origin::Mapped).unwrap();
    assert_eq!(mapped.questions, unknown.questions);
    is_as_kept(
        file,
        &format!("{}\n{}", serde_json::to_string_pretty(&unknown.guess).unwrap(), told(&mapped)),
    );
}

#[rstest]
#[case(
    "orders.txt",
    r#"{"file": "orders.txt", "table": "purchases", "columns": {"1": "customer", "3": "date", "5": "amount"},
    "header": false, "delimiter": "spaces"}"#
)]
#[case(
    "leads.csv",
    r#"{"file": "leads.csv", "table": "leads", "columns": {"mql_id": "id", "first_contact_date": "created",
    "origin": "source"}, "dates": "dmy", "constants": {"seller": "Ada"}}"#
)]
fn samples_are_read_as_a_map_says(#[case] file: &str, #[case] json: &str) {
    let mapped = read_mapped(file, &mut sample(file), &mapping(json), Origin::Mapped).unwrap();
    is_as_kept(file, &told(&mapped));
}

const DEALS: &str = r#"{"table": "deals", "columns": {"Id": "id", "State": "status", "Born": "created", "End": "closed", "Worth": "amount"}}"#;

#[test]
fn an_open_order_is_asked_with_what_would_follow() {
    let body = "Id,State,Born,End,Worth\n1,won,03/04/2026,04/02/2026,5\n2,won,05/05/2026,06/05/2026,5\n";
    let mapped = read(body, DEALS);
    let Some(Question::DateOrder { column, example, options }) = mapped.questions.first() else {
        panic!("{:?}", mapped.questions)
    };
    assert_eq!((column.as_str(), example.as_str()), ("Born", "03/04/2026"));
    let told: Vec<_> =
        options.iter().map(|o| (o.order, o.first.as_str(), o.last.as_str(), o.reversed)).collect();
    assert_eq!(
        told,
        [(DateOrder::Dmy, "2026-04-03", "2026-05-05", 1), (DateOrder::Mdy, "2026-03-04", "2026-05-05", 0)]
    );
    // Until it is answered, the order in which fewer deals end before they begin is taken.
    let (_, row) = mapped.facts.facts.rows::<DealRow>().next().unwrap();
    assert_eq!(row.created.map(Moment::iso).as_deref(), Some("2026-03-04"));
    assert_eq!(mapped.facts.summary.notices[0].code, "date_order_assumed");
}

#[test]
fn a_column_that_is_open_follows_one_that_is_not() {
    let body = "Id,State,Born,End,Worth\n1,won,03/04/2026,25/04/2026,5\n";
    let mapped = read(body, DEALS);
    assert!(!mapped.questions.iter().any(|question| matches!(question, Question::DateOrder { .. })));
    let (_, row) = mapped.facts.facts.rows::<DealRow>().next().unwrap();
    assert_eq!(row.created.map(Moment::iso).as_deref(), Some("2026-04-03"));
}

#[test]
fn expected_closing_dates_say_nothing_of_the_data_end() {
    let body = "Id,State,Born,End,Worth\n1,Closed Won,2026-01-02,2026-03-01,5\n2,Förhandling,2026-02-01,2027-12-31,5\n";
    let mapped = read(body, DEALS);
    assert_eq!(mapped.facts.summary.data_end.map(|day| day.iso()).as_deref(), Some("2026-03-01"));
    assert_eq!(mapped.facts.facts.latest_data_end().map(|day| day.iso()).as_deref(), Some("2026-03-01"));
}

#[test]
fn halves_of_a_name_are_joined_and_constants_give_way_to_cells() {
    let json = r#"{"table": "leads", "columns": {"Nr": "id", "When": "created", "Last": "person", "First": "person", "Who": "seller"},
        "constants": {"seller": "Ada Ek", "source": "LinkedIn"}}"#;
    let mapped = read("First,Last,Nr,When,Who\nBo,Ask,1,2026-01-02,\nCy,,2,2026-01-03,Eli\n", json);
    let expected = "mapped.leads: 2 rows\n\
        leads 2: id=1, created=2026-01-02, seller=Ada Ek, source=LinkedIn, person=Bo Ask\n\
        leads 3: id=2, created=2026-01-03, seller=Eli, source=LinkedIn, person=Cy\n";
    assert!(told(&mapped).starts_with(expected), "{}", told(&mapped));
    assert_eq!(mapped.questions, []);
}

#[test]
fn a_sender_stands_for_the_direction() {
    let json = r#"{"table": "messages", "columns": {"talk": "conversation", "from": "sender", "at": "sent_at"},
        "constants": {"seller": "Ada Ek"}}"#;
    let mapped = read("talk,from,at\n7,ADA  EK,2026-01-02 10:00\n7,Bo Ask,2026-01-02 11:00\n", json);
    let expected = "mapped.messages: 2 rows\n\
        messages 2: seller=Ada Ek, conversation=7, direction=outgoing, sent_at=2026-01-02 10:00:00\n\
        messages 3: seller=Ada Ek, conversation=7, direction=incoming, sent_at=2026-01-02 11:00:00, person=Bo Ask\n";
    assert!(told(&mapped).starts_with(expected), "{}", told(&mapped));
}

#[test]
fn a_connection_without_name_and_address_is_a_closed_account() {
    let json = r#"{"table": "connections", "columns": {"on": "connected_on", "name": "name"}}"#;
    let mapped = read("on,name\n2026-01-02,Bo\n2026-01-03,\n", json);
    assert_eq!(mapped.facts.summary.left_out, [(Reason::ClosedAccount, 1)]);
}

#[test]
fn percentages_without_a_sign_are_told_by_their_size() {
    let json = r#"{"table": "pages", "columns": {"url": "url", "n": "sessions", "b": "bounce_rate"}}"#;
    let mapped = read("url,n,b\n/a,10,45.5\n/b,20,0.5\n", json);
    assert!(told(&mapped).contains("bounce_rate=0.455"), "{}", told(&mapped));
    assert!(told(&mapped).contains("bounce_rate=0.005"), "{}", told(&mapped));
}

#[test]
fn a_firm_called_total_is_no_total() {
    let json = r#"{"table": "deals", "columns": {"Company": "company", "Id": "id", "Status": "status"}}"#;
    let mapped = read("Company,Id,Status\nTotal,7,won\nTotal,,\n", json);
    assert_eq!(mapped.facts.summary.facts, [(TableId::Deals, 1)]);
    assert_eq!(mapped.facts.summary.left_out, [(Reason::Footer, 1)]);
}

#[rstest]
#[case(r#"{"columns": {"a": "id"}}"#, "mapping.no_table")]
#[case(r#"{"table": "dreams", "columns": {"a": "id"}}"#, "mapping.no_table")]
#[case(r#"{"table": "deals", "columns": {"a": "colour"}}"#, "mapping.no_field")]
#[case(r#"{"table": "deals", "constants": {"colour": "red"}}"#, "mapping.no_field")]
#[case(r#"{"table": "deals", "columns": {"zz": "id"}}"#, "mapping.no_column")]
#[case(
    r#"{"table": "deals", "columns": {"a": "id"}, "constants": {"amount": "much"}}"#,
    "mapping.bad_constant"
)]
fn a_mapping_that_cannot_be_followed(#[case] json: &str, #[case] code: &str) {
    let error = read_mapped("t.csv", &mut text("a,b\n1,x\n"), &mapping(json), Origin::Mapped).unwrap_err();
    assert_eq!(error.refusal().code, code);
    assert!(!error.to_string().is_empty());
}

#[test]
fn what_was_repaired_on_the_way_is_told() {
    let mut table = Text::from_bytes("t.csv", b"Id,State\n1,w\0on\n2,\"lo\"st\n".to_vec(), None).unwrap();
    let json = r#"{"table": "deals", "columns": {"Id": "id", "State": "status"}}"#;
    let mapped = read_mapped("t.csv", &mut table, &mapping(json), Origin::Mapped).unwrap();
    let codes: Vec<&str> = mapped.facts.summary.notices.iter().map(|notice| notice.code.as_str()).collect();
    assert_eq!(codes, ["intake.nuls_dropped", "stray_quotes"]);
}

#[test]
fn a_broken_file_says_where() {
    let error = read_mapped(
        "t.csv",
        &mut text("Id,State,Born,End,Worth\n1,\"won,\n"),
        &mapping(DEALS),
        Origin::Mapped,
    );
    assert_eq!(error.unwrap_err().refusal().code, "intake.unclosed_quote");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_row_is_used_or_accounted_for(body in "[a-e0-9,;\n./ \\-–%$€A-CTW]{0,200}", table in 0usize..20, count in 1usize..5) {
        let schema = TableId::ALL[table].schema();
        let header: Vec<&str> = schema.fields.iter().take(count).map(|field| field.name).collect();
        let columns = header.iter().map(|name| ((*name).to_owned(), (*name).to_owned())).collect();
        let delimiter = Some(MappingDelimiter::Comma);
        let mapping = Mapping { table: Some(schema.name.to_owned()), columns, delimiter, ..Mapping::default() };
        let body = format!("{}\n{body}", header.join(","));
        let mapped = read_mapped("t.csv", &mut text(&body), &mapping, Origin::Canonical).unwrap();
        let summary = &mapped.facts.summary;
        let used: u32 = summary.facts.iter().map(|(_, rows)| rows).sum();
        prop_assert_eq!(summary.rows, used + summary.left_out_count());
        let unknown = view("t.csv", &mut text(&body), Some(&mapping)).unwrap();
        prop_assert!(unknown.columns.iter().all(|column| column.dates <= column.filled && column.filled <= unknown.rows));
    }
}

#[test]
fn said_meanings_stand_beside_the_exported_values() {
    let json = r#"{"table": "deals", "columns": {"Id": "id", "State": "status", "From": "source", "End": "closed", "Born": "created"},
        "values": {"status": {"signed OFF": "won"}, "source": {"Referrals": "web_referral"}}}"#;
    let body = "Id,State,From,Born,End\n1,Signed off,Referrals,2026-01-02,2026-03-01\n2,Talks,Referral,2026-01-02,2027-01-01\n";
    let mapped = read(body, json);
    let rows: Vec<DealRow> = mapped.facts.facts.rows::<DealRow>().map(|(_, row)| row).collect();
    let text = |sym| mapped.facts.facts.names.text(sym);
    let told: Vec<_> = rows
        .iter()
        .map(|row| [row.status, row.status_group, row.source, row.source_group].map(text))
        .collect();
    assert_eq!(told, [["Signed off", "won", "Referrals", "web_referral"], ["Talks", "", "Referral", ""]]);
    // The deal that was said to be won tells how far the data goes; the open one's date is expected.
    assert_eq!(mapped.facts.summary.data_end.map(|day| day.iso()).as_deref(), Some("2026-03-01"));
}

#[test]
fn a_choice_that_no_list_knows_is_read_by_what_was_said() {
    let columns = r#""table": "meetings", "columns": {"on": "date", "who": "person", "was": "status"}"#;
    let body = "on,who,was\n2026-01-02,Bo,ok\n2026-01-03,Cy,held\n";
    let before = read(body, &format!("{{{columns}}}"));
    assert_eq!(before.facts.summary.left_out, [(Reason::BadChoice, 1)]);
    let said = read(body, &format!(r#"{{{columns}, "values": {{"status": {{"OK": "held"}}}}}}"#));
    assert_eq!(said.facts.summary.left_out, []);
    assert!(told(&said).contains("person=Bo, status=held"), "{}", told(&said));
}

#[rstest]
#[case("point", "1234")]
#[case("comma", "1.234")]
fn a_decimal_mark_that_is_said_is_not_looked_for(#[case] mark: &str, #[case] amount: &str) {
    let json =
        r#"{"table": "deals", "columns": {"Id": "id", "State": "status", "Worth": "amount"}, "decimals": "#;
    let mapped = read("Id;State;Worth\n1;won;1,234\n", &format!("{json}\"{mark}\"}}"));
    let (_, row) = mapped.facts.facts.rows::<DealRow>().next().unwrap();
    assert_eq!(row.amount, Amount::parse_plain(amount));
    assert!(mapped.facts.summary.notices.iter().all(|notice| notice.code != "decimal_assumed"));
}

#[test]
fn a_view_lists_few_values_and_the_other_tables_it_could_be() {
    let mut table = text("Opp;Our Owner;State;Value\nA1;Ada;won;1\nA2;Ada;lost;2\nA3;Bo;won;3\n");
    let seen = view("deals.csv", &mut table, None).unwrap();
    let state = &seen.columns[2];
    let values: Vec<_> = state.values.iter().map(|value| (value.text.as_str(), value.rows)).collect();
    assert_eq!(values, [("won", 2), ("lost", 1)]);
    assert_eq!(seen.delimiter, Some(MappingDelimiter::Semicolon));
    assert_eq!(seen.guesses[0].table, "deals");
    let words = &seen.guesses[0].words;
    assert_eq!((words["Our Owner"].as_str(), words["Value"].as_str()), ("owner", ""));
    assert!(seen.guesses.iter().any(|guess| guess.table == "leads" && !guess.columns.is_empty()));
}
