//! Some titles, packed: in the order that suggestions have, with each of their words told which of them
//! have it. A beginning then stands for one stretch of numbers, one for each title that has such a word.

use std::collections::{BTreeMap, BinaryHeap};
use std::ops::Range;

use roaring::RoaringBitmap;
use uuid::Uuid;

use super::Titled;
use crate::search::typed::{Fit, NameWords, Typed};

/// Titles are numbered by language, then length, then the alphabet: the lower, the better.
#[derive(Default)]
pub struct Segment {
    /// Each title and its slug, one after the other.
    texts: String,
    heads: Vec<Head>,
    /// The numbers in the order of the ids.
    by_id: Vec<u32>,
    kinds: Vec<String>,
    /// In their order, each with the number after its last title.
    langs: Vec<(String, u32)>,
    /// The words one after the other, in their order, and where each ends.
    words: String,
    word_ends: Vec<u32>,
    /// For each word the titles that have it, and where each of these lists ends.
    postings: Vec<u32>,
    posting_ends: Vec<u32>,
}

struct Head {
    id: Uuid,
    /// Where the title ends, and its slug.
    title: u32,
    slug: u32,
    kind: u8,
}

/// In a posting: the title does not begin with the word.
const LATER: u32 = 1 << 31;

/// Several titles may be told once, so more are kept than are wanted.
const SPARE: usize = 4;

/// No such title.
const NONE: u32 = u32::MAX;

impl Segment {
    /// Of titles with different ids.
    pub fn new(mut titles: Vec<Titled>) -> Self {
        titles.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
        let mut segment = Self::default();
        let mut words: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (number, title) in (0..LATER).zip(&titles) {
            segment.push(title.id, [&title.kind, &title.lang], &title.title, &title.slug);
            for (place, word) in NameWords::of([title.title.as_str()]).each().enumerate() {
                let numbers = words.entry(word.to_owned()).or_default();
                // Once, as its first word if it is that too.
                if numbers.last().is_none_or(|last| last & !LATER != number) {
                    numbers.push(if place == 0 { number } else { number | LATER });
                }
            }
        }
        for (word, numbers) in words {
            segment.push_word(&word, &numbers);
        }
        segment.name();
        segment
    }

    /// One of two, without what is gone of either.
    pub fn merged(a: (&Self, &RoaringBitmap), b: (&Self, &RoaringBitmap)) -> Self {
        let mut segment = Self::default();
        let both = [a.0, b.0];
        let mut numbers = both.map(|one| vec![NONE; one.len()]);
        let left = |(one, gone): (&Self, &RoaringBitmap)| -> Vec<u32> {
            (0..place(one.len())).filter(|number| !gone.contains(*number)).collect()
        };
        let (mut from_a, mut from_b) = (left(a), left(b));
        from_a.reverse();
        from_b.reverse();
        for number in 0..LATER {
            let (which, old) = match (from_a.last().copied(), from_b.last().copied()) {
                (Some(x), Some(y)) if a.0.order(x) <= b.0.order(y) => (0, from_a.pop()),
                (Some(_), None) => (0, from_a.pop()),
                _ => (1, from_b.pop()),
            };
            let (one, Some(old)) = (both[which], old) else { break };
            let named = [one.kind(old), one.lang(old)];
            segment.push(one.id(old), named, one.title(old), one.slug(old));
            numbers[which][old as usize] = number;
        }
        segment.merge_words(both, &numbers);
        segment.name();
        segment
    }

    fn merge_words(&mut self, both: [&Self; 2], numbers: &[Vec<u32>; 2]) {
        let mut at = [0, 0];
        loop {
            let next = [0, 1].map(|which| both[which].word(at[which]));
            let Some(word) = next.iter().flatten().min().copied() else { return };
            let mut of_word = Vec::new();
            for which in [0, 1] {
                if next[which] != Some(word) {
                    continue;
                }
                let range = both[which].postings_of(at[which]..at[which] + 1);
                for posting in &both[which].postings[range] {
                    let number = numbers[which][(posting & !LATER) as usize];
                    if number != NONE {
                        of_word.push(number | (posting & LATER));
                    }
                }
                at[which] += 1;
            }
            // Two that are in order each.
            of_word.sort_by_key(|posting| posting & !LATER);
            self.push_word(word, &of_word);
        }
    }

