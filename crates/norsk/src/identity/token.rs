//! What stands at a place in a text: one letter however it is written, a tag, an identifier.

use super::read::Piece;

/// No entity that is read here is longer.
const LONGEST_ENTITY: usize = 12;
const LONGEST_TAG: usize = 200;
/// A tag with more digits in it may itself hold a number.
const DIGITS_IN_TAG: usize = 5;
/// Zeros of the other alphabets whose ten digits stand in a row.
const ZEROS: [u32; 10] =
    [0x660, 0x6f0, 0x966, 0x9e6, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
/// In UTF-8 the first byte of the first of them; those of the others are larger.
pub(super) const FOREIGN: u8 = 0xd9;

/// What `rest` begins with, and its length. `rest` is not empty.
pub(super) fn piece(rest: &str, is_encoded: bool) -> (Piece, usize) {
    let Some(first) = rest.chars().next() else { return (Piece::Stop, 1) };
    let written = match first {
        '&' => entity(rest),
        '%' if is_encoded => percent(rest),
        _ => None,
    };
    if let Some((letter, length)) = written {
        return (read(letter), length);
    }
    let next = rest[first.len_utf8()..].chars().next();
    match first {
        '\\' if next.is_some_and(|c| c.is_ascii_punctuation() || c == '\n') => {
            (Piece::Mark('\\'), 1)
        }
        '\r' if next == Some('\n') => (Piece::Line, 2),
        '<' => tag(rest).unwrap_or((Piece::Stop, 1)),
        _ => (read(first), first.len_utf8()),
    }
}

fn read(letter: char) -> Piece {
    if let Some(digit) = digit(letter) {
        return Piece::Digit(digit);
    }
    match letter {
        'a'..='z' | 'A'..='Z' | '\t' => Piece::Stop,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Piece::Line,
        '*' | '~' | '`' => Piece::Mark(letter),
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
            Piece::Sign('-')
        }
        '.' | '\u{b7}' | '\u{2024}' | '\u{2027}' | '\u{3002}' | '\u{ff0e}' => Piece::Sign('.'),
        ',' | '\u{ff0c}' => Piece::Sign(','),
        '/' | '_' | ':' | '+' | '>' | '(' | ')' | '[' | ']' | '\'' => Piece::Sign(letter),
        _ if is_unseen(letter) => Piece::Nothing,
        _ if letter.is_whitespace() || matches!(letter, '\u{2800}' | '\u{3164}') => Piece::Space,
        _ => Piece::Stop,
    }
}

/// Is it a digit of some alphabet?
pub(super) fn is_digit(letter: char) -> bool {
    digit(letter).is_some()
}

fn digit(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    let of = |zero: u32| code.checked_sub(zero).filter(|value| *value < 10);
    let value = if letter.is_ascii() {
        of(u32::from('0'))
    } else if code < ZEROS[0] {
        None
    } else {
        ZEROS.into_iter().find_map(of)
    };
    u8::try_from(value?).ok()
}

/// Soft hyphens, joiners, marks of direction, marks upon a letter, controls.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}'
        | '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// `&#48;`, `&#x30;`, `&nbsp;`. Numbers do without the semicolon, as in a browser.
fn entity(rest: &str) -> Option<(char, usize)> {
    let bytes = rest.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        let is_hex = matches!(bytes.get(2), Some(b'x' | b'X'));
        let from = if is_hex { 3 } else { 2 };
        let is_of_it = |b: &&u8| if is_hex { b.is_ascii_hexdigit() } else { b.is_ascii_digit() };
        let length = bytes[from..].iter().take(LONGEST_ENTITY).take_while(is_of_it).count();
        let code = u32::from_str_radix(&rest[from..from + length], if is_hex { 16 } else { 10 });
        let end = from + length;
        let ends = usize::from(bytes.get(end) == Some(&b';'));
        return Some((char::from_u32(code.ok()?)?, end + ends));
    }
    let end = bytes.iter().take(LONGEST_ENTITY).position(|b| *b == b';')?;
    let letter = match rest.get(1..end)? {
        "nbsp" | "ensp" | "emsp" | "thinsp" | "numsp" | "puncsp" | "hairsp" => ' ',
        "shy" | "zwnj" | "zwj" | "lrm" | "rlm" | "ZeroWidthSpace" | "NoBreak" => '\u{ad}',
        "ndash" | "mdash" | "hyphen" | "dash" | "minus" => '-',
        "period" => '.',
        "comma" => ',',
        "sol" => '/',
        "colon" => ':',
        "lowbar" => '_',
        "plus" => '+',
        "NewLine" => '\n',
        _ => return None,
    };
    Some((letter, end + 1))
}

