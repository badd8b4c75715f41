//! What a sentence, a date or a number can be given. Templates hand over borrowed values, often
//! through more than one `&`, and code hands over owned ones: each type takes both.

use std::borrow::Cow;

use fluent_templates::fluent_bundle::FluentValue;
use time::{Date, OffsetDateTime};

use super::Lang;

/// A value to fill into a sentence. Text goes in as it is, a number with the language's grouping
/// of thousands: give a year as text.
#[derive(Clone, Debug)]
pub struct Arg<'a>(pub(super) FluentValue<'a>);

/// A whole number.
#[derive(Clone, Copy, Debug)]
pub struct WholeNumber(pub(super) i64);

/// A day of the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Day(pub(super) Date);

/// A point in time.
#[derive(Clone, Copy, Debug)]
pub struct Instant(pub(super) OffsetDateTime);

macro_rules! from_copies {
    ($($given:ty => $made:ty: $how:expr;)+) => {$(
        impl From<$given> for $made {
            fn from(given: $given) -> Self {
                let how: fn($given) -> Self = $how;
                how(given)
            }
        }
        impl From<&$given> for $made {
            fn from(given: &$given) -> Self {
                Self::from(*given)
            }
        }
        impl From<&&$given> for $made {
            fn from(given: &&$given) -> Self {
                Self::from(**given)
            }
        }
        impl From<&&&$given> for $made {
            fn from(given: &&&$given) -> Self {
                Self::from(***given)
            }
        }
    )+};
}
from_copies! {
    i64 => WholeNumber: WholeNumber;
    i32 => WholeNumber: |n| WholeNumber(n.into());
    u32 => WholeNumber: |n| WholeNumber(n.into());
    u16 => WholeNumber: |n| WholeNumber(n.into());
    u8 => WholeNumber: |n| WholeNumber(n.into());
    // No count of ours comes near 2⁶³.
    u64 => WholeNumber: |n| WholeNumber(i64::try_from(n).unwrap_or(i64::MAX));
    usize => WholeNumber: |n| WholeNumber(i64::try_from(n).unwrap_or(i64::MAX));
    i64 => Arg<'_>: |n| Arg(n.into());
    i32 => Arg<'_>: |n| Arg(n.into());
    u32 => Arg<'_>: |n| Arg(n.into());
    u16 => Arg<'_>: |n| Arg(n.into());
    u8 => Arg<'_>: |n| Arg(n.into());
    u64 => Arg<'_>: |n| Arg(n.into());
    usize => Arg<'_>: |n| Arg(n.into());
    Date => Day: Day;
    OffsetDateTime => Instant: Instant;
}

impl From<&Lang> for Lang {
    fn from(lang: &Lang) -> Self {
        *lang
    }
}

impl From<&&Lang> for Lang {
    fn from(lang: &&Lang) -> Self {
        **lang
    }
}

macro_rules! from_texts {
    ($($given:ty),+) => {$(
        impl<'a> From<$given> for Arg<'a> {
            fn from(text: $given) -> Self {
                let text: &'a str = text;
                Self(FluentValue::String(Cow::Borrowed(text)))
            }
        }
    )+};
}
from_texts!(&'a str, &'a &str, &'a &&str, &'a String, &'a &String, &'a &&String, &'a Cow<'_, str>);

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self(FluentValue::String(Cow::Owned(text)))
    }
}
