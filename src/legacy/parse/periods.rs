//! Dates and periods in words and figures, with the precision they were given in.

use serde::Serialize;

use super::text::{fold, words};

/// A date as `2013`, `2019-06` or `2019-06-14`; `2008~` is about 2008.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moment {
    pub edtf: String,
    pub precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Day,
    Month,
    /// «høsten 2012», «1. halvår 2015»: kept as the year, the season stands in `raw`.
    Season,
    Year,
}

/// A span of time. `2013` alone is from 2013 to 2013; an open end is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    pub from: Option<Moment>,
    pub to: Option<Moment>,
    /// As it stands on the page.
    pub raw: String,
    /// «2010-12» may be years or a month; the years were taken.
    pub ambiguous: bool,
}

/// A day, month or year, when the text is that and nothing more.
pub(super) fn moment(text: &str) -> Option<Moment> {
    Point::read(&tokens(text)).and_then(|point| point.moment(None))
}

/// The first date at the start of the text that has a day; the clock time after it is left alone.
pub(super) fn day_first(text: &str) -> Option<String> {
    let all = tokens(text);
    (1..=all.len().min(5)).rev().find_map(|n| {
        let moment = Point::read(&all[..n])?.moment(None)?;
        (moment.precision == Precision::Day).then_some(moment.edtf)
    })
}

pub(super) fn period(text: &str) -> Option<Period> {
    let raw = super::text::tidy(text);
    let tokens = tokens(text);
    let done = |from, to| Some(Period { from, to, raw: raw.clone(), ambiguous: false });
    if let Some((from, to, ambiguous)) = short_years(&tokens) {
        return Some(Period { from: Some(from), to: Some(to), raw, ambiguous });
    }
    if let Some(point) = Point::read(&tokens) {
        let moment = point.moment(None)?;
        return match tokens.first() {
            Some(Token::From) => done(Some(moment), None),
            Some(Token::Until) => done(None, Some(moment)),
            _ => done(Some(moment.clone()), Some(moment)),
        };
    }
    if let Some((Token::Dash, right)) = tokens.split_first() {
        return done(None, Some(Point::read(right)?.moment(None)?));
    }
    // Every separator is tried: in «1.-3. mars 2014» and «2019-06 - 2021-06» only one of them fits.
    (0..tokens.len()).filter(|at| matches!(tokens[*at], Token::Dash | Token::Until)).find_map(
        |at| {
            let (left, right) = (&tokens[..at], &tokens[at + 1..]);
            let from = Point::read(left)?;
            if right.is_empty() || right == [Token::Open] {
                return done(Some(from.moment(None)?), None);
            }
            let to = Point::read(right)?;
            done(Some(from.moment(Some(&to))?), Some(to.moment(None)?))
        },
    )
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// A whole number, with the count of its figures.
    Number(u32, usize),
    Month(u32),
    /// Season, half or quarter of a year.
    Season,
    Dot,
    Slash,
    /// Any dash, or «og» between two dates.
    Dash,
    From,
    Until,
    Circa,
    /// «pågår», «løpende», «d.d.».
    Open,
    Other,
}

/// A page's date or period is short; anything longer is prose and is not looked into.
const LONGEST: usize = 60;

fn tokens(text: &str) -> Vec<Token> {
    let folded = fold_phrases(text);
    let mut out = Vec::new();
    let mut rest = folded.as_str();
    while let Some(first) = rest.chars().next() {
        if out.len() > LONGEST {
            return vec![Token::Other];
        }
        let len = if first.is_ascii_digit() {
            rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())
        } else if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (word, tail) = rest.split_at(len);
        rest = tail;
        if !first.is_whitespace() {
            out.push(token(word));
        }
    }
    while matches!(out.last(), Some(Token::Dot)) && out.len() > 1 {
        out.pop();
    }
    out
}

