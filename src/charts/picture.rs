//! Puts a chart together: frame, axes, lines, points, notes, labels.

use crate::i18n::Text;
use spc::{Point, X};

use super::ink::{Ink, style};
use super::numbers::{Numbers, is_short};
use super::scale::{Along, Up, count};
use super::{Drawing, NoteKind, Unit, axis, labels, lines, marks, notes};
use spc::Better;

/// The form of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// For a page: labels to the right of the lines.
    Wide,
    /// For a phone: labels below.
    Narrow,
    /// For a poster or a slide: as wide, and letters that are read from across a room.
    Wall,
    /// One of several small charts: its title above, few labels.
    Cell,
}

impl Shape {
    pub(super) fn width(self) -> f64 {
        match self {
            Self::Wide => 720.0,
            Self::Wall => 460.0,
            Self::Narrow | Self::Cell => 340.0,
        }
    }
}

/// A picture being made.
pub(super) struct Scene<'a> {
    pub(super) drawing: &'a Drawing<'a>,
    pub(super) text: Text,
    pub(super) shape: Shape,
    pub(super) numbers: Numbers<'a>,
    pub(super) along: Along,
    pub(super) up: Up,
    /// The points that are drawn with their numbers: all, unless there are more than pixels.
    pub(super) points: Vec<(usize, Point<'a>)>,
    pub(super) width: f64,
    /// Names along the axis slope, the longest so wide.
    pub(super) slope: Option<f64>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Scene<'_> {
    pub(super) fn x(&self, at: usize, x: &X) -> f64 {
        self.at(self.along.share(x, at))
    }

    pub(super) fn at(&self, share: f64) -> f64 {
        // Points stand clear of the axis.
        let (left, right) = (self.left + 6.0, self.right - 6.0);
        left + share * (right - left)
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.bottom - self.up.share(value) * (self.bottom - self.top)
    }
}

/// More points than this are thinned to the lowest and highest of each step along.
const DENSE: usize = 1500;

fn shown<'a>(drawing: &Drawing<'a>) -> Vec<(usize, Point<'a>)> {
    let analysis = drawing.analysis;
    if analysis.len() <= DENSE {
        return analysis.points().enumerate().collect();
    }
    let points: Vec<_> = analysis.points().enumerate().collect();
    let bucket = analysis.len().div_ceil(DENSE / 2);
    let mut kept = Vec::with_capacity(DENSE + 2);
    for bucket in points.chunks(bucket) {
        let order = |a: &&(usize, Point<'a>), b: &&(usize, Point<'a>)| {
            a.1.y.partial_cmp(&b.1.y).unwrap_or(std::cmp::Ordering::Equal)
        };
        let lowest = bucket.iter().filter(|point| point.1.y.is_some()).min_by(order);
        let highest = bucket.iter().max_by(order);
        let mut both: Vec<_> = [lowest, highest].into_iter().flatten().cloned().collect();
        both.sort_by_key(|point| point.0);
        both.dedup_by_key(|point| point.0);
        kept.extend(both);
    }
    kept
}

impl Drawing<'_> {
    /// The picture, for a place in a page. It has a title and a description and no scripts, styles
    /// or links.
    pub fn svg(&self, text: Text, shape: Shape) -> String {
        self.picture(text, shape, false).0
    }

    /// The picture, and whether all notes stand in it in full. With `points` it also says where
    /// each point is, for the script that marks the one chosen.
    pub(super) fn picture(&self, text: Text, shape: Shape, points: bool) -> (String, bool) {
        let marked = points && self.analysis.len() <= DENSE;
        let up = Up::of(self);
        let numbers = Numbers::new(text, &self.unit, up.step);
        let points = shown(self);
        let along = Along::of(self.analysis, self.until);
        let width = shape.width();
        let height = match shape {
            Shape::Wide => 222.0,
            Shape::Wall => 180.0,
            Shape::Narrow => 200.0,
            Shape::Cell => 112.0,
        };
        let widest = up.ticks().map(|tick| super::ink::width(&numbers.tick(tick)));
        let left = widest.fold(14.0, f64::max) + 10.0;
        let slope = axis::slope(&points, text, width - left);
        // A sloping name ends under its point and needs room before it.
        let left = left.max(slope.map_or(0.0, |longest| longest * axis::ACROSS - 8.0));
        let mut scene = Scene {
            drawing: self,
            text,
            shape,
            numbers,
            along,
            up,
            points,
            width,
            slope,
            left: left.min(width / 3.0),
            right: width - 10.0,
            top: 0.0,
            bottom: 0.0,
        };
        let beside = labels::beside(&scene);
        if shape != Shape::Narrow {
            let widest = beside.iter().map(|label| super::ink::width(&label.text));
            let room = widest.fold(0.0, f64::max) * 1.12 + 10.0;
            scene.right = width - room.clamp(10.0, width / 3.0);
        }
        let notes = notes::arrange(&scene);
        let has_caption = shape != Shape::Cell && !caption(self, text).is_empty();
        let above = if shape == Shape::Cell || has_caption { 28.0 } else { 12.0 };
        scene.top = above + count(notes.rows) * 17.0;
        scene.bottom = scene.top + height;
        let mut ink = Ink::with_room(2048 + 24 * scene.points.len());
        (scene.draw(&mut ink, &notes, beside, marked), notes.is_whole)
    }
}

