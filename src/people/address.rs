//! An e-mail address, as it is compared and kept.

use std::fmt;

use crate::mail;

/// One that a letter can be sent to, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    pub fn parse(raw: &str) -> Option<Self> {
        mail::address(&norsk::tidy(raw).trim().to_lowercase()).ok().map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
