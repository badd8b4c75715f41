//! What is shared, as the measures, tests and notes of a work: one function draws both.

use time::OffsetDateTime;
use uuid::Uuid;

use super::{Least, Shared, SharedCycle, SharedMeasure};
use crate::charts::Course;
use crate::dates::PartialDate;
use crate::work::read::Measured;
use crate::work::series::{Drawn, chart_of};
use crate::work::tables::{Cycle, Definition, Goal, Mark, MeasureRow, Note, Observation};
use crate::work::terms::MeasureKind;

/// What charts say of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nothing: there are none of what was to be better.
    Silent,
    /// What was to be better can't be seen, because numbers are held back.
    Hidden,
    Shown(Course),
}

/// The outcome that charts are held against.
const BETTER: &str = "improved";

/// Each is told apart by its place in the list.
fn id(place: usize) -> Uuid {
    Uuid::from_u128(place as u128 + 1)
}

impl Shared {
    /// The measures that have numbers, worked out, each with its place in the list. What could point at
    /// one person is left out, also where the limit has been raised since it was shared; of what is left then
    /// nothing is judged, and zeros that alone are left are not drawn.
    pub fn drawn(&self, least: Least) -> Vec<(usize, Drawn)> {
        let cycles: Vec<Cycle> = (1..).zip(&self.cycles).map(|(nth, one)| one.cycle(nth)).collect();
        let note = |(n, note): (usize, &super::SharedNote)| Note {
            id: id(n),
            work_id: Uuid::nil(),
            measure_id: note.measure.map(id),
            day: note.day.first_day(),
            words: note.words.clone(),
            is_gone: false,
            number: 0,
        };
        let notes: Vec<Note> = self.notes.iter().enumerate().map(note).collect();
        let one = |(place, measure): (usize, &SharedMeasure)| {
            let mut measure = measure.clone();
            measure.guard(least);
            if measure.is_only_withheld() {
                return None;
            }
            let drawn = chart_of(&measure.measured(place), &notes, &cycles)?;
            Some((place, drawn.holding_back(measure.withheld)))
        };
        self.measures.iter().enumerate().filter_map(one).collect()
    }

    /// What these charts ([`Self::drawn`]) say of what was to be better, taken together.
    pub fn says_of(&self, drawn: &[(usize, Drawn)]) -> Claim {
        let is_outcome = |place: usize| {
            self.measures.get(place).is_some_and(|one| one.kind == MeasureKind::Outcome)
        };
        let of_outcome =
            drawn.iter().filter(|(place, drawn)| is_outcome(*place) && !drawn.is_partial());
        let courses: Vec<Course> =
            of_outcome.map(|(_, drawn)| drawn.drawing("tegnet").course()).collect();
        let is_seen = |place: usize| {
            drawn.iter().any(|(other, drawn)| *other == place && !drawn.is_partial())
        };
        let is_hidden = |(place, one): (usize, &SharedMeasure)| {
            let has_any = one.withheld > 0 || !one.numbers.is_empty();
            is_outcome(place) && has_any && !is_seen(place)
        };
        if !courses.contains(&Course::Better) && self.measures.iter().enumerate().any(is_hidden) {
            return Claim::Hidden;
        }
        let order = [Course::Better, Course::Worse, Course::Changed, Course::Same, Course::Unknown];
        let first = order.into_iter().find(|course| courses.contains(course));
        first.map_or(Claim::Silent, Claim::Shown)
    }

    /// What must be said beside a text with this outcome: that its charts do not show what it claims, or can't.
    pub fn doubt(&self, outcome: Option<&str>, least: Least) -> Option<&'static str> {
        let is_claimed = outcome == Some(BETTER);
        is_claimed.then(|| self.doubt_of(outcome, &self.drawn(least))).flatten()
    }

    /// The same where the charts are at hand.
    pub fn doubt_of(
        &self,
        outcome: Option<&str>,
        drawn: &[(usize, Drawn)],
    ) -> Option<&'static str> {
        if outcome != Some(BETTER) {
            return None;
        }
        match self.says_of(drawn) {
            Claim::Shown(Course::Better) | Claim::Silent => None,
            Claim::Shown(_) => Some("sharing-unproven"),
            Claim::Hidden => Some("sharing-hidden"),
        }
    }
}

impl SharedCycle {
    fn cycle(&self, nth: i32) -> Cycle {
        Cycle {
            id: Uuid::nil(),
            work_id: Uuid::nil(),
            nth,
            driver_id: None,
            follows: None,
            plan: self.plan.clone(),
            prediction: self.prediction.clone(),
            who_where: String::new(),
            seen_by: String::new(),
            from_day: self.from.map(PartialDate::first_day),
            to_day: self.to.map(PartialDate::last_day),
            did: self.did.clone(),
            matched: self.matched.map(|matched| matched.name().to_owned()),
            learned: self.learned.clone(),
            act: self.act.map(|act| act.name().to_owned()),
            next: String::new(),
            number: 0,
        }
    }
}

impl SharedMeasure {
    /// As the measure at this place among those that are shared.
    pub fn measured(&self, place: usize) -> Measured {
        let measure_id = id(place);
        let mut versions: Vec<i32> = self.numbers.iter().map(|number| number.version).collect();
        versions.sort_unstable();
        versions.dedup();
        let version = versions.last().copied().unwrap_or(1);
        let definitions: Vec<Definition> =
            versions.iter().map(|version| self.definition(measure_id, *version)).collect();
        let goal = |goal: &super::SharedGoal| Goal {
            id: Uuid::nil(),
            measure_id,
            value: goal.value,
            from_day: goal.from.map(PartialDate::first_day),
            reached_by: goal.by.map(|by| by.to_string()),
        };
        let number = |number: &super::SharedNumber| Observation {
            id: Uuid::nil(),
            measure_id,
            version: number.version,
            day: number.day.first_day(),
            value: Some(number.value),
            denominator: number.of,
            reason: String::new(),
            person_id: Uuid::nil(),
            made_at: OffsetDateTime::UNIX_EPOCH.into(),
            replaced_at: None,
            sent_id: Uuid::nil(),
        };
        let mark = |mark: &super::SharedMark| Mark {
            id: Uuid::nil(),
            measure_id,
            kind: mark.kind.name().to_owned(),
            day: mark.day.first_day(),
            reason: mark.reason.clone(),
        };
        Measured {
            row: MeasureRow {
                id: measure_id,
                work_id: Uuid::nil(),
                kind: self.kind.name().to_owned(),
                better: self.better.name().to_owned(),
                place: 0,
                version,
                is_ended: false,
                number: 0,
                chart: self.chart.clone(),
                rules: self.rules.clone(),
                paused_from: None,
                resumed_from: None,
            },
            definition: self.definition(measure_id, version),
            definitions,
            goals: self.goals.iter().map(goal).collect(),
            numbers: self.numbers.iter().map(number).collect(),
            marks: self.marks.iter().map(mark).collect(),
        }
    }

    fn definition(&self, measure_id: Uuid, version: i32) -> Definition {
        Definition {
            id: Uuid::nil(),
            measure_id,
            version,
            name: self.name.clone(),
            shape: self.shape.name().to_owned(),
            unit: self.unit.clone(),
            per: self.per,
            numerator: self.numerator.clone(),
            denominator: self.denominator.clone(),
            definition: self.definition.clone(),
            frequency: self.frequency.name().to_owned(),
            plan: serde_json::to_value(&self.plan).unwrap_or_default(),
        }
    }
}
