//! Days, weeks, months and parts of years, as people write them.

use serde::{Deserialize, Serialize};
use time::{Date, Duration, Month, Time, Weekday};

use crate::clean::clean;
use crate::tokens::{Token, tokens};
use crate::words::{self, Word, full_year};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Year,
    Half,
    /// Four months, as municipalities report.
    Tertial,
    Quarter,
    Month,
    Week,
    Day,
}

/// A period by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    pub kind: Kind,
    pub first: Date,
}

/// A period, and an hour where one is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub period: Period,
    pub hour: Option<Time>,
}

/// What a cell says of when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum When {
    Known(Known),
    /// `03/04/2025`: which of the two is the month is not told.
    Either {
        first: u8,
        second: u8,
        year: i32,
        hour: Option<Time>,
    },
    /// `uke 5`, `mars`, `3. april`: the year is told elsewhere.
    Yearless(Yearless),
    /// May be a day by its number in a spreadsheet; see [`serial`].
    Serial(f64),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yearless {
    Week(u8),
    Day {
        day: u8,
        month: u8,
    },
    /// A month, quarter, tertial or half year, from 1.
    Part(Kind, u8),
}

impl Kind {
    /// How many months it has; none for weeks and days.
    fn months(self) -> Option<u8> {
        match self {
            Self::Year => Some(12),
            Self::Half => Some(6),
            Self::Tertial => Some(4),
            Self::Quarter => Some(3),
            Self::Month => Some(1),
            Self::Week | Self::Day => None,
        }
    }

    /// The period of this kind that a day is in.
    pub fn around(self, day: Date) -> Period {
        let first = match self.months() {
            Some(months) => {
                let month = (u8::from(day.month()) - 1) / months * months + 1;
                let month = Month::try_from(month).unwrap_or(Month::January);
                Date::from_calendar_date(day.year(), month, 1).unwrap_or(day)
            }
            None if self == Self::Week => {
                let since = day.weekday().number_days_from_monday();
                day.checked_sub(Duration::days(since.into())).unwrap_or(day)
            }
            None => day,
        };
        Period { kind: self, first }
    }

    /// The nth part of a year: the third quarter.
    pub fn nth(self, year: i32, number: u8) -> Option<Period> {
        if self == Self::Week {
            let first = Date::from_iso_week_date(year, number, Weekday::Monday).ok()?;
            return Some(Period { kind: self, first });
        }
        let months = self.months()?;
        if number == 0 || number > 12 / months {
            return None;
        }
        let month = Month::try_from((number - 1) * months + 1).ok()?;
        let first = Date::from_calendar_date(year, month, 1).ok()?;
        Some(Period { kind: self, first })
    }
}

impl Period {
    /// The last day of it.
    pub fn last(self) -> Date {
        self.next().first.previous_day().unwrap_or(self.first)
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        let days = match self.kind {
            Kind::Day => 1,
            Kind::Week => 7,
            // From the first of any period so many days lead into the next.
            Kind::Month => 31,
            Kind::Quarter => 92,
            Kind::Tertial => 123,
            Kind::Half => 184,
            Kind::Year => 366,
        };
        let day = self.first.checked_add(Duration::days(days)).unwrap_or(self.first);
        self.kind.around(day)
    }

    /// Is all of it inside one period of that kind?
    pub fn within(self, kind: Kind) -> bool {
        kind.around(self.first) == kind.around(self.last())
    }
}

impl Yearless {
    pub fn of(self, year: i32) -> Option<Period> {
        match self {
            Self::Week(number) => Kind::Week.nth(year, number),
            Self::Part(kind, number) => kind.nth(year, number),
            Self::Day { day, month } => self::day(year, month.into(), day.into()),
        }
    }
}

fn day(year: i32, month: u32, day: u32) -> Option<Period> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    let first = Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()?;
    Some(Period { kind: Kind::Day, first })
}

