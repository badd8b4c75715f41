//! From a work to what is shared of it. What could point at one person stays behind.

use std::collections::BTreeMap;

use time::Date;
use uuid::Uuid;

use super::people::is_share_of_unknown;
use super::{
    Shared, SharedAim, SharedCycle, SharedDriver, SharedGoal, SharedMark, SharedMeasure,
    SharedMethod, SharedNote, SharedNumber,
};
use crate::dates::PartialDate;
use crate::work::method::Followed;
use crate::work::outline::Outline;
use crate::work::points::by_month;
use crate::work::read::Measured;
use crate::work::tables::{Cycle, Driver, Goal, Mark, Note, Observation, Plan, Work};
use crate::work::terms::{Act, Better, Frequency, Level, MarkKind, Matched, MeasureKind, Shape};

/// How one measure is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub measure: Uuid,
    pub counts_people: bool,
    pub is_open: bool,
    pub is_live: bool,
}

/// People that are fewer than this are told of to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Least(pub u32);

impl Least {
    /// Where no setting says otherwise.
    pub const USUAL: Self = Self(5);

    /// Could a number point at one person? Nobody at all does not.
    pub fn hides(self, shape: Shape, value: f64, of: Option<f64>) -> bool {
        let is_few = |count: f64| count > 0.0 && count < f64::from(self.0);
        let of_few = shape.has_denominator() && of.is_some_and(is_few);
        // 22 of 24 tells of the two as well.
        let rest_is_few = shape == Shape::Share && of.is_some_and(|of| is_few(of - value));
        // Of a share of nobody knows how many, nobody knows how few they are.
        let of_unknown = shape == Shape::Share && of.is_none();
        of_few || rest_is_few || of_unknown || shape.is_counted() && is_few(value)
    }

    /// How many of a measure's numbers could.
    pub fn hidden_of(self, measured: &Measured) -> usize {
        let Some(shape) = Shape::named(&measured.definition.shape) else { return 0 };
        let of_unknown = measured.is_share_of_unknown();
        let hides = |one: &&Observation| {
            one.value.is_some_and(|value| of_unknown || self.hides(shape, value, one.denominator))
        };
        measured.numbers.iter().filter(hides).count()
    }
}

/// What a work is made of.
pub struct Parts<'a> {
    pub work: &'a Work,
    pub measures: &'a [Measured],
    pub outline: &'a Outline,
    pub method: &'a Followed,
    /// The newest first, as they are read.
    pub cycles: &'a [Cycle],
    pub notes: &'a [Note],
}

/// What is shared of a work on a day: the measures that are chosen, in the order of the work.
pub fn shared(parts: &Parts<'_>, choices: &[Choice], least: Least, day: Date) -> Shared {
    let told = told(parts.measures, (parts.cycles, parts.notes), choices, least);
    let place = |id: Uuid| told.measures.iter().position(|measure| measure.id == Some(id));
    let drivers = drivers(parts.outline, &place);
    let driver = |id: Uuid| parts.outline.drivers.iter().position(|driver| driver.id == id);
    let tried = |one: &Cycle| SharedCycle { idea: one.driver_id.and_then(driver), ..cycle(one) };
    let cycles = parts.cycles.iter().rev().map(tried).collect();
    Shared {
        day: date(day),
        aim: SharedAim {
            what: parts.work.aim_what.clone(),
            whom: parts.work.aim_whom.clone(),
            much: parts.work.aim_much.clone(),
            by: parts.work.aim_by.as_deref().and_then(|by| by.parse().ok()),
        },
        method: method(parts.method),
        drivers,
        cycles,
        ..told
    }
}

/// What others than the team are told of these measures, with what happened and was tried beside them.
pub fn told(
    measures: &[Measured],
    (cycles, notes): (&[Cycle], &[Note]),
    choices: &[Choice],
    least: Least,
) -> Shared {
    let chosen = measures.iter().filter_map(|measured| {
        let choice = choices.iter().find(|choice| choice.measure == measured.row.id)?;
        SharedMeasure::of(measured, *choice, least)
    });
    let measures: Vec<SharedMeasure> = chosen.collect();
    let place = |id: Uuid| measures.iter().position(|measure| measure.id == Some(id));
    let note = |note: &Note| {
        let measure = match note.measure_id {
            None => None,
            // What is said of a measure that is not shared is not shared either.
            Some(id) => Some(place(id)?),
        };
        Some(SharedNote { day: date(note.day)?, words: note.words.clone(), measure })
    };
    Shared {
        notes: notes.iter().filter(|note| !note.is_gone).filter_map(note).collect(),
        cycles: cycles.iter().rev().map(cycle).collect(),
        measures,
        ..Shared::default()
    }
}

