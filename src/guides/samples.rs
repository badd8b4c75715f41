//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("guides", "/nb/veiledning"),
    Sample::of("guide to writing", "/nb/veiledning/skrive"),
    Sample::of("guide to leading", "/nb/veiledning/lede-et-senter"),
    Sample::of("guide in English", "/en/veiledning/logge-inn"),
];
