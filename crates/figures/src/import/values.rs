//! What the columns of numbers say, decided for each column as a whole.

use std::collections::BTreeMap;

use super::find::figure;
use super::whens::Said;
use super::{Choice, Question, Reader, Reading, Shape, Topic, Wrong};
use crate::clean::clean;
use crate::number::{Digits, Figure, Mark, is_nought};
use crate::unit::Unit;

/// What a line says of how many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value {
    Number {
        value: f64,
        denominator: Option<f64>,
    },
    Missing,
    Asked(Topic),
    Wrong(Wrong),
    /// As was answered.
    LeftOut,
    Words,
}

/// How a column is read.
#[derive(Clone, Copy, Default)]
struct Ways {
    mark: Option<Mark>,
    /// Some have a comma and some a point, and nobody has said yet what they mean.
    is_torn: bool,
    notes: Option<bool>,
    nought: Option<bool>,
    over: Option<bool>,
    bounded: Option<bool>,
    is_part: Option<bool>,
}

/// What a column is to be in, and what its heading says that it is in.
#[derive(Clone, Copy, Default)]
struct Within {
    wanted: Option<Unit>,
    said: Option<Unit>,
}

impl Within {
    /// What stands beside a number goes before what stands above it.
    fn is_other(self, digits: Digits) -> bool {
        let own = digits.unit.or(self.said);
        self.wanted.zip(own).is_some_and(|(wanted, own)| wanted != own)
    }
}

/// One cell of numbers: what it is, or why it is none.
enum Cell {
    Value(f64),
    Missing,
    Stop(Value),
}

/// Where parts of one are said, a number below this is one of them.
const LARGEST_PART: f64 = 2.0;

