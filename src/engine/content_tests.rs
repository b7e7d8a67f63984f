//! The content page from canonical files to its values, each computed by hand.

use super::testing::Desk;
use crate::facts::{Day, Span};
use crate::metrics::{Attribute, ContentRules, Dim, Missing, Quantity, State, TagRule, Verdict, Weights};
use crate::views::{
    Answer, Ask, BrandChoice, Clicks, ContentChange, ContentView, Filter, Level, LevelRows, Only,
    PeriodChoice, StackOf, Sum,
};

/// Four posts of Ada, one of Bo, one of a page; Cleo's only one lies before the period.
const POSTS: &str = "\
seller,account,platform,published_at,post_id,kind,campaign,content,shared_url,impressions,reach,engagements,reactions,comments,shares,clicks
Ada,,,2026-03-02,p1,,Spring,,https://one.example/a?utm_source=x,1000,800,,20,5,5,30
Ada,,,2026-03-03,p2,,,,https://one.example/a/,500,,,5,0,0,0
Ada,,XING,2026-03-09,p3,repost,,,,2000,,,4,0,0,100
Ada,,,2026-03-10,p4,,,,,50,,,1,0,0,1
Bo,,,2026-03-10,p5,,,Guide,https://one.example/a,1000,,,90,5,5,10
Cleo,,,2026-01-02,p6,,,,,,,,,,,
Granit,brand,,2026-03-10,p7,,,,https://one.example/a,9000,,,900,90,90,900
";

fn desk(files: &[(&str, &str)]) -> Desk {
    let mut desk = Desk::new();
    let view = desk.read(files);
    desk.confirm(&view);
    desk
}

fn march() -> Filter {
    let day = |text| Day::parse_iso(text).unwrap();
    let span = Span { from: day("2026-03-01"), to: day("2026-03-31") };
    Filter { period: PeriodChoice::Days(span), ..Filter::default() }
}

fn content(desk: &mut Desk, filter: Filter, clicks: Clicks) -> ContentView {
    match desk.engine.answer(Ask::Content { filter, clicks }, Vec::new()) {
        Answer::Content { view } => *view,
        other => panic!("{other:?}"),
    }
}

fn view(desk: &mut Desk) -> ContentView {
    content(desk, march(), Clicks::Without)
}

fn change(desk: &mut Desk, change: ContentChange) {
    assert_eq!(desk.engine.answer(Ask::ChangeContent { change }, Vec::new()), Answer::Changed);
}

fn level(view: &ContentView, level: Level) -> &LevelRows {
    view.posts.levels.iter().find(|rows| rows.level == level).unwrap()
}

fn names(rows: &LevelRows) -> Vec<&str> {
    rows.rows.iter().map(|row| row.name.as_str()).collect()
}

fn close(a: Option<f64>, b: f64) {
    assert!(a.is_some_and(|a| (a - b).abs() < 1e-9), "{a:?} is not {b}");
}

fn sum(value: f64, known: u32) -> Sum {
    Sum { value: Some(value), known, unknown: 0 }
}

#[test]
fn posts_are_ranked_by_the_lower_end() {
    let view = view(&mut desk(&[("posts.csv", POSTS)]));
    let posts = level(&view, Level::Post);
    // 100 of 1000, 30 of 1000, 5 of 500, 4 of 2000; p4 was shown 50 times only, p7 is a page's.
    assert_eq!(names(posts), ["p5", "p1", "p2", "p3"]);
    assert_eq!((posts.too_small, posts.unknown, view.posts.posts), (1, 0, 5));
    close(posts.rows[0].figure.value(), 0.1);
    // Wilson of 100 of 1000 begins at 8.29 %, that of 30 of 1000 ends at 4.25 %.
    assert!((posts.rows[0].figure.low.unwrap().to_f64() - 0.0829).abs() < 5e-5);
    let like: Vec<bool> = posts.rows.iter().map(|row| row.is_like_first).collect();
    assert_eq!(like, [true, false, false, false]);
    assert_eq!(posts.rows[1].counts.clicks, sum(30.0, 1));
}

