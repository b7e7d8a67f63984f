//! A list without a header whose columns are aligned with blanks: a person says what they are, and the retention on
//! the page is that of the same files read without a browser.

use std::fs;
use std::path::Path;

use rapport::export::headless::{Document, Options};
use rapport::facts::{Bucket, Day, Zone};
use rapport::intake::Upload;
use rapport::metrics::{Context, metric};
use rapport::sources::{Mapping, ReadOptions, read};
use rapport::workspace::Workspace;

use crate::harness::browse;

/// Where the files stand that a person drops, below the project's root.
const FILES: &str = "target/browser-files";
const FILE: &str = "orders-aligned.txt";

/// Customer, sample, day, number of things and amount of forty orders by sixteen customers, from January to June.
fn orders() -> String {
    let mut text = String::new();
    for customer in 0..16_u32 {
        // Everyone buys in the first quarter but every fifth; of those three of four come back in the second.
        let mut days = Vec::new();
        if customer % 5 != 4 {
            days.push(format!("1997{:02}{:02}", 1 + customer % 3, 1 + customer));
            days.push(format!("199703{:02}", 10 + customer));
        }
        if customer % 4 != 3 {
            days.push(format!("1997{:02}{:02}", 4 + customer % 3, 2 + customer));
        }
        for (number, day) in days.iter().enumerate() {
            let amount = format!("{}.{:02}", 9 + customer * 7, customer);
            text.push_str(&format!(
                " {:05} {:04} {day} {:2} {amount:>7}\r\n",
                4 + customer * 17,
                customer + 1,
                number + 1
            ));
        }
    }
    text
}

/// The second quarter without a browser: the counted text of the page, such as `7 of 13`.
fn without_a_browser() -> String {
    let said = r#"{"file": "orders-aligned.txt", "table": "purchases", "header": false, "delimiter": "spaces",
        "columns": {"1": "customer", "3": "date", "5": "amount"}}"#;
    let said: Mapping = serde_json::from_str(said).expect("a mapping");
    let upload = Upload { name: FILE.into(), bytes: orders().into_bytes() };
    let options = ReadOptions { today: Day(0), seller: None, as_tables: Vec::new() };
    let files = read(vec![upload], &[said], &options, &mut |_| {}).into_iter().filter_map(|(_, facts)| facts);
    let mut workspace = Workspace::new("orders");
    workspace.import(files.collect(), "");
    let (facts, zone) = (workspace.facts(), Zone::utc());
    let context = Context::new(&facts, &workspace.definitions, None, &zone, None);
    let options = Options {
        from: Day::parse_iso("1997-04-01"),
        to: Day::parse_iso("1997-06-30"),
        seller: None,
        by: Bucket::Month,
    };
    let retention = metric("retention_rate").expect("a metric of the catalogue");
    let document = Document::new(&[retention], &[], &context, &options);
    let json: serde_json::Value =
        serde_json::from_str(&document.to_json().expect("a document")).expect("JSON");
    let row = &json["metrics"][0];
    format!("{} of {}", row["numerator"], row["denominator"])
}

#[test]
fn columns_aligned_with_blanks_are_mapped_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES);
    fs::create_dir_all(&folder).expect("a folder under target/");
    fs::write(folder.join(FILE), orders()).expect("a file under target/");
    let counted = without_a_browser();
    assert!(!counted.starts_with("null") && !counted.starts_with('0'), "{counted}");
    browse(|page| async move {
        page.open("").await?;
        page.upload("[data-testid='file-input']", &[&format!("{FILES}/{FILE}")]).await?;
        page.wait_for(&format!("[data-testid='columns-{FILE}']")).await?;
        let choose = |id: &str, value: &str| {
            format!(
                "const list = document.querySelector(\"[data-testid='{id}']\");
                 list.value = '{value}';
                 list.dispatchEvent(new Event('change', {{ bubbles: true }}));"
            )
        };
        // That blanks part the columns is found, and that no line names them.
        page.wait_for("[data-testid='map-field-5']").await?;
        let delimiter = "return document.querySelector(\"[data-testid='map-delimiter']\").value";
        assert_eq!(page.evaluate::<String>(delimiter).await?, "spaces");
        page.evaluate::<()>(&choose("map-table", "purchases")).await?;
        for (column, field) in [("1", "customer"), ("3", "date"), ("5", "amount")] {
            let id = format!("map-field-{column}");
            page.wait_for(&format!("[data-testid='{id}'] option[value='{field}']")).await?;
            page.evaluate::<()>(&choose(&id, field)).await?;
        }
        page.click("apply-mapping").await?;
        page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
        page.click("confirm-import").await?;
        page.wait_for("[data-testid='scorecard']").await?;
        page.open("#/metric/retention_rate?period=1997-04-01..1997-06-30").await?;
        page.wait_for_text("main", &counted).await?;
        page.assert_quiet().await
    });
}
