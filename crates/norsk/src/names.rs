//! Full names of people in running text: a given name that is common here, and what stands after it.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

/// Given names in small letters. One that is missing is not found: nobody is stopped by a hint.
static GIVEN: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../data/given-names.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// Whether a [`normal`](crate::normal) word is a given name that is common here.
///
/// ```
/// assert!(norsk::names::is_given_name("solveig") && !norsk::names::is_given_name("sykehjem"));
/// ```
pub fn is_given_name(normal: &str) -> bool {
    GIVEN.contains(normal)
}

/// What stands after «per», «dag» or a given name, and is nobody's: a part of a day, an office, a street.
const NO_SURNAMES: [&str; 40] = [
    "avd",
    "avdeling",
    "bofellesskap",
    "bosenter",
    "beboer",
    "dag",
    "døgn",
    "enhet",
    "eldresenter",
    "gang",
    "gata",
    "gate",
    "helse",
    "kommune",
    "kveld",
    "kvartal",
    "måned",
    "månad",
    "natt",
    "nord",
    "omsorgssenter",
    "pasient",
    "plass",
    "post",
    "senter",
    "sjukeheim",
    "sjukehus",
    "skole",
    "skule",
    "stiftelse",
    "sykehjem",
    "sykehus",
    "sør",
    "torg",
    "uke",
    "vakt",
    "veg",
    "vei",
    "vest",
    "øst",
];

struct Word<'t> {
    text: &'t str,
    from: usize,
    /// Does it stand by a space alone after the one before it?
    is_beside: bool,
}

/// The byte ranges of `text` that are a given name with a surname or its first letter.
///
/// ```
/// let text = "Prøv lys hos Kari Nordmann på rom 12, ikke i Karl Johans gate eller på Solsiden Øst.";
/// let found: Vec<&str> = norsk::names::full(text).into_iter().map(|name| &text[name]).collect();
/// assert_eq!(found, ["Kari Nordmann"]);
/// ```
pub fn full(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let is_beside = |next: &usize| words.get(*next).is_some_and(|word| word.is_beside);
        let run: Vec<usize> =
            (at + 1..at + 5).take_while(is_beside).take_while(|n| is_proper(&words[*n])).collect();
        let end = run.last().copied().filter(|_| is_given(&words[at]));
        let Some(end) = end.filter(|end| !is_place(&words, *end)) else {
            at += 1;
            continue;
        };
        let last = &words[end];
        found.push(words[at].from..last.from + last.text.len());
        at = end + 1;
    }
    found
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let (mut from, mut until) = (None, 0);
    let is_inner = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’');
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        match from {
            None if sign.is_alphabetic() => from = Some(at),
            Some(start) if !is_inner(sign) => {
                // A letter with a point after it stands for a name.
                let is_letter = text[start..at].chars().count() == 1;
                let end = if is_letter && sign == '.' { at + 1 } else { at };
                let between = &text[until..start];
                let is_beside = !words.is_empty()
                    && !between.is_empty()
                    && between.chars().all(|c| c.is_whitespace() && c != '\n');
                words.push(Word { text: &text[start..end], from: start, is_beside });
                (from, until) = (None, end);
            }
            _ => {}
        }
    }
    words
}

fn is_given(word: &Word<'_>) -> bool {
    let is_capital = word.text.chars().next().is_some_and(char::is_uppercase);
    let lower = word.text.to_lowercase();
    // «PER UKE» is a heading.
    let is_shouted = lower == "per" && word.text == "PER";
    is_capital && !is_shouted && lower.split('-').all(|part| GIVEN.contains(part))
}

/// «Nordmann», «NORDMANN», «N.».
fn is_proper(word: &Word<'_>) -> bool {
    let mut letters = word.text.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some()
        && !NO_SURNAMES.contains(&word.text.to_lowercase().as_str())
}

/// «Karl Johans gate», «Liv Hansens stiftelse», «Per Uke».
fn is_place(words: &[Word<'_>], end: usize) -> bool {
    words.get(end + 1).is_some_and(|next| {
        next.is_beside
            && NO_SURNAMES.contains(&next.text.to_lowercase().as_str())
            && !matches!(next.text, "dag" | "gang" | "natt" | "kveld" | "post" | "helse")
    })
}
