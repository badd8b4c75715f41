//! Finds what each rule looks for.

use super::{Rule, Runs, Ties};
use crate::analysis::{Pattern, Side, Signal};
use crate::constants::longest_run_max;
use std::cell::OnceCell;
use std::ops::Range;

/// What the rules look at: the points of one part. Slices are of the whole chart.
pub(crate) struct RuleInput<'a> {
    pub(crate) part: usize,
    pub(crate) range: Range<usize>,
    pub(crate) y: &'a [f64],
    pub(crate) z: &'a [f64],
    pub(crate) side: &'a [i8],
    pub(crate) outside: &'a [bool],
    pub(crate) include: &'a [bool],
    /// False where points have no order or share values: then only single points can signal.
    pub(crate) ordered: bool,
    pub(crate) runs: Runs,
    /// Points that are there and not excluded, gathered when a rule asks.
    pub(crate) present: OnceCell<Vec<usize>>,
}

/// All signals of a part, in the order of the rules.
pub(crate) fn signals(scene: &RuleInput<'_>, rules: &[Rule]) -> Vec<Signal> {
    let mut found = Vec::new();
    for rule in rules.iter().copied() {
        match rule {
            Rule::Outside => scene.outside_limits(&mut found),
            _ if !scene.ordered => {}
            Rule::Runs(_) => scene.runs(rule, &mut found),
            Rule::Side { run, ties } => {
                for row in scene.sides(ties).into_iter().filter(|row| row.points.len() >= run) {
                    found.push(scene.signal(rule, Pattern::Shift, row.key, row.points));
                }
            }
            Rule::Trend { run, ties } => scene.trends(rule, run, ties, &mut found),
            Rule::Beyond { count, of, sigma } => {
                for side in [1, -1] {
                    let beyond = |point: usize| f64::from(side) * scene.z[point] > sigma;
                    let all = |_: &[usize]| true;
                    for points in windows(scene.present(), (count, of), beyond, all) {
                        found.push(scene.signal(rule, Pattern::Zone, side, points));
                    }
                }
            }
            Rule::NearLimit => {
                for side in [1, -1] {
                    let near = |point: usize| {
                        f64::from(side) * scene.z[point] > 2.0 && !scene.outside[point]
                    };
                    let together =
                        |window: &[usize]| window.iter().all(|point| scene.side[*point] == side);
                    for points in windows(scene.present(), (2, 3), near, together) {
                        found.push(scene.signal(rule, Pattern::NearLimit, side, points));
                    }
                }
            }
            Rule::Alternating { run } => scene.alternating(rule, run, &mut found),
            Rule::Hugging { run } => {
                scene.zone_rows(rule, Pattern::Hugging, run, |z| z.abs() < 1.0, &mut found);
            }
            Rule::Avoiding { run } => {
                scene.zone_rows(rule, Pattern::Avoiding, run, |z| z.abs() > 1.0, &mut found);
            }
        }
    }
    found
}

/// Neighbouring places that share a key.
struct Segment<T> {
    key: i8,
    points: T,
}

/// Longest stretches of equal keys; `None` belongs to no stretch.
fn segments(keys: impl Iterator<Item = Option<i8>>) -> Vec<Segment<Range<usize>>> {
    let mut found: Vec<Segment<Range<usize>>> = Vec::new();
    for (place, key) in keys.enumerate() {
        let Some(key) = key else { continue };
        match found.last_mut() {
            Some(last) if last.key == key && last.points.end == place => last.points.end += 1,
            _ => found.push(Segment { key, points: place..place + 1 }),
        }
    }
    found
}

/// Windows of `of` points in which at least `count` fit and that pass `holds`: the fitting points,
/// windows next to each other taken as one find.
fn windows(
    points: &[usize],
    (count, of): (usize, usize),
    fits: impl Fn(usize) -> bool,
    holds: impl Fn(&[usize]) -> bool,
) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut open = false;
    for window in points.windows(of.max(1)) {
        let fitting = window.iter().copied().filter(|point| fits(*point));
        let fires = fitting.clone().count() >= count.max(1) && holds(window);
        if fires {
            if !open {
                found.push(Vec::new());
            }
            if let Some(points) = found.last_mut() {
                let last = points.last().copied();
                points.extend(fitting.filter(|point| last.is_none_or(|last| *point > last)));
            }
        }
        open = fires;
    }
    found
}

/// −1, 0 or 1.
fn sign(difference: f64) -> i8 {
    i8::from(difference > 0.0) - i8::from(difference < 0.0)
}

