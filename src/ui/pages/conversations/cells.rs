//! A figure in a cell of a table: value over interval, or its counts where there are too few.

use leptos::prelude::*;

use crate::metrics::{Figure, State, Unit};
use crate::ui::phrases::cases;
use crate::ui::words::Words;

/// A figure in a cell.
pub fn figure(words: Words, unit: Unit, figure: Option<&Figure>) -> AnyView {
    let Some(figure) = figure.filter(|figure| figure.n > 0 || figure.value().is_some()) else {
        return view! { <span class="q3">"–"</span> }.into_any();
    };
    let Some(value) = figure.value() else {
        let why = match figure.state {
            State::TooFew { .. } => words.t("state.too_few"),
            State::NotReached => words.t("state.not_reached"),
            _ => words.t("key.unknown"),
        };
        let counts = cases(figure).map(|k| words.k_of_n(k, figure.n));
        return view! {
            <span class="q3 small">
                {why} " " <bdi dir="ltr" class="ltr">{counts}</bdi>
            </span>
        }
        .into_any();
    };
    let interval = words.figure_interval(unit, figure, "");
    view! {
        <span class="figcell">
            <b class="num"><bdi dir="ltr" class="ltr">{words.value_with_unit(unit, value, "")}</bdi></b>
            <small class="num q3"><bdi dir="ltr" class="ltr">{interval}</bdi></small>
        </span>
    }
    .into_any()
}

/// The link to all that is known of a person: their name, over what stands under it.
pub fn person(session: crate::ui::session::Session, name: &str, profile: &str, under: &str) -> AnyView {
    let words = session.words();
    let page = crate::ui::route::Page::Person { name: name.to_owned(), profile: profile.to_owned() };
    let shown = if name.is_empty() { words.t("key.unknown") } else { name.to_owned() };
    let under = (!under.is_empty()).then(|| {
        view! { <small class="q3"><bdi>{under.to_owned()}</bdi></small> }
    });
    view! {
        <span class="who">
            <a class="nl" href=session.href_now(page)><bdi>{shown}</bdi></a>
            {under}
        </span>
    }
    .into_any()
}
