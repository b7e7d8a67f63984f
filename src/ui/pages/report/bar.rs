//! What a person chooses for the report: language, paper, names, rows, a headline and a note.

use leptos::prelude::*;

use crate::metrics::{
    MOST_HEADLINE, MOST_NOTE, MOST_REPORT_ROWS, NameStyle, Paper, ReportChange, ReportChoices, Stage,
};
use crate::text::Locale;
use crate::ui::parts::Pick;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::{Ask, Offered, ReportView};

/// The bar above the sheet.
pub fn bar(session: Session, view: Memo<Option<ReportView>>, choices: RwSignal<ReportChoices>) -> AnyView {
    let words = session.words();
    let change = move |change: ReportChange| {
        // The sheet follows at once, and stays so when the engine has it.
        choices.update(|choices| choices.apply(change.clone()));
        session.tell(Ask::ChangeReport { change });
    };
    let languages = std::iter::once((String::new(), words.t("report.language.page")))
        .chain(Locale::ALL.map(|locale| (locale.lang().to_owned(), locale.own_name().to_owned())))
        .collect::<Vec<_>>();
    let papers = vec![("a4".to_owned(), "A4".to_owned()), ("letter".to_owned(), "Letter".to_owned())];
    let names = NameStyle::ALL
        .map(|style| (style.id().to_owned(), words.t(&format!("names.{}", style.id()))))
        .to_vec();
    let paper_id = move || choices.with(|choices| if choices.paper == Paper::A4 { "a4" } else { "letter" });
    let print = move |_| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    view! {
        <section class="report-bar noprint" aria-label=words.t("report.bar")>
            <div class="report-line">
                <button class="btn primary" data-testid="report-print" on:click=print>
                    {words.t("report.print")}
                </button>
                <Pick
                    name=words.t("top.language")
                    test_id="report-language"
                    options=Signal::stored(languages)
                    value=Signal::derive(move || choices.with(|choices| choices.language.clone()))
                    on_pick=move |id| change(ReportChange::Language(id))
                />
                <Pick
                    name=words.t("report.paper")
                    test_id="report-paper"
                    options=Signal::stored(papers)
                    value=Signal::derive(move || paper_id().to_owned())
                    on_pick=move |id| {
                        change(ReportChange::Paper(if id == "a4" { Paper::A4 } else { Paper::Letter }))
                    }
                />
                <Pick
                    name=words.t("names.title")
                    test_id="report-names"
                    options=Signal::stored(names)
                    value=Signal::derive(move || choices.with(|choices| choices.names.id().to_owned()))
                    on_pick=move |id| change(ReportChange::Names(NameStyle::of_id(&id)))
                />
                <button class="btn" data-testid="report-present" on:click=move |_| {
                        session.present();
                    }>
                    {words.t("slides.present")}
                </button>
            </div>
            <details class="report-more">
                <summary>{words.t("report.rows")}</summary>
                <p class="small quiet">
                    {words.fill("report.rows_text", &[("n", &words.integer(MOST_REPORT_ROWS as u64))])}
                </p>
                {move || view.with(|view| view.as_ref().map(|view| row_choice(session, words, view)))}
            </details>
            <details class="report-more">
                <summary>{words.t("report.own")}</summary>
                <label class="entry-field">
                    <span class="small">{words.t("report.headline")}</span>
                    <input
                        class="field"
                        dir="auto"
                        maxlength=MOST_HEADLINE.to_string()
                        data-testid="report-headline"
                        prop:value=move || choices.with(|choices| choices.headline.clone())
                        on:change=move |event| change(ReportChange::Headline(value_of(&event)))
                    />
                </label>
                <label class="entry-field">
                    <span class="small">{words.t("report.note")}</span>
                    <textarea
                        class="field"
                        rows="3"
                        dir="auto"
                        maxlength=MOST_NOTE.to_string()
                        data-testid="report-note"
                        prop:value=move || choices.with(|choices| choices.note.clone())
                        on:change=move |event| change(ReportChange::Note(value_of(&event)))
                    ></textarea>
                </label>
            </details>
        </section>
    }
    .into_any()
}

/// Every metric that has a figure, with a mark where it is a row.
fn row_choice(session: Session, words: Words, view: &ReportView) -> AnyView {
    let choose =
        move |rows: Vec<String>| session.tell(Ask::ChangeReport { change: ReportChange::Rows(rows) });
    let shown: Vec<String> =
        view.offered.iter().filter(|offered| offered.is_shown).map(|offered| offered.id.clone()).collect();
    let is_full = shown.len() >= MOST_REPORT_ROWS;
    let item = |offered: &Offered| {
        let (id, shown) = (offered.id.clone(), shown.clone());
        let is_shown = offered.is_shown;
        let toggle = move |_| {
            let mut rows = shown.clone();
            if is_shown {
                rows.retain(|row| *row != id)
            } else {
                rows.push(id.clone())
            }
            choose(rows);
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=is_shown
                    disabled=is_full && !is_shown
                    data-testid=format!("report-row-{}", offered.id)
                    on:change=toggle
                />
                <span>{words.metric_name(&offered.id, None)}</span>
            </label>
        }
        .into_any()
    };
    let group = |stage: Stage, key: &str| {
        let items: Vec<AnyView> =
            view.offered.iter().filter(|offered| offered.stage == stage).map(item).collect();
        view! {
            <fieldset>
                <legend>{words.t(key)}</legend>
                <div class="report-choices">{items}</div>
            </fieldset>
        }
    };
    let back = (!view.choices.rows.is_empty()).then(|| {
        view! {
            <button class="btn" data-testid="report-rows-reset" on:click=move |_| choose(Vec::new())>
                {words.t("report.rows_suggested")}
            </button>
        }
    });
    view! {
        {group(Stage::Leading, "stage.leading")}
        {group(Stage::Lagging, "stage.lagging")}
        {back}
    }
    .into_any()
}
