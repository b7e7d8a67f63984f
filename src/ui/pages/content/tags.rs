//! Posts with an attribute against those without, and the words that say which have it.

use leptos::prelude::*;

use super::{Desk, cells};
use crate::metrics::{Attribute, TagRule, Unit, Verdict};
use crate::ui::parts::{Change, ChangeRange, Direction, Judgement};
use crate::ui::session::value_of;
use crate::ui::words::Words;
use crate::views::{ContentChange, TagLine, TagsView};

/// A change's axis is so much longer than the farther end of its interval.
const CHANGE_ROOM: f64 = 1.5;

/// The comparison and the words.
pub fn tags(desk: Desk) -> AnyView {
    let words = desk.words;
    let view = desk.part(|view| view.tags.clone());
    let body = view! {
        {move || view.with(|view| table(words, view))}
        <details class="small">
            <summary data-testid="tag-words">{words.t("content.tag_words")}</summary>
            <p class="quiet">{words.t("content.tag_words_text")}</p>
            <div class="tagwords">
                {Attribute::ALL.into_iter().map(|attribute| field(desk, attribute)).collect_view()}
            </div>
        </details>
    };
    cells::section(words.t("content.tags"), words.t("content.tags_text"), body)
}

fn table(words: Words, view: &TagsView) -> AnyView {
    let is_any = view.lines.iter().any(|line| line.with.n > 0);
    if !is_any {
        return view! { <p class="emp quiet">{words.t("content.no_tags")}</p> }.into_any();
    }
    let lines = view.lines.iter().filter(|line| line.with.n > 0).map(|line| row(words, line)).collect_view();
    let right = |key: &str| view! { <th scope="col" class="r">{words.t(key)}</th> };
    view! {
        <div class="scrolls">
            <table class="data" data-testid="content-tags">
                <thead>
                    <tr>
                        <th scope="col">{words.t("content.col.tags")}</th>
                        {right("content.col.with")}
                        {right("content.col.posts")}
                        {right("content.col.without")}
                        {right("content.col.posts")}
                        <th scope="col">{words.t("content.col.difference")}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(words: Words, line: &TagLine) -> AnyView {
    view! {
        <tr>
            <th scope="row">{words.t(&format!("content.tag.{}", line.attribute.id()))}</th>
            <td class="r">{cells::value(words, Unit::Ratio, &line.with)}</td>
            <td class="r num q3">{words.integer(line.with.n)}</td>
            <td class="r">{cells::value(words, Unit::Ratio, &line.without)}</td>
            <td class="r num q3">{words.integer(line.without.n)}</td>
            <td>{difference(words, line)}</td>
        </tr>
    }
    .into_any()
}

/// With minus without, with its interval.
fn difference(words: Words, line: &TagLine) -> AnyView {
    let Some(change) = line.change else {
        return view! { <span class="q3">{words.t("state.too_few")}</span> }.into_any();
    };
    let (judgement, word) = match change.verdict {
        Verdict::Better => (Judgement::Better, "content.higher"),
        Verdict::Worse => (Judgement::Worse, "content.lower"),
        _ => (Judgement::Unclear, "verdict.cannot_tell"),
    };
    let range = change.low.zip(change.high).map(|(low, high)| {
        let reach = (low.abs().max(high.abs()) * CHANGE_ROOM).max(f64::MIN_POSITIVE);
        let at = |value: f64| 0.5 + value / reach / 2.0;
        ChangeRange { low: at(low), change: at(change.difference), high: at(high) }
    });
    let interval =
        change.low.zip(change.high).map(|(low, high)| words.signed_interval(Unit::Ratio, low, high, ""));
    let direction = if change.difference < 0.0 { Direction::Down } else { Direction::Up };
    view! {
        <Change
            range=range
            judgement=judgement
            direction=direction
            number=words.signed(Unit::Ratio, change.difference, "")
            word=words.t(word)
            interval=interval.unwrap_or_default()
        />
    }
    .into_any()
}

/// The words of one attribute. They hold when the field is left.
fn field(desk: Desk, attribute: Attribute) -> AnyView {
    let words = desk.words;
    let own = desk.part(move |view| view.rules.words_of(attribute).join(", "));
    let change = move |event: web_sys::Event| {
        let written: Vec<String> =
            value_of(&event).split([',', '،', '，', '、']).map(|word| word.trim().to_owned()).collect();
        let mut rules = desk.view.with_untracked(|view| view.rules.clone());
        rules.tag_rules.retain(|rule| rule.attribute != attribute);
        rules.tag_rules.push(TagRule { attribute, words: written });
        let said = words
            .fill("content.said_words", &[("tag", &words.t(&format!("content.tag.{}", attribute.id())))]);
        desk.session.change_content(ContentChange::Rules { rules }, Some(said));
    };
    view! {
        <label>
            <b>{words.t(&format!("content.tag.{}", attribute.id()))}</b>
            <input
                class="field"
                type="text"
                dir="auto"
                data-testid=format!("words-{}", attribute.id())
                prop:value=move || own.get()
                on:change=change
            />
        </label>
    }
    .into_any()
}