#[test]
fn groups_pool_their_posts() {
    let view = view(&mut desk(&[("posts.csv", POSTS)]));
    let sellers = level(&view, Level::Seller);
    // Ada: 30 + 5 + 4 + 1 of 3550. Bo has one post: a rate without an interval comes last.
    assert_eq!(names(sellers), ["Ada", "Bo"]);
    close(sellers.rows[0].figure.value(), 40.0 / 3550.0);
    assert!(sellers.rows[1].figure.low.is_none());
    assert_eq!(sellers.rows[0].counts.impressions, sum(3550.0, 4));
    close(view.posts.all.as_ref().unwrap().value(), 140.0 / 4550.0);
    let platforms = level(&view, Level::Platform);
    let xing = platforms.rows.iter().find(|row| row.name == "xing").unwrap();
    close(xing.figure.value(), 0.002);
    assert_eq!(level(&view, Level::Kind).rows.len(), 2);
    let spring = level(&view, Level::Campaign).rows.iter().find(|row| row.name == "Spring").unwrap();
    close(spring.figure.value(), 0.03);
}

#[test]
fn clicks_count_when_they_are_asked_for() {
    let mut desk = desk(&[("posts.csv", POSTS)]);
    let with = content(&mut desk, march(), Clicks::With);
    close(with.posts.all.as_ref().unwrap().value(), 281.0 / 4550.0);
    // p6 tells no clicks, so the catalogue counts none of anyone.
    let catalogue = content(&mut desk, march(), Clicks::Catalogue);
    close(catalogue.posts.all.as_ref().unwrap().value(), 140.0 / 4550.0);
    let row = catalogue.figures.iter().find(|row| row.id == "engagement_rate").unwrap();
    close(row.figure.value(), 140.0 / 4550.0);
}

#[test]
fn weights_stand_beside_the_plain_rate_and_are_taken_back() {
    let mut desk = desk(&[("posts.csv", POSTS)]);
    assert_eq!(view(&mut desk).posts.weighted, None);
    let weights = Weights { comments: 3.0, ..Weights::default() };
    let rules = ContentRules { weights, least_impressions: 0, ..ContentRules::default() };
    change(&mut desk, ContentChange::Rules { rules });
    let weighted = view(&mut desk);
    // Ten comments more often twice: 140 + 20.
    close(weighted.posts.weighted.as_ref().unwrap().value(), 160.0 / 4550.0);
    close(weighted.posts.all.as_ref().unwrap().value(), 140.0 / 4550.0);
    assert_eq!(level(&weighted, Level::Post).too_small, 0);
    assert_eq!(desk.engine.answer(Ask::UndoContent, Vec::new()), Answer::Changed);
    assert_eq!(view(&mut desk).rules, ContentRules::default());
}

#[test]
fn stacks_keep_quiet_weeks_and_unknown_numbers() {
    let posts = "seller,published_at,post_id,kind,reactions,comments,shares,clicks\n\
                 Ada,2026-03-02,p1,,20,5,5,30\nAda,2026-03-04,p2,,3,,1,\nAda,2026-03-16,p3,repost,1,0,0,\n";
    let view = view(&mut desk(&[("posts.csv", posts)]));
    let starts: Vec<(String, u32)> = (view.stacks.by_time.iter())
        .map(|stack| match stack.of {
            StackOf::Start(day) => (day.iso(), stack.posts),
            StackOf::Kind(_) => panic!("no week"),
        })
        .collect();
    let weeks = [("2026-03-02", 2), ("2026-03-09", 0), ("2026-03-16", 1)];
    assert_eq!(starts, weeks.map(|(day, posts)| (day.to_owned(), posts)));
    let first = view.stacks.by_time[0].counts;
    assert_eq!(first.reactions, sum(23.0, 2));
    assert_eq!(first.comments, Sum { value: Some(5.0), known: 1, unknown: 1 });
    assert_eq!(view.stacks.by_time[2].counts.clicks, Sum { value: None, known: 0, unknown: 1 });
    assert_eq!(view.stacks.tops[0], [34.0, 64.0]);
    let kinds: Vec<u32> = view.stacks.by_kind.iter().map(|stack| stack.posts).collect();
    assert_eq!(kinds, [2, 1]);
}

#[test]
fn who_shared_lately_and_who_did_not() {
    let view = view(&mut desk(&[("posts.csv", POSTS)]));
    let lately: Vec<(&str, Option<f64>)> =
        (view.sharers.sellers.iter()).map(|line| (line.seller.as_str(), line.lately.value())).collect();
    // The file tells of posts up to 10 March, of Cleo too: it is known that there were none.
    assert_eq!(lately, [("Ada", Some(2.0)), ("Bo", Some(1.0)), ("Cleo", Some(0.0))]);
    assert_eq!(view.sharers.active, 2);
    let last = view.sharers.sellers[0].last.map(Day::iso);
    assert_eq!(last.as_deref(), Some("2026-03-10"));
    assert!(view.sharers.adoption.is_some());
}

