//! Guesses at real and fictional headers.

use rstest::rstest;

use super::*;
use crate::intake::Text;

fn guess(file: &str, body: &str) -> UnknownTable {
    view(file, &mut Text::from_text(file, body.to_owned()).unwrap(), None).unwrap()
}

/// The mapping as `field=column`, by field.
fn fields(table: &UnknownTable) -> Vec<String> {
    let mut fields: Vec<String> =
        table.guess.columns.iter().map(|(column, field)| format!("{field}={column}")).collect();
    fields.sort();
    fields
}

#[rstest]
#[case::sales_pipeline(
    "sales_pipeline.csv",
    "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n\
     1C1I,Moses F,GTX,Cancity,Won,2016-10-20,2017-03-01,1054\nZ063,Darcel S,GTXPro,Isdom,Engaging,2016-10-25,,\n",
    "deals",
    &["amount=close_value", "closed=close_date", "company=account", "created=engage_date", "id=opportunity_id",
      "seller=sales_agent", "status=deal_stage"]
)]
#[case::pipedrive(
    "deals-1-2.csv",
    "Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Contact person,\
     Deal - Stage,Deal - Status,Deal - Deal created,Deal - Update time,Deal - Deal closed on,Deal - Source channel\n\
     1,Oven,Ida Vik,1200,NOK,Kvist AS,Ole Berg,Offer,Open,2026-01-02 10:00:00,2026-01-03 10:00:00,,LinkedIn\n",
    "deals",
    &["amount=Deal - Value", "closed=Deal - Deal closed on", "company=Deal - Organization",
      "created=Deal - Deal created", "currency=Deal - Currency of Value", "id=Deal - ID", "name=Deal - Title",
      "person=Deal - Contact person", "seller=Deal - Owner", "source=Deal - Source channel", "stage=Deal - Stage",
      "status=Deal - Status"]
)]
#[case::hubspot_contacts(
    "hubspot-crm-exports-all-contacts-2026-03-04.csv",
    "Record ID,First Name,Last Name,Email,Company Name,Lead Status,Original Traffic Source,Contact owner,Create Date\n\
     1,Bo,Ask,bo@kvist.example,Kvist AS,Open,Organic Social,Ida Vik,2026-01-02 10:00\n",
    "leads",
    &["company=Company Name", "created=Create Date", "email=Email", "id=Record ID", "person=First Name",
      "person=Last Name", "seller=Contact owner", "source=Original Traffic Source", "status=Lead Status"]
)]
#[case::hubspot_activities(
    "hubspot-crm-exports-all-meetings-2026-03-04.csv",
    "Activity date,Activity type,Meeting outcome,Activity assigned to,Associated contacts,Associated Company\n\
     2026-03-01 10:00,Meeting,Completed,Ida Vik,Bo Ask,Kvist AS\n2026-03-02 11:00,Meeting,No Show,Ida Vik,Ole Berg,\n",
    "meetings",
    &["company=Associated Company", "date=Activity date", "person=Associated contacts",
      "seller=Activity assigned to", "status=Meeting outcome"]
)]
#[case::hubspot_meetings(
    "meetings.csv",
    "Meeting name,Meeting start time,Meeting outcome,Meeting owner,Contact,Meeting source\n\
     Demo,2026-03-01 10:00,SCHEDULED,Ida Vik,Bo Ask,MEETINGS_PUBLIC\nCall,2026-03-02 11:00,COMPLETED,Ida Vik,Ole Berg,CRM_UI\n",
    "meetings",
    &["date=Meeting start time", "person=Contact", "seller=Meeting owner", "source=Meeting source",
      "status=Meeting outcome"]
)]
#[case::recommendations(
    "Recommendations_Received.csv",
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n\
     Bo,Ask,Kvist AS,CTO,\"Ida helps, and quickly\",\"03/01/26, 10:12 AM\",VISIBLE\n\
     Ole,Berg,Berg AS,Buyer,Fine work,\"03/14/26, 11:30 AM\",VISIBLE\n",
    "referrals",
    &["date=Creation Date", "referrer=First Name", "referrer=Last Name"]
)]
#[case::chinese(
    "商机.csv",
    "商机编号,销售,客户名称,商机阶段,创建日期,成交日期,商机金额,来源\nA1,李雷,海蓝,赢单,2026年3月4日,2026年4月5日,1200,领英\n",
    "deals",
    &["amount=商机金额", "closed=成交日期", "company=客户名称", "created=创建日期", "id=商机编号", "seller=销售",
      "source=来源", "status=商机阶段"]
)]
#[case::arabic(
    "export.csv",
    "رقم الصفقة,المندوب,الشركة,الحالة,تاريخ الإنشاء,تاريخ الإغلاق,القيمة,المصدر\n7,سلمى,النخيل,مكسوبة,2026-03-04,2026-04-05,١٢٠٠,لينكدإن\n",
    "deals",
    &["amount=القيمة", "closed=تاريخ الإغلاق", "company=الشركة", "created=تاريخ الإنشاء", "id=رقم الصفقة",
      "seller=المندوب", "source=المصدر", "status=الحالة"]
)]
#[case::german(
    "liste.csv",
    "Nummer;Wer;Kunde;Stufe;Erstellt am;Abschlussdatum;Betrag;Herkunft\n1;I. L.;Papaya;Gewonnen;01.02.2026;03.04.2026;12.400,00;Messe\n",
    "deals",
    &["amount=Betrag", "closed=Abschlussdatum", "company=Kunde", "created=Erstellt am", "id=Nummer", "seller=Wer",
      "source=Herkunft", "status=Stufe"]
)]
#[case::posts_of_a_creator_s_tool(
    "shield-export.csv",
    "Post date,Post link,Post type,Post text,Views,Unique views,Total reactions,Total comments,Total reposts,Engagement rate %\n\
     2026-03-04 10:00,https://www.linkedin.com/feed/update/urn:li:activity:7434900000000000001,Text,Stone,1203,900,40,8,2,4.2\n\
     2026-03-09 08:30,https://www.linkedin.com/feed/update/urn:li:activity:7436700000000000001,Image,Saw,810,700,22,3,0,3.1\n",
    "posts",
    &["comments=Total comments", "impressions=Views", "kind=Post type", "published_at=Post date", "reach=Unique views",
      "reactions=Total reactions", "shares=Total reposts", "url=Post link"]
)]
#[case::posts_with_two_columns_of_time(
    "publishing report.csv",
    "Publishing date,Publishing time,Message,Link,Impressions,Reach,Reactions,Comments,Shares,Clicks\n\
     05/04/2026,17:45,Hello,https://facebook.com/1/posts/2,500,400,30,5,2,8\n\
     25/04/2026,09:10,Again,https://facebook.com/1/posts/3,300,250,12,1,0,3\n",
    "posts",
    &["clicks=Clicks", "comments=Comments", "impressions=Impressions", "published_at=Publishing date", "reach=Reach",
      "reactions=Reactions", "shares=Shares", "url=Link"]
)]
#[case::posts_in_swedish(
    "inlägg.csv",
    "Publiceringsdatum;Inlägg;Nätverk;Visningar;Räckvidd;Gilla-markeringar;Kommentarer;Delningar;Länkklick\n\
     2026-03-04;Sten;LinkedIn;1 203;900;40;8;2;12\n2026-03-09;Såg;LinkedIn;810;700;22;3;0;4\n",
    "posts",
    &["clicks=Länkklick", "comments=Kommentarer", "impressions=Visningar", "platform=Nätverk",
      "published_at=Publiceringsdatum", "reach=Räckvidd", "reactions=Gilla-markeringar", "shares=Delningar"]
)]
#[case::followers_by_day(
    "followers.csv",
    "Day,Network,Total audience,Followers gained,Impressions,Total engagement\n\
     2026-03-04,LinkedIn,1204,3,500,22\n2026-03-05,LinkedIn,1210,6,410,12\n",
    "audience",
    &["date=Day", "engagements=Total engagement", "followers_new=Followers gained", "followers_total=Total audience",
      "impressions=Impressions", "platform=Network"]
)]
#[case::rates_are_no_counts(
    "posts.csv",
    "Posted on,Post link,Impressions,Engagement rate,CTR %,Average reactions\n\
     2026-03-04,https://www.linkedin.com/feed/update/urn:li:activity:7434900000000000001,1203,4.2,1.1,40\n",
    "posts",
    &["impressions=Impressions", "published_at=Posted on", "url=Post link"]
)]
#[case::costs(
    "marketing costs 2026.csv",
    "Month,Channel,Spend,Hours\n2026-01-01,LinkedIn Ads,1200,4\n2026-02-01,Events,900,8\n",
    "costs",
    &["amount=Spend", "channel=Channel", "date=Month", "hours=Hours"]
)]
#[case::paths(
    "journeys.csv",
    "Path,Total conversions,Conversion value,Null\nsocial > email,3,120.50,7\n",
    "paths",
    &["conversions=Total conversions", "nulls=Null", "path=Path", "value=Conversion value"]
)]
#[case::stage_history(
    "history.csv",
    "Opportunity ID,From Stage,To Stage,Last Modified Date\nA1,Offer,Won,2026-01-02\n",
    "stage_changes",
    &["at=Last Modified Date", "deal_id=Opportunity ID", "from_stage=From Stage", "to_stage=To Stage"]
)]
fn headers_are_understood(
    #[case] file: &str,
    #[case] body: &str,
    #[case] table: &str,
    #[case] expected: &[&str],
) {
    let unknown = guess(file, body);
    assert_eq!(unknown.guess.table.as_deref(), Some(table));
    assert_eq!(fields(&unknown), expected);
}

