//! The harness itself: a check that could not fail would prove nothing about the page.

use crate::harness::{Outcome, Page, Viewport, browse_at};

/// The page with one of every fault.
const PROBE: &str = "/probe/";

#[test]
fn the_harness_operates_a_page() {
    browse_at(PROBE, |page| async move {
        page.open("").await?;
        page.click("greet").await?;
        page.wait_for_text("#shown", "Hello").await?;
        page.type_into("#name", "Ada").await?;
        page.click_named("button", "Greet by name").await?;
        assert_eq!(page.text("#shown").await?, "Hello Ada");
        page.click_named("button", "Close").await?;
        page.wait_until_gone(".temporary").await?;
        page.upload("#files", &["LICENSE-MIT", "rustfmt.toml"]).await?;
        page.wait_for_text("#shown", "LICENSE-MIT 1").await?;
        page.click_named("link", "Save").await?;
        assert_eq!(page.downloaded("saved.txt").await?, b"whole");
        page.open("#/there").await?;
        page.wait_for_text("#shown", "#/there").await?;
        page.reload().await?;
        page.wait_for(".temporary").await?;
        page.assert_quiet().await
    });
}

#[test]
fn the_harness_sees_every_fault() {
    browse_at(PROBE, |page| async move {
        page.open("").await?;
        page.assert_quiet().await?;
        page.click_named("button", "Fail").await?;
        let problems = page.console_problems().await?;
        assert!(problems.iter().any(|problem| problem.contains("failed on purpose")), "{problems:?}");
        assert_eq!(page.policy_violations().await?, ["style-src-attr forbids inline"]);
        assert!(page.assert_quiet().await.is_err());

        page.click_named("button", "Dawdle").await?;
        page.wait_for_text("#shown", "Done").await?;
        assert!(page.long_tasks().await?.iter().any(|duration| *duration >= 120.0));

        assert!(page.foreign_requests().await?.is_empty());
        page.click_named("button", "Call out").await?;
        page.wait_for_text("#shown", "no answer").await?;
        assert_eq!(page.foreign_requests().await?, ["http://elsewhere.test/"]);

        let problems = page.accessibility_problems().await?;
        assert!(problems.iter().any(|problem| problem.contains("nameless")), "{problems:?}");
        Ok(())
    });
}

#[test]
fn the_harness_changes_the_surroundings() {
    browse_at(PROBE, |page| async move {
        page.set_viewport(Viewport::PHONE).await?;
        page.open("").await?;
        assert_eq!(surroundings(&page).await?, (390, 3.0, false));
        page.set_viewport(Viewport::DESKTOP).await?;
        page.prefer_dark(true).await?;
        assert_eq!(surroundings(&page).await?, (1280, 1.0, true));
        assert_eq!(
            page.evaluate::<String>("return Intl.DateTimeFormat().resolvedOptions().timeZone").await?,
            "UTC"
        );
        page.set_offline(true).await?;
        assert!(!page.evaluate::<bool>("return navigator.onLine").await?);
        page.set_offline(false).await?;
        assert!(page.evaluate::<bool>("return navigator.onLine").await?);
        Ok(())
    });
}

/// Width in CSS pixels, device pixels in one, dark preferred.
async fn surroundings(page: &Page) -> Outcome<(u32, f64, bool)> {
    page.evaluate("return [innerWidth, devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches]")
        .await
}
