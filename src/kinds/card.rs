//! The few words at the foot of a card in a list.

use crate::i18n::{Text, Words};

#[derive(Clone, Debug, Default)]
pub struct CardFoot {
    pub tag: Option<Tag>,
    pub quiet: Option<Words>,
}

impl CardFoot {
    /// Two things side by side, without weight: «Sjekkliste · 15 minutter».
    pub fn quietly(first: Option<Words>, second: Option<String>, t: Text) -> Self {
        let quiet = match (first, second) {
            (Some(first), None) => Some(first),
            (None, Some(second)) => Some(Words::name(t.lang, second, t.lang)),
            (Some(first), Some(second)) => {
                let both = format!("{} · {second}", first.as_str());
                Some(Words::name(t.lang, both, first.lang()))
            }
            (None, None) => None,
        };
        Self { tag: None, quiet }
    }
}

/// A word with a colour, such as how it went. The colour never stands alone.
#[derive(Clone, Debug)]
pub struct Tag {
    pub value: String,
    pub label: Words,
    pub colour: &'static str,
}
