//! The pages of this room that tests look at.

use crate::room::Sample;

pub const SAMPLES: &[Sample] = &[
    Sample::of("front nb", "/nb/"),
    Sample::of("front nn", "/nn/"),
    Sample::of("front se", "/se/"),
    Sample::of("front en", "/en/"),
    Sample::of("the front page of another day", "/nb/?per=2020-06-01"),
    Sample::of("404", "/nb/finnes-ikke").answering(404),
];
