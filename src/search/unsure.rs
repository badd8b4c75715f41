//! What answers a word in part, or perhaps: its parts, what looks like it, and small words.
use norsk::compound::{pieces, split};
use norsk::forms::{bridged, is_known, root, stem};

use super::expand::{Concept, Expand, Gathered, Keys, Kin};
use super::keys::Layer;
use super::query::Word;
use super::weights::{
    ALIKE, ALIKE_BESIDE, MEANING, MOST_ALIKE, MOST_MEANINGS, NET, PARTS, PARTS_BESIDE, PARTS_COVER,
    PERHAPS_COVERS, PIECES, SHORTEST_ALIKE, SMALL, SMALL_MOST, SMALL_SHARE, kin,
};

impl Expand<'_> {
    /// What a word is made of, and how much of it each part counts.
    pub(super) fn atoms(&self, word: &Word, keys: Keys, is_there: bool) -> (Vec<String>, f32) {
        let share = if is_there { PARTS_BESIDE } else { PARTS };
        let numbers = if is_there { Vec::new() } else { self.numbers(&word.whole) };
        if !numbers.is_empty() {
            return (numbers, share);
        }
        if !word.parts.is_empty() {
            let parts = word.parts.iter().filter(|part| says_something(part));
            return (parts.map(|part| bridged(&stem(part))).collect(), share);
        }
        if keys.atoms.is_empty() {
            let pieces = pieces(&word.whole).into_iter();
            return (pieces.map(|piece| piece.key).collect(), PIECES);
        }
        // Letter for letter, a part that is no word is not there.
        if !self.guess && self.has_strange(&word.whole) {
            return (Vec::new(), share);
        }
        (keys.atoms, share)
    }

    /// Each part of a word, asked for by itself. Half of a compound is half of what was asked for.
    pub(super) fn parts(&self, nth: usize, atoms: &[String], share: f32) -> Vec<Concept> {
        let mut parts: Vec<Concept> =
            atoms.iter().map(|atom| self.part(nth, atom, share)).collect();
        let all: f32 = parts.iter().map(|part| part.rarity).sum();
        for part in &mut parts {
            part.covers = PARTS_COVER * part.rarity / all.max(f32::MIN_POSITIVE);
        }
        parts
    }

    /// A part of a compound, asked for by itself.
    fn part(&self, nth: usize, key: &str, share: f32) -> Concept {
        let mut found = Gathered::default();
        for entry in self.lexis.by(Layer::Bridge, key) {
            found.add(entry, kin::EXACT);
        }
        for entry in self.lexis.by(Layer::Root, &root(key)) {
            found.add(entry, kin::ROOT);
        }
        self.inside(&mut found, key, 1.0);
        self.synonyms(&mut found, key);
        self.concept(nth, share, found)
    }

    /// A compound with a part that is in no list and no text: perhaps it is misspelt.
    pub(super) fn has_strange(&self, typed: &str) -> bool {
        split(typed, self.lexis).iter().any(|atom| {
            let part = &typed[atom.range.start..atom.range.end - atom.link];
            let is_in = |layer: &Layer| self.lexis.by(*layer, &atom.key).next().is_some();
            !is_known(part) && ![Layer::Bridge, Layer::Part].iter().any(is_in)
        })
    }

    /// «116117» is written «116 117» by many: two numbers that are there.
    fn numbers(&self, typed: &str) -> Vec<String> {
        if typed.len() < 4 || !typed.bytes().all(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let is_there = |number: &str| self.lexis.exactly(number).is_some();
        let mut cuts = (2..typed.len() - 1).map(|at| typed.split_at(at));
        let cut = cuts.find(|(front, back)| is_there(front) && is_there(back));
        cut.map_or_else(Vec::new, |(front, back)| vec![front.to_owned(), back.to_owned()])
    }

    /// Words that look like it: the last net, for what no rule and no list knows.
    #[expect(clippy::cast_precision_loss, reason = "a rarity needs no more than six digits")]
    pub(super) fn alike(&self, nth: usize, typed: &str, is_there: bool) -> Option<Concept> {
        if typed.chars().count() < SHORTEST_ALIKE {
            return None;
        }
        let mut found = Gathered::default();
        // «vekst» is no misspelt «vekt»: what is one letter from a right word is another word.
        let is_right = is_there || self.is_right(typed);
        let is_other = |text: &str| is_right && norsk::distance(typed, text, 1) == Some(1);
        for (word, alike) in self.lexis.alike(typed, if is_there { ALIKE_BESIDE } else { ALIKE }) {
            if !is_other(self.lexis.text(word)) {
                found.whole(self.lexis, word, alike);
            }
        }
        let mut kin: Vec<Kin> = found.0.into_values().collect();
        kin.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.word.cmp(&b.word)));
        kin.truncate(MOST_ALIKE);
        if kin.is_empty() {
            return None;
        }
        let in_documents = |kin: &Kin| self.lexis.documents_of(kin.word) as f32 * kin.weight;
        let with = kin.iter().map(in_documents).sum::<f32>().min(self.documents);
        let rarity = (1.0 + (self.documents - with + 0.5) / (with + 0.5)).ln();
        Some(Concept {
            nth,
            kin,
            rarity,
            share: NET,
            covers: PERHAPS_COVERS,
            perhaps: true,
            explains: false,
        })
    }

    /// Words by which a dictionary explains it: for what means the same and shares no letters. However rare
    /// they are, they tell at `most` so much.
    #[expect(clippy::cast_precision_loss, reason = "an explanation has a handful of words")]
    pub(super) fn explained(&self, nth: usize, typed: &str, most: f32) -> Vec<Concept> {
        let mut concepts: Vec<Concept> = Vec::new();
        for words in norsk::meanings(typed) {
            // One word alone says the same; of many each says little.
            let share = MEANING / (words.len() as f32).sqrt();
            let all = words.iter().map(|word| {
                let mut concept = self.concept(nth, share, self.by_meaning(word));
                concept.kin.truncate(MOST_ALIKE);
                let rarity = concept.rarity.min(most);
                Concept { rarity, covers: PERHAPS_COVERS, perhaps: true, explains: true, ..concept }
            });
            concepts.extend(all.filter(|concept| !concept.kin.is_empty()));
        }
        let tells = |concept: &Concept| concept.rarity * concept.share;
        concepts.sort_by(|a, b| tells(b).total_cmp(&tells(a)));
        concepts.truncate(MOST_MEANINGS);
        concepts
    }

    fn by_meaning(&self, word: &str) -> Gathered {
        let mut found = Gathered::default();
        let key = bridged(&stem(word));
        for entry in self.lexis.by(Layer::Bridge, &key) {
            found.add(entry, kin::EXACT);
        }
        self.inside(&mut found, &key, kin::INSIDE_MEANING);
        found
    }

    /// Question words and the like, as far as they tell anything.
    #[expect(clippy::cast_precision_loss, reason = "a share needs no more than six digits")]
    pub(super) fn small(&self, words: &[String]) -> Vec<Concept> {
        let mut concepts = Vec::new();
        for word in words {
            let mut found = Gathered::default();
            if let Some(word) = self.lexis.exactly(word) {
                found.whole(self.lexis, word, kin::EXACT);
            }
            for entry in self.lexis.by(Layer::Bridge, &Keys::new(word, self.lexis).both) {
                found.add(entry, kin::BRIDGE);
            }
            let concept = self.concept(0, SMALL, found);
            let with: u32 = concept.kin.iter().map(|kin| self.lexis.documents_of(kin.word)).sum();
            let tells = with < SMALL_MOST && (with as f32) < self.documents * SMALL_SHARE;
            if tells && !concept.kin.is_empty() {
                concepts.push(concept);
            }
        }
        concepts
    }
}

/// Of «e-læring» and «24-7», a letter and a number say nothing by themselves.
fn says_something(part: &str) -> bool {
    part.chars().count() > 1 && part.chars().any(char::is_alphabetic)
}
