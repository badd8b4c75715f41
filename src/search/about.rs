//! From whole texts to the words of the index that tell what they are about.
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use norsk::compound::Vocabulary as _;
use norsk::forms::{bridged, stem};

use super::expand::{Concept, Expand, Gathered, Keys};
use super::rank::Asked;

/// What answers the words of texts, for as long as the index is nearly the same: texts have most of their words in
/// common, and all kin of one takes long to find.
#[derive(Debug, Default)]
pub(super) struct Known(RwLock<HashMap<String, Option<Arc<Concept>>>>);

impl Known {
    /// `is_alone`: was nobody else known to have the word, so it is still.
    fn of(
        &self,
        word: &str,
        is_alone: impl FnOnce() -> bool,
        find: impl FnOnce() -> Option<Concept>,
    ) -> Option<Arc<Concept>> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(word).filter(|found| found.is_some() || is_alone()) {
            return found.clone();
        }
        drop(known);
        let found = find().map(Arc::new);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        known.insert(word.to_owned(), found.clone());
        found
    }
}

/// A word takes about a kilobyte.
const MOST_KNOWN: usize = 4_096;

/// For each word that is asked for in the end so many are looked up.
const LOOKED_UP: usize = 3;
/// Places of words that are looked at to find what is about the same.
const MOST_LOOKED_AT: u32 = 20_000;
/// Words that are looked for then, in however many documents they are.
const RAREST: usize = 4;

impl Expand<'_> {
    /// The words that tell most about a text, given how often each is in it.
    pub(super) fn about(&self, counts: HashMap<String, f32>, most: usize) -> Asked {
        let mut counts: Vec<_> = counts.into_iter().collect();
        self.keep_telling(&mut counts, most * LOOKED_UP * 2);
        counts.sort_by(|a, b| a.0.cmp(&b.0));
        // Forms of one word count as one.
        let mut by_key: HashMap<String, (String, f32)> = HashMap::new();
        for (word, times) in counts {
            let known = by_key.entry(bridged(&stem(&word))).or_insert_with(|| (word, 0.0));
            known.1 += times;
        }
        let mut words: Vec<(String, f32)> = by_key.into_values().collect();
        self.keep_telling(&mut words, most * LOOKED_UP);
        let mut concepts: Vec<Concept> = words
            .into_iter()
            .filter_map(|(word, times)| {
                let is_alone = || self.lexis.documents(&word) <= 1;
                let concept = self.known.of(&word, is_alone, || self.shared(&word))?;
                Some(Concept { share: times / (times + 1.0), ..Concept::clone(&concept) })
            })
            .collect();
        concepts.sort_by(|a, b| {
            let tells = |concept: &Concept| concept.rarity * concept.share;
            let word = |concept: &Concept| concept.kin.first().map(|kin| kin.word);
            tells(b).total_cmp(&tells(a)).then(word(a).cmp(&word(b)))
        });
        let mut concepts = self.affordable(concepts);
        concepts.truncate(most);
        for (nth, concept) in concepts.iter_mut().enumerate() {
            concept.nth = nth;
        }
        Asked { concepts, ..Asked::default() }
    }

    /// The word in all its forms, where another text has it too: who else is there to be like?
    fn shared(&self, word: &str) -> Option<Concept> {
        let mut found = Gathered::default();
        self.whole(&mut found, word, &Keys::new(word, self.lexis));
        let concept = self.concept(0, 1.0, found);
        let with = concept.kin.iter().map(|kin| self.lexis.documents_of(kin.word)).sum::<u32>();
        (with > 1).then_some(concept)
    }

    /// Those that tell most as they are written: to find all kin of a word takes long, and a text has
    /// hundreds of words.
    #[expect(clippy::cast_precision_loss, reason = "a rarity needs no more than six digits")]
    fn keep_telling(&self, words: &mut Vec<(String, f32)>, most: usize) {
        let tells = |(word, times): &(String, f32)| {
            let with = self.lexis.documents(word) as f32;
            let rarity = (1.0 + (self.documents - with + 0.5).max(0.0) / (with + 0.5)).ln();
            rarity * times / (times + 1.0)
        };
        let mut told: Vec<_> = words.drain(..).map(|word| (tells(&word), word)).collect();
        told.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.0.cmp(&other.0)));
        words.extend(told.into_iter().map(|(_, word)| word));
        words.truncate(most);
    }

    /// Without those that are in so many documents that looking for them would cost more the more
    /// documents there are; the rarest stay, whatever they cost.
    fn affordable(&self, mut concepts: Vec<Concept>) -> Vec<Concept> {
        let cost = |concept: &Concept| -> u32 {
            concept.kin.iter().map(|kin| self.lexis.documents_of(kin.word)).sum()
        };
        let mut costs: Vec<u32> = concepts.iter().map(cost).collect();
        costs.sort_unstable();
        let always = costs.get(RAREST - 1).or(costs.last()).copied().unwrap_or(0);
        let mut left = MOST_LOOKED_AT;
        concepts.retain(|concept| {
            let cost = cost(concept);
            let is_affordable = cost <= always || cost <= left;
            if is_affordable {
                left = left.saturating_sub(cost);
            }
            is_affordable
        });
        concepts
    }
}
