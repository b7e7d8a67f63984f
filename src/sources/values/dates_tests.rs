//! Every form of date under every order.

use super::*;
use proptest::prelude::*;
use rstest::rstest;

fn iso(text: &str, order: DateOrder) -> Option<String> {
    parse(text, order).map(Moment::iso)
}

#[rstest]
#[case("09 Sep 2022", "2022-09-09")]
#[case("9-Sep-22", "2022-09-09")]
#[case("2022-09-08 18:08:14 UTC", "2022-09-08 18:08:14Z")]
#[case("2017/06/08 08:15:44 UTC", "2017-06-08 08:15:44Z")]
#[case("2022-09-08 04:10:18", "2022-09-08 04:10:18")]
#[case("Tue Aug 30 14:33:11 UTC 2022", "2022-08-30 14:33:11Z")]
#[case("Tue, Jul 14, 2026", "2026-07-14")]
#[case("Apr 5, 2024 6:15 PM", "2024-04-05 18:15:00")]
#[case("April 12, 2026 at 8:03 AM (GMT)", "2026-04-12 08:03:00Z")]
#[case("2020-02-10 18:00 +0000", "2020-02-10 18:00:00Z")]
#[case("2022-09-08T18:08:14.123Z", "2022-09-08 18:08:14Z")]
#[case("2022-09-08T18:08:14,5+02:00", "2022-09-08 16:08:14Z")]
#[case("2022-09-08T00:30-05", "2022-09-08 05:30:00Z")]
#[case("2022-09-08T00:30", "2022-09-08 00:30:00")]
#[case("2026-03-04", "2026-03-04")]
#[case("2026/3/4", "2026-03-04")]
#[case("20170304", "2017-03-04")]
#[case("45507", "2024-08-03")]
#[case("45351.5", "2024-02-29 12:00:00")]
#[case("4 mars 2026", "2026-03-04")]
#[case("15 nov. 2026", "2026-11-15")]
#[case("den 3 okt 2024 kl 14:02", "2024-10-03 14:02:00")]
#[case("4 marca 2026 r.", "2026-03-04")]
#[case("15 października 2026", "2026-10-15")]
#[case("3 paź 2026", "2026-10-03")]
#[case("15 نوفمبر 2026", "2026-11-15")]
#[case("١٥ أبريل ٢٠٢٦", "2026-04-15")]
#[case("3 كانون الثاني 2026", "2026-01-03")]
#[case("2026年3月4日", "2026-03-04")]
#[case("2026年3月4日 下午6:14", "2026-03-04 18:14:00")]
#[case("2026年11月15日 星期日", "2026-11-15")]
#[case("4. März 2026", "2026-03-04")]
#[case("3 de marzo de 2026", "2026-03-03")]
#[case("4th of July 2025", "2025-07-04")]
#[case("29 Feb 2024", "2024-02-29")]
#[case("\u{feff}2026-03-04\u{a0}", "2026-03-04")]
#[case("1 Jan 70", "1970-01-01")]
#[case("1 Jan 69", "2069-01-01")]
#[case("2016-12-31 23:59:60", "2016-12-31 23:59:59")]
#[case("12:00 AM 2026-03-04", "2026-03-04 00:00:00")]
fn the_same_in_every_order(#[case] text: &str, #[case] expected: &str) {
    for order in [DateOrder::Iso, DateOrder::Dmy, DateOrder::Mdy] {
        assert_eq!(iso(text, order).as_deref(), Some(expected), "{order:?}");
    }
}

#[rstest]
#[case("1/8/18, 6:14 PM", Some("2018-08-01 18:14:00"), Some("2018-01-08 18:14:00"))]
#[case("8/26/22, 8:56 PM", None, Some("2022-08-26 20:56:00"))]
#[case("10/16/18, 8:36\u{202f}AM", None, Some("2018-10-16 08:36:00"))]
#[case("3/5/2026 2:15:33 PM", Some("2026-05-03 14:15:33"), Some("2026-03-05 14:15:33"))]
#[case("03/04/2026 6:15 p.m.", Some("2026-04-03 18:15:00"), Some("2026-03-04 18:15:00"))]
#[case("3.8.24", Some("2024-08-03"), Some("2024-03-08"))]
#[case("31.12.2025", Some("2025-12-31"), None)]
#[case("3. 8. 2024", Some("2024-08-03"), Some("2024-03-08"))]
#[case("٤/٣/٢٠٢٦", Some("2026-03-04"), Some("2026-04-03"))]
#[case("29/02/2025", None, None)]
fn day_or_month_first(#[case] text: &str, #[case] day: Option<&str>, #[case] month: Option<&str>) {
    assert_eq!(iso(text, DateOrder::Dmy).as_deref(), day);
    assert_eq!(iso(text, DateOrder::Mdy).as_deref(), month);
}

