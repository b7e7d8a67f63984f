//! The Social Selling Index page, selected, copied and pasted as text.

use crate::facts::TableId;
use crate::sources::declaration::{Form, Quoting, Source};

/// LinkedIn, Social Selling Index, pasted page.
pub static SSI_PAGE: Source = Source {
    id: "linkedin.ssi_page",
    name: "LinkedIn · Social Selling Index (page)",
    bring: "ssi",
    files: &["*.txt"],
    form: Form::Paste,
    layouts: &[],
    tables: &[TableId::Ssi],
    feeds: &["ssi"],
    columns: &[],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "A number stands before its label; three figures are \"out of 100\" and only the first is the reader's own.",
        "Other languages are read by order and size: a total, then four pillars of at most 25 that add up to it.",
        "The page states no date: the day of pasting counts.",
    ],
    cites: "https://www.linkedin.com/sales/ssi as seen in June 2026",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::File,
};

#[cfg(feature = "engine")]
pub(super) use reading::parse;

#[cfg(feature = "engine")]
mod reading {
    use super::super::ssi::Reading;
    use crate::facts::Day;

    /// A number in the text.
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Figure {
        value: f64,
        /// A percent sign stands beside it.
        is_percent: bool,
        /// Where the text after it begins.
        end: usize,
    }

    /// What the four pillars may differ from the total by: the page rounds the total, and some screens
    /// round the pillars.
    const ROUNDING: f64 = 2.1;

    /// Finds the reading in a text; `None` when it is no such page.
    pub(in super::super) fn parse(text: &str) -> Option<Reading> {
        let day = stated_day(text);
        let figures = figures(text);
        let (total_at, total) = total(text, &figures)?;
        let pillars = pillars(text, &figures, total_at, total)?;
        let mut ranks = figures.iter().filter(|figure| figure.is_percent && figure.value <= 100.0);
        let by_label = |words: &[&str], place: usize| {
            let labelled = pillars.iter().find(|(_, label)| words.iter().any(|word| label.contains(word)));
            let has_labels = pillars
                .iter()
                .any(|(_, label)| LABELS.iter().any(|words| words.iter().any(|word| label.contains(word))));
            match labelled {
                Some((value, _)) => Some(*value),
                None if has_labels => None,
                None => pillars.get(place).map(|(value, _)| *value),
            }
        };
        let [brand, people, insights, relationships] = LABELS;
        Some(Reading {
            total,
            brand: by_label(brand, 0),
            people: by_label(people, 1),
            insights: by_label(insights, 2),
            relationships: by_label(relationships, 3),
            industry_rank: ranks.next().map(|figure| figure.value),
            network_rank: ranks.next().map(|figure| figure.value),
            day,
        })
    }

    /// Words of the pillars' labels in English, lower case.
    const LABELS: [&[&str]; 4] = [
        &["professional brand"],
        &["right people", "right prospects"],
        &["engage with insights", "insights"],
        &["relationships"],
    ];

    /// The reader's own total: the first number that is "out of 100", in whatever words; with the
    /// English heading the first one after it.
    fn total(text: &str, figures: &[Figure]) -> Option<(usize, f64)> {
        const HEADING: &str = "current social selling index";
        let from = text.to_lowercase().find(HEADING).map_or(0, |at| at + HEADING.len());
        let mut pairs = figures.windows(2).enumerate();
        pairs.find_map(|(at, pair)| match pair {
            [first, second] if first.end >= from && !first.is_percent => {
                let near =
                    text.get(first.end..second.end).is_some_and(|between| between.chars().count() <= 24);
                // "20 out of 100"; in some languages "out of 100: 20".
                let (own, whole, own_at) =
                    if first.value == 100.0 { (second, first, at + 1) } else { (first, second, at) };
                (near && whole.value == 100.0 && own.value <= 100.0).then_some((own_at, own.value))
            }
            _ => None,
        })
    }

    /// The four pillars after the total, each with the words that follow it up to the next number.
    fn pillars(text: &str, figures: &[Figure], total_at: usize, total: f64) -> Option<Vec<(f64, String)>> {
        let after: Vec<Figure> = figures
            .iter()
            .enumerate()
            .skip(total_at + 1)
            .filter(|(at, figure)| {
                let before = at.checked_sub(1).and_then(|before| figures.get(before));
                let follows = before.is_some_and(|before| {
                    text.get(before.end..figure.end).is_some_and(|b| b.chars().count() <= 16)
                });
                // "18 out of 25": the 25 is the scale.
                !(figure.value == 25.0 && follows && !text.get(..figure.end).is_some_and(ends_with_own_25))
                    && figure.value != 100.0
                    && !figure.is_percent
            })
            .map(|(_, figure)| *figure)
            .collect();
        let fits = |four: &[Figure]| {
            let sum: f64 = four.iter().map(|figure| figure.value).sum();
            four.iter().all(|figure| figure.value <= 25.0) && (sum - total).abs() <= ROUNDING
        };
        let start = after.windows(4).position(fits)?;
        let four = after.get(start..start + 4)?;
        let mut found = Vec::with_capacity(4);
        for (place, figure) in four.iter().enumerate() {
            let next = four.get(place + 1).map_or(text.len(), |next| next.end);
            let label = text.get(figure.end..next).unwrap_or_default();
            let label = label.trim_start_matches(|c: char| !c.is_alphabetic());
            found.push((figure.value, label.chars().take(160).collect::<String>().to_lowercase()));
        }
        Some(found)
    }

