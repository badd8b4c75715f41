//! Finds what looks like a Norwegian national identity number in free text.
//!
//! A hit means *looks like*, never *is*: see [the chances](#chance-hits). Nothing here tells whose
//! number it is, and a caller should neither store nor log what was found.
//!
//! # What is looked for
//!
//! Eleven digits in a row, or six and five with one space, full stop, hyphen or non-breaking space
//! between them, with no digit right before or after. They are a hit when both check sums hold and
//! the first six can be one of these:
//!
//! | number | first six digits |
//! |---|---|
//! | birth number | day, month, year |
//! | D-number (people without a birth number) | day + 40, month, year |
//! | synthetic (the tax authority's test people) | month + 80, of either kind above |
//! | H-number (given by a hospital) | month + 40, of either kind above |
//! | FH-number (shared by hospitals) | anything that starts with 8 or 9 |
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
//! <https://github.com/mikaello/norwegian-national-id-validator>.
//!
//! # Chance hits
//!
//! Measured over a million random strings of eleven digits (the test `chance_hits` holds them):
//! 0.24 % hit as a birth number or D-number, 0.24 % as a synthetic one, 0.24 % as an H-number and
//! 0.67 % as an FH-number: 1.4 % in all. Bank account numbers end in a digit of the same `k2`, so
//! about 15 % of random valid ones hit, most of them as FH-numbers (2.6 % as a birth number or a
//! D-number). Show "looks like a …", and let the writer judge.

use std::ops::Range;

use crate::weighted;

const K1: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const K2: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// The byte ranges of `text` that look like identity numbers, in order; a separator inside is part
/// of the range.
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
    let runs = digit_runs(text);
    let mut found = Vec::new();
    for (i, run) in runs.iter().enumerate() {
        match run.len() {
            11 => found.extend(hit(text, run.clone(), run.end..run.end)),
            6 => {
                if let Some(next) = runs.get(i + 1)
                    && next.len() == 5
                    && matches!(&text[run.end..next.start], " " | "." | "-" | "\u{a0}")
                {
                    found.extend(hit(text, run.clone(), next.clone()));
                }
            }
            _ => {}
        }
    }
    found
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

/// Every longest run of ASCII digits.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if length > 0 {
            runs.push(at..at + length);
        }
        at += length.max(1);
    }
    runs
}

/// The range from the start of `first` to the end of `rest` when the digits of both are a hit.
fn hit(text: &str, first: Range<usize>, rest: Range<usize>) -> Option<Range<usize>> {
    let mut digits = [0; 11];
    let written = text[first.clone()].bytes().chain(text[rest.clone()].bytes());
    for (digit, byte) in digits.iter_mut().zip(written) {
        *digit = byte.wrapping_sub(b'0');
    }
    looks_like(digits).then_some(first.start..rest.end)
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
