//! Files that cannot be read: each is refused with a plain message, the page stays usable, and the workspace is
//! as it was.

use std::fs;
use std::path::Path;

use crate::harness::{Outcome, Page, browse};

/// Where the files stand, below the project's root.
const FILES: &str = "target/browser-files";

/// Writes a file to be picked.
fn write(name: &str, bytes: &[u8]) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES);
    fs::create_dir_all(&folder).expect("a folder under target/");
    fs::write(folder.join(name), bytes).expect("a file under target/");
    format!("{FILES}/{name}")
}

/// A file and words that its message must hold.
fn bad_files() -> Vec<(String, &'static str)> {
    let archive = rapport::sample::files(rapport::facts::Day::from_ymd(2026, 11, 20).expect("a date"))
        .into_iter()
        .find(|file| file.name.ends_with(".zip"))
        .expect("the sample has an archive");
    let half = archive.bytes.get(..archive.bytes.len() / 2).expect("half of it");
    let mut unclosed = String::from("id,status,created\n1,\"won,2026-01-01\n");
    for id in 2..5_000 {
        unclosed.push_str(&format!("{id},won,2026-01-02\n"));
    }
    vec![
        (write("nothing.csv", b""), "empty"),
        (write("paper.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"), "PDF"),
        (write("cut-off.zip", half), "ends too early"),
        (write("unclosed.csv", unclosed.as_bytes()), "Line 2"),
        ("tests/samples/bad/password.xlsx".to_owned(), "password"),
        ("tests/samples/bad/corner.xlsx".to_owned(), ""),
        (write("header-only.csv", b"id,status,created,closed,amount\n"), "no row to count"),
    ]
}

async fn count_of(page: &Page, selector: &str) -> Outcome<usize> {
    page.evaluate::<usize>(&format!("return document.querySelectorAll({selector:?}).length")).await
}

#[test]
fn unreadable_files_are_refused_in_plain_words() {
    let files = bad_files();
    let good =
        write("good.csv", b"id,status,created,closed,amount,seller\n1,won,2026-01-02,2026-02-01,100,Ada\n");
    browse(|page| async move {
        for (path, words) in &files {
            page.open("#/import").await?;
            page.reload().await?;
            page.upload("[data-testid='file-input']", &[path]).await?;
            let name = path.rsplit('/').next().unwrap_or(path);
            page.wait_for("[data-testid='import-files']").await?;
            page.wait_for_text("[data-testid='import-files']", name).await?;
            if !words.is_empty() {
                page.wait_for_text("[data-testid='import-files']", words).await?;
            }
            // Nothing can be counted, so nothing changes.
            assert_eq!(
                count_of(&page, "[data-testid='confirm-import']:not([aria-disabled='true'])")
                    .await
                    .unwrap_or(9),
                0,
                "{name}"
            );
        }
        page.open("#/data").await?;
        page.wait_for("[data-testid='restore-input']").await?;
        assert_eq!(count_of(&page, "[data-testid^='undo-import-']").await?, 0);

        page.open("#/import").await?;
        page.reload().await?;
        page.upload("[data-testid='file-input']", &[&good]).await?;
        page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
        page.click("confirm-import").await?;
        page.open("#/scorecard?period=all").await?;
        page.wait_for_text("[data-testid='value-deals_won']", "1").await?;
        page.assert_quiet().await?;
        Ok(())
    });
}
