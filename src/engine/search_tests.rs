//! Search interest from the file to the chart, asked as the page asks; every figure counted by hand.

use super::testing::Desk;
use crate::charts::{ChartSpec, Interval, Overlay, Unit, describe};
use crate::facts::{Day, Span, TableId, Zone};
use crate::sources::Outcome;
use crate::views::{Answer, Ask, BucketChoice, Filter, MetricView, PeriodChoice, SearchChoice};

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// Three weeks from Monday, 2 November 2026, with a post in each.
const POSTS: &str = "seller,published_at,platform\nAda,2026-11-03,linkedin\nAda,2026-11-10,linkedin\nAda,2026-11-17,linkedin\n";

const WEEKS: &str = "Category: All categories\n\n\
    Week,social selling: (Worldwide),advocacy: (Worldwide)\n\
    2026-11-01,40,3\n2026-11-08,<1,5\n";

fn desk(files: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::new();
    for file in [("posts.csv", POSTS)].iter().chain(files) {
        let view = desk.read(&[*file]);
        assert!(matches!(view.files[0].outcome, Outcome::Read { .. }), "{:?}", view.files[0].outcome);
        desk.confirm(&view);
    }
    desk
}

fn asked(desk: &mut Desk, by: BucketChoice, over: Option<&str>) -> MetricView {
    asked_of(desk, ("2026-11-02", "2026-11-22"), by, over)
}

