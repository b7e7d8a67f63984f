//! Numbers and amounts as people and exports write them.

use super::currency_marks::currency_of;
use super::normal::{fold_text, is_missing};
use crate::facts::Amount;

/// Longer texts are not numbers.
const LONGEST: usize = 64;

/// Which mark parts the whole from the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberStyle {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

impl NumberStyle {
    fn decimal(self) -> char {
        match self {
            NumberStyle::Point => '.',
            NumberStyle::Comma => ',',
        }
    }
}

/// Reads a number as it is written: `12,5 %` is 12.5. `None` when it is none, is not finite, carries a
/// currency, or says that nothing is there ([`is_missing`]).
pub fn parse_number(text: &str, style: NumberStyle) -> Option<f64> {
    if let Some(plain) = plain_digits(text, style) {
        return plain.parse::<f64>().ok().filter(|number| number.is_finite());
    }
    scientific(text).or_else(|| {
        let read = take_apart(text, style).filter(|read| read.currency.is_none())?;
        read.plain.parse::<f64>().ok().filter(|number| number.is_finite())
    })
}

/// Reads a number that is wanted as a fraction: `12,5 %` is 0.125, and `0.125` is itself.
pub fn parse_fraction(text: &str, style: NumberStyle) -> Option<f64> {
    let number = parse_number(text, style)?;
    Some(if text.contains(['%', '٪', '％']) { number / 100.0 } else { number })
}

/// Reads money and the code of its currency where the text names one. Percentages, scales such as `k`
/// and powers of ten are no money.
pub fn parse_amount(text: &str, style: NumberStyle) -> Option<(Amount, Option<&'static str>)> {
    if let Some(plain) = plain_digits(text, style) {
        return Amount::parse_plain(plain).map(|amount| (amount, None));
    }
    let read = take_apart(text, style).filter(|read| !read.percent)?;
    Some((Amount::parse_plain(&read.plain)?, read.currency.flatten()))
}

/// Reads a length of time such as `1:05` or `00:01:05`, in seconds.
pub fn parse_seconds(text: &str) -> Option<f64> {
    let mut seconds = 0.0;
    let mut parts = 0;
    for part in text.trim().split(':') {
        parts += 1;
        let valid = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        seconds = seconds * 60.0 + f64::from(part.parse::<u32>().ok().filter(|_| valid)?);
    }
    (parts == 2 || parts == 3).then_some(seconds)
}

/// The commonest form, which needs no taking apart: digits with an optional minus and, where the point is
/// the decimal mark, a fraction.
fn plain_digits(text: &str, style: NumberStyle) -> Option<&str> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match style {
        NumberStyle::Point => digits.split_once('.').unwrap_or((digits, "0")),
        NumberStyle::Comma => (digits, "0"),
    };
    let is_plain =
        |part: &str| !part.is_empty() && part.len() <= 15 && part.bytes().all(|b| b.is_ascii_digit());
    (is_plain(whole) && is_plain(fraction)).then_some(text)
}

/// `1e-05`, as programs print small numbers.
fn scientific(text: &str) -> Option<f64> {
    let text = text.trim();
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'e' | b'E' | b'+' | b'-' | b'.'));
    if !plain || text.len() > LONGEST || !text.bytes().any(|b| matches!(b, b'e' | b'E')) {
        return None;
    }
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// A number in plain digits, and what stood around it.
struct Apart {
    /// Digits with an optional minus and decimal point.
    plain: String,
    percent: bool,
    /// The mark of a currency, where there is one; inside, its code where the mark names one.
    currency: Option<Option<&'static str>>,
}

