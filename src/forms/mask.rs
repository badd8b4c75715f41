//! What looks like an identity number is masked before anything is kept of what somebody typed.

use super::Submitted;

/// Stands for each digit.
const DOT: char = '•';

impl Submitted {
    /// Masks what looks like an identity number, wherever it was typed. Tells the names of the inputs.
    pub fn mask(&mut self) -> Vec<String> {
        let mut places = Vec::new();
        for (name, value) in self.values_mut() {
            let Some(masked) = masked(value) else { continue };
            *value = masked;
            if !places.iter().any(|place| place == name) {
                places.push(name.to_owned());
            }
        }
        places
    }
}

/// The text with dots for digits; nothing when there is nothing to mask.
pub fn masked(text: &str) -> Option<String> {
    let found = norsk::identity::look_alikes(text);
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
