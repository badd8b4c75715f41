//! Tells a list of people from a table of numbers, before anything of it is kept.

use std::sync::LazyLock;

use crate::clean::clean;
use crate::number::{self, Figure};
use crate::period::{self, Kind, When};
use crate::table::{Cell, Grid, Line};
use crate::words;

/// Why a table is stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// Something looks like an identity number.
    Number,
    /// Names stand with dates of birth, with ages, with numbers, or below a heading that says who they are.
    Name,
}

/// Nobody in it was counted before this year, and few who live in a nursing home were born after it.
const BORN_BEFORE: i32 = 1990;

/// Words of headings, from the file that the script of the browser reads as well.
struct Lists {
    headings: Vec<&'static str>,
    places: Vec<&'static str>,
    nobody: Vec<&'static str>,
    births: Vec<&'static str>,
    numbers: Vec<&'static str>,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let list = |name: &str| {
        let lines = include_str!("../data/people.txt").lines();
        let mut lists = lines.filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        lists.next().unwrap_or_default().split_whitespace().collect()
    };
    Lists {
        headings: list("headings"),
        places: list("places"),
        nobody: list("nobody"),
        births: list("births"),
        numbers: list("numbers"),
    }
});

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
    let is_number = |text: &String| has_number(text) || is_spaced_out(text);
    if lines.iter().flatten().any(is_number) || grid.lines.iter().any(is_in_two) {
        return Some(Person::Number);
    }
    let (mut headed, mut births): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (line, row) in lines.iter().zip(&grid.lines) {
        for (at, text) in line.iter().enumerate() {
            let lower = text.to_lowercase();
            if LISTS.numbers.contains(&lower.as_str()) {
                return Some(Person::Number);
            }
            if is_heading(&lower) {
                headed.push(at);
            } else if LISTS.births.contains(&lower.as_str()) {
                births.push(at);
            } else if births.contains(&at) && is_day(&row.cells[at])
                || headed.contains(&at) && is_somebody(text)
            {
                return Some(Person::Name);
            }
        }
        if is_person(line, row) || is_named_beside_a_number(line, row) || are_named(line) {
            return Some(Person::Name);
        }
    }
    None
}

/// Who it is and when they were born, in one cell or in two.
fn is_person(line: &[String], row: &Line) -> bool {
    let is_old = |cell: &Cell| matches!(cell, Cell::Day { day, .. } if day.year() < BORN_BEFORE);
    let has_day = row.cells.iter().any(is_old) || line.iter().any(|text| has_day_of_birth(text));
    // With a day of birth any words are somebody's, in whatever letters.
    if has_day && line.iter().any(|text| is_words(before_figures(text))) {
        return true;
    }
    let tells_day = |text: &String| {
        let has_letters = text.contains(char::is_alphabetic);
        has_letters && period::read(text).is_none() && day_within(text).is_some()
    };
    line.iter().any(tells_day)
        || line.iter().any(|text| is_name(before_figures(text)))
            && line.iter().any(|text| has_age(text))
}

/// A day among words: «f. 12.03.1938», «født 12. mars 1938».
fn day_within(text: &str) -> Option<&str> {
    let is_between = |c: char| matches!(c, ' ' | ',' | '(' | ')');
    let starts = text.char_indices().filter(|(at, sign)| {
        let before = text[..*at].chars().next_back();
        sign.is_ascii_digit() && before.is_none_or(is_between)
    });
    let mut all = starts.flat_map(|(from, _)| {
        let rest = &text[from..];
        let ends = rest.char_indices().filter(move |(_, sign)| is_between(*sign));
        let ends = ends.map(|(end, _)| end).chain([rest.len()]).take(3);
        ends.map(move |end| rest[..end].trim_end_matches('.'))
    });
    all.find(|day| is_old_day(day))
}

fn is_old_day(text: &str) -> bool {
    match period::read(text) {
        Some(When::Known(known)) => {
            known.period.kind == Kind::Day && is_birth_year(text, known.period.first.year())
        }
        Some(When::Either { year, .. }) => is_birth_year(text, year),
        _ => false,
    }
}