#[test]
fn an_item_is_one_whatever_its_marks() {
    let view = view(&mut desk(&[("posts.csv", POSTS)]));
    let [item] = &view.items.items[..] else { panic!("{:?}", view.items) };
    assert_eq!(item.name, "Guide");
    assert_eq!(
        (&item.shared[..], &item.not_shared[..]),
        (&["Ada".into(), "Bo".into()][..], &["Cleo".into()][..])
    );
    close(item.figure.value(), 135.0 / 2500.0);
    let posts: Vec<&str> = item.posts.iter().map(|post| post.post.key.as_str()).collect();
    assert_eq!(posts, ["linkedin p5", "linkedin p2", "linkedin p1"]);
    assert_eq!((view.items.single, view.items.unnamed), (0, 2));
}

#[test]
fn a_click_rate_is_low_when_its_whole_interval_is() {
    let view = view(&mut desk(&[("posts.csv", POSTS)]));
    close(view.clicks.all.as_ref().unwrap().value(), 141.0 / 4550.0);
    // 0 of 500 ends at 0.76 %, 10 of 1000 at 1.83 %, below 3.1 %; p5 lacks 21 clicks, p2 fifteen and a half.
    let low: Vec<&str> = view.clicks.low.iter().map(|line| line.post.key.as_str()).collect();
    assert_eq!(low, ["linkedin p5", "linkedin p2"]);
    assert_eq!(view.clicks.compared, 4);
    assert!(matches!(view.clicks.low[0].of_reach.state, State::Missing(_)));
}

#[test]
fn sent_links_and_short_ones() {
    let sends = "seller,link,sent_at,person,clicks\n\
                 Ada,https://one.example/a,2026-03-05,Ida,2\nAda,https://one.example/a,2026-03-05,Per,0\n\
                 Ada,https://one.example/a,2026-03-06,Ida,1\nAda,https://one.example/a?utm_source=b,2026-03-01,,40\n";
    let view = view(&mut desk(&[("posts.csv", POSTS), ("link_sends.csv", sends)]));
    let [sent] = &view.clicks.by_link[..] else { panic!("{:?}", view.clicks.by_link) };
    // Two persons, one of whom clicked: too few to say; three sendings with three clicks.
    assert_eq!((sent.opened.n, sent.opened.numerator), (2, Some(Quantity::Number(1.0))));
    close(sent.per_send.value(), 1.0);
    let [short] = &view.clicks.short[..] else { panic!("{:?}", view.clicks.short) };
    assert_eq!((short.clicks, short.posts, short.sends), (Some(40.0), 3, 3));
    assert_eq!(short.sellers, ["Ada", "Bo"]);
}

/// So many posts of Ada with these reactions of 100 impressions each, from the second of March on.
fn many(reactions: &[u32], content: impl Fn(usize) -> &'static str) -> String {
    let mut text = "seller,published_at,post_id,content,impressions,reactions,comments,shares\n".to_owned();
    for (at, reactions) in reactions.iter().enumerate() {
        text += &format!("Ada,2026-03-{:02},p{at},{},100,{reactions},0,0\n", at % 28 + 2, content(at));
    }
    text
}

#[test]
fn attributes_by_words_and_by_hand() {
    let posts =
        many(&[10, 10, 10, 10, 10, 10, 1, 1, 1, 1, 1, 1], |at| if at < 6 { "Big photo" } else { "Text" });
    let mut desk = desk(&[("posts.csv", &posts)]);
    let line = |desk: &mut Desk| {
        view(desk).tags.lines.into_iter().find(|line| line.attribute == Attribute::Image).unwrap()
    };
    assert_eq!(line(&mut desk).with.n, 0);
    let rules = ContentRules {
        tag_rules: vec![TagRule { attribute: Attribute::Image, words: vec!["PHOTO".into(), "pic".into()] }],
        ..ContentRules::default()
    };
    change(&mut desk, ContentChange::Rules { rules });
    let told = line(&mut desk);
    close(told.with.value(), 0.1);
    close(told.without.value(), 0.01);
    let difference = told.change.unwrap();
    // Every post of a side has the same rate, so nothing is left to doubt.
    close(Some(difference.difference), 0.09);
    close(difference.low, 0.09);
    assert_eq!(difference.verdict, Verdict::Better);
    let say = |is_on| ContentChange::Tag { post: "linkedin p0".into(), attribute: Attribute::Image, is_on };
    change(&mut desk, say(Some(false)));
    let told = line(&mut desk);
    assert_eq!((told.with.n, told.without.n), (5, 7));
    change(&mut desk, say(None));
    assert_eq!(line(&mut desk).with.n, 6);
    desk.engine.answer(Ask::UndoContent, Vec::new());
    assert_eq!(line(&mut desk).with.n, 5);
}

