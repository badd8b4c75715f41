//! The words of the index that begin with what has been typed so far.
use std::cmp::Reverse;
use std::collections::BTreeSet;

use norsk::forms::{bridged, stem};

use super::words::WordId;
use super::{Error, Index};

/// A shorter word says nothing by itself.
const SHORTEST: usize = 3;
/// So many of the most used are looked at; forms of one word among them count as one.
const LOOKED_AT: usize = 200;
/// Ways to read letters that may stand for others; more than these are not tried.
const MOST_WAYS: usize = 32;

impl Index {
    /// Words that begin so, the most used first and each in one form only. Letters that are not on
    /// every keyboard may be typed as others: «forste», «foerste» and «første» begin alike.
    pub fn begun(&self, typed: &str, most: usize) -> Result<Vec<String>, Error> {
        let typed = norsk::normal(&norsk::tidy(typed));
        if typed.is_empty() {
            return Ok(Vec::new());
        }
        let Some(view) = self.view()? else { return Ok(Vec::new()) };
        let lexis = &view.lexis;
        let is_worth = |word: &WordId| {
            let text = lexis.text(*word);
            lexis.documents_of(*word) > 0
                && text.chars().count() >= SHORTEST
                && text.chars().all(char::is_alphabetic)
                && !norsk::is_common(text)
        };
        let mut begun: Vec<WordId> = Vec::new();
        for way in ways(&typed) {
            begun.extend(lexis.begun(&way).filter(is_worth));
        }
        // All ways of a long word are too many to try one by one.
        if begun.is_empty() && typed.chars().count() >= SHORTEST {
            let folded = norsk::fold(&typed);
            begun.extend(lexis.begun_folded(&folded).filter(is_worth));
        }
        let order = |word: &WordId| (Reverse(lexis.documents_of(*word)), lexis.text(*word).len());
        // A single letter may begin a hundred thousand words.
        if begun.len() > LOOKED_AT {
            begun.select_nth_unstable_by_key(LOOKED_AT, |word| (order(word), *word));
            begun.truncate(LOOKED_AT);
        }
        begun.sort_by_key(|word| (order(word), *word));
        begun.dedup();
        let mut forms = BTreeSet::new();
        let words = begun.into_iter().map(|word| lexis.text(word));
        Ok(words
            .filter(|text| forms.insert(bridged(&stem(text))))
            .take(most)
            .map(str::to_owned)
            .collect())
    }
}

/// What may have been meant by letters that stand for others on a keyboard without them.
fn ways(typed: &str) -> BTreeSet<String> {
    let mut all = vec![String::new()];
    let mut rest = typed;
    while let Some(letter) = rest.chars().next() {
        let pairs = [("ae", "æ"), ("oe", "ø"), ("aa", "å")];
        let pair = pairs.iter().find(|(pair, _)| rest.starts_with(pair));
        let readings: Vec<&str> = match (pair, letter) {
            (Some((pair, one)), _) => vec![pair, one],
            (None, 'a') => vec!["a", "å", "á"],
            (None, 'o') => vec!["o", "ø"],
            (None, 'c') => vec!["c", "č"],
            (None, 's') => vec!["s", "š"],
            (None, _) => vec![&rest[..letter.len_utf8()]],
        };
        let used = readings[0].len();
        let many = all.len() * readings.len() > MOST_WAYS;
        let readings = if many { &readings[..1] } else { &readings[..] };
        all =
            all.iter().flat_map(|way| readings.iter().map(move |r| format!("{way}{r}"))).collect();
        rest = &rest[used..];
    }
    all.into_iter().collect()
}