/// Does anybody stand in what somebody tells in words? A number, or a name with a day of birth behind it: names of
/// places and what is said of people of an age are no persons.
pub fn in_words(text: &str) -> Option<Person> {
    if has_number(text) {
        return Some(Person::Number);
    }
    let between = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';');
    let words: Vec<&str> = text.split(between).filter(|word| !word.is_empty()).collect();
    let is_born = |at: usize| {
        let two = words.get(at..at + 2);
        let is_name = two.is_some_and(|two| two.iter().all(|word| is_proper(word)));
        is_name && is_birth(&words[at + 2..])
    };
    (0..words.len()).any(is_born).then_some(Person::Name)
}

/// Do the words that stand behind a name begin with a day of birth? «f. 12.03.1938», «født 1938», «12. mars 1938».
fn is_birth(behind: &[&str]) -> bool {
    // The rest of a long name.
    let behind = &behind[behind.iter().take_while(|word| is_proper(word)).count()..];
    let Some(first) = behind.first() else { return false };
    let lower = first.to_lowercase();
    let word = lower.trim_end_matches(':');
    let says_so = matches!(word, "f" | "f." | "født" | "fødd" | "born" | "fødselsdato");
    let has_figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    // «f.12.03.1938» is written as one.
    let is_one = lower.strip_prefix("f.").is_some_and(has_figure);
    let is_said = is_one || says_so && behind.get(1).is_some_and(|word| has_figure(word));
    let as_one = |many: usize| {
        let few = behind.get(..many).map(|few| few.join(" "));
        few.is_some_and(|few| has_day_of_birth(few.trim_end_matches('.')))
    };
    is_said || [1, 3].into_iter().any(as_one)
}

/// A day, or the year alone that somebody was born in.
fn is_day(cell: &Cell) -> bool {
    let is_year = |year: i32| (1880..BORN_BEFORE).contains(&year);
    match cell {
        Cell::Day { .. } => true,
        Cell::Number { value, .. } => {
            value.fract() == 0.0 && (1880.0..f64::from(BORN_BEFORE)).contains(value)
        }
        Cell::Text(text) => match period::read(text) {
            Some(When::Known(known)) if known.period.kind == Kind::Year => {
                is_year(known.period.first.year())
            }
            Some(When::Known(known)) => known.period.kind == Kind::Day,
            Some(When::Either { .. }) => true,
            _ => is_written_birth(text.trim()),
        },
        _ => false,
    }
}

/// «Beboer», «Pasient (initialer)», «Beboerens navn», but not «Navn på avdeling».
fn is_heading(lower: &str) -> bool {
    let words = || lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let own = |word: &str| word.strip_suffix('s').unwrap_or(word).to_owned();
    let names =
        |word: &str| LISTS.headings.contains(&word) || LISTS.headings.contains(&own(word).as_str());
    // What is long is a sentence, and one with a number says how many.
    words().count() <= 4
        && !lower.contains(|c: char| c.is_ascii_digit())
        && words().any(names)
        && !words().any(|word| LISTS.places.contains(&word))
}

/// Words below a heading that names people: a name, initials, whatever stands for somebody.
fn is_somebody(text: &str) -> bool {
    let lower = text.to_lowercase();
    matches!(number::read(text), Figure::Words)
        && period::read(text).is_none()
        && !words::is_total(text)
        && text.split(|c: char| !c.is_alphanumeric()).any(|word| {
            word.chars().next().is_some_and(char::is_alphabetic)
                && !word.contains(|c: char| c.is_ascii_digit())
        })
        && !lower.split(' ').all(|word| {
            LISTS.nobody.contains(&word) || word.chars().all(|c| c.is_ascii_digit() || c == '.')
        })
}

/// «Kari Nordmann falt på badet» in a line with numbers, «3 (Kari Nordmann)».
fn is_named_beside_a_number(line: &[String], row: &Line) -> bool {
    let has_number = || {
        let says = |cell: &Cell| match cell {
            Cell::Text(text) => text.contains(|c: char| c.is_ascii_digit()),
            Cell::Number { .. } | Cell::Day { .. } => true,
            Cell::Empty | Cell::Failed(_) => false,
        };
        row.cells.iter().any(says)
    };
    line.iter().any(|text| !norsk::names::full(text).is_empty()) && has_number()
}

/// «Kari Nordmann» and «Ola Hansen» beside each other: whose numbers stand below them.
fn are_named(line: &[String]) -> bool {
    line.iter().filter(|text| !norsk::names::full(text).is_empty()).count() > 1
}

