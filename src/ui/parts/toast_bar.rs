//! One sentence at the foot of the page, with at most one action.

use crate::ui::focusing::focus_head;
use crate::ui::session::{Session, Toast, session};
use crate::ui::steps::is_redo;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long a message stays. An error stays until it is closed.
const STAYS: Duration = Duration::from_secs(8);

/// The place of messages. The two regions are always there, because a screen reader announces only what
/// changes in a region that it knows.
#[component]
pub fn ToastBar() -> impl IntoView {
    let session = session();
    let is_held = RwSignal::new(false);
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        stop();
        let passes = session.toast.with(|toast| toast.as_ref().is_some_and(|toast| !toast.is_error));
        if passes && !is_held.get() {
            let handle = set_timeout_with_handle(move || close(session, is_held), STAYS);
            // Without a timer the message stays until it is closed.
            timer.set_value(handle.ok());
        }
    });
    on_cleanup(stop);
    let shown = move |errors: bool| {
        let toast = session.toast.get().filter(|toast| toast.is_error == errors)?;
        Some(one(session, toast, is_held))
    };
    view! {
        <div
            class="toasts"
            on:mouseenter=move |_| is_held.set(true)
            on:mouseleave=move |_| is_held.set(false)
            on:focusin=move |_| is_held.set(true)
            on:focusout=move |_| is_held.set(false)
        >
            <div role="status">{move || shown(false)}</div>
            <div role="alert">{move || shown(true)}</div>
        </div>
    }
}

/// Closes the message; who pressed a button in it goes on at the head of the page, not at nowhere.
fn close(session: Session, is_held: RwSignal<bool>) {
    let is_inside = document().query_selector(".toasts :focus").is_ok_and(|found| found.is_some());
    session.toast.set(None);
    is_held.set(false);
    if is_inside {
        focus_head();
    }
}

fn one(session: Session, toast: Toast, is_held: RwSignal<bool>) -> AnyView {
    let words = session.words();
    let action = toast.action.map(|action| {
        let key = if is_redo(&action) { "action.redo" } else { "action.undo" };
        let run = move |_| {
            close(session, is_held);
            session.take_back(action.clone());
        };
        view! {
            <button class="link push" data-testid="toast-action" on:click=run>
                {words.t(key)}
            </button>
        }
    });
    view! {
        <div class="toast" class:bad=toast.is_error data-testid="toast">
            <span>{toast.text}</span>
            {action}
            <button class="link" on:click=move |_| close(session, is_held)>
                {words.t("action.close")}
            </button>
        </div>
    }
    .into_any()
}
