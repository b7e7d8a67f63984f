//! A text cut into numbers, words and marks.

/// Texts of more tokens are not dates.
const MOST_TOKENS: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    Number { value: u32, digits: usize },
    Word(&'a str),
    Mark(char),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) piece: Piece<'a>,
    /// Whether white space stands before it.
    pub(super) apart: bool,
}

/// Cuts a folded text; `None` for one that is too long or holds a number that is.
pub(super) fn cut(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::with_capacity(12);
    let mut rest = text;
    let mut apart = false;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            apart = true;
            rest = rest.get(c.len_utf8()..)?;
            continue;
        }
        let length = if c.is_ascii_digit() {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        } else if c.is_alphabetic() && !is_ideograph(c) {
            rest.chars().take_while(|c| c.is_alphabetic() && !is_ideograph(*c)).map(char::len_utf8).sum()
        } else {
            c.len_utf8()
        };
        let (head, tail) = rest.split_at_checked(length)?;
        let piece = if c.is_ascii_digit() {
            Piece::Number { value: head.parse().ok()?, digits: length }
        } else if c.is_alphabetic() {
            Piece::Word(head)
        } else {
            Piece::Mark(c)
        };
        tokens.push(Token { piece, apart });
        if tokens.len() > MOST_TOKENS {
            return None;
        }
        (rest, apart) = (tail, false);
    }
    Some(tokens)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

pub(super) fn number_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    match tokens.get(at)?.piece {
        Piece::Number { value, digits } => Some((value, digits)),
        _ => None,
    }
}

pub(super) fn mark_at(tokens: &[Token], at: usize, mark: char) -> bool {
    tokens.get(at).is_some_and(|token| token.piece == Piece::Mark(mark))
}

pub(super) fn word_at<'a>(tokens: &[Token<'a>], at: usize) -> Option<&'a str> {
    match tokens.get(at)?.piece {
        Piece::Word(word) => Some(word),
        _ => None,
    }
}
