//! What the team notes down: weekly check-ins, referrals, links sent, costs, events.

use super::crm::Crm;
use super::draw::{Draw, Quota};
use super::meetings::Meeting;
use super::people::Person;
use super::planted::{LAUNCH_WEEK, TRAINING_WEEK};
use super::posts::LINKS;
use super::span::{WEEKS, Weeks};
use super::talks::Kind;
use super::team::TEAM;
use super::{Sample, Seller};
use crate::facts::Day;

/// Rows of a canonical table, cell by cell.
pub(super) type Cells = Vec<Vec<String>>;

/// `checkins.csv`: from the training on, every Monday; one seller forgets every third.
pub(super) fn checkins(sample: &Sample) -> Cells {
    let weeks = sample.weeks;
    let mut rows = Vec::new();
    for week in TRAINING_WEEK..WEEKS {
        let monday = weeks.start(week).plus(6).week_start();
        let is_in = |day: Day| (monday..=monday.plus(6)).contains(&day);
        for (index, seller) in sample.sellers.iter().enumerate() {
            if index == 2 && week % 3 == 1 {
                continue;
            }
            let name = seller.plan.name();
            let index_of =
                sample.readings.iter().rev().find(|reading| reading.seller == name && reading.date <= monday);
            let posts = seller.feed.posts.iter().filter(|post| is_in(post.at.day())).count();
            let begun = seller.talks.iter().filter_map(|talk| talk.messages.first());
            let begun = begun.filter(|first| first.is_owner_s && is_in(first.at.day())).count();
            let met = sample.meetings.iter().filter(|met| met.seller == index && is_in(met.on)).count();
            let deals = &sample.crm.deals;
            let started = deals.iter().filter(|deal| deal.seller == index && is_in(deal.created)).count();
            let known = seller.network.connections.iter().filter(|known| known.on <= monday).count();
            rows.push(vec![
                name,
                monday.iso(),
                index_of.map(|reading| reading.total.to_string()).unwrap_or_default(),
                known.to_string(),
                posts.to_string(),
                begun.to_string(),
                met.to_string(),
                started.to_string(),
            ]);
        }
    }
    rows
}

/// `referrals.csv`: most leads that came by one, and a few that became nothing.
pub(super) fn referrals(weeks: Weeks, crm: &Crm) -> Cells {
    const TYPES: [(&str, i64); 5] =
        [("customer", 40), ("partner", 20), ("peer", 15), ("thought leader", 10), ("non-buyer", 15)];
    let mut draw = Draw::new(0x4ef);
    let mut noted = Quota::default();
    let mut row = |number: i64, seller: usize, day: Day, lead: &str| {
        let referrer = Person::new(9000 + number % 25, "", "").name();
        vec![name_of(seller), day.iso(), referrer, draw.weighted(&TYPES).to_owned(), lead.to_owned()]
    };
    let mut rows = Vec::new();
    for (number, lead) in (0..).zip(crm.leads.iter().filter(|lead| lead.source == "Referral")) {
        if noted.percent(80) {
            rows.push(row(number, lead.seller, lead.created, &lead.id));
        }
    }
    for (number, week) in (0..).zip((4..WEEKS).step_by(6)) {
        let seller = usize::try_from(week % 3).unwrap_or(0);
        rows.push(row(number * 7 + 3, seller, weeks.start(week).plus(2), ""));
    }
    rows
}

/// `link-sends.csv`: pages that sellers sent to those they talk with.
pub(super) fn link_sends(sellers: &[Seller]) -> Cells {
    let mut draw = Draw::new(0x11c);
    let mut rows = Vec::new();
    for seller in sellers {
        let mut some = Quota::default();
        for talk in seller.talks.iter().filter(|talk| talk.kind == Kind::Person && talk.messages.len() > 3) {
            let sent = talk.messages.iter().filter(|message| message.is_owner_s).nth(1);
            let (Some(sent), Some(person), true) = (sent, talk.others.first(), some.percent(35)) else {
                continue;
            };
            let clicks = draw.weighted(&[(0, 46), (1, 32), (2, 15), (4, 7)]);
            let clicked = if clicks > 0 { sent.at.day().iso() } else { String::new() };
            let link = draw.one_of(&LINKS).to_owned();
            rows.push(vec![
                seller.plan.name(),
                link,
                sent.at.day().iso(),
                person.name(),
                clicks.to_string(),
                clicked,
            ]);
        }
    }
    rows
}

/// `pages.csv`: visits of the shared pages, month by month.
pub(super) fn pages(weeks: Weeks) -> Cells {
    let mut draw = Draw::new(0x9a6e);
    let mut rows = Vec::new();
    for month in months(weeks) {
        for link in LINKS {
            let sessions = draw.between(30, 190);
            let bounces = sessions * draw.between(34, 61) / 100;
            let seconds = draw.between(38, 150);
            rows.push(vec![
                link.to_owned(),
                month.iso(),
                sessions.to_string(),
                bounces.to_string(),
                seconds.to_string(),
            ]);
        }
    }
    rows
}

/// `costs.csv`: what is paid by the month, and the sellers' hours.
pub(super) fn costs(weeks: Weeks) -> Cells {
    let mut draw = Draw::new(0xc057);
    let mut rows: Cells = Vec::new();
    for (number, month) in months(weeks).into_iter().enumerate() {
        let mut row = |channel: &str, category: &str, cells: [&str; 5]| {
            let [amount, hours, rate, seller, band] = cells;
            let cells = [&month.iso(), channel, category, amount, "EUR", hours, rate, seller, band];
            rows.push(cells.map(str::to_owned).to_vec());
        };
        row("LinkedIn", "Subscriptions", ["270", "", "", "", ""]);
        row("Newsletter", "Content", [&draw.between(160, 240).to_string(), "", "", "", "slow"]);
        row("Webinar", "Content", [&draw.between(320, 520).to_string(), "", "", "", "medium"]);
        if number % 3 == 1 {
            row("Trade show", "Events", [&draw.between(1400, 2600).to_string(), "", "", "", "medium"]);
        }
        for plan in &TEAM {
            let name = plan.name();
            row("LinkedIn", "Time", ["", &draw.between(5, 11).to_string(), "62", &name, ""]);
            row("Phone", "Time", ["", &draw.between(4, 10).to_string(), "62", &name, "fast"]);
        }
    }
    rows
}

/// `markers.csv`.
pub(super) fn markers(weeks: Weeks) -> Cells {
    let marker = |week: i32, label: &str| vec![weeks.start(week).plus(2).iso(), label.to_owned()];
    vec![marker(TRAINING_WEEK, "Training: the first hour"), marker(LAUNCH_WEEK, "Launch of the label camera")]
}

/// `meetings.csv`.
pub(super) fn meetings(meetings: &[Meeting]) -> Cells {
    let row = |meeting: &Meeting| {
        let email = if meeting.shows_email { meeting.person.email() } else { String::new() };
        let (seller, company) = (name_of(meeting.seller), meeting.person.company.to_owned());
        let (status, source) = (meeting.status.to_owned(), meeting.source.to_owned());
        vec![seller, meeting.on.iso(), meeting.person.name(), email, company, status, source]
    };
    meetings.iter().map(row).collect()
}

/// The first days of the months that begin in the sample.
fn months(weeks: Weeks) -> Vec<Day> {
    let next = |month: &Day| Some(month.next_month_start());
    std::iter::successors(Some(weeks.first().next_month_start()), next)
        .take_while(|month| *month <= weeks.last())
        .collect()
}

fn name_of(seller: usize) -> String {
    TEAM.get(seller).map(super::team::Plan::name).unwrap_or_default()
}
