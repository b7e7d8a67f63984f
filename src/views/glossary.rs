//! What every metric is, from its own declaration; the words are the messages of the page.

use serde::{Deserialize, Serialize};

use crate::metrics::{Need, Section, Stage};

/// A metric, as it declares itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GlossaryEntry {
    /// Its id.
    pub id: String,
    /// Where it is listed.
    pub section: Section,
    /// Activity or result.
    pub stage: Stage,
    /// How its interval is made.
    pub method: Method,
    /// The facts that it stands on.
    pub needs: Vec<Need>,
    /// Where the definition comes from.
    pub cites: String,
    /// Version of the formula.
    pub version: u32,
}

/// How an interval is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// There is none.
    None,
    /// Wilson, and counts alone where cases are few.
    Wilson,
    /// Wilson, however few there are.
    Heads,
    /// The rows drawn again and again.
    Bootstrap,
    /// Kaplan–Meier.
    Survival,
    /// The exact one of an odds ratio.
    Odds,
}

impl Method {
    /// The method in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Method::None => "none",
            Method::Wilson => "wilson",
            Method::Heads => "heads",
            Method::Bootstrap => "bootstrap",
            Method::Survival => "survival",
            Method::Odds => "odds",
        }
    }
}
