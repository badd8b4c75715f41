//! Finds what a mail program would make a link of, and what a reader is meant to make one of.

/// Endings that addresses on the web have; a full stop inside a word is mostly a slip of the finger.
const ENDINGS: [&str; 40] = [
    "no", "com", "net", "org", "info", "biz", "eu", "se", "dk", "fi", "is", "uk", "de", "fr", "nl",
    "ru", "cn", "io", "co", "me", "tv", "cc", "ly", "gl", "to", "app", "dev", "xyz", "top", "shop",
    "site", "online", "store", "club", "live", "link", "click", "page", "pro", "ws",
];

/// Words for a full stop, where they stand in brackets.
const DOTS: [&str; 5] = ["dot", "punktum", "punkt", "prikk", "."];
/// Characters that look like a full stop.
const POINTS: [char; 6] = ['\u{ff0e}', '\u{3002}', '\u{ff61}', '\u{fe52}', '\u{2024}', '\u{00b7}'];
/// Characters that are not seen.
const UNSEEN: [char; 6] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{00ad}'];

/// Is there something that leads elsewhere?
pub fn has_link(text: &str) -> bool {
    let text = plain(text);
    if text.contains("://") || text.contains("www.") || text.contains('@') || text.contains("hxxp")
    {
        return true;
    }
    let is_between = |c: char| c.is_whitespace() || "<>()[]{}\"'«»,;:!?*_|\\".contains(c);
    text.split(is_between).any(|word| {
        let host = word.split('/').next().unwrap_or_default().trim_matches('.');
        let Some((name, ending)) = host.rsplit_once('.') else { return false };
        // `f.eks`, `kl.10` and `bl.a` are no addresses; `padriver.no` is.
        name.chars().count() >= 2
            && name.chars().any(char::is_alphabetic)
            && (ENDINGS.contains(&ending) || ending.starts_with("xn--"))
    })
}

/// In small letters, with every full stop written as one: «ond (dot) com» is «ond.com».
fn plain(text: &str) -> String {
    let letter = |c: char| match c {
        c if UNSEEN.contains(&c) => None,
        c if POINTS.contains(&c) => Some('.'),
        // Full-width letters and signs stand as far from their plain kin.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        c => Some(c),
    };
    let text: String = text.chars().filter_map(letter).collect();
    let text = text.to_lowercase();
    spoken(&bracketed(&text))
}

/// «(dot)», «[ punktum ]» and «{.}», with the spaces around them.
fn bracketed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[', '{']) {
        let after = &rest[open + 1..];
        let close = after.find([')', ']', '}']).unwrap_or(after.len());
        let is_dot = close < after.len() && DOTS.contains(&after[..close].trim());
        if is_dot {
            out.push_str(rest[..open].trim_end());
            out.push('.');
            rest = after[close + 1..].trim_start();
        } else {
            out.push_str(&rest[..=open]);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// «ond dot com»: no Norwegian word, so it needs no brackets.
fn spoken(text: &str) -> String {
    text.replace(" dot ", ".")
}
