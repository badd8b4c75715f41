//! What to do next with a chart: begin simply, find the cause of what moves, and only then draw limits.

use spc::{Chart, Part};

use super::points::by_period;
use super::read::Measured;
use super::series::Drawn;
use super::terms::{Frequency, Shape};

/// One piece of advice, the most pressing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Too few points to tell anything.
    Few,
    /// There are numbers enough, but too few of the newest part are off its centre line.
    FewOff,
    /// Most periods have none: count the days between instead, from a count by day.
    Rare,
    /// The same where it is counted by day already: the chart of days between can be chosen.
    RareByDay,
    /// Half of the points or more lie on the centre line: no run chart tells anything of them.
    OnLine,
    /// It is moving: find out why, and give it a part of its own when it has settled.
    Moving,
    /// It is calm, and has too few points for limits.
    Young,
    /// It is calm and long enough: this chart shows how wide chance is.
    Limits(Chart),
    /// So many are counted that limits are too narrow: this chart mends that.
    Wide(Chart),
    /// The chart fits.
    Fits,
}

/// Fewer useful points than this cannot show a shift.
const FEW: usize = 10;
/// From so many below the line on, chance alone explains too little.
const MANY: f64 = 1_000.0;

/// What to do with a measure, by its chart as it is drawn for the team.
pub fn advice(measured: &Measured, drawn: &Drawn) -> Advice {
    let (chart, parts) = (drawn.analysis.chart, &drawn.analysis.parts);
    let Some(part) = parts.last() else { return Advice::Few };
    let shape = Shape::named(&measured.definition.shape).unwrap_or(Shape::Value);
    let by_day = measured.definition.frequency == Frequency::Day.name();
    if is_rare(shape, by_day, drawn) {
        return if by_day { Advice::RareByDay } else { Advice::Rare };
    }
    let wide = match shape {
        Shape::Share if has_many(drawn) => Some(Chart::PPrime),
        Shape::Rate if has_many(drawn) => Some(Chart::UPrime),
        _ => None,
    };
    match chart {
        _ if part.is_crowded() && part.runs_signal => Advice::Moving,
        _ if part.is_crowded() && part.n_useful + part.n_on_line >= FEW => Advice::OnLine,
        _ if part.n_useful < FEW => {
            let all: usize = parts.iter().map(|part| part.n_obs).sum();
            if all < FEW { Advice::Few } else { Advice::FewOff }
        }
        _ if part.runs_signal => Advice::Moving,
        Chart::Run if part.n_obs < Part::FIRM_FROM => Advice::Young,
        Chart::Run => Advice::Limits(wide.unwrap_or(shape.control_chart())),
        Chart::P | Chart::U => wide.map_or(Advice::Fits, Advice::Wide),
        _ => Advice::Fits,
    }
}

/// Have more than half of the periods of a count none? By day few write down that nothing happened: a day
/// without a number is one.
fn is_rare(shape: Shape, by_day: bool, drawn: &Drawn) -> bool {
    if shape != Shape::Count || drawn.is_days_between {
        return false;
    }
    let (known, none) = known_and_none(drawn.series.rows.iter().map(|row| row.y), by_day);
    known >= FEW && none * 2 > known
}

/// How many periods are known, and how many of them have none.
fn known_and_none(values: impl Iterator<Item = Option<f64>>, by_day: bool) -> (usize, usize) {
    let known: Vec<f64> = values.filter_map(|y| y.or(by_day.then_some(0.0))).collect();
    let none = known.iter().filter(|value| **value < 0.5).count();
    (known.len(), none)
}

impl Measured {
    /// Is it about events so rare that each can be told by its day? Its days are for the team alone, whatever
    /// chart they have chosen.
    pub fn is_of_rare_events(&self) -> bool {
        if matches!(self.chart(), Chart::T | Chart::G) {
            return true;
        }
        let shape = Shape::named(&self.definition.shape);
        match Frequency::named(&self.definition.frequency) {
            _ if shape != Some(Shape::Count) => false,
            Some(Frequency::Day) => self.has_few_days_with_any(),
            Some(Frequency::Week) => {
                let points = by_period(self, Shape::Count, Frequency::Week);
                let (known, none) = known_and_none(points.iter().map(|point| point.y), false);
                known >= FEW && none * 2 > known
            }
            _ => false,
        }
    }

    /// Had more than half of the days none? Before there are enough days to tell, we take it so.
    fn has_few_days_with_any(&self) -> bool {
        let said = || self.numbers.iter().filter(|one| one.value.is_some()).map(|one| one.day);
        let (Some(first), Some(last)) = (said().min(), said().max()) else { return false };
        let days = usize::try_from((last - first).whole_days() + 1).unwrap_or(usize::MAX);
        let with_any =
            self.numbers.iter().filter(|one| one.value.is_some_and(|value| value >= 0.5)).count();
        days < FEW || days.saturating_sub(with_any) > days / 2
    }
}

/// Is the middle of what is below the line that large?
fn has_many(drawn: &Drawn) -> bool {
    let mut all: Vec<f64> = drawn.series.rows.iter().filter_map(|row| row.n).collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).is_some_and(|middle| *middle >= MANY)
}

impl Advice {
    pub fn key(self) -> &'static str {
        match self {
            Self::Few => "measures-advice-few",
            Self::FewOff => "measures-advice-few-off",
            Self::Rare => "measures-advice-rare",
            Self::RareByDay => "measures-advice-rare-by-day",
            Self::OnLine => "measures-advice-on-line",
            Self::Moving => "measures-advice-moving",
            Self::Young => "measures-advice-young",
            Self::Limits(_) => "measures-advice-limits",
            Self::Wide(_) => "measures-advice-wide",
            Self::Fits => "measures-advice-fits",
        }
    }

    /// The chart that it speaks of.
    pub fn chart(self) -> Option<Chart> {
        match self {
            Self::Limits(chart) | Self::Wide(chart) => Some(chart),
            _ => None,
        }
    }
}
