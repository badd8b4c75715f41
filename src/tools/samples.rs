//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("tools", "/nb/verktoy"),
    Sample::of("tool", "/nb/verktoy/e2e-sjekkliste"),
    Sample::of("tool in english", "/en/verktoy/e2e-sjekkliste"),
];
