//! What another has shared, written into a work: as something to begin from, or whole.

use sea_orm::entity::prelude::*;

use super::super::entry::{Entry, Number};
use super::super::may::Standing;
use super::super::method::{all, newest};
use super::super::read::measures;
use super::super::shared::{Shared, SharedDriver, SharedMeasure, SharedMethod};
use super::super::tables::{DriverMeasure, Plan};
use super::{NewCycle, NewDefinition, NewDriver, NewMeasure, Refused, Studied, Writer};
use crate::dates::PartialDate;

impl From<&SharedMeasure> for NewMeasure {
    fn from(shared: &SharedMeasure) -> Self {
        Self {
            kind: shared.kind,
            better: shared.better,
            goal: shared.goals.last().map(|goal| (goal.value, goal.by)),
            definition: NewDefinition {
                name: shared.name.clone(),
                shape: shared.shape,
                unit: shared.unit.clone(),
                per: shared.per,
                numerator: shared.numerator.clone(),
                denominator: shared.denominator.clone(),
                definition: shared.definition.clone(),
                frequency: shared.frequency,
                plan: Plan { people: shared.people.then_some(true), ..shared.plan.clone() },
            },
        }
    }
}

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Drivers with what serves what, and which of the measures that are there show them, by their order. What
    /// would go round is left out.
    pub async fn bring_drivers(
        &self,
        work: Uuid,
        drivers: &[SharedDriver],
    ) -> Result<Vec<Uuid>, Refused> {
        let mut ids = Vec::with_capacity(drivers.len());
        for (place, driver) in (1..).zip(drivers) {
            let new = NewDriver { level: driver.level, words: driver.words.clone(), place };
            ids.push(self.add_driver(work, new).await?);
        }
        for (driver, from) in drivers.iter().zip(&ids) {
            for served in driver.serves.iter().filter_map(|at| ids.get(*at)) {
                match self.link(work, (*from, *served), true).await {
                    Ok(()) | Err(Refused::Round) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        if drivers.iter().all(|driver| driver.measures.is_empty()) {
            return Ok(ids);
        }
        let there = measures(self.db, work, None).await?;
        for (driver, driver_id) in drivers.iter().zip(ids.iter().copied()) {
            for measure in driver.measures.iter().filter_map(|at| there.get(*at)) {
                let (id, measure_id) = (self.clock.new_id(), measure.row.id);
                self.insert(DriverMeasure { id, work_id: work, driver_id, measure_id }).await?;
            }
        }
        Ok(ids)
    }

    /// The method, where there is one of that name, with what its parts are called.
    pub async fn bring_method(&self, work: Uuid, shared: &SharedMethod) -> Result<(), Refused> {
        let same =
            all().iter().find(|one| (&one.name, one.version) == (&shared.name, shared.version));
        match same.or_else(|| newest(&shared.name)) {
            Some(method) => self.set_method(work, 0, method, &shared.own).await,
            None => Ok(()),
        }
    }

    /// All of it, with its numbers and what was tried.
    pub async fn bring(&self, work: Uuid, shared: &Shared) -> Result<(), Refused> {
        let mut counted = Vec::with_capacity(shared.measures.len());
        for measure in &shared.measures {
            let (id, _) = self.add_measure(work, measure.into()).await?;
            counted.push(id);
            for number in &measure.numbers {
                let said = Number { value: number.value, denominator: number.of };
                let entry = Entry {
                    measure: id,
                    day: number.day.first_day(),
                    number: Some(said),
                    sent: self.clock.new_id(),
                    instead_of: None,
                };
                self.enter(work, &entry).await?;
            }
        }
        let drivers = self.bring_drivers(work, &shared.drivers).await?;
        if let Some(method) = &shared.method {
            self.bring_method(work, method).await?;
        }
        for cycle in &shared.cycles {
            let new = NewCycle {
                driver: cycle.idea.and_then(|at| drivers.get(at).copied()),
                plan: cycle.plan.clone(),
                prediction: cycle.prediction.clone(),
                from: cycle.from.map(PartialDate::first_day),
                ..NewCycle::default()
            };
            let id = self.plan_cycle(work, new).await?;
            let open = self.open(work, Standing::Writes).await?;
            let newest = open.cycles(self.db).await?.into_iter().next();
            let studied = Studied {
                to: cycle.to.map(PartialDate::last_day),
                did: cycle.did.clone(),
                matched: cycle.matched,
                learned: cycle.learned.clone(),
                act: cycle.act,
                next: String::new(),
            };
            if let Some(planned) = newest.filter(|_| cycle.to.is_some()) {
                self.study(work, (id, planned.number), studied).await?;
            }
        }
        for note in &shared.notes {
            let measure = note.measure.and_then(|at| counted.get(at).copied());
            self.note(work, measure, note.day.first_day(), note.words.clone()).await?;
        }
        Ok(())
    }
}
