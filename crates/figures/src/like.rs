//! What looks like a time without being told whole: it is asked about or refused, and never taken as a name.

use crate::clean::clean;
use crate::period::{self, Kind, When};
use crate::tokens::{Token, tokens};
use crate::words::{self, Word};

/// «uke 9» without its year, a month that there is not, a letter that is wrong, an hour without its day.
///
/// ```
/// use figures::like::is_time;
///
/// assert!(is_time("uke 9") && is_time("januar") && is_time("2023M13") && is_time("janaur 2023"));
/// assert!(!is_time("K1") && !is_time("Avdeling 2") && !is_time("2021/22"));
/// ```
pub fn is_time(text: &str) -> bool {
    let text = clean(text).to_lowercase();
    let Some(found) = tokens(&text) else { return false };
    let has_whole_day = || text.split([' ', ',', ';']).any(is_day);
    is_worded(&text, &found) || is_clock(&found) || is_figures(&found) || has_whole_day()
}

/// Words that name a part of a year, or of a day.
const SEASONS: [&str; 17] = [
    "vår", "våren", "sommer", "sommeren", "sommar", "sommaren", "høst", "høsten", "haust",
    "hausten", "vinter", "vinteren", "spring", "summer", "autumn", "winter", "påske",
];
const CLOCKS: [&str; 3] = ["kl", "klokka", "klokken"];

fn is_worded(text: &str, found: &[Token]) -> bool {
    let has_figures = found.iter().any(|token| matches!(token, Token::Number(..)));
    let has_year = found.iter().any(is_year);
    let mut all = found.iter().filter_map(|token| match token {
        Token::Word(word) => Some(word.as_str()),
        _ => None,
    });
    let is_short = found.len() <= 4;
    all.any(|one| {
        let said = words::word(one);
        let is_month = matches!(said, Some(Word::Month(_)));
        let is_day = words::is_weekday(one);
        if is_month || is_day || SEASONS.contains(&one) || CLOCKS.contains(&one) {
            let is_alone = one == text.trim_end_matches('.') && (is_month || is_day);
            return has_figures || is_alone;
        }
        // «K1» and «T2» are names of wards, and quarters only with a year.
        let is_part = matches!(
            said,
            Some(Word::MonthSign | Word::Quarter | Word::Tertial | Word::Half | Word::Week)
        );
        let is_told_by_year = is_part
            || one == "i"
            || matches!(said, Some(Word::Ordinal(_)))
            || words::is_nearly_month(one);
        let is_long = one.chars().count() > 1;
        has_figures && is_part && is_long || has_year && is_short && is_told_by_year
    })
}

fn is_year(token: &Token) -> bool {
    matches!(token, Token::Number(year, 4) if (1900..2100).contains(year))
}

/// `8:30`.
fn is_clock(found: &[Token]) -> bool {
    found.windows(3).any(|near| {
        matches!(near, [Token::Number(_, 1 | 2), Token::Sign(':'), Token::Number(_, 2)])
    })
}

/// `31.2.2024`, `2024-13-01`, `2023-13`; «2021/22» is a year of a school.
fn is_figures(found: &[Token]) -> bool {
    match found {
        [
            Token::Number(_, 1..=4),
            Token::Sign(one @ ('.' | '-' | '/')),
            Token::Number(_, 1..=4),
            Token::Sign(other),
            Token::Number(_, 1..=4),
        ] => one == other,
        [
            first @ Token::Number(year, 4),
            Token::Sign('-' | '/' | '.'),
            Token::Number(next, 1 | 2),
        ] => is_year(first) && (year + 1) % 100 != *next,
        [Token::Number(_, 1 | 2), Token::Sign('-' | '/'), last] => is_year(last),
        _ => false,
    }
}

/// A whole day among other words.
fn is_day(part: &str) -> bool {
    let is_known = |when| match when {
        When::Known(known) => known.period.kind == Kind::Day,
        When::Either { .. } => true,
        When::Yearless(_) | When::Serial(_) => false,
    };
    part.contains(['.', '-', '/']) && period::read(part).is_some_and(is_known)
}

/// A column that says a month and a year, or a day and a month, in two numbers: «01.23», «05/23», «0123»; or
/// weeks, «202352». Each may be a number or a name, and all together hardly are.
pub fn are_times(cells: &[&str]) -> bool {
    let halves: Option<Vec<Halves>> = cells.iter().map(|cell| halved(cell)).collect();
    let Some(halves) = halves.filter(|halves| halves.len() > 1) else { return false };
    let (sign, digits) = (halves[0].sign, halves[0].digits);
    if halves.iter().any(|half| half.sign != sign) {
        return false;
    }
    let all = |is_so: fn(&Halves) -> bool| halves.iter().all(is_so);
    let has_zero = halves.iter().any(|half| half.has_zero);
    let has_month = all(|half| is_month(half.first)) || all(|half| is_month(half.last));
    match sign {
        None if digits == 6 => {
            let are_weeks =
                all(|half| (1990..2060).contains(&half.first) && (1..=53).contains(&half.last));
            let is_day = |half: &Halves| {
                (1..=31).contains(&(half.first / 100)) && is_month(half.first % 100)
            };
            are_weeks || has_zero && halves.iter().all(is_day)
        }
        // «1,2023» is a number that nobody measures.
        Some(',') => all(|half| is_month(half.first) && (1900..2100).contains(&half.last)),
        Some('.') | None => has_zero && has_month,
        Some(_) => has_month,
    }
}

fn is_month(number: u32) -> bool {
    (1..=12).contains(&number)
}

/// What stands before and after a sign; without one, the last two digits and those before.
struct Halves {
    first: u32,
    last: u32,
    sign: Option<char>,
    digits: usize,
    /// As no number begins.
    has_zero: bool,
}

fn halved(cell: &str) -> Option<Halves> {
    let cell = cell.trim();
    let (first, last, sign) = match cell.find(|c: char| !c.is_ascii_digit()) {
        Some(at) => {
            let sign = cell[at..].chars().next()?;
            (&cell[..at], &cell[at + sign.len_utf8()..], Some(sign))
        }
        None if matches!(cell.len(), 4 | 6) => {
            let (first, last) = cell.split_at(cell.len() - 2);
            (first, last, None)
        }
        None => return None,
    };
    let is_figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = match sign {
        None => true,
        Some(',') => last.len() == 4,
        Some('.' | '-' | '/') => first.len() <= 2 && last.len() == 2,
        Some(_) => false,
    };
    if !fits || !is_figures(last) {
        return None;
    }
    Some(Halves {
        first: first.parse().ok()?,
        last: last.parse().ok()?,
        sign,
        digits: first.len() + last.len(),
        has_zero: first.len() > 1 && first.starts_with('0') && !first.starts_with("00"),
    })
}
