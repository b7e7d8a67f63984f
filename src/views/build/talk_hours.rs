//! When sellers answer.

use super::metric::{breakdown, metric_view};
use super::scorecard::score_row;
use super::{Asked, heat};
use crate::facts::Span;
use crate::metrics::{Dim, Figure, Metric, RESPONSE_TIME_BUSINESS, Selection, Stream, metric};
use crate::views::{TalkHoursView, TalkRules, WeekView};
use crate::workspace::Workspace;

/// The windows that a share can be asked for.
const WINDOWS: [&str; 4] = ["1h", "4h", "24h", "7d"];
/// Days that the maps hold at least.
const MAP_DAYS: i32 = 52 * 7;

/// When sellers answer: the share within a window, and the time in hours of the calendar or of work.
pub fn talk_hours_view(
    workspace: &Workspace,
    asked: &Asked<'_>,
    window: &str,
    in_business_hours: bool,
) -> TalkHoursView {
    let span = asked.selection.span;
    let span = Span { from: span.from.min(span.to.plus(1 - MAP_DAYS)), to: span.to };
    let window = WINDOWS.into_iter().find(|known| *known == window).unwrap_or("4h");
    let calendar = metric("response_time");
    let time = calendar.filter(|_| !in_business_hours).unwrap_or(&RESPONSE_TIME_BUSINESS);
    let share = metric("response_rate").unwrap_or(time);
    TalkHoursView {
        frame: asked.frame.clone(),
        span,
        windows: WINDOWS.map(str::to_owned).to_vec(),
        window: window.to_owned(),
        share: week(asked, share, &asked.selection.over(span).with_key(Dim::Window, window)),
        time: week(asked, time, &asked.selection.over(span)),
        waits: metric_view(workspace, asked, time, Some(Dim::Seller), None),
        in_business_hours,
        rules: TalkRules::of(&workspace.definitions),
    }
}

fn week(asked: &Asked<'_>, metric: &Metric, selection: &Selection) -> WeekView {
    let samples = metric.samples(&asked.context);
    let stream = Stream::new(metric, &samples, &asked.context);
    let asked = Asked { selection: selection.clone(), ..super::talks::again(asked) };
    let mut days: Vec<Option<Figure>> = vec![None; 7];
    for row in breakdown(&asked, metric, &stream, Dim::Weekday).rows {
        let weekday = row.key.parse::<usize>().ok().and_then(|weekday| weekday.checked_sub(1));
        if let Some(day) = weekday.and_then(|weekday| days.get_mut(weekday)) {
            *day = Some(row.figure);
        }
    }
    WeekView { row: score_row(&asked, metric, &stream), heat: heat::heat(&asked, &stream, selection), days }
}
