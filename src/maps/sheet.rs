//! The sheet that a map is drawn on: kilometres laid on whole units, with no more points than can
//! be seen there.

use std::fmt::Write as _;
use std::sync::LazyLock;

use super::borders::{Borders, FINE, NORWAY, Outline, index, joined};
use super::shapes::{self, Bounds, Point};

/// The whole country is some 1200 km wide: about a unit a kilometre.
const COUNTRY: f64 = 1.0;
/// How large a county is drawn, at most.
const LARGEST: f64 = 900.0;
/// Air around what is shown.
const MARGIN: f64 = 24.0;
/// More of it at sea, west of the country: names stand there.
const SEA: f64 = 90.0;
/// How finely it is known what lies where, for placing names.
const CELL: f64 = 5.0;
/// What is closer than this to a straight line is drawn as one: the country, a county, and what only
/// lies around a county.
const TOLERANCE: f64 = 0.6;
const TOLERANCE_IN_COUNTY: f64 = 1.0;
const TOLERANCE_AROUND: f64 = 3.0;
/// Islands smaller than this, in square units, are too small to be seen.
const SPECK: f64 = 9.0;

/// The whole country, laid out once.
static WHOLE: LazyLock<Sheet> = LazyLock::new(|| Sheet::of(&NORWAY, None));

#[derive(Clone, Debug)]
pub(super) struct Sheet {
    /// Whose numbers its municipalities and arcs have.
    pub borders: &'static Borders,
    pub size: Point,
    scale: f64,
    origin: Point,
    /// Every arc in units, whole numbers.
    pub arcs: Vec<Vec<Point>>,
    /// Where each municipality is.
    pub bounds: Vec<Bounds>,
    /// The `d` of each that is on the sheet.
    paths: Vec<String>,
    /// The municipality of each cell, row by row.
    cells: Vec<Option<usize>>,
}

