//! From a plan and rows to a finished analysis.

use crate::analysis::{Analysis, Columns, Part, Signal};
use crate::chart::Chart;
use crate::constants::{crossings_min, longest_run_max};
use crate::data::{Series, X};
use crate::fault::Fault;
use crate::limits::{self, Lines};
use crate::plan::{Baseline, Plan};
use crate::rules::{RuleInput, Runs, signals};
use crate::subgroups::Subgroups;
use std::cell::OnceCell;
use std::ops::Range;

impl Plan {
    /// Works out one series.
    ///
    /// A series without rows gives an analysis without points. One point, or points that are all
    /// equal, give a centre line and no limits (a moving range of zero says nothing about spread).
    pub fn analyse(&self, series: &Series) -> Result<Analysis, Fault> {
        let divided = self.check(std::slice::from_ref(series))?;
        let mut one = self.work_out(series, 0, divided)?;
        if self.floor_zero && !has_negative(&one) {
            floor(&mut one);
        }
        Ok(one)
    }

    /// Works out several series by one plan, in the order given. They are independent but for two
    /// things: if one has denominators all are ratios, and `floor_zero` asks whether a value in
    /// any of them is below zero.
    pub fn analyse_all(&self, series: &[Series]) -> Result<Vec<Analysis>, Fault> {
        let divided = self.check(series)?;
        let numbered = series.iter().enumerate();
        let mut all = numbered
            .map(|(at, series)| self.work_out(series, at, divided))
            .collect::<Result<Vec<_>, _>>()?;
        if self.floor_zero && !all.iter().any(has_negative) {
            all.iter_mut().for_each(floor);
        }
        Ok(all)
    }

    /// Checks the choices against each other and says whether the series have denominators.
    fn check(&self, series: &[Series]) -> Result<bool, Fault> {
        let chart = self.chart;
        let mut rows = series.iter().flat_map(|series| &series.rows).peekable();
        let no_rows = rows.peek().is_none();
        let divided = rows.any(|row| row.n.is_some());
        let empty = matches!(
            self.baseline,
            Baseline::First(0) | Baseline::FirstOfFirstPart(0) | Baseline::FirstOfEachPart(0)
        ) || self.frozen.values().any(|first| *first == 0);
        if chart.needs_denominator() && !divided && !no_rows {
            Err(Fault::NoDenominator { chart })
        } else if empty {
            Err(Fault::EmptyBaseline)
        } else if !(self.multiply.is_finite() && self.multiply > 0.0) {
            Err(Fault::Multiplier)
        } else if !self.centre_line.is_none_or(|given| chart.can_have_centre(given)) {
            Err(Fault::CentreLine { chart })
        } else {
            Ok(divided)
        }
    }

    fn work_out(&self, series: &Series, at: usize, divided: bool) -> Result<Analysis, Fault> {
        let mut groups = Subgroups::of(series, at, self, divided)?;
        let points = groups.x.len();
        let ranges = self.parts(series, &groups);
        if self.chart == Chart::Mr {
            for range in &ranges {
                to_moving_ranges(&mut groups.y[range.clone()]);
            }
        }
        let mut include = vec![true; points];
        for point in self.exclude.iter().copied() {
            if let Some(include) = include.get_mut(point) {
                *include = false;
            }
        }
        let baseline = self.baseline(&ranges);
        let base: Vec<bool> = baseline.iter().zip(&include).map(|(a, b)| *a && *b).collect();
        let categorical = matches!(groups.x.first(), Some(X::Label(_)));
        let mut columns = Columns::with_room_for(points);
        for range in &ranges {
            let part = limits::Part {
                groups: &groups,
                range: range.clone(),
                base: &base,
                plan: self,
                categorical,
            };
            limits::draw(&part, &mut columns);
        }
        (columns.x, columns.row, columns.size) = (groups.x, groups.row, groups.size);
        (columns.y, columns.n) = (groups.y, groups.n);
        (columns.include, columns.baseline) = (include, baseline);
        let ordered = !categorical && self.chart != Chart::Mr;
        let mut analysis = Analysis {
            chart: self.chart,
            facet: series.facet.clone(),
            parts: Vec::with_capacity(ranges.len()),
            signals: Vec::new(),
            centre_given: self.centre_line.is_some(),
            columns,
        };
        for range in ranges {
            self.finish_part(&mut analysis, series, range, ordered);
        }
        if self.multiply.to_bits() != 1.0_f64.to_bits() {
            multiply(&mut analysis, self.multiply);
        }
        Ok(analysis)
    }

    /// Where parts begin: at splits, and where the label of the rows changes.
    fn parts(&self, series: &Series, groups: &Subgroups) -> Vec<Range<usize>> {
        let points = groups.x.len();
        if self.splits.is_empty() && series.rows.iter().all(|row| row.part.is_none()) {
            return (points > 0).then_some(0..points).into_iter().collect();
        }
        let label = |point: usize| series.rows[groups.row[point]].part.as_deref();
        let starts = (1..points)
            .filter(|point| self.splits.contains(point) || label(*point) != label(*point - 1));
        let mut ranges = Vec::new();
        let mut begun = 0;
        for start in starts.chain([points]).filter(|start| *start > 0) {
            ranges.push(begun..start);
            begun = start;
        }
        ranges
    }

