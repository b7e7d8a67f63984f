//! Saying where people were found.

use leptos::prelude::*;

use crate::facts::{Day, NoteChange, PeopleTag};
use crate::ui::parts::{Line, labelled, line_field, lines_input};
use crate::ui::session::Session;

/// What is written in the form.
#[derive(Clone, Copy)]
pub struct Fields {
    /// The name of the tag that is changed; none for a new one.
    was: RwSignal<Option<String>>,
    name: RwSignal<String>,
    people: RwSignal<String>,
    words: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    /// Whether something that is needed is missing.
    lacks: RwSignal<bool>,
}

impl Fields {
    /// A form in which nothing is written yet.
    pub fn new() -> Fields {
        let text = || RwSignal::new(String::new());
        let (was, lacks) = (RwSignal::new(None), RwSignal::new(false));
        Fields { was, name: text(), people: text(), words: text(), from: text(), to: text(), lacks }
    }

    /// Writes a tag that is to be changed.
    pub fn edit(self, tag: &PeopleTag) {
        let day = |day: Option<Day>| day.map(Day::iso).unwrap_or_default();
        self.was.set(Some(tag.name.clone()));
        self.name.set(tag.name.clone());
        self.people.set(tag.people.join("\n"));
        self.words.set(tag.words.join(", "));
        self.from.set(day(tag.from));
        self.to.set(day(tag.to));
        self.lacks.set(false);
    }

    fn clear(self) {
        self.edit(&PeopleTag::default());
        self.was.set(None);
    }

    /// The tag that is written; none without a name, or where nothing says who belongs to it.
    fn tag(self) -> Option<PeopleTag> {
        let parts = |text: RwSignal<String>, mark: char| {
            text.with_untracked(|text| text.split(mark).map(str::to_owned).collect())
        };
        let day = |text: RwSignal<String>| text.with_untracked(|text| Day::parse_iso(text));
        let tag = PeopleTag {
            name: self.name.get_untracked(),
            people: parts(self.people, '\n'),
            words: parts(self.words, ','),
            from: day(self.from),
            to: day(self.to),
        };
        let tag = tag.tidy();
        let says = !tag.people.is_empty() || !tag.words.is_empty() || tag.has_days();
        (says && !tag.name.is_empty()).then_some(tag)
    }
}

/// The form.
pub fn form(session: Session, fields: Fields) -> AnyView {
    let words = session.words();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fields.tag() {
            Some(tag) => {
                let said = words.fill("tags.said.set", &[("name", &tag.name)]);
                session.note(NoteChange::SetTag { tag, was: fields.was.get_untracked() }, Some(said));
                fields.clear();
            }
            None => fields.lacks.set(true),
        }
    };
    let field = |id: &str, key: &str, line, text| line_field(id, words.t(key), line, text);
    view! {
        <form class="entry-form" data-testid="tag-form" on:submit=send novalidate>
            {field("tag-name", "tags.name", Line::Words, fields.name)}
            {field("tag-words", "tags.words", Line::Words, fields.words)}
            {field("tag-from", "tags.from", Line::Day, fields.from)}
            {field("tag-to", "tags.to", Line::Day, fields.to)}
            {labelled("tag-people", words.t("tags.people"), true, lines_input("tag-people", 3, fields.people))}
            <p class="err small" role="alert" data-testid="tag-fault">
                {move || fields.lacks.get().then(|| words.t("tags.lacks"))}
            </p>
            <div class="acts">
                <button class="btn primary" type="submit" data-testid="tag-save">
                    {words.t("action.save")}
                </button>
                <Show when=move || fields.was.with(Option::is_some)>
                    <button class="btn plain" type="button" on:click=move |_| fields.clear()>
                        {words.t("action.cancel")}
                    </button>
                </Show>
            </div>
        </form>
    }
    .into_any()
}
