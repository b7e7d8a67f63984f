//! One number: what is quoted, one's own figure, and what it says.

use leptos::prelude::*;

use super::own::Draft;
use super::{detail, printed};
use crate::metrics::{Doubt, Meant, Ruling, Unit};
use crate::ui::pages::scorecard::page_of;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{BenchmarkLine, Mine};

/// A row of the table.
pub fn line(session: Session, draft: Draft, line: &BenchmarkLine, currency: &str) -> AnyView {
    let words = session.words();
    let test_id = match &line.own {
        Some(own) => format!("bench-own-{}", own.id),
        None => format!("bench-{}", line.id),
    };
    view! {
        <tr data-testid=test_id>
            <th scope="row">
                <span class="claim">{claim(words, line, currency)}</span>
                {origin(words, line)}
                {detail::detail(session, draft, line)}
            </th>
            <td class="mine">{mine(session, words, line, currency)}</td>
            <td class="ruling">{ruling(words, line, currency)}</td>
        </tr>
    }
    .into_any()
}

/// A number of the library in one line: what is quoted, where it comes from, and one's own figure.
pub fn cited(words: Words, line: &BenchmarkLine, currency: &str) -> String {
    let mine = &line.mine;
    let own = match mine.figure.value() {
        Some(value) => {
            let value = printed::own_value(words, mine.measure, value, currency);
            match printed::interval(words, mine.measure, &mine.figure, currency) {
                Some(interval) => words.with_aside(&value, &interval),
                None => value,
            }
        }
        None => missing(words, line, currency).unwrap_or_default(),
    };
    let trust = words.t(&format!("bench.trust.{}", line.trust.id()));
    let origin = words.in_line([year(words, line), trust]);
    let claim = quoted(words, line, currency);
    words.fill(
        "report.quoted",
        &[("claim", &claim), ("origin", &origin), ("what", &what(words, line)), ("own", &own)],
    )
}

fn quoted(words: Words, line: &BenchmarkLine, currency: &str) -> String {
    let value = format!("\u{2066}{}\u{2069}", printed::value(words, line.measure, line.value, currency));
    words.fill(&format!("bench.{}.claim", line.id), &[("value", &value)])
}

fn year(words: Words, line: &BenchmarkLine) -> String {
    line.year.map_or_else(|| words.t("bench.no_year"), |year| year.to_string())
}

/// The sentence that is quoted.
fn claim(words: Words, line: &BenchmarkLine, currency: &str) -> AnyView {
    match &line.own {
        Some(own) => {
            let value = printed::value(words, line.measure, line.value, currency);
            view! {
                <bdi>{own.claim.clone()}</bdi>
                " "
                <bdi dir="ltr" class="ltr q3">{value}</bdi>
            }
            .into_any()
        }
        None => quoted(words, line, currency).into_any(),
    }
}

/// Year and trust, under the sentence.
fn origin(words: Words, line: &BenchmarkLine) -> AnyView {
    let year = year(words, line);
    let class = format!("trust {}", line.trust.id());
    let trust = words.t(&format!("bench.trust.{}", line.trust.id()));
    let changed = line.changed_from.map(|from| {
        let value = printed::value(words, line.measure, from, "");
        view! { " · " {words.fill("bench.changed_from", &[("value", &value)])} }
    });
    let note = (!line.note.is_empty()).then(|| {
        let note = line.note.clone();
        view! {
            <small class="note">
                {words.woven(
                    "together.label",
                    [
                        ("label", words.t("bench.label.note").into_any()),
                        ("text", view! { <bdi>{note}</bdi> }.into_any()),
                    ],
                )}
            </small>
        }
    });
    view! {
        <small class="q3">{year} " · " <span class=class>{trust}</span> {changed}</small>
        {note}
    }
    .into_any()
}

/// One's own figure, its interval and n, and what it is.
fn mine(session: Session, words: Words, line: &BenchmarkLine, currency: &str) -> AnyView {
    let mine = &line.mine;
    if matches!(line.ruling, Ruling::CannotTell(Doubt::NotInFiles | Doubt::NoQuota)) {
        return view! { <span class="q3">"–"</span> }.into_any();
    }
    let value = mine.figure.value().map(|value| {
        let value = printed::own_value(words, mine.measure, value, currency);
        view! {
            <b class="num">
                <bdi dir="ltr" class="ltr">{value}</bdi>
            </b>
        }
    });
    let interval = printed::interval(words, mine.measure, &mine.figure, currency)
        .map(|interval| format!("\u{2066}{interval}\u{2069}"));
    let n = (mine.figure.n > 0).then(|| words.fill("bench.n", &[("n", &counted(words, mine))]));
    let facts = [interval, n].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let what = what(words, line);
    let what = match &mine.metric {
        Some(id) => view! { <a class="nl" href=session.href_now(page_of(id))>{what}</a> }.into_any(),
        None => view! { {what} }.into_any(),
    };
    view! {
        {value}
        <span class="q3 num">{facts}</span>
        <small>{what}</small>
    }
    .into_any()
}

