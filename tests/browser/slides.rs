//! The report and the slides: one page on paper, and no real name in a room full of people.

use crate::harness::{Outcome, Page, browse};

/// Sellers of the sample data.
const SELLERS: [&str; 3] = ["Ines Larkspur", "Viktor Papermoon", "Larkspur"];

async fn assert_nameless(page: &Page) -> Outcome {
    let dom = page.evaluate::<String>("return document.documentElement.outerHTML").await?;
    for seller in SELLERS {
        assert!(!dom.contains(seller), "{seller} stands in the page");
    }
    Ok(())
}

async fn press(page: &Page, key: &str) -> Outcome {
    page.evaluate::<()>(&format!(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: {key:?}, bubbles: true }}));"
    ))
    .await
}

#[test]
fn slides_go_on_and_back_and_hold_no_name() {
    browse(|page| async move {
        page.open("").await?;
        page.click_named("button", "Try with sample data").await?;
        page.wait_for("[data-testid='scorecard']").await?;
        page.open("#/scorecard?seller=Ines%20Larkspur").await?;
        page.wait_for("[data-testid='scorecard']").await?;
        press(&page, "p").await?;
        page.wait_for_text("[data-testid='slides-place']", "1 /").await?;
        page.wait_until_gone("a[href*='Larkspur']").await?;
        assert_nameless(&page).await?;
        let place = page.text("[data-testid='slides-place']").await?;
        let count: u32 = place.rsplit('/').next().and_then(|of| of.trim().parse().ok()).unwrap_or(0);
        assert!(count >= 6, "{place}");
        for at in 2..=count {
            press(&page, "PageDown").await?;
            page.wait_for_text("[data-testid='slides-place']", &format!("{at} /")).await?;
            assert_nameless(&page).await?;
        }
        press(&page, "ArrowLeft").await?;
        page.wait_for_text("[data-testid='slides-place']", &format!("{} /", count - 1)).await?;
        press(&page, "Escape").await?;
        page.wait_for("[data-testid='scorecard']").await?;
        page.assert_quiet().await
    });
}
