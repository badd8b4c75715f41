//! The map as SVG: what lies around, the groups in turn, their names, the marks.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::borders::{Borders, FINE, NORWAY};
use super::labels::{Label, Room, Wish};
use super::shapes::{self, Bounds, Point};
use super::sheet::{Sheet, edge};
use super::{Extent, GroupKind, Map, MapGroup, MarkerShape, colours};
use crate::charts::ink::{escape, width};

/// The size of names, in units of the sheet: read on a sheet at least half as wide as it is drawn.
const NAME: f64 = 27.0;
/// A county's sheet is smaller, and so are its names.
const NAME_IN_COUNTY: f64 = 21.0;
/// Half the size of a number's disc, for a narrow screen.
const DISC: f64 = 29.0;
const RING: f64 = 8.0;

/// A map being drawn.
pub(super) struct Picture<'a> {
    map: &'a Map<'a>,
    borders: &'static Borders,
    sheet: Cow<'static, Sheet>,
    /// The group of each municipality.
    group_of: Vec<Option<usize>>,
    pub tones: Vec<usize>,
    /// The middle and the size of each group that has land.
    middles: Vec<Option<(Point, f64)>>,
    svg: String,
}

impl<'a> Picture<'a> {
    pub(super) fn new(map: &'a Map<'a>) -> Self {
        let borders: &'static Borders = match map.extent {
            Extent::Country => &NORWAY,
            Extent::Groups => &FINE,
        };
        let mut group_of = vec![None; borders.places.len()];
        for (number, group) in map.groups.iter().enumerate() {
            for place in group.places.iter().filter_map(|place| borders.number(&place.code)) {
                group_of[place] = Some(number);
            }
        }
        let sheet = match map.extent {
            Extent::Country => Cow::Borrowed(Sheet::country()),
            Extent::Groups => {
                let shown: Vec<usize> =
                    (0..group_of.len()).filter(|place| group_of[*place].is_some()).collect();
                Cow::Owned(Sheet::around(&shown))
            }
        };
        let tones = colours::tones(borders, map.groups.len(), &group_of);
        let mut picture = Self {
            map,
            borders,
            sheet,
            group_of,
            tones,
            middles: Vec::new(),
            svg: String::with_capacity(90_000),
        };
        picture.middles = (0..map.groups.len()).map(|number| picture.middle(number)).collect();
        picture
    }

    pub(super) fn svg(mut self) -> String {
        self.begin();
        self.around();
        for number in 0..self.map.groups.len() {
            self.group(number);
        }
        self.marks();
        let name = if self.map.extent == Extent::Country { NAME } else { NAME_IN_COUNTY };
        let names = self.placed(name * 1.2, &self.names(name));
        self.labels("map-names", &names, |_| None);
        let numbers = self.placed(DISC * 2.0, &self.numbers());
        self.labels("map-numbers", &numbers, |at| Some((at, DISC)));
        self.svg.push_str("</svg>");
        self.svg
    }

    fn begin(&mut self) {
        let (w, h) = self.sheet.size;
        let kind = if self.map.extent == Extent::Country { "country" } else { "county" };
        let has_links = self.map.groups.iter().any(|group| group.href.is_some());
        // A picture's inside is hidden from those who listen; links must not be.
        let role = if has_links { "group" } else { "img" };
        let _ = write!(
            self.svg,
            "<svg class=\"map map--{kind}\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"{role}\" aria-label=\""
        );
        escape(&mut self.svg, self.map.title);
        self.svg.push_str("\" focusable=\"false\">");
        if self.map.groups.iter().any(|group| group.kind == GroupKind::Empty) {
            let _ = write!(
                self.svg,
                "<defs><pattern id=\"{}-empty\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"map-hatch\" d=\"M0 0V9\"/></pattern></defs>",
                self.map.id
            );
        }
    }

    /// What is not in any group, as one faint land.
    fn around(&mut self) {
        let whole = self.sheet.whole();
        let mut d = String::new();
        for place in 0..self.group_of.len() {
            if self.group_of[place].is_none() && self.sheet.bounds[place].overlaps(&whole) {
                d.push_str(self.sheet.place(place));
            }
        }
        if !d.is_empty() {
            let _ = write!(self.svg, "<path class=\"map-around\" aria-hidden=\"true\" d=\"{d}\"/>");
        }
    }

    fn group(&mut self, number: usize) {
        let map = self.map;
        let group = &map.groups[number];
        let members: Vec<(usize, &str)> = group
            .places
            .iter()
            .filter_map(|place| Some((self.borders.number(&place.code)?, place.name.as_str())))
            // The last group to claim a municipality has it.
            .filter(|(place, _)| self.group_of[*place] == Some(number))
            .collect();
        if members.is_empty() {
            return;
        }
        let class = class(group, self.tones[number]);
        let tag = if group.href.is_some() { "a" } else { "g" };
        let _ = write!(self.svg, "<{tag} class=\"map-group {class}\"");
        if let Some(href) = &group.href {
            self.svg.push_str(" href=\"");
            escape(&mut self.svg, href);
            self.svg.push_str("\" aria-label=\"");
            escape(&mut self.svg, &said(group));
            self.svg.push('"');
        }
        self.svg.push_str("><g aria-hidden=\"true\">");
        for (place, name) in &members {
            self.place(*place, name, group.kind);
        }
        if members.len() > 1 {
            let outline = self.sheet.outline(|place| self.group_of[place] == Some(number));
            let _ = write!(self.svg, "<path class=\"map-outline\" d=\"{outline}\"/>");
        }
        let _ = write!(self.svg, "</g></{tag}>");
    }

    fn place(&mut self, place: usize, name: &str, kind: GroupKind) {
        self.svg.push_str("<path");
        if kind == GroupKind::Empty {
            let _ = write!(self.svg, " fill=\"url(#{}-empty)\"", self.map.id);
        }
        let _ = write!(self.svg, " d=\"{}\"><title>", self.sheet.place(place));
        escape(&mut self.svg, name);
        self.svg.push_str("</title></path>");
    }

    fn marks(&mut self) {
        for mark in &self.map.marks {
            let Some(place) = self.borders.number(&mark.code) else { continue };
            let (x, y) = self.sheet.at(self.borders.places[place].middle);
            let (class, radius) = match mark.form {
                MarkerShape::Ring => ("map-ring", RING),
                MarkerShape::Dot => ("map-dot", RING * 0.75),
            };
            let _ = write!(
                self.svg,
                "<circle class=\"{class}\" aria-hidden=\"true\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{radius}\"><title>"
            );
            escape(&mut self.svg, &mark.name);
            self.svg.push_str("</title></circle>");
        }
    }

    /// The middle of a group: of its municipalities' middles the one farthest from its border.
    fn middle(&self, number: usize) -> Option<(Point, f64)> {
        let is_member = |place: usize| self.group_of[place] == Some(number);
        let edge = edge(self.borders, is_member);
        let lines: Vec<&[Point]> =
            edge.iter().map(|arc| self.sheet.arcs[*arc].as_slice()).collect();
        let members = (0..self.group_of.len()).filter(|place| is_member(*place));
        let mut area = 0.0;
        let mut best: Option<(f64, Point)> = None;
        for place in members {
            area += self.borders.places[place].area;
            let at = self.sheet.at(self.borders.places[place].middle);
            let room =
                lines.iter().map(|line| shapes::distance(at, line)).fold(f64::INFINITY, f64::min);
            if best.is_none_or(|(most, _)| room > most) {
                best = Some((room, at));
            }
        }
        best.map(|(_, at)| (at, area))
    }

    /// Names on a county's map may be left out; numbers, which the key is read by, never are.
    fn wishes(
        &self,
        may_cover: bool,
        text: impl Fn(usize, &MapGroup) -> (String, f64),
    ) -> Vec<Wish> {
        let groups = self.map.groups.iter().enumerate();
        let wish = |(number, group): (usize, &MapGroup)| {
            let (text, width) = text(number, group);
            let (anchor, weight) = self.middles[number]?;
            let is_county = self.map.extent == Extent::Groups;
            let is_optional = is_county && group.kind != GroupKind::Here && !may_cover;
            let may_cover = may_cover && is_county;
            Some(Wish { text, width, anchor, weight, is_optional, may_cover })
        };
        groups
            .map(|group| {
                // A group without land has no label, but keeps its number.
                wish(group).unwrap_or(Wish {
                    text: String::new(),
                    width: 0.0,
                    anchor: (0.0, 0.0),
                    weight: 0.0,
                    is_optional: true,
                    may_cover: false,
                })
            })
            .collect()
    }

    fn names(&self, size: f64) -> Vec<Wish> {
        self.wishes(false, |_, group| (group.name.clone(), width(&group.name) * size / 12.5 + 6.0))
    }

    fn numbers(&self) -> Vec<Wish> {
        self.wishes(true, |number, _| ((number + 1).to_string(), DISC * 2.0))
    }

    fn placed(&self, height: f64, wishes: &[Wish]) -> Vec<Option<Label>> {
        let (right, bottom) = self.sheet.size;
        let marks = self.map.marks.iter().filter_map(|mark| self.borders.number(&mark.code));
        let marks = marks.map(|place| self.sheet.at(self.borders.places[place].middle));
        let is_foreign = |group: usize, point: Point| {
            let place = self.sheet.place_at(point);
            place.is_some_and(|place| self.group_of[place] != Some(group))
        };
        let room = Room {
            height,
            sheet: Bounds { left: 2.0, top: 2.0, right: right - 2.0, bottom: bottom - 2.0 },
            obstacles: marks
                .map(|(x, y)| Bounds { left: x, top: y, right: x, bottom: y }.grown(RING + 2.0))
                .collect(),
            is_foreign: &is_foreign,
            is_land: &|point| self.sheet.place_at(point).is_some(),
        };
        room.place(wishes)
    }

    fn labels(
        &mut self,
        class: &str,
        labels: &[Option<Label>],
        disc: impl Fn(Point) -> Option<(Point, f64)>,
    ) {
        let _ = write!(self.svg, "<g class=\"map-labels {class}\" aria-hidden=\"true\">");
        for label in labels.iter().flatten().filter(|label| !label.text.is_empty()) {
            if let Some((from, to)) = label.line {
                let _ = write!(
                    self.svg,
                    "<path class=\"map-leader\" d=\"M{:.0} {:.0}L{:.0} {:.0}\"/>",
                    from.0, from.1, to.0, to.1
                );
            }
            if let Some(((x, y), radius)) = disc(label.at) {
                let _ = write!(
                    self.svg,
                    "<circle class=\"map-disc\" cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{:.0}\"/>",
                    radius - 3.0
                );
            }
            let (x, y) = label.at;
            let _ = write!(self.svg, "<text x=\"{x:.0}\" y=\"{y:.0}\" dy=\".35em\">");
            escape(&mut self.svg, &label.text);
            self.svg.push_str("</text>");
        }
        self.svg.push_str("</g>");
    }
}

/// What is heard of a group: its name first, as it stands on the map.
pub(super) fn said(group: &MapGroup) -> String {
    if group.about.is_empty() {
        group.name.clone()
    } else {
        format!("{}: {}", group.name, group.about)
    }
}

pub(super) fn class(group: &MapGroup, tone: usize) -> String {
    match group.kind {
        GroupKind::Ordinary => format!("map-tone-{tone}"),
        GroupKind::Here => "map-here".to_owned(),
        GroupKind::Empty => "map-empty".to_owned(),
    }
}
