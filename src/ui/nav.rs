//! The pages that the top bar leads to: a few by name, the others in the menu behind them.

use super::route::Page;

/// A page that the top bar leads to.
#[derive(Debug)]
pub struct Destination {
    /// The page.
    pub page: Page,
    /// Key of its name.
    pub key: &'static str,
    /// Whether it has nothing to show before there are data.
    pub needs_data: bool,
}

const fn figures(page: Page, key: &'static str) -> Destination {
    Destination { page, key, needs_data: true }
}

const fn always(page: Page, key: &'static str) -> Destination {
    Destination { page, key, needs_data: false }
}

/// Those that stand in the bar itself.
pub static MAIN: &[Destination] = &[
    figures(Page::Scorecard, "nav.scorecard"),
    figures(Page::Network, "nav.network"),
    figures(Page::Content, "content.title"),
    figures(Page::Conversations, "talk.title"),
    figures(Page::Pipeline, "nav.pipeline"),
    always(Page::Import, "nav.import"),
];

/// Those in the menu, by the key of their group.
pub static MORE: &[(&str, &[Destination])] = &[
    ("nav.group_closer", &[figures(Page::Ssi, "nav.ssi"), figures(Page::Referrals, "nav.referrals")]),
    (
        "nav.group_results",
        &[
            figures(Page::Leads, "nav.leads"),
            figures(Page::Attribution, "nav.attribution"),
            figures(Page::Return, "nav.return"),
        ],
    ),
    (
        "nav.group_findings",
        &[
            figures(Page::Funnel, "nav.funnel"),
            figures(Page::Delay, "nav.delay"),
            figures(Page::Honesty, "nav.honesty"),
            figures(Page::Benchmarks, "nav.benchmarks"),
            always(Page::Glossary { id: None }, "nav.glossary"),
        ],
    ),
    (
        "nav.group_plan",
        &[
            figures(Page::Goals, "nav.goals"),
            figures(Page::Programme, "nav.programme"),
            figures(Page::Own, "own.title"),
        ],
    ),
    (
        "nav.group_data",
        &[
            always(Page::Log, "nav.log"),
            figures(Page::Team, "nav.team"),
            figures(Page::Personas, "persona.title"),
            figures(Page::Matches, "match.title"),
            always(Page::Data, "nav.data"),
        ],
    ),
];

/// Whether a page belongs to a destination: itself, or one that is reached from it.
pub fn is_under(page: &Page, destination: &Page) -> bool {
    matches!(
        (destination, page),
        (Page::Scorecard, Page::Metric { .. })
            | (Page::Conversations, Page::Person { .. })
            | (Page::Glossary { .. }, Page::Glossary { .. })
    ) || page == destination
}