#[test]
fn columns_are_described_over_all_rows() {
    let unknown = guess("x.csv", "Deal,When,Worth\nA,2026-01-02,5 €\nB,soon,\nA,2026-01-03,7\n");
    let column = |at: usize| &unknown.columns[at];
    assert_eq!((unknown.rows, column(0).first_values.as_slice()), (3, &["A".to_owned(), "B".to_owned()][..]));
    assert_eq!((column(0).filled, column(0).distinct, column(0).dates, column(0).numbers), (3, 2, 0, 0));
    assert_eq!((column(1).filled, column(1).dates), (3, 2));
    assert_eq!((column(2).filled, column(2).numbers), (2, 2));
}

#[test]
fn values_overrule_names() {
    let unknown =
        guess("deals.csv", "Id,Status,Amount,Close Date\nA1,won,high,tomorrow\nA2,lost,low,later\n");
    assert_eq!(fields(&unknown), ["id=Id", "status=Status"]);
}

#[test]
fn nothing_is_guessed_of_nothing() {
    let unknown = guess("x.csv", "Planet,Moons\nMars,2\nEarth,1\n");
    assert_eq!((unknown.guess.table, unknown.guess.columns.len(), unknown.questions.len()), (None, 0, 0));
    let unknown = guess("x.txt", "1 2\n3 4\n");
    assert_eq!(unknown.guess.header, Some(false));
}

