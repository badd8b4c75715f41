//! The shipped words, read once from `data/lexicon.txt`; the head of that file says what is what.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::forms::shorten;

const SOURCE: &str = include_str!("../data/lexicon.txt");

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::read(SOURCE));

/// The lexicon, made at the first call: some five milliseconds.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

pub(crate) fn edition() -> u64 {
    let mut hash = Fnv::default();
    hash.write(SOURCE.as_bytes());
    hash.write(crate::ordbank::source().as_bytes());
    hash.finish()
}

/// A word that is known, as far as compounds go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) first: bool,
    pub(crate) last: bool,
    /// It has a meaning of its own, whatever it looks made of.
    pub(crate) whole: bool,
}

type Map<T> = HashMap<String, T, BuildHasherDefault<Fnv>>;

/// FNV-1a: the words are ours, so nobody can choose them to collide, and they are short.
#[derive(Debug)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// Words as they are looked up, with where they may stand.
    lemmas: Map<Place>,
    /// Forms that no ending explains, with the stem of their word.
    forms: Map<String>,
    /// Stems that mean the same in the other written language, with the one that stands for both.
    same: Map<String>,
    related: Map<Vec<u16>>,
    particles: HashSet<&'static str, BuildHasherDefault<Fnv>>,
    endings: HashSet<&'static str, BuildHasherDefault<Fnv>>,
}

const ANYWHERE: Place = Place { first: true, last: true, whole: false };
const WHOLE: Place = Place { first: true, last: true, whole: true };
const FIRST: Place = Place { first: true, last: false, whole: false };
const LAST: Place = Place { first: false, last: true, whole: false };

impl Lexicon {
    fn read(source: &'static str) -> Self {
        let mut lexicon = Self::default();
        let mut section = "";
        let mut group = 0;
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']');
                continue;
            }
            for entry in line.split_whitespace() {
                lexicon.entry(section, entry, &mut group);
            }
        }
        lexicon.flatten();
        lexicon
    }

    fn entry(&mut self, section: &str, entry: &'static str, group: &mut u16) {
        let (ours, theirs) = entry.split_once('=').unwrap_or((entry, ""));
        match section {
            "particle" => drop(self.particles.insert(entry)),
            "ending" => drop(self.endings.insert(entry)),
            "first" => self.lemma(entry, FIRST),
            "whole" => self.lemma(entry, WHOLE),
            "form" => {
                let (lemma, forms) = entry.split_once(':').unwrap_or((entry, ""));
                self.lemma(lemma, ANYWHERE);
                self.irregular(lemma, forms.split(','));
            }
            "strong" => self.strong(ours, theirs),
            "related" => {
                *group += 1;
                for word in entry.split(',') {
                    self.related.entry(shorten(word).to_owned()).or_default().push(*group);
                }
            }
            _ => {
                for word in [ours, theirs].into_iter().filter(|word| !word.is_empty()) {
                    self.class(section, word);
                }
                self.join(ours, theirs);
            }
        }
    }

    fn class(&mut self, section: &str, word: &str) {
        match section {
            "verb" | "verb-te" | "verb-de" => {
                self.lemma(word, ANYWHERE);
                let base = shorten(word);
                if base.chars().count() > 2 {
                    self.place(base, FIRST);
                }
                let forms: &[&str] = match section {
                    "verb-te" => &["te", "t"],
                    "verb-de" => &["de", "d"],
                    _ => &[],
                };
                // «kjenne» has «kjente», «bygge» has «bygde».
                let past = single_end(base);
                let forms: Vec<String> = forms.iter().map(|end| format!("{past}{end}")).collect();
                self.irregular(word, forms.iter().map(String::as_str));
            }
            "other" => self.lemma(word, Place::default()),
            _ => self.lemma(word, ANYWHERE),
        }
    }

    fn strong(&mut self, ours: &str, theirs: &str) {
        let mut heads = Vec::new();
        for forms in [ours, theirs].into_iter().filter(|forms| !forms.is_empty()) {
            let lemma = forms.split(',').next().unwrap_or(forms);
            self.lemma(lemma, LAST);
            self.irregular(lemma, forms.split(',').skip(1));
            heads.push(lemma);
        }
        if let [ours, theirs] = heads[..] {
            self.join(ours, theirs);
        }
    }

    fn lemma(&mut self, word: &str, place: Place) {
        self.place(word, place);
    }

    fn place(&mut self, word: &str, place: Place) {
        let known = self.lemmas.entry(word.to_owned()).or_default();
        known.first |= place.first;
        known.last |= place.last;
        known.whole |= place.whole;
    }

    fn irregular<'a>(&mut self, lemma: &str, forms: impl Iterator<Item = &'a str>) {
        for form in forms.filter(|form| !form.is_empty()) {
            self.forms.entry(form.to_owned()).or_insert_with(|| shorten(lemma).to_owned());
        }
    }

    /// The nynorsk stem stands for what the bokmål stem stands for; the first pair wins.
    fn join(&mut self, ours: &str, theirs: &str) {
        let (ours, theirs) = (shorten(ours), shorten(theirs));
        if !theirs.is_empty() && ours != theirs {
            self.same.entry(theirs.to_owned()).or_insert_with(|| ours.to_owned());
        }
    }

    /// Follows chains of pairs to their end; one that comes back to itself is cut.
    fn flatten(&mut self) {
        let ends: Vec<(String, String)> = self
            .same
            .keys()
            .map(|stem| {
                let mut end = stem;
                for _ in 0..4 {
                    match self.same.get(end) {
                        Some(next) if next != stem => end = next,
                        _ => break,
                    }
                }
                (stem.clone(), end.clone())
            })
            .collect();
        self.same = ends.into_iter().filter(|(stem, end)| stem != end).collect();
    }

    pub(crate) fn place_of(&self, word: &str) -> Option<Place> {
        self.lemmas.get(word).copied()
    }

    /// Every word as it is looked up, in no order.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.lemmas.keys().map(String::as_str)
    }

    pub(crate) fn form(&self, form: &str) -> Option<&str> {
        self.forms.get(form).map(String::as_str)
    }

    pub(crate) fn same(&self, stem: &str) -> Option<&str> {
        self.same.get(stem).map(String::as_str)
    }

    pub(crate) fn related(&self, stem: &str) -> &[u16] {
        self.related.get(stem).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    pub(crate) fn is_ending(&self, word: &str) -> bool {
        self.endings.contains(word)
    }
}

/// Without the second of two equal consonants at the end.
fn single_end(base: &str) -> &str {
    let mut letters = base.chars().rev();
    match (letters.next(), letters.next()) {
        (Some(a), Some(b)) if a == b => &base[..base.len() - a.len_utf8()],
        _ => base,
    }
}