fn take_apart(text: &str, style: NumberStyle) -> Option<Apart> {
    if text.len() > LONGEST * 2 || is_missing(text) {
        return None;
    }
    let folded = fold_text(text);
    let mut rest = folded.as_ref();
    let mut negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (negative, rest) = (true, inner.trim());
    }
    // A sign may stand before or after a currency, and (in ledgers) behind the digits.
    let first = rest.find(|c: char| c.is_ascii_digit())?;
    let last = rest.rfind(|c: char| c.is_ascii_digit())?;
    let first = if rest.get(..first)?.ends_with(['.', ',']) { first - 1 } else { first };
    let (mut before, digits, mut after) =
        (rest.get(..first)?.trim(), rest.get(first..=last)?, rest.get(last + 1..)?.trim());
    let mut signs = 0;
    for sign in ['-', '+'] {
        for side in [&mut before, &mut after] {
            let bare = side.strip_prefix(sign).or_else(|| side.strip_suffix(sign));
            // `:-` behind a price is a mark of kronor, not a minus.
            if let Some(bare) = bare.filter(|bare| !bare.ends_with(':')) {
                *side = bare.trim();
                signs += 1;
                negative |= sign == '-';
            }
        }
    }
    if signs > 1 || (signs == 1 && rest.len() != folded.len()) {
        return None;
    }
    let mut percent = false;
    for side in [&mut before, &mut after] {
        if let Some(bare) = side.strip_prefix('%').or_else(|| side.strip_suffix('%')) {
            (percent, *side) = (true, bare.trim());
        }
    }
    let currency = match (before, after) {
        ("", "") => None,
        ("", mark) | (mark, "") if !percent => Some(currency_of(mark)?),
        // `$ 45,000 USD`
        (sign, code) if !percent => Some(currency_of(code)?.or(currency_of(sign)?)),
        _ => return None,
    };
    let mut plain = digits_only(digits, style)?;
    if negative {
        plain.insert(0, '-');
    }
    Some(Apart { plain, percent, currency })
}

