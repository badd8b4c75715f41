//! One word in one shape: composed, in lower case, and, when wanted, with its letters brought back to a–z.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// Longer words are cut to this many letters.
pub const LONGEST: usize = 64;

/// A word as it is compared: composed (NFKC), in lower case, nothing but letters and digits, at
/// most [`LONGEST`] of them. Empty when nothing is left.
///
/// ```
/// assert_eq!(norsk::normal("A\u{30a}pen"), "åpen");
/// assert_eq!(norsk::normal("PDSA-sirkel"), "pdsasirkel");
/// ```
pub fn normal(surface: &str) -> String {
    if surface.is_ascii() {
        let mut word = surface.to_ascii_lowercase();
        word.retain(|c| c.is_ascii_alphanumeric());
        word.truncate(LONGEST);
        return word;
    }
    let lowered = |text: &str| -> String {
        let letters = text.chars().flat_map(char::to_lowercase);
        letters.filter(|c| c.is_alphanumeric()).take(LONGEST).collect()
    };
    // Most words of ours: nothing in them comes together or apart.
    if surface.chars().all(is_composed) {
        return lowered(surface);
    }
    let lower = lowered(&ComposingNormalizerBorrowed::new_nfkc().normalize(surface));
    // Lower case may come apart again (İ), and what was taken out may have stood between.
    let again = ComposingNormalizerBorrowed::new_nfkc().normalize(&lower);
    if again == lower { lower } else { again.chars().take(LONGEST).collect() }
}

/// ASCII, and the letters that Norwegian and its neighbours write besides: each is one letter, whatever
/// stands beside it, and so it is in lower case.
const fn is_composed(c: char) -> bool {
    matches!(c, '\0'..='\u{7f}' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ')
}

/// Brings the letters of a [`normal`] word back to a–z. Folding twice is folding once.
///
/// `æ` and `ae` meet in `ae`. `aa` and `å` both become `a`; `oe` and `ø` both become `o`, and so
/// does `øe`, since nobody can tell whether `miljoenhet` lost a letter. Sámi letters become their
/// base letters; see [`spellings`] for the pairs they are also written with.
///
/// ```
/// assert_eq!(norsk::fold("måltid"), norsk::fold("maaltid"));
/// assert_eq!(norsk::fold("fraværet"), "fravaeret");
/// assert_eq!(norsk::fold("čáhcesuolu"), "cahcesuolu");
/// ```
pub fn fold(normal: &str) -> String {
    let mut out = String::with_capacity(normal.len());
    for c in normal.chars() {
        match c {
            _ if c.is_ascii() => push(&mut out, c),
            'æ' | 'ä' | 'ǽ' => out.push_str(if out.ends_with('a') { "e" } else { "ae" }),
            'ø' | 'ö' | 'ǿ' | 'œ' => push(&mut out, 'o'),
            'å' => push(&mut out, 'a'),
            'đ' | 'ð' => push(&mut out, 'd'),
            'ŋ' => push(&mut out, 'n'),
            'ŧ' => push(&mut out, 't'),
            'þ' => out.push_str("th"),
            'ł' => push(&mut out, 'l'),
            'ß' => out.push_str("ss"),
            'ı' => push(&mut out, 'i'),
            _ => DecomposingNormalizerBorrowed::new_nfkd()
                .normalize_iter(std::iter::once(c))
                .filter(|c| !is_silent(*c))
                .for_each(|c| push(&mut out, c)),
        }
    }
    out
}

/// All the folded spellings of a [`normal`] word: by base letters, and, when it has Sámi letters,
/// also with the pairs that CLDR gives for them (ŋ as n and as ng). Never empty.
///
/// ```
/// assert_eq!(norsk::spellings("boŋka"), ["bonka", "bongka"]);
/// ```
pub fn spellings(normal: &str) -> Vec<String> {
    let first = fold(normal);
    // Of a word of nothing but accents no letter is left; then it stands for itself.
    let mut all = vec![if first.is_empty() { normal.to_owned() } else { first }];
    if let Some(pairs) = with_pairs(normal) {
        let second = fold(&pairs);
        if second != all[0] {
            all.push(second);
        }
    }
    all
}

/// How many bytes of a [`normal`] word read as this beginning when the letters of both are folded; `None`
/// when it begins otherwise. Who has no `æ` types `ae` or `a`.
///
/// ```
/// assert_eq!(norsk::begins("økologi", "okolog"), Some("økolog".len()));
/// assert_eq!(norsk::begins("læringsnettverk", "laringsnettv"), Some("læringsnettv".len()));
/// assert_eq!(norsk::begins("dearvvašvuođabálvalus", "dearvvasvuoda"), Some("dearvvašvuođa".len()));
/// assert_eq!(norsk::begins("avfall", "fall"), None);
/// ```
pub fn begins(word: &str, beginning: &str) -> Option<usize> {
    let beginning = loose(beginning);
    if !loose(word).starts_with(&beginning) {
        return None;
    }
    let mut ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.find(|end| loose(&word[..*end]).starts_with(&beginning))
}

/// A [`normal`] word as [`begins`] compares it: folded, and `ae` as `a`.
pub fn loose(word: &str) -> String {
    let folded = fold(word);
    if folded.contains("ae") { folded.replace("ae", "a") } else { folded }
}

fn push(out: &mut String, c: char) {
    let doubled = (c == 'a' && out.ends_with('a')) || (c == 'e' && out.ends_with('o'));
    if !doubled {
        out.push(c);
    }
}

/// Belongs to the word it stands in without being a letter: accents that come after their letter,
/// soft hyphens, joiners without width.
pub(crate) const fn is_silent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// The Sámi letters as pairs; `None` when there are none.
/// Source: CLDR, fallback comments of the exemplar sets for `se`.
fn with_pairs(word: &str) -> Option<String> {
    if word.is_ascii() || !word.contains(['č', 'đ', 'ŋ', 'š', 'ŧ', 'ž']) {
        return None;
    }
    let mut out = String::with_capacity(word.len() + 4);
    for c in word.chars() {
        match c {
            'č' => out.push_str("ch"),
            'đ' => out.push_str("dh"),
            'ŋ' => out.push_str("ng"),
            'š' => out.push_str("sh"),
            'ŧ' => out.push_str("th"),
            'ž' => out.push_str("zh"),
            _ => out.push(c),
        }
    }
    Some(out)
}
