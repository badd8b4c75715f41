//! A text cut into words, numbers and what stands between them.

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// Its value, and how many digits it is written with.
    Number(u32, usize),
    Word(String),
    /// Not a space.
    Sign(char),
}

/// None when a number is longer than any date's.
pub(crate) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text.chars().peekable();
    while let Some(first) = rest.next() {
        let mut run = first.to_string();
        let is_same = |next: char| {
            if first.is_ascii_digit() { next.is_ascii_digit() } else { next.is_alphabetic() }
        };
        if first.is_ascii_digit() || first.is_alphabetic() {
            while let Some(next) = rest.next_if(|next| is_same(*next)) {
                run.push(next);
            }
        }
        match first {
            ' ' => {}
            '0'..='9' if run.len() > 8 => return None,
            '0'..='9' => found.push(Token::Number(run.parse().ok()?, run.len())),
            first if first.is_alphabetic() => found.push(Token::Word(run)),
            sign => found.push(Token::Sign(sign)),
        }
    }
    Some(found)
}
