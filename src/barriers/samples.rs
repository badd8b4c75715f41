//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("barrier report", "/nb/meld-hinder?side=prosjekter"),
    Sample::of("barrier report with faults", "/nn/meld-hinder")
        .answering(422)
        .sent(&[("epost", "ikke en adresse")]),
    Sample::of("barrier report sent", "/nb/meld-hinder/sendt"),
];
