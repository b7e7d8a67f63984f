//! Three sentences to fill in, with the figure that they give beside them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::part::part;
use super::said;
use crate::facts::TableId;
use crate::metrics::{Better, OwnKind, OwnLink, OwnMetric, OwnPart, Stage};
use crate::ui::pages::conversations::cells;
use crate::ui::parts::typed_digits;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::{Answer, Ask};

/// What is written in the form.
#[derive(Clone, Copy)]
pub struct Draft {
    metric: RwSignal<OwnMetric>,
    /// Name of the metric that is changed; none for a new one.
    edited: RwSignal<Option<String>>,
}

fn blank() -> OwnMetric {
    OwnMetric {
        name: String::new(),
        kind: OwnKind::Count,
        of: OwnPart::of(TableId::Meetings),
        to: None,
        link: OwnLink::Person,
        within_days: None,
        better: Better::Higher,
        stage: Stage::Leading,
    }
}

impl Draft {
    /// A new one.
    pub fn new() -> Draft {
        Draft { metric: RwSignal::new(blank()), edited: RwSignal::new(None) }
    }

    /// Changes one that there is.
    pub fn edit(self, metric: &OwnMetric) {
        self.metric.set(metric.clone());
        self.edited.set(Some(metric.name.clone()));
    }

    /// Begins anew where the one that is changed is gone.
    pub fn forget(self, name: &str) {
        if self.edited.with_untracked(|edited| edited.as_deref() == Some(name)) {
            self.clear();
        }
    }

    fn clear(self) {
        self.metric.set(blank());
        self.edited.set(None);
    }
}

/// What a newcomer may begin with.
fn examples() -> [(&'static str, OwnMetric); 3] {
    let count = OwnMetric { of: OwnPart::of(TableId::Meetings), ..blank() };
    let rate = OwnMetric {
        kind: OwnKind::Rate,
        of: OwnPart::of(TableId::Connections),
        to: Some(OwnPart::of(TableId::Meetings)),
        within_days: Some(60),
        ..blank()
    };
    let time = OwnMetric {
        kind: OwnKind::Time,
        of: OwnPart::of(TableId::Leads),
        to: Some(OwnPart::of(TableId::Deals)),
        link: OwnLink::Lead,
        better: Better::Lower,
        ..blank()
    };
    [("own.example.count", count), ("own.example.rate", rate), ("own.example.time", time)]
}

/// The form; `all` are the metrics that there are.
pub fn form(session: Session, draft: Draft, all: Signal<Vec<OwnMetric>>) -> AnyView {
    let words = session.words();
    let metric = draft.metric;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut now = metric.get_untracked();
        now.name = now.name.trim().to_owned();
        if now.kind == OwnKind::Count {
            (now.to, now.within_days) = (None, None);
        }
        if !now.is_whole() {
            return session.say_error(words.t("own.not_whole"));
        }
        let before = all.get_untracked();
        let mut list = before.clone();
        // A metric is known by its name: one of the same name is replaced, and so is the one renamed.
        let old = draft.edited.get_untracked().unwrap_or_else(|| now.name.clone());
        list.retain(|known| known.name != now.name || known.name == old);
        let text = words.fill("own.saved", &[("name", &now.name)]);
        match list.iter_mut().find(|known| known.name == old) {
            Some(known) => *known = now,
            None => list.push(now),
        }
        spawn_local(async move {
            if session.set_own(list, Some((text, before))).await {
                draft.clear();
            }
        });
    };
    let begin = examples().map(|(key, example)| {
        let named = OwnMetric { name: words.t(key), ..example };
        view! {
            <button
                type="button"
                class="btn"
                data-testid=key
                on:click=move |_| {
                    metric.set(named.clone());
                    draft.edited.set(None);
                }
            >
                {words.t(key)}
            </button>
        }
    });
    view! {
        <section class="sec own" data-testid="own-form">
            <h2>
                {move || {
                    words.t(if draft.edited.with(Option::is_some) { "own.edit" } else { "own.new" })
                }}
            </h2>
            <p class="small quiet">{words.t("own.begin")}</p>
            <p class="own-examples">{begin.into_iter().collect_view()}</p>
            <form class="cols" on:submit=save>
                <div>
                    {move || metric.with(|known| sentences(words, metric, known))}
                    {name_field(words, draft)}
                    <div class="acts">
                        <button class="btn primary" type="submit" data-testid="own-save">
                            {words.t("action.save")}
                        </button>
                        <Show when=move || draft.edited.with(Option::is_some)>
                            <button class="btn plain" type="button" on:click=move |_| draft.clear()>
                                {words.t("action.cancel")}
                            </button>
                        </Show>
                    </div>
                </div>
                <aside class="side">{preview(session, words, metric)}</aside>
            </form>
        </section>
    }
    .into_any()
}

