//! From the words of a question to the words of the index that answer it.
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;
use std::sync::Arc;

use norsk::compound::split;
use norsk::forms::{bridged, is_known, root, stem, subjects};
use norsk::tokens::{TokenRole, spans};

use super::about::Known;
use super::english;
use super::keys::{Layer, fnv, joined};
use super::lexis::Lexis;
use super::names::Names;
use super::query::{Wanted, Word};
use super::rank::Asked;
use super::synonyms::Synonyms;
use super::view::View;
use super::weights::{
    LITTLE, MOST_BEGUN, MOST_NEAR, SHORTEST_BEGUN, SHORTEST_NEAR, SHORTEST_NEAR_TWO, kin, most_kin,
};
use super::words::{Entry, WordId};

/// A word of the index that answers a word of the question, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kin {
    pub(super) word: WordId,
    pub(super) weight: f32,
    /// The bytes of it that matched.
    pub(super) from: u16,
    pub(super) to: u16,
}

/// One thing that is asked for, with all that answers it.
#[derive(Clone, Debug, Default)]
pub(super) struct Concept {
    /// Which word of the question it belongs to.
    pub(super) nth: usize,
    /// The nearest first.
    pub(super) kin: Vec<Kin>,
    pub(super) rarity: f32,
    /// 1 for a word itself, less for a part of it.
    pub(super) share: f32,
    /// How much of the word a document with this has.
    pub(super) covers: f32,
    /// It only looks like the word, or explains it.
    pub(super) perhaps: bool,
    /// It explains the word, and has none of its letters.
    pub(super) explains: bool,
}

/// Letters that nobody writes by accident.
const OWN: [char; 5] = ['æ', 'ø', 'å', 'ä', 'ö'];

/// What a misspelt word was meant as, if anything.
type Meant = HashMap<String, Option<Rc<str>>>;

/// Words that are found at all, to be asked for as if typed.
pub(super) struct Expand<'a> {
    pub(super) lexis: &'a Lexis,
    pub(super) synonyms: &'a Synonyms,
    pub(super) known: &'a Known,
    /// How many documents there are.
    pub(super) documents: f32,
    most_kin: usize,
    /// A word that is nowhere may be taken for one that is near.
    pub(super) guess: bool,
    /// Whoever asks reads English.
    pub(super) is_english: bool,
    pub(super) names: Arc<Names>,
    /// Asked for twice: for an answer, and for what was meant.
    meant: RefCell<Meant>,
    begun: RefCell<HashMap<String, Begun>>,
}

/// Words that begin with what was typed, and how many bytes of each that is.
type Begun = Rc<[(WordId, usize)]>;

/// Kin gathered so far, the best weight for each word.
#[derive(Default)]
pub(super) struct Gathered(pub(super) HashMap<WordId, Kin, BuildHasherDefault<Spread>>);

/// Words are numbered by us, so nobody can choose numbers that collide.
#[derive(Debug, Default)]
pub(super) struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = fnv(self.0, bytes);
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Gathered {
    pub(super) fn add(&mut self, entry: Entry, weight: f32) {
        let new = Kin { word: entry.word, weight, from: entry.from, to: entry.to };
        let kin = self.0.entry(entry.word).or_insert(new);
        if kin.weight < weight {
            *kin = new;
        }
    }

    pub(super) fn whole(&mut self, lexis: &Lexis, word: WordId, weight: f32) {
        let to = u16::try_from(lexis.text(word).len()).unwrap_or(u16::MAX);
        let new = Kin { word, weight, from: 0, to };
        let kin = self.0.entry(word).or_insert(new);
        if kin.weight < weight {
            *kin = new;
        }
    }

    fn has_whole(&self) -> bool {
        self.0.values().any(|kin| kin.weight >= kin::ROOT)
    }
}

impl<'a> Expand<'a> {
    #[expect(clippy::cast_precision_loss, reason = "a rarity needs no more than six digits")]
    pub(super) fn new(view: &'a View, synonyms: &'a Synonyms) -> Self {
        let documents = view.searcher.num_docs();
        Self {
            lexis: &view.lexis,
            synonyms,
            known: view.lexis.known(),
            documents: documents as f32,
            guess: true,
            is_english: false,
            names: Arc::default(),
            most_kin: most_kin(documents),
            meant: RefCell::default(),
            begun: RefCell::default(),
        }
    }

