//! A week by hours: a cell for each hour of each day.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::heat_cells::{
    COLUMN, HEIGHT, HOURS, HeatCell, HeatMapData, HeatPaint, HeatRow, RANGE, ROW, TOP, WIDTH, after_key,
    first_hour, scrolled_to, x_of, y_of,
};
use super::{interval_path, px};
use crate::ui::canvas::svg::escaped;

/// From the top of a cell to the line its text stands on.
const BASELINE: f64 = 16.0;
/// Bottom of the volume bars and their greatest height.
const BARS: (f64, f64) = (46.0, 28.0);

/// A week by hours. The whole map is one stop of the Tab key; arrow keys, Home and End move the
/// chosen cell, a click chooses one. The page shows what it knows of `chosen` beside the map.
#[component]
pub fn HeatMap(
    /// What to show.
    #[prop(into)]
    data: Signal<HeatMapData>,
    /// Row and hour of the chosen cell.
    chosen: RwSignal<Option<(usize, usize)>>,
    /// The sentence that stands for the picture.
    #[prop(into)]
    label: Signal<String>,
    /// A prefix for the ids of its cells, unique in the page.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let row_count = Memo::new(move |_| data.with(|data| data.rows.len()));
    let key = move |event: web_sys::KeyboardEvent| {
        if let Some(next) = after_key(&event.key(), chosen.get_untracked(), row_count.get_untracked()) {
            event.prevent_default();
            chosen.set(Some(next));
        }
    };
    // A choice outlives a change of the data; a row that is gone is no longer marked.
    let marked = move || chosen.get().filter(|(row, hour)| *row < row_count.get() && *hour < HOURS);
    let mark = move || {
        let (row, hour) = marked()?;
        let (x, y) = (px(x_of(hour) - 2.0), px(y_of(row) - 2.0));
        let (width, height) = (px(WIDTH + 4.0), px(HEIGHT + 4.0));
        Some(view! {
            <rect class="chosen under" x=x.clone() y=y.clone() width=width.clone() height=height.clone() />
            <rect class="chosen" x=x y=y width=width height=height />
        })
    };
    let active = move || marked().map(|(row, hour)| id.with_value(|id| format!("{id}-{row}-{hour}")));
    let wide = Memo::new(move |_| data.with(has_range));
    // Where it is wider than its place, it begins with the hours of work, and the chosen cell stays in view.
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |was: Option<bool>| {
        let Some(element) = place.get() else { return false };
        let to = match (was, chosen.get()) {
            (Some(true), None) => return true,
            (Some(true), Some((_, hour))) => {
                scrolled_to(hour, f64::from(element.scroll_left()), f64::from(element.client_width()))
            }
            _ => COLUMN * data.with_untracked(|data| f64::from(u32::try_from(first_hour(data)).unwrap_or(0))),
        };
        // Whole pixels.
        request_animation_frame(move || element.set_scroll_left(to.round() as i32));
        true
    });
    // Where the map scrolls in its own box, the names of the days stay in view over those in the picture.
    let days = move || {
        data.with(|data| data.rows.iter().map(|day| view! { <span>{day.name.clone()}</span> }).collect_view())
    };
    let map = view! {
        <svg
            class="heatmap"
            viewBox=move || if wide.get() { "0 0 880 262" } else { "0 0 748 262" }
            role="grid"
            aria-label=move || label.get()
            aria-activedescendant=active
            tabindex="0"
            on:keydown=key
            on:click=move |event| {
                if let Some(cell) = cell_of(&event) {
                    chosen.set(Some(cell));
                }
            }
        >
            <defs>
                <pattern
                    id=id.with_value(|id| format!("{id}-hatch"))
                    width="5"
                    height="5"
                    patternUnits="userSpaceOnUse"
                    patternTransform="rotate(45)"
                >
                    <path class="hatchline" d="M0 0V5" />
                </pattern>
            </defs>
            {move || data.with(|data| content(data, &id.read_value()))}
            {mark}
        </svg>
    };
    // Hours run from left to right in every language.
    view! {
        <div class="heatbox" class:wide=move || wide.get() dir="ltr" node_ref=place>
            <div class="heatdays" aria-hidden="true">
                {days}
            </div>
            {map}
        </div>
    }
}

/// Whether values of whole days stand at the end of the rows.
fn has_range(data: &HeatMapData) -> bool {
    data.rows.iter().any(|row| row.range.is_some())
}

