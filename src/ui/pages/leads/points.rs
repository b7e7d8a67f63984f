//! The ways in which leads came, and which of them ask to be talked with.

use leptos::prelude::*;

use super::said;
use crate::ui::session::Session;
use crate::views::LeadsView;

/// Conversion points.
pub fn points(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let limits = view.limits;
    let rows = view.points.iter().map(|line| {
        let mut rules = view.rules.clone();
        rules.points.retain(|(point, _)| *point != line.point);
        rules.points.push((line.point.clone(), !line.is_direct));
        let (name, flip) = if line.point.is_empty() {
            (words.t("key.unknown"), None)
        } else {
            let label = words.fill("leads.flip_label", &[("name", &words.code(&line.point))]);
            let flip = view! {
                <button
                    class="link"
                    aria-label=label
                    on:click=move |_| session.set_leads(rules.clone(), limits)
                >
                    {words.t("leads.flip")}
                </button>
            };
            (words.code(&line.point), Some(flip))
        };
        let kind = if line.is_direct { "leads.direct" } else { "leads.indirect" };
        let kind = (!line.point.is_empty()).then(|| words.t(kind));
        view! {
            <tr>
                <th scope="row">
                    <bdi>{name}</bdi>
                </th>
                <td>{kind} " " {flip}</td>
                <td class="r num">{words.integer(u64::from(line.leads))}</td>
                <td class="r">{said::share(words, &line.conversion)}</td>
            </tr>
        }
        .into_any()
    });
    let head = [
        words.t("field.conversion_point"),
        words.t("leads.col_kind"),
        words.t("leads.col_leads"),
        words.metric_name("lead_conversion_rate", None),
    ];
    view! {
        <section class="sec">
            <h2>{words.t("leads.points")}</h2>
            <p class="quiet small">{words.t("leads.points_text")}</p>
            {said::table(words.t("leads.points"), head.into(), &[2, 3], rows.collect(), "leads-points")}
        </section>
    }
    .into_any()
}
