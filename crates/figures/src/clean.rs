//! The same letters and spaces whatever program wrote them.

/// Without what cannot be seen, with one kind of space and of minus, and none at the ends. Raised
/// digits stay raised: they are footnotes.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in norsk::tidy(text).chars() {
        match sign {
            sign if sign.is_whitespace() || sign == '\u{2007}' => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{2212}' | '\u{fe63}' | '\u{ff0d}' | '\u{2010}' | '\u{2011}' => out.push('-'),
            sign => out.push(sign),
        }
    }
    out.trim().to_owned()
}
