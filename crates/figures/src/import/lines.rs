//! What becomes of each line, once its column is understood.

use std::collections::BTreeMap;

use time::Date;

use super::find::{figure, is_number, when};
use super::values::Value;
use super::whens::{Said, quoted};
use super::{Choice, Fate, Out, Point, Question, Reader, Reading, Row, Shape, Topic, Wrong, plain};
use crate::number::Figure;
use crate::period::{Kind, Period};

/// Years before this are slips of the keys.
const FIRST_YEAR: i32 = 1990;

impl Reader<'_> {
    pub(super) fn lines(&mut self, whens: &BTreeMap<usize, Said>, values: &BTreeMap<usize, Value>) {
        let mut rows: Vec<(usize, Row)> = Vec::new();
        let mut written: BTreeMap<usize, Period> = BTreeMap::new();
        for line in 0..self.grid.lines.len() {
            if self.grid.lines[line].cells.iter().all(crate::table::Cell::is_empty) {
                continue;
            }
            let said = whens.get(&line).copied();
            let Some(fate) = self.fate(line, said, values.get(&line).copied()) else { continue };
            if let (Some(Said::Period(period)), Fate::Point(_)) = (said, fate) {
                written.insert(line, period);
            }
            rows.push((line, self.row(line, fate)));
        }
        self.settle_swapped(&mut rows);
        self.settle_future(&mut rows);
        self.settle_doubles(&mut rows, &written);
        let wrong = rows.iter().filter(|(_, row)| matches!(row.fate, Fate::Wrong(_))).count();
        if wrong > 0 {
            let question = Question::about(Topic::Wrong, plain(&["utelat"]), wrong);
            self.ask(question, None);
        }
        self.outcome.rows = rows.into_iter().map(|(_, row)| row).collect();
    }

    fn row(&self, line: usize, fate: Fate) -> Row {
        let columns = self.outcome.columns;
        let cell = |column: usize| quoted(self.grid.cell(line, column));
        Row {
            number: self.grid.lines[line].number,
            when: cell(columns.when),
            value: columns.value.map(cell).unwrap_or_default(),
            denominator: columns.denominator.map(cell).unwrap_or_default(),
            note: self.note(line),
            fate,
        }
    }

    /// None for a line of headings.
    fn fate(&mut self, line: usize, said: Option<Said>, value: Option<Value>) -> Option<Fate> {
        let Some(said) = said else {
            if line >= self.first {
                return Some(Fate::Out(Out::Hidden));
            }
            // Above the first period: a heading, but for a number beside what is no period.
            if self.is_lost(line) && self.is_total(line) {
                return Some(Fate::Out(Out::Total));
            }
            return self.is_lost(line).then_some(Fate::Wrong(Wrong::NoPeriod));
        };
        if self.is_total(line) {
            return Some(Fate::Out(Out::Total));
        }
        if let Some(fate) = self.of_spilled(line) {
            return Some(fate);
        }
        let has_number = || {
            let columns = [self.outcome.columns.value, self.outcome.columns.denominator];
            let mut columns = columns.into_iter().flatten();
            columns.any(|column| is_number(&figure(self.grid.cell(line, column))))
        };
        let period = match said {
            Said::Nothing if has_number() => return Some(Fate::Wrong(Wrong::NoPeriod)),
            Said::Nothing | Said::Year => return Some(Fate::Out(Out::Note)),
            Said::Asked(topic) => return Some(Fate::Asked(topic)),
            Said::Wrong(wrong) => return Some(Fate::Wrong(wrong)),
            Said::Period(period) => period,
        };
        let (value, denominator) = match value? {
            Value::Number { value, denominator } => (value, denominator),
            Value::Missing => return Some(Fate::Out(Out::Missing)),
            Value::Asked(topic) => return Some(Fate::Asked(topic)),
            Value::Wrong(wrong) => return Some(Fate::Wrong(wrong)),
            Value::LeftOut => return Some(Fate::Out(Out::Chosen)),
            Value::Words => return Some(Fate::Wrong(self.of_words(line))),
        };
        let Some(period) = fitted(period, self.wanted.kind) else {
            return Some(Fate::Wrong(Wrong::Rough));
        };
        let wrong =
            far(period, self.wanted.today).or_else(|| doubt(self.wanted.shape, value, denominator));
        self.keep_for_later(line, wrong, Point { period, value, denominator });
        Some(wrong.map_or(Fate::Point(Point { period, value, denominator }), Fate::Wrong))
    }

    /// Why what stands there is no number.
    fn of_words(&self, line: usize) -> Wrong {
        let columns = [self.outcome.columns.value, self.outcome.columns.denominator];
        let mut cells = columns.into_iter().flatten().map(|column| self.grid.cell(line, column));
        let is_date = cells.any(|cell| figure(cell) == Figure::Words && when(cell).is_some());
        if is_date { Wrong::Dated } else { Wrong::NoNumber }
    }

    /// What a line that is asked about would be by another answer.
    fn keep_for_later(&mut self, line: usize, wrong: Option<Wrong>, point: Point) {
        let Point { period, value, denominator } = point;
        match wrong {
            Some(Wrong::MoreThanAll) => {
                if let Some(all) = denominator {
                    let point = Point { period, value: all, denominator: Some(value) };
                    self.turned.insert(line, point);
                }
            }
            Some(Wrong::Future) => {
                let before = year_before(period, self.wanted.today);
                let is_sound = doubt(self.wanted.shape, value, denominator).is_none();
                if let Some(period) = before.filter(|_| is_sound) {
                    self.coming.insert(line, Point { period, ..point });
                }
            }
            _ => {}
        }
    }

    /// A line above the first period that has a number of its own; a year is a heading.
    fn is_lost(&self, line: usize) -> bool {
        if !self.shown.contains(&line) {
            return false;
        }
        let Some(column) = self.outcome.columns.value else { return false };
        let cell = self.grid.cell(line, column);
        let is_year = matches!(super::find::when(cell),
            Some(crate::When::Known(known)) if known.period.kind == Kind::Year);
        is_number(&figure(cell)) && !is_year
    }

    /// Some that are more than all: either the columns have changed places, or the line is left out.
    fn settle_swapped(&mut self, rows: &mut [(usize, Row)]) {
        let is_it = |row: &Row| row.fate == Fate::Wrong(Wrong::MoreThanAll);
        let found: Vec<usize> = (0..rows.len()).filter(|at| is_it(&rows[*at].1)).collect();
        let Some(first) = found.first().map(|at| &rows[*at].1) else { return };
        let sample = format!("{} / {}", first.value, first.denominator);
        let question = Question::about(Topic::Swapped, plain(&["bytt", "utelat"]), found.len());
        let question = question.on(self.outcome.columns.value.unwrap_or_default(), sample);
        let answer = self.ask(question, None);
        for at in found {
            let (line, row) = &mut rows[at];
            row.fate = match (answer, self.turned.get(line)) {
                (None, _) => Fate::Asked(Topic::Swapped),
                (Some("bytt"), Some(point)) => Fate::Point(*point),
                _ => Fate::Out(Out::Chosen),
            };
        }
    }

    /// Periods that have not begun: of the year before, or left out.
    fn settle_future(&mut self, rows: &mut [(usize, Row)]) {
        let is_it = |row: &Row| row.fate == Fate::Wrong(Wrong::Future);
        let found: Vec<usize> = (0..rows.len()).filter(|at| is_it(&rows[*at].1)).collect();
        let Some((line, row)) = found.first().map(|at| &rows[*at]) else { return };
        let before = self.coming.get(line).map(|point| point.period.first);
        let choices = vec![
            Choice { value: "aaret_for", reading: before.map_or(Reading::None, Reading::Day) },
            Choice { value: "utelat", reading: Reading::None },
        ];
        let question = Question::about(Topic::Future, choices, found.len());
        let question = question.on(self.outcome.columns.when, row.when.clone());
        let answer = self.ask(question, None);
        for at in found {
            let (line, row) = &mut rows[at];
            row.fate = match (answer, self.coming.get(line)) {
                (None, _) => Fate::Asked(Topic::Future),
                (Some("aaret_for"), Some(point)) => Fate::Point(*point),
                (Some("aaret_for"), None) => Fate::Wrong(Wrong::Future),
                _ => Fate::Out(Out::Chosen),
            };
        }
    }

    /// Lines of one period: the same said twice is kept once; else it is asked.
    fn settle_doubles(&mut self, rows: &mut [(usize, Row)], written: &BTreeMap<usize, Period>) {
        let mut groups: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
        for (at, (_, row)) in rows.iter().enumerate() {
            if let Fate::Point(point) = row.fate {
                groups.entry(point.period.first).or_default().push(at);
            }
        }
        let said = |row: &Row| match row.fate {
            Fate::Point(point) => Some(point),
            _ => None,
        };
        let (mut twice, mut finer): (Vec<Vec<usize>>, Vec<Vec<usize>>) = (Vec::new(), Vec::new());
        let mut has_whole = false;
        for group in groups.into_values() {
            let first = group[0];
            if group.len() == 1 {
                let period = written.get(&rows[first].0).copied();
                if period.is_some_and(|period| is_finer(period, self.wanted.kind)) {
                    finer.push(group);
                }
                continue;
            }
            // January begins with its quarter and is not all of it.
            let own = |at: &usize| written.get(&rows[*at].0).copied();
            let is_one = group.iter().all(|at| own(at) == own(&first));
            let is_same = group.iter().all(|at| said(&rows[*at].1) == said(&rows[first].1));
            // A quarter, and a month of it: the month is in the quarter's number already.
            let is_whole = |at: &usize| {
                written.get(&rows[*at].0).is_some_and(|period| period.kind == self.wanted.kind)
            };
            if !is_one && group.iter().any(is_whole) {
                has_whole = true;
                twice.push(group);
            } else if !is_one {
                finer.push(group);
            } else if is_same {
                for at in &group[1..] {
                    rows[*at].1.fate = Fate::Out(Out::Same);
                }
            } else {
                twice.push(group);
            }
        }
        let may_add = self.wanted.shape != Shape::Value;
        self.settle(rows, Topic::Twice, &twice, may_add && !has_whole);
        self.settle(rows, Topic::Finer, &finer, may_add);
    }

    fn settle(
        &mut self,
        rows: &mut [(usize, Row)],
        topic: Topic,
        groups: &[Vec<usize>],
        may_add: bool,
    ) {
        let Some(first) = groups.first() else { return };
        let is_alone = groups.iter().all(|group| group.len() == 1);
        let choices = if is_alone {
            plain(&["hele", "utelat"])
        } else if may_add {
            plain(&["sum", "forste", "siste", "utelat"])
        } else {
            plain(&["forste", "siste", "utelat"])
        };
        let count = groups.iter().map(Vec::len).sum();
        let sample = rows[first[0]].1.when.clone();
        let question = Question::about(topic, choices, count).on(self.outcome.columns.when, sample);
        let answer = self.ask(question, None);
        for group in groups {
            let kept = match answer {
                Some("forste" | "sum" | "hele") => group.first(),
                Some("siste") => group.last(),
                _ => None,
            };
            let sum = (answer == Some("sum")).then(|| summed(rows, group)).flatten();
            for at in group {
                let fate = &mut rows[*at].1.fate;
                *fate = match (answer, sum) {
                    (None, _) => Fate::Asked(topic),
                    (Some(_), Some(sum)) if kept == Some(at) => Fate::Point(sum),
                    (Some(_), Some(_)) => Fate::Out(Out::Summed),
                    (Some(_), None) if kept == Some(at) => *fate,
                    (Some(_), None) => Fate::Out(Out::Chosen),
                };
            }
        }
    }
}

