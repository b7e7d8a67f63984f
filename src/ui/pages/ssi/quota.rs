//! Quotas reached at a high and at a low index.

use leptos::prelude::*;

use super::super::shown::part;
use crate::metrics::Unit;
use crate::ui::route::Page;
use crate::ui::session::Session;
use crate::ui::words::Words;
use crate::views::{QuotaGroup, QuotaTest, SsiView};

/// The claim and the own numbers; what counts as high is chosen in the test above it.
pub fn quota(session: Session, view: Signal<SsiView>) -> impl IntoView {
    let words = session.words();
    let test = part(view, |view| view.quota.clone());
    view! {
        <section class="sec" data-testid="ssi-quota">
            <h2>{words.t("quota.test_title")}</h2>
            <p class="quiet small">{words.t("quota.test_text")}</p>
            {move || test.with(|test| shown(session, test))}
            <p class="note q3">{words.t("quota.test_claim")}</p>
        </section>
    }
}

fn shown(session: Session, test: &QuotaTest) -> AnyView {
    let words = session.words();
    if !test.has_quotas {
        return view! {
            <p class="emp quiet small">
                {words.t("quota.test_unset")}
                {words.gap()}
                <a href=session.href_now(Page::Team)>{words.t("quota.test_link")}</a>
            </p>
        }
        .into_any();
    }
    let unknown = (test.unknown > 0).then(|| {
        view! {
            <p class="note q3">{words.count("quota.test_unknown", u64::from(test.unknown), &[])}</p>
        }
    });
    let Some(border) = test.border else {
        return view! {
            <p class="emp quiet small">{words.t("quota.test_none")}</p>
            {unknown}
        }
        .into_any();
    };
    let border = words.value(Unit::Score, border, "");
    let row = |key: &str, group: &QuotaGroup| {
        let (share, interval) = share(words, group);
        view! {
            <tr>
                <th scope="row">{words.fill(key, &[("border", &border)])}</th>
                <td class="r num">{words.integer(u64::from(group.cases))}</td>
                <td class="r num">{words.integer(u64::from(group.reached))}</td>
                <td class="r num">
                    <bdi dir="ltr" class="ltr">{share}</bdi>
                    " "
                    <small class="q3">
                        <bdi dir="ltr" class="ltr">{interval}</bdi>
                    </small>
                </td>
            </tr>
        }
    };
    view! {
        <table class="data narrow">
            <thead>
                <tr>
                    <th scope="col">{words.t("ssi.col_group")}</th>
                    <th scope="col" class="r">{words.t("quota.col_cases")}</th>
                    <th scope="col" class="r">{words.t("quota.col_reached")}</th>
                    <th scope="col" class="r">{words.t("quota.col_share")}</th>
                </tr>
            </thead>
            <tbody>{row("ssi.group_high", &test.high)} {row("ssi.group_low", &test.low)}</tbody>
        </table>
        <p class="small">
            <b>{verdict(words, test)}</b>
        </p>
        {unknown}
    }
    .into_any()
}

fn share(words: Words, group: &QuotaGroup) -> (String, String) {
    match group.share {
        Some((share, low, high)) => {
            (words.value(Unit::Ratio, share, ""), words.interval(Unit::Ratio, low, high, ""))
        }
        None => ("–".to_owned(), String::new()),
    }
}

fn verdict(words: Words, test: &QuotaTest) -> String {
    let Some((difference, low, high)) = test.difference else {
        return words.fill("quota.test_too_few", &[("need", &words.integer(u64::from(test.need)))]);
    };
    let key = if low > 0.0 {
        "quota.test_more"
    } else if high < 0.0 {
        "quota.test_fewer"
    } else {
        "quota.test_cannot_tell"
    };
    let difference = words.signed(Unit::Ratio, difference, "");
    words.fill(
        key,
        &[("difference", &difference), ("interval", &words.signed_interval(Unit::Ratio, low, high, ""))],
    )
}
