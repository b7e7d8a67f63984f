//! The table of files: what each was recognised as and what counting it would change.

use leptos::prelude::*;

use super::desk::{Desk, toggle};
use super::detail::detail_row;
use super::groups::{Group, groups};
use crate::sources::{Form, Mapping, Outcome, Refusal, Source};
use crate::ui::session::session;
use crate::ui::words::{Words, words};

/// The table of files.
#[component]
pub(super) fn FileTable() -> impl IntoView {
    let words = words();
    let desk = expect_context::<Desk>();
    let rows = move || {
        let groups = desk.view.with(groups);
        groups.into_iter().map(|group| group_rows(desk, words, group)).collect_view()
    };
    let heads = ["import.col_new", "import.col_changed", "import.col_same", "import.col_left_out"];
    view! {
        <table class="data imp" data-testid="import-files">
            <colgroup>
                <col class="c-take" />
                <col class="c-file" />
                <col />
                <col class="c-n" />
                <col class="c-n" />
                <col class="c-n" />
                <col class="c-n" />
            </colgroup>
            <thead>
                <tr>
                    <th scope="col">
                        <span class="vh">{words.t("import.col_take")}</span>
                    </th>
                    <th scope="col">{words.t("import.col_file")}</th>
                    <th scope="col">{words.t("import.col_is")}</th>
                    {heads
                        .map(|key| {
                            view! {
                                <th scope="col" class="r">
                                    {words.t(key)}
                                </th>
                            }
                        })
                        .collect_view()}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn group_rows(desk: Desk, words: Words, group: Group) -> AnyView {
    let name = StoredValue::new(group.name.clone());
    let is_countable = group.is_countable();
    let is_taken =
        move || is_countable && !name.with_value(|name| desk.untaken.with(|all| all.contains(name)));
    let is_opened = Memo::new(move |_| name.with_value(|name| desk.opened.with(|all| all.contains(name))));
    let period = match group.period() {
        Some(span) => words.span(span),
        None if group.files.iter().any(|file| matches!(file.outcome, Outcome::Unknown { .. })) => {
            words.t("import.period_unknown")
        }
        None => String::new(),
    };
    let (new, changed, same) = group.counts();
    let left_out: u64 = group.left_out().iter().map(|(_, rows)| rows).sum();
    let number = |count: u64| if count == 0 { dash() } else { words.integer(count).into_any() };
    let left = if left_out == 0 {
        dash()
    } else {
        let open = move |_| name.with_value(|name| toggle(desk.opened, name));
        view! {
            <button class="link num" on:click=open aria-expanded=move || is_opened.get().to_string()>
                {words.integer(left_out)}
            </button>
        }
        .into_any()
    };
    let has_more =
        group.files.iter().any(|file| matches!(file.outcome, Outcome::Read { .. } | Outcome::NotUsed { .. }));
    let more = has_more.then(|| {
        view! {
                <button
                    class="link small"
                    aria-expanded=move || is_opened.get().to_string()
                    data-testid=format!("details-{}", group.name)
                    on:click=move |_| name.with_value(|name| toggle(desk.opened, name))
                >
                    {move || words.t(if is_opened.get() { "import.less" } else { "import.more" })}
                </button>
        }
    });
    let file_name = group.name.clone();
    let is = recognised(words, &group);
    let group = StoredValue::new(group);
    view! {
        <tr class:untaken=move || !is_taken()>
            <td>
                <input
                    type="checkbox"
                    aria-label=words.fill("import.take", &[("file", &file_name)])
                    data-testid=format!("take-{file_name}")
                    disabled=!is_countable
                    prop:checked=is_taken
                    on:change=move |_| name.with_value(|name| toggle(desk.untaken, name))
                />
            </td>
            <th scope="row">
                <bdi class="fn">{file_name.clone()}</bdi>
                <small class="q3">{period}</small>
                {more}
            </th>
            <td>{is}</td>
            <td class="r num">{number(new)}</td>
            <td class="r num">{number(changed)}</td>
            <td class="r num">{number(same)}</td>
            <td class="r num">{left}</td>
        </tr>
        {move || is_opened.get().then(|| group.with_value(|group| detail_row(words, group)))}
    }
    .into_any()
}

/// Nothing to count here.
fn dash() -> AnyView {
    view! { <span class="q3">"–"</span> }.into_any()
}

/// What a file is, in words.
fn recognised(words: Words, group: &Group) -> AnyView {
    let mut said: Vec<String> = Vec::new();
    for name in group.summaries().map(|summary| source_name(words, &summary.source)) {
        if !said.contains(&name) {
            said.push(name);
        }
    }
    // The parts of an archive go by the archive's name.
    if said.len() > 1
        && group.summaries().all(|summary| bring_of(&summary.source) == Some("linkedin_archive"))
    {
        said = vec![words.t("bring.linkedin_archive.name")];
    }
    if said.len() > 3 {
        let more = u64::try_from(said.len() - 3).unwrap_or(u64::MAX);
        said.truncate(3);
        said.push(words.count("import.more_kinds", more, &[]));
    }
    let owner = group.summaries().find_map(|summary| summary.owner.clone());
    let mut lines: Vec<AnyView> = Vec::new();
    if !said.is_empty() {
        let owner = owner.map(|owner| view! { " · " <bdi>{owner}</bdi> });
        lines.push(view! { <span>{words.in_line(said)} {owner}</span> }.into_any());
    }
    for file in &group.files {
        match &file.outcome {
            Outcome::Unknown { table } => {
                let rows = words.count("import.unknown", u64::from(table.rows), &[]);
                lines.push(view! { <span class="askc">{rows}</span> }.into_any());
            }
            Outcome::Refused { refusal, file } => lines.push(refused(words, group, file, refusal)),
            Outcome::Read { summary, mapping: Some(mapping), .. } => {
                lines.push(change_columns(words, &summary.file, &summary.source, mapping.clone()));
            }
            _ => {}
        }
    }
    if group.summaries().next().is_some() && group.summaries().all(|summary| summary.rows == 0) {
        lines.push(view! { <span class="q3">{words.t("import.no_rows")}</span> }.into_any());
    }
    if group.conflicts() > 0 {
        let text = words.count("review.in_conflict", group.conflicts(), &[]);
        lines.push(view! { <span class="askc">{text}</span> }.into_any());
    }
    if lines.is_empty() {
        lines.push(view! { <span class="q3">{words.t("import.nothing_used")}</span> }.into_any());
    }
    view! { <div class="is">{lines}</div> }.into_any()
}

/// Says why a file is refused and what to do.
fn refused(words: Words, group: &Group, file: &str, refusal: &Refusal) -> AnyView {
    let key = format!("error.{}", refusal.code);
    let args: Vec<(String, String)> =
        refusal.args.iter().map(|(name, value)| (name.clone(), readable(words, name, value))).collect();
    let text = if words.has(&key) {
        words.fill_owned(&key, &args)
    } else {
        words.fill("error.other", &[("code", &refusal.code)])
    };
    let desk = expect_context::<Desk>();
    let again = desk.draft_of(file).map(|draft| change_columns(words, file, "", draft));
    // In an archive it says which part.
    let part = file.strip_prefix(&group.name).and_then(|rest| rest.strip_prefix('/'));
    let said = match part {
        None => text.into_any(),
        Some(part) => words.woven(
            "together.label",
            [
                ("label", view! { <bdi class="mono">{part.to_owned()}</bdi> }.into_any()),
                ("text", text.into_any()),
            ],
        ),
    };
    view! {
        <span class="err" data-testid="refused">
            {said}
        </span>
        {again}
    }
    .into_any()
}

/// A value of a message as a person reads it: sizes in megabytes, kinds of file by their name.
fn readable(words: Words, name: &str, value: &str) -> String {
    match (name, value.parse::<u64>()) {
        ("size_bytes" | "limit_bytes", Ok(bytes)) => words.bytes(bytes),
        ("line" | "column" | "limit" | "entries" | "count", Ok(number)) => words.integer(number),
        ("looks_like", _) => words.t(&format!("looks_like.{value}")),
        ("style", _) => words.t(&format!("decimal.{value}")),
        ("order", _) => words.t(&format!("question.date_{value}")),
        ("field", _) => words.t(&format!("field.{value}")),
        _ => value.to_owned(),
    }
}

/// The same for a notice's places.
pub(super) fn notice_text(words: Words, code: &str, args: &[(String, String)]) -> String {
    let key = format!("notice.{code}");
    let args: Vec<(String, String)> =
        args.iter().map(|(name, value)| (name.clone(), readable(words, name, value))).collect();
    if words.has(&key) {
        words.fill_owned(&key, &args)
    } else {
        words.fill("notice.other", &[("code", code)])
    }
}

fn change_columns(words: Words, file: &str, source: &str, mapping: Mapping) -> AnyView {
    // The members of LinkedIn's archive are read by readers of their own, not by columns.
    let is_list = Source::by_id(source)
        .is_none_or(|source| source.form == Form::Table && source.bring != "linkedin_archive");
    if !is_list {
        return ().into_any();
    }
    let session = session();
    let desk = expect_context::<Desk>();
    let mapping = Mapping { file: file.to_owned(), ..mapping };
    let file = file.to_owned();
    let show = move |_| {
        if desk.is_reopened(&file) {
            desk.settle(&file);
        } else if desk.knows(&file) && mapping.table.is_some() {
            desk.reopen(mapping.clone());
        } else {
            // Read by its declaration or by a remembered answer: its columns were never looked at.
            desk.redraft_as(&mapping);
            session.look_at(file.clone());
        }
    };
    view! {
        <button class="link small" data-testid="change-columns" on:click=show>
            {words.t("import.change_columns")}
        </button>
    }
    .into_any()
}

/// Name of a declared source, or of the table that a file was mapped onto.
pub(super) fn source_name(words: Words, id: &str) -> String {
    match (Source::by_id(id), id.split_once('.')) {
        (Some(source), _) => source.name.to_owned(),
        (None, Some(("mapped" | "canonical", table))) => words.t(&format!("table.{table}")),
        _ => id.to_owned(),
    }
}

fn bring_of(id: &str) -> Option<&'static str> {
    Source::by_id(id).map(|source| source.bring)
}
