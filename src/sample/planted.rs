//! What the sample data has to tell: the figures that the generator is steered by, and that tests of
//! metrics may name. Rates are per cent, the effects clear but not absurd.

/// The seller whose index rises while she starts no more conversations than before.
pub const RISING_INDEX_SELLER: &str = "Ines Larkspur";
/// Her Social Selling Index in the first week, about.
pub const RISING_INDEX_FIRST: i64 = 48;
/// Her Social Selling Index in the last week, about.
pub const RISING_INDEX_LAST: i64 = 71;

/// The seller whose invitations are accepted more often with a note than without.
pub const NOTE_SELLER: &str = "Viktor Papermoon";
/// Per cent of his invitations with a note that are accepted.
pub const ACCEPTED_WITH_NOTE: i64 = 58;
/// Per cent of his invitations without a note that are accepted.
pub const ACCEPTED_WITHOUT_NOTE: i64 = 34;

/// Name of the persona, as plain as the people in it.
pub const PERSONA_NAME: &str = "Quality and production heads";

/// The seller whose share of quality and production heads rises; also the one with few deals and fewer
/// than five invitations with a note, so that some of her rates cannot be told.
pub const PERSONA_SELLER: &str = "Mei Quillfeather";
/// Per cent of her connections in the persona when the sample begins, about.
pub const PERSONA_FIRST: i64 = 12;
/// Per cent of her newest connections in the persona, about; the share of all follows slowly.
pub const PERSONA_NEWEST: i64 = 62;
/// Words of titles that make the persona, for whole-word matching without accents.
pub const PERSONA_TITLE_WORDS: [&str; 12] = [
    "quality",
    "production",
    "plant manager",
    "kvalitetschef",
    "produktionschef",
    "fabrikschef",
    "produkcji",
    "jakości",
    "zakładu",
    "calidad",
    "Produktionsleiter",
    "Qualität",
];

/// Weekday (ISO, 2 = Tuesday) of the evening on which incoming messages wait long.
pub const SLOW_WEEKDAY: u8 = 2;
/// First hour of that evening, team's wall clock (central European time).
pub const SLOW_FROM_HOUR: i64 = 18;
/// First hour after it.
pub const SLOW_TO_HOUR: i64 = 22;

/// Median days from creation to winning of deals from social sources, about.
pub const SOCIAL_CYCLE_DAYS: i64 = 45;
/// The same of deals from other sources.
pub const OTHER_CYCLE_DAYS: i64 = 85;
/// Per cent of decided deals from social sources that are won.
pub const SOCIAL_WON: i64 = 42;
/// The same of deals from other sources.
pub const OTHER_WON: i64 = 33;
/// Sources, as they stand in the sample's CRM files, that are social ones.
pub const SOCIAL_SOURCES: [&str; 3] = ["LinkedIn", "Sales Navigator", "Social media"];

/// Week of the sample, counted from 0, in which nobody wrote down the index.
pub const WEEK_WITHOUT_INDEX: i32 = 40;
