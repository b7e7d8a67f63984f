//! The table of sellers, in the order that is asked for.

use leptos::prelude::*;

use super::super::shown::{bare_cell, figure_cell, name_cell, number, part, points};
use crate::metrics::{Figure, Unit};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{SsiLine, SsiView};

/// What the rows are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Name,
    Index,
    Step,
    SinceBaseline,
    Slope,
}

impl Order {
    const ALL: [Order; 5] = [Order::Name, Order::Index, Order::Step, Order::SinceBaseline, Order::Slope];

    fn key(self) -> &'static str {
        match self {
            Order::Name => "dim.seller",
            Order::Index => "metric.ssi.name",
            Order::Step => "ssi.col_step",
            Order::SinceBaseline => "ssi.col_since",
            Order::Slope => "metric.ssi_slope.name",
        }
    }

    /// The value to order by; sellers without one come last.
    fn value(self, line: &SsiLine) -> Option<f64> {
        match self {
            Order::Name => None,
            Order::Index => line.index.value(),
            Order::Step => line.step,
            Order::SinceBaseline => line.since_baseline,
            Order::Slope => line.slope.value(),
        }
    }
}

/// Highest first; names by the alphabet.
fn ordered(lines: &[SsiLine], order: Order) -> Vec<&SsiLine> {
    let mut lines: Vec<&SsiLine> = lines.iter().collect();
    let rank = |line: &SsiLine| order.value(line).unwrap_or(f64::NEG_INFINITY);
    lines.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then_with(|| a.seller.cmp(&b.seller)));
    lines
}

/// The table.
pub fn sellers(session: Session, view: Signal<SsiView>) -> impl IntoView {
    let words = session.words();
    let lines = part(view, |view| view.sellers.clone());
    let order = RwSignal::new(Order::Slope);
    let head = Order::ALL.map(|own| {
        let sorted = move || if order.get() != own { "none" } else if own == Order::Name { "ascending" } else { "descending" };
        let class = if own == Order::Name { "" } else { "r" };
        view! {
            <th scope="col" class=class aria-sort=sorted>
                <button type="button" class="sorts" class:on=move || order.get() == own on:click=move |_| order.set(own)>
                    {words.t(own.key())}
                </button>
            </th>
        }
    });
    let rest = ["ssi.weakest", "metric.ssi_industry_rank.name", "metric.ssi_network_rank.name"];
    let rest = rest.map(|key| view! { <th scope="col" class="r">{words.t(key)}</th> });
    let rows = move || {
        lines
            .with(|lines| ordered(lines, order.get()).into_iter().map(|line| row(words, line)).collect_view())
    };
    view! {
        <section class="sec">
            <h2>{words.t("ssi.sellers_title")}</h2>
            <p class="quiet small">{words.t("ssi.sellers_text")}</p>
            <div class="scroll">
                <table class="data" data-testid="ssi-sellers">
                    <thead>
                        <tr>{head.collect_view()} {rest.collect_view()}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(words: Words, line: &SsiLine) -> AnyView {
    let age = line.index.readings.first().map(|reading| {
        let text = words.count("ssi.age", u64::from(reading.age_days.max(0).unsigned_abs()), &[]);
        if reading.is_reported { words.in_line([text, words.t("ssi.reported")]) } else { text }
    });
    let sum = line.adds_up_to.map(|sum| {
        let text = words.fill("ssi.adds_up_to", &[("sum", &words.number(sum, 1))]);
        view! { <small class="ask">{text}</small> }
    });
    let index = match line.index.value() {
        Some(value) => view! {
            <td class="r num">
                <bdi dir="ltr" class="ltr">{words.value(Unit::Score, value, "")}</bdi>
                <small class="q3">{age}</small>
                {sum}
            </td>
        }
        .into_any(),
        None => bare_cell(words, Unit::Score, &line.index, ""),
    };
    let rank = |figure: &Figure| bare_cell(words, Unit::TopPercent, figure, "");
    let weakest = line.weakest.as_ref().map(|id| words.metric_name(id, None));
    view! {
        <tr>
            {name_cell(&line.seller)}
            {index}
            {number(line.step.map(|step| points(words, step)))}
            {number(line.since_baseline.map(|since| points(words, since)))}
            {figure_cell(words, Unit::PointsPerWeek, &line.slope, "")}
            <td class="r">{weakest.unwrap_or_else(|| "–".to_owned())}</td>
            {rank(&line.industry)}
            {rank(&line.network)}
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::{Missing, Quantity, State};

    fn line(seller: &str, slope: Option<f64>) -> SsiLine {
        let missing = || Figure::missing(Missing::TooFewReadings);
        SsiLine {
            seller: seller.into(),
            index: missing(),
            step: None,
            since_baseline: None,
            slope: slope.map_or_else(missing, |slope| Figure::of(State::Value(Quantity::Number(slope)), 3)),
            pillars: Vec::new(),
            weakest: None,
            adds_up_to: None,
            industry: missing(),
            network: missing(),
            is_due: false,
            checks: Vec::new(),
        }
    }

    #[test]
    fn highest_first_and_those_without_a_value_last() {
        let lines = [line("Cy", None), line("Bo", Some(-0.5)), line("Ada", None), line("Dan", Some(1.5))];
        let names = |order| ordered(&lines, order).iter().map(|line| line.seller.clone()).collect::<Vec<_>>();
        assert_eq!(names(Order::Slope), ["Dan", "Bo", "Ada", "Cy"]);
        assert_eq!(names(Order::Name), ["Ada", "Bo", "Cy", "Dan"]);
    }
}
