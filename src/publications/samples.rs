//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("publications", "/nb/publikasjoner"),
    Sample::of("publication", "/nb/publikasjoner/e2e-rapport"),
    Sample::of("publication whole", "/nb/publikasjoner/e2e-rapport?vis=hele"),
    Sample::of("publication chapter", "/nb/publikasjoner/e2e-veileder/metode"),
    Sample::of("publication with chapters", "/nb/publikasjoner/e2e-veileder"),
    Sample::of("publication as it was", "/nb/publikasjoner/e2e-i-tre-utgaver?per=2017-01-01"),
    Sample::of("publication before it was", "/nb/publikasjoner/e2e-i-tre-utgaver?per=2010-01-01")
        .answering(404),
];
