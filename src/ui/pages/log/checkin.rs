//! The weekly check-in alone, as a seller opens it by a link: a form, and a small text to send back.

use leptos::prelude::*;

use super::asked_of;
use crate::ui::browser::{download, today};
use crate::ui::parts::copy_text;
use crate::ui::route::CheckinLink;
use crate::ui::session::{Session, session, value_of};
use crate::views::checkin::{QUESTIONS, checkin_file, checkin_text, is_answer};

/// The check-in.
#[component]
pub fn CheckinPage(
    /// What the link says.
    link: CheckinLink,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let monday = link.week.unwrap_or_else(|| today().week_start());
    let questions: Vec<&'static str> = QUESTIONS
        .into_iter()
        .filter(|question| link.ask.is_empty() || link.ask.iter().any(|asked| asked == question))
        .collect();
    let is_asked = |name: &String| link.sellers.is_empty() || link.sellers.contains(name);
    let seller = RwSignal::new(session.remembered("log_seller").filter(is_asked).unwrap_or_default());
    let answers: Vec<(&'static str, RwSignal<String>)> =
        questions.iter().map(|question| (*question, RwSignal::new(String::new()))).collect();
    let answers = StoredValue::new(answers);
    let text = RwSignal::new(None::<String>);
    let is_tried = RwSignal::new(false);
    let is_missing = move || is_tried.get() && seller.with(|name| name.trim().is_empty());
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        is_tried.set(true);
        let fields: Vec<(String, String)> = answers.with_value(|all| {
            all.iter().map(|(field, text)| ((*field).to_owned(), text.get_untracked())).collect()
        });
        let is_whole = fields.iter().all(|(field, text)| is_answer(field, text));
        let name = seller.get_untracked();
        if name.trim().is_empty() || !is_whole {
            return text.set(None);
        }
        session.remember("log_seller", name.trim());
        text.set(Some(checkin_text(&name, monday, &fields)));
    };
    let rows = answers.with_value(|all| {
        all.iter().map(|(field, text)| answer_field(session, field, *text, is_tried)).collect_view()
    });
    let names = link.sellers.iter().map(|name| view! { <option value=name.clone()></option> }).collect_view();
    let span = words.span(crate::facts::Span { from: monday, to: monday.plus(6) });
    let made = move || {
        let text = text.get()?;
        let (copied, file) = (text.clone(), text.clone());
        let save = move |_| {
            let name = checkin_file(&seller.get_untracked(), monday);
            if download(&name, &file).is_err() {
                session.say_error(session.words().t("failure.download"));
            }
        };
        Some(view! {
            <section class="sec">
                <h2>{words.t("checkin.send")}</h2>
                <p class="quiet small">{words.t("checkin.send_text")}</p>
                <textarea class="field mono" rows="3" readonly dir="ltr" aria-label=words.t("checkin.send") data-testid="checkin-text" prop:value=text></textarea>
                <div class="acts stack">
                    <button
                        class="btn primary"
                        data-testid="checkin-copy-text"
                        on:click=move |_| copy_text(session, &copied, "checkin.text_copied")
                    >
                        {words.t("checkin.copy_text")}
                    </button>
                    <button class="btn" data-testid="checkin-save" on:click=save>
                        {words.t("checkin.save")}
                    </button>
                </div>
            </section>
        })
    };
    view! {
        <div class="checkin">
            <div class="head">
                <div>
                    <h1>{words.t("checkin.title")}</h1>
                    <p class="quiet">{words.fill("log.week_of", &[("week", &words.calendar_week(monday)), ("day", &span)])}</p>
                    <p class="quiet small">{words.t("checkin.text")}</p>
                </div>
            </div>
            <form class="entry-form" on:submit=send novalidate data-testid="checkin-form">
                <div class="entry-field wide">
                    <label for="checkin-seller">{words.t("checkin.name")}</label>
                    <input
                        id="checkin-seller"
                        class="field"
                        class:bad=is_missing
                        type="text"
                        dir="auto"
                        list="checkin-sellers"
                        autocomplete="name"
                        data-testid="checkin-seller"
                        prop:value=move || seller.get()
                        on:input=move |event| seller.set(value_of(&event))
                    />
                    <datalist id="checkin-sellers">{names}</datalist>
                    <small class="err" role="alert">
                        {move || is_missing().then(|| words.t("typed.needed"))}
                    </small>
                </div>
                {rows}
                <div class="acts">
                    <button class="btn primary" type="submit" data-testid="checkin-make">
                        {words.t("checkin.make")}
                    </button>
                </div>
            </form>
            {made}
        </div>
    }
}

fn answer_field(
    session: Session,
    field: &'static str,
    text: RwSignal<String>,
    is_tried: RwSignal<bool>,
) -> AnyView {
    let words = session.words();
    let is_bad = Memo::new(move |_| is_tried.get() && text.with(|text| !is_answer(field, text)));
    let id = format!("checkin-{field}");
    view! {
        <div class="entry-field">
            <label for=id.clone()>{words.t(&asked_of(field))}</label>
            <input
                id=id.clone()
                class="field"
                class:bad=move || is_bad.get()
                type="text"
                inputmode="decimal"
                autocomplete="off"
                dir="ltr"
                aria-invalid=move || is_bad.get().then_some("true")
                data-testid=id
                prop:value=move || text.get()
                on:input=move |event| text.set(value_of(&event))
            />
            <small class="err" role="alert">
                {move || is_bad.get().then(|| words.t(if field == "ssi" { "typed.range" } else { "typed.whole" }))}
            </small>
        </div>
    }
    .into_any()
}
