//! Pictures for a developer's eye: `SHOTS=scorecard,import cargo test --features browser-tests
//! --test browser shots` puts one of each named route, wide and narrow, light and dark, into
//! `tests/browser/shots/`. Without SHOTS it pictures the start, so that taking pictures keeps working.

use std::env;

use crate::harness::{Viewport, browse};

#[test]
fn shots() {
    let routes = env::var("SHOTS").unwrap_or_else(|_| "start".to_owned());
    browse(|page| async move {
        for route in routes.split(',') {
            for (size, viewport) in [("wide", Viewport::DESKTOP), ("narrow", Viewport::PHONE)] {
                for (theme, dark) in [("light", false), ("dark", true)] {
                    page.set_viewport(viewport).await?;
                    page.prefer_dark(dark).await?;
                    page.open(&format!("#/{route}")).await?;
                    page.wait_for("main h1").await?;
                    page.screenshot(&format!("{}-{size}-{theme}", route.replace('/', "-"))).await?;
                }
            }
        }
        Ok(())
    });
}
