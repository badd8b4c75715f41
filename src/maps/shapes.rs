//! What can be said of points, lines and rings: distance, area, inside, middle, fewer points.

pub(super) type Point = (f64, f64);

/// Twice the sum of the trapezia, halved: positive or negative by the way round.
pub(super) fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
}

/// The squared distance from a point to a stretch of line.
fn distance_squared(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = if length == 0.0 {
        0.0
    } else {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0)
    };
    (p.0 - a.0 - along * dx).powi(2) + (p.1 - a.1 - along * dy).powi(2)
}

/// How far a point is from a line.
pub(super) fn distance(p: Point, line: &[Point]) -> f64 {
    let near = line.windows(2).map(|pair| distance_squared(p, pair[0], pair[1]));
    near.fold(f64::INFINITY, f64::min).sqrt()
}

/// Where the sides of a ring cross a level line.
pub(super) fn crossings(ring: &[Point], y: f64) -> impl Iterator<Item = f64> {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .filter(move |(a, b)| (a.1 > y) != (b.1 > y))
        .map(move |(a, b)| (b.0 - a.0) * (y - a.1) / (b.1 - a.1) + a.0)
}

/// Whether a point is in a ring: a ray to the right crosses it an odd number of times.
pub(super) fn is_inside(p: Point, ring: &[Point]) -> bool {
    crossings(ring, p.1).filter(|x| p.0 < *x).count() % 2 == 1
}

/// Lowest and highest of both coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Bounds {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Bounds {
    /// Of nothing.
    pub(super) const NONE: Self = Self { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };

    pub(super) fn of(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        let one = |(x, y): Point| Self { left: x, top: y, right: x, bottom: y };
        points.into_iter().map(one).reduce(|a, b| Self {
            left: a.left.min(b.left),
            top: a.top.min(b.top),
            right: a.right.max(b.right),
            bottom: a.bottom.max(b.bottom),
        })
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    #[must_use]
    pub(super) fn grown(self, by: f64) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
}

/// The point of a grid over the ring that lies farthest inside it.
pub(super) fn middle(ring: &[Point]) -> Point {
    const STEPS: u8 = 14;
    let Some(bounds) = Bounds::of(ring.iter().copied()) else { return (0.0, 0.0) };
    let at = |step: u8, from: f64, to: f64| {
        from + (to - from) * (f64::from(step) + 0.5) / f64::from(STEPS)
    };
    let mut closed = ring.to_vec();
    closed.extend(ring.first());
    let mut best = (-1.0, ring[0]);
    for row in 0..STEPS {
        for column in 0..STEPS {
            let p = (at(column, bounds.left, bounds.right), at(row, bounds.top, bounds.bottom));
            if is_inside(p, ring) {
                let room = distance(p, &closed);
                if room > best.0 {
                    best = (room, p);
                }
            }
        }
    }
    best.1
}

/// A line with no more points than needed to stay this close to what it was (Douglas and Peucker
/// 1973). Its ends stay, so lines that met still meet.
pub(super) fn fewer(line: &[Point], tolerance: f64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(line.len());
    kept.extend(line.first());
    keep_between(line, tolerance, &mut kept);
    kept
}

/// Adds the points behind the first one that must stay.
fn keep_between(line: &[Point], tolerance: f64, kept: &mut Vec<Point>) {
    let [first, .., last] = line else { return };
    let within = line.iter().enumerate().skip(1).take(line.len() - 2);
    let farthest = within
        .map(|(at, point)| (distance_squared(*point, *first, *last), at))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match farthest {
        Some((off, at)) if off > tolerance * tolerance => {
            keep_between(&line[..=at], tolerance, kept);
            keep_between(&line[at..], tolerance, kept);
        }
        _ => kept.push(*last),
    }
}
