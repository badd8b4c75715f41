//! The charts of the page. The numbers are made up to show one thing each, and the page says so.
//!
//! i18n-keys: reading-calm reading-calm-text reading-shift reading-shift-text reading-shares reading-shares-text
//! i18n-keys: reading-levels reading-levels-text reading-begun reading-begun-text reading-seldom reading-seldom-text
//! i18n-keys: reading-ward-1 reading-ward-2 reading-ward-3 reading-ward-4

use std::collections::BTreeSet;

use spc::{Analysis, Baseline, Better, Chart, Plan, Row, Series, X};
use time::{Date, Month};

use crate::charts::{Drawing, Note, NoteKind, Subject, Target, Unit};
use crate::i18n::Text;

/// A measure, worked out, with the words around it.
pub struct Example {
    pub id: &'static str,
    /// Keys of what it teaches.
    pub heading: &'static str,
    pub lesson: &'static str,
    title: String,
    analysis: Analysis,
    better: Better,
    unit: Unit,
    /// What the sentence is about, where the chart alone does not say.
    subject: Option<Subject>,
    targets: Vec<Target>,
    notes: Vec<Note>,
    until: Option<i64>,
}

impl Example {
    fn new(
        id: &'static str,
        (heading, lesson): (&'static str, &'static str),
        title: String,
        analysis: Analysis,
    ) -> Self {
        Self {
            id,
            heading,
            lesson,
            title,
            analysis,
            better: Better::Lower,
            unit: Unit::Number,
            subject: None,
            targets: Vec::new(),
            notes: Vec::new(),
            until: None,
        }
    }

    pub fn drawing(&self) -> Drawing<'_> {
        let drawing = Drawing::new(&self.analysis, self.id, &self.title);
        Drawing {
            better: self.better,
            unit: match &self.unit {
                Unit::Number => drawing.unit.clone(),
                unit => unit.clone(),
            },
            subject: self.subject.unwrap_or(drawing.subject),
            targets: self.targets.clone(),
            notes: self.notes.clone(),
            until: self.until,
            ..drawing
        }
    }
}

/// The first day of a month, counted from January 2024.
fn month(number: u8) -> i64 {
    let year = 2024 + i32::from(number / 12);
    let month = Month::try_from(number % 12 + 1).unwrap_or(Month::January);
    Date::from_calendar_date(year, month, 1)
        .map_or(0, |date| date.midnight().assume_utc().unix_timestamp())
}

fn monthly(values: &[f64], under: &[f64]) -> Series {
    let under = under.iter().copied().cycle().map(Some).chain(std::iter::once(None));
    let rows = values
        .iter()
        .zip(0_u8..)
        .zip(under)
        .map(|((y, at), n)| Row { x: X::Time(month(at)), y: Some(*y), n, part: None })
        .collect();
    Series { facet: Vec::new(), rows }
}

fn single(values: &[f64]) -> Series {
    let rows = values.iter().zip(0_u8..);
    let row = |(y, at): (&f64, u8)| Row { x: X::Time(month(at)), y: Some(*y), n: None, part: None };
    Series { facet: Vec::new(), rows: rows.map(row).collect() }
}

/// The numbers above are whole and in order: there is nothing in them to refuse.
fn worked_out(plan: &Plan, series: &Series) -> Option<Analysis> {
    plan.analyse(series).ok()
}

fn note(at: u8, text: String, kind: NoteKind) -> Note {
    Note { at: X::Time(month(at)), text, kind }
}

/// The six of the page, in the order one learns them.
pub fn lessons(t: Text) -> Vec<Example> {
    [calm(t), shift(t), shares(t), levels(t), begun(t), seldom(t)].into_iter().flatten().collect()
}

/// Nothing but chance.
fn calm(t: Text) -> Option<Example> {
    let falls = [
        7., 9., 6., 8., 10., 7., 5., 8., 9., 6., 7., 10., 8., 6., 9., 7., 8., 5., 9., 7., 6., 8.,
        10., 7.,
    ];
    let analysis = worked_out(&Plan::new(Chart::Run), &single(&falls))?;
    let about = ("reading-calm", "reading-calm-text");
    let calm = Example::new("ro", about, t.plain("reading-calm-title"), analysis);
    Some(Example { subject: Some(Subject::Number), ..calm })
}

