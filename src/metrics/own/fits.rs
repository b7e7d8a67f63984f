//! Whether a row is meant: its table's columns and the conditions on them, looked up once.

use super::{OwnPart, Test};
use crate::facts::{Amount, FieldType, MISSING, Sym, Table, fold_name, fold_words};
use crate::metrics::Context;
use crate::metrics::persona::holds;

/// A part of a definition made ready for its table.
pub(super) struct Rows<'a> {
    pub table: &'a Table,
    /// Column of the date.
    pub date: usize,
    /// Column of the seller, where the table has one.
    pub seller: Option<usize>,
    checks: Vec<Check>,
}

/// A condition made ready for its column.
struct Check {
    column: usize,
    kind: FieldType,
    test: Test,
    /// The values, folded; as they stand, for words in order.
    folded: Vec<String>,
    said: Vec<String>,
    /// The value as a number in the unit of the column.
    number: Option<f64>,
}

impl<'a> Rows<'a> {
    /// None where the table lacks a field that the part speaks of.
    pub fn new(ctx: &Context<'a>, part: &OwnPart) -> Option<Rows<'a>> {
        let table = ctx.facts.table(part.table);
        let schema = part.table.schema();
        let checks = part.conditions.iter().map(|condition| {
            let column = schema.column(&condition.field)?;
            let kind = schema.fields.get(column)?.kind;
            // The commas of all scripts part values.
            let said: Vec<String> = (condition.value.split([',', '،', '，', '、']))
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
                .collect();
            Some(Check {
                column,
                kind,
                test: condition.test,
                folded: said.iter().map(|value| fold_name(value)).collect(),
                number: number(&condition.value, kind),
                said,
            })
        });
        Some(Rows {
            table,
            date: schema.column(&part.date)?,
            seller: schema.column("seller"),
            checks: checks.collect::<Option<_>>()?,
        })
    }

    /// Whether a row is meant.
    pub fn fits(&self, ctx: &Context<'_>, row: usize) -> bool {
        self.checks.iter().all(|check| check.holds(ctx, self.table.cell(check.column, row)))
    }

    /// Whose it is.
    pub fn seller(&self, row: usize) -> Sym {
        self.seller.map_or(Sym::BLANK, |column| text(self.table.cell(column, row)))
    }
}

impl Check {
    fn holds(&self, ctx: &Context<'_>, cell: i64) -> bool {
        if cell == MISSING {
            return self.test == Test::Unknown;
        }
        let number = || match self.kind {
            FieldType::Number => Some(f64::from_bits(cell.cast_unsigned())),
            // Amounts are far below the 2⁵³ up to which a float is exact.
            FieldType::Amount => Some(cell as f64),
            _ => None,
        };
        let against = |test: fn(f64, f64) -> bool| {
            number().zip(self.number).is_some_and(|(own, wanted)| test(own, wanted))
        };
        let is = || match self.kind {
            FieldType::Text => self.folded.contains(&fold_name(ctx.text(text(cell)))),
            FieldType::Flag => self.folded.iter().any(|value| is_yes(value) == Some(cell == 1)),
            _ => against(|own, wanted| own == wanted),
        };
        match self.test {
            Test::Known => true,
            Test::Unknown => false,
            Test::Is => is(),
            Test::IsNot => !is(),
            Test::Holds => {
                let words = fold_words(ctx.text(text(cell)));
                self.said.iter().any(|phrase| holds(&words, phrase))
            }
            Test::AtLeast => against(|own, wanted| own >= wanted),
            Test::AtMost => against(|own, wanted| own <= wanted),
        }
    }
}

/// The text of a cell.
pub(super) fn text(cell: i64) -> Sym {
    u32::try_from(cell).map_or(Sym::BLANK, Sym)
}

fn is_yes(value: &str) -> Option<bool> {
    match value {
        "yes" | "true" | "1" | "ja" | "tak" | "نعم" | "是" => Some(true),
        "no" | "false" | "0" | "nej" | "nie" | "لا" | "否" => Some(false),
        _ => None,
    }
}

/// A number that a person wrote, with a point or a comma before its decimals, as the column keeps it.
fn number(text: &str, kind: FieldType) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let number: f64 = plain.replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())?;
    Some(if kind == FieldType::Amount { number * Amount::SCALE as f64 } else { number })
}
