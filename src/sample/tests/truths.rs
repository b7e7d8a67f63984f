//! What is planted stands in the generator's own rows, whatever the last day.

use super::super::clock::Wall;
use super::super::crm::{Deal, Outcome, is_social};
use super::super::pace::is_slow;
use super::super::people::PERSONA_TITLES;
use super::super::planted::*;
use super::super::span::WEEKS;
use super::super::talks::{Kind, Message};
use super::super::*;
use super::{samples, seller};

fn median(mut values: Vec<i64>) -> i64 {
    values.sort_unstable();
    values[values.len() / 2]
}

fn percent(part: usize, whole: usize) -> usize {
    part * 100 / whole
}

/// Incoming turns of a seller: when they began and when the seller answered within seven days.
fn turns(seller: &Seller) -> Vec<(Wall, Option<Wall>)> {
    let mut turns = Vec::new();
    for talk in seller.talks.iter().filter(|talk| matches!(talk.kind, Kind::Person | Kind::Gone)) {
        let messages: Vec<&Message> = talk.messages.iter().filter(|message| !message.is_draft).collect();
        for (index, message) in messages.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| messages[before]);
            let is_restart = before.is_some_and(|before| message.at.hours_after(before.at) >= 60 * 24);
            if message.is_owner_s || before.is_some_and(|before| !before.is_owner_s && !is_restart) {
                continue;
            }
            let answer = messages[index..].iter().find(|later| later.is_owner_s).map(|answer| answer.at);
            turns.push((message.at, answer.filter(|at| at.hours_after(message.at) < 7 * 24)));
        }
    }
    turns
}

#[test]
fn tuesday_evenings_are_answered_slowly() {
    for &(day, ref sample) in samples() {
        let turns: Vec<_> = sample.sellers.iter().flat_map(turns).collect();
        let hours = |wanted: fn(Wall) -> bool| -> Vec<i64> {
            let answered = turns.iter().filter(|(at, _)| wanted(*at));
            answered.filter_map(|(at, answer)| answer.map(|answer| answer.hours_after(*at))).collect()
        };
        let slow = hours(is_slow);
        let at_work = hours(|at| at.weekday() < 6 && (8..17).contains(&at.hour()));
        let evenings = hours(|at| at.weekday() < 5 && (18..22).contains(&at.hour()) && !is_slow(at));
        assert!(slow.len() >= 40, "{day:?}: {} cases", slow.len());
        let (slow, at_work, evenings) = (median(slow), median(at_work), median(evenings));
        assert!((36..72).contains(&slow), "{day:?}: {slow} h on Tuesday evenings");
        assert!((1..5).contains(&at_work), "{day:?}: {at_work} h at work");
        assert!((2..16).contains(&evenings), "{day:?}: {evenings} h on other evenings");
    }
}

#[test]
fn social_deals_are_faster_and_won_a_little_more_often() {
    for &(day, ref sample) in samples() {
        let deals = &sample.crm.deals;
        let days = |social: bool| {
            let won =
                deals.iter().filter(|deal| deal.outcome == Outcome::Won && is_social(deal.source) == social);
            median(won.map(|deal| i64::from(deal.closed.0 - deal.created.0)).collect())
        };
        let rate = |social: bool| {
            let decided: Vec<&Deal> = deals
                .iter()
                .filter(|deal| deal.outcome != Outcome::Open && is_social(deal.source) == social)
                .collect();
            percent(decided.iter().filter(|deal| deal.outcome == Outcome::Won).count(), decided.len())
        };
        assert!((38..=52).contains(&days(true)), "{day:?}: {} days", days(true));
        assert!((70..=95).contains(&days(false)), "{day:?}: {} days", days(false));
        assert!((4..=18).contains(&(rate(true) - rate(false))), "{day:?}: {} {}", rate(true), rate(false));
    }
}

#[test]
fn one_index_rises_while_conversations_stay_flat() {
    for &(day, ref sample) in samples() {
        let hers: Vec<i64> = sample
            .readings
            .iter()
            .filter(|reading| reading.seller == RISING_INDEX_SELLER)
            .map(|reading| reading.total)
            .collect();
        assert!((hers[0] - RISING_INDEX_FIRST).abs() <= 2, "{day:?}: {}", hers[0]);
        assert!((hers[hers.len() - 1] - RISING_INDEX_LAST).abs() <= 2, "{day:?}: {hers:?}");
        let started = |first_week: i32, after: i32| {
            let (from, to) = (sample.weeks.start(first_week), sample.weeks.start(after));
            let talks = &seller(sample, RISING_INDEX_SELLER).talks;
            let openings = talks.iter().flat_map(|talk| {
                talk.messages.iter().enumerate().filter(|(index, message)| {
                    let before = index.checked_sub(1).map(|before| talk.messages[before].at);
                    message.is_owner_s
                        && before.is_none_or(|before| message.at.hours_after(before) >= 60 * 24)
                })
            });
            openings.filter(|(_, message)| (from..to).contains(&message.at.day())).count()
        };
        let (early, late) = (started(0, 39), started(39, WEEKS));
        assert!(early.abs_diff(late) <= 12, "{day:?}: {early} {late}");
    }
}

