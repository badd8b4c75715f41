//! What the column of periods says, decided for the column as a whole.

use std::collections::BTreeMap;

use super::find::{figure, is_number, when};
use super::{Choice, Question, Reader, Reading, Topic, Wrong};
use crate::clean::clean;
use crate::period::{Kind, Known, Period, When, Yearless, serial};
use crate::table::Cell;

/// What a line says of when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    /// As it is written: it may be shorter than what is wanted.
    Period(Period),
    Asked(Topic),
    Wrong(Wrong),
    /// The year of the lines below.
    Year,
    Nothing,
}

/// So many years back one may choose.
const YEARS: [&str; 36] = [
    "1995", "1996", "1997", "1998", "1999", "2000", "2001", "2002", "2003", "2004", "2005", "2006",
    "2007", "2008", "2009", "2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018",
    "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028", "2029", "2030",
];

/// How the column is read.
#[derive(Clone, Copy, Default)]
struct Ways {
    day_first: Option<bool>,
    since_1904: Option<bool>,
    is_no_serial: bool,
    is_tertial: Option<bool>,
    year: Option<i32>,
    goes_back: bool,
}

impl Reader<'_> {
    /// For each line of the table.
    pub(super) fn whens(&mut self) -> BTreeMap<usize, Said> {
        let column = self.outcome.columns.when;
        let data: Vec<usize> =
            self.shown.iter().copied().filter(|line| *line >= self.first).collect();
        let read: Vec<(usize, Option<When>)> =
            data.iter().map(|line| (*line, when(self.grid.cell(*line, column)))).collect();
        let mut ways = Ways::default();
        self.order(&read, &mut ways);
        self.serials(&read, &mut ways);
        self.tertials(&read, &mut ways);
        let years = self.years(&read);
        let lacks_year = read.iter().filter(|(line, when)| {
            matches!(when, Some(When::Yearless(_))) && !years.contains_key(line)
        });
        let yearless: Vec<(usize, Yearless)> = lacks_year
            .filter_map(|(line, when)| match when {
                Some(When::Yearless(yearless)) => Some((*line, *yearless)),
                _ => None,
            })
            .collect();
        self.first_year(&yearless, &mut ways);
        let mut rolled = rolled(&yearless, &ways);
        rolled.extend(years);
        read.iter().map(|(line, when)| (*line, self.said(*line, *when, &ways, &rolled))).collect()
    }

    fn said(
        &self,
        line: usize,
        when: Option<When>,
        ways: &Ways,
        years: &BTreeMap<usize, i32>,
    ) -> Said {
        let known = match when {
            None => return Said::Nothing,
            Some(When::Known(known)) => Some(known),
            Some(either @ When::Either { .. }) => match ways.day_first {
                None => return Said::Asked(Topic::Order),
                Some(day_first) => match either.ordered(day_first) {
                    Some(known) => Some(known),
                    None => return Said::Wrong(Wrong::Order),
                },
            },
            Some(When::Serial(number)) => match ways.since_1904 {
                _ if ways.is_no_serial => return Said::Nothing,
                None => return Said::Asked(Topic::Serial),
                Some(since_1904) => serial(number, since_1904),
            },
            Some(When::Yearless(yearless)) => match years.get(&line) {
                None => return Said::Asked(Topic::Year),
                Some(year) => yearless.of(*year).map(|period| Known { period, hour: None }),
            },
        };
        let Some(Known { period, .. }) = known else { return Said::Wrong(Wrong::NoPeriod) };
        if period.kind == Kind::Year && self.is_marker(line) {
            return Said::Year;
        }
        match ways.is_tertial {
            None if period.kind == Kind::Tertial => Said::Asked(Topic::Tertial),
            Some(false) if period.kind == Kind::Tertial => Said::Wrong(Wrong::Rough),
            _ => Said::Period(period),
        }
    }

    /// A year with no number beside it stands over the months below.
    fn is_marker(&self, line: usize) -> bool {
        let beside = [self.outcome.columns.value, self.outcome.columns.denominator];
        let mut beside = beside.into_iter().flatten();
        beside.all(|column| !is_number(&figure(self.grid.cell(line, column))))
    }

    /// The order of day and month: the column tells, or it is asked.
    fn order(&mut self, read: &[(usize, Option<When>)], ways: &mut Ways) {
        let all = || read.iter().filter_map(|(line, when)| Some((*line, (*when)?)));
        let either = |(line, when): (usize, When)| match when {
            When::Either { .. } => Some((line, when.ordered(true), when.ordered(false))),
            _ => None,
        };
        let only_day =
            all().filter_map(either).any(|(_, day, month)| day.is_some() && month.is_none());
        let only_month =
            all().filter_map(either).any(|(_, day, month)| day.is_none() && month.is_some());
        let differs = all().filter_map(either).find(|(_, day, month)| day != month);
        let count = all().filter_map(either).count();
        let Some((line, day, month)) = differs.or_else(|| all().find_map(either)) else { return };
        let told = match (only_day, only_month) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            // Each day is the same whichever comes first.
            (false, false) if differs.is_none() => Some(true),
            _ => None,
        };
        if let Some(told) = told {
            ways.day_first = Some(told);
            return;
        }
        let reading = |known: Option<Known>| match known {
            Some(known) => Reading::Day(known.period.first),
            None => Reading::None,
        };
        let choices = vec![
            Choice { value: "dag", reading: reading(day) },
            Choice { value: "maned", reading: reading(month) },
        ];
        let question = self.question(Topic::Order, choices, count, line);
        ways.day_first = self.ask(question, None).map(|answer| answer == "dag");
    }

    fn question(&self, topic: Topic, choices: Vec<Choice>, count: usize, line: usize) -> Question {
        let column = self.outcome.columns.when;
        let sample = clean(&self.grid.cell(line, column).shown());
        Question::about(topic, choices, count).on(column, sample)
    }

    /// 45658 may be 1 January 2025.
    fn serials(&mut self, read: &[(usize, Option<When>)], ways: &mut Ways) {
        let serials: Vec<(usize, f64)> = read
            .iter()
            .filter_map(|(line, when)| match when {
                Some(When::Serial(number)) => Some((*line, *number)),
                _ => None,
            })
            .collect();
        let Some((line, number)) = serials.first().copied() else { return };
        let reading = |since_1904| match serial(number, since_1904) {
            Some(known) => Reading::Day(known.period.first),
            None => Reading::None,
        };
        let choices = vec![
            Choice { value: "1900", reading: reading(false) },
            Choice { value: "1904", reading: reading(true) },
            Choice { value: "nei", reading: Reading::None },
        ];
        let question = self.question(Topic::Serial, choices, serials.len(), line);
        let answer = self.ask(question, None);
        ways.is_no_serial = answer == Some("nei");
        ways.since_1904 = answer.map(|answer| answer == "1904");
    }

    fn tertials(&mut self, read: &[(usize, Option<When>)], ways: &mut Ways) {
        let is_tertial = |when: &Option<When>| match when {
            Some(When::Known(known)) => known.period.kind == Kind::Tertial,
            Some(When::Yearless(Yearless::Part(kind, _))) => *kind == Kind::Tertial,
            _ => false,
        };
        let count = read.iter().filter(|(_, when)| is_tertial(when)).count();
        // Where something shorter is wanted it is too long, whatever it is.
        if self.wanted.kind > Kind::Tertial {
            ways.is_tertial = Some(true);
            return;
        }
        let Some((line, when)) = read.iter().find(|(_, when)| is_tertial(when)) else { return };
        let months = match when {
            Some(When::Known(known)) => Reading::Day(known.period.last()),
            _ => Reading::None,
        };
        let choices = vec![
            Choice { value: "ja", reading: months },
            Choice { value: "nei", reading: Reading::None },
        ];
        let question = self.question(Topic::Tertial, choices, count, *line);
        ways.is_tertial = self.ask(question, None).map(|answer| answer == "ja");
    }

    /// The years that stand in a column of their own, or over the months; each holds until the next.
    fn years(&self, read: &[(usize, Option<When>)]) -> BTreeMap<usize, i32> {
        let mut years = BTreeMap::new();
        let mut year = None;
        for (line, when_said) in read {
            let beside = self.outcome.columns.year.map(|column| self.grid.cell(*line, column));
            let said = match (beside.and_then(when), when_said) {
                (Some(When::Known(known)), _) if known.period.kind == Kind::Year => Some(known),
                (_, Some(When::Known(known)))
                    if known.period.kind == Kind::Year && self.is_marker(*line) =>
                {
                    Some(*known)
                }
                _ => None,
            };
            year = said.map(|known| known.period.first.year()).or(year);
            if let (Some(year), Some(When::Yearless(_))) = (year, when_said) {
                years.insert(*line, year);
            }
        }
        years
    }

    /// The year of the first line, where nothing tells. Those that end now, or that a heading names, are
    /// offered first by whoever shows it.
    fn first_year(&mut self, yearless: &[(usize, Yearless)], ways: &mut Ways) {
        let Some((line, _)) = yearless.first() else { return };
        let now = self.wanted.today.year();
        let near = YEARS
            .iter()
            .rev()
            .filter(|year| year.parse::<i32>().is_ok_and(|year| year <= now && year > now - 8));
        let choices: Vec<Choice> =
            near.map(|value| Choice { value, reading: Reading::None }).collect();
        let question = self.question(Topic::Year, choices, yearless.len(), *line);
        let answer = self.ask(question, None);
        ways.year = answer.and_then(|answer| answer.parse().ok());
        let steps = yearless.windows(2).map(|two| step(two[0].1, two[1].1));
        ways.goes_back = steps.sum::<i32>() < 0;
    }
}

