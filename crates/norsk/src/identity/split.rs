//! A date and five digits in two cells of a table, on two lines of a list, or with the name of such a
//! number between: «Født | Personnr» as it is pasted from a spreadsheet.

use super::groups::Written;
use super::read::Run;
use super::{K1, K2, looks_like};
use crate::weighted;

/// No more stands between the two.
const MOST_BETWEEN: usize = 60;
/// What the five digits are called, in small letters and without signs.
const NAMES: [&str; 9] = [
    "fnr",
    "fødselsnr",
    "fødselsnummer",
    "persnr",
    "personnr",
    "personnummer",
    "pnr",
    "personnumber",
    "identitetsnummer",
];

/// The eleven digits, where one chain is a date, the next is five digits, and they stand so in `text`.
pub(super) fn number_of(text: &str, date: &[Run], five: &[Run]) -> Option<[u8; 11]> {
    let first = Written::new(date).six()?;
    let last: [u8; 5] = Written::new(five).digits().try_into().ok()?;
    let from = date.last()?.parts.last()?.end;
    let until = five.first()?.parts.first()?.start;
    if !is_between(text.get(from..until)?) {
        return None;
    }
    let mut digits = [0; 11];
    digits[..6].copy_from_slice(&first);
    digits[6..].copy_from_slice(&last);
    is_of_today(digits).then_some(digits)
}

/// Of two things that may have nothing to do with each other more is asked: both check digits as they are
/// given until 2032, and a date.
pub(super) fn is_of_today(digits: [u8; 11]) -> bool {
    let is_whole = weighted(&K1, &digits) + u32::from(digits[9]);
    let holds = is_whole.is_multiple_of(11)
        && (weighted(&K2, &digits) + u32::from(digits[10])).is_multiple_of(11);
    holds && !matches!(digits[0], 8 | 9) && looks_like(digits)
}

/// Is this one edge between cells, one new line of a list, or a name of the number?
fn is_between(between: &str) -> bool {
    if between.len() > MOST_BETWEEN {
        return false;
    }
    let plain = between.replace("&nbsp;", " ").replace("\r\n", "\n");
    let (mut cells, mut lines, mut bullets) = (0, 0, 0);
    let (mut word, mut rest) = (String::new(), plain.as_str());
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        match c {
            '<' => {
                let Some(end) = rest.find('>') else { return false };
                length = end + 1;
                match rest[1..end].split_whitespace().next() {
                    Some("td" | "th") => cells += 1,
                    Some("li") => bullets += 1,
                    Some("tr" | "/tr" | "br" | "br/") | None => return false,
                    Some(_) => {}
                }
            }
            '|' | ';' | '\t' => cells += 1,
            '\n' => lines += 1,
            '-' | '*' | '+' | '\u{2022}' if lines > 0 && rest[length..].starts_with(' ') => {
                bullets += 1;
            }
            '*' | '_' | '`' | '-' | ':' | '.' | ',' | '(' | ')' => {}
            _ if c.is_whitespace() => {}
            _ if c.is_alphabetic() => word.extend(c.to_lowercase()),
            _ => return false,
        }
        rest = &rest[length..];
    }
    match (cells, bullets) {
        (0, 0) => NAMES.contains(&word.as_str()) && lines < 2,
        (1, 0) => word.is_empty() && lines == 0,
        (0, 1) => word.is_empty() && lines < 2,
        (2, 0) => NAMES.contains(&word.as_str()) && lines == 0,
        _ => false,
    }
}
