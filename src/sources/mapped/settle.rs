//! Order of dates and decimal mark: a first pass over whole columns.

use super::cells::Kind;
use super::plan::{Bound, Plan};
use super::{Heading, MappingError, TableSource, notice};
use crate::facts::{Notice, TableId, Zone};
use crate::intake::{Cell, Delimiter, IntakeError, Record};
use crate::sources::values::{
    NumberStyle, OrderDecision, OrderEvidence, StyleEvidence, is_missing, parse_date,
};
use crate::sources::{DateOption, DateOrder, Decimals, Mapping, Question};

/// Fields of one row that begin and end the same thing.
const PAIRS: [(&str, &str); 3] =
    [("created", "closed"), ("created", "converted_at"), ("sent_at", "clicked_at")];

#[derive(Default)]
struct Evidence {
    orders: OrderEvidence,
    styles: StyleEvidence,
    above_one: bool,
}

/// The order of dates that a mapping gives for all columns.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// None.
    Nothing,
    /// A person says it of this file.
    Now(DateOrder),
    /// A person said it of a table of this shape whose dates were written in this form.
    Before(DateOrder, &'a str),
}

impl Said<'_> {
    pub(super) fn of(mapping: &Mapping) -> Said<'_> {
        match (mapping.dates, &mapping.dates_as) {
            (None, _) => Said::Nothing,
            (Some(order), None) => Said::Now(order),
            (Some(order), Some(form)) => Said::Before(order, form),
        }
    }
}

/// Decides how the dates and numbers of every column are read, where the mapping does not say it. Returns how the dates are written.
pub(super) fn settle(
    plan: &mut Plan,
    table: &mut dyn TableSource,
    heading: &Heading,
    mapping: &Mapping,
    notices: &mut Vec<Notice>,
    questions: &mut Vec<Question>,
) -> Result<Option<String>, MappingError> {
    let wants = |bound: &Bound| bound.is_moment() || bound.kind.is_number();
    if !plan.bound.iter().any(wants) {
        return Ok(None);
    }
    let evidence = collect(plan, table, heading)?;
    let said = Said::of(mapping);
    let styles = match mapping.decimals {
        Some(Decimals::Point) => vec![NumberStyle::Point; plan.bound.len()],
        Some(Decimals::Comma) => vec![NumberStyle::Comma; plan.bound.len()],
        None => decide_styles(plan, &evidence, table.delimiter(), notices),
    };
    let orders = match said {
        Said::Now(order) => vec![order; plan.bound.len()],
        _ => decide_orders(plan, &evidence, table, heading, said, notices, questions)?,
    };
    for (((bound, evidence), style), order) in plan.bound.iter_mut().zip(&evidence).zip(styles).zip(orders) {
        let percent = evidence.above_one || evidence.styles.above_one();
        bound.kind = bound.kind.settled(order, style, percent);
    }
    Ok(evidence.iter().find_map(|evidence| evidence.orders.form()))
}

