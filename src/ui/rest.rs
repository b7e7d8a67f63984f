//! The rest of the program, in a file of its own.
//!
//! The build cuts the page's program in two (`tools/finish/split.mjs`). The first file holds what the
//! first view of the start page needs and is all that a visitor waits for; whatever is reached only through
//! [`rest`] goes into the second, which is fetched as soon as the first view stands. So a new page belongs
//! into `page` below, and what the first view must call, into [`Rest`]; nothing else has to know of it.

use super::masking::{follow_names, pack_question};
use super::pages::{
    AttributionPage, BenchmarksPage, CheckinPage, ContentPage, ConversationsPage, DataPage, DelayPage,
    FunnelPage, GlossaryPage, GoalsPage, HonestyPage, ImportPage, LeadsPage, LogPage, MatchesPage,
    MetricPage, NetworkPage, OwnPage, PersonPage, PersonasPage, PipelinePage, ProgrammePage, ReferralsPage,
    ReportPage, ReturnPage, ScorecardPage, SlidesPage, SsiPage, TeamPage, bring, privacy, provide_desk,
};
use super::parts::{
    BaselineNote, FilterBar, MoreMenu, NamesNote, Notices, ToastBar, TopEnd, where_names_show,
};
use super::route::Page;
use super::scrolling::follow_scrollers;
use super::session::{Session, session};
use crate::views::{Answer, Ask, Failure, Garbled, unpack};
use js_sys::Array;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The ways into the second file.
#[derive(Clone, Copy)]
pub struct Rest {
    /// Opens what this browser keeps.
    pub begin: fn(Session),
    /// Makes the page of an address.
    pub page: fn(Page) -> AnyView,
    /// Makes the menu of further pages.
    pub more: fn() -> AnyView,
    /// Makes the end of the top bar.
    pub top_end: fn() -> AnyView,
    /// Makes the bar of the selection.
    pub filter_bar: fn() -> AnyView,
    /// Makes what is said at the head of the page.
    pub notices: fn() -> AnyView,
    /// Makes what is said at its foot.
    pub toasts: fn() -> AnyView,
    /// Makes the start page's sentence on what leaves the device.
    pub privacy: fn(Session) -> AnyView,
    /// Makes the start page's list of what one can bring.
    pub bring: fn(Session) -> AnyView,
    /// A question to the engine as bytes.
    pub pack: fn(Session, &Ask) -> Result<Vec<u8>, Failure>,
    /// The engine's answer from its bytes.
    pub unpack: fn(&[u8]) -> Result<Answer, Garbled>,
    /// Reads dropped or chosen files.
    pub read_files: fn(Session, Array),
    /// Reads a pasted text.
    pub read_paste: fn(Session, String),
    /// Reads the sample data.
    pub load_sample: fn(Session),
    /// Forgets the staged files.
    pub cancel_import: fn(Session),
}

/// Fetches the second file, once.
///
/// # Errors
/// When it could not be fetched; asking again tries again.
#[wasm_split(rest, wasm_split_path = leptos::wasm_split, fallible)]
pub fn rest() -> Result<Rest, SplitLoaderError> {
    Ok(Rest {
        begin,
        page,
        more: || view! { <MoreMenu /> }.into_any(),
        top_end: || view! { <TopEnd /> }.into_any(),
        filter_bar: || view! { <FilterBar /> }.into_any(),
        notices: || {
            view! {
                <Notices />
                <NamesNote />
                <BaselineNote />
            }
            .into_any()
        },
        toasts: || view! { <ToastBar /> }.into_any(),
        privacy,
        bring,
        pack: pack_question,
        unpack: unpack::<Answer>,
        read_files: Session::read_files,
        read_paste: Session::read_paste,
        load_sample: Session::load_sample,
        cancel_import: Session::cancel_import,
    })
}

fn begin(session: Session) {
    provide_desk(session);
    session.open_library();
    follow_names(session);
    session.follow_other_tabs();
    session.follow_sight();
    session.follow_focus();
    session.remember_held();
    follow_scrollers();
}

fn page(page: Page) -> AnyView {
    match page {
        // It stands in the first file.
        Page::Start => ().into_any(),
        Page::Import => where_names_show(session(), || view! { <ImportPage /> }.into_any()),
        Page::Scorecard => view! { <ScorecardPage /> }.into_any(),
        Page::Metric { id, .. } => view! { <MetricPage id=id /> }.into_any(),
        Page::Content => view! { <ContentPage /> }.into_any(),
        Page::Data => view! { <DataPage /> }.into_any(),
        Page::Personas => view! { <PersonasPage /> }.into_any(),
        Page::Pipeline => view! { <PipelinePage /> }.into_any(),
        Page::Funnel => view! { <FunnelPage /> }.into_any(),
        Page::Delay => view! { <DelayPage /> }.into_any(),
        Page::Honesty => view! { <HonestyPage /> }.into_any(),
        Page::Team => view! { <TeamPage /> }.into_any(),
        Page::Goals => view! { <GoalsPage /> }.into_any(),
        Page::Programme => view! { <ProgrammePage /> }.into_any(),
        Page::Log => view! { <LogPage /> }.into_any(),
        Page::Checkin(link) => view! { <CheckinPage link=link /> }.into_any(),
        Page::Attribution => view! { <AttributionPage /> }.into_any(),
        Page::Return => view! { <ReturnPage /> }.into_any(),
        Page::Matches => view! { <MatchesPage /> }.into_any(),
        Page::Network => view! { <NetworkPage /> }.into_any(),
        Page::Ssi => view! { <SsiPage /> }.into_any(),
        Page::Conversations => view! { <ConversationsPage /> }.into_any(),
        Page::Person { name, profile } => view! { <PersonPage name=name profile=profile /> }.into_any(),
        Page::Own => view! { <OwnPage /> }.into_any(),
        Page::Referrals => view! { <ReferralsPage /> }.into_any(),
        Page::Leads => view! { <LeadsPage /> }.into_any(),
        Page::Benchmarks => view! { <BenchmarksPage /> }.into_any(),
        Page::Glossary { id } => view! { <GlossaryPage id=id /> }.into_any(),
        Page::Report => view! { <ReportPage /> }.into_any(),
        Page::Slides { .. } => view! { <SlidesPage /> }.into_any(),
    }
}

impl Session {
    /// Calls one of the ways into the rest as soon as it is there.
    pub fn with_rest(self, call: impl FnOnce(Rest) + 'static) {
        leptos::task::spawn_local(async move {
            match rest().await {
                Ok(rest) => call(rest),
                Err(_) => self.lacks_rest.set(true),
            }
        });
    }
}
