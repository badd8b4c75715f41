//! A chart with its words, as HTML for a page: picture, sentence, notes, numbers, and what the
//! words mean to those who know the method.

use askama::Template;
use spc::{Part, Pattern};

use crate::i18n::Text;

use super::axis::Places;
use super::marks::{self, Mark};
use super::numbers::Numbers;
use super::scale::Up;
use super::sentence::has_sigmas;
use super::{Drawing, Shape, labels};

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
    /// Are they told apart by signs?
    has_signs: bool,
    /// Runs only: nothing is said of limits.
    is_run: bool,
    table: String,
    /// None where numbers are held back: what could be counted of the rest is no answer.
    terms: Vec<Term>,
}

struct Event {
    sign: String,
    when: String,
    text: String,
    is_pdsa: bool,
}

/// One part in the words of the method.
struct Term {
    name: String,
    longest: Option<(usize, usize)>,
    crossings: Option<(usize, usize)>,
    /// Nothing where limits are not held against the points.
    outside: Option<usize>,
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
        let places = Places::of(self, text);
        let event = |(note, sign): (&super::Note, String)| Event {
            sign,
            when: places.name(&note.at),
            text: note.text.clone(),
            is_pdsa: note.kind.is_test(),
        };
        let parts = self.analysis.parts.iter().enumerate();
        let figure = Figure {
            t: text,
            drawing: self,
            wide: self.picture(text, Shape::Wide, true).0,
            narrow: self.picture(text, Shape::Narrow, true).0,
            sentence: self.sentence(text),
            notes: self.signed_notes().into_iter().map(event).collect(),
            has_signs: self.shows_signs(),
            is_run: !has_sigmas(self.analysis.chart),
            table: self.table(text),
            terms: parts
                .filter(|_| self.withheld == 0)
                .map(|(at, part)| self.term(at, part))
                .collect(),
        };
        // Writing to a string cannot fail.
        figure.render().unwrap_or_default()
    }

    /// The numbers as an HTML table: the picture for those who listen, and for those who want them.
    pub fn table(&self, text: Text) -> String {
        let numbers = Numbers::new(text, &self.unit, Up::of(self).step);
        let value =
            |value: Option<f64>| value.map_or("–".to_owned(), |value| numbers.value(value));
        let marks = marks::of(self);
        let places = Places::of(self, text);
        let mut has_limits = false;
        let points = self.analysis.points().enumerate();
        let rows = points.map(|(at, point)| {
            let limits = self.shows_limits(point.part);
            let [lower, upper] = [point.lcl, point.ucl].map(|line| line.filter(|_| limits));
            has_limits |= lower.is_some() || upper.is_some();
            let remark = match marks.get(at) {
                _ if !point.include => Some("charts-mark-left-out"),
                Some(Mark::Diamond) => Some("charts-mark-outside"),
                Some(Mark::Ring) => Some(self.ring_of(at)),
                _ => None,
            };
            Line {
                when: places.name(point.x),
                value: value(point.y),
                centre: value(point.cl),
                lower: value(lower),
                upper: value(upper),
                remark: remark.map_or(String::new(), |key| text.plain(key)),
            }
        });
        let rows = rows.collect();
        let centre = text.plain(labels::centre(self.analysis));
        let table = Table { t: text, title: self.title, centre, has_limits, rows };
        table.render().unwrap_or_default()
    }

    /// What the ring at this point says.
    fn ring_of(&self, at: usize) -> &'static str {
        let mut patterns = self.analysis.signals_at(at).map(|signal| signal.pattern);
        match patterns.find(|pattern| *pattern != Pattern::Outside) {
            Some(Pattern::Shift) => "charts-remark-shift",
            Some(Pattern::Trend) => "charts-remark-trend",
            _ => "charts-remark-pattern",
        }
    }

    fn term(&self, at: usize, part: &Part) -> Term {
        let judged = has_sigmas(self.analysis.chart) && self.has_limits(at);
        Term {
            name: part.label.clone().unwrap_or_else(|| (at + 1).to_string()),
            longest: part.longest_run.zip(part.longest_run_max),
            crossings: part.n_crossings.zip(part.n_crossings_min),
            outside: Some(self.outside_of(at)).filter(|_| judged && self.judges_limits(at)),
            baseline: part.n_baseline,
        }
    }
}
