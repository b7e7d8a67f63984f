//! Marks added to an address, so that web analytics tell which post a visit came from. Nothing is sent.

use leptos::prelude::*;

use super::{Desk, cells};
use crate::ui::parts::copy_text;
use crate::ui::session::value_of;
use crate::views::utm::{MARKS, UtmFault, with_utm};

/// The builder.
pub fn builder(desk: Desk) -> AnyView {
    let words = desk.words;
    let url = RwSignal::new(String::new());
    let marks = RwSignal::new(["linkedin", "social", "", "", ""].map(str::to_owned));
    let made = Memo::new(move |_| url.with(|url| marks.with(|marks| with_utm(url, marks))));
    let field = move |at: usize, name: &'static str| {
        view! {
            <label>
                <b>{words.t(&format!("content.{name}"))}</b>
                <input
                    class="field"
                    type="text"
                    dir="auto"
                    data-testid=name
                    prop:value=move || marks.with(|marks| marks.get(at).cloned().unwrap_or_default())
                    on:input=move |event| {
                        marks
                            .update(|marks| {
                                if let Some(mark) = marks.get_mut(at) {
                                    *mark = value_of(&event);
                                }
                            })
                    }
                />
            </label>
        }
    };
    let fields = MARKS.into_iter().enumerate().map(|(at, name)| field(at, name)).collect_view();
    let copy = move |_| {
        if let Ok(made) = made.get_untracked() {
            copy_text(desk.session, &made, "copy.done");
        }
    };
    let result = move || match made.get() {
        Ok(made) => view! {
            <output class="made" data-testid="utm-made">
                <bdi dir="ltr" class="ltr">{made}</bdi>
            </output>
            <button type="button" class="btn" data-testid="utm-copy" on:click=copy>
                {words.t("content.utm_copy")}
            </button>
        }
        .into_any(),
        Err(UtmFault::Blank) => ().into_any(),
        Err(UtmFault::NotAnAddress) => {
            view! { <p class="small fault" role="status">{words.t("content.utm_no_address")}</p> }.into_any()
        }
        Err(UtmFault::NoSource) => {
            view! { <p class="small fault" role="status">{words.t("content.utm_no_source")}</p> }.into_any()
        }
    };
    let body = view! {
        <div class="utm">
            <label class="whole">
                <b>{words.t("content.utm_url")}</b>
                <input
                    class="field"
                    type="url"
                    dir="ltr"
                    data-testid="utm-url"
                    placeholder="https://"
                    prop:value=move || url.get()
                    on:input=move |event| url.set(value_of(&event))
                />
            </label>
            {fields}
            <div class="whole utmresult">{result}</div>
        </div>
    };
    cells::section(words.t("content.utm"), words.t("content.utm_text"), body)
}
