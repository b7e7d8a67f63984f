//! The words of each language: fetched from the page's own folder, the one in force first.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::session::Session;
use super::words::Words;
use crate::text::Locale;

/// Said in English, because there are no words of any other language then.
const NO_WORDS: &str = "The texts of this language could not be loaded. Check the connection and try again.";

impl Words {
    /// Sees to it that the texts are there.
    pub(super) async fn fetch(self) -> Result<(), JsValue> {
        if !self.are_here() {
            let response: Response =
                JsFuture::from(window().fetch_with_str(&address(self.locale())?)).await?.dyn_into()?;
            if !response.ok() {
                return Err(response.status_text().into());
            }
            let text = JsFuture::from(response.text()?).await?;
            self.take_in(text.as_string().unwrap_or_default());
        }
        Ok(())
    }
}

/// Where a language's texts are; the name of the file changes with its content and stands in the page's head.
fn address(locale: Locale) -> Result<String, JsValue> {
    let meta = document().query_selector(&format!("meta[name=rapport-words-{}]", locale.id()))?;
    let name = meta.and_then(|meta| meta.get_attribute("content"));
    name.ok_or_else(|| "the page does not name its texts".into())
}

/// Says that there are no words, in the place of the app.
pub fn say_wordless(home: &web_sys::Element) {
    home.set_text_content(Some(NO_WORDS));
}

impl Session {
    /// Puts a language in force, as soon as its words are there, and remembers it.
    pub fn set_locale(self, locale: Locale) {
        let wanted = Some(locale.lang().to_owned());
        let before = self.preferences.with_value(|preferences| preferences.language.clone());
        self.preferences.update_value(|preferences| preferences.language = wanted.clone());
        spawn_local(async move {
            let fetched = self.words_of(locale).fetch().await;
            // A later choice overtakes an earlier one.
            if self.preferences.with_value(|preferences| preferences.language != wanted) {
                return;
            }
            if fetched.is_ok() {
                self.save_preferences();
                // It stands there in the other language; what it offers is on the Data page too.
                self.toast.set(None);
                self.locale.set(locale);
            } else {
                self.preferences.update_value(|preferences| preferences.language = before);
                // The list of languages says again which one is in force.
                self.locale.notify();
                self.say_error(NO_WORDS.to_owned());
            }
        });
    }

    /// Fetches the words of the other languages, so that a switch needs no network.
    pub(super) async fn fetch_all_words(self) {
        for words in self.all_words {
            // One that does not come now is fetched when it is chosen.
            let _ = words.fetch().await;
        }
    }
}
