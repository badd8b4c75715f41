//! From text to words that can be compared: cutting, lower case, folding of letters, stems.
use std::borrow::Cow;
use std::collections::HashMap;
use std::str::CharIndices;

use frostem::{Algorithm, Stemmer};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Longer words are cut to this many letters, in the index and in questions alike.
const LONGEST: usize = 64;

/// The ways a word is indexed, from strict to loose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    /// Composed and in lower case.
    Exact,
    /// And its letters brought back to a–z: æ and ae, ø, oe and o, å, aa and a, č and c.
    Folded,
    /// And without its ending.
    Stem,
}

impl Layer {
    pub(super) const ALL: [Self; 3] = [Self::Exact, Self::Folded, Self::Stem];

    pub(super) const fn tokenizer(self) -> &'static str {
        match self {
            Self::Exact => "words-exact",
            Self::Folded => "words-folded",
            Self::Stem => "words-stem",
        }
    }

    /// The index terms of a word in its [`exact`] form. Sámi letters have two: the base letter and
    /// the pair it is written with where the letter is missing (ŋ as n and as ng).
    pub(super) fn terms(self, exact: &str) -> Vec<String> {
        let word = match self {
            Self::Exact => return vec![exact.to_owned()],
            Self::Folded => Cow::Borrowed(exact),
            // Before folding: the endings are those of words with their own letters (miljø-et).
            Self::Stem => stem(exact),
        };
        let first = fold(&word);
        // Of a word of nothing but accents no letter is left; then it stands for itself.
        let mut terms = vec![if first.is_empty() { exact.to_owned() } else { first }];
        if let Some(pairs) = with_pairs(&word) {
            let second = fold(&pairs);
            if second != terms[0] {
                terms.push(second);
            }
        }
        terms
    }
}

/// Where a word stands in a text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) position: usize,
    pub(super) role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Word,
    /// All of `PDSA-sirkel`; comes before its parts, and at the position of the first.
    Joined,
    /// `PDSA`, then `sirkel`.
    Part,
}

/// The words of a text, in order.
pub(super) fn spans(text: &str) -> Spans<'_> {
    Spans { text, at: 0, position: 0, joined_to: None }
}

pub(super) struct Spans<'a> {
    text: &'a str,
    at: usize,
    position: usize,
    /// Inside a joined word: where it ends.
    joined_to: Option<usize>,
}

impl Spans<'_> {
    /// The next run of letters and digits at or after `from`.
    fn run(&self, from: usize) -> Option<(usize, usize)> {
        let mut letters = self.text[from..].char_indices();
        let start = from + letters.find(|(_, c)| c.is_alphanumeric())?.0;
        Some((start, self.end_of_run(letters)))
    }

    fn end_of_run(&self, mut rest: CharIndices<'_>) -> usize {
        loop {
            let here = self.text.len() - rest.as_str().len();
            match rest.next() {
                Some((_, c)) if c.is_alphanumeric() || is_silent(c) => {}
                _ => return here,
            }
        }
    }

    /// Where the joined word that begins with the run ending at `end` itself ends.
    fn end_of_joined(&self, mut end: usize) -> usize {
        loop {
            let mut rest = self.text[end..].char_indices();
            let joiner = rest.next().is_some_and(|(_, c)| is_joiner(c));
            let letter = rest.next().is_some_and(|(_, c)| c.is_alphanumeric());
            if !(joiner && letter) {
                return end;
            }
            end = self.end_of_run(rest);
        }
    }
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let (from, to) = self.run(self.at)?;
        if self.joined_to.is_none() {
            let end = self.end_of_joined(to);
            if end > to {
                self.joined_to = Some(end);
                return Some(Span { from, to: end, position: self.position, role: Role::Joined });
            }
        }
        let role = if self.joined_to.is_some() { Role::Part } else { Role::Word };
        if self.joined_to.is_some_and(|end| to >= end) {
            self.joined_to = None;
        }
        let span = Span { from, to, position: self.position, role };
        self.at = to;
        self.position += 1;
        Some(span)
    }
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}')
}

/// Belongs to the word it stands in without being a letter: accents that come after their letter,
/// soft hyphens, joiners without width.
const fn is_silent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A word as [`Layer::Exact`] has it: composed, in lower case, nothing but letters and digits.
/// Empty when nothing is left.
pub(super) fn exact(surface: &str) -> String {
    if surface.is_ascii() {
        let mut word = surface.to_ascii_lowercase();
        word.retain(|c| c.is_ascii_alphanumeric());
        word.truncate(LONGEST);
        return word;
    }
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(surface);
    let letters = composed.chars().flat_map(char::to_lowercase);
    letters.filter(|c| c.is_alphanumeric()).take(LONGEST).collect()
}

