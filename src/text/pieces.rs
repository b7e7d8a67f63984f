//! A message taken apart at its places.

/// A part of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words that stand as they are.
    Text(&'a str),
    /// The name of a place to fill in.
    Place(&'a str),
}

/// The parts of a message, in their order. A brace that nothing closes is text.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let place = rest.strip_prefix('{').and_then(|after| after.split_once('}'));
        if let Some((name, tail)) = place {
            rest = tail;
            return Some(Piece::Place(name));
        }
        // The first letter is text here, a brace too.
        let first = rest.chars().next()?.len_utf8();
        let end = rest.get(first..)?.find('{').map_or(rest.len(), |at| at + first);
        let (text, tail) = rest.split_at(end);
        rest = tail;
        Some(Piece::Text(text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_apart() {
        use Piece::{Place, Text};
        let parts = |text| pieces(text).collect::<Vec<_>>();
        assert_eq!(parts("{x} of {y}{"), [Place("x"), Text(" of "), Place("y"), Text("{")]);
        assert_eq!(parts("（{x}）"), [Text("（"), Place("x"), Text("）")]);
        assert_eq!(parts(""), []);
    }
}
