//! Takes compounds apart: `sykehjemslege` is `sykehjem` and `lege`, `frafall` is no `fall`.
//!
//! A part must be a word: of the shipped lexicon, or of the texts at hand, which the caller lends
//! as a [`Vocabulary`]. So it works from the first document on and gets better with content. Of all
//! ways to cut a word the cheapest is taken; known words are cheap, short and doubtful parts and
//! linking letters cost. A word that the lexicon has as one is never cut.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use crate::forms::{bridged, known_to_lexicon, lemma, lemma_by_ordbank, stem};
use crate::is_common;
use crate::lexicon::{Fnv, Place, lexicon};
use crate::ordbank::{Uses, ordbank};

/// The words of the texts at hand.
pub trait Vocabulary {
    /// In how many documents this [`normal`](crate::normal) word stands by itself, in just this
    /// form.
    fn documents(&self, word: &str) -> u32;

    /// What has been found of parts of words so far, for who takes very many apart.
    fn memory(&self) -> Option<&Memory> {
        None
    }
}

/// Compounds have most of their parts in common. What is found of them holds for one [`Vocabulary`], for as
/// long as that is the same.
#[derive(Debug, Default)]
pub struct Memory {
    /// What it costs to end a word with this, by [`Trust`].
    last: [Remembered<Option<u32>>; 3],
    keys: Remembered<String>,
}

type Remembered<T> = RefCell<HashMap<String, T, BuildHasherDefault<Fnv>>>;

/// So many are remembered; then all is forgotten.
const MOST_REMEMBERED: usize = 50_000;

fn remembered<T: Clone>(memory: Option<&Remembered<T>>, word: &str, find: impl FnOnce() -> T) -> T {
    let Some(memory) = memory else { return find() };
    if let Some(known) = memory.borrow().get(word) {
        return known.clone();
    }
    let found = find();
    let mut known = memory.borrow_mut();
    if known.len() >= MOST_REMEMBERED {
        known.clear();
    }
    known.insert(word.to_owned(), found.clone());
    found
}

/// No texts: the lexicon alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nothing;

impl Vocabulary for Nothing {
    fn documents(&self, _: &str) -> u32 {
        0
    }
}

/// One word inside a compound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Its bytes in the word, linking letters included: all atoms together are the whole word.
    pub range: Range<usize>,
    /// How many of these bytes, at the end, only link it to the next.
    pub link: usize,
    /// Its bridged stem, linking letters left out.
    pub key: String,
}

/// The longest word that is looked at, in letters; longer ones are no compounds but accidents.
const LONGEST: usize = 48;
const SHORTEST: usize = 6;
/// No word has more parts than this.
const MOST: usize = 5;

/// Takes a [`normal`](crate::normal) word apart. Empty when it is no compound; else two to five
/// atoms.
///
/// ```
/// use norsk::compound::{Nothing, split};
///
/// let parts = |word: &'static str| -> Vec<&str> {
///     split(word, &Nothing).into_iter().map(|atom| &word[atom.range]).collect()
/// };
/// assert_eq!(parts("sykehjemslegene"), ["sykehjems", "legene"]);
/// assert_eq!(parts("fallforebyggingsprosjekt"), ["fall", "forebyggings", "prosjekt"]);
/// assert!(parts("frafall").is_empty());
/// assert!(parts("avfall").is_empty());
/// ```
pub fn split(word: &str, vocabulary: &impl Vocabulary) -> Vec<Atom> {
    if !may_be_cut(word) || known_to_lexicon(word).is_some() || is_form_of_doing(word) {
        return Vec::new();
    }
    // What the dictionary has, and not as a compound, has no part that only sounds like one.
    let lemma = lemma_by_ordbank(word);
    if lemma.is_some_and(|lemma| !ordbank().uses(&lemma).has(Uses::COMPOUND)) {
        return cut(word, Trust::Lexicon, &Nothing);
    }
    let trust = if is_derived(word) { Trust::Dictionary } else { Trust::Sound };
    cut(word, trust, vocabulary)
}

/// What is taken for a part of a compound; each takes what is before it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trust {
    /// The words of the lexicon.
    Lexicon,
    /// Those of the dictionary that it makes compounds of, and those of the texts.
    Dictionary,
    /// One part of no list that sounds like a word.
    Sound,
}

