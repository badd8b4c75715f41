//! The same letters and spaces whatever program wrote them.

/// Without what cannot be seen, with one kind of space and of minus, and none at the ends. Raised
/// digits stay raised: they are footnotes.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            sign if sign.is_whitespace() || sign == '\u{2007}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{2212}' | '\u{fe63}' | '\u{ff0d}' | '\u{2010}' | '\u{2011}' => out.push('-'),
            // A ring that stands by itself, as some papers have it.
            '\u{30a}' if out.ends_with(['a', 'A']) => {
                let capital = out.pop() == Some('A');
                out.push(if capital { 'Å' } else { 'å' });
            }
            sign => out.push(sign),
        }
    }
    out.trim().to_owned()
}
