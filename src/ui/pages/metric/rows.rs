//! The rows behind a number, as they stand in the workspace.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::facts::Span;
use crate::metrics::OwnMetric;
use crate::ui::session::session;
use crate::ui::words::{Words, words};
use crate::views::{Answer, Ask, MetricView, PeriodChoice, RowList, RowView, Which};

/// Rows that were asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Which.
    pub which: Which,
    /// What they are, over the list.
    pub title: String,
    /// Of these days of the period alone.
    pub days: Option<Span>,
}

/// The dialog that lists rows. The browser's own: it holds the focus, and Escape closes it.
pub fn dialog(view: Signal<MetricView>, listed: RwSignal<Option<Listed>>) -> impl IntoView {
    let session = session();
    let words = words();
    let element = NodeRef::<html::Dialog>::new();
    let list = RwSignal::new(None::<RowList>);
    Effect::new(move || {
        let Some(asked) = listed.get() else { return };
        let question = view.with_untracked(|view| {
            let (mut filter, which) = (view.frame.filter.clone(), asked.which);
            if let Some(days) = asked.days {
                filter.period = PeriodChoice::Days(days);
            }
            match OwnMetric::name_in(&view.row.id) {
                Some(name) => Ask::OwnRows { name: name.to_owned(), filter, which },
                None => Ask::Rows { id: view.row.id.clone(), filter, which, variant: view.variant.clone() },
            }
        });
        list.set(None);
        if let Some(dialog) = element.get_untracked() {
            // Fails only for a dialog that is open already, which then shows the new rows.
            let _ = dialog.show_modal();
        }
        spawn_local(async move {
            let answer = session.ask(&question).await;
            // A later list, or a closed dialog, wants no answer to an earlier question.
            let is_wanted = listed.try_get_untracked().flatten().is_some_and(|now| now == asked);
            if let (Answer::Rows { list: got }, true) = (answer, is_wanted) {
                list.set(Some(got));
            }
        });
    });
    let close = move |_: web_sys::MouseEvent| {
        if let Some(dialog) = element.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog
            class="dialog rows"
            node_ref=element
            data-testid="rows-dialog"
            aria-labelledby="rows-title"
            on:close=move |_| listed.set(None)
        >
            <h2 id="rows-title">{move || listed.with(|asked| asked.as_ref().map(|asked| asked.title.clone()))}</h2>
            {move || {
                list.with(|list| match list {
                    None => view! { <p role="status">{words.t("state.reading")}</p> }.into_any(),
                    Some(list) => table(words, list),
                })
            }}
            <div class="acts">
                <button type="button" class="btn" autofocus on:click=close>
                    {words.t("rows.close")}
                </button>
            </div>
        </dialog>
    }
}

fn table(words: Words, list: &RowList) -> AnyView {
    let heads: Vec<AnyView> = list
        .fields
        .iter()
        .map(|field| view! { <th scope="col" title=field.clone()>{words.field(field)}</th> }.into_any())
        .collect();
    let rows: Vec<AnyView> = list.rows.iter().map(|row| line(words, row)).collect();
    let shown = u64::try_from(list.rows.len()).unwrap_or(0);
    let text =
        words.fill("rows.shown", &[("shown", &words.integer(shown)), ("total", &words.integer(list.total))]);
    view! {
        <p>{text}</p>
        <div class="scroll" tabindex="0">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{words.t("rows.file")}</th>
                        <th scope="col" class="r">{words.t("rows.line")}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(words: Words, row: &RowView) -> AnyView {
    // A line that is no longer known is 0.
    let line = (row.line > 0).then(|| words.integer(u64::from(row.line)));
    let cells: Vec<AnyView> =
        row.cells.iter().map(|cell| view! { <td><bdi>{cell.clone()}</bdi></td> }.into_any()).collect();
    view! {
        <tr>
            <td>
                <bdi>{if row.is_typed { words.t("rows.typed") } else { row.file.clone() }}</bdi>
            </td>
            <td class="r num">{line}</td>
            {cells}
        </tr>
    }
    .into_any()
}
