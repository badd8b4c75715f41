//! Numbers of journals and series.

use std::fmt;
use std::str::FromStr;

/// An ISSN: seven digits and a check character.
///
/// The digits weighted 8 down to 2, and the check character weighted 1, add up to a multiple of
/// 11; X stands for ten. Source: ISSN International Centre, *ISSN Manual*, section on the check
/// digit (ISO 3297).
///
/// ```
/// use norsk::Issn;
///
/// let issn: Issn = "03785955".parse().unwrap();
/// assert_eq!(issn.to_string(), "0378-5955");
/// assert_eq!("ISSN 0378-5955".parse(), Ok(issn));
/// assert!("0378-5954".parse::<Issn>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Issn([u8; 8]);

/// What was given is not an ISSN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnIssn;

/// Takes eight places with or without a hyphen in the middle, and with or without `ISSN` before.
impl FromStr for Issn {
    type Err = NotAnIssn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let bare = text.get(..4).filter(|head| head.eq_ignore_ascii_case("issn"));
        let text = bare.map_or(text, |_| text[4..].trim_start_matches([':', ' ', '\u{a0}']));
        let mut places = [0; 8];
        let mut n = 0;
        for (at, c) in text.chars().enumerate() {
            if at == 4 && matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}') {
                continue;
            }
            let value = match c {
                '0'..='9' => u8::try_from(u32::from(c) - u32::from('0')).map_err(|_| NotAnIssn)?,
                'X' | 'x' if n == 7 => 10,
                _ => return Err(NotAnIssn),
            };
            *places.get_mut(n).ok_or(NotAnIssn)? = value;
            n += 1;
        }
        let sum: u32 = (1..=8).rev().zip(places).map(|(weight, d)| weight * u32::from(d)).sum();
        if n == 8 && sum.is_multiple_of(11) { Ok(Self(places)) } else { Err(NotAnIssn) }
    }
}

/// In two groups of four with a hyphen between.
impl fmt::Display for Issn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, place) in self.0.iter().enumerate() {
            if at == 4 {
                f.write_str("-")?;
            }
            if *place == 10 { f.write_str("X")? } else { write!(f, "{place}")? }
        }
        Ok(())
    }
}

impl fmt::Display for NotAnIssn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an ISSN is eight places, the last of them a check digit, as in 0378-5955")
    }
}

impl std::error::Error for NotAnIssn {}