/// `1203 3812 345`: eleven digits with spaces or signs between them, of which the first are a day; but not a
/// date with a number after it.
fn is_spaced_out(text: &str) -> bool {
    let is_between = |c: char| c == ' ' || matches!(c, '.' | '-' | '/' | '_' | '–' | '·' | '•');
    let mut chains = text.split(|c: char| !c.is_ascii_digit() && !is_between(c));
    chains.any(|chain| {
        let digits: String = chain.chars().filter(char::is_ascii_digit).collect();
        let first = chain.trim().split(' ').next().unwrap_or_default();
        digits.len() == 11 && is_birth_day(&digits[..6]) && period::read(first).is_none()
    })
}

/// A day of birth in one cell and five digits in the next.
fn is_in_two(row: &Line) -> bool {
    let text = |cell: &Cell| match cell {
        Cell::Text(text) => clean(text),
        Cell::Number { value, .. } if *value >= 0.0 && value.fract() == 0.0 => value.to_string(),
        _ => String::new(),
    };
    row.cells.windows(2).any(|two| {
        let [first, second] = two else { return false };
        let is_old = match first {
            Cell::Day { day, .. } => day.year() < BORN_BEFORE,
            other => has_day_of_birth(&text(other)) && !is_written_birth(&text(other)),
        };
        let five = text(second);
        is_old && five.len() == 5 && five.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn has_number(text: &str) -> bool {
    !norsk::identity::look_alikes(text).is_empty() || has_eleven_digits(text)
}

/// Eleven digits in a row, or six and five of which the first are a day: nothing that is counted is so
/// long, and nobody's number has to be right to be somebody's.
fn has_eleven_digits(text: &str) -> bool {
    let runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let is_dated = |two: &[&str]| two[1].len() == 5 && is_written_birth(two[0]);
    runs.iter().any(|run| run.len() == 11) || runs.windows(2).any(is_dated)
}

/// Two words or more, of letters alone, that say nothing of when.
fn is_words(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_word = |word: &&str| {
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’'))
            && words::month(&word.to_lowercase()).is_none()
    };
    (2..=5).contains(&words.len()) && words.iter().all(is_word)
}

/// «Kari Nordmann», «Nordmann, Kari», «K. Nordmann».
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    (2..=5).contains(&words.len()) && words.iter().all(|word| is_proper(word))
}

/// What stands before a date or an age.
fn before_figures(text: &str) -> &str {
    let end = text.find(|c: char| c.is_ascii_digit() || c == '(').unwrap_or(text.len());
    let before = text[..end].trim_end_matches([' ', ',', '-', '(']);
    before.trim_end_matches("født").trim_end_matches(" f.").trim_end_matches([' ', ','])
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

/// A date long before anything was counted.
fn has_day_of_birth(text: &str) -> bool {
    let is_old = |text: &str| is_old_day(text) || is_written_birth(text);
    let mut words = text.split([' ', ',', '(', ')']);
    is_old(text) || words.any(is_old)
}

/// «84 år», «født 1941».
fn has_age(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_born = ["født ", "fødd ", "f. "].iter().any(|born| lower.contains(born));
    if is_born && lower.contains(char::is_numeric) {
        return true;
    }
    let words: Vec<&str> =
        lower.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|two| {
        let is_sound = two[0].parse::<u8>().is_ok_and(|age| (16..=115).contains(&age));
        is_sound && (two[1].starts_with("år") || two[1] == "years")
    })
}

/// Two digits are of the last century for whoever is old, and of this one for a month that was counted.
fn is_birth_year(text: &str, year: i32) -> bool {
    let has_four = text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    year < BORN_BEFORE || !has_four && (2030..2070).contains(&year)
}

/// `120341`: a day of birth without signs.
fn is_written_birth(word: &str) -> bool {
    is_birth_day(word) && period::read(word).is_none()
}

/// Six digits that are a day, or that of a number for a while.
fn is_birth_day(word: &str) -> bool {
    let pair = |at: usize| word.get(at..at + 2).and_then(|two| two.parse::<u8>().ok());
    let is_six = word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit());
    // Days of those with a number for a while begin with 4 to 7.
    let is_day = |day: u8| (1..=31).contains(&day) || (41..=71).contains(&day);
    is_six && pair(0).is_some_and(is_day) && pair(2).is_some_and(|month| (1..=12).contains(&month))
}
