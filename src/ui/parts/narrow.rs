//! The choices of platform, campaign, source, band and brand pages. Each is there where there is something to choose.

use leptos::prelude::*;

use super::pick::{Pick, PickOption};
use crate::metrics::Dim;
use crate::ui::route::Page;
use crate::ui::session::session;
use crate::ui::words::words;
use crate::views::{Answer, Ask, BrandChoice, Choices, Filter, Only};

const BRANDS: [(&str, BrandChoice); 3] =
    [("without", BrandChoice::Without), ("with", BrandChoice::With), ("only", BrandChoice::Only)];

/// A dimension: where its choice is kept, and what there is to choose from.
#[derive(Clone, Copy)]
struct Kept {
    dim: Dim,
    own: fn(&mut Only) -> &mut Option<String>,
    all: fn(&Choices) -> &[String],
    /// With fewer there is nothing to choose.
    least: usize,
}

const KEPT: [Kept; 4] = [
    Kept { dim: Dim::Platform, own: |only| &mut only.platform, all: |all| &all.platforms, least: 2 },
    Kept { dim: Dim::Campaign, own: |only| &mut only.campaign, all: |all| &all.campaigns, least: 1 },
    Kept { dim: Dim::Source, own: |only| &mut only.source, all: |all| &all.sources, least: 2 },
    Kept { dim: Dim::Band, own: |only| &mut only.band, all: |all| &all.bands, least: 1 },
];

/// The choices.
#[component]
pub fn Narrow(
    /// The selection.
    #[prop(into)]
    filter: Signal<Filter>,
) -> impl IntoView {
    let session = session();
    let answer = session.answer_to(|| Ask::Choices);
    let choices = Memo::new(move |known: Option<&Choices>| match answer.get() {
        Some(Answer::Choices { choices }) => choices,
        _ => known.cloned().unwrap_or_default(),
    });
    let keyed = KEPT.map(|kept| one(filter, choices, kept)).into_iter().collect::<Vec<_>>();
    view! {
        {keyed}
        {brand(filter)}
        {not_followed(filter)}
    }
}

fn one(filter: Signal<Filter>, choices: Memo<Choices>, kept: Kept) -> AnyView {
    let (session, words) = (session(), words());
    let chosen = Memo::new(move |_| filter.with(|filter| (kept.own)(&mut filter.only.clone()).clone()));
    let is_there = Memo::new(move |_| {
        chosen.with(Option::is_some) || choices.with(|choices| (kept.all)(choices).len() >= kept.least)
    });
    let options = Signal::derive(move || -> Vec<PickOption> {
        let mut names = choices.with(|choices| (kept.all)(choices).to_vec());
        // What the address asks for and no file names is shown all the same: it holds.
        names.extend(chosen.get().filter(|chosen| !names.contains(chosen)));
        let named = names.into_iter().map(|name| (name.clone(), words.key_name(kept.dim, &name)));
        std::iter::once((String::new(), words.t("filter.any"))).chain(named).collect()
    });
    let test_id = match kept.dim {
        Dim::Platform => "filter-platform",
        Dim::Campaign => "filter-campaign",
        Dim::Band => "filter-band",
        _ => "filter-source",
    };
    let shown = move || {
        is_there.get().then(|| {
            view! {
                <Pick
                    name=words.t(&format!("dim.{}", kept.dim.id()))
                    test_id=test_id
                    options=options
                    value=Signal::derive(move || chosen.get().unwrap_or_default())
                    on_pick=move |name| {
                        session
                            .select(|filter| {
                                *(kept.own)(&mut filter.only) = Some(name).filter(|name| !name.is_empty());
                            })
                    }
                />
            }
        })
    };
    view! { {shown} }.into_any()
}

/// What becomes of brand pages, where there are any and no single seller is chosen.
fn brand(filter: Signal<Filter>) -> AnyView {
    let (session, words) = (session(), words());
    let is_there = Memo::new(move |_| {
        session.frame.with(|frame| frame.groups.iter().any(|group| group.is_brand))
            && filter.with(|filter| filter.seller.is_none())
    });
    let options = Signal::derive(move || {
        let option = |id: &str| (id.to_owned(), words.t(&format!("filter.brand.{id}")));
        BRANDS.iter().map(|(id, _)| option(id)).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        let chosen = filter.with(|filter| filter.only.brand);
        let own = BRANDS.iter().find(|(_, choice)| *choice == chosen);
        own.map_or("without", |(id, _)| *id).to_owned()
    });
    let shown = move || {
        is_there.get().then(|| {
            view! {
                <Pick
                    name=words.t("filter.brand_pages")
                    test_id="filter-brand"
                    options=options
                    value=value
                    on_pick=move |id| {
                        let own = BRANDS.iter().find(|(known, _)| *known == id);
                        let brand = own.map(|(_, choice)| *choice).unwrap_or_default();
                        session.select(|filter| filter.only.brand = brand);
                    }
                />
            }
        })
    };
    view! { {shown} }.into_any()
}

/// Says of pages that also show what is not of metrics that these parts do not follow the choice.
fn not_followed(filter: Signal<Filter>) -> AnyView {
    let (session, words) = (session(), words());
    let text = move || {
        let follows = session
            .route
            .with(|route| matches!(route.page, Page::Scorecard | Page::Metric { .. } | Page::Content));
        let keys = filter.with(|filter| filter.only.keys());
        (!follows && !keys.is_empty()).then(|| {
            let dims: Vec<String> =
                keys.iter().map(|(dim, _)| words.t(&format!("dim.{}", dim.id()))).collect();
            let said = words.fill("filter.not_followed", &[("dims", &words.list(&dims))]);
            view! {
                <span class="note wide" role="status" data-testid="filter-not-followed">
                    {said}
                </span>
            }
        })
    };
    view! { {text} }.into_any()
}
