//! Digits as people type them, as a program reads them.

/// A typed number with plain digits and a decimal point. Blanks part thousands; one comma is a decimal one, several
/// part thousands too.
pub fn typed_digits(text: &str) -> String {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
            '٫' => '.',
            other => other,
        })
        .collect();
    if digits.matches(',').count() == 1 && !digits.contains('.') {
        digits.replace(',', ".")
    } else {
        digits.replace(',', "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("12 500,50", "12500.50")]
    #[case("1,200,000.5", "1200000.5")]
    #[case("٤٠٫٥", "40.5")]
    #[case("soon", "soon")]
    fn digits_as_they_are_typed(#[case] text: &str, #[case] expected: &str) {
        assert_eq!(typed_digits(text), expected);
    }
}
