//! Finds what looks like a Norwegian national identity number in free text.
//!
//! A hit means *looks like*, never *is*: see [the chances](#chance-hits). Nothing here tells whose
//! number it is, and a caller should neither store nor log what was found.
//!
//! # What is looked for
//!
//! Eleven digits of which both check sums hold, in whatever letters and with whatever between them:
//!
//! - digits of other alphabets and full-width ones, HTML entities (`&#48;`) and percent-encoding
//!   (`%30`) are the digits that they are read as;
//! - what is not seen (soft hyphens, joiners, marks of direction), marks of Markdown (`**`) and tags
//!   between two digits are nothing;
//! - spaces of any kind, one line break, dashes, full stops, slashes and a few other signs, at most
//!   three, may stand between the groups of a number. Which groups, [`found`] says.
//!
//! The first six can be one of these:
//!
//! | number | first six digits |
//! |---|---|
//! | birth number | day, month, year |
//! | D-number (people without a birth number) | day + 40, month, year |
//! | synthetic (test people) | month + 65 or + 80, of either kind above |
//! | H-number (given by a hospital), also synthetic | month + 40, of either kind above |
//! | FH-number (shared by hospitals) | anything that starts with 8 or 9 |
//!
//! What is plainly another thing is passed by: an account number in its own groups (`1234.56.12345`),
//! the parts of a DOI, identifiers such as UUIDs and digests, numbers in two cells of a table. Only a date
//! in one cell or line of a list and five digits in the next are one number, when both check sums are 0
//! and it is no FH-number: one in four hundred of such neighbours by chance.
//!
//! # The check sums
//!
//! The tax authority's rule for numbers given both before and after 2032: with
//! `r1 = (Σ k1·d + d10) mod 11`, `k1 = 3 7 6 1 8 9 4 5 2`, and `r2 = (Σ k2·d + d11) mod 11`,
//! `k2 = 5 4 3 2 7 6 5 4 3 2`, a number holds when `r1` is 0, 1, 2 or 3 and `r2` is 0. (Before 2032
//! both are 0; after, the century and the sex can no longer be read from the number.)
//! Since no century is known, 29 February exists in each year that four divides.
//!
//! Sources: Skatteetaten, *Personal identification number*,
//! <https://www.skatteetaten.no/en/deling/opplysninger/folkeregisteropplysninger/pid/>, and the
//! validator and the list of sample numbers beside the documentation of its interface,
//! <https://github.com/Skatteetaten/folkeregisteret-api-dokumentasjon>
//! (`docs/dokumenter/foedselsEllerDNummerValidator`). H- and FH-numbers: the kinds told apart by
//! <https://github.com/mikaello/norwegian-national-id-validator>. Month + 65: the test people of Norsk
//! helsenett.
//!
//! # Chance hits
//!
//! Measured over a million random strings of eleven digits (the test `chance_hits` holds them):
//! 0.24 % hit as a birth number or D-number, 0.48 % as a synthetic one, 0.24 % as an H-number and
//! 0.67 % as an FH-number: 1.6 % in all. Bank account numbers end in a digit of the same `k2`, so
//! about 18 % of random valid ones hit when they are written without their groups, most of them as
//! FH-numbers (2.6 % as a birth number or a D-number). Show "looks like a …", and let the writer judge.

use std::ops::Range;

use crate::weighted;

mod groups;
mod read;
mod split;
mod token;

use groups::number_at;
use read::{Gap, Run};
use split::number_of;

/// Of a number.
const DIGITS: usize = 11;

const K1: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const K2: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// Something in a text that looks like an identity number.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// From its first digit to its last, with what stands between them.
    pub range: Range<usize>,
    /// What each digit is written with, one byte or more.
    pub parts: Vec<Range<usize>>,
    /// Its eleven digits, however they are written.
    pub digits: String,
}

/// Never the number: what is printed may be kept.
impl std::fmt::Debug for Found {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Found").field("range", &self.range).finish_non_exhaustive()
    }
}

/// What looks like identity numbers in `text`, in order and apart.
///
/// A number may be parted in groups:
///
/// - between its sixth and seventh digit and anywhere else, when some group of it has five digits or
///   more (`010101 12345`, `01.01.01-12345`); so it is found among other numbers too;
/// - after a date with the whole year (`01.01.1901 12345`);
/// - anywhere, with the same sign each time, when no other number stands beside it, parted by that sign
///   (`010 101 123 45`, or a line break). A comma or a colon parts no such groups, none but the last is of
///   one digit unless all are, and what stands there does not begin with a date of a whole year.
///
/// ```
/// // A synthetic number from the tax authority's own list of samples.
/// let found = norsk::identity::found("Født 30.90.82&nbsp;-&nbsp;**99902**");
/// assert_eq!(found[0].digits, "30908299902");
/// assert_eq!(found[0].parts.len(), 11);
/// ```
pub fn found(text: &str) -> Vec<Found> {
    let mut found = numbers(text, false);
    // `100%30…` may be read in two ways, and a number may stand in either.
    if text.contains('%') {
        let plain = found.len();
        for other in numbers(text, true) {
            let is_apart = |one: &Found| {
                one.range.end <= other.range.start || other.range.end <= one.range.start
            };
            if found[..plain].iter().all(is_apart) {
                found.push(other);
            }
        }
        found.sort_by_key(|one| one.range.start);
    }
    found
}

