//! From when to when the facts tell of whom, and the period that is shown where none is chosen.
//!
//! Nothing in a known span is a zero; nothing outside it is unknown.

use std::collections::BTreeMap;

use super::{DealState, Definitions, Need, Statuses};
use crate::facts::{Day, Facts, Moment, SellerRoles, Span, Sym, TableId, Zone, sort_list};

/// What one table tells of one seller.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Rows.
    pub rows: u32,
    /// Earliest dated fact.
    pub first: Option<Day>,
    /// Latest dated fact.
    pub last: Option<Day>,
    /// The end of what is known: the files' data end, else the latest dated fact.
    pub end: Option<Day>,
}

impl Extent {
    fn add(self, other: Extent) -> Extent {
        Extent {
            rows: self.rows.saturating_add(other.rows),
            first: earliest(self.first, other.first),
            last: self.last.max(other.last),
            end: self.end.max(other.end),
        }
    }

    fn date(&mut self, day: Day) {
        self.first = earliest(self.first, Some(day));
        self.last = self.last.max(Some(day));
    }

    /// From the earliest fact to the end of what is known.
    pub fn span(self) -> Option<Span> {
        let (from, to) = (self.first?, self.end?);
        (from <= to).then_some(Span { from, to })
    }
}

fn earliest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, None) | (None, one) => one,
    }
}

/// What every table tells of every seller.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    extents: BTreeMap<(TableId, Sym), Extent>,
    roles: SellerRoles,
    /// What is told of brands' pages: of no seller, and so of no metric of sellers.
    brands: Extent,
}

impl Coverage {
    /// Walks the dates of all tables once. Expected dates are no facts: the closing date of an open deal,
    /// a meeting after today.
    pub fn new(facts: &Facts, definitions: &Definitions, zone: &Zone, today: Day) -> Coverage {
        let mut extents: BTreeMap<(TableId, Sym), Extent> = BTreeMap::new();
        let mut brands = Extent::default();
        let mut closed = ClosedDeals { facts, statuses: Statuses::new(definitions), known: BTreeMap::new() };
        let brand = facts.names.find("brand");
        for id in TableId::ALL {
            let table = facts.table(id);
            let column = |field: &str| table.schema().column(field);
            let (sellers, accounts) = (column("seller"), column("account"));
            let dates: Vec<(usize, bool)> = (id.schema().dated_by.iter())
                .filter_map(|field| Some((column(field)?, id == TableId::Deals && *field == "closed")))
                .collect();
            for row in 0..table.len() {
                let seller = sellers.map_or(Sym::BLANK, |column| text(table.cell(column, row)));
                let account = accounts.map(|column| text(table.cell(column, row)));
                // A page that is a seller of its own is told of like any other, and left out unless it is chosen.
                let extent = if account.is_some() && account == brand && !facts.roles.is_brand(seller) {
                    &mut brands
                } else {
                    extents.entry((id, seller)).or_default()
                };
                extent.rows = extent.rows.saturating_add(1);
                for &(column, only_if_closed) in &dates {
                    let cell = table.cell(column, row);
                    if cell == crate::facts::MISSING || (only_if_closed && !closed.is_closed(row)) {
                        continue;
                    }
                    let day = Moment::from_raw(cell).day(zone);
                    if id != TableId::Meetings || day <= today {
                        extent.date(day);
                    }
                }
            }
        }
        for ((id, seller), extent) in &mut extents {
            extent.end = facts.data_end(*id, *seller).or(extent.last);
        }
        Coverage { extents, brands, roles: facts.roles.clone() }
    }

    /// What one table tells of everyone, brand pages too, and of no one in particular.
    pub fn of_whole_table(&self, table: TableId) -> Extent {
        (self.extents.range((table, Sym(0))..=(table, Sym(u32::MAX))))
            .fold(Extent::default(), |sum, (_, extent)| sum.add(*extent))
    }

    /// What one table tells: of the given sellers, or of everyone but brand pages and of no one in particular.
    pub fn of_table(&self, table: TableId, sellers: Option<&[Sym]>) -> Extent {
        match sellers {
            None => (self.extents.range((table, Sym(0))..=(table, Sym(u32::MAX))))
                .filter(|((_, seller), _)| self.roles.counts(None, *seller))
                .fold(Extent::default(), |sum, (_, extent)| sum.add(*extent)),
            Some(sellers) => (sellers.iter())
                .filter_map(|seller| self.extents.get(&(table, *seller)))
                .fold(Extent::default(), |sum, extent| sum.add(*extent)),
        }
    }

    /// Whether there is any row of what a need asks for, whosever it is.
    pub fn has_rows(&self, need: Need) -> bool {
        need.tables().iter().any(|table| self.of_whole_table(*table).rows > 0)
    }

    /// The rows of each table of a seller and how far it goes, in the order of the tables.
    pub fn of_seller(&self, seller: Sym) -> Vec<(TableId, Extent)> {
        (TableId::ALL.into_iter())
            .filter_map(|table| Some((table, *self.extents.get(&(table, seller))?)))
            .collect()
    }

    /// What the tables of a need tell together.
    pub fn of_need(&self, need: Need, sellers: Option<&[Sym]>) -> Extent {
        (need.tables().iter()).fold(Extent::default(), |sum, table| sum.add(self.of_table(*table, sellers)))
    }

    /// The sellers of whom any of the tables has a row, in the order of their numbers; the blank one is
    /// nobody.
    pub fn sellers_of(&self, tables: &[TableId]) -> Vec<Sym> {
        let mut sellers: Vec<Sym> = (self.extents.keys())
            .filter(|(table, seller)| tables.contains(table) && !seller.is_blank())
            .map(|(_, seller)| *seller)
            .collect();
        sort_list(&mut sellers, Ord::cmp);
        sellers.dedup();
        sellers
    }

