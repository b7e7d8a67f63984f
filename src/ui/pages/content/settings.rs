//! Thresholds and weights: saved in the workspace, and taken back like everything else.

use leptos::prelude::*;

use super::{Desk, cells};
use crate::metrics::ContentRules;
use crate::ui::session::value_of;
use crate::ui::typed::typed_number;
use crate::views::{ContentChange, ContentView};

/// A number that a person sets.
#[derive(Clone, Copy)]
struct Setting {
    key: &'static str,
    get: fn(&ContentRules) -> f64,
    set: fn(&mut ContentRules, f64),
    /// Largest value.
    most: f64,
}

const SETTINGS: [Setting; 6] = [
    Setting {
        key: "least_impressions",
        get: |rules| f64::from(rules.least_impressions),
        set: |rules, value| rules.least_impressions = value as u32,
        most: 1_000_000.0,
    },
    Setting {
        key: "low_margin",
        get: |rules| f64::from(rules.low_margin_percent),
        set: |rules, value| rules.low_margin_percent = value as u32,
        most: 95.0,
    },
    Setting {
        key: "weight_reactions",
        get: |rules| rules.weights.reactions,
        set: |rules, value| rules.weights.reactions = value,
        most: 1_000.0,
    },
    Setting {
        key: "weight_comments",
        get: |rules| rules.weights.comments,
        set: |rules, value| rules.weights.comments = value,
        most: 1_000.0,
    },
    Setting {
        key: "weight_shares",
        get: |rules| rules.weights.shares,
        set: |rules, value| rules.weights.shares = value,
        most: 1_000.0,
    },
    Setting {
        key: "weight_clicks",
        get: |rules| rules.weights.clicks,
        set: |rules, value| rules.weights.clicks = value,
        most: 1_000.0,
    },
];

/// The numbers.
pub fn settings(desk: Desk) -> AnyView {
    let words = desk.words;
    let fields = SETTINGS.into_iter().map(|setting| field(desk, setting)).collect_view();
    let body = view! { <div class="utm">{fields}</div> };
    cells::section(words.t("content.settings"), words.t("content.settings_text"), body)
}

fn field(desk: Desk, setting: Setting) -> AnyView {
    let words = desk.words;
    let name = words.t(&format!("content.set.{}", setting.key));
    let own = desk.part(move |view: &ContentView| (setting.get)(&view.rules));
    let said = name.clone();
    let change = move |event: web_sys::Event| {
        // What is no number leaves what was.
        let Some(value) = typed_number(&value_of(&event)) else { return };
        let mut rules = desk.view.with_untracked(|view| view.rules.clone());
        (setting.set)(&mut rules, value.clamp(0.0, setting.most));
        let said =
            words.fill("content.said_set", &[("name", &said), ("value", &words.tidy((setting.get)(&rules)))]);
        desk.session.change_content(ContentChange::Rules { rules }, Some(said));
    };
    view! {
        <label>
            <b>{name}</b>
            <input
                class="field"
                type="text"
                inputmode="decimal"
                autocomplete="off"
                data-testid=format!("set-{}", setting.key)
                prop:value=move || words.typed(own.get())
                on:change=change
            />
        </label>
    }
    .into_any()
}
