//! The selection: period, comparison, seller, persona, cut. The address holds it; the bar only writes it.

use leptos::prelude::*;

use super::narrow::Narrow;
use super::pick::{Pick, PickOption};
use super::seller_pick::SellerPick;
use crate::facts::{Day, Span};
use crate::store::SaveState;
use crate::ui::browser::today;
use crate::ui::route::Page;
use crate::ui::session::{Session, session, value_of};
use crate::ui::words::{Words, words};
use crate::views::{Baseline, BucketChoice, Compare, Filter, Frame, PeriodChoice};

/// Periods that are offered by their weeks.
const WEEKS: [u32; 4] = [4, 13, 26, 52];

/// The selection.
#[component]
pub fn FilterBar() -> impl IntoView {
    let session = session();
    let is_shown = Memo::new(move |_| {
        let has_use = session.route.with(|route| !{
            matches!(
                route.page,
                Page::Start
                    | Page::Import
                    | Page::Log
                    | Page::Checkin(_)
                    | Page::Team
                    | Page::Matches
                    | Page::Slides { .. }
            )
        });
        has_use && session.frame.with(|frame| !frame.is_empty)
    });
    move || is_shown.get().then(|| view! { <Bar /> })
}

#[component]
fn Bar() -> impl IntoView {
    let session = session();
    let words = words();
    let filter = Memo::new(move |_| session.filter());
    let frame = Memo::new(move |_| session.frame.get());
    let period = Signal::derive(move || filter.with(|filter| period_id(filter.period)));
    let personas = Signal::derive(move || {
        named(words.t("filter.no_persona"), frame.with(|frame| frame.personas.clone()))
    });
    let compares =
        [("before", Compare::Before), ("year", Compare::YearBefore), ("nothing", Compare::Nothing)];
    let cuts =
        [("fitting", BucketChoice::Fitting), ("week", BucketChoice::Week), ("month", BucketChoice::Month)];
    view! {
        <section class="filters" aria-label=words.t("filter.label")>
            <div class="wrap">
                <Pick
                    name=words.t("filter.period")
                    test_id="filter-period"
                    options=Signal::derive(move || periods(words, &filter.get(), &frame.get()))
                    value=period
                    on_pick=move |id| {
                        let known = frame.with_untracked(|frame| frame.period.or(frame.known));
                        session.select(|filter| filter.period = period_of(&id, known));
                    }
                />
                {move || own_days(session, words, filter.with(|filter| filter.period))}
                <Pick
                    name=words.t("filter.compare")
                    test_id="filter-compare"
                    options=texts(words, "filter.compare", compares.map(|(id, _)| id))
                    value=Signal::derive(move || id_of(compares, filter.with(|filter| filter.compare)))
                    on_pick=move |id| session.select(|filter| filter.compare = of_id(compares, &id))
                />
                <SellerPick filter=filter frame=frame />
                <Narrow filter=filter />
                <div class="pickline">
                    <Pick
                        name=words.t("filter.persona")
                        test_id="filter-persona"
                        options=personas
                        value=Signal::derive(move || known_or_all(&frame.with(|f| f.personas.clone()), filter.with(|f| f.persona.clone())))
                        on_pick=move |name| session.select(|filter| filter.persona = given(name))
                    />
                    <a class="note" href=move || session.href(Page::Personas)>
                        {words.t("filter.edit_personas")}
                    </a>
                </div>
                <Pick
                    name=words.t("filter.by")
                    test_id="filter-by"
                    options=texts(words, "filter.by", cuts.map(|(id, _)| id))
                    value=Signal::derive(move || id_of(cuts, filter.with(|filter| filter.by)))
                    on_pick=move |id| session.select(|filter| filter.by = of_id(cuts, &id))
                />
                <span class="note push wide" data-testid="saved-line">
                    {move || saved_line(session, words)}
                </span>
            </div>
        </section>
    }
}

/// Two dates, where the period is given by its days.
fn own_days(session: Session, words: Words, period: PeriodChoice) -> Option<AnyView> {
    let PeriodChoice::Days(span) = period else { return None };
    let input = move |name: &'static str, test_id: &'static str, day: Day, is_from: bool| {
        let change = move |event: web_sys::Event| {
            // A day that is not finished, or cleared, changes nothing.
            let Some(day) = Day::parse_iso(&value_of(&event)) else { return };
            let (from, to) = if is_from { (day, span.to.max(day)) } else { (span.from.min(day), day) };
            session.select(|filter| filter.period = PeriodChoice::Days(Span { from, to }));
        };
        view! {
            <label class="pick plain">
                <small>{words.t(name)}</small>
                <input type="date" data-testid=test_id prop:value=day.iso() on:change=change />
            </label>
        }
    };
    let both = view! {
        {input("filter.from", "filter-from", span.from, true)}
        {input("filter.to", "filter-to", span.to, false)}
    };
    Some(both.into_any())
}

