//! What sources say: statements with a beginning, an end and the name of who says so.

pub mod by_form;
mod check;
mod file;
mod raw;
mod store;

pub use check::{Edges, Faults, StatementFault, one_at_a_time, rings, same_twice};
pub use file::{File, file, files, forget_file, has_file, keep_files};
pub use raw::{COMMON, Fields, Raw};
pub use store::{all, rename, replace, replace_shipped, take_over};

use time::{Date, Month};

use crate::dates::{PartialDate, Span};

/// A statement that has been read into the words of its register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<S> {
    pub fact: S,
    pub valid: Span,
    pub source: Source,
    pub note: Option<String>,
    /// Invented to show the product.
    pub example: bool,
    /// Where it stood when it was read: «line 12», «statement 3 of usht-oslo».
    pub row: String,
}

/// Who says so: in words a reader understands, and the file, page or address in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Source {
    pub title: String,
    pub reference: Option<String>,
}

impl Source {
    /// The year that the source tells it is from: the latest year its title names.
    pub fn year(&self) -> Option<i32> {
        let digits = self.title.split(|c: char| !c.is_ascii_digit());
        digits
            .filter(|run| run.len() == 4)
            .filter_map(|run| run.parse().ok())
            .filter(|year| YEARS.contains(year))
            .max()
    }

    /// The day from which what it says is known to have been so: the first of the year it is from.
    pub fn known_from(&self) -> Option<Date> {
        Date::from_calendar_date(self.year()?, Month::January, 1).ok()
    }
}

/// A title may hold other numbers of four digits.
const YEARS: std::ops::Range<i32> = 1900..2100;

/// A fact that a statement states: each register has an enum of those it knows.
pub trait StatedFact: Sized {
    /// Takes the fields it knows; what is left over is refused by name.
    fn read(what: &str, fields: &mut Fields) -> Result<Self, String>;
    /// The name of the statement and its fields, as they are written.
    fn write(&self) -> (&'static str, Fields);
    /// The fact in a few words, for a report of what is wrong: «host 1860».
    fn describe(&self) -> String {
        let (what, fields) = self.write();
        let values: Vec<&str> = fields.values().map(String::as_str).collect();
        format!("{what} {}", values.join(", "))
    }
}

impl<S: StatedFact> Statement<S> {
    pub fn read(raw: &Raw) -> Result<Self, StatementFault> {
        let fault = |rule: String| StatementFault::new(rule, vec![raw.row.clone()]);
        raw.check_texts().map_err(|why| fault(why.to_string()).said("statements-unreadable"))?;
        let valid = Span::read(&raw.from, &raw.to)
            .map_err(|why| fault(format!("{why}: {}", raw.dates())).said(why.key()))?;
        if raw.source.is_empty() {
            return Err(fault("every statement names its `source`".to_owned()));
        }
        let mut fields = raw.fields.clone();
        let fact = S::read(&raw.what, &mut fields)
            .map_err(|why| fault(format!("`{}`: {why}", raw.what)).said("statements-unreadable"))?;
        if let Some(name) = fields.first() {
            return Err(fault(format!("`{}` has no field `{name}`", raw.what)));
        }
        Ok(Self {
            fact,
            valid,
            source: Source { title: raw.source.clone(), reference: raw.source_ref.clone() },
            note: raw.note.clone(),
            example: raw.example,
            row: raw.row.clone(),
        })
    }

    /// As it is written.
    pub fn raw(&self) -> Raw {
        let (what, fields) = self.fact.write();
        let date = |date: Option<PartialDate>| date.map(String::from).unwrap_or_default();
        Raw {
            what: what.to_owned(),
            fields,
            from: date(self.valid.from()),
            to: date(self.valid.to()),
            source: self.source.title.clone(),
            source_ref: self.source.reference.clone(),
            note: self.note.clone(),
            example: self.example,
            row: self.row.clone(),
        }
    }

    /// Does it hold that day whichever day its roughly known ends were?
    pub fn surely_on(&self, day: Date) -> bool {
        self.valid.surely_contains(day, self.source.known_from())
    }

    /// For a report of what is wrong: the row it stood in, the fact and its time.
    pub fn describe(&self) -> String {
        format!("{} ({}, {})", self.row, self.fact.describe(), self.valid)
    }
}

/// Reads every statement of a subject; all that is wrong is said at once.
pub fn read_all<S: StatedFact>(raws: &[Raw]) -> Result<Vec<Statement<S>>, Faults> {
    let (mut read, mut faults) = (Vec::new(), Vec::new());
    for raw in raws {
        match Statement::read(raw) {
            Ok(statement) => read.push(statement),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The one written form: what differs only in how it is written is the same. What can't be read is
/// left as it is.
pub fn normal<S: StatedFact>(raw: &Raw) -> Raw {
    let mut fields = raw.fields.clone();
    match S::read(&raw.what, &mut fields) {
        // What is left over is for the check to refuse.
        Ok(fact) if fields.first().is_none() => Raw { fields: fact.write().1, ..raw.clone() },
        _ => raw.clone(),
    }
}
