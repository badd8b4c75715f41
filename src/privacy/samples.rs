//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[Sample::of("what is kept", "/nb/lagring")];
