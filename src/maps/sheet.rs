//! The sheet that a map is drawn on: kilometres laid on whole units, with no more points than can
//! be seen there.

use std::fmt::Write as _;
use std::sync::LazyLock;

use super::borders::{Borders, NORWAY, index, joined};
use super::shapes::{self, Bounds, Point};

/// The whole country is some 1200 km wide: about a unit a kilometre.
const COUNTRY: f64 = 1.0;
/// How large a county is drawn, at most.
const LARGEST: f64 = 900.0;
/// Air around what is shown.
const MARGIN: f64 = 24.0;
/// What is closer than this to a straight line is drawn as one.
const TOLERANCE: f64 = 0.6;

/// The whole country, laid out once.
static WHOLE: LazyLock<Sheet> = LazyLock::new(|| Sheet::of(&NORWAY, None));

#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub size: Point,
    scale: f64,
    origin: Point,
    /// Every arc in units, whole numbers.
    pub arcs: Vec<Vec<Point>>,
    /// Where each municipality is.
    pub bounds: Vec<Bounds>,
    /// The rings of each that is on the sheet, and their `d`.
    rings: Vec<Vec<Vec<Point>>>,
    paths: Vec<String>,
}

impl Sheet {
    pub(super) fn country() -> &'static Self {
        &WHOLE
    }

    /// A sheet that these municipalities fill; their neighbours run out over its edges.
    pub(super) fn around(places: &[usize]) -> Self {
        Self::of(&NORWAY, Some(places))
    }

    fn of(borders: &Borders, only: Option<&[usize]>) -> Self {
        let is_shown = |beside: &Vec<usize>| {
            only.is_none_or(|only| beside.iter().any(|place| only.contains(place)))
        };
        let shown = borders.arcs.iter().zip(&borders.beside).filter(|(_, b)| is_shown(b));
        let bounds = Bounds::of(shown.flat_map(|(arc, _)| arc.iter().copied())).unwrap_or(Bounds {
            left: 0.0,
            top: 0.0,
            right: 1.0,
            bottom: 1.0,
        });
        let (wide, high) = (bounds.right - bounds.left, bounds.bottom - bounds.top);
        let scale = if only.is_some() { LARGEST / wide.max(high * 0.85) } else { COUNTRY };
        let mut sheet = Self {
            size: ((wide * scale + 2.0 * MARGIN).ceil(), (high * scale + 2.0 * MARGIN).ceil()),
            scale,
            origin: (bounds.left - MARGIN / scale, bounds.top - MARGIN / scale),
            arcs: Vec::new(),
            bounds: Vec::new(),
            rings: Vec::new(),
            paths: Vec::new(),
        };
        sheet.arcs = borders.arcs.iter().map(|arc| sheet.laid(arc)).collect();
        sheet.bounds = borders.places.iter().map(|place| sheet.bounds_of(&place.rings)).collect();
        let whole = Bounds { left: 0.0, top: 0.0, right: sheet.size.0, bottom: sheet.size.1 };
        for (place, bounds) in borders.places.iter().zip(&sheet.bounds) {
            let is_here = bounds.overlaps(&whole);
            let rings = place.rings.iter().filter(|_| is_here);
            let rings: Vec<_> = rings.map(|ring| ring_of(ring, &sheet.arcs)).collect();
            sheet.paths.push(path(&rings));
            sheet.rings.push(rings);
        }
        sheet
    }

    /// A point of the country in units of the sheet.
    pub(super) fn at(&self, (east, south): Point) -> Point {
        ((east - self.origin.0) * self.scale, (south - self.origin.1) * self.scale)
    }

    fn laid(&self, arc: &[Point]) -> Vec<Point> {
        let exact: Vec<Point> = arc.iter().map(|point| self.at(*point)).collect();
        let mut points: Vec<Point> = shapes::fewer(&exact, TOLERANCE)
            .into_iter()
            .map(|(x, y)| (x.round(), y.round()))
            .collect();
        points.dedup();
        points
    }

    fn bounds_of(&self, rings: &[Vec<i32>]) -> Bounds {
        let arcs = rings.iter().flatten().filter_map(|arc| self.arcs.get(index(*arc)));
        Bounds::of(arcs.flatten().copied()).unwrap_or(Bounds {
            left: 0.0,
            top: 0.0,
            right: 0.0,
            bottom: 0.0,
        })
    }

    /// The municipality at a point of the sheet.
    pub(super) fn place_at(&self, point: Point) -> Option<usize> {
        let mut near = (0..self.bounds.len()).filter(|place| self.bounds[*place].holds(point));
        near.find(|place| {
            let rings = self.rings[*place].iter();
            rings.filter(|ring| shapes::is_inside(point, ring)).count() % 2 == 1
        })
    }

    /// The `d` of a municipality; empty when it is not on the sheet.
    pub(super) fn place(&self, number: usize) -> &str {
        &self.paths[number]
    }

    /// The `d` of a line around municipalities, without the borders between them.
    pub(super) fn outline(&self, is_member: impl Fn(usize) -> bool) -> String {
        let mut d = String::new();
        for arc in edge(&NORWAY, is_member) {
            if self.arcs[arc].len() > 1 {
                line(&mut d, &self.arcs[arc]);
            }
        }
        d
    }
}

