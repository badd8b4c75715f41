//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("print view", "/nb/publikasjoner/e2e-rapport/utskrift"),
    Sample::of("print view of a project", "/en/prosjekter/e2e-rolige-maltider/utskrift"),
    Sample::of(
        "print view with nothing ticked",
        "/nb/prosjekter/e2e-rolige-maltider/utskrift?valg=1",
    )
    .answering(422),
    Sample::of("booklet", "/nb/hefte?fra=prosjekter"),
    Sample::of("where to begin a booklet", "/nb/hefte"),
    Sample::of("booklet with faults", "/nn/hefte")
        .answering(422)
        .sent(&[("adresse", "?fra=prosjekter"), ("tittel", "")]),
];