    /// The next title, in their order.
    fn push(&mut self, id: Uuid, [kind, lang]: [&str; 2], title: &str, slug: &str) {
        let known = self.kinds.iter().position(|known| known == kind);
        let kind = known.unwrap_or_else(|| {
            self.kinds.push(kind.to_owned());
            self.kinds.len() - 1
        });
        if self.langs.last().is_none_or(|(last, _)| last != lang) {
            self.langs.push((lang.to_owned(), 0));
        }
        self.texts.push_str(title);
        let title = place(self.texts.len());
        self.texts.push_str(slug);
        let slug = place(self.texts.len());
        self.heads.push(Head { id, title, slug, kind: u8::try_from(kind).unwrap_or(u8::MAX) });
        if let Some((_, end)) = self.langs.last_mut() {
            *end = place(self.heads.len());
        }
    }

    /// The next word, in their order.
    fn push_word(&mut self, word: &str, postings: &[u32]) {
        if postings.is_empty() {
            return;
        }
        self.words.push_str(word);
        self.word_ends.push(place(self.words.len()));
        self.postings.extend_from_slice(postings);
        self.posting_ends.push(place(self.postings.len()));
    }

    /// When all is there.
    fn name(&mut self) {
        self.by_id = (0..place(self.heads.len())).collect();
        let heads = &self.heads;
        self.by_id.sort_unstable_by_key(|number| heads[*number as usize].id);
        self.texts.shrink_to_fit();
        self.heads.shrink_to_fit();
        self.words.shrink_to_fit();
        self.postings.shrink_to_fit();
    }

    pub fn len(&self) -> usize {
        self.heads.len()
    }

    pub fn number_of(&self, id: &Uuid) -> Option<u32> {
        let of = |number: &u32| self.heads[*number as usize].id;
        let place = self.by_id.binary_search_by(|number| of(number).cmp(id)).ok()?;
        Some(self.by_id[place])
    }

    pub fn id(&self, number: u32) -> Uuid {
        self.heads[number as usize].id
    }

    pub fn title(&self, number: u32) -> &str {
        let from = match number.checked_sub(1) {
            Some(before) => self.heads[before as usize].slug as usize,
            None => 0,
        };
        &self.texts[from..self.heads[number as usize].title as usize]
    }

    fn slug(&self, number: u32) -> &str {
        let Head { title, slug, .. } = &self.heads[number as usize];
        &self.texts[*title as usize..*slug as usize]
    }

    pub fn kind(&self, number: u32) -> &str {
        let kind = usize::from(self.heads[number as usize].kind);
        self.kinds.get(kind).map_or("", String::as_str)
    }

    pub fn lang(&self, number: u32) -> &str {
        self.langs.get(self.nth_lang(number)).map_or("", |(lang, _)| lang)
    }

    fn nth_lang(&self, number: u32) -> usize {
        self.langs.iter().take_while(|(_, end)| *end <= number).count()
    }

    pub fn titled(&self, number: u32) -> Titled {
        Titled {
            id: self.id(number),
            kind: self.kind(number).to_owned(),
            slug: self.slug(number).to_owned(),
            lang: self.lang(number).to_owned(),
            title: self.title(number).to_owned(),
        }
    }

    fn order(&self, number: u32) -> (&str, usize, &str, Uuid) {
        let title = self.title(number);
        (self.lang(number), title.len(), title, self.id(number))
    }

    fn word(&self, nth: usize) -> Option<&str> {
        let end = *self.word_ends.get(nth)?;
        Some(&self.words[start(&self.word_ends, nth)..end as usize])
    }

    /// Where the titles of some words that follow each other stand.
    fn postings_of(&self, words: Range<usize>) -> Range<usize> {
        start(&self.posting_ends, words.start)..start(&self.posting_ends, words.end)
    }

