//! Whether quotas are reached more often at a high index than at a low one.
//!
//! A case is one seller in one whole month or quarter with a quota, a reading of the index in it, and known deals.
//! What was won is the catalogue's `won_value` or `deals_won` of that seller and time. Shares have Wilson intervals,
//! their difference Newcombe's. Cases of one seller are alike, and sellers differ in more than their index: what is
//! compared is which months were which, not what a rising index does.

use super::Asked;
use super::network::Told;
use crate::facts::{Span, Sym};
use crate::metrics::{Dim, Missing, Quantity, QuotaOf, Selection, State, Stream, quota_periods};
use crate::stats;
use crate::views::{HIGH_SSI, HighFrom, QuotaGroup, QuotaTest};
use crate::workspace::Workspace;

/// So many cases are needed on either side: below, one good month of one seller decides.
const NEED: u32 = 10;

/// The test over all months and quarters that are known up to the end of the period.
pub fn quota_test(workspace: &Workspace, asked: &Asked<'_>, high_from: HighFrom) -> QuotaTest {
    let quotas = workspace.plan.quotas(&workspace.roster);
    let test = QuotaTest { has_quotas: !quotas.is_empty(), high_from, need: NEED, ..QuotaTest::default() };
    let told = ["ssi", "deals_won", "won_value"].map(|id| Told::of(asked, id));
    let [Some(index), Some(deals), Some(value)] = told else { return test };
    let (index, won) = (index.stream(asked), Won { deals: deals.stream(asked), value: value.stream(asked) });
    let to = asked.selection.span.to;
    let from = asked.frame.known.map_or(to, |known| known.from.min(to));
    let mut unknown = 0;
    let mut cases = Vec::new();
    for (name, _) in won.deals.breakdown(&asked.selection.over(Span { from, to }), Dim::Seller) {
        let Some(seller) = asked.context.facts.names.find(&name) else { continue };
        for (span, quota) in quota_periods(&quotas, &name, Span { from, to }) {
            match reading(&index, seller, span).zip(won.reaches(seller, span, quota)) {
                Some(case) => cases.push(case),
                None => unknown += 1,
            }
        }
    }
    QuotaTest { unknown, ..judge(test, &cases) }
}

/// The newest index of a seller that was read in a span.
fn reading(index: &Stream<'_>, seller: Sym, span: Span) -> Option<f64> {
    let figure = index.figure(&Selection::of_seller(span, seller));
    let age = figure.readings.first()?.age_days;
    figure.value().filter(|_| age < span.days())
}

/// What was won.
struct Won<'a> {
    deals: Stream<'a>,
    value: Stream<'a>,
}

impl Won<'_> {
    /// Whether a seller reached a quota; none where that is not known.
    fn reaches(&self, seller: Sym, span: Span, quota: QuotaOf) -> Option<bool> {
        let selection = Selection::of_seller(span, seller);
        let deals = self.deals.figure(&selection).value()?;
        match quota {
            QuotaOf::Deals(wanted) => Some(deals >= f64::from(wanted)),
            QuotaOf::Value(_) if deals == 0.0 => Some(false),
            QuotaOf::Value(wanted) => {
                let figure = self.value.figure(&selection);
                let known = match figure.state {
                    State::Value(Quantity::Money(known)) => known,
                    State::Missing(Missing::AllUnknown) => 0,
                    _ => return None,
                };
                // Deals of unknown value can only add: what is known may be enough without them.
                let is_reached = known >= i128::from(wanted.0);
                (is_reached || figure.left_out.is_empty()).then_some(is_reached)
            }
        }
    }
}

