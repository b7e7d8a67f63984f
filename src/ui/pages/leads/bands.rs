//! The bands: month ends, growth, limits.

use leptos::prelude::*;

use super::said;
use crate::facts::Day;
use crate::metrics::{Figure, Quantity, State, Unit};
use crate::ui::parts::{Direction, DirectionMark, Judgement};
use crate::ui::session::{Session, value_of};
use crate::ui::typed::typed_number;
use crate::ui::words::Words;
use crate::views::{BandLine, LeadsView};

/// Size of a band's line, in CSS pixels.
const SIZE: (f64, f64) = (300.0, 92.0);
/// Room for the number beside it.
const ASIDE: f64 = 48.0;

/// Social leads of each band at month ends, and how they grow.
pub fn bands(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let top = view.bands.iter().flat_map(|band| &band.months).filter_map(|(_, level)| *level);
    let top = top.fold(1.0, f64::max);
    let panels = (view.bands.iter().zip(view.rules.windows))
        .map(|(band, window)| panel(words, band, window, top))
        .collect_view();
    view! {
        <section class="sec">
            <h2>{words.t("leads.bands")}</h2>
            <p class="quiet small">{words.t("leads.bands_text")}</p>
            <div class="lead-bands" data-testid="leads-bands">
                {panels}
            </div>
            {limits(session, view)}
        </section>
    }
    .into_any()
}

fn panel(words: Words, band: &BandLine, window: (u32, u32), top: f64) -> AnyView {
    let name = words.t(&format!("key.band.{}", band.band));
    let days = words.fill(
        "leads.window",
        &[("from", &words.integer(u64::from(window.0))), ("to", &words.integer(u64::from(window.1)))],
    );
    let (last, ends) = (band.months.last(), [band.months.first(), band.months.last()]);
    let ends = ends.map(|end| end.map(|(day, _)| words.month(*day)).unwrap_or_default());
    let level = last.and_then(|(_, level)| *level);
    let shown = level.map_or_else(|| "–".to_owned(), |level| words.value(Unit::Count, level, ""));
    let label = words
        .fill("leads.band_line", &[("band", &name), ("n", &shown), ("from", &ends[0]), ("to", &ends[1])]);
    // The number stands at the end of its line, its middle at the line's height.
    let beside = (level_height(level.unwrap_or(0.0), top) + 7.0).clamp(18.0, SIZE.1 - 4.0);
    let growth = band.growth.iter().map(|(months, figure)| growth(words, *months, figure)).collect_view();
    view! {
        <div class=format!("lead-band {}", band.band) data-testid=format!("band-{}", band.band)>
            <h3>
                {name}
                " "
                <span class="q3">{words.t(&format!("leads.band.{}_text", band.band))} " " {days}</span>
            </h3>
            <div class="line" dir="ltr">
                <svg viewBox=format!("0 0 {} {}", SIZE.0 + ASIDE, SIZE.1) role="img" aria-label=label>
                    <path class="base" d=format!("M0 {}H{}", SIZE.1 - 4.0, SIZE.0) />
                    <path class="course" d=path(&band.months, top) />
                    <text class="now" x=SIZE.0 + 6.0 y=format!("{beside:.1}")>{shown}</text>
                </svg>
            </div>
            <div class="ends q3 num" dir="ltr">
                <span>{ends[0].clone()}</span>
                <span>{ends[1].clone()}</span>
            </div>
            <dl class="lead-growth">{growth}</dl>
        </div>
    }
    .into_any()
}

/// Where a level lies on the panels' common scale.
fn level_height(level: f64, top: f64) -> f64 {
    SIZE.1 - 6.0 - level / top * (SIZE.1 - 14.0)
}

/// The line of the levels; a gap where one is not known.
fn path(months: &[(Day, Option<f64>)], top: f64) -> String {
    let steps = months.len().saturating_sub(1).max(1) as f64;
    let mut path = String::new();
    let mut is_joined = false;
    for (place, (_, level)) in months.iter().enumerate() {
        let Some(level) = level else {
            is_joined = false;
            continue;
        };
        let x = 3.0 + place as f64 / steps * (SIZE.0 - 6.0);
        let y = level_height(*level, top);
        path.push_str(&format!("{}{x:.1} {y:.1}", if is_joined { "L" } else { "M" }));
        is_joined = true;
    }
    path
}