/// Digits and decimal point alone, when the thousands are parted as they should be.
fn digits_only(digits: &str, style: NumberStyle) -> Option<String> {
    let decimal = style.decimal();
    // The Arabic marks leave no doubt and overrule the style.
    let arabic = digits.contains(['٫', '٬']);
    let (whole, fraction) = if arabic {
        digits.split_once('٫').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)))
    } else {
        digits.split_once(decimal).map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)))
    };
    let mut plain = String::with_capacity(digits.len() + 1);
    let mut parting = None;
    let mut groups = 0;
    for group in whole.split(|c: char| !c.is_ascii_digit()) {
        groups += 1;
        plain.push_str(group);
        if groups > 1 && !matches!(group.len(), 2 | 3) {
            return None;
        }
    }
    for mark in whole.chars().filter(|c| !c.is_ascii_digit()) {
        let allowed = match mark {
            ' ' | '\'' | '’' => true,
            '٬' => arabic,
            '.' | ',' => !arabic && mark != decimal,
            _ => false,
        };
        // One number has one mark for its thousands.
        if !allowed || *parting.get_or_insert(mark) != mark {
            return None;
        }
    }
    if groups > 1 {
        let (head, tail) = whole.split_once(|c: char| !c.is_ascii_digit())?;
        let last = tail.rsplit(|c: char| !c.is_ascii_digit()).next()?;
        // Groups of two before the last are how India counts; a leading zero is no thousand.
        let uneven = tail.split(|c: char| !c.is_ascii_digit()).any(|group| group.len() == 2) && groups == 2;
        if head.is_empty() || head.len() > 3 || head.starts_with('0') || last.len() != 3 || uneven {
            return None;
        }
    }
    if let Some(fraction) = fraction {
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("1234.5", Some(1234.5), None)]
    #[case("1,234.5", Some(1234.5), None)]
    #[case("1.234,5", None, Some(1234.5))]
    #[case("1.234", Some(1.234), Some(1234.0))]
    #[case("1,234", Some(1234.0), Some(1.234))]
    #[case("1 234,5", None, Some(1234.5))]
    #[case("1\u{a0}234\u{202f}567", Some(1_234_567.0), Some(1_234_567.0))]
    #[case("1'234.50", Some(1234.5), None)]
    #[case("1’234", Some(1234.0), Some(1234.0))]
    #[case("12,34,567", Some(1_234_567.0), None)]
    #[case("12,5 %", None, Some(12.5))]
    #[case("%12", Some(12.0), Some(12.0))]
    #[case("(1,234)", Some(-1234.0), Some(-1.234))]
    #[case("−7", Some(-7.0), Some(-7.0))]
    #[case("1234-", Some(-1234.0), Some(-1234.0))]
    #[case("+5", Some(5.0), Some(5.0))]
    #[case(".5", Some(0.5), None)]
    #[case("٢٬٣١٨٫٥", Some(2318.5), Some(2318.5))]
    #[case("１２", Some(12.0), Some(12.0))]
    #[case("1e-3", Some(0.001), Some(0.001))]
    #[case("0.123", Some(0.123), None)]
    #[case("1e309", None, None)]
    #[case("NaN", None, None)]
    #[case("inf", None, None)]
    #[case("", None, None)]
    #[case("--", None, None)]
    #[case("< 1%", None, None)]
    #[case("12 34", None, None)]
    #[case("1,23,4", None, None)]
    #[case("1.2.3", None, None)]
    #[case("-(5)", None, None)]
    #[case("--5", None, None)]
    #[case("-5-", None, None)]
    #[case("5 apples", None, None)]
    #[case("$5", None, None)]
    #[case("2026-03-04", None, None)]
    #[case("12k", None, None)]
    fn numbers_in_both_styles(#[case] text: &str, #[case] point: Option<f64>, #[case] comma: Option<f64>) {
        assert_eq!(parse_number(text, NumberStyle::Point), point);
        assert_eq!(parse_number(text, NumberStyle::Comma), comma);
    }

    #[rstest]
    #[case("12,5 %", Some(0.125))]
    #[case("0,125", Some(0.125))]
    #[case("45", Some(45.0))]
    fn fractions(#[case] text: &str, #[case] expected: Option<f64>) {
        assert_eq!(parse_fraction(text, NumberStyle::Comma), expected);
    }

    #[rstest]
    #[case("45000.00", "45000.00", None)]
    #[case("$45,000", "45000.00", Some("USD"))]
    #[case("-$1,234.50", "-1234.50", Some("USD"))]
    #[case("$-1,234.50", "-1234.50", Some("USD"))]
    #[case("($1,234.50)", "-1234.50", Some("USD"))]
    #[case(" -110.7 €", "-110.70", Some("EUR"))]
    #[case("€ 12", "12.00", Some("EUR"))]
    #[case("12 kr", "12.00", None)]
    #[case("12 kr.", "12.00", None)]
    #[case("199:-", "199.00", None)]
    #[case("1 250 zł", "1250.00", Some("PLN"))]
    #[case("¥1,200", "1200.00", None)]
    #[case("1,200元", "1200.00", Some("CNY"))]
    #[case("SEK 900", "900.00", Some("SEK"))]
    #[case("900 chf", "900.00", Some("CHF"))]
    #[case("USD -5", "-5.00", Some("USD"))]
    #[case("$45,000 USD", "45000.00", Some("USD"))]
    #[case("US$ 5", "5.00", Some("USD"))]
    #[case("-0", "0.00", None)]
    fn amounts(#[case] text: &str, #[case] amount: &str, #[case] currency: Option<&str>) {
        let read = parse_amount(text, NumberStyle::Point).map(|(amount, code)| (amount.print(2), code));
        assert_eq!(read, Some((amount.to_owned(), currency)));
    }

    #[rstest]
    #[case("12 tkr")]
    #[case("€252k")]
    #[case("5%")]
    #[case("1e5")]
    #[case("n/a")]
    #[case("TBD")]
    #[case("99999999999999999999")]
    fn no_amounts(#[case] text: &str) {
        assert_eq!(parse_amount(text, NumberStyle::Point), None);
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(raw in -1_000_000_000_000_000i64..1_000_000_000_000_000, style in 0..2) {
            let amount = Amount(raw);
            let plain = amount.print(4);
            let (style, text) = if style == 0 {
                (NumberStyle::Point, grouped(&plain, ',', '.'))
            } else {
                (NumberStyle::Comma, grouped(&plain, '.', ','))
            };
            prop_assert_eq!(parse_amount(&text, style), Some((amount, None)), "{}", text);
            prop_assert_eq!(parse_amount(&format!("{text} €"), style), Some((amount, Some("EUR"))));
        }

        #[test]
        fn nothing_stops_the_reader(text in "[0-9., '()%$€+\\-]{0,16}|\\PC{0,16}") {
            for style in [NumberStyle::Point, NumberStyle::Comma] {
                if let Some(number) = parse_number(&text, style) {
                    prop_assert!(number.is_finite());
                }
                let _ = parse_amount(&text, style);
            }
        }
    }

    fn grouped(plain: &str, thousands: char, decimal: char) -> String {
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
        let (whole, fraction) = digits.split_once('.').unwrap();
        let mut out = sign.to_owned();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                out.push(thousands);
            }
            out.push(digit);
        }
        format!("{out}{decimal}{fraction}")
    }
}
