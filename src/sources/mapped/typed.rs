//! A row that a person types, field by field, read as the cells of a file are.

use super::cells::{Kind, read_text};
use crate::facts::{FieldType, MISSING, Names, Reason, TableId, text_to_cell};
use crate::sources::DateOrder;
use crate::sources::values::{NumberStyle, OrderDecision, OrderEvidence, StyleEvidence};

/// Why a typed value is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedFault {
    /// It is needed and blank.
    Needed,
    /// No date.
    BadDate,
    /// A date that may be day or month first.
    OpenDate,
    /// No number.
    BadNumber,
    /// None of the words that the field allows.
    BadChoice,
    /// A number outside what the field can be.
    OutOfRange,
    /// The table has no such field.
    NoField,
}

impl TypedFault {
    /// The message is `typed.<id>`.
    pub fn id(self) -> &'static str {
        match self {
            TypedFault::Needed => "needed",
            TypedFault::BadDate => "date",
            TypedFault::OpenDate => "open_date",
            TypedFault::BadNumber => "number",
            TypedFault::BadChoice => "choice",
            TypedFault::OutOfRange => "range",
            TypedFault::NoField => "no_field",
        }
    }
}

/// The stored integers of a row of fields and what was typed into them; blank ones are missing. `style` is
/// the one of the person's language, for numbers that can be read both ways.
///
/// # Errors
/// Every field that cannot be taken, with the reason.
pub fn typed_cells(
    table: TableId,
    fields: &[(String, String)],
    style: NumberStyle,
    names: &mut Names,
) -> Result<Vec<i64>, Vec<(String, TypedFault)>> {
    let schema = table.schema();
    let mut cells = vec![MISSING; schema.fields.len()];
    let mut faults = Vec::new();
    let mut money = None;
    for (name, text) in fields {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let known = schema.column(name).and_then(|at| Some((schema.fields.get(at)?, cells.get_mut(at)?)));
        let Some((field, cell)) = known else {
            faults.push((name.clone(), TypedFault::NoField));
            continue;
        };
        let read = settled(Kind::of(table, field), &text, style)
            .and_then(|kind| read_text(kind, &text, names).map_err(fault));
        match read {
            Ok(stored) => {
                money = money.or(stored.currency);
                *cell = stored.value;
                if field.kind == FieldType::Number && !is_in_range(table, name, stored.value) {
                    faults.push((name.clone(), TypedFault::OutOfRange));
                }
            }
            Err(fault) => faults.push((name.clone(), fault)),
        }
    }
    if let (Some(code), Some(cell)) = (money, schema.column("currency").and_then(|at| cells.get_mut(at)))
        && *cell == MISSING
    {
        *cell = text_to_cell(names.intern(code));
    }
    for (field, cell) in schema.fields.iter().zip(&cells) {
        if field.needed && *cell == MISSING && faults.iter().all(|(name, _)| name != field.name) {
            faults.push((field.name.to_owned(), TypedFault::Needed));
        }
    }
    if faults.is_empty() { Ok(cells) } else { Err(faults) }
}

/// How one value is read: order and style are decided by it alone, the style else by the language.
fn settled(kind: Kind, text: &str, style: NumberStyle) -> Result<Kind, TypedFault> {
    if matches!(kind, Kind::Moment(_)) {
        let mut evidence = OrderEvidence::default();
        evidence.add(text);
        return match evidence.decide() {
            OrderDecision::Decided(order) => Ok(kind.settled(order, style, false)),
            OrderDecision::Open { .. } => Err(TypedFault::OpenDate),
            _ => Ok(kind.settled(DateOrder::Iso, style, false)),
        };
    }
    let mut evidence = StyleEvidence::default();
    if kind.is_number() && !text.is_empty() {
        evidence.add(text);
    }
    Ok(kind.settled(DateOrder::Iso, evidence.decide(Some(style)).style, false))
}