fn growth(words: Words, months: u32, figure: &Figure) -> AnyView {
    let over = words.count("leads.over", u64::from(months), &[]);
    let said = match figure.state {
        State::Value(quantity) => {
            let rate = quantity.to_f64();
            let (low, high) = (figure.low.map(Quantity::to_f64), figure.high.map(Quantity::to_f64));
            // Growth is neither good nor bad: a band may fill because nobody leaves it.
            let is_told = low.zip(high).is_some_and(|(low, high)| low > 0.0 || high < 0.0);
            let judgement = if is_told { Judgement::Neutral } else { Judgement::Unclear };
            let direction = if rate < 0.0 { Direction::Down } else { Direction::Up };
            let verdict = match (is_told, rate < 0.0) {
                (false, _) => "leads.cannot_tell",
                (true, true) => "leads.shrinks",
                (true, false) => "leads.grows",
            };
            let interval = low.zip(high).map(|(low, high)| signed_range(words, low, high));
            view! {
                <DirectionMark judgement=judgement direction=direction />
                <b class="num">
                    <bdi dir="ltr">{signed(words, rate)}</bdi>
                </b>
                " "
                {words.t(verdict)}
                " "
                <bdi dir="ltr" class="q3 num">
                    {interval}
                </bdi>
            }
            .into_any()
        }
        _ => said::value(words, Unit::Ratio, figure, ""),
    };
    view! {
        <div>
            <dt class="q3">{over}</dt>
            <dd>{said}</dd>
        </div>
    }
    .into_any()
}

fn signed(words: Words, rate: f64) -> String {
    words.with_sign(rate, &words.percent(rate.abs(), 1))
}

fn signed_range(words: Words, low: f64, high: f64) -> String {
    words.fill("range.to", &[("low", &signed(words, low)), ("high", &signed(words, high))])
}

/// The limits of the bands and the times in which leads are expected to become customers.
fn limits(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let rules = view.rules.clone();
    let (medium, fast) = view.limits;
    let fields = RwSignal::new([
        words.typed(medium),
        words.typed(fast),
        rules.windows[0].0.to_string(),
        rules.windows[0].1.to_string(),
        rules.windows[1].0.to_string(),
        rules.windows[1].1.to_string(),
        rules.windows[2].0.to_string(),
        rules.windows[2].1.to_string(),
    ]);
    let field = move |place: usize, label: String| {
        view! {
            <label>
                <b>{label}</b>
                <input
                    class="field num"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=move || fields.with(|all| all.get(place).cloned().unwrap_or_default())
                    on:input=move |event| {
                        fields
                            .update(|all| {
                                if let Some(field) = all.get_mut(place) {
                                    *field = value_of(&event);
                                }
                            })
                    }
                />
            </label>
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let written = fields.get_untracked();
        let number = |place: usize| written.get(place).and_then(|text| typed_number(text));
        let days = |place: usize| number(place).map(|days| days.clamp(0.0, 9999.0) as u32).unwrap_or(0);
        let mut rules = rules.clone();
        rules.windows = [(days(2), days(3)), (days(4), days(5)), (days(6), days(7))];
        session.set_leads(rules, (number(0).unwrap_or(-1.0), number(1).unwrap_or(-1.0)));
    };
    let of = |band: &str| words.t(&format!("key.band.{band}"));
    let windows = [("slow", 2), ("medium", 4), ("fast", 6)].map(|(band, place)| {
        view! {
            {field(place, words.fill("leads.window_from", &[("band", &of(band))]))}
            {field(place + 1, words.fill("leads.window_to", &[("band", &of(band))]))}
        }
    });
    view! {
        <details class="lead-limits">
            <summary>{words.t("leads.limits")}</summary>
            <p class="quiet small">{words.t("leads.limits_text")}</p>
            <form class="lead-form" on:submit=save data-testid="leads-limits">
                {field(0, words.fill("leads.limit_from", &[("band", &of("medium"))]))}
                {field(1, words.fill("leads.limit_from", &[("band", &of("fast"))]))}
                {windows.into_iter().collect_view()}
                <button class="btn primary" type="submit">
                    {words.t("action.save")}
                </button>
            </form>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_month_breaks_the_line() {
        let day = Day(20_000);
        let months = [(day, Some(0.0)), (day, None), (day, Some(10.0)), (day, Some(5.0))];
        assert_eq!(path(&months, 10.0), "M3.0 86.0M199.0 8.0L297.0 47.0");
    }
}