/// Brings letters back to a–z. Folding twice is folding once.
///
/// `aa` and `å` both become `a`; `oe` and `ø` both become `o`, and so does `øe`, since nobody can
/// tell whether `miljoenhet` lost a letter.
pub(super) fn fold(exact: &str) -> String {
    let mut out = String::with_capacity(exact.len());
    for c in exact.chars() {
        match c {
            _ if c.is_ascii() => push(&mut out, c),
            'æ' | 'ä' | 'ǽ' => out.push_str(if out.ends_with('a') { "e" } else { "ae" }),
            'ø' | 'ö' | 'ǿ' | 'œ' => push(&mut out, 'o'),
            'å' => push(&mut out, 'a'),
            'đ' | 'ð' => push(&mut out, 'd'),
            'ŋ' => push(&mut out, 'n'),
            'ŧ' => push(&mut out, 't'),
            'þ' => out.push_str("th"),
            'ł' => push(&mut out, 'l'),
            'ß' => out.push_str("ss"),
            'ı' => push(&mut out, 'i'),
            _ => DecomposingNormalizerBorrowed::new_nfkd()
                .normalize_iter(std::iter::once(c))
                .filter(|c| !is_silent(*c))
                .for_each(|c| push(&mut out, c)),
        }
    }
    out
}

fn push(out: &mut String, c: char) {
    let doubled = (c == 'a' && out.ends_with('a')) || (c == 'e' && out.ends_with('o'));
    if !doubled {
        out.push(c);
    }
}

/// The Sámi letters as the pairs CLDR gives for them; `None` when there are none.
fn with_pairs(word: &str) -> Option<String> {
    if word.is_ascii() || !word.contains(['č', 'đ', 'ŋ', 'š', 'ŧ', 'ž']) {
        return None;
    }
    let mut out = String::with_capacity(word.len() + 4);
    for c in word.chars() {
        match c {
            'č' => out.push_str("ch"),
            'đ' => out.push_str("dh"),
            'ŋ' => out.push_str("ng"),
            'š' => out.push_str("sh"),
            'ŧ' => out.push_str("th"),
            'ž' => out.push_str("zh"),
            _ => out.push(c),
        }
    }
    Some(out)
}

fn stem(exact: &str) -> Cow<'_, str> {
    let stem = Stemmer::new(Algorithm::Norwegian).stem(exact);
    // «demens» is not a form of «dem»: what loses half of itself was no ending.
    if stem.len() * 2 <= exact.len() { Cow::Borrowed(exact) } else { stem }
}

/// Words too common to ask for, in the four languages. They count only when nothing else is asked
/// for. «Ikke» is not among them: «virket ikke» means something here.
pub(super) fn is_common(exact: &str) -> bool {
    const COMMON: [&str; 62] = [
        "a", "an", "and", "at", "av", "blir", "da", "de", "dei", "deira", "den", "der", "deres",
        "det", "dette", "du", "eg", "ei", "eller", "en", "er", "et", "ein", "eit", "for", "fra",
        "frå", "ha", "har", "hos", "hva", "hvordan", "hvor", "i", "in", "is", "ja", "jeg", "kan",
        "korleis", "kor", "kva", "man", "med", "mot", "of", "og", "om", "på", "som", "så", "the",
        "til", "to", "var", "ved", "vert", "vi", "with", "å", "åt", "også",
    ];
    COMMON.contains(&exact)
}

/// One layer as tantivy's tokenizer.
pub(super) struct Words {
    layer: Layer,
    /// The terms of words met lately: most words of a text are among a few thousand.
    met: HashMap<String, Vec<String>>,
}

/// How many words to remember, for each field that is being written.
const REMEMBERED: usize = 4_000;

impl Words {
    pub(super) fn new(layer: Layer) -> Self {
        Self { layer, met: HashMap::new() }
    }

    fn terms(&mut self, surface: &str) -> &[String] {
        if !self.met.contains_key(surface) {
            if self.met.len() >= REMEMBERED {
                self.met.clear();
            }
            let word = exact(surface);
            let terms = if word.is_empty() { Vec::new() } else { self.layer.terms(&word) };
            self.met.insert(surface.to_owned(), terms);
        }
        self.met.get(surface).map_or(&[], Vec::as_slice)
    }
}

impl Clone for Words {
    /// Each copy remembers for itself.
    fn clone(&self) -> Self {
        Self::new(self.layer)
    }
}

impl Tokenizer for Words {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        Stream { words: self, spans: spans(text), second: None, token: Token::default() }
    }
}

pub(super) struct Stream<'a> {
    words: &'a mut Words,
    spans: Spans<'a>,
    /// The other spelling of the word just given.
    second: Option<String>,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        if let Some(text) = self.second.take() {
            self.token.text = text;
            return true;
        }
        while let Some(span) = self.spans.next() {
            let terms = self.words.terms(&self.spans.text[span.from..span.to]);
            if let Some(first) = terms.first() {
                self.token.text.clone_from(first);
                self.second = terms.get(1).cloned();
                self.token.offset_from = span.from;
                self.token.offset_to = span.to;
                self.token.position = span.position;
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
