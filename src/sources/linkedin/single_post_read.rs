//! The analytics of a single post to one fact.

use super::creator_sheets::{Grid, GridRow, count_in, day_in, grids, is_post_link};
use super::{SINGLE_POST, creator_read, post_link};
use crate::facts::{Day, FileFacts, LeftOutRow, MISSING, Moment, Reason, TableId, number_to_cell};
use crate::intake::{IntakeError, Workbook};
use crate::sources::DateOrder;
use crate::sources::owner::{Owner, tidy_name};
use crate::sources::reader::start;
use crate::sources::values::{fold_text, parse_date};

/// Whether a workbook is the analytics of a single post: a name and a value in each row, among them the
/// post's link and its impressions.
pub(in crate::sources) fn is_single_post_workbook(book: &mut Workbook) -> Result<bool, IntakeError> {
    Ok(grids(book, false)?.iter().any(is_of_post))
}

fn is_of_post(grid: &Grid) -> bool {
    let says = |label: &str| grid.rows.iter().find(|row| fold_text(row.cell(0)) == label);
    says("post url").is_some_and(|row| is_post_link(row.cell(1))) && says("impressions").is_some()
}

/// What the file's name says: `SinglePostAnalytics_First Last_<number>.xlsx`, before 2026
/// `PostAnalytics_FirstLast_<number>.xlsx`.
#[derive(Debug, PartialEq, Eq)]
struct FileName {
    spaced: Option<String>,
    joined: Option<String>,
    post: String,
}

fn file_name(file: &str) -> FileName {
    let last = file.rsplit('/').next().unwrap_or(file);
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let stem = stem.split(" (").next().unwrap_or(stem);
    let mut parts: Vec<&str> = stem.split('_').collect();
    let is_number = |part: &&str| part.len() >= 15 && part.bytes().all(|byte| byte.is_ascii_digit());
    let post = parts.pop_if(|part| is_number(&&**part)).unwrap_or_default().to_owned();
    let kind = if parts.is_empty() { "" } else { parts.remove(0) };
    let name = Some(tidy_name(&parts.join(" "))).filter(|name| !name.is_empty());
    match kind {
        "SinglePostAnalytics" => FileName { spaced: name, joined: None, post },
        "PostAnalytics" => FileName { spaced: None, joined: name, post },
        _ => FileName { spaced: None, joined: None, post },
    }
}

/// Reads the workbook: one post, and an account of the rows that no metric uses.
pub(in crate::sources) fn read_single_post(
    file: &str,
    book: &mut Workbook,
    dates: Option<DateOrder>,
    owner: &mut Owner,
) -> Result<FileFacts, IntakeError> {
    let named = file_name(file);
    owner.file_name = named.spaced.or_else(|| named.joined.as_deref().map(creator_read::parted));
    owner.file_name_joined = named.joined;
    let mut out = start(&SINGLE_POST, file);
    let mut post = Post::default();
    for grid in grids(book, true)? {
        let mut is_below_heading = false;
        for row in &grid.rows {
            // Below this heading the names are those of shares, whatever they say.
            is_below_heading |= fold_text(row.cell(0)) == "category";
            if row.cell(1).is_empty() || fold_text(row.cell(1)) == "value" {
                continue;
            }
            if is_below_heading || !post.take(row) {
                let cells = row.cells.iter().map(|cell| cell.chars().take(60).collect()).collect();
                out.summary.rows += 1;
                let row = LeftOutRow { line: row.line, reason: Reason::NoMetric, column: None, cells };
                out.summary.leave_out(row);
            }
        }
    }
    post.finish(&mut out, &named.post, dates);
    Ok(out)
}

/// One post, as far as it was read.
#[derive(Default)]
struct Post {
    url: String,
    date: String,
    time: String,
    line: u32,
    impressions: Option<f64>,
    reach: Option<f64>,
    engagements: Option<f64>,
    reactions: Option<f64>,
    comments: Option<f64>,
    shares: Option<f64>,
    clicks: Option<f64>,
}

impl Post {
    /// Takes a row in; `false` for one that no metric uses.
    fn take(&mut self, row: &GridRow) -> bool {
        let value = row.cell(1);
        let figure = match fold_text(row.cell(0)).as_ref() {
            "post url" => {
                value.clone_into(&mut self.url);
                self.line = row.line;
                return true;
            }
            "post date" => {
                value.clone_into(&mut self.date);
                return true;
            }
            "post publish time" => {
                value.clone_into(&mut self.time);
                return true;
            }
            "impressions" => &mut self.impressions,
            "members reached" => &mut self.reach,
            "social engagements" => &mut self.engagements,
            "reactions" => &mut self.reactions,
            "comments" => &mut self.comments,
            "reposts" => &mut self.shares,
            "link engagements" => &mut self.clicks,
            _ => return false,
        };
        *figure = count_in(value);
        true
    }

