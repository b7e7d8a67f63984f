//! Which rows of the scorecard stand on the page, and where the reader stands while they change.

use crate::harness::{Outcome, Page, browse};

async fn rows(page: &Page) -> Outcome<usize> {
    page.evaluate("return document.querySelectorAll('[data-testid=scorecard] tr.row').length").await
}

/// The number that a button names at its end.
async fn promised(page: &Page, choice: &str) -> Outcome<usize> {
    let text = page.text(&format!("[data-testid='show-{choice}']")).await?;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    Ok(digits.parse().unwrap_or_else(|_| panic!("no number in {text}")))
}

#[test]
fn the_scorecard_shows_the_rows_that_are_chosen_and_remembers_which() {
    browse(|page| async move {
        page.load_sample().await?;
        let whole = "[data-testid='scorecard']:not([aria-busy])";
        page.wait_for(whole).await?;
        let (all, key) = (promised(&page, "all").await?, promised(&page, "key").await?);
        assert!(key >= 10 && all > 4 * key, "{key} of {all}");

        page.click("show-key").await?;
        page.wait_for_text(".score-show", "rows of the report").await?;
        page.wait_for(whole).await?;
        assert_eq!(rows(&page).await?, key);
        let pressed = "return document.activeElement.dataset.testid";
        assert_eq!(page.evaluate::<String>(pressed).await?, "show-key", "the button keeps the focus");

        page.reload().await?;
        page.wait_for(whole).await?;
        assert_eq!(rows(&page).await?, key);

        page.click("show-all").await?;
        page.wait_for("[data-testid='score-row-connections']").await?;
        page.wait_for(whole).await?;
        assert!(rows(&page).await? > key);
        Ok(())
    });
}

/// Rows are drawn a few at a time; the page is not shorter meanwhile, or the browser would scroll up.
#[test]
fn who_has_scrolled_down_the_scorecard_stays_there_when_it_is_drawn_anew() {
    browse(|page| async move {
        page.load_sample().await?;
        let whole = "[data-testid='scorecard']:not([aria-busy])";
        page.wait_for(whole).await?;
        page.evaluate::<()>("scrollTo(0, 2500)").await?;
        page.evaluate::<()>("location.hash = '#/scorecard?compare=none'").await?;
        let is_new =
            "const done = arguments[0], head = () => document.querySelector('.score thead th:nth-child(4)');
            const look = () => head()?.innerText === 'Change' ? done(null) : setTimeout(look, 20);
            look();";
        page.evaluate_later::<()>(is_new).await?;
        page.wait_for(whole).await?;
        let stands: f64 = page.evaluate("return scrollY").await?;
        // What stands above the rows takes a line less, and the browser keeps the rows in place.
        assert!((stands - 2500.0).abs() < 60.0, "{stands}");
        Ok(())
    });
}
