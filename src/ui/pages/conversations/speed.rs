//! Whether fast answers go with meetings.

use leptos::prelude::*;

use super::cells;
use crate::metrics::{Dim, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{SpeedView, TalksView};

/// Below this chance alone is no good explanation.
const CHANCE: f64 = 0.05;

/// Meetings by how fast the first answer came.
pub fn speed(_: Session, words: Words, view: &TalksView) -> AnyView {
    let speed = &view.speed;
    let rows = speed
        .classes
        .rows
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{words.t(&format!("talk.speed.{}", row.key))}</th>
                    <td class="r">{cells::figure(words, Unit::Ratio, Some(&row.figure))}</td>
                    <td class="r num q3">{words.counted(&row.figure)}</td>
                </tr>
            }
        })
        .collect_view();
    let body = if speed.classes.rows.is_empty() {
        let why = words.why(&speed.whole, "");
        let said = why.map(|why| words.sentences([why.lead, why.rest]));
        view! { <p class="emp quiet">{said}</p> }.into_any()
    } else {
        view! {
            <p data-testid="talk-verdict"><b>{verdict(words, speed)}</b></p>
            <table class="data" data-testid="talk-speed">
                <thead>
                    <tr>
                        <th scope="col">{words.t("talk.speed.answered")}</th>
                        <th scope="col" class="r">{words.t("talk.speed.met")}</th>
                        <th scope="col" class="r">{words.t("scorecard.head.n")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="sec">
            <h2>{words.t("talk.speed.title")}</h2>
            <p class="small quiet">{words.t("talk.speed.text")}</p>
            {body}
            <p class="note">
                {words.fill("talk.speed.note", &[("what", &words.key_name(Dim::Window, "4h"))])}
            </p>
        </section>
    }
    .into_any()
}

/// What the trend over the classes says, with the difference between soon and later.
fn verdict(words: Words, speed: &SpeedView) -> String {
    let (Some((slope, p)), Some((difference, low, high))) = (speed.trend, speed.difference) else {
        return words.t("talk.speed.too_few");
    };
    let said = words.signed(Unit::Ratio, difference, "");
    let interval = words.signed_interval(Unit::Ratio, low, high, "");
    let key = match (p < CHANCE, slope < 0.0) {
        (false, _) => "talk.speed.cannot_tell",
        (true, true) => "talk.speed.faster",
        (true, false) => "talk.speed.slower",
    };
    words.fill(key, &[("difference", &said), ("interval", &interval)])
}
