//! What comes out: points with their lines, a summary of each part, and the signals.

use crate::chart::Chart;
use crate::data::X;
use crate::rules::Rule;

/// Above or below the centre line; for a trend, rising or falling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Side {
    Above,
    Below,
}

/// What a signal looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Pattern {
    /// Single points outside the 3 sigma limits.
    Outside,
    /// Many in a row on one side of the centre line.
    Shift,
    /// The line crosses its centre unusually seldom. Concerns the whole part: no points are named.
    FewCrossings,
    /// A long run and few crossings that only together are unusual. Concerns the whole part.
    RunsTogether,
    Trend,
    Zone,
    NearLimit,
    Alternating,
    Hugging,
    Avoiding,
}

/// One finding of one rule.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Signal {
    pub rule: Rule,
    pub pattern: Pattern,
    pub side: Option<Side>,
    /// The part's number, from 0.
    pub part: usize,
    /// The points concerned, from 0, in order.
    pub points: Vec<usize>,
}

/// One part of a chart, between two splits.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Part {
    /// Numbers of its first point, and of the point after its last, from 0.
    pub start: usize,
    pub end: usize,
    /// The label the rows gave it.
    pub label: Option<String>,
    /// Points not excluded, with or without a value.
    pub n_obs: usize,
    /// Points not excluded, with a value that is not on the centre line.
    pub n_useful: usize,
    /// Points not excluded, with a value that is on the centre line.
    pub n_on_line: usize,
    /// Points that the lines are computed from, with a value.
    pub n_baseline: usize,
    /// Longest row of useful points on one side. `None`, as the next three, without useful points.
    pub longest_run: Option<usize>,
    /// The longest that chance explains, by Anhøj's rule whatever the rule set.
    pub longest_run_max: Option<usize>,
    pub n_crossings: Option<usize>,
    /// The fewest that chance explains, by Anhøj's rule whatever the rule set.
    pub n_crossings_min: Option<usize>,
    /// Whether a rule about runs, trends or crossings fired. Not where only points that lie on the line part
    /// those beside it ([`Self::is_crowded`]).
    pub runs_signal: bool,
    /// Points outside the 3 sigma limits, excluded ones as well.
    pub sigma_signals: usize,
    /// The lines at the part's last point.
    pub cl: Option<f64>,
    pub lcl: Option<f64>,
    pub ucl: Option<f64>,
}

impl Part {
    /// Below this many points limits are still moving: call them provisional.
    pub const FIRM_FROM: usize = 12;

    /// Whether half of the points or more lie on the centre line, as where most months have none of what is
    /// counted. The rules about runs ask for points on either side of it: Perla, Provost & Murray (2011) leave
    /// out of the count those on the median, and Provost & Murray (*The Health Care Data Guide*, chapter 3) send
    /// whoever has so many of the same value to other charts: of the time or the number between events, or to
    /// longer periods. Here no row passes over a point on the line then, crossings are not judged, and only a
    /// row without any such point between is a shift.
    pub fn is_crowded(&self) -> bool {
        self.n_on_line > 0 && self.n_on_line >= self.n_useful
    }

    /// Whether the lines rest on too few points to lean on.
    pub fn is_provisional(&self) -> bool {
        self.n_baseline < Self::FIRM_FROM
    }
}

/// One point with its lines. `None` is "no value": missing, or not defined there.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Point<'a> {
    pub x: &'a X,
    /// The number of its part, from 0.
    pub part: usize,
    pub y: Option<f64>,
    pub n: Option<f64>,
    /// How many rows with a value it was made from.
    pub size: usize,
    pub cl: Option<f64>,
    pub lcl: Option<f64>,
    pub ucl: Option<f64>,
    pub lcl95: Option<f64>,
    pub ucl95: Option<f64>,
    /// Standard deviations from the centre of the limits.
    pub z: Option<f64>,
    /// The lines are computed from it (unless it is excluded).
    pub baseline: bool,
    /// False where it was excluded.
    pub include: bool,
    /// Outside the 3 sigma limits.
    pub sigma_signal: bool,
    /// The row it came from, the first where several did, from 0.
    pub row: usize,
}

/// A chart worked out.
#[derive(Clone, Debug)]
pub struct Analysis {
    pub chart: Chart,
    /// As in [`crate::Series::facet`].
    pub facet: Vec<String>,
    pub parts: Vec<Part>,
    /// In the order of parts, then of the rule set.
    pub signals: Vec<Signal>,
    /// The centre line was known beforehand: it says nothing of how the measure was.
    pub centre_given: bool,
    pub(crate) columns: Columns,
}

