//! A key to sort by where no collation is at hand.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Puts words in the order of the Norwegian alphabet when the keys are compared as strings:
/// a–z, æ, ø, å, where `ä` and `ö` stand with æ and ø, and `aa` with å; Sámi and accented letters
/// stand with their base letters, right after them. Case counts last, numbers by their value.
///
/// This is the order that a list in plain Norwegian wants (CLDR's collation for `nb`, in small);
/// for lists in other languages use a real collation.
///
/// ```
/// let mut names = ["Ås", "Ørsta", "Æra", "Zonen", "Aalesund", "Andenes", "Rom 10", "Rom 9"];
/// names.sort_by_key(|name| norsk::sort_key(name));
/// assert_eq!(names, ["Andenes", "Rom 9", "Rom 10", "Zonen", "Æra", "Ørsta", "Aalesund", "Ås"]);
/// ```
pub fn sort_key(text: &str) -> String {
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut main = String::with_capacity(text.len() * 2);
    let mut fine = String::new();
    let mut letters = text.chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = letters.next() {
        match c {
            'a' if letters.peek() == Some(&'a') => {
                letters.next();
                main.push('\u{7d}');
                fine.push('2');
            }
            'æ' | 'ä' => rank(&mut main, &mut fine, '\u{7b}', c == 'ä'),
            'ø' | 'ö' => rank(&mut main, &mut fine, '\u{7c}', c == 'ö'),
            'å' => rank(&mut main, &mut fine, '\u{7d}', false),
            'đ' => rank(&mut main, &mut fine, 'd', true),
            'ŋ' => rank(&mut main, &mut fine, 'n', true),
            'ŧ' => rank(&mut main, &mut fine, 't', true),
            '0'..='9' => {
                let mut digits = String::from(c);
                while let Some(digit) = letters.next_if(char::is_ascii_digit) {
                    digits.push(digit);
                }
                let value = digits.trim_start_matches('0');
                // A longer number is a larger one; no number that anybody writes has more places.
                let places = u32::try_from(value.len().min(90)).unwrap_or(90);
                main.push('0');
                main.extend(char::from_u32(0x21 + places));
                main.push_str(value);
            }
            _ if c.is_alphabetic() => {
                let base = DecomposingNormalizerBorrowed::new_nfkd()
                    .normalize_iter(std::iter::once(c))
                    .next();
                let base = base.unwrap_or(c);
                rank(&mut main, &mut fine, base, base != c);
            }
            _ if c.is_whitespace() || c == '-' => main.push(' '),
            _ => {}
        }
    }
    main.push('\u{1}');
    main.push_str(&fine);
    main.push('\u{1}');
    main.extend(text.chars().filter(|c| !c.is_control()));
    main
}

fn rank(main: &mut String, fine: &mut String, letter: char, other: bool) {
    main.push(letter);
    fine.push(if other { '1' } else { '0' });
}
