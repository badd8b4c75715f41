//! Numbers of the same measure side by side, one small chart for each who has shown theirs: by name, never
//! ranked.

use std::collections::BTreeMap;

use spc::{Chart, Row, X};
use time::Date;
use time::format_description::well_known::Iso8601;
use uuid::Uuid;

use crate::adoptions::{Point, Series, tell_something, withheld};
use crate::charts::{Axes, Drawing, Subject, Unit, small_multiples};
use crate::i18n::Text;
use crate::work::{Better, Shape};

/// A measure in several hands.
pub struct Beside {
    pub name: String,
    pub caption: String,
    pub cells: Vec<String>,
    /// Of one alone the whole figure, which says what a small chart has no room for.
    pub figure: Option<String>,
    pub legend: String,
    /// The numbers in words, by whose they are.
    pub tables: Vec<(String, String)>,
}

struct Worked {
    id: String,
    whose: String,
    shape: Shape,
    unit: String,
    better: Better,
    analysis: spc::Analysis,
    withheld: usize,
}

/// So many small charts stand on a page for each measure.
const MOST: usize = 60;

/// Each measure with all that have shown it. `names` says where each adopter is; the text's own team is
/// called as the text is.
pub fn of(t: Text, all: &[Series], names: &BTreeMap<Uuid, &str>, origin: &str) -> Vec<Beside> {
    let mut measures: BTreeMap<&str, Vec<&Series>> = BTreeMap::new();
    for one in all {
        measures.entry(&one.key).or_default().push(one);
    }
    let measure = |(nth, series): (usize, &Vec<&Series>)| {
        let name = series.first()?.name.clone();
        let whose = |one: &&Series| match one.adoption_id {
            Some(id) => Some((true, (*names.get(&id)?).to_owned())),
            None => Some((false, origin.to_owned())),
        };
        let mut in_order: Vec<((bool, String), &&Series)> =
            series.iter().filter_map(|one| Some((whose(one)?, one))).collect();
        // Whoever began it comes first; the others by name.
        in_order.sort_by(|a, b| a.0.cmp(&b.0));
        let worked: Vec<Worked> = in_order
            .into_iter()
            .take(MOST)
            .enumerate()
            .filter_map(|(n, ((_, whose), one))| worked(format!("m{nth}-{n}"), whose, one))
            .collect();
        (!worked.is_empty()).then(|| drawn(t, name, &worked))
    };
    measures.values().enumerate().filter_map(measure).collect()
}

fn drawn(t: Text, name: String, worked: &[Worked]) -> Beside {
    let drawings: Vec<Drawing<'_>> = worked.iter().map(Worked::drawing).collect();
    let figure = match drawings.as_slice() {
        [one] => Some(one.figure(t)),
        _ => None,
    };
    if figure.is_some() {
        let (cells, tables) = (Vec::new(), Vec::new());
        let (caption, legend) = (String::new(), String::new());
        return Beside { name, caption, cells, figure, legend, tables };
    }
    let many = small_multiples(&drawings, Axes::Common, t);
    let table = |(one, drawing): (&Worked, &Drawing<'_>)| (one.whose.clone(), drawing.table(t));
    Beside {
        name,
        caption: many.caption,
        cells: many.cells,
        figure,
        legend: many.legend,
        tables: worked.iter().zip(&drawings).map(table).collect(),
    }
}

/// The run chart of what is shown; none where nothing is.
fn worked(id: String, whose: String, one: &Series) -> Option<Worked> {
    let points = one.points();
    if !tell_something(&points) {
        return None;
    }
    let row = |point: &Point| {
        let day = Date::parse(&point.day, &Iso8601::DATE).ok()?;
        let x = X::Time(day.midnight().assume_utc().unix_timestamp());
        Some(Row { x, y: point.value, n: None, part: None })
    };
    let series = spc::Series { facet: Vec::new(), rows: points.iter().filter_map(row).collect() };
    let mut analysis = spc::Plan::new(Chart::Run).analyse(&series).ok()?;
    let withheld = withheld(&points);
    if withheld > 0 {
        analysis = analysis.points_alone();
    }
    Some(Worked {
        id,
        whose,
        shape: one.shape(),
        unit: one.unit.clone(),
        better: Better::named(&one.better).unwrap_or(Better::Neither),
        analysis,
        withheld,
    })
}

impl Worked {
    fn drawing(&self) -> Drawing<'_> {
        Drawing {
            subject: match self.shape {
                Shape::Share => Subject::Share,
                Shape::Count => Subject::Number,
                Shape::Rate => Subject::Rate,
                Shape::Value => Subject::Value,
            },
            unit: match self.shape {
                Shape::Share => Unit::Share,
                Shape::Value | Shape::Rate if !self.unit.is_empty() => Unit::Of(self.unit.clone()),
                _ => Unit::Number,
            },
            better: self.better.into(),
            withheld: self.withheld,
            ..Drawing::new(&self.analysis, &self.id, &self.whose)
        }
    }
}
