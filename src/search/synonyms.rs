//! Words that editors say mean the same, handed to the index as a value.
use std::collections::HashMap;

use norsk::compound::{Nothing, split};
use norsk::forms::{bridged, stem};

use super::keys::joined;

/// Groups of words that answer each other. Changing them takes effect at the next question;
/// nothing is indexed anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    /// For the key of each word: the keys of the others in its groups.
    others: HashMap<String, Vec<String>>,
}

/// Why a group of synonyms is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSynonyms {
    #[error("a group needs at least two words")]
    Alone,
    #[error("{0:?} is not one word")]
    NotAWord(String),
    #[error("{0:?} is in the group already, in this or another form")]
    Twice(String),
}

impl Synonyms {
    /// Adds a group. Its words may be in any form and in either written language; a group that
    /// leads back to itself is refused, and so is what is not a single word.
    pub fn add(&mut self, group: &[impl AsRef<str>]) -> Result<(), BadSynonyms> {
        let mut keys: Vec<String> = Vec::with_capacity(group.len());
        for word in group {
            let key = same_word(word.as_ref())?;
            if keys.contains(&key) {
                return Err(BadSynonyms::Twice(word.as_ref().trim().to_owned()));
            }
            keys.push(key);
        }
        if keys.len() < 2 {
            return Err(BadSynonyms::Alone);
        }
        for key in &keys {
            for other in keys.iter().filter(|other| *other != key) {
                self.leads(key, other);
            }
        }
        Ok(())
    }

    /// Who asks for `from` finds `to` as well, but not the other way: what is narrower leads to what
    /// is wider.
    pub fn add_one_way(&mut self, from: &str, to: &str) -> Result<(), BadSynonyms> {
        let (first, second) = (same_word(from)?, same_word(to)?);
        if first == second {
            return Err(BadSynonyms::Twice(to.trim().to_owned()));
        }
        self.leads(&first, &second);
        Ok(())
    }

    fn leads(&mut self, from: &str, to: &str) {
        let others = self.others.entry(from.to_owned()).or_default();
        if let Err(place) = others.binary_search_by(|other| other.as_str().cmp(to)) {
            others.insert(place, to.to_owned());
        }
    }

    /// The keys of the words that answer the word with this key. One step only: a synonym's
    /// synonyms are not its own.
    pub(super) fn of(&self, key: &str) -> &[String] {
        self.others.get(key).map_or(&[], Vec::as_slice)
    }
}

/// One key for a word in all its forms and in both written languages: words with the same key are
/// one word to the search. What is not a single word has none.
pub fn same_word(word: &str) -> Result<String, BadSynonyms> {
    let typed = word.trim();
    let normal = norsk::normal(typed);
    if normal.is_empty() || !typed.chars().all(|c| c.is_alphanumeric() || c == '-') {
        return Err(BadSynonyms::NotAWord(typed.to_owned()));
    }
    Ok(key(&normal))
}

/// As the index keys its words, with what the lexicon alone knows of compounds.
fn key(normal: &str) -> String {
    let atoms = split(normal, &Nothing);
    if atoms.is_empty() {
        bridged(&stem(normal))
    } else {
        joined(atoms.iter().map(|atom| atom.key.as_str()))
    }
}
