//! The main way through with the keyboard alone, and every page and action by its name.

use thirtyfour::{Key, TypingData};

use crate::harness::{Outcome, Page, browse};

/// Where the focus is: the test id, or else the tag, and whether it can be seen there.
const FOCUS: &str = "const active = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    return [active.dataset.testid ?? active.getAttribute('href') ?? active.tagName, outlined];";

/// So many presses of Tab lead through any page from its head to what is looked for.
const PATIENT: usize = 120;

/// One key.
fn one(key: Key) -> TypingData {
    key + ""
}

async fn focus(page: &Page) -> Outcome<(String, bool)> {
    page.evaluate(FOCUS).await
}

/// Presses Tab until the focus is on the element of this test id or address; each stop must be seen.
async fn tab_to(page: &Page, wanted: &str) -> Outcome {
    let mut passed = Vec::new();
    for _ in 0..PATIENT {
        page.press(one(Key::Tab)).await?;
        let (now, is_seen) = focus(page).await?;
        assert!(is_seen || now == "BODY" || now == "HTML", "the focus on {now} cannot be seen");
        if now.starts_with(wanted) {
            return Ok(());
        }
        passed.push(now);
    }
    Err(format!("Tab does not lead to {wanted} but through {passed:?}").into())
}

#[test]
fn a_pasted_table_becomes_a_figure_and_a_backup_by_keys_alone() {
    browse(|page| async move {
        page.open("").await?;
        page.wait_for("[data-testid='palette-open']").await?;
        // Past the bars in one step.
        page.press(one(Key::Tab)).await?;
        assert_eq!(focus(&page).await?.0, "#main");
        page.press(one(Key::Enter)).await?;

        tab_to(&page, "paste-button").await?;
        page.press(one(Key::Enter)).await?;
        page.wait_for("[data-testid='dialog-text']:focus").await?;
        let rows = (1..=30).map(|row| {
            let status = if row % 3 == 0 { "lost" } else { "won" };
            format!("{row},Ada Ek,Firm {row},{status},2026-0{}-05,2026-0{}-20,1000", row % 6 + 1, row % 6 + 2)
        });
        let head = "id,seller,company,status,created,closed,amount".to_owned();
        let table: Vec<String> = std::iter::once(head).chain(rows).collect();
        page.press(table.join("\n")).await?;
        tab_to(&page, "dialog-submit").await?;
        page.press(one(Key::Enter)).await?;

        page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
        // A page that opens has the focus at its head.
        page.wait_for("main h1:focus").await?;
        tab_to(&page, "confirm-import").await?;
        page.press(one(Key::Enter)).await?;
        page.wait_for("[data-testid='value-win_rate']").await?;
        page.wait_for("main h1:focus").await?;

        tab_to(&page, "#/metric/win_rate").await?;
        page.press(one(Key::Enter)).await?;
        page.wait_for_text("main h1:focus", "Win rate").await?;
        page.wait_for("canvas").await?;

        // Anything else by its name.
        page.press(Key::Control + "k").await?;
        page.wait_for("[data-testid='palette-field']:focus").await?;
        page.press("backup").await?;
        page.wait_for_text("#palette-list [aria-selected='true']", "Download backup").await?;
        page.press(one(Key::Enter)).await?;
        page.downloaded_like(".rapport.txt").await?;
        page.wait_until_gone("dialog[open]").await?;
        assert_eq!(page.evaluate::<String>("return document.activeElement.tagName").await?, "H1");
        page.assert_quiet().await
    });
}

/// Calls what is found first by these letters.
async fn call(page: &Page, letters: &str, shown: &str) -> Outcome {
    page.press(Key::Control + "k").await?;
    page.wait_for("[data-testid='palette-field']:focus").await?;
    page.press(letters).await?;
    page.wait_for_text("#palette-list [aria-selected='true']", shown).await?;
    page.press(one(Key::Enter)).await
}

#[test]
fn pages_and_actions_are_found_by_a_few_letters() {
    browse(|page| async move {
        page.load_sample().await?;
        call(&page, "funl", "Funnel").await?;
        page.wait_for("main h1:focus").await?;
        assert!(page.evaluate::<String>("return location.hash").await?.starts_with("#/funnel"));
        // So is a section of the open page.
        page.settle("#/pipeline").await?;
        call(&page, "how long a deal", "How long a deal takes").await?;
        page.wait_for_text("main h2:focus", "How long a deal takes").await?;
        let top = "return document.activeElement.getBoundingClientRect().top / innerHeight";
        let top: f64 = page.evaluate(top).await?;
        assert!((0.0..0.5).contains(&top), "{top}");
        call(&page, "dark", "Dark").await?;
        page.wait_for("html[data-theme='dark']").await?;
        call(&page, "26 weeks", "26 weeks").await?;
        page.wait_for_hash("period=182").await?;
        call(&page, "mei", "Mei Quillfeather").await?;
        page.wait_for_hash("seller=Mei").await?;
        call(&page, "svenska", "Svenska").await?;
        page.wait_for("html[lang='sv']").await?;
        page.wait_for("[data-testid='language']:focus").await?;
        // What was called last stands first, in the language in force.
        page.press(Key::Control + "k").await?;
        page.wait_for_text("#palette-list li:first-child", "Svenska").await?;
        assert_eq!(page.accessibility_problems().await?, Vec::<String>::new());
        page.press(one(Key::Escape)).await?;
        page.wait_until_gone("dialog[open]").await?;

        // Keys of one letter can be turned off.
        page.evaluate::<()>("document.activeElement.blur()").await?;
        page.press("?").await?;
        page.wait_for("dialog.keys[open]").await?;
        assert_eq!(page.accessibility_problems().await?, Vec::<String>::new());
        page.click("bare-keys").await?;
        page.click("keys-close").await?;
        page.wait_until_gone("dialog[open]").await?;
        page.evaluate::<()>("document.activeElement.blur()").await?;
        page.press("?").await?;
        page.press(Key::Control + "k").await?;
        page.wait_for("dialog.palette[open]").await?;
        assert_eq!(page.evaluate::<u32>("return document.querySelectorAll('dialog[open]').length").await?, 1);
        page.assert_quiet().await
    });
}

#[test]
fn a_change_is_taken_back_from_any_page() {
    browse(|page| async move {
        page.open("#/log").await?;
        page.type_into("[data-testid='grid-seller']", "Ada Ek\n").await?;
        page.type_into("[data-testid='ssi-0-7']", "61\n").await?;
        page.wait_for("[data-testid='entry-1']").await?;
        page.open("#/data").await?;
        page.wait_for("[data-testid='typed-count']").await?;
        page.wait_for("main h1:focus").await?;
        page.press(Key::Control + "z").await?;
        page.wait_until_gone("[data-testid='typed-count']").await?;
        page.press(Key::Control + (Key::Shift + "z")).await?;
        page.wait_for("[data-testid='typed-count']").await?;
        page.assert_quiet().await
    });
}
