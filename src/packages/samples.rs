//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("packages", "/nn/opplaeringspakker"),
    Sample::of("package", "/nn/opplaeringspakker/e2e-pakke"),
];
