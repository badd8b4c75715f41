//! Lines with more numbers than their heading has names. Where commas part a table, the comma of a decimal parts
//! them as well; where other signs do, or the cells of a workbook, something has moved, or stands beside.

use std::collections::BTreeMap;

use super::find::{figure, is_number};
use super::{Choice, Fate, Out, Question, Reader, Reading, Topic};
use crate::clean::clean;
use crate::number::Figure;
use crate::table::{Cell, Grid};
use crate::words::is_total;

pub(super) const JOIN: &str = "desimal";
const WITHOUT: &str = "uten";
const LEAVE: &str = "utelat";

/// The lines that have more, and what the first of them would be.
#[derive(Clone, Debug)]
pub(super) struct Spill {
    lines: Vec<usize>,
    sample: String,
    /// Its first number with decimals; none where it is in doubt which cells belong together.
    number: Option<f64>,
}

fn length(cells: &[Cell]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

/// The digits of a cell of text; the first of a number may have a sign.
fn digits(cell: &Cell, may_be_below: bool) -> Option<String> {
    let Cell::Text(text) = cell else { return None };
    let text = clean(text);
    let signed = text.strip_prefix("-").filter(|_| may_be_below);
    let bare = signed.unwrap_or(text.as_str());
    let is_figures = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_figures.then_some(text)
}

/// The cells of a line with two for each name but the first, joined two and two.
fn joined(cells: &[Cell], names: usize) -> Option<Vec<Cell>> {
    let all = cells.get(1..length(cells))?;
    if names < 2 || all.len() != 2 * (names - 1) {
        return None;
    }
    let two = |two: &[Cell]| {
        let (whole, decimals) = (digits(&two[0], true)?, digits(&two[1], false)?);
        Some(Cell::Text(format!("{whole},{decimals}")))
    };
    let numbers: Option<Vec<Cell>> = all.chunks_exact(2).map(two).collect();
    Some([cells[0].clone()].into_iter().chain(numbers?).collect())
}

/// The last line of names, and how many there are: two or more in a line, and no number among them. Several such
/// lines are one heading.
fn heading(grid: &Grid) -> Option<(usize, usize)> {
    let has_number = |cells: &[Cell]| cells.iter().any(|cell| is_number(&figure(cell)));
    let is_heading = |cells: &[Cell]| {
        cells.iter().filter(|cell| !cell.is_empty()).count() > 1 && !has_number(cells)
    };
    let first = grid.lines.iter().take(20).position(|line| is_heading(&line.cells))?;
    let all = grid.lines.iter().skip(first).take_while(|line| !has_number(&line.cells));
    let lengths: Vec<usize> = all.map(|line| length(&line.cells)).collect();
    Some((first + lengths.len() - 1, lengths.into_iter().max()?))
}

/// `with_hidden` tells whether lines that a filter hides are read.
pub(super) fn found(grid: &Grid, with_hidden: bool) -> Option<Spill> {
    let (at, names) = heading(grid)?;
    let below = at + 1..grid.lines.len();
    let cells = |line: usize| grid.lines[line].cells.as_slice();
    let lines: Vec<usize> = if grid.is_by_comma {
        below.filter(|line| has_digits(cells(*line), names)).collect()
    } else {
        let is_read = |line: &usize| with_hidden || !grid.lines[*line].is_hidden;
        let below: Vec<usize> = below.filter(is_read).collect();
        let most = usual(below.iter().map(|line| length(cells(*line))), names);
        below.into_iter().filter(|line| has_number(cells(*line), most)).collect()
    };
    let first = cells(*lines.first()?);
    let sign = if grid.is_by_comma { "," } else { "; " };
    let shown = first[..length(first)].iter().map(|cell| clean(&cell.shown()));
    let sample = shown.collect::<Vec<_>>().join(sign);
    let number = first_joined(grid, &lines, names);
    Some(Spill { lines, sample, number })
}

/// Figures behind the last name: decimals that their comma cut off.
fn has_digits(cells: &[Cell], names: usize) -> bool {
    let last = length(cells);
    last > names && digits(&cells[last - 1], true).is_some()
}

/// A number behind the last cell that a line has, but in a total.
fn has_number(cells: &[Cell], most: usize) -> bool {
    let last = length(cells);
    let is_sum = |cell: &Cell| matches!(cell, Cell::Text(text) if is_total(&clean(text)));
    last > most
        && !cells[most].is_empty()
        && matches!(figure(&cells[last - 1]), Figure::Number(_))
        && !cells.iter().find(|cell| !cell.is_empty()).is_some_and(is_sum)
}

/// How many cells a line has: one for each name, and more where most lines have a column without one.
fn usual(lengths: impl Iterator<Item = usize>, names: usize) -> usize {
    let mut counted: BTreeMap<usize, usize> = BTreeMap::new();
    for length in lengths.filter(|length| *length > 0) {
        *counted.entry(length).or_default() += 1;
    }
    let all: usize = counted.values().sum();
    let more: usize = counted.range(names + 1..).map(|(_, count)| *count).sum();
    if more < 2 || more * 2 <= all {
        return names;
    }
    // The shortest of those that are as many.
    let most = counted.into_iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(names, |(length, _)| length.max(names))
}

/// The first number with decimals, where each line can be joined.
fn first_joined(grid: &Grid, lines: &[usize], names: usize) -> Option<f64> {
    if !grid.is_by_comma {
        return None;
    }
    let all = lines.iter().map(|line| joined(&grid.lines[*line].cells, names));
    let all: Vec<Vec<Cell>> = all.collect::<Option<_>>()?;
    match figure(all.first()?.get(1)?) {
        Figure::Number(digits) => digits.comma,
        _ => None,
    }
}

impl Spill {
    /// The table with decimals where they belong.
    pub(super) fn join(&self, grid: &Grid) -> Option<Grid> {
        self.number?;
        let (_, names) = heading(grid)?;
        let mut whole = grid.clone();
        for line in &self.lines {
            let cells = joined(&grid.lines[*line].cells, names)?;
            whole.lines[*line].cells = cells;
        }
        Some(whole)
    }
}

impl Reader<'_> {
    pub(super) fn spills(&mut self) {
        let Some(spill) = self.spill.clone() else { return };
        let choice = |value: &'static str, reading: Reading| Choice { value, reading };
        let with = spill.number.map(|number| choice(JOIN, Reading::Number(number)));
        let others = [WITHOUT, LEAVE].map(|value| choice(value, Reading::None));
        let choices = with.into_iter().chain(others).collect();
        let question = Question::about(Topic::Spilled, choices, spill.lines.len());
        self.spilled = self.ask(question.on(1, spill.sample), None);
    }

    /// What becomes of such a line before it is read at all.
    pub(super) fn of_spilled(&self, line: usize) -> Option<Fate> {
        let spill = self.spill.as_ref().filter(|spill| spill.lines.contains(&line))?;
        match self.spilled {
            None => Some(Fate::Asked(Topic::Spilled)),
            Some(LEAVE) => Some(Fate::Out(Out::Chosen)),
            Some(JOIN) if spill.number.is_none() => Some(Fate::Asked(Topic::Spilled)),
            Some(_) => None,
        }
    }
}
