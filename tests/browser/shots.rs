//! Pictures for a developer's eye, into `tests/browser/shots/`.
//!
//! `make shots` (or `SHOTS=all cargo test --features browser-tests --test browser shots`) pictures every page with the
//! sample data and with an empty workspace, in English and Arabic, light and dark, wide and narrow.
//! `SHOTS=scorecard,import` pictures the named routes only, and `SIZES=1440,1024,768,390` in other widths. Without
//! SHOTS it pictures the start, so that taking pictures keeps working.

use std::env;

use crate::harness::{Look, Outcome, Page, Viewport, browse};

/// What the pictures are of.
struct Order {
    routes: Vec<String>,
    widths: Vec<u32>,
    looks: Vec<(&'static str, &'static str)>,
}

impl Order {
    async fn take(&self, page: &Page, prefix: &str) -> Outcome {
        for (language, theme) in self.looks.iter().copied() {
            for width in &self.widths {
                let height = if *width < 600 { 844 } else { 900 };
                let viewport = Viewport { width: *width, height, scale: 1.0 };
                // A check-in has no lists of languages and themes.
                page.settle("#/data").await?;
                page.put_on(Look { language, theme, viewport }).await?;
                for route in &self.routes {
                    page.settle(route).await?;
                    let name = route.trim_start_matches("#/").split('?').next().unwrap_or_default();
                    let name = if name.is_empty() { "start".to_owned() } else { name.replace('/', "-") };
                    page.screenshot(&format!("{prefix}{name}-{width}-{language}-{theme}")).await?;
                }
            }
        }
        Ok(())
    }
}

#[test]
fn shots() {
    let wanted = env::var("SHOTS").unwrap_or_else(|_| "start".to_owned());
    let widths = env::var("SIZES").unwrap_or_else(|_| "1440,390".to_owned());
    let widths: Vec<u32> = widths.split(',').map(|width| width.parse().expect("a width in pixels")).collect();
    browse(|page| async move {
        if wanted == "start" {
            page.open("").await?;
            page.wait_for("main h1").await?;
            return page.screenshot("start").await;
        }
        let looks = vec![("en", "light"), ("en", "dark"), ("ar", "light"), ("ar", "dark")];
        let named = |name: &str| format!("#/{}", name.trim_start_matches('/'));
        let named: Option<Vec<String>> = (wanted != "all").then(|| wanted.split(',').map(named).collect());
        page.open("").await?;
        if named.is_none() {
            let order =
                Order { routes: page.every_route().await?, widths: widths.clone(), looks: looks.clone() };
            order.take(&page, "empty-").await?;
        }
        page.load_sample().await?;
        let routes = match named {
            Some(named) => named,
            None => page.every_route().await?,
        };
        Order { routes, widths, looks }.take(&page, "").await
    });
}
