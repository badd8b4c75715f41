//! Small truths about Norwegian text and numbers, with no dependency and no configuration.
//!
//! - [`identity`] finds what *looks like* a national identity number in free text.
//! - [`OrganisationNumber`], [`Isbn`] and [`Issn`] parse, check and print their numbers.
//!
//! Everything here reads ASCII digits only: a number in another script's digits is text.

pub mod identity;
mod isbn;
mod issn;
mod organisation;
#[cfg(test)]
mod tests;

pub use isbn::Isbn;
pub use issn::Issn;
pub use organisation::OrganisationNumber;

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
