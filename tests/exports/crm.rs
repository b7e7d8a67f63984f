//! Exports of CRM systems and of the web as people really have them: twice, in parts, overlapping, saved
//! again by a spreadsheet, in any encoding.

use rapport::facts::{DealRow, FileFacts, LeadRow, Moment, TableId};
use rapport::intake::Upload;
use rapport::sources::{DateOrder, Mapping, Outcome, Question, Results, read};
use rapport::workspace::Workspace;
use rstest::rstest;

use super::support::{options, print_results, read_all, zip_files};
use super::{assert_accounted, folder, samples, told, upload};

/// A sample of a source.
fn sample(source: &str, file: &str) -> Upload {
    upload(&folder().join(source).join(file))
}

fn named(name: &str, bytes: impl Into<Vec<u8>>) -> Upload {
    Upload { name: name.to_owned(), bytes: bytes.into() }
}

fn facts(results: Results) -> Vec<FileFacts> {
    results.into_iter().filter_map(|(_, facts)| facts).collect()
}

fn workspace(imports: Vec<Vec<FileFacts>>) -> Workspace {
    let mut workspace = Workspace::new("w");
    for facts in imports {
        workspace.import(facts, "t");
    }
    workspace
}

fn source_of(outcome: &Outcome) -> (&str, &str) {
    match outcome {
        Outcome::Read { summary, .. } => (summary.file.as_str(), summary.source.as_str()),
        other => panic!("{other:?}"),
    }
}

/// Deals as `id status closing day amount`.
fn deals(facts: &FileFacts) -> Vec<String> {
    let rows = facts.facts.rows::<DealRow>();
    rows.map(|(_, row)| {
        let names = &facts.facts.names;
        let closed = row.closed.map(Moment::iso).unwrap_or_default();
        let amount = row.amount.map(|amount| amount.print(2)).unwrap_or_default();
        format!("{} {} {closed} {amount}", names.text(row.id), names.text(row.status))
    })
    .collect()
}

#[test]
fn every_sample_twice_changes_nothing() {
    for (id, path) in samples() {
        let once = workspace(vec![facts(read_all(vec![upload(&path)]))]);
        // As a browser names what is downloaded a second time.
        let name = upload(&path).name;
        let (stem, extension) = name.rsplit_once('.').unwrap();
        let again = Upload { name: format!("{stem} (1).{extension}"), ..upload(&path) };
        let twice = workspace(vec![
            facts(read_all(vec![upload(&path)])),
            facts(read_all(vec![upload(&path), again])),
        ]);
        assert_eq!(told(&once), told(&twice), "{id}: {}", path.display());
    }
}

#[test]
fn the_parts_of_a_large_export_are_one_list() {
    let results = read_all(vec![sample("hubspot.deals", "hubspot-crm-exports-all-deals-2026-03-05.zip")]);
    assert_eq!(results.len(), 2);
    let one = workspace(vec![facts(results)]);
    // The second deal stands in both parts.
    assert_eq!(one.facts().table(TableId::Deals).len(), 3);
    assert_eq!(one.facts().table(TableId::StageChanges).len(), 6);
}

#[test]
fn of_overlapping_exports_the_later_one_counts() {
    let [early, late] = ["Deals_2026_02_20.csv", "Deals_2026_03_05.csv"].map(|file| {
        let mut read = facts(read_all(vec![sample("zoho.deals", file)]));
        read.pop().unwrap()
    });
    for order in [vec![vec![early.clone()], vec![late.clone()]], vec![vec![late], vec![early]]] {
        let both = workspace(order);
        let facts = both.facts();
        let stages: Vec<&str> =
            facts.rows::<DealRow>().map(|(_, row)| facts.names.text(row.status)).collect();
        assert_eq!(stages.len(), 3);
        assert!(stages.contains(&"Negotiation/Review") && !stages.contains(&"Proposal"), "{stages:?}");
    }
}