/// `%30`, `%2530` (which was encoded twice), and letters of more bytes.
fn percent(rest: &str) -> Option<(char, usize)> {
    let (first, mut length) = percent_byte(rest)?;
    let more = match first {
        0..0x80 => return Some((char::from(first), length)),
        0xc0..0xe0 => 1,
        0xe0..0xf0 => 2,
        0xf0..0xf8 => 3,
        _ => return None,
    };
    let mut letter = vec![first];
    for _ in 0..more {
        let (byte, of_it) = percent_byte(rest.get(length..)?)?;
        letter.push(byte);
        length += of_it;
    }
    Some((std::str::from_utf8(&letter).ok()?.chars().next()?, length))
}

fn percent_byte(rest: &str) -> Option<(u8, usize)> {
    let bytes = rest.as_bytes();
    let hex = |at: usize| {
        let two = bytes.get(at..at + 2)?;
        let value = |byte: u8| char::from(byte).to_digit(16).and_then(|v| u8::try_from(v).ok());
        Some(value(two[0])? * 16 + value(two[1])?)
    };
    if bytes.first() != Some(&b'%') {
        return None;
    }
    let mut at = 1;
    while hex(at) == Some(b'%') && hex(at + 2).is_some() {
        at += 2;
    }
    Some((hex(at)?, at + 2))
}

/// Does what an address writes for a letter end here, `%2F` or `%252F`?
pub(super) fn ends_escape(before: &str) -> bool {
    let Some((mut rest, two)) = before.as_bytes().split_last_chunk::<2>() else { return false };
    if !two.iter().all(u8::is_ascii_hexdigit) {
        return false;
    }
    while let Some(less) = rest.strip_suffix(b"25") {
        rest = less;
    }
    rest.ends_with(b"%")
}

/// A tag between two digits is nothing; one that ends a cell, a paragraph or a row of a list parts them.
fn tag(rest: &str) -> Option<(Piece, usize)> {
    let end = rest.bytes().take(LONGEST_TAG).position(|b| b == b'>')?;
    let inside = rest.get(1..end)?;
    let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    let digits = inside.bytes().filter(u8::is_ascii_digit).count();
    if !is_tag || digits > DIGITS_IN_TAG || inside.contains([':', '@', '<', '&', '%']) {
        return None;
    }
    let name = inside.trim_start_matches('/');
    let name: String = name.chars().take_while(char::is_ascii_alphanumeric).collect();
    let piece = match name.to_ascii_lowercase().as_str() {
        "br" => {
            // The line that ends there in the text is the same one.
            let line = ["\r\n", "\n"].into_iter().find(|line| rest[end + 1..].starts_with(line));
            return Some((Piece::Line, end + 1 + line.map_or(0, str::len)));
        }
        "td" | "th" | "tr" | "li" | "p" | "div" | "dt" | "dd" | "h1" | "h2" | "h3" | "h4" => {
            Piece::Stop
        }
        _ => Piece::Mark('<'),
    };
    Some((piece, end + 1))
}

/// How long the identifier is that begins here, a UUID or a digest: what happens to stand in one is
/// nobody's.
pub(super) fn identifier(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let hex = bytes.iter().take_while(|b| b.is_ascii_hexdigit()).count();
    let is_word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    if hex >= 32 && !is_word(hex) && bytes[..hex].iter().any(u8::is_ascii_alphabetic) {
        return hex;
    }
    if hex != 8 || bytes.len() < 36 || is_word(36) {
        return 0;
    }
    let fits = bytes[..36].iter().enumerate().all(|(at, byte)| match at {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    });
    let has_letter = bytes[..36].iter().any(u8::is_ascii_alphabetic);
    if fits && has_letter { 36 } else { 0 }
}

/// How long the DOI is that begins here. Its parts are no groups of a number.
pub(super) fn doi(rest: &str) -> usize {
    let Some(prefix) = rest.strip_prefix("10.") else { return 0 };
    let digits = prefix.bytes().take_while(u8::is_ascii_digit).count();
    if !(4..=9).contains(&digits) || prefix.as_bytes().get(digits) != Some(&b'/') {
        return 0;
    }
    rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '|'))
        .unwrap_or(rest.len())
}