/// Both groups of cases (index, reached) and their difference.
fn judge(test: QuotaTest, cases: &[(f64, bool)]) -> QuotaTest {
    let indexes: Vec<f64> = cases.iter().map(|(index, _)| *index).collect();
    let border = match test.high_from {
        HighFrom::Seventy => Some(HIGH_SSI).filter(|_| !indexes.is_empty()),
        HighFrom::OwnMedian => stats::median(&indexes),
    };
    let Some(border) = border else { return test };
    let (high, low): (Vec<_>, Vec<_>) = cases.iter().partition(|(index, _)| *index >= border);
    let (high, low) = (group(&high), group(&low));
    let difference = high.share.zip(low.share).and_then(|(a, b)| {
        let number = u64::from;
        let interval = stats::newcombe(
            number(high.reached),
            number(high.cases),
            number(low.reached),
            number(low.cases),
        )?;
        Some((a.0 - b.0, interval.low, interval.high))
    });
    QuotaTest { border: Some(border), high, low, difference, ..test }
}

fn group(cases: &[(f64, bool)]) -> QuotaGroup {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (reached, all) = (count(cases.iter().filter(|(_, reached)| *reached).count()), count(cases.len()));
    let interval = stats::wilson(u64::from(reached), u64::from(all)).filter(|_| all >= NEED);
    let share =
        interval.map(|interval| (f64::from(reached) / f64::from(all.max(1)), interval.low, interval.high));
    QuotaGroup { reached, cases: all, share }
}

#[cfg(test)]
mod tests {
    use super::super::frame;
    use super::super::network_tests::{day, filter, import, rows};
    use super::*;
    use crate::facts::{Amount, Day, TableId, Zone};
    use crate::metrics::{ProgrammeChange, Quota, QuotaPer};

    fn quota(seller: Option<&str>, from: &str, per: QuotaPer, of: QuotaOf) -> ProgrammeChange {
        ProgrammeChange::SetQuota(Quota { seller: seller.map(str::to_owned), from: day(from), per, of })
    }

    /// 8 of 10 against 2 of 10 by hand: Wilson 0.4902–0.9433 and 0.0567–0.5098, so the difference of 0.6 goes from
    /// 0.6 − √(0.3098² + 0.3098²) to 0.6 + √(0.1433² + 0.1433²).
    #[test]
    fn both_shares_and_their_difference() {
        let group = |index: f64, reached: usize| (0..10).map(move |at| (index, at < reached));
        let cases: Vec<(f64, bool)> = group(75.0, 8).chain(group(40.0, 2)).collect();
        let test =
            judge(QuotaTest { high_from: HighFrom::Seventy, need: NEED, ..QuotaTest::default() }, &cases);
        assert_eq!((test.high.reached, test.high.cases), (8, 10));
        assert_eq!((test.low.reached, test.low.cases), (2, 10));
        let (share, low, high) = test.high.share.unwrap();
        assert!((share - 0.8).abs() < 1e-12 && (low - 0.4902).abs() < 5e-5 && (high - 0.9433).abs() < 5e-5);
        let (gap, low, high) = test.difference.unwrap();
        assert!((gap - 0.6).abs() < 1e-12, "{gap}");
        assert!((low - 0.1618).abs() < 5e-4 && (high - 0.8027).abs() < 5e-4, "{low} {high}");
        // One case fewer on a side, and there are counts alone.
        let few = judge(QuotaTest { high_from: HighFrom::Seventy, ..QuotaTest::default() }, &cases[1..]);
        assert_eq!((few.high.reached, few.high.cases, few.high.share, few.difference), (7, 9, None, None));
        assert!(few.low.share.is_some());
        assert_eq!(judge(QuotaTest::default(), &[]).border, None);
    }