impl RuleInput<'_> {
    fn present(&self) -> &[usize] {
        self.present.get_or_init(|| self.gather())
    }

    fn gather(&self) -> Vec<usize> {
        self.range
            .clone()
            .filter(|point| self.include[*point] && !self.y[*point].is_nan())
            .collect()
    }

    fn signal(&self, rule: Rule, pattern: Pattern, key: i8, points: Vec<usize>) -> Signal {
        let side = match key {
            1 => Some(Side::Above),
            -1 => Some(Side::Below),
            _ => None,
        };
        Signal { rule, pattern, side, part: self.part, points }
    }

    fn outside_limits(&self, found: &mut Vec<Signal>) {
        for side in [1, -1] {
            // Judged by z: on a chart with a median centre line, side and limit may disagree.
            let points: Vec<usize> = self
                .range
                .clone()
                .filter(|point| self.outside[*point] && sign(self.z[*point]) == side)
                .collect();
            if !points.is_empty() {
                found.push(self.signal(Rule::Outside, Pattern::Outside, side, points));
            }
        }
    }

    /// Where most points lie on the line, none is passed over.
    fn ties(&self, ties: Ties) -> Ties {
        if self.runs.is_crowded() { Ties::Break } else { ties }
    }

    /// Rows of points on one side of the centre line.
    fn sides(&self, ties: Ties) -> Vec<Segment<Vec<usize>>> {
        let mut points = self.present().to_vec();
        if self.ties(ties) == Ties::Skip {
            points.retain(|point| self.side[*point] != 0);
        }
        let keys = points.iter().map(|point| Some(self.side[*point]).filter(|side| *side != 0));
        segments(keys)
            .into_iter()
            .map(|row| Segment { key: row.key, points: points[row.points].to_vec() })
            .collect()
    }

    fn runs(&self, rule: Rule, found: &mut Vec<Signal>) {
        let Rule::Runs(test) = rule else { return };
        if self.runs.is_crowded() {
            self.unbroken(rule, found);
            return;
        }
        let verdict = self.runs.judge(test);
        if verdict.long_run {
            let long = |row: &Segment<Vec<usize>>| row.points.len() > verdict.longest_max;
            for row in self.sides(Ties::Skip).into_iter().filter(long) {
                found.push(self.signal(rule, Pattern::Shift, row.key, row.points));
            }
        }
        if verdict.few_crossings {
            found.push(self.signal(rule, Pattern::FewCrossings, 0, Vec::new()));
        }
        if verdict.together {
            found.push(self.signal(rule, Pattern::RunsTogether, 0, Vec::new()));
        }
    }

    /// Rows without a point on the line between. On either side lie half of the points at most, so such a row is
    /// no likelier than with a coin thrown once for each point, those on the line among them.
    fn unbroken(&self, rule: Rule, found: &mut Vec<Signal>) {
        let Some(longest_max) = longest_run_max(self.present().len()) else { return };
        let long = |row: &Segment<Vec<usize>>| row.points.len() > longest_max;
        for row in self.sides(Ties::Break).into_iter().filter(long) {
            found.push(self.signal(rule, Pattern::Shift, row.key, row.points));
        }
    }

    fn trends(&self, rule: Rule, run: usize, ties: Ties, found: &mut Vec<Signal>) {
        let mut points = self.present().to_vec();
        if self.ties(ties) == Ties::Skip {
            points.dedup_by(|a, b| sign(self.y[*a] - self.y[*b]) == 0);
        }
        for row in segments(self.steps(&points).map(|step| Some(step).filter(|step| *step != 0))) {
            if row.points.len() + 1 >= run {
                let points = points[row.points.start..=row.points.end].to_vec();
                found.push(self.signal(rule, Pattern::Trend, row.key, points));
            }
        }
    }

    /// Up, level or down from each point to the next.
    fn steps(&self, points: &[usize]) -> impl Iterator<Item = i8> {
        points.windows(2).map(|pair| sign(self.y[pair[1]] - self.y[pair[0]]))
    }

    fn alternating(&self, rule: Rule, run: usize, found: &mut Vec<Signal>) {
        let points = self.present();
        let steps: Vec<i8> = self.steps(points).collect();
        let turns = steps.windows(2).map(|pair| (pair[0] * pair[1] < 0).then_some(1));
        for row in segments(turns).into_iter().filter(|row| row.points.len() + 2 >= run) {
            let points = points[row.points.start..=row.points.end + 1].to_vec();
            found.push(self.signal(rule, Pattern::Alternating, 0, points));
        }
    }

    fn zone_rows(
        &self,
        rule: Rule,
        pattern: Pattern,
        run: usize,
        within: impl Fn(f64) -> bool,
        found: &mut Vec<Signal>,
    ) {
        let points = self.present();
        let keys = points.iter().map(|point| within(self.z[*point]).then_some(1));
        for row in segments(keys).into_iter().filter(|row| row.points.len() >= run) {
            found.push(self.signal(rule, pattern, 0, points[row.points].to_vec()));
        }
    }
}