/// Of a share how many have it, else how many cases.
fn counted(words: Words, mine: &Mine) -> String {
    match mine.measure {
        Meant::Plain(Unit::Ratio) => words.counted(&mine.figure),
        _ => words.integer(mine.figure.n),
    }
}

/// What one's own figure is, with the groups that it compares.
fn what(words: Words, line: &BenchmarkLine) -> String {
    if line.own.is_some() {
        let name = line.mine.metric.as_ref().map(|id| words.metric_name(id, None));
        return name.unwrap_or_default();
    }
    let group = |(hits, n): (Option<u64>, u64)| match hits {
        Some(hits) => words.k_of_n(hits as f64, n),
        None => words.integer(n),
    };
    let [a, b] = line.mine.groups.map_or_else(|| [String::from("–"), String::from("–")], |of| of.map(group));
    let border = line.mine.border.map_or_else(|| "70".to_owned(), |border| words.number(border, 0));
    words.fill(&format!("bench.{}.mine", line.id), &[("a", &a), ("b", &b), ("border", &border)])
}

/// What the test says: a shape and a word, and why it cannot be told.
fn ruling(words: Words, line: &BenchmarkLine, currency: &str) -> AnyView {
    let (class, key) = match line.ruling {
        Ruling::Agrees => ("agrees", "bench.agrees"),
        Ruling::Disagrees { is_above: true } => ("above", "bench.above"),
        Ruling::Disagrees { is_above: false } => ("below", "bench.below"),
        Ruling::CannotTell(_) => ("unclear", "bench.cannot_tell"),
    };
    let why = match line.ruling {
        Ruling::CannotTell(doubt) => Some(reason(words, doubt, line, currency)),
        _ => None,
    };
    view! {
        <span class=format!("bench-ruling {class}")>
            <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
                {shape(line.ruling)}
            </svg>
            <b>{words.t(key)}</b>
        </span>
        {why.map(|why| view! { <small class="q3">{why}</small> })}
    }
    .into_any()
}

fn shape(ruling: Ruling) -> AnyView {
    match ruling {
        Ruling::Agrees => view! { <circle class="full" cx="5" cy="5" r="4" /> }.into_any(),
        Ruling::Disagrees { is_above: true } => view! { <path class="full" d="M5 1 9 9H1Z" /> }.into_any(),
        Ruling::Disagrees { is_above: false } => view! { <path class="full" d="M5 9 1 1H9Z" /> }.into_any(),
        Ruling::CannotTell(_) => view! { <circle class="hollow" cx="5" cy="5" r="3.5" /> }.into_any(),
    }
}

fn reason(words: Words, doubt: Doubt, line: &BenchmarkLine, currency: &str) -> String {
    let key = match doubt {
        Doubt::NotInFiles => "bench.doubt.not_in_files",
        Doubt::TooWide => "bench.doubt.too_wide",
        Doubt::NoInterval => "bench.doubt.no_interval",
        Doubt::OneOfMany => "bench.doubt.one_of_many",
        Doubt::NoQuota => "bench.doubt.no_quota",
        Doubt::NotMarked => "bench.doubt.not_marked",
        Doubt::TooFew { need } => {
            return words.fill("bench.doubt.too_few", &[("need", &words.integer(u64::from(need)))]);
        }
        Doubt::NoFigure => return missing(words, line, currency).unwrap_or_default(),
    };
    match missing(words, line, currency).filter(|_| doubt == Doubt::OneOfMany) {
        Some(missing) => format!("{} {missing}", words.t(key)),
        None => words.t(key),
    }
}

/// Why there is no figure, and which file would bring one.
fn missing(words: Words, line: &BenchmarkLine, currency: &str) -> Option<String> {
    let why = words.why_of(printed::unit(line.mine.measure), &line.mine.figure, None, currency)?;
    Some(words.sentences([why.lead, why.rest]))
}
