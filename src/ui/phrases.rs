//! What is said of figures: names of metrics and keys, ends of axes, reasons for a missing value, lists.

use super::words::Words;
use crate::charts::{DayStyle, Name, Unit as ChartUnit};
use crate::facts::{Day, Span};
use crate::metrics::{Dim, Figure, Missing, OwnMetric, Quantity, State, Unit};
use crate::text::{Locale, slug};
use crate::ui::canvas::Format;
use crate::views::ScoreRow;
use crate::views::checkin::iso_week_of;
use js_sys::{Array, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// Why a row has no value: a short sentence, what more there is to say, and whether a file fills the gap.
pub struct Why {
    /// Short sentence.
    pub lead: String,
    /// What more there is to say; may be empty.
    pub rest: String,
    /// Whether another file would fill it.
    pub wants_file: bool,
}

impl Words {
    /// A metric's name; of one with a choice of windows, that of the chosen one.
    pub fn metric_name(self, id: &str, variant: Option<&str>) -> String {
        // One that a person made has the name that they gave it.
        if let Some(name) = OwnMetric::name_in(id) {
            return name.to_owned();
        }
        let own = variant.map(|variant| format!("metric.{id}.name_{variant}")).filter(|key| self.has(key));
        self.t(&own.unwrap_or_else(|| format!("metric.{id}.name")))
    }

    /// What a metric counts, under its name.
    pub fn metric_of(self, id: &str) -> String {
        let is_own = OwnMetric::name_in(id).is_some();
        if is_own { self.t("own.of") } else { self.t(&format!("metric.{id}.of")) }
    }

    /// A metric's message, where it has one.
    pub fn metric_text(self, id: &str, part: &str) -> Option<String> {
        let key = format!("metric.{id}.{part}");
        self.has(&key).then(|| self.t(&key))
    }

    /// The value as it stands in a row, and the word of its unit.
    pub fn shown(self, unit: Unit, value: f64, currency: &str) -> (String, String) {
        let printed = self.value(unit, value, currency);
        match unit {
            Unit::TopPercent => (self.fill("top.value", &[("n", &printed)]), String::new()),
            _ => (printed, self.unit_word(unit, value)),
        }
    }

    /// A side of a fraction: money as money, numbers without more decimals than they have.
    pub fn quantity(self, quantity: Quantity, currency: &str) -> String {
        match quantity {
            Quantity::Number(number) => self.tidy(number),
            Quantity::Money(_) => self.money(quantity.to_f64(), currency),
        }
    }

    /// A number with at most two decimals, none where it is whole.
    pub fn tidy(self, number: f64) -> String {
        self.format("t", number, &[("maximumFractionDigits", 2.into())])
    }

    /// A tick of an axis; its unit stands on the last one only.
    pub fn tick(self, unit: Unit, value: f64, with_unit: bool, currency: &str) -> String {
        match unit {
            Unit::Ratio if with_unit => {
                self.format("tp", value, &[("style", "percent".into()), ("maximumFractionDigits", 2.into())])
            }
            Unit::Ratio => self.tidy(value * 100.0),
            Unit::Money if with_unit => self.money(value, currency),
            Unit::Money if value.abs() >= 10_000.0 => self.money(value, ""),
            Unit::TopPercent if with_unit => self.percent(value / 100.0, 0),
            _ => {
                let word = if with_unit { self.unit_word(unit, value) } else { String::new() };
                let number = self.tidy(value);
                if word.is_empty() { number } else { format!("{number}\u{a0}{word}") }
            }
        }
    }

    /// Both ends of an axis from zero.
    pub fn axis_ends(self, unit: Unit, top: f64, currency: &str) -> (String, String) {
        (self.tidy(0.0), self.tick(unit, top, true, currency))
    }

    /// Value and interval in one line, as it is read aloud: `61%, 57–65%`.
    pub fn read_aloud(self, unit: Unit, figure: &Figure, currency: &str) -> String {
        let value = figure.value().map(|value| self.value_with_unit(unit, value, currency));
        let interval = self.figure_interval(unit, figure, currency);
        self.in_line([value, interval].into_iter().flatten())
    }

    /// How many rows a figure rests on: `286 of 468` for a share of cases, else the number.
    pub fn counted(self, figure: &Figure) -> String {
        match cases(figure) {
            Some(k) => self.k_of_n(k, figure.n),
            None => self.integer(figure.n),
        }
    }

    /// `286 of 468`.
    pub fn k_of_n(self, k: f64, n: u64) -> String {
        self.fill("count.k_of_n", &[("k", &self.tidy(k)), ("n", &self.integer(n))])
    }

    /// Why a row has no value; none where it has one.
    pub fn why(self, row: &ScoreRow, currency: &str) -> Option<Why> {
        self.why_of(row.unit, &row.figure, row.data_until.as_deref(), currency)
    }

    /// Why a figure has no value; none where it has one.
    pub fn why_of(
        self,
        unit: Unit,
        figure: &Figure,
        data_until: Option<&str>,
        currency: &str,
    ) -> Option<Why> {
        let why = match figure.state {
            State::Value(_) => return None,
            State::TooFew { need } => {
                let k = figure.numerator.map_or(0.0, Quantity::to_f64);
                let rest = self.fill(
                    "state.too_few_counts",
                    &[
                        ("k", &self.tidy(k)),
                        ("n", &self.integer(figure.n)),
                        ("need", &self.integer(u64::from(need))),
                    ],
                );
                Why { lead: self.t("state.too_few"), rest, wants_file: false }
            }
            State::NotReached => {
                let events = figure.duration.map_or(0, |duration| duration.events);
                let counts = self.fill(
                    "state.not_reached_why",
                    &[("events", &self.integer(events)), ("n", &self.integer(figure.n))],
                );
                let interval = self.figure_interval(unit, figure, currency).map(|interval| {
                    let end = figure.high.or(figure.low).map_or(0.0, Quantity::to_f64);
                    let interval = self.interval_with_unit(unit, &interval, end);
                    self.fill("state.not_reached_interval", &[("interval", &interval)])
                });
                let rest = self.sentences([Some(counts), interval].into_iter().flatten());
                Why { lead: self.t("state.not_reached"), rest, wants_file: false }
            }
            State::Missing(missing) => self.why_missing(missing, data_until),
        };
        Some(why)
    }

    fn why_missing(self, missing: Missing, data_until: Option<&str>) -> Why {
        let id = missing_id(missing);
        let own = format!("missing.{id}_why");
        let until = data_until.and_then(Day::parse_iso);
        let (rest, wants_file) = match missing {
            Missing::NoFacts(need) | Missing::NoFactsOfSeller(need) => {
                (self.t(&format!("need.{}", need.id())), true)
            }
            Missing::OutsideData | Missing::NothingInPeriod => (
                until.map(|day| self.fill("missing.until", &[("day", &self.day(day))])).unwrap_or_default(),
                false,
            ),
            _ if self.has(&own) => (self.t(&own), false),
            _ => (String::new(), false),
        };
        let lead = match missing {
            Missing::NotBy(dim) => {
                self.fill("missing.not_by", &[("dim", &self.t(&format!("dim.{}", dim.id())))])
            }
            _ => self.t(&format!("missing.{id}")),
        };
        Why { lead, rest, wants_file }
    }

    /// A key of a dimension in words; the user's own words stay as they are.
    pub fn key_name(self, dim: Dim, key: &str) -> String {
        if key.is_empty() {
            return self.t("key.unknown");
        }
        let number = || key.parse::<u8>().ok();
        match dim {
            Dim::Weekday => number().map_or_else(|| key.to_owned(), |weekday| self.weekday(weekday)),
            Dim::Hour => number().map_or_else(|| key.to_owned(), |hour| self.hour_range(hour)),
            Dim::Week | Dim::Month => {
                let day = Day::parse_iso(key);
                let print = |day| if dim == Dim::Week { self.day(day) } else { self.month(day) };
                day.map_or_else(|| key.to_owned(), print)
            }
            Dim::Category => self.code(key),
            Dim::Source | Dim::Channel => self.known_or(&format!("group.{key}"), key),
            _ => self.known_or(&format!("key.{}.{key}", dim.id()), key),
        }
    }

    /// A field of a table in words.
    pub fn field(self, name: &str) -> String {
        self.known_or(&format!("field.{name}"), name)
    }

    /// A code of a file in words: a kind of touch or of cost, or a conversion point. The user's own words stay as
    /// they are.
    pub fn code(self, text: &str) -> String {
        self.listed_or("code", text)
    }

    /// What the log offers to choose, in words; anything else stays as it is.
    pub fn choice(self, text: &str) -> String {
        self.listed_or("log.choice", text)
    }

    fn listed_or(self, list: &str, text: &str) -> String {
        // Letters of other scripts are no part of a key: what is left of the text could be another word.
        if text.is_ascii() { self.known_or(&format!("{list}.{}", slug(text)), text) } else { text.to_owned() }
    }

    fn known_or(self, message: &str, text: &str) -> String {
        if self.has(message) { self.t(message) } else { text.to_owned() }
    }

    /// An hour of the day: `09–10`.
    pub fn hour_range(self, hour: u8) -> String {
        format!("{}–{}", self.hour(hour), self.hour(hour.saturating_add(1)))
    }

    /// The name of an event on a chart.
    pub fn event_name(self, name: &Name) -> String {
        match name {
            Name::Key(key) => self.t(key),
            Name::Text(text) => text.clone(),
        }
    }

    /// The beginning of an hour: `09`.
    pub fn hour(self, hour: u8) -> String {
        self.format("h", f64::from(hour), &[("minimumIntegerDigits", 2.into())])
    }

    /// A calendar week with its year: `Week 47, 2026`.
    pub fn calendar_week(self, day: Day) -> String {
        let (year, number) = iso_week_of(day);
        self.fill("log.week_year", &[("n", &self.integer(number)), ("year", &year.to_string())])
    }

    /// The weekday that a week begins with, 1 = Monday. The files of a language stand for its largest
    /// region: Arabic weeks begin on Saturday (Unicode CLDR, week data), the others on Monday.
    pub fn first_weekday(self) -> u8 {
        if self.locale() == Locale::Ar { 6 } else { 1 }
    }

    /// A list in the form of the language: `Ines, Mei and Viktor`. Each entry is isolated: names may run
    /// the other way than the sentence.
    pub fn list(self, entries: &[String]) -> String {
        let isolated: Vec<String> = entries.iter().map(|entry| format!("\u{2068}{entry}\u{2069}")).collect();
        let array: Array = isolated.iter().map(|entry| JsValue::from_str(entry)).collect();
        Intl::ListFormat::new(&self.locales(), &Object::new()).format(&array).into()
    }

    /// So many days back in words: `today`, `3 days ago`.
    pub fn days_ago(self, days: u32) -> String {
        let options = Object::new();
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &"numeric".into(), &"auto".into());
        let format = Intl::RelativeTimeFormat::new(&self.locales(), &options);
        format.format(-f64::from(days), "day").into()
    }

    /// A period of whole weeks in short: `13 weeks`; else its days.
    pub fn length(self, span: Span) -> String {
        let days = u64::try_from(span.days()).unwrap_or(0);
        if days > 0 && days.is_multiple_of(7) {
            self.count("length.weeks", days / 7, &[])
        } else {
            self.count("length.days", days, &[])
        }
    }
}

