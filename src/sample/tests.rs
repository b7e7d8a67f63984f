//! The files are real in form, invented in content, small, and tell what is planted.

mod form;
mod results;
mod truths;

use std::sync::OnceLock;

use super::*;

/// Last days of every weekday, in summer and winter, at the turn of a year and on a leap day.
const LAST_DAYS: [&str; 10] = [
    "2026-11-16",
    "2026-11-17",
    "2026-11-18",
    "2026-11-19",
    "2026-11-20",
    "2026-11-21",
    "2026-11-22",
    "2027-04-01",
    "2026-12-31",
    "2028-02-29",
];

fn samples() -> &'static [(Day, Sample)] {
    static SAMPLES: OnceLock<Vec<(Day, Sample)>> = OnceLock::new();
    let days = || LAST_DAYS.iter().map(|day| Day::parse_iso(day).unwrap());
    SAMPLES.get_or_init(|| days().map(|day| (day, Sample::until(day))).collect())
}

fn seller<'a>(sample: &'a Sample, name: &str) -> &'a Seller {
    sample.sellers.iter().find(|seller| seller.plan.name() == name).unwrap()
}
