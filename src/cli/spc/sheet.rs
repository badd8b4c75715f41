//! A CSV file as a sheet of cells: its letters, its delimiter, its columns.

use spc::X;

use super::cells;
use super::read::Wanted;

pub(super) struct Columns {
    pub(super) x: Option<usize>,
    pub(super) y: usize,
    pub(super) n: Option<usize>,
    pub(super) part: Option<usize>,
    pub(super) facets: Vec<usize>,
}

pub(super) struct Sheet {
    pub(super) heading: Vec<String>,
    /// The line each row begins on, and its cells.
    pub(super) rows: Vec<(u64, csv::StringRecord)>,
    /// Are its letters a guess?
    is_guessed: bool,
}

impl Sheet {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, String> {
        let (text, is_guessed) =
            figures::table::decode(bytes).map_err(|_| "the file is not a CSV file".to_owned())?;
        // Excel may say in a line of its own what parts the columns.
        let (said, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
            Some((said, rest)) => (said.bytes().next(), rest),
            None => (None, text.as_str()),
        };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(said.unwrap_or_else(|| delimiter(text)))
            .flexible(true)
            .has_headers(true)
            .from_reader(text.as_bytes());
        let heading = reader.headers().map_err(|error| error.to_string())?;
        let heading: Vec<String> = heading.iter().map(|name| name.trim().to_owned()).collect();
        if heading.iter().all(String::is_empty) {
            return Err("the file is empty".to_owned());
        }
        let mut rows = Vec::new();
        for record in reader.into_records() {
            let record = record.map_err(|error| error.to_string())?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if record.iter().skip(heading.len()).any(|cell| !cell.trim().is_empty()) {
                return Err(format!(
                    "row {line} has {} cells, the heading has {}: a number with a decimal comma \
                     must stand in quotes, or the columns be parted by semicolons",
                    record.len(),
                    heading.len()
                ));
            }
            if record.len() < heading.len() {
                return Err(format!(
                    "row {line} has {} cells, the heading has {}: is something missing?",
                    record.len(),
                    heading.len()
                ));
            }
            rows.push((line, record));
        }
        Ok(Self { heading, rows, is_guessed })
    }

