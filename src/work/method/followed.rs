//! The method that a work follows, in its team's words, and what they say of its steps.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::super::read::Open;
use super::super::tables::{StepRow, work_method, work_step};
use super::super::terms::{Sign, StepState};
use super::{Method, Phase, Step, all, newest, of};
use crate::db::DbErr;

/// So many steps a work may have said something of, those of templates that it has left among them.
const STEPS: u64 = 500;

/// A method as a work follows it.
#[derive(Clone, Debug)]
pub struct Followed {
    pub method: &'static Method,
    /// Has the team chosen it? Else it is what we begin with.
    pub is_chosen: bool,
    /// What the team calls phases and steps, by their ids.
    pub own: BTreeMap<String, String>,
    /// Of the change that the choice was last written in; 0 before it was.
    pub number: i32,
    /// What is said of its steps, by their ids.
    pub steps: BTreeMap<String, StepRow>,
}

impl Open {
    pub async fn method(&self, db: &impl ConnectionTrait) -> Result<Followed, DbErr> {
        let of_work = work_method::Column::WorkId.eq(self.work.id);
        let row = work_method::Entity::find().filter(of_work).one(db).await?;
        let said = work_step::Entity::find().filter(work_step::Column::WorkId.eq(self.work.id));
        let said = said.order_by_asc(work_step::Column::Id).limit(STEPS).all(db).await?;
        let steps = said.into_iter().map(|one| (one.step.clone(), one)).collect();
        let first = &all()[0];
        let Some(row) = row else {
            let own = BTreeMap::new();
            return Ok(Followed { method: first, is_chosen: false, own, number: 0, steps });
        };
        let method = of(&row.name, row.version).unwrap_or(first);
        let own = serde_json::from_value(row.own).unwrap_or_default();
        Ok(Followed { method, is_chosen: true, own, number: row.number, steps })
    }
}

impl Followed {
    /// How far the team says that a step has come.
    pub fn state(&self, step: &Step) -> Option<StepState> {
        let said = self.steps.get(&step.id)?;
        said.state.as_deref().and_then(StepState::named)
    }

    /// Has a step been taken: by what the team says, else by what there is?
    pub fn is_taken(&self, step: &Step, signs: &BTreeMap<Sign, usize>) -> bool {
        let has = |sign: &Sign| signs.contains_key(sign);
        match self.state(step) {
            Some(StepState::Done | StepState::Skipped) => true,
            Some(StepState::Begun) => false,
            None => !step.signs.is_empty() && step.signs.iter().all(has),
        }
    }

    /// The first step that is not taken: what we suggest, and no more than that. Of a work that is over it is one
    /// of those that come when all is tried.
    pub fn next(
        &self,
        signs: &BTreeMap<Sign, usize>,
        is_over: bool,
    ) -> Option<(&'static Phase, &'static Step)> {
        let phases: &'static [Phase] = &self.method.phases;
        let tests =
            |phase: &Phase| phase.steps.iter().any(|step| step.signs.contains(&Sign::Studied));
        let from = phases.iter().rposition(tests).filter(|_| is_over).map_or(0, |last| last + 1);
        let steps = |phase: &'static Phase| phase.steps.iter().map(move |step| (phase, step));
        let mut steps = phases[from..].iter().flat_map(steps);
        steps.find(|(_, step)| !self.is_taken(step, signs))
    }

    /// A version of it that came later than the one they follow.
    pub fn newer(&self) -> Option<&'static Method> {
        newest(&self.method.name).filter(|new| new.version > self.method.version)
    }
}