    /// What was typed with its unknown words replaced by the nearest known ones; the rest, and the
    /// signs between, as they were.
    pub(super) fn meant(&self, wanted: &Wanted, typed: &str) -> Option<String> {
        let (mut out, mut at) = (String::new(), 0);
        for span in spans(typed).filter(|span| span.role == TokenRole::Word) {
            let surface = &typed[span.from..span.to];
            if let Some(near) = self.meant_by(wanted, &norsk::normal(surface)) {
                out.push_str(&typed[at..span.from]);
                out.push_str(&near);
                at = span.to;
            }
        }
        (at > 0).then(|| out + &typed[at..])
    }

    /// The known word that an unknown one of the question stands for.
    fn meant_by(&self, wanted: &Wanted, typed: &str) -> Option<Rc<str>> {
        let place = wanted.words.iter().position(|word| word.whole == typed)?;
        let may_go_on = wanted.open && place + 1 == wanted.words.len();
        let is_begun = || {
            may_go_on
                && typed.chars().count() >= SHORTEST_BEGUN
                && !self.beginning_like(typed).is_empty()
        };
        if self.is_understood(typed) || is_begun() {
            return None;
        }
        self.nearest(typed)
    }

    fn is_understood(&self, word: &str) -> bool {
        let keys = Keys::new(self.as_written(word), self.lexis);
        let mut found = Gathered::default();
        self.whole(&mut found, word, &keys);
        self.synonyms(&mut found, &keys.both);
        let has_parts = || !keys.atoms.is_empty() && !self.has_strange(self.as_written(word));
        found.has_whole() || has_parts()
    }

    /// All that a question's words ask for. `open`: the last may be unfinished.
    pub(super) fn question(&self, words: &[Word], open: bool) -> Vec<Concept> {
        let mut concepts = Vec::new();
        for (nth, word) in words.iter().enumerate() {
            let last = open && nth + 1 == words.len();
            self.word(nth, word, last, &mut concepts);
        }
        concepts.retain(|concept| !concept.kin.is_empty());
        concepts
    }

    /// Only the word itself, in any form and in both written languages: what «-word» shuts out.
    pub(super) fn forms(&self, word: &str) -> Vec<Kin> {
        let mut found = Gathered::default();
        self.whole(&mut found, word, &Keys::new(word, self.lexis));
        found.0.retain(|_, kin| kin.weight >= kin::BRIDGE);
        found.0.into_values().collect()
    }

    fn word(&self, nth: usize, word: &Word, last: bool, concepts: &mut Vec<Concept>) {
        let typed = &word.whole;
        let keys = Keys::new(self.as_written(typed), self.lexis);
        let mut found = Gathered::default();
        self.whole(&mut found, typed, &keys);
        self.inside(&mut found, &keys.both, 1.0);
        self.synonyms(&mut found, &keys.both);
        let mut begun = false;
        if !found.has_whole() && last {
            begun = self.begun(&mut found, typed);
        }
        let is_strange = || keys.atoms.is_empty() || self.has_strange(typed);
        let is_unknown = !begun && !found.has_whole() && is_strange();
        if self.guess
            && is_unknown
            && word.parts.is_empty()
            && let Some(near) = self.nearest(typed)
        {
            // As if it had been typed: who follows «mente du» finds the same.
            let meant = Word { whole: near.to_string(), parts: Vec::new() };
            return self.word(nth, &meant, false, concepts);
        }
        let is_there = found.has_whole();
        let mut whole = self.concept(nth, 1.0, found);
        if norsk::tells_little(typed) {
            // No part of it tells more.
            whole.rarity *= LITTLE;
            concepts.push(whole);
            return;
        }
        let own = whole.rarity;
        concepts.push(whole);
        let (atoms, share) = self.atoms(word, keys, is_there);
        concepts.extend(self.parts(nth, &atoms, share));
        // A beginning, or what is asked for letter for letter, is like nothing else.
        if self.guess && !begun {
            concepts.extend(self.alike(nth, typed, is_there));
            let most = if is_there { own } else { f32::INFINITY };
            concepts.extend(self.explained(nth, typed, most));
        }
    }

