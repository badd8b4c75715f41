//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("in use", "/nb/prosjekter/e2e-rolige-maltider/i-bruk"),
    Sample::of("taken into use", "/nb/tatt-i-bruk"),
    Sample::of("taken into use near by", "/nb/tatt-i-bruk?kommune=3403"),
];
