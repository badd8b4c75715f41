//! What looks like an identity number is masked before anything is kept of what somebody typed.

use super::Submitted;

/// Stands for each digit.
const DOT: char = '•';

impl Submitted {
    /// Masks what looks like an identity number, wherever it was typed. Tells the names of the inputs.
    pub fn mask(&mut self) -> Vec<String> {
        self.mask_but(|_, _| false)
    }

    /// The same but for what `spares` says is none, by the name of the input and the eleven digits.
    pub fn mask_but(&mut self, mut spares: impl FnMut(&str, &str) -> bool) -> Vec<String> {
        let mut places = Vec::new();
        for (name, value) in self.values_mut() {
            let Some(masked) = masked_but(value, |digits| spares(name, digits)) else { continue };
            *value = masked;
            if !places.iter().any(|place| place == name) {
                places.push(name.to_owned());
            }
        }
        places
    }
}

/// The digits of what looks like a number, without what stands between them.
pub fn digits(written: &str) -> String {
    written.chars().filter(char::is_ascii_digit).collect()
}

/// The text with dots for digits; nothing when there is nothing to mask.
pub fn masked(text: &str) -> Option<String> {
    masked_but(text, |_| false)
}

/// The same, but for numbers that are spared.
fn masked_but(text: &str, mut spares: impl FnMut(&str) -> bool) -> Option<String> {
    let mut found = norsk::identity::look_alikes(text);
    found.retain(|range| !spares(&digits(&text[range.clone()])));
    if found.is_empty() {
        return None;
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for range in found {
        out.push_str(&text[at..range.start]);
        let dots = text[range.clone()].chars().map(|c| if c.is_ascii_digit() { DOT } else { c });
        out.extend(dots);
        at = range.end;
    }
    out.push_str(&text[at..]);
    Some(out)
}
