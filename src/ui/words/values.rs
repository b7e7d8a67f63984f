//! Values in a metric's unit, their intervals and their changes.

use super::Words;
use super::numbers::in_one_piece;
use crate::metrics::{Figure, Quantity, Unit};
use crate::text::Locale;

impl Words {
    /// A value in a metric's unit, without the unit's own word.
    pub fn value(self, unit: Unit, value: f64, currency: &str) -> String {
        in_one_piece(self.value_near(unit, value, value, currency))
    }

    /// A value printed as finely as a neighbour asks for (both ends of an interval alike).
    fn value_near(self, unit: Unit, value: f64, finest: f64, currency: &str) -> String {
        match unit {
            Unit::Ratio => self.percent(value, ratio_decimals(finest)),
            Unit::Count => self.number(value, u32::from(value.fract() != 0.0)),
            Unit::Hours => self.number(value, u32::from(finest.abs() < 100.0)),
            Unit::Days | Unit::Seconds => self.number(value, 0),
            Unit::Money => self.money_near(value, finest, currency),
            Unit::Score => self.number(value, 0),
            Unit::Pillar | Unit::PointsPerWeek => self.number(value, 1),
            Unit::TopPercent => self.percent(value / 100.0, 0),
            Unit::Times => {
                let number = self.number(value, u32::from(finest.abs() < 100.0));
                self.fill("unit.times", &[("n", &number)])
            }
        }
    }

    /// The word after a value: `h`, `days`; empty for most.
    pub fn unit_word(self, unit: Unit, value: f64) -> String {
        match unit {
            Unit::Hours => self.word_of("unit.hours", value),
            // They are printed as whole ones.
            Unit::Days => self.word_of("unit.days", value.round()),
            Unit::Seconds => self.word_of("unit.seconds", value.round()),
            Unit::PointsPerWeek => self.t("unit.points_per_week"),
            _ => String::new(),
        }
    }

    /// The word for so many, in the form that the number asks for.
    pub fn word_of(self, key: &str, number: f64) -> String {
        if number.fract() == 0.0 {
            // A count is never larger than a whole number can be.
            self.count(key, number.abs() as u64, &[])
        } else {
            self.t(&format!("{key}[other]"))
        }
    }

    /// A value with the word of its unit.
    pub fn value_with_unit(self, unit: Unit, value: f64, currency: &str) -> String {
        let printed = self.value_near(unit, value, value, currency);
        in_one_piece(with_word(printed, &self.unit_word(unit, value)))
    }

    /// An interval with the word of its unit, in the form of its upper end.
    pub fn interval_with_unit(self, unit: Unit, interval: &str, high: f64) -> String {
        in_one_piece(with_word(interval.to_owned(), &self.unit_word(unit, high)))
    }

    /// Both ends of an interval: `57–65%`, or `−0.4 to +1.0` where one is negative.
    pub fn interval(self, unit: Unit, low: f64, high: f64, currency: &str) -> String {
        self.interval_near(unit, low, high, high.abs().max(low.abs()), currency)
    }

    /// An interval printed as finely as a neighbour asks for.
    fn interval_near(self, unit: Unit, low: f64, high: f64, finest: f64, currency: &str) -> String {
        let (from, to) =
            (self.value_near(unit, low, finest, currency), self.value_near(unit, high, finest, currency));
        if low < 0.0 {
            return in_one_piece(self.fill("range.to", &[("low", &from), ("high", &to)]));
        }
        // In Chinese both ends keep their sign; elsewhere the sign stands once, at the end.
        let repeats_sign = self.locale() == Locale::Zh;
        let from = if unit == Unit::Ratio && !repeats_sign {
            self.number(low * 100.0, ratio_decimals(finest))
        } else if unit == Unit::Times && !repeats_sign {
            self.number(low, u32::from(finest.abs() < 100.0))
        } else {
            from
        };
        in_one_piece(format!("{from}–{to}"))
    }

    /// A figure's interval, where it has one.
    pub fn figure_interval(self, unit: Unit, figure: &Figure, currency: &str) -> Option<String> {
        let (low, high) = (figure.low.map(Quantity::to_f64), figure.high.map(Quantity::to_f64));
        match (low, high) {
            (Some(low), Some(high)) => {
                let largest = high.abs().max(low.abs());
                // A small rate stands with one decimal, and so does its interval.
                let finest = if unit == Unit::Ratio { figure.value().unwrap_or(largest) } else { largest };
                Some(self.interval_near(unit, low, high, finest, currency))
            }
            (Some(low), None) => Some(self.fill("range.from", &[("low", &self.value(unit, low, currency))])),
            _ => None,
        }
    }

    /// A change with its sign, in the unit it is spoken of: ratios in percentage points.
    pub fn signed(self, unit: Unit, difference: f64, currency: &str) -> String {
        let (printed, word) = match unit {
            Unit::Ratio => (self.number(difference.abs() * 100.0, 1), self.t("unit.pts")),
            Unit::TopPercent => (self.number(difference.abs(), 0), self.t("unit.pts")),
            _ => {
                let size = difference.abs();
                (self.value_near(unit, size, size, currency), self.unit_word(unit, size))
            }
        };
        in_one_piece(with_word(self.with_sign(difference, &printed), &word))
    }

    /// A printed size with its sign; what is printed as nothing has none.
    pub fn with_sign(self, number: f64, printed: &str) -> String {
        let is_nothing = !printed.chars().any(|c| c.is_numeric() && !matches!(c, '0' | '٠'));
        if is_nothing { printed.to_owned() } else { format!("{}{printed}", self.sign(number)) }
    }

    /// A sign that stays before its number from right to left too: there, a left-to-right mark keeps it from
    /// going to the other side.
    fn sign(self, number: f64) -> &'static str {
        match (number < 0.0, self.locale().is_rtl()) {
            (true, false) => "−",
            (false, false) => "+",
            (true, true) => "\u{200e}−",
            (false, true) => "\u{200e}+",
        }
    }

    /// The interval of a change: `+2.5 to +15.4`.
    pub fn signed_interval(self, unit: Unit, low: f64, high: f64, currency: &str) -> String {
        let finest = high.abs().max(low.abs());
        let end = |value: f64| {
            let printed = match unit {
                Unit::Ratio => self.number(value.abs() * 100.0, 1),
                Unit::TopPercent => self.number(value.abs(), 0),
                _ => self.value_near(unit, value.abs(), finest, currency),
            };
            in_one_piece(self.with_sign(value, &printed))
        };
        in_one_piece(self.fill("range.to", &[("low", &end(low)), ("high", &end(high))]))
    }
}

fn with_word(printed: String, word: &str) -> String {
    if word.is_empty() { printed } else { format!("{printed}\u{a0}{word}") }
}

/// Decimals of a percentage: small rates need one to be told apart.
fn ratio_decimals(largest: f64) -> u32 {
    u32::from(largest != 0.0 && largest.abs() < 0.1)
}
