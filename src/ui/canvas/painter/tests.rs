//! Charts as drawn into SVG: what is there, where, and that nothing breaks one.

use super::*;
use crate::charts::{
    AtRisk, DayStyle, EventMark, Interval, Name, Overlay, Point, QuadrantSpec, Step, Stop, SurvivalSeries,
    SurvivalSpec, TimeAxis, Trail, TrendSeries, TrendSpec, ValueAxis,
};
use crate::ui::canvas::download::svg_file;
use crate::ui::canvas::download::svg_sheet;
use crate::ui::canvas::svg::{SvgBackend, UNITS_PER_PX};
use crate::ui::canvas::{Caption, Format, Sample};
use plotters::drawing::IntoDrawingArea;
use proptest::prelude::*;
use std::rc::Rc;

struct Plain;
impl Format for Plain {
    fn value(&self, value: f64, unit: &Unit, with_unit: bool) -> String {
        let (value, sign) = if *unit == Unit::Ratio { (value * 100.0, "%") } else { (value, " h") };
        format!("{value}{}", if with_unit { sign } else { "" })
    }
    fn day(&self, day: i32, style: DayStyle) -> String {
        format!("{day} {style:?}")
    }
}

const LINE: &str = "#000001";
const BAND: &str = "#000002";

fn theme() -> Theme {
    let plain = Theme::of_ink(RGBAColor(0, 0, 0, 1.0), RGBAColor(255, 255, 255, 1.0), UNITS_PER_PX);
    Theme { line: RGBAColor(0, 0, 1, 1.0), band: RGBAColor(0, 0, 2, 0.1), ..plain }
}

fn measure(text: &str, _family: &str, size_px: f64) -> f64 {
    text.chars().count() as f64 * size_px * 0.5
}

fn labels() -> Labels {
    let bare = Labels::bare(Rc::new(Plain));
    Labels {
        goal: "goal 70%".into(),
        before: "before".into(),
        events: vec!["Training & fair".into()],
        medians: vec!["half after 9 h".into()],
        at_risk: "n".into(),
        ..bare
    }
}

fn series(values: &[Option<f64>]) -> TrendSeries {
    let points = values.iter().zip(0i32..).map(|(value, week)| Point {
        day: week * 7,
        value: *value,
        interval: value.map(|v| Interval { low: (v - 0.1).max(0.0), high: (v + 0.1).min(1.0) }),
        ..Point::default()
    });
    TrendSeries { name: Name::Key("series.share".into()), points: points.collect() }
}

fn trend(values: &[Option<f64>]) -> TrendSpec {
    TrendSpec {
        x: TimeAxis { from_day: 0, to_day: 28 },
        y: ValueAxis::of(Unit::Ratio),
        series: vec![series(values)],
        before: None,
        goal: None,
        events: vec![],
        over: None,
    }
}

fn survival() -> ChartSpec {
    let step =
        |time, share| Step { time, share, interval: Some(Interval { low: share - 0.1, high: share + 0.1 }) };
    ChartSpec::Survival(SurvivalSpec {
        time_unit: Unit::Hours,
        time_to: 24.0,
        series: vec![SurvivalSeries {
            name: Name::Key("series.waiting".into()),
            steps: vec![step(2.0, 0.8), step(9.0, 0.5), step(12.0, 0.4)],
            censored: vec![10.0],
            at_risk: vec![AtRisk { time: 0.0, open: 5 }, AtRisk { time: 12.0, open: 2 }],
            median: Some(9.0),
            until: 20.0,
        }],
    })
}

fn draw(spec: &ChartSpec) -> String {
    svg_file(spec, &theme(), &labels(), "A summary", (400, 200), &measure).unwrap()
}

/// The x pairs of every stroke in the colour of the line.
fn stroked(svg: &str) -> Vec<Vec<f64>> {
    let line = |row: &&str| row.contains("<polyline") && row.contains(LINE);
    let xs = |row: &str| {
        let points = row.split('"').nth(1).unwrap();
        points.split(' ').map(|point| point.split(',').next().unwrap().parse().unwrap()).collect()
    };
    svg.lines().filter(line).map(xs).collect()
}

#[test]
fn a_trend_is_drawn() {
    let mut spec = trend(&[Some(0.5), Some(0.55), None, Some(0.6), Some(0.7)]);
    spec.before = Some(series(&[Some(0.4), Some(0.45)]));
    spec.goal = Some(0.7);
    spec.events = vec![EventMark { day: 10, name: Name::Text("Training & fair".into()) }];
    insta::assert_snapshot!(draw(&ChartSpec::Trend(spec)));
}

