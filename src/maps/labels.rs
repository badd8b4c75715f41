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
    /// May stand on another's land, with a line to its own: a number that a key explains.
    pub may_cover: bool,
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
    /// Whether there is land at a point.
    pub is_land: &'a dyn Fn(Point) -> bool,
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

    /// The nearest free place, off the land for a name, in wider and wider rings about the anchor.
    fn outside(&self, wish: &Wish, boxes: &[Bounds]) -> Label {
        const ANGLES: u8 = 48;
        let (x, y) = wish.anchor;
        for step in 2..90_u8 {
            for turn in 0..ANGLES {
                let angle = std::f64::consts::TAU * f64::from(turn) / f64::from(ANGLES);
                let far = f64::from(step) * 8.0;
                // The near end of the text is this far away, so that it lies beyond it.
                let end = (x + far * angle.cos(), y + far * angle.sin());
                let aside = wish.width / 2.0 * angle.cos();
                let at = (end.0 + aside, end.1 + self.height / 2.0 * angle.sin());
                let area = self.bounds(wish, at);
                if self.is_free(&area, boxes)
                    && (wish.may_cover || self.is_at_sea(&area))
                    && !along(wish.anchor, end).any(|dot| boxes.iter().any(|b| b.overlaps(&dot)))
                {
                    return Label { text: wish.text.clone(), at, line: Some((wish.anchor, end)) };
                }
            }
        }
        // On a sheet this full a text lies on another rather than vanish.
        Label { text: wish.text.clone(), at: wish.anchor, line: None }
    }

    fn is_at_sea(&self, area: &Bounds) -> bool {
        let across = [0.0, 0.25, 0.5, 0.75, 1.0];
        across.iter().all(|share| {
            let x = area.left + share * (area.right - area.left);
            ![area.top, area.bottom].iter().any(|y| (self.is_land)((x, *y)))
        })
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
