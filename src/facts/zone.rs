//! A time zone as plain data: the offsets that were in force, oldest first.
//!
//! The browser knows the zones; the core only needs their offsets, so the worker samples them
//! once and hands them over. Without any the zone is UTC.

use serde::{Deserialize, Serialize};

/// Offsets from UTC by time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// IANA name as the browser states it; empty means UTC.
    pub name: String,
    /// `(from this UTC second on, offset east of UTC in seconds)`, ascending. The first entry also
    /// holds for everything before it.
    pub offsets: Vec<(i64, i32)>,
}

impl Zone {
    /// Coordinated Universal Time.
    pub fn utc() -> Zone {
        Zone::default()
    }

    /// Seconds east of UTC at a UTC second.
    pub fn offset_at(&self, utc_seconds: i64) -> i64 {
        let after = self.offsets.partition_point(|(from, _)| *from <= utc_seconds);
        let entry = self.offsets.get(after.saturating_sub(1));
        entry.map_or(0, |(_, offset)| i64::from(*offset))
    }

    /// Wall-clock seconds (as if UTC) of a UTC second.
    pub fn to_wall(&self, utc_seconds: i64) -> i64 {
        utc_seconds + self.offset_at(utc_seconds)
    }

    /// The UTC second of a wall clock. A wall clock that occurs twice means the first; one that a
    /// spring change skips means the same distance after the change.
    pub fn to_utc(&self, wall_seconds: i64) -> i64 {
        let guess = wall_seconds - self.offset_at(wall_seconds);
        let earlier = wall_seconds - self.offset_at(guess - 3 * 3600);
        if self.to_wall(earlier) == wall_seconds {
            return earlier;
        }
        wall_seconds - self.offset_at(guess)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stockholm around 2026: summer time from 29 March 01:00 UTC to 25 October 01:00 UTC.
    fn stockholm() -> Zone {
        Zone {
            name: "Europe/Stockholm".into(),
            offsets: vec![(0, 3600), (1_774_746_000, 7200), (1_792_890_000, 3600)],
        }
    }

    #[test]
    fn utc_is_the_default() {
        assert_eq!(Zone::utc().to_wall(1_800_000_000), 1_800_000_000);
        assert_eq!(Zone::utc().to_utc(1_800_000_000), 1_800_000_000);
    }

    #[test]
    fn offsets_change_at_the_second_they_say() {
        let zone = stockholm();
        assert_eq!(zone.offset_at(1_774_745_999), 3600);
        assert_eq!(zone.offset_at(1_774_746_000), 7200);
    }

    #[test]
    fn wall_clocks_go_back_to_the_same_instant() {
        let zone = stockholm();
        for utc in (1_774_000_000..1_793_500_000).step_by(1_799) {
            let back = zone.to_utc(zone.to_wall(utc));
            // In the hour that occurs twice the first reading is taken.
            assert!(back == utc || back == utc - 3600, "{utc} became {back}");
        }
    }
}
