//! The ranking of posts and of groups of posts: team → seller → post, and by platform, campaign and kind.

use leptos::prelude::*;

use super::Desk;
use super::cells::{self, post_name, post_title, segments, sum};
use crate::metrics::{Basis, Dim, Unit};
use crate::ui::route::{Page, Route};
use crate::ui::words::Words;
use crate::views::{Clicks, Level, LevelRows, PostsView, RankRow, Without};

/// Names that are listed as not to be told apart; beyond, the table shows it better.
const MOST_NAMES: usize = 4;

/// The ranking.
pub fn posts(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.posts.clone());
    let differs = desk.part(|view| {
        let rate = view.figures.iter().find(|row| row.id == "engagement_rate");
        rate.is_some_and(|row| matches!(row.figure.basis, Some(Basis::ByDay | Basis::Mixed)))
    });
    let wanted = RwSignal::new(None::<Level>);
    let level = Memo::new(move |_| {
        let (seller, team) =
            desk.session.route.with(|route| (route.filter.seller.is_some(), route.filter.team.is_some()));
        view.with(|view| chosen(view, wanted.get(), seller, team))
    });
    let levels =
        Memo::new(move |_| view.with(|view| view.levels.iter().map(|rows| rows.level).collect::<Vec<_>>()));
    let choice = move || {
        let option = |level: &Level| (*level, words.t(&format!("content.level.{}", level.id())));
        let options: Vec<(Level, String)> = levels.get().iter().map(option).collect();
        segments(words.t("content.level"), "content-level", options, level.into(), move |level| {
            wanted.set(Some(level))
        })
    };
    let counted = [
        (Clicks::Catalogue, "content.clicks.catalogue"),
        (Clicks::Without, "content.clicks.without"),
        (Clicks::With, "content.clicks.with"),
    ];
    let counted: Vec<(Clicks, String)> = counted.map(|(clicks, key)| (clicks, words.t(key))).to_vec();
    let clicks =
        segments(words.t("content.clicks"), "content-clicks", counted, desk.clicks.into(), move |clicks| {
            desk.clicks.set(clicks)
        });
    let body = move || {
        let level = level.get();
        view.with(|view| match view.levels.iter().find(|rows| rows.level == level) {
            Some(rows) => shown(desk, view, rows, wanted),
            None => view! { <p class="emp quiet">{words.t("content.no_posts")}</p> }.into_any(),
        })
    };
    let table = view! {
        <div class="choices">{choice} {clicks}</div>
        {move || view.with(|view| overall(words, view))}
        {move || differs.get().then(|| view! { <p class="small q3">{words.t("content.rate_differs")}</p> })}
        {body}
        {move || view.with(|view| view.without.as_ref().map(|without| outliers(words, without)))}
    };
    cells::section(words.t("content.posts"), words.t("content.posts_text"), table)
}

/// The level that is shown: the one asked for, else the next one into which the selection opens.
fn chosen(view: &PostsView, wanted: Option<Level>, has_seller: bool, has_team: bool) -> Level {
    let has = |level: Level| view.levels.iter().any(|rows| rows.level == level);
    let fitting = match (has_seller, has_team) {
        (true, _) => Level::Post,
        (false, false) if has(Level::Team) => Level::Team,
        _ => Level::Seller,
    };
    wanted.filter(|level| has(*level)).unwrap_or(fitting)
}

/// The rate of all posts, and beside it the weighted one.
fn overall(words: Words, view: &PostsView) -> Option<AnyView> {
    let all = view.all.as_ref()?;
    let rate = |figure: &crate::metrics::Figure| match figure.value() {
        Some(_) => words.read_aloud(Unit::Ratio, figure, ""),
        None => cells::without_value(words, figure),
    };
    let plain = words.count("content.all_posts", all.n, &[("rate", &rate(all))]);
    let weighted = view.weighted.as_ref().map(|weighted| {
        let text = words.count("content.all_weighted", weighted.n, &[("rate", &rate(weighted))]);
        let without = (view.without_kinds > 0)
            .then(|| words.count("content.without_kinds", u64::from(view.without_kinds), &[]));
        words.sentences(std::iter::once(text).chain(without))
    });
    let said = words.sentences(std::iter::once(plain).chain(weighted));
    Some(view! { <p class="small" data-testid="content-all">{said}</p> }.into_any())
}

