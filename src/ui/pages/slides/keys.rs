//! Which key goes where.

/// A step among the slides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next one.
    Next,
    /// The one before.
    Back,
    /// The first.
    First,
    /// The last.
    Last,
    /// Away from them.
    Leave,
}

/// The step of a key; none for keys that are not the slides'. What has the focus keeps the keys that it needs.
pub fn step(key: &str, with_shift: bool, is_rtl: bool, on_control: bool) -> Option<Step> {
    let step = match key {
        "Escape" => Step::Leave,
        "PageDown" => Step::Next,
        "PageUp" => Step::Back,
        " " if on_control => return None,
        " " if with_shift => Step::Back,
        " " => Step::Next,
        // Onwards is where the reading goes.
        "ArrowRight" if is_rtl => Step::Back,
        "ArrowLeft" if is_rtl => Step::Next,
        "ArrowRight" => Step::Next,
        "ArrowLeft" => Step::Back,
        "Home" => Step::First,
        "End" => Step::Last,
        _ => return None,
    };
    Some(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("ArrowRight", false, false, Some(Step::Next))]
    #[case("ArrowRight", false, true, Some(Step::Back))]
    #[case("ArrowLeft", false, true, Some(Step::Next))]
    #[case(" ", false, false, Some(Step::Next))]
    #[case(" ", true, false, Some(Step::Back))]
    #[case("PageDown", false, true, Some(Step::Next))]
    #[case("PageUp", false, false, Some(Step::Back))]
    #[case("Home", false, false, Some(Step::First))]
    #[case("End", false, false, Some(Step::Last))]
    #[case("Escape", false, false, Some(Step::Leave))]
    #[case("a", false, false, None)]
    fn keys_go_where_the_reading_goes(
        #[case] key: &str,
        #[case] shift: bool,
        #[case] rtl: bool,
        #[case] expected: Option<Step>,
    ) {
        assert_eq!(step(key, shift, rtl, false), expected);
    }

    #[test]
    fn the_space_bar_presses_the_button_that_has_the_focus() {
        assert_eq!(step(" ", false, false, true), None);
        assert_eq!(step("PageDown", false, false, true), Some(Step::Next));
    }
}