/// Of a share of cases, how many have it; none where the figure is no such share.
pub fn cases(figure: &Figure) -> Option<f64> {
    match (figure.numerator, figure.denominator) {
        (Some(Quantity::Number(k)), Some(Quantity::Number(n)))
            if n == figure.n as f64 && k.fract() == 0.0 =>
        {
            Some(k)
        }
        _ => None,
    }
}

/// The name of a reason in message keys.
fn missing_id(missing: Missing) -> &'static str {
    match missing {
        Missing::NoFacts(_) => "no_facts",
        Missing::NoFactsOfSeller(_) => "no_facts_of_seller",
        Missing::OutsideData => "outside_data",
        Missing::NothingInPeriod => "nothing_in_period",
        Missing::NoStart => "no_start",
        Missing::NoPersona => "no_persona",
        Missing::TooFewReadings => "too_few_readings",
        Missing::UnknownOfOne => "unknown_of_one",
        Missing::AllUnknown => "all_unknown",
        Missing::PartOfPeriod => "part_of_period",
        Missing::NotBy(_) => "not_by",
    }
}

/// Writes the ticks of a metric's charts.
pub struct Ticks {
    /// The language.
    pub words: Words,
    /// What the metric's values are.
    pub unit: Unit,
    /// Currency of money.
    pub currency: String,
}

