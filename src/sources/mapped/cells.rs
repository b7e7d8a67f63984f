//! One cell to one stored integer.

use std::borrow::Cow;

use crate::facts::{
    Amount, Day, Field, FieldType, MISSING, Moment, Names, Reason, TableId, Zone, number_to_cell,
    text_to_cell,
};
use crate::intake::{Cell, CivilDateTime, Record};
use crate::sources::DateOrder;
use crate::sources::values::{self, NumberStyle};

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// Words as they stand; a dash or `n/a` is none.
    Text,
    /// Words whose absence has names of its own (`-`, `n/a`): kept as exported.
    Raw,
    /// A currency: its code where it is known.
    Currency,
    /// One of a list.
    Choice(fn(&str) -> Option<&'static str>),
    /// A point in time.
    Moment(DateOrder),
    /// A day, or an ISO week such as `2026-W10`: the Monday of the week.
    Week(DateOrder),
    /// A number as written.
    Number(NumberStyle),
    /// A number wanted as a fraction; `percent` when the column holds percentages without their sign.
    Fraction { style: NumberStyle, percent: bool },
    /// A number of seconds, or a length such as `1:23`.
    Seconds(NumberStyle),
    /// Money.
    Amount(NumberStyle),
    /// Yes or no.
    Flag,
}

/// A cell, read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    /// The stored integer; `MISSING` for none.
    pub(super) value: i64,
    /// The currency that stands beside an amount.
    pub(super) currency: Option<&'static str>,
}

impl From<i64> for Stored {
    fn from(value: i64) -> Stored {
        Stored { value, currency: None }
    }
}

impl Kind {
    /// How a field's cells are read, before order and style are known.
    pub(super) fn of(table: TableId, field: &Field) -> Kind {
        match (table, field.name) {
            (TableId::Invitations | TableId::Messages, "direction") => {
                Kind::Choice(|text| values::direction(text).map(values::Direction::id))
            }
            (TableId::Messages, "kind") => Kind::Choice(values::message_kind),
            (TableId::Activity, "kind") => Kind::Choice(values::activity_kind),
            (TableId::Posts, "kind") => Kind::Choice(|text| Some(values::post_kind(text))),
            (TableId::Meetings, "status") => Kind::Choice(values::meeting_status),
            (TableId::Posts | TableId::Audience, "account") => Kind::Choice(values::account_kind),
            (TableId::Checkins, "week") => Kind::Week(DateOrder::Iso),
            (TableId::Pages, "bounce_rate") => Kind::Fraction { style: NumberStyle::Point, percent: false },
            (TableId::Pages, "seconds") => Kind::Seconds(NumberStyle::Point),
            (_, "currency") => Kind::Currency,
            (_, "source" | "status" | "stage" | "channel") => Kind::Raw,
            _ => match field.kind {
                FieldType::Text => Kind::Text,
                FieldType::Moment => Kind::Moment(DateOrder::Iso),
                FieldType::Number => Kind::Number(NumberStyle::Point),
                FieldType::Amount => Kind::Amount(NumberStyle::Point),
                FieldType::Flag => Kind::Flag,
            },
        }
    }

    /// The same with order and style known.
    pub(super) fn settled(self, order: DateOrder, style: NumberStyle, percent: bool) -> Kind {
        match self {
            Kind::Moment(_) => Kind::Moment(order),
            Kind::Week(_) => Kind::Week(order),
            Kind::Number(_) => Kind::Number(style),
            Kind::Fraction { .. } => Kind::Fraction { style, percent },
            Kind::Seconds(_) => Kind::Seconds(style),
            Kind::Amount(_) => Kind::Amount(style),
            other => other,
        }
    }

    /// Whether its cells are numbers.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Kind::Number(_) | Kind::Fraction { .. } | Kind::Seconds(_) | Kind::Amount(_))
    }
}

/// Reads a cell. Text is taken as text; the typed cells of a workbook need no order and no style.
pub(super) fn read_cell(
    kind: Kind,
    record: &Record,
    column: usize,
    names: &mut Names,
) -> Result<Stored, Reason> {
    match record.cell(column) {
        Cell::Missing | Cell::Error(_) => Ok(MISSING.into()),
        Cell::Number(number) => read_number(kind, number, record.text(column), names),
        Cell::DateTime(date) if matches!(kind, Kind::Moment(_) | Kind::Week(_)) => {
            let moment = civil(date).ok_or(Reason::BadDate)?;
            Ok(in_week(kind, moment).raw().into())
        }
        Cell::Duration { seconds } if kind.is_number() => Ok(number_to_cell(seconds).into()),
        Cell::TimeOfDay { second } if kind.is_number() => Ok(number_to_cell(f64::from(second)).into()),
        _ => read_text(kind, &record.text(column), names),
    }
}

fn read_number(kind: Kind, number: f64, text: Cow<'_, str>, names: &mut Names) -> Result<Stored, Reason> {
    match kind {
        Kind::Number(_) | Kind::Seconds(_) => Ok(number_to_cell(number).into()),
        Kind::Fraction { percent, .. } => {
            Ok(number_to_cell(if percent { number / 100.0 } else { number }).into())
        }
        Kind::Amount(_) => Amount::from_f64(number).map(|amount| amount.0.into()).ok_or(Reason::BadNumber),
        Kind::Moment(_) | Kind::Week(_) => match values::excel_serial(number) {
            Some(moment) => Ok(in_week(kind, moment).raw().into()),
            None => read_text(kind, &text, names),
        },
        _ => read_text(kind, &text, names),
    }
}

