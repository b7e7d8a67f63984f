//! What one post is, said by hand. A dialog, so that the table behind it may change while it is open.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Desk, cells};
use crate::metrics::Attribute;
use crate::ui::parts::Dialog;
use crate::views::{ContentChange, PostDetail, PostTag};

/// The attributes of a post, and the way to change them.
pub fn cell(desk: Desk, post: &PostDetail) -> AnyView {
    let words = desk.words;
    let on = post.tags.iter().filter(|tag| tag.is_on);
    let on: Vec<String> = on.map(|tag| words.t(&format!("content.tag.{}", tag.attribute.id()))).collect();
    let text = (!on.is_empty()).then(|| words.list(&on));
    let change = (!post.key.is_empty()).then(|| {
        let key = post.key.clone();
        let label = words.fill(
            "content.tag_label",
            &[("post", &cells::post_title(words, post)), ("day", &words.day(post.day))],
        );
        view! {
            <button
                type="button"
                class="link"
                aria-label=label
                data-testid="tag-post"
                on:click=move |_| desk.tagged.set(Some(key.clone()))
            >
                {words.t("action.edit")}
            </button>
        }
    });
    view! {
        <td class="tagged">
            <span>{text}</span>
            " "
            {change}
        </td>
    }
    .into_any()
}

/// The dialog.
pub fn dialog(desk: Desk) -> AnyView {
    let words = desk.words;
    let open = RwSignal::new(false);
    Effect::new(move || open.set(desk.tagged.with(Option::is_some)));
    Effect::new(move || {
        if !open.get() && desk.tagged.with_untracked(Option::is_some) {
            desk.tagged.set(None);
        }
    });
    let post = Memo::new(move |_| {
        let key = desk.tagged.get()?;
        desk.view.with(|view| {
            let rows = view.posts.levels.iter().flat_map(|level| &level.rows);
            rows.filter_map(|row| row.post.as_ref()).find(|post| post.key == key).cloned()
        })
    });
    let title = Signal::derive(move || words.t("content.tag_title"));
    let of = move || post.get().map(|post| cells::post_name(words, &post));
    let boxes = Attribute::ALL.into_iter().map(|attribute| one(desk, post, attribute)).collect_view();
    view! {
        <Dialog open=open title=title>
            <p>{of}</p>
            <p class="small quiet">{words.t("content.tag_text")}</p>
            <div class="tagboxes">{boxes}</div>
            <div class="acts">
                <button class="btn" on:click=move |_| open.set(false) data-testid="tag-close">
                    {words.t("action.close")}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}

/// One attribute: a box, and where a person said it the way back to the words.
fn one(desk: Desk, post: Memo<Option<PostDetail>>, attribute: Attribute) -> AnyView {
    let words = desk.words;
    let tag = Memo::new(move |_| -> Option<PostTag> {
        post.with(|post| post.as_ref()?.tags.iter().find(|tag| tag.attribute == attribute).copied())
    });
    let name = words.t(&format!("content.tag.{}", attribute.id()));
    let say = move |is_on: Option<bool>| {
        if let Some(post) = desk.tagged.get_untracked() {
            desk.session.change_content(ContentChange::Tag { post, attribute, is_on }, None);
        }
    };
    let toggle = move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(target) = target {
            say(Some(target.checked()));
        }
    };
    let back = move || {
        tag.get().is_some_and(|tag| tag.is_by_hand).then(|| {
            view! {
                <button type="button" class="link small" on:click=move |_| say(None)>
                    {words.t("content.tag_back")}
                </button>
            }
        })
    };
    view! {
        <div class="tagbox">
            <label>
                <input
                    type="checkbox"
                    data-testid=format!("tag-{}", attribute.id())
                    prop:checked=move || tag.get().is_some_and(|tag| tag.is_on)
                    on:change=toggle
                />
                " "
                {name}
            </label>
            {back}
        </div>
    }
    .into_any()
}
