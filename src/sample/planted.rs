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

/// Days from a meeting with a customer to be to the win, about: nine weeks.
pub const MEETING_LEAD_DAYS: i32 = 63;
/// Per cent of warm conversations that led to a meeting, where the first answer came within an hour.
pub const MET_WITHIN_AN_HOUR: i64 = 62;
/// The same where it came later on the same day, at most 24 hours after.
pub const MET_WITHIN_A_DAY: i64 = 34;
/// The same where it came later or never.
pub const MET_AFTER_A_DAY: i64 = 18;

/// Per cent of ways to a deal or from a lead whose first touch is social: of social sources, of others.
pub const FIRST_TOUCH_SOCIAL: [i64; 2] = [96, 42];
/// Per cent of decided deals whose last touch is social.
pub const LAST_TOUCH_SOCIAL: i64 = 6;

/// Per cent of customers who buy again within 45 days, where the seller goes on talking with them.
pub const AGAIN_ENGAGED: i64 = 62;
/// The same where nobody does.
pub const AGAIN_SILENT: i64 = 20;

/// Per cent of a lead's touches that are webinars, of leads of the first week and of the last: what makes
/// leads fast becomes more frequent.
pub const WEBINAR_PERCENT: [i64; 2] = [4, 34];
/// Per cent of the leads lost without a deal whose last touch was a sales call or an offer.
pub const HARD_SELL_OF_LOST: i64 = 60;

/// Week in which the team was trained.
pub const TRAINING_WEEK: i32 = 30;
/// Week in which a product was launched.
pub const LAUNCH_WEEK: i32 = 54;

/// A rule of the score in the lead file.
pub struct Points {
    /// `source` or `conversion_point` of the lead, or `touch`: the kind of a touch.
    pub field: &'static str,
    /// A word in it.
    pub word: &'static str,
    /// Points each time.
    pub points: i64,
    /// Times that count.
    pub most: i64,
}

/// The rules that the score in the lead file follows.
pub const POINTS: [Points; 6] = [
    Points { field: "source", word: "Referral", points: 15, most: 1 },
    Points { field: "conversion_point", word: "Demo request", points: 25, most: 1 },
    Points { field: "touch", word: "content", points: 5, most: 4 },
    Points { field: "touch", word: "message", points: 8, most: 2 },
    Points { field: "touch", word: "visit", points: 12, most: 2 },
    Points { field: "touch", word: "webinar", points: 24, most: 2 },
];
