//! A set of words in memory, with all the keys that they can be found by.
use std::cmp::Reverse;

use super::alike::Runs;
use super::keys::{Layer, fnv, hashed};

/// A word, by its number.
pub(super) type WordId = u32;

/// A word found by a key, and which bytes of it the key stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: u64,
    pub(super) word: WordId,
    pub(super) from: u16,
    pub(super) to: u16,
}

/// Words are only ever added. Their texts stand one after the other: millions of small strings
/// would take three times the room.
#[derive(Clone, Debug, Default)]
pub(super) struct WordList {
    /// The number of the first; the rest follow.
    first: WordId,
    text: String,
    /// Where the text of each ends.
    ends: Vec<u32>,
    /// Which letters each has, a bit for each: rules out most when looking for a near one.
    letters: Vec<u32>,
    /// Where a word is in the lists, found by its hash; [`NONE`] where there is no word.
    slots: Vec<u32>,
    /// In order of key; of the same key, the words in most documents first.
    entries: Vec<Entry>,
    /// Where the entries begin whose keys begin with the same bits: looking for one among millions from the
    /// middle is slow.
    begin: Vec<u32>,
    /// How many bits those are.
    bits: u32,
    /// Those with letters outside a to z, in order of how they read when these are folded; none where the
    /// words are not in order of text.
    folded: Vec<u32>,
    runs: Runs,
}

const NONE: u32 = u32::MAX;

impl WordList {
    pub(super) fn starting_at(first: WordId) -> Self {
        Self { first, ..Self::default() }
    }

    /// For about so many words.
    pub(super) fn with_room(words: usize) -> Self {
        let slots = vec![NONE; (3 * words).next_power_of_two().max(64)];
        Self { slots, ..Self::default() }
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The number after the last.
    pub(super) fn next(&self) -> WordId {
        self.first + short(self.len())
    }

    pub(super) fn text(&self, word: WordId) -> &str {
        self.nth((word - self.first) as usize)
    }

    fn nth(&self, nth: usize) -> &str {
        let from = if nth == 0 { 0 } else { self.ends[nth - 1] as usize };
        &self.text[from..self.ends[nth] as usize]
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (WordId, &str)> {
        (self.first..).zip((0..self.len()).map(|nth| self.nth(nth)))
    }

    /// Where the word is, or the free slot where it belongs. There must be slots.
    fn slot(&self, text: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = spread(text) & mask;
        while self.slots[at] != NONE && self.nth(self.slots[at] as usize) != text {
            at = (at + 1) & mask;
        }
        at
    }

    pub(super) fn find(&self, text: &str) -> Option<WordId> {
        if self.slots.is_empty() {
            return None;
        }
        let nth = self.slots[self.slot(text)];
        (nth != NONE).then(|| self.first + nth)
    }

    /// The number of the word, which is put in if it is not there.
    pub(super) fn add(&mut self, text: &str) -> WordId {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let at = self.slot(text);
        if self.slots[at] == NONE {
            self.slots[at] = short(self.len());
            self.text.push_str(text);
            self.ends.push(short(self.text.len()));
            self.letters.push(letters(text));
        }
        self.first + self.slots[at]
    }

    fn grow(&mut self) {
        self.slots = vec![NONE; (4 * self.len()).next_power_of_two().max(64)];
        for nth in 0..self.len() {
            let at = self.slot(self.nth(nth));
            self.slots[at] = short(nth);
        }
    }

    /// Puts in what words can be found by.
    pub(super) fn add_entries(
        &mut self,
        mut new: Vec<Entry>,
        documents: impl Fn(WordId) -> u32 + Copy,
    ) {
        if self.entries.is_empty() {
            new.sort_unstable_by_key(|entry| entry.key);
            self.entries = new;
        } else {
            self.entries.append(&mut new);
            self.entries.sort_by_key(|entry| entry.key);
        }
        // Most keys have one word, whose documents need not be looked up.
        for same in self.entries.chunk_by_mut(|a, b| a.key == b.key).filter(|same| same.len() > 1) {
            same.sort_by_key(|entry| (Reverse(documents(entry.word)), entry.word));
        }
        self.entries.dedup();
        self.entries.shrink_to_fit();
        self.find_begins();
        self.runs = Runs::of((0..self.len()).map(|nth| self.nth(nth)));
    }

    /// Puts back entries in the order that [`Self::entries`] gave them.
    pub(super) fn restore(&mut self, entries: Vec<Entry>) {
        self.entries = entries;
        self.find_begins();
        self.fold_in_order();
        self.runs = Runs::of((0..self.len()).map(|nth| self.nth(nth)));
    }

    fn find_begins(&mut self) {
        self.bits = (self.entries.len() / 4).max(1).ilog2();
        let mut begin = vec![0_u32; (1 << self.bits) + 1];
        for entry in &self.entries {
            begin[bucket(entry.key, self.bits) + 1] += 1;
        }
        for at in 1..begin.len() {
            begin[at] += begin[at - 1];
        }
        self.begin = begin;
    }

    /// Makes [`Self::begun_folded`] quick. The words must stand in order of text, and none may come after this.
    pub(super) fn fold_in_order(&mut self) {
        let others = (0..self.len()).filter(|nth| has_others(self.letters[*nth]));
        let mut folded: Vec<(String, u32)> =
            others.map(|nth| (norsk::loose(self.nth(nth)), short(nth))).collect();
        folded.sort_unstable();
        self.folded = folded.into_iter().map(|(_, nth)| nth).collect();
    }

    pub(super) const fn runs(&self) -> &Runs {
        &self.runs
    }

    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The words that have the key, those in most documents first.
    pub(super) fn by(&self, layer: Layer, key: &str) -> &[Entry] {
        if self.entries.is_empty() {
            return &[];
        }
        let key = hashed(layer, key);
        let at = bucket(key, self.bits);
        let bucket = &self.entries[self.begin[at] as usize..self.begin[at + 1] as usize];
        let from = bucket.partition_point(|entry| entry.key < key);
        let rest = &bucket[from..];
        &rest[..rest.partition_point(|entry| entry.key == key)]
    }

    /// Those that begin like this, where the words stand in order of text.
    pub(super) fn begun_in_order(&self, beginning: &str) -> impl Iterator<Item = WordId> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            if self.nth(middle) < beginning { from = middle + 1 } else { to = middle }
        }
        (from..self.len())
            .take_while(move |nth| self.nth(*nth).starts_with(beginning))
            .map(|nth| self.first + short(nth))
    }