impl Reader<'_> {
    /// For each line of the table.
    pub(super) fn values(&mut self, whens: &BTreeMap<usize, Said>) -> BTreeMap<usize, Value> {
        let Some(value) = self.outcome.columns.value else {
            return whens.keys().map(|line| (*line, Value::Asked(Topic::Value))).collect();
        };
        let all = self.outcome.columns.denominator;
        let is_split = self.wanted.shape.has_denominator() && all.is_none();
        let columns: Vec<usize> = [Some(value), all].into_iter().flatten().collect();
        let mut figures: Vec<(usize, usize, Figure)> = Vec::new();
        for (line, _) in whens.iter().filter(|(line, said)| self.may_count(**line, **said)) {
            for column in &columns {
                figures.push((*line, *column, figure(self.grid.cell(*line, *column))));
            }
        }
        let ways = self.ways(&figures, value);
        let within = self.within(&figures, value);
        let of_all = all.map(|column| self.within(&figures, column)).unwrap_or_default();
        let read = |line: usize| {
            let above = figure(self.grid.cell(line, value));
            if let (Figure::Part { of }, true) = (&above, self.wanted.shape.has_denominator()) {
                return parted(*of, ways);
            }
            if is_split {
                return match above {
                    Figure::Missing => Value::Missing,
                    _ if self.is_asked(Topic::All) => Value::Asked(Topic::All),
                    _ => Value::Wrong(Wrong::NoDenominator),
                };
            }
            let above = match self.cell(above, ways, within) {
                Cell::Value(value) => value,
                Cell::Missing => return Value::Missing,
                Cell::Stop(why) => return why,
            };
            let Some(all) = all else { return Value::Number { value: above, denominator: None } };
            match self.cell(figure(self.grid.cell(line, all)), ways, of_all) {
                Cell::Value(all) => Value::Number { value: above, denominator: Some(all) },
                Cell::Missing => Value::Wrong(Wrong::NoDenominator),
                Cell::Stop(why) => why,
            }
        };
        whens.keys().map(|line| (*line, read(*line))).collect()
    }

    /// What the columns tell of how they are read, and what has been answered.
    fn ways(&mut self, figures: &[(usize, usize, Figure)], value: usize) -> Ways {
        let (mark, is_torn) = self.mark(figures);
        let mut ways = Ways { mark, is_torn, ..Ways::default() };
        ways.notes = self.agreed(figures, Topic::Notes, |figure| match figure {
            Figure::Noted { digits, note } if !is_nought(note) => digits.comma.or(digits.point),
            _ => None,
        });
        ways.nought = self.agreed(figures, Topic::Nought, |figure| match figure {
            Figure::Noted { note, .. } if is_nought(note) => Some(0.0),
            _ => None,
        });
        let is_bounded = |figure: &Figure| (*figure == Figure::Bounded).then_some(0.0);
        ways.bounded = self.agreed(figures, Topic::Bounded, is_bounded);
        ways.is_part = self.percent(figures, value);
        let is_in_percent = self.is_in_percent();
        ways.over = self.agreed(figures, Topic::Over, |figure| match figure {
            Figure::Number(digits) | Figure::Noted { digits, .. } if is_in_percent => {
                by(*digits, ways)
                    .map(|value| in_percent(*digits, value, ways.is_part == Some(true)))
                    .filter(|value| is_over(*value))
            }
            _ => None,
        });
        ways
    }

    /// What a column is in: as the measure, else as its heading or the first of its numbers says.
    fn within(&self, figures: &[(usize, usize, Figure)], column: usize) -> Within {
        let is_value = self.wanted.shape == Shape::Value;
        let measure = Unit::of_measure(&self.wanted.unit).filter(|_| is_value);
        let said = self.outcome.headings.get(column).and_then(|name| Unit::of_heading(name));
        let first = || {
            figures.iter().filter(|(_, of, _)| *of == column).find_map(
                |(_, _, figure)| match figure {
                    Figure::Number(digits) => digits.unit,
                    _ => None,
                },
            )
        };
        Within { wanted: measure.or(said).or_else(first), said }
    }

    /// Lines that are left out anyway decide nothing.
    pub(super) fn may_count(&self, line: usize, said: Said) -> bool {
        !matches!(said, Said::Nothing | Said::Year) && !self.is_total(line)
    }

    fn is_asked(&self, topic: Topic) -> bool {
        self.outcome.open().any(|open| open == topic)
    }

    fn cell(&self, figure: Figure, ways: Ways, within: Within) -> Cell {
        let digits = match figure {
            Figure::Number(digits) => digits,
            Figure::Noted { note, .. } if is_nought(&note) => {
                return match ways.nought {
                    None => Cell::Stop(Value::Asked(Topic::Nought)),
                    Some(false) => Cell::Stop(Value::LeftOut),
                    Some(true) => Cell::Value(0.0),
                };
            }
            Figure::Noted { digits, .. } => match ways.notes {
                None => return Cell::Stop(Value::Asked(Topic::Notes)),
                Some(false) => return Cell::Stop(Value::LeftOut),
                Some(true) => digits,
            },
            Figure::Missing => return Cell::Missing,
            Figure::Bounded => {
                return Cell::Stop(match ways.bounded {
                    None => Value::Asked(Topic::Bounded),
                    Some(_) => Value::LeftOut,
                });
            }
            Figure::Failed => return Cell::Stop(Value::Wrong(Wrong::Failed)),
            Figure::Part { .. } => return Cell::Stop(Value::Wrong(Wrong::NoNumber)),
            Figure::Words => return Cell::Stop(Value::Words),
        };
        if within.is_other(digits) {
            return Cell::Stop(Value::Wrong(Wrong::Unit));
        }
        if ways.is_torn && digits.tells().is_some() {
            return Cell::Stop(Value::Asked(Topic::Decimal));
        }
        let Some(value) = by(digits, ways) else {
            let asked = digits.is_double() && ways.mark.is_none();
            return Cell::Stop(if asked {
                Value::Asked(Topic::Decimal)
            } else {
                Value::Wrong(Wrong::NoNumber)
            });
        };
        if digits.percent && !self.is_in_percent() {
            return Cell::Stop(Value::Wrong(Wrong::Percent));
        }
        if !self.is_in_percent() {
            return Cell::Value(value);
        }
        if !digits.percent && value > 0.0 && ways.is_part.is_none() {
            return Cell::Stop(Value::Asked(Topic::Percent));
        }
        let value = in_percent(digits, value, ways.is_part == Some(true));
        match ways.over {
            None if is_over(value) => Cell::Stop(Value::Asked(Topic::Over)),
            Some(false) if is_over(value) => Cell::Stop(Value::LeftOut),
            _ => Cell::Value(value),
        }
    }

    fn is_in_percent(&self) -> bool {
        self.wanted.shape == Shape::Value && self.wanted.is_percent
    }

    /// Which sign parts the decimals: the columns tell, or it is asked. And whether that is open where both are used.
    fn mark(&mut self, figures: &[(usize, usize, Figure)]) -> (Option<Mark>, bool) {
        let digits = |figure: &Figure| match figure {
            Figure::Number(digits) | Figure::Noted { digits, .. } => vec![*digits],
            Figure::Part { of } => of.to_vec(),
            _ => Vec::new(),
        };
        let all: Vec<(usize, usize, Digits)> = figures
            .iter()
            .flat_map(|(line, column, figure)| {
                digits(figure).into_iter().map(|digits| (*line, *column, digits))
            })
            .collect();
        let tells = |mark| all.iter().any(|(_, _, digits)| digits.tells() == Some(mark));
        let double = all.iter().find(|(_, _, digits)| digits.is_double());
        let is_whole = |mark: Mark| {
            all.iter().all(|(_, _, digits)| digits.by(mark).is_none_or(|n| n.fract() == 0.0))
        };
        let is_counted = self.wanted.shape.is_counted();
        match (tells(Mark::Comma), tells(Mark::Point)) {
            (true, false) => return (Some(Mark::Comma), false),
            (false, true) => return (Some(Mark::Point), false),
            // What is counted has no decimals.
            (false, false) => match (double, is_whole(Mark::Comma), is_whole(Mark::Point)) {
                (None, ..) => return (Some(Mark::Comma), false),
                (_, true, false) if is_counted => return (Some(Mark::Comma), false),
                (_, false, true) if is_counted => return (Some(Mark::Point), false),
                _ => {}
            },
            (true, true) if double.is_none() => return self.torn(&all),
            (true, true) => {}
        }
        let is_torn = tells(Mark::Comma) && tells(Mark::Point);
        let Some((line, column, digits)) = double.copied() else { return (None, is_torn) };
        let reading = |mark| digits.by(mark).map_or(Reading::None, Reading::Number);
        let choices = vec![
            Choice { value: "komma", reading: reading(Mark::Comma) },
            Choice { value: "punktum", reading: reading(Mark::Point) },
        ];
        let sample = clean(&self.grid.cell(line, column).shown());
        let count = all.iter().filter(|(_, _, digits)| digits.is_double()).count();
        let question = Question::about(Topic::Decimal, choices, count).on(column, sample);
        let mark = self.ask(question, None).and_then(named);
        (mark, is_torn && mark.is_none())
    }

    /// `1,5` and `2.5` in one table, which cannot both be of who has one sign for decimals.
    fn torn(&mut self, all: &[(usize, usize, Digits)]) -> (Option<Mark>, bool) {
        let of = |mark| all.iter().find(|(_, _, digits)| digits.tells() == Some(mark)).copied();
        let Some((comma, point)) = of(Mark::Comma).zip(of(Mark::Point)) else {
            return (None, false);
        };
        let shown = |(line, column, _): (usize, usize, Digits)| {
            clean(&self.grid.cell(line, column).shown())
        };
        let sample = format!("{} / {}", shown(comma), shown(point));
        let choices = super::plain(&["komma", "punktum", "begge"]);
        let count = all.iter().filter(|(_, _, digits)| digits.tells().is_some()).count();
        let question = Question::about(Topic::Decimal, choices, count).on(comma.1, sample);
        let answer = self.ask(question, None);
        (answer.and_then(named), answer.is_none())
    }

    /// Asks once for all cells of a sort: yes, or leave them out.
    fn agreed(
        &mut self,
        figures: &[(usize, usize, Figure)],
        topic: Topic,
        is_it: impl Fn(&Figure) -> Option<f64>,
    ) -> Option<bool> {
        let mut found = figures
            .iter()
            .filter_map(|(line, column, figure)| Some((*line, *column, is_it(figure)?)));
        let (line, column, value) = found.next()?;
        let count = 1 + found.count();
        let leave = Choice { value: "utelat", reading: Reading::None };
        let mut choices = vec![leave];
        if topic != Topic::Bounded {
            choices.insert(0, Choice { value: "bruk", reading: Reading::Number(value) });
        }
        let sample = clean(&self.grid.cell(line, column).shown());
        let question = Question::about(topic, choices, count).on(column, sample);
        self.ask(question, None).map(|answer| answer == "bruk")
    }

    /// 0,45 may be 45 % or 0,45 %.
    fn percent(&mut self, figures: &[(usize, usize, Figure)], column: usize) -> Option<bool> {
        if !self.is_in_percent() {
            return Some(false);
        }
        let unsigned = figures.iter().filter_map(|(line, _, figure)| match figure {
            Figure::Number(digits) | Figure::Noted { digits, .. } if !digits.percent => {
                Some((*line, digits.comma.or(digits.point)?))
            }
            _ => None,
        });
        let small: Vec<(usize, f64)> =
            unsigned.filter(|(_, value)| *value > 0.0 && *value <= 1.0).collect();
        let Some((line, value)) = small.first().copied() else { return Some(false) };
        let choices = vec![
            Choice { value: "andel", reading: Reading::Number((value * 1e11).round() / 1e9) },
            Choice { value: "prosent", reading: Reading::Number(value) },
        ];
        let sample = clean(&self.grid.cell(line, column).shown());
        let question = Question::about(Topic::Percent, choices, small.len()).on(column, sample);
        self.ask(question, None).map(|answer| answer == "andel")
    }
}