    /// Adds the post to the facts. `number` is the one in the file's name, for want of one in the link.
    fn finish(self, out: &mut FileFacts, number: &str, dates: Option<DateOrder>) {
        out.summary.rows += 1;
        let number = match post_link::post_id(&self.url) {
            "" => number.to_owned(),
            id => id.to_owned(),
        };
        let Some(published_at) = self.published_at(&number, dates) else {
            let cells = vec![self.url, self.date, self.time];
            let column = Some("Post Date".to_owned());
            let row = LeftOutRow { line: self.line, reason: Reason::BadDate, column, cells };
            return out.summary.leave_out(row);
        };
        let cell = |value: Option<f64>| value.map_or(MISSING, number_to_cell);
        let (id, url) = (out.facts.text_cell(&number), out.facts.text_cell(&self.url));
        let mut row = vec![MISSING, MISSING, MISSING, published_at.raw(), id, url];
        // kind, campaign, content, shared_url
        row.extend([MISSING; 4]);
        let figures = [
            self.impressions,
            self.reach,
            self.engagements,
            self.reactions,
            self.comments,
            self.shares,
            self.clicks,
        ];
        row.extend(figures.map(cell));
        out.facts.table_mut(TableId::Posts).push(&row, 0, self.line);
    }

    /// The time in the post's number, else the stated date and time of day.
    fn published_at(&self, number: &str, dates: Option<DateOrder>) -> Option<Moment> {
        let orders = match dates {
            Some(order) => vec![order],
            // The page is English, and so month-first, for most; the post's number knows better.
            None => vec![DateOrder::Mdy, DateOrder::Dmy, DateOrder::Iso],
        };
        let days: Vec<(DateOrder, Day)> =
            orders.into_iter().filter_map(|order| Some((order, day_in(&self.date, order)?))).collect();
        let exact = days.iter().find_map(|(_, day)| {
            post_link::published_at(number, Some(*day)).filter(|moment| !moment.is_bare_date())
        });
        exact.or_else(|| {
            let Some((order, day)) = days.first() else { return post_link::published_at(number, None) };
            let clock = parse_date(&format!("{} {}", self.date, self.time), *order);
            Some(clock.filter(|_| !self.time.is_empty()).unwrap_or_else(|| Moment::date(*day)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(
        "SinglePostAnalytics_Ada Ek_7100000000000000001.xlsx",
        Some("Ada Ek"),
        None,
        "7100000000000000001"
    )]
    #[case("PostAnalytics_AdaEk_7100000000000000001 (1).xlsx", None, Some("AdaEk"), "7100000000000000001")]
    #[case("SinglePostAnalytics_Ada Ek.xlsx", Some("Ada Ek"), None, "")]
    #[case("post.xlsx", None, None, "")]
    fn names(
        #[case] file: &str,
        #[case] spaced: Option<&str>,
        #[case] joined: Option<&str>,
        #[case] post: &str,
    ) {
        let (spaced, joined) = (spaced.map(str::to_owned), joined.map(str::to_owned));
        assert_eq!(file_name(file), FileName { spaced, joined, post: post.to_owned() });
    }

    #[rstest]
    // The number was minted at 2023-08-23 06:25:11 UTC.
    #[case("7100000000000000000", "8/23/2023", "10:00 AM", "2023-08-23 06:25:11Z")]
    #[case("7100000000000000000", "23/08/2023", "10:00 AM", "2023-08-23 06:25:11Z")]
    #[case("7100000000000000000", "9/1/2023", "10:00 AM", "2023-09-01 10:00:00")]
    #[case("", "9/1/2023", "", "2023-09-01")]
    #[case("7100000000000000000", "", "", "2023-08-23 06:25:11Z")]
    fn times(#[case] number: &str, #[case] date: &str, #[case] time: &str, #[case] expected: &str) {
        let post = Post { date: date.into(), time: time.into(), ..Post::default() };
        assert_eq!(post.published_at(number, None).map(Moment::iso).as_deref(), Some(expected));
    }
}
