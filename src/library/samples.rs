//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("start", "/nb/verktoy/e2e-sjekkliste/kom-i-gang"),
    Sample::of("start untold", "/nn/opplaeringspakker/e2e-pakke/kom-i-gang"),
    Sample::of("versions", "/nb/publikasjoner/e2e-i-tre-utgaver/versjoner"),
    Sample::of("version", "/nb/publikasjoner/e2e-i-tre-utgaver/versjoner/2"),
    Sample::of("version in english", "/en/publikasjoner/e2e-i-tre-utgaver/versjoner/3"),
];