fn fold_phrases(text: &str) -> String {
    let mut folded = fold(text);
    for (phrase, word) in [
        ("til og med", "til"),
        ("fra og med", "fra"),
        ("frå og med", "fra"),
        ("f.o.m.", "fra "),
        ("f.o.m", "fra "),
        ("t.o.m.", "til "),
        ("t.o.m", "til "),
        ("fram til", "til"),
        ("frem til", "til"),
        ("d.d", "pågår"),
        ("dags dato", "pågår"),
        ("i dag", "pågår"),
        ("under arbeid", "pågår"),
    ] {
        if folded.contains(phrase) {
            folded = folded.replace(phrase, word);
        }
    }
    folded
}

fn token(word: &str) -> Token {
    match word {
        "." => Token::Dot,
        "/" => Token::Slash,
        "-" | "–" | "—" | "−" | "‐" | "‑" | "og" | "," => Token::Dash,
        "fra" | "frå" | "siden" | "sidan" | "oppstart" | "start" | "from" => Token::From,
        "til" | "tom" | "inntil" | "to" | "until" => Token::Until,
        "ca" | "cirka" | "omkring" | "rundt" => Token::Circa,
        "pågår" | "pågående" | "pågåande" | "løpende" | "løpande" | "kontinuerlig"
        | "kontinuerleg" | "nå" | "no" | "ongoing" | "dd" => Token::Open,
        "vår" | "våren" | "vår’en" | "sommer" | "sommeren" | "sommar" | "sommaren" | "høst"
        | "høsten" | "haust" | "hausten" | "vinter" | "vinteren" | "halvår" | "kvartal"
        | "årsskiftet" | "tidlig" | "tidleg" | "sent" | "seint" => Token::Season,
        _ => match (word.parse::<u32>(), month(word)) {
            (Ok(number), _) => Token::Number(number, word.len()),
            (_, Some(month)) => Token::Month(month),
            _ => Token::Other,
        },
    }
}

fn month(word: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["januar", "jan", "january"],
        &["februar", "feb", "febr", "february"],
        &["mars", "mar", "march"],
        &["april", "apr"],
        &["mai", "may"],
        &["juni", "jun", "june"],
        &["juli", "jul", "july"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["oktober", "okt", "october", "oct"],
        &["november", "nov"],
        &["desember", "des", "december", "dec"],
    ];
    let at = NAMES.iter().position(|names| names.contains(&word))?;
    u32::try_from(at + 1).ok()
}

/// True for words that can open a date or follow a day: «8. februar» is no item of a list.
pub(super) fn starts_with_month(text: &str) -> bool {
    words(text).next().is_some_and(|word| month(&word).is_some())
}

/// What was said of one end of a period: the year may be missing and come from the other end.
#[derive(Clone, Debug, Default)]
struct Point {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    season: bool,
    circa: bool,
}

