//! The same letters whatever program wrote them: one code point where there is one, nothing unseen between.

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

/// What papers and programs leave in a text and no reader ever meant: soft hyphens, signs without width,
/// ligatures, letters in two code points, and the ring that stands loose beside its *a* (U+02DA).
/// Nothing that can be seen is taken away, and a text that has been tidied stays as it is.
///
/// ```
/// assert_eq!(norsk::tidy("e\u{ad}ﬀekt p\u{2da}a A\u{30a}s"), "effekt på Ås");
/// assert_eq!(norsk::tidy("37 ˚C, x²"), "37 ˚C, x²");
/// ```
pub fn tidy(text: &str) -> Cow<'_, str> {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let is_untidy = |c: char| is_unseen(c) || matches!(c, JOINER | RING) || ligature(c).is_some();
    if text.is_ascii() || !text.contains(is_untidy) && nfc.is_normalized(text) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(nfc.normalize(&without_loose_rings(&seen(text))).into_owned())
}

/// What can be seen, each letter by itself.
fn seen(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        match (c, ligature(c)) {
            // Pictures are joined by it: 👩‍⚕️.
            (JOINER, _) if out.ends_with(|before: char| before >= '\u{2190}') => out.push(c),
            (JOINER, _) => {}
            (_, Some(letters)) => out.push_str(letters),
            (_, None) => out.push(c),
        }
    }
    out
}

/// A ring belongs to the *a* after it, or to the one before it.
fn without_loose_rings(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c != RING {
            out.push(c);
        } else if let Some(next) = rest.next_if(|next| matches!(next, 'a' | 'A')) {
            out.push(ringed(next));
        } else if let Some(before) = out.pop() {
            let is_letter = matches!(before, 'a' | 'A');
            out.push(if is_letter { ringed(before) } else { before });
            if !is_letter {
                out.push(c);
            }
        } else {
            out.push(c);
        }
    }
    out
}

const JOINER: char = '\u{200d}';
const RING: char = '\u{2da}';

/// Neither seen nor needed between letters.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

const fn ringed(letter: char) -> char {
    if letter == 'A' { 'Å' } else { 'å' }
}

const fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}