/// Points column by column, NaN for "no value": a third of the size of a list of points.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    pub(crate) x: Vec<X>,
    pub(crate) row: Vec<usize>,
    pub(crate) size: Vec<usize>,
    pub(crate) y: Vec<f64>,
    pub(crate) n: Vec<f64>,
    pub(crate) cl: Vec<f64>,
    pub(crate) lcl: Vec<f64>,
    pub(crate) ucl: Vec<f64>,
    pub(crate) lcl95: Vec<f64>,
    pub(crate) ucl95: Vec<f64>,
    pub(crate) z: Vec<f64>,
    pub(crate) side: Vec<i8>,
    pub(crate) outside: Vec<bool>,
    pub(crate) baseline: Vec<bool>,
    pub(crate) include: Vec<bool>,
}

fn value(column: &[f64], point: usize) -> Option<f64> {
    column.get(point).copied().filter(|value| value.is_finite())
}

impl Analysis {
    /// The number of points, missing ones among them.
    pub fn len(&self) -> usize {
        self.columns.x.len()
    }

    pub fn is_empty(&self) -> bool {
        self.columns.x.is_empty()
    }

    /// The points in order of `x`.
    pub fn points(&self) -> impl DoubleEndedIterator<Item = Point<'_>> + Clone {
        let numbered = self.parts.iter().enumerate();
        numbered.flat_map(move |(part, Part { start, end, .. })| {
            (*start..*end).map(move |at| self.at(at, part))
        })
    }

    /// The point at this number, from 0.
    pub fn point(&self, at: usize) -> Option<Point<'_>> {
        let part = self.parts.iter().position(|part| (part.start..part.end).contains(&at))?;
        Some(self.at(at, part))
    }

    fn at(&self, at: usize, part: usize) -> Point<'_> {
        let columns = &self.columns;
        Point {
            x: &columns.x[at],
            part,
            y: value(&columns.y, at),
            n: value(&columns.n, at),
            size: columns.size[at],
            cl: value(&columns.cl, at),
            lcl: value(&columns.lcl, at),
            ucl: value(&columns.ucl, at),
            lcl95: value(&columns.lcl95, at),
            ucl95: value(&columns.ucl95, at),
            z: value(&columns.z, at),
            baseline: columns.baseline[at],
            include: columns.include[at],
            sigma_signal: columns.outside[at],
            row: columns.row[at],
        }
    }

    /// The same points without lines, limits and signals: for a series that is known to lack numbers, of which
    /// no line and no count of runs would be true.
    #[must_use]
    pub fn points_alone(mut self) -> Self {
        self.signals.clear();
        self.centre_given = false;
        let columns = &mut self.columns;
        for lines in [
            &mut columns.cl,
            &mut columns.lcl,
            &mut columns.ucl,
            &mut columns.lcl95,
            &mut columns.ucl95,
            &mut columns.z,
        ] {
            lines.fill(f64::NAN);
        }
        columns.outside.fill(false);
        for part in &mut self.parts {
            (part.cl, part.lcl, part.ucl) = (None, None, None);
            (part.longest_run, part.longest_run_max) = (None, None);
            (part.n_crossings, part.n_crossings_min) = (None, None);
            (part.runs_signal, part.sigma_signals) = (false, 0);
        }
        self
    }

    /// The numbers of the points before which at least one moment is absent, where moments follow a step
    /// of their own: months, weeks, days, hours. A line that joins two points over one claims what nobody
    /// has measured.
    ///
    /// ```
    /// use spc::{Chart, Plan, Row, Series, X};
    /// let week = 7 * 86_400;
    /// let row = |nth: i64| Row { x: X::Time(nth * week), y: Some(1.0), n: None, part: None };
    /// let rows = [0, 1, 2, 5, 6].map(row).to_vec();
    /// let analysis = Plan::new(Chart::Run).analyse(&Series { facet: Vec::new(), rows })?;
    /// assert_eq!(analysis.gaps(), [3]);
    /// # Ok::<(), spc::Fault>(())
    /// ```
    pub fn gaps(&self) -> Vec<usize> {
        crate::steps::gaps(&self.columns.x)
    }

    /// Whether any rule fired anywhere.
    pub fn has_signal(&self) -> bool {
        !self.signals.is_empty()
    }

    /// The signals that name this point.
    pub fn signals_at(&self, point: usize) -> impl Iterator<Item = &Signal> {
        self.signals.iter().filter(move |signal| signal.points.binary_search(&point).is_ok())
    }
}

/// By what can be seen, so that one missing value equals another.
impl PartialEq for Analysis {
    fn eq(&self, other: &Self) -> bool {
        (self.chart, &self.facet, &self.parts) == (other.chart, &other.facet, &other.parts)
            && self.signals == other.signals
            && self.points().eq(other.points())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Analysis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Analysis", 5)?;
        fields.serialize_field("chart", &self.chart)?;
        fields.serialize_field("facet", &self.facet)?;
        fields.serialize_field("parts", &self.parts)?;
        fields.serialize_field("signals", &self.signals)?;
        fields.serialize_field("points", &self.points().collect::<Vec<_>>())?;
        fields.end()
    }
}