    /// The word with its own letters, where it was typed without them and the index knows it:
    /// what can be said of «førstehjelp» can then be said of «forstehjelp».
    fn as_written<'b>(&'b self, typed: &'b str) -> &'b str {
        if self.lexis.exactly(typed).is_some() || typed.contains(OWN) {
            return typed;
        }
        let folded = norsk::fold(typed);
        let spellings = self.lexis.spelled(&folded);
        let known = spellings.max_by_key(|entry| self.lexis.documents_of(entry.word));
        known.map_or(typed, |entry| self.lexis.text(entry.word))
    }

    /// The word itself, in all its forms.
    pub(super) fn whole(&self, found: &mut Gathered, typed: &str, keys: &Keys) {
        if let Some(word) = self.lexis.exactly(typed) {
            found.whole(self.lexis, word, kin::EXACT);
        }
        let mut all = |layer, key: &str, weight| {
            for entry in self.lexis.by(layer, key) {
                found.add(entry, weight);
            }
        };
        all(Layer::Form, &keys.form, kin::FORM);
        all(Layer::Bridge, &keys.both, kin::BRIDGE);
        // Who writes «for» knows «før»; who writes «forstehjelp» has no ø.
        let written = !found.0.is_empty();
        let mut all = |layer, key: &str, weight| {
            for entry in self.lexis.by(layer, key).filter(|entry| self.may_be(typed, *entry)) {
                found.add(entry, if written { weight * kin::OTHER_LETTERS } else { weight });
            }
        };
        all(Layer::Loose, &norsk::fold(&keys.both), kin::FORM);
        let folded = if written { kin::FOLDED * kin::OTHER_LETTERS } else { kin::FOLDED };
        for spelling in norsk::spellings(typed) {
            for entry in self.lexis.spelled(&spelling).filter(|entry| self.may_be(typed, *entry)) {
                found.add(entry, folded);
            }
        }
        let mut all = |layer, key: &str, weight| {
            for entry in self.lexis.by(layer, key) {
                found.add(entry, weight);
            }
        };
        all(Layer::Root, &keys.root, kin::ROOT);
        for subject in subjects(&keys.both) {
            all(Layer::Subject, &subject.to_string(), kin::SUBJECT);
        }
    }

    /// Who writes «dø» does not mean «do», though who writes «do» may have no ø.
    fn may_be(&self, typed: &str, entry: Entry) -> bool {
        let text = self.lexis.text(entry.word);
        let is_spelled_out = || ["aa", "oe", "ae"].iter().any(|pair| text.contains(pair));
        !typed.contains(OWN)
            || text.contains(OWN)
            || is_spelled_out()
            || !(is_known(typed) || is_known(text) || norsk::is_common(text))
    }

    /// Compounds with this in them.
    pub(super) fn inside(&self, found: &mut Gathered, key: &str, times: f32) {
        let by_root = root(key);
        for (layer, key, weight) in [
            (Layer::Part, key, 1.0),
            (Layer::PartRoot, by_root.as_str(), kin::PART_ROOT),
            (Layer::Piece, key, kin::PIECE),
            (Layer::Piece, by_root.as_str(), kin::PIECE * kin::PART_ROOT),
        ] {
            for entry in self.lexis.by(layer, key) {
                let is_head = usize::from(entry.to) == self.lexis.text(entry.word).len();
                let by_place = if is_head { kin::HEAD } else { kin::MODIFIER };
                found.add(entry, by_place * weight * times);
            }
        }
    }

    pub(super) fn synonyms(&self, found: &mut Gathered, key: &str) {
        for other in self.synonyms.of(key) {
            for entry in self.lexis.by(Layer::Bridge, other) {
                found.add(entry, kin::SYNONYM);
            }
            self.inside(found, other, kin::SYNONYM);
        }
    }