impl Sheet {
    pub(super) fn country() -> &'static Self {
        &WHOLE
    }

    /// A sheet that these municipalities of the fine borders fill; their neighbours run out over its edges.
    pub(super) fn around(places: &[usize]) -> Self {
        Self::of(&FINE, Some(places))
    }

    fn of(borders: &'static Borders, only: Option<&[usize]>) -> Self {
        let mut is_one = vec![only.is_none(); borders.places.len()];
        for place in only.into_iter().flatten() {
            is_one[*place] = true;
        }
        let is_shown = |beside: &Vec<usize>| beside.iter().any(|place| is_one[*place]);
        let shown = borders.arcs.iter().zip(&borders.beside).filter(|(_, b)| is_shown(b));
        let bounds = Bounds::of(shown.flat_map(|(arc, _)| arc.iter().copied()));
        let mut sheet = Self::blank(borders, bounds, only.is_some());
        let whole = sheet.whole();
        // What lies beyond the sheet is not laid out: of a county's that is nearly the whole country.
        let is_near = |place: &Outline| {
            let (left, top) = sheet.at((place.bounds.left, place.bounds.top));
            let (right, bottom) = sheet.at((place.bounds.right, place.bounds.bottom));
            Bounds { left, top, right, bottom }.grown(TOLERANCE_AROUND).overlaps(&whole)
        };
        let is_near: Vec<bool> = borders.places.iter().map(is_near).collect();
        let tolerance = |beside: &Vec<usize>| match only {
            None => TOLERANCE,
            Some(_) if is_shown(beside) => TOLERANCE_IN_COUNTY,
            Some(_) => TOLERANCE_AROUND,
        };
        let laid = |(arc, beside): (&Vec<Point>, &Vec<usize>)| {
            let is_seen = beside.iter().any(|place| is_near[*place]);
            if is_seen { sheet.laid(arc, tolerance(beside)) } else { Vec::new() }
        };
        sheet.arcs = borders.arcs.iter().zip(&borders.beside).map(laid).collect();
        sheet.bounds = borders.places.iter().map(|place| sheet.bounds_of(&place.rings)).collect();
        sheet.cells = vec![None; sheet.columns() * (cell(sheet.size.1) + 1)];
        for (number, place) in borders.places.iter().enumerate() {
            let is_here = is_near[number] && sheet.bounds[number].overlaps(&whole);
            let rings = place.rings.iter().filter(|_| is_here);
            let rings: Vec<_> = rings.map(|ring| ring_of(ring, &sheet.arcs)).collect();
            sheet.paths.push(path(&rings));
            sheet.fill(number, &rings);
        }
        sheet
    }

    /// A sheet as large as it takes to show what lies within `bounds`, with nothing on it yet.
    fn blank(borders: &'static Borders, bounds: Option<Bounds>, is_part: bool) -> Self {
        let bounds = bounds.unwrap_or(Bounds { right: 1.0, bottom: 1.0, ..Bounds::NONE });
        let (wide, high) = (bounds.right - bounds.left, bounds.bottom - bounds.top);
        let scale = if is_part { LARGEST / wide.max(high * 0.85) } else { COUNTRY };
        let sea = if is_part { 0.0 } else { SEA };
        Self {
            borders,
            size: (
                (wide * scale + 2.0 * MARGIN + sea).ceil(),
                (high * scale + 2.0 * MARGIN).ceil(),
            ),
            scale,
            origin: (bounds.left - (MARGIN + sea) / scale, bounds.top - MARGIN / scale),
            arcs: Vec::new(),
            bounds: Vec::new(),
            paths: Vec::new(),
            cells: Vec::new(),
        }
    }

    pub(super) fn whole(&self) -> Bounds {
        Bounds { right: self.size.0, bottom: self.size.1, ..Bounds::NONE }
    }

    fn columns(&self) -> usize {
        cell(self.size.0) + 1
    }

    /// Notes which cells have their middle in these rings.
    fn fill(&mut self, number: usize, rings: &[Vec<Point>]) {
        let (columns, bounds) = (self.columns(), self.bounds[number]);
        let rows = self.cells.chunks_mut(columns).enumerate();
        for (row, cells) in rows.take(cell(bounds.bottom) + 1).skip(cell(bounds.top)) {
            let y = middle_of(row);
            let mut crossed: Vec<f64> =
                rings.iter().flat_map(|ring| shapes::crossings(ring, y)).collect();
            crossed.sort_by(f64::total_cmp);
            for stretch in crossed.chunks_exact(2) {
                let cells = cells.iter_mut().enumerate().skip(cell(stretch[0]));
                let inside = cells.take_while(|(column, _)| middle_of(*column) < stretch[1]);
                for (_, cell) in inside.filter(|(column, _)| middle_of(*column) >= stretch[0]) {
                    *cell = Some(number);
                }
            }
        }
    }

    /// A point of the country in units of the sheet.
    pub(super) fn at(&self, (east, south): Point) -> Point {
        ((east - self.origin.0) * self.scale, (south - self.origin.1) * self.scale)
    }

    fn laid(&self, arc: &[Point], tolerance: f64) -> Vec<Point> {
        let exact: Vec<Point> = arc.iter().map(|point| self.at(*point)).collect();
        let mut points: Vec<Point> = shapes::fewer(&exact, tolerance)
            .into_iter()
            .map(|(x, y)| (x.round(), y.round()))
            .collect();
        points.dedup();
        points
    }

    fn bounds_of(&self, rings: &[Vec<i32>]) -> Bounds {
        let arcs = rings.iter().flatten().filter_map(|arc| self.arcs.get(index(*arc)));
        Bounds::of(arcs.flatten().copied()).unwrap_or(Bounds::NONE)
    }

    /// The municipality at a point of the sheet, or near enough.
    pub(super) fn place_at(&self, (x, y): Point) -> Option<usize> {
        let is_on = x >= 0.0 && y >= 0.0 && cell(x) < self.columns();
        let at = cell(y) * self.columns() + cell(x);
        if is_on { self.cells.get(at).copied().flatten() } else { None }
    }

    /// The `d` of a municipality; empty when it is not on the sheet.
    pub(super) fn place(&self, number: usize) -> &str {
        &self.paths[number]
    }

    /// The `d` of a line around municipalities, without the borders between them.
    pub(super) fn outline(&self, is_member: impl Fn(usize) -> bool) -> String {
        let mut d = String::new();
        for arc in edge(self.borders, is_member) {
            if self.arcs[arc].len() > 1 && !is_speck(&self.arcs[arc]) {
                line(&mut d, &self.arcs[arc]);
            }
        }
        d
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never below zero")]
fn cell(units: f64) -> usize {
    (units.max(0.0) / CELL) as usize
}

fn middle_of(cell: usize) -> f64 {
    (f64::from(u16::try_from(cell).unwrap_or(u16::MAX)) + 0.5) * CELL
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

/// Whether this is the whole coast of an island too small to be seen.
fn is_speck(arc: &[Point]) -> bool {
    arc.first() == arc.last() && shapes::area(arc).abs() < SPECK
}

/// The `d` of rings. Islands too small to be seen are left out, all but the largest.
fn path(rings: &[Vec<Point>]) -> String {
    let mut d = String::new();
    for (at, points) in rings.iter().enumerate() {
        if points.len() >= 3 && (at == 0 || shapes::area(points).abs() >= SPECK) {
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