/// What is offered as a period; a number of days that stands in the address only is offered too.
pub fn periods(words: Words, filter: &Filter, frame: &Frame) -> Vec<PickOption> {
    let until = |text: String| match frame.data_end {
        Some(day) => words.fill("filter.until", &[("length", &text), ("day", &words.day(day))]),
        None => text,
    };
    let mut options: Vec<PickOption> = WEEKS
        .iter()
        .map(|weeks| (format!("{}", weeks * 7), until(words.count("length.weeks", u64::from(*weeks), &[]))))
        .collect();
    let own = period_id(filter.period);
    if let PeriodChoice::LastDays(days) = filter.period
        && !options.iter().any(|(id, _)| *id == own)
    {
        options.push((own, until(words.count("length.days", u64::try_from(days).unwrap_or(0), &[]))));
    }
    options.push(("all".to_owned(), words.t("filter.period.all")));
    match frame.baseline {
        Baseline::Day(day) => {
            let text = words.fill("filter.period.baseline_day", &[("day", &words.day(day))]);
            options.push(("baseline".to_owned(), text));
        }
        Baseline::None if filter.period != PeriodChoice::SinceBaseline => {}
        _ => options.push(("baseline".to_owned(), words.t("filter.period.baseline"))),
    }
    options.push(("own".to_owned(), words.t("filter.period.own")));
    options
}

/// The value of a period in that list.
pub fn period_id(period: PeriodChoice) -> String {
    match period {
        PeriodChoice::LastDays(days) => days.to_string(),
        PeriodChoice::Quarter => "91".to_owned(),
        PeriodChoice::All => "all".to_owned(),
        PeriodChoice::SinceBaseline => "baseline".to_owned(),
        PeriodChoice::Days(_) => "own".to_owned(),
    }
}

/// The period of a value in that list. Own dates begin as what was shown before.
pub fn period_of(id: &str, shown: Option<Span>) -> PeriodChoice {
    match (id, id.parse::<i32>()) {
        ("91", _) => PeriodChoice::Quarter,
        ("all", _) => PeriodChoice::All,
        ("baseline", _) => PeriodChoice::SinceBaseline,
        (_, Ok(days)) => PeriodChoice::LastDays(days),
        _ => shown.map_or(PeriodChoice::Quarter, PeriodChoice::Days),
    }
}

fn texts<const N: usize>(words: Words, prefix: &str, ids: [&'static str; N]) -> Vec<PickOption> {
    ids.iter().map(|id| ((*id).to_owned(), words.t(&format!("{prefix}.{id}")))).collect()
}

fn id_of<T: PartialEq + Copy, const N: usize>(all: [(&'static str, T); N], chosen: T) -> String {
    let found = all.iter().find(|(_, choice)| *choice == chosen);
    found.map_or("", |(id, _)| *id).to_owned()
}

fn of_id<T: Copy + Default, const N: usize>(all: [(&'static str, T); N], wanted: &str) -> T {
    all.iter().find(|(id, _)| *id == wanted).map_or_else(T::default, |(_, choice)| *choice)
}

/// A first option with no value, then the names.
fn named(first: String, names: Vec<String>) -> Vec<PickOption> {
    let names = names.into_iter().map(|name| (name.clone(), name));
    std::iter::once((String::new(), first)).chain(names).collect()
}

/// A name that no longer exists shows as all, as the engine takes it.
fn known_or_all(known: &[String], chosen: Option<String>) -> String {
    chosen.filter(|chosen| known.contains(chosen)).unwrap_or_default()
}

fn given(name: String) -> Option<String> {
    Some(name).filter(|name| !name.is_empty())
}

/// When the workspace was saved on this device, and when a backup was made.
fn saved_line(session: Session, words: Words) -> String {
    let saved = match session.save_state.get() {
        Some(SaveState::Saved { at, .. }) => {
            let day = local_day(&at);
            let time = if day == Some(today()) { words.clock(&at) } else { words.timestamp(&at) };
            Some(words.fill("filter.saved", &[("time", &time)]))
        }
        Some(_) => Some(words.t("filter.not_saved")),
        None => None,
    };
    let backup = match session.remembered("last_backup").as_deref().and_then(local_day) {
        Some(day) => {
            let ago = words.days_ago(u32::try_from(today().0 - day.0).unwrap_or(0));
            words.fill("filter.backup", &[("ago", &ago)])
        }
        None => words.t("filter.no_backup"),
    };
    words.sentences([saved, Some(backup)].into_iter().flatten())
}

/// The day of an ISO date and time in the browser's zone.
fn local_day(iso: &str) -> Option<Day> {
    let date = js_sys::Date::new(&iso.into());
    let year = i32::try_from(date.get_full_year()).ok()?;
    // Of a text that is no date every part is zero, and there is no month before January.
    Day::from_ymd(year, date.get_month() + 1, date.get_date())
}
