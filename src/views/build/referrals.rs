//! The values of the page of referrals and paths.

use std::collections::BTreeMap;

use super::network::{Told, trend_of};
use super::scorecard::score_row;
use super::{Asked, mutual, paths};
use crate::facts::{Bucket, DealRow, LeadRow, ReferralRow, Row, RowRef, Sym, TableId, sort_list};
use crate::metrics::{DealState, Dim, Figure, Selection, SourceGroup, Statuses, aggregate};
use crate::views::{AskLine, ReferralLine, ReferralsView};
use crate::workspace::Workspace;

/// The page; the paths are those to a company, where one is asked for.
pub fn referrals_view(workspace: &Workspace, asked: &Asked<'_>, company: Option<&str>) -> ReferralsView {
    let received = Told::of(asked, "referrals");
    let rows = received
        .as_ref()
        .map(|told| told.stream(asked).rows_behind(&asked.selection).used)
        .unwrap_or_default();
    let fates = Fates::new(asked);
    let cases: Vec<Case> = rows.iter().filter_map(|row| fates.case(asked, *row)).collect();
    let by = |name: &dyn Fn(&Case) -> Sym| lines(asked, &cases, name);
    let facts = asked.context.facts;
    let people = |seller: &&Sym| !facts.roles.is_brand(**seller);
    let team = asked.context.coverage.sellers(facts);
    ReferralsView {
        frame: asked.frame.clone(),
        bucket: Some(Bucket::Week),
        chart: trend_of(asked, "referrals", Bucket::Week),
        received: received.map(|told| score_row(asked, told.metric, &told.stream(asked))),
        referrers: by(&|case| case.referrer),
        kinds: by(&|case| case.kind),
        sellers: by(&|case| case.seller),
        total: lines(asked, &cases, &|_| Sym::BLANK).into_iter().next().unwrap_or_default(),
        odds: Told::of(asked, "referral_odds_ratio")
            .map(|told| score_row(asked, told.metric, &told.stream(asked))),
        cycle: cycle(asked, true),
        cycle_others: cycle(asked, false),
        mutual: mutual::mutual(workspace, asked),
        targets: paths::targets(asked),
        paths: company.map(|company| paths::paths(workspace, asked, company)),
        asks: asks(workspace),
        team: team.iter().filter(people).map(|seller| asked.context.text(*seller).to_owned()).collect(),
    }
}

/// Of two deals of one lead the one that decides: won before open before lost.
fn better(a: DealState, b: DealState) -> DealState {
    match (a, b) {
        (DealState::Won, _) | (_, DealState::Won) => DealState::Won,
        (DealState::Open, _) | (_, DealState::Open) => DealState::Open,
        _ => DealState::Lost,
    }
}

/// A referral that counts, and what became of it.
#[derive(Clone, Copy, Debug)]
struct Case {
    seller: Sym,
    referrer: Sym,
    kind: Sym,
    /// None where nothing says what it became.
    state: Option<DealState>,
}

/// What became of leads and deals, and who referred them.
struct Fates {
    leads: BTreeMap<Sym, DealState>,
    deals: BTreeMap<Sym, DealState>,
    referrers: BTreeMap<(TableId, Sym), (Sym, Sym)>,
}

impl Fates {
    fn new(asked: &Asked<'_>) -> Fates {
        let context = &asked.context;
        let statuses = Statuses::new(context.definitions);
        let mut fates = Fates { leads: BTreeMap::new(), deals: BTreeMap::new(), referrers: BTreeMap::new() };
        for (_, lead) in context.facts.rows::<LeadRow>() {
            let status = context.either(lead.status_group, lead.status);
            let is_won = lead.converted_at.is_some() || statuses.is_customer(status);
            let state = if is_won { DealState::Won } else { statuses.deal(status) };
            fates.leads.insert(lead.id, state);
        }
        let mut of_leads: BTreeMap<Sym, DealState> = BTreeMap::new();
        for (_, deal) in context.facts.rows::<DealRow>() {
            let mut state = statuses.deal(context.either(deal.status_group, deal.status));
            // Said to be closed on a day after today: an expectation.
            if deal.closed.is_some_and(|closed| context.day(closed) > context.today) {
                state = DealState::Open;
            }
            fates.deals.insert(deal.id, state);
            if !deal.lead_id.is_blank() {
                let known = of_leads.entry(deal.lead_id).or_insert(state);
                *known = better(*known, state);
            }
        }
        // A lead is what its deals are: won with one of them, and lost where no other is open.
        for (lead, state) in of_leads {
            if let Some(known) = fates.leads.get_mut(&lead).filter(|known| **known != DealState::Won) {
                *known = state;
            }
        }
        for (_, referral) in context.facts.rows::<ReferralRow>() {
            let who = (referral.referrer, referral.referrer_type);
            for key in [(TableId::Leads, referral.lead_id), (TableId::Deals, referral.deal_id)] {
                if !key.1.is_blank() {
                    fates.referrers.entry(key).or_insert(who);
                }
            }
        }
        fates
    }

