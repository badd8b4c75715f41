//! From rows in any order to one point for each `x`.

use crate::chart::Chart;
use crate::data::{Row, Series, X};
use crate::exact;
use crate::fault::Fault;
use crate::plan::{Aggregate, Plan, Within};

/// One series by subgroup, in order of `x`. NaN stands for a missing value.
pub(crate) struct Subgroups {
    pub(crate) x: Vec<X>,
    /// The plotted value.
    pub(crate) y: Vec<f64>,
    /// The denominator; empty where the series has none.
    pub(crate) n: Vec<f64>,
    /// How many values are present.
    pub(crate) size: Vec<usize>,
    /// The sum above the line, on charts that divide.
    pub(crate) sum: Vec<f64>,
    /// Means, on an X̄ chart.
    pub(crate) mean: Vec<f64>,
    /// Standard deviations or ranges, on charts of subgroups.
    pub(crate) spread: Vec<f64>,
    /// The first row of each point, for faults.
    pub(crate) row: Vec<usize>,
}

/// Checks every row of `series` (number `at`) for values that no chart, or not this one, can have.
fn check(series: &Series, at: usize, chart: Chart) -> Result<(), Fault> {
    let Some(first) = series.rows.first() else { return Ok(()) };
    for (row, Row { x, y, n, .. }) in series.rows.iter().enumerate() {
        let fault = |fault: fn(usize, usize) -> Fault| Err(fault(at, row));
        let no_number = matches!(x, X::Number(x) if !x.is_finite());
        if no_number || !x.same_kind(&first.x) {
            return fault(|series, row| Fault::MixedX { series, row });
        }
        if [y, n].into_iter().flatten().any(|value| !value.is_finite()) {
            return fault(|series, row| Fault::NotFinite { series, row });
        }
        let counted = chart.counts() && y.is_some_and(|y| y < 0.0);
        if counted || n.is_some_and(|n| n < 0.0) {
            return fault(|series, row| Fault::Negative { series, row });
        }
        if let (Some(y), Some(n)) = (y, n) {
            if chart.is_share() && y > n {
                return fault(|series, row| Fault::MoreThanAll { series, row });
            }
            if chart.needs_denominator() && *n == 0.0 && *y > 0.0 {
                return fault(|series, row| Fault::NothingAtRisk { series, row });
            }
        }
    }
    Ok(())
}

impl Subgroups {
    /// Groups a checked series. `divided` says whether any series has denominators.
    pub(crate) fn of(
        series: &Series,
        at: usize,
        plan: &Plan,
        divided: bool,
    ) -> Result<Self, Fault> {
        check(series, at, plan.chart)?;
        let rows = &series.rows;
        let mut groups = Self::with_room_for(rows.len());
        let mut values = Vec::new();
        if rows.is_sorted_by(|a, b| a.x.order(&b.x).is_lt()) {
            // As data mostly come: in order, a row a point.
            let alone = !plan.chart.has_subgroups();
            for (at, row) in rows.iter().enumerate() {
                if !(alone && groups.take(row, at, plan.chart, divided)) {
                    groups.gather(rows, &[at], &mut values, plan, divided);
                }
            }
        } else {
            let mut order: Vec<usize> = (0..rows.len()).collect();
            order.sort_by(|a, b| rows[*a].x.order(&rows[*b].x));
            for group in order.chunk_by(|a, b| rows[*a].x.order(&rows[*b].x).is_eq()) {
                groups.gather(rows, group, &mut values, plan, divided);
            }
        }
        groups.check_points(at, plan.chart)?;
        Ok(groups)
    }

    fn with_room_for(points: usize) -> Self {
        Self {
            x: Vec::with_capacity(points),
            y: Vec::with_capacity(points),
            n: Vec::new(),
            size: Vec::with_capacity(points),
            sum: Vec::new(),
            mean: Vec::new(),
            spread: Vec::new(),
            row: Vec::with_capacity(points),
        }
    }

    /// Makes a point of a row that is alone with its `x` and whole: what [`Self::gather`] would
    /// make of it, without the detour. Says whether it did.
    fn take(&mut self, row: &Row, at: usize, chart: Chart, divided: bool) -> bool {
        let Some(y) = row.y else { return false };
        let (value, under) = match (divided, row.n) {
            (true, None) => return false,
            (true, Some(n)) if matches!(chart, Chart::C | Chart::Np) => (y, Some(n)),
            (true, Some(n)) => (y / n, Some(n)),
            (false, _) => (y, (chart == Chart::IPrime).then_some(1.0)),
        };
        self.x.push(row.x.clone());
        self.row.push(at);
        self.size.push(1);
        self.y.push(if value.is_finite() { value } else { f64::NAN });
        self.n.extend(under);
        if chart.needs_denominator() {
            self.sum.push(y);
        }
        true
    }

    /// Makes one point of the rows numbered in `group`, with `values` as room to work in.
    fn gather(
        &mut self,
        rows: &[Row],
        group: &[usize],
        values: &mut Vec<f64>,
        plan: &Plan,
        divided: bool,
    ) {
        values.clear();
        let mut under = exact::Sum::default();
        for row in group.iter().map(|row| &rows[*row]) {
            match (row.y, row.n, divided) {
                (Some(y), Some(n), true) => {
                    values.push(y);
                    under.add(n);
                }
                (Some(y), _, false) => values.push(y),
                // A numerator without its denominator says nothing, nor the other way round.
                _ => {}
            }
        }
        self.push(values, divided.then(|| under.value()), plan);
        self.x.push(rows[group[0]].x.clone());
        self.row.push(group[0]);
    }

    fn push(&mut self, values: &[f64], under: Option<f64>, plan: &Plan) {
        let all = values.iter().copied();
        let summed = || exact::sum(all.clone());
        let spread = match (plan.chart, plan.within) {
            (Chart::S, _) | (Chart::Xbar, Within::Deviation) => {
                Some(exact::standard_deviation(all.clone()))
            }
            (Chart::R, _) | (Chart::Xbar, Within::Range) if values.len() < 2 => Some(f64::NAN),
            (Chart::R, _) | (Chart::Xbar, Within::Range) => Some(exact::range(all.clone())),
            _ => None,
        };
        let y = match (plan.chart, spread, under, plan.aggregate) {
            (Chart::C | Chart::Np, ..) => summed(),
            (Chart::S | Chart::R, Some(spread), ..) => spread,
            (_, _, Some(n), _) => summed() / n,
            _ if values.len() == 1 => values[0],
            (.., Aggregate::Mean) => exact::mean(all.clone()),
            (.., Aggregate::Median) => exact::median(all.clone()),
            (.., Aggregate::Sum) => summed(),
        };
        self.y.push(if y.is_finite() { y } else { f64::NAN });
        self.size.push(values.len());
        self.spread.extend(spread);
        match (plan.chart, under) {
            (Chart::IPrime, None) => self.n.push(exact::real(values.len())),
            _ => self.n.extend(under),
        }
        if plan.chart.needs_denominator() {
            self.sum.push(summed());
        }
        if plan.chart == Chart::Xbar {
            self.mean.push(exact::mean(all.clone()));
        }
    }

    /// What can only be seen once the rows are together.
    fn check_points(&self, series: usize, chart: Chart) -> Result<(), Fault> {
        if chart != Chart::T {
            return Ok(());
        }
        match self.y.iter().position(|y| *y < 0.0) {
            Some(point) => Err(Fault::NegativeTime { series, row: self.row[point] }),
            None => Ok(()),
        }
    }
}
