//! A passage that is to be struck, found again however its words are spaced, cased, emphasised or
//! written: as readers see it.

use std::ops::Range;

use super::endings::endings_of;
use super::marks;
use super::reading::{Glyph, Seen, Tags, read};
use crate::markdown;

/// At least two words, or one that is not short: «og» would take the text apart.
const SHORTEST: usize = 4;

#[derive(Clone, Debug)]
pub struct Passage {
    /// Its words in small letters.
    words: Vec<Vec<char>>,
    /// What may stand at the end of its last word beside nothing.
    endings: Vec<Vec<char>>,
}

/// The passage would be found all over the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the passage is too short: at least {SHORTEST} letters")]
pub struct TooShort;

/// Behind a gap in brackets these would make a link or the target of one of it; after a letter that
/// nobody sees they do not.
const LINKS: [char; 3] = [':', '(', '['];
const UNSEEN: char = '\u{2060}';

impl Passage {
    pub fn new(text: &str) -> Result<Self, TooShort> {
        let mut words = vec![Vec::new()];
        for glyph in read(text, Tags::Read) {
            match (glyph.seen, words.last_mut()) {
                (Seen::Letter(letter), Some(word)) => word.push(letter),
                (Seen::Space, _) => words.push(Vec::new()),
                _ => {}
            }
        }
        words.retain(|word| !word.is_empty());
        let letters = words.iter().flatten().filter(|c| c.is_alphanumeric()).count();
        if letters < SHORTEST { Err(TooShort) } else { Ok(Self { words, endings: Vec::new() }) }
    }

    /// The same, also where its last word is in the genitive or in a definite form: `Nordmanns`,
    /// `sykehjemmet`.
    #[must_use]
    pub fn with_forms(mut self) -> Self {
        self.endings = self.words.last().map(|word| endings_of(word)).unwrap_or_default();
        self
    }

    /// The same as it was typed, without forms.
    pub(super) fn bare(&self) -> Self {
        Self { words: self.words.clone(), endings: Vec::new() }
    }

    pub(super) fn has_forms(&self) -> bool {
        !self.endings.is_empty()
    }

    /// Its words without what stands between them.
    pub(super) fn single_words(&self) -> impl Iterator<Item = String> {
        let parts = self.words.iter().flat_map(|word| word.split(|c| !c.is_alphanumeric()));
        parts.filter(|part| !part.is_empty()).map(|part| part.iter().collect())
    }

    /// The text with `gap` where the passage stood, and how often it did; `None` when it did not.
    /// Where it stands across a link or such, the whole paragraph goes.
    pub fn struck_from(&self, text: &str, gap: &str) -> Option<(String, i32)> {
        let (mut struck, mut places) = (text.to_owned(), 0);
        for tags in [Tags::Hidden, Tags::Read] {
            if let Some((without, found)) = self.without(&struck, gap, tags) {
                places += found;
                struck = without;
            }
        }
        if struck.contains(['[', '<', '&', '\\']) {
            for block in markdown::leaves(&struck).into_iter().rev() {
                if self.is_in_words(&block.words) {
                    struck.replace_range(block.at, gap);
                    places += 1;
                }
            }
        }
        (places > 0).then_some((struck, places))
    }

    fn without(&self, text: &str, gap: &str, tags: Tags) -> Option<(String, i32)> {
        let glyphs = read(text, tags);
        let places = self.places(&glyphs);
        if places.is_empty() {
            return None;
        }
        let is_struck = |at: &Range<usize>| {
            places.iter().any(|place| place.start <= at.start && at.end <= place.end)
        };
        let halves = marks::pairs(text, &glyphs).into_iter().filter_map(|pair| {
            match (is_struck(&pair.open), is_struck(&pair.close)) {
                (true, false) => Some(pair.close),
                (false, true) => Some(pair.open),
                _ => None,
            }
        });
        let mut edits: Vec<(Range<usize>, bool)> = halves.map(|at| (at, false)).collect();
        edits.extend(places.iter().cloned().map(|at| (at, true)));
        edits.sort_by_key(|(at, _)| at.start);
        let (mut struck, mut from) = (String::with_capacity(text.len()), 0);
        for (at, is_gap) in edits {
            struck.push_str(&text[from..at.start]);
            from = at.end;
            if is_gap {
                struck.push_str(gap);
                if text[from..].starts_with(LINKS) {
                    struck.push(UNSEEN);
                }
            }
        }
        struck.push_str(&text[from..]);
        Some((struck, i32::try_from(places.len()).unwrap_or(i32::MAX)))
    }

