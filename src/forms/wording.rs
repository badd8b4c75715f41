//! What a form says of a field: words of the program by their key, or words that came with the form.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::{Lang, Text, Words};

/// A form in code names keys; one that somebody has made brings its words in the languages it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    Key(String),
    Words(BTreeMap<Lang, String>),
}

impl Wording {
    /// In the reader's language, else in bokmål, else in one that it has.
    pub fn say(&self, t: Text) -> Words {
        match self {
            Self::Key(key) => t.get(key),
            Self::Words(words) => {
                let in_lang = |lang| words.get(&lang).map(|text| (lang, text));
                let found = in_lang(t.lang).or_else(|| in_lang(Lang::Nb));
                let found = found.or_else(|| words.iter().next().map(|(lang, text)| (*lang, text)));
                let (lang, text) = found.map_or((t.lang, ""), |(lang, text)| (lang, text.as_str()));
                Words::name(t.lang, text, lang)
            }
        }
    }

    /// Does it say nothing at all?
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Key(key) => key.is_empty(),
            Self::Words(words) => words.values().all(|text| text.trim().is_empty()),
        }
    }
}

impl From<&str> for Wording {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}
