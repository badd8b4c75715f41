//! Words of Norsk ordbank (`data/ordbank.txt`), read once: which words there are, and which of them
//! compounds are made of. How the file is made is said in its head.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use crate::lexicon::Fnv;

const SOURCE: &str = include_str!("../data/ordbank.txt");

static ORDBANK: LazyLock<Ordbank> = LazyLock::new(|| Ordbank::read(SOURCE));

/// Made at the first call: some five milliseconds.
pub(crate) fn ordbank() -> &'static Ordbank {
    &ORDBANK
}

pub(crate) const fn source() -> &'static str {
    SOURCE
}

/// How the compounds of the dictionary use a word, a bit for each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses(u8);

impl Uses {
    /// The first part, as it is.
    pub(crate) const FIRST: Self = Self(1);
    /// The first part, with -s- behind.
    pub(crate) const FIRST_S: Self = Self(2);
    /// The first part, with -e- behind.
    pub(crate) const FIRST_E: Self = Self(4);
    /// With an -e it would be a word that is the first part without it: «mørk» in «mørketid».
    pub(crate) const FIRST_SHORT: Self = Self(8);
    pub(crate) const LAST: Self = Self(16);
    /// It is a compound itself, of other words here.
    pub(crate) const COMPOUND: Self = Self(32);
    /// It is a word by itself.
    const WORD: u8 = 64;

    pub(crate) const fn has(self, way: Self) -> bool {
        self.0 & way.0 != 0
    }

    fn read(letters: &str) -> Self {
        Self(letters.chars().fold(Self::WORD, |bits, letter| {
            bits | match letter {
                'f' => Self::FIRST.0,
                's' => Self::FIRST_S.0,
                'e' => Self::FIRST_E.0,
                'l' => Self::LAST.0,
                'c' => Self::COMPOUND.0,
                _ => 0,
            }
        }))
    }
}

type Map<T> = HashMap<&'static str, T, BuildHasherDefault<Fnv>>;

#[derive(Debug, Default)]
pub(crate) struct Ordbank {
    words: Map<Uses>,
    /// Forms that no ending explains, with their lemma.
    forms: Map<&'static str>,
}

impl Ordbank {
    fn read(source: &'static str) -> Self {
        let mut ordbank = Self::default();
        let mut section = "";
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']');
                continue;
            }
            for entry in line.split(' ') {
                if section != "form" {
                    ordbank.words.entry(entry).or_default().0 |= Uses::read(section).0;
                    if let (true, Some(short)) = (section.contains('v'), entry.strip_suffix('e')) {
                        ordbank.words.entry(short).or_default().0 |= Uses::FIRST_SHORT.0;
                    }
                } else if let Some((lemma, forms)) = entry.split_once(':') {
                    ordbank.forms.extend(forms.split(',').map(|form| (form, lemma)));
                }
            }
        }
        ordbank
    }

    pub(crate) fn has(&self, word: &str) -> bool {
        self.uses(word).0 & Uses::WORD != 0
    }

    pub(crate) fn uses(&self, word: &str) -> Uses {
        self.words.get(word).copied().unwrap_or_default()
    }

    pub(crate) fn form(&self, form: &str) -> Option<&'static str> {
        self.forms.get(form).copied()
    }
}