/// Reads the text of a cell.
pub(super) fn read_text(kind: Kind, text: &str, names: &mut Names) -> Result<Stored, Reason> {
    let text = text.trim();
    let absent = match kind {
        Kind::Raw => text.is_empty(),
        Kind::Text => says_none(text),
        _ => values::is_missing(text),
    };
    if absent {
        return Ok(MISSING.into());
    }
    let number = |number: Option<f64>| number.map(number_to_cell).filter(|cell| *cell != MISSING);
    let value = match kind {
        Kind::Text | Kind::Raw => Some(text_to_cell(names.intern(text))),
        Kind::Currency => {
            let code = values::currency_code(text).map_or_else(|| text.to_owned(), str::to_owned);
            Some(text_to_cell(names.intern(&code)))
        }
        Kind::Choice(choose) => choose(text).map(|word| text_to_cell(names.intern(word))),
        Kind::Flag => values::flag(text).map(i64::from),
        Kind::Moment(order) => values::parse_date(text, order).map(Moment::raw),
        Kind::Week(order) => values::parse_iso_week(text)
            .or_else(|| values::parse_date(text, order))
            .map(|moment| in_week(kind, moment).raw()),
        Kind::Number(style) => number(values::parse_number(text, style)),
        Kind::Fraction { style, percent: false } => number(values::parse_fraction(text, style)),
        Kind::Fraction { style, percent: true } => {
            number(values::parse_number(text, style).map(|read| read / 100.0))
        }
        Kind::Seconds(style) => {
            number(values::parse_seconds(text).or_else(|| values::parse_number(text, style)))
        }
        Kind::Amount(style) => {
            let (amount, currency) = values::parse_amount(text, style).ok_or(Reason::BadNumber)?;
            return Ok(Stored { value: amount.0, currency });
        }
    };
    value.map(Stored::from).ok_or(match kind {
        Kind::Moment(_) | Kind::Week(_) => Reason::BadDate,
        Kind::Choice(_) | Kind::Flag => Reason::BadChoice,
        _ => Reason::BadNumber,
    })
}

/// Whether words say that there are none: joining people by an address of `-` would make one of all.
fn says_none(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '-' | '–' | '—')) || text.eq_ignore_ascii_case("n/a") || text == "#N/A"
}

fn in_week(kind: Kind, moment: Moment) -> Moment {
    match kind {
        Kind::Week(_) => Moment::date(moment.day(&Zone::utc()).week_start()),
        _ => moment,
    }
}

fn civil(date: CivilDateTime) -> Option<Moment> {
    if !(1900..=2100).contains(&date.year) {
        return None;
    }
    let day = Day::from_ymd(date.year, date.month.into(), date.day.into())?;
    let clock = i64::from(date.hour) * 3600 + i64::from(date.minute) * 60 + i64::from(date.second);
    Some(if clock == 0 { Moment::date(day) } else { Moment::wall(day, clock) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn kind(table: TableId, field: &str) -> Kind {
        let schema = table.schema();
        Kind::of(table, &schema.fields[schema.column(field).unwrap()])
    }

    #[rstest]
    #[case(TableId::Leads, "source", "-", Ok("-"))]
    #[case(TableId::Leads, "email", "-", Ok(""))]
    #[case(TableId::Deals, "currency", "€", Ok("EUR"))]
    #[case(TableId::Deals, "currency", "sek", Ok("SEK"))]
    #[case(TableId::Deals, "currency", "shells", Ok("shells"))]
    #[case(TableId::Meetings, "status", "Genomfört", Ok("held"))]
    #[case(TableId::Meetings, "status", "busy", Err(Reason::BadChoice))]
    #[case(TableId::Posts, "kind", "Image", Ok("post"))]
    #[case(TableId::Invitations, "direction", "OUTGOING", Ok("outgoing"))]
    fn words(
        #[case] table: TableId,
        #[case] field: &str,
        #[case] text: &str,
        #[case] expected: Result<&str, Reason>,
    ) {
        let mut names = Names::default();
        let read = read_text(kind(table, field), text, &mut names).map(|stored| match stored.value {
            MISSING => String::new(),
            number => names.text(crate::facts::Sym(u32::try_from(number).unwrap())).to_owned(),
        });
        assert_eq!(read.as_deref().map_err(|reason| *reason), expected);
    }

    #[rstest]
    #[case("2026-W10", "2026-03-02")]
    #[case("2026-03-04", "2026-03-02")]
    fn weeks_begin_on_monday(#[case] text: &str, #[case] monday: &str) {
        let stored = read_text(kind(TableId::Checkins, "week"), text, &mut Names::default()).unwrap();
        assert_eq!(Moment::from_raw(stored.value).iso(), monday);
    }

    #[rstest]
    #[case("bounce_rate", "45 %", 0.45)]
    #[case("bounce_rate", "0.45", 0.45)]
    #[case("seconds", "1:05", 65.0)]
    #[case("seconds", "00:01:05", 65.0)]
    #[case("seconds", "62.5", 62.5)]
    fn pages(#[case] field: &str, #[case] text: &str, #[case] expected: f64) {
        let stored = read_text(kind(TableId::Pages, field), text, &mut Names::default()).unwrap();
        assert_eq!(stored.value, number_to_cell(expected));
    }
}