    fn baseline(&self, parts: &[Range<usize>]) -> Vec<bool> {
        let points = parts.last().map_or(0, |last| last.end);
        let mut baseline = vec![true; points];
        for (number, part) in parts.iter().enumerate() {
            let usual = match self.baseline {
                Baseline::All => None,
                Baseline::First(_) if parts.len() > 1 => None,
                Baseline::FirstOfFirstPart(_) if number > 0 => None,
                Baseline::First(n)
                | Baseline::FirstOfFirstPart(n)
                | Baseline::FirstOfEachPart(n) => Some(n),
            };
            let Some(first) = self.frozen.get(&number).copied().or(usual) else { continue };
            baseline[part.clone()].iter_mut().skip(first).for_each(|base| *base = false);
        }
        baseline
    }

    /// Counts runs, asks the rules, and sums the part up.
    fn finish_part(
        &self,
        analysis: &mut Analysis,
        series: &Series,
        range: Range<usize>,
        ordered: bool,
    ) {
        let columns = &analysis.columns;
        let included = range.clone().filter(|point| columns.include[*point]);
        // Without a line no point is on it.
        let is_judged = |point: &usize| !columns.y[*point].is_nan() && !columns.cl[*point].is_nan();
        let present = included.clone().filter(is_judged);
        let runs = Runs::count(present.map(|point| columns.side[point]));
        let scene = RuleInput {
            part: analysis.parts.len(),
            range: range.clone(),
            y: &columns.y,
            z: &columns.z,
            side: &columns.side,
            outside: &columns.outside,
            include: &columns.include,
            ordered,
            runs,
            present: OnceCell::new(),
        };
        let found = signals(&scene, &self.rules.rules);
        let some = |number: usize| (runs.useful > 0).then_some(number);
        let last = range.end - 1;
        let line = |column: &[f64]| Some(column[last]).filter(|line| line.is_finite());
        let in_baseline = |point: &usize| columns.baseline[*point] && !columns.y[*point].is_nan();
        analysis.parts.push(Part {
            start: range.start,
            end: range.end,
            label: series.rows[columns.row[range.start]].part.clone(),
            n_obs: included.clone().count(),
            n_useful: runs.useful,
            n_on_line: runs.on_line,
            n_baseline: included.filter(in_baseline).count(),
            longest_run: some(runs.longest),
            longest_run_max: longest_run_max(runs.useful),
            n_crossings: some(runs.crossings),
            n_crossings_min: some(crossings_min(runs.useful)),
            runs_signal: found.iter().any(|signal: &Signal| signal.rule.is_about_runs()),
            sigma_signals: columns.outside[range].iter().filter(|outside| **outside).count(),
            cl: line(&columns.cl),
            lcl: line(&columns.lcl),
            ucl: line(&columns.ucl),
        });
        analysis.signals.extend(found);
    }
}

/// Each value becomes its distance from the one before; the first has none.
fn to_moving_ranges(y: &mut [f64]) {
    let mut before = f64::NAN;
    for value in y {
        let range = (*value - before).abs();
        before = std::mem::replace(value, range);
    }
}

impl Columns {
    fn with_room_for(points: usize) -> Self {
        let room = || Vec::with_capacity(points);
        Self {
            cl: room(),
            lcl: room(),
            ucl: room(),
            lcl95: room(),
            ucl95: room(),
            z: room(),
            side: Vec::with_capacity(points),
            outside: Vec::with_capacity(points),
            ..Self::default()
        }
    }

    pub(crate) fn push(&mut self, lines: Lines) {
        self.cl.push(lines.cl);
        self.lcl.push(lines.lcl);
        self.ucl.push(lines.ucl);
        self.lcl95.push(lines.lcl95);
        self.ucl95.push(lines.ucl95);
        self.z.push(lines.z);
        self.side.push(lines.side);
        self.outside.push(lines.outside);
    }
}

fn multiply(analysis: &mut Analysis, by: f64) {
    let columns = &mut analysis.columns;
    for column in [
        &mut columns.y,
        &mut columns.cl,
        &mut columns.lcl,
        &mut columns.ucl,
        &mut columns.lcl95,
        &mut columns.ucl95,
    ] {
        for value in column {
            *value *= by;
        }
    }
    for part in &mut analysis.parts {
        for line in [&mut part.cl, &mut part.lcl, &mut part.ucl] {
            *line = line.map(|line| line * by).filter(|line| line.is_finite());
        }
    }
}

fn has_negative(analysis: &Analysis) -> bool {
    analysis.columns.y.iter().any(|y| *y < 0.0)
}

/// No lower line below zero.
fn floor(analysis: &mut Analysis) {
    for column in [&mut analysis.columns.lcl, &mut analysis.columns.lcl95] {
        column.iter_mut().filter(|line| **line < 0.0).for_each(|line| *line = 0.0);
    }
    for part in &mut analysis.parts {
        part.lcl = part.lcl.map(|line| line.max(0.0));
    }
}
