//! Numbers, with what stands around them: signs for per cent, footnotes, «<5», «18 av 24».

use crate::clean::clean;
use crate::unit::Unit;

/// What parts whole from decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Comma,
    Point,
}

/// A number as it is written. `1,234` has two readings, and the column tells which.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Digits {
    /// What it is where the comma parts the decimals.
    pub comma: Option<f64>,
    /// What it is where the point does.
    pub point: Option<f64>,
    /// Has it a sign for per cent?
    pub percent: bool,
    /// What it says that it is in.
    pub unit: Option<Unit>,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Nothing, or one of the signs for that.
    Missing,
    Number(Digits),
    /// A number with a footnote's mark, a word or «ca.» beside it.
    Noted {
        digits: Digits,
        note: String,
    },
    /// «<5», «over 100»: not this number, but something to one side of it.
    Bounded,
    /// «18 av 24», «18/24».
    Part {
        of: [Digits; 2],
    },
    /// `#DIV/0!`, `####`: a spreadsheet could not say.
    Failed,
    /// No number.
    Words,
}

impl Digits {
    fn of(value: f64) -> Self {
        Self { comma: Some(value), point: Some(value), ..Self::default() }
    }

    /// The value where that sign parts the decimals.
    pub fn by(self, mark: Mark) -> Option<f64> {
        match mark {
            Mark::Comma => self.comma,
            Mark::Point => self.point,
        }
    }

    /// Is it another number by the one sign than by the other?
    pub fn is_double(self) -> bool {
        matches!((self.comma, self.point), (Some(one), Some(other)) if (one - other).abs() > 0.0)
    }

    /// The sign that it must have been written with.
    pub fn tells(self) -> Option<Mark> {
        match (self.comma, self.point) {
            (Some(_), None) => Some(Mark::Comma),
            (None, Some(_)) => Some(Mark::Point),
            _ => None,
        }
    }
}

/// Words and signs for what is not there.
pub fn is_missing(cell: &str) -> bool {
    let cell = clean(cell).to_lowercase();
    let words = ["", "-", "–", "—", ".", "..", "...", "…", ":", "na", "n/a", "i.a.", "ia", "null!"];
    words.contains(&cell.as_str())
        || ["mangler", "manglar", "ikke målt", "ikkje målt", "ukjent", "missing", "ikke talt"]
            .contains(&cell.as_str())
}

/// Words that may stand for 0, and may as well say that nobody has counted.
pub fn is_nought(text: &str) -> bool {
    ["null", "ingen", "ingenting", "0 (null)", "zero", "none"]
        .contains(&text.to_lowercase().as_str())
}

/// Reads one cell.
pub fn read(cell: &str) -> Figure {
    let text = clean(cell);
    if is_missing(&text) {
        return Figure::Missing;
    }
    if text.starts_with('#') {
        return Figure::Failed;
    }
    let lower = text.to_lowercase();
    if is_nought(&lower) {
        return Figure::Noted { digits: Digits::of(0.0), note: text };
    }
    if is_bounded(&lower) {
        return Figure::Bounded;
    }
    if let Some(of) = part(without_share(&text)) {
        return Figure::Part { of };
    }
    if let Some(rest) = ["kr. ", "kr ", "nok "].iter().find_map(|word| lower.strip_prefix(word))
        && let Some((digits, "" | ",-")) = number(rest.trim())
    {
        return Figure::Number(digits);
    }
    let about = ["ca. ", "ca ", "ca.", "ca", "circa ", "omtrent ", "rundt ", "~", "≈", "≃"];
    if let Some(rest) = about.iter().find_map(|word| lower.strip_prefix(word))
        && let Some((digits, "")) = number(rest.trim())
    {
        return Figure::Noted { digits, note: text };
    }
    match number(&text) {
        Some((digits, "")) => Figure::Number(digits),
        Some((digits, rest)) if is_unit(rest) => {
            Figure::Number(Digits { unit: unit_of(rest), ..digits })
        }
        Some((digits, rest)) if is_note(rest) => {
            let digits = Digits { unit: unit_of(rest), ..digits };
            Figure::Noted { digits, note: rest.trim().to_owned() }
        }
        None | Some(_) => Figure::Words,
    }
}

