//! Tables that are written in another way than one line for each period, as if they were.

use super::find::{figure, is_number, is_strong, is_sure, when};
use crate::clean::clean;
use crate::period::{Kind, When};
use crate::table::{Cell, Grid, LINES, Line, Remark};
use crate::words::month_name;

/// The table with a line for each period; none where it is so already.
pub(super) fn straight(grid: &Grid) -> Option<Grid> {
    let is_turned = is_across(grid) || is_two_across(grid) || is_numbered_across(grid);
    let turned = is_turned.then(|| grid.turned());
    let years = unrolled(turned.as_ref().unwrap_or(grid)).or(turned);
    let weeks = with_weeks(years.as_ref().unwrap_or(grid)).or(years);
    with_names(weeks.as_ref().unwrap_or(grid)).or(weeks)
}

/// Do the periods stand beside each other, and not below?
fn is_across(grid: &Grid) -> bool {
    let lines = grid.lines.iter().take(20);
    let most_across = lines.map(|line| line.cells.iter().filter(|cell| is_sure(cell)).count());
    let most_across = most_across.max().unwrap_or(0);
    let below = |column: usize| {
        let all = (0..grid.lines.len()).filter(|line| is_strong(when(grid.cell(*line, column))));
        all.take(most_across + 1).count()
    };
    most_across >= 3 && (0..grid.width()).map(below).max().unwrap_or(0) < most_across.min(3)
}

/// Two periods in the first line, and numbers below both: too few to tell by how many they are.
fn is_two_across(grid: &Grid) -> bool {
    let is_filled = |line: &&Line| line.cells.iter().any(|cell| !cell.is_empty());
    let mut lines = grid.lines.iter().filter(is_filled);
    let Some(first) = lines.next() else { return false };
    let periods = first.cells.iter().enumerate().filter(|(_, cell)| is_sure(cell));
    let columns: Vec<usize> = periods.map(|(column, _)| column).collect();
    let rest: Vec<&Line> = lines.collect();
    let is_below = |line: &&Line| {
        let cells = columns.iter().map(|column| line.cells.get(*column));
        cells.flatten().filter(|cell| is_number(&figure(cell))).count() == 2
    };
    columns.len() == 2 && !rest.is_empty() && rest.iter().all(is_below)
}

const MONTH: &str = "m";

/// What numbers beside or below such a word count.
fn sign(cell: &Cell) -> Option<&'static str> {
    let Cell::Text(text) = cell else { return None };
    match clean(text).to_lowercase().trim_end_matches(['.', ':', ' ']) {
        "uke" | "uke nr" | "ukenr" | "ukenummer" | "veke" | "vekenr" | "week" => Some("uke"),
        "måned" | "mnd" | "månad" | "måned nr" | "month" => Some(MONTH),
        "kvartal" | "quarter" => Some("kvartal"),
        "tertial" => Some("tertial"),
        _ => None,
    }
}

/// The number of a week, or of a month.
fn nth(cell: &Cell) -> Option<u8> {
    let number = clean(&cell.shown()).parse::<u8>();
    number.ok().filter(|number| (1..=53).contains(number))
}

/// «Uke», and 1, 2, 3 beside it.
fn is_numbered_across(grid: &Grid) -> bool {
    let is_so = |line: &Line| {
        let mut filled = line.cells.iter().filter(|cell| !cell.is_empty());
        let is_named = filled.next().is_some_and(|cell| sign(cell).is_some());
        let numbers: Vec<&Cell> = filled.collect();
        is_named && numbers.len() >= 3 && numbers.iter().all(|cell| nth(cell).is_some())
    };
    let has_periods = grid.lines.iter().any(|line| line.cells.iter().any(is_sure));
    !has_periods && grid.lines.iter().take(20).any(is_so)
}

/// «Uke» above 1, 2, 3: what the heading says is put in each cell, where no column says more of when.
fn with_names(grid: &Grid) -> Option<Grid> {
    if grid.lines.iter().any(|line| line.cells.iter().any(is_sure)) {
        return None;
    }
    let places = grid.lines.iter().take(20).enumerate();
    let (line, column, sign) = places
        .flat_map(|(line, cells)| cells.cells.iter().enumerate().map(move |(n, c)| (line, n, c)))
        .find_map(|(line, column, cell)| Some((line, column, sign(cell)?)))?;
    let mut named = grid.clone();
    for row in named.lines.iter_mut().skip(line + 1) {
        let Some(cell) = row.cells.get_mut(column) else { continue };
        if let Some(number) = nth(cell) {
            // A month by its name is what somebody can be asked about.
            let name = month_name(number).filter(|_| sign == MONTH);
            *cell = Cell::Text(name.map_or_else(|| format!("{sign} {number}"), str::to_owned));
        }
    }
    Some(named)
}