/// What a word is made of that [`split`] takes for one, as «utskrivningsklar» is: it has a meaning of its
/// own, but tells of its parts as well. Empty where it tells of nothing but itself.
///
/// ```
/// use norsk::compound::pieces;
///
/// let parts = |word: &'static str| -> Vec<&str> {
///     pieces(word).into_iter().map(|atom| &word[atom.range]).collect()
/// };
/// assert_eq!(parts("utskrivningsklar"), ["utskrivnings", "klar"]);
/// assert!(parts("avfall").is_empty());
/// ```
pub fn pieces(word: &str) -> Vec<Atom> {
    if word.chars().count() < SHORTEST_OF_PIECES || !may_be_cut(word) {
        return Vec::new();
    }
    // What is not in the lexicon has been cut already, if it can be.
    let place = lemma(word).and_then(|lemma| lexicon().place_of(&lemma));
    if place.is_none_or(|place| place.whole) {
        return Vec::new();
    }
    cut(word, Trust::Dictionary, &Nothing)
}

/// Shorter words of the lexicon are no compounds.
const SHORTEST_OF_PIECES: usize = 7;

fn may_be_cut(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.chars().count())
        && !is_common(word)
        && word.chars().all(char::is_alphabetic)
}

fn cut(word: &str, trust: Trust, vocabulary: &impl Vocabulary) -> Vec<Atom> {
    let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let ends = cheapest(word, &bounds, trust, vocabulary);
    let mut atoms = Vec::new();
    let mut from = 0;
    for end in ends {
        let range = bounds[from]..bounds[end];
        let piece = &word[range.clone()];
        let next = word[range.end..].chars().next();
        let joint = next.and_then(|next| first(piece, next, trust, vocabulary));
        let keys = vocabulary.memory().map(|memory| &memory.keys);
        let key = |part: &str| remembered(keys, part, || bridged(&stem(part)));
        let (link, key) = match joint.map_or(Joint::None, |(_, joint)| joint) {
            Joint::None => (0, key(piece)),
            Joint::Letter(bytes) => (bytes, key(&piece[..piece.len() - bytes])),
            Joint::Doubled => (0, key(&piece.chars().chain(next).collect::<String>())),
        };
        atoms.push(Atom { range, link, key });
        from = end;
    }
    if atoms.len() < 2 { Vec::new() } else { atoms }
}

/// «gerontologisk»: made from a word of the dictionary by an ending, so no part of it is unknown.
fn is_derived(word: &str) -> bool {
    const ENDINGS: [(&str, &[&str]); 9] = [
        ("isk", &["i", "", "e"]),
        ("iske", &["i", "", "e"]),
        ("iker", &["i", "isk"]),
        ("ikere", &["i", "isk"]),
        ("ering", &["ere", ""]),
        ("ing", &["e"]),
        ("else", &["e"]),
        ("het", &[""]),
        ("bar", &["e"]),
    ];
    ENDINGS.iter().any(|(ending, others)| {
        let base = word.strip_suffix(ending).filter(|base| base.chars().count() >= 4);
        let has = |base: &str, other: &&str| ordbank().has(&format!("{base}{other}"));
        base.is_some_and(|base| others.iter().any(|other| has(base, other)))
    })
}

/// Where a known first part of a word may end, in bytes.
pub(crate) fn beginnings(word: &str) -> Vec<usize> {
    let ends = word.char_indices().skip(4).map(|(at, _)| at);
    let is_first = |end: &usize| {
        let next = word[*end..].chars().next();
        next.is_some_and(|next| first(&word[..*end], next, Trust::Lexicon, &Nothing).is_some())
    };
    ends.filter(is_first).collect()
}

/// Where the parts of the cheapest cut end, as indexes into `bounds`; empty when there is no cut.
fn cheapest(
    word: &str,
    bounds: &[usize],
    trust: Trust,
    vocabulary: &impl Vocabulary,
) -> Vec<usize> {
    let last = bounds.len() - 1;
    // For each place: the cheapest way there, and where its last part begins.
    let mut best: Vec<Option<Way>> = vec![None; last + 1];
    best[0] = Some(Way::default());
    for from in 0..last.saturating_sub(1) {
        let Some(way) = best[from].filter(|way| way.parts < MOST) else { continue };
        for to in from + 2..=last {
            let piece = &word[bounds[from]..bounds[to]];
            let cost = if to == last {
                if from == 0 { None } else { last_cost(piece, trust, vocabulary) }
            } else if last - to < 3 {
                None
            } else {
                let next = word[bounds[to]..].chars().next();
                next.and_then(|next| first(piece, next, trust, vocabulary)).map(|(cost, _)| cost)
            };
            let way = cost.map(|cost| Way { cost: way.cost + cost, from, parts: way.parts + 1 });
            best[to] = cheaper(best[to], way);
        }
    }
    if best[last].is_none() && trust == Trust::Sound {
        best[last] = with_unknown(word, bounds, &mut best, vocabulary);
    }
    let mut ends = Vec::new();
    let mut at = last;
    while at > 0 {
        let Some(way) = best[at] else { return Vec::new() };
        ends.push(at);
        at = way.from;
    }
    ends.reverse();
    ends
}