fn name_field(words: Words, draft: Draft) -> AnyView {
    let name = Memo::new(move |_| draft.metric.with(|metric| metric.name.clone()));
    view! {
        <label class="fixed">
            <b>{words.t("own.name")}</b>
            <input
                class="field"
                type="text"
                maxlength="80"
                data-testid="own-name"
                prop:value=move || name.get()
                on:input=move |event| {
                    let name = value_of(&event);
                    draft.metric.update_untracked(|metric| metric.name.clone_from(&name));
                }
            />
        </label>
    }
    .into_any()
}

/// The sentences as they are said now.
fn sentences(words: Words, metric: RwSignal<OwnMetric>, known: &OwnMetric) -> AnyView {
    let kinds = [OwnKind::Count, OwnKind::Rate, OwnKind::Time];
    let kind_key = |kind| match kind {
        OwnKind::Count => "own.kind.count",
        OwnKind::Rate => "own.kind.rate",
        OwnKind::Time => "own.kind.time",
    };
    let buttons = kinds.map(|kind| {
        let pressed = if kind == known.kind { "true" } else { "false" };
        let choose = move |_| {
            metric.update(|metric| {
                metric.kind = kind;
                if kind != OwnKind::Count && metric.to.is_none() {
                    metric.to = Some(OwnPart::of(TableId::Meetings));
                }
                metric.better = if kind == OwnKind::Time { Better::Lower } else { Better::Higher };
                settle_link(metric);
            });
        };
        view! {
            <button type="button" data-testid=kind_key(kind) aria-pressed=pressed on:click=choose>
                {words.t(kind_key(kind))}
            </button>
        }
    });
    let of_key = match known.kind {
        OwnKind::Count => "own.of.count",
        OwnKind::Rate => "own.of.rate",
        OwnKind::Time => "own.of.time",
    };
    let to_key = if known.kind == OwnKind::Time { "own.to.time" } else { "own.to.rate" };
    let to = known.to.as_ref().filter(|_| known.kind != OwnKind::Count).map(|to| {
        view! {
            <fieldset>
                <legend>{words.t(to_key)}</legend>
                {part(words, "own-to", to, move |change| {
                    metric.update(|metric| {
                        if let Some(to) = &mut metric.to {
                            change(to);
                        }
                        settle_link(metric);
                    });
                })}
                {links(words, metric, known)}
            </fieldset>
        }
    });
    view! {
        <fieldset>
            <legend>{words.t("own.what")}</legend>
            <div class="seg" role="group" aria-label=words.t("own.what")>{buttons.into_iter().collect_view()}</div>
        </fieldset>
        <fieldset>
            <legend>{words.t(of_key)}</legend>
            {part(words, "own-of", &known.of, move |change| {
                metric.update(|metric| {
                    change(&mut metric.of);
                    settle_link(metric);
                });
            })}
        </fieldset>
        {to}
        <fieldset>
            <legend>{words.t("own.reads")}</legend>
            <div class="own-part">{reading(words, metric, known)}</div>
        </fieldset>
    }
    .into_any()
}

/// Takes a link that the tables can have, where they cannot have the one that was chosen.
fn settle_link(metric: &mut OwnMetric) {
    let Some(to) = metric.to.as_ref().map(|to| to.table) else { return };
    let can = |link: OwnLink| OwnMetric::can_link(link, metric.of.table, to, metric.kind);
    if !can(metric.link) {
        metric.link = OwnLink::ALL.into_iter().find(|link| can(*link)).unwrap_or_default();
    }
}

