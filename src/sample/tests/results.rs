//! What is planted in meetings, touches, purchases and scores stands in the generator's own rows.

use super::super::crm::{Lead, Outcome};
use super::super::customers::is_engaged;
use super::super::journeys::Touch;
use super::super::meetings::warmth;
use super::super::people::COMPANIES;
use super::super::planted::*;
use super::super::span::WEEKS;
use super::super::*;
use super::samples;

/// Week of the sample in which a day lies.
fn week(sample: &Sample, day: Day) -> usize {
    usize::try_from((day.0 - sample.weeks.first().0) / 7).unwrap()
}

/// Pearson's correlation of pairs.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let both = sum(&|pair| (pair.0 - x) * (pair.1 - y));
    both / (sum(&|pair| (pair.0 - x).powi(2)) * sum(&|pair| (pair.1 - y).powi(2))).sqrt()
}

/// Weekly meetings, booked or held, and deals won, of each seller.
fn weekly(sample: &Sample) -> Vec<[Vec<f64>; 2]> {
    let weeks = usize::try_from(WEEKS).unwrap();
    let mut series: Vec<[Vec<f64>; 2]> = TEAM.iter().map(|_| [vec![0.0; weeks], vec![0.0; weeks]]).collect();
    for met in sample.meetings.iter().filter(|met| met.status == "held") {
        series[met.seller][0][week(sample, met.on)] += 1.0;
    }
    for deal in sample.crm.deals.iter().filter(|deal| deal.outcome == Outcome::Won) {
        series[deal.seller][1][week(sample, deal.closed)] += 1.0;
    }
    series
}

#[test]
fn meetings_precede_wins_by_nine_weeks() {
    for &(day, ref sample) in samples() {
        let series = weekly(sample);
        let at = |lag: usize| {
            let pairs: Vec<(f64, f64)> = series[..2]
                .iter()
                .flat_map(|[met, won]| {
                    let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len() as f64;
                    let (met_mean, won_mean) = (mean(met), mean(won));
                    let moved = met.iter().zip(won[lag..].iter());
                    moved.map(move |(met, won)| (met - met_mean, won - won_mean)).collect::<Vec<_>>()
                })
                .collect();
            correlation(&pairs)
        };
        let lags: Vec<f64> = (0..=26).map(at).collect();
        let best = (0..lags.len()).max_by(|a, b| lags[*a].total_cmp(&lags[*b])).unwrap();
        assert_eq!(best, 9, "{day:?}: {lags:?}");
        let next = lags.iter().enumerate().filter(|(lag, _)| !(8..=10).contains(lag)).map(|(_, r)| *r);
        let next = next.fold(0.0, f64::max);
        assert!(lags[9] >= 0.4 && lags[9] >= next + 0.15, "{day:?}: {lags:?}");
    }
}

/// A lead's score after each of its touches, with the touch.
fn climb<'a>(sample: &'a Sample, lead: &Lead) -> Vec<(i64, &'a Touch)> {
    let touches: Vec<&Touch> = sample.touches.iter().filter(|touch| touch.lead_id == lead.id).collect();
    let upto = |count: usize| {
        let times = |rule: &Points| match rule.field {
            "source" => i64::from(lead.source.contains(rule.word)),
            "conversion_point" => i64::from(lead.conversion_point.contains(rule.word)),
            _ => touches[..count].iter().filter(|touch| touch.kind.contains(rule.word)).count() as i64,
        };
        POINTS.iter().map(|rule| rule.points * times(rule).min(rule.most)).sum::<i64>().clamp(0, 100)
    };
    touches.iter().enumerate().map(|(index, touch)| (upto(index + 1), *touch)).collect()
}

#[test]
fn threads_answered_within_an_hour_lead_to_more_meetings() {
    for &(day, ref sample) in samples() {
        let mut counts = [(0, 0); 2];
        for (index, seller) in sample.sellers.iter().enumerate() {
            for talk in &seller.talks {
                let Some(warm) = warmth(talk).filter(|warm| warm.on.plus(60) <= day) else { continue };
                let is_quick = warm.minutes.is_some_and(|minutes| minutes <= 60);
                let (met, all) = &mut counts[usize::from(!is_quick)];
                *all += 1;
                *met += usize::from(sample.meetings.iter().any(|meeting| {
                    meeting.status == "held"
                        && (meeting.seller, meeting.person) == (index, talk.others[0])
                        && (0..=60).contains(&(meeting.on.0 - warm.on.0))
                }));
            }
        }
        let [quick, later] = counts;
        assert!(quick.1 >= 60 && later.1 >= 60, "{day:?}: {counts:?}");
        assert!(quick.0 * 100 / quick.1 >= later.0 * 100 / later.1 + 15, "{day:?}: {counts:?}");
    }
}

#[test]
fn some_meetings_do_not_take_place() {
    for &(day, ref sample) in samples() {
        let count = |status| sample.meetings.iter().filter(|met| met.status == status).count();
        assert!(count("held") >= 200 && count("no-show") >= 8 && count("cancelled") >= 5, "{day:?}");
        assert!(sample.meetings.iter().all(|met| sample.weeks.first() <= met.on && met.on <= day));
    }
}

#[test]
fn social_is_mostly_first_and_hardly_ever_last() {
    for &(day, ref sample) in samples() {
        let won = sample.crm.deals.iter().filter(|deal| deal.outcome == Outcome::Won);
        let (mut first, mut last, mut all) = (0, 0, 0);
        for deal in won {
            let own = |touch: &&Touch| {
                touch.on <= deal.closed
                    && (touch.deal_id == deal.id || !deal.lead_id.is_empty() && touch.lead_id == deal.lead_id)
            };
            let path: Vec<&Touch> = sample.touches.iter().filter(own).collect();
            assert!(path.len() >= 3, "{day:?}: {} has {} touches", deal.id, path.len());
            all += 1;
            first += usize::from(path[0].channel == "LinkedIn");
            last += usize::from(path[path.len() - 1].channel == "LinkedIn");
        }
        assert!(first * 100 / all >= 55 && last * 100 / all <= 12, "{day:?}: {first} {last} of {all}");
    }
}

