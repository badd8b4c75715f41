//! The line between texts that have all that a question asks for and those that have something of it.
use super::expand::Concept;
use super::rank::Bits;
use super::weights::{PARTS_COVER, TELLS};

/// What a text must have to stand above the line.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// For each word that tells something.
    words: Vec<Needed>,
    /// A word that tells something is nowhere, so nothing has all.
    unreachable: bool,
}

/// How a text has a word, as bits of concepts.
#[derive(Clone, Copy, Debug, Default)]
struct Needed {
    /// The word itself, in any form, or its kin: one of these.
    whole: u64,
    /// Or what a compound is made of: all of these. None: its parts are not the word.
    parts: u64,
}

/// What is known of a word while its concepts are gone through.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    needed: Needed,
    /// Of the word itself, else of its rarest part.
    rarity: f32,
    covered: f32,
    parts: usize,
}

impl Line {
    /// `words`: how many were asked for, of which some may be nowhere.
    pub(super) fn new(concepts: &[Concept], bits: &[Bits], words: usize) -> Self {
        let mut told = vec![Told::default(); words];
        for (concept, bits) in concepts.iter().zip(bits) {
            let Some(word) = told.get_mut(concept.nth) else { continue };
            if concept.perhaps {
                continue;
            }
            if concept.covers > PARTS_COVER {
                word.needed.whole |= bits.sure;
                word.rarity = concept.rarity;
            } else {
                word.needed.parts |= bits.sure;
                word.parts += 1;
                word.covered += concept.covers;
                if word.needed.whole == 0 {
                    word.rarity = word.rarity.max(concept.rarity);
                }
            }
        }
        for word in &mut told {
            // Of «e-læring» and «urolig» one part is left, and of other words one that is nowhere is missing.
            if word.parts < 2 || word.covered < PARTS_COVER - 0.01 {
                word.needed.parts = 0;
            }
        }
        let most = told.iter().map(|word| word.rarity).fold(0.0, f32::max);
        let is_nowhere = |word: &Told| word.needed.whole == 0 && word.needed.parts == 0;
        let unreachable = told.iter().any(is_nowhere);
        let telling = told.iter().filter(|word| word.rarity >= TELLS * most);
        Self { words: telling.map(|word| word.needed).collect(), unreachable }
    }

    /// Whether a text with these concepts has every word that tells something.
    pub(super) fn is_passed(&self, has: u64) -> bool {
        let has_word = |word: &Needed| {
            has & word.whole != 0 || (word.parts != 0 && has & word.parts == word.parts)
        };
        !self.unreachable && self.words.iter().all(has_word)
    }
}
