//! Days, months, periods and times.

use js_sys::{Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::{Words, call};
use crate::facts::{Day, Span};
use crate::text::Locale;

impl Words {
    /// A day: `15 Nov 2026`.
    pub fn day(self, day: Day) -> String {
        self.date("d", day, &[("day", "numeric"), ("month", "short"), ("year", "numeric")])
    }

    /// A day without its year: `15 Nov`.
    pub fn short_day(self, day: Day) -> String {
        self.date("s", day, &[("day", "numeric"), ("month", "short")])
    }

    /// A month: `Nov 2026`.
    pub fn month(self, day: Day) -> String {
        self.date("m", day, &[("month", "short"), ("year", "numeric")])
    }

    /// A month without its year.
    pub fn short_month(self, day: Day) -> String {
        self.date("o", day, &[("month", "short")])
    }

    /// The name of a weekday, 1 = Monday.
    pub fn weekday(self, weekday: u8) -> String {
        // 1970-01-05 was a Monday.
        self.date("w", Day(3 + i32::from(weekday)), &[("weekday", "short")])
    }

    /// A period: `17 Aug – 15 Nov 2026`.
    pub fn span(self, span: Span) -> String {
        let in_one_year = span.from.ymd().0 == span.to.ymd().0;
        // Where a date begins with its year, the first one names it.
        let (from, to) = match (in_one_year, self.locale() == Locale::Zh) {
            (false, _) => (self.day(span.from), self.day(span.to)),
            (true, false) => (self.short_day(span.from), self.day(span.to)),
            (true, true) => (self.day(span.from), self.short_day(span.to)),
        };
        format!("{from} – {to}")
    }

    /// A date and time of an ISO text, in the browser's zone: `15 Nov 2026, 14:02`.
    pub fn timestamp(self, iso: &str) -> String {
        let date = Date::new(&iso.into());
        if date.get_time().is_nan() {
            return iso.to_owned();
        }
        let options = Object::new();
        for (key, value) in [
            ("day", "numeric"),
            ("month", "short"),
            ("year", "numeric"),
            ("hour", "2-digit"),
            ("minute", "2-digit"),
        ] {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&options, &key.into(), &value.into());
        }
        let _ = Reflect::set(&options, &"hourCycle".into(), &"h23".into());
        let format = Intl::DateTimeFormat::new(&self.locales(), &options);
        call(&format.format(), &date.into()).unwrap_or_else(|| iso.to_owned())
    }

    /// The clock of an ISO text, in the browser's zone: `14:02`.
    pub fn clock(self, iso: &str) -> String {
        let date = Date::new(&iso.into());
        format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
    }

    pub(in crate::ui) fn date(self, id: &str, day: Day, options: &[(&str, &str)]) -> String {
        let date = Date::new(&JsValue::from(f64::from(day.0) * 86_400_000.0));
        let function = self.formatter(&format!("d{id}"), || {
            let object = Object::new();
            for (key, value) in options {
                let _ = Reflect::set(&object, &(*key).into(), &(*value).into());
            }
            let _ = Reflect::set(&object, &"timeZone".into(), &"UTC".into());
            Intl::DateTimeFormat::new(&self.locales(), &object).format()
        });
        call(&function, &date.into()).unwrap_or_else(|| day.iso())
    }
}
