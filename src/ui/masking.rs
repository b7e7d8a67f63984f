//! Names hidden or replaced by pseudonyms: every question to the engine says so, and its answers then hold none.

use std::cell::RefCell;

use leptos::prelude::*;

use super::route::{Page, Route};
use super::session::Session;
use super::words::Words;
use super::writing::{allowed, note_change};
use crate::metrics::NameStyle;
use crate::views::{Ask, Failure, Filter, MaskWords, UnderMask, pack};

/// What the choice is remembered by in this browser.
const REMEMBERED: &str = "names";
/// Signs that nobody sees: they keep names apart that read the same.
const UNSEEN: std::ops::RangeInclusive<char> = '\u{fe00}'..='\u{fe09}';

thread_local! {
    /// The page that the slides were opened from.
    static CAME_FROM: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// The words for names in a language and a style; none where names stand as they are.
pub fn mask_words(words: Words, style: NameStyle) -> Option<MaskWords> {
    let word = |kind: &str| match style {
        NameStyle::Hidden => format!("{}{{n}}", words.t(&format!("mask.hidden.{kind}"))),
        _ => words.fill(&format!("mask.{kind}"), &[("n", "{n}")]),
    };
    let (letters, digits) = match style {
        NameStyle::Names => return None,
        NameStyle::Hidden => (UNSEEN.collect(), UNSEEN.collect()),
        NameStyle::Pseudonyms => {
            (words.t("mask.letters"), (0..10).map(|digit| words.integer(digit)).collect())
        }
    };
    Some(MaskWords {
        seller: word("seller"),
        person: word("person"),
        company: word("company"),
        deal: word("deal"),
        address: word("address"),
        letters,
        digits,
    })
}

/// A question under a mask, where it looks at something.
pub fn masked(question: Ask, words: Option<MaskWords>) -> Ask {
    match words {
        Some(words) if question.under_mask() == UnderMask::Looks => {
            Ask::Masked { words, ask: Box::new(question) }
        }
        _ => question,
    }
}

/// A question as bytes, under the mask that is in force. A change is noted until it is stored.
///
/// # Errors
/// When it would change something whose names are hidden or that another tab writes, or cannot be said.
pub fn pack_question(session: Session, question: &Ask) -> Result<Vec<u8>, Failure> {
    allowed(session, question)?;
    let packed = pack_masked(session, question)?;
    note_change(question, &packed);
    Ok(packed)
}

fn pack_masked(session: Session, question: &Ask) -> Result<Vec<u8>, Failure> {
    let garbled =
        |error: crate::views::Garbled| Failure { code: "engine_garbled".into(), detail: error.to_string() };
    let Some(words) = mask_words(session.words(), untrack(|| session.names_now())) else {
        return pack(question).map_err(garbled);
    };
    match question.under_mask() {
        UnderMask::Plain => pack(question).map_err(garbled),
        UnderMask::Looks => pack(&masked(question.clone(), Some(words))).map_err(garbled),
        UnderMask::Refused => Err(Failure { code: "names_hidden".into(), detail: String::new() }),
    }
}

/// Follows the choice of names and the selection under it. Begins with what is remembered.
pub fn follow_names(session: Session) {
    if let Some(style) = session.remembered(REMEMBERED) {
        session.names.set(NameStyle::of_id(&style));
    }
    // Who was chosen before names were hidden.
    let chosen = StoredValue::new(None::<String>);
    Effect::new(move || {
        let is_masked = session.names_now() != NameStyle::Names;
        let shown = session.frame.with(|frame| frame.filter.clone());
        let route = session.route.get_untracked();
        if !is_masked {
            // Back to the real names, but for what was chosen meanwhile.
            if let Some(seller) = chosen.get_value() {
                chosen.set_value(None);
                replace(&Route { page: route.page, filter: Filter { seller: Some(seller), ..route.filter } });
            }
        } else if route.filter.seller.is_some()
            && shown.seller.is_some()
            && shown.seller != route.filter.seller
        {
            if chosen.with_value(Option::is_none) {
                chosen.set_value(route.filter.seller.clone());
            }
            replace(&Route { page: route.page, filter: Filter { seller: shown.seller, ..route.filter } });
        }
    });
}

/// Goes to an address in the place of the one there is.
pub fn replace(route: &Route) {
    // Where the browser refuses, the address stays.
    let _ = window().location().replace(&route.address());
}

impl Session {
    /// How names stand at present: on slides never as they are.
    pub fn names_now(self) -> NameStyle {
        let style = self.names.get();
        let is_slide = self.route.with(|route| matches!(route.page, Page::Slides { .. }));
        if is_slide && style == NameStyle::Names { NameStyle::Pseudonyms } else { style }
    }

    /// Shows names in this way, and remembers it.
    pub fn show_names(self, style: NameStyle) {
        self.remember(REMEMBERED, style.id());
        self.names.set(style);
        // Every page asks again.
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
    }

    /// Shows the slides, where there is anything to show; whether it does.
    pub fn present(self) -> bool {
        let route = self.route.get_untracked();
        let is_empty = self.frame.with_untracked(|frame| frame.is_empty);
        if is_empty || matches!(route.page, Page::Slides { .. } | Page::Checkin(_)) {
            return false;
        }
        CAME_FROM.set(Some(route.page.clone()));
        self.go(&route.to(Page::Slides { at: 0 }));
        true
    }

    /// Leaves the slides for the page that they were opened from.
    pub fn leave_slides(self) {
        self.open(CAME_FROM.take().unwrap_or(Page::Scorecard));
    }
}
