//! The first numbers of a measure, typed one to a line: «19 av 24», «mars 2025: 7».

#[cfg(test)]
mod tests;

use time::Date;

use super::NUMBERS;
use crate::text::Fault;
use crate::work::{NewMeasure, Number, read_period};

/// So many are typed by hand.
const MOST: usize = 60;

/// Reads what was typed; the numbers are of the first measure. One without a time is of the period after
/// the one above it, and where none has a time the last is of the newest period that is over: the one that we
/// are in has not all of its number yet.
pub fn read(
    text: &str,
    measures: &[NewMeasure],
    today: Date,
) -> Result<Vec<(Date, Number)>, Fault> {
    let lines: Vec<(usize, &str)> =
        (1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty()).collect();
    let Some(measure) = measures.first().filter(|_| !lines.is_empty()) else {
        return Ok(Vec::new());
    };
    if lines.len() > MOST {
        return Err(Fault::new(NUMBERS, "sharing-fault-many").filled("max", MOST));
    }
    let frequency = measure.definition.frequency;
    let first = (1..lines.len()).fold(frequency.over(today), |day, _| frequency.before(day));
    let mut next = first;
    let mut read: Vec<(Date, Number)> = Vec::new();
    for (at, line) in lines {
        let fault = |key| Fault::new(NUMBERS, key).filled("line", at);
        let (when, said) = match line.rsplit_once(':') {
            Some((when, said)) => (when.trim(), said.trim()),
            None => ("", line),
        };
        if !when.is_empty() {
            let day = read_period(frequency, when, today);
            next = day.map_err(|_| fault("sharing-fault-time"))?;
        }
        let number = number(said).ok_or_else(|| fault("sharing-fault-number"))?;
        if let Some(doubt) = number.doubt(measure.definition.shape) {
            return Err(Fault::new(NUMBERS, doubt.key()));
        }
        if next > frequency.first(today) {
            return Err(fault("sharing-fault-future"));
        }
        if read.iter().any(|(day, _)| *day == next) {
            return Err(fault("sharing-fault-twice"));
        }
        read.push((next, number));
        next = frequency.after(next);
    }
    Ok(read)
}

/// «12», «12,5», «19 av 24», «19/24».
fn number(text: &str) -> Option<Number> {
    let of = ["av", "of", "/"].iter().find_map(|between| text.split_once(between));
    match of {
        Some((value, all)) => Some(Number { value: real(value)?, denominator: Some(real(all)?) }),
        None => Some(Number { value: real(text)?, denominator: None }),
    }
}

/// Spaces between thousands are of any kind.
fn real(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-');
    if plain.is_empty() || !plain.chars().all(is_number) {
        return None;
    }
    plain.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite())
}