#[test]
fn a_survival_curve_is_drawn() {
    insta::assert_snapshot!(draw(&survival()));
}

#[test]
fn a_gap_breaks_line_and_band() {
    let svg = draw(&ChartSpec::Trend(trend(&[Some(0.5), Some(0.55), None, Some(0.6), Some(0.7)])));
    let strokes = stroked(&svg);
    assert_eq!(strokes.len(), 2, "{svg}");
    assert!(strokes[0].last() < strokes[1].first());
    assert_eq!(svg.lines().filter(|row| row.contains("<polygon") && row.contains(BAND)).count(), 2);
}

#[test]
fn a_point_between_gaps_is_a_dot_with_its_interval() {
    let svg = draw(&ChartSpec::Trend(trend(&[None, Some(0.55), None])));
    assert!(svg.lines().any(|row| row.contains("<circle") && row.contains(LINE)), "{svg}");
    assert!(svg.lines().any(|row| row.contains("<polygon") && row.contains(BAND)), "{svg}");
}

#[test]
fn nothing_to_draw_still_has_axes() {
    for values in [&[][..], &[None, None]] {
        let svg = draw(&ChartSpec::Trend(trend(values)));
        assert!(svg.contains(">100%</text>") && stroked(&svg).is_empty(), "{svg}");
    }
}

#[test]
fn places_follow_the_points_and_are_open_at_gaps() {
    let spec = ChartSpec::Trend(trend(&[Some(0.0), None, Some(1.0)]));
    let mut elements = String::new();
    let backend = SvgBackend::new(400, 200, &measure, &mut elements);
    let plot = paint(&backend.into_drawing_area(), &spec, &theme(), &labels()).unwrap();
    assert_eq!(plot.places.len(), 3);
    assert!(plot.places[1].heights.is_empty());
    let close = |place: &Place, height: f64| (place.heights[0] - height).abs() < 0.5;
    assert!(close(&plot.places[0], plot.bottom) && close(&plot.places[2], plot.top), "{plot:?}");
    assert_eq!(plot.nearest(plot.places[1].x + 3.0, 0.0), Some(1));
    assert_eq!(plot.nearest(-50.0, 0.0), Some(0));
}

fn plane(stops: &[(Option<f64>, Option<f64>)]) -> ChartSpec {
    let stops = stops.iter().zip(0i32..).map(|((x, y), month)| Stop { day: month * 31, x: *x, y: *y });
    ChartSpec::Quadrants(QuadrantSpec {
        x: ValueAxis::of(Unit::Ratio),
        y: ValueAxis::of(Unit::Ratio),
        split: (0.02, 0.5),
        trails: vec![Trail { name: Name::Text("Ada".into()), stops: stops.collect() }],
    })
}

#[test]
fn a_trail_is_drawn_with_its_arrow_and_broken_by_a_month_without_a_place() {
    let svg = draw(&plane(&[(Some(0.01), Some(0.2)), (Some(0.04), Some(0.8)), (None, Some(0.5))]));
    // The step and the two strokes of the arrow's head.
    assert_eq!(stroked(&svg).iter().map(Vec::len).collect::<Vec<_>>(), [2, 3], "{svg}");
    let broken = draw(&plane(&[(Some(0.01), Some(0.2)), (None, None), (Some(0.04), Some(0.8))]));
    assert_eq!(stroked(&broken), Vec::<Vec<f64>>::new(), "{broken}");
}

#[test]
fn on_a_plane_the_nearest_place_is_near_in_both_ways() {
    let spec = plane(&[(Some(0.01), Some(0.1)), (Some(0.01), Some(0.9)), (None, None)]);
    let mut elements = String::new();
    let backend = SvgBackend::new(400, 200, &measure, &mut elements);
    let plot = paint(&backend.into_drawing_area(), &spec, &theme(), &labels()).unwrap();
    let [low, high, gone] = plot.places.as_slice() else { panic!("{plot:?}") };
    assert_eq!((plot.nearest(low.x, plot.bottom), plot.nearest(high.x, plot.top)), (Some(0), Some(1)));
    assert!(gone.heights.is_empty());
}

