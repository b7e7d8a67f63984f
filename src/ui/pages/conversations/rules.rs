//! Working hours and time zone: how the week is counted.

use leptos::prelude::*;

use crate::metrics::BusinessHours;
use crate::ui::parts::Pick;
use crate::ui::session::{Session, value_of};
use crate::ui::zones::{zone_names, zone_of};
use crate::views::TalkRules;

/// The zone, to be chosen, and the working hours, in a fold.
pub fn rules(session: Session, rules: Signal<TalkRules>) -> AnyView {
    let words = session.words();
    let zone = Signal::derive(move || {
        rules.with(|rules| rules.zone.as_ref().map(|zone| zone.name.clone()).unwrap_or_default())
    });
    let zones = move || {
        let mut options = vec![(String::new(), words.t("talk.zone.browser"))];
        let mut names = zone_names();
        // A zone of another browser may be none of this one's.
        let known = zone.get();
        if !known.is_empty() && !names.contains(&known) {
            names.insert(0, known);
        }
        options.extend(names.into_iter().map(|name| (name.clone(), name)));
        options
    };
    let set_zone = move |name: String| {
        let zone = (!name.is_empty()).then(|| zone_of(&name));
        set(session, rules, |rules| rules.zone = zone);
    };
    let hour = move |label: &'static str, test_id: &'static str, is_from: bool| {
        let range = if is_from { 0..=23u8 } else { 1..=24u8 };
        let options: Vec<(String, String)> = range.map(|hour| (hour.to_string(), words.hour(hour))).collect();
        let value = Signal::derive(move || {
            rules.with(|rules| {
                let hours = &rules.business_hours;
                (if is_from { hours.from } else { hours.to }).to_string()
            })
        });
        let pick = move |picked: String| {
            let Ok(picked) = picked.parse::<u8>() else { return };
            set_hours(session, rules, |hours| {
                if is_from {
                    (hours.from, hours.to) = (picked, hours.to.max(picked.saturating_add(1)));
                } else {
                    (hours.to, hours.from) = (picked, hours.from.min(picked.saturating_sub(1)));
                }
            });
        };
        view! {
            <Pick
                name=words.t(label)
                test_id=test_id
                options=Signal::derive(move || options.clone())
                value=value
                on_pick=pick
            />
        }
    };
    let days = (0..7u8)
        .map(|row| {
            let weekday = (words.first_weekday() - 1 + row) % 7 + 1;
            let is_on = move || rules.with(|rules| rules.business_hours.days.contains(&weekday));
            let turn = move |_| {
                set_hours(session, rules, |hours| {
                    if hours.days.contains(&weekday) {
                        hours.days.retain(|day| *day != weekday);
                    } else {
                        hours.days.push(weekday);
                        hours.days.sort_unstable();
                    }
                });
            };
            view! {
                <label class="tick">
                    <input type="checkbox" prop:checked=is_on on:change=turn />
                    {words.weekday(weekday)}
                </label>
            }
        })
        .collect_view();
    view! {
        <Pick
            name=words.t("talk.zone")
            test_id="talk-zone"
            options=Signal::derive(zones)
            value=zone
            on_pick=set_zone
        />
        <details class="talk-rules">
            <summary class="small" data-testid="talk-rules">{words.t("talk.rules")}</summary>
            <div class="talk-picks">
                {hour("talk.rules.from", "talk-from", true)}
                {hour("talk.rules.to", "talk-to", false)}
            </div>
            <fieldset class="talk-days">
                <legend class="small">{words.t("talk.rules.days")}</legend>
                {days}
            </fieldset>
            <p class="small quiet">{words.t("talk.rules.text")}</p>
        </details>
    }
    .into_any()
}

fn set_hours(session: Session, rules: Signal<TalkRules>, change: impl FnOnce(&mut BusinessHours)) {
    set(session, rules, |rules| change(&mut rules.business_hours));
}

/// Changes the rules, keeps them, and offers the way back.
pub fn set(session: Session, rules: Signal<TalkRules>, change: impl FnOnce(&mut TalkRules)) {
    let before = rules.get_untracked();
    let mut now = before.clone();
    change(&mut now);
    session.set_talk_rules(now, Some(before));
}

/// Words between commas.
pub fn words_of(event: &web_sys::Event) -> Vec<String> {
    let text = value_of(event);
    let parts = text.split([',', ';', '،', '，', '、', '\n']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
