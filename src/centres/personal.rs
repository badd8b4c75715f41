//! Tells a role from the person who has it: what is kept of a centre holds no personal data.

pub const EMAIL: &str = "an e-mail address";
pub const PHONE: &str = "a telephone number";
pub const NAME: &str = "what looks like a person's name";

/// A telephone number has as many digits.
const DIGITS: usize = 8;

/// What in a text points at a person; nothing when it is only a role.
pub fn of_person(text: &str) -> Option<&'static str> {
    if text.contains('@') {
        return Some(EMAIL);
    }
    let (mut longest, mut run) = (0, 0);
    for character in text.chars() {
        match character {
            c if c.is_ascii_digit() => run += 1,
            ' ' | '\u{a0}' | '+' | '-' | '.' => {}
            _ => run = 0,
        }
        longest = longest.max(run);
    }
    if longest >= DIGITS {
        return Some(PHONE);
    }
    is_name(text).then_some(NAME)
}

/// Two to four words that all begin with a capital and go on in small letters: no role in Norwegian
/// is written so, and every name is.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_proper = |word: &&str| {
        let mut letters = word.chars().filter(|c| *c != '-');
        let first = letters.next().is_some_and(char::is_uppercase);
        let mut rest = letters.clone();
        first
            && rest.next().is_some()
            && letters.all(char::is_alphabetic)
            && word.chars().filter(|c| c.is_uppercase()).count() <= 1 + word.matches('-').count()
    };
    (2..=4).contains(&words.len()) && words.iter().all(is_proper)
}
