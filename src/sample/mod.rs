//! Sample data: the files that a fictional team of three sellers would export after 18 months of work, in
//! the very formats of real exports, so that they are imported as a person's own files are.
//!
//! Every person, company and figure is invented: surnames and companies are made of plants and objects,
//! e-mail addresses and links stand at example.com. The same last day gives the same bytes.
//!
//! Planted, so that there is something to find (figures in [`planted`]):
//!
//! 1. Messages that come in on Tuesday evening (18 to 22, central European time) wait about two days; at
//!    work answers take a few hours, at night they come the next morning.
//! 2. Deals from social sources are won in about 45 days, others in about 85, and a little more often.
//! 3. One seller's Social Selling Index rises from 48 to 71, mostly by her own profile and searches, while
//!    she starts no more conversations than before.
//! 4. One seller's invitations are accepted more often with a note than without.
//! 5. One seller's share of quality and production heads doubles.
//! 6. Meetings with customers to be come about nine weeks before they sign; threads answered within an hour
//!    lead to a meeting more often.
//! 7. Social networks are the first touch of most deals won and hardly ever the last one.
//! 8. Webinars make leads fast, and there are more and more of them; sales calls and offers end slow leads.
//! 9. Customers with whom nobody talks after the win come back less often.
//! 10. Things that cannot be told or are not over: open deals, some past their expected date; messages
//!     nobody has answered; a seller with fewer than five decided deals and noted invitations; a week in
//!     which nobody wrote down the index.

mod archive;
mod clock;
mod crm;
mod crm_files;
mod customers;
mod draw;
mod index;
mod journeys;
mod lines;
mod meetings;
mod network;
mod notes;
mod pace;
mod pack;
mod people;
pub mod planted;
mod posts;
mod searches;
mod span;
mod talks;
mod team;
#[cfg(test)]
mod tests;
mod wording;
mod workbook;

use crate::facts::Day;
use crate::intake::Upload;
use network::Network;
use people::Person;
use posts::{AudienceDay, Feed};
use span::Weeks;
use talks::Talk;
use team::{Plan, TEAM};

/// The sellers' names, as they stand in all files.
pub const SELLERS: [&str; 3] = [planted::RISING_INDEX_SELLER, planted::NOTE_SELLER, planted::PERSONA_SELLER];

/// The sample's twenty files: an archive and an analytics workbook for each seller, the readings of the
/// Social Selling Index, leads and deals with their touches and stages, purchases, and what the team notes
/// down: meetings, referrals, links sent, page visits, costs, check-ins, events; and how much the world searched for
/// it. They cover 78 weeks (the workbooks 365 days) up to `last_day`, which is moved into 2012–2099.
pub fn files(last_day: Day) -> Vec<Upload> {
    let sample = Sample::until(last_day);
    let weeks = sample.weeks;
    let mut files = Vec::new();
    for seller in &sample.sellers {
        let told = archive::Told {
            plan: seller.plan,
            network: &seller.network,
            talks: &seller.talks,
            feed: &seller.feed,
        };
        files.extend(packed(archive::name(seller.plan, weeks), weeks, &archive::files(&told, weeks)));
    }
    for seller in &sample.sellers {
        let known: Vec<Person> = seller.network.connections.iter().map(|known| known.person).collect();
        let parts = workbook::files(seller.plan, weeks, &seller.feed, &seller.audience, &known);
        files.extend(packed(workbook::name(seller.plan, weeks), weeks, &parts));
    }
    let plain = |name: &str, bytes| Upload { name: name.to_owned(), bytes };
    files.push(plain("ssi.csv", index::csv(&sample.readings)));
    files.push(plain("crm-leads.csv", crm_files::leads(&sample.crm)));
    files.push(plain("crm-deals.csv", crm_files::deals(&sample.crm)));
    files.push(plain("stage-changes.csv", crm_files::stage_changes(&sample.crm, weeks.last())));
    files.push(plain("touches.csv", crm_files::touches(&sample.touches)));
    files.push(plain("purchases.csv", crm_files::purchases(&sample.purchases)));
    let noted = [
        ("meetings.csv", "seller,date,person,email,company,status,source", notes::meetings(&sample.meetings)),
        ("referrals.csv", "seller,date,referrer,referrer_type,lead_id", notes::referrals(weeks, &sample.crm)),
        (
            "link-sends.csv",
            "seller,link,sent_at,person,clicks,clicked_at",
            notes::link_sends(&sample.sellers),
        ),
        ("pages.csv", "url,date,sessions,bounces,seconds", notes::pages(weeks)),
        ("costs.csv", "date,channel,category,amount,currency,hours,rate,seller,band", notes::costs(weeks)),
        (
            "checkins.csv",
            "seller,week,ssi,connections,shares,conversations,meetings,deals_started",
            notes::checkins(&sample),
        ),
        ("markers.csv", "date,label", notes::markers(weeks)),
    ];
    files.extend(noted.iter().map(|(name, header, rows)| plain(name, lines::Lines::table(header, rows))));
    files.push(plain("multiTimeline.csv", searches::csv(weeks)));
    files
}

/// Packing fails for names too long or given twice only, and these names are fixed: a test keeps it so.
fn packed(name: String, weeks: Weeks, files: &[(String, Vec<u8>)]) -> Option<Upload> {
    pack::pack(weeks.last(), files).map(|bytes| Upload { name, bytes })
}

/// The generator's own rows, before they are written down.
struct Sample {
    weeks: Weeks,
    sellers: Vec<Seller>,
    readings: Vec<index::Reading>,
    crm: crm::Crm,
    meetings: Vec<meetings::Meeting>,
    touches: Vec<journeys::Touch>,
    purchases: Vec<customers::Purchase>,
}

struct Seller {
    plan: &'static Plan,
    network: Network,
    talks: Vec<Talk>,
    feed: Feed,
    audience: Vec<AudienceDay>,
}

impl Sample {
    fn until(last_day: Day) -> Sample {
        let weeks = Weeks::until(last_day);
        let sellers: Vec<Seller> = TEAM.iter().map(|plan| Seller::new(plan, weeks)).collect();
        let talks: Vec<&[Talk]> = sellers.iter().map(|seller| seller.talks.as_slice()).collect();
        let mut crm = crm::crm(weeks, &talks);
        let meetings = meetings::meetings(weeks, &talks, &crm);
        let mut touches = journeys::touches(weeks, &mut crm);
        let purchases = customers::purchases(weeks, &crm, &mut touches);
        Sample { weeks, readings: index::readings(weeks), crm, meetings, touches, purchases, sellers }
    }
}

impl Seller {
    fn new(plan: &'static Plan, weeks: Weeks) -> Seller {
        let network = network::network(plan, weeks);
        let talks = talks::talks(plan, weeks, &network);
        let feed = posts::feed(plan, weeks);
        let audience = posts::audience(plan, weeks, &feed, &network);
        Seller { plan, network, talks, feed, audience }
    }
}
