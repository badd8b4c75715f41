//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("log-in", "/nb/logg-inn"),
    Sample::of("log-in with faults", "/nn/logg-inn").answering(422).sent(&[("epost", "ola")]),
    Sample::of("code", "/nb/logg-inn/kode"),
    Sample::of("code with faults", "/nb/logg-inn/kode").answering(422).sent(&[("kode", "12")]),
];