impl Ticks {
    /// A value of a chart in the unit that the chart names: shares of a survival curve are shares whatever
    /// the metric counts.
    pub fn unit_of(&self, unit: &ChartUnit) -> Unit {
        match unit {
            ChartUnit::Ratio | ChartUnit::Points => Unit::Ratio,
            ChartUnit::Hours => Unit::Hours,
            ChartUnit::Days => Unit::Days,
            ChartUnit::Seconds => Unit::Seconds,
            ChartUnit::Money { .. } => Unit::Money,
            ChartUnit::Count => Unit::Count,
            ChartUnit::Pillar => Unit::Pillar,
            ChartUnit::TopPercent => Unit::TopPercent,
            ChartUnit::OfPeak => Unit::Score,
            ChartUnit::Score => self.unit,
        }
    }
}

impl Format for Ticks {
    fn value(&self, value: f64, unit: &ChartUnit, with_unit: bool) -> String {
        self.words.tick(self.unit_of(unit), value, with_unit, &self.currency)
    }

    fn day(&self, day: i32, style: DayStyle) -> String {
        let day = Day(day);
        match style {
            DayStyle::Day => self.words.date("y", day, &[("day", "numeric")]),
            DayStyle::DayMonth => self.words.short_day(day),
            DayStyle::Month => self.words.short_month(day),
            DayStyle::MonthYear => self.words.month(day),
            DayStyle::Year => self.words.date("Y", day, &[("year", "numeric")]),
        }
    }
}
