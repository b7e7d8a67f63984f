//! Which rows of the scorecard stand on the page: all, the key measures, what moved clearly, what has a goal.

use leptos::prelude::*;

use crate::metrics::Verdict;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::views::{ScoreRow, ScorecardView};

/// Name of the remembered choice.
const NAME: &str = "scorecard.rows";

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

    /// The choice that can be followed: all, where it leaves nothing.
    fn possible(self, view: &ScorecardView) -> Showing {
        if self.count(view) == 0 { Showing::All } else { self }
    }

    /// The rows chosen; parts stand with what they are parts of.
    pub fn of(self, view: &ScorecardView) -> ScorecardView {
        let own = self.possible(view);
        let holds = |row: &&ScoreRow| match &row.part_of {
            Some(whole) => view.rows.iter().any(|row| row.id == *whole && own.holds(view, row)),
            None => own.holds(view, row),
        };
        ScorecardView { rows: view.rows.iter().filter(holds).cloned().collect(), ..view.clone() }
    }
}

/// The choice, with how many rows each shows.
pub fn choice(session: Session, view: &ScorecardView, showing: RwSignal<Showing>) -> AnyView {
    let words = session.words();
    // The buttons stay while another is chosen: who stands on one is not moved.
    let possible = Showing::ALL.map(|own| own.possible(view));
    let is_now = move |own: Showing| {
        let chosen = showing.get();
        Showing::ALL.iter().zip(possible).any(|(any, possible)| *any == chosen && possible == own)
    };
    let buttons = Showing::ALL.map(|own| {
        let count = own.count(view);
        let name = words.fill(
            &format!("scorecard.show.{}", own.id()),
            &[("n", &words.integer(u64::try_from(count).unwrap_or(0)))],
        );
        let choose = move |_| {
            session.remember(NAME, own.id());
            showing.set(own);
        };
        view! {
            <button
                type="button"
                data-testid=format!("show-{}", own.id())
                aria-pressed=move || if is_now(own) { "true" } else { "false" }
                disabled=count == 0
                on:click=choose
            >
                {name}
            </button>
        }
    });
    let of_key = move || {
        is_now(Showing::Key).then(|| {
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
    .into_any()
}
