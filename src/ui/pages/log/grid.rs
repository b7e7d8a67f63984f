//! Readings of the index: sellers by weeks, oldest week first, typed cell by cell or pasted as a column.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::cell::cell;
use super::{Log, page_text};
use crate::facts::{Day, TableId};
use crate::ui::parts::{Line, line_input};
use crate::ui::session::ToastAction;
use crate::views::checkin::iso_week_of;
use crate::views::{EntryChange, Reading, TypedRow, pasted_cells, reading_day};

/// The grid, as its cells know it.
#[derive(Clone, Copy)]
pub struct Grid {
    pub log: Log,
    /// Sellers in the order of the rows: those known, then those written below the grid.
    pub sellers: Memo<Vec<String>>,
    pub weeks: Memo<Vec<Day>>,
    /// Cells that were not taken: seller, week, why.
    pub faults: RwSignal<Vec<(String, Day, String)>>,
}

/// The section.
pub fn section(log: Log) -> AnyView {
    let words = log.session.words();
    let extra = RwSignal::new(Vec::<String>::new());
    let sellers = Memo::new(move |_| {
        let mut all = log.view.with(|view| view.sellers.clone());
        let new = extra.get();
        all.extend(new.into_iter().filter(|name| !log.view.with(|view| view.sellers.contains(name))));
        all
    });
    let weeks = Memo::new(move |_| log.view.with(|view| view.weeks.clone()));
    let grid = Grid { log, sellers, weeks, faults: RwSignal::new(Vec::new()) };
    let heads = move || {
        let week_head = |week: &Day| {
            let (_, number) = iso_week_of(*week);
            let text = words.fill("log.week", &[("n", &words.integer(number))]);
            let span = words.short_day(*week);
            view! {
                <th scope="col" class="r">
                    <bdi>{text}</bdi>
                    <small class="q3">
                        <bdi>{span}</bdi>
                    </small>
                </th>
            }
        };
        weeks.with(|weeks| weeks.iter().map(week_head).collect_view())
    };
    let row = move |seller: String| {
        let cells = move |seller: String| {
            weeks.with(|weeks| {
                weeks
                    .iter()
                    .enumerate()
                    .map(|(place, week)| view! { <td class="r">{cell(grid, seller.clone(), *week, place)}</td> })
                    .collect_view()
            })
        };
        let name = seller.clone();
        view! {
            <tr>
                <th scope="row">
                    <bdi>{name}</bdi>
                </th>
                {move || cells(seller.clone())}
            </tr>
        }
    };
    let name = RwSignal::new(String::new());
    let add_seller = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let new = name.get_untracked().split_whitespace().collect::<Vec<_>>().join(" ");
        if new.is_empty() || sellers.with_untracked(|all| all.contains(&new)) {
            return;
        }
        extra.update(|all| all.push(new));
        name.set(String::new());
        // The new row is drawn before the focus goes into it.
        request_animation_frame(move || {
            let last = weeks.with_untracked(Vec::len).saturating_sub(1);
            super::cell::focus(sellers.with_untracked(Vec::len).saturating_sub(1), last);
        });
    };
    let faults = move || {
        let said = grid.faults.get();
        let line = |(seller, week, why): &(String, Day, String)| {
            view! {
                <p class="err">
                    <bdi>{seller.clone()}</bdi>
                    " · "
                    <bdi>{words.calendar_week(*week)}</bdi>
                    {format!(" · {why}")}
                </p>
            }
        };
        said.iter().map(line).collect_view()
    };
    view! {
        <section class="sec">
            <h2>{words.t("log.grid")}</h2>
            <p class="quiet small">{words.t("log.grid_text")}</p>
            {move || due(log)}
            // Time runs from left to right in every language.
            <div class="scroll" dir="ltr">
                <table class="data grid" data-testid="ssi-grid">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("field.seller")}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || sellers.get() key=Clone::clone children=row />
                    </tbody>
                </table>
            </div>
            <div role="alert" class="grid-faults" data-testid="grid-faults">{faults}</div>
            <form class="entry-line" on:submit=add_seller>
                <label for="grid-seller">{words.t("log.grid_seller")}</label>
                {line_input("grid-seller", Line::Words, name)}
                <button class="btn" type="submit">
                    {words.t("log.grid_add")}
                </button>
            </form>
            {page_text::details(log)}
        </section>
    }
    .into_any()
}

