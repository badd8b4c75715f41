//! What became of each line of a table, in words.

use std::collections::BTreeMap;

use figures::import::{Fate, Out, Outcome, Point, Topic, Trouble, Wrong};
use figures::people::Person;
use figures::table::Remark;
use time::Date;
use uuid::Uuid;

use crate::i18n::{Text, Words};
use crate::improvement::said;
use crate::work::{Measured, Number, Observation};

/// So many lines are shown; those that are not simply understood come first.
const SHOWN: usize = 600;

/// Somebody among the numbers, and what is said of it.
pub fn person(found: Person) -> &'static str {
    match found {
        Person::Number => "improvement-paste-fault-number",
        Person::Name => "improvement-paste-fault-name",
    }
}

/// What is kept of a table: each number by the first day of its period, and the words that stood beside some.
pub fn kept(outcome: &Outcome) -> (Vec<(Date, Number)>, BTreeMap<Date, String>) {
    let number = |point: Point| {
        let number = Number { value: point.value, denominator: point.denominator };
        (point.period.first, number)
    };
    let beside = outcome.noted().filter(|(_, words)| !words.is_empty());
    let notes = beside.map(|(point, words)| (point.period.first, words.to_owned()));
    (outcome.points().map(number).collect(), notes.collect())
}

/// The numbers of a table, held against those that are there.
#[derive(Default)]
pub struct Against {
    pub new: usize,
    pub same: usize,
    /// Those that stand there, and that the table says otherwise.
    pub differs: Vec<Uuid>,
}

/// A line of the page's table.
pub struct Told {
    pub number: u32,
    pub when: String,
    pub value: String,
    pub denominator: String,
    pub what: Words,
    /// The colour of the mark beside it.
    pub tone: &'static str,
}

pub struct Teller<'a> {
    pub t: Text,
    pub measured: &'a Measured,
    there: BTreeMap<Date, &'a Observation>,
}

impl<'a> Teller<'a> {
    pub fn new(t: Text, measured: &'a Measured) -> Self {
        let said = measured.numbers.iter().filter(|one| one.value.is_some());
        Self { t, measured, there: said.map(|one| (one.day, one)).collect() }
    }

    pub fn against(&self, outcome: &Outcome) -> Against {
        let mut against = Against::default();
        for point in outcome.points() {
            match self.there.get(&point.period.first) {
                None => against.new += 1,
                Some(old) if is_same(old, point) => against.same += 1,
                Some(old) => against.differs.push(old.id),
            }
        }
        against
    }

    /// The lines to show, and how many more there are.
    pub fn lines(&self, outcome: &Outcome) -> (Vec<Told>, usize) {
        let is_plain = |fate: Fate| matches!(fate, Fate::Point(_));
        let rows = &outcome.rows;
        let odd = rows.iter().filter(|row| !is_plain(row.fate)).count().min(SHOWN);
        let mut left = (SHOWN - odd, odd);
        let mut shown = Vec::new();
        for row in rows {
            let room = if is_plain(row.fate) { &mut left.0 } else { &mut left.1 };
            if *room == 0 {
                continue;
            }
            *room -= 1;
            let (what, tone) = self.fate(row.fate);
            shown.push(Told {
                number: row.number,
                when: row.when.clone(),
                value: row.value.clone(),
                denominator: row.denominator.clone(),
                what,
                tone,
            });
        }
        let more = rows.len() - shown.len();
        (shown, more)
    }

    fn fate(&self, fate: Fate) -> (Words, &'static str) {
        match fate {
            Fate::Point(point) => self.point(point),
            Fate::Out(out) => (self.t.get(left_out(out)), "neutral"),
            Fate::Asked(topic) => (self.t.get(asked(topic)), "warning"),
            Fate::Wrong(why) => (self.t.get(wrong(why)), "danger"),
        }
    }

    fn point(&self, point: Point) -> (Words, &'static str) {
        let t = self.t;
        let period = said::period(t, said::frequency(self.measured), point.period.first);
        let value = said::plain(t, point.value);
        let number = match point.denominator {
            Some(all) => {
                t.plain_with2("improvement-of", "value", value, "all", said::plain(t, all))
            }
            None => value,
        };
        match self.there.get(&point.period.first) {
            None => {
                let words = t.with2("improvement-paste-new", "period", period, "number", number);
                (words, "success")
            }
            Some(old) if is_same(old, point) => {
                let words = t.with2("improvement-paste-same", "period", period, "number", number);
                (words, "neutral")
            }
            Some(old) => {
                let old = said::number(t, self.measured, old);
                let words = t.with3(
                    "improvement-paste-changed",
                    "period",
                    period,
                    "number",
                    number,
                    "old",
                    old,
                );
                (words, "warning")
            }
        }
    }
}

fn is_same(old: &Observation, point: Point) -> bool {
    (old.value, old.denominator) == (Some(point.value), point.denominator)
}

fn left_out(out: Out) -> &'static str {
    match out {
        Out::Hidden => "improvement-paste-out-hidden",
        Out::Total => "improvement-paste-out-total",
        Out::Note => "improvement-paste-out-note",
        Out::Missing => "improvement-paste-out-missing",
        Out::Same => "improvement-paste-out-same",
        Out::Summed => "improvement-paste-out-summed",
        Out::Chosen => "improvement-paste-out-chosen",
    }
}

fn asked(topic: Topic) -> &'static str {
    match topic {
        Topic::Twice => "improvement-paste-asked-twice",
        Topic::Notes
        | Topic::Nought
        | Topic::Bounded
        | Topic::Decimal
        | Topic::Spilled
        | Topic::Percent
        | Topic::Over
        | Topic::Swapped => "improvement-paste-asked-number",
        _ => "improvement-paste-asked",
    }
}

/// Why a line cannot be used.
pub fn wrong(why: Wrong) -> &'static str {
    match why {
        Wrong::NoPeriod => "improvement-paste-wrong-period",
        Wrong::Rough => "improvement-paste-wrong-rough",
        Wrong::Order => "improvement-paste-wrong-order",
        Wrong::NoNumber => "improvement-paste-wrong-number",
        Wrong::Dated => "improvement-paste-wrong-dated",
        Wrong::Failed => "improvement-paste-wrong-failed",
        Wrong::Percent => "improvement-paste-wrong-percent",
        Wrong::Unit => "improvement-paste-wrong-unit",
        Wrong::Future => "work-doubt-future",
        Wrong::FarOff => "work-doubt-far-off",
        Wrong::NotCounted => "work-doubt-not-counted",
        Wrong::NoDenominator => "work-doubt-no-denominator",
        Wrong::MoreThanAll => "work-doubt-more-than-all",
        Wrong::NothingAtRisk => "work-doubt-nothing-at-risk",
    }
}

/// Why nothing at all can be taken from the table.
pub fn trouble(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::NoPeriods => "improvement-paste-trouble-periods",
        Trouble::NoNumbers => "improvement-paste-trouble-numbers",
        Trouble::NoDenominator => "improvement-paste-trouble-denominator",
    }
}

/// What was made of the table on the way.
pub fn remark(remark: Remark) -> &'static str {
    match remark {
        Remark::Letters => "improvement-paste-remark-letters",
        Remark::HiddenColumns => "improvement-paste-remark-columns",
        Remark::Merged => "improvement-paste-remark-merged",
        Remark::Cut => "improvement-paste-remark-cut",
        Remark::Turned => "improvement-paste-remark-turned",
    }
}
