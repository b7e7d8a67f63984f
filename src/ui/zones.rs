//! Time zones that the browser knows, and their offsets.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::facts::Zone;

/// Names of the zones that the browser knows; UTC alone where it does not list them.
pub fn zone_names() -> Vec<String> {
    let mut names = listed().unwrap_or_default();
    if !names.iter().any(|name| name == "UTC") {
        names.push("UTC".to_owned());
    }
    names
}

fn listed() -> Option<Vec<String>> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let list: Function = Reflect::get(&intl, &"supportedValuesOf".into()).ok()?.dyn_into().ok()?;
    let names: Array = list.call1(&intl, &"timeZone".into()).ok()?.dyn_into().ok()?;
    Some(names.iter().filter_map(|name| name.as_string()).collect())
}

/// A zone with its offsets from 2000 to 2040: sampled every four weeks, and each change then found to the minute by
/// halving. No zone changes twice within four weeks but one or two in Ramadan, which are off by days there.
pub fn zone_of(name: &str) -> Zone {
    let Some(clock) = Clock::new(name) else { return Zone::utc() };
    let (first, last, step) = (946_684_800i64, 2_208_988_800i64, 4 * 604_800i64);
    let mut offsets = vec![(first, clock.offset_at(first))];
    let mut at = first;
    while at < last {
        let next = at + step;
        let (before, after) = (clock.offset_at(at), clock.offset_at(next));
        if before != after {
            let (mut low, mut high) = (at, next);
            while high - low > 60 {
                let middle = low + (high - low) / 120 * 60;
                if clock.offset_at(middle) == before { low = middle } else { high = middle }
            }
            offsets.push((high, after));
        }
        at = next;
    }
    Zone { name: name.to_owned(), offsets }
}

/// The clock on the wall of a zone.
struct Clock(Function);

impl Clock {
    /// None for a zone that the browser does not know.
    fn new(zone: &str) -> Option<Clock> {
        let options = Object::new();
        for (key, value) in [
            ("timeZone", zone),
            ("hourCycle", "h23"),
            ("year", "numeric"),
            ("month", "2-digit"),
            ("day", "2-digit"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("second", "2-digit"),
        ] {
            Reflect::set(&options, &key.into(), &value.into()).ok()?;
        }
        // Made by the page's own function: the constructor throws for a zone that it does not know.
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let make: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
        let format = make.call2(&intl, &"en-US".into(), &options).ok()?;
        Some(Clock(format.unchecked_into::<Intl::DateTimeFormat>().format()))
    }

    /// Seconds east of UTC.
    fn offset_at(&self, utc_seconds: i64) -> i32 {
        let date = Date::new(&JsValue::from(utc_seconds as f64 * 1000.0));
        let printed = self.0.call1(&JsValue::UNDEFINED, &date).ok().and_then(|text| text.as_string());
        let wall = printed.as_deref().and_then(wall_seconds);
        wall.and_then(|wall| i32::try_from(wall - utc_seconds).ok()).unwrap_or(0)
    }
}

/// Seconds since 1970 of `MM/DD/YYYY, HH:MM:SS`.
fn wall_seconds(text: &str) -> Option<i64> {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let mut next = || numbers.next()?.parse::<u32>().ok();
    let (month, day, year) = (next()?, next()?, next()?);
    let (hour, minute, second) = (next()?, next()?, next()?);
    let days = crate::facts::Day::from_ymd(i32::try_from(year).ok()?, month, day)?.0;
    Some(i64::from(days) * 86_400 + i64::from(hour * 3600 + minute * 60 + second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_read_to_the_second() {
        assert_eq!(wall_seconds("01/02/1970, 03:04:05"), Some(86_400 + 3 * 3600 + 4 * 60 + 5));
        assert_eq!(wall_seconds("no clock"), None);
    }
}