#[test]
fn the_owner_and_the_order_of_dates_are_asked() {
    let unknown = guess("deals.csv", "Id,Status,Created\n1,won,03/04/2026\n2,lost,05/06/2026\n");
    let asked: Vec<bool> = unknown
        .questions
        .iter()
        .map(|question| matches!(question, super::super::Question::DateOrder { .. }))
        .collect();
    assert_eq!((asked, unknown.guess.dates), (vec![true, false], None));
    let settled = guess("deals.csv", "Id,Status,Created,Owner\n1,won,23/04/2026,Ida\n");
    assert_eq!((settled.questions.len(), settled.guess.dates), (0, Some(crate::sources::DateOrder::Dmy)));
}

#[test]
fn a_report_of_reply_times_is_taken_for_no_table() {
    let table = guess(
        "inbox activity.csv",
        "Date,Profile,Received Messages,Inbox Actions,Action Rate,Average Time to Action,Total Replies,Median Reply Time\n\
         03/04/2026,Ada Ek,12,9,75%,1h 12m,8,54m\n03/05/2026,Ada Ek,7,7,100%,32m,5,18m\n",
    );
    assert_eq!(table.guess.table, None, "{:?}", table.guess);
}

#[test]
fn numbered_columns_without_a_value_are_not_shown_and_named_ones_are() {
    let names = |body: &str| -> Vec<String> {
        guess("x.csv", body).columns.into_iter().map(|column| column.name).collect()
    };
    assert_eq!(names("1,,3\n4,,6\n"), ["1", "3"]);
    assert_eq!(names("Deal,,Sum\nA,,6\nB,,7\n"), ["Deal", "2", "Sum"]);
}

/// Names of quarters, and amounts with a delimiter too many: the first line is the header all the same.
#[test]
fn the_header_is_no_row() {
    assert_eq!(guess("x.csv", "Owner,Q1,Q2\nBo,5,6\nIda,7,8\n").rows, 2);
    assert_eq!(guess("x.csv", "Deal,Sum,Owner\nA,1,000,Bo\nB,2,500,Ida\n").rows, 2);
}