#[test]
fn webinars_make_leads_fast_and_the_medium_band_moves_on() {
    for &(day, ref sample) in samples() {
        let mut tips: std::collections::BTreeMap<&str, usize> = Default::default();
        for lead in &sample.crm.leads {
            let climb = climb(sample, lead);
            assert_eq!(climb.last().map_or(lead.score, |(score, _)| *score), lead.score, "{}", lead.id);
            if let Some((_, touch)) = climb.iter().find(|(score, _)| *score >= 70) {
                *tips.entry(touch.kind).or_default() += 1;
            }
        }
        let by = |kind| tips.get(kind).copied().unwrap_or(0);
        let others = tips.keys().filter(|kind| **kind != "webinar").map(|kind| by(*kind)).max().unwrap();
        assert!(by("webinar") >= 20 && by("webinar") >= 2 * others, "{day:?}: {tips:?}");
        // Per cent of leads that came into a band and left it upwards within ninety days.
        let climbs: Vec<_> = sample.crm.leads.iter().map(|lead| climb(sample, lead)).collect();
        let moved = |from: i64, to: i64| {
            let came = climbs.iter().filter_map(|climb| {
                let at = climb.iter().position(|(score, _)| (from..to).contains(score))?;
                (climb[at].1.on.plus(90) <= day).then_some(&climb[at..])
            });
            let is_quick = |climb: &&[(i64, &Touch)]| {
                climb.iter().any(|(score, touch)| *score >= to && touch.on <= climb[0].1.on.plus(90))
            };
            came.clone().filter(is_quick).count() * 100 / came.count()
        };
        assert!(moved(0, 40) >= moved(40, 70) + 10, "{day:?}: {} {}", moved(0, 40), moved(40, 70));
        let bands =
            |low, high| sample.crm.leads.iter().filter(|lead| (low..high).contains(&lead.score)).count();
        assert!(bands(0, 40) >= 100 && bands(40, 70) >= 100 && bands(70, 101) >= 40, "{day:?}");
    }
}

#[test]
fn a_hard_sell_ends_slow_leads() {
    for &(day, ref sample) in samples() {
        let lost = |hard: bool| {
            let slow = sample.crm.leads.iter().filter(|lead| lead.score < 40);
            let mut counts = (0, 0);
            for lead in slow {
                let mut own = sample.touches.iter().filter(|touch| touch.lead_id == lead.id);
                let is_hard =
                    own.next_back().is_some_and(|touch| ["sales call", "offer"].contains(&touch.kind));
                if is_hard == hard {
                    counts.1 += 1;
                    counts.0 += usize::from(lead.status == "Lost");
                }
            }
            counts
        };
        let (hard, soft) = (lost(true), lost(false));
        assert!(hard.1 >= 50 && soft.1 >= 50, "{day:?}: {hard:?} {soft:?}");
        assert!(hard.0 * 100 / hard.1 >= soft.0 * 100 / soft.1 + 20, "{day:?}: {hard:?} {soft:?}");
    }
}

#[test]
fn customers_nobody_talks_with_come_back_less() {
    for &(day, ref sample) in samples() {
        let kept = |engaged: bool| {
            let (mut kept, mut all) = (0, 0);
            for quarter in 1..5 {
                let (from, to) = (day.plus(-91 * quarter), day.plus(-91 * (quarter - 1)));
                for company in COMPANIES.into_iter().filter(|company| is_engaged(company) == engaged) {
                    let bought = |from: Day, to: Day| {
                        let own = sample.purchases.iter().filter(|bought| bought.customer == company);
                        own.into_iter().any(|bought| from < bought.on && bought.on <= to)
                    };
                    if bought(from.plus(-91), from) {
                        all += 1;
                        kept += usize::from(bought(from, to));
                    }
                }
            }
            (kept, all)
        };
        let (engaged, silent) = (kept(true), kept(false));
        assert!(engaged.1 >= 15 && silent.1 >= 15, "{day:?}: {engaged:?} {silent:?}");
        assert!(
            engaged.0 * 100 / engaged.1 >= silent.0 * 100 / silent.1 + 20,
            "{day:?}: {engaged:?} {silent:?}"
        );
    }
}

#[test]
fn notes_help_the_team_as_a_whole() {
    for &(day, ref sample) in samples() {
        let accepted = |noted: bool| {
            let (mut accepted, mut all) = (0, 0);
            for seller in &sample.sellers {
                let known = &seller.network.connections;
                for sent in seller.network.invitations.iter().filter(|sent| sent.is_outgoing) {
                    if sent.note.is_empty() != noted && sent.sent.day() <= day.plus(-14) {
                        all += 1;
                        accepted += usize::from(known.iter().any(|known| known.person == sent.person));
                    }
                }
            }
            accepted * 100 / all
        };
        assert!(accepted(true) >= accepted(false) + 8, "{day:?}: {} {}", accepted(true), accepted(false));
    }
}

#[test]
fn companies_are_known_by_several_people() {
    for &(day, ref sample) in samples() {
        let by_two = COMPANIES.iter().filter(|company| {
            let knows = |seller: &&Seller| {
                let of = seller.network.connections.iter().filter(|known| known.person.company == **company);
                of.count() >= 2
            };
            sample.sellers.iter().filter(knows).count() >= 2
        });
        assert!(by_two.count() >= 30, "{day:?}");
    }
}
