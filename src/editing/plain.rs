//! Hints for plain language: long sentences and officialese, in bokmål and nynorsk, and full names. They
//! never stop anybody.

use std::collections::BTreeSet;

use crate::i18n::Lang;
use crate::markdown;

/// What could be said more plainly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// The beginning of a sentence, and how many words it has.
    Long { start: String, words: usize },
    /// Words that offices use, and what people say.
    Stiff { said: &'static str, better: &'static str },
    /// What looks like somebody's full name.
    Named { name: String },
}

/// A sentence with more words is hard to follow.
const LONG: usize = 30;
/// So many hints are enough to begin with.
pub const MOST: usize = 8;

const NB: &[(&str, &str)] = &[
    ("i den grad", "når, hvis"),
    ("i henhold til", "etter"),
    ("vedrørende", "om"),
    ("angående", "om"),
    ("herunder", "også, blant annet"),
    ("således", "slik, derfor"),
    ("hvorvidt", "om"),
    ("ved hjelp av", "med"),
    ("på bakgrunn av", "fordi, etter"),
    ("med hensyn til", "om"),
    ("i forhold til", "om, for, mot"),
    ("forefinnes", "finnes"),
    ("foreligger", "finnes"),
    ("besørge", "ordne"),
    ("iverksette", "sette i gang"),
    ("anmodes", "blir bedt"),
    ("ovennevnte", "den, det vi nevnte"),
    ("såfremt", "hvis"),
    ("dersom det skulle vise seg", "hvis"),
    ("gjennomføring av", "å gjøre"),
    ("i forbindelse med", "når, ved, om"),
    ("ivareta", "ta vare på"),
    ("benyttes", "brukes"),
    ("samt", "og"),
    ("fremkommer", "står"),
    ("ytterligere", "flere, mer"),
];

const NN: &[(&str, &str)] = &[
    ("i den grad", "når, dersom"),
    ("i samsvar med", "etter"),
    ("i høve til", "om, for, mot"),
    ("vedrørande", "om"),
    ("angåande", "om"),
    ("herunder", "også, mellom anna"),
    ("såleis", "slik, derfor"),
    ("ved hjelp av", "med"),
    ("på bakgrunn av", "fordi, etter"),
    ("med omsyn til", "om"),
    ("føreligg", "finst"),
    ("iverksetje", "setje i gang"),
    ("anmodast", "blir bedne"),
    ("ovannemnde", "den, det vi nemnde"),
    ("såframt", "dersom"),
    ("gjennomføring av", "å gjere"),
    ("i samband med", "når, ved, om"),
    ("i forhold til", "om, for, mot"),
    ("ivareta", "ta vare på"),
    ("samt", "og"),
    ("ytterlegare", "fleire, meir"),
];

pub fn hints<'t>(lang: Lang, texts: impl Iterator<Item = &'t str>) -> Vec<Hint> {
    let stiff: &[(&'static str, &'static str)] = match lang {
        Lang::Nb => NB,
        Lang::Nn => NN,
        _ => &[],
    };
    let (mut hints, mut told) = (Vec::new(), BTreeSet::new());
    for text in texts {
        let text = markdown::lines(text);
        let name = norsk::names::full(&text).into_iter().next().map(|name| text[name].to_owned());
        hints.extend(name.map(|name| Hint::Named { name }));
        hints.extend(long(&text));
        let lower = text.to_lowercase();
        for &(said, better) in stiff {
            if has_words(&lower, said) && told.insert(said) {
                hints.push(Hint::Stiff { said, better });
            }
        }
    }
    hints.truncate(MOST);
    hints
}

/// Do the words stand there by themselves, and not inside others?
fn has_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, found)| {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn long(text: &str) -> Vec<Hint> {
    let mut hints = Vec::new();
    for line in text.lines() {
        for sentence in line.split_inclusive(['.', '!', '?', ':']) {
            let words = sentence.split_whitespace().count();
            if words > LONG {
                let start: Vec<&str> = sentence.split_whitespace().take(6).collect();
                hints.push(Hint::Long { start: start.join(" "), words });
            }
        }
    }
    hints
}
