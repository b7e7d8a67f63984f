//! What each page shows, as values with message keys, and the questions that ask for them.
