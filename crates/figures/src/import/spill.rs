//! Lines with more cells than their heading has names, in a table that commas part: the comma of a decimal parts
//! them as well.

use super::find::{figure, is_number};
use super::{Choice, Fate, Out, Question, Reader, Reading, Topic};
use crate::clean::clean;
use crate::table::{Cell, Grid};

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

pub(super) fn found(grid: &Grid) -> Option<Spill> {
    if !grid.is_by_comma {
        return None;
    }
    let (at, names) = heading(grid)?;
    let has_more = |line: &usize| {
        let cells = &grid.lines[*line].cells;
        let last = length(cells);
        last > names && digits(&cells[last - 1], true).is_some()
    };
    let lines: Vec<usize> = (at + 1..grid.lines.len()).filter(has_more).collect();
    let first = grid.lines.get(*lines.first()?)?;
    let all = lines.iter().map(|line| joined(&grid.lines[*line].cells, names));
    let all: Option<Vec<Vec<Cell>>> = all.collect();
    let number = all.and_then(|all| match figure(all.first()?.get(1)?) {
        crate::number::Figure::Number(digits) => digits.comma,
        _ => None,
    });
    let shown = first.cells[..length(&first.cells)].iter().map(|cell| clean(&cell.shown()));
    let sample = shown.collect::<Vec<_>>().join(",");
    Some(Spill { lines, sample, number })
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
