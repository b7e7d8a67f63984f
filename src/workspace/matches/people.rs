//! Records of people, and which of them meet.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::alike::{company_key, same_name, work_domain};
use super::{Ground, MatchReview, Meeting, Pair, Side, Systems};
use crate::facts::{Facts, MISSING, PersonId, Sym, TableId};

/// The tables that name people, with the fields for name, profile address, e-mail address and company.
const TABLES: [(TableId, [&str; 4]); 9] = [
    (TableId::Connections, ["name", "profile_url", "email", "company"]),
    (TableId::Invitations, ["name", "profile_url", "", ""]),
    (TableId::Messages, ["person", "profile_url", "", ""]),
    (TableId::Meetings, ["person", "", "email", "company"]),
    (TableId::Referrals, ["referrer", "", "", ""]),
    (TableId::LinkSends, ["person", "", "", ""]),
    (TableId::Leads, ["person", "", "email", "company"]),
    (TableId::Deals, ["person", "", "", "company"]),
    (TableId::Touches, ["person", "", "", "company"]),
];

/// Of one key no more records than this are paired with each other: a common name would pair thousands.
const MOST_OF_A_KEY: usize = 40;

/// A person as one or more records with the same keys name them.
struct Record {
    id: PersonId,
    name: String,
    companies: BTreeSet<String>,
    places: BTreeSet<(TableId, String)>,
}

impl Record {
    fn side(&self) -> Side {
        let keys = [self.id.email(), self.id.profile()].map(str::to_owned);
        let detail = self.companies.iter().cloned().chain(keys).filter(|text| !text.is_empty()).collect();
        Side { name: self.name.clone(), detail, places: self.places.iter().cloned().collect() }
    }

    fn companies_differ(&self, other: &Record) -> bool {
        let keys = |record: &Record| -> BTreeSet<String> {
            record
                .companies
                .iter()
                .map(|company| company_key(company))
                .filter(|key| !key.is_empty())
                .collect()
        };
        let (own, others) = (keys(self), keys(other));
        !own.is_empty() && !others.is_empty() && own.is_disjoint(&others)
    }

    /// Whether the two stand in different systems throughout.
    fn is_elsewhere(&self, other: &Record) -> bool {
        self.places.iter().all(|(_, system)| other.places.iter().all(|(_, known)| known != system))
    }

    fn meets(&self, other: &Record, ground: Ground, key: &str) -> Meeting {
        Meeting {
            ground,
            key: key.to_owned(),
            one: self.side(),
            other: Some(other.side()),
            pair: Some(Pair::People(self.id.clone(), other.id.clone())),
            companies_differ: self.companies_differ(other),
        }
    }
}

/// Adds the people that meet.
pub(super) fn meet(facts: &Facts, systems: &Systems, suggests: bool, review: &mut MatchReview) {
    let records = records(facts, systems);
    for record in records.iter().filter(|record| record.places.len() > 1) {
        let (ground, key) = match (record.id.profile(), record.id.email()) {
            ("", "") => (Ground::Name, ""),
            ("", email) => (Ground::Email, email),
            (profile, _) => (Ground::Profile, profile),
        };
        let list = if ground == Ground::Name { &mut review.by_name } else { &mut review.exact };
        let (key, one) = (key.to_owned(), record.side());
        list.push(Meeting { ground, key, one, other: None, pair: None, companies_differ: false });
    }
    let mut seen = HashSet::new();
    for (ground, key_of) in [
        (Ground::Profile, PersonId::profile as fn(&PersonId) -> &str),
        (Ground::Email, PersonId::email),
        (Ground::Name, PersonId::name),
    ] {
        for (key, a, b) in pairs(&records, |record| vec![key_of(&record.id).to_owned()], &mut seen) {
            let decides = match ground {
                Ground::Email => a.id.profile().is_empty() || b.id.profile().is_empty(),
                _ => a.id.same_as(&b.id),
            };
            match (ground, decides) {
                (Ground::Name, true) => review.by_name.push(a.meets(b, ground, "")),
                (_, true) => review.exact.push(a.meets(b, ground, &key)),
                (Ground::Name, false) if suggests && a.is_elsewhere(b) => {
                    review.suggestions.push(a.meets(b, Ground::NameOnly, ""));
                }
                _ => {}
            }
        }
    }
    if !suggests {
        return;
    }
    let companies = |record: &Record| record.companies.iter().map(|name| company_key(name)).collect();
    let domain = |record: &Record| vec![work_domain(record.id.email()).unwrap_or_default().to_owned()];
    for (_, a, b) in pairs(&records, companies, &mut seen) {
        if a.is_elsewhere(b) && same_name(&a.name, &b.name) {
            review.suggestions.push(a.meets(b, Ground::Company, ""));
        }
    }
    for (_, a, b) in pairs(&records, domain, &mut seen) {
        if a.is_elsewhere(b) && same_name(&a.name, &b.name) {
            review.suggestions.push(a.meets(b, Ground::Domain, ""));
        }
    }
}

/// Pairs of records that share a key and were not paired before, in the order of the keys.
fn pairs<'a>(
    records: &'a [Record],
    keys: impl Fn(&Record) -> Vec<String>,
    seen: &mut HashSet<(usize, usize)>,
) -> Vec<(String, &'a Record, &'a Record)> {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        for key in keys(record).into_iter().filter(|key| !key.is_empty()) {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut found = Vec::new();
    for (key, places) in by_key {
        for (position, &a) in places.iter().take(MOST_OF_A_KEY).enumerate() {
            for &b in places.iter().take(MOST_OF_A_KEY).skip(position + 1) {
                let (Some(one), Some(other)) = (records.get(a), records.get(b)) else { continue };
                // What one table of one system parts stays parted.
                let is_met = one.places.intersection(&other.places).next().is_none();
                if is_met && seen.insert((a, b)) {
                    found.push((key.clone(), one, other));
                }
            }
        }
    }
    found
}

fn records(facts: &Facts, systems: &Systems) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    let mut by_id: HashMap<PersonId, usize> = HashMap::new();
    for (id, fields) in TABLES {
        let table = facts.table(id);
        let columns = fields.map(|field| table.schema().column(field));
        let set_aside = (id == TableId::Messages).then(|| table.schema().column("kind")).flatten();
        let mut seen: HashMap<([i64; 4], u32), ()> = HashMap::new();
        for row in 0..table.len() {
            if set_aside.is_some_and(|column| table.cell(column, row) != MISSING) {
                continue;
            }
            let cells = columns.map(|column| column.map_or(MISSING, |column| table.cell(column, row)));
            if seen.insert((cells, table.file(row)), ()).is_some() {
                continue;
            }
            let [name, profile, email, company] =
                cells.map(|cell| facts.names.text(Sym(u32::try_from(cell).unwrap_or(0))));
            let person = PersonId::new(profile, email, name);
            if person.is_blank() {
                continue;
            }
            let at = *by_id.entry(person).or_insert_with_key(|person| {
                let name = [name, email, profile].into_iter().find(|text| !text.is_empty());
                records.push(Record {
                    id: person.clone(),
                    name: name.unwrap_or_default().to_owned(),
                    companies: BTreeSet::new(),
                    places: BTreeSet::new(),
                });
                records.len() - 1
            });
            if let Some(record) = records.get_mut(at) {
                if !company.is_empty() {
                    record.companies.insert(company.to_owned());
                }
                record.places.insert((id, systems.of(table.file(row)).to_owned()));
            }
        }
    }
    records
}