#[test]
fn several_reports_in_one_file_are_read_each_as_what_it_is() {
    let pages = String::from_utf8(sample("ga4.pages", "download.csv").bytes).unwrap();
    let channels = String::from_utf8(sample("ga4.channels", "download.csv").bytes).unwrap();
    let results = read_all(vec![named("download.csv", format!("{pages}\n{channels}"))]);
    let read: Vec<(&str, &str)> = results.iter().map(|(outcome, _)| source_of(outcome)).collect();
    assert_eq!(
        read,
        [("download.csv", "ga4.pages"), ("download.csv#2", "ga4.pages"), ("download.csv#3", "ga4.channels")]
    );
    assert_accounted(&results);
}

#[test]
fn parts_of_pages_by_another_dimension_are_left_out() {
    let report = "Landing page,Device category,Sessions,Bounce rate\n/a,desktop,40,0.5\n/a,mobile,60,0.25\n";
    let results = read_all(vec![named("download.csv", report)]);
    assert_accounted(&results);
    assert!(facts(results).iter().all(|facts| facts.facts.table(TableId::Pages).is_empty()));
}

#[test]
fn what_people_answered_or_noted_is_never_kept() {
    let mut body = String::from_utf8(sample("calendly.events", "events-export.csv").bytes).unwrap();
    // A row without a date is left out with its cells.
    body = body.replace("2026-02-10 09:00 AM,2026", ",2026");
    let results = read_all(vec![named("events-export.csv", body)]);
    assert_accounted(&results);
    let printed = print_results(&results);
    assert!(printed.contains("needed_blank"));
    assert!(
        !printed.contains("Rye") && !printed.contains("What do you bake") && !printed.contains("\"Ill\"")
    );
    let notes = print_results(&read_all(vec![sample(
        "hubspot.deals",
        "hubspot-crm-exports-all-deals-2026-03-05.csv",
    )]));
    assert!(!notes.contains("long talk"));
}

#[test]
fn a_hidden_sheet_is_no_table() {
    let results =
        read_all(vec![sample("dynamics.opportunities", "All Opportunities 3-5-2026 10-11-12 AM.xlsx")]);
    assert_eq!(results.len(), 1);
}

#[test]
fn a_field_history_finds_its_deals_without_an_id() {
    let deals = facts(read_all(vec![sample("salesforce.opportunities", "report1772700000002.csv")]));
    let history = facts(read_all(vec![sample("salesforce.opportunity_history", "report1772700000004.csv")]));
    let (deals, history) = (&deals[0].facts, &history[0].facts);
    let known: Vec<&str> = deals.rows::<DealRow>().map(|(_, row)| deals.names.text(row.id)).collect();
    for (_, change) in history.rows::<rapport::facts::StageChangeRow>() {
        assert!(known.contains(&history.names.text(change.deal_id)));
    }
}

#[test]
fn a_contact_of_a_deal_is_its_lead() {
    let deals =
        facts(read_all(vec![sample("hubspot.deals", "hubspot-crm-exports-all-deals-2026-03-05.csv")]));
    let leads =
        facts(read_all(vec![sample("hubspot.contacts", "hubspot-crm-exports-all-contacts-2026-03-05.csv")]));
    let (deals, leads) = (&deals[0].facts, &leads[0].facts);
    let ids: Vec<&str> = leads.rows::<LeadRow>().map(|(_, row)| leads.names.text(row.id)).collect();
    let named: Vec<&str> = deals
        .rows::<DealRow>()
        .map(|(_, row)| deals.names.text(row.lead_id))
        .filter(|id| !id.is_empty())
        .collect();
    assert_eq!(named, ["8001", "8003"]);
    assert!(named.iter().all(|id| ids.contains(id)));
}

/// A plain report of deals, with days that are days in one order only.
const REPORT: &str = "\"Opportunity Name\",\"Account Name\",\"Stage\",\"Amount\",\"Close Date\",\"Created Date\",\"Opportunity ID\"\n\
    \"Café 1\",\"Müller & Co\",\"Closed Won\",\"1250.50\",\"17/02/2026\",\"07/01/2026\",\"A1\"\n\
    \"Café 2\",\"Kvist, AS\",\"Prospecting\",\"\",\"30/04/2026\",\"20/02/2026\",\"A2\"\n";

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let text = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
    text.encode_utf16()
        .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
        .collect()
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// The same with other cells between other marks.
fn resaved(delimiter: &str) -> String {
    let amount = if delimiter == ";" { "1.250,50" } else { "1250.50" };
    REPORT.replace("\"1250.50\"", &format!("\"{amount}\"")).replace("\",\"", &format!("\"{delimiter}\""))
}