#[test]
fn another_line_has_a_scale_of_its_own() {
    let mut spec = trend(&[Some(0.2), Some(0.4), Some(0.5), Some(0.4), Some(0.5)]);
    let (bare, _) = plot_of(spec.clone(), &labels(), 600);
    let values = [Some(0.0), Some(50.0), None, Some(100.0), Some(25.0)];
    spec.over = Some(Overlay { series: series(&values), top: 100.0 });
    let labels = Labels { over: "searches".into(), ..labels() };
    let (plot, svg) = plot_of(spec, &labels, 600);
    let over: Vec<Option<f64>> = plot.places.iter().map(|place| place.heights.get(1).copied()).collect();
    let middle = f64::midpoint(plot.top, plot.bottom);
    let near = |at: Option<f64>, wanted: f64| at.is_some_and(|at| (at - wanted).abs() < 0.5);
    assert!(near(over[0], plot.bottom) && near(over[1], middle) && near(over[3], plot.top), "{over:?}");
    assert_eq!(over[2], None);
    // What the axis counts stays where it was.
    for (with, without) in plot.places.iter().zip(&bare.places) {
        assert!(near(with.heights.first().copied(), without.heights[0]));
    }
    assert_eq!((bare.top, bare.bottom, bare.left), (plot.top, plot.bottom, plot.left));
    for text in [">0<", ">50<", ">100<", ">searches<"] {
        assert!(svg.contains(text), "{text}: {svg}");
    }
}

fn two_lines() -> TrendSpec {
    let mut spec = trend(&[Some(0.2), Some(0.4), Some(0.5)]);
    spec.series.push(series(&[Some(0.9), None, Some(0.5)]));
    spec.x.to_day = 14;
    spec
}

fn plot_of(spec: TrendSpec, labels: &Labels, width: u32) -> (Plot, String) {
    let mut elements = String::new();
    let backend = SvgBackend::new(width, 200, &measure, &mut elements);
    let plot = paint(&backend.into_drawing_area(), &ChartSpec::Trend(spec), &theme(), labels).unwrap();
    (plot, elements)
}

#[test]
fn the_crosshair_meets_every_line_of_a_day() {
    let (plot, _) = plot_of(two_lines(), &labels(), 400);
    let heights: Vec<usize> = plot.places.iter().map(|place| place.heights.len()).collect();
    assert_eq!(heights, [2, 1, 2]);
}