    /// Ada's quota is 100 a month, Bo's one deal a quarter. Ada's index is read in January, February and April, Bo's
    /// in March. Deals end on 30 April: Bo's second quarter is not over.
    fn workspace() -> Workspace {
        let mut workspace = Workspace::new("w");
        let deals = [
            "Ada|a|2026-01-01|2026-01-20|Won|60",
            "Ada|b|2026-01-01|2026-01-31|Won|40",
            "Ada|c|2026-01-01|2026-02-28|Won|99.99",
            "Ada|d|2026-01-01|2026-03-31|Won|500",
            "Ada|e|2026-01-01|2026-04-01|Won|",
            "Ada|f|2026-01-01|2026-04-02|Won|50",
            "Bo|g|2026-01-01|2026-03-31|Won|1",
        ];
        let header = "seller|id|created|closed|status|amount";
        let mut deals = rows(&deals);
        for deal in &mut deals {
            // Amounts are kept in ten-thousandths.
            if let Some((start, amount)) = deal.clone().rsplit_once('|')
                && let Some(amount) = Amount::parse_plain(amount).filter(|_| !amount.is_empty())
            {
                *deal = format!("{start}|{}", amount.0);
            }
        }
        import_deals(&mut workspace, header, &deals);
        let readings = ["Ada|2026-01-31|50", "Ada|2026-02-01|60", "Ada|2026-04-10|70", "Bo|2026-03-02|40"];
        import(&mut workspace, TableId::Ssi, "2026-04-30", "seller|date|total", &rows(&readings));
        workspace
    }

    /// The same as `import`, but for amounts, which are whole cells.
    fn import_deals(workspace: &mut Workspace, header: &str, deals: &[String]) {
        use crate::facts::{Facts, FileFacts, FileSummary, MISSING, Moment};
        let mut facts = Facts::default();
        let schema = TableId::Deals.schema();
        for (line, row) in deals.iter().enumerate() {
            let mut cells = vec![MISSING; schema.fields.len()];
            for (name, cell) in header.split('|').zip(row.split('|')).filter(|(_, cell)| !cell.is_empty()) {
                cells[schema.column(name).unwrap()] = match Day::parse_iso(cell) {
                    Some(day) => Moment::date(day).raw(),
                    None if name == "amount" => cell.parse().unwrap(),
                    None => facts.text_cell(cell),
                };
            }
            facts.add(TableId::Deals, &cells, 0, u32::try_from(line).unwrap() + 2);
        }
        for name in ["Ada", "Bo"] {
            let seller = facts.names.find(name).unwrap();
            facts.extend_data_end(TableId::Deals, seller, day("2026-04-30"));
        }
        let summary = FileSummary { file: "deals.csv".into(), ..FileSummary::default() };
        workspace.import(vec![FileFacts { summary, facts }], "t");
    }

    fn test(workspace: &Workspace) -> QuotaTest {
        let (facts, zone) = (workspace.facts(), Zone::utc());
        let asked = frame(workspace, &facts, &zone, &filter("2026-04-01", "2026-04-30"));
        quota_test(workspace, &asked, HighFrom::OwnMedian)
    }

    #[test]
    fn months_and_quarters_are_held_against_their_quotas() {
        let mut workspace = workspace();
        assert!(!test(&workspace).has_quotas);
        let amount = QuotaOf::Value(Amount::parse_plain("100").unwrap());
        let roster = workspace.roster.clone();
        let set = |workspace: &mut Workspace, change: &ProgrammeChange| {
            assert!(workspace.plan.change_programme(change, &roster));
        };
        set(&mut workspace, &quota(Some("Ada"), "2026-01-01", QuotaPer::Month, amount));
        set(&mut workspace, &quota(None, "2025-01-01", QuotaPer::Quarter, QuotaOf::Deals(1)));
        let found = test(&workspace);
        // Ada: January reached at 50, February not at 60 by a cent. March has no reading; in April 50 is known of
        // an unknown sum. Bo: the first quarter reached at 40. The median of 40, 50 and 60 is 50.
        assert_eq!((found.has_quotas, found.border, found.unknown), (true, Some(50.0), 2));
        assert_eq!((found.high.reached, found.high.cases), (1, 2));
        assert_eq!((found.low.reached, found.low.cases), (1, 1));
        assert_eq!(found.difference, None);
        // Of 40 what is known is enough, whatever the unknown deal brings.
        let less = QuotaOf::Value(Amount::parse_plain("40").unwrap());
        set(&mut workspace, &quota(Some("Ada"), "2026-04-01", QuotaPer::Month, less));
        assert_eq!((test(&workspace).unknown, test(&workspace).high.cases), (1, 2));
    }
}
