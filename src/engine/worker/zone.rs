//! The browser's time zone as offsets.

use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::facts::Zone;
use crate::views::FirstAsk;

/// The page knows the name of its zone; its offsets are read here.
pub(super) fn with_zone(question: FirstAsk) -> FirstAsk {
    match question {
        FirstAsk::Open { body, name, zone } => {
            FirstAsk::Open { body, name, zone: Zone { offsets: offsets(), ..zone } }
        }
        other => other,
    }
}

/// The browser's offsets from UTC from 2000 to 2040: sampled every week, and each change then found to the
/// minute by halving.
fn offsets() -> Vec<(i64, i32)> {
    let (first, last, week) = (946_684_800i64, 2_208_988_800i64, 604_800i64);
    let mut found = vec![(first, offset_at(first))];
    let mut at = first;
    while at < last {
        let next = at + week;
        let (before, after) = (offset_at(at), offset_at(next));
        if before != after {
            let (mut low, mut high) = (at, next);
            while high - low > 60 {
                let middle = low + (high - low) / 120 * 60;
                if offset_at(middle) == before { low = middle } else { high = middle }
            }
            found.push((high, after));
        }
        at = next;
    }
    found
}

/// Seconds east of UTC.
fn offset_at(utc_seconds: i64) -> i32 {
    let date = Date::new(&JsValue::from(utc_seconds as f64 * 1000.0));
    -(date.get_timezone_offset() * 60.0) as i32
}
