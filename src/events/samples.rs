//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("events", "/nb/arrangementer"),
    Sample::of("events past", "/nb/arrangementer?tid=tidligere"),
    Sample::of("event", "/nb/arrangementer/e2e-nettmote"),
];