/// A day by its number in a spreadsheet: since 1900 (and with its 29 February of that year, which never
/// was), or since 1904 as an old Mac counted.
pub fn serial(number: f64, since_1904: bool) -> Option<Known> {
    if !(1.0..=109_573.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "it is between 1 and 109,573")]
    let (days, seconds) = (number.floor() as i64, (number.fract() * 86_400.0).round() as i64);
    let epoch = if since_1904 {
        Date::from_calendar_date(1904, Month::January, 1).ok()?
    } else {
        Date::from_calendar_date(1899, Month::December, 30).ok()?
    };
    if !since_1904 && days < 61 {
        return None;
    }
    let at = epoch.checked_add(Duration::days(days))?.midnight() + Duration::seconds(seconds);
    let hour = (seconds > 0).then(|| at.time());
    Some(Known { period: Period { kind: Kind::Day, first: at.date() }, hour })
}

/// Reads one cell. None: it says nothing of when.
pub fn read(text: &str) -> Option<When> {
    let text = clean(text).to_lowercase();
    // Nothing that long is a date.
    if text.is_empty() || text.chars().count() > 60 {
        return None;
    }
    whole(&text).or_else(|| whole(bare(&text)?)).or_else(|| as_of(&text))
}

/// «pr. 31.12.2024»: what was so that day.
fn as_of(text: &str) -> Option<When> {
    let day = ["pr. ", "pr ", "per "].iter().find_map(|word| text.strip_prefix(word))?;
    let is_day = |when: &When| matches!(when, When::Known(known) if known.period.kind == Kind::Day);
    whole(day).filter(is_day)
}

/// Without a footnote's mark, or what stands in brackets: «jan. 2025*», «uke 5 (27.1.–2.2.)».
fn bare(text: &str) -> Option<&str> {
    let is_mark = |c: char| matches!(c, '*' | '†' | '¹' | '²' | '³' | '⁴'..='⁹');
    let unmarked = text.trim_end_matches(is_mark).trim_end();
    let bracketed = unmarked.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let bare = bracketed.map_or(unmarked, |(before, _)| before.trim_end());
    let bare = bare.trim_end_matches(is_mark).trim_end();
    (bare.len() < text.len()).then_some(bare)
}

fn whole(text: &str) -> Option<When> {
    if let Some(when) = span(text) {
        return Some(when);
    }
    let (text, hour) = apart(text)?;
    match (one(text)?, hour) {
        (when, None) => Some(when),
        (When::Known(known), hour) if known.period.kind == Kind::Day => {
            Some(When::Known(Known { hour, ..known }))
        }
        (When::Either { first, second, year, .. }, hour) => {
            Some(When::Either { first, second, year, hour })
        }
        _ => None,
    }
}

/// `1.1.2025–31.1.2025`, «jan–mars 2025»: a period when it is all of one.
fn span(text: &str) -> Option<When> {
    let (from, to) = [" til og med ", " t.o.m. ", " til ", " – ", " - ", "–", "-"]
        .iter()
        .find_map(|between| {
            let (from, to) = text.split_once(between)?;
            ends(from.trim(), to.trim())
        })?;
    let kinds = [Kind::Week, Kind::Month, Kind::Quarter, Kind::Tertial, Kind::Half, Kind::Year];
    let period = kinds.into_iter().map(|kind| kind.around(from));
    let period = period.into_iter().find(|one| one.first == from && one.last() == to)?;
    Some(When::Known(Known { period, hour: None }))
}

/// The first and the last day of what begins and ends so. The year may stand at the end alone: «6.1.–12.1.2025».
fn ends(from: &str, to: &str) -> Option<(Date, Date)> {
    let When::Known(Known { period: last, .. }) = one(to)? else { return None };
    let first = match one(from).or_else(|| one(&format!("{from}.")))? {
        When::Known(known) => known.period,
        // A week may lie over the turn of the year.
        When::Yearless(yearless) => {
            let year = last.first.year();
            let same = yearless.of(year).filter(|first| first.first <= last.first);
            same.or_else(|| yearless.of(year - 1))?
        }
        _ => return None,
    };
    let are_alike = first.kind == last.kind && matches!(last.kind, Kind::Day | Kind::Month);
    are_alike.then(|| (first.first, last.last()))
}

/// One period, without an hour.
fn one(text: &str) -> Option<When> {
    let found = tokens(text)?;
    let has_words = found.iter().any(|token| matches!(token, Token::Word(_)));
    if has_words { worded(&found) } else { figures(text, &found) }
}

