//! Names that are right though no text may have them: what is asked for by name is never taken for another word.
use std::collections::HashSet;

use norsk::tokens::spans;

/// The words of names, letters folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(HashSet<String>);

impl Names {
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let words = names.into_iter().flat_map(|name| {
            spans(name).map(move |span| norsk::fold(&norsk::normal(&name[span.from..span.to])))
        });
        Self(words.filter(|word| !word.is_empty()).collect())
    }

    /// Whether a word of a question, as it is or with an -s, is one of a name.
    pub(super) fn has(&self, word: &str) -> bool {
        let folded = norsk::fold(word);
        let without = folded.strip_suffix('s');
        self.0.contains(&folded) || without.is_some_and(|word| self.0.contains(word))
    }
}