fn asked_of(desk: &mut Desk, (from, to): (&str, &str), by: BucketChoice, over: Option<&str>) -> MetricView {
    let period = PeriodChoice::Days(Span { from: day(from), to: day(to) });
    let filter = Filter { period, by, ..Filter::default() };
    let over = over.map(str::to_owned);
    let ask = Ask::Metric { id: "posts_shared".into(), filter, by: None, variant: None, over };
    match desk.engine.answer(ask, Vec::new()) {
        Answer::Metric { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn overlay(view: &MetricView) -> Option<&Overlay> {
    let Some(ChartSpec::Trend(trend)) = &view.trend else { panic!("{:?}", view.trend) };
    trend.over.as_ref()
}

/// The day of a point, its value and the ends between which it lies.
type Told = (String, Option<f64>, Option<(f64, f64)>);

fn points(view: &MetricView) -> Vec<Told> {
    let over = overlay(view).expect("a line over the trend");
    let ends = |interval: Option<Interval>| interval.map(|interval| (interval.low, interval.high));
    (over.series.points.iter())
        .map(|point| (Day(point.day).iso(), point.value, ends(point.interval)))
        .collect()
}

#[test]
fn a_term_is_laid_over_a_trend_when_it_is_chosen() {
    let mut desk = desk(&[("multiTimeline.csv", WEEKS)]);
    let view = asked(&mut desk, BucketChoice::Week, None);
    assert_eq!((overlay(&view), view.search.chosen), (None, None));
    let choice = |term: &str| SearchChoice {
        key: format!("{term}|Worldwide|week"),
        term: term.into(),
        region: "Worldwide".into(),
        step: "week".into(),
        span: Span { from: day("2026-11-01"), to: day("2026-11-14") },
    };
    assert_eq!(view.search.choices, [choice("advocacy"), choice("social selling")]);

    // A week from Sunday counts where its Wednesday lies; less than one lies between 0 and 1; nobody knows the third.
    let view = asked(&mut desk, BucketChoice::Week, Some("social selling|Worldwide|week"));
    assert_eq!(
        points(&view),
        [
            ("2026-11-02".into(), Some(40.0), None),
            ("2026-11-09".into(), Some(0.5), Some((0.0, 1.0))),
            ("2026-11-16".into(), None, None),
        ]
    );
    assert_eq!(overlay(&view).map(|over| over.top), Some(100.0));
    assert_eq!(view.search.chosen(), Some(&choice("social selling")));
    // The axis of the metric stays its own.
    let Some(ChartSpec::Trend(trend)) = &view.trend else { panic!() };
    assert_eq!((trend.y.unit.clone(), trend.extent()), (Unit::Count, Some((1.0, 1.0))));

    let gone = asked(&mut desk, BucketChoice::Week, Some("no such term|Worldwide|week"));
    assert_eq!((overlay(&gone), gone.search.chosen), (None, None));
}

#[test]
fn the_table_and_the_sentence_tell_it_too() {
    let mut desk = desk(&[("multiTimeline.csv", WEEKS)]);
    let view = asked(&mut desk, BucketChoice::Week, Some("social selling|Worldwide|week"));
    let spec = view.trend.as_ref().unwrap();
    let twin = describe::table(spec);
    let at = twin.columns.iter().position(|column| column.key == "chart.column.over").unwrap();
    let told: Vec<&describe::Cell> = twin.rows.iter().map(|row| &row[at]).collect();
    let below_one = describe::Cell::Interval(Interval { low: 0.0, high: 1.0 }, Unit::OfPeak);
    let forty = describe::Cell::Value(40.0, Unit::OfPeak);
    assert_eq!(told, [&forty, &below_one, &describe::Cell::Missing]);
    let facts = describe::over(spec).unwrap();
    assert_eq!((facts.points, facts.gaps, facts.unit), (2, 1, Unit::OfPeak));
    // What travels to the page and stands in files of it.
    let json = serde_json::to_string(spec).unwrap();
    assert!(json.contains(r#""over":{"series":{"name":{"text":"social selling · Worldwide"}"#), "{json}");
    assert_eq!(&serde_json::from_str::<ChartSpec>(&json).unwrap(), spec);
}

#[test]
fn days_are_averaged_and_months_stand_for_their_weeks() {
    let days = "Category: All categories\n\nDay,a: (Sweden)\n2026-11-02,10\n2026-11-03,<1\n2026-11-08,20\n2026-11-09,7\n";
    let months = "Category: All categories\n\nMonth,b: (Sweden)\n2026-10,90\n2026-11,70\n";
    let mut desk = desk(&[("multiTimeline.csv", days), ("multiTimeline (1).csv", months)]);
    let by_week = points(&asked(&mut desk, BucketChoice::Week, Some("a|Sweden|day")));
    // (10 + 0 + 20) / 3 and (10 + 1 + 20) / 3.
    let (low, high) = (10.0, 31.0 / 3.0);
    assert_eq!(by_week[0], ("2026-11-02".into(), Some((low + high) / 2.0), Some((low, high))));
    assert_eq!(by_week[1], ("2026-11-09".into(), Some(7.0), None));
    assert_eq!(by_week[2], ("2026-11-16".into(), None, None));
    let monthly = points(&asked(&mut desk, BucketChoice::Week, Some("b|Sweden|month")));
    let values: Vec<Option<f64>> = monthly.into_iter().map(|(_, value, _)| value).collect();
    assert_eq!(values, [Some(70.0); 3]);
}

#[test]
fn weeks_are_averaged_over_a_month() {
    let weeks = "Category: All categories\n\nWeek,a: (Sweden)\n2026-10-25,99\n2026-11-01,40\n2026-11-08,20\n2026-11-15,30\n2026-11-22,50\n";
    // A month counts where the posts are known beyond it.
    let later = "seller,published_at,platform\nAda,2026-12-01,linkedin\n";
    let mut desk = desk(&[("multiTimeline.csv", weeks), ("later.csv", later)]);
    let november = ("2026-11-01", "2026-11-30");
    let by_month = points(&asked_of(&mut desk, november, BucketChoice::Month, Some("a|Sweden|week")));
    // The Wednesday of the first week is 28 October.
    assert_eq!(by_month, [("2026-11-01".into(), Some(35.0), None)]);
}

#[test]
fn exports_are_never_joined_and_the_one_that_goes_furthest_stands() {
    let older = "Category: All categories\n\nWeek,a: (Sweden)\n2026-10-25,100\n2026-11-01,80\n";
    let newer = "Category: All categories\n\nWeek,a: (Sweden)\n2026-11-01,40\n2026-11-08,100\n";
    for files in [[("o.csv", older), ("n.csv", newer)], [("n.csv", newer), ("o.csv", older)]] {
        let mut desk = desk(&files);
        let view = asked(&mut desk, BucketChoice::Week, Some("a|Sweden|week"));
        assert_eq!(view.search.choices.len(), 1);
        let values: Vec<Option<f64>> = points(&view).into_iter().map(|(_, value, _)| value).collect();
        assert_eq!(values, [Some(40.0), Some(100.0), None]);
    }
}

#[test]
fn an_export_outside_the_days_shown_draws_nothing_and_says_where_it_lies() {
    let old = "Category: All categories\n\nWeek,a: (Sweden)\n2020-11-01,40\n2020-11-08,100\n";
    let mut desk = desk(&[("multiTimeline.csv", old)]);
    let view = asked(&mut desk, BucketChoice::Week, Some("a|Sweden|week"));
    assert_eq!(overlay(&view), None);
    let span = Span { from: day("2020-11-01"), to: day("2020-11-14") };
    assert_eq!(view.search.chosen().map(|choice| choice.span), Some(span));
    // How far a search engine tells says nothing of how far the sellers' data go.
    assert_eq!(view.frame.known, Some(Span { from: day("2026-11-03"), to: day("2026-11-17") }));
    assert_eq!(view.frame.data_end, Some(day("2026-11-17")));
}

#[test]
fn it_is_saved_opened_again_and_taken_back() {
    let mut desk = desk(&[("multiTimeline.csv", WEEKS)]);
    let Answer::Body { body, .. } = desk.engine.answer(Ask::Body, Vec::new()) else { panic!() };
    let mut again = Desk::new();
    again.engine.answer(Ask::Open { body: Some(body), name: "w".into(), zone: Zone::utc() }, Vec::new());
    let key = "social selling|Worldwide|week";
    let view = asked(&mut again, BucketChoice::Week, Some(key));
    assert_eq!(points(&view), points(&asked(&mut desk, BucketChoice::Week, Some(key))));
    let id = again.engine.workspace.imports.last().unwrap().id;
    again.engine.answer(Ask::UndoImport { id }, Vec::new());
    let view = asked(&mut again, BucketChoice::Week, Some(key));
    assert_eq!((view.search.choices.len(), again.engine.facts.table(TableId::SearchInterest).len()), (0, 0));
}

#[test]
fn every_line_is_accounted_for_and_can_be_mended() {
    let file = "Category: All categories\n\n\
        Week,a: (Sweden),b: (Sweden)\n\
        2026-11-01,40,3\n2026-11-08,,\n2026-11-15,many,4\nsoon,1,2\n2026-11-01,9,9\n2026-11-22,,7\n";
    let mut desk = Desk::new();
    let view = desk.read(&[("multiTimeline.csv", file)]);
    let Outcome::Read { summary, questions, .. } = &view.files[0].outcome else { panic!() };
    assert_eq!((summary.rows, summary.left_out_count(), questions.len()), (6, 4, 0));
    let told: Vec<(u32, &str, Option<&str>)> = (summary.left_out_rows.iter())
        .map(|row| (row.line, row.reason.id(), row.column.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (5, "a needed cell is blank", Some("a: (Sweden)")),
            (6, "number not readable", Some("a: (Sweden)")),
            (7, "date not readable", Some("Week")),
            (8, "said twice in the file", None),
        ]
    );
    // Two readings of the first line, one of the last.
    assert_eq!(summary.facts, [(TableId::SearchInterest, 3)]);
}

#[test]
fn lists_without_dates_say_which_file_to_bring() {
    let regions = "Category: All categories\n\nRegion,a: (6/6/25 - 6/6/26)\nUppsala,100\nGotland,\n";
    let related = "Category: All categories\n\nTOP\na b,100\na c,41\n\nRISING\na d,Breakout\na e,\"+250%\"\n";
    for (file, source, code, rows) in [
        (regions, "google_trends.regions", "trends_regions", 2),
        (related, "google_trends.related", "trends_related", 5),
    ] {
        let view = Desk::new().read(&[("x.csv", file)]);
        let Outcome::Read { summary, .. } = &view.files[0].outcome else { panic!("{:?}", view.files) };
        assert_eq!((summary.source.as_str(), view.files.len()), (source, 1));
        assert_eq!((summary.rows, summary.left_out_count()), (rows, rows));
        assert_eq!(summary.notices.iter().map(|notice| notice.code.as_str()).collect::<Vec<_>>(), [code]);
    }
}