#[rstest]
#[case::as_exported(REPORT.into())]
#[case::utf8_mark(format!("\u{feff}{REPORT}").into_bytes())]
#[case::utf16le(utf16(REPORT, true, true))]
#[case::utf16be(utf16(REPORT, false, true))]
#[case::utf16le_bare(utf16(REPORT, true, false))]
#[case::windows_1252(latin(REPORT))]
#[case::carriage_returns(REPORT.replace('\n', "\r").into_bytes())]
#[case::mixed_line_ends(REPORT.replacen('\n', "\r\n", 1).into_bytes())]
#[case::no_last_line_end(REPORT.trim_end().as_bytes().to_vec())]
#[case::semicolons(resaved(";").into_bytes())]
#[case::separator_line(format!("sep=;\n{}", resaved(";")).into_bytes())]
#[case::tabs(resaved("\t").into_bytes())]
#[case::utf16_tabs(utf16(&resaved("\t"), true, true))]
#[case::pipes(resaved("|").into_bytes())]
#[case::nul_padding([REPORT.as_bytes(), &[0; 64]].concat())]
#[case::control_z([REPORT.as_bytes(), &[0x1a]].concat())]
#[case::trailing_empty_column(REPORT.replace('\n', ",\n").into_bytes())]
#[case::column_twice(REPORT.replace("\"Amount\"", "\"Amount\",\"Stage\"").replace("\"1250.50\"", "\"1250.50\",\"x\"").replace(",\"\",", ",\"\",\"x\",").into_bytes())]
#[case::blank_lines(REPORT.replace('\n', "\n\n").into_bytes())]
#[case::title_above(format!("Deals of May\nFiltered by: all\n\n{REPORT}").into_bytes())]
#[case::footer_below(format!("{REPORT}\n\n\"Deals of May\"\n\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n\"Grand Totals (2 records)\"\n").into_bytes())]
fn one_report_in_every_form(#[case] bytes: Vec<u8>) {
    for name in ["report1772700000000.csv", "deals.txt", "mine.xlsx"] {
        let results = read_all(vec![named(name, bytes.clone())]);
        assert_accounted(&results);
        let [(Outcome::Read { summary, .. }, Some(read))] = results.as_slice() else { panic!("{results:?}") };
        assert_eq!(summary.source, "salesforce.opportunities");
        assert_eq!(deals(read), ["A1 Closed Won 2026-02-17 1250.50", "A2 Prospecting 2026-04-30 "], "{name}");
        let company = read.facts.rows::<DealRow>().next().unwrap().1.company;
        assert_eq!(read.facts.names.text(company), "Müller & Co");
    }
}

#[test]
fn a_workbook_named_as_text_is_a_workbook() {
    let file = "Deals by owner-2026-03-05-10-11-12.xlsx";
    let book = sample("salesforce.opportunities", file);
    let renamed = named("deals.csv", book.bytes.clone());
    let [first, second] = [book, renamed].map(|upload| deals(&facts(read_all(vec![upload]))[0]));
    assert_eq!(first, second);
    assert_eq!(first.len(), 4);
}

#[test]
fn a_header_alone_is_an_account_of_no_rows() {
    let header = REPORT.lines().next().unwrap();
    let results = read_all(vec![named("report.csv", format!("{header}\n"))]);
    let (Outcome::Read { summary, questions, .. }, _) = &results[0] else { panic!("{results:?}") };
    assert_eq!((summary.rows, summary.facts.len(), questions.len()), (0, 0, 0));
}