/// The day, and the hour after it: `1.2.2025 08:30`, `2025-02-01t08:30:00z`, `1.2.2025 kl. 8.30`.
fn apart(text: &str) -> Option<(&str, Option<Time>)> {
    if let Some((day, clock)) = text.split_once("kl") {
        let hour = hour(clock.trim_start_matches(['.', ' ']))?;
        return Some((day.trim_end_matches([' ', ',']), Some(hour)));
    }
    let Some(colon) = text.find(':') else { return Some((text, None)) };
    let from = text[..colon].rfind(|c: char| !c.is_ascii_digit())?;
    let sign = text[from..].chars().next()?;
    let clock = &text[from + sign.len_utf8()..];
    let day = text[..from].trim_end_matches([' ', ',']);
    (sign == ' ' || sign == 't').then_some(())?;
    Some((day, Some(hour(clock)?)))
}

fn hour(text: &str) -> Option<Time> {
    let text = text.trim_end_matches('z').trim();
    let mut parts = text.split([':', '.']);
    let mut part = |most: usize| match parts.next() {
        None => Some(0),
        Some(part) => {
            let is_sound = (1..=most).contains(&part.len());
            let is_sound = is_sound && part.bytes().all(|byte| byte.is_ascii_digit());
            is_sound.then(|| part.parse::<u32>().ok()).flatten()
        }
    };
    let (hour, minute, second, _) = (part(2)?, part(2)?, part(2)?, part(9)?);
    let small = |number: u32| u8::try_from(number).ok();
    Time::from_hms(small(hour)?, small(minute)?, small(second)?).ok()
}

/// What stands beside a word: a number and its digits.
type Beside = (u32, usize);

