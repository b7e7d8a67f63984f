//! A million messages. Run by hand, optimised: `cargo test --profile engine --test linkedin -- --ignored`.

use std::fmt::Write;
use std::time::Instant;

use rapport::facts::TableId;
use rapport::intake::Upload;

use crate::support::{only_read, read_all};

#[test]
#[ignore = "takes long without optimisation"]
fn a_million_messages() {
    const ROWS: usize = 1_000_000;
    let mut text = String::from(
        "\"CONVERSATION ID\",\"CONVERSATION TITLE\",\"FROM\",\"SENDER PROFILE URL\",\"TO\",\"RECIPIENT PROFILE URLS\",\"DATE\",\"SUBJECT\",\"CONTENT\",\"FOLDER\",\"ATTACHMENTS\",\"IS MESSAGE DRAFT\",\"IS CONVERSATION DRAFT\"\n",
    );
    let me = ("Ada Ek", "https://www.linkedin.com/in/ada-ek");
    for row in 0..ROWS {
        let talk = row / 20;
        let (name, url) = (format!("Person {talk}"), format!("https://www.linkedin.com/in/person-{talk}"));
        let them = (name.as_str(), url.as_str());
        let (from, to) = if row % 3 == 0 { (me, them) } else { (them, me) };
        writeln!(
            text,
            "\"2-{talk:024}==\",\"\",\"{}\",\"{}\",\"{}\",\"{}\",\"2026-{:02}-{:02} {:02}:{:02}:00 UTC\",\"\",\"Hello \"\"you\"\", no {row}\",\"INBOX\",\"\",\"No\",\"No\"",
            from.0, from.1, to.0, to.1, row % 12 + 1, row % 28 + 1, row % 24, row % 60
        )
        .unwrap();
    }
    let megabytes = text.len() as f64 / 1e6;
    let upload = Upload { name: "messages.csv".into(), bytes: text.into_bytes() };
    let start = Instant::now();
    let results = read_all(vec![upload]);
    let seconds = start.elapsed().as_secs_f64();
    let (summary, facts) = only_read(&results);
    assert_eq!(summary.rows, 1_000_000);
    assert_eq!(facts.facts.table(TableId::Messages).len(), ROWS);
    println!("{megabytes:.0} MB in {seconds:.2} s: {:.0} MB/s", megabytes / seconds);
}
