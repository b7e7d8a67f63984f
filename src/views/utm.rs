//! Marks in an address by which web analytics tell where a visit came from. Made on the page, sent nowhere.

/// The five marks, in the order in which they are written.
pub const MARKS: [&str; 5] = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"];

/// Why an address cannot be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UtmFault {
    /// Nothing is written.
    Blank,
    /// It is no address of a web page.
    NotAnAddress,
    /// The first mark is blank: without a source the others are not counted.
    NoSource,
}

/// An address with marks. Marks of the same name that it has already are replaced, blank ones are not written;
/// everything else of it stays as it is.
///
/// # Errors
/// Why it cannot be marked.
pub fn with_utm(url: &str, marks: &[String; 5]) -> Result<String, UtmFault> {
    let url = url.trim();
    if url.is_empty() {
        return Err(UtmFault::Blank);
    }
    let (scheme, bare) = url.split_once("://").unwrap_or(("https", url));
    let host = bare.split(['/', '?', '#']).next().unwrap_or_default();
    let is_web = matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https");
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    if !is_web || !is_host || url.contains(char::is_whitespace) {
        return Err(UtmFault::NotAnAddress);
    }
    if marks.first().is_none_or(|source| source.trim().is_empty()) {
        return Err(UtmFault::NoSource);
    }
    let (before, fragment) = bare.split_once('#').map_or((bare, None), |(before, rest)| (before, Some(rest)));
    let (place, query) = before.split_once('?').unwrap_or((before, ""));
    let is_mark = |part: &str| {
        let name = part.split('=').next().unwrap_or(part);
        MARKS.iter().any(|mark| name.eq_ignore_ascii_case(mark))
    };
    let kept = query.split('&').filter(|part| !part.is_empty() && !is_mark(part)).map(str::to_owned);
    let written = MARKS.iter().zip(marks).filter(|(_, value)| !value.trim().is_empty());
    let marked = written.map(|(mark, value)| format!("{mark}={}", encoded(value.trim())));
    let query: Vec<String> = kept.chain(marked).collect();
    let fragment = fragment.map_or_else(String::new, |fragment| format!("#{fragment}"));
    Ok(format!("{scheme}://{place}?{}{fragment}", query.join("&")))
}

/// Percent-encodes everything but letters, digits and `-_.~` (RFC 3986, 2.3).
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn marks(source: &str, medium: &str, campaign: &str) -> [String; 5] {
        [source, medium, campaign, "", ""].map(str::to_owned)
    }

    #[rstest]
    #[case("https://one.example", "https://one.example?utm_source=linkedin&utm_medium=social")]
    #[case("one.example/a?id=3#top", "https://one.example/a?id=3&utm_source=linkedin&utm_medium=social#top")]
    #[case(
        "http://one.example/?utm_source=x&UTM_Medium=y&q=1",
        "http://one.example/?q=1&utm_source=linkedin&utm_medium=social"
    )]
    fn marks_are_added_and_replaced(#[case] url: &str, #[case] expected: &str) {
        assert_eq!(with_utm(url, &marks("linkedin", "social", "  ")).as_deref(), Ok(expected));
    }

    #[test]
    fn letters_of_any_language_travel_encoded() {
        let made = with_utm("https://one.example/a", &marks("Åsa", "", "vår & höst")).unwrap();
        assert_eq!(made, "https://one.example/a?utm_source=%C3%85sa&utm_campaign=v%C3%A5r%20%26%20h%C3%B6st");
    }

    #[rstest]
    #[case(" ", UtmFault::Blank)]
    #[case("hello", UtmFault::NotAnAddress)]
    #[case("ftp://one.example", UtmFault::NotAnAddress)]
    #[case("https://one.example/a b", UtmFault::NotAnAddress)]
    #[case("https://.example", UtmFault::NotAnAddress)]
    fn other_texts_are_refused(#[case] url: &str, #[case] fault: UtmFault) {
        assert_eq!(with_utm(url, &marks("linkedin", "", "")), Err(fault));
    }

    #[test]
    fn a_source_is_needed() {
        assert_eq!(with_utm("https://one.example", &marks("", "social", "")), Err(UtmFault::NoSource));
    }
}