fn numbers(text: &str, is_encoded: bool) -> Vec<Found> {
    // Most texts hold too few digits for one, and each digit, however it is written, has one of these in it.
    if !has_enough(text) {
        return Vec::new();
    }
    let runs = read::runs(text, is_encoded);
    let mut found = Vec::new();
    let mut chains = chains(&runs).peekable();
    while let Some(chain) = chains.next() {
        let mut at = 0;
        while at < chain.len() {
            let Some((end, digits)) = number_at(chain, at) else {
                at += 1;
                continue;
            };
            found.extend(Found::of(&chain[at..end], &[], digits));
            at = end;
        }
        let two = chains.peek().and_then(|next| Some((*next, number_of(text, chain, next)?)));
        if let Some((next, digits)) = two {
            found.extend(Found::of(chain, next, digits));
            chains.next();
        }
    }
    found
}

/// Digits of other alphabets are counted only where there is a letter of one.
fn has_enough(text: &str) -> bool {
    let plain = text.bytes().filter(u8::is_ascii_digit).count();
    let of_all = || text.chars().filter(|c| token::is_digit(*c)).take(DIGITS).count();
    plain >= DIGITS || (text.bytes().any(|byte| byte >= token::FOREIGN) && of_all() >= DIGITS)
}

impl Found {
    fn of(runs: &[Run], more: &[Run], digits: [u8; 11]) -> Option<Self> {
        let runs = runs.iter().chain(more);
        let parts: Vec<Range<usize>> = runs.flat_map(|run| run.parts.iter().cloned()).collect();
        let range = parts.first()?.start..parts.last()?.end;
        let digits = digits.map(|digit| char::from(b'0' + digit)).iter().collect();
        Some(Self { range, parts, digits })
    }
}

/// Runs that stand together: what may be one number, and its neighbours.
fn chains(runs: &[Run]) -> impl Iterator<Item = &[Run]> {
    runs.chunk_by(|_, next| next.gap != Gap::Broken)
}

/// The byte ranges of `text` that look like identity numbers, in order; what stands between the digits
/// is part of the range.
///
/// ```
/// // Two synthetic numbers from the tax authority's own list of samples.
/// let text = "Ring 308 først (309082 99902 eller 03851598730).";
/// let found: Vec<&str> =
///     norsk::identity::look_alikes(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(found, ["309082 99902", "03851598730"]);
/// assert!(norsk::identity::look_alikes("Telefon 00 00 00 00, ISBN 978-82-02-00000-0").is_empty());
/// ```
pub fn look_alikes(text: &str) -> Vec<Range<usize>> {
    found(text).into_iter().map(|found| found.range).collect()
}

/// The text with `mask` in place of each digit of what looks like a number; nothing when there is
/// nothing to mask. Those that `spares` knows, by their eleven digits, stay.
///
/// ```
/// let masked = norsk::identity::masked("Født 309082-99902.", '•', |_| false);
/// assert_eq!(masked.as_deref(), Some("Født ••••••-•••••."));
/// ```
pub fn masked(text: &str, mask: char, mut spares: impl FnMut(&str) -> bool) -> Option<String> {
    let mut all = found(text);
    all.retain(|found| !spares(&found.digits));
    if all.is_empty() {
        return None;
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for part in all.into_iter().flat_map(|found| found.parts) {
        out.push_str(&text[at..part.start]);
        out.push(mask);
        at = part.end;
    }
    out.push_str(&text[at..]);
    Some(out)
}

/// Whether eleven digit values (0–9, in reading order) look like an identity number.
///
/// ```
/// assert!(norsk::identity::looks_like([4, 1, 8, 1, 9, 0, 7, 7, 9, 0, 6]));
/// assert!(!norsk::identity::looks_like([4, 1, 8, 1, 9, 0, 7, 7, 9, 0, 7]));
/// ```
pub fn looks_like(digits: [u8; 11]) -> bool {
    let r1 = (weighted(&K1, &digits) + u32::from(digits[9])) % 11;
    let r2 = (weighted(&K2, &digits) + u32::from(digits[10])) % 11;
    r1 <= 3 && r2 == 0 && (matches!(digits[0], 8 | 9) || has_date(digits))
}

/// Whether the first six digits are a date in any of the disguises of the module's table.
fn has_date(digits: [u8; 11]) -> bool {
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    let day = match pair(0) {
        d @ 41..=71 => d - 40,
        d => d,
    };
    let month = match pair(2) {
        m @ 81..=92 => m - 80,
        m @ 66..=77 => m - 65,
        m @ 41..=52 => m - 40,
        m => m,
    };
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if pair(4) % 4 == 0 => 29,
        2 => 28,
        _ => 0,
    };
    (1..=last).contains(&day)
}
