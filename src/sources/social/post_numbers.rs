//! The number that a post goes by, and the time that X writes into it.

use super::networks::network_of_link;
use crate::facts::{MISSING, Moment, Zone};
use crate::sources::linkedin::post_id as linkedin_id;
use crate::sources::mapped::MappedRow;

/// The first millisecond that X counts from.
const X_EPOCH_MILLISECONDS: u64 = 1_288_834_974_657;

/// The number of a post: of X and LinkedIn as in its link, for the tools' own numbers differ there; else as
/// the tool gives it, unless a spreadsheet rounded it (`1.22158E+17`), for then many posts would share it.
pub(super) fn post_number<'a>(said: &'a str, link: &'a str) -> &'a str {
    let from_link = match network_of_link(link) {
        "X" => x_number(link),
        "LinkedIn" => linkedin_id(link),
        _ => "",
    };
    if !from_link.is_empty() {
        return from_link;
    }
    if said.contains("urn:li:") {
        return linkedin_id(said);
    }
    let is_rounded = said.contains(['E', 'e', '.']) && said.parse::<f64>().is_ok();
    if is_rounded { linkedin_id(link) } else { said }
}

/// The number in a link of X; blank in other links.
pub(super) fn x_number(link: &str) -> &str {
    let bare = link.split(['?', '#']).next().unwrap_or(link);
    let mut parts = bare.split('/').skip_while(|part| *part != "status" && *part != "statuses");
    let number = parts.nth(1).unwrap_or_default();
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) { number } else { "" }
}

/// Gives a row the number of its post.
pub(super) fn number_post(row: &mut MappedRow<'_>, number_column: &str, link_column: &str) {
    let (said, link) = (row.text(number_column), row.text(link_column));
    row.set_text("post_id", post_number(&said, &link));
}

/// The second in which X minted a number; `None` for one from before it wrote times into them.
pub(super) fn x_minted_at(number: &str) -> Option<i64> {
    let number = number.parse::<u64>().ok().filter(|number| *number > 1 << 40)?;
    i64::try_from(((number >> 22) + X_EPOCH_MILLISECONDS) / 1000).ok()
}

/// The exact time in a post's number, where the export tells the day only; zones differ by a day at most.
pub(super) fn time_of_x_post(stored: i64, number: &str) -> Option<Moment> {
    let stated = Some(stored).filter(|stored| *stored != MISSING).map(Moment::from_raw)?;
    let minted = x_minted_at(number).map(Moment::instant)?;
    let (stated_day, day) = (stated.day(&Zone::utc()), minted.day(&Zone::utc()));
    (stated.is_bare_date() && (day.0 - stated_day.0).abs() <= 1).then_some(minted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Day;
    use rstest::rstest;

    #[rstest]
    #[case("1.22158E+17", "https://www.facebook.com/x/posts/pfbid02", "")]
    #[case("122158000000000001", "https://www.facebook.com/x/posts/pfbid02", "122158000000000001")]
    #[case("1.77E+18", "https://x.com/ada/status/1775000000000000000?s=20", "1775000000000000000")]
    #[case("urn:li:share:7100000000000000001", "", "7100000000000000001")]
    #[case("111_222", "https://facebook.com/111/posts/222", "111_222")]
    #[case(
        "",
        "https://www.linkedin.com/feed/update/urn:li:share:7100000000000000001",
        "7100000000000000001"
    )]
    #[case("1.22158E+17", "https://www.facebook.com/x/posts/122158000000000001", "122158000000000001")]
    #[case("", "", "")]
    fn numbers(#[case] said: &str, #[case] link: &str, #[case] number: &str) {
        assert_eq!(post_number(said, link), number);
    }

    #[test]
    fn the_time_in_a_number_of_x() {
        // 1541815603606036480 >> 22 = 367597485448 ms after X's first: 2022-06-28 16:07:40 UTC.
        assert_eq!(x_minted_at("1541815603606036480"), Some(1_656_432_460));
        assert_eq!(x_minted_at("20"), None);
        let on = |day: &str| {
            let stated = Moment::date(Day::parse_iso(day).unwrap()).raw();
            time_of_x_post(stated, "1541815603606036480").map(Moment::iso)
        };
        assert_eq!(on("2022-06-28").as_deref(), Some("2022-06-28 16:07:40Z"));
        assert_eq!(on("2022-07-02"), None);
    }
}
