//! The link to a weekly check-in, and reminders for a calendar.

use leptos::prelude::*;

use super::{Log, asked_of};
use crate::facts::Day;
use crate::ui::browser::{now_iso, now_millis};
use crate::ui::parts::{Line, choice_field, copy_text, line_field};
use crate::ui::route::{CheckinLink, Page, Route};
use crate::views::checkin::QUESTIONS;
use crate::views::{Ask, Filter, Reminder};

/// Weeks that can be asked about: the current one and those before it.
const WEEKS: i32 = 4;

/// The invitation: week, questions, and the link that holds them.
pub fn invitation(log: Log) -> AnyView {
    let words = log.session.words();
    let week = RwSignal::new(log.today.week_start());
    let asked = RwSignal::new(QUESTIONS.map(|question| (question, true)));
    let names_sellers = RwSignal::new(true);
    let link = move || {
        let chosen =
            asked.with(|all| all.iter().filter(|(_, on)| *on).map(|(name, _)| (*name).to_owned()).collect());
        let sellers =
            if names_sellers.get() { log.view.with(|view| view.sellers.clone()) } else { Vec::new() };
        let page = Page::Checkin(CheckinLink { week: Some(week.get()), ask: chosen, sellers });
        Route { page, filter: Filter::default() }.address()
    };
    let weeks = (0..WEEKS)
        .map(|back| {
            let monday = log.today.week_start().plus(-7 * back);
            let week = [("week", words.calendar_week(monday)), ("day", words.short_day(monday))];
            let text = words.fill("log.week_of", &week.each_ref().map(|(name, text)| (*name, text.as_str())));
            view! { <option value=monday.iso()>{text}</option> }
        })
        .collect_view();
    let questions = QUESTIONS
        .into_iter()
        .enumerate()
        .map(|(place, question)| {
            let is_on = move || asked.with(|all| all.get(place).is_some_and(|(_, on)| *on));
            let turn = move |_| {
                asked.update(|all| {
                    if let Some((_, on)) = all.get_mut(place) {
                        *on = !*on;
                    }
                });
            };
            view! {
                <label class="check">
                    <input type="checkbox" prop:checked=is_on on:change=turn />
                    {words.t(&asked_of(question))}
                </label>
            }
        })
        .collect_view();
    let copy = move |_| {
        let here = window().location().href().unwrap_or_default();
        let here = here.split('#').next().unwrap_or_default();
        copy_text(log.session, &format!("{here}{}", link()), "checkin.link_copied");
    };
    view! {
        <section>
            <h3>{words.t("checkin.title")}</h3>
            <p>{words.t("checkin.invite_text")}</p>
            {choice_field("checkin-week", words.t("field.week"), weeks.into_any(), move |chosen| {
                if let Some(day) = Day::parse_iso(&chosen) {
                    week.set(day);
                }
            })}
            <fieldset class="checks">
                <legend>{words.t("checkin.questions")}</legend>
                {questions}
            </fieldset>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || names_sellers.get()
                    on:change=move |_| names_sellers.update(|on| *on = !*on)
                />
                {words.t("checkin.with_names")}
            </label>
            <div class="acts stack">
                <button class="btn" data-testid="checkin-copy" on:click=copy>
                    {words.t("checkin.copy_link")}
                </button>
                <a class="btn plain" href=link target="_blank" rel="noopener" data-testid="checkin-open">
                    {words.t("checkin.open")}
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// The reminder: weekday, time, every week or every other.
pub fn reminder(log: Log) -> AnyView {
    let words = log.session.words();
    let weekday = RwSignal::new(5u8);
    let clock = RwSignal::new("09:00".to_owned());
    let every = RwSignal::new(log.session.remembered("log_every").unwrap_or_else(|| "1".to_owned()));
    let days = (1..=7u8)
        .map(|day| {
            view! { <option value=day.to_string() selected=day == 5>{words.weekday(day)}</option> }
        })
        .collect_view();
    let save = move |_| {
        let minute = clock.with(|clock| minute_of(clock)).unwrap_or(9 * 60);
        let here = window().location().href().unwrap_or_default();
        let here = here.split('#').next().unwrap_or_default();
        let reminder = Reminder {
            title: words.t("reminder.event"),
            text: format!("{}\n{here}#/log", words.t("reminder.event_text")),
            weekday: weekday.get_untracked(),
            minute,
            every_weeks: if every.with_untracked(|every| every == "2") { 2 } else { 1 },
            from: log.today,
            made_at: now_iso(),
            id: format!("{:x}@rapport", now_millis()),
        };
        log.session.download_file(Ask::ReminderFile { reminder });
    };
    let rhythms = [("1", "reminder.weekly"), ("2", "reminder.fortnightly")].map(|(value, key)| {
        view! {
            <option value=value selected=every.with_untracked(|every| every == value)>
                {words.t(key)}
            </option>
        }
    });
    let choose_day = move |day: String| weekday.set(day.parse().unwrap_or(5));
    let choose_every = move |chosen: String| {
        log.session.remember("log_every", &chosen);
        every.set(chosen);
        // Who is due follows the rhythm.
        log.session.revision.update(|revision| *revision = revision.wrapping_add(1));
    };
    view! {
        <section>
            <h3>{words.t("reminder.title")}</h3>
            <p>{words.t("reminder.text")}</p>
            {choice_field("reminder-every", words.t("reminder.every"), rhythms.into_any(), choose_every)}
            <div class="pair">
                {choice_field("reminder-day", words.t("reminder.day"), days.into_any(), choose_day)}
                {line_field("reminder-time", words.t("reminder.time"), Line::Time, clock)}
            </div>
            <div class="acts stack">
                <button class="btn" data-testid="reminder-file" on:click=save>
                    {words.t("reminder.download")}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// Minutes since midnight of `09:05`.
fn minute_of(clock: &str) -> Option<u16> {
    let (hour, minute) = clock.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}
