//! Keys of messages that are found by their English text.

/// The key part of an English text: its letters and digits, `_` for what stands between.
pub fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_text_becomes_a_key() {
        assert_eq!(slug("LinkedIn archive: messages.csv, sides"), "linkedin_archive_messages_csv_sides");
        assert_eq!(slug("(a − b) / b"), "a_b_b");
    }
}
