//! Numbers of series and journals.

use std::fmt;
use std::str::FromStr;

use crate::digits;

/// An ISSN of eight places.
///
/// The first seven weighted 8 down to 2, and the check digit, add up to a multiple of 11; the
/// check digit may be X for ten. Source: ISO 3297:2022, annex A.
///
/// ```
/// use norsk::Issn;
///
/// let issn: Issn = "0317-8471".parse().unwrap();
/// assert_eq!(issn.to_string(), "0317-8471");
/// assert_eq!("2434-561x".parse::<Issn>().unwrap().to_string(), "2434-561X");
/// assert!("0317-8472".parse::<Issn>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Issn([u8; 8]);

/// What was given is not an ISSN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnIssn;

/// Takes eight places with or without a hyphen or space in the middle.
impl FromStr for Issn {
    type Err = NotAnIssn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text.trim()).map(Self).ok_or(NotAnIssn)
    }
}

fn parse(text: &str) -> Option<[u8; 8]> {
    let (front, last) = text.char_indices().next_back().map(|(at, c)| (&text[..at], c))?;
    let between =
        |c: char| matches!(c, ' ' | '\u{a0}' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}');
    let seven: [u8; 7] = digits(front, between)?;
    let last =
        if matches!(last, 'X' | 'x') { 10 } else { u8::try_from(last.to_digit(10)?).ok()? };
    let sum = crate::weighted(&[8, 7, 6, 5, 4, 3, 2], &seven) + u32::from(last);
    if !sum.is_multiple_of(11) {
        return None;
    }
    let mut all = [0; 8];
    all[..7].copy_from_slice(&seven);
    all[7] = last;
    Some(all)
}

impl fmt::Display for Issn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, digit) in self.0.iter().enumerate() {
            match (at, digit) {
                (4, digit) => write!(f, "-{digit}")?,
                (_, 10) => f.write_str("X")?,
                (_, digit) => write!(f, "{digit}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for NotAnIssn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an ISSN is eight digits, the last of them a check digit")
    }
}

impl std::error::Error for NotAnIssn {}