    pub fn is_in(&self, text: &str) -> bool {
        self.struck_from(text, "").is_some()
    }

    /// The same of plain words, as of an attachment.
    pub fn is_in_words(&self, words: &str) -> bool {
        !self.places(&read(words, Tags::Read)).is_empty()
    }

    /// Is it in an address, such as `kari-nordmann` or `kari.nordmann@kommune.no`, as whole words?
    pub fn is_in_address(&self, address: &str) -> bool {
        let words = self.words.iter().map(|word| word.iter().collect::<String>());
        let wanted = slug::slugify(words.collect::<Vec<_>>().join(" ")).replace('-', "");
        let slug = slug::slugify(address);
        let parts: Vec<&str> = slug.split('-').collect();
        let endings: Vec<String> = self.endings.iter().map(|one| one.iter().collect()).collect();
        let is_wanted = |joined: &str| {
            joined
                .strip_prefix(&wanted)
                .is_some_and(|rest| rest.is_empty() || endings.iter().any(|one| one == rest))
        };
        let begins_at = |from: usize| {
            let mut joined = String::new();
            parts[from..].iter().any(|part| {
                joined.push_str(part);
                is_wanted(&joined)
            })
        };
        !wanted.is_empty() && (0..parts.len()).any(begins_at)
    }

    /// In bytes.
    pub(super) fn places(&self, glyphs: &[Glyph]) -> Vec<Range<usize>> {
        let (mut places, mut at) = (Vec::new(), 0);
        while at < glyphs.len() {
            match self.ends(glyphs, at) {
                Some(end) => {
                    places.push(glyphs[at].at.start..glyphs[end - 1].at.end);
                    at = end;
                }
                None => at += 1,
            }
        }
        places
    }

    /// Where it ends, when it begins at `start`.
    fn ends(&self, glyphs: &[Glyph], start: usize) -> Option<usize> {
        if glyphs[start].seen != Seen::Letter(*self.words.first()?.first()?) {
            return None;
        }
        if joins(neighbour(glyphs[..start].iter().rev()), Some(glyphs[start].seen)) {
            return None;
        }
        let mut at = start;
        for (n, word) in self.words.iter().enumerate() {
            if n > 0 {
                let between = |glyph: &&Glyph| !matches!(glyph.seen, Seen::Letter(_));
                let gap = glyphs[at..].iter().take_while(between).count();
                if gap == 0 {
                    return None;
                }
                at += gap;
            }
            at = after(glyphs, at, word, false)?;
        }
        let is_end =
            |at: &usize| !joins(Some(glyphs[*at - 1].seen), neighbour(glyphs[*at..].iter()));
        let ends = self.endings.iter().filter_map(|ending| after(glyphs, at, ending, true));
        std::iter::once(at).chain(ends).find(is_end)
    }
}

/// Where the letters end that begin here, or go on a word that has begun: marks between them are
/// not seen.
fn after(glyphs: &[Glyph], mut at: usize, letters: &[char], goes_on: bool) -> Option<usize> {
    for (n, letter) in letters.iter().enumerate() {
        while (n > 0 || goes_on) && matches!(glyphs.get(at)?.seen, Seen::Mark(_)) {
            at += 1;
        }
        if glyphs.get(at)?.seen != Seen::Letter(*letter) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The nearest that is seen. A `_` between letters is no mark, but stands there itself.
fn neighbour<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> Option<Seen> {
    let mut seen = glyphs.map(|glyph| glyph.seen);
    seen.find(|seen| !matches!(seen, Seen::Mark(mark) if *mark != '_'))
}

/// Stand both inside one word?
fn joins(left: Option<Seen>, right: Option<Seen>) -> bool {
    let is_of_word =
        |seen: Option<Seen>| matches!(seen, Some(Seen::Letter(c)) if c.is_alphanumeric());
    is_of_word(left) && is_of_word(right)
}
