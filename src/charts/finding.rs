//! What a chart shows: one judgement, from which the sentence, the table of many measures and the
//! line below a small chart all speak.

use spc::{Analysis, Assurance, Better, Chart, Part, Pattern, Side, Signal, X};

use super::Drawing;

/// Fewer useful points than this cannot show a shift.
const FEW: usize = 10;

/// The one thing that matters most, in the newest part.
pub(super) enum Finding<'a> {
    /// So many numbers are held back: nothing is judged of the others.
    Withheld(usize),
    Nothing,
    /// Names on a run chart: nothing there can be tested.
    Untested,
    /// Names whose limits cannot be worked out.
    Unlimited,
    NamesAlike,
    NamesApart,
    /// A shift or a trend that the newest point is part of.
    Moved(&'a Signal),
    /// A shift or a trend that has been.
    Was(&'a Signal),
    Crossings(usize),
    Pattern,
    Equal,
    /// So many useful points: too few.
    Few(usize),
    /// So many lie on the line, of so many: the others are too few and too scattered to judge.
    OnLine(usize, usize),
    Common,
}

/// How the level as it is now stands to the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    Met,
    Missed,
    /// By all ordinary variation.
    Always,
    /// The level meets it, ordinary variation reaches beyond it.
    Often,
    /// The level misses it, ordinary variation reaches it.
    Seldom,
    Never,
}

/// Where a measure has gone, as far as its chart can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Better,
    Worse,
    /// Something has happened that is neither, or that has passed.
    Changed,
    /// No signal: ordinary variation.
    Same,
    /// Too little to tell.
    Unknown,
}

impl Drawing<'_> {
    /// Where the measure has gone. A level that all newest points keep to counts, and so does a move that
    /// the newest point is part of.
    pub fn course(&self) -> Course {
        let side = match self.finding() {
            Finding::Moved(signal) if !self.analysis.centre_given => Some(signal.side),
            _ => self.new_level().map(Some),
        };
        match (side.map(|side| self.is_better(side)), self.finding()) {
            (Some(Some(true)), _) => Course::Better,
            (Some(Some(false)), _) => Course::Worse,
            (Some(None), _)
            | (
                None,
                Finding::Moved(_) | Finding::Was(_) | Finding::Crossings(_) | Finding::Pattern,
            ) => Course::Changed,
            (None, Finding::Common | Finding::Equal | Finding::NamesAlike) => Course::Same,
            (None, _) => Course::Unknown,
        }
    }
}