    /// A row behind the number of referrals.
    fn case(&self, asked: &Asked<'_>, row: RowRef) -> Option<Case> {
        let table = asked.context.facts.table(row.table);
        let at = row.row as usize;
        let unknown = (Sym::BLANK, Sym::BLANK);
        let of = |table: TableId, id: Sym| self.referrers.get(&(table, id)).copied().unwrap_or(unknown);
        match row.table {
            TableId::Leads => {
                let lead = LeadRow::read(table, at);
                let (referrer, kind) = of(TableId::Leads, lead.id);
                Some(Case { seller: lead.seller, referrer, kind, state: self.leads.get(&lead.id).copied() })
            }
            TableId::Deals => {
                let deal = DealRow::read(table, at);
                let (referrer, kind) = of(TableId::Deals, deal.id);
                Some(Case { seller: deal.seller, referrer, kind, state: self.deals.get(&deal.id).copied() })
            }
            TableId::Referrals => {
                let ReferralRow { seller, referrer, referrer_type, lead_id, deal_id, .. } =
                    ReferralRow::read(table, at);
                let state = self.deals.get(&deal_id).or_else(|| self.leads.get(&lead_id)).copied();
                Some(Case { seller, referrer, kind: referrer_type, state })
            }
            _ => None,
        }
    }
}

/// One line for each name, those with the most first.
fn lines(asked: &Asked<'_>, cases: &[Case], name: &dyn Fn(&Case) -> Sym) -> Vec<ReferralLine> {
    let mut lines: BTreeMap<Sym, ReferralLine> = BTreeMap::new();
    for case in cases {
        let line = lines.entry(name(case)).or_default();
        line.received += 1;
        *match case.state {
            Some(DealState::Won) => &mut line.won,
            Some(DealState::Lost) => &mut line.lost,
            _ => &mut line.open,
        } += 1;
    }
    let mut lines: Vec<ReferralLine> = (lines.into_iter())
        .map(|(name, line)| ReferralLine { name: asked.context.text(name).to_owned(), ..line })
        .collect();
    sort_list(&mut lines, |a, b| b.received.cmp(&a.received).then_with(|| a.name.cmp(&b.name)));
    lines
}

/// The median cycle of deals from referrals, or of those from the other known sources, from the samples of the
/// catalogue's own cycle.
fn cycle(asked: &Asked<'_>, of_referrals: bool) -> Option<Figure> {
    let mut told = Told::of(asked, "sales_cycle")?;
    let at = told.metric.key_position(Dim::Source)?;
    let keys = &told.samples.keys;
    let is_wanted = |sample: &crate::metrics::Sample| {
        let group = sample.keys.get(at).and_then(|key| SourceGroup::by_id(keys.text(*key)));
        group.is_some_and(|group| group.is_known() && (group == SourceGroup::Referral) == of_referrals)
    };
    let list: Vec<_> = told.samples.list.iter().copied().filter(is_wanted).collect();
    told.samples.list = list;
    let selection: &Selection = &asked.selection;
    Some(aggregate(told.metric, &told.samples, &asked.context, selection))
}

fn asks(workspace: &Workspace) -> Vec<AskLine> {
    let shown = |name: &str| workspace.roster.shown(name).to_owned();
    (workspace.notes.asks.iter().rev())
        .map(|ask| AskLine {
            id: ask.id,
            seller: shown(&ask.seller),
            via: shown(&ask.via),
            person: ask.person.clone(),
            company: ask.company.clone(),
            on: ask.on,
            outcome: ask.outcome,
            settled: ask.settled,
        })
        .collect()
}
