//! What has been typed so far, held against names: which of them have words that begin so.

use norsk::forms::{bridged, stem};
use norsk::tokens::{TokenRole, spans};

/// Words that are looked at; nobody types more to be suggested something.
const MOST: usize = 8;

/// The words of a name with their letters folded, and as both written languages have them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameWords(String);

impl NameWords {
    /// One name, or several of the same thing.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = String::from(" ");
        for name in names {
            for span in spans(name) {
                let normal = norsk::normal(&name[span.from..span.to]);
                for way in ways(&normal) {
                    words.push_str(&way);
                    words.push(' ');
                }
            }
        }
        Self(words)
    }

    /// Each word in the ways that it has; the first is how the first word is written.
    pub(super) fn each(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }
}

/// A word as it is written, and the key that it shares with the other written language.
fn ways(normal: &str) -> Vec<String> {
    let folded = norsk::fold(normal);
    let both = norsk::fold(&bridged(&stem(normal)));
    if folded.starts_with(&both) { vec![folded] } else { vec![folded, both] }
}

/// How well a name answers; less is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    /// It does not begin so itself.
    later: bool,
    /// None of its words is what was typed, they only begin so.
    begun: bool,
}

impl Fit {
    pub(super) fn new(later: bool, begun: bool) -> Self {
        Self { later, begun }
    }
}

/// Each word in the ways that it may be written; a space before it.
#[derive(Clone, Debug, Default)]
pub struct Typed(Vec<Vec<String>>);

impl Typed {
    pub fn read(text: &str) -> Self {
        let tidied = norsk::tidy(text);
        let text = &*tidied;
        let words = spans(text).filter(|span| span.role != TokenRole::Part).take(MOST);
        let ways = |normal: &str| ways(normal).into_iter().map(|way| format!(" {way}")).collect();
        Self(words.map(|span| ways(&norsk::normal(&text[span.from..span.to]))).collect())
    }

    /// As it is typed, and in no other way: «sjuke» begins no «Sykkylven».
    #[must_use]
    pub fn to_the_letter(&self) -> Self {
        Self(self.0.iter().map(|ways| ways.first().cloned().into_iter().collect()).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ways that each word may be written.
    pub(super) fn ways(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        self.0.iter().map(|ways| ways.iter().map(|way| way.trim_start()))
    }

    /// Every word that was typed must begin one of the name's.
    pub fn fits(&self, words: &NameWords) -> Option<Fit> {
        let words = words.0.as_str();
        let has = |way: &String| words.contains(way.as_str());
        if self.is_empty() || !self.0.iter().all(|ways| ways.iter().any(has)) {
            return None;
        }
        let first = self.0.first().into_iter().flatten();
        let later = !first.clone().any(|way| words.starts_with(way.as_str()));
        let whole = |way: &String| words.contains(&format!("{way} "));
        let begun = !self.0.iter().any(|ways| ways.iter().any(whole));
        Some(Fit { later, begun })
    }
}
