//! Tells a list of people from a table of numbers, before anything of it is kept.

use crate::clean::clean;
use crate::number;
use crate::period::{self, Kind, When};
use crate::table::{Cell, Grid};
use crate::words;

/// Why a table is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// Something looks like an identity number.
    Number,
    /// Names stand with dates of birth, with ages, or below a heading that says who they are.
    Name,
}

/// Nobody in it was counted before this year, and few who live in a nursing home were born after it.
const BORN_BEFORE: i32 = 1990;

/// Headings of columns of people, in small letters.
const HEADINGS: [&str; 22] = [
    "navn",
    "namn",
    "name",
    "fornavn",
    "førenamn",
    "etternavn",
    "etternamn",
    "beboer",
    "bebuar",
    "pasient",
    "pasientnavn",
    "bruker",
    "brukar",
    "resident",
    "patient",
    "pårørende",
    "ansatt",
    "initialer",
    "født",
    "fødd",
    "fødselsdato",
    "f.dato",
];

const NUMBERS: [&str; 9] = [
    "fødselsnummer",
    "fødselsnr",
    "fødselsnr.",
    "fnr",
    "fnr.",
    "personnummer",
    "personnr",
    "personnr.",
    "f.nr.",
];

/// Does anybody stand in it?
pub fn found(grid: &Grid) -> Option<Person> {
    let text_of = |cell: &Cell| match cell {
        Cell::Text(text) => clean(text),
        // A leading zero is lost where a spreadsheet took it for a number.
        Cell::Number { value, .. } if *value >= 1e8 && value.fract() == 0.0 => {
            format!("{value:011}")
        }
        _ => String::new(),
    };
    let lines: Vec<Vec<String>> =
        grid.lines.iter().map(|line| line.cells.iter().map(text_of).collect()).collect();
    let is_number = |text: &String| !norsk::identity::look_alikes(text).is_empty();
    if lines.iter().flatten().any(is_number) {
        return Some(Person::Number);
    }
    let mut headed: Vec<usize> = Vec::new();
    for (line, row) in lines.iter().zip(&grid.lines) {
        for (at, text) in line.iter().enumerate() {
            let lower = text.to_lowercase();
            if NUMBERS.contains(&lower.as_str()) {
                return Some(Person::Number);
            }
            if HEADINGS.contains(&lower.as_str()) {
                headed.push(at);
            } else if headed.contains(&at) && (is_name(text) || is_single_name(text)) {
                return Some(Person::Name);
            }
        }
        // Who it is and when they were born, in one cell or in two.
        let has_name = line.iter().any(|text| begins_with_name(text));
        let has_birth = line.iter().any(|text| has_birth(text))
            || row
                .cells
                .iter()
                .any(|cell| matches!(cell, Cell::Day { day, .. } if day.year() < BORN_BEFORE));
        if has_name && has_birth {
            return Some(Person::Name);
        }
    }
    None
}

/// «Kari Nordmann», «Nordmann, Kari», «K. Nordmann».
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    (2..=5).contains(&words.len()) && words.iter().all(|word| is_proper(word))
}

fn is_single_name(text: &str) -> bool {
    !text.contains(' ') && is_proper(text) && text.chars().count() > 2
}

/// A name, and what may stand behind it.
fn begins_with_name(text: &str) -> bool {
    let end = text.find(|c: char| c.is_ascii_digit() || c == '(').unwrap_or(text.len());
    let before = text[..end].trim_end_matches([' ', ',', '-', '(']);
    let before =
        before.trim_end_matches("født").trim_end_matches(" f.").trim_end_matches([' ', ',']);
    is_name(before)
}

fn is_proper(word: &str) -> bool {
    let mut letters = word.chars();
    let first = letters.next();
    let rest = letters.as_str();
    first.is_some_and(char::is_uppercase)
        && rest
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, '-' | '.' | '\'' | '’') || c.is_uppercase())
        && !rest.chars().any(char::is_uppercase) | rest.contains('-')
        && words::month(&word.to_lowercase()).is_none()
}

/// A date long before anything was counted, or an age in words.
fn has_birth(text: &str) -> bool {
    let is_old = |text: &str| match period::read(text) {
        Some(When::Known(known)) => {
            known.period.kind == Kind::Day && is_birth_year(text, known.period.first.year())
        }
        Some(When::Either { year, .. }) => is_birth_year(text, year),
        _ => false,
    };
    let lower = text.to_lowercase();
    if ["født ", "fødd ", "f. "].iter().any(|born| lower.contains(born))
        && lower.contains(char::is_numeric)
    {
        return true;
    }
    let is_age = |words: &[&str]| match words {
        [number, year, ..] => {
            let is_sound = number.parse::<u8>().is_ok_and(|age| (16..=115).contains(&age));
            is_sound && (year.starts_with("år") || *year == "years")
        }
        _ => false,
    };
    let words: Vec<&str> =
        lower.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    is_old(text)
        || words.iter().any(|word| is_old(word) || is_written_birth(word))
        || words.windows(2).any(is_age)
}

/// Two digits are of the last century for whoever is old, and of this one for a month that was counted.
fn is_birth_year(text: &str, year: i32) -> bool {
    let has_four = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    year < BORN_BEFORE || !has_four && (2030..2070).contains(&year)
}

/// `120341`: a day of birth without signs.
fn is_written_birth(word: &str) -> bool {
    let pair = |at: usize| word.get(at..at + 2).and_then(|two| two.parse::<u8>().ok());
    let is_six = word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_six
        && pair(0).is_some_and(|day| (1..=31).contains(&day))
        && pair(2).is_some_and(|month| (1..=12).contains(&month))
        && !matches!(number::read(word), number::Figure::Missing)
}
