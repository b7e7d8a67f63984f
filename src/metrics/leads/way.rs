//! A lead's way: its touches, what they add to its score, and the bands it went through.
//!
//! A touch belongs to the lead it names, else to the lead of the deal it names; one that names neither, to the
//! leads of its contact. By rules, a score is the sum of the points of all rules up to a day, held within 0–100;
//! what a field of the lead gives, it gives from its creation on. A file's score holds for the lead's whole
//! life, for a file says only what it is on the day of the export.

use std::collections::HashMap;

use super::bands::Band;
use super::cases::{Conversion, Outcomes};
use crate::facts::{Day, DealRow, LeadRow, Reason, RowRef, Sym, TouchRow, fold_name, sort_list};
use crate::metrics::lead_rules::has_phrase;
use crate::metrics::source_group::group_of;
use crate::metrics::{Context, RuleField, SourceGroup};

/// A touch of a lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeadTouch {
    /// The day.
    pub on: Day,
    /// Its kind as exported.
    pub kind: Sym,
    /// Its channel as exported.
    pub channel: Sym,
}

/// Points that a rule gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreLine {
    /// The rule's place among the rules.
    pub rule: usize,
    /// Since when.
    pub on: Day,
    /// How many.
    pub points: i32,
}

/// A time in a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Which.
    pub band: Band,
    /// First day.
    pub from: Day,
    /// The day on which the lead is no longer in it; none for the last one of a lead that is no customer.
    pub until: Option<Day>,
}

/// The touches of all leads, each in time.
#[derive(Debug, Default)]
pub(in crate::metrics) struct LeadTouches {
    by_lead: HashMap<Sym, Vec<LeadTouch>>,
}

impl LeadTouches {
    fn new(ctx: &Context<'_>) -> LeadTouches {
        let mut by_person: HashMap<String, Vec<Sym>> = HashMap::new();
        for (_, lead) in ctx.facts.rows::<LeadRow>().filter(|(_, lead)| !lead.person.is_blank()) {
            by_person.entry(fold_name(ctx.text(lead.person))).or_default().push(lead.id);
        }
        let of_deal: HashMap<Sym, Sym> =
            ctx.facts.rows::<DealRow>().map(|(_, deal)| (deal.id, deal.lead_id)).collect();
        let mut touches = LeadTouches::default();
        for (_, touch) in ctx.facts.rows::<TouchRow>() {
            let Some(on) = touch.at.map(|at| ctx.day(at)).filter(|on| *on <= ctx.today) else { continue };
            let own = LeadTouch { on, kind: touch.kind, channel: touch.channel };
            let named = if touch.lead_id.is_blank() {
                of_deal.get(&touch.deal_id).copied().filter(|_| !touch.deal_id.is_blank())
            } else {
                Some(touch.lead_id)
            };
            match named {
                Some(lead) if !lead.is_blank() => touches.by_lead.entry(lead).or_default().push(own),
                Some(_) => {}
                None => {
                    let person = fold_name(ctx.text(touch.person));
                    for lead in by_person.get(&person).into_iter().flatten() {
                        touches.by_lead.entry(*lead).or_default().push(own);
                    }
                }
            }
        }
        for own in touches.by_lead.values_mut() {
            sort_list(own, |a, b| a.on.cmp(&b.on));
        }
        touches
    }
}

impl Context<'_> {
    /// A lead's touches, in time.
    pub fn touches_of(&self, lead: Sym) -> &[LeadTouch] {
        let touches = self.derived.lead_touches.get_or_init(|| LeadTouches::new(self));
        touches.by_lead.get(&lead).map_or(&[], Vec::as_slice)
    }

    /// What the rules give a lead, in time.
    pub fn score_lines(&self, lead: &LeadRow) -> Vec<ScoreLine> {
        let Some(created) = lead.created.map(|at| self.day(at)) else { return Vec::new() };
        let mut lines = Vec::new();
        for (place, rule) in self.definitions.leads.rules.iter().enumerate() {
            let fits = |text: Sym| has_phrase(self.text(text), [rule.word.as_str()]);
            let of_field = |text: Sym| if fits(text) { vec![created] } else { Vec::new() };
            let of_touches = |text: fn(&LeadTouch) -> Sym| -> Vec<Day> {
                let own = self.touches_of(lead.id).iter().filter(|touch| fits(text(touch)));
                // A touch from before the lead was known counts from its creation on.
                own.map(|touch| touch.on.max(created)).collect()
            };
            let days = match rule.on {
                RuleField::Source => of_field(lead.source),
                RuleField::ConversionPoint => of_field(lead.conversion_point),
                RuleField::Campaign => of_field(lead.campaign),
                RuleField::Company => of_field(lead.company),
                RuleField::Touch => of_touches(|touch| touch.kind),
                RuleField::Channel => of_touches(|touch| touch.channel),
            };
            let most = if rule.most == 0 { usize::MAX } else { rule.most as usize };
            let points = rule.points;
            lines.extend(days.into_iter().take(most).map(|on| ScoreLine { rule: place, on, points }));
        }
        sort_list(&mut lines, |a, b| (a.on, a.rule).cmp(&(b.on, b.rule)));
        lines
    }

    /// A lead's latest score.
    pub fn score_of(&self, lead: &LeadRow) -> Option<f64> {
        self.score_on(lead, Day(i32::MAX))
    }

    /// A lead's score at the end of a day; that of a file is the same on every day.
    pub(super) fn score_on(&self, lead: &LeadRow, day: Day) -> Option<f64> {
        if !self.definitions.leads.by_rules {
            return lead.score;
        }
        Some(sum(&self.score_lines(lead), day))
    }
}

