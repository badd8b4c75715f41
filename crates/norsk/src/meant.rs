//! What a misspelt word may have been meant as, by the lexicon alone.

use crate::Near;
use crate::compound::beginnings;
use crate::lexicon::{Lexicon, lexicon};

/// Shorter words are near too many others.
const SHORTEST: usize = 5;

/// The words of the lexicon, and compounds that end in one, at most so many letters from a
/// [`normal`](crate::normal) word, with how many: the nearest first, then by letters.
///
/// ```
/// let meant = |word, as_this: &str| norsk::meant(word, 2).contains(&(as_this.to_owned(), 1));
/// assert!(meant("rehabilitiering", "rehabilitering"));
/// assert!(meant("hjemmesykepleir", "hjemmesykepleier"));
/// ```
pub fn meant(normal: &str, most: usize) -> Vec<(String, usize)> {
    let lexicon = lexicon();
    let mut found = near(lexicon, "", normal, most);
    for end in beginnings(normal) {
        found.extend(near(lexicon, &normal[..end], &normal[end..], 1));
    }
    found.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    found.dedup();
    found
}

fn near(lexicon: &Lexicon, before: &str, rest: &str, most: usize) -> Vec<(String, usize)> {
    if rest.chars().count() < SHORTEST {
        return Vec::new();
    }
    let Some(wanted) = Near::to(rest) else { return Vec::new() };
    let fits = |word: &&str| {
        word.chars().count() >= SHORTEST && lexicon.place_of(word).is_some_and(|place| place.last)
    };
    let found = lexicon.words().filter(fits);
    found
        .filter_map(|word| Some((format!("{before}{word}"), wanted.distance(word, most)?)))
        .filter(|(_, distance)| *distance > 0)
        .collect()
}
