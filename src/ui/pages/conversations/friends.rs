//! Whose network grows while no business comes of it: "let's just be friends".

use leptos::prelude::*;

use super::super::shown::followed;
use super::cells;
use crate::ui::parts::{Failed, Pick};
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{Answer, Ask, FriendLine, FriendsView, StalledLine};

/// Weeks that can be chosen.
const WEEKS: [u32; 4] = [8, 12, 26, 52];

/// Sellers whose network grows while no business comes of it, and the contacts where it stalled.
pub fn friends(session: Session) -> AnyView {
    let words = session.words();
    let weeks = RwSignal::new(12u32);
    let filter = Memo::new(move |_| session.filter());
    let question = move || Ask::Friends { filter: filter.get(), weeks: weeks.get() };
    let (view, failure) = followed(question, |answer| match answer {
        Answer::Friends { view } => Some(view.clone()),
        _ => None,
    });
    let options: Vec<(String, String)> = WEEKS
        .into_iter()
        .map(|weeks| (weeks.to_string(), words.count("length.weeks", u64::from(weeks), &[])))
        .collect();
    view! {
        <section class="sec" data-testid="talk-friends">
            <h2>{words.t("talk.friends.title")}</h2>
            <p class="small quiet">{words.t("talk.friends.text")}</p>
            <div class="talk-picks">
                <Pick
                    name=words.t("talk.friends.weeks")
                    test_id="talk-weeks"
                    options=Signal::derive(move || options.clone())
                    value=Signal::derive(move || weeks.get().to_string())
                    on_pick=move |picked| weeks.set(picked.parse().unwrap_or(12))
                />
            </div>
            {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
            {move || view.with(|view| view.as_ref().map(|view| table(session, words, view)))}
        </section>
    }
    .into_any()
}

fn table(session: Session, words: Words, view: &FriendsView) -> AnyView {
    if view.lines.is_empty() {
        return view! { <p class="emp quiet">{words.t("talk.friends.nobody")}</p> }.into_any();
    }
    let rows = view.lines.iter().map(|line| row(words, line)).collect_view();
    let stalled = view
        .lines
        .iter()
        .filter(|line| line.is_stuck == Some(true))
        .map(|line| stalled(session, words, line))
        .collect_view();
    view! {
        <div class="scroll">
            <table class="data" data-testid="talk-friends-table">
                <thead>
                    <tr>
                        <th scope="col">{words.t("dim.seller")}</th>
                        <th scope="col" class="r">{words.t("metric.ssi.name")}</th>
                        <th scope="col" class="r">{words.t("metric.connections.name")}</th>
                        <th scope="col" class="r">{words.t("metric.warm_conversations.name")}</th>
                        <th scope="col" class="r">{words.t("metric.meetings.name")}</th>
                        <th scope="col" class="r">{words.t("metric.deals_created.name")}</th>
                        <th scope="col">{words.t("talk.friends.says")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {stalled}
    }
    .into_any()
}

fn row(words: Words, line: &FriendLine) -> AnyView {
    let both = |ends: Option<(f64, f64)>| match ends {
        Some((from, to)) => {
            let text = format!("{} → {}", words.number(from, 0), words.number(to, 0));
            view! { <bdi dir="ltr" class="ltr num">{text}</bdi> }.into_any()
        }
        None => view! { <span class="q3">{words.t("key.unknown")}</span> }.into_any(),
    };
    let count = |count: Option<f64>| match count {
        Some(count) => view! { <span class="num">{words.number(count, 0)}</span> }.into_any(),
        None => view! { <span class="q3">{words.t("key.unknown")}</span> }.into_any(),
    };
    let is_stuck = line.is_stuck == Some(true);
    let says = words.t(match line.is_stuck {
        Some(true) => "talk.friends.stuck",
        Some(false) => "talk.friends.fine",
        None => "talk.friends.unclear",
    });
    view! {
        <tr>
            <th scope="row"><bdi>{line.seller.clone()}</bdi></th>
            <td class="r">{both(line.ssi)}</td>
            <td class="r">{both(line.network)}</td>
            <td class="r">{count(line.warm)}</td>
            <td class="r">{count(line.meetings)}</td>
            <td class="r">{count(line.deals)}</td>
            <td class:long=is_stuck>{says}</td>
        </tr>
    }
    .into_any()
}

/// The contacts of one seller with whom nothing came of it.
fn stalled(session: Session, words: Words, line: &FriendLine) -> AnyView {
    let title = words.fill("talk.friends.stalled", &[("seller", &line.seller)]);
    let rows = line.stalled.iter().map(|one| contact(session, words, one)).collect_view();
    view! {
        <details class="twinfold">
            <summary>
                {title} " " <span class="q3 num">{words.integer(u64::from(line.stalled_total))}</span>
            </summary>
            <div class="scroll">
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col">{words.t("talk.waiting.who")}</th>
                            <th scope="col">{words.t("field.connected_on")}</th>
                            <th scope="col" class="r">{words.t("metric.messages_sent.name")}</th>
                            <th scope="col" class="r">{words.t("metric.messages_received.name")}</th>
                            <th scope="col">{words.t("talk.friends.last")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

fn contact(session: Session, words: Words, one: &StalledLine) -> AnyView {
    let last = one.last.map_or_else(|| words.t("talk.friends.never"), |day| words.day(day));
    view! {
        <tr>
            <th scope="row">{cells::person(session, &one.name, &one.profile, &one.company)}</th>
            <td>{words.day(one.connected)}</td>
            <td class="r num">{words.integer(u64::from(one.messages.0))}</td>
            <td class="r num">{words.integer(u64::from(one.messages.1))}</td>
            <td>{last}</td>
        </tr>
    }
    .into_any()
}
