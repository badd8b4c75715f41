//! What is asked of people: one description of fields, one parser, one renderer, and faults by path.
//!
//! A [`Form`] is plain data: a room builds it in code, or reads it from a row (`serde`). The way of
//! what somebody types:
//!
//! 1. [`Filled::receive`] reads the body, up to the form's limit, and loses nothing of what it read. Of
//!    what comes after the limit it keeps what is short, so that one field does not cost the others. A
//!    button may have asked for a row more, or less: then the form is only shown again.
//! 2. [`Filled::read`] makes the value (JSON), and says by path all that is wrong.
//! 3. [`View`] shows the form again, with what was typed and what is wrong.
//!
//! [`Filled::of`] is the way back: stored facts as somebody would have typed them.

mod check;
mod field;
mod kinds;
mod known;
mod mask;
mod multipart;
mod path;
mod prefill;
mod read;
mod receive;
mod rest;
mod rows;
mod shown;
mod spare;
mod submitted;
#[cfg(test)]
mod tests;
mod values;
mod view;
mod wording;

pub use field::{Condition, Field, Form, Need, Rule, WHOLE};
pub use kinds::{Alternative, FieldKind, Format, alternatives};
pub use known::{Register, RegisterNames};
pub use mask::{MASKED, masked};
pub use prefill::says_nothing;
pub use read::{Filled, NO_FIELD, NOT_ASKED, PROOF, TOO_MANY, TWICE};
pub use receive::{BROKEN_OFF, NO_FORM, TOO_LARGE};
pub use spare::{SaidOfNumbers, Spare, reason_of_number};
pub use submitted::{Submitted, Upload};
pub use view::{Control, FieldView, Summary, View, in_field};
pub use wording::Wording;
