//! A definition in a sentence.

use crate::metrics::{Condition, OwnKind, OwnLink, OwnMetric, OwnPart};
use crate::ui::words::Words;

/// A definition in a sentence.
pub fn said(words: Words, metric: &OwnMetric) -> String {
    let of = part(words, &metric.of);
    let Some(to) = metric.to.as_ref().filter(|_| metric.kind != OwnKind::Count) else {
        return words.fill("own.said.count", &[("of", &of)]);
    };
    let to = part(words, to);
    let key = match (metric.kind, metric.link) {
        (OwnKind::Rate, OwnLink::Nothing) => {
            return words.fill("own.said.ratio", &[("of", &of), ("to", &to)]);
        }
        (OwnKind::Rate, _) => "own.said.rate",
        _ => "own.said.time",
    };
    let link = words.t(&format!("own.link.{}", metric.link.id()));
    let mut text = words.fill(key, &[("of", &of), ("to", &to), ("link", &link)]);
    if let Some(days) = metric.within_days {
        text.push(' ');
        text.push_str(&words.count("own.said.within", u64::from(days), &[]));
    }
    text
}

/// The rows that are meant: `Deals by Created, where Status is “won”`.
fn part(words: Words, part: &OwnPart) -> String {
    let table = words.t(&format!("table.{}", part.table.name()));
    let date = field(words, &part.date);
    if part.conditions.is_empty() {
        return words.fill("own.said.part", &[("table", &table), ("date", &date)]);
    }
    let conditions: Vec<String> = part.conditions.iter().map(|one| condition(words, one)).collect();
    let all = words.list(&conditions);
    words.fill("own.said.part_where", &[("table", &table), ("date", &date), ("conditions", &all)])
}

fn condition(words: Words, condition: &Condition) -> String {
    let field = field(words, &condition.field);
    let test = words.t(&format!("own.test.{}", condition.test.id()));
    if condition.test.has_value() {
        words.fill(
            "own.said.condition",
            &[("field", &field), ("test", &test), ("value", condition.value.trim())],
        )
    } else {
        words.fill("own.said.condition_bare", &[("field", &field), ("test", &test)])
    }
}

/// The name of a field.
pub fn field(words: Words, name: &str) -> String {
    let key = format!("field.{name}");
    if words.has(&key) { words.t(&key) } else { name.replace('_', " ") }
}
