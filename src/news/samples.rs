//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("news", "/nb/nyheter"),
    Sample::of("news item", "/nb/nyheter/e2e-samling-i-mars"),
    Sample::of("news archived", "/nb/nyheter/e2e-arkivert-nyhet"),
    Sample::of("news with history", "/nb/nyheter?arkiv=1"),
];
