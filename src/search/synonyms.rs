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
            let typed = word.as_ref().trim();
            if typed.is_empty() || !typed.chars().all(|c| c.is_alphanumeric() || c == '-') {
                return Err(BadSynonyms::NotAWord(typed.to_owned()));
            }
            let key = key(&norsk::normal(typed));
            if keys.contains(&key) {
                return Err(BadSynonyms::Twice(typed.to_owned()));
            }
            keys.push(key);
        }
        if keys.len() < 2 {
            return Err(BadSynonyms::Alone);
        }
        for key in &keys {
            let others = self.others.entry(key.clone()).or_default();
            others.extend(keys.iter().filter(|other| *other != key).cloned());
            others.sort();
            others.dedup();
        }
        Ok(())
    }

    /// The keys of the words that answer the word with this key. One step only: a synonym's
    /// synonyms are not its own.
    pub(super) fn of(&self, key: &str) -> &[String] {
        self.others.get(key).map_or(&[], Vec::as_slice)
    }
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
