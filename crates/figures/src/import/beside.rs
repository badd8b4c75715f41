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
    let says = |all: &[&str]| says(heading, names, all);
    let is_percent = heading.contains('%') && !names.iter().any(|name| name.contains('%'));
    says(&BESIDE) || is_count && (says(&MADE) || is_percent || is_rate(heading, names))
}

/// A share is neither what is counted nor all that it is of.
const SHARES: [&str; 4] = ["prosent", "andel", "pst", "rate"];

/// What is beside those that are counted is not all of them: «Ja» and «Nei», «Dag» and «Natt».
const REST: [&str; 15] = [
    "nei", "no", "ikke", "ikkje", "not", "uten", "utan", "mangler", "manglar", "dag", "kveld",
    "natt", "menn", "kvinner", "avslag",
];

/// Does a heading say that its numbers are shares or rates, where the measure does not?
pub(super) fn is_share(heading: &str, names: &[String]) -> bool {
    says(heading, names, &SHARES) || heading.contains('%') || is_rate(heading, names)
}

/// Does it say that they are no whole that something can be a part of?
pub(super) fn is_no_whole(heading: &str, names: &[String]) -> bool {
    is_share(heading, names) || says(heading, names, &REST)
}

fn says(heading: &str, names: &[String], all: &[&str]) -> bool {
    let own: Vec<String> = names.iter().flat_map(|name| words(name)).collect();
    words(heading).iter().any(|word| all.contains(&word.as_str()) && !own.contains(word))
}

/// «per 1 000 døgn».
fn is_rate(heading: &str, names: &[String]) -> bool {
    let is_per = |word: &str| matches!(word, "per" | "pr");
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_own = names.iter().flat_map(|name| words(name)).any(|word| is_per(&word));
    let heading = words(heading);
    !is_own && heading.windows(2).any(|two| is_per(&two[0]) && is_number(&two[1]))
}

/// Words in small letters, without the signs between them.
pub(super) fn words(text: &str) -> Vec<String> {
    let lower = clean(text).to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