/// «Uke» above 51/24, 2024-51 or 202451: weeks of those years, not months. None where one of them is no such, or
/// where all may be two weeks.
fn with_weeks(grid: &Grid) -> Option<Grid> {
    let places = grid.lines.iter().take(20).enumerate();
    let (line, column) = places
        .flat_map(|(line, cells)| cells.cells.iter().enumerate().map(move |(n, c)| (line, n, c)))
        .find_map(|(line, column, cell)| (sign(cell)? == "uke").then_some((line, column)))?;
    let mut named = grid.clone();
    let (mut is_any, mut may_be_two) = (false, true);
    for row in named.lines.iter_mut().skip(line + 1) {
        let Some(cell) = row.cells.get_mut(column) else { continue };
        let text = clean(&cell.shown());
        if let Some((week, year)) = week_of_year(&text) {
            *cell = Cell::Text(format!("uke {week} {year}"));
            is_any = true;
            may_be_two &= is_two_weeks(&text);
        } else if text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
    }
    (is_any && !may_be_two).then_some(named)
}

/// «13-14»: two weeks beside each other, or one of a year.
fn is_two_weeks(text: &str) -> bool {
    let number = |text: &str| text.parse::<u16>().ok();
    let two = text.split_once(['/', '-']);
    let two = two.and_then(|(one, other)| Some((number(one)?, number(other)?)));
    two.is_some_and(|(one, other)| one.checked_add(1) == Some(other))
}

/// `51/24`, `51-2024`, `2024/51`, `202451`. What may be a day and a month is none.
fn week_of_year(text: &str) -> Option<(u8, u16)> {
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (week, year) = match text.split_once(['/', '-']) {
        Some((year, week)) if year.len() == 4 => (week, year),
        Some((week, year)) => (week, year),
        None if text.len() == 6 && is_digits(text) => (text.get(4..)?, text.get(..4)?),
        None => return None,
    };
    if !(1..=2).contains(&week.len()) || !is_digits(week) || !is_digits(year) {
        return None;
    }
    let is_short = year.len() == 2;
    let year: u16 = year.parse().ok()?;
    let year = if is_short && year > 12 { year + 2_000 } else { year };
    let week: u8 = week.parse().ok()?;
    ((1..=53).contains(&week) && (1_990..2_100).contains(&year)).then_some((week, year))
}

/// Months below each other and years beside each other: one line for each month of each year.
fn unrolled(grid: &Grid) -> Option<Grid> {
    let year = |cell: &Cell| match when(cell) {
        Some(When::Known(known)) if known.period.kind == Kind::Year => {
            Some(known.period.first.year())
        }
        _ => None,
    };
    let is_heading = |line: &&Line| {
        let years = line.cells.iter().filter(|cell| year(cell).is_some()).count();
        let others = line.cells.iter().filter(|c| is_number(&figure(c)) && year(c).is_none());
        years >= 2 && others.count() == 0
    };
    let top = grid.lines.iter().take(20).position(|line| is_heading(&line))?;
    let years: Vec<(usize, i32)> = grid.lines[top]
        .cells
        .iter()
        .enumerate()
        .filter_map(|(column, cell)| Some((column, year(cell)?)))
        .collect();
    let below = || (top + 1..grid.lines.len()).filter(|line| !grid.lines[*line].cells.is_empty());
    let is_yearless = |cell: &Cell| matches!(when(cell), Some(When::Yearless(_)));
    let column = (0..years[0].0).find(|column| {
        below().filter(|line| is_yearless(grid.cell(*line, *column))).count() >= 2
    })?;
    let mut lines: Vec<Line> = grid.lines[..=top].to_vec();
    lines[top].cells = vec![grid.cell(top, column).clone(), Cell::Empty];
    for (of_year, year) in &years {
        for line in below() {
            let value = grid.cell(line, *of_year);
            let name = clean(&grid.cell(line, column).shown());
            if value.is_empty() && !is_yearless(grid.cell(line, column)) {
                continue;
            }
            let Line { number, is_hidden, .. } = grid.lines[line];
            let is_hidden = is_hidden || grid.hidden_columns.contains(of_year);
            let cells = vec![Cell::Text(format!("{name} {year}")), value.clone()];
            lines.push(Line { number, is_hidden, cells });
        }
    }
    lines.truncate(LINES);
    let mut remarks = grid.remarks.clone();
    if !remarks.contains(&Remark::Turned) {
        remarks.push(Remark::Turned);
    }
    Some(Grid { lines, remarks, ..Grid::default() })
}