/// The number that a text is all of, with one reading: `1 234,5`, `-0.5`, `1e3`. A comma parts decimals.
pub fn plain(cell: &str) -> Option<f64> {
    let text = clean(cell);
    let scientific = || {
        let (digits, exponent) = text.split_once(['e', 'E'])?;
        let digits = plain(digits)?;
        let exponent: i32 = exponent.parse().ok()?;
        format!("{digits}e{exponent}").parse().ok()
    };
    let found = match number(text.strip_prefix('+').unwrap_or(&text)) {
        Some((digits, "")) if !digits.percent => match digits.tells() {
            Some(mark) => digits.by(mark),
            // `1,000` and `12.000`: with three decimals.
            None => small(digits),
        },
        _ => scientific(),
    };
    found.filter(|number| number.is_finite())
}

/// Of two readings the one with decimals.
fn small(digits: Digits) -> Option<f64> {
    let (one, other) = (digits.comma?, digits.point?);
    Some(if one.abs() < other.abs() { one } else { other })
}

fn is_bounded(text: &str) -> bool {
    let words = [
        "<",
        ">",
        "≤",
        "≥",
        "under ",
        "over ",
        "færre enn ",
        "mindre enn ",
        "flere enn ",
        "mer enn ",
        "minst ",
        "høyst ",
        "maks ",
        "inntil ",
        "opptil ",
    ];
    let rest = words.iter().find_map(|word| text.strip_prefix(word));
    let rest = rest.or_else(|| text.strip_suffix('+'));
    rest.is_some_and(|rest| {
        let rest = rest.trim_start_matches('=').trim();
        number(rest).is_some_and(|(_, rest)| rest.is_empty())
    })
}

/// «18 av 24 (75 %)»: the share says the same once more.
fn without_share(text: &str) -> &str {
    let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let is_share = |text: &str| matches!(number(text.trim()), Some((digits, "")) if digits.percent);
    match bracketed {
        Some((before, inside)) if is_share(inside) => before.trim_end(),
        _ => text,
    }
}

/// `18 av 24`, `18 of 24`, `18/24`.
fn part(text: &str) -> Option<[Digits; 2]> {
    let (above, below) =
        [" av ", " of ", "/"].iter().find_map(|between| text.split_once(between))?;
    let whole = |text: &str| match number(text.trim()) {
        Some((digits, "")) if !digits.percent => Some(digits),
        _ => None,
    };
    Some([whole(above)?, whole(below)?])
}

/// What is counted, said after the number, changes nothing.
fn is_unit(rest: &str) -> bool {
    let units = [
        "stk",
        "stk.",
        "døgn",
        "dager",
        "dagar",
        "timer",
        "timar",
        "min",
        "min.",
        "minutt",
        "minutter",
        "sek",
        "sek.",
        "sekund",
        "sekunder",
        "time",
        "kg",
        "kilo",
        "g",
        "gram",
        "kr",
        "kr.",
        "poeng",
        "personer",
        "personar",
        "beboere",
        "pasienter",
        "fall",
        "ganger",
        "gonger",
        "pr. 1000",
        "per 1000",
        ",-",
    ];
    units.contains(&rest.trim().to_lowercase().as_str())
}

/// What the word after a number says that it is in. One hour is called as time is in English, and a letter may mean
/// anything: a measure or a heading with such a word says nothing of hours.
fn unit_of(rest: &str) -> Option<Unit> {
    let word = rest.trim().to_lowercase();
    let is_hour = matches!(word.trim_end_matches('.'), "time" | "t" | "h");
    if is_hour { Some(Unit::Hour) } else { Unit::called(&word) }
}