/// Is a shorter time said than is counted for? The first and the last day of a month are how a spreadsheet
/// writes the month.
fn is_finer(said: Period, kind: Kind) -> bool {
    let whole = kind.around(said.first);
    said.kind > kind
        && !(said.kind == Kind::Day && (said.first == whole.first || said.first == whole.last()))
}

/// The same period of the last year in which it has begun.
fn year_before(period: Period, today: Date) -> Option<Period> {
    let years = (1..=2).map(|ago| period.first.year() - ago);
    let (_, week, _) = period.first.to_iso_week_date();
    let mut all = years.filter_map(|year| match period.kind {
        Kind::Week => Kind::Week.nth(year, week),
        kind => period.first.replace_year(year).ok().map(|first| kind.around(first)),
    });
    all.find(|period| period.first <= today)
}

fn summed(rows: &[(usize, Row)], group: &[usize]) -> Option<Point> {
    let points = group.iter().filter_map(|at| match rows[*at].1.fate {
        Fate::Point(point) => Some(point),
        _ => None,
    });
    points.reduce(|sum, next| Point {
        value: sum.value + next.value,
        denominator: sum.denominator.zip(next.denominator).map(|(one, other)| one + other),
        ..sum
    })
}

/// The period of the wanted kind that it is, or is a part of.
fn fitted(period: Period, kind: Kind) -> Option<Period> {
    let is_part = match period.kind {
        Kind::Day => true,
        // A week lies in two months as often as not.
        Kind::Week => kind == Kind::Week,
        own => own >= kind && kind != Kind::Week && kind != Kind::Day && period.within(kind),
    };
    is_part.then(|| kind.around(period.first))
}

fn far(period: Period, today: Date) -> Option<Wrong> {
    if period.first > today {
        Some(Wrong::Future)
    } else {
        (period.first.year() < FIRST_YEAR).then_some(Wrong::FarOff)
    }
}

/// What is wrong with a number, by what the measure counts.
fn doubt(shape: Shape, value: f64, denominator: Option<f64>) -> Option<Wrong> {
    let is_whole = |number: f64| number >= 0.0 && number.fract() == 0.0;
    if !value.is_finite() || shape.is_counted() && !is_whole(value) {
        return Some(Wrong::NotCounted);
    }
    if !shape.has_denominator() {
        return None;
    }
    let Some(all) = denominator else { return Some(Wrong::NoDenominator) };
    if !all.is_finite() || all < 0.0 || shape == Shape::Share && !is_whole(all) {
        Some(Wrong::NotCounted)
    } else if all == 0.0 && value > 0.0 {
        Some(Wrong::NothingAtRisk)
    } else if shape == Shape::Share && value > all {
        Some(Wrong::MoreThanAll)
    } else {
        None
    }
}
