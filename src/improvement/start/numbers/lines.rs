//! What was typed, as a table: each line with its time.

use figures::number::{self, Figure};
use figures::period::{self, Kind, When};
use figures::{Cell, Grid, Line};
use time::Date;

use super::super::NUMBERS;
use super::MOST;
use crate::improvement::paste::Counted;
use crate::text::Fault;
use crate::work::{Frequency, read_period};

/// The table, and whether it was typed line by line: then each time is known.
pub fn grid(text: &str, counted: Counted<'_>, today: Date) -> Result<(Grid, bool), Fault> {
    let lines: Vec<(usize, &str)> =
        (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).collect();
    let fault = |line: usize| Fault::new(NUMBERS, "sharing-fault-number").filled("line", line);
    if is_table(&lines, counted) {
        let text: Vec<String> = text.lines().map(parted).collect();
        let grid = Grid::of_text(&text.join("\n")).map_err(|_| fault(1))?;
        return Ok((grid, false));
    }
    if lines.len() > MOST {
        return Err(Fault::new(NUMBERS, "sharing-fault-many").filled("max", MOST));
    }
    let typed: Vec<Typed<'_>> =
        lines.iter().flat_map(|(at, line)| typed(*at, line, counted)).collect();
    let is_words = |one: &&Typed<'_>| {
        let read = one.cells.iter().map(|cell| number::read(cell));
        !one.cells.is_empty() && read.into_iter().all(|read| matches!(read, Figure::Words))
    };
    if let Some(one) = typed.iter().find(is_words) {
        return Err(fault(one.line));
    }
    Ok((dated(typed, counted.frequency, today)?, true))
}

/// One number on its way to a line of the table.
struct Typed<'t> {
    line: usize,
    when: &'t str,
    cells: Vec<&'t str>,
}

/// «mars 2025: 7»: what stands before the colon, and after it.
fn timed(line: &str) -> (&str, &str) {
    match line.rsplit_once(':') {
        Some((when, said)) => (when.trim(), said.trim()),
        None => ("", line.trim()),
    }
}

fn cells(said: &str) -> Vec<&str> {
    let cells = said.split(['\t', ';']).map(str::trim);
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// «7;5;6» alone is three numbers; of a share «19;24» is one.
fn typed<'t>(line: usize, text: &'t str, counted: Counted<'_>) -> Vec<Typed<'t>> {
    let (when, said) = timed(text);
    let cells = cells(said);
    if counted.shape.has_denominator() || cells.len() < 2 || !when.is_empty() {
        return vec![Typed { line, when, cells }];
    }
    cells.into_iter().map(|cell| Typed { line, when, cells: vec![cell] }).collect()
}

/// Is it pasted from a table, with times or headings of its own?
fn is_table(lines: &[(usize, &str)], counted: Counted<'_>) -> bool {
    let most = if counted.shape.has_denominator() { 2 } else { 1 };
    let is_own = |(_, line): &(usize, &str)| {
        let (when, said) = timed(line);
        let cells = cells(said);
        when.is_empty() && has_time(&cells)
            || cells.len() > 2
            || cells.len() > most && lines.len() > 1
    };
    // A line of numbers alone is typed, however many they are.
    let is_row = matches!(lines, [(_, one)] if !has_time(&cells(one)));
    !is_row && lines.iter().any(is_own)
}

/// A date or a month stands first, by itself or before its number.
fn has_time(cells: &[&str]) -> bool {
    let is_when = |text: &str| match period::read(text) {
        Some(When::Known(known)) => known.period.kind != Kind::Year,
        Some(When::Either { .. } | When::Yearless(_)) => true,
        Some(When::Serial(_)) | None => false,
    };
    let Some(first) = cells.first() else { return false };
    let has_letters = first.contains(char::is_alphabetic);
    let is_number = matches!(number::read(first), Figure::Number(_) | Figure::Part { .. });
    let before = first.rsplit_once(' ').map_or("", |(before, _)| before);
    is_when(first) && (cells.len() > 1 || has_letters || !is_number)
        || is_when(before) && !is_number
}

/// The line of a table with a tab where a colon stands after its time.
fn parted(line: &str) -> String {
    match line.rsplit_once(':') {
        Some((when, said)) if period::read(when.trim()).is_some() => {
            format!("{}\t{}", when.trim(), said.trim())
        }
        _ => line.to_owned(),
    }
}

/// Gives each its day.
fn dated(typed: Vec<Typed<'_>>, frequency: Frequency, today: Date) -> Result<Grid, Fault> {
    let first = (1..typed.len()).fold(frequency.over(today), |day, _| frequency.before(day));
    let mut next = first;
    let mut lines = Vec::with_capacity(typed.len());
    for Typed { line, when, cells } in typed {
        if !when.is_empty() {
            let day = read_period(frequency, when, today);
            next =
                day.map_err(|_| Fault::new(NUMBERS, "sharing-fault-time").filled("line", line))?;
        }
        let day = Cell::Day { day: next, has_hour: false };
        let said = cells.iter().map(|cell| Cell::Text((*cell).to_owned()));
        let number = u32::try_from(line).unwrap_or(u32::MAX);
        lines.push(Line {
            number,
            is_hidden: false,
            cells: [day].into_iter().chain(said).collect(),
        });
        next = frequency.after(next);
    }
    Ok(Grid { lines, ..Grid::default() })
}
