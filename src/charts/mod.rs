//! Charts of a measure over time, drawn as SVG on the server from what `spc` worked out.
//!
//! A [`Drawing`] is an analysis and what a team says about it: its name, which way is better, its
//! targets and notes. From it come the picture ([`Drawing::svg`]), a plain sentence
//! ([`Drawing::sentence`]), the numbers as an HTML table ([`Drawing::table`]), all of them as a
//! figure for a page ([`Drawing::figure`]). Several make [`small_multiples`] or a [`summary`]; the
//! smallest is a [`Drawing::spark`]. For a file, mail or slides, where no page stands around it,
//! a [`sheet`] has title, picture, words and notes in one, as SVG or as [`png`].
//!
//! Colours are classes in `charts.css` with plain presentation attributes below them, so that a
//! picture can stand alone. Nothing is said by colour only: signals are rings and diamonds, lines
//! differ in their dashes, and the legend names what is there.

mod axis;
mod figure;
mod finding;
pub(crate) mod ink;
mod labels;
mod lines;
mod marks;
mod multiples;
mod notes;
mod numbers;
mod picture;
mod png;
mod scale;
mod sentence;
mod sheet;
mod spark;
mod summary;
#[cfg(test)]
mod tests;

pub use finding::Course;
pub use multiples::{Axes, Many, small_multiples};
pub use picture::Shape;
pub use png::png;
pub use sheet::{Look, Words, sheet, standalone};
pub use summary::{Beside, summary};

use spc::{Analysis, Better, Chart, X};
use time::Date;

use crate::i18n::Text;

/// The rules of the pictures: classes that follow the page's theme. For the page's style sheet.
pub const CSS: &str = include_str!("charts.css");
/// As [`CSS`], for a picture that stands alone in a file: light, dark and print by itself.
pub const STANDALONE_CSS: &str = include_str!("standalone.css");

/// What the period is called that begins on a day: «november 2026», «uke 45, 2026».
pub type Called = fn(Text, Date) -> String;

/// A chart to draw. Start with [`Drawing::new`] and change what differs.
#[derive(Clone, Debug)]
pub struct Drawing<'a> {
    pub analysis: &'a Analysis,
    /// Unique on its page: the ids inside begin with it.
    pub id: &'a str,
    pub title: &'a str,
    pub subject: Subject,
    pub unit: Unit,
    pub better: Better,
    /// In order of [`Target::from`].
    pub targets: Vec<Target>,
    pub notes: Vec<Note>,
    /// Tests go by the numbers that their team has given them, also elsewhere; what else happened goes by letters
    /// then, so that no number means two things.
    pub has_letters: bool,
    /// The axis goes on to this moment, in seconds since 1970: months still to come.
    pub until: Option<i64>,
    /// How its points are called by the periods they stand for; by their days without.
    pub called: Option<Called>,
    /// So many of its numbers are told to nobody: of the rest nothing is said, for it would not be true of all. The
    /// analysis has points alone then ([`Analysis::points_alone`]), so there is nothing to judge by.
    pub withheld: usize,
    pub limits: LimitsShown,
    pub naming: Naming,
    /// Lowest and highest on the axis; otherwise what the numbers need.
    pub range: Option<(f64, f64)>,
}

impl<'a> Drawing<'a> {
    pub fn new(analysis: &'a Analysis, id: &'a str, title: &'a str) -> Self {
        Self {
            analysis,
            id,
            title,
            subject: Subject::of(analysis.chart),
            unit: if matches!(analysis.chart, Chart::P | Chart::PPrime) {
                Unit::Share
            } else {
                Unit::Number
            },
            better: Better::Neither,
            targets: Vec::new(),
            notes: Vec::new(),
            has_letters: false,
            until: None,
            called: None,
            withheld: 0,
            limits: LimitsShown::WhenStable,
            naming: Naming::Plain,
            range: None,
        }
    }

    /// The target at the newest point.
    pub fn target(&self) -> Option<f64> {
        let newest = self.analysis.points().next_back()?.x;
        let begun = |target: &&Target| target.from.as_ref().is_none_or(|from| before(from, newest));
        self.targets.iter().rev().find(begun).map(|target| target.value)
    }

