//! Day or month first: decided over all dates of a column, never row by row.

use std::collections::BTreeSet;

use super::dates::{DateForm, read};
use crate::facts::{Day, Zone};
use crate::sources::DateOrder;

/// The orders in the order of [`OrderEvidence`]'s counts.
const ORDERS: [DateOrder; 3] = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Iso];

/// What the dates of a column say about their order.
#[derive(Clone, Debug, Default)]
pub struct OrderEvidence {
    /// Dates that read the same in every order.
    fixed: u32,
    /// Dates whose order matters to being readable or to the day they name.
    numbers: u32,
    /// Of those, how many each order can read.
    readable: [u32; 3],
    /// Of those, how many day-first and month-first both read, as different days.
    open: u32,
    /// Of those, how many are parted by dots, which only day-first countries write.
    dots: u32,
    unreadable: u32,
    example: Option<String>,
    form: Form,
    spans: [Option<(Day, Day)>; 3],
}

/// How dates in three numbers are written.
#[derive(Clone, Debug, Default)]
struct Form {
    /// What parts the numbers.
    marks: BTreeSet<char>,
    /// Whether a day or month stands as one digit.
    single_digits: bool,
    /// Whether years have two digits.
    short_years: bool,
}

impl Form {
    fn add(&mut self, text: &str) {
        let date = text.trim().split([' ', 'T', ',']).next().unwrap_or_default();
        self.marks.extend(date.chars().find(|c| !c.is_ascii_digit()));
        let numbers = date.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        let lengths: Vec<usize> = numbers.map(str::len).collect();
        self.single_digits |= lengths.contains(&1);
        self.short_years |= !lengths.contains(&4);
    }
}

/// What a column's dates come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderDecision {
    /// No date depends on the order.
    Any,
    /// One order reads the column best.
    Decided(DateOrder),
    /// Nothing settles whether the day or the month stands first.
    Open {
        /// A date that can be read both ways.
        example: String,
    },
}

impl OrderEvidence {
    /// Takes in a cell; blank ones are to be kept away.
    pub fn add(&mut self, text: &str) {
        let Some(reading) = read(text) else {
            self.unreadable += 1;
            return;
        };
        let days = ORDERS.map(|order| reading.moment(order).map(|moment| moment.day(&Zone::utc())));
        for (span, day) in self.spans.iter_mut().zip(days) {
            let Some(day) = day else { continue };
            *span = Some(span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
        let DateForm::Numbers { dots, .. } = reading.date else {
            self.fixed += 1;
            return;
        };
        if days.iter().all(Option::is_none) {
            self.unreadable += 1;
            return;
        }
        self.numbers += 1;
        self.form.add(text);
        self.dots += u32::from(dots);
        for (count, day) in self.readable.iter_mut().zip(days) {
            *count += u32::from(day.is_some());
        }
        if let [Some(day_first), Some(month_first), _] = days
            && day_first != month_first
        {
            self.open += 1;
            self.example.get_or_insert_with(|| text.trim().to_owned());
        }
    }

    /// How its dates in three numbers are written, such as `/d/yyyy`; none where there are none.
    pub fn form(&self) -> Option<String> {
        let day = if self.form.single_digits { "d" } else { "dd" };
        let year = if self.form.short_years { "yy" } else { "yyyy" };
        let marks: String = self.form.marks.iter().collect();
        (self.numbers > 0).then(|| format!("{marks}{day}{marks}{year}"))
    }

    /// Dates seen, whatever their order.
    pub fn dates(&self) -> u32 {
        self.fixed + self.numbers
    }

    /// Texts that are no date in any order.
    pub fn unreadable(&self) -> u32 {
        self.unreadable
    }

    /// Earliest and latest day under an order.
    pub fn span(&self, order: DateOrder) -> Option<(Day, Day)> {
        ORDERS.iter().zip(self.spans).find(|(known, _)| **known == order).and_then(|(_, span)| span)
    }

    /// The order that reads most of the column. Where day-first and month-first read equally many and
    /// differ, dots speak for day-first; otherwise it is open.
    pub fn decide(&self) -> OrderDecision {
        let [day_first, month_first, year_first] = self.readable;
        if self.numbers == 0 {
            return OrderDecision::Any;
        }
        if year_first > day_first.max(month_first) {
            return OrderDecision::Decided(DateOrder::Iso);
        }
        if day_first != month_first {
            let order = if day_first > month_first { DateOrder::Dmy } else { DateOrder::Mdy };
            return OrderDecision::Decided(order);
        }
        match &self.example {
            Some(example) if self.dots < self.numbers => OrderDecision::Open { example: example.clone() },
            _ => OrderDecision::Decided(DateOrder::Dmy),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn decide(texts: &[&str]) -> OrderDecision {
        let mut evidence = OrderEvidence::default();
        texts.iter().for_each(|text| evidence.add(text));
        evidence.decide()
    }

    #[rstest]
    #[case(&["03/04/2026", "13/04/2026"], OrderDecision::Decided(DateOrder::Dmy))]
    #[case(&["03/04/2026", "04/13/2026"], OrderDecision::Decided(DateOrder::Mdy))]
    #[case(&["2026-03-04", "09 Sep 2022"], OrderDecision::Any)]
    #[case(&["99-03-14", "26-03-04"], OrderDecision::Decided(DateOrder::Iso))]
    #[case(&["3.8.24"], OrderDecision::Decided(DateOrder::Dmy))]
    #[case(&["3/3/2024"], OrderDecision::Decided(DateOrder::Dmy))]
    #[case(&["03/04/2026", "11/04/2026"], OrderDecision::Open { example: "03/04/2026".into() })]
    #[case(&["13/04/2026", "04/13/2026", "05/06/2026"], OrderDecision::Open { example: "05/06/2026".into() })]
    #[case(&[], OrderDecision::Any)]
    fn orders_of_columns(#[case] texts: &[&str], #[case] expected: OrderDecision) {
        assert_eq!(decide(texts), expected);
    }

    #[rstest]
    #[case(&["3/4/2026", "11/12/2026"], Some("/d/yyyy"))]
    #[case(&["03/04/2026 10:00"], Some("/dd/yyyy"))]
    #[case(&["03.04.26"], Some(".dd.yy"))]
    #[case(&["2026-03-04"], None)]
    fn forms(#[case] texts: &[&str], #[case] form: Option<&str>) {
        let mut evidence = OrderEvidence::default();
        texts.iter().for_each(|text| evidence.add(text));
        assert_eq!(evidence.form().as_deref(), form);
    }

    #[test]
    fn an_order_has_its_own_first_and_last_day() {
        let mut evidence = OrderEvidence::default();
        ["03/04/2026", "11/01/2026", "soon"].iter().for_each(|text| evidence.add(text));
        let (first, last) = evidence.span(DateOrder::Dmy).unwrap();
        assert_eq!((first.iso().as_str(), last.iso().as_str()), ("2026-01-11", "2026-04-03"));
        let (first, last) = evidence.span(DateOrder::Mdy).unwrap();
        assert_eq!((first.iso().as_str(), last.iso().as_str()), ("2026-03-04", "2026-11-01"));
        assert_eq!((evidence.dates(), evidence.unreadable()), (2, 1));
    }
}
