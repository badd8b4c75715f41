//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("tip", "/nb/tips?side=prosjekter%2Fe2e-rolige-maltider"),
    Sample::of("tip with faults", "/nb/tips?side=prosjekter%2Fe2e-rolige-maltider")
        .answering(422)
        .sent(&[("til", "a@x.example, b@x.example"), ("melding", "www.x.example")]),
    Sample::of("tip sent", "/nb/tips/sendt?side=prosjekter%2Fe2e-rolige-maltider"),
];
