//! The answer as a picture: what the flags say about it.

use clap::ValueEnum;
use spc::{Analysis, Better, X};

use crate::charts::{
    self, Axes, Drawing, LimitsShown, Look, Naming, Note, NoteKind, Shape, Target, Unit,
};
use crate::i18n::{Lang, Text};

use super::{cells, facet_name};

#[derive(clap::Args)]
pub(super) struct Flags {
    /// What to aim at, in the unit of the chart, after --multiply (a share as 0.7 or 70%); from the beginning
    /// or from a place on the axis; may be repeated
    #[arg(long, value_name = "[X=]NUMBER", value_parser = target, allow_negative_numbers = true)]
    target: Vec<Aimed>,
    /// Something that happened; may be repeated. A text that begins with PDSA: is a test of change
    #[arg(long, value_name = "X=TEXT", value_parser = note)]
    note: Vec<(String, String)>,
    /// Let the time axis go on to this date
    #[arg(long, value_name = "DATE", value_parser = until)]
    until: Option<i64>,
    /// Which way is better
    #[arg(long, value_enum, default_value_t = Way::Neither)]
    better: Way,
    /// The name of the chart [default: the column of the measure]
    #[arg(long)]
    title: Option<String>,
    /// What is written behind values: %, days; "share" writes 0.31 as 31 %
    #[arg(long)]
    unit: Option<String>,
    /// Draw limits when no run signal stands, always, or never
    #[arg(long, value_enum, default_value_t = Draw::Stable)]
    limits: Draw,
    /// Call lines and signals by the method's own names
    #[arg(long)]
    technical: bool,
    /// Measure small charts each on an axis of its own
    #[arg(long)]
    free_axes: bool,
    /// Draw for a narrow place
    #[arg(long)]
    narrow: bool,
    /// The language of pictures and sentences: nb, nn, se or en
    #[arg(long, default_value = "nb", value_parser = lang)]
    lang: Lang,
    /// Pixels of a PNG for each of the drawing's own
    #[arg(long, default_value = "2", value_parser = scale)]
    scale: f32,
}

#[derive(Clone, Copy, ValueEnum)]
enum Way {
    Higher,
    Lower,
    Neither,
}

#[derive(Clone, Copy, ValueEnum)]
enum Draw {
    Stable,
    Always,
    Never,
}

/// A target as it was given.
#[derive(Clone)]
struct Aimed {
    from: Option<String>,
    value: f64,
    is_percent: bool,
}

fn target(given: &str) -> Result<Aimed, String> {
    let (from, value) = match given.rsplit_once('=') {
        Some((from, value)) => (Some(from.trim().to_owned()), value),
        None => (None, given),
    };
    let number = value.trim().strip_suffix('%');
    let value = super::number(number.unwrap_or(value).trim())?;
    Ok(Aimed { from, value, is_percent: number.is_some() })
}

impl Aimed {
    /// In the unit of the chart. A share of 70 is none, and would be drawn far above all there is.
    fn in_unit(&self, unit: &Unit) -> Result<f64, String> {
        let value = self.value;
        match unit {
            Unit::Share if self.is_percent => Ok(value / 100.0),
            Unit::Share if value > 1.0 => Err(format!(
                "--target {value} is a share of {}%: write {} or {value}%",
                value * 100.0,
                value / 100.0
            )),
            Unit::Of(unit) if self.is_percent && unit.trim() == "%" => Ok(value),
            _ if self.is_percent => Err(format!(
                "--target {value}%: the values of this chart are not in per cent; with --unit they can be"
            )),
            _ => Ok(value),
        }
    }
}

fn note(given: &str) -> Result<(String, String), String> {
    let (at, text) = given.split_once('=').ok_or("a note is written 2024-03-01=What happened")?;
    Ok((at.trim().to_owned(), text.trim().to_owned()))
}

fn until(given: &str) -> Result<i64, String> {
    cells::moment(given).ok_or_else(|| "a date is written 2024-03-01".to_owned())
}

fn lang(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| "there are nb, nn, se and en".to_owned())
}

fn scale(given: &str) -> Result<f32, String> {
    let scale = given.replace(',', ".").parse().map_err(|_| "not a number")?;
    if (0.1..=20.0).contains(&scale) { Ok(scale) } else { Err("between 0.1 and 20".to_owned()) }
}

/// The charts of one answer, ready to be drawn.
pub(super) struct Scene<'a> {
    drawings: Vec<Drawing<'a>>,
    /// Of the whole; each of several charts has its facet's name besides.
    title: String,
    text: Text,
    look: Look,
    scale: f32,
}

/// A chart's id in the picture, and its title.
pub(super) struct Name {
    id: String,
    title: String,
}

