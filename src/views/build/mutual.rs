//! Whether naming a mutual connection in a first message brings more meetings.

use super::Asked;
use crate::facts::PersonId;
use crate::metrics::{Change, FirstMessage, Verdict, first_messages, share};
use crate::stats::{self, Estimate};
use crate::views::{FirstMessageLine, MutualView};
use crate::workspace::Workspace;

/// So many messages are listed to be told apart.
const MOST_LISTED: usize = 30;

/// The rates of the period, and its newest first messages.
pub(super) fn mutual(workspace: &Workspace, asked: &Asked<'_>) -> MutualView {
    let context = &asked.context;
    let chosen = asked.selection.sellers.as_deref();
    let messages: Vec<(FirstMessage, Option<bool>)> = (first_messages(context).into_iter())
        .filter(|message| {
            asked.selection.span.contains(message.sent)
                && context.facts.roles.counts(chosen, message.seller)
                && !message.person.is_blank()
        })
        .map(|message| {
            let seller = context.text(message.seller);
            let key = key(&message.person);
            let said = workspace.notes.mutual(&workspace.roster, seller, &key, message.sent);
            (message, said)
        })
        .collect();
    let group = |mentioned: bool| {
        let told = messages.iter().filter(|(_, said)| *said == Some(mentioned));
        told.filter_map(|(message, _)| message.met)
            .fold((0u64, 0u64), |(met, all), case| (met + u64::from(case), all + 1))
    };
    let ((k1, n1), (k2, n2)) = (group(true), group(false));
    let need = context.definitions.rate_needs;
    let ratio = stats::risk_ratio(k1, n1, k2, n2);
    let is_enough = n1 >= u64::from(need) && n2 >= u64::from(need);
    let count = |found: usize| u32::try_from(found).unwrap_or(u32::MAX);
    let unsaid = messages.iter().filter(|(_, said)| said.is_none()).count();
    let waiting = messages.iter().filter(|(message, said)| said.is_some() && message.met.is_none()).count();
    // Those whose time is over count at once: they come first, the newest of them on top.
    let (over, running): (Vec<_>, Vec<_>) =
        messages.iter().rev().partition(|(message, _)| message.met.is_some());
    let listed = [over, running].concat();
    MutualView {
        with: (n1 > 0).then(|| share(k1, n1, need)),
        without: (n2 > 0).then(|| share(k2, n2, need)),
        difference: is_enough.then(|| difference([k1, n1, k2, n2], ratio)).flatten(),
        ratio: ratio.filter(|_| is_enough).map(|ratio| (ratio.value, ratio.low, ratio.high)),
        unsaid: count(unsaid),
        waiting: count(waiting),
        messages: (listed.into_iter().take(MOST_LISTED))
            .map(|(message, said)| FirstMessageLine {
                seller: context.text(message.seller).to_owned(),
                key: key(&message.person),
                name: context.text(message.name).to_owned(),
                sent: message.sent,
                mentioned: *said,
            })
            .collect(),
    }
}

/// What stands for a person in a note: the address where one is known, else the name.
fn key(person: &PersonId) -> String {
    let address = person.profile();
    if address.is_empty() { person.name().to_owned() } else { address.to_owned() }
}

/// The difference of the two shares. Where the ratio's interval still holds 1, nothing is said: near the border the
/// two methods may differ, and the more careful holds.
fn difference([k1, n1, k2, n2]: [u64; 4], ratio: Option<Estimate>) -> Option<Change> {
    let interval = stats::newcombe(k1, n1, k2, n2)?;
    let is_in_doubt = ratio.is_some_and(|ratio| ratio.low <= 1.0 && ratio.high >= 1.0);
    let verdict = if is_in_doubt || (interval.low <= 0.0 && interval.high >= 0.0) {
        Verdict::CannotTell
    } else if interval.low > 0.0 {
        Verdict::Better
    } else {
        Verdict::Worse
    };
    let difference = k1 as f64 / n1 as f64 - k2 as f64 / n2 as f64;
    Some(Change { difference, low: Some(interval.low), high: Some(interval.high), verdict })
}
