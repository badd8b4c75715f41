//! What a chart shows, in a plain sentence or three.

use spc::{Analysis, Better, Chart, Pattern, Side, Signal, X};

use crate::i18n::Text;

use super::numbers::Numbers;
use super::scale::Up;
use super::{Drawing, Subject, labels};

/// Fewer useful points than this cannot show a shift.
const FEW: usize = 10;

impl Drawing<'_> {
    /// What the chart shows, from the results alone.
    pub fn sentence(&self, text: Text) -> String {
        let numbers = Numbers::new(text, &self.unit, Up::of(self).step);
        Speaker { drawing: self, analysis: self.analysis, text, numbers }.say()
    }
}

struct Speaker<'a> {
    drawing: &'a Drawing<'a>,
    analysis: &'a Analysis,
    text: Text,
    numbers: Numbers<'a>,
}

impl Speaker<'_> {
    fn say(&self) -> String {
        let Some(part) = self.analysis.parts.last() else {
            return self.text.plain("charts-says-nothing");
        };
        let measured = self.analysis.points().filter(|point| point.y.is_some()).count();
        if measured == 0 {
            return self.text.plain("charts-says-nothing");
        }
        let last = self.analysis.parts.len() - 1;
        let here: Vec<&Signal> =
            self.analysis.signals.iter().filter(|signal| signal.part == last).collect();
        let mut said = vec![self.main(&here)];
        // First what stands out, then that the rest is as usual.
        let at = usize::from(Self::has_runs(&here) || self.has_few() || self.has_names());
        said.splice(at..at, self.outside(&here));
        said.extend(self.parts());
        said.extend(self.target(self.level(&here).or(part.cl)));
        said.join(" ")
    }

    fn subject(&self) -> String {
        self.text.plain(match self.drawing.subject {
            Subject::Value => "charts-subject-value",
            Subject::Share => "charts-subject-share",
            Subject::Rate => "charts-subject-rate",
            Subject::Number => "charts-subject-number",
            Subject::Mean => "charts-subject-mean",
            Subject::Spread => "charts-subject-spread",
            Subject::TimeBetween => "charts-subject-time-between",
            Subject::NumberBetween => "charts-subject-number-between",
        })
    }

    /// The centre line with its article: «medianen».
    fn centre(&self) -> String {
        let key = match labels::centre(self.analysis.chart) {
            "charts-centre-median" => "charts-the-median",
            _ => "charts-the-mean",
        };
        self.text.plain(key)
    }

    fn say_with(&self, key: &str, count: usize) -> String {
        let (subject, centre) = (self.subject(), self.centre());
        self.text.with3(key, "subject", subject, "centre", centre, "count", count).into()
    }

    fn has_runs(here: &[&Signal]) -> bool {
        here.iter().any(|signal| signal.pattern != Pattern::Outside)
    }

    fn has_names(&self) -> bool {
        self.analysis.points().any(|point| matches!(point.x, X::Label(_)))
    }

    fn has_few(&self) -> bool {
        self.analysis.parts.last().is_none_or(|part| part.n_useful < FEW)
    }

    /// The pattern, if there is one, that the newest useful point belongs to.
    fn under_way<'s>(&self, here: &[&'s Signal], pattern: Pattern) -> Option<&'s Signal> {
        let useful = self
            .analysis
            .points()
            .enumerate()
            .filter(|(_, point)| point.y.is_some() && point.include && point.y != point.cl);
        let (newest, _) = useful.last()?;
        let at_end = |signal: &&&Signal| signal.points.last().is_some_and(|last| *last >= newest);
        here.iter().filter(|signal| signal.pattern == pattern).find(at_end).copied()
    }

    /// Where the measure has come to while a shift stands: the middle of its points, for the
    /// centre line tells how it was.
    fn level(&self, here: &[&Signal]) -> Option<f64> {
        let shift = self.under_way(here, Pattern::Shift)?;
        let at = |point: &usize| self.analysis.point(*point).and_then(|point| point.y);
        let mut values: Vec<f64> = shift.points.iter().filter_map(at).collect();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        let (low, high) = (values.get((values.len().max(1) - 1) / 2)?, values.get(middle)?);
        Some(f64::midpoint(*low, *high))
    }

    /// The one thing that matters most.
    fn main(&self, here: &[&Signal]) -> String {
        if let Some(signal) = self.under_way(here, Pattern::Shift) {
            return self.moved(signal, ["charts-says-risen", "charts-says-fallen"]);
        }
        if let Some(signal) = self.under_way(here, Pattern::Trend) {
            return self.moved(signal, ["charts-says-rising", "charts-says-falling"]);
        }
        let others = here.iter().filter(|signal| signal.pattern != Pattern::Outside);
        let first = others.max_by_key(|signal| signal.pattern == Pattern::Shift);
        match first.map(|signal| (signal, signal.pattern, signal.side)) {
            Some((signal, Pattern::Shift, Some(Side::Above))) => {
                self.was(signal, "charts-says-was-above")
            }
            Some((signal, Pattern::Shift, _)) => self.was(signal, "charts-says-was-below"),
            Some((_, Pattern::FewCrossings | Pattern::RunsTogether, _)) => {
                let part = self.analysis.parts.last();
                let crossings = part.and_then(|part| part.n_crossings).unwrap_or(0);
                self.say_with("charts-says-few-crossings", crossings)
            }
            Some((signal, Pattern::Trend, _)) => self.was(signal, "charts-says-was-trend"),
            Some(_) => self.say_with("charts-says-pattern", 0),
            None => self.no_run(here),
        }
    }

    /// No signal about runs.
    fn no_run(&self, here: &[&Signal]) -> String {
        let names = self.has_names();
        let useful = self.analysis.parts.last().map_or(0, |part| part.n_useful);
        match () {
            () if names && here.is_empty() => self.text.plain("charts-says-names-alike"),
            () if names => self.text.plain("charts-says-names"),
            () if self.has_few() => self.text.plain_with("charts-says-few", "count", useful),
            // What stands outside says it all.
            () if !here.is_empty() => self.text.plain("charts-says-otherwise-common"),
            () => self.say_with("charts-says-common", useful),
        }
    }

    /// A move at the end, and whether it is for the better.
    fn moved(&self, signal: &Signal, [up, down]: [&str; 2]) -> String {
        let rose = signal.side != Some(Side::Below);
        let mut said = self.say_with(if rose { up } else { down }, signal.points.len());
        let judged = match (self.drawing.better, rose) {
            (Better::Neither, _) => None,
            (Better::Higher, true) | (Better::Lower, false) => Some("charts-says-better"),
            _ => Some("charts-says-worse"),
        };
        if let Some(key) = judged {
            said.push(' ');
            said += &self.text.plain(key);
        }
        said
    }

    /// Something that has been, with its first and last place.
    fn was(&self, signal: &Signal, key: &str) -> String {
        let place = |at: Option<&usize>| {
            let point = at.and_then(|at| self.analysis.point(*at));
            point.map_or(String::new(), |point| super::axis::name(self.text, point.x))
        };
        let said = self.say_with(key, signal.points.len());
        let (from, to) = (place(signal.points.first()), place(signal.points.last()));
        let when = self.text.plain_with2("charts-says-from-to", "from", from, "to", to);
        format!("{said} {when}")
    }

    fn outside(&self, here: &[&Signal]) -> Option<String> {
        let outside: usize = here
            .iter()
            .filter(|signal| signal.pattern == Pattern::Outside)
            .map(|signal| signal.points.len())
            .sum();
        (outside > 0).then(|| self.text.plain_with("charts-says-outside", "count", outside))
    }

    /// From the level before to the level now.
    fn parts(&self) -> Option<String> {
        let [.., before, now] = self.analysis.parts.as_slice() else { return None };
        let (before, now) = (before.cl?, now.cl?);
        let (from, to) = (self.numbers.value(before), self.numbers.value(now));
        let centre = self.centre();
        let said = self.text.with3("charts-says-parts", "centre", centre, "from", from, "to", to);
        Some(said.into())
    }

    /// Whether the level as it is now meets the target.
    fn target(&self, level: Option<f64>) -> Option<String> {
        let (target, level) = (self.drawing.target()?, level?);
        let met = match self.drawing.better {
            Better::Higher => level >= target,
            Better::Lower => level <= target,
            Better::Neither => return None,
        };
        let key = if met { "charts-says-target-met" } else { "charts-says-target-missed" };
        let target = self.numbers.value(target);
        // A single point says nothing of a level.
        let has_level = self.analysis.len() > 1 && self.analysis.chart != Chart::Mr;
        has_level.then(|| self.text.plain_with(key, "target", target))
    }
}