    /// What cells of numbers were taken for, where that may surprise.
    pub(super) fn remarks(&self, columns: &Columns) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.is_guessed {
            remarks.push("the letters of the file are a guess: save it as UTF-8".to_owned());
        }
        for column in [Some(columns.y), columns.n].into_iter().flatten() {
            let name = &self.heading[column];
            let all = || self.rows.iter().filter_map(move |(_, cells)| cells.get(column));
            let signs = all().filter(|cell| cells::is_sign_for_missing(cell)).count();
            if signs > 0 {
                remarks.push(format!(
                    "column \"{name}\": {signs} cells of - or .. are read as missing"
                ));
            }
            let mut there = all().filter(|cell| !cells::is_missing(cell)).peekable();
            let first = there.peek().map_or("", |cell| cell.trim()).to_owned();
            if !first.is_empty() && there.all(cells::is_like_thousands) {
                let read = cells::number(&first).unwrap_or_default();
                remarks.push(format!(
                    "column \"{name}\": \"{first}\" is read as {read}, with decimals; write \
                     thousands as 1000 or 1 000"
                ));
            }
        }
        remarks
    }

    fn find(&self, name: &str) -> Option<usize> {
        let exact = self.heading.iter().position(|column| column == name.trim());
        let same = |column: &String| column.to_lowercase() == name.trim().to_lowercase();
        exact.or_else(|| self.heading.iter().position(same))
    }

    /// Where a column of this name is one of several there is no telling which is meant.
    fn alone(&self, column: Option<usize>) -> Result<(), String> {
        let Some(at) = column else { return Ok(()) };
        let name = &self.heading[at];
        match self.heading.iter().filter(|other| *other == name).count() {
            1 => Ok(()),
            many => {
                Err(format!("{many} columns are called \"{name}\": give them names of their own"))
            }
        }
    }

    fn named(&self, name: &str) -> Result<usize, String> {
        let columns = self.heading.join(", ");
        self.find(name).ok_or_else(|| format!("no column \"{name}\"; the file has: {columns}"))
    }

    pub(super) fn columns(&self, wanted: &Wanted<'_>) -> Result<Columns, String> {
        let given = |name: Option<&str>| name.map(|name| self.named(name)).transpose();
        let (x, y) = match (given(wanted.x)?, given(wanted.y)?) {
            (x, Some(y)) => (x.or_else(|| self.find("x").filter(|x| *x != y)), y),
            // As in the reference, a lone x is the measure.
            (Some(x), None) => match self.find("y").filter(|y| *y != x) {
                Some(y) => (Some(x), y),
                None => (None, x),
            },
            (None, None) => match (self.find("x"), self.find("y")) {
                (x, Some(y)) => (x, y),
                (Some(x), None) => (None, x),
                (None, None) if self.heading.len() == 1 => (None, 0),
                (None, None) => {
                    let columns = self.heading.join(", ");
                    return Err(format!("no column \"y\": say which with --y ({columns})"));
                }
            },
        };
        let usual = || self.find("n").filter(|n| *n != y && Some(*n) != x);
        let facets: Result<Vec<usize>, String> =
            wanted.facets.iter().map(|name| self.named(name)).collect();
        let columns = Columns {
            x,
            y,
            n: given(wanted.n)?.or_else(usual),
            part: given(wanted.part)?,
            facets: facets?,
        };
        for column in [columns.x, Some(columns.y), columns.n, columns.part] {
            self.alone(column)?;
        }
        for column in &columns.facets {
            self.alone(Some(*column))?;
        }
        Ok(columns)
    }

    pub(super) fn number(
        &self,
        line: u64,
        column: usize,
        cell: &str,
    ) -> Result<Option<f64>, String> {
        if cells::is_missing(cell) {
            return Ok(None);
        }
        cells::number(cell).map(Some).ok_or_else(|| {
            let column = &self.heading[column];
            format!("row {line}, column \"{column}\": \"{}\" is not a number", shown(cell))
        })
    }

    /// Where each row stands: all numbers, all moments, or all names. `None` where no column says.
    pub(super) fn places(&self, column: Option<usize>) -> Result<Vec<Option<X>>, String> {
        let Some(column) = column else { return Ok(vec![None; self.rows.len()]) };
        let cells: Vec<&str> =
            self.rows.iter().map(|(_, cells)| cells.get(column).unwrap_or_default()).collect();
        let day_first = self.day_first(column, &cells)?;
        // «01.2024» is a number too, unless the whole column tells of times.
        let is_time = |cell: &&str| cells::moment(cell).is_some();
        let are_times = cells.iter().all(is_time)
            && cells.iter().any(|cell| cell.contains(|c: char| !c.is_ascii_digit()));
        let place = |text: &str| {
            let time = || {
                let slashed = day_first.and_then(|first| cells::slashed(text, first));
                slashed.or_else(|| cells::moment(text)).map(X::Time)
            };
            let number = || cells::number(text).map(X::Number);
            let found = if are_times { time() } else { number().or_else(time) };
            found.unwrap_or_else(|| X::Label(text.trim().to_owned()))
        };
        let kind = |x: &X| match x {
            X::Number(_) => "a number",
            X::Time(_) => "a date",
            X::Label(_) => "text",
        };
        let places: Vec<X> = cells.iter().map(|cell| place(cell)).collect();
        let Some(first) = places.first() else { return Ok(Vec::new()) };
        for ((line, _), (text, x)) in self.rows.iter().zip(cells.iter().zip(&places)) {
            let (name, text) = (&self.heading[column], shown(text));
            if kind(x) != kind(first) {
                let begun = self.rows.first().map_or(0, |row| row.0);
                return Err(format!(
                    "row {line}, column \"{name}\": \"{text}\" is {}, but row {begun} has {}",
                    kind(x),
                    kind(first)
                ));
            }
            // As a name it would stand in the order of its letters, and the chart say something else.
            if matches!(x, X::Label(_)) && cells::is_like_moment(&text) {
                return Err(format!(
                    "row {line}, column \"{name}\": \"{text}\" looks like a time, and which one is \
                     not understood; write it with its year, as 2024-03-01, mars 2024 or uke 9 2024"
                ));
            }
        }
        Ok(places.into_iter().map(Some).collect())
    }

    /// Whether the day stands first in dates with slashes, where there are such: some date of the column
    /// must tell, and none the contrary.
    fn day_first(&self, column: usize, cells: &[&str]) -> Result<Option<bool>, String> {
        let mut slashed = cells.iter().zip(&self.rows).filter(|(cell, _)| cells::has_slashes(cell));
        let Some((doubtful, (line, _))) = slashed.next() else { return Ok(None) };
        let all = || cells.iter().filter(|cell| cells::has_slashes(cell));
        let fits = |day_first| all().all(|cell| cells::slashed(cell, day_first).is_some());
        match (fits(true), fits(false)) {
            (true, false) => Ok(Some(true)),
            (false, true) => Ok(Some(false)),
            _ => Err(format!(
                "row {line}, column \"{}\": day and month of \"{}\" can be mistaken; write \
                 2024-03-01 or 1.3.2024",
                self.heading[column],
                shown(doubtful)
            )),
        }
    }
}

/// A cell as it is quoted in a message: never more than a line of it.
fn shown(cell: &str) -> String {
    cell.trim().chars().take(40).collect()
}

/// What parts the columns: the commonest of `;`, tab and `,` in the heading, outside quotes.
fn delimiter(text: &str) -> u8 {
    let heading = text.lines().next().unwrap_or_default();
    let mut counts = [(b';', 0_usize), (b'\t', 0), (b',', 0)];
    let mut quoted = false;
    for byte in heading.bytes() {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte && !quoted) {
            *count += 1;
        }
    }
    let found = counts.into_iter().find(|(_, count)| *count > 0);
    found.map_or(b',', |(sign, _)| sign)
}
