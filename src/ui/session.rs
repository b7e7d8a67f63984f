//! What the page holds: selection, open workspace, staged import, and messages to the person.

use super::link::{Link, LinkError, Program};
use super::rest::{Rest, rest};
use super::route::{Page, Route};
use super::steps::Steps;
use super::words::Words;
use crate::facts::Zone;
use crate::metrics::NameStyle;
use crate::store::{Entry, Library, Preferences, SaveState, Theme, WorkspaceId};
use crate::text::Locale;
use crate::views::{Answer, Ask, Failure, Filter, Frame, StagedView};
use js_sys::{Array, ArrayBuffer};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// Everything the page holds; cheap to copy, in every page's context.
#[derive(Clone, Copy)]
pub struct Session {
    /// Page and selection, as the address says.
    pub route: RwSignal<Route>,
    /// Language.
    pub locale: RwSignal<Locale>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Whether sellers, persons and companies stand by their names.
    pub names: RwSignal<NameStyle>,
    /// Grows with every change of the workspace, so that pages ask again.
    pub revision: RwSignal<u32>,
    /// What the last answer said of the selection.
    pub frame: RwSignal<Frame>,
    /// Whether the engine answers.
    pub engine: RwSignal<EngineState>,
    /// All workspaces.
    pub workspaces: RwSignal<Vec<Entry>>,
    /// The open one.
    pub current: RwSignal<Option<WorkspaceId>>,
    /// What came of the last save; none before the first.
    pub save_state: RwSignal<Option<SaveState>>,
    /// Whether another tab writes the open workspace: then it is shown here, and not changed.
    pub is_elsewhere: RwSignal<bool>,
    /// A stored text that could not be read, to be told.
    pub damage: RwSignal<Option<Damage>>,
    /// The import under way.
    pub import: RwSignal<ImportState>,
    /// What is said at the foot of the page.
    pub toast: RwSignal<Option<Toast>>,
    /// What can be taken back.
    pub steps: RwSignal<Steps>,
    /// The ways into the rest of the program, once it is there.
    pub rest: RwSignal<Option<Rest>>,
    /// Whether it could not be fetched.
    pub lacks_rest: RwSignal<bool>,
    pub(super) all_words: [Words; 5],
    pub(super) library: StoredValue<Library, LocalStorage>,
    pub(super) preferences: StoredValue<Preferences, LocalStorage>,
    pub(super) engine_link: StoredValue<Option<Rc<Link>>, LocalStorage>,
    pub(super) reader_link: StoredValue<Option<Rc<Link>>, LocalStorage>,
}

/// Whether the engine answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineState {
    /// Not yet.
    Starting,
    /// Yes.
    Ready,
    /// It broke down; what it said. What was saved is safe.
    Broken(String),
}

/// Stored text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Keys of the texts, to be offered for download.
    pub keys: Vec<String>,
    /// Whether an older state was opened in its place.
    pub older_opened: bool,
}

/// The import under way.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ImportState {
    /// None.
    #[default]
    Idle,
    /// Files are being read.
    Reading(Progress),
    /// Files wait to be confirmed.
    Staged(StagedView),
    /// Reading broke down; what the worker said.
    Broken(String),
}

/// How far reading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// The file that is being read.
    pub file: String,
    /// Rows of it.
    pub rows: u64,
    /// Bytes read of all files.
    pub bytes: u64,
    /// Bytes of all files.
    pub of_bytes: u64,
    /// When it began (milliseconds).
    pub since_millis: u64,
}

/// One sentence at the foot of the page, with at most one action.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// The sentence.
    pub text: String,
    /// Whether something failed: such a message stays until it is closed.
    pub is_error: bool,
    /// What can be done about it.
    pub action: Option<ToastAction>,
}

/// What a message offers.
#[derive(Clone, Debug, PartialEq)]
pub enum ToastAction {
    /// Take this import back.
    UndoImport(u32),
    /// Bring back what was taken back.
    RedoImport,
    /// Bring a deleted workspace back.
    RestoreDeleted(WorkspaceId),
    /// Take the last step of typed entries back.
    UndoEntries,
    /// Make it again.
    RedoEntries,
    /// Take the last change of another kind back: the engine is told this.
    TakeBack(Box<Ask>),
}

/// What the page holds.
pub fn session() -> Session {
    expect_context::<Session>()
}

impl Session {
    /// The words of the language in force. Does not follow a change of language: the page is made anew then.
    pub fn words(self) -> Words {
        self.words_of(self.locale.get_untracked())
    }

    /// The words of a language.
    pub(super) fn words_of(self, locale: Locale) -> Words {
        let [first, ..] = self.all_words;
        self.all_words.into_iter().find(|words| words.locale() == locale).unwrap_or(first)
    }

    /// The selection in force.
    pub fn filter(self) -> Filter {
        self.route.with(|route| route.filter.clone())
    }

    /// Goes to an address of its own history entry.
    pub fn go(self, route: &Route) {
        let _ = window().location().set_hash(&route.address());
    }

    /// Goes to a page under the same selection.
    pub fn open(self, page: Page) {
        let route = self.route.with_untracked(|route| route.to(page));
        self.go(&route);
    }

    /// The address of a page under the same selection, for links.
    pub fn href(self, page: Page) -> String {
        self.route.with(|route| route.to(page).address())
    }

    /// The same for links that are made anew with every answer: it does not follow a change of address.
    pub fn href_now(self, page: Page) -> String {
        self.route.with_untracked(|route| route.to(page).address())
    }