    /// Words that begin with what was typed; when none does, those that do with letters folded: «sami» for
    /// «sámi», «okolog» for «økologi».
    fn beginning_like(&self, typed: &str) -> Begun {
        if let Some(known) = self.begun.borrow().get(typed) {
            return Rc::clone(known);
        }
        let found: Begun = self.look_for_beginnings(typed).into();
        self.begun.borrow_mut().insert(typed.to_owned(), Rc::clone(&found));
        found
    }

    fn look_for_beginnings(&self, typed: &str) -> Vec<(WordId, usize)> {
        let plain = self.lexis.begun(typed).map(|word| (word, typed.len()));
        let plain: Vec<(WordId, usize)> = plain.collect();
        if !plain.is_empty() || typed.contains(OWN) {
            return plain;
        }
        let folded = norsk::fold(typed);
        let own = self.lexis.begun_folded(&folded);
        let all = self.lexis.begun(&folded).chain(own);
        let ends = |word| norsk::begins(self.lexis.text(word), &folded).map(|end| (word, end));
        all.filter_map(ends).collect()
    }

    /// Words that begin with what was typed, if there are any.
    fn begun(&self, found: &mut Gathered, typed: &str) -> bool {
        if typed.chars().count() < SHORTEST_BEGUN {
            return false;
        }
        let mut begun = self.beginning_like(typed).to_vec();
        begun.sort_by_key(|(word, _)| (Reverse(self.lexis.documents_of(*word)), *word));
        begun.dedup();
        let mut any = false;
        let weight = if found.0.is_empty() { kin::BEGUN } else { kin::BEGUN_BESIDE };
        for (word, end) in begun.into_iter().take(MOST_BEGUN) {
            let to = u16::try_from(end).unwrap_or(u16::MAX);
            let new = Kin { word, weight, from: 0, to };
            found.0.entry(word).or_insert(new);
            any = true;
        }
        any
    }

    /// The known word that a misspelt one most likely stands for.
    fn nearest(&self, typed: &str) -> Option<Rc<str>> {
        if let Some(known) = self.meant.borrow().get(typed) {
            return known.clone();
        }
        let found: Option<Rc<str>> = self.look_near(typed).map(Rc::from);
        self.meant.borrow_mut().insert(typed.to_owned(), found.clone());
        found
    }

    /// A word that is no misspelt one, whether a text has it or not.
    pub(super) fn is_right(&self, word: &str) -> bool {
        is_known(word)
            || self.names.has(word)
            || norsk::names::is_given_name(word)
            || (self.is_english && english::is_word(word))
    }

    fn look_near(&self, typed: &str) -> Option<String> {
        let letters = typed.chars().count();
        let is_word = letters >= SHORTEST_NEAR && typed.chars().all(char::is_alphabetic);
        // A right word that nobody has written about is not another word.
        if !is_word || self.is_right(typed) {
            return None;
        }
        let most = if letters < SHORTEST_NEAR_TWO { 1 } else { 2 };
        // The first letter is seldom wrong.
        let first = typed.chars().next();
        let wrong = |text: &str, distance| distance + usize::from(text.chars().next() != first);
        let mut near: Vec<(usize, Reverse<u32>, WordId)> = self
            .lexis
            .near(typed, most)
            .into_iter()
            .map(|(word, distance)| {
                let documents = self.lexis.documents_of(word);
                (wrong(self.lexis.text(word), distance), Reverse(documents), word)
            })
            .collect();
        near.sort_unstable();
        near.truncate(MOST_NEAR);
        // Of words as near, the one that is written about most, in whatever form.
        let best = near.into_iter().min_by_key(|(wrong, _, word)| {
            (*wrong, Reverse(self.family(self.lexis.text(*word))), *word)
        });
        if let Some((_, _, word)) = best {
            return Some(self.lexis.text(word).to_owned());
        }
        // Nobody has written just that form, but perhaps another, or a compound with it.
        let known = norsk::meant(typed, most).into_iter().take(MOST_NEAR);
        let found = known.filter(|(word, _)| self.is_found(word));
        let best = found
            .min_by_key(|(word, distance)| (wrong(word, *distance), Reverse(self.family(word))));
        best.map(|(word, _)| word)
    }

