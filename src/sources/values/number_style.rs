//! Decimal point or comma: decided over all numbers of a column, never row by row.

use super::numbers::{NumberStyle, parse_amount, parse_number};

/// What the numbers of a column say about their decimal mark.
#[derive(Clone, Debug, Default)]
pub struct StyleEvidence {
    /// Numbers in either style.
    numbers: u32,
    /// Numbers that only the decimal point reads, and only the comma.
    only: [u32; 2],
    /// Numbers that the two styles read as different values, by the mark they carry: comma, point.
    open: [u32; 2],
    unreadable: u32,
    above_one: bool,
    example: Option<String>,
}

/// What a column's numbers come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleDecision {
    /// The style to read them in.
    pub style: NumberStyle,
    /// A number that can be read both ways, where nothing settled it.
    pub assumed: Option<String>,
}

impl StyleEvidence {
    /// Takes in a cell; blank ones are to be kept away.
    pub fn add(&mut self, text: &str) {
        // What carries neither mark reads the same in both styles.
        let read = |style| {
            parse_number(text, style).or_else(|| parse_amount(text, style).map(|(amount, _)| amount.to_f64()))
        };
        let plain = !text.contains(['.', ',']);
        let point = read(NumberStyle::Point);
        let comma = if plain { point } else { read(NumberStyle::Comma) };
        match (point, comma) {
            (None, None) => {
                self.unreadable += 1;
                return;
            }
            (Some(_), None) => self.only[0] += 1,
            (None, Some(_)) => self.only[1] += 1,
            (Some(point), Some(comma)) if (point - comma).abs() > f64::EPSILON => {
                self.open[usize::from(text.contains('.'))] += 1;
                self.example.get_or_insert_with(|| text.trim().to_owned());
            }
            _ => {}
        }
        self.numbers += 1;
        self.above_one |=
            !text.contains(['%', '٪', '％']) && point.or(comma).is_some_and(|number| number > 1.0);
    }

    /// Numbers and amounts seen, in either style.
    pub fn numbers(&self) -> u32 {
        self.numbers
    }

    /// Texts that are no number in either style.
    pub fn unreadable(&self) -> u32 {
        self.unreadable
    }

    /// Whether a number without a percent sign is above one: then the column holds percentages where
    /// fractions are wanted.
    pub fn above_one(&self) -> bool {
        self.above_one
    }

    /// Whether some number says which mark is the decimal one.
    pub fn is_settled(&self) -> bool {
        self.only[0] != self.only[1]
    }

    /// The style that reads most of the column. Where nothing settles it, `elsewhere` (the style of the
    /// file's other columns) does; failing that, three digits behind a mark are thousands.
    pub fn decide(&self, elsewhere: Option<NumberStyle>) -> StyleDecision {
        let [only_point, only_comma] = self.only;
        if self.is_settled() {
            let style = if only_point > only_comma { NumberStyle::Point } else { NumberStyle::Comma };
            return StyleDecision { style, assumed: None };
        }
        let [with_comma, with_point] = self.open;
        if with_comma + with_point == 0 {
            return StyleDecision { style: elsewhere.unwrap_or(NumberStyle::Point), assumed: None };
        }
        match elsewhere {
            Some(style) => StyleDecision { style, assumed: None },
            None => {
                let style = if with_point > with_comma { NumberStyle::Comma } else { NumberStyle::Point };
                StyleDecision { style, assumed: self.example.clone() }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn decide(texts: &[&str], elsewhere: Option<NumberStyle>) -> (NumberStyle, bool) {
        let mut evidence = StyleEvidence::default();
        texts.iter().for_each(|text| evidence.add(text));
        let decision = evidence.decide(elsewhere);
        (decision.style, decision.assumed.is_some())
    }

    #[rstest]
    #[case(&["1.234", "12,5"], None, (NumberStyle::Comma, false))]
    #[case(&["1,234", "12.5"], None, (NumberStyle::Point, false))]
    #[case(&["13.118", "3.68", "0.3"], None, (NumberStyle::Point, false))]
    #[case(&["0.125"], None, (NumberStyle::Point, false))]
    #[case(&["12.400,00 €", "950,00 €"], None, (NumberStyle::Comma, false))]
    #[case(&["1.234", "2.500"], None, (NumberStyle::Comma, true))]
    #[case(&["1,234", "2,500"], None, (NumberStyle::Point, true))]
    #[case(&["1.234"], Some(NumberStyle::Point), (NumberStyle::Point, false))]
    #[case(&["12", "900"], Some(NumberStyle::Comma), (NumberStyle::Comma, false))]
    #[case(&["12", "900"], None, (NumberStyle::Point, false))]
    fn styles_of_columns(
        #[case] texts: &[&str],
        #[case] elsewhere: Option<NumberStyle>,
        #[case] expected: (NumberStyle, bool),
    ) {
        assert_eq!(decide(texts, elsewhere), expected);
    }
}
