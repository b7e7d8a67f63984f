//! Storage that is blocked, full, newer, damaged or changed by another tab: the page works on, says so and loses
//! nothing.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use rapport::store::checksum::crc32;

use crate::harness::{Outcome, Page, browse};

/// Takes a browser's locks away, as an old one has none: then a tab can only notice what another one saved.
const NO_LOCKS: &str = "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined })";

/// A file of few rows.
const FEW: &str = "tests/samples/exports/pipedrive.deals/deals-4711-1.csv";

/// The texts of workspaces that are stored, by key.
async fn works(page: &Page) -> Outcome<BTreeMap<String, String>> {
    page.evaluate(
        "return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('rapport/work/')))",
    )
    .await
}

/// Waits until a save changed what is stored, and returns it.
async fn saved(page: &Page, before: &BTreeMap<String, String>) -> Outcome<BTreeMap<String, String>> {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        let now = works(page).await?;
        if &now != before {
            return Ok(now);
        }
        if Instant::now() > deadline {
            return Err("nothing was saved".into());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Puts a text into the storage.
async fn put(page: &Page, key: &str, text: &str) -> Outcome {
    let (key, text) = (serde_json::to_string(key)?, serde_json::to_string(text)?);
    page.evaluate(&format!("localStorage.setItem({key}, {text})")).await
}

/// The newest of the stored texts: generations are counted up.
fn newest(works: &BTreeMap<String, String>) -> (&String, &String) {
    let generation = |text: &str| -> u64 {
        let after = text.split("\"generation\":").nth(1).unwrap_or_default();
        after.split(',').next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
    };
    works.iter().max_by_key(|(_, text)| generation(text)).expect("a stored workspace")
}

/// A text with one letter of its body changed.
fn damaged(text: &str) -> String {
    let (head, last) = text.split_at(text.len() - 1);
    format!("{head}{}", if last == "A" { "B" } else { "A" })
}

/// Counts a file of few rows.
async fn count_few(page: &Page) -> Outcome {
    page.open("#/import").await?;
    page.upload("[data-testid='file-input']", &[FEW]).await?;
    page.wait_for("[data-testid='confirm-import']:not([aria-disabled='true'])").await?;
    page.click("confirm-import").await?;
    page.wait_for("[data-testid='scorecard']").await?;
    Ok(())
}

/// The page with a few rows, once they are stored.
async fn open_few(page: &Page) -> Outcome<BTreeMap<String, String>> {
    count_few(page).await?;
    saved(page, &BTreeMap::new()).await
}

/// Makes a team: a change that wants to be stored.
async fn make_team(page: &Page, name: &str) -> Outcome {
    page.open("#/team").await?;
    page.type_into("[data-testid='team-name']", name).await?;
    page.click("team-make").await?;
    page.wait_for_text("[data-testid='teams']", name).await
}

#[test]
fn without_storage_the_page_works_and_says_that_nothing_is_kept() {
    browse(|page| async move {
        page.before_scripts(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
        )
        .await?;
        page.open("").await?;
        page.wait_for("[data-testid='notice-blocked']").await?;
        count_few(&page).await?;
        page.wait_for("[data-testid='notice-blocked']").await?;
        page.click_named("button", "Download backup").await?;
        let backup = page.downloaded_like(".rapport.txt").await?;
        assert!(backup.starts_with(b"{\"rapport\":"), "{} bytes", backup.len());
        Ok(())
    });
}

#[test]
fn a_full_storage_keeps_what_was_saved_and_offers_a_file() {
    browse(|page| async move {
        let before = open_few(&page).await?;
        // Another page of the same address takes all that is free.
        page.evaluate::<()>(
            "for (let size = 1 << 22, at = 0; size >= 1; ) {
                try { localStorage.setItem(`other/${at++}`, 'x'.repeat(size)) } catch { size >>= 1 }
            }",
        )
        .await?;
        make_team(&page, "North").await?;
        page.wait_for("[data-testid='notice-full']").await?;
        assert!(works(&page).await? == before, "what was saved has changed");
        page.click_named("button", "Download backup").await?;
        assert!(!page.downloaded_like(".rapport.txt").await?.is_empty());

        // With room again the next change is saved, and the message goes.
        page.evaluate::<()>(
            "Object.keys(localStorage).filter(key => key.startsWith('other/')).forEach(key => localStorage.removeItem(key))",
        )
        .await?;
        make_team(&page, "South").await?;
        saved(&page, &before).await?;
        page.wait_until_gone("[data-testid='notice-full']").await?;
        page.reload().await?;
        page.wait_for_text("[data-testid='teams']", "North").await?;
        Ok(())
    });
}

#[test]
fn what_a_newer_version_saved_is_shown_and_not_written() {
    browse(|page| async move {
        let works_before = open_few(&page).await?;
        let (key, text) = newest(&works_before);
        let bare: String = text.replacen("{\"rapport\":1,", "{\"rapport\":2,", 1);
        let digits = text.split("\"crc32\":\"").nth(1).and_then(|rest| rest.get(..8)).expect("a checksum");
        let bare = bare.replacen(digits, "", 1);
        let own = format!("{:08x}", crc32(&[&bare]));
        let newer = bare.replacen("\"crc32\":\"\"", &format!("\"crc32\":\"{own}\""), 1);
        put(&page, key, &newer).await?;
        page.open("#/scorecard").await?;
        page.reload().await?;
        page.wait_for("[data-testid='notice-read_only']").await?;
        page.wait_for("[data-testid='scorecard']").await?;

        make_team(&page, "North").await?;
        page.wait_for("[data-testid='notice-read_only']").await?;
        assert!(works(&page).await?.get(key) == Some(&newer), "it was written over");
        // The way out: what is seen as a workspace of its own.
        page.click_named("button", "Save as a new workspace").await?;
        page.wait_until_gone("[data-testid='notice-read_only']").await?;
        let after = works(&page).await?;
        assert!(after.get(key) == Some(&newer) && after.len() > works_before.len(), "{:?}", after.keys());
        Ok(())
    });
}

#[test]
fn a_damaged_copy_gives_way_to_the_one_before() {
    browse(|page| async move {
        let first = open_few(&page).await?;
        make_team(&page, "North").await?;
        let both = saved(&page, &first).await?;
        let (key, text) = newest(&both);
        put(&page, key, &damaged(text)).await?;
        page.reload().await?;
        page.wait_for_text("[data-testid='notice-damage']", "last state that is whole").await?;
        page.open("#/scorecard?period=all").await?;
        page.wait_for("[data-testid='scorecard']").await?;
        page.click_named("button", "Download unreadable text").await?;
        assert_eq!(page.downloaded("rapport-unreadable.txt").await?, damaged(text).into_bytes());
        Ok(())
    });
}

#[test]
fn two_damaged_copies_are_offered_as_they_are_and_never_deleted() {
    browse(|page| async move {
        let first = open_few(&page).await?;
        make_team(&page, "North").await?;
        let both = saved(&page, &first).await?;
        for (key, text) in &both {
            put(&page, key, &damaged(text)).await?;
        }
        page.reload().await?;
        page.wait_for_text("[data-testid='notice-damage']", "Nothing of this workspace could be read")
            .await?;
        page.click_named("button", "Download unreadable text").await?;
        let file = page.downloaded("rapport-unreadable.txt").await?;
        assert!(both.values().any(|text| damaged(text).into_bytes() == file), "{} bytes", file.len());

        // What is done next is saved, and both texts are still somewhere.
        count_few(&page).await?;
        page.wait_for("[data-testid='toast']").await?;
        page.settle("#/data").await?;
        page.reload().await?;
        page.wait_for("[data-testid='import']").await?;
        let all: Vec<String> = page.evaluate("return Object.values(localStorage)").await?;
        for text in both.values() {
            assert!(all.contains(&damaged(text)), "an unreadable text is gone");
        }
        Ok(())
    });
}

#[test]
fn what_another_tab_saved_is_noticed_and_not_written_over() {
    browse(|page| async move {
        page.before_scripts(NO_LOCKS).await?;
        let first = open_few(&page).await?;
        page.new_tab().await?;
        page.before_scripts(NO_LOCKS).await?;
        make_team(&page, "South").await?;
        let theirs = saved(&page, &first).await?;

        page.to_tab(0).await?;
        page.wait_for("[data-testid='notice-stale']").await?;
        make_team(&page, "North").await?;
        page.wait_for("[data-testid='notice-stale']").await?;
        assert!(works(&page).await? == theirs, "what the other tab saved has changed");
        page.click_named("button", "Take the newer one").await?;
        page.wait_for_text("[data-testid='teams']", "South").await?;
        page.wait_until_gone("[data-testid='notice-stale']").await?;

        // And the other way round: mine over theirs, when a person says so.
        page.to_tab(1).await?;
        make_team(&page, "East").await?;
        saved(&page, &theirs).await?;
        page.to_tab(0).await?;
        page.wait_for("[data-testid='notice-stale']").await?;
        make_team(&page, "West").await?;
        page.click_named("button", "Keep mine").await?;
        page.wait_until_gone("[data-testid='notice-stale']").await?;
        page.reload().await?;
        page.wait_for_text("[data-testid='teams']", "West").await?;
        assert!(!page.text("[data-testid='teams']").await?.contains("East"));
        Ok(())
    });
}

#[test]
fn one_tab_writes_and_another_goes_on_when_a_person_says_so() {
    browse(|page| async move {
        let first = open_few(&page).await?;
        page.new_tab().await?;
        page.open("#/team").await?;
        page.wait_for("[data-testid='notice-elsewhere']").await?;
        assert_eq!(page.accessibility_problems().await?, Vec::<String>::new());

        // Nothing is changed here, and it is said why.
        page.type_into("[data-testid='team-name']", "South").await?;
        page.click("team-make").await?;
        page.wait_for_text("[data-testid='toast']", "open in another tab").await?;
        assert!(works(&page).await? == first, "a tab that only shows has stored something");

        // What the other tab stores is shown here.
        page.to_tab(0).await?;
        assert!(page.policy_violations().await?.is_empty());
        make_team(&page, "North").await?;
        let second = saved(&page, &first).await?;
        page.to_tab(1).await?;
        page.wait_for_text("[data-testid='teams']", "North").await?;

        // The turn changes hands, and comes back.
        let began = Instant::now();
        page.click_named("button", "Go on here").await?;
        page.wait_until_gone("[data-testid='notice-elsewhere']").await?;
        println!("took over in {} ms", began.elapsed().as_millis());
        make_team(&page, "South").await?;
        saved(&page, &second).await?;
        page.to_tab(0).await?;
        page.wait_for("[data-testid='notice-elsewhere']").await?;
        page.wait_for_text("[data-testid='teams']", "South").await?;
        page.click_named("button", "Go on here").await?;
        page.wait_until_gone("[data-testid='notice-elsewhere']").await?;
        make_team(&page, "East").await?;
        page.to_tab(1).await?;
        page.wait_for_text("[data-testid='teams']", "East").await?;
        page.wait_for("[data-testid='notice-elsewhere']").await?;

        // The tab that writes is closed: this one may write at once.
        page.to_tab(0).await?;
        page.close_tab().await?;
        page.to_tab(0).await?;
        page.wait_until_gone("[data-testid='notice-elsewhere']").await?;
        make_team(&page, "West").await?;
        page.reload().await?;
        for team in ["North", "South", "East", "West"] {
            page.wait_for_text("[data-testid='teams']", team).await?;
        }
        page.assert_quiet().await
    });
}

/// A tab that does not answer is not waited for.
#[test]
fn a_tab_that_does_not_answer_gives_way_too() {
    browse(|page| async move {
        let first = open_few(&page).await?;
        // The first tab never says that it gives way.
        page.evaluate::<()>("BroadcastChannel.prototype.postMessage = () => {}").await?;
        page.new_tab().await?;
        page.open("#/team").await?;
        page.wait_for("[data-testid='notice-elsewhere']").await?;
        page.click_named("button", "Go on here").await?;
        page.wait_until_gone("[data-testid='notice-elsewhere']").await?;
        make_team(&page, "South").await?;
        saved(&page, &first).await?;
        page.to_tab(0).await?;
        page.wait_for("[data-testid='notice-elsewhere']").await?;
        page.open("#/team").await?;
        page.wait_for_text("[data-testid='teams']", "South").await
    });
}

/// A change is kept from the moment in which it is made, however soon the page is closed after it.
#[test]
fn a_change_just_before_the_page_is_closed_is_there_again() {
    browse(|page| async move {
        open_few(&page).await?;
        page.open("#/team").await?;
        for (round, wait) in [0, 50, 300, 0, 10, 50, 0, 300, 0, 20].into_iter().enumerate() {
            let team = format!("Team {round}");
            page.type_into("[data-testid='team-name']", &team).await?;
            let leave = format!(
                "document.querySelector(\"[data-testid='team-make']\").click();
                 window.isOld = true;
                 setTimeout(() => location.reload(), {wait});"
            );
            page.evaluate::<()>(&leave).await?;
            while page.evaluate::<bool>("return window.isOld === true").await.unwrap_or(true) {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            page.wait_for_text("[data-testid='teams']", &team).await?;
        }
        let teams = page.text("[data-testid='teams']").await?;
        for round in 0..10 {
            assert_eq!(teams.matches(&format!("Team {round}")).count(), 1, "{teams}");
        }
        page.assert_quiet().await
    });
}
