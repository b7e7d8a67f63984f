//! A seller's name, renamed in place, and the other names that files have for the same person.

use leptos::html;
use leptos::prelude::*;

use crate::facts::RosterChange;
use crate::ui::session::{Session, value_of};
use crate::views::{NameLine, SellerLine};

/// The name, or the field in which it is changed, over the other names.
pub fn name_cell(session: Session, name: &str, line: Memo<Option<SellerLine>>) -> AnyView {
    let words = session.words();
    let names = Memo::new(move |_| {
        line.with(|line| line.as_ref().map(|line| line.names.clone())).unwrap_or_default()
    });
    let whose = name.to_owned();
    let rename = RenameField {
        name: name.to_owned(),
        label: words.fill("team.rename_label", &[("name", name)]),
        test_id: "rename",
    };
    let said = name.to_owned();
    let done = move |name: String| {
        let text = words.fill("team.said.renamed", &[("old", &said), ("name", &name)]);
        session.change_roster(RosterChange::Rename { seller: said.clone(), name }, text);
    };
    view! {
        {rename.view(session, done)}
        {move || others(session, &whose, &names.get())}
    }
    .into_any()
}

/// A name that is changed where it stands.
pub struct RenameField {
    /// The name.
    pub name: String,
    /// What the button does, for those who do not see where it stands.
    pub label: String,
    /// For tests.
    pub test_id: &'static str,
}

impl RenameField {
    /// The name with its button; pressed, a field. Enter and leaving it keep what was written, Escape does not.
    pub fn view(self, session: Session, done: impl Fn(String) + Clone + Send + 'static) -> AnyView {
        let RenameField { name, label, test_id } = self;
        let words = session.words();
        let is_open = RwSignal::new(false);
        let was_open = StoredValue::new(false);
        let (button, field) = (NodeRef::<html::Button>::new(), NodeRef::<html::Input>::new());
        // Focus is a help; where it fails the page can be clicked.
        Effect::new(move || {
            if let Some(field) = field.get() {
                was_open.set_value(true);
                let _ = field.focus();
                field.select();
            }
        });
        Effect::new(move || {
            if let Some(button) = button.get().filter(|_| was_open.get_value()) {
                let _ = button.focus();
            }
        });
        let keep = {
            let name = name.clone();
            move |written: String| {
                // Closing takes the field away, which then loses the focus: that is no second answer.
                if !is_open.get_untracked() {
                    return;
                }
                is_open.set(false);
                let written = written.trim().to_owned();
                if !written.is_empty() && written != name {
                    done(written);
                }
            }
        };
        let shown = move || {
            let (name, label, keep) = (name.clone(), label.clone(), keep.clone());
            if is_open.get() {
                let leave = keep.clone();
                let on_key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
                    "Enter" => keep(value_of(&event)),
                    "Escape" => is_open.set(false),
                    _ => {}
                };
                view! {
                    <input
                        node_ref=field
                        class="field"
                        type="text"
                        dir="auto"
                        aria-label=label
                        data-testid=format!("{test_id}-field")
                        value=name
                        on:keydown=on_key
                        on:blur=move |event| leave(value_of(&event))
                    />
                }
                .into_any()
            } else {
                view! {
                    <span class="named">
                        <bdi>{name}</bdi>
                        " "
                        <button
                            node_ref=button
                            class="link small"
                            aria-label=label
                            data-testid=test_id
                            on:click=move |_| is_open.set(true)
                        >
                            {words.t("action.rename")}
                        </button>
                    </span>
                }
                .into_any()
            }
        };
        view! { {shown} }.into_any()
    }
}

/// The names that files have, where there is more than the one shown.
fn others(session: Session, shown: &str, names: &[NameLine]) -> Option<AnyView> {
    let words = session.words();
    let is_plain = names.iter().all(|name| name.name == shown);
    if is_plain {
        return None;
    }
    let rows = names
        .iter()
        .map(|name| {
            let split = name.can_split.then(|| {
                let change = RosterChange::Split { seller: shown.to_owned(), name: name.name.clone() };
                let said = words.fill("team.said.split", &[("name", &name.name)]);
                let label = words.fill("team.split_label", &[("name", &name.name)]);
                view! {
                    <button
                        class="link"
                        aria-label=label
                        data-testid="split"
                        on:click=move |_| session.change_roster(change.clone(), said.clone())
                    >
                        {words.t("team.split")}
                    </button>
                }
            });
            view! {
                <li>
                    <bdi>{name.name.clone()}</bdi>
                    " "
                    <span class="q3 num">{words.count("team.rows", u64::from(name.rows), &[])}</span>
                    " "
                    {split}
                </li>
            }
        })
        .collect_view();
    let list = view! {
        <div class="aka">
            <small class="q3">{words.t("team.in_files")}</small>
            <ul class="small">{rows}</ul>
        </div>
    };
    Some(list.into_any())
}
