//! A CSV file as a sheet of cells: its heading, its columns, and what they say.

use figures::clean::clean;
use figures::like;
use figures::records::{self, Record};
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
    /// Each row's number in a spreadsheet, and its cells.
    pub(super) rows: Vec<(u64, Vec<String>)>,
    /// What was made of the file on the way.
    told: Vec<String>,
}

/// So far down a heading may stand.
const TITLES: usize = 10;

impl Sheet {
    pub(super) fn read(bytes: &[u8], wanted: &Wanted<'_>) -> Result<Self, String> {
        let read = records::read(bytes).map_err(|_| "the file is not a CSV file".to_owned())?;
        let mut told = Vec::new();
        if read.is_guess {
            told.push("the letters of the file are a guess: save it as UTF-8".to_owned());
        }
        let mut records = read.records;
        records.retain(|record| !record.is_blank());
        let at = heading(&records, wanted);
        for title in &records[..at] {
            let words = title.cells.join(" ");
            let number = title.number;
            told.push(format!(
                "row {number}, \"{}\", stands over the heading: left out",
                shown(&words)
            ));
        }
        let mut records = records.into_iter().skip(at);
        let heading = records.next().ok_or("the file is empty")?;
        let heading: Vec<String> = heading.cells.iter().map(|name| clean(name)).collect();
        let rows: Result<Vec<_>, String> =
            records.map(|record| row(record, heading.len())).collect();
        Ok(Self { rows: rows?, heading, told })
    }

    /// What cells of numbers were taken for, where that may surprise.
    pub(super) fn remarks(&self, columns: &Columns) -> Vec<String> {
        let mut remarks = self.told.clone();
        remarks.extend(columns.n.and_then(|n| self.at_risk(n)));
        for column in [Some(columns.y), columns.n].into_iter().flatten() {
            let name = &self.heading[column];
            let all = || self.rows.iter().map(move |(_, cells)| cell(cells, column));
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

    /// `1.050` beside `900` may be thousands and may be decimals: nothing in the column tells which.
    pub(super) fn is_sure(&self, columns: &Columns) -> Result<(), String> {
        for column in [Some(columns.y), columns.n].into_iter().flatten() {
            let told = || {
                let all = self.rows.iter().map(move |(line, cells)| (*line, cell(cells, column)));
                all.filter(|(_, text)| !cells::is_missing(text))
            };
            let is_open = |text: &str| cells::is_like_thousands(text) || cells::is_whole(text);
            let doubtful = told().find(|(_, text)| cells::is_like_thousands(text));
            let has_whole = told().any(|(_, text)| cells::is_whole(text));
            let is_all_open = told().all(|(_, text)| is_open(text));
            if let Some((line, text)) = doubtful.filter(|_| has_whole && is_all_open) {
                return Err(format!(
                    "row {line}, column \"{}\": \"{}\" may be thousands or decimals, and the column \
                     does not tell; write thousands as 1000 or 1 000, decimals as 1,0500",
                    self.heading[column],
                    shown(text)
                ));
            }
        }
        Ok(())
    }

    /// Takes out the rows that do not say when, and tells which.
    pub(super) fn without_place(&mut self, x: usize) -> Vec<String> {
        let name = &self.heading[x];
        let mut left_out = Vec::new();
        self.rows.retain(|(line, cells)| {
            let has_x = !cells::is_missing(cell(cells, x));
            if !has_x {
                left_out.push(format!("row {line}, column \"{name}\" is empty: left out"));
            }
            has_x
        });
        left_out
    }

    /// The rows with nothing below the line, which have no value.
    fn at_risk(&self, n: usize) -> Option<String> {
        let is_zero =
            |cells: &[String]| cells.get(n).and_then(|cell| cells::number(cell)) == Some(0.0);
        let rows = self.rows.iter().filter(|(_, cells)| is_zero(cells)).map(|(line, _)| *line);
        let rows: Vec<u64> = rows.collect();
        let name = &self.heading[n];
        (!rows.is_empty())
            .then(|| format!("{}, column \"{name}\" is 0: these have no value", listed(&rows)))
    }

    fn find(&self, name: &str) -> Option<usize> {
        position(&self.heading, name)
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
            let why = cells::why_no_number(cell);
            format!("row {line}, column \"{column}\": \"{}\" {why}", shown(cell))
        })
    }

