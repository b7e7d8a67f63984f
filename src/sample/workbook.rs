//! A seller's analytics workbook: the creator's aggregate export in its layout of 2026, every cell text.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::clock::slashes;
use super::people::Person;
use super::posts::{AUDIENCE_DAYS, AudienceDay, Feed, Post, first_audience_day};
use super::span::Weeks;
use super::team::Plan;
use crate::facts::Day;

/// Rows of text; a missing cell is not written, a blank one points at a blank text.
type Sheet = Vec<Vec<Option<String>>>;

/// Posts in one ranking, at most.
const TOP: usize = 50;

/// `AggregateAnalytics_First Last_from_to.xlsx`.
pub(super) fn name(plan: &Plan, weeks: Weeks) -> String {
    let (from, to) = (first_audience_day(weeks).iso(), weeks.last().iso());
    format!("AggregateAnalytics_{}_{from}_{to}.xlsx", plan.name())
}

/// The workbook's parts.
pub(super) fn files(
    plan: &Plan,
    weeks: Weeks,
    feed: &Feed,
    days: &[AudienceDay],
    people: &[Person],
) -> Vec<(String, Vec<u8>)> {
    let sheets = [
        ("DISCOVERY", discovery(weeks, days)),
        ("ENGAGEMENT", engagement(weeks, days)),
        ("TOP POSTS", top_posts(plan, weeks, feed)),
        ("FOLLOWERS", followers(plan, weeks, days, people)),
        ("DEMOGRAPHICS", demographics(people)),
    ];
    let mut texts = Texts::default();
    let mut parts = Vec::new();
    let (mut types, mut list, mut relations) = (String::new(), String::new(), String::new());
    for (number, (name, rows)) in (1..).zip(&sheets) {
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet(rows, &mut texts)));
        // Writing to a string cannot fail.
        let _ = write!(
            types,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{CONTENT}.worksheet+xml\"/>"
        );
        let _ = write!(list, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    let part = |name: &str, text: String| (name.to_owned(), format!("{DECLARATION}{text}").into_bytes());
    let mut all = vec![
        part(
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{CONTENT}.sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{CONTENT}.sharedStrings+xml\"/>{types}</Types>"
            ),
        ),
        part(
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        part(
            "xl/workbook.xml",
            format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>{list}</sheets></workbook>"),
        ),
        part(
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}<Relationship Id=\"rId9\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        part("xl/sharedStrings.xml", texts.xml()),
    ];
    all.extend(parts);
    all
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const CONTENT: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

fn row<const N: usize>(cells: [&str; N]) -> Vec<Option<String>> {
    cells.into_iter().map(|cell| Some(cell.to_owned())).collect()
}

fn discovery(weeks: Weeks, days: &[AudienceDay]) -> Sheet {
    let period = format!("{} - {}", slashes(first_audience_day(weeks)), slashes(weeks.last()));
    let impressions: i64 = days.iter().map(|day| day.impressions).sum();
    vec![
        row(["Overall Performance", &period]),
        row(["Impressions", &impressions.to_string()]),
        row(["Members reached", &(impressions * 41 / 100).to_string()]),
    ]
}

fn dated(weeks: Weeks, days: &[AudienceDay]) -> impl Iterator<Item = (Day, &AudienceDay)> {
    (0..AUDIENCE_DAYS).map(move |offset| first_audience_day(weeks).plus(offset)).zip(days)
}

fn engagement(weeks: Weeks, days: &[AudienceDay]) -> Sheet {
    let mut rows = vec![row(["Date", "Impressions", "Engagements"])];
    rows.extend(dated(weeks, days).map(|(date, day)| {
        row([&slashes(date), &day.impressions.to_string(), &day.engagements.to_string()])
    }));
    rows
}

/// Two rankings side by side, parted by a column whose cells point at a blank text.
fn top_posts(plan: &Plan, weeks: Weeks, feed: &Feed) -> Sheet {
    let posts: Vec<&Post> =
        feed.posts.iter().filter(|post| post.at.day() >= first_audience_day(weeks)).collect();
    let ranking = |by: fn(&Post) -> i64| {
        let mut ranked: Vec<&Post> = posts.iter().copied().filter(|post| by(post) > 0).collect();
        ranked.sort_by_key(|post| std::cmp::Reverse((by(post), post.share_id)));
        ranked.truncate(TOP);
        ranked
            .into_iter()
            .map(|post| [post_url(plan, post), slashes(post.at.day()), by(post).to_string()].map(Some))
            .collect::<Vec<_>>()
    };
    let (left, right) = (ranking(|post| post.engagements), ranking(|post| post.impressions));
    let mut rows = vec![
        row(["Maximum of 50 posts available to include in this list"]),
        Vec::new(),
        row([
            "Post URL",
            "Post publish date",
            "Engagements",
            "",
            "Post URL",
            "Post publish date",
            "Impressions",
        ]),
    ];
    for place in 0..left.len().max(right.len()) {
        let side = |ranking: &[[Option<String>; 3]]| ranking.get(place).cloned().unwrap_or_default();
        let mut cells = side(&left).to_vec();
        cells.push(Some(String::new()));
        cells.extend(side(&right));
        rows.push(cells);
    }
    rows
}

/// Both kinds of address occur.
fn post_url(plan: &Plan, post: &Post) -> String {
    if post.lines.len() > 1 {
        let slug = plan.name().to_lowercase().replace(' ', "-");
        format!("https://www.linkedin.com/posts/{slug}_quality-share-{}-aB3d", post.share_id)
    } else {
        format!("https://www.linkedin.com/feed/update/urn:li:activity:{}", post.activity_id)
    }
}

fn followers(plan: &Plan, weeks: Weeks, days: &[AudienceDay], people: &[Person]) -> Sheet {
    let gained: i64 = days.iter().map(|day| day.new_followers).sum();
    let connections = i64::try_from(people.len()).unwrap_or(i64::MAX);
    let total = (connections + plan.other_followers).max(gained);
    let mut rows = vec![
        row([&format!("Total followers on {}", slashes(weeks.last())), &total.to_string()]),
        Vec::new(),
        row(["Date", "New followers"]),
    ];
    rows.extend(dated(weeks, days).map(|(date, day)| row([&slashes(date), &day.new_followers.to_string()])));
    rows
}

/// Counted among the connections.
fn demographics(people: &[Person]) -> Sheet {
    let mut rows = vec![row(["Top Demographics", "Value", "Percentage"])];
    let titles = people.iter().map(|person| person.position).collect::<Vec<_>>();
    let companies = people.iter().map(|person| person.company).collect::<Vec<_>>();
    for (group, values) in [("Job title", titles), ("Company", companies)] {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for value in values.into_iter().filter(|value| !value.is_empty()) {
            *counts.entry(value).or_default() += 1;
        }
        let mut ranked: Vec<(&str, usize)> = counts.into_iter().collect();
        ranked.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
        for (value, count) in ranked.into_iter().take(5) {
            let percent = count * 100 / people.len().max(1);
            let share = if percent == 0 { "< 1%".to_owned() } else { format!("{percent}%") };
            rows.push(row([group, value, &share]));
        }
    }
    rows
}

/// The shared texts of a workbook, in order of first use.
#[derive(Default)]
struct Texts {
    numbers: BTreeMap<String, usize>,
    in_order: Vec<String>,
    uses: usize,
}

impl Texts {
    fn number(&mut self, text: &str) -> usize {
        self.uses += 1;
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.in_order.len();
        self.numbers.insert(text.to_owned(), number);
        self.in_order.push(text.to_owned());
        number
    }

    fn xml(&self) -> String {
        let (uses, count) = (self.uses, self.in_order.len());
        let items: String =
            self.in_order.iter().map(|text| format!("<si><t>{}</t></si>", escaped(text))).collect();
        format!("<sst xmlns=\"{MAIN}\" count=\"{uses}\" uniqueCount=\"{count}\">{items}</sst>")
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn sheet(rows: &Sheet, texts: &mut Texts) -> Vec<u8> {
    let mut xml = format!("{DECLARATION}<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for (number, cells) in (1..).zip(rows).filter(|(_, cells)| !cells.is_empty()) {
        let _ = write!(xml, "<row r=\"{number}\">");
        for (column, cell) in ('A'..='Z').zip(cells) {
            if let Some(text) = cell {
                let _ = write!(xml, "<c r=\"{column}{number}\" t=\"s\"><v>{}</v></c>", texts.number(text));
            }
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml.into_bytes()
}
