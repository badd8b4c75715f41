//! The endings that the last word of a passage may have when it is struck in its forms too: the
//! genitive, and the definite forms of bokmål and nynorsk.

const DEFINITE: [&str; 5] = ["en", "et", "a", "ene", "ane"];
/// After a word that ends in `e`.
const AFTER_E: [&str; 3] = ["n", "t", "ne"];

/// Each as its letters.
pub(super) fn endings_of(word: &[char]) -> Vec<Vec<char>> {
    let mut definite: Vec<String> = DEFINITE.map(str::to_owned).to_vec();
    if word.ends_with(&['e']) {
        definite.extend(AFTER_E.map(str::to_owned));
    }
    // No word ends in two m: «sykehjem», «sykehjemmet».
    if word.ends_with(&['m']) {
        definite.extend(DEFINITE.map(|ending| format!("m{ending}")));
    }
    let genitive: Vec<String> = definite.iter().map(|ending| format!("{ending}s")).collect();
    let all = definite.into_iter().chain(genitive).chain(["s".to_owned()]);
    all.map(|ending| ending.chars().collect()).collect()
}
