//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("following", "/nb/folg"),
    Sample::of("following a search", "/nb/folg?side=sok&q=måltid"),
    Sample::of("following by e-mail", "/nb/folg/epost?side=alt"),
    Sample::of("following by e-mail with faults", "/nn/folg/epost?side=alt")
        .answering(422)
        .sent(&[("epost", "ola")]),
    Sample::of("code to follow", "/nb/folg/epost/kode"),
    Sample::of("code to follow with faults", "/nb/folg/epost/kode")
        .answering(422)
        .sent(&[("kode", "12")]),
];
