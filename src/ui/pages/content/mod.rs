//! The content page: what was shared, by whom, and what came of it.
//!
//! | file | holds |
//! |---|---|
//! | `head` | the sentence at the top, key figures |
//! | `posts` | the ranking of posts and of groups of posts |
//! | `tagging` | what one post is, said by hand |
//! | `stacks` | kinds of engagement by week and by kind of post |
//! | `sharers` | who shared lately and who did not |
//! | `audience` | shares by the audience, reach, channel mix |
//! | `clicks` | low click rates, sent links, short links |
//! | `utm` | marks added to an address |
//! | `tags` | posts with an attribute against those without |
//! | `items` | what several posts share |
//! | `pages` | visits of shared pages |
//! | `engagers` | connections among those who engaged |
//! | `followers` | engagement of followers, and where it is low |
//! | `settings` | thresholds and weights |
//! | `cells` | what the tables share |

mod audience;
mod cells;
mod clicks;
mod engagers;
mod followers;
mod head;
mod items;
mod pages;
mod posts;
mod settings;
mod sharers;
mod stacks;
mod tagging;
mod tags;
mod utm;
mod weekly;

use leptos::prelude::*;

use super::shown::followed;
use crate::ui::parts::{Failed, NothingYet};
use crate::ui::session::{Session, session};
use crate::ui::turns::{in_turn, sections};
use crate::ui::words::Words;
use crate::views::{Answer, Ask, Clicks, ContentView};

/// What every section is given.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    words: Words,
    view: Signal<ContentView>,
    clicks: RwSignal<Clicks>,
    /// The post whose attributes are open.
    tagged: RwSignal<Option<String>>,
}

impl Desk {
    /// A part of the view that is shown anew only when it changes.
    fn part<T>(self, of: impl Fn(&ContentView) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(&of))
    }
}

/// The content page.
#[component]
pub fn ContentPage() -> impl IntoView {
    let session = session();
    let words = session.words();
    let clicks = RwSignal::new(Clicks::default());
    let (view, failure) = followed(
        move || Ask::Content { filter: session.filter(), clicks: clicks.get() },
        |answer| match answer {
            Answer::Content { view } => Some((**view).clone()),
            _ => None,
        },
    );
    let state = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.frame.is_empty)));
    let desk = Desk {
        session,
        words,
        view: Memo::new(move |_| view.get().unwrap_or_default()).into(),
        clicks,
        tagged: RwSignal::new(None),
    };
    view! {
        <div class="head">
            <div>
                <h1>{words.t("content.title")}</h1>
                {move || (state.get() == Some(false)).then(|| head::sentence(desk))}
            </div>
        </div>
        {move || failure.get().map(|failure| view! { <Failed failure=failure /> })}
        {move || match state.get() {
            None => {
                view! {
                    <p class="quiet small late" role="status">
                        {words.t("state.reading")}
                    </p>
                }
                    .into_any()
            }
            Some(true) => view! { <NothingYet /> }.into_any(),
            Some(false) => filled(desk),
        }}
    }
}

fn filled(desk: Desk) -> AnyView {
    in_turn(
        || (),
        sections![
            head::not_by(desk),
            head::figures(desk),
            posts::posts(desk),
            stacks::stacks(desk),
            sharers::sharers(desk),
            weekly::weekly(desk),
            items::items(desk),
            tags::tags(desk),
            audience::audience(desk),
            clicks::clicks(desk),
            pages::pages(desk),
            followers::followers(desk),
            engagers::engagers(desk),
            utm::builder(desk),
            settings::settings(desk),
            tagging::dialog(desk),
        ],
    )
}