fn fault(reason: Reason) -> TypedFault {
    match reason {
        Reason::BadDate => TypedFault::BadDate,
        Reason::BadChoice => TypedFault::BadChoice,
        _ => TypedFault::BadNumber,
    }
}

/// Whether a number is one that the field can be: scores have their scale, and nothing is fewer than none.
fn is_in_range(table: TableId, field: &str, cell: i64) -> bool {
    if cell == MISSING {
        return true;
    }
    let most = match (table, field) {
        (TableId::Ssi, "brand" | "people" | "insights" | "relationships") => 25.0,
        (TableId::Ssi, _) | (TableId::Checkins, "ssi") => 100.0,
        _ => f64::MAX,
    };
    (0.0..=most).contains(&f64::from_bits(cell.cast_unsigned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Amount, Moment, Sym, number_to_cell};
    use rstest::rstest;

    fn typed(table: TableId, fields: &[(&str, &str)]) -> Result<Vec<i64>, Vec<(String, TypedFault)>> {
        let fields: Vec<(String, String)> =
            fields.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        typed_cells(table, &fields, NumberStyle::Comma, &mut Names::default())
    }

    #[rstest]
    #[case("2026-11-20", "2026-11-20")]
    #[case("20 nov. 2026", "2026-11-20")]
    #[case("20.11.2026", "2026-11-20")]
    #[case("11/20/2026", "2026-11-20")]
    fn dates_in_the_usual_forms(#[case] text: &str, #[case] day: &str) {
        let cells = typed(TableId::Markers, &[("date", text), ("label", "Training")]).unwrap();
        assert_eq!(Moment::from_raw(cells[0]).iso(), day);
    }

    #[test]
    fn money_brings_its_currency_and_a_decimal_comma_is_read() {
        let mut names = Names::default();
        let fields = [("date", "2026-11-20"), ("amount", "1 200,50 €"), ("hours", "2,5")]
            .map(|(name, text)| (name.to_owned(), text.to_owned()));
        let cells = typed_cells(TableId::Costs, &fields, NumberStyle::Comma, &mut names).unwrap();
        let at = |field| cells[TableId::Costs.schema().column(field).unwrap()];
        assert_eq!(Amount(at("amount")), Amount::parse_plain("1200.50").unwrap());
        assert_eq!(names.text(Sym(u32::try_from(at("currency")).unwrap())), "EUR");
        assert_eq!(at("hours"), number_to_cell(2.5));
    }

    #[rstest]
    #[case(TableId::Ssi, &[("date", "2026-11-20"), ("total", "101")], "total", TypedFault::OutOfRange)]
    #[case(TableId::Ssi, &[("date", "2026-11-20"), ("total", "60"), ("brand", "26")], "brand", TypedFault::OutOfRange)]
    #[case(TableId::Ssi, &[("date", "03/04/2026"), ("total", "60")], "date", TypedFault::OpenDate)]
    #[case(TableId::Ssi, &[("date", "soon"), ("total", "60")], "date", TypedFault::BadDate)]
    #[case(TableId::Ssi, &[("date", "2026-11-20")], "total", TypedFault::Needed)]
    #[case(TableId::Ssi, &[("date", "2026-11-20"), ("total", "many")], "total", TypedFault::BadNumber)]
    #[case(TableId::Meetings, &[("date", "2026-11-20"), ("status", "maybe")], "status", TypedFault::BadChoice)]
    #[case(TableId::Checkins, &[("seller", "Ada"), ("week", "2026-W47"), ("shares", "-1")], "shares", TypedFault::OutOfRange)]
    #[case(TableId::Markers, &[("date", "2026-11-20"), ("label", "x"), ("colour", "red")], "colour", TypedFault::NoField)]
    fn what_is_not_taken(
        #[case] table: TableId,
        #[case] fields: &[(&str, &str)],
        #[case] field: &str,
        #[case] fault: TypedFault,
    ) {
        assert_eq!(typed(table, fields).unwrap_err(), [(field.to_owned(), fault)]);
    }
}
