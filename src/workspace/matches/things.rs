//! Leads and deals that two systems tell of: which meet, and two that are one made one.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::alike::{same_company, same_name};
use super::{Ground, MatchReview, Meeting, Pair, Side, Systems};
use crate::facts::{
    Amount, DealRow, Facts, LeadRow, MISSING, Moment, RowRef, Sym, Table, TableId, Zone, sort_list,
    text_to_cell,
};
use crate::workspace::Workspace;

/// Deals of one amount whose dates lie no more days apart may be one.
const NEAR_DAYS: i32 = 14;

/// Where a lead's or deal's identifier is named.
const NAMED: [(TableId, &str, TableId); 6] = [
    (TableId::Deals, "lead_id", TableId::Leads),
    (TableId::Referrals, "lead_id", TableId::Leads),
    (TableId::Touches, "lead_id", TableId::Leads),
    (TableId::StageChanges, "deal_id", TableId::Deals),
    (TableId::Referrals, "deal_id", TableId::Deals),
    (TableId::Touches, "deal_id", TableId::Deals),
];

struct Thing {
    id: String,
    name: String,
    company: String,
    email: String,
    amount: Option<(Amount, String)>,
    days: [Option<Moment>; 2],
    system: String,
}

impl Thing {
    fn side(&self, table: TableId) -> Side {
        let amount = self.amount.as_ref().map(|(amount, currency)| format!("{} {currency}", amount.print(2)));
        let days = self.days.iter().flatten().map(|moment| moment.day(&Zone::utc()).iso());
        let name = [&self.name, &self.company, &self.id].into_iter().find(|text| !text.is_empty());
        let detail = [self.id.clone(), self.company.clone(), self.email.clone()]
            .into_iter()
            .chain(amount.map(|text| text.trim().to_owned()))
            .chain(days)
            .filter(|text| !text.is_empty());
        Side {
            name: name.cloned().unwrap_or_default(),
            detail: detail.collect(),
            places: vec![(table, self.system.clone())],
        }
    }

    fn meets(&self, other: &Thing, table: TableId, ground: Ground, key: &str) -> Meeting {
        let (a, b) = (self.id.clone(), other.id.clone());
        Meeting {
            ground,
            key: key.to_owned(),
            one: self.side(table),
            other: Some(other.side(table)),
            pair: Some(if table == TableId::Leads { Pair::Leads(a, b) } else { Pair::Deals(a, b) }),
            companies_differ: !self.company.is_empty()
                && !other.company.is_empty()
                && !same_company(&self.company, &other.company),
        }
    }

    fn is_near(&self, other: &Thing) -> bool {
        self.days.iter().zip(&other.days).any(|(own, other)| {
            let day = |moment: &Option<Moment>| moment.map(|moment| moment.day(&Zone::utc()).0);
            day(own).zip(day(other)).is_some_and(|(own, other)| (own - other).abs() <= NEAR_DAYS)
        })
    }
}

/// Adds the leads and deals that meet.
pub(super) fn meet(
    workspace: &Workspace,
    facts: &Facts,
    systems: &Systems,
    suggests: bool,
    review: &mut MatchReview,
) {
    let text = |sym: Sym| facts.names.text(sym).to_owned();
    let system = |row: RowRef| systems.of(facts.table(row.table).file(row.row as usize)).to_owned();
    let leads: Vec<Thing> = facts
        .rows::<LeadRow>()
        .map(|(row, lead)| Thing {
            id: text(lead.id),
            name: text(lead.person),
            company: text(lead.company),
            email: text(lead.email).to_lowercase(),
            amount: None,
            days: [lead.created, lead.converted_at],
            system: system(row),
        })
        .collect();
    let deals: Vec<Thing> = facts
        .rows::<DealRow>()
        .map(|(row, deal)| Thing {
            id: text(deal.id),
            name: text(deal.name),
            company: text(deal.company),
            email: String::new(),
            amount: deal.amount.map(|amount| (amount, text(deal.currency))),
            days: [deal.created, deal.closed],
            system: system(row),
        })
        .collect();
    for (table, things) in [(TableId::Leads, &leads), (TableId::Deals, &deals)] {
        let told = workspace.systems_of(table, systems);
        for thing in things {
            let Some(all) = told.get(&thing.id).filter(|all| all.len() > 1) else { continue };
            let places = all.iter().map(|system| (table, system.clone())).collect();
            let one = Side { places, ..thing.side(table) };
            let (ground, key) = (Ground::Id, thing.id.clone());
            review.exact.push(Meeting { ground, key, one, other: None, pair: None, companies_differ: false });
        }
    }
    let by_id: HashMap<&str, &Thing> = leads.iter().map(|lead| (lead.id.as_str(), lead)).collect();
    for ((_, row), deal) in facts.rows::<DealRow>().zip(&deals) {
        if let Some(lead) = by_id.get(facts.names.text(row.lead_id)).filter(|lead| lead.system != deal.system)
        {
            let other = Some(lead.side(TableId::Leads));
            let (key, one) = (lead.id.clone(), deal.side(TableId::Deals));
            let ground = Ground::LeadId;
            review.exact.push(Meeting { ground, key, one, other, pair: None, companies_differ: false });
        }
    }
    if suggests {
        suggest_leads(&leads, review);
        suggest_deals(&deals, review);
    }
}

