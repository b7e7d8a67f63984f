//! The start page: what it is, where files go in, what one can bring.

use leptos::prelude::*;

use super::figure::HowShown;
use crate::sources::Source;
use crate::ui::browser::{Fetched, fetched};
use crate::ui::parts::{Dialog, DropZone, Templates, follow_drops};
use crate::ui::route::Page;
use crate::ui::session::{Session, session};
use crate::views::Ask;

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let held = follow_drops(session);
    // Only for the frame: whether there is anything in the workspace.
    let _ = session.answer_to(move || Ask::Data { filter: session.filter() });
    let has_data = Memo::new(move |_| session.frame.with(|frame| !frame.is_empty));
    view! {
        <div class="cols start">
            <div>
                <h1 class="disp">{words.t("start.sentence")}</h1>
                {move || {
                    has_data
                        .get()
                        .then(|| {
                            view! {
                                <p class="start-on">
                                    <a class="btn" href=session.href(Page::Scorecard)>
                                        {words.t("start.open_scorecard")}
                                    </a>
                                </p>
                            }
                        })
                }}
                <DropZone held=held offers_sample=true />
                {privacy(session)}
            </div>
            <aside class="side">
                <HowShown />
                <div>
                    <h3>{words.t("start.missing_title")}</h3>
                    <p>{words.t("start.missing_text")}</p>
                </div>
            </aside>
        </div>
        {bring(session)}
    }
}

fn privacy(session: Session) -> AnyView {
    let words = session.words();
    let is_open = RwSignal::new(false);
    let record = RwSignal::new(fetched());
    // Each look at the page and each import counts anew.
    Effect::new(move || {
        session.import.track();
        is_open.track();
        record.set(fetched());
    });
    let sent = move || record.with(|all| all.iter().filter(|one| one.is_later).count());
    view! {
        <p class="proof small" data-testid="privacy-line">
            <svg width="18" height="18" viewBox="0 0 18 18" class="shield" aria-hidden="true">
                <path d="M9 1.5 15.5 4v5c0 4-2.8 6.4-6.5 7.5C5.3 15.4 2.5 13 2.5 9V4Z" />
                <path d="m6 9 2.2 2.2L12.2 7" />
            </svg>
            <span>
                <b>{words.t("privacy.stays")}</b>
                " "
                {move || words.count("privacy.sent", u64::try_from(sent()).unwrap_or(u64::MAX), &[])}
                " "
                {words.t("privacy.offline")}
                " "
                <button class="link" data-testid="run-proof" on:click=move |_| is_open.set(true)>
                    {words.t("privacy.proof")}
                </button>
            </span>
        </p>
        <Dialog open=is_open title=words.t("privacy.proof_title")>
            <p>{words.t("privacy.proof_fetched")}</p>
            <ul class="fetched small mono" data-testid="proof-list">
                {move || record.get().into_iter().map(fetched_item).collect_view()}
            </ul>
            <p>{words.t("privacy.proof_policy")}</p>
            <p>{words.t("privacy.proof_try")}</p>
            <div class="acts">
                <button class="btn" autofocus on:click=move |_| is_open.set(false)>
                    {words.t("action.close")}
                </button>
            </div>
        </Dialog>
    }
    .into_any()
}

fn fetched_item(one: Fetched) -> AnyView {
    view! {
        <li class:askc=one.is_later>
            <bdi>{one.address}</bdi>
        </li>
    }
    .into_any()
}

/// Kinds of file that no declaration names: any table.
const ANY_TABLE: &str = "any_table";

fn bring(session: Session) -> AnyView {
    let words = session.words();
    let groups = Source::bring_groups().into_iter().map(|(group, _)| group).chain([ANY_TABLE]);
    let items = groups
        .enumerate()
        .map(|(index, group)| {
            let text = |part: &str| words.t(&format!("bring.{group}.{part}"));
            view! {
                <details name="bring" open=index == 0>
                    <summary>
                        <span class="exn">
                            <b>{text("name")}</b>
                            <small>{text("file")}</small>
                        </span>
                        <span class="small quiet">{text("gives")}</span>
                        <span class="note num">{text("time")}</span>
                    </summary>
                    <p class="small quiet">{text("how")}</p>
                </details>
            }
        })
        .collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("bring.title")}</h2>
            <p class="quiet small">{words.t("bring.text")}</p>
            <div class="exl">{items}</div>
            <Templates />
        </section>
    }
    .into_any()
}
