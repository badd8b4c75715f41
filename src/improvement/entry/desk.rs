//! A work before whoever enters its numbers: which periods are asked for, and the form of them.

use std::collections::BTreeMap;

use time::Date;
use uuid::Uuid;

use super::super::number::value_fields;
use super::super::sure::{self, SURE};
use super::super::{LINE, open, path, said};
use super::rows;
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::forms::{Field, Form, Submitted};
use crate::i18n::Text;
use crate::web::Visit;
use crate::work::{Measured, Open, Standing};

/// Names of inputs, each before the name of its period: what is typed, and what goes along with it.
pub const VALUE: &str = "tall";
pub const ALL: &str = "av";
pub const WHY: &str = "grunn";
pub const SENT: &str = "sendt";
pub const INSTEAD: &str = "rettes";
/// Of a measure that is counted by taps: what the next tap is called.
pub const TAP: &str = "trykk";
/// Of a rate that is counted by taps: what it is of.
pub const TAP_ALL: &str = "trykkav";
/// Buttons. Their values say which period, or which number.
pub const NONE: &str = "ingen";
pub const MORE: &str = "en_til";
pub const FEWER: &str = "en_mindre";
pub const UNDO: &str = "angre";

/// All inputs of all periods of all measures.
pub const LIMIT: usize = 1024 * 1024;

/// The work as who enters its numbers has it before them, on a day.
pub struct Desk {
    pub t: Text,
    pub open: Open,
    pub measures: Vec<Measured>,
    pub today: Date,
}

/// One period of a measure, as the form asks for it.
pub struct Line<'a> {
    pub measured: &'a Measured,
    pub day: Date,
    pub is_coming: bool,
}

impl Line<'_> {
    pub fn key(&self) -> String {
        rows::key(self.measured.row.id, self.day)
    }

    pub fn named(&self, input: &str) -> String {
        format!("{input}_{}", self.key())
    }

    /// What was below the line last time: nearly always it is as many.
    pub fn usual(&self, t: Text) -> Option<String> {
        let last = self.measured.numbers.iter().rev().find_map(|one| one.denominator)?;
        said::shape(self.measured).has_denominator().then(|| said::typed(t, last))
    }

    /// Has nobody written in it?
    pub fn is_untouched(&self, t: Text, sent: &Submitted) -> bool {
        let all = sent.value(&self.named(ALL)).trim();
        let is_usual = all.is_empty() || Some(all) == self.usual(t).as_deref();
        is_usual && sent.value(&self.named(VALUE)).trim().is_empty()
    }
}

impl Desk {
    pub async fn open(app: &App, visit: &Visit, id: Uuid) -> Result<Self, Error> {
        let open = open(app, visit, id).await?;
        if open.standing < Standing::Writes {
            return Err(Error::Forbidden);
        }
        let measures = open.measures(&app.db).await?;
        Ok(Self { t: visit.t, open, measures, today: oslo_day(app.clock.now()) })
    }

    pub fn here(&self) -> String {
        format!("{}/tall", path(self.t.lang, self.open.work.id))
    }

    pub fn measured(&self, id: Uuid) -> Option<&Measured> {
        self.measures.iter().find(|one| one.row.id == id)
    }

    /// What is missing, what begins next, and what was sent: somebody else may have entered that since.
    pub fn lines(&self, sent: &Submitted) -> Vec<Line<'_>> {
        let names = sent.names().filter_map(|name| name.strip_prefix(VALUE)?.strip_prefix('_'));
        let sent: Vec<(Uuid, Date)> = names.filter_map(rows::read).collect();
        let of = |measured| {
            let days = rows::missing(measured, self.today).into_iter().map(|day| (day, false));
            let coming = rows::coming(measured, self.today).into_iter().map(|day| (day, true));
            let asked = days.chain(coming).filter(|_| !self.open.is_over());
            let mut days: BTreeMap<Date, bool> = asked.collect();
            let frequency = said::frequency(measured);
            let whole = |day: Date| frequency.first(day) == day;
            let theirs = sent.iter().filter(|(id, day)| *id == measured.row.id && whole(*day));
            for (_, day) in theirs {
                days.entry(*day).or_insert(false);
            }
            let line = move |(day, is_coming)| Line { measured, day, is_coming };
            days.into_iter().map(line).collect::<Vec<_>>()
        };
        self.measures.iter().flat_map(of).collect()
    }

    /// The form of these lines. Why is asked where a number that is there would be replaced.
    pub fn form(&self, lines: &[Line<'_>], sent: &Submitted) -> Form {
        let mut fields = Vec::new();
        let mut hidden: Vec<String> = [NONE, MORE, FEWER, UNDO].map(str::to_owned).into();
        for line in lines {
            let (value, all) = (line.named(VALUE), line.named(ALL));
            fields.extend(value_fields(line.measured, &self.open.work.lang, (&value, &all)));
            if sent.value(&line.named(INSTEAD)).is_empty() {
                hidden.push(line.named(WHY));
            } else {
                let why = Field::line(&line.named(WHY), "improvement-why", LINE);
                fields.push(why.helped("improvement-why-help"));
            }
            hidden.extend([SENT, INSTEAD].map(|input| line.named(input)));
            if sure::is_asked(sent, &line.named(SURE)) {
                fields.push(sure::field(&line.named(SURE)));
            } else {
                hidden.push(line.named(SURE));
            }
        }
        let taps = self.measures.iter().flat_map(|one| [tap(one.row.id), tap_all(one.row.id)]);
        hidden.extend(taps);
        Form::new(LIMIT, fields).hiding(hidden.iter().map(String::as_str))
    }
}

/// The input that says what a rate is of, where it is counted by taps.
pub fn tap_all(measure: Uuid) -> String {
    format!("{TAP_ALL}_{}", measure.simple())
}

/// The input that says what the next tap of a measure is called.
pub fn tap(measure: Uuid) -> String {
    format!("{TAP}_{}", measure.simple())
}
