//! An e-mail address, as it is compared and kept.

use std::fmt;

use crate::mail::is_address;

/// One that a letter can be sent to, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    pub fn parse(raw: &str) -> Option<Self> {
        let address = raw.trim().to_lowercase();
        is_address(&address).then_some(Self(address))
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
