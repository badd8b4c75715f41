//! What the parser says of a value that it can't read, in words that say something to whoever wrote it.

const WORDS: [(&str, &str); 9] = [
    ("invalid type: map", "invalid type: an object"),
    ("invalid type: sequence", "invalid type: a list"),
    ("expected a map", "expected an object"),
    ("expected a sequence", "expected a list"),
    ("expected string or map", "expected a string"),
    ("expected i32", "expected a whole number"),
    ("expected u16", "expected a whole number"),
    ("expected u32", "expected a whole number"),
    ("expected u64", "expected a whole number"),
];

/// Without names of types of ours, and with the names that JSON has for things.
pub fn in_plain_words(parser: &str) -> String {
    let mut text = match parser.split_once("expected struct ") {
        Some((before, after)) => {
            let rest = after.trim_start_matches(char::is_alphanumeric);
            format!("{before}expected an object{rest}")
        }
        None => parser.to_owned(),
    };
    for (theirs, ours) in WORDS {
        if text.contains(theirs) {
            text = text.replace(theirs, ours);
        }
    }
    text
}