    /// Those with letters outside a to z that begin like this when their letters are folded.
    pub(super) fn begun_folded(&self, beginning: &str) -> impl Iterator<Item = WordId> {
        let loose = norsk::loose(beginning);
        let reads = |nth: usize| norsk::loose(self.nth(nth));
        let mut all: Vec<usize> = Vec::new();
        if self.folded.is_empty() {
            let others = (0..self.len()).filter(|nth| has_others(self.letters[*nth]));
            all.extend(others.filter(|nth| reads(*nth).starts_with(&loose)));
        } else {
            let from = self.folded.partition_point(|nth| reads(*nth as usize) < loose);
            let rest = self.folded[from..].iter().map(|nth| *nth as usize);
            all.extend(rest.take_while(|nth| reads(*nth).starts_with(&loose)));
        }
        all.into_iter().map(|nth| self.first + short(nth))
    }

    /// The words at most so many letters away, with how many.
    pub(super) fn near(&self, normal: &str, most: usize, near: &mut Vec<(WordId, usize)>) {
        let Some(word) = norsk::Near::to(normal) else { return };
        let wanted = letters(normal);
        let most_bits = u32::try_from(2 * most).unwrap_or(u32::MAX);
        for (nth, letters) in self.letters.iter().enumerate() {
            if (letters ^ wanted).count_ones() > most_bits {
                continue;
            }
            let text = self.nth(nth);
            if text.len().abs_diff(normal.len()) <= 2 * most
                && let Some(distance) = word.distance(text, most)
            {
                near.push((self.first + short(nth), distance));
            }
        }
    }
}

/// More than four billion words, or bytes of them, have other troubles.
fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE - 1)
}

fn spread(text: &str) -> usize {
    let hash = fnv(0xcbf2_9ce4_8422_2325, text.as_bytes());
    // The low bits of FNV alone are not spread well enough.
    usize::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or_default()
}

/// Among how many of the most significant bits of keys one is: FNV spreads them well enough.
fn bucket(key: u64, bits: u32) -> usize {
    usize::try_from(key.checked_shr(64 - bits).unwrap_or_default()).unwrap_or_default()
}

/// Whoever has other letters than a to z has one of these bits.
const fn has_others(letters: u32) -> bool {
    letters >> 26 != 0
}

/// A bit for each letter, `a` to `z`, others together.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |bits, c| {
        let at = if c.is_ascii_lowercase() {
            u32::from(c) - u32::from('a')
        } else {
            26 + u32::from(c) % 6
        };
        bits | 1 << at
    })
}
