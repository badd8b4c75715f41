//! English words: on an English page none of them is taken for a misspelt one.
use std::sync::LazyLock;

/// In order.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../data/english-words.txt").lines();
    lines.filter(|line| !line.starts_with('#')).collect()
});

/// What may stand after a word of the list; as in `data/english-words.py`.
const ENDINGS: [&str; 9] = ["ness", "ing", "ers", "ed", "er", "es", "ly", "s", "d"];

/// Whether a word of small letters is one of English, in any form.
pub(super) fn is_word(word: &str) -> bool {
    let is_listed = |word: &str| WORDS.binary_search_by(|listed| (*listed).cmp(word)).is_ok();
    is_listed(word) || ENDINGS.iter().any(|end| word.strip_suffix(end).is_some_and(is_listed))
}
