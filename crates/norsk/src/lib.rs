//! Norwegian and Sámi text, and Norwegian numbers: pure functions, no I/O, no configuration.
//!
//! # Words
//!
//! - [`tidy`] brings a text to the same letters, whatever program wrote it.
//! - [`tokens`] cuts a text into words.
//! - [`normal`] and [`fold`] bring a word to one shape; [`spellings`] knows the Sámi letters' pairs.
//! - [`forms`] tells which words are forms of one word, in bokmål and nynorsk at once, and leads
//!   from one written language to the other.
//! - [`compound`] takes compounds apart, helped by the words of the texts at hand.
//! - [`meanings`] tells by which other words a dictionary explains a word.
//! - [`distance`] counts the wrong letters of a misspelling; [`Near`] does it for many words, and
//!   [`meant`] for those of the lexicon.
//! - [`is_common`] knows the words that say nothing, [`tells_little`] those that say not much; [`sort_key`]
//!   puts names in order.
//!
//! Together they answer why a search for «hjemmesykepleier» finds «heimesjukepleia», and one for
//! «fall» does not find «frafall»:
//!
//! ```
//! use norsk::compound::{Nothing, split};
//!
//! let keys = |word| -> Vec<String> {
//!     split(&norsk::normal(word), &Nothing).into_iter().map(|atom| atom.key).collect()
//! };
//! assert_eq!(keys("Hjemmetjenesten"), keys("heimetenesta"));
//! assert!(keys("frafall").is_empty());
//! ```
//!
//! # Numbers
//!
//! - [`identity`] finds what *looks like* a national identity number in free text; [`names`] full names.
//! - [`OrganisationNumber`], [`Isbn`], [`Issn`] and [`Doi`] parse, check and print theirs. They
//!   read ASCII digits only: a number in another script's digits is text, but for [`identity`].
//!
//! # What it is not
//!
//! No dictionary, no grammar and no translation. Stems and keys are for comparing, not for
//! showing. Where the rules are wrong about a word, the lexicon (`data/lexicon.txt`) is the place
//! to say so.

mod common;
pub mod compound;
mod doi;
mod fold;
pub mod forms;
pub mod identity;
mod isbn;
mod issn;
mod lexicon;
mod meanings;
mod meant;
pub mod names;
mod near;
mod ordbank;
mod organisation;
mod sort;
#[cfg(test)]
mod tests;
mod tidy;
pub mod tokens;

pub use common::{is_common, tells_little};
pub use doi::Doi;
pub use fold::{LONGEST, begins, fold, loose, normal, spellings};
pub use isbn::Isbn;
pub use issn::Issn;
pub use meanings::meanings;
pub use meant::meant;
pub use near::{Near, distance};
pub use organisation::OrganisationNumber;
pub use sort::sort_key;
pub use tidy::tidy;

/// Tells one edition of the shipped lexicon from another: what was worked out with one and kept is
/// outdated with the other.
pub fn edition() -> u64 {
    lexicon::edition()
}

/// The digits of `text` as numbers, or `None` when it is not exactly `N` ASCII digits once the
/// characters that `skipped` accepts are left out.
fn digits<const N: usize>(text: &str, skipped: impl Fn(char) -> bool) -> Option<[u8; N]> {
    let mut out = [0; N];
    let mut n = 0;
    for c in text.chars().filter(|c| !skipped(*c)) {
        let place = out.get_mut(n)?;
        *place = u8::try_from(c.to_digit(10)?).ok()?;
        n += 1;
    }
    (n == N).then_some(out)
}

/// Σ weight · digit: the sum that every check digit here starts from.
fn weighted(weights: &[u32], digits: &[u8]) -> u32 {
    weights.iter().zip(digits).map(|(weight, digit)| weight * u32::from(*digit)).sum()
}