/// The cheapest way to the end with one part of no list: the last one, behind known ones, or the first of two.
fn with_unknown(
    word: &str,
    bounds: &[usize],
    best: &mut [Option<Way>],
    vocabulary: &impl Vocabulary,
) -> Option<Way> {
    let last = bounds.len() - 1;
    let mut whole = None;
    for at in 2..last.saturating_sub(2) {
        let back = &word[bounds[at]..];
        if let (Some(way), Some(cost)) =
            (best[at].filter(|way| way.parts < MOST), unknown_cost(back))
        {
            let way = Way { cost: way.cost + cost, from: at, parts: way.parts + 1 };
            whole = cheaper(whole, Some(way));
        }
    }
    for at in 2..last.saturating_sub(2) {
        let (front, back) = word.split_at(bounds[at]);
        let Some(cost) = unknown_cost(front) else { continue };
        // No last part costs less than a long one.
        if whole.is_some_and(|known: Way| cost + by_length(usize::MAX) >= known.cost) {
            continue;
        }
        let Some(rest) = last_cost(back, Trust::Sound, vocabulary) else { continue };
        if whole.is_none_or(|known: Way| cost + rest < known.cost) {
            best[at] = Some(Way { cost, from: 0, parts: 1 });
            whole = Some(Way { cost: cost + rest, from: at, parts: 2 });
        }
    }
    whole
}

/// A way to cut a word up to some place, with where its last part begins.
#[derive(Clone, Copy, Debug, Default)]
struct Way {
    cost: u32,
    from: usize,
    parts: usize,
}

fn cheaper(known: Option<Way>, new: Option<Way>) -> Option<Way> {
    match (known, new) {
        (Some(known), Some(new)) if new.cost < known.cost => Some(new),
        (Some(known), _) => Some(known),
        (None, new) => new,
    }
}

/// What no list has may be a part beside known ones, if it sounds like a word of its own.
fn unknown_cost(piece: &str) -> Option<u32> {
    let letters = piece.chars().count();
    let is_word = letters >= SHORTEST_UNKNOWN && is_sayable(piece) && !is_common(piece);
    // «overmedisine-» and «-ring»: the ending belongs to what is before it.
    is_word.then_some(20)
}

const SHORTEST_UNKNOWN: usize = 4;

/// What a Norwegian word may begin with, of two and more consonants.
const ONSETS: [&str; 51] = [
    "bj", "bl", "br", "ch", "cl", "cr", "dj", "dr", "fj", "fl", "fn", "fr", "gj", "gl", "gn", "gr",
    "hj", "hv", "kj", "kl", "kn", "kr", "kv", "mj", "nj", "ph", "pl", "pr", "ps", "sj", "sk",
    "skj", "skl", "skr", "skv", "sl", "sm", "sn", "sp", "spj", "spl", "spr", "st", "str", "sv",
    "th", "tj", "tr", "tv", "vr", "pj",
];

/// Begins as words do, and has a vowel.
fn is_sayable(piece: &str) -> bool {
    let onset = piece.find(is_vowel);
    let onset = onset.map(|at| &piece[..at]);
    onset.is_some_and(|onset| onset.chars().count() < 2 || ONSETS.contains(&onset))
        && piece.chars().all(char::is_alphabetic)
}

/// How the word in a part that is not the last is joined to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    None,
    /// So many bytes of it are linking letters.
    Letter(usize),
    /// «nattilsyn»: of three equal letters only two are written.
    Doubled,
}

/// The cheapest way to read a part that is not the last. `next`: the letter after it.
fn first(
    piece: &str,
    next: char,
    trust: Trust,
    vocabulary: &impl Vocabulary,
) -> Option<(u32, Joint)> {
    let plain = first_cost(piece, Uses::FIRST, trust, vocabulary).map(|cost| (cost, Joint::None));
    let linked = |letter, price: u32| {
        let way = if letter == 's' { Uses::FIRST_S } else { Uses::FIRST_E };
        let base = piece.strip_suffix(letter)?;
        // «-s-» after s is not heard and not written.
        let fits = base.chars().count() >= 3 && !(letter == 's' && base.ends_with('s'));
        let cost = if fits { first_cost(base, way, trust, vocabulary) } else { None };
        cost.map(|cost| (cost + price, Joint::Letter(1)))
    };
    // «barnehage»: -e- after one syllable only.
    let with_e = if vowels(piece) == 2 { linked('e', 2) } else { None };
    let last = piece.chars().next_back().filter(|last| *last == next && !is_vowel(*last));
    let doubled = last.and_then(|last| {
        let cost = first_cost(&format!("{piece}{last}"), Uses::FIRST, trust, vocabulary)?;
        Some((cost + 1, Joint::Doubled))
    });
    [plain, linked('s', 2), with_e, doubled].into_iter().flatten().min_by_key(|(cost, _)| *cost)
}