/// A footnote's mark, or words after the number.
fn is_note(rest: &str) -> bool {
    let is_spaced = rest.starts_with(' ');
    let rest = rest.trim();
    if is_clock(rest) {
        return false;
    }
    let raised = |c: char| matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | 'ᵃ'..='ᶻ');
    let signs = |c: char| raised(c) || matches!(c, '*' | '†' | '‡' | '§' | '#' | ')' | '!' | '?');
    let Some(first) = rest.chars().next() else { return false };
    if signs(first) && first != ')' {
        // What comes after the mark is its words.
        return true;
    }
    let is_bracketed = matches!(first, '(' | '[') && rest.ends_with([')', ']']);
    let numbered = rest.strip_suffix(')').is_some_and(|mark| {
        (1..=2).contains(&mark.chars().count()) && mark.chars().all(char::is_alphanumeric)
    });
    // «9 1)» has a footnote; «91)» is nothing that anybody is sure of.
    let numbered = numbered && (is_spaced || first.is_alphabetic());
    is_bracketed || numbered || is_spaced && first.is_alphabetic() || first == ';'
}

/// «t 15 min» after a number: hours and minutes are one number together, and the first is not all of it.
fn is_clock(rest: &str) -> bool {
    let lower = rest.to_lowercase();
    let mut words = lower.split(' ');
    let is_time = words.next().is_some_and(|word| {
        let long = matches!(Unit::called(word), Some(Unit::Day | Unit::Hour | Unit::Minute));
        long || matches!(word.trim_end_matches('.'), "t" | "h" | "time" | "m" | "d")
    });
    is_time && words.next().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
}

/// The number that a text begins with, and what comes after it.
fn number(text: &str) -> Option<(Digits, &str)> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest.trim_start()),
        None => (1.0, text),
    };
    let length = prefix(unsigned);
    let (written, rest) = unsigned.split_at(length);
    let mut digits = readings(written)?;
    digits.comma = digits.comma.map(|value| value * sign);
    digits.point = digits.point.map(|value| value * sign);
    let after = rest.trim_start();
    for percent in ["%", "prosent", "pst.", "pst", "pct"] {
        if let Some(rest) = after.strip_prefix(percent) {
            digits.percent = true;
            return Some((digits, rest));
        }
    }
    Some((digits, rest))
}

/// How far digits go, with the signs between them; a space only between thousands.
fn prefix(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    loop {
        match bytes.get(at) {
            Some(b'0'..=b'9') => at += 1,
            Some(b',' | b'.') if is_digit(at + 1) => at += 1,
            Some(b' ' | b'\'') if at > 0 && is_digit(at - 1) => {
                let group = (1..=3).all(|ahead| is_digit(at + ahead)) && !is_digit(at + 4);
                if !group {
                    return at;
                }
                at += 1;
            }
            _ => return at,
        }
    }
}

fn readings(written: &str) -> Option<Digits> {
    // Longer whole numbers count nothing, and lose their last digits.
    let is_long = written.len() > 15 && written.bytes().all(|byte| byte.is_ascii_digit());
    if is_long || written.len() > 40 || !written.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let comma = reading(written, ',', '.');
    let point = reading(written, '.', ',');
    (comma.is_some() || point.is_some()).then_some(Digits { comma, point, ..Digits::default() })
}

/// The value where `decimal` parts the decimals, and `group` may stand between thousands.
fn reading(written: &str, decimal: char, group: char) -> Option<f64> {
    let (whole, rest) = match written.split_once(decimal) {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (written, None),
    };
    let is_figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if rest.is_some_and(|rest| !is_figures(rest)) {
        return None;
    }
    let between = [' ', '\'', group];
    let kinds = between.iter().filter(|sign| whole.contains(**sign)).count();
    let mut plain = String::with_capacity(written.len());
    let groups: Vec<&str> = whole.split(between).collect();
    let is_grouped = groups.len() > 1;
    for (at, group) in groups.iter().enumerate() {
        let fits = if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        let is_first_zero = at == 0 && group.starts_with('0');
        if is_grouped && (!fits || is_first_zero || !is_figures(group) || kinds > 1) {
            return None;
        }
        plain.push_str(group);
    }
    if plain.is_empty() {
        // «,5»
        rest?;
        plain.push('0');
    }
    if !is_figures(&plain) {
        return None;
    }
    if let Some(rest) = rest {
        plain.push('.');
        plain.push_str(rest);
    }
    plain.parse().ok()
}
