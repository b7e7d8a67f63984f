//! The page itself.

use leptos::prelude::*;

use super::{rows, said};
use crate::metrics::{Paper, READINESS_ITEMS, Stage};
use crate::ui::browser::now_iso;
use crate::ui::pages::benchmarks::cited;
use crate::ui::pages::shown::{Drawn, drawn_where};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Course, ReportView};

/// Metrics named in a gap.
const NAMED: usize = 2;

/// The sheet.
pub fn sheet(session: Session, view: &ReportView) -> AnyView {
    let words = session.words();
    let locale = words.locale();
    let choices = &view.choices;
    let class = match choices.paper {
        Paper::A4 => "report-sheet a4",
        Paper::Letter => "report-sheet letter",
    };
    let headline = if choices.headline.is_empty() {
        said::headline(words, view.moved)
    } else {
        choices.headline.clone()
    };
    let note = (!choices.note.is_empty()).then(|| {
        view! {
            <p class="own-note" dir="auto" data-testid="report-own-note">
                {choices.note.clone()}
            </p>
        }
    });
    let courses: Vec<AnyView> = view.courses.iter().map(|course| chart(words, course)).collect();
    view! {
        <article class=class lang=locale.lang() dir=locale.dir() data-testid="report">
            <header>
                <div class="report-top">
                    <span class="mark">
                        <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
                            <path d="M1 2v10M29 2v10M1 7h28" stroke="currentColor" stroke-width="1.75" fill="none" />
                            <circle cx="12" cy="7" r="4.5" fill="currentColor" />
                        </svg>
                        "Rapport"
                    </span>
                    <span class="note">{of_whom(words, view)}</span>
                </div>
                <h2 class="report-answer" dir="auto" data-testid="report-headline-shown">
                    {headline}
                </h2>
                <p class="ld">{words.sentences(said::lead(words, view))}</p>
                {note}
            </header>
            {rows::table(words, &view.frame, Stage::Leading, &view.leading)}
            {rows::table(words, &view.frame, Stage::Lagging, &view.lagging)}
            <div class="report-courses">{courses}</div>
            <div class="thirds">
                {missing(words, view)}
                {coverage(words, view)}
                {readiness(words, view)}
            </div>
            {foot(words, view)}
        </article>
    }
    .into_any()
}

/// Whose figures, and of which days.
fn of_whom(words: Words, view: &ReportView) -> AnyView {
    let frame = &view.frame;
    let whom = frame.filter.seller.clone().or_else(|| frame.filter.team.clone());
    let name = if frame.is_sample { words.t("sample.tag") } else { frame.workspace.clone() };
    let persona = frame.filter.persona.clone();
    let names = [Some(name), whom, persona].into_iter().flatten().filter(|name| !name.is_empty());
    let named: Vec<AnyView> = names.map(|name| view! { <bdi>{name}</bdi> " · " }.into_any()).collect();
    view! {
        {named}
        <bdi>{frame.period.map(|period| words.span(period))}</bdi>
    }
    .into_any()
}

fn chart(words: Words, course: &Course) -> AnyView {
    let drawn = Drawn::trend(words, &course.row.id, course.row.unit, Some(course.bucket), &course.trend);
    let source = Memo::new(move |_| Some(drawn.clone()));
    view! {
        <section class="report-course">
            <h2>{words.metric_name(&course.row.id, None)}</h2>
            {drawn_where(source, "short", "report-chart")}
        </section>
    }
    .into_any()
}

fn missing(words: Words, view: &ReportView) -> Option<AnyView> {
    if view.gaps.is_empty() {
        return None;
    }
    let items = view.gaps.iter().map(|gap| {
        let mut names: Vec<String> =
            gap.ids.iter().take(NAMED).map(|id| words.metric_name(id, None)).collect();
        if gap.ids.len() > NAMED {
            let more = u64::try_from(gap.ids.len() - NAMED).unwrap_or(0);
            names.push(words.count("report.more", more, &[]));
        }
        view! {
            <li>
                <span class="hatch swatch" aria-hidden="true"></span>
                <span>
                    {words.woven(
                        "report.missing_line",
                        [
                            ("names", view! { <b>{words.in_line(names)}</b> }.into_any()),
                            ("need", words.t(&format!("need.{}", gap.need.id())).into_any()),
                        ],
                    )}
                </span>
            </li>
        }
    });
    let part = view! {
        <section>
            <h2>{words.t("report.missing")}</h2>
            <ul>{items.collect_view()}</ul>
        </section>
    };
    Some(part.into_any())
}