/// Above the axis: a unit too long to stand at each step, and which way is better.
pub(super) fn caption(drawing: &Drawing<'_>, text: Text) -> String {
    let unit = match &drawing.unit {
        Unit::Of(unit) if !is_short(unit) => Some(unit.clone()),
        _ => None,
    };
    let better = match drawing.better {
        Better::Higher => Some(text.plain("charts-higher-is-better")),
        Better::Lower => Some(text.plain("charts-lower-is-better")),
        Better::Neither => None,
    };
    let said: Vec<String> = unit.into_iter().chain(better).collect();
    said.join(" · ")
}

impl Scene<'_> {
    fn draw(
        &self,
        ink: &mut Ink,
        notes: &notes::Notes,
        beside: Vec<labels::Beside>,
        marked: bool,
    ) -> String {
        self.caption(ink);
        lines::band(self, ink);
        let axis_height = axis::draw(self, ink);
        notes::draw(self, ink, notes);
        lines::draw(self, ink);
        marks::draw(self, ink);
        if marked {
            self.here(ink);
        }
        let mut height = self.bottom + axis_height;
        if self.shape != Shape::Narrow {
            labels::draw(self, ink, beside);
        }
        if self.shape == Shape::Cell {
            height = labels::short_finding(self, ink, height);
        } else {
            labels::of_parts(self, ink);
            height = labels::legend(self, ink, height);
        }
        self.close(&ink.svg, height, marked)
    }

    fn caption(&self, ink: &mut Ink) {
        if self.shape == Shape::Cell {
            let title = super::ink::cut(self.drawing.title, self.width - 4.0);
            ink.text(style::LABEL, (2.0, 13.0), &title);
            return;
        }
        let said = caption(self.drawing, self.text);
        if !said.is_empty() {
            ink.text(style::TICK, (2.0, 12.0), &said);
        }
    }

    /// What the script moves to the chosen point; without script it is not shown.
    fn here(&self, ink: &mut Ink) {
        ink.raw("<g class=\"chart-here\" display=\"none\">");
        ink.line(style::HERE, (0.0, self.top), (0.0, self.bottom));
        ink.dot(style::HERE, (0.0, 0.0), 9.0);
        ink.raw("</g>");
    }

    /// Where each point is, a dash where one has no value.
    fn places(&self, ink: &mut Ink) {
        ink.raw(" data-points=\"");
        for (nth, (at, point)) in self.points.iter().enumerate() {
            ink.raw(if nth > 0 { " " } else { "" }).px(self.x(*at, point.x)).raw(",");
            match point.y {
                Some(y) => ink.px(self.y(y)),
                None => ink.raw("-"),
            };
        }
        ink.raw("\"");
    }

    /// The whole: opened last, when its height is known.
    fn close(&self, inside: &str, height: f64, marked: bool) -> String {
        let id = self.drawing.id;
        let mut ink = Ink::with_room(inside.len() + 800);
        let shape = match self.shape {
            Shape::Wide => "chart chart--wide",
            Shape::Wall => "chart chart--wall",
            Shape::Narrow => "chart chart--narrow",
            Shape::Cell => "chart chart--cell",
        };
        let mark = match self.shape {
            Shape::Wide => "w",
            Shape::Wall => "p",
            Shape::Narrow => "n",
            Shape::Cell => "c",
        };
        ink.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"").raw(shape);
        ink.raw("\" width=\"").px(self.width).raw("\" height=\"").px(height);
        ink.raw("\" viewBox=\"0 0 ").px(self.width).raw(" ").px(height).raw("\"");
        if marked {
            self.places(&mut ink);
        }
        ink.raw(" font-family=\"Inter, sans-serif\" font-size=\"12.5\" role=\"img\" ");
        for (attribute, end) in [("aria-labelledby=\"", "-t\" "), ("aria-describedby=\"", "-d\">")]
        {
            ink.raw(attribute).words(id).raw("-").raw(mark).raw(end);
        }
        ink.raw("<title id=\"").words(id).raw("-").raw(mark).raw("-t\">");
        ink.words(self.drawing.title).raw("</title><desc id=\"");
        ink.words(id).raw("-").raw(mark).raw("-d\">");
        ink.words(&self.description()).raw("</desc>").raw(inside).raw("</svg>");
        ink.svg
    }

    /// What a listener hears: the kind of chart, how many points, what it shows, and the notes.
    fn description(&self) -> String {
        let kind = self.text.plain(labels::kind(self.drawing.analysis.chart));
        let count = self.drawing.analysis.points().filter(|point| point.y.is_some()).count();
        let said = self.text.plain_with2("charts-description", "kind", kind, "count", count);
        let mut said = format!("{said} {}", self.drawing.sentence(self.text));
        let places = axis::Places::of(self.drawing, self.text);
        for (n, (note, sign)) in self.drawing.signed_notes().into_iter().enumerate() {
            let at = places.name(&note.at);
            // Its number is the one that the team and the page call it by.
            let words = match note.kind {
                NoteKind::Test(_) => {
                    format!("{} {sign}: {}", self.text.plain("charts-pdsa"), note.text)
                }
                _ => note.text.clone(),
            };
            // Told apart from what is before: «målet på 4. april 2018» would be a day.
            if n == 0 {
                said.push(' ');
                said += &self.text.plain("charts-notes");
            }
            said.push(' ');
            said += &self.text.plain_with2("charts-note", "at", at, "text", words);
        }
        said
    }
}
