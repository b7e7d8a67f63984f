//! Salesforce's identifiers: 15 characters in which case counts, or the same with three more that say the
//! case again. Reports give the short ones, other exports the long ones.

/// How the three last characters say which of five letters are capitals.
const CODES: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// The short form of an identifier; anything else as it stands.
pub(super) fn short_id(id: &str) -> &str {
    let bytes = id.as_bytes();
    if bytes.len() != 18 || !bytes.iter().all(u8::is_ascii_alphanumeric) {
        return id;
    }
    let (short, said) = id.split_at(15);
    let is_said = short.as_bytes().chunks(5).zip(said.bytes()).all(|(letters, code)| {
        let capitals = letters.iter().enumerate().filter(|(_, letter)| letter.is_ascii_uppercase());
        let at: usize = capitals.map(|(place, _)| 1 << place).sum();
        CODES.get(at).copied() == Some(code.to_ascii_uppercase())
    });
    if is_said { short } else { id }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("0065g00000AbCdE", "0065g00000AbCdE")]
    #[case("0065g00000AbCdEAAV", "0065g00000AbCdE")]
    #[case("0065g00000AbCdEAAA", "0065g00000AbCdEAAA")]
    #[case("a list of 18 chars", "a list of 18 chars")]
    #[case("", "")]
    fn short_ids(#[case] id: &str, #[case] short: &str) {
        assert_eq!(short_id(id), short);
    }
}