fn suggest_leads(leads: &[Thing], review: &mut MatchReview) {
    let mut seen = BTreeSet::new();
    let email = |lead: &Thing| lead.email.clone();
    for (key, a, b) in blocks(leads, email) {
        seen.insert((a.id.clone(), b.id.clone()));
        review.suggestions.push(a.meets(b, TableId::Leads, Ground::Email, &key));
    }
    for (_, a, b) in blocks(leads, |lead| super::alike::company_key(&lead.company)) {
        if same_name(&a.name, &b.name) && seen.insert((a.id.clone(), b.id.clone())) {
            review.suggestions.push(a.meets(b, TableId::Leads, Ground::Company, ""));
        }
    }
}

fn suggest_deals(deals: &[Thing], review: &mut MatchReview) {
    let amount = |deal: &Thing| {
        deal.amount
            .as_ref()
            .filter(|(amount, _)| amount.0 != 0)
            .map_or(String::new(), |(amount, currency)| format!("{} {currency}", amount.0))
    };
    for (_, a, b) in blocks(deals, amount) {
        if a.is_near(b) && same_company(&a.company, &b.company) {
            review.suggestions.push(a.meets(b, TableId::Deals, Ground::Amount, ""));
        }
    }
}

/// Pairs of different things from different systems that share a key.
fn blocks(things: &[Thing], key: impl Fn(&Thing) -> String) -> Vec<(String, &Thing, &Thing)> {
    const MOST_OF_A_KEY: usize = 40;
    let mut by_key: BTreeMap<String, Vec<&Thing>> = BTreeMap::new();
    for thing in things {
        let key = key(thing);
        if !key.is_empty() {
            by_key.entry(key).or_default().push(thing);
        }
    }
    let mut found = Vec::new();
    for (key, block) in by_key {
        for (at, a) in block.iter().take(MOST_OF_A_KEY).enumerate() {
            for b in block.iter().take(MOST_OF_A_KEY).skip(at + 1) {
                if a.system != b.system && a.id != b.id {
                    found.push((key.clone(), *a, *b));
                }
            }
        }
    }
    found
}

/// Makes things that a person said are one into one: the newest word counts, the others fill what it leaves
/// blank, and whatever names one of them names the one that is left.
pub(super) fn unite(facts: &mut Facts, id: TableId, pairs: &[(&str, &str)]) {
    let table = facts.table(id);
    let Some(column) = table.schema().column("id") else { return };
    let rows: HashMap<i64, usize> = (0..table.len()).map(|row| (table.cell(column, row), row)).collect();
    let row_of = |text: &str| {
        let cell = facts.names.find(text).map(text_to_cell)?;
        rows.get(&cell).copied()
    };
    // The first row of each group stands for it.
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    let root = |first: &BTreeMap<usize, usize>, mut row: usize| {
        while let Some(&earlier) = first.get(&row) {
            row = earlier;
        }
        row
    };
    for (a, b) in pairs {
        let Some((a, b)) = row_of(a).zip(row_of(b)) else { continue };
        let (a, b) = (root(&first, a), root(&first, b));
        if a != b {
            first.insert(a.max(b), a.min(b));
        }
    }
    if first.is_empty() {
        return;
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &row in first.keys() {
        groups.entry(root(&first, row)).or_default().push(row);
    }
    let mut united = Table::new(id);
    let mut renamed: HashMap<i64, i64> = HashMap::new();
    for row in (0..table.len()).filter(|row| !first.contains_key(row)) {
        let Some(others) = groups.get(&row) else {
            united.push(&table.cells(row).collect::<Vec<_>>(), table.file(row), table.line(row));
            continue;
        };
        // Files are numbered in the order of their import.
        let mut all: Vec<usize> = others.iter().copied().chain([row]).collect();
        sort_list(&mut all, |&a, &b| (table.file(b), b).cmp(&(table.file(a), a)));
        let newest = all.first().copied().unwrap_or(row);
        let cells: Vec<i64> = (0..table.schema().fields.len())
            .map(|field| {
                all.iter().map(|&row| table.cell(field, row)).find(|cell| *cell != MISSING).unwrap_or(MISSING)
            })
            .collect();
        let kept = table.cell(column, newest);
        renamed.extend(all.iter().map(|&row| (table.cell(column, row), kept)));
        united.push(&cells, table.file(newest), table.line(newest));
    }
    facts.set_table(Arc::new(united));
    for (naming, field, _) in NAMED.into_iter().filter(|(_, _, named)| *named == id) {
        let Some(column) = naming.schema().column(field) else { continue };
        let rows: Vec<(usize, i64)> = (0..facts.table(naming).len())
            .filter_map(|row| Some((row, *renamed.get(&facts.table(naming).cell(column, row))?)))
            .collect();
        if !rows.is_empty() {
            let table = facts.table_mut(naming);
            rows.into_iter().for_each(|(row, cell)| table.set_cell(column, row, cell));
        }
    }
}

impl Workspace {
    /// The systems that tell of each thing of a table, by its identifier.
    fn systems_of(&self, table: TableId, systems: &Systems) -> HashMap<String, BTreeSet<String>> {
        let mut told: HashMap<String, BTreeSet<String>> = HashMap::new();
        let Some((ledger, column)) = self.ledgers.get(table.index()).zip(table.schema().column("id")) else {
            return told;
        };
        for row in 0..ledger.versions.len() {
            let cell = u32::try_from(ledger.versions.cell(column, row)).unwrap_or(0);
            let set = ledger.providers.get(row).copied().unwrap_or(0);
            let names = self.providers.files(set).iter().map(|file| systems.of(*file).to_owned());
            told.entry(self.names.text(Sym(cell)).to_owned()).or_default().extend(names);
        }
        told
    }
}