/// What the two have in common, and how many days are given.
fn links(words: Words, metric: RwSignal<OwnMetric>, known: &OwnMetric) -> AnyView {
    let Some(to) = known.to.as_ref().map(|to| to.table) else { return ().into_any() };
    let options = OwnLink::ALL
        .into_iter()
        .filter(|link| OwnMetric::can_link(*link, known.of.table, to, known.kind))
        .map(|link| {
            let text = words.t(&format!("own.link.{}", link.id()));
            view! { <option value=link.id() selected=link == known.link>{text}</option> }
        })
        .collect_view();
    let set_link = move |event: web_sys::Event| {
        let id = value_of(&event);
        if let Some(link) = OwnLink::ALL.into_iter().find(|link| link.id() == id) {
            metric.update(|metric| metric.link = link);
        }
    };
    let set_days = move |event: web_sys::Event| {
        let days = typed_digits(&value_of(&event)).parse().ok().filter(|days| (1..=3650).contains(days));
        metric.update(|metric| metric.within_days = days);
    };
    let can_link =
        OwnLink::ALL.into_iter().any(|link| OwnMetric::can_link(link, known.of.table, to, known.kind));
    let warning = (!can_link).then(|| view! { <p class="small quiet">{words.t("own.no_link")}</p> });
    view! {
        <div class="own-part">
            <label class="pick">
                <small>{words.t("own.link")}</small>
                <select data-testid="own-link" on:change=set_link>{options}</select>
            </label>
            <label class="fixed own-days">
                <small>{words.t("own.within")}</small>
                <input
                    class="field"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder=words.t("own.within_any")
                    value=known.within_days.map(|days| days.to_string()).unwrap_or_default()
                    on:change=set_days
                />
            </label>
        </div>
        {warning}
    }
    .into_any()
}

/// Which direction is good, and where the metric stands.
fn reading(words: Words, metric: RwSignal<OwnMetric>, known: &OwnMetric) -> AnyView {
    let betters = [
        (Better::Higher, "higher", "own.better.higher"),
        (Better::Lower, "lower", "own.better.lower"),
        (Better::Neither, "neither", "own.better.neither"),
    ];
    let stages = [(Stage::Leading, "leading", "stage.leading"), (Stage::Lagging, "lagging", "stage.lagging")];
    let better = betters.map(|(better, id, key)| {
        view! { <option value=id selected=better == known.better>{words.t(key)}</option> }
    });
    let stage = stages.map(|(stage, id, key)| {
        view! { <option value=id selected=stage == known.stage>{words.t(key)}</option> }
    });
    let set_better = move |event: web_sys::Event| {
        let id = value_of(&event);
        if let Some((better, ..)) = betters.into_iter().find(|(_, known, _)| *known == id) {
            metric.update(|metric| metric.better = better);
        }
    };
    let set_stage = move |event: web_sys::Event| {
        let id = value_of(&event);
        if let Some((stage, ..)) = stages.into_iter().find(|(_, known, _)| *known == id) {
            metric.update(|metric| metric.stage = stage);
        }
    };
    view! {
        <label class="pick">
            <small>{words.t("own.better")}</small>
            <select on:change=set_better>{better.into_iter().collect_view()}</select>
        </label>
        <label class="pick">
            <small>{words.t("own.stage")}</small>
            <select on:change=set_stage>{stage.into_iter().collect_view()}</select>
        </label>
    }
    .into_any()
}

/// The sentence, and the figure that it gives over the period.
fn preview(session: Session, words: Words, metric: RwSignal<OwnMetric>) -> AnyView {
    let filter = Memo::new(move |_| session.filter());
    // A name is not needed for a figure.
    let tried = Memo::new(move |_| {
        let mut tried = metric.get();
        tried.name = "own".to_owned();
        tried
    });
    let answer = session.answer_to(move || Ask::TryOwn { filter: filter.get(), metric: tried.get() });
    view! {
        <section aria-live="polite" data-testid="own-preview">
            <h3>{words.t("own.preview")}</h3>
            <p>{move || tried.with(|tried| tried.is_whole().then(|| said(words, tried)))}</p>
            {move || {
                answer.with(|answer| match answer {
                    Some(Answer::OwnScores { view }) => match view.rows.first() {
                        Some(Some(row)) => {
                            let why = words.why(row, "").map(|why| words.sentences([why.lead, why.rest]));
                            view! {
                                <p class="own-figure">{cells::figure(words, row.unit, Some(&row.figure))}</p>
                                <p class="q3">{words.fill("bench.n", &[("n", &words.counted(&row.figure))])}</p>
                                <p class="q3">{why}</p>
                            }
                            .into_any()
                        }
                        _ => view! { <p class="q3">{words.t("own.not_whole")}</p> }.into_any(),
                    },
                    _ => ().into_any(),
                })
            }}
        </section>
    }
    .into_any()
}
