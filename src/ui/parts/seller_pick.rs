//! The choice of everyone, a team, or one seller.

use leptos::prelude::*;

use crate::ui::session::{session, value_of};
use crate::ui::words::Words;
use crate::views::{Filter, Frame, SellerGroup};

/// Value of the option of everyone.
const EVERYONE: &str = "";
/// Begins the value of a team's option.
const TEAM: &str = "team:";
/// Begins the value of a seller's option.
const SELLER: &str = "seller:";

/// The choice. Sellers stand by team where there are teams, brand pages apart.
#[component]
pub fn SellerPick(
    /// The selection.
    #[prop(into)]
    filter: Signal<Filter>,
    /// What there is to choose from.
    #[prop(into)]
    frame: Signal<Frame>,
) -> impl IntoView {
    let session = session();
    let words = session.words();
    let groups = Memo::new(move |_| frame.with(|frame| frame.groups.clone()));
    // A name that no longer exists shows as everyone, as the engine takes it.
    let chosen = Memo::new(move |_| {
        let (seller, team) = filter.with(|filter| (filter.seller.clone(), filter.team.clone()));
        groups.with(|groups| value_of_choice(groups, seller.as_deref(), team.as_deref()))
    });
    let choose = move |event: web_sys::Event| {
        let value = value_of(&event);
        session.select(|filter| {
            filter.seller = value.strip_prefix(SELLER).map(str::to_owned);
            filter.team = value.strip_prefix(TEAM).map(str::to_owned);
        });
    };
    view! {
        <label class="pick">
            <small>{words.t("filter.seller")}</small>
            <select data-testid="filter-seller" dir="auto" on:change=choose>
                {move || groups.with(|groups| options(words, groups, chosen))}
            </select>
        </label>
    }
}

fn value_of_choice(groups: &[SellerGroup], seller: Option<&str>, team: Option<&str>) -> String {
    let has_seller = |name: &str| groups.iter().any(|group| group.sellers.iter().any(|own| own == name));
    let has_team = |name: &str| groups.iter().any(|group| group.team.as_deref() == Some(name));
    match (seller.filter(|name| has_seller(name)), team.filter(|name| has_team(name))) {
        (Some(seller), _) => format!("{SELLER}{seller}"),
        (None, Some(team)) => format!("{TEAM}{team}"),
        (None, None) => EVERYONE.to_owned(),
    }
}

fn options(words: Words, groups: &[SellerGroup], chosen: Memo<String>) -> AnyView {
    let people =
        groups.iter().filter(|group| !group.is_brand).map(|group| group.sellers.len()).sum::<usize>();
    let everyone = words.count("filter.all_sellers", u64::try_from(people).unwrap_or(0), &[]);
    let option = move |value: String, text: String| {
        let own = value.clone();
        view! {
            <option value=value prop:selected=move || chosen.get() == own>
                {text}
            </option>
        }
    };
    let sellers = move |group: &SellerGroup| {
        let names = group.sellers.iter().map(|name| option(format!("{SELLER}{name}"), name.clone()));
        names.collect::<Vec<_>>()
    };
    let is_flat = groups.iter().all(|group| group.team.is_none() && !group.is_brand);
    let grouped: Vec<AnyView> = (groups.iter())
        .map(|group| {
            let label = match &group.team {
                Some(team) => team.clone(),
                None if group.is_brand => words.t("filter.brand_pages"),
                None => words.t("filter.no_team"),
            };
            let whole = group.team.as_ref().map(|team| {
                option(format!("{TEAM}{team}"), words.fill("filter.whole_team", &[("team", team)]))
            });
            let own = sellers(group);
            if is_flat {
                own.into_any()
            } else {
                view! { <optgroup label=label>{whole} {own}</optgroup> }.into_any()
            }
        })
        .collect();
    view! { {option(EVERYONE.to_owned(), everyone)} {grouped} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_gone_shows_as_everyone() {
        let groups =
            [SellerGroup { team: Some("North".into()), is_brand: false, sellers: vec!["Ada".into()] }];
        assert_eq!(value_of_choice(&groups, Some("Ada"), Some("North")), "seller:Ada");
        assert_eq!(value_of_choice(&groups, Some("Bo"), Some("North")), "team:North");
        assert_eq!(value_of_choice(&groups, None, Some("South")), EVERYONE);
    }
}