    /// All sellers, by name.
    pub fn sellers(&self, facts: &Facts) -> Vec<Sym> {
        let mut sellers = self.sellers_of(&TableId::ALL);
        sort_list(&mut sellers, |a, b| facts.names.text(*a).cmp(facts.names.text(*b)));
        sellers
    }

    /// From the earliest to the latest dated fact of any table: the period where none is chosen.
    pub fn default_period(&self) -> Option<Span> {
        let all = self.extents.values().fold(self.brands, |sum, extent| sum.add(*extent));
        Some(Span { from: all.first?, to: all.last? })
    }
}

/// The number of a text cell.
fn text(cell: i64) -> Sym {
    Sym(u32::try_from(cell).unwrap_or(0))
}

/// Which deals are closed, each status looked up once.
struct ClosedDeals<'a> {
    facts: &'a Facts,
    statuses: Statuses,
    known: BTreeMap<Sym, bool>,
}

impl ClosedDeals<'_> {
    fn is_closed(&mut self, row: usize) -> bool {
        let table = self.facts.table(TableId::Deals);
        let status = table.schema().column("status").map_or(Sym::BLANK, |c| text(table.cell(c, row)));
        let is_closed = || self.statuses.deal(self.facts.names.text(status)) != DealState::Open;
        *self.known.entry(status).or_insert_with(is_closed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{MISSING, text_to_cell};

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    fn date(text: &str) -> i64 {
        Moment::date(day(text)).raw()
    }

    fn coverage(facts: &Facts) -> Coverage {
        Coverage::new(facts, &Definitions::default(), &Zone::utc(), day("2026-06-30"))
    }

    #[test]
    fn an_open_deal_s_closing_date_is_no_fact() {
        let mut facts = Facts::default();
        let [open, won] = ["Open", "Closed Won"].map(|status| facts.text_cell(status));
        let deal = |created: &str, closed: &str, status: i64| {
            let mut cells = [MISSING; 9];
            (cells[6], cells[7], cells[8]) = (date(created), date(closed), status);
            cells
        };
        facts.add(TableId::Deals, &deal("2026-01-05", "2027-01-01", open), 0, 2);
        facts.add(TableId::Deals, &deal("2026-01-06", "2026-04-01", won), 0, 3);
        assert_eq!(
            coverage(&facts).default_period(),
            Some(Span { from: day("2026-01-05"), to: day("2026-04-01") })
        );
    }

    #[test]
    fn a_stated_data_end_goes_beyond_the_last_row() {
        let mut facts = Facts::default();
        let ada = facts.names.intern("Ada");
        facts.add(TableId::Connections, &[text_to_cell(ada), date("2026-02-01")], 0, 2);
        facts.add(TableId::Connections, &[MISSING, date("2026-01-01")], 0, 3);
        facts.extend_data_end(TableId::Connections, ada, day("2026-03-01"));
        let coverage = coverage(&facts);
        let of_ada = coverage.of_need(Need::Connections, Some(&[ada]));
        assert_eq!(of_ada.rows, 1);
        assert_eq!(of_ada.span(), Some(Span { from: day("2026-02-01"), to: day("2026-03-01") }));
        assert_eq!(coverage.of_need(Need::Connections, None).first, Some(day("2026-01-01")));
        assert_eq!(coverage.sellers(&facts), [ada]);
        assert_eq!(coverage.default_period().map(|span| span.to), Some(day("2026-02-01")));
        assert_eq!(coverage.of_need(Need::Ssi, None), Extent::default());
    }

    #[test]
    fn a_brand_s_page_is_no_seller_and_makes_nothing_known_of_sellers() {
        let mut facts = Facts::default();
        let [page, brand] = ["Granit AB", "brand"].map(|text| facts.text_cell(text));
        facts.add(TableId::Posts, &[page, brand, MISSING, date("2026-02-01")], 0, 2);
        let coverage = coverage(&facts);
        assert_eq!(coverage.sellers(&facts), []);
        assert_eq!(coverage.of_table(TableId::Posts, None), Extent::default());
        assert_eq!(coverage.default_period().map(|span| span.from), Some(day("2026-02-01")));
    }

    #[test]
    fn a_message_before_midnight_in_utc_is_the_next_day_s_in_the_east() {
        let mut facts = Facts::default();
        let late = Moment::instant(i64::from(day("2026-03-28").0) * 86_400 + 23 * 3600);
        facts.add(TableId::Messages, &[MISSING, MISSING, MISSING, late.raw()], 0, 2);
        let first = |zone: &Zone| {
            let coverage = Coverage::new(&facts, &Definitions::default(), zone, day("2026-06-30"));
            coverage.of_need(Need::Messages, None).first
        };
        assert_eq!(first(&Zone::utc()), Some(day("2026-03-28")));
        let east = Zone { name: "East".into(), offsets: vec![(0, 3600)] };
        assert_eq!(first(&east), Some(day("2026-03-29")));
    }

    #[test]
    fn a_meeting_after_today_is_no_fact() {
        let mut facts = Facts::default();
        facts.add(TableId::Meetings, &[MISSING, date("2026-06-30")], 0, 2);
        facts.add(TableId::Meetings, &[MISSING, date("2026-07-01")], 0, 3);
        assert_eq!(
            coverage(&facts).default_period(),
            Some(Span { from: day("2026-06-30"), to: day("2026-06-30") })
        );
    }
}
