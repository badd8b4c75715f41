//! What things are called that have a page of their own: a question that names one is answered by it first, and no word
//! of its name is taken for a misspelt one.
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use norsk::forms::{bridged, is_lemma, stem};
use norsk::tokens::{TokenRole, spans};

use super::typed::{NameWords, Typed};

/// Something that can be named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// As whoever gave the names calls things of its kind.
    pub kind: &'static str,
    /// Which of its kind it is.
    pub key: String,
    /// What it is called first.
    pub name: String,
    /// Until when it was, and what it has become, where it is no more.
    pub until: Option<String>,
    pub now: Vec<String>,
}

/// How a name is held against a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Called {
    /// Letter for letter, but with letters folded; it may have a name in each of several languages, «A - B».
    Place,
    /// In any form, and in either written language.
    Subject,
    /// The same; also by a part of its name, where few have that in theirs.
    Body,
}

#[derive(Clone, Debug)]
struct Thing {
    named: Named,
    called: Called,
    /// The words of each of its names.
    names: Vec<Vec<String>>,
}

/// The things that there are, by their names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    things: Vec<Thing>,
    /// Those that are held against what is being typed, with where they stand.
    begins: Vec<(NameWords, usize)>,
    /// Which of them have a word in their names, in the form that they are held against a question in.
    by_word: HashMap<String, Vec<usize>>,
    /// All words of names, letters folded.
    folded: BTreeSet<String>,
}

/// So many are told, and so many words of a question are looked at.
const MOST: usize = 6;
const MOST_WORDS: usize = 24;
/// So many may have a part of their name in common and be told by it.
const MOST_BY_PART: usize = 3;
/// What is said of a place beside its name.
const OF_PLACES: [&str; 6] = ["kommune", "kommunen", "kommuna", "fylke", "fylket", "municipality"];

impl Names {
    /// The first of its names is what it is called.
    pub fn add(&mut self, thing: Named, called: Called, names: &[&str]) {
        let number = self.things.len();
        let mut all = Vec::new();
        for way in called.ways(names) {
            let words = words(way);
            self.folded.extend(words.iter().map(|word| norsk::fold(word)));
            let words: Vec<String> = telling(words).iter().map(|word| called.key(word)).collect();
            for word in &words {
                let of_word = self.by_word.entry(word.clone()).or_default();
                if of_word.last() != Some(&number) {
                    of_word.push(number);
                }
            }
            if !words.is_empty() && !all.contains(&words) {
                all.push(words);
            }
        }
        self.things.push(Thing { named: thing, called, names: all });
    }

    /// The same, of what is to be suggested while somebody types.
    pub fn add_suggested(&mut self, thing: Named, called: Called, names: &[&str]) {
        self.begins.push((NameWords::of(called.ways(names)), self.things.len()));
        self.add(thing, called, names);
    }

    /// What a question names, the one it names most of first.
    pub fn named(&self, question: &str) -> Vec<Named> {
        let asked = Asked::read(question);
        let mut candidates: BTreeSet<usize> = BTreeSet::new();
        for key in asked.letters.iter().chain(&asked.forms) {
            candidates.extend(self.by_word.get(key).into_iter().flatten().copied());
        }
        let (mut found, mut by_part) = (Vec::new(), Vec::new());
        for number in candidates {
            let thing = &self.things[number];
            if let Some(words) = thing.is_named(&asked) {
                found.push((Reverse(words), number));
            } else if thing.has(&asked) {
                by_part.push((Reverse(0), number));
            }
        }
        if by_part.len() <= MOST_BY_PART {
            found.append(&mut by_part);
        }
        found.sort_unstable();
        found.into_iter().take(MOST).map(|(_, number)| self.things[number].named.clone()).collect()
    }