#[test]
fn one_side_with_few_posts_is_too_few_to_say() {
    let posts = many(&[10, 10, 10, 10, 1, 1, 1, 1, 1, 1], |at| if at < 4 { "photo" } else { "" });
    let mut desk = desk(&[("posts.csv", &posts)]);
    let tag_rules = vec![TagRule { attribute: Attribute::Image, words: vec!["photo".into()] }];
    change(&mut desk, ContentChange::Rules { rules: ContentRules { tag_rules, ..ContentRules::default() } });
    let line =
        view(&mut desk).tags.lines.into_iter().find(|line| line.attribute == Attribute::Image).unwrap();
    assert_eq!(line.with.state, State::TooFew { need: 5 });
    assert_eq!(line.change, None);
}

#[test]
fn posts_beyond_the_fence_are_named_and_taken_out() {
    // Quartiles 1.75 and 4.25 (type 7), so the fence is 8: one post of 40 lies beyond.
    let posts = many(&[1, 2, 3, 4, 5, 1, 2, 40], |_| "");
    let view = view(&mut desk(&[("posts.csv", &posts)]));
    let without = view.posts.without.as_ref().unwrap();
    close(Some(without.fence), 8.0);
    assert_eq!(without.posts, 1);
    close(without.with.value(), 58.0 / 800.0);
    close(without.without.value(), 18.0 / 700.0);
    let outliers: Vec<&str> = (level(&view, Level::Post).rows.iter())
        .filter(|row| row.outliers > 0)
        .map(|row| row.name.as_str())
        .collect();
    assert_eq!(outliers, ["p7"]);
}

#[test]
fn few_posts_have_no_fence() {
    let view = view(&mut desk(&[("posts.csv", &many(&[1, 1, 1, 1, 1, 1, 90], |_| ""))]));
    assert_eq!(view.posts.without, None);
}

#[test]
fn pages_weigh_sessions_and_name_who_shared_them() {
    let pages = "url,date,sessions,bounces,seconds\n\
                 https://one.example/a,2026-03-05,100,40,30\nhttps://one.example/a,2026-03-06,300,60,70\n\
                 https://two.example,2026-03-06,300,60,70\n";
    let view = view(&mut desk(&[("posts.csv", POSTS), ("pages.csv", pages)]));
    let [page] = &view.pages.lines[..] else { panic!("{:?}", view.pages.lines) };
    close(page.bounce.value(), 0.25);
    close(page.seconds.value(), 60.0);
    assert_eq!(page.sellers, ["Ada", "Bo"]);
}

#[test]
fn the_audience_by_platform() {
    let view = view(&mut desk(&[("posts.csv", POSTS)]));
    let lines: Vec<(&str, u64, Option<f64>)> = (view.audience.lines.iter())
        .map(|line| (line.platform.as_str(), line.posts.n, line.shares.value()))
        .collect();
    assert_eq!(lines, [("", 5, Some(10.0)), ("linkedin", 4, Some(10.0)), ("xing", 1, Some(0.0))]);
    close(view.audience.lines[1].per_post, 2.5);
    close(view.audience.lines[0].per_1000.value(), 10_000.0 / 4550.0);
    let mix: Vec<Option<f64>> =
        view.audience.mix.channels.iter().map(|channel| channel.share.value()).collect();
    assert_eq!(mix, [Some(0.8), Some(0.2)]);
}