fn coverage(words: Words, view: &ReportView) -> AnyView {
    let rows = view.inputs.iter().map(|input| {
        view! {
            <tr>
                <th scope="row">{words.t(&format!("table.{}", input.table))}</th>
                <td class="r num">{words.integer(u64::from(input.rows))}</td>
                <td class="r num q3">{input.until.map(|day| words.day(day))}</td>
            </tr>
        }
    });
    view! {
        <section>
            <h2>{words.t("report.coverage")}</h2>
            <table class="data cov" data-testid="report-coverage">
                <thead>
                    <tr>
                        <th scope="col">{words.t("report.input")}</th>
                        <th scope="col" class="r">{words.t("report.rows_of")}</th>
                        <th scope="col" class="r">{words.t("report.until")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn readiness(words: Words, view: &ReportView) -> AnyView {
    let items = (1..=READINESS_ITEMS).map(|item| {
        let is_done = view.ready.contains(&item);
        let state = words.t(if is_done { "report.done" } else { "report.open" });
        view! {
            <li class:done=is_done>
                <svg viewBox="0 0 12 12" role="img" aria-label=state>
                    <rect x="1" y="1" width="10" height="10" />
                    {is_done.then(|| view! { <path d="M3 6.2 5.2 8.4 9.2 3.6" /> })}
                </svg>
                <span>{words.t(&format!("ready.{item}"))}</span>
            </li>
        }
    });
    let done = view.ready.len() as f64;
    view! {
        <section class="ready">
            <h2>
                {words.t("ready.title")} " "
                <span>{words.k_of_n(done, u64::from(READINESS_ITEMS))}</span>
            </h2>
            <ul data-testid="report-ready">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// How to read it, what not to read into it, and what it rests on.
fn foot(words: Words, view: &ReportView) -> AnyView {
    let number = |number: u32| words.integer(u64::from(number));
    let windows = &view.windows;
    let definitions = words.fill(
        "report.definitions",
        &[
            ("hours", &number(windows.response_hours)),
            ("incoming", &number(windows.warm_incoming)),
            ("days", &number(windows.meeting_days)),
            ("need", &number(windows.rate_needs)),
        ],
    );
    let quoted = view.quoted.as_ref().map(|line| {
        let said = cited(words, line, &view.frame.currency);
        view! { <span class="quoted" data-testid="report-quoted">{said}</span> }
    });
    let made = words.fill(
        "report.made",
        &[
            ("sum", &format!("\u{2066}{}\u{2069}", view.checksum)),
            ("time", &words.timestamp(&now_iso())),
            ("files", &words.count("report.files", u64::from(view.files), &[])),
            ("entries", &words.count("report.entries", u64::from(view.typed), &[])),
        ],
    );
    view! {
        <footer>
            <p>
                <svg width="86" height="24" viewBox="0 0 86 24" aria-hidden="true">
                    <path class="axis" d="M6 19.5H80M6 16v4M80 16v4" fill="none" />
                    <path class="goalst" d="M68.2 0V20" />
                    <path class="goal" d="M68.2 0l6 2.6-6 2.6Z" />
                    <path class="wk" d="M38.6 10H62.2M38.6 6.5v7M62.2 6.5v7" />
                    <circle class="ring" cx="29.7" cy="20" r="3" />
                    <circle class="dot" cx="51.1" cy="10" r="4" />
                </svg>
                <span>
                    {quoted}
                    {words.sentences([words.t("report.legend"), words.t("report.caveats"), definitions])}
                </span>
            </p>
            <p class="mono" data-testid="report-made">{made}</p>
        </footer>
    }
    .into_any()
}
