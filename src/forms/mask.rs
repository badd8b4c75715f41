//! What looks like an identity number is masked before anything is kept of what somebody typed.

use super::{Form, PROOF, Submitted};
use crate::text::{Fault, IDENTITY, Numbers};

/// Something in a field was masked, and can be written another way.
pub const MASKED: &str = "forms-fault-masked";

/// Stands for each digit.
pub(super) const DOT: char = '•';

impl Submitted {
    /// Masks what looks like an identity number, wherever it was typed. Tells the names of the inputs.
    pub fn mask(&mut self) -> Vec<String> {
        self.mask_but(|_, _| false)
    }

    /// The same but for what `spares` says is none, by the name of the input and the eleven digits,
    /// however they are written.
    pub fn mask_but(&mut self, mut spares: impl FnMut(&str, &str) -> bool) -> Vec<String> {
        let mut places = Vec::new();
        for (name, value) in self.values_mut() {
            // Ours, and no text.
            if name == PROOF {
                continue;
            }
            let Some(masked) = masked_but(value, |digits| spares(name, digits)) else { continue };
            *value = masked;
            if !places.iter().any(|place| place == name) {
                places.push(name.to_owned());
            }
        }
        places
    }
}

impl Submitted {
    /// The same of a form in which no number may stand: the fields that have one are refused. It is masked all the
    /// same, for what comes back is shown once more, and may be kept by a browser.
    pub(super) fn refuse_numbers(&mut self, form: &Form) -> Vec<Fault> {
        if form.numbers == Numbers::Seen {
            return Vec::new();
        }
        let places = self.mask_but(|name, _| form.hidden.iter().any(|hidden| hidden == name));
        let fields = places.into_iter().filter(|name| form.named(name).is_some());
        fields.map(Fault::identity).collect()
    }
}

impl Form {
    /// Says at each field that something in it was masked: it is shown once more before it is kept, and may then
    /// be sent so.
    pub fn told_of(&self, masked: &[String]) -> Vec<Fault> {
        let fields = masked.iter().filter(|name| self.named(name).is_some());
        fields.map(|name| Fault::new(name, MASKED)).collect()
    }
}

/// Is it of a field in which a number was masked just now?
pub(super) fn is_of_dots(fault: &Fault) -> bool {
    [MASKED, IDENTITY, super::spare::MASKED].contains(&fault.key)
}

/// The text with dots for digits; nothing when there is nothing to mask.
pub fn masked(text: &str) -> Option<String> {
    masked_but(text, |_| false)
}

/// The same, but for numbers that are spared.
fn masked_but(text: &str, spares: impl FnMut(&str) -> bool) -> Option<String> {
    norsk::identity::masked(text, DOT, spares)
}
