//! What a chart shows, in a plain sentence or three, and in a few words.

use spc::{Analysis, Chart, Pattern, Side, Signal};

use crate::i18n::Text;

use super::axis::Places;
use super::finding::{Aim, Finding};
use super::numbers::Numbers;
use super::scale::Up;
use super::{Drawing, Subject, labels};

impl Drawing<'_> {
    /// What the chart shows, from the results alone.
    pub fn sentence(&self, text: Text) -> String {
        self.speaker(text).say()
    }

    /// The same in a few words: for a row of a table, and below a small chart.
    pub(super) fn short(&self, text: Text) -> String {
        self.speaker(text).short()
    }

    fn speaker(&self, text: Text) -> Speaker<'_> {
        let numbers = Numbers::new(text, &self.unit, Up::of(self).step);
        Speaker { drawing: self, analysis: self.analysis, text, numbers }
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
        let finding = self.drawing.finding();
        let main = match &finding {
            Finding::Withheld(count) => {
                return self.text.plain_with("charts-says-withheld", "count", *count);
            }
            Finding::Nothing => return self.text.plain("charts-says-nothing"),
            Finding::Untested => return self.text.plain("charts-says-names-untested"),
            Finding::Unlimited => return self.text.plain("charts-says-no-limits"),
            finding => self.main(finding),
        };
        let outside = self.drawing.outside();
        let mut said = vec![main];
        if outside > 0 {
            // First what stands out, then that the rest is as usual.
            let at = usize::from(!matches!(finding, Finding::Common));
            said.insert(at, self.text.plain_with("charts-says-outside", "count", outside));
        }
        let is_known = matches!(finding, Finding::Equal | Finding::Few(_));
        if self.drawing.lacks_limits() && !is_known {
            said.push(self.text.plain("charts-says-no-limits"));
        }
        said.extend(self.parts());
        said.extend(self.target());
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
        let key = match labels::centre(self.analysis) {
            "charts-centre-median" => "charts-the-median",
            "charts-centre-given" => "charts-the-given",
            _ => "charts-the-mean",
        };
        self.text.plain(key)
    }

    fn say_with(&self, key: &str, count: usize) -> String {
        let (subject, centre) = (self.subject(), self.centre());
        self.text.with3(key, "subject", subject, "centre", centre, "count", count).into()
    }

    fn main(&self, finding: &Finding<'_>) -> String {
        match finding {
            Finding::Withheld(_) | Finding::Nothing | Finding::Untested | Finding::Unlimited => {
                String::new()
            }
            Finding::NamesAlike => self.text.plain("charts-says-names-alike"),
            Finding::NamesApart => self.text.plain("charts-says-names"),
            Finding::Moved(signal) => self.moved(signal),
            Finding::Was(signal) => self.was(signal),
            Finding::Crossings(count) if self.analysis.centre_given => {
                self.text.plain_with("charts-says-given-crossings", "count", *count)
            }
            Finding::Crossings(count) => self.say_with("charts-says-few-crossings", *count),
            Finding::Pattern => self.say_with("charts-says-pattern", 0),
            Finding::Equal => self.text.plain("charts-says-equal"),
            Finding::Few(count) => self.text.plain_with("charts-says-few", "count", *count),
            Finding::OnLine(on, all) => {
                let key = "charts-says-on-line";
                self.text.with3(key, "centre", self.centre(), "on", *on, "all", *all).into()
            }
            // What stands outside says it all.
            Finding::Common if self.drawing.outside() > 0 => {
                self.text.plain("charts-says-otherwise-common")
            }
            Finding::Common => self.say_with("charts-says-common", 0),
        }
    }

    /// Many on one side of a line that was given say nothing of a rise or a fall.
    fn beside_given(&self, key: &str, signal: &Signal) -> String {
        let side = if signal.side == Some(Side::Below) { "below" } else { "above" };
        let count = signal.points.len();
        let given = self.analysis.parts.last().and_then(|part| part.cl);
        let value = given.map_or(String::new(), |given| self.numbers.value(given));
        self.text.with3(key, "count", count, "side", side, "value", value).into()
    }

    fn is_of_given(&self, signal: &Signal) -> bool {
        self.analysis.centre_given && signal.pattern == Pattern::Shift
    }

    /// A move at the end, and whether it is for the better.
    fn moved(&self, signal: &Signal) -> String {
        // «All of the last» is not said of those between which others were passed over.
        let whole = self.drawing.passed_over(signal, true) == 0;
        if self.is_of_given(signal) {
            let part = self.analysis.parts.last();
            let all = part.is_some_and(|part| part.n_useful == signal.points.len());
            let key = match (all, whole) {
                (_, false) => "charts-says-given-last-off",
                (true, true) => "charts-says-given-all",
                (false, true) => "charts-says-given-last",
            };
            return self.beside_given(key, signal);
        }
        let key = match (signal.pattern, signal.side) {
            (Pattern::Trend, Some(Side::Below)) => "charts-says-falling",
            (Pattern::Trend, _) => "charts-says-rising",
            (_, Some(Side::Below)) if !whole => "charts-says-fallen-off",
            _ if !whole => "charts-says-risen-off",
            (_, Some(Side::Below)) => "charts-says-fallen",
            _ => "charts-says-risen",
        };
        let said = self.say_with(key, signal.points.len());
        self.judged(said, signal.side)
    }

    fn judged(&self, mut said: String, side: Option<Side>) -> String {
        if let Some(better) = self.drawing.is_better(side) {
            said.push(' ');
            let key = if better { "charts-says-better" } else { "charts-says-worse" };
            said += &self.text.plain(key);
        }
        said
    }

    /// Something that has been, with its first and last place.
    fn was(&self, signal: &Signal) -> String {
        let places = Places::of(self.drawing, self.text);
        let place = |at: Option<&usize>| {
            let point = at.and_then(|at| self.analysis.point(*at));
            point.map_or(String::new(), |point| places.name(point.x))
        };
        let whole = self.drawing.passed_over(signal, false) == 0;
        let key = match (signal.pattern, signal.side) {
            _ if self.is_of_given(signal) && whole => "charts-says-given-was",
            _ if self.is_of_given(signal) => "charts-says-given-was-off",
            (Pattern::Trend, _) => "charts-says-was-trend",
            (_, Some(Side::Above)) if whole => "charts-says-was-above",
            (_, Some(Side::Above)) => "charts-says-was-above-off",
            _ if whole => "charts-says-was-below",
            _ => "charts-says-was-below-off",
        };
        let said = if self.is_of_given(signal) {
            self.beside_given(key, signal)
        } else {
            self.say_with(key, signal.points.len())
        };
        let (from, to) = (place(signal.points.first()), place(signal.points.last()));
        let when = self.text.plain_with2("charts-says-from-to", "from", from, "to", to);
        format!("{said} {when}")
    }

    /// From the level before to the level now.
    fn parts(&self) -> Option<String> {
        let [.., before, now] = self.analysis.parts.as_slice() else { return None };
        let (before, now) = (before.cl?, now.cl?);
        if self.analysis.centre_given {
            return None;
        }
        let (from, to) = (self.numbers.value(before), self.numbers.value(now));
        let key = match () {
            () if from == to => "charts-says-parts-same",
            () if now > before => "charts-says-parts-up",
            () => "charts-says-parts-down",
        };
        let centre = self.centre();
        let said = self.text.with3(key, "centre", centre, "from", from, "to", to).into();
        Some(match self.drawing.new_level() {
            Some(side) => self.judged(said, Some(side)),
            None => said,
        })
    }

    /// Whether the level as it is now meets the target.
    fn target(&self) -> Option<String> {
        let (target, aim) = self.drawing.aim()?;
        let key = match aim {
            Aim::Met => "charts-says-target-met",
            Aim::Missed | Aim::Seldom => return Some(self.missed(target)),
            Aim::Always => "charts-says-target-always",
            Aim::Often => "charts-says-target-often",
            Aim::Never => "charts-says-target-never",
        };
        Some(self.text.plain_with(key, "target", self.numbers.value(target)))
    }

    /// The level misses the target, and how many measurements do not: whoever sees one above the line
    /// must not be told that there is none.
    fn missed(&self, target: f64) -> String {
        let value = self.numbers.value(target);
        match self.drawing.meeting(target) {
            (0, _) => self.text.plain_with("charts-says-target-missed", "target", value),
            (met, all) => {
                let key = "charts-says-target-some";
                self.text.with3(key, "target", value, "met", met, "all", all).into()
            }
        }
    }

    fn short(&self) -> String {
        let finding = self.drawing.finding();
        let outside = self.drawing.outside();
        let key = match &finding {
            Finding::Withheld(count) => {
                return self.text.plain_with("charts-short-withheld", "count", *count);
            }
            Finding::Nothing => "charts-short-nothing",
            Finding::Untested => "charts-short-names-untested",
            Finding::Unlimited => "charts-short-no-limits",
            Finding::NamesAlike => "charts-short-names-alike",
            Finding::NamesApart => "charts-short-names",
            Finding::Moved(signal) => return self.short_moved(signal),
            Finding::Was(_) | Finding::Pattern => "charts-short-unsettled",
            Finding::Crossings(_) => "charts-short-crossings",
            Finding::Equal => "charts-short-equal",
            Finding::Few(_) => "charts-short-few",
            Finding::OnLine(..) => {
                return self.text.plain_with("charts-short-on-line", "centre", self.centre());
            }
            Finding::Common => "charts-short-common",
        };
        if outside == 0 || matches!(finding, Finding::NamesApart) {
            return self.text.plain(key);
        }
        let outside = self.text.plain_with("charts-short-outside", "count", outside);
        if matches!(finding, Finding::Common) {
            return outside;
        }
        format!("{outside} · {}", self.text.plain(key))
    }

    fn short_moved(&self, signal: &Signal) -> String {
        let below = signal.side == Some(Side::Below);
        if self.is_of_given(signal) {
            let key = if below { "charts-short-given-below" } else { "charts-short-given-above" };
            return self.text.plain(key);
        }
        let said = self.text.plain(match (signal.pattern, below) {
            (Pattern::Trend, true) => "charts-short-falling",
            (Pattern::Trend, false) => "charts-short-rising",
            (_, true) => "charts-short-fallen",
            (_, false) => "charts-short-risen",
        });
        match self.drawing.is_better(signal.side) {
            Some(true) => format!("{said}: {}", self.text.plain("charts-short-better")),
            Some(false) => format!("{said}: {}", self.text.plain("charts-short-worse")),
            None => said,
        }
    }
}

/// Whether a chart has anything to say of what is outside its limits.
pub(super) fn has_sigmas(chart: Chart) -> bool {
    chart != Chart::Run
}
