//! Columns that are made of the numbers or stand beside them: running totals, means, goals, the year before.

use crate::clean::clean;

/// A column that is called so has other numbers than those of each period.
const BESIDE: [&str; 22] = [
    "hittil",
    "akk",
    "akkumulert",
    "akkumulerte",
    "kumulativ",
    "kumulativt",
    "kumulert",
    "cumulative",
    "ytd",
    "fjor",
    "fjoråret",
    "forrige",
    "førre",
    "mål",
    "måltall",
    "måltal",
    "target",
    "goal",
    "endring",
    "differanse",
    "budsjett",
    "prognose",
];

/// Of what is counted: no count either.
const MADE: [&str; 9] =
    ["snitt", "gjennomsnitt", "gjsnitt", "gj", "median", "mean", "average", "prosent", "andel"];

/// Does a heading say so, where the measure itself is not called that?
pub(super) fn is_beside(heading: &str, names: &[String], is_count: bool) -> bool {
    let own: Vec<String> = names.iter().flat_map(|name| words(name)).collect();
    let heading_words = words(heading);
    let says = |all: &[&str]| {
        heading_words.iter().any(|word| all.contains(&word.as_str()) && !own.contains(word))
    };
    let is_percent = heading.contains('%') && !names.iter().any(|name| name.contains('%'));
    says(&BESIDE) || is_count && (says(&MADE) || is_percent || is_rate(&heading_words, &own))
}

/// «per 1 000 døgn».
fn is_rate(heading: &[String], own: &[String]) -> bool {
    let is_per = |word: &String| matches!(word.as_str(), "per" | "pr");
    let is_number = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    heading.windows(2).any(|two| is_per(&two[0]) && is_number(&two[1])) && !own.iter().any(is_per)
}

/// Words in small letters, without the signs between them.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = clean(text).to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
