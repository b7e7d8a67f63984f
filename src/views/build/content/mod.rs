//! The content page's values, one file per section.

mod audience;
mod clicks;
mod engagers;
mod followers;
mod items;
mod pages;
mod posts;
mod sharers;
mod stacks;
mod tags;
mod told;

use super::Asked;
use super::scorecard::score_row;
use crate::metrics::{Dim, Figure, Metric, Samples, Selection, Stream, metric};
use crate::views::{Clicks, ContentView, ScoreRow};
use crate::workspace::Workspace;

use told::Told;

/// The key figures at the head of the page, in their order.
const FIGURES: [&str; 9] = [
    "posts_shared",
    "active_sharer_share",
    "posting_regularity",
    "engagement_rate",
    "follower_engagement_rate",
    "audience_shares",
    "link_ctr",
    "comments_given",
    "reactions_given",
];

/// The content page.
pub fn content_view(workspace: &Workspace, asked: &Asked<'_>, clicks: Clicks) -> ContentView {
    let told = Told::new(workspace, asked, clicks);
    let mut not_by: Vec<Dim> = asked.selection.keys.iter().map(|(dim, _)| *dim).collect();
    not_by.retain(|dim| !matches!(dim, Dim::Platform | Dim::Campaign));
    ContentView {
        frame: asked.frame.clone(),
        rules: workspace.definitions.content.clone(),
        not_by,
        figures: FIGURES.iter().filter_map(|id| key_figure(asked, id)).collect(),
        posts: posts::posts(&told),
        stacks: stacks::stacks(&told),
        sharers: sharers::sharers(workspace, &told),
        audience: audience::audience(&told),
        clicks: clicks::clicks(&told),
        tags: tags::tags(&told),
        items: items::items(&told),
        pages: pages::pages(&told),
        followers: followers::followers(&told),
        engagers: engagers::engagers(&told),
    }
}

/// A metric's row as on the scorecard.
fn key_figure(asked: &Asked<'_>, id: &str) -> Option<ScoreRow> {
    let metric = metric(id)?;
    let samples = metric.samples(&asked.context);
    Some(score_row(asked, metric, &Stream::new(metric, &samples, &asked.context)))
}

/// A metric of the catalogue with its samples, for several questions.
struct Counted {
    metric: &'static Metric,
    samples: Samples,
}

impl Counted {
    /// None for an id that the catalogue does not have.
    fn new(asked: &Asked<'_>, id: &str) -> Option<Counted> {
        let metric = metric(id)?;
        Some(Counted { metric, samples: metric.samples(&asked.context) })
    }

    fn stream<'a>(&'a self, asked: &'a Asked<'_>) -> Stream<'a> {
        Stream::new(self.metric, &self.samples, &asked.context)
    }

    fn figure(&self, asked: &Asked<'_>, selection: &Selection) -> Figure {
        self.stream(asked).figure(selection)
    }

    fn by(&self, asked: &Asked<'_>, selection: &Selection, dim: Dim) -> Vec<(String, Figure)> {
        self.stream(asked).breakdown(selection, dim)
    }
}

/// The figure of a key among those of a breakdown; missing where it has none.
fn of_key(figures: &[(String, Figure)], key: &str) -> Figure {
    let found = figures.iter().find(|(own, _)| own == key).map(|(_, figure)| figure.clone());
    found.unwrap_or_else(|| Figure::missing(crate::metrics::Missing::NothingInPeriod))
}
