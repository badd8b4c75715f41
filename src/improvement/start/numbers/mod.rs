//! The first numbers of a measure: typed one to a line («19 av 24», «mars 2025: 7»), or pasted as from a
//! spreadsheet. The reader of tables reads both, and what it asks is asked.

mod lines;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use figures::Grid;
use figures::import::{self, Answers, Fate, Out, Outcome, Trouble, Wrong};
use figures::people;
use time::Date;

use super::NUMBERS;
use crate::improvement::paste::{self, Counted};
use crate::text::Fault;
use crate::work::{NewMeasure, Number};

/// So many are entered at once before there is a work.
const MOST: usize = 60;

/// What was understood, and what is asked before anything is kept.
#[derive(Clone, Debug, Default)]
pub struct First {
    pub numbers: Vec<(Date, Number)>,
    /// The words that stood beside some of them.
    pub notes: BTreeMap<Date, String>,
    pub outcome: Option<Outcome>,
}

impl First {
    /// What the next page is to say: how many were kept, and how many lines that add up the others were not.
    pub fn said(&self) -> String {
        let rows = self.outcome.iter().flat_map(|outcome| &outcome.rows);
        let totals = rows.filter(|row| row.fate == Fate::Out(Out::Total)).count();
        match (self.numbers.len(), totals) {
            (0, _) => String::new(),
            (many, 0) => format!("?lagret={many}"),
            (many, totals) => format!("?lagret={many}&sum={totals}"),
        }
    }

    /// Is something asked that is not answered?
    pub fn is_asked(&self) -> bool {
        self.outcome.as_ref().is_some_and(|outcome| outcome.open().next().is_some())
    }
}

/// Somebody among the numbers: nothing of it is shown again.
pub fn person(text: &str) -> Option<Fault> {
    let person = people::found(&Grid::of_text(text).ok()?)?;
    Some(Fault::new(NUMBERS, paste::person(person)))
}

/// Reads what was typed; the numbers are of the first measure. One without a time is of the period after
/// the one above it, and where none has a time the last is of the newest period that is over: the one that we
/// are in has not all of its number yet.
pub fn read(
    text: &str,
    measures: &[NewMeasure],
    today: Date,
    answers: &Answers,
) -> Result<First, Fault> {
    let Some(measure) = measures.first().filter(|_| !text.trim().is_empty()) else {
        return Ok(First::default());
    };
    let counted = Counted::of_new(&measure.definition);
    let (grid, is_typed) = lines::grid(text, counted, today)?;
    let mut outcome = import::read(&grid, &counted.wanted(today), answers);
    if let Some(trouble) = outcome.trouble {
        return Err(Fault::new(NUMBERS, troubled(trouble, is_typed)).filled("line", 1_u64));
    }
    if let Some((line, why)) = outcome.rows.iter().find_map(|row| match row.fate {
        Fate::Wrong(why) => Some((row.number, why)),
        _ => None,
    }) {
        return Err(Fault::new(NUMBERS, wrong(why)).filled("line", u64::from(line)));
    }
    outcome.questions.retain(|question| question.topic != import::Topic::Wrong);
    let (numbers, notes) = paste::kept(&outcome);
    if numbers.len() > MOST {
        return Err(Fault::new(NUMBERS, "sharing-fault-many").filled("max", MOST));
    }
    Ok(First { numbers, notes, outcome: Some(outcome) })
}

/// Why nothing at all was understood.
fn troubled(trouble: Trouble, is_typed: bool) -> &'static str {
    match trouble {
        Trouble::NoDenominator if is_typed => "work-doubt-no-denominator",
        Trouble::NoNumbers if is_typed => "sharing-fault-number",
        other => paste::trouble(other),
    }
}

/// Why a line is not, with the words that fit in a form.
fn wrong(why: Wrong) -> &'static str {
    match why {
        Wrong::NoPeriod | Wrong::Rough | Wrong::Order => "sharing-fault-time",
        Wrong::NoNumber | Wrong::Failed | Wrong::Percent => "sharing-fault-number",
        other => paste::wrong(other),
    }
}
