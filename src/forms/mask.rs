//! What looks like an identity number is masked before anything is kept of what somebody typed.

use axum::extract::Request;

use super::{Filled, Form, PROOF, RegisterNames, Submitted};
use crate::text::Fault;

/// Stands for each digit.
const DOT: char = '•';

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

impl Form {
    /// Says at each field that something in it was masked: it is shown once more before it is kept, and may then
    /// be sent so.
    pub fn told_of(&self, masked: &[String]) -> Vec<Fault> {
        let fields = masked.iter().filter(|name| self.named(name).is_some());
        fields.map(|name| Fault::new(name, "forms-fault-masked")).collect()
    }
}

impl Filled {
    /// What a form sent, masked before anything is read of it, and said where that was. What nobody types is left
    /// as it is: a mark of ours may look like a number.
    pub async fn receive_masked(request: Request, form: &Form, known: &RegisterNames) -> Self {
        let mut sent = Submitted::receive(request, form.limit).await;
        let masked = sent.mask_but(|name, _| form.hidden.iter().any(|hidden| hidden == name));
        Self::of_sent(sent, form, known).and(form.told_of(&masked))
    }
}

/// The text with dots for digits; nothing when there is nothing to mask.
pub fn masked(text: &str) -> Option<String> {
    masked_but(text, |_| false)
}

/// The same, but for numbers that are spared.
fn masked_but(text: &str, spares: impl FnMut(&str) -> bool) -> Option<String> {
    norsk::identity::masked(text, DOT, spares)
}
