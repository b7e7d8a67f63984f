//! Copying a table: tab-separated text that spreadsheets take apart again.

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::ui::session::{Session, session};

/// A button that copies a table, made when it is pressed.
#[component]
pub fn CopyTable(
    /// The lines of the table, head first.
    lines: impl Fn() -> Vec<Vec<String>> + 'static,
) -> impl IntoView {
    let session = session();
    view! {
        <button type="button" class="link note copy" on:click=move |_| copy(session, &lines())>
            {session.words().t("copy.table")}
        </button>
    }
}

fn copy(session: Session, lines: &[Vec<String>]) {
    copy_text(session, &tab_separated(lines), "copy.done");
}

/// Puts a text on the clipboard and says so, by the message `done`.
pub fn copy_text(session: Session, text: &str, done: &'static str) {
    let words = session.words();
    let navigator = window().navigator();
    // Pages that did not come over a safe connection have no clipboard.
    let has_clipboard =
        Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    if !has_clipboard {
        return session.say_error(words.t("copy.failed"));
    }
    let promise = navigator.clipboard().write_text(text);
    spawn_local(async move {
        match JsFuture::from(promise).await {
            Ok(_) => session.say(words.t(done), None),
            Err(_) => session.say_error(words.t("copy.failed")),
        }
    });
}

/// Lines of cells as text. Isolates guide the reading of a page and would stand in a cell as rubbish;
/// tabs and line ends inside a cell become blanks.
fn tab_separated(lines: &[Vec<String>]) -> String {
    let clean = |cell: &String| -> String {
        cell.chars()
            .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
            .map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c })
            .collect()
    };
    let line = |cells: &Vec<String>| cells.iter().map(clean).collect::<Vec<_>>().join("\t");
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_in_their_columns() {
        let lines = [vec!["a".to_owned(), "b\tc".to_owned()], vec!["\u{2068}d\u{2069}\n".to_owned()]];
        assert_eq!(tab_separated(&lines), "a\tb c\nd ");
    }
}
