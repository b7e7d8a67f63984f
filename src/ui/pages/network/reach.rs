//! Followers by platform beside connections, never added up, and whom a share can reach.

use leptos::prelude::*;

use super::super::shown::{bare_cell, part};
use crate::metrics::{Dim, Unit};
use crate::ui::session::Session;
use crate::views::NetworkView;

/// The levels apart, and the potential reach.
pub fn reach(session: Session, view: Signal<NetworkView>) -> impl IntoView {
    let words = session.words();
    let followers = part(view, |view| view.followers.clone());
    let connections = part(view, |view| view.row("connections").map(|row| row.figure.clone()));
    let potential = part(view, |view| view.row("potential_reach").map(|row| row.figure.clone()));
    let row = move |name: String, figure: &crate::metrics::Figure| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                {bare_cell(words, Unit::Count, figure, "")}
            </tr>
        }
        .into_any()
    };
    let platforms = move || {
        followers.with(|followers| {
            let line = |(platform, figure): &(String, crate::metrics::Figure)| {
                let platform = words.key_name(Dim::Platform, platform);
                row(words.fill("network.followers_on", &[("platform", &platform)]), figure)
            };
            followers.iter().map(line).collect_view()
        })
    };
    view! {
        <section class="sec">
            <h2>{words.t("network.reach_title")}</h2>
            <p class="quiet small">{words.t("network.reach_text")}</p>
            <table class="data narrow" data-testid="reach">
                <tbody>
                    {move || {
                        connections
                            .get()
                            .map(|figure| row(words.t("metric.connections.name"), &figure))
                    }}
                    {platforms}
                    {move || {
                        potential.get().map(|figure| row(words.t("metric.potential_reach.name"), &figure))
                    }}
                </tbody>
            </table>
            {move || {
                followers
                    .with(Vec::is_empty)
                    .then(|| view! { <p class="small quiet">{words.t("network.no_followers")}</p> })
            }}
            <p class="note q3">{words.t("metric.potential_reach.note")}</p>
        </section>
    }
}