#[test]
fn a_quote_left_open_is_refused_with_its_line() {
    let rows: String = (0..5_000).map(|row| format!("\"Deal {row}\",\"Won\",\"01/02/2026\"\n")).collect();
    let body = format!("\"Opportunity Name\",\"Stage\",\"Close Date\"\n\"Open,\"Won\"\n{rows}\"last");
    let results = read_all(vec![named("report.csv", body)]);
    let (Outcome::Refused { refusal, .. }, None) = &results[0] else { panic!("{results:?}") };
    assert_eq!(refusal.code, "intake.unclosed_quote");
    assert!(refusal.args.iter().any(|(name, _)| name == "line"));
}

#[rstest]
#[case::short_rows("\"Café 3\",\"Kvist AS\"\n", 1)]
#[case::bad_date("\"Café 3\",\"Kvist AS\",\"Won\",\"5\",\"99/99/2026\",\"01/02/2026\",\"A3\"\n", 1)]
#[case::bad_amount("\"Café 3\",\"Kvist AS\",\"Won\",\"lots\",\"28/02/2026\",\"01/02/2026\",\"A3\"\n", 1)]
#[case::formula("\"=cmd|'/c calc'!A1\",\"@SUM\",\"Won\",\"5\",\"28/02/2026\",\"01/02/2026\",\"A3\"\n", 0)]
#[case::overlong_row(
    "\"Café 3\",\"Kvist AS\",\"Won\",\"5\",\"28/02/2026\",\"01/02/2026\",\"A3\",\"x\",\"y\"\n",
    0
)]
fn a_bad_row_is_accounted_for_and_the_others_are_read(#[case] row: &str, #[case] left_out: u32) {
    let results = read_all(vec![named("report.csv", format!("{REPORT}{row}"))]);
    assert_accounted(&results);
    let (Outcome::Read { summary, .. }, Some(read)) = &results[0] else { panic!("{results:?}") };
    assert_eq!(summary.left_out_count(), left_out);
    assert_eq!(deals(read).len(), 3 - usize::try_from(left_out).unwrap());
}

#[rstest]
#[case::spreadsheet_xml(
    "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"></Workbook>"
)]
#[case::a_login_page(
    "<!DOCTYPE html><html><head><script>x()</script></head><body><table><tr><td>User</td><td>Password</td></tr><tr><td>a</td><td>b</td></tr></table></body></html>"
)]
fn what_is_no_report_is_refused(#[case] body: &str) {
    let results = read_all(vec![named("report1772700000000.xls", body)]);
    assert!(
        matches!(&results[0], (Outcome::Refused { refusal, .. }, None) if refusal.code == "intake.not_a_table")
    );
}

#[test]
fn archives_with_clutter_give_their_lists() {
    let files = vec![
        ("__MACOSX/._report1772700000000.csv".to_owned(), b"\x00\x05\x16\x07".to_vec()),
        ("CRM/report1772700000000.csv".to_owned(), REPORT.as_bytes().to_vec()),
        ("CRM/read me.pdf".to_owned(), b"%PDF-1.7".to_vec()),
    ];
    let results = read_all(vec![named("crm.zip", zip_files(&files))]);
    let read = results.iter().filter(|(outcome, _)| matches!(outcome, Outcome::Read { .. })).count();
    assert_eq!((read, facts(results)[0].summary.file.as_str()), (1, "crm.zip/report1772700000000.csv"));
}

#[test]
fn an_open_order_of_dates_is_asked_and_the_answer_followed() {
    let body = "Opportunity Name,Stage,Close Date,Opportunity ID\nOven,Closed Won,03/04/2026,A1\n";
    let results = read_all(vec![named("report.csv", body)]);
    let (Outcome::Read { questions, .. }, _) = &results[0] else { panic!("{results:?}") };
    assert!(questions.iter().any(|question| matches!(question, Question::DateOrder { .. })));
    for (order, day) in [(DateOrder::Mdy, "2026-03-04"), (DateOrder::Dmy, "2026-04-03")] {
        let said = Mapping { file: "report.csv".into(), dates: Some(order), ..Mapping::default() };
        let results = read(vec![named("report.csv", body)], &[said], &options(), &mut |_| {});
        assert_eq!(deals(&facts(results)[0]), [format!("A1 Closed Won {day} ")]);
    }
}