    /// Changes the selection.
    pub fn select(self, change: impl FnOnce(&mut Filter)) {
        let mut route = self.route.get_untracked();
        change(&mut route.filter);
        self.go(&route);
    }

    /// Says a sentence.
    pub fn say(self, text: String, action: Option<ToastAction>) {
        // Steps of entries are noted where they are made.
        if let Some(back) = action.as_ref().filter(|back| **back != ToastAction::UndoEntries) {
            self.steps.update(|steps| steps.note(&text, back));
        }
        self.toast.set(Some(Toast { text, is_error: false, action }));
    }

    /// Says that something failed.
    pub fn say_error(self, text: String) {
        self.toast.set(Some(Toast { text, is_error: true, action: None }));
    }

    /// Asks the engine. A failure of the engine itself comes as `Answer::Failed` and is also shown.
    pub async fn ask(self, question: &Ask) -> Answer {
        self.ask_with(question, Vec::new()).await
    }

    /// Asks the engine, handing bytes over.
    pub async fn ask_with(self, question: &Ask, bytes: Vec<ArrayBuffer>) -> Answer {
        let failed = |code: &str, detail: String| Answer::Failed {
            failure: Failure { code: code.to_owned(), detail },
        };
        let Some(link) = self.engine_link.get_value() else {
            return failed("engine_missing", String::new());
        };
        let Ok(rest) = rest().await else {
            return failed("part", String::new());
        };
        let question = match (rest.pack)(self, question) {
            Ok(question) => question,
            Err(failure) => return Answer::Failed { failure },
        };
        match link.ask(&question, bytes, &Array::new()).await {
            Ok(reply) => (rest.unpack)(&reply.message)
                .unwrap_or_else(|error| failed("engine_garbled", error.to_string())),
            Err(LinkError(detail)) => {
                self.engine.set(EngineState::Broken(detail.clone()));
                failed("engine_broken", detail)
            }
        }
    }

    /// Starts the engine, so that it is there when a workspace is opened in it.
    pub(super) fn wake_engine(self) {
        match Link::start(Program::Engine) {
            Ok(link) => self.engine_link.set_value(Some(Rc::new(link))),
            Err(LinkError(detail)) => self.engine.set(EngineState::Broken(detail)),
        }
    }

    /// Opens a workspace's body in the engine, which may be still starting.
    pub(super) async fn start_engine(self, body: Option<String>, name: String) -> Answer {
        if self.engine_link.with_value(Option::is_none) {
            self.wake_engine();
        }
        let zone = Zone { name: super::browser::zone_name(), offsets: Vec::new() };
        let answer = self.ask(&Ask::Open { body, name, zone }).await;
        if self.engine.get_untracked() == EngineState::Starting {
            self.engine.set(EngineState::Ready);
        }
        answer
    }

    /// The answer to a question that depends on signals: asked again when they or the workspace change.
    /// While a new answer is on its way the old one stays.
    pub fn answer_to(self, question: impl Fn() -> Ask + 'static) -> RwSignal<Option<Answer>> {
        let answer = RwSignal::new(None);
        let asked = StoredValue::new_local(0u32);
        Effect::new(move || {
            let question = question();
            self.revision.track();
            if self.engine.get() == EngineState::Starting {
                return;
            }
            let number = asked.get_value() + 1;
            asked.set_value(number);
            leptos::task::spawn_local(async move {
                let got = self.ask(&question).await;
                // A later question overtakes an earlier one, and a page that was left wants no answer.
                if asked.try_get_value() == Some(number) {
                    if let Some(frame) = frame_of(&got) {
                        self.frame.set(frame.clone());
                    }
                    answer.set(Some(got));
                }
            });
        });
        answer
    }
}

/// The frame that an answer begins with.
fn frame_of(answer: &Answer) -> Option<&Frame> {
    match answer {
        Answer::Scorecard { view } => Some(&view.frame),
        Answer::Metric { view } => Some(&view.frame),
        Answer::Data { view } => Some(&view.frame),
        Answer::Team { view } => Some(&view.frame),
        Answer::Log { view } => Some(&view.frame),
        Answer::Attribution { view } => Some(&view.frame),
        Answer::Pipeline { view } => Some(&view.frame),
        Answer::Goals { view } => Some(&view.frame),
        Answer::Content { view } => Some(&view.frame),
        Answer::Network { view } => Some(&view.frame),
        Answer::Ssi { view } => Some(&view.frame),
        Answer::Talks { view } => Some(&view.frame),
        Answer::Person { view } => Some(&view.frame),
        Answer::Referrals { view } => Some(&view.frame),
        Answer::Programme { view } => Some(&view.frame),
        Answer::Leads { view } => Some(&view.frame),
        Answer::Return { view } => Some(&view.frame),
        Answer::Funnel { view } => Some(&view.frame),
        Answer::Delay { view } => Some(&view.frame),
        Answer::Honesty { view } => Some(&view.frame),
        Answer::Report { view } => Some(&view.frame),
        Answer::Slides { view } => Some(&view.frame),
        _ => None,
    }
}

/// The value of the select or input that an event came from.
pub fn value_of(event: &web_sys::Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(select) = target.dyn_ref::<web_sys::HtmlSelectElement>() {
        return select.value();
    }
    if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<web_sys::HtmlInputElement>().map(web_sys::HtmlInputElement::value).unwrap_or_default()
}