    /// Those of a kind that are suggested whose names have words that begin as what was typed, the best fit first.
    pub fn begun(&self, kind: &str, typed: &Typed, most: usize) -> Vec<Named> {
        let letters = typed.to_the_letter();
        let mut found = Vec::new();
        for (begins, number) in &self.begins {
            let thing = &self.things[*number];
            let typed = if thing.called == Called::Place { &letters } else { typed };
            if thing.named.kind == kind
                && let Some(fit) = typed.fits(begins)
            {
                found.push((fit, thing.named.name.chars().count(), &thing.named));
            }
        }
        found.sort_by(|a, b| (a.0, a.1, &a.2.name).cmp(&(b.0, b.1, &b.2.name)));
        found.into_iter().take(most).map(|(_, _, named)| named.clone()).collect()
    }

    /// Whether a word of a question, as it is or with an -s, is one of a name.
    pub(super) fn has(&self, word: &str) -> bool {
        let folded = norsk::fold(word);
        let without = folded.strip_suffix('s');
        self.folded.contains(&folded) || without.is_some_and(|word| self.folded.contains(word))
    }
}

impl Called {
    /// What it is called, each name by itself.
    fn ways<'a>(self, names: &[&'a str]) -> Vec<&'a str> {
        let ways: Vec<&str> = match self {
            Self::Place => names.iter().flat_map(|name| name.split(" - ")).collect(),
            Self::Subject | Self::Body => names.to_vec(),
        };
        ways.into_iter().map(without_note).collect()
    }

    fn key(self, word: &str) -> String {
        match self {
            Self::Place => norsk::fold(word),
            Self::Subject | Self::Body => norsk::fold(&bridged(&stem(word))),
        }
    }
}

/// The words of a question that tell something, in the forms that names are held against.
struct Asked {
    words: Vec<String>,
    letters: Vec<String>,
    forms: Vec<String>,
}

impl Asked {
    fn read(question: &str) -> Self {
        let mut words = telling(words(question));
        words.truncate(MOST_WORDS);
        let keys = |called: Called| words.iter().map(|word| called.key(word)).collect();
        Self { letters: keys(Called::Place), forms: keys(Called::Subject), words }
    }

    fn of(&self, called: Called) -> &[String] {
        match called {
            Called::Place => &self.letters,
            Called::Subject | Called::Body => &self.forms,
        }
    }
}

impl Thing {
    /// How many words its longest name has that the question has all of.
    fn is_named(&self, asked: &Asked) -> Option<usize> {
        let own = asked.of(self.called);
        let named = self.names.iter().filter(|name| name.iter().all(|word| own.contains(word)));
        let named = named.max_by_key(|name| name.len())?;
        if self.called == Called::Place && named.len() == 1 {
            // «Time», «Sund» and «Sel» are words: beside others they mean no place.
            let all = || asked.words.iter().zip(own);
            let mut others = all().filter(|(_, key)| **key != named[0]);
            let is_alone = others.all(|(word, _)| OF_PLACES.contains(&word.as_str()));
            let is_a_word = all().any(|(word, key)| *key == named[0] && is_lemma(word));
            if is_a_word && !is_alone {
                return None;
            }
        }
        Some(named.len())
    }

    /// It may be told by a part of its name, is still there, and one of its names has all words of the question.
    fn has(&self, asked: &Asked) -> bool {
        if self.called != Called::Body || self.named.until.is_some() {
            return false;
        }
        let own = asked.of(self.called);
        self.names.iter().any(|name| own.iter().all(|word| name.contains(word)))
    }
}

/// «Vinje (Telemark)» is called Vinje.
fn without_note(name: &str) -> &str {
    name.split_once(" (").map_or(name, |(before, _)| before)
}

fn words(text: &str) -> Vec<String> {
    let spans = spans(text).filter(|span| span.role != TokenRole::Part);
    let words = spans.map(|span| norsk::normal(&text[span.from..span.to]));
    words.filter(|word| !word.is_empty()).collect()
}

/// Without small words, if anything is left then.
fn telling(words: Vec<String>) -> Vec<String> {
    if words.iter().all(|word| norsk::is_common(word)) {
        return words;
    }
    words.into_iter().filter(|word| !norsk::is_common(word)).collect()
}
