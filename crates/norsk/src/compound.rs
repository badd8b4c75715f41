//! Takes compounds apart: `sykehjemslege` is `sykehjem` and `lege`, `frafall` is no `fall`.
//!
//! A part must be a word: of the shipped lexicon, or of the texts at hand, which the caller lends
//! as a [`Vocabulary`]. So it works from the first document on and gets better with content. Of all
//! ways to cut a word the cheapest is taken; known words are cheap, short and doubtful parts and
//! linking letters cost. A word that the lexicon has as one is never cut.

use std::ops::Range;

use crate::forms::{bridged, known, lemma, stem};
use crate::is_common;
use crate::lexicon::{Place, lexicon};

/// The words of the texts at hand.
pub trait Vocabulary {
    /// In how many documents this [`normal`](crate::normal) word stands by itself, in just this
    /// form.
    fn documents(&self, word: &str) -> u32;
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
    let letters = word.chars().count();
    if !(SHORTEST..=LONGEST).contains(&letters)
        || is_common(word)
        || word.chars().any(|c| !c.is_alphabetic())
        || known(word).is_some()
        || is_form_of_doing(word)
    {
        return Vec::new();
    }
    let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let ends = cheapest(word, &bounds, vocabulary);
    let mut atoms = Vec::new();
    let mut from = 0;
    for end in ends {
        let range = bounds[from]..bounds[end];
        let piece = &word[range.clone()];
        let next = word[range.end..].chars().next();
        let joint = next.and_then(|next| first(piece, next, vocabulary));
        let (link, key) = match joint.map_or(Joint::None, |(_, joint)| joint) {
            Joint::None => (0, stem(piece)),
            Joint::Letter(bytes) => (bytes, stem(&piece[..piece.len() - bytes])),
            Joint::Doubled => (0, stem(&piece.chars().chain(next).collect::<String>())),
        };
        atoms.push(Atom { range, link, key: bridged(&key) });
        from = end;
    }
    if atoms.len() < 2 { Vec::new() } else { atoms }
}

/// Where a known first part of a word may end, in bytes.
pub(crate) fn beginnings(word: &str) -> Vec<usize> {
    let ends = word.char_indices().skip(4).map(|(at, _)| at);
    let is_first = |end: &usize| {
        let next = word[*end..].chars().next();
        next.is_some_and(|next| first(&word[..*end], next, &Nothing).is_some())
    };
    ends.filter(is_first).collect()
}

/// Where the parts of the cheapest cut end, as indexes into `bounds`; empty when there is no cut.
fn cheapest(word: &str, bounds: &[usize], vocabulary: &impl Vocabulary) -> Vec<usize> {
    let last = bounds.len() - 1;
    // For each place: the cheapest way there, and where its last part begins.
    let mut best: Vec<Option<(u32, usize, usize)>> = vec![None; last + 1];
    best[0] = Some((0, 0, 0));
    for from in 0..last.saturating_sub(1) {
        let Some((so_far, _, parts)) = best[from] else { continue };
        if parts + 1 > MOST {
            continue;
        }
        for to in from + 2..=last {
            let piece = &word[bounds[from]..bounds[to]];
            let cost = if to == last {
                if from == 0 { None } else { last_cost(piece, vocabulary) }
            } else if last - to < 3 {
                None
            } else {
                let next = word[bounds[to]..].chars().next();
                next.and_then(|next| first(piece, next, vocabulary)).map(|(cost, _)| cost)
            };
            let Some(cost) = cost else { continue };
            let total = so_far + cost;
            if best[to].is_none_or(|(known, _, _)| total < known) {
                best[to] = Some((total, from, parts + 1));
            }
        }
    }
    let mut ends = Vec::new();
    let mut at = last;
    while at > 0 {
        let Some((_, from, _)) = best[at] else { return Vec::new() };
        ends.push(at);
        at = from;
    }
    ends.reverse();
    ends
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
fn first(piece: &str, next: char, vocabulary: &impl Vocabulary) -> Option<(u32, Joint)> {
    let plain = first_cost(piece, vocabulary).map(|cost| (cost, Joint::None));
    let linked = |letter, price: u32| {
        let base = piece.strip_suffix(letter)?;
        // «-s-» after s is not heard and not written.
        let fits = base.chars().count() >= 3 && !(letter == 's' && base.ends_with('s'));
        let cost = if fits { first_cost(base, vocabulary) } else { None };
        cost.map(|cost| (cost + price, Joint::Letter(1)))
    };
    // «barnehage»: -e- after one syllable only.
    let with_e = if vowels(piece) == 2 { linked('e', 2) } else { None };
    let last = piece.chars().next_back().filter(|last| *last == next && !is_vowel(*last));
    let doubled = last.and_then(|last| {
        let cost = first_cost(&format!("{piece}{last}"), vocabulary)?;
        Some((cost + 1, Joint::Doubled))
    });
    [plain, linked('s', 1), with_e, doubled].into_iter().flatten().min_by_key(|(cost, _)| *cost)
}

fn first_cost(word: &str, vocabulary: &impl Vocabulary) -> Option<u32> {
    let lexicon = lexicon();
    if lexicon.is_particle(word) || is_common(word) || lexicon.is_ending(word) && word.len() < 3 {
        return None;
    }
    let letters = word.chars().count();
    if let Some(Place { first: true, .. }) = lexicon.place_of(word) {
        return Some(by_length(letters));
    }
    if is_doing(word) {
        return Some(by_length(letters) + 1);
    }
    let doubtful = letters < 4 || !has_shape(word);
    let documents = if doubtful { 0 } else { vocabulary.documents(word) };
    let enough = if letters >= 6 { 1 } else { 2 };
    (documents >= enough).then(|| by_length(letters) + 3)
}

fn last_cost(word: &str, vocabulary: &impl Vocabulary) -> Option<u32> {
    let lexicon = lexicon();
    let letters = word.chars().count();
    let is_none = lexicon.is_ending(word) || lexicon.is_particle(word) || is_common(word);
    if letters < 3 || is_none {
        return None;
    }
    if let Some(lemma) = lemma(word)
        && !lexicon.is_ending(&lemma)
        && lexicon.place_of(&lemma).is_some_and(|place| place.last)
    {
        return Some(by_length(letters));
    }
    if is_form_of_doing(word) {
        return Some(by_length(letters) + 1);
    }
    if lexicon.form(word).is_some() && letters >= 4 {
        return Some(by_length(letters) + 4);
    }
    if letters < 4 || !has_shape(word) {
        return None;
    }
    let found = vocabulary.documents(word) >= 1 || {
        let stem = stem(word);
        stem.chars().count() >= 4 && vocabulary.documents(&stem) >= 1
    };
    found.then(|| by_length(letters) + 3)
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
