//! What the sample's people write: short and harmless. The product never keeps these texts.

/// Texts for a side, for its first words or its later ones.
pub(super) fn texts(is_owner_s: bool, is_opening: bool) -> &'static [&'static str] {
    match (is_owner_s, is_opening) {
        (true, true) => &OWNER_OPENS,
        (true, false) => &OWNER_ANSWERS,
        (false, true) => &OTHER_OPENS,
        (false, false) => &OTHER_ANSWERS,
    }
}

const OWNER_OPENS: [&str; 7] = [
    "Hello, good to be connected. How do you check the seals today?",
    "I saw your post on scrap rates. Which line gives you most trouble?",
    "You asked about cameras above the belt at the fair, here I am.",
    "A colleague of yours said you plan a new filling line. True?",
    "Short question: who owns quality data at your plant?",
    "We wrote a page on the \"first hour\" of a shift. Shall I send it?",
    "How did the audit go?",
];

const OWNER_ANSWERS: [&str; 8] = [
    "Thank you, that helps.",
    "Thursday at ten suits me. I send an invitation.",
    "I would start with one line and four weeks of data.",
    "Good question, I ask our engineer and come back.",
    "Yes, it runs beside your present system.",
    "Here is the drawing we spoke of.",
    "Shall we talk for a quarter of an hour?",
    "Understood. May I ask again in spring?",
];

const OTHER_OPENS: [&str; 6] = [
    "Hello, do you also inspect glass jars?",
    "I read your post. What did the plant in question change first?",
    "Could you send me a price range for two lines?",
    "We met at the stand with the yellow robot. Do you have five minutes?",
    "Is there a reference in dairy?",
    "Our auditor asks for traceability. Do you do that?",
];

const OTHER_ANSWERS: [&str; 8] = [
    "Thanks, interesting.",
    "Line 3, always line 3.",
    "Let me check with production.",
    "Next week is better, this one is the audit.",
    "About 40,000 packs a shift.",
    "Who else uses it?",
    "Not this year, the budget is closed.",
    "Fine, please send it to me.",
];

pub(super) const GROUP: [&str; 5] = [
    "Putting you two in touch, you both fight the same labels.",
    "Thank you! We had that last winter.",
    "Happy to compare notes.",
    "Then I leave you to it.",
    "Coffee is on me.",
];

pub(super) const SPONSORED: &str = "<p class=\"spinmail-quill-editor__spin-break\">Hello,</p><p>Would you like \
to sit on a chair made of marzipan?</p><ul><li>It is sweet</li><li>It is <strong>brittle</strong></li></ul>";

pub(super) const DRAFT: &str = "One more thing, before I forget:";
