//! From band to band, and what came before leads became fast.

use leptos::prelude::*;

use super::said;
use crate::ui::session::{Session, value_of};
use crate::ui::words::Words;
use crate::views::{LeadsView, MoveTable, Moves};

/// Keys of the names of rows and columns; the last one is a column only.
const BANDS: [&str; 4] = ["key.band.slow", "key.band.medium", "key.band.fast", "leads.customer"];

/// From band to band, month by month.
pub fn moves(session: Session, view: &LeadsView) -> AnyView {
    let words = session.words();
    let content = match &view.moves {
        None => view! { <p class="emp quiet">{words.t("leads.moves_none")}</p> }.into_any(),
        Some(moves) if moves.months.is_empty() => {
            view! { <p class="emp quiet">{words.t("leads.moves_short")}</p> }.into_any()
        }
        Some(moves) => matrix(words, moves),
    };
    view! {
        <section class="sec">
            <h2>{words.t("leads.moves")}</h2>
            <p class="quiet small">{words.t("leads.moves_text")}</p>
            {content}
        </section>
    }
    .into_any()
}

fn matrix(words: Words, moves: &Moves) -> AnyView {
    let month = RwSignal::new(String::new());
    let all = moves.clone();
    let chosen = move || {
        let wanted = month.get();
        let of_month = all.months.iter().find(|(start, _)| start.iso() == wanted);
        table(words, of_month.map_or(&all.all, |(_, table)| table))
    };
    let options = moves.months.iter().rev().map(|(start, _)| {
        view! { <option value=start.iso()>{words.month(*start)}</option> }
    });
    let options = options.collect_view();
    let every = words.count("leads.all_months", moves.months.len() as u64, &[]);
    view! {
        <label class="pick">
            <small>{words.t("leads.month")}</small>
            <select data-testid="moves-month" on:change=move |event| month.set(value_of(&event))>
                <option value="">{every}</option>
                {options}
            </select>
        </label>
        {chosen}
        {tips(words, moves)}
    }
    .into_any()
}

fn table(words: Words, table: &MoveTable) -> AnyView {
    let name = |band: &str| words.t(band);
    let rows = BANDS.into_iter().zip(table).map(|(from, row)| {
        let n: u32 = row.iter().sum();
        let cells = (BANDS.into_iter().zip(row)).map(|(to, k)| {
            let share = (n > 0).then(|| words.percent(f64::from(*k) / f64::from(n), 0));
            let is_same = from == to;
            // Few leads are shown as leads, not as per cent.
            let share = share.filter(|_| n >= 5);
            view! {
                <td class="r num" class:stays=is_same>
                    <b>{words.integer(u64::from(*k))}</b>
                    " "
                    <span class="q3">{share}</span>
                </td>
            }
        });
        let cells = cells.collect_view();
        view! {
            <tr>
                <th scope="row">{words.fill("leads.from_band", &[("band", &name(from))])}</th>
                {cells}
                <td class="r num q3">{words.integer(u64::from(n))}</td>
            </tr>
        }
        .into_any()
    });
    let head = std::iter::once(words.t("leads.col_from"))
        .chain(BANDS.into_iter().map(|band| words.fill("leads.to_band", &[("band", &name(band))])))
        .chain([words.t("leads.col_all")]);
    said::table(words.t("leads.moves"), head.collect(), &[1, 2, 3, 4, 5], rows.collect(), "leads-moves")
}

fn tips(words: Words, moves: &Moves) -> AnyView {
    let tipped = words.count("leads.tipped", u64::from(moves.tipped), &[]);
    let rows: Vec<AnyView> = (moves.tips.iter())
        .map(|line| {
            let kind = if line.kind.is_empty() { words.t("key.unknown") } else { words.code(&line.kind) };
            view! {
                <tr>
                    <th scope="row">
                        <bdi>{kind}</bdi>
                    </th>
                    <td class="r">{said::share(words, &line.before)}</td>
                    <td class="r">{said::share(words, &line.usual)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let head = ["leads.col_activity", "leads.col_before", "leads.col_usual"].map(|key| words.t(key)).into();
    let table =
        (!rows.is_empty()).then(|| said::table(words.t("leads.tips"), head, &[1, 2], rows, "leads-tips"));
    view! {
        <h3>{words.t("leads.tips")}</h3>
        <p class="quiet small">{tipped} {words.gap()} {words.t("leads.tips_text")}</p>
        {table}
    }
    .into_any()
}
