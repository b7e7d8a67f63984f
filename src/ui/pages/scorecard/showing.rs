//! Which rows of the scorecard stand on the page: all, the key measures, what moved clearly, what has a goal.

use leptos::prelude::*;

use crate::metrics::Verdict;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::views::{ScoreRow, ScorecardView};

/// Name of the remembered choice.
const NAME: &str = "shown_rows";

/// Which rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    All,
    /// Those on the report.
    Key,
    /// Those whose change is clear.
    Moved,
    /// Those with a goal.
    Goals,
}

impl Showing {
    const ALL: [Showing; 4] = [Showing::All, Showing::Key, Showing::Moved, Showing::Goals];

    fn id(self) -> &'static str {
        match self {
            Showing::All => "all",
            Showing::Key => "key",
            Showing::Moved => "moved",
            Showing::Goals => "goals",
        }
    }

    /// What was chosen last on this device.
    pub fn remembered(session: Session) -> Showing {
        let id = session.remembered(NAME);
        Showing::ALL.into_iter().find(|own| Some(own.id()) == id.as_deref()).unwrap_or(Showing::All)
    }

    fn holds(self, view: &ScorecardView, row: &ScoreRow) -> bool {
        let verdict = || row.change.map(|change| change.verdict);
        match self {
            Showing::All => true,
            Showing::Key => view.on_report.contains(&row.id),
            Showing::Moved => {
                matches!(verdict(), Some(Verdict::Better | Verdict::Worse | Verdict::Moved))
            }
            Showing::Goals => row.goal.is_some(),
        }
    }

    fn count(self, view: &ScorecardView) -> usize {
        view.rows.iter().filter(|row| row.part_of.is_none() && self.holds(view, row)).count()
    }

    /// How many rows each choice shows, in the order of the choices.
    pub fn counts(view: &ScorecardView) -> [usize; 4] {
        Showing::ALL.map(|own| own.count(view))
    }

    /// The choice that can be followed: all, where it leaves nothing.
    fn possible(self, count: usize) -> Showing {
        if count == 0 { Showing::All } else { self }
    }

    /// The rows chosen; parts stand with what they are parts of.
    pub fn of(self, view: &ScorecardView) -> ScorecardView {
        let own = self.possible(self.count(view));
        let holds = |row: &&ScoreRow| match &row.part_of {
            Some(whole) => view.rows.iter().any(|row| row.id == *whole && own.holds(view, row)),
            None => own.holds(view, row),
        };
        ScorecardView { rows: view.rows.iter().filter(holds).cloned().collect(), ..view.clone() }
    }
}

/// The choice, with how many rows each shows; a dash where that is not known yet. It stays the same while answers
/// come: who stands on it is not moved, and nothing below it moves.
pub fn choice(
    session: Session,
    counts: Memo<Option<[usize; 4]>>,
    showing: RwSignal<Showing>,
) -> impl IntoView {
    let words = session.words();
    let count = move |own: Showing| {
        let at = Showing::ALL.iter().position(|any| *any == own)?;
        counts.get()?.get(at).copied()
    };
    let now = move || {
        let chosen = showing.get();
        count(chosen).map_or(chosen, |count| chosen.possible(count))
    };
    let buttons = Showing::ALL.map(|own| {
        let name = move || {
            let count = count(own).map(|count| words.integer(u64::try_from(count).unwrap_or(0)));
            let key = format!("scorecard.show.{}", own.id());
            words.fill(&key, &[("n", &count.unwrap_or_else(|| "–".to_owned()))])
        };
        let choose = move |_| {
            session.remember(NAME, own.id());
            showing.set(own);
        };
        view! {
            <button
                type="button"
                data-testid=format!("show-{}", own.id())
                aria-pressed=move || if now() == own { "true" } else { "false" }
                disabled=move || count(own) == Some(0)
                on:click=choose
            >
                {name}
            </button>
        }
    });
    let of_key = move || {
        (now() == Showing::Key).then(|| {
            view! {
                <p class="small quiet">
                    {words.t("scorecard.show.key_of")} {words.gap()}
                    <a href=session.href_now(Page::Report)>{words.t("report.title")}</a>
                </p>
            }
        })
    };
    view! {
        <div class="score-show">
            <div class="seg" role="group" aria-label=words.t("scorecard.show")>
                {buttons.into_iter().collect_view()}
            </div>
            {of_key}
        </div>
    }
}