#[test]
fn a_short_year_stands_first_where_the_order_says_so() {
    assert_eq!(iso("26-03-04", DateOrder::Iso).as_deref(), Some("2026-03-04"));
    assert_eq!(iso("03/04/2026", DateOrder::Iso), None);
}

#[rstest]
#[case("")]
#[case("-")]
#[case("Aug 2022")]
#[case("29 Feb 2025")]
#[case("2025-02-29")]
#[case("2025-13-01")]
#[case("1899-12-31")]
#[case("2101-01-01")]
#[case("0001-01-01")]
#[case("2025-03-04 25:00")]
#[case("2025-03-04 13:00 PM")]
#[case("2025-03-04 10:61")]
#[case("2025-03-04 10:00 CST")]
#[case("1.234.567")]
#[case("192.168.0.1")]
#[case("3.8")]
#[case("-3/8/2024")]
#[case("3/8/2024/5")]
#[case("Friday")]
#[case("Lifetime")]
#[case("12345678901234567890")]
#[case("4 Mar Apr 2026")]
#[case("123 Mar 2026")]
#[case("99999999")]
fn no_dates(#[case] text: &str) {
    for order in [DateOrder::Iso, DateOrder::Dmy, DateOrder::Mdy] {
        assert_eq!(iso(text, order), None, "{order:?}");
    }
}

#[rstest]
#[case("45507", false)]
#[case("12.5", false)]
#[case("20170304", true)]
#[case("3.8.24", true)]
#[case("2026-03-04", true)]
fn bare_numbers_do_not_look_like_dates(#[case] text: &str, #[case] expected: bool) {
    assert_eq!(looks_like_date(text), expected);
}

// ECMA-376 part 1, 18.17.4.1: day numbers of the 1900 system.
#[rstest]
#[case(61.0, Some("1900-03-01"))]
#[case(60.0, None)]
#[case(45_507.25, Some("2024-08-03 06:00:00"))]
#[case(73_415.0, Some("2100-12-31"))]
#[case(73_416.0, None)]
#[case(f64::NAN, None)]
fn day_numbers(#[case] serial: f64, #[case] expected: Option<&str>) {
    assert_eq!(excel_serial(serial).map(Moment::iso).as_deref(), expected);
}

#[rstest]
#[case("2026-W01", Some("2025-12-29"))]
#[case("2026W10", Some("2026-03-02"))]
#[case("2026-W53", Some("2026-12-28"))]
#[case("2025-W53", None)]
#[case("2026-W00", None)]
#[case("2026-10", None)]
#[case("W10", None)]
fn iso_weeks(#[case] text: &str, #[case] expected: Option<&str>) {
    assert_eq!(parse_iso_week(text).map(Moment::iso).as_deref(), expected);
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(day in -25_567i32..47_847, clock in 0i64..86_400) {
        let day = Day(day);
        let (year, month, date) = day.ymd();
        for moment in [Moment::date(day), Moment::wall(day, clock), Moment::instant(i64::from(day.0) * 86_400 + clock)] {
            prop_assert_eq!(parse(&moment.iso(), DateOrder::Dmy), Some(moment));
        }
        let (day_first, month_first) = (format!("{date}.{month}.{year}"), format!("{month}/{date}/{year}"));
        prop_assert_eq!(parse(&day_first, DateOrder::Dmy), Some(Moment::date(day)));
        prop_assert_eq!(parse(&month_first, DateOrder::Mdy), Some(Moment::date(day)));
    }

    #[test]
    fn nothing_stops_the_reader(text in "[0-9/:. ,TZ+\\-aApPmM年月日()]{0,24}|\\PC{0,24}") {
        for order in [DateOrder::Iso, DateOrder::Dmy, DateOrder::Mdy] {
            if let Some(moment) = parse(&text, order) {
                let (year, _, _) = moment.day(&crate::facts::Zone::utc()).ymd();
                prop_assert!((1899..=2101).contains(&year));
            }
        }
    }
}