fn shown(desk: Desk, view: &PostsView, rows: &LevelRows, wanted: RwSignal<Option<Level>>) -> AnyView {
    let words = desk.words;
    let has_weights = view.weighted.is_some();
    let band = view.all.as_ref().and_then(|all| all.low.zip(all.high));
    let band = band.map(|(low, high)| (low.to_f64(), high.to_f64()));
    let lines: Vec<AnyView> =
        rows.rows.iter().map(|row| line(desk, rows, row, band, has_weights, wanted)).collect();
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    let weighted = has_weights.then(|| right("content.col.weighted"));
    let posts = (rows.level != Level::Post).then(|| right("content.col.posts"));
    let tags =
        (rows.level == Level::Post).then(|| view! { <th scope="col">{words.t("content.col.tags")}</th> });
    view! {
        <p class="small quiet">{reads(words, rows)}</p>
        <div class="scrolls">
            <table class="data ranked" data-testid="content-ranked">
                <thead>
                    <tr>
                        <th scope="col">{words.t(&format!("content.level.{}", rows.level.id()))}</th>
                        {right("content.col.rate")}
                        {weighted}
                        <th scope="col" class="onaxis">
                            {cells::axis(words, Unit::Ratio, rows.axis_top)}
                        </th>
                        {posts}
                        {right("content.col.impressions")}
                        {right("content.col.reactions")}
                        {right("content.col.comments")}
                        {right("content.col.shares")}
                        {right("content.col.clicks")}
                        {tags}
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {rest(words, rows)}
    }
    .into_any()
}

/// How the rows are ordered, and which cannot be told from the first.
fn reads(words: Words, rows: &LevelRows) -> String {
    let mut sentences = vec![words.t("breakdown.ordered")];
    let like: Vec<&RankRow> = rows.rows.iter().filter(|row| row.is_like_first).collect();
    if like.len() > 1 {
        if rows.level == Level::Post {
            let others = u64::try_from(like.len() - 1).unwrap_or(0);
            sentences.push(words.count("content.like_first", others, &[]));
        } else {
            let mut names: Vec<String> =
                like.iter().take(MOST_NAMES).map(|row| name(words, rows.level, row)).collect();
            if like.len() > MOST_NAMES {
                names.push(words.integer(u64::try_from(like.len() - MOST_NAMES).unwrap_or(0)));
            }
            sentences.push(words.fill("breakdown.alike", &[("names", &words.list(&names))]));
        }
    }
    let interval = if rows.level == Level::Post { "content.interval_post" } else { "content.interval_group" };
    sentences.push(words.t(interval));
    words.sentences(sentences)
}

/// What is not listed, and why.
fn rest(words: Words, rows: &LevelRows) -> Option<AnyView> {
    let said = [
        ("content.more", rows.more),
        ("content.too_small", rows.too_small),
        ("content.rate_unknown", rows.unknown),
    ];
    let said: Vec<String> = (said.iter())
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words.count(key, u64::from(*count), &[]))
        .collect();
    (!said.is_empty()).then(|| {
        view! { <p class="small q3" data-testid="content-rest">{words.sentences(said)}</p> }.into_any()
    })
}

fn name(words: Words, level: Level, row: &RankRow) -> String {
    match (level, &row.post) {
        (_, Some(post)) => post_title(words, post),
        (Level::Platform, _) => words.key_name(Dim::Platform, &row.name),
        (Level::Kind, _) => cells::kind(words, &row.name),
        (Level::Campaign, _) if row.name.is_empty() => words.t("content.no_campaign"),
        _ if row.name.is_empty() => words.t("key.unknown"),
        _ => row.name.clone(),
    }
}

fn line(
    desk: Desk,
    rows: &LevelRows,
    row: &RankRow,
    band: Option<(f64, f64)>,
    has_weights: bool,
    wanted: RwSignal<Option<Level>>,
) -> AnyView {
    let words = desk.words;
    let is_post = row.post.is_some();
    let weighted = has_weights.then(|| {
        let figure = row.weighted.as_ref().and_then(|figure| figure.value());
        let text = figure.map(|value| words.value_with_unit(Unit::Ratio, value, ""));
        view! {
            <td class="r num">
                <bdi dir="ltr" class="ltr">{text.unwrap_or_else(|| words.t("key.unknown"))}</bdi>
            </td>
        }
    });
    let posts = (!is_post).then(|| view! { <td class="r num">{words.integer(u64::from(row.posts))}</td> });
    let counts = &row.counts;
    view! {
        <tr>
            <th scope="row">{head(desk, rows.level, row, wanted)} {marks(words, row)}</th>
            <td class="r">{cells::value(words, Unit::Ratio, &row.figure)}</td>
            {weighted}
            <td class="onaxis">{cells::range(words, Unit::Ratio, &row.figure, rows.axis_top, band, is_post)}</td>
            {posts}
            <td class="r">{sum(words, counts.impressions)}</td>
            <td class="r">{sum(words, counts.reactions)}</td>
            <td class="r">{sum(words, counts.comments)}</td>
            <td class="r">{sum(words, counts.shares)}</td>
            <td class="r">{sum(words, counts.clicks)}</td>
            {row.post.as_ref().map(|post| super::tagging::cell(desk, post))}
        </tr>
    }
    .into_any()
}

