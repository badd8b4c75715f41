//! Measures, what their numbers mean, and what is aimed at.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;
use time::Date;

use super::super::may::Standing;
use super::super::read::{self, Measure};
use super::super::tables::{
    Definition, Goal, MeasureRow, work_definition, work_goal, work_measure, work_observation,
};
use super::super::terms::{Changed, Counting, Shape};
use super::{Began, MeasureChange, NewDefinition, NewMeasure, Refused, Writer, kept, unseen};
use crate::dates::PartialDate;

impl<C: ConnectionTrait> Writer<'_, C> {
    pub async fn add_measure(&self, work: Uuid, new: NewMeasure) -> Result<Began, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let all = read::measures(self.db, work, None).await?;
        let last = all.iter().map(|measure| measure.row.place).max().unwrap_or(0);
        let row = MeasureRow {
            id: self.clock.new_id(),
            work_id: work,
            kind: new.kind.name().to_owned(),
            better: new.better.name().to_owned(),
            place: last + 1,
            version: 1,
            is_ended: false,
            number: open.next(),
            chart: None,
            rules: None,
            paused_from: None,
            resumed_from: None,
        };
        let id = row.id;
        self.insert(row).await?;
        self.add_definition((id, 1), new.definition).await?;
        if let Some((value, by)) = new.goal {
            self.add_goal(id, (value, None), by).await?;
        }
        self.done(&open, (Changed::Measure, Some(id)), None).await?;
        Ok((id, 1))
    }

    /// The numbers mean something else from now on. Those that are there keep what they meant.
    pub async fn redefine(
        &self,
        work: Uuid,
        (measure, seen): (Uuid, i32),
        new: NewDefinition,
    ) -> Result<Began, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        unseen(old.row.number, seen)?;
        let began = (measure, old.row.version + 1);
        self.add_definition(began, new.of_the_same(&old.definition)).await?;
        work_measure::Entity::update_many()
            .col_expr(work_measure::Column::Version, Expr::value(began.1))
            .col_expr(work_measure::Column::Number, Expr::value(open.next()))
            .filter(work_measure::Column::Id.eq(measure))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Definition, Some(measure)), kept(&old.definition)).await?;
        Ok(began)
    }

    /// What is aimed at from a day on; the goals before it stay in the chart.
    pub async fn set_goal(
        &self,
        work: Uuid,
        measure: Uuid,
        (value, from): (f64, Option<Date>),
        by: Option<PartialDate>,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        self.add_goal(measure, (value, from), by).await?;
        self.done(&open, (Changed::Goal, Some(measure)), kept(&old.goals)).await
    }

    /// Writes a measure anew. Numbers keep what they meant: where they are to mean something else, a new
    /// version of the definition begins; else the one that holds is mended. Says which version holds.
    pub async fn change_measure(
        &self,
        work: Uuid,
        (measure, seen): (Uuid, i32),
        new: MeasureChange,
    ) -> Result<Began, Refused> {
        use work_measure::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        unseen(old.row.number, seen)?;
        let is_other = new.means_other || is_counted_otherwise(&old.definition, &new.definition);
        let begins = is_other && self.has_numbers(measure, old.row.version).await?;
        let version = old.row.version + i32::from(begins);
        let definition = new.definition.of_the_same(&old.definition);
        if begins {
            self.add_definition((measure, version), definition).await?;
        } else {
            self.mend_definition(&old.definition, definition).await?;
        }
        work_measure::Entity::update_many()
            .col_expr(Column::Kind, Expr::value(new.kind.name()))
            .col_expr(Column::Better, Expr::value(new.better.name()))
            .col_expr(Column::Version, Expr::value(version))
            .col_expr(Column::Number, Expr::value(open.next()))
            .filter(Column::Id.eq(measure))
            .exec(self.db)
            .await?;
        let what = if begins { Changed::Definition } else { Changed::Measure };
        let was = json!({ "measure": old.row, "definition": old.definition });
        self.done(&open, (what, Some(measure)), Some(was)).await?;
        Ok((measure, version))
    }

    /// Whether numbers are wanted: now, again from today on, or no more.
    pub async fn set_counting(
        &self,
        work: Uuid,
        (measure, seen): (Uuid, i32),
        counting: Counting,
    ) -> Result<(), Refused> {
        use work_measure::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        unseen(old.row.number, seen)?;
        let before = old.row.counting();
        if before == counting {
            return Ok(());
        }
        let today = self.today();
        let paused = (counting == Counting::Paused).then_some(today);
        let resumed = if counting == Counting::Active { Some(today) } else { old.row.resumed_from };
        work_measure::Entity::update_many()
            .col_expr(Column::IsEnded, Expr::value(counting == Counting::Ended))
            .col_expr(Column::PausedFrom, Expr::value(paused))
            .col_expr(Column::ResumedFrom, Expr::value(resumed))
            .col_expr(Column::Number, Expr::value(open.next()))
            .filter(Column::Id.eq(measure))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Measure, Some(measure)), kept(&old.row)).await
    }

    /// A goal that should never have stood there goes.
    pub async fn drop_goal(
        &self,
        work: Uuid,
        (measure, goal): (Uuid, Uuid),
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        if !old.goals.iter().any(|one| one.id == goal) {
            return Err(Refused::NotThere);
        }
        work_goal::Entity::delete_by_id(goal).exec(self.db).await?;
        self.done(&open, (Changed::Goal, Some(measure)), kept(&old.goals)).await
    }

    pub(super) async fn measure(&self, work: Uuid, measure: Uuid) -> Result<Measure, Refused> {
        let found = read::measures(self.db, work, Some(measure)).await?.pop();
        found.ok_or(Refused::NotThere)
    }

    async fn add_definition(
        &self,
        (measure, version): Began,
        new: NewDefinition,
    ) -> Result<(), DbErr> {
        let plan = serde_json::to_value(&new.plan).map_err(|e| DbErr::Json(e.to_string()))?;
        let row = Definition {
            id: self.clock.new_id(),
            measure_id: measure,
            version,
            name: new.name,
            shape: new.shape.name().to_owned(),
            unit: new.unit,
            per: new.per.max(1),
            numerator: new.numerator,
            denominator: new.denominator,
            definition: new.definition,
            frequency: new.frequency.name().to_owned(),
            plan,
        };
        self.insert(row).await
    }

    /// The same version in other words.
    async fn mend_definition(&self, old: &Definition, new: NewDefinition) -> Result<(), DbErr> {
        use work_definition::Column;
        let plan = serde_json::to_value(&new.plan).map_err(|e| DbErr::Json(e.to_string()))?;
        work_definition::Entity::update_many()
            .col_expr(Column::Name, Expr::value(new.name))
            .col_expr(Column::Shape, Expr::value(new.shape.name()))
            .col_expr(Column::Unit, Expr::value(new.unit))
            .col_expr(Column::Per, Expr::value(new.per.max(1)))
            .col_expr(Column::Numerator, Expr::value(new.numerator))
            .col_expr(Column::Denominator, Expr::value(new.denominator))
            .col_expr(Column::Definition, Expr::value(new.definition))
            .col_expr(Column::Frequency, Expr::value(new.frequency.name()))
            .col_expr(Column::Plan, Expr::value(plan))
            .filter(Column::Id.eq(old.id))
            .exec(self.db)
            .await?;
        Ok(())
    }

    async fn has_numbers(&self, measure: Uuid, version: i32) -> Result<bool, DbErr> {
        use work_observation::Column::{MeasureId, Version};
        let numbers = work_observation::Entity::find().filter(MeasureId.eq(measure));
        Ok(numbers.filter(Version.eq(version)).one(self.db).await?.is_some())
    }

    async fn add_goal(
        &self,
        measure: Uuid,
        (value, from_day): (f64, Option<Date>),
        by: Option<PartialDate>,
    ) -> Result<(), DbErr> {
        let reached_by = by.map(|date| date.to_string());
        let id = self.clock.new_id();
        self.insert(Goal { id, measure_id: measure, value, from_day, reached_by }).await
    }
}

impl NewDefinition {
    /// Whom it counts has been said of the measure, and goes on however its definition changes.
    fn of_the_same(mut self, old: &Definition) -> Self {
        self.plan.people = self.plan.people.or(old.plan().people);
        self
    }
}

/// Numbers of the two cannot stand in one line.
fn is_counted_otherwise(old: &Definition, new: &NewDefinition) -> bool {
    let has_per = new.shape == Shape::Rate;
    old.shape != new.shape.name()
        || old.frequency != new.frequency.name()
        || has_per && old.per != new.per.max(1)
}
