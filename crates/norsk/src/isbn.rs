//! Numbers of books.

use std::fmt;
use std::str::FromStr;

use crate::digits;

/// An ISBN of ten or thirteen places, kept as thirteen.
///
/// ISBN-13: the digits weighted 1 and 3 by turns add up to a multiple of 10, after the prefix 978
/// or 979. ISBN-10: the places weighted 10 down to 1 add up to a multiple of 11, where the last
/// may be X for ten. Source: International ISBN Agency, *ISBN Users' Manual*, seventh edition
/// (2017), section 5 and appendix 1. Where the hyphens belong depends on the agency's list of
/// ranges, so none are printed.
///
/// ```
/// use norsk::Isbn;
///
/// let isbn: Isbn = "0-306-40615-2".parse().unwrap();
/// assert_eq!(isbn.to_string(), "9780306406157");
/// assert_eq!("978-0-306-40615-7".parse(), Ok(isbn));
/// assert!("978-0-306-40615-8".parse::<Isbn>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Isbn([u8; 13]);

/// What was given is not an ISBN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnIsbn;

/// Takes ten or thirteen places with or without spaces and hyphens between them.
impl FromStr for Isbn {
    type Err = NotAnIsbn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        thirteen(text).or_else(|| ten(text)).map(Self).ok_or(NotAnIsbn)
    }
}

fn between(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

fn thirteen(text: &str) -> Option<[u8; 13]> {
    let all: [u8; 13] = digits(text, between)?;
    let bookland = matches!(all, [9, 7, 8 | 9, ..]);
    (bookland && check(&all[..12]) == all[12]).then_some(all)
}

fn ten(text: &str) -> Option<[u8; 13]> {
    let text = text.trim_end();
    let (front, last) = text.char_indices().next_back().map(|(at, c)| (&text[..at], c))?;
    let nine: [u8; 9] = digits(front, between)?;
    let last = if matches!(last, 'X' | 'x') { 10 } else { last.to_digit(10)? };
    let sum: u32 = (2..=10).rev().zip(nine).map(|(weight, d)| weight * u32::from(d)).sum();
    if !(sum + last).is_multiple_of(11) {
        return None;
    }
    let mut all = [9, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    all[3..12].copy_from_slice(&nine);
    all[12] = check(&all[..12]);
    Some(all)
}

/// The check digit that follows twelve digits.
fn check(twelve: &[u8]) -> u8 {
    let sum: u8 =
        twelve.iter().zip([1, 3].into_iter().cycle()).map(|(d, weight)| d * weight % 10).sum();
    (10 - sum % 10) % 10
}

impl fmt::Display for Isbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|digit| write!(f, "{digit}"))
    }
}

impl fmt::Display for NotAnIsbn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an ISBN is ten or thirteen digits, the last of them a check digit")
    }
}

impl std::error::Error for NotAnIsbn {}
