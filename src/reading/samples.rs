//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] =
    &[Sample::of("charts", "/nb/diagrammer"), Sample::of("charts en", "/en/diagrammer")];
