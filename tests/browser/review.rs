//! A re-export looked through before it is counted: old → new, a choice in a conflict, a row mended, undo.

use std::fs;
use std::path::Path;

use crate::harness::browse;

/// Where the files stand that a person drops, below the project's root.
const FILES: &str = "target/browser-files";

const FIRST: &str = "id,seller,company,created,closed,status,amount,currency\n\
    D-1,Ada Ek,Fern AB,2026-01-05,2026-02-20,won,1000,EUR\n\
    D-2,Ada Ek,Moss AB,2026-01-09,,open,2000,EUR\n\
    D-3,Bo Ask,Reed AB,2026-02-01,,open,300,EUR\n";

const SECOND: &str = "id,seller,company,created,closed,status,amount,currency\n\
    D-1,Ada Ek,Fern AB,2026-01-05,2026-02-20,won,1000,EUR\n\
    D-2,Ada Ek,Moss AB,2026-01-09,2026-03-02,won,2500,EUR\n\
    D-3,Bo Ask,Reed AB,2026-02-01,2026-03-04,lost,300,EUR\n\
    D-3,Bo Ask,Reed AB,2026-02-01,2026-03-03,won,300,EUR\n\
    D-4,Bo Ask,Sage AB,31 Foo 2026,2026-03-04,won,75,EUR\n";

#[test]
fn an_import_is_looked_through_mended_and_taken_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILES);
    fs::create_dir_all(&folder).expect("a folder under target/");
    fs::write(folder.join("deals-first.csv"), FIRST).expect("a file under target/");
    fs::write(folder.join("deals-second.csv"), SECOND).expect("a file under target/");
    browse(|page| async move {
        page.open("").await?;
        page.upload("[data-testid='file-input']", &[&format!("{FILES}/deals-first.csv")]).await?;
        page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
        page.click("confirm-import").await?;
        page.open("#/scorecard?period=all").await?;
        page.wait_for_text("[data-testid='value-deals_won']", "1").await?;

        page.open("#/import").await?;
        page.upload("[data-testid='file-input']", &[&format!("{FILES}/deals-second.csv")]).await?;
        // The word on the first import stands over the list for some seconds: a person closes it.
        page.evaluate::<()>("document.querySelectorAll(\"[data-testid='toast'] button:last-of-type\").forEach((close) => close.click())")
            .await?;
        page.wait_until_gone("[data-testid='toast']").await?;
        page.click("details-deals-second.csv").await?;
        page.click("rows-changed").await?;
        page.wait_for_text("[data-testid='list-changed']", "2,000.00").await?;
        page.wait_for_text("[data-testid='list-changed']", "2,500.00").await?;
        page.wait_for_text("[data-testid='list-changed']", "deals-first.csv").await?;

        page.click("rows-conflict").await?;
        page.click("word-0-0").await?;
        page.wait_for("tr.chosen [data-testid='word-0-0']").await?;

        page.click("show-left-out").await?;
        page.click("mend-6").await?;
        page.evaluate::<()>(
            "const field = document.querySelector(\"[data-testid='mend-cell-3']\");
             field.value = '2026-03-01';
             field.dispatchEvent(new Event('input', { bubbles: true }));",
        )
        .await?;
        page.click("mend-apply").await?;
        page.wait_for_text("[data-testid='corrected']", "1 row corrected by hand").await?;

        page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
        page.click("confirm-import").await?;
        page.open("#/scorecard?period=all").await?;
        // D-1, D-2 and the mended D-4; of D-3 the word that it was lost was chosen.
        page.wait_for_text("[data-testid='value-deals_won']", "3").await?;
        page.wait_for_text("[data-testid='value-deals_lost']", "1").await?;

        page.open("#/data").await?;
        page.click("undo-import-2").await?;
        page.wait_until_gone("[data-testid='undo-import-2']").await?;
        page.open("#/scorecard?period=all").await?;
        page.wait_for_text("[data-testid='value-deals_won']", "1").await?;

        page.open("#/matches").await?;
        page.click("match-suggest").await?;
        page.wait_for("[data-testid='match-suggest']:checked").await?;
        page.assert_quiet().await
    });
}