fn first_cost(word: &str, way: Uses, trust: Trust, vocabulary: &impl Vocabulary) -> Option<u32> {
    let lexicon = lexicon();
    let letters = word.chars().count();
    let known = || {
        if let Some(Place { first: true, .. }) = lexicon.place_of(word) {
            return Some(by_length(letters));
        }
        if is_doing(word) {
            return Some(by_length(letters) + 1);
        }
        if trust == Trust::Lexicon {
            return None;
        }
        let uses = ordbank().uses(word);
        let is_short = way == Uses::FIRST && letters >= 4 && uses.has(Uses::FIRST_SHORT);
        if uses.has(way) || is_short {
            return Some(by_length(letters) + 1);
        }
        let doubtful = letters < 4 || !has_shape(word);
        let documents = if doubtful { 0 } else { vocabulary.documents(word) };
        let enough = if letters >= 6 { 1 } else { 2 };
        if documents >= enough {
            return Some(by_length(letters) + 3);
        }
        let is_word = trust == Trust::Sound && !doubtful && ordbank().has(word);
        is_word.then(|| by_length(letters) + ANY_WORD)
    };
    // Few pieces are words, so what no word may be is asked last.
    let is_none = || {
        lexicon.is_particle(word) || is_common(word) || lexicon.is_ending(word) && word.len() < 3
    };
    known().filter(|_| !is_none())
}

fn last_cost(word: &str, trust: Trust, vocabulary: &impl Vocabulary) -> Option<u32> {
    let memory = vocabulary.memory().map(|memory| &memory.last[trust as usize]);
    remembered(memory, word, || look_at_last(word, trust, vocabulary))
}

fn look_at_last(word: &str, trust: Trust, vocabulary: &impl Vocabulary) -> Option<u32> {
    let lexicon = lexicon();
    let letters = word.chars().count();
    let is_none = matches!(word, "ring" | "ringen" | "ringer")
        || lexicon.is_ending(word)
        || lexicon.is_particle(word)
        || is_common(word);
    if letters < 3 || is_none {
        return None;
    }
    if let Some(lemma) = lemma(word)
        && !lexicon.is_ending(&lemma)
        && lexicon.place_of(&lemma).is_some_and(|place| place.last)
    {
        return Some(by_length(letters));
    }
    if is_form_of_doing(word) || trust > Trust::Lexicon && is_last(word) {
        return Some(by_length(letters) + 1);
    }
    if lexicon.form(word).is_some() && letters >= 4 {
        return Some(by_length(letters) + 4);
    }
    if letters < 4 || trust == Trust::Lexicon || !has_shape(word) {
        return None;
    }
    let found = vocabulary.documents(word) >= 1 || {
        let stem = stem(word);
        stem.chars().count() >= 4 && vocabulary.documents(&stem) >= 1
    };
    if found {
        return Some(by_length(letters) + 3);
    }
    let is_word = trust == Trust::Sound && lemma_by_ordbank(word).is_some();
    is_word.then(|| by_length(letters) + ANY_WORD)
}

/// What a word of the dictionary costs that is in none of its compounds: less than what is no word at all.
const ANY_WORD: u32 = 6;

/// Whether compounds of the dictionary end in this word, in whatever form.
fn is_last(word: &str) -> bool {
    let ordbank = ordbank();
    let lemma = lemma_by_ordbank(word);
    lemma.is_some_and(|lemma| ordbank.uses(&lemma).has(Uses::LAST) && !lexicon().is_ending(&lemma))
}

/// «planlegging»: what one does who does what a verb of the lexicon says.
fn is_doing(word: &str) -> bool {
    let verb = word.strip_suffix("ing").map(|base| format!("{base}e"));
    verb.is_some_and(|verb| lexicon().place_of(&verb).is_some_and(|place| place.last))
}

/// «planleggingen». Most words can be told from one without looking for their stem.
fn is_form_of_doing(word: &str) -> bool {
    word.contains("ing") && is_doing(&stem(word))
}

/// Each part costs, so that few and long ones win; the shortest are mostly accidents.
const fn by_length(letters: usize) -> u32 {
    match letters {
        0..=2 => 14,
        3 => 9,
        4 => 7,
        _ => 6,
    }
}

/// What no lexicon vouches for must at least sound like a word: a vowel, and not three of a letter.
fn has_shape(word: &str) -> bool {
    vowels(word) > 0 && word.chars().all(char::is_alphabetic)
}

fn vowels(word: &str) -> usize {
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        let vowel = is_vowel(c);
        count += usize::from(vowel && !before);
        before = vowel;
    }
    count
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å')
}