#[test]
fn low_engagement_of_followers_names_the_posts() {
    // A hundred followers throughout. Three windows of ten engagements each, then one of two.
    let mut audience = "seller,date,impressions,engagements,followers_total\n".to_owned();
    let last = Day::parse_iso("2026-03-31").unwrap();
    for back in 0..=4 * 28 {
        let engaged = match back % 28 {
            0 if back == 0 => 2,
            0 => 10,
            _ => 0,
        };
        audience += &format!("Ada,{},100,{engaged},100\n", last.plus(-back).iso());
    }
    let posts = "seller,published_at,post_id,kind,impressions,engagements\n\
                 Ada,2026-01-10,p1,,1000,100\nAda,2026-03-20,p2,,500,10\nAda,2026-03-21,p3,repost,100,20\n";
    let mut desk = desk(&[("posts.csv", posts), ("audience.csv", &audience)]);
    // The posts state their engagements, and no kinds of them.
    let view = content(&mut desk, march(), Clicks::Catalogue);
    let [ada] = &view.followers.sellers[..] else { panic!("{:?}", view.followers) };
    close(ada.now.value(), 0.02);
    close(ada.usual, 0.1);
    assert!(ada.is_low);
    assert_eq!(ada.posts, 2);
    // 10 % of 500 would have been 50; the repost brought more than its 10.
    let [post] = &ada.responsible[..] else { panic!("{:?}", ada.responsible) };
    assert_eq!(post.post.key, "linkedin p2");
    close(Some(post.lacks), 40.0);
    assert_eq!(ada.kinds.len(), 1);
}

#[test]
fn nothing_is_nothing_and_no_zero() {
    let view = content(&mut Desk::new(), Filter::default(), Clicks::Catalogue);
    assert!(view.frame.is_empty);
    assert_eq!((view.posts.posts, view.posts.all, view.posts.levels.len()), (0, None, 0));
    assert!(view.figures.iter().all(|row| matches!(row.figure.state, State::Missing(_))));
    assert!(view.sharers.sellers.is_empty() && view.stacks.by_time.is_empty() && view.items.items.is_empty());
}

#[test]
fn a_brand_page_counts_when_it_is_chosen() {
    let filter = Filter { seller: Some("Granit".into()), ..march() };
    let view = content(&mut desk(&[("posts.csv", POSTS)]), filter, Clicks::Without);
    assert_eq!(names(level(&view, Level::Post)), ["p7"]);
    close(view.posts.all.as_ref().unwrap().value(), 0.12);
}

fn only(only: Only) -> Filter {
    Filter { only, ..march() }
}

#[test]
fn a_campaign_narrows_what_carries_it_and_the_rest_says_that_it_does_not() {
    let mut desk = desk(&[("posts.csv", POSTS)]);
    let spring = only(Only { campaign: Some("Spring".into()), ..Only::default() });
    let view = content(&mut desk, spring, Clicks::Without);
    assert_eq!(names(level(&view, Level::Post)), ["p1"]);
    let state = |id: &str| view.figures.iter().find(|row| row.id == id).unwrap().figure.state;
    assert_eq!(state("posts_shared"), State::Value(Quantity::Number(1.0)));
    for id in ["active_sharer_share", "follower_engagement_rate", "comments_given"] {
        assert_eq!(state(id), State::Missing(Missing::NotBy(Dim::Campaign)), "{id}");
    }
    assert!(view.not_by.is_empty());
    let social = only(Only { source: Some("social".into()), ..Only::default() });
    let view = content(&mut desk, social, Clicks::Without);
    assert_eq!((view.not_by, view.posts.posts), (vec![Dim::Source], 0));
}

#[test]
fn brand_pages_count_beside_people_or_alone_when_asked() {
    let mut desk = desk(&[("posts.csv", POSTS)]);
    let rate = |desk: &mut Desk, brand: BrandChoice| {
        let view = content(desk, only(Only { brand, ..Only::default() }), Clicks::Without);
        view.posts.all.and_then(|all| all.value())
    };
    close(rate(&mut desk, BrandChoice::Without), 140.0 / 4550.0);
    close(rate(&mut desk, BrandChoice::With), 1220.0 / 13_550.0);
    close(rate(&mut desk, BrandChoice::Only), 0.12);
}

#[test]
fn what_there_is_to_choose_from() {
    let deals = "id,seller,created,status,source,campaign\nd1,Ada,2026-03-01,open,LinkedIn Ads,Autumn\nd2,Ada,2026-03-01,open,,\n";
    let mut desk = desk(&[("posts.csv", POSTS), ("deals.csv", deals)]);
    let Answer::Choices { choices } = desk.engine.answer(Ask::Choices, Vec::new()) else { panic!() };
    assert_eq!(choices.platforms, ["linkedin", "xing"]);
    assert_eq!(choices.campaigns, ["Autumn", "Spring"]);
    assert_eq!(choices.sources, ["unknown", "paid_social"]);
}