fn date(day: Date) -> Option<PartialDate> {
    PartialDate::of_day(day).ok()
}

/// None where the team has chosen none.
fn method(followed: &Followed) -> Option<SharedMethod> {
    followed.is_chosen.then(|| SharedMethod {
        name: followed.method.name.clone(),
        version: followed.method.version,
        own: followed.own.clone(),
    })
}

/// `shown` tells the place of a measure that is shared.
fn drivers(outline: &Outline, shown: &impl Fn(Uuid) -> Option<usize>) -> Vec<SharedDriver> {
    let drivers = &outline.drivers;
    let place: BTreeMap<Uuid, usize> = drivers.iter().map(|one| one.id).zip(0..).collect();
    let one = |driver: &Driver| {
        let served = outline.links.iter().filter(|link| link.from_id == driver.id);
        SharedDriver {
            level: Level::named(&driver.level).unwrap_or(Level::Idea),
            words: driver.words.clone(),
            serves: served.filter_map(|link| place.get(&link.to_id).copied()).collect(),
            measures: outline.measures_of(driver.id).filter_map(shown).collect(),
        }
    };
    drivers.iter().map(one).collect()
}

/// Who did it, and where, is the team's own.
fn cycle(cycle: &Cycle) -> SharedCycle {
    SharedCycle {
        plan: cycle.plan.clone(),
        prediction: cycle.prediction.clone(),
        from: cycle.from_day.and_then(date),
        to: cycle.to_day.and_then(date),
        did: cycle.did.clone(),
        matched: cycle.matched.as_deref().and_then(Matched::named),
        learned: cycle.learned.clone(),
        act: cycle.act.as_deref().and_then(Act::named),
        // Where no drivers are told there is none to name.
        idea: None,
    }
}

fn goal(goal: &Goal) -> SharedGoal {
    SharedGoal {
        value: goal.value,
        from: goal.from_day.and_then(date),
        by: goal.reached_by.as_deref().and_then(|by| by.parse().ok()),
    }
}

fn mark(mark: &Mark) -> Option<SharedMark> {
    let kind = MarkKind::named(&mark.kind)?;
    Some(SharedMark { kind, day: date(mark.day)?, reason: mark.reason.clone() })
}

impl SharedMeasure {
    /// None of one whose words are of a program that is to come.
    pub fn of(measured: &Measured, choice: Choice, least: Least) -> Option<Self> {
        let mut shared = Self::whole(measured, choice)?;
        if measured.is_of_rare_events() {
            shared.count_by_month(measured);
        }
        shared.withhold(least);
        Some(shared)
    }

    /// How one stands now that a page may follow. What is looser than what was approved waits until it is
    /// approved as well; what is stricter holds at once. None where its numbers are no longer of one line with
    /// those that were approved.
    pub(super) fn following(
        measured: &Measured,
        approved: &Self,
        choice: Choice,
        least: Least,
    ) -> Option<Self> {
        let choice = Choice {
            counts_people: choice.counts_people || approved.people,
            is_open: choice.is_open && approved.open,
            ..choice
        };
        let mut now = Self::whole(measured, choice)?;
        let was_by_month = (approved.shape, approved.frequency) == (Shape::Count, Frequency::Month)
            && now.shape == Shape::Count
            && matches!(now.frequency, Frequency::Day | Frequency::Week);
        let is_other =
            now.shape != approved.shape || now.is_of_unknown() != approved.is_of_unknown();
        if was_by_month || measured.is_of_rare_events() {
            now.count_by_month(measured);
        } else if is_other {
            return None;
        }
        now.withhold(least);
        Some(now)
    }

