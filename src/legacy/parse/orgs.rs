//! Takes lists of organisations apart without cutting names that hold «og» or a comma.

use super::text::{starts_upper, tidy};

/// At semicolons always; with `commas` also at commas and at «og» before a capital letter.
pub(super) fn split(text: &str, commas: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut depth = 0_u32;
    let mut from = 0;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ';' | '•' if depth == 0 => {
                found.push((from, at));
                from = at + c.len_utf8();
            }
            ',' if depth == 0 && commas && starts_upper(text[at + 1..].trim_start()) => {
                found.push((from, at));
                from = at + 1;
            }
            'o' if depth == 0 && commas && parts(text, from, at) => {
                found.push((from, at));
                from = at + 2;
            }
            _ => {}
        }
    }
    found.push((from, text.len()));
    found
        .into_iter()
        .map(|(from, to)| tidy(text[from..to].trim_matches([' ', ',', ';'])))
        .filter(|name| name.contains(char::is_alphanumeric))
        .collect()
}

/// Whether the «og» at this place stands between two names: «Møre og Romsdal» is one.
fn parts(text: &str, from: usize, at: usize) -> bool {
    const ONE: &[(&str, &str)] = &[
        ("Møre", "Romsdal"),
        ("Sogn", "Fjordane"),
        ("Troms", "Finnmark"),
        ("Vestfold", "Telemark"),
        ("Oslo", "Akershus"),
        ("Oslo", "Viken"),
    ];
    let (before, rest) = (&text[from..at], &text[at..]);
    let Some(after) = rest.strip_prefix("og ") else { return false };
    let one = ONE.iter().any(|(first, second)| {
        before.trim_end().ends_with(first) && after.trim_start().starts_with(second)
    });
    before.ends_with(' ')
        && !before.trim_end().ends_with('-')
        && starts_upper(after.trim_start())
        && !one
}