/// Where the land begins and ends, from north to south.
pub(super) struct Coasts(Vec<Option<(f64, f64)>>);

impl Coasts {
    /// In steps of so many units.
    const STEP: f64 = 8.0;

    pub(super) fn of(sheet: &Sheet, is_land: impl Fn(usize) -> bool) -> Self {
        let mut rows = vec![None; row(sheet.size.1) + 1];
        let shown = NORWAY.beside.iter().map(|beside| beside.iter().any(|place| is_land(*place)));
        for (arc, _) in sheet.arcs.iter().zip(shown).filter(|(_, is_shown)| *is_shown) {
            for pair in arc.windows(2) {
                let (left, right) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
                let (top, bottom) = (pair[0].1.min(pair[1].1), pair[0].1.max(pair[1].1));
                for row in rows.iter_mut().take(row(bottom) + 1).skip(row(top)) {
                    let (first, last) = row.unwrap_or((left, right));
                    *row = Some((left.min(first), right.max(last)));
                }
            }
        }
        Self(rows)
    }

    pub(super) fn between(&self, top: f64, bottom: f64) -> Option<(f64, f64)> {
        let rows = self.0.iter().take(row(bottom) + 1).skip(row(top)).flatten();
        rows.copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below zero")]
fn row(y: f64) -> usize {
    (y.max(0.0) / Coasts::STEP) as usize
}

/// The arcs with municipalities like this on one side only.
pub(super) fn edge(borders: &Borders, is_member: impl Fn(usize) -> bool) -> Vec<usize> {
    let is_edge =
        |arc: &usize| borders.beside[*arc].iter().filter(|place| is_member(**place)).count() == 1;
    (0..borders.arcs.len()).filter(is_edge).collect()
}

/// The corners of a ring, each once.
fn ring_of(refs: &[i32], arcs: &[Vec<Point>]) -> Vec<Point> {
    let mut points = joined(refs, arcs);
    points.dedup();
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    points
}

/// The `d` of rings. Islands too small to be seen are left out, all but the largest.
fn path(rings: &[Vec<Point>]) -> String {
    let mut d = String::new();
    for (at, points) in rings.iter().enumerate() {
        if points.len() >= 3 {
            line(&mut d, points);
            d.push('z');
        } else if at == 0
            && let Some(point) = points.first()
        {
            line(&mut d, &[*point, (point.0 + 2.0, point.1), (point.0, point.1 + 2.0)]);
            d.push('z');
        }
    }
    d
}

/// One line in as few characters as may be: an absolute start, then steps.
fn line(d: &mut String, points: &[Point]) {
    let mut before: Option<(i32, i32)> = None;
    for point in points {
        let now = (whole(point.0), whole(point.1));
        match before {
            None => {
                let _ = write!(d, "M{} {}l", now.0, now.1);
            }
            Some(before) => {
                let (dx, dy) = (now.0 - before.0, now.1 - before.1);
                if dx >= 0 && d.ends_with(|last: char| last.is_ascii_digit()) {
                    d.push(' ');
                }
                let _ = write!(d, "{dx}");
                if dy >= 0 {
                    d.push(' ');
                }
                let _ = write!(d, "{dy}");
            }
        }
        before = Some(now);
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a sheet is some thousand units wide")]
fn whole(units: f64) -> i32 {
    units.round() as i32
}
