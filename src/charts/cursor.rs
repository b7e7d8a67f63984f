//! What keys do on a chart: they move a crosshair from place to place, open the place it stands at, and show fewer
//! or more days.

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// The crosshair stands at a place, or goes.
    Stand(Option<usize>),
    /// The place is opened.
    Open(usize),
    /// Fewer days are shown, around the crosshair.
    Closer,
    /// More days are shown.
    Wider,
    /// All days are shown.
    Whole,
}

/// What a key asks for on a chart of so many places; `None` for keys that are not the chart's. Time runs left to
/// right in every language, so the arrows mean the same everywhere. Escape takes back one thing at a time: the
/// crosshair first, then the days left out; after that it is the page's.
pub fn after_key(key: &str, chosen: Option<usize>, count: usize, is_zoomed: bool) -> Option<Stroke> {
    let last = count.checked_sub(1)?;
    let stroke = match (key, chosen) {
        ("ArrowRight", at) => Stroke::Stand(Some(at.map_or(0, |at| (at + 1).min(last)))),
        ("ArrowLeft", at) => Stroke::Stand(Some(at.map_or(last, |at| at.saturating_sub(1)))),
        ("Home", _) => Stroke::Stand(Some(0)),
        ("End", _) => Stroke::Stand(Some(last)),
        ("Enter" | " ", Some(at)) => Stroke::Open(at),
        ("+" | "=", _) => Stroke::Closer,
        ("-" | "\u{2212}", _) if is_zoomed => Stroke::Wider,
        ("0", _) if is_zoomed => Stroke::Whole,
        ("Escape", Some(_)) => Stroke::Stand(None),
        ("Escape", None) if is_zoomed => Stroke::Whole,
        _ => return None,
    };
    Some(stroke)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::enters_at_the_start("ArrowRight", None, Some(Stroke::Stand(Some(0))))]
    #[case::enters_at_the_end("ArrowLeft", None, Some(Stroke::Stand(Some(12))))]
    #[case::steps("ArrowRight", Some(3), Some(Stroke::Stand(Some(4))))]
    #[case::stops_at_the_end("ArrowRight", Some(12), Some(Stroke::Stand(Some(12))))]
    #[case::stops_at_the_start("ArrowLeft", Some(0), Some(Stroke::Stand(Some(0))))]
    #[case::end("End", Some(3), Some(Stroke::Stand(Some(12))))]
    #[case::leaves("Escape", Some(3), Some(Stroke::Stand(None)))]
    #[case::escape_goes_on_to_the_page("Escape", None, None)]
    #[case::opens("Enter", Some(3), Some(Stroke::Open(3)))]
    #[case::nothing_to_open("Enter", None, None)]
    #[case::closer("+", Some(3), Some(Stroke::Closer))]
    #[case::closer_without_shift("=", None, Some(Stroke::Closer))]
    #[case::all_is_shown_already("-", Some(3), None)]
    #[case::tab_goes_on_to_the_page("Tab", Some(3), None)]
    fn keys_move_the_crosshair(
        #[case] key: &str,
        #[case] chosen: Option<usize>,
        #[case] expected: Option<Stroke>,
    ) {
        assert_eq!(after_key(key, chosen, 13, false), expected);
        assert_eq!(after_key(key, chosen, 0, false), None);
    }

    #[rstest]
    #[case::wider("-", Some(3), Stroke::Wider)]
    #[case::whole("0", Some(3), Stroke::Whole)]
    #[case::the_crosshair_goes_first("Escape", Some(3), Stroke::Stand(None))]
    #[case::then_the_days_come_back("Escape", None, Stroke::Whole)]
    fn a_chart_of_fewer_days_has_a_way_back(
        #[case] key: &str,
        #[case] chosen: Option<usize>,
        #[case] expected: Stroke,
    ) {
        assert_eq!(after_key(key, chosen, 13, true), Some(expected));
    }
}