    /// Where each row stands: all numbers, all moments, or all names. `None` where no column says.
    pub(super) fn places(&mut self, column: Option<usize>) -> Result<Vec<Option<X>>, String> {
        let Some(column) = column else { return Ok(vec![None; self.rows.len()]) };
        if let Some((days, remark)) = self.days(column) {
            self.told.push(remark);
            return Ok(days);
        }
        let cells: Vec<&str> = self.rows.iter().map(|(_, cells)| cell(cells, column)).collect();
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
            let year = || cells::year(text).map(X::Number);
            let found = if are_times { time() } else { number().or_else(time).or_else(year) };
            found.unwrap_or_else(|| X::Label(text.trim().to_owned()))
        };
        let kind = |x: &X| match x {
            X::Number(_) => "a number",
            X::Time(_) => "a date",
            X::Label(_) => "text",
        };
        let places: Vec<X> = cells.iter().map(|cell| place(cell)).collect();
        let Some(first) = places.first() else { return Ok(Vec::new()) };
        // As a name it would stand in the order of its letters, and the chart say something else.
        let are_told_together = !matches!(first, X::Time(_)) && like::are_times(&cells);
        for ((line, _), (text, x)) in self.rows.iter().zip(cells.iter().zip(&places)) {
            let (name, text) = (&self.heading[column], shown(text));
            if are_told_together || matches!(x, X::Label(_)) && like::is_time(&text) {
                return Err(format!(
                    "row {line}, column \"{name}\": \"{text}\" looks like a time, and which one is \
                     not understood; write it with its year, as 2024-03-01, mars 2024 or uke 9 2024"
                ));
            }
            if kind(x) != kind(first) {
                let begun = self.rows.first().map_or(0, |row| row.0);
                return Err(format!(
                    "row {line}, column \"{name}\": \"{text}\" is {}, but row {begun} has {}",
                    kind(x),
                    kind(first)
                ));
            }
        }
        let remarks = [self.named_in_order(column, &places), self.noted(column, &places)];
        self.told.extend(remarks.into_iter().flatten());
        Ok(places.into_iter().map(Some).collect())
    }

    /// Names with figures in them may be times all the same, in a form that nobody knows.
    fn named_in_order(&self, column: usize, places: &[X]) -> Option<String> {
        let has_figures =
            |x: &X| matches!(x, X::Label(name) if name.contains(|c: char| c.is_ascii_digit()));
        let name = &self.heading[column];
        places.iter().any(has_figures).then(|| {
            format!(
                "column \"{name}\" is read as names, in the order of their letters; write times as \
                 2024-03-01, mars 2024 or uke 9 2024"
            )
        })
    }

    /// «feb. 2024*», «mars 2024 (foreløpig)»: the time is read, and what is said of it is not.
    fn noted(&self, column: usize, places: &[X]) -> Option<String> {
        const MARKS: [char; 7] = ['*', '†', '‡', '(', '¹', '²', '³'];
        let cells = self.rows.iter().map(|(_, cells)| cell(cells, column));
        let mut noted = cells.filter(|text| text.contains(MARKS));
        let first = noted.next().filter(|_| matches!(places.first(), Some(X::Time(_))))?;
        let more = match noted.count() {
            0 => String::new(),
            more => format!(", and so in {more} more"),
        };
        let (name, first) = (&self.heading[column], shown(first));
        Some(format!(
            "column \"{name}\": what stands beside the time in \"{first}\" is left out{more}"
        ))
    }

    /// Days that are written in digits alone, 45292, 20240101 or 202401, where the column is nothing else,
    /// and what to say of it: they may be numbers all the same.
    fn days(&self, column: usize) -> Option<(Vec<Option<X>>, String)> {
        let days = self.rows.iter().map(|(_, cells)| cells::digits(cell(cells, column)));
        let days: Vec<(usize, i64)> = days.collect::<Option<_>>()?;
        let (digits, day) = *days.first()?;
        let are_alike = days.iter().all(|(other, _)| *other == digits);
        if !are_alike || days.iter().all(|(_, other)| *other == day) {
            return None;
        }
        let (name, first) = (&self.heading[column], cell(&self.rows.first()?.1, column));
        let day = cells::written(day);
        let mut remark = format!("column \"{name}\": {first} is read as the day {day}");
        if let Some(other) = cells::since_1904(first) {
            let other = cells::written(other);
            remark.push_str(", as Excel counts days; counted from 1904, as on an old Mac, it is ");
            remark.push_str(&other);
        }
        remark.push_str("; write days as 2024-03-01");
        Some((days.into_iter().map(|(_, day)| Some(X::Time(day))).collect(), remark))
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

/// A cell of a row; one that is not there is empty.
pub(super) fn cell(cells: &[String], column: usize) -> &str {
    cells.get(column).map_or("", String::as_str)
}

/// «row 3», «rows 3 and 5», «rows 3, 5, 7 and 9 more».
pub(super) fn listed(rows: &[u64]) -> String {
    const TOLD: usize = 6;
    let mut told: Vec<String> = rows.iter().take(TOLD).map(u64::to_string).collect();
    if rows.len() > TOLD {
        told.push(format!("{} more", rows.len() - TOLD));
    }
    match told.split_last() {
        Some((last, [])) => format!("row {last}"),
        Some((last, before)) => format!("rows {} and {last}", before.join(", ")),
        None => String::new(),
    }
}

/// A row is as wide as the heading, but for what is empty.
fn row(record: Record, width: usize) -> Result<(u64, Vec<String>), String> {
    let Record { number, cells } = record;
    if cells.iter().skip(width).any(|cell| !cell.trim().is_empty()) {
        return Err(format!(
            "row {number} has {} cells, the heading has {width}: a number with a decimal comma must stand \
             in quotes, or the columns be parted by semicolons",
            cells.len()
        ));
    }
    if cells.len() < width {
        return Err(format!(
            "row {number} has {} cells, the heading has {width}: is something missing?",
            cells.len()
        ));
    }
    Ok((number.into(), cells.iter().map(|cell| norsk::tidy(cell).into_owned()).collect()))
}

fn position(heading: &[String], name: &str) -> Option<usize> {
    let name = clean(name);
    let exact = heading.iter().position(|column| *column == name);
    let same = |column: &String| column.to_lowercase() == name.to_lowercase();
    exact.or_else(|| heading.iter().position(same))
}

/// Which row is the heading: the first that has the columns, or of words in several columns; a title may
/// stand over it.
fn heading(records: &[Record], wanted: &Wanted<'_>) -> usize {
    let asked: Vec<&str> =
        [wanted.x, wanted.y, wanted.n, wanted.part].into_iter().flatten().collect();
    let names = |record: &Record| record.cells.iter().map(|name| clean(name)).collect::<Vec<_>>();
    let has_columns = |record: &Record| {
        let names = names(record);
        let usual = || position(&names, "y").is_some() || position(&names, "x").is_some();
        if asked.is_empty() {
            usual()
        } else {
            asked.iter().all(|name| position(&names, name).is_some())
        }
    };
    let filled =
        |record: &Record| record.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let is_worded = |record: &Record| {
        let is_word = |cell: &&String| !cell.trim().is_empty() && cells::number(cell).is_none();
        let words = record.cells.iter().filter(is_word).count();
        words > 1 && words == filled(record)
    };
    let few = &records[..records.len().min(TITLES)];
    // A title may be called what the column is: the heading has more beside it.
    let mut best: Option<usize> = None;
    for (at, record) in few.iter().enumerate().filter(|(_, record)| has_columns(record)) {
        if best.is_none_or(|best| filled(record) > filled(&few[best])) {
            best = Some(at);
        }
    }
    let is_title = few.first().is_some_and(|first| filled(first) == 1);
    let worded = || if is_title { few.iter().position(is_worded) } else { None };
    best.or_else(worded).unwrap_or(0)
}
