//! Numbers as they are meant: a value in its unit, or so much more.

use crate::metrics::{Figure, Meant, Quantity, Unit};
use crate::ui::words::Words;

/// The number of a claim.
pub fn value(words: Words, meant: Meant, value: f64, currency: &str) -> String {
    match meant {
        Meant::More => words.percent(value, 0),
        // As it is quoted: no more decimals than it has.
        Meant::Plain(Unit::Ratio) => {
            let percent = value * 100.0;
            words.percent(value, u32::from((percent - percent.round()).abs() > 1e-6))
        }
        Meant::Plain(unit) => words.value_with_unit(unit, value, currency),
    }
}

/// One's own value: so much more has its sign.
pub fn own_value(words: Words, meant: Meant, value: f64, currency: &str) -> String {
    match meant {
        Meant::More => signed(words, value),
        Meant::Plain(unit) => words.value_with_unit(unit, value, currency),
    }
}

/// One's own interval.
pub fn interval(words: Words, meant: Meant, figure: &Figure, currency: &str) -> Option<String> {
    match meant {
        Meant::Plain(unit) => words.figure_interval(unit, figure, currency),
        Meant::More => {
            let (low, high) = figure.low.map(Quantity::to_f64).zip(figure.high.map(Quantity::to_f64))?;
            let (low, high) = (signed(words, low), signed(words, high));
            Some(words.fill("range.to", &[("low", &low), ("high", &high)]))
        }
    }
}

/// A number with its sign; nothing has none.
fn signed(words: Words, value: f64) -> String {
    let percent = words.percent(value.abs(), 0);
    match value {
        value if value >= 0.005 => format!("+{percent}"),
        value if value <= -0.005 => format!("−{percent}"),
        _ => percent,
    }
}

/// The number as it stands in a field: a share and so much more in per cent.
pub fn typed(words: Words, meant: Meant, value: f64) -> String {
    words.typed(if unit(meant) == Unit::Ratio { value * 100.0 } else { value })
}

/// The unit in which it is typed.
pub fn unit(meant: Meant) -> Unit {
    match meant {
        Meant::More => Unit::Ratio,
        Meant::Plain(unit) => unit,
    }
}