    /// The first word for which it does not hold; it holds for those before.
    fn first_not(&self, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.word_ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle).is_some_and(&holds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Where the titles stand that have a word which begins so, and those that have the word itself.
    fn begun(&self, way: &str) -> (Range<usize>, Range<usize>) {
        let from = self.first_not(|word| word < way);
        let to = self.first_not(|word| word < way || word.starts_with(way));
        let itself = from + usize::from(self.word(from) == Some(way));
        (self.postings_of(from..to), self.postings_of(from..itself))
    }

    /// The best of those that fit, more than are wanted, in no order; one may be among them twice, as it
    /// fits better and worse.
    pub fn find(&self, gone: &RoaringBitmap, typed: &Typed, most: usize) -> Vec<(Fit, u32)> {
        let mut whole = Marks::new(self.len());
        let mut begun: Vec<Vec<Range<usize>>> = Vec::new();
        for ways in typed.ways() {
            let (beginnings, words): (Vec<_>, Vec<_>) = ways.map(|way| self.begun(way)).unzip();
            self.mark(&mut whole, &words);
            begun.push(beginnings);
        }
        let Some((first, others)) = begun.split_first() else { return Vec::new() };
        let marks_of = |ranges: &Vec<Range<usize>>| {
            let mut marks = Marks::new(self.len());
            self.mark(&mut marks, ranges);
            marks
        };
        let others: Vec<Marks> = others.iter().map(marks_of).collect();
        // For each way to fit the best of each language.
        let langs = self.langs.len();
        let mut best: Vec<Best> = (0..4 * langs).map(|_| Best::new(most * SPARE)).collect();
        for posting in first.iter().flat_map(|range| &self.postings[range.clone()]) {
            let number = posting & !LATER;
            if !others.iter().all(|marks| marks.has(number)) {
                continue;
            }
            let (later, only_begun) = (posting & LATER != 0, !whole.has(number));
            let fit = 2 * usize::from(later) + usize::from(only_begun);
            best[fit * langs + self.nth_lang(number)].take(number, gone);
        }
        let mut found = Vec::new();
        for (place, best) in best.into_iter().enumerate() {
            let fit = Fit::new(place / langs >= 2, place / langs % 2 == 1);
            found.extend(best.numbers.into_iter().map(|number| (fit, number)));
        }
        found
    }

    fn mark(&self, marks: &mut Marks, ranges: &[Range<usize>]) {
        for range in ranges {
            marks.add(&self.postings[range.clone()]);
        }
    }
}

/// The lowest of the numbers that come by.
struct Best {
    numbers: BinaryHeap<u32>,
    most: usize,
}

impl Best {
    fn new(most: usize) -> Self {
        Self { numbers: BinaryHeap::new(), most }
    }

    fn take(&mut self, number: u32, gone: &RoaringBitmap) {
        let is_full = self.numbers.len() >= self.most;
        if is_full && self.numbers.peek().is_none_or(|worst| *worst <= number) {
            return;
        }
        if gone.contains(number) || self.numbers.iter().any(|other| *other == number) {
            return;
        }
        self.numbers.push(number);
        if is_full {
            self.numbers.pop();
        }
    }
}

/// A bit for each title.
struct Marks(Vec<u64>);

impl Marks {
    fn new(titles: usize) -> Self {
        Self(vec![0; titles.div_ceil(64)])
    }

    fn add(&mut self, postings: &[u32]) {
        for posting in postings {
            let number = posting & !LATER;
            self.0[number as usize / 64] |= 1 << (number % 64);
        }
    }

    fn has(&self, number: u32) -> bool {
        self.0[number as usize / 64] & (1 << (number % 64)) != 0
    }
}

fn order(title: &Titled) -> (&str, usize, &str, Uuid) {
    (&title.lang, title.title.len(), &title.title, title.id)
}

fn start(ends: &[u32], nth: usize) -> usize {
    nth.checked_sub(1).map_or(0, |before| ends[before] as usize)
}

/// All titles of a library come to far less than there are places.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}
