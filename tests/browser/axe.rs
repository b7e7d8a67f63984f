//! Every page, light and dark, in a language from left to right and one from right to left: no serious finding of
//! axe-core, nothing wider than the window, nothing that moves about while a page arrives.

use crate::harness::{Look, Outcome, Page, Viewport, browse};

/// A window of a desktop at 400 %.
const ZOOMED: Viewport = Viewport { width: 320, height: 640, scale: 1.0 };
const LAPTOP: Viewport = Viewport { width: 1024, height: 768, scale: 1.0 };
const PHONE: Viewport = Viewport { scale: 1.0, ..Viewport::PHONE };

/// The most that things may move about while a page arrives.
const STEADY: f64 = 0.02;

/// Findings on every route in a look.
async fn findings(page: &Page, routes: &[String], look: Look) -> Outcome<Vec<String>> {
    page.settle("#/data").await?;
    page.put_on(look).await?;
    let mut all = Vec::new();
    for route in routes {
        page.settle(route).await?;
        let found = page.accessibility_problems().await?;
        let wide = page.sideways().await?;
        all.extend(found.into_iter().chain(wide).map(|finding| format!("{route} {look:?}: {finding}")));
    }
    Ok(all)
}

/// A table whose columns nobody knows, so that the page asks what they are.
const UNKNOWN: &str = "tests/samples/mapping/orders.txt";

async fn audit(page: &Page, looks: [Look; 2]) -> Outcome {
    let mut all = Vec::new();
    page.open("").await?;
    page.wait_for("[data-testid='try-sample']").await?;
    page.wait_for("[data-testid='more-menu'] a").await?;
    let empty = page.every_route().await?;
    all.extend(findings(page, &empty, looks[0]).await?);
    page.load_sample().await?;
    let routes = page.every_route().await?;
    assert!(routes.len() > 25, "{routes:?}");
    for look in looks {
        all.extend(findings(page, &routes, look).await?);
    }
    page.settle("#/import").await?;
    page.upload("[data-testid='file-input']", &[UNKNOWN]).await?;
    page.wait_for("[data-testid='confirm-import']").await?;
    all.extend(findings(page, &["#/import".to_owned()], looks[1]).await?);
    assert!(all.is_empty(), "{}", all.join("\n"));
    page.assert_quiet().await
}

#[test]
fn every_page_is_for_everyone_in_english() {
    let look = |theme, viewport| Look { language: "en", theme, viewport };
    browse(
        move |page| async move { audit(&page, [look("light", Viewport::DESKTOP), look("dark", PHONE)]).await },
    );
}

#[test]
fn every_page_is_for_everyone_in_arabic() {
    let look = |theme, viewport| Look { language: "ar", theme, viewport };
    browse(move |page| async move { audit(&page, [look("light", PHONE), look("dark", LAPTOP)]).await });
}

/// The longest task is printed, not judged: it depends on the machine.
#[test]
fn pages_arrive_without_moving_about_and_fit_a_window_at_400_percent() {
    browse(|page| async move {
        page.load_sample().await?;
        let routes = page.every_route().await?;
        let (mut moving, mut wide) = (Vec::new(), Vec::new());
        for route in routes.iter().map(String::as_str) {
            page.set_viewport(Viewport::DESKTOP).await?;
            page.settle(route).await?;
            page.reload().await?;
            page.settle(route).await?;
            let shift = page.layout_shift().await?;
            let longest = page.long_tasks().await?.into_iter().fold(0.0, f64::max);
            println!("{route:32} layout shift {shift:.4}, longest task {longest:4.0} ms");
            if shift > STEADY {
                moving.push(format!("{route} {shift:.4}"));
            }
            page.set_viewport(ZOOMED).await?;
            page.settle(route).await?;
            wide.extend(page.sideways().await?.map(|why| format!("{route}: {why}")));
        }
        assert!(moving.is_empty(), "what stands on a page moves while it arrives:\n{}", moving.join("\n"));
        assert!(wide.is_empty(), "{}", wide.join("\n"));
        Ok(())
    });
}
