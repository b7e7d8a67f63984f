//! The personas page: whom the sellers want to know, as rules over titles and companies.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::metrics::Persona;
use crate::ui::route::Page;
use crate::ui::session::{Session, session, value_of};
use crate::views::{Answer, Ask};

/// The personas page.
#[component]
pub fn PersonasPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let answer = session.answer_to(move || Ask::Data { filter: session.filter() });
    let personas = Memo::new(move |_| match answer.get() {
        Some(Answer::Data { view }) => Some(view.personas),
        _ => None,
    });
    let form = Form {
        edited: RwSignal::new(None),
        name: RwSignal::new(String::new()),
        titles: RwSignal::new(String::new()),
        companies: RwSignal::new(String::new()),
    };
    let list = move || {
        let personas = personas.get()?;
        if personas.is_empty() {
            return Some(view! { <p class="emp quiet">{words.t("persona.none")}</p> }.into_any());
        }
        let rows = personas.iter().map(|persona| row(session, form, persona, &personas)).collect_view();
        Some(
            view! {
                <table class="data stacks-up" data-testid="personas">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("persona.name")}</th>
                            <th scope="col">{words.t("persona.titles")}</th>
                            <th scope="col">{words.t("persona.companies")}</th>
                            <th scope="col">
                                <span class="vh">{words.t("persona.change")}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
            .into_any(),
        )
    };
    view! {
        <div class="head">
            <div>
                <h1>{words.t("persona.title")}</h1>
                <p class="quiet small">{words.t("persona.text")}</p>
            </div>
            <a class="btn" href=move || session.href(Page::Data)>
                {words.t("persona.back")}
            </a>
        </div>
        <div class="cols">
            <div>{list}</div>
            <aside class="side">{form_view(session, form, personas)}</aside>
        </div>
    }
}

/// What is written in the form.
#[derive(Clone, Copy)]
struct Form {
    /// Name of the persona that is changed; none for a new one.
    edited: RwSignal<Option<String>>,
    name: RwSignal<String>,
    titles: RwSignal<String>,
    companies: RwSignal<String>,
}

impl Form {
    fn fill(self, persona: Option<&Persona>) {
        self.edited.set(persona.map(|persona| persona.name.clone()));
        let persona = persona.cloned().unwrap_or_default();
        self.name.set(persona.name);
        self.titles.set(persona.title_words.join(", "));
        self.companies.set(persona.company_words.join(", "));
    }
}

fn row(session: Session, form: Form, persona: &Persona, all: &[Persona]) -> AnyView {
    let words = session.words();
    let edited = persona.clone();
    let before = all.to_vec();
    let name = persona.name.clone();
    let delete = move |_| {
        let (before, name) = (before.clone(), name.clone());
        let rest = before.iter().filter(|persona| persona.name != name).cloned().collect();
        let said = session.words().fill("toast.deleted", &[("name", &name)]);
        spawn_local(async move {
            session.set_personas(rest, Some((said, before))).await;
        });
    };
    let any = |phrases: &[String]| {
        if phrases.is_empty() { words.t("persona.any") } else { words.in_line(phrases.iter().cloned()) }
    };
    view! {
        <tr>
            <th scope="row">
                <bdi>{persona.name.clone()}</bdi>
            </th>
            <td data-head=words.t("persona.titles")>
                <bdi>{any(&persona.title_words)}</bdi>
            </td>
            <td data-head=words.t("persona.companies")>
                <bdi>{any(&persona.company_words)}</bdi>
            </td>
            <td class="r">
                <button class="link" on:click=move |_| form.fill(Some(&edited))>
                    {words.t("action.edit")}
                </button>
                " "
                <button class="link" on:click=delete>
                    {words.t("action.delete")}
                </button>
            </td>
        </tr>
    }
    .into_any()
}

fn form_view(session: Session, form: Form, personas: Memo<Option<Vec<Persona>>>) -> AnyView {
    let words = session.words();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = form.name.get_untracked().trim().to_owned();
        let (Some(mut all), false) = (personas.get_untracked(), name.is_empty()) else { return };
        let persona = Persona {
            name: name.clone(),
            title_words: phrases(&form.titles.get_untracked()),
            company_words: phrases(&form.companies.get_untracked()),
        };
        // A persona is known by its name: one of the same name is replaced, and so is the one renamed.
        let old = form.edited.get_untracked().unwrap_or_else(|| name.clone());
        all.retain(|known| known.name != name || known.name == old);
        match all.iter_mut().find(|known| known.name == old) {
            Some(known) => *known = persona,
            None => all.push(persona),
        }
        spawn_local(async move {
            if session.set_personas(all, None).await {
                form.fill(None);
            }
        });
    };
    let field = |label: &str, note: &str, value: RwSignal<String>, test_id: &'static str| {
        let note = (!note.is_empty()).then(|| view! { <small>{words.t(note)}</small> });
        view! {
            <label class="fixed">
                <b>{words.t(label)}</b>
                {note}
                <input
                    class="field"
                    type="text"
                    data-testid=test_id
                    prop:value=move || value.get()
                    on:input=move |event| value.set(value_of(&event))
                />
            </label>
        }
        .into_any()
    };
    view! {
        <form on:submit=save>
            <h2 class="h3">
                {move || words.t(if form.edited.with(Option::is_some) { "persona.edit" } else { "persona.new" })}
            </h2>
            {field("persona.name", "", form.name, "persona-name")}
            {field("persona.titles", "persona.titles_note", form.titles, "persona-titles")}
            {field("persona.companies", "persona.companies_note", form.companies, "persona-companies")}
            <div class="acts">
                <button class="btn primary" type="submit" data-testid="persona-save">
                    {words.t("action.save")}
                </button>
                <Show when=move || form.edited.with(Option::is_some)>
                    <button class="btn plain" type="button" on:click=move |_| form.fill(None)>
                        {words.t("action.cancel")}
                    </button>
                </Show>
            </div>
        </form>
    }
    .into_any()
}

/// Phrases between commas. The Arabic, Chinese and full-width commas part them too.
fn phrases(text: &str) -> Vec<String> {
    text.split([',', ';', '،', '，', '、', '\n'])
        .map(str::trim)
        .filter(|phrase| !phrase.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_of_all_languages_part_phrases() {
        assert_eq!(
            phrases(" head of sales, , CEO，老板、 مدير، x"),
            ["head of sales", "CEO", "老板", "مدير", "x"]
        );
        assert!(phrases(" ,").is_empty());
    }
}
