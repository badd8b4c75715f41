//! The pages of this room that tests look at without logging in: all say that there is nothing to show.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("second step", "/nb/logg-inn/trinn-to"),
    Sample::of("second step with faults", "/nn/logg-inn/trinn-to")
        .answering(422)
        .sent(&[("kode", "12")]),
    Sample::of("passkey out of time", "/nb/logg-inn/trinn-to/nokkel").answering(422).sent(&[]),
    Sample::of("passkey with faults", "/nb/logg-inn/trinn-to/nokkel/svar")
        .answering(422)
        .sent(&[("svar", "{}")]),
];
