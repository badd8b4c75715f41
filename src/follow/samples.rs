//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("following", "/nb/folg"),
    Sample::of("following a search", "/nb/folg?side=sok&q=måltid"),
];