impl Point {
    fn read(tokens: &[Token]) -> Option<Self> {
        use Token::{Circa, Dash, Dot, From, Month, Number, Season, Slash, Until};
        let mut point = Self::default();
        let mut rest = tokens;
        while let Some((Circa | From | Until, tail)) = rest.split_first() {
            point.circa |= rest[0] == Circa;
            rest = if tail.first() == Some(&Dot) { &tail[1..] } else { tail };
        }
        match *rest {
            [Number(y, 4)] => point.year = Some(y),
            [Month(m)] | [Month(m), Dot] => point.month = Some(m),
            [Month(m), Number(y, 2 | 4)]
            | [Month(m), Dot, Number(y, 2 | 4)]
            | [Number(y, 4), Dash, Number(m, 2)]
            | [Number(m, 1 | 2), Slash | Dot, Number(y, 4)] => {
                (point.month, point.year) = (Some(m), Some(y));
            }
            [Number(d, 1 | 2), Dot] => point.day = Some(d),
            [Number(d, 1 | 2), Month(m)] | [Number(d, 1 | 2), Dot, Month(m)] => {
                (point.day, point.month) = (Some(d), Some(m));
            }
            [Number(d, 1 | 2), Month(m), Number(y, 4)]
            | [Number(d, 1 | 2), Dot, Month(m), Number(y, 4)]
            | [Number(d, 1 | 2), Dot, Month(m), Dot, Number(y, 4)]
            | [Number(d, 1 | 2), Dot, Number(m, 1 | 2), Dot, Number(y, 2 | 4)]
            | [Number(d, 1 | 2), Slash, Number(m, 1 | 2), Slash | Dash, Number(y, 2 | 4)]
            | [Number(d, 1 | 2), Slash, Number(m, 1 | 2), Number(y, 4)]
            | [Number(d, 1 | 2), Dash, Number(m, 1 | 2), Dash, Number(y, 4)]
            | [Number(y, 4), Dash, Number(m, 2), Dash, Number(d, 2)] => {
                (point.day, point.month, point.year) = (Some(d), Some(m), Some(y));
            }
            [Season] => point.season = true,
            [Season, Number(y, 2 | 4)]
            | [Number(1..=4, 1), Dot, Season, Number(y, 4)]
            | [Season, Dash | Slash, Season, Number(y, 4)] => {
                (point.season, point.year) = (true, Some(y));
            }
            _ => return None,
        }
        Some(point)
    }

    /// The year, and the month of a bare day, may come from the `other` end.
    fn moment(&self, other: Option<&Self>) -> Option<Moment> {
        let year = self.year.or_else(|| other?.year)?;
        let year = if year < 100 { 2000 + year } else { year };
        let month = self.month.or_else(|| self.day.and(other?.month));
        if self.day.is_some() && month.is_none() {
            return None;
        }
        let fits = (1900..2100).contains(&year)
            && month.is_none_or(|month| (1..=12).contains(&month))
            && self.day.is_none_or(|day| (1..=days(year, month.unwrap_or(1))).contains(&day));
        if !fits {
            return None;
        }
        let (mut edtf, precision) = match (month, self.day) {
            (Some(m), Some(d)) => (format!("{year}-{m:02}-{d:02}"), Precision::Day),
            (Some(m), None) => (format!("{year}-{m:02}"), Precision::Month),
            _ if self.season => (year.to_string(), Precision::Season),
            _ => (year.to_string(), Precision::Year),
        };
        if self.circa {
            edtf.push('~');
        }
        Some(Moment { edtf, precision })
    }
}

fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// «2013-15», «2013/14», «2016/2017»: two years; true when the second could be a month too.
fn short_years(tokens: &[Token]) -> Option<(Moment, Moment, bool)> {
    use Token::{Dash, Number, Slash};
    let (from, to, short) = match *tokens {
        [Number(from, 4), Slash, Number(to, 4)] => (from, to, false),
        [Number(from, 4), Dash | Slash, Number(to, 2)] => (from, from / 100 * 100 + to, true),
        _ => return None,
    };
    if short && to <= from {
        return None;
    }
    let year = |year| Point { year: Some(year), ..Point::default() }.moment(None);
    Some((year(from)?, year(to)?, short && to % 100 <= 12))
}

impl Period {
    /// Given as years only, at both ends that are given.
    pub fn years_only(&self) -> bool {
        [&self.from, &self.to].into_iter().flatten().all(|at| at.precision == Precision::Year)
    }

    pub fn has_season(&self) -> bool {
        [&self.from, &self.to].into_iter().flatten().any(|at| at.precision == Precision::Season)
    }

    /// The end lies before the beginning.
    pub fn reversed(&self) -> bool {
        let (Some(from), Some(to)) = (&self.from, &self.to) else { return false };
        let (from, to) = (from.edtf.trim_end_matches('~'), to.edtf.trim_end_matches('~'));
        let shared = from.len().min(to.len());
        from[..shared] > to[..shared]
    }
}
