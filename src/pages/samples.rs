//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[Sample::of("page", "/nb/sider/e2e-om-prosjektarbeid")];