/// The name of a row; of a team and of a seller the way into their posts.
fn head(desk: Desk, level: Level, row: &RankRow, wanted: RwSignal<Option<Level>>) -> AnyView {
    let words = desk.words;
    if let Some(post) = &row.post {
        return post_name(words, post);
    }
    let text = name(words, level, row);
    let into: Option<fn(&mut Route, String)> = match level {
        Level::Team => Some(|route, name| (route.filter.team, route.filter.seller) = (Some(name), None)),
        Level::Seller => Some(|route, name| (route.filter.seller, route.filter.team) = (Some(name), None)),
        _ => None,
    };
    match into.filter(|_| !row.name.is_empty()) {
        Some(into) => {
            let mut route = desk.session.route.get_untracked().to(Page::Content);
            into(&mut route, row.name.clone());
            // The next level shows by itself.
            view! {
                <a class="nl" href=route.address() on:click=move |_| wanted.set(None)>
                    <bdi>{text}</bdi>
                </a>
            }
            .into_any()
        }
        None => view! { <bdi>{text}</bdi> }.into_any(),
    }
}

/// What is remarkable about a row.
fn marks(words: Words, row: &RankRow) -> Option<AnyView> {
    let text = match (row.outliers, &row.post) {
        (0, _) => return None,
        (_, Some(_)) => words.t("content.outlier"),
        (many, None) => words.count("content.outliers_in", u64::from(many), &[]),
    };
    Some(view! { <small class="stand">{text}</small> }.into_any())
}

/// The rate with and without the posts that stand out.
fn outliers(words: Words, without: &Without) -> AnyView {
    let rate = |figure: &crate::metrics::Figure| match figure.value() {
        Some(_) => words.read_aloud(Unit::Ratio, figure, ""),
        None => words.t("key.unknown"),
    };
    let fence = words.tidy((without.fence * 10.0).round() / 10.0);
    let args = [("fence", fence), ("with", rate(&without.with)), ("without", rate(&without.without))];
    let args: Vec<(&str, &str)> = args.iter().map(|(key, text)| (*key, text.as_str())).collect();
    let posts = words.count("content.outliers", u64::from(without.posts), &args);
    let followers = match (&without.followers_without, without.followers.value()) {
        (Some(rest), Some(_)) => words.fill(
            "content.outliers_followers",
            &[("with", &rate(&without.followers)), ("without", &rate(rest))],
        ),
        (None, Some(_)) => {
            words.fill("content.outliers_followers_daily", &[("with", &rate(&without.followers))])
        }
        _ => String::new(),
    };
    view! {
        <p class="small" data-testid="content-outliers">
            {posts} " " {followers} " " <span class="q3">{words.t("content.outliers_caveat")}</span>
        </p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(levels: &[Level]) -> PostsView {
        let levels = levels.iter().map(|level| LevelRows { level: *level, ..LevelRows::default() });
        PostsView { levels: levels.collect(), ..PostsView::default() }
    }

    #[test]
    fn the_selection_opens_team_then_seller_then_post() {
        let all = view(&[Level::Team, Level::Seller, Level::Post]);
        assert_eq!(chosen(&all, None, false, false), Level::Team);
        assert_eq!(chosen(&all, None, false, true), Level::Seller);
        assert_eq!(chosen(&all, None, true, false), Level::Post);
        assert_eq!(chosen(&all, Some(Level::Post), false, false), Level::Post);
        let small = view(&[Level::Seller, Level::Post]);
        assert_eq!(chosen(&small, None, false, false), Level::Seller);
        assert_eq!(chosen(&small, Some(Level::Campaign), false, false), Level::Seller);
    }
}
