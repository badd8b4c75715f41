//! Numbers of Norwegian organisations, as Enhetsregisteret gives them.

use std::fmt;
use std::str::FromStr;

use crate::{digits, weighted};

/// Weights of the first eight digits.
const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];

/// Nine digits of which the last is a check digit.
///
/// The rule: the check digit is `11 − (Σ weight · digit mod 11)` with the weights
/// `3 2 7 6 5 4 3 2`; a remainder of 0 gives 0, and with a remainder of 1 there is no such number.
/// Source: Brønnøysundregistrene, *About the organisation number*,
/// <http://www.brreg.no/english/coordination/number.html>. That the number is in use only the
/// register knows.
///
/// ```
/// use norsk::OrganisationNumber;
///
/// let number: OrganisationNumber = "123 456 785".parse().unwrap(); // the register's own example
/// assert_eq!(number.as_str(), "123456785");
/// assert_eq!(number.to_string(), "123\u{a0}456\u{a0}785");
/// assert!("123456786".parse::<OrganisationNumber>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganisationNumber([u8; 9]);

/// What was given is not an organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOrganisationNumber;

impl OrganisationNumber {
    /// The nine digits with nothing between them.
    pub fn as_str(&self) -> &str {
        // Only ASCII digits ever get in; the empty string is out of reach.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Takes the nine digits with or without spaces (also non-breaking ones) between them.
impl FromStr for OrganisationNumber {
    type Err = NotAnOrganisationNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits: [u8; 9] =
            digits(text, |c| matches!(c, ' ' | '\u{a0}')).ok_or(NotAnOrganisationNumber)?;
        let expected = match weighted(&WEIGHTS, &digits) % 11 {
            0 => 0,
            rest => 11 - rest,
        };
        // A remainder of 1 expects 10, which no digit is.
        if u32::from(digits[8]) == expected {
            Ok(Self(digits.map(|digit| digit + b'0')))
        } else {
            Err(NotAnOrganisationNumber)
        }
    }
}

/// In groups of three, parted by non-breaking spaces, as it is read aloud.
impl fmt::Display for OrganisationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.as_str();
        write!(f, "{}\u{a0}{}\u{a0}{}", &all[..3], &all[3..6], &all[6..])
    }
}

impl fmt::Display for NotAnOrganisationNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an organisation number is nine digits, the last of them a check digit")
    }
}

impl std::error::Error for NotAnOrganisationNumber {}
