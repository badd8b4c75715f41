//! A chart with its words, as HTML for a page: picture, sentence, notes, numbers, and what the
//! words mean to those who know the method.

use askama::Template;
use spc::{Assurance, Part, Variation};

use crate::i18n::Text;

use super::marks::{self, Mark};
use super::numbers::Numbers;
use super::scale::Up;
use super::{Drawing, NoteKind, Shape, axis, labels};

/// The whole figure.
#[derive(Template)]
#[template(path = "charts/figure.html")]
struct Figure<'a> {
    t: Text,
    drawing: &'a Drawing<'a>,
    wide: String,
    narrow: String,
    sentence: String,
    notes: Vec<Event>,
    table: String,
    terms: Vec<Term>,
}

struct Event {
    when: String,
    text: String,
    is_pdsa: bool,
}

/// One part in the words of the method.
struct Term {
    name: String,
    longest: Option<(usize, usize)>,
    crossings: Option<(usize, usize)>,
    outside: usize,
    baseline: usize,
}

#[derive(Template)]
#[template(path = "charts/table.html")]
struct Table<'a> {
    t: Text,
    title: &'a str,
    centre: String,
    has_limits: bool,
    rows: Vec<Line>,
}

struct Line {
    when: String,
    value: String,
    centre: String,
    lower: String,
    upper: String,
    remark: String,
}

impl Drawing<'_> {
    /// The figure, in a page whose style sheet has [`super::CSS`]. Two pictures, of which the
    /// style sheet shows the one that the place has room for.
    pub fn figure(&self, text: Text) -> String {
        let event = |note: &super::Note| Event {
            when: axis::name(text, &note.at),
            text: note.text.clone(),
            is_pdsa: note.kind == NoteKind::Pdsa,
        };
        let parts = self.analysis.parts.iter().enumerate();
        let figure = Figure {
            t: text,
            drawing: self,
            wide: self.svg(text, Shape::Wide),
            narrow: self.svg(text, Shape::Narrow),
            sentence: self.sentence(text),
            notes: self.notes.iter().map(event).collect(),
            table: self.table(text),
            terms: parts.map(|(at, part)| term(at, part)).collect(),
        };
        // Writing to a string cannot fail.
        figure.render().unwrap_or_default()
    }

    /// The numbers as an HTML table: the picture for those who listen, and for those who want them.
    pub fn table(&self, text: Text) -> String {
        let numbers = Numbers::new(text, &self.unit, Up::of(self).step);
        let value =
            |value: Option<f64>| value.map_or("–".to_owned(), |value| numbers.value(value));
        let marks = marks::of(self.analysis);
        let mut has_limits = false;
        let points = self.analysis.points().enumerate();
        let rows = points.map(|(at, point)| {
            let limits = self.shows_limits(point.part);
            let [lower, upper] = [point.lcl, point.ucl].map(|line| line.filter(|_| limits));
            has_limits |= lower.is_some() || upper.is_some();
            let remark = match marks.get(at) {
                _ if !point.include => Some("charts-mark-left-out"),
                Some(Mark::Diamond) => Some("charts-mark-outside"),
                Some(Mark::Ring) => Some("charts-mark-pattern"),
                _ => None,
            };
            Line {
                when: axis::name(text, point.x),
                value: value(point.y),
                centre: value(point.cl),
                lower: value(lower),
                upper: value(upper),
                remark: remark.map_or(String::new(), |key| text.plain(key)),
            }
        });
        let rows = rows.collect();
        let centre = text.plain(labels::centre(self.analysis.chart));
        let table = Table { t: text, title: self.title, centre, has_limits, rows };
        table.render().unwrap_or_default()
    }

    /// The word for how it varies: better, worse, changed, or only chance.
    pub(super) fn variation_key(&self) -> &'static str {
        match self.analysis.variation(self.better) {
            None => "charts-icon-none",
            Some(Variation::Common) => "charts-icon-common",
            Some(Variation::Improving(_)) => "charts-icon-improving",
            Some(Variation::Concerning(_)) => "charts-icon-concerning",
            Some(Variation::Changed(_)) => "charts-icon-changed",
        }
    }

    /// The word for whether the target is within reach.
    pub(super) fn assurance_key(&self) -> Option<&'static str> {
        let target = self.target()?;
        Some(match self.analysis.assurance(target, self.better)? {
            Assurance::Passes => "charts-icon-passes",
            Assurance::HitOrMiss => "charts-icon-hit-or-miss",
            Assurance::Fails => "charts-icon-fails",
        })
    }
}

fn term(at: usize, part: &Part) -> Term {
    Term {
        name: part.label.clone().unwrap_or_else(|| (at + 1).to_string()),
        longest: part.longest_run.zip(part.longest_run_max),
        crossings: part.n_crossings.zip(part.n_crossings_min),
        outside: part.sigma_signals,
        baseline: part.n_baseline,
    }
}