    /// In how many documents a word is, in any form.
    fn family(&self, word: &str) -> u32 {
        let key = Keys::new(word, self.lexis).both;
        let all = self.lexis.by(Layer::Bridge, &key);
        all.map(|entry| self.lexis.documents_of(entry.word)).sum()
    }

    fn is_found(&self, word: &str) -> bool {
        let keys = Keys::new(word, self.lexis);
        let mut found = Gathered::default();
        self.whole(&mut found, word, &keys);
        self.inside(&mut found, &keys.both, 1.0);
        !found.0.is_empty() || !keys.atoms.is_empty()
    }

    pub(super) fn concept(&self, nth: usize, share: f32, found: Gathered) -> Concept {
        let mut kin: Vec<Kin> = found.0.into_values().collect();
        if kin.len() > self.most_kin {
            let used = |kin: &Kin| self.lexis.documents_of(kin.word);
            let is_own = |kin: &Kin| kin.weight >= kin::ROOT;
            kin.sort_unstable_by_key(|kin| (!is_own(kin), Reverse(used(kin)), kin.word));
            kin.truncate(self.most_kin);
        }
        kin.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.word.cmp(&b.word)));
        #[expect(clippy::cast_precision_loss, reason = "a rarity needs no more than six digits")]
        let documents = |least: f32| {
            let near = kin.iter().filter(|kin| kin.weight >= least);
            near.map(|kin| self.lexis.documents_of(kin.word) as f32).sum::<f32>()
        };
        let own = documents(kin::ROOT);
        let with = if own > 0.0 { own } else { documents(0.0) }.min(self.documents);
        let rarity = (1.0 + (self.documents - with + 0.5) / (with + 0.5)).ln();
        Concept { nth, kin, rarity, share, covers: 1.0, perhaps: false, explains: false }
    }
}

/// What a typed word can be looked up by.
pub(super) struct Keys {
    form: String,
    /// For a compound: of all its parts.
    pub(super) both: String,
    root: String,
    pub(super) atoms: Vec<String>,
}

impl Keys {
    pub(super) fn new(typed: &str, lexis: &Lexis) -> Self {
        let form = stem(typed);
        let atoms: Vec<String> = split(typed, lexis).into_iter().map(|atom| atom.key).collect();
        let both = if atoms.is_empty() {
            bridged(&form)
        } else {
            joined(atoms.iter().map(String::as_str))
        };
        Self { root: root(&both), form, both, atoms }
    }
}

impl Asked {
    pub(super) fn new(wanted: &Wanted, expand: &Expand<'_>) -> Self {
        let spelled = |phrase: &Vec<String>| -> Vec<Vec<WordId>> {
            phrase.iter().map(|word| expand.spelled(word)).collect()
        };
        let (with_parts, plain): (Vec<&Word>, Vec<&Word>) =
            wanted.without.iter().partition(|word| word.parts.len() > 1);
        let mut concepts = expand.question(&wanted.words, wanted.open);
        let first = wanted.words.len();
        let words = first + wanted.phrases.iter().map(Vec::len).sum::<usize>();
        for (nth, word) in (first..).zip(wanted.phrases.iter().flatten()) {
            concepts.push(expand.only(nth, word));
        }
        concepts.retain(|concept| !concept.kin.is_empty());
        Self {
            concepts,
            words,
            small: expand.small(&wanted.small),
            needs_words: wanted.needs_words(),
            phrases: wanted.phrases.iter().map(spelled).collect(),
            without: plain.iter().flat_map(|word| expand.forms(&word.whole)).collect(),
            without_phrases: with_parts.iter().map(|word| spelled(&word.parts)).collect(),
        }
    }
}

impl Expand<'_> {
    /// The words of the index that are spelled like this, letters folded.
    fn spelled(&self, word: &str) -> Vec<WordId> {
        let mut all: Vec<WordId> = norsk::spellings(word)
            .iter()
            .flat_map(|spelling| self.lexis.spelled(spelling))
            .map(|entry| entry.word)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// A word of a phrase: in this form only.
    fn only(&self, nth: usize, word: &str) -> Concept {
        let mut found = Gathered::default();
        for word in self.spelled(word) {
            found.whole(self.lexis, word, kin::EXACT);
        }
        self.concept(nth, 1.0, found)
    }
}