#[test]
fn one_seller_s_notes_help() {
    for &(day, ref sample) in samples() {
        let accepted = |name: &str, noted: bool| {
            let network = &seller(sample, name).network;
            let ripe: Vec<_> = network
                .invitations
                .iter()
                .filter(|sent| sent.is_outgoing && sent.note.is_empty() != noted)
                .filter(|sent| (sample.weeks.start(WEEKS - 26)..=day.plus(-14)).contains(&sent.sent.day()))
                .collect();
            let taken = ripe
                .iter()
                .filter(|sent| network.connections.iter().any(|known| known.person == sent.person));
            (taken.count(), ripe.len())
        };
        let (with, without) = (accepted(NOTE_SELLER, true), accepted(NOTE_SELLER, false));
        assert!(with.1 >= 50 && without.1 >= 50, "{day:?}");
        assert!(percent(with.0, with.1) >= percent(without.0, without.1) + 15, "{day:?}");
        let (with, without) = (accepted(RISING_INDEX_SELLER, true), accepted(RISING_INDEX_SELLER, false));
        assert!(percent(with.0, with.1).abs_diff(percent(without.0, without.1)) <= 8, "{day:?}");
        assert!(accepted(PERSONA_SELLER, true).1 < 5, "{day:?}");
    }
}

#[test]
fn one_persona_share_doubles() {
    for &(day, ref sample) in samples() {
        let share = |name: &str, until: Day| {
            let connections = &seller(sample, name).network.connections;
            let known: Vec<_> = connections
                .iter()
                .filter(|known| known.on <= until && !known.is_closed && !known.person.position.is_empty())
                .collect();
            let fit = known.iter().filter(|known| PERSONA_TITLES.contains(&known.person.position)).count();
            (percent(fit, known.len()), known.len())
        };
        let (first, last) = (share(PERSONA_SELLER, sample.weeks.first()), share(PERSONA_SELLER, day));
        assert!((8..=16).contains(&first.0) && last.0 >= 2 * first.0, "{day:?}: {first:?} {last:?}");
        for other in [RISING_INDEX_SELLER, NOTE_SELLER] {
            let (first, last) = (share(other, sample.weeks.first()).0, share(other, day).0);
            assert!(first.abs_diff(last) <= 6, "{day:?}: {other} {first} {last}");
        }
    }
}

#[test]
fn some_things_are_open_or_too_few() {
    for &(day, ref sample) in samples() {
        let deals = &sample.crm.deals;
        let open: Vec<&Deal> = deals.iter().filter(|deal| deal.outcome == Outcome::Open).collect();
        let overdue = open.iter().filter(|deal| deal.closed < day).count();
        let decided_of_third =
            deals.iter().filter(|deal| deal.seller == 2 && deal.outcome != Outcome::Open).count();
        let waiting = sample.sellers.iter().flat_map(|seller| &seller.talks).filter(|talk| {
            let last = talk.messages.last().unwrap();
            !last.is_owner_s && talk.kind == Kind::Person && last.at.day() >= day.plus(-30)
        });
        let waiting = waiting.count();
        assert!(open.len() >= 10 && overdue >= 1, "{day:?}: {} {overdue}", open.len());
        assert!((1..5).contains(&decided_of_third), "{day:?}: {decided_of_third}");
        assert!(waiting >= 5, "{day:?}: {waiting}");
        let gap = sample.weeks.start(WEEK_WITHOUT_INDEX);
        let in_gap = sample.readings.iter().filter(|reading| (gap..gap.plus(7)).contains(&reading.date));
        assert_eq!(in_gap.count(), 0);
        assert_eq!(sample.readings.len(), 77 * 3);
    }
}

#[test]
fn social_leads_are_people_a_seller_talked_with() {
    for &(day, ref sample) in samples() {
        let social = sample.crm.leads.iter().filter(|lead| is_social(lead.source));
        let (talked, all) = social.fold((0, 0), |(talked, all), lead| {
            let talks = &sample.sellers[lead.seller].talks;
            let first =
                talks.iter().find(|talk| talk.others[0] == lead.person).map(|talk| talk.messages[0].at);
            (talked + usize::from(first.is_some_and(|first| first.day() < lead.created)), all + 1)
        });
        assert!(percent(talked, all) >= 70, "{day:?}: {talked} of {all}");
    }
}

#[test]
fn nothing_happens_after_the_last_day_or_before_what_leads_to_it() {
    for &(day, ref sample) in samples() {
        for seller in &sample.sellers {
            assert!(seller.network.connections.iter().all(|known| known.on <= day));
            assert!(seller.network.invitations.iter().all(|sent| sent.sent.day() <= day));
            for talk in &seller.talks {
                assert!(talk.messages.iter().all(|message| message.at.day() <= day));
                assert!(talk.messages.windows(2).all(|pair| pair[0].at <= pair[1].at));
            }
        }
        for deal in &sample.crm.deals {
            assert!(deal.created <= deal.closed && (deal.outcome == Outcome::Open || deal.closed <= day));
        }
        for lead in &sample.crm.leads {
            assert!(lead.converted.is_none_or(|at| lead.created <= at && at <= day));
        }
    }
}