fn content(data: &HeatMapData, id: &str) -> AnyView {
    let bars: Vec<_> = data
        .volumes
        .iter()
        .take(HOURS)
        .enumerate()
        .map(|(hour, volume)| {
            let height = volume.clamp(0.0, 1.0) * BARS.1;
            view! {
                <rect class="volume" x=px(x_of(hour)) y=px(BARS.0 - height) width=px(WIDTH) height=px(height) />
            }
        })
        .collect();
    let bottom = y_of(data.rows.len()) + 15.0;
    let hours: Vec<_> = data
        .hours
        .iter()
        .map(|(hour, text)| {
            let x = px(x_of(usize::from(*hour)) - 1.0);
            view! { <text class="m" x=x y=px(bottom)>{text.clone()}</text> }
        })
        .collect();
    let rows: Vec<_> =
        data.rows.iter().enumerate().map(|(row, day)| day_row(day, row, id, &data.empty_label)).collect();
    let working = data.working.as_ref().map(|working| {
        let cells = |range: &std::ops::Range<u8>| f64::from(range.end.saturating_sub(range.start));
        view! {
            <rect
                class="working"
                x=px(x_of(usize::from(working.hours.start)) - 1.0)
                y=px(y_of(usize::from(working.rows.start)) - 1.0)
                width=px(cells(&working.hours) * COLUMN)
                height=px(cells(&working.rows) * ROW)
            />
        }
    });
    let range_axis = has_range(data).then(|| {
        view! {
            <text x=px(RANGE.0) y="46">{data.range_name.clone()}</text>
            <text x=px(RANGE.0 - 2.0) y=px(bottom)>{data.range_ends.0.clone()}</text>
            <text class="e" x=px(RANGE.1 + 6.0) y=px(bottom)>{data.range_ends.1.clone()}</text>
        }
    });
    view! {
        <g aria-hidden="true">
            {bars}
            <text class="due" x="0" y=px(TOP - 13.0)>{data.volume_name.clone()}</text>
            {hours}
            {range_axis}
        </g>
        {rows}
        {working}
    }
    .into_any()
}

fn day_row(day: &HeatRow, row: usize, id: &str, empty_label: &str) -> impl IntoView + use<> {
    let top = y_of(row);
    let cells = cells(day, row, id, empty_label);
    let whisker = day.range.map(|range| {
        let at = |position: f64| RANGE.0 + position.clamp(0.0, 1.0) * (RANGE.1 - RANGE.0);
        let y = top + 12.0;
        view! {
            <g aria-hidden="true">
                <path class="grid" d=format!("M{} {}H{}", px(RANGE.0), px(y), px(RANGE.1)) />
                <path class="wk" d=interval_path(at(range.low), at(range.high), y, 3.0) />
                <circle class="dot" r="3.2" cx=px(at(range.value)) cy=px(y) />
            </g>
        }
    });
    view! {
        <g role="row">
            <g role="rowheader">
                <text class="k" x="0" y=px(top + BASELINE)>
                    {day.name.clone()}
                </text>
            </g>
            <g role="none" inner_html=cells></g>
            {whisker}
        </g>
    }
}

/// The cells of a day as markup. The browser reads all of a week at once; made one by one, with their names and
/// places, its 672 elements would hold the page up for a tenth of a second.
fn cells(day: &HeatRow, row: usize, id: &str, empty_label: &str) -> String {
    let top = y_of(row);
    let (width, height) = (px(WIDTH), px(HEIGHT));
    let mut out = String::new();
    for hour in 0..HOURS {
        let cell = day.cells.get(hour).and_then(Option::as_ref);
        let (class, label) = match cell {
            None => ("empty".to_owned(), empty_label),
            Some(HeatCell { paint: HeatPaint::TooFew, label, .. }) => ("few".to_owned(), label.as_str()),
            Some(HeatCell { paint: HeatPaint::Step(step), label, .. }) => {
                (format!("s{}", (*step).clamp(1, 7)), label.as_str())
            }
        };
        // A pattern can only be named by a presentation attribute: its id differs from map to map.
        let fill = if class == "few" { format!(" fill=\"url(#{id}-hatch)\"") } else { String::new() };
        let text = cell.map(|cell| {
            let (x, y, text) = (px(x_of(hour) + WIDTH / 2.0), px(top + BASELINE), escaped(&cell.text));
            format!("<text class=\"m\" aria-hidden=\"true\" x=\"{x}\" y=\"{y}\">{text}</text>")
        });
        let (x, y) = (px(x_of(hour)), px(top));
        // The title is its name: what is printed in the cell is shorter.
        out.push_str(&format!(
            "<g class=\"cell {class}\" role=\"gridcell\" id=\"{id}-{row}-{hour}\"><title>{label}</title>\
             <rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{fill}/>{text}</g>",
            label = escaped(label),
            text = text.unwrap_or_default(),
        ));
    }
    out
}

/// Row and hour of the cell that an event befell, by its id.
fn cell_of(event: &web_sys::MouseEvent) -> Option<(usize, usize)> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let id = target.closest("[role='gridcell']").ok().flatten()?.id();
    let mut parts = id.rsplit('-');
    let (hour, row) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    Some((row, hour))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_their_names_and_what_a_file_wrote_stays_text() {
        let cell =
            |paint, text: &str, label: &str| Some(HeatCell { paint, text: text.into(), label: label.into() });
        let day = HeatRow {
            name: "Monday".into(),
            cells: vec![
                cell(HeatPaint::Step(9), "80", "Monday <b>0</b>: 80%"),
                cell(HeatPaint::TooFew, "2/4", "Monday 1 & 2"),
                None,
            ],
            range: None,
        };
        let markup = cells(&day, 3, "map", "none");
        assert_eq!(markup.matches("role=\"gridcell\"").count(), HOURS);
        assert!(markup.starts_with("<g class=\"cell s7\" role=\"gridcell\" id=\"map-3-0\">"), "{markup}");
        assert!(markup.contains("<title>Monday &lt;b&gt;0&lt;/b&gt;: 80%</title>"), "{markup}");
        assert!(
            markup.contains("Monday 1 &amp; 2") && markup.contains("fill=\"url(#map-hatch)\""),
            "{markup}"
        );
        assert_eq!(markup.matches("<title>none</title>").count(), HOURS - 2);
    }
}