/// The points up to a day, within the scale.
fn sum(lines: &[ScoreLine], to: Day) -> f64 {
    let points: i64 = lines.iter().take_while(|line| line.on <= to).map(|line| i64::from(line.points)).sum();
    // Between 0 and 100 every whole number is exact.
    points.clamp(0, 100) as f64
}

/// The bands a lead went through up to its conversion, or why nobody can say.
pub(in crate::metrics) fn stays(
    ctx: &Context<'_>,
    outcomes: &Outcomes,
    lead: &LeadRow,
    created: Day,
) -> Result<Vec<Stay>, Reason> {
    let mut stays: Vec<Stay> = Vec::new();
    let mut enter = |band: Band, from: Day| match stays.last_mut() {
        Some(last) if last.band == band => {}
        Some(last) if last.from == from => last.band = band,
        last => {
            if let Some(last) = last {
                last.until = Some(from);
            }
            stays.push(Stay { band, from, until: None });
        }
    };
    if ctx.definitions.leads.by_rules {
        let lines = ctx.score_lines(lead);
        enter(Band::of_score(ctx, Some(sum(&lines, created)))?, created);
        for line in lines.iter().filter(|line| line.on > created) {
            enter(Band::of_score(ctx, Some(sum(&lines, line.on)))?, line.on);
        }
    } else {
        enter(Band::of_score(ctx, lead.score)?, created);
    }
    match outcomes.conversion(ctx, lead) {
        Conversion::Not => {}
        Conversion::On(on) if on < created => return Err(Reason::EndsBeforeStart),
        Conversion::On(on) => {
            stays.retain(|stay| stay.from == created || stay.from < on);
            if let Some(last) = stays.last_mut() {
                last.until = Some(on);
            }
        }
        Conversion::Undated => return Err(Reason::NoConverted),
    }
    Ok(stays)
}

/// Everything about one lead that its pages show.
#[derive(Clone, Debug)]
pub struct LeadWay {
    /// The row.
    pub row: RowRef,
    /// The lead.
    pub lead: LeadRow,
    /// When it was created.
    pub created: Day,
    /// What its source belongs to.
    pub group: SourceGroup,
    /// The bands it went through; none where nobody can say.
    pub stays: Vec<Stay>,
    /// When it became a customer, where it did and where that is known.
    pub converted: Option<Day>,
    /// Whether it became a customer.
    pub is_customer: bool,
    /// Whether its status says that it is lost.
    pub is_lost: bool,
}

impl LeadWay {
    /// Whether it can still become a customer.
    pub fn stands(&self) -> bool {
        !self.is_customer && !self.is_lost
    }

    /// Its band at the end of a day.
    pub fn band_on(&self, day: Day) -> Option<Band> {
        let is_in = |stay: &&Stay| stay.from <= day && stay.until.is_none_or(|until| day < until);
        self.stays.iter().find(is_in).map(|stay| stay.band)
    }
}