    /// A full pillar of its own line, `25 | …` or `25 out of 25`, is a figure and no scale.
    fn ends_with_own_25(text_through: &str) -> bool {
        text_through.strip_suffix("25").is_some_and(|before| before.is_empty() || before.ends_with('\n'))
    }

    /// Every number, left to right. A comma or point between digits marks decimals; dates are passed over.
    fn figures(text: &str) -> Vec<Figure> {
        let bytes = text.as_bytes();
        let mut figures = Vec::new();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if !byte.is_ascii_digit() {
                at += 1;
                continue;
            }
            if let Some((_, length)) = iso_day(text, at) {
                at += length;
                continue;
            }
            let start = at;
            let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
            while is_digit(at) {
                at += 1;
            }
            if matches!(bytes.get(at), Some(b'.' | b',')) && is_digit(at + 1) {
                at += 1;
                while is_digit(at) {
                    at += 1;
                }
            }
            let digits = text.get(start..at).unwrap_or_default().replace(',', ".");
            if let Ok(value) = digits.parse::<f64>() {
                figures.push(Figure { value, is_percent: percent_beside(text, start, at), end: at });
            }
        }
        figures
    }

    fn percent_beside(text: &str, start: usize, end: usize) -> bool {
        let is_percent = |c: char| matches!(c, '%' | '٪' | '％');
        let after = text.get(end..).unwrap_or_default().trim_start();
        let before = text.get(..start).unwrap_or_default().trim_end_matches([' ', '\u{a0}']);
        after.starts_with(is_percent) || before.ends_with(is_percent)
    }

    fn iso_day(text: &str, at: usize) -> Option<(Day, usize)> {
        let day = Day::parse_iso(text.get(at..at + 10)?)?;
        Some((day, 10))
    }

    fn stated_day(text: &str) -> Option<Day> {
        (0..text.len()).find_map(|at| iso_day(text, at)).map(|(day, _)| day)
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use proptest::prelude::*;
        use rstest::rstest;

        const PAGE: &str = "Your Social Selling Index\nTop 8 %\nIndustry SSI rank\nTop\n12\n%\nNetwork SSI rank\n\
            Current Social Selling Index\n47 out of 100\nFour components of your score\n\
            20.125 | Establish your professional brand\n10 | Find the right people\n7.625 | Engage with insights\n\
            9.5 | Build relationships\nPeople in your industry\n31 out of 100\nSales professionals in the Software \
            industry have an average SSI of 31.\nYou rank in the top 8%\nNo change since last week\nPeople in your \
            network\n40 out of 100\nPeople in your network have an average SSI of 40.\nYou rank in the top 12%\n";

        #[test]
        fn the_english_page() {
            let reading = parse(PAGE).unwrap();
            assert_eq!(
                reading,
                Reading {
                    total: 47.0,
                    brand: Some(20.125),
                    people: Some(10.0),
                    insights: Some(7.625),
                    relationships: Some(9.5),
                    industry_rank: Some(8.0),
                    network_rank: Some(12.0),
                    day: None,
                }
            );
        }

        #[rstest]
        // Numbers on lines of their own, and the pillars in another order.
        #[case("2026-03-04\nCurrent Social Selling Index\n61 out of 100\n25\nBuild relationships\n12,5\nEngage with insights\n11\nFind the right people\n12.5\nEstablish your professional brand\n", [12.5, 11.0, 12.5, 25.0])]
        // "x out of 25".
        #[case("Current Social Selling Index\n61 out of 100\n12.5 out of 25\nEstablish your professional brand\n11 out of 25\nFind the right people\n12.5 out of 25\nEngage with insights\n25 out of 25\nBuild relationships\n", [12.5, 11.0, 12.5, 25.0])]
        // Another language: by order and size.
        #[case("Ihr Social Selling Index\nTop 3 %\nBranchenrang\nAktueller Index\n61 von 100\n12,5 | Marke aufbauen\n11 | Personen finden\n12,5 | Mit Erkenntnissen\n25 | Beziehungen\nIhre Branche\n30 von 100\n", [12.5, 11.0, 12.5, 25.0])]
        #[case("当前社交销售指数\n61/100\n12.5 | 建立专业品牌\n11 | 找到合适的人\n12.5 | 互动\n25 | 建立关系\n", [12.5, 11.0, 12.5, 25.0])]
        fn other_pages(#[case] text: &str, #[case] pillars: [f64; 4]) {
            let reading = parse(text).unwrap();
            assert_eq!(reading.total, 61.0);
            let found = [reading.brand, reading.people, reading.insights, reading.relationships];
            assert_eq!(found, pillars.map(Some));
        }

        #[test]
        fn a_stated_day_is_kept() {
            let text = format!("2026-03-04\n{PAGE}");
            assert_eq!(parse(&text).unwrap().day, Day::from_ymd(2026, 3, 4));
        }

        #[rstest]
        #[case("First Name,Last Name\nAda,Ek\n")]
        #[case("20 out of 100\n1\n2\n3\n4\n")]
        #[case("")]
        fn other_texts_are_no_page(#[case] text: &str) {
            assert_eq!(parse(text), None);
        }

        proptest! {
            #[test]
            fn no_text_panics(text in "[0-9,.%\\n a|é-]{0,80}") {
                let _ = parse(&text);
            }
        }
    }
}