/// A baseline, a change, and a new level.
fn shift(t: Text) -> Option<Example> {
    let plans = [
        41., 46., 38., 44., 49., 40., 43., 47., 39., 45., 44., 42., 52., 58., 63., 61., 67., 70.,
        66., 72., 74., 71., 76., 73.,
    ];
    let plan = Plan { baseline: Baseline::First(12), ..Plan::new(Chart::Run) };
    let analysis = worked_out(&plan, &single(&plans))?;
    let about = ("reading-shift", "reading-shift-text");
    Some(Example {
        better: Better::Higher,
        unit: Unit::Of("%".to_owned()),
        subject: Some(Subject::Share),
        targets: vec![Target { from: None, value: 70.0 }],
        notes: vec![
            note(12, t.plain("reading-shift-pdsa"), NoteKind::Pdsa),
            note(16, t.plain("reading-shift-event"), NoteKind::Event),
        ],
        ..Example::new("skift", about, t.plain("reading-shift-title"), analysis)
    })
}

/// Limits that breathe with the number behind each point, and one point outside them.
fn shares(t: Text) -> Option<Example> {
    let errors = [6., 5., 7., 4., 6., 5., 8., 5., 6., 17., 5., 7., 4., 6., 5., 7., 6., 4.];
    let reviewed = [62., 58., 71., 49., 66., 60., 75., 52., 64.];
    let analysis = worked_out(&Plan::new(Chart::P), &monthly(&errors, &reviewed))?;
    let about = ("reading-shares", "reading-shares-text");
    Some(Example {
        notes: vec![note(9, t.plain("reading-shares-event"), NoteKind::Event)],
        ..Example::new("andel", about, t.plain("reading-shares-title"), analysis)
    })
}

/// Two levels, each with lines of its own.
fn levels(t: Text) -> Option<Example> {
    let ulcers = [
        9., 11., 8., 10., 12., 9., 10., 8., 11., 10., 9., 11., 6., 5., 7., 4., 6., 5., 6., 4., 7.,
        5., 6., 5.,
    ];
    let days = [1210., 1180., 1240., 1195., 1225., 1170.];
    let plan = Plan { splits: BTreeSet::from([12]), multiply: 1000.0, ..Plan::new(Chart::U) };
    let analysis = worked_out(&plan, &monthly(&ulcers, &days))?;
    let about = ("reading-levels", "reading-levels-text");
    Some(Example {
        notes: vec![note(12, t.plain("reading-levels-event"), NoteKind::Event)],
        ..Example::new("nivaa", about, t.plain("reading-levels-title"), analysis)
    })
}

/// Newly begun: provisional limits, a target that is raised, months still to come.
fn begun(t: Text) -> Option<Example> {
    let days = [21., 18., 23., 19., 17., 20., 16., 18.];
    let analysis = worked_out(&Plan::new(Chart::I), &single(&days))?;
    let about = ("reading-begun", "reading-begun-text");
    Some(Example {
        targets: vec![
            Target { from: None, value: 18.0 },
            Target { from: Some(X::Time(month(6))), value: 14.0 },
        ],
        until: Some(month(14)),
        ..Example::new("nytt", about, t.plain("reading-begun-title"), analysis)
    })
}

/// What happens seldom is seen in the days between.
fn seldom(t: Text) -> Option<Example> {
    let between = [12., 20., 9., 16., 24., 11., 18., 14., 31., 38., 27., 45., 33., 52., 41., 60.];
    let analysis = worked_out(&Plan::new(Chart::T), &Series::of(between))?;
    let about = ("reading-seldom", "reading-seldom-text");
    Some(Example {
        better: Better::Higher,
        ..Example::new("sjelden", about, t.plain("reading-seldom-title"), analysis)
    })
}

/// Four wards on one axis.
pub fn wards(t: Text) -> Vec<Example> {
    let falls: [(&str, &str, [f64; 24]); 4] = [
        (
            "a",
            "reading-ward-1",
            [
                5., 6., 4., 5., 7., 5., 6., 4., 5., 6., 5., 4., 6., 5., 4., 6., 5., 7., 4., 5., 6.,
                4., 5., 6.,
            ],
        ),
        (
            "b",
            "reading-ward-2",
            [
                9., 8., 10., 9., 8., 7., 9., 8., 10., 8., 9., 9., 5., 4., 5., 4., 3., 4., 5., 3.,
                4., 4., 3., 4.,
            ],
        ),
        (
            "c",
            "reading-ward-3",
            [
                2., 3., 2., 1., 3., 2., 2., 3., 1., 2., 3., 2., 1., 3., 2., 2., 1., 3., 2., 3., 1.,
                2., 3., 1.,
            ],
        ),
        (
            "d",
            "reading-ward-4",
            [
                4., 3., 5., 4., 3., 4., 5., 4., 3., 5., 4., 4., 6., 7., 6., 8., 7., 8., 6., 7., 9.,
                8., 7., 8.,
            ],
        ),
    ];
    let ward = |(id, name, values): (&'static str, &'static str, [f64; 24])| {
        let analysis = worked_out(&Plan::new(Chart::Run), &single(&values))?;
        Some(Example::new(id, (name, name), t.plain(name), analysis))
    };
    falls.into_iter().filter_map(ward).collect()
}