    /// Whether the limits of this part are drawn.
    fn shows_limits(&self, part: usize) -> bool {
        self.limits != LimitsShown::Hidden && self.judges_limits(part)
    }

    /// Whether points of this part are held against its limits: limits that are withheld because
    /// the level has not settled tell nothing of a point either.
    fn judges_limits(&self, part: usize) -> bool {
        let stable = || self.analysis.parts.get(part).is_some_and(|part| !part.runs_signal);
        self.limits == LimitsShown::Always || stable()
    }

    /// The notes in the order of the axis, which is how they are numbered.
    fn notes_in_order(&self) -> Vec<&Note> {
        let place = |note: &&Note| match &note.at {
            X::Number(number) => *number,
            X::Time(moment) => scale::real(*moment),
            X::Label(_) => {
                let at = self.analysis.points().position(|point| *point.x == note.at);
                scale::count(at.unwrap_or(usize::MAX))
            }
        };
        let mut notes: Vec<&Note> = self.notes.iter().collect();
        notes.sort_by(|a, b| place(a).total_cmp(&place(b)));
        notes
    }

    /// The same, each with the sign that it goes by in the picture and in words.
    fn signed_notes(&self) -> Vec<(&Note, String)> {
        let mut others = 0;
        let signed = self.notes_in_order().into_iter().zip(1_usize..).map(|(note, nth)| {
            let sign = match note.kind {
                NoteKind::Test(number) => number.to_string(),
                _ if self.has_letters => {
                    others += 1;
                    notes::letters(others)
                }
                _ => nth.to_string(),
            };
            (note, sign)
        });
        signed.collect()
    }

    /// Is there more than one that may be meant? The number of a test leads to it also where it is alone.
    fn shows_signs(&self) -> bool {
        let has_own = |note: &Note| matches!(note.kind, NoteKind::Test(_));
        self.notes.len() > 1 || self.notes.iter().any(has_own)
    }
}

/// What the sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Value,
    Share,
    Rate,
    Number,
    Mean,
    Spread,
    TimeBetween,
    NumberBetween,
}

impl Subject {
    fn of(chart: Chart) -> Self {
        match chart {
            Chart::P | Chart::PPrime => Self::Share,
            Chart::U | Chart::UPrime => Self::Rate,
            Chart::C | Chart::Np => Self::Number,
            Chart::Xbar => Self::Mean,
            Chart::S | Chart::R | Chart::Mr => Self::Spread,
            Chart::T => Self::TimeBetween,
            Chart::G => Self::NumberBetween,
            Chart::Run | Chart::I | Chart::IPrime => Self::Value,
        }
    }
}

/// How a value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    Number,
    /// A share of one, written in per cent.
    Share,
    /// As it is, with this behind: `%`, `dager`. Longer ones stand over the axis.
    Of(String),
}

/// What the team aims at, from a place on the axis or from its beginning.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub from: Option<X>,
    pub value: f64,
}

/// Something that happened, to be seen on the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    pub at: X,
    pub text: String,
    pub kind: NoteKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    Event,
    /// A small test of change (plan, do, study, act).
    Pdsa,
    /// The same, by the number that its team has given it.
    Test(i32),
}

impl NoteKind {
    fn is_test(self) -> bool {
        matches!(self, Self::Pdsa | Self::Test(_))
    }
}

/// When control limits are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitsShown {
    /// Not while a run signal stands: a process that is moving has no limits yet.
    WhenStable,
    Always,
    Hidden,
}

/// Which words the labels use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// «vanlig variasjon»
    Plain,
    /// «kontrollgrenser»
    Technical,
}

/// A number with at most so many decimals, as charts write it.
pub fn number(text: Text, value: f64, decimals: usize) -> String {
    numbers::fixed(text.lang, value, decimals)
}

/// Whether `a` is at or before `b`; names have no order.
fn before(a: &X, b: &X) -> bool {
    match (a, b) {
        (X::Number(a), X::Number(b)) => a <= b,
        (X::Time(a), X::Time(b)) => a <= b,
        (X::Label(a), X::Label(b)) => a == b,
        _ => false,
    }
}
