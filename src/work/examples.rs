//! Measures as examples by theme, which come with the program as data: for a team that is to choose its own.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::terms::{Better, Frequency, MeasureKind, Shape};
use crate::i18n::Lang;

const SHIPPED: &str = include_str!("../../data/measures.json");

/// A measure that others have counted.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    pub key: String,
    /// The slug of its theme.
    pub theme: String,
    pub kind: MeasureKind,
    pub shape: Shape,
    pub frequency: Frequency,
    pub better: Better,
    #[serde(default = "one")]
    pub per: i32,
    pub words: BTreeMap<Lang, ExampleWords>,
}

/// What it is called, and what is counted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExampleWords {
    pub name: String,
    pub numerator: String,
    pub denominator: String,
    pub unit: String,
    pub definition: String,
}

fn one() -> i32 {
    1
}

/// All of them, in the order of the file.
pub fn examples() -> &'static [Example] {
    // A test reads the file as well: it cannot fail here and pass there.
    static READ: LazyLock<Vec<Example>> =
        LazyLock::new(|| serde_json::from_str(SHIPPED).unwrap_or_default());
    &READ
}

impl Example {
    pub fn named(key: &str) -> Option<&'static Self> {
        examples().iter().find(|one| one.key == key)
    }

    /// Its words in a language, or in bokmål, with the language that they are in.
    pub fn said(&self, lang: Lang) -> (Lang, &ExampleWords) {
        static NOTHING: LazyLock<ExampleWords> = LazyLock::new(ExampleWords::default);
        let lang = if self.words.contains_key(&lang) { lang } else { Lang::Nb };
        (lang, self.words.get(&lang).unwrap_or(&NOTHING))
    }
}