#[test]
fn lines_are_named_at_their_ends_where_there_is_room() {
    let named = Labels { names: vec!["Ines".into(), "Mei".into()], ..labels() };
    let (plot, svg) = plot_of(two_lines(), &named, 600);
    assert!(plot.is_named && svg.contains(">Ines<") && svg.contains(">Mei<"), "{svg}");
    // Both end at one height: the names stand over each other all the same.
    let height = |name: &str| -> f64 {
        let row = svg.lines().find(|row| row.contains(&format!(">{name}<"))).unwrap();
        row.split("y=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    assert!((height("Ines") - height("Mei")).abs() >= 14.0);
    for (spec, labels, width) in [
        (two_lines(), named.clone(), 400),
        (two_lines(), Labels { names: vec![], ..named.clone() }, 600),
        (two_lines(), Labels { names: vec!["Ines".repeat(30), "Mei".into()], ..named.clone() }, 600),
        (trend(&[Some(0.2)]), named.clone(), 600),
    ] {
        let (plot, svg) = plot_of(spec, &labels, width);
        assert!(!plot.is_named && !svg.contains(">Mei<"), "{svg}");
    }
}

#[test]
fn a_window_draws_the_points_of_its_days_alone() {
    let mut spec = trend(&[Some(0.5), Some(0.55), Some(0.6), Some(0.65), Some(0.7)]);
    spec.x = TimeAxis { from_day: 7, to_day: 21 };
    let (plot, _) = plot_of(spec, &labels(), 400);
    assert_eq!(plot.places.len(), 3);
    assert!(plot.places.iter().all(|place| (plot.left..=plot.right).contains(&place.x)), "{plot:?}");
}

#[test]
fn a_sheet_has_the_words_around_the_chart() {
    let caption = Caption {
        title: "Answered within 24 h".into(),
        under: "17 Aug to 15 Nov".into(),
        legend: vec![(Sample::Series(0), "Ines".into()), (Sample::Series(1), "Mei".into())],
        foot: vec!["Replies within 24 h divided by all messages due. ".repeat(4), "Made on 22 Nov".into()],
        is_right_to_left: false,
    };
    let sheet = |caption: &Caption| {
        let spec = ChartSpec::Trend(two_lines());
        svg_sheet(&spec, &theme(), &labels(), "A summary", caption, &measure).unwrap()
    };
    let svg = sheet(&caption);
    for text in [">Answered within 24 h<", ">17 Aug to 15 Nov<", ">Ines<", ">Mei<", ">Made on 22 Nov<"] {
        assert!(svg.contains(text), "{text} in {svg}");
    }
    let height = |svg: &str| -> f64 {
        svg.split("height=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    // The chart lies between head and foot, and a longer foot makes a higher sheet.
    let xs = stroked_any(&svg);
    assert!(xs.iter().flatten().all(|x| (24.0..=936.0).contains(x)), "{xs:?}");
    let short = sheet(&Caption { foot: vec![], ..caption.clone() });
    assert!(height(&svg) > height(&short));
    let mirrored = sheet(&Caption { is_right_to_left: true, ..caption });
    assert!(mirrored.contains("text-anchor=\"end\"") && mirrored.contains("x=\"928\""), "{mirrored}");
}

/// The x pairs of every stroke.
fn stroked_any(svg: &str) -> Vec<Vec<f64>> {
    let xs = |row: &str| {
        let points = row.split('"').nth(1).unwrap();
        points.split(' ').map(|point| point.split(',').next().unwrap().parse().unwrap()).collect()
    };
    svg.lines().filter(|row| row.contains("<polyline")).map(xs).collect()
}

#[test]
fn a_rank_s_axis_has_its_zero_on_top() {
    let mut spec = trend(&[Some(4.0), Some(20.0)]);
    spec.y = ValueAxis { unit: Unit::TopPercent, ceiling: Some(100.0) };
    let mut elements = String::new();
    let backend = SvgBackend::new(400, 200, &measure, &mut elements);
    let plot = paint(&backend.into_drawing_area(), &ChartSpec::Trend(spec), &theme(), &labels()).unwrap();
    assert!(plot.places[0].heights < plot.places[1].heights, "{plot:?}");
}

#[test]
fn a_chart_without_room_says_so() {
    let error = svg_file(&survival(), &theme(), &labels(), "", (40, 30), &measure).unwrap_err();
    assert_eq!(error, PaintError::NoRoom { width_px: 40.0, height_px: 30.0 });
}

#[test]
fn a_long_line_costs_no_more_than_its_pixels() {
    let values: Vec<Option<f64>> = (0..55_550).map(|i| Some((f64::from(i) / 900.0).sin().abs())).collect();
    let mut spec = trend(&values);
    spec.x.to_day = 55_550 * 7;
    let strokes = stroked(&draw(&ChartSpec::Trend(spec)));
    assert!(strokes.iter().map(Vec::len).sum::<usize>() <= 4 * 400, "{}", strokes.len());
}

fn any_time() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), -5.0f64..30.0]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_value_breaks_a_chart(
        values in prop::collection::vec(prop::option::of(any::<f64>()), 0..8),
        goal in prop::option::of(any::<f64>()),
        from in any::<i32>(),
        to in any::<i32>(),
    ) {
        let mut spec = trend(&values);
        spec.goal = goal;
        spec.x = TimeAxis { from_day: from.min(to), to_day: to.max(from) };
        spec.y = ValueAxis::of(Unit::Score);
        let svg = draw(&ChartSpec::Trend(spec));
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn no_place_breaks_a_plane(
        stops in prop::collection::vec((prop::option::of(any::<f64>()), prop::option::of(any::<f64>())), 0..6),
        split in (any::<f64>(), any::<f64>()),
    ) {
        let ChartSpec::Quadrants(mut spec) = plane(&stops) else { unreachable!() };
        spec.split = split;
        let svg = draw(&ChartSpec::Quadrants(spec));
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }

    #[test]
    fn no_step_breaks_a_curve(
        steps in prop::collection::vec((any_time(), any::<f64>()), 0..6),
        censored in prop::collection::vec(any_time(), 0..3),
        times in (any_time(), any_time(), prop::option::of(any_time())),
    ) {
        let ChartSpec::Survival(mut spec) = survival() else { unreachable!() };
        let interval = Some(Interval { low: f64::MIN, high: f64::MAX });
        for series in &mut spec.series {
            series.steps = steps.iter().map(|(time, share)| Step { time: *time, share: *share, interval }).collect();
            series.censored.clone_from(&censored);
            series.until = times.0;
            series.median = times.2;
        }
        spec.time_to = times.1;
        let svg = draw(&ChartSpec::Survival(spec));
        prop_assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}
