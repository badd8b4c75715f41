//! From a CSV file to series: what each row says of which measure.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use spc::{Fault, Row, Series, X};

use super::cells;
use super::sheet::{Columns, Sheet, cell, listed};

/// Which columns to read; `None` is the usual name, where there is one.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    pub(super) x: Option<&'a str>,
    pub(super) y: Option<&'a str>,
    pub(super) n: Option<&'a str>,
    pub(super) part: Option<&'a str>,
    pub(super) facets: &'a [String],
}

/// The series of a file, and where each row stood in it.
pub(super) struct Table {
    pub(super) series: Vec<Series>,
    /// For each series and row, the line of the file.
    lines: Vec<Vec<u64>>,
    pub(super) measure: String,
    denominator: Option<String>,
    place: Option<String>,
    /// What was passed over, for the reader to know.
    pub(super) remarks: Vec<String>,
}

impl Table {
    pub(super) fn read(bytes: &[u8], wanted: &Wanted<'_>) -> Result<Self, String> {
        let mut sheet = Sheet::read(bytes, wanted)?;
        let columns = sheet.columns(wanted)?;
        let name = |column: usize| sheet.heading[column].clone();
        let mut table = Self {
            series: Vec::new(),
            lines: Vec::new(),
            measure: name(columns.y),
            denominator: columns.n.map(name),
            place: columns.x.map(name),
            remarks: Vec::new(),
        };
        table.remarks = columns.x.map(|x| sheet.without_place(x)).unwrap_or_default();
        let places = sheet.places(columns.x)?;
        table.remarks.extend(sheet.remarks(&columns));
        sheet.is_sure(&columns)?;
        table.fill(&sheet, &columns, places)?;
        if table.series.is_empty() {
            return Err("the file has a heading and no rows".to_owned());
        }
        Ok(table)
    }

    /// The rows as series; whatever is no number is told at once, all of it.
    fn fill(
        &mut self,
        sheet: &Sheet,
        columns: &Columns,
        places: Vec<Option<X>>,
    ) -> Result<(), String> {
        let mut faults = Vec::new();
        let mut facets: BTreeMap<Vec<Facet>, (Series, Vec<u64>)> = BTreeMap::new();
        for ((line, cells), x) in sheet.rows.iter().zip(places) {
            let mut number = |column: usize| {
                let read = sheet.number(*line, column, cell(cells, column));
                read.unwrap_or_else(|why| {
                    faults.push(why);
                    None
                })
            };
            let (y, n) = (number(columns.y), columns.n.and_then(&mut number));
            let facet = columns.facets.iter().map(|at| Facet::of(cell(cells, *at))).collect();
            let (series, lines) = facets.entry(facet).or_default();
            // Without a column for x, rows are numbered within their series.
            let count = f64::from(u32::try_from(lines.len() + 1).unwrap_or(u32::MAX));
            series.rows.push(Row {
                x: x.unwrap_or(X::Number(count)),
                y,
                n,
                part: columns.part.map(|part| cell(cells, part).trim().to_owned()),
            });
            lines.push(*line);
        }
        if !faults.is_empty() {
            return Err(all_told(faults));
        }
        for (facet, (mut series, lines)) in facets {
            series.facet = facet.into_iter().map(|facet| facet.text).collect();
            self.series.push(series);
            self.lines.push(lines);
        }
        Ok(())
    }

    /// The places of rows that have 0 below the line.
    pub(super) fn noughts(&self) -> BTreeSet<String> {
        let rows = self.series.iter().flat_map(|series| &series.rows);
        rows.filter(|row| row.n == Some(0.0)).map(|row| cells::place(&row.x)).collect()
    }

    /// Rows that say when with the same words become one point: where each row should be a point of its own,
    /// that is worth knowing.
    pub(super) fn together(&self) -> Option<String> {
        let mut many: Vec<(Vec<u64>, String)> = Vec::new();
        for (series, lines) in self.series.iter().zip(&self.lines) {
            let mut by_place: BTreeMap<String, Vec<u64>> = BTreeMap::new();
            for (row, line) in series.rows.iter().zip(lines) {
                by_place.entry(cells::place(&row.x)).or_default().push(*line);
            }
            let shared = by_place.into_iter().filter(|(_, lines)| lines.len() > 1);
            many.extend(shared.map(|(place, lines)| (lines, place)));
        }
        let (lines, place) = many.first()?;
        let more = match many.len() - 1 {
            0 => String::new(),
            more => format!(", and so with {more} more"),
        };
        Some(format!("{} say the same time or place, {place}: put together{more}", listed(lines)))
    }

    /// What is wrong with the numbers, in the file's own rows and columns.
    pub(super) fn explain(&self, fault: &Fault) -> String {
        let Some((series, row)) = fault.place() else { return fault.to_string() };
        let line = self.lines.get(series).and_then(|lines| lines.get(row)).copied().unwrap_or(0);
        let values = self.series.get(series).and_then(|series| series.rows.get(row));
        let below_zero = |value: Option<f64>| value.is_some_and(|value| value < 0.0);
        let n_is_below = || values.is_some_and(|row| !below_zero(row.y) && below_zero(row.n));
        let n_is_to_blame = match fault {
            Fault::NothingAtRisk { .. } => true,
            Fault::Negative { .. } => n_is_below(),
            _ => false,
        };
        let column = match (fault, &self.place, &self.denominator) {
            (Fault::MixedX { .. }, Some(x), _) => x,
            (_, _, Some(n)) if n_is_to_blame => n,
            _ => &self.measure,
        };
        // The fault's own text ends with the place in the series, which says nothing here.
        let text = fault.to_string();
        let text = text.split(" (series").next().unwrap_or_default();
        let mut said = format!("row {line}, column \"{column}\": {text}");
        if let Some(Row { y: Some(y), n, .. }) = values {
            let _ = write!(said, " (y is {y}");
            let _ = n.map_or(Ok(()), |n| write!(said, ", n is {n}"));
            said.push(')');
        }
        said
    }
}

/// So many faults are told; there may be thousands when a column is of another sort than was thought.
const TOLD: usize = 20;

fn all_told(mut faults: Vec<String>) -> String {
    let more = faults.len().saturating_sub(TOLD);
    faults.truncate(TOLD);
    if more > 0 {
        faults.push(format!("and {more} faults more"));
    }
    faults.join("\n")
}

/// A facet's value: in the order of numbers where it is one, else of letters.
#[derive(PartialEq)]
struct Facet {
    number: f64,
    /// Where it stands in the Norwegian alphabet.
    order: String,
    text: String,
}

impl Facet {
    fn of(cell: &str) -> Self {
        let text = cell.trim().to_owned();
        Self {
            number: cells::number(cell).unwrap_or(f64::MAX),
            order: norsk::sort_key(&text),
            text,
        }
    }
}

impl Eq for Facet {}

impl PartialOrd for Facet {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Facet {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_number = self.number.total_cmp(&other.number);
        by_number
            .then_with(|| self.order.cmp(&other.order))
            .then_with(|| self.text.cmp(&other.text))
    }
}
