//! The engine's answers to the page's questions.
