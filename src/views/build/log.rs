//! What was typed in.

use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use crate::facts::{
    Amount, CheckinRow, Day, Facts, FieldType, MISSING, Moment, Names, SsiRow, Sym, TableId, Zone,
    fold_words, text_to_cell,
};
use crate::views::{EntryView, GRID_WEEKS, LogView, Reading, SellerReadings};
use crate::workspace::{Entry, EntryId, Workspace};

/// Entries that are listed.
const MOST_ENTRIES: usize = 200;
/// Names that are proposed.
const MOST_NAMES: usize = 12;

/// What was typed in: entries of one kind or of all, and the grid up to the week of `today`.
pub fn log_view(
    workspace: &Workspace,
    asked: &Asked<'_>,
    table: Option<TableId>,
    comma: bool,
    today: Day,
) -> LogView {
    let names = &asked.context.facts.names;
    let tables: BTreeSet<TableId> = workspace.entries().map(|entry| entry.table).collect();
    let wanted = workspace.entries().filter(|entry| table.is_none_or(|table| entry.table == table));
    let mut entries: Vec<(Option<Day>, &Entry)> = wanted.map(|entry| (day_of(entry), entry)).collect();
    entries.sort_by_key(|(day, entry)| std::cmp::Reverse((*day, entry.id)));
    let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
    let listed = entries.iter().take(MOST_ENTRIES);
    let weeks: Vec<Day> = (1 - GRID_WEEKS..=0).map(|week| today.week_start().plus(7 * week)).collect();
    let (can_undo, can_redo) = workspace.entry_steps();
    LogView {
        frame: asked.frame.clone(),
        entries: listed.map(|(day, entry)| entry_view(names, entry, *day, comma)).collect(),
        total,
        tables: tables.into_iter().collect(),
        can_undo,
        can_redo,
        readings: readings(workspace, asked, &weeks, comma),
        weeks,
        sellers: asked.frame.sellers.clone(),
    }
}

fn entry_view(names: &Names, entry: &Entry, day: Option<Day>, comma: bool) -> EntryView {
    let fields = entry.table.schema().fields.iter().zip(&entry.cells);
    let fields = fields
        .filter(|(_, cell)| **cell != MISSING)
        .map(|(field, cell)| (field.name.to_owned(), as_typed(names, field.kind, *cell, comma)))
        .collect();
    EntryView { id: entry.id, table: entry.table, day, fields }
}

/// The first date of an entry.
fn day_of(entry: &Entry) -> Option<Day> {
    let mut dates = (entry.table.schema().fields.iter().zip(&entry.cells))
        .filter(|(field, cell)| field.kind == FieldType::Moment && **cell != MISSING);
    dates.next().map(|(_, cell)| Moment::from_raw(*cell).day(&Zone::utc()))
}

/// A cell as a person would type it.
fn as_typed(names: &Names, kind: FieldType, cell: i64, comma: bool) -> String {
    let marked = |number: String| if comma { number.replace('.', ",") } else { number };
    match kind {
        FieldType::Text => names.text(Sym(u32::try_from(cell).unwrap_or(0))).to_owned(),
        FieldType::Moment => Moment::from_raw(cell).iso(),
        FieldType::Number => marked(f64::from_bits(cell.cast_unsigned()).to_string()),
        FieldType::Amount => {
            let two = Amount(cell).print(2);
            let is_told = Amount::parse_plain(&two) == Some(Amount(cell));
            let number = if is_told { two } else { Amount(cell).print(4) };
            // Nobody types the cents of a whole amount.
            marked(number.strip_suffix(".00").map(str::to_owned).unwrap_or(number))
        }
        FieldType::Flag => u8::from(cell != 0).to_string(),
    }
}

/// The newest reading of each seller in each week, with the entry that says it.
fn readings(workspace: &Workspace, asked: &Asked<'_>, weeks: &[Day], comma: bool) -> Vec<SellerReadings> {
    let facts = asked.context.facts;
    let typed: BTreeMap<(i64, i64), EntryId> = workspace
        .entries()
        .filter(|entry| entry.table == TableId::Ssi)
        .filter_map(|entry| Some(((*entry.cells.first()?, *entry.cells.get(1)?), entry.id)))
        .collect();
    let mut newest: BTreeMap<(Sym, Day), (Moment, f64)> = BTreeMap::new();
    let mut last: BTreeMap<Sym, Day> = BTreeMap::new();
    for (_, row) in facts.rows::<SsiRow>() {
        let (Some(date), Some(total)) = (row.date, row.total) else { continue };
        let day = asked.context.day(date);
        let latest = last.entry(row.seller).or_insert(day);
        *latest = day.max(*latest);
        let known = newest.entry((row.seller, day.week_start())).or_insert((date, total));
        if known.0 < date {
            *known = (date, total);
        }
    }
    // A check-in that reports the index answers for its week too, where no reading does.
    for (_, row) in facts.rows::<CheckinRow>() {
        let (Some(week), Some(total)) = (row.week, row.ssi) else { continue };
        let day = asked.context.day(week);
        let latest = last.entry(row.seller).or_insert(day);
        *latest = day.max(*latest);
        newest.entry((row.seller, day.week_start())).or_insert((week, total));
    }
    let of_seller = |name: &String| {
        let seller = facts.names.find(name).unwrap_or(Sym::BLANK);
        let reading = |week: &Day| {
            let (date, total) = newest.get(&(seller, *week))?;
            let text = total.to_string();
            Some(Reading {
                text: if comma { text.replace('.', ",") } else { text },
                day: asked.context.day(*date),
                entry: typed.get(&(text_to_cell(seller), date.raw())).copied(),
            })
        };
        SellerReadings {
            seller: name.clone(),
            weeks: weeks.iter().map(reading).collect(),
            last: last.get(&seller).copied(),
        }
    };
    asked.frame.sellers.iter().map(of_seller).collect()
}

/// Fields that hold the name of a person on the other side.
const PEOPLE: [(TableId, &str); 6] = [
    (TableId::Connections, "name"),
    (TableId::WarmConversations, "person"),
    (TableId::Meetings, "person"),
    (TableId::Leads, "person"),
    (TableId::Deals, "person"),
    (TableId::LinkSends, "person"),
];

/// Known people of whose names a word begins as what was typed does: at most a dozen, by the alphabet.
pub fn people_like(facts: &Facts, start: &str) -> Vec<String> {
    let wanted = fold_words(start);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut seen: BTreeSet<Sym> = BTreeSet::new();
    for (table, field) in PEOPLE {
        let column = table.schema().column(field).unwrap_or(usize::MAX);
        let cells = facts.table(table).column(column).iter().filter(|cell| **cell != MISSING);
        seen.extend(cells.filter_map(|cell| u32::try_from(*cell).ok()).map(Sym));
    }
    let is_like = |name: &&str| {
        let words = fold_words(name);
        wanted.iter().all(|part| words.iter().any(|word| word.starts_with(part.as_str())))
    };
    let names: BTreeSet<&str> = seen.iter().map(|sym| facts.names.text(*sym)).filter(is_like).collect();
    names.into_iter().take(MOST_NAMES).map(str::to_owned).collect()
}
