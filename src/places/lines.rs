//! Places as lines of the exchange format, laid over those that are stored.

use serde::{Deserialize, Serialize};

use super::files::{All, Given, build, code, day, name, within};
use super::{County, Municipality, Places, Succession};

/// One line of a file of places: a county or a municipality for a time, or which became which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum PlaceLine {
    County {
        code: String,
        name: String,
        valid_from: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_to: Option<String>,
    },
    Municipality {
        code: String,
        name: String,
        valid_from: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_to: Option<String>,
    },
    Succession {
        day: String,
        old: String,
        new: String,
    },
}

/// The register as it would be, and how much of it the lines changed.
#[derive(Clone, Debug)]
pub struct Merged {
    pub places: Places,
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
}

/// Every line of the register.
pub fn lines(places: &Places) -> impl Iterator<Item = PlaceLine> {
    let text = |day: time::Date| day.to_string();
    let counties = places.counties().iter().map(move |county| PlaceLine::County {
        code: county.code.clone(),
        name: county.name.clone(),
        valid_from: text(county.valid_from),
        valid_to: county.valid_to.map(text),
    });
    let municipalities = places.municipalities().iter().map(move |m| PlaceLine::Municipality {
        code: m.code.clone(),
        name: m.name.clone(),
        valid_from: text(m.valid_from),
        valid_to: m.valid_to.map(text),
    });
    let changes = places.changes().iter().map(move |change| PlaceLine::Succession {
        day: text(change.day),
        old: change.old.clone(),
        new: change.new.clone(),
    });
    counties.chain(municipalities).chain(changes)
}

/// A line with the same code and first day takes the place of the one that is stored.
pub fn merge(old: &Places, lines: &[(usize, PlaceLine)]) -> Result<Merged, Vec<String>> {
    let mut all = All::of(old);
    let mut merged = Merged { places: Places::default(), created: 0, updated: 0, unchanged: 0 };
    let mut faults = Vec::new();
    for (number, line) in lines {
        let row = format!("line {number}");
        if let Err(why) = lay(&mut all, &mut merged, row, line) {
            faults.push(format!("line {number}: {why}"));
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    merged.places = build(all)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<String>>())?;
    Ok(merged)
}

fn lay(all: &mut All, merged: &mut Merged, row: String, line: &PlaceLine) -> Result<(), String> {
    match line {
        PlaceLine::County { code: text, name: called, valid_from, valid_to } => {
            let (valid_from, valid_to) = within(valid_from, valid_to.as_deref().unwrap_or(""))?;
            let is = County { code: code(text, 2)?, name: name(called)?, valid_from, valid_to };
            let same = |c: &County| c.code == is.code && c.valid_from == is.valid_from;
            put(&mut all.counties, merged, row, same, is.clone());
        }
        PlaceLine::Municipality { code: text, name: called, valid_from, valid_to } => {
            let (valid_from, valid_to) = within(valid_from, valid_to.as_deref().unwrap_or(""))?;
            let is =
                Municipality { code: code(text, 4)?, name: name(called)?, valid_from, valid_to };
            // Statistics Norway's numbers for what is abroad or not stated.
            if is.county() == "99" {
                return Err(format!("{text} is no place: no county has the number 99"));
            }
            let same = |m: &Municipality| m.code == is.code && m.valid_from == is.valid_from;
            put(&mut all.municipalities, merged, row, same, is.clone());
        }
        PlaceLine::Succession { day: text, old, new } => {
            let is = Succession { day: day(text)?, old: code(old, 4)?, new: code(new, 4)? };
            put(&mut all.changes, merged, row, |change| *change == is, is.clone());
        }
    }
    Ok(())
}

fn put<T: PartialEq>(
    all: &mut Vec<Given<T>>,
    merged: &mut Merged,
    row: String,
    same: impl Fn(&T) -> bool,
    is: T,
) {
    match all.iter_mut().find(|given| same(&given.is)) {
        Some(given) if given.is == is => merged.unchanged += 1,
        Some(given) => {
            *given = Given { row, is };
            merged.updated += 1;
        }
        None => {
            all.push(Given { row, is });
            merged.created += 1;
        }
    }
}
