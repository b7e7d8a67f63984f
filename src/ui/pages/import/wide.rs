//! Which columns of a wide table are shown: nobody reads three hundred rows to find the six that matter.

use leptos::html;
use leptos::prelude::*;

use crate::sources::ColumnView;
use crate::ui::session::value_of;
use crate::ui::words::Words;

/// Columns that are shown at first, and how many more each time.
const STEP: usize = 30;

/// The columns to show, in the order of the table, and how many are left for "more".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Their places.
    pub columns: Vec<usize>,
    /// How many stand behind "more".
    pub more: usize,
}

/// Picks the columns to show: those that are used, then those that hold values, then the blank ones, as many as
/// `most` (used ones in any case). While a person looks for a column, those whose names hold the words.
pub(super) fn pick(
    columns: &[ColumnView],
    is_used: impl Fn(usize) -> bool,
    query: &str,
    most: usize,
) -> Shown {
    let wanted = query.trim().to_lowercase();
    let fits = |at: &usize| {
        wanted.is_empty()
            || columns.get(*at).is_some_and(|column| column.name.to_lowercase().contains(&wanted))
    };
    let is_blank = |at: usize| columns.get(at).is_none_or(|column| column.filled == 0);
    let mut found: Vec<usize> = (0..columns.len()).filter(fits).collect();
    let all = found.len();
    let used = found.iter().filter(|at| is_used(**at)).count();
    found.sort_by_key(|at| (!is_used(*at), is_blank(*at)));
    found.truncate(most.max(used));
    found.sort_unstable();
    Shown { more: all - found.len(), columns: found }
}

/// The columns of a table as a person looks at them.
#[derive(Clone, Copy)]
pub(super) struct Wide {
    query: RwSignal<String>,
    most: RwSignal<usize>,
    search: NodeRef<html::Input>,
}

impl Wide {
    /// The first columns, nothing looked for.
    pub(super) fn new() -> Wide {
        Wide { query: RwSignal::new(String::new()), most: RwSignal::new(STEP), search: NodeRef::new() }
    }

    /// The columns to show now.
    pub(super) fn pick(self, columns: &[ColumnView], is_used: impl Fn(usize) -> bool) -> Shown {
        self.query.with(|query| pick(columns, is_used, query, self.most.get()))
    }

    /// Where a column is looked for by its name; nothing where all stand there anyway.
    pub(super) fn search(self, words: Words, columns: usize, shown: Memo<Shown>) -> Option<AnyView> {
        let look = move |event| {
            self.most.set(STEP);
            self.query.set(value_of(&event));
        };
        let none = move || shown.with(|shown| shown.columns.is_empty()).then(|| words.t("map.no_column"));
        (columns > STEP).then(|| {
            view! {
                <div>
                    <label class="map-table">
                        <small>{words.t("map.find_column")}</small>
                        <input
                            class="field"
                            type="search"
                            dir="auto"
                            data-testid="map-find"
                            node_ref=self.search
                            on:input=look
                        />
                    </label>
                    <span class="quiet small" role="status">{none}</span>
                </div>
            }
            .into_any()
        })
    }

    /// The button that shows more of them, as long as there are more.
    pub(super) fn more(self, words: Words, shown: Memo<Shown>) -> AnyView {
        let left = Memo::new(move |_| shown.with(|shown| shown.more));
        let are_left = Memo::new(move |_| left.get() > 0);
        let show = move |_| {
            self.most.update(|most| *most += STEP);
            // The button goes with the last of them, and must not take the keyboard's place with it.
            if left.get_untracked() == 0
                && let Some(search) = self.search.get_untracked()
            {
                // Focus is a help; where it fails the page is no worse.
                let _ = search.focus();
            }
        };
        let button = move || {
            are_left.get().then(|| {
                view! {
                    <p>
                        <button class="btn plain" data-testid="map-more" on:click=show>
                            {move || words.count("map.more_columns", left.get() as u64, &[])}
                        </button>
                    </p>
                }
            })
        };
        button.into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(filled: &[u32]) -> Vec<ColumnView> {
        let column = |(at, filled): (usize, &u32)| ColumnView {
            name: format!("Column {at}"),
            first_values: Vec::new(),
            filled: *filled,
            distinct: *filled,
            dates: 0,
            numbers: 0,
            values: Vec::new(),
        };
        filled.iter().enumerate().map(column).collect()
    }

    fn shown(columns: Vec<usize>, more: usize) -> Shown {
        Shown { columns, more }
    }

    #[test]
    fn a_short_table_is_shown_as_it_is() {
        let table = columns(&[3, 0, 3]);
        assert_eq!(pick(&table, |_| false, "", 30), shown(vec![0, 1, 2], 0));
    }

    #[test]
    fn of_a_wide_one_the_used_and_the_filled_come_first() {
        let mut filled = vec![0; 300];
        for at in [7, 120, 299] {
            filled[at] = 5;
        }
        let table = columns(&filled);
        assert_eq!(pick(&table, |at| at == 250, "", 4), shown(vec![7, 120, 250, 299], 296));
        // The next ones are blank: they come in their order.
        assert_eq!(pick(&table, |at| at == 250, "", 6), shown(vec![0, 1, 7, 120, 250, 299], 294));
        assert_eq!(pick(&table, |_| false, "", 300), shown((0..300).collect(), 0));
    }

    #[test]
    fn what_is_used_is_never_hidden() {
        let table = columns(&[1; 100]);
        assert_eq!(pick(&table, |at| at >= 60, "", 30), shown((60..100).collect(), 60));
    }

    #[test]
    fn a_column_is_found_by_any_part_of_its_name() {
        let table = columns(&[1; 40]);
        assert_eq!(pick(&table, |at| at == 2, " COLUMN 3", 5), shown(vec![3, 30, 31, 32, 33], 6));
        assert_eq!(pick(&table, |_| true, "deal", 30), shown(vec![], 0));
    }
}
