//! Letters that came apart on the way, and codes where letters should stand.

/// Is a word of the text spoilt: «pÃ¥», «Ăžkte», «s?knad», `s&oslash;knad`, `s=F8knad`, `tekst</p>`?
pub(super) fn is_spoilt(text: &str) -> bool {
    const SIGNS: [&str; 8] = ["\u{fffd}", "ï¿½", "â€", "\\u00", "</", "<br", "<p>", "[caption"];
    SIGNS.iter().any(|sign| text.contains(sign))
        || has_entity(text)
        || text.split_whitespace().any(|word| !is_address(word) && is_spoilt_word(word))
}

/// `&oslash;`, `&#248;`, `&#xF8;`; `&amp;` may be meant.
fn has_entity(text: &str) -> bool {
    const NAMES: [&str; 18] = [
        "aelig", "oslash", "aring", "nbsp", "ndash", "mdash", "laquo", "raquo", "quot", "hellip",
        "eacute", "egrave", "auml", "ouml", "rsquo", "ldquo", "rdquo", "bull",
    ];
    text.split('&').skip(1).any(|rest| {
        let Some((name, _)) = rest.split_once(';') else { return false };
        let figures = name.strip_prefix('#').map(|number| number.trim_start_matches(['x', 'X']));
        figures.is_some_and(|figures| {
            (2..=6).contains(&figures.len()) && figures.bytes().all(|byte| byte.is_ascii_hexdigit())
        }) || NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
    })
}

/// In an address such signs have a meaning.
fn is_address(word: &str) -> bool {
    ["://", "www.", "@", "/", ".no", ".com", ".htm"].iter().any(|sign| word.contains(sign))
}

fn is_spoilt_word(word: &str) -> bool {
    /// Letters as mail and addresses write them: `=F8`, `%C3%B8`.
    const CODES: [&str; 11] =
        ["=F8", "=E5", "=E6", "=D8", "=C5", "=C6", "=C3=", "%C3%", "%F8", "%E5", "%E6"];
    let letters: Vec<char> = word.chars().collect();
    let begins_with_none = letters.len() > 2 && letters[0] == '?' && letters[1].is_lowercase();
    CODES.iter().any(|code| word.contains(code))
        || word.ends_with(['Ã', 'Â'])
        || begins_with_none
        || letters.windows(2).any(|two| is_of_two(two[0], two[1]))
        || letters.windows(3).any(|three| is_between(three[0], three[1], three[2]))
}

/// What one letter became when its two bytes were read as two letters, and letters of an old Mac.
fn is_of_two(first: char, second: char) -> bool {
    match first {
        'Ă' | 'Ã' | 'Â' => !second.is_ascii_alphabetic(),
        'Ä' => matches!(second, '‘' | 'Œ'),
        'Å' => matches!(second, '¡' | '‹' | '§' | '¾'),
        _ => first.is_lowercase() && matches!(second, 'Œ' | '¿' | '¸'),
    }
}

/// A sign where a letter should be: «s?knad», «f›r», «v}ren».
fn is_between(before: char, sign: char, after: char) -> bool {
    before.is_alphabetic()
        && after.is_lowercase()
        && matches!(sign, '?' | '¿' | '¸' | '›' | '†' | '°' | '{' | '}')
}