    /// Each number as all may read it of a measure that counts people or does not, and whether it is held back.
    /// Rare events are told by month.
    pub fn each(
        measured: &Measured,
        counts_people: bool,
        least: Least,
    ) -> Vec<(SharedNumber, bool)> {
        let measure = measured.row.id;
        let choice = Choice { measure, counts_people, is_open: false, is_live: false };
        let Some(mut shared) = Self::whole(measured, choice) else { return Vec::new() };
        if measured.is_of_rare_events() {
            shared.count_by_month(measured);
        }
        let is_hidden = shared.hides(least);
        let numbers = std::mem::take(&mut shared.numbers);
        let with_word = |one: SharedNumber| {
            let is_hidden = is_hidden(&one);
            (one, is_hidden)
        };
        numbers.into_iter().map(with_word).collect()
    }

    /// All of it, and nothing held back yet.
    fn whole(measured: &Measured, choice: Choice) -> Option<Self> {
        let definition = &measured.definition;
        let shape = Shape::named(&definition.shape)?;
        // What was counted as something else is no part of the same line.
        let is_same = |one: &&Observation| {
            let by = measured.definitions.iter().find(|by| by.version == one.version);
            by.is_some_and(|by| by.shape == definition.shape)
        };
        let said = measured.numbers.iter().filter(is_same).filter_map(|one| {
            let of = one.denominator.filter(|_| shape.has_denominator());
            Some(SharedNumber { day: date(one.day)?, value: one.value?, of, version: one.version })
        });
        Some(Self {
            id: Some(measured.row.id),
            name: definition.name.clone(),
            kind: MeasureKind::named(&measured.row.kind)?,
            better: Better::named(&measured.row.better)?,
            shape,
            frequency: Frequency::named(&definition.frequency)?,
            unit: definition.unit.clone(),
            per: definition.per,
            numerator: definition.numerator.clone(),
            denominator: definition.denominator.clone(),
            definition: definition.definition.clone(),
            // Whether it counts people is said beside it.
            plan: Plan { people: None, ..measured.plan() },
            goals: measured.goals.iter().map(goal).collect(),
            numbers: said.collect(),
            chart: measured.row.chart.clone(),
            rules: measured.row.rules.clone(),
            marks: measured.marks.iter().filter_map(mark).collect(),
            withheld: 0,
            people: choice.counts_people,
            open: choice.is_open,
            live: Some(choice.is_live),
        })
    }

    /// Rare events are told by month: a day could tell whom one of them happened to.
    fn count_by_month(&mut self, measured: &Measured) {
        let months = by_month(measured, self.shape).into_iter().filter_map(|point| {
            Some(SharedNumber {
                day: date(point.day)?,
                value: point.y?,
                of: None,
                version: point.version,
            })
        });
        self.numbers = months.collect();
        if self.shape != Shape::Count {
            self.better = self.better.turned();
        }
        self.shape = Shape::Count;
        self.frequency = Frequency::Month;
        self.unit.clear();
        (self.chart, self.rules) = (None, None);
        // They were said of days, and of another scale.
        self.marks.clear();
        self.goals.clear();
    }

    /// Has it open data, if only that they are held back?
    pub fn is_open_data(&self) -> bool {
        self.open && (self.withheld > 0 || !self.numbers.is_empty())
    }

    /// Is nothing left but zeros of numbers that are held back? A chart of those would say that nothing
    /// happened.
    pub fn is_only_withheld(&self) -> bool {
        self.withheld > 0 && self.numbers.iter().all(|one| one.value == 0.0)
    }

    fn is_of_unknown(&self) -> bool {
        is_share_of_unknown(self.shape, (&self.unit, &self.name))
    }

    /// The same for what is stored: the limit may have been raised since, and rare events told by their days.
    pub fn guard(&mut self, least: Least) {
        let measured = self.measured(0);
        if !self.numbers.is_empty() && measured.is_of_rare_events() {
            self.count_by_month(&measured);
        }
        self.withhold(least);
    }

    /// Tells of a number of it whether it could point at one person.
    fn hides(&self, least: Least) -> impl Fn(&SharedNumber) -> bool + use<> {
        let (is_people, of_unknown, shape) = (self.people, self.is_of_unknown(), self.shape);
        move |one| is_people && (of_unknown || least.hides(shape, one.value, one.of))
    }

    /// Takes out the numbers that could point at one person.
    fn withhold(&mut self, least: Least) {
        let (is_hidden, before) = (self.hides(least), self.numbers.len());
        self.numbers.retain(|one| !is_hidden(one));
        self.withheld += before - self.numbers.len();
    }
}