fn collect(
    plan: &Plan,
    table: &mut dyn TableSource,
    heading: &Heading,
) -> Result<Vec<Evidence>, IntakeError> {
    let mut evidence: Vec<Evidence> = plan.bound.iter().map(|_| Evidence::default()).collect();
    let mut rows = table.rows()?;
    heading.skip(rows.as_mut())?;
    let mut record = Record::default();
    while rows.read(&mut record)? {
        for (bound, evidence) in plan.bound.iter().zip(&mut evidence) {
            let (moment, number) = (bound.is_moment(), bound.kind.is_number());
            for (column, _) in &bound.columns {
                match record.cell(*column) {
                    Cell::Number(value) => evidence.above_one |= number && value > 1.0,
                    Cell::Text(text) if (moment || number) && !is_missing(text) => {
                        if moment {
                            evidence.orders.add(text);
                        } else {
                            evidence.styles.add(text);
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    Ok(evidence)
}

fn decide_styles(
    plan: &Plan,
    evidence: &[Evidence],
    delimiter: Option<Delimiter>,
    notices: &mut Vec<Notice>,
) -> Vec<NumberStyle> {
    let settled = evidence.iter().find(|evidence| evidence.styles.is_settled());
    let elsewhere = settled.map(|evidence| evidence.styles.decide(None).style).or_else(|| {
        // Spreadsheets part cells by semicolons where the comma marks decimals.
        (delimiter == Some(Delimiter::Semicolon)).then_some(NumberStyle::Comma)
    });
    plan.bound
        .iter()
        .zip(evidence)
        .map(|(bound, evidence)| {
            if is_count(plan, bound) {
                return evidence.styles.decide(None).style;
            }
            let decision = evidence.styles.decide(elsewhere);
            if let (Some(example), Some((_, column))) = (&decision.assumed, bound.columns.first()) {
                let style = if decision.style == NumberStyle::Point { "point" } else { "comma" };
                let args = [("column", column.as_str()), ("example", example.as_str()), ("style", style)];
                notices.push(notice("decimal_assumed", &args));
            }
            decision.style
        })
        .collect()
}

/// Whether a column holds whole numbers only, so that three digits behind a mark are thousands whatever
/// other columns do.
fn is_count(plan: &Plan, bound: &Bound) -> bool {
    matches!(bound.kind, Kind::Number(_)) && matches!(plan.table, TableId::Posts | TableId::Audience)
}

fn decide_orders(
    plan: &Plan,
    evidence: &[Evidence],
    table: &mut dyn TableSource,
    heading: &Heading,
    said: Said<'_>,
    notices: &mut Vec<Notice>,
    questions: &mut Vec<Question>,
) -> Result<Vec<DateOrder>, MappingError> {
    let decisions: Vec<OrderDecision> = evidence.iter().map(|evidence| evidence.orders.decide()).collect();
    let decided = decisions.iter().find_map(|decision| match decision {
        OrderDecision::Decided(order) => Some(*order),
        _ => None,
    });
    // What was said of dates written alike holds for these too; what the dates themselves say outweighs it.
    let form = evidence.iter().find_map(|evidence| evidence.orders.form());
    let decided = decided.or(match said {
        Said::Before(order, known) if form.as_deref() == Some(known) => Some(order),
        _ => None,
    });
    let open = decisions.iter().zip(&plan.bound).zip(evidence).find_map(|((decision, bound), evidence)| {
        let OrderDecision::Open { example } = decision else { return None };
        Some((bound.columns.first()?.1.clone(), example.clone(), &evidence.orders))
    });
    let mut assumed = decided.unwrap_or(DateOrder::Iso);
    // A column that is open is read as the file's other columns are; only when all are open it is asked.
    if let (None, Some((column, example, evidence))) = (decided, open) {
        let reversed = reversed_rows(&pairs(plan), table, heading)?;
        let options: Vec<DateOption> = [(DateOrder::Dmy, reversed.0), (DateOrder::Mdy, reversed.1)]
            .into_iter()
            .filter_map(|(order, reversed)| {
                let (first, last) = evidence.span(order)?;
                Some(DateOption { order, first: first.iso(), last: last.iso(), reversed })
            })
            .collect();
        assumed = match said {
            Said::Before(order, _) => order,
            _ if reversed.1 < reversed.0 => DateOrder::Mdy,
            _ => DateOrder::Dmy,
        };
        let name = if assumed == DateOrder::Dmy { "dmy" } else { "mdy" };
        let args = [("column", column.as_str()), ("example", example.as_str()), ("order", name)];
        notices.push(notice("date_order_assumed", &args));
        questions.push(Question::DateOrder { column, example, options });
    }
    Ok(decisions
        .into_iter()
        .map(|decision| match decision {
            OrderDecision::Decided(order) => order,
            _ => assumed,
        })
        .collect())
}

/// The columns of fields that begin and end the same thing.
fn pairs(plan: &Plan) -> Vec<(usize, usize)> {
    let column =
        |field: &str| plan.bound_to(field).and_then(|bound| bound.columns.first()).map(|(at, _)| *at);
    PAIRS.iter().filter_map(|(begin, end)| column(begin).zip(column(end))).collect()
}

/// Rows in which something would end before it begins: day first, and month first.
fn reversed_rows(
    pairs: &[(usize, usize)],
    table: &mut dyn TableSource,
    heading: &Heading,
) -> Result<(u32, u32), IntakeError> {
    let mut counts = [0u32; 2];
    if pairs.is_empty() {
        return Ok((0, 0));
    }
    let mut rows = table.rows()?;
    heading.skip(rows.as_mut())?;
    let mut record = Record::default();
    while rows.read(&mut record)? {
        for (count, order) in counts.iter_mut().zip([DateOrder::Dmy, DateOrder::Mdy]) {
            let day = |column| parse_date(&record.text(column), order).map(|moment| moment.day(&Zone::utc()));
            let is_reversed = |(begin, end): &(usize, usize)| {
                day(*begin).zip(day(*end)).is_some_and(|(begin, end)| end < begin)
            };
            *count += u32::from(pairs.iter().any(is_reversed));
        }
    }
    Ok((counts[0], counts[1]))
}