/// `3. kvartal 25`, `2025m01`, `uke 5`, `1. mars 2025`.
fn worded(found: &[Token]) -> Option<When> {
    let (mut before, mut after): (Vec<Beside>, Vec<Beside>) = (Vec::new(), Vec::new());
    let mut said: Option<Word> = None;
    for token in found {
        let numbers = if said.is_some() { &mut after } else { &mut before };
        match token {
            Token::Number(number, digits) => numbers.push((*number, *digits)),
            Token::Sign('.' | ',' | '-' | '/' | '\'' | '’' | '´' | '–' | '(' | ')') => {}
            Token::Sign(_) => return None,
            Token::Word(word) => match words::word(word)? {
                Word::Filler => {}
                Word::Ordinal(number) => numbers.push((number, 1)),
                word if said.is_none() => said = Some(word),
                _ => return None,
            },
        }
    }
    let Some(said) = said else {
        let is_ordinal = |token: &Token| match token {
            Token::Word(word) => matches!(words::word(word), Some(Word::Ordinal(_))),
            Token::Number(..) | Token::Sign(_) => false,
        };
        // «II 2025»: the second of what?
        if found.iter().any(is_ordinal) {
            return None;
        }
        // «mandag 3.3.2025»
        let figures_alone = found.iter().filter(|token| !matches!(token, Token::Word(_)));
        return figures("", &figures_alone.cloned().collect::<Vec<_>>());
    };
    // «I kvartal 2024»: else the letter is a word.
    let is_unnumbered = before.iter().chain(&after).all(|(_, digits)| *digits > 2);
    let has_one = found.iter().any(|token| matches!(token, Token::Word(word) if word == "i"));
    if has_one && is_unnumbered && matches!(said, Word::Quarter | Word::Tertial | Word::Half) {
        before.push((1, 1));
    }
    match said {
        Word::Month(month) => of_month(month, &before, &after),
        Word::MonthSign => of_part(Kind::Month, &before, &after),
        Word::Quarter => of_part(Kind::Quarter, &before, &after),
        Word::Tertial => of_part(Kind::Tertial, &before, &after),
        Word::Half => of_part(Kind::Half, &before, &after),
        Word::Week => of_part(Kind::Week, &before, &after),
        Word::Year => match (&before[..], &after[..]) {
            ([(number, 4)], []) | ([], [(number, 4)]) => {
                known(Kind::Year.nth(full_year(*number, 4)?, 1)?)
            }
            _ => None,
        },
        Word::Ordinal(_) | Word::Filler => None,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the last word of those that may find nothing")]
fn known(period: Period) -> Option<When> {
    Some(When::Known(Known { period, hour: None }))
}

fn of_month(month: u8, before: &[Beside], after: &[Beside]) -> Option<When> {
    let year = |(number, digits): Beside| full_year(number, digits);
    match (before, after) {
        ([], []) => Some(When::Yearless(Yearless::Part(Kind::Month, month))),
        // «2025 mars», «mars 2025», «mars 25».
        ([one @ (_, 4)], []) | ([], [one @ (_, 2 | 4)]) => {
            known(Kind::Month.nth(year(*one)?, month)?)
        }
        ([(day, 1 | 2)], []) => {
            let day = u8::try_from(*day).ok()?;
            let yearless = Yearless::Day { day, month };
            // There is such a day in a leap year at least.
            yearless.of(2024).map(|_| When::Yearless(yearless))
        }
        ([(number, 1 | 2)], [one @ (_, 2 | 4)]) | ([one @ (_, 4)], [(number, 1 | 2)]) => {
            known(day(year(*one)?, month.into(), *number)?)
        }
        // «march 3, 2025»
        ([], [(number, 1 | 2), one @ (_, 4)]) => known(day(year(*one)?, month.into(), *number)?),
        _ => None,
    }
}

/// A part of a year by its number, on either side of the word.
fn of_part(kind: Kind, before: &[Beside], after: &[Beside]) -> Option<When> {
    let all: Vec<Beside> = before.iter().chain(after).copied().collect();
    let small = |number: u32| u8::try_from(number).ok();
    match all[..] {
        [(number, 1 | 2)] => {
            let number = small(number)?;
            // 2020 has 53 weeks.
            kind.nth(2020, number)?;
            Some(When::Yearless(match kind {
                Kind::Week => Yearless::Week(number),
                kind => Yearless::Part(kind, number),
            }))
        }
        [(year, 4), (number, 1 | 2)] | [(number, 1 | 2), (year, 4)] => {
            known(kind.nth(full_year(year, 4)?, small(number)?)?)
        }
        // `2025-W05-1`: a day of a week.
        [(year, 4), (number, 1 | 2), (nth @ 1..=7, 1)] if kind == Kind::Week => {
            let week = kind.nth(full_year(year, 4)?, small(number)?)?;
            let first = week.first.checked_add(Duration::days(i64::from(nth) - 1))?;
            known(Kind::Day.around(first))
        }
        // «3 kvartal 25»: the year is last.
        [(number, 1 | 2), (year, 2)] => known(kind.nth(full_year(year, 2)?, small(number)?)?),
        _ => None,
    }
}

/// `2025-01`, `1.2.25`, `20250201`, `01/2025`, `45658`.
fn figures(text: &str, found: &[Token]) -> Option<When> {
    // «3.4.» ends with a full stop.
    let found = match found {
        [rest @ .., Token::Sign('.')] if rest.len() > 1 => rest,
        all => all,
    };
    match *found {
        [Token::Number(number, digits)] => of_one(number, digits),
        [Token::Number(days, 5), Token::Sign(',' | '.'), Token::Number(..)] => {
            let number = text.replace(',', ".").parse().ok()?;
            (20_000..=80_000).contains(&days).then_some(When::Serial(number))
        }
        [Token::Number(year, 4), Token::Sign('-' | '.' | '/'), Token::Number(month, 1 | 2)]
        | [Token::Number(month, 1 | 2), Token::Sign('-' | '.' | '/'), Token::Number(year, 4)]
        | [Token::Number(year, 4), Token::Number(month, 2)]
        | [Token::Number(month, 2), Token::Number(year, 4)] => {
            known(Kind::Month.nth(full_year(year, 4)?, u8::try_from(month).ok()?)?)
        }
        [Token::Number(number, 1 | 2), Token::Sign('.'), Token::Number(month, 1 | 2)] => {
            let (number, month) = (u8::try_from(number).ok()?, u8::try_from(month).ok()?);
            let yearless = Yearless::Day { day: number, month };
            let ends = text.ends_with('.');
            yearless.of(2024).filter(|_| ends).map(|_| When::Yearless(yearless))
        }
        _ => of_three(found),
    }
}

/// A day by its three numbers: `2025-02-01`, `1.2.25`, «1/2-25», `03/04/2025`.
fn of_three(found: &[Token]) -> Option<When> {
    let day_of = |year, month, number| known(day(year, month, number)?);
    match *found {
        [
            Token::Number(year, 4),
            Token::Sign(one),
            Token::Number(month, _),
            Token::Sign(two),
            Token::Number(number, _),
        ] if one == two && ['-', '.', '/'].contains(&one) => {
            day_of(full_year(year, 4)?, month, number)
        }
        [
            Token::Number(a, 1 | 2),
            Token::Sign('.'),
            Token::Number(b, 1 | 2),
            Token::Sign('.'),
            Token::Number(year, digits @ (2 | 4)),
        ]
        // «1/2-25», «1/2 2025»: written so, the day is first.
        | [
            Token::Number(a, 1 | 2),
            Token::Sign('/'),
            Token::Number(b, 1 | 2),
            Token::Sign('-'),
            Token::Number(year, digits @ (2 | 4)),
        ]
        | [
            Token::Number(a, 1 | 2),
            Token::Sign('.' | '/'),
            Token::Number(b, 1 | 2),
            Token::Number(year, digits @ 4),
        ] => day_of(full_year(year, digits)?, b, a),
        // «25-02-01»: the year may be first, and nothing tells.
        [
            Token::Number(first, 2),
            Token::Sign('-'),
            Token::Number(month, 2),
            Token::Sign('-'),
            Token::Number(last, 2),
        ] if full_year(last, 2)? < OLDEST && day(full_year(first, 2)?, month, last).is_some() => None,
        [
            Token::Number(a, 1 | 2),
            Token::Sign(one),
            Token::Number(b, 1 | 2),
            Token::Sign(two),
            Token::Number(year, digits @ (2 | 4)),
        ] if one == two && ['-', '/'].contains(&one) => either(a, b, full_year(year, digits)?),
        _ => None,
    }
}

/// Of two digits that may be a year and may be a day, those before are rather a day.
const OLDEST: i32 = 2010;

/// There is at least one way to read it.
fn either(first: u32, second: u32, year: i32) -> Option<When> {
    day(year, second, first).or_else(|| day(year, first, second))?;
    let (first, second) = (u8::try_from(first).ok()?, u8::try_from(second).ok()?);
    Some(When::Either { first, second, year, hour: None })
}

/// Only digits: a year, a month or day without signs, or the number of a day.
fn of_one(number: u32, digits: usize) -> Option<When> {
    match digits {
        4 => known(Kind::Year.nth(full_year(number, 4).filter(|year| *year >= 1900)?, 1)?),
        5 => (20_000..=80_000).contains(&number).then(|| When::Serial(f64::from(number))),
        6 => {
            let month = u8::try_from(number % 100).ok()?;
            let year = full_year(number / 100, 4).filter(|year| (1900..2100).contains(year))?;
            known(Kind::Month.nth(year, month)?)
        }
        8 => {
            let iso = full_year(number / 10_000, 4).filter(|year| (1900..2100).contains(year));
            let iso = iso.and_then(|year| day(year, number / 100 % 100, number % 100));
            let norwegian = || {
                let year = full_year(number % 10_000, 4)?;
                day(year, number / 10_000 % 100, number / 1_000_000)
            };
            known(iso.or_else(norwegian)?)
        }
        _ => None,
    }
}

impl When {
    /// The day or period, with the day before the month or after it where nothing tells.
    pub fn ordered(self, day_first: bool) -> Option<Known> {
        match self {
            Self::Known(known) => Some(known),
            Self::Either { first, second, year, hour } => {
                let (number, month) = if day_first { (first, second) } else { (second, first) };
                let period = day(year, month.into(), number.into())?;
                Some(Known { period, hour })
            }
            Self::Yearless(_) | Self::Serial(_) => None,
        }
    }
}