impl Flags {
    pub(super) fn scene<'a>(
        &self,
        analyses: &'a [Analysis],
        names: &'a [Name],
        measure: &str,
    ) -> Result<Scene<'a>, String> {
        let drawings: Result<Vec<Drawing<'_>>, String> = analyses
            .iter()
            .zip(names)
            .map(|(analysis, name)| self.drawing(analysis, name))
            .collect();
        Ok(Scene {
            drawings: drawings?,
            title: self.title_of(measure).to_owned(),
            text: Text::new(self.lang),
            look: Look {
                shape: if self.narrow { Shape::Narrow } else { Shape::Wide },
                axes: if self.free_axes { Axes::Free } else { Axes::Common },
            },
            scale: self.scale,
        })
    }

    fn title_of<'a>(&'a self, measure: &'a str) -> &'a str {
        self.title.as_deref().unwrap_or(measure)
    }

    /// What each chart is called.
    pub(super) fn names(&self, analyses: &[Analysis], measure: &str) -> Vec<Name> {
        let name = |analysis: &Analysis| match facet_name(analysis) {
            facet if facet.is_empty() => self.title_of(measure).to_owned(),
            facet => facet,
        };
        let numbered = analyses.iter().zip(1_usize..);
        numbered
            .map(|(analysis, number)| Name { id: format!("spc{number}"), title: name(analysis) })
            .collect()
    }

    /// What was asked for and cannot be seen in the picture, or may be meant otherwise.
    pub(super) fn remarks(&self, analyses: &[Analysis], multiply: f64) -> Vec<String> {
        let empty = self.note.iter().filter(|(_, text)| is_empty(text));
        let mut remarks: Vec<String> =
            empty.map(|(at, _)| format!("the note at {at} has no text: left out")).collect();
        let values = || analyses.iter().flat_map(Analysis::points).filter_map(|point| point.y);
        let (low, high) = values()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        let is_among = |value: f64| low <= value && value <= high;
        for Aimed { value, .. } in &self.target {
            let multiplied = value * multiply;
            if !is_among(*value) && is_among(multiplied) {
                remarks.push(format!(
                    "--target {value} is taken as it stands, after --multiply; before it this is \
                     --target {multiplied}"
                ));
            }
        }
        remarks.extend(self.beyond(analyses));
        remarks
    }

    /// What lies where the axis of time does not reach.
    fn beyond(&self, analyses: &[Analysis]) -> Vec<String> {
        let times = analyses.iter().flat_map(Analysis::points).filter_map(|point| match point.x {
            X::Time(moment) => Some(*moment),
            X::Number(_) | X::Label(_) => None,
        });
        let Some(last) = times.max() else { return Vec::new() };
        let mut beyond = Vec::new();
        let end = match self.until {
            Some(until) if until > last => until,
            Some(until) => {
                let (until, at) = (cells::written(until), cells::written(last));
                beyond.push(format!("--until {until} adds nothing: the last point is at {at}"));
                last
            }
            None => last,
        };
        for Aimed { from, value, .. } in &self.target {
            let Some(from) = from.as_deref().and_then(cells::moment).filter(|from| *from > end)
            else {
                continue;
            };
            let (from, end) = (cells::written(from), cells::written(end));
            beyond.push(format!(
                "--target {from}={value} is not seen: the chart ends at {end}; --until lets it go on"
            ));
        }
        beyond
    }

    fn drawing<'a>(&self, analysis: &'a Analysis, name: &'a Name) -> Result<Drawing<'a>, String> {
        let first = analysis.points().next().map(|point| point.x.clone());
        let place = |given: &str| at(given, first.as_ref());
        let mut drawing = Drawing::new(analysis, &name.id, &name.title);
        match self.unit.as_deref() {
            None if is_multiplied(analysis) => drawing.unit = Unit::Number,
            None => {}
            Some("share") => drawing.unit = Unit::Share,
            Some("") => drawing.unit = Unit::Number,
            Some(unit) => drawing.unit = Unit::Of(unit.to_owned()),
        }
        for target in &self.target {
            let from = target.from.as_deref().map(place).transpose()?;
            let value = target.in_unit(&drawing.unit)?;
            drawing.targets.push(Target { from, value });
        }
        for (at, text) in self.note.iter().filter(|(_, text)| !is_empty(text)) {
            let trial = text.strip_prefix("PDSA:");
            let kind = if trial.is_some() { NoteKind::Pdsa } else { NoteKind::Event };
            let text = trial.unwrap_or(text).trim().to_owned();
            drawing.notes.push(Note { at: place(at)?, text, kind });
        }
        drawing.until = self.until;
        drawing.better = match self.better {
            Way::Higher => Better::Higher,
            Way::Lower => Better::Lower,
            Way::Neither => Better::Neither,
        };
        drawing.limits = match self.limits {
            Draw::Stable => LimitsShown::WhenStable,
            Draw::Always => LimitsShown::Always,
            Draw::Never => LimitsShown::Hidden,
        };
        if self.technical {
            drawing.naming = Naming::Technical;
        }
        Ok(drawing)
    }
}

/// Whether shares were multiplied, so that they are no longer of one.
fn is_multiplied(analysis: &Analysis) -> bool {
    analysis.points().any(|point| point.y.is_some_and(|y| y > 1.0))
}

/// A place on the axis, written as the file writes its own.
fn at(given: &str, first: Option<&X>) -> Result<X, String> {
    match first {
        Some(X::Time(_)) => cells::moment(given).map(X::Time),
        Some(X::Number(_)) => cells::number(given).map(X::Number),
        _ => Some(X::Label(given.to_owned())),
    }
    .ok_or_else(|| {
        format!("\"{given}\" is not a place on the axis, whose first is {}", name(first))
    })
}

fn name(first: Option<&X>) -> String {
    first.map_or_else(|| "missing".to_owned(), cells::place)
}

impl Scene<'_> {
    /// A sentence for each chart.
    pub(super) fn sentences(&self) -> Vec<String> {
        self.drawings.iter().map(|drawing| drawing.sentence(self.text)).collect()
    }

    /// The language of the answer.
    pub(super) fn words(&self) -> Text {
        self.text
    }

    fn sheet(&self) -> String {
        charts::sheet(&self.drawings, &self.title, self.look, self.text)
    }

    /// A file that stands alone: its own theme for light, dark and print.
    pub(super) fn svg(&self) -> String {
        charts::standalone(&self.sheet())
    }

    pub(super) fn png(&self) -> Result<Vec<u8>, String> {
        charts::png(&self.sheet(), self.scale)
    }
}

fn is_empty(note: &str) -> bool {
    note.strip_prefix("PDSA:").unwrap_or(note).trim().is_empty()
}