/// 1 where the second comes after the first, -1 before: December is before January, and January after it. August is
/// after January as well: a long way back over the turn of a year is less likely than a long way on.
fn step(one: Yearless, other: Yearless) -> i32 {
    let turn = match one {
        Yearless::Week(_) => 52,
        Yearless::Part(kind, _) => match kind {
            Kind::Month => 12,
            Kind::Quarter => 4,
            Kind::Tertial => 3,
            _ => 2,
        },
        Yearless::Day { .. } => 12 * 40,
    };
    let ahead = (place(other) + turn - place(one) % turn) % turn;
    let is_lower = place(other) < place(one);
    let is_near_before = ahead * 4 > turn * 3 || ahead + 1 == turn;
    match ahead {
        0 => 0,
        ahead if ahead * 2 > turn && (is_lower || is_near_before) => -1,
        _ => 1,
    }
}

/// Where in a year it is.
fn place(yearless: Yearless) -> u32 {
    match yearless {
        Yearless::Week(number) | Yearless::Part(_, number) => number.into(),
        Yearless::Day { day, month } => u32::from(month) * 40 + u32::from(day),
    }
}

/// The year turns where December is followed by January.
fn rolled(yearless: &[(usize, Yearless)], ways: &Ways) -> BTreeMap<usize, i32> {
    let Some(mut year) = ways.year else { return BTreeMap::new() };
    let mut before = None;
    let mut years = BTreeMap::new();
    for (line, one) in yearless {
        let now = place(*one);
        if let Some(before) = before {
            if !ways.goes_back && now < before {
                year += 1;
            } else if ways.goes_back && now > before {
                year -= 1;
            }
        }
        before = Some(now);
        years.insert(*line, year);
    }
    years
}

/// A cell as it is quoted: never more than a line of it.
pub(super) fn quoted(cell: &Cell) -> String {
    clean(&cell.shown()).chars().take(60).collect()
}
