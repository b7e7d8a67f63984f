//! Words, numbers and dates of five languages.