/// The sign that an answer names; of «both» each number has its own.
fn named(answer: &str) -> Option<Mark> {
    match answer {
        "komma" => Some(Mark::Comma),
        "punktum" => Some(Mark::Point),
        _ => None,
    }
}

/// No share, unless they say so.
fn is_over(percent: f64) -> bool {
    !(0.0..=100.0).contains(&percent)
}

/// Of a column of parts of one also 1,2 is one; 52 among them is in per cent.
fn in_percent(digits: Digits, value: f64, is_part: bool) -> f64 {
    if is_part && !digits.percent && value < LARGEST_PART {
        (value * 1e11).round() / 1e9
    } else {
        value
    }
}

/// By the sign that the column has; where both are used and none is in doubt, by its own.
fn by(digits: Digits, ways: Ways) -> Option<f64> {
    match (ways.mark, digits.tells()) {
        (Some(mark), _) => digits.by(mark),
        (None, Some(own)) => digits.by(own),
        (None, None) if digits.is_double() => None,
        (None, None) => digits.comma,
    }
}

fn parted([above, below]: [Digits; 2], ways: Ways) -> Value {
    if ways.is_torn && [above, below].iter().any(|digits| digits.tells().is_some()) {
        return Value::Asked(Topic::Decimal);
    }
    match (by(above, ways), by(below, ways)) {
        (Some(value), Some(all)) => Value::Number { value, denominator: Some(all) },
        _ => Value::Asked(Topic::Decimal),
    }
}