/// Who has no reading yet, by the rhythm chosen for reminders.
fn due(log: Log) -> Option<AnyView> {
    let words = log.session.words();
    let every = if log.session.remembered("log_every").as_deref() == Some("2") { 2 } else { 1 };
    let due = log
        .view
        .with(|view| view.due(every, log.today).iter().map(|who| (*who).to_owned()).collect::<Vec<_>>());
    if due.is_empty() {
        return None;
    }
    let key = if every == 2 { "log.due_fortnight" } else { "log.due_week" };
    let said = words.fill(key, &[("names", &words.list(&due))]);
    Some(
        view! {
            <p class="callout ask" data-testid="log-due">
                {said}
            </p>
        }
        .into_any(),
    )
}

impl Grid {
    /// The reading in a cell.
    pub fn reading(self, seller: &str, week: Day) -> Option<Reading> {
        self.log.view.with(|view| {
            let place = view.weeks.iter().position(|known| *known == week)?;
            view.readings.iter().find(|row| row.seller == seller)?.weeks.get(place)?.clone()
        })
    }

    /// What typing a text into a cell changes; nothing where it says what is there.
    fn change(self, seller: &str, week: Day, text: &str) -> Option<EntryChange> {
        let known = untrack(|| self.reading(seller, week));
        match (known, text.trim()) {
            (Some(known), text) if known.text == text => None,
            (Some(Reading { entry: Some(id), .. }), "") => Some(EntryChange::Delete { id }),
            (_, "") => None,
            (known, text) => {
                let day = known.map_or_else(|| reading_day(week, self.log.today), |known| known.day);
                let fields = [("seller", seller.to_owned()), ("date", day.iso()), ("total", text.to_owned())];
                let fields = fields.map(|(field, text)| (field.to_owned(), text)).to_vec();
                Some(EntryChange::Add(TypedRow { table: TableId::Ssi, fields }))
            }
        }
    }

    /// Takes texts into cells as one step.
    pub fn enter(self, texts: Vec<(String, Day, String)>) {
        let places: Vec<(String, Day, EntryChange)> = texts
            .into_iter()
            .filter_map(|(seller, week, text)| {
                let change = self.change(&seller, week, &text)?;
                Some((seller, week, change))
            })
            .collect();
        self.faults.set(Vec::new());
        if places.is_empty() {
            return;
        }
        let (session, is_batch) = (self.log.session, places.len() > 1);
        spawn_local(async move {
            let changes = places.iter().map(|(.., change)| change.clone()).collect();
            match session.change_entries(changes).await {
                Ok(_) if is_batch => {
                    let count = u64::try_from(places.len()).unwrap_or(u64::MAX);
                    session
                        .say(session.words().count("log.added", count, &[]), Some(ToastAction::UndoEntries));
                }
                Ok(_) => {}
                Err(faults) => {
                    let said = faults.iter().filter_map(|fault| {
                        let (seller, week, _) = places.get(usize::try_from(fault.change).ok()?)?;
                        Some((seller.clone(), *week, session.words().t(&format!("typed.{}", fault.code))))
                    });
                    self.faults.set(said.collect());
                }
            }
        });
    }

    /// Takes pasted cells in from one cell on, downwards and to later weeks. False where they are one cell,
    /// which the field takes itself.
    pub fn paste(self, seller: &str, place: usize, text: &str) -> bool {
        let cells = pasted_cells(text);
        let width = cells.iter().map(Vec::len).max().unwrap_or(0);
        if cells.len() <= 1 && width <= 1 {
            return false;
        }
        let sellers = self.sellers.get_untracked();
        let weeks = self.weeks.get_untracked();
        let first = sellers.iter().position(|known| known == seller).unwrap_or(0);
        let rows = sellers.get(first..).unwrap_or(&[]);
        let columns = weeks.get(place..).unwrap_or(&[]);
        if cells.len() > rows.len() || width > columns.len() {
            let words = self.log.session.words();
            let number = |count: usize| words.integer(u64::try_from(count).unwrap_or(u64::MAX));
            let text = words.fill(
                "log.paste_large",
                &[
                    ("rows", &number(cells.len())),
                    ("columns", &number(width)),
                    ("sellers", &number(rows.len())),
                    ("weeks", &number(columns.len())),
                ],
            );
            self.log.session.say_error(text);
            return true;
        }
        let mut texts = Vec::new();
        for (seller, line) in rows.iter().zip(&cells) {
            for (week, text) in columns.iter().zip(line).filter(|(_, text)| !text.is_empty()) {
                texts.push((seller.clone(), *week, text.clone()));
            }
        }
        self.enter(texts);
        true
    }
}
