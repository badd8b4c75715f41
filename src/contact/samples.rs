//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("contact", "/nb/prosjekter/e2e-rolige-maltider/kontakt"),
    Sample::of("contact with faults", "/nb/prosjekter/e2e-rolige-maltider/kontakt")
        .answering(422)
        .sent(&[("epost", "ikke en adresse")]),
    Sample::of("contact sent", "/nb/prosjekter/e2e-rolige-maltider/kontakt/sendt"),
    Sample::of("centre contact", "/nb/sentre/usht-hedmark/kontakt"),
    Sample::of("403", "/nb/prosjekter/e2e-rolige-maltider/kontakt")
        .answering(403)
        .sent_from_elsewhere(),
];