/// All dated leads, in the order of the facts.
pub fn lead_ways(ctx: &Context<'_>) -> Vec<LeadWay> {
    let outcomes = Outcomes::new(ctx);
    let of_row = |(row, lead): (RowRef, LeadRow)| {
        let created = lead.created.map(|at| ctx.day(at))?;
        let converted = match outcomes.conversion(ctx, &lead) {
            Conversion::On(on) => Some(on),
            _ => None,
        };
        Some(LeadWay {
            row,
            created,
            group: group_of(ctx, lead.source, lead.source_group),
            stays: stays(ctx, &outcomes, &lead, created).unwrap_or_default(),
            converted,
            is_customer: outcomes.is_customer(ctx, &lead),
            is_lost: !outcomes.is_open(ctx, &lead),
            lead,
        })
    };
    ctx.facts.rows::<LeadRow>().filter_map(of_row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::TableId;
    use crate::metrics::testing::World;
    use crate::metrics::{Dim, LEADS_IN_BAND, ScoreRule};

    fn rule(on: RuleField, word: &str, points: i32, most: u32) -> ScoreRule {
        ScoreRule { on, word: word.into(), points, most }
    }

    fn world() -> World {
        let mut world = World::default()
            .today("2026-06-30")
            .rows(
                TableId::Leads,
                "id|created|source|conversion_point|converted_at|person|score",
                &[
                    "a|2026-01-10|Customer referral|Demo request|||5",
                    "b|2026-01-10|LinkedIn||2026-03-01|Kim Berg|",
                    "c|2026-01-10|Website|Form|||",
                ],
            )
            .rows(TableId::Deals, "id|lead_id|status", &["d|c|open"])
            .rows(
                TableId::Touches,
                "at|channel|kind|lead_id|deal_id|person",
                &[
                    "2026-01-02|Webinar|Live webinar|a||",
                    "2026-02-01|Webinar|webinar|a||",
                    "2026-02-02|Webinar|webinar|a||",
                    "2026-02-10|Newsletter|content|||kim  berg",
                    "2026-02-20|Webinar|webinar||d|",
                    "2026-03-05|Webinar|webinar|b||",
                    "2026-07-01|Webinar|webinar|c||",
                ],
            );
        world.definitions.leads.by_rules = true;
        world.definitions.leads.rules = vec![
            rule(RuleField::Source, "referral", 20, 0),
            rule(RuleField::ConversionPoint, "demo", 25, 1),
            rule(RuleField::Touch, "webinar", 24, 2),
            rule(RuleField::Channel, "newsletter", -3, 0),
        ];
        world
    }

    /// A lead, its score, and of each line of it the rule, the day and the points.
    type Told = (String, f64, Vec<(usize, String, i32)>);

    fn told(world: &World) -> Vec<Told> {
        let ctx = world.context();
        let leads = ctx.facts.rows::<LeadRow>();
        leads
            .map(|(_, lead)| {
                let lines = ctx.score_lines(&lead);
                let lines = lines.iter().map(|line| (line.rule, line.on.iso(), line.points)).collect();
                (ctx.text(lead.id).to_owned(), ctx.score_of(&lead).unwrap(), lines)
            })
            .collect()
    }

    #[test]
    fn a_score_opens_to_its_lines() {
        let line = |rule, on: &str, points| (rule, on.to_owned(), points);
        assert_eq!(
            told(&world()),
            [
                // 20 + 25 + 24 + 24; the third webinar is one too many, and the one before the lead counts
                // from its creation on.
                (
                    "a".to_owned(),
                    93.0,
                    vec![
                        line(0, "2026-01-10", 20),
                        line(1, "2026-01-10", 25),
                        line(2, "2026-01-10", 24),
                        line(2, "2026-02-01", 24)
                    ]
                ),
                ("b".to_owned(), 21.0, vec![line(3, "2026-02-10", -3), line(2, "2026-03-05", 24)]),
                // The touch of the deal is the lead's; that of tomorrow is not there yet.
                ("c".to_owned(), 24.0, vec![line(2, "2026-02-20", 24)]),
            ]
        );
    }

    #[test]
    fn without_rules_the_file_s_score_holds() {
        let mut world = world();
        world.definitions.leads.by_rules = false;
        let ctx = world.context();
        let scores: Vec<Option<f64>> = ctx.facts.rows::<LeadRow>().map(|(_, l)| ctx.score_of(&l)).collect();
        assert_eq!(scores, [Some(5.0), None, None]);
    }

    #[test]
    fn bands_change_with_the_score_and_end_with_the_conversion() {
        let world = world();
        let ctx = world.context();
        let ways = lead_ways(&ctx);
        let stays = |at: usize| -> Vec<String> {
            let of = |stay: &Stay| {
                let until = stay.until.map(|day| day.iso()).unwrap_or_default();
                format!("{} {}..{until}", stay.band.id(), stay.from.iso())
            };
            ways[at].stays.iter().map(of).collect()
        };
        assert_eq!(stays(0), ["medium 2026-01-10..2026-02-01", "fast 2026-02-01.."]);
        assert_eq!(stays(1), ["slow 2026-01-10..2026-03-01"]);
        assert_eq!(stays(2), ["slow 2026-01-10.."]);
        let level = |to: &str, band: &str| {
            let rows = world.figures(&LEADS_IN_BAND, Dim::Band, "2026-01-01", to);
            rows.iter().find(|(key, _)| key == band).and_then(|(_, figure)| figure.value())
        };
        assert_eq!((level("2026-01-31", "medium"), level("2026-01-31", "slow")), (Some(1.0), Some(2.0)));
        assert_eq!((level("2026-02-01", "fast"), level("2026-03-01", "slow")), (Some(1.0), Some(1.0)));
    }
}
