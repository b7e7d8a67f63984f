//! The bar at the foot: what counting would change, in numbers.

use leptos::prelude::*;

use super::desk::Desk;
use super::groups::{groups, open_questions};
use crate::sources::Outcome;
use crate::ui::importing::taken_name;
use crate::ui::session::{ImportState, session};

/// What counting the chosen files comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sum {
    new: u64,
    changed: u64,
    left_out: u64,
    refused: u64,
    questions: u64,
    /// Files that say anything: a header alone says nothing.
    files: u64,
}

fn sum(desk: Desk) -> Sum {
    let groups = desk.view.with(groups);
    desk.untaken.with(|untaken| {
        let mut sum = Sum::default();
        for group in groups.iter().filter(|group| !untaken.contains(&group.name)) {
            let (new, changed, _) = group.counts();
            sum.new += new;
            sum.changed += changed;
            sum.left_out += group.left_out().iter().map(|(_, rows)| rows).sum::<u64>();
            sum.files += u64::from(group.summaries().any(|summary| summary.rows > 0));
            for file in &group.files {
                sum.refused += u64::from(matches!(file.outcome, Outcome::Refused { .. }));
            }
        }
        let open = desk.unowned.with(|unowned| open_questions(&groups, untaken, unowned));
        sum.questions = u64::try_from(open.len()).unwrap_or(u64::MAX);
        sum
    })
}

/// The bar at the foot.
#[component]
pub(super) fn ConfirmBar() -> impl IntoView {
    let session = session();
    let words = session.words();
    let desk = expect_context::<Desk>();
    let sum = Memo::new(move |_| sum(desk));
    let is_reading =
        Memo::new(move |_| session.import.with(|state| matches!(state, ImportState::Reading(_))));
    let is_ready = Memo::new(move |_| {
        let sum = sum.get();
        sum.questions == 0 && sum.files > 0 && !is_reading.get()
    });
    let said = move || {
        let sum = sum.get();
        let parts = [
            ("confirm.new", sum.new),
            ("confirm.changed", sum.changed),
            ("confirm.left_out", sum.left_out),
            ("confirm.refused", sum.refused),
        ];
        parts
            .into_iter()
            .filter(|(key, count)| *count > 0 || *key == "confirm.new")
            .map(|(key, count)| words.count(key, count, &[]))
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let label = move || {
        let sum = sum.get();
        let count = words.count("confirm.count", sum.new + sum.changed, &[]);
        if is_reading.get() {
            words.t("confirm.reading")
        } else if sum.questions > 0 && sum.new + sum.changed == 0 {
            words.count("confirm.questions_first", sum.questions, &[])
        } else if sum.questions > 0 {
            words.count("confirm.questions", sum.questions, &[("then", &count)])
        } else if sum.files == 0 {
            words.t("confirm.nothing")
        } else if sum.new + sum.changed == 0 {
            words.t("confirm.nothing_new")
        } else {
            count
        }
    };
    let confirm = move |_| {
        if !is_ready.get_untracked() {
            return;
        }
        let files: Vec<String> = untrack(|| {
            let groups = desk.view.with(groups);
            desk.untaken.with(|untaken| {
                groups
                    .iter()
                    .filter(|group| !untaken.contains(&group.name))
                    .flat_map(|group| group.files.iter().filter_map(|file| taken_name(&file.outcome)))
                    .collect()
            })
        });
        let remember = desk.to_remember(&files);
        session.confirm_import(files, remember);
    };
    view! {
        <div class="confirm" role="region" aria-label=words.t("confirm.label")>
            <div class="wrap">
                <p class="small num" role="status" data-testid="confirm-sum">
                    {said}
                </p>
                <span class="note push">{words.t("confirm.undo")}</span>
                <button class="btn plain" data-testid="cancel-import" on:click=move |_| session.cancel_import()>
                    {words.t("action.cancel")}
                </button>
                <button
                    class="btn primary"
                    data-testid="confirm-import"
                    aria-disabled=move || (!is_ready.get()).then_some("true")
                    on:click=confirm
                >
                    {label}
                </button>
            </div>
        </div>
    }
}
