//! By which other words Bokmålsordboka explains a word (`data/meanings.txt`), read once. How the file is made is
//! said in its head.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use crate::forms::{bridged, lemma, lemma_by_ordbank, stem};
use crate::lexicon::Fnv;

pub(crate) const SOURCE: &str = include_str!("../data/meanings.txt");

static MEANINGS: LazyLock<Meanings> = LazyLock::new(|| Meanings::read(SOURCE));

type Map<T> = HashMap<&'static str, T, BuildHasherDefault<Fnv>>;

#[derive(Debug, Default)]
struct Meanings {
    explained: Map<&'static str>,
    /// By a word that is all there is to say of others: those others.
    alone: Map<Vec<&'static str>>,
}

impl Meanings {
    fn read(source: &'static str) -> Self {
        let mut meanings = Self::default();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            let Some((word, all)) = line.split_once(": ") else { continue };
            meanings.explained.insert(word, all);
            // Who means other things too is no other name for it: «tilfelle» is a «fall» among others.
            if !all.contains([',', ' ']) {
                meanings.alone.entry(all).or_default().push(word);
            }
        }
        meanings
    }
}

/// Whom so many others mean is no synonym of them.
const MOST_ALONE: usize = 4;

/// What a [`normal`](crate::normal) word may be called otherwise, as the dictionary explains it: for each
/// explanation the words of it that tell something. Most of it is near, none of it is the same.
///
/// ```
/// assert!(norsk::meanings("karies").contains(&vec!["tannråte"]));
/// assert!(norsk::meanings("tannråte").contains(&vec!["karies"]));
/// ```
pub fn meanings(normal: &str) -> Vec<Vec<&'static str>> {
    let form = bridged(&stem(normal));
    let mut candidates = vec![normal.to_owned()];
    candidates.extend(lemma_by_ordbank(normal));
    candidates.extend(lemma(normal));
    candidates.push(format!("{form}e"));
    candidates.push(form);
    let known = candidates.iter().find_map(|word| MEANINGS.explained.get(word.as_str()));
    let explained = known.into_iter().flat_map(|all| all.split(", "));
    let mut all: Vec<Vec<&'static str>> =
        explained.map(|words| words.split(' ').collect()).collect();
    let alone = candidates.iter().find_map(|word| MEANINGS.alone.get(word.as_str()));
    for word in alone.filter(|others| others.len() <= MOST_ALONE).into_iter().flatten() {
        if !all.iter().any(|words| words[..] == [*word]) {
            all.push(vec![word]);
        }
    }
    all
}
