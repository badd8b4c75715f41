//! Small questions asked of a string: its words, its folded form, how it begins and ends.

/// Characters that show nothing and only get in the way of comparing.
pub(super) fn invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Runs of blanks become one space, invisible characters go, ends are trimmed.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            blank = true;
        } else if !invisible(c) {
            if blank && !out.is_empty() {
                out.push(' ');
            }
            blank = false;
            out.push(c);
        }
    }
    out
}

/// The form in which labels and headings are compared: small letters, no mark at the end.
pub(super) fn fold(text: &str) -> String {
    let lower: String = tidy(text).chars().map(lower).collect();
    lower.trim_end_matches([':', '?', '.', '!', ' ', '…']).to_owned()
}

/// One character to one character, so that lengths in characters never change.
pub(super) fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// What follows `prefix`, compared without regard to case; any run of blanks equals one space.
pub(super) fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text;
    for wanted in prefix.chars() {
        let mut chars = rest.chars();
        let found = chars.next()?;
        if wanted == ' ' {
            if !found.is_whitespace() {
                return None;
            }
            rest = chars.as_str().trim_start();
        } else if lower(found) == wanted {
            rest = chars.as_str();
        } else {
            return None;
        }
    }
    Some(rest)
}

/// As [`strip_prefix`], when the prefix ends where a word ends.
pub(super) fn strip_words<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    strip_prefix(text, prefix).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The words of a text in small letters, without the marks around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .map(|word| word.trim_matches('-').chars().map(lower).collect::<String>())
        .filter(|word| !word.is_empty())
}

pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

pub(super) fn length(text: &str) -> usize {
    text.chars().count()
}

/// A full stop, question mark … possibly inside a closing quote or bracket.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '»', ')', ']', '\'', '’', ' '])
        .ends_with(['.', '!', '?', '…', ';', ':'])
}

pub(super) fn starts_lower(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_lowercase)
}

pub(super) fn starts_upper(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase)
}

/// The text up to `limit` characters, cut between words, with an ellipsis when it was cut.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    if length(text) <= limit {
        return text.to_owned();
    }
    let cut: String = text.chars().take(limit.saturating_sub(1)).collect();
    let end = cut.rfind(' ').filter(|at| *at > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

/// At most one letter wrong, missing, extra or swapped with its neighbour.
pub(super) fn one_letter_off(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 1 || a == b {
        return a == b;
    }
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[start..], &b[start..]);
    let same_tail = |x: usize, y: usize| a.get(x..).unwrap_or(&[]) == b.get(y..).unwrap_or(&[]);
    let swapped = a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0] && same_tail(2, 2);
    same_tail(1, 1) || same_tail(1, 0) || same_tail(0, 1) || swapped
}

/// One of the words of a list written as one string, blanks between.
pub(super) fn among(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

/// One of the phrases of a list written as one string, bars between.
pub(super) fn one_of(list: &str, phrase: &str) -> bool {
    list.split('|').any(|one| one == phrase)
}
