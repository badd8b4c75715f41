//! Finds a place for each group's name: on its own land if there is room, else beside the country
//! with a line to it. No two texts lie on each other.

use super::shapes::{Bounds, Point};

/// A text that wants a place.
pub(super) struct Wish {
    pub text: String,
    pub width: f64,
    /// The middle of what it names.
    pub anchor: Point,
    /// The larger choose first.
    pub weight: f64,
    /// Left out when there is no room by its anchor.
    pub is_optional: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    pub text: String,
    /// The middle of the text.
    pub at: Point,
    /// The ends of a line to what is named.
    pub line: Option<(Point, Point)>,
}

/// Where texts may stand.
pub(super) struct Room<'a> {
    pub height: f64,
    pub sheet: Bounds,
    /// What a text must not cover.
    pub obstacles: Vec<Bounds>,
    /// Whether a point belongs to another group than this one.
    pub is_foreign: &'a dyn Fn(usize, Point) -> bool,
    /// Where the land begins and ends between two heights.
    pub land: &'a dyn Fn(f64, f64) -> Option<(f64, f64)>,
}

impl Room<'_> {
    pub(super) fn place(&self, wishes: &[Wish]) -> Vec<Option<Label>> {
        let mut order: Vec<usize> = (0..wishes.len()).collect();
        order.sort_by(|a, b| wishes[*b].weight.total_cmp(&wishes[*a].weight));
        let mut boxes = self.obstacles.clone();
        let mut labels = vec![None; wishes.len()];
        // First those that have room at home, so that no line is drawn across a name.
        for group in &order {
            let wish = &wishes[*group];
            if let Some(at) = self.at_home(*group, wish, &boxes) {
                boxes.push(self.bounds(wish, at));
                labels[*group] = Some(Label { text: wish.text.clone(), at, line: None });
            }
        }
        for group in order {
            let wish = &wishes[group];
            if labels[group].is_some() || wish.is_optional {
                continue;
            }
            let label = self.outside(wish, &boxes);
            boxes.push(self.bounds(wish, label.at));
            if let Some((from, to)) = label.line {
                boxes.extend(along(from, to));
            }
            labels[group] = Some(label);
        }
        labels
    }

    fn bounds(&self, wish: &Wish, (x, y): Point) -> Bounds {
        let (w, h) = (wish.width / 2.0, self.height / 2.0);
        Bounds { left: x - w, top: y - h, right: x + w, bottom: y + h }
    }

    fn is_free(&self, area: &Bounds, boxes: &[Bounds]) -> bool {
        area.left >= self.sheet.left
            && area.right <= self.sheet.right
            && area.top >= self.sheet.top
            && area.bottom <= self.sheet.bottom
            && !boxes.iter().any(|taken| taken.overlaps(area))
    }

    /// A place near the anchor where the text is on its own land or on nobody's.
    fn at_home(&self, group: usize, wish: &Wish, boxes: &[Bounds]) -> Option<Point> {
        let (x, y) = wish.anchor;
        let (w, h) = (wish.width, self.height);
        let steps = [0.0, 0.5, -0.5, 1.0, -1.0];
        let tried = steps.into_iter().flat_map(|down| {
            [0.0, 0.2, -0.2, 0.4, -0.4].map(|aside| (x + aside * w, y + down * h))
        });
        let tried: Vec<Point> =
            tried.filter(|at| self.is_free(&self.bounds(wish, *at), boxes)).collect();
        let is_ours = |at: &Point, along: &[f64], across: &[f64]| {
            let area = self.bounds(wish, *at);
            along.iter().all(|x| {
                let x = area.left + x * w;
                across.iter().all(|y| !(self.is_foreign)(group, (x, area.top + y * h)))
            })
        };
        let whole = |at: &&Point| is_ours(at, &[0.02, 0.25, 0.5, 0.75, 0.98], &[0.2, 0.8]);
        // The ends of a long name may reach over the border.
        let most = |at: &&Point| is_ours(at, &[0.15, 0.3, 0.5, 0.7, 0.85], &[0.5]);
        tried.iter().find(whole).or_else(|| tried.iter().find(most)).copied()
    }

    /// The nearest free place to the right or left of the land.
    fn outside(&self, wish: &Wish, boxes: &[Bounds]) -> Label {
        let (x, y) = wish.anchor;
        let mut best: Option<(f64, Label)> = None;
        for step in 0..60_u8 {
            for direction in [1.0, -1.0] {
                let middle = y + direction * f64::from(step) * self.height / 3.0;
                let (top, bottom) = (middle - self.height / 2.0, middle + self.height / 2.0);
                let (first, last) = (self.land)(top, bottom).unwrap_or((x, x));
                let gap = self.height * 0.9;
                let left = (first - gap - wish.width / 2.0, first - gap * 0.8);
                let right = (last + gap + wish.width / 2.0, last + gap * 0.8);
                for (centre, end) in [right, left] {
                    let at = (centre, middle);
                    let far = (end - x).hypot(middle - y);
                    if best.as_ref().is_some_and(|(nearest, _)| *nearest <= far)
                        || !self.is_free(&self.bounds(wish, at), boxes)
                        || along(wish.anchor, (end, middle))
                            .any(|dot| boxes.iter().any(|taken| taken.overlaps(&dot)))
                    {
                        continue;
                    }
                    let line = Some((wish.anchor, (end, middle)));
                    best = Some((far, Label { text: wish.text.clone(), at, line }));
                }
            }
        }
        // On a sheet this full a text lies on another rather than vanish.
        best.map_or(Label { text: wish.text.clone(), at: wish.anchor, line: None }, |(_, l)| l)
    }
}

/// Small squares along a line.
fn along(from: Point, to: Point) -> impl Iterator<Item = Bounds> {
    const DOTS: u8 = 24;
    (1..=DOTS).map(move |step| {
        let share = f64::from(step) / f64::from(DOTS);
        let (x, y) = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
        Bounds { left: x, top: y, right: x, bottom: y }.grown(1.0)
    })
}