impl<'a> Drawing<'a> {
    pub(super) fn finding(&self) -> Finding<'a> {
        let analysis = self.analysis;
        if self.withheld > 0 {
            return Finding::Withheld(self.withheld);
        }
        let Some(part) = analysis.parts.last() else { return Finding::Nothing };
        if analysis.points().all(|point| point.y.is_none()) {
            return Finding::Nothing;
        }
        if has_names(analysis) {
            return self.of_names();
        }
        let here = self.newest_signals();
        let moved = [Pattern::Shift, Pattern::Trend]
            .into_iter()
            .find_map(|pattern| under_way(analysis, &here, pattern));
        if let Some(signal) = moved {
            return Finding::Moved(signal);
        }
        let runs = here.iter().filter(|signal| signal.pattern != Pattern::Outside);
        let first = runs.max_by_key(|signal| signal.pattern == Pattern::Shift);
        match first.map(|signal| (signal, signal.pattern)) {
            Some((signal, Pattern::Shift | Pattern::Trend)) => Finding::Was(signal),
            Some((_, Pattern::FewCrossings | Pattern::RunsTogether)) => {
                Finding::Crossings(part.n_crossings.unwrap_or(0))
            }
            Some(_) => Finding::Pattern,
            None if all_equal(analysis) => Finding::Equal,
            None if part.is_crowded() && part.n_useful + part.n_on_line >= FEW => {
                Finding::OnLine(part.n_on_line, part.n_useful + part.n_on_line)
            }
            None if part.n_useful < FEW => Finding::Few(part.n_useful),
            None => Finding::Common,
        }
    }

    /// Names have no order: only limits can tell them apart.
    fn of_names(&self) -> Finding<'a> {
        match () {
            () if self.analysis.chart == Chart::Run => Finding::Untested,
            () if self.outside() > 0 => Finding::NamesApart,
            () if !self.has_limits(self.newest_part()) => Finding::Unlimited,
            () => Finding::NamesAlike,
        }
    }

    fn newest_part(&self) -> usize {
        self.analysis.parts.len().saturating_sub(1)
    }

    fn newest_signals(&self) -> Vec<&'a Signal> {
        let newest = self.newest_part();
        self.analysis.signals.iter().filter(|signal| signal.part == newest).collect()
    }

    /// Points of the newest part outside its limits: none while the limits wait.
    pub(super) fn outside(&self) -> usize {
        if !self.judges_limits(self.newest_part()) {
            return 0;
        }
        self.outside_of(self.newest_part())
    }

    /// Points of a part outside its limits. One that is left out, with a reason, is no sign of anything.
    pub(super) fn outside_of(&self, part: usize) -> usize {
        let here = self.analysis.signals.iter();
        let here = here.filter(|signal| signal.part == part && signal.pattern == Pattern::Outside);
        here.flat_map(|signal| &signal.points).filter(|point| self.counts(**point)).count()
    }

    /// Is a point not left out?
    pub(super) fn counts(&self, point: usize) -> bool {
        self.analysis.point(point).is_some_and(|point| point.include)
    }

    /// Whether a part has limits at any of its points.
    pub(super) fn has_limits(&self, part: usize) -> bool {
        let mut points = self.analysis.points();
        points.any(|point| point.part == part && (point.lcl.is_some() || point.ucl.is_some()))
    }

    /// Are there too few points to tell of any level?
    pub(super) fn is_young(&self) -> bool {
        let part = self.analysis.parts.last();
        let many = part.map_or(0, |part| part.n_useful + part.n_on_line);
        matches!(self.finding(), Finding::Few(_)) && many < FEW
    }

    /// How many points on the line a signal has passed over, from its first point to its last, or to the end.
    pub(super) fn passed_over(&self, signal: &Signal, to_the_end: bool) -> usize {
        let Some((first, last)) = signal.points.first().zip(signal.points.last()) else { return 0 };
        let end = self.analysis.parts.get(signal.part).map_or(0, |part| part.end);
        let end = if to_the_end { end } else { last + 1 };
        let points = (*first..end).filter_map(|at| self.analysis.point(at));
        points.filter(|point| point.include && point.y.is_some() && point.y == point.cl).count()
    }

    /// Whether limits are held back because the newest part has not settled.
    pub(super) fn limits_wait(&self, part: usize) -> bool {
        self.limits == super::LimitsShown::WhenStable
            && !self.shows_limits(part)
            && self.has_limits(part)
    }

    /// Whether it is a control chart whose limits could not be worked out.
    pub(super) fn lacks_limits(&self) -> bool {
        self.analysis.chart != Chart::Run && !self.has_limits(self.newest_part())
    }

    /// Where the measure has come to: while a shift stands the middle of its points, for the
    /// centre line tells how it was, as does one that was given.
    fn level(&self) -> Option<f64> {
        let part = self.analysis.parts.last()?;
        let here = self.newest_signals();
        let at = |point: usize| self.analysis.point(point).and_then(|point| point.y);
        match under_way(self.analysis, &here, Pattern::Shift) {
            Some(shift) => middle(shift.points.iter().filter_map(|point| at(*point))),
            None if self.analysis.centre_given => middle((part.start..part.end).filter_map(at)),
            None => part.cl,
        }
    }

    /// How the newest target is met, where there is one and a way that is better.
    pub(super) fn aim(&self) -> Option<(f64, Aim)> {
        let (target, level) = (self.target()?, self.level()?);
        let met = match self.better {
            Better::Higher => level >= target,
            Better::Lower => level <= target,
            Better::Neither => return None,
        };
        // A single point says nothing of a level, nor do distances between points, nor names.
        if self.analysis.len() < 2 || self.analysis.chart == Chart::Mr || has_names(self.analysis) {
            return None;
        }
        let firm = matches!(self.finding(), Finding::Common)
            && self.judges_limits(self.newest_part())
            && !self.analysis.parts.last().is_some_and(Part::is_provisional);
        let assurance = self.analysis.assurance(target, self.better).filter(|_| firm);
        let aim = match (assurance, met) {
            (Some(Assurance::Passes), _) => Aim::Always,
            (Some(Assurance::HitOrMiss), true) => Aim::Often,
            (Some(Assurance::HitOrMiss), false) => Aim::Seldom,
            (Some(Assurance::Fails), _) => Aim::Never,
            // Of so few no level is told beside that they are too few to see any.
            (None, true) if self.is_young() => return None,
            (None, true) => Aim::Met,
            (None, false) => Aim::Missed,
        };
        Some((target, aim))
    }

    /// How many measurements of the newest part meet the target, of those since it was set.
    pub(super) fn meeting(&self, target: f64) -> (usize, usize) {
        let newest = self.newest_part();
        let begun = self.targets.iter().rev().find(|one| one.value.to_bits() == target.to_bits());
        let since = begun.and_then(|one| one.from.as_ref());
        let points = self.analysis.points().filter(|point| point.part == newest && point.include);
        let since = points.filter(|point| since.is_none_or(|from| super::before(from, point.x)));
        let values: Vec<f64> = since.filter_map(|point| point.y).collect();
        let is_met = |value: &&f64| match self.better {
            Better::Higher => **value >= target,
            Better::Lower => **value <= target,
            Better::Neither => false,
        };
        (values.iter().filter(is_met).count(), values.len())
    }

    /// Whether a move is for the better; nothing where no way is, or where the move is away from
    /// a line that was only given.
    pub(super) fn is_better(&self, side: Option<Side>) -> Option<bool> {
        let rose = side != Some(Side::Below);
        match self.better {
            Better::Neither => None,
            Better::Higher => Some(rose),
            Better::Lower => Some(!rose),
        }
    }

    /// Whether every point of the newest part lies on one side of the level before, more in a row
    /// than chance explains.
    pub(super) fn new_level(&self) -> Option<Side> {
        let [.., before, now] = self.analysis.parts.as_slice() else { return None };
        let old = before.cl.filter(|_| !self.analysis.centre_given)?;
        let points = (now.start..now.end).filter_map(|at| self.analysis.point(at));
        let values = points.filter(|point| point.include).filter_map(|point| point.y);
        let values: Vec<f64> = values.collect();
        let many = values.len() > spc::constants::longest_run_max(values.len())?;
        match () {
            () if many && values.iter().all(|value| *value > old) => Some(Side::Above),
            () if many && values.iter().all(|value| *value < old) => Some(Side::Below),
            () => None,
        }
    }
}

pub(super) fn has_names(analysis: &Analysis) -> bool {
    analysis.points().next().is_some_and(|point| matches!(point.x, X::Label(_)))
}

/// The signal of this pattern, if there is one, that the newest useful point belongs to.
fn under_way<'a>(analysis: &Analysis, here: &[&'a Signal], pattern: Pattern) -> Option<&'a Signal> {
    let is_useful =
        |point: &spc::Point<'_>| point.y.is_some() && point.include && point.y != point.cl;
    let newest = analysis.points().rev().position(|point| is_useful(&point))?;
    let newest = analysis.len() - 1 - newest;
    let at_end = |signal: &&&Signal| signal.points.last().is_some_and(|last| *last >= newest);
    here.iter().filter(|signal| signal.pattern == pattern).find(at_end).copied()
}

fn all_equal(analysis: &Analysis) -> bool {
    let mut values = analysis.points().filter_map(|point| point.y);
    let Some(first) = values.next() else { return false };
    let mut others = values.peekable();
    others.peek().is_some() && others.all(|value| value.to_bits() == first.to_bits())
}

fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let upper = values.len() / 2;
    let lower = values.len().checked_sub(1)? / 2;
    Some(f64::midpoint(*values.get(lower)?, *values.get(upper)?))
}
