//! From a CSV file to series: what each row says of which measure.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use spc::{Fault, Row, Series, X};

use super::cells;
use super::sheet::Sheet;

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
        let mut sheet = Sheet::read(bytes)?;
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
        table.remarks = sheet.remarks(&columns);
        if let Some(x) = columns.x {
            sheet.rows.retain(|(line, cells)| {
                let has_x = !cells::is_missing(cells.get(x).unwrap_or_default());
                if !has_x {
                    let column = &sheet.heading[x];
                    table
                        .remarks
                        .push(format!("row {line}, column \"{column}\" is empty: left out"));
                }
                has_x
            });
        }
        let places = sheet.places(columns.x)?;
        let mut facets: BTreeMap<Vec<Facet>, (Series, Vec<u64>)> = BTreeMap::new();
        for ((line, cells), x) in sheet.rows.iter().zip(places) {
            let cell = |column: usize| cells.get(column).unwrap_or_default();
            let number = |column: usize| sheet.number(*line, column, cell(column));
            let facet: Vec<Facet> = columns.facets.iter().map(|at| Facet::of(cell(*at))).collect();
            let (series, lines) = facets.entry(facet).or_default();
            // Without a column for x, rows are numbered within their series.
            let count = f64::from(u32::try_from(lines.len() + 1).unwrap_or(u32::MAX));
            series.rows.push(Row {
                x: x.unwrap_or(X::Number(count)),
                y: number(columns.y)?,
                n: columns.n.map(number).transpose()?.flatten(),
                part: columns.part.map(|part| cell(part).trim().to_owned()),
            });
            lines.push(*line);
        }
        for (facet, (mut series, lines)) in facets {
            series.facet = facet.into_iter().map(|facet| facet.text).collect();
            table.series.push(series);
            table.lines.push(lines);
        }
        if table.series.is_empty() {
            return Err("the file has a heading and no rows".to_owned());
        }
        Ok(table)
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

/// A facet's value: in the order of numbers where it is one, else of letters.
#[derive(PartialEq)]
struct Facet {
    number: f64,
    text: String,
}

impl Facet {
    fn of(cell: &str) -> Self {
        Self { number: cells::number(cell).unwrap_or(f64::MAX), text: cell.trim().to_owned() }
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
        self.number.total_cmp(&other.number).then_with(|| self.text.cmp(&other.text))
    }
}
