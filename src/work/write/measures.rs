//! Measures, what their numbers mean, and what is aimed at.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use time::Date;

use super::super::may::Standing;
use super::super::read::{self, Measure};
use super::super::tables::{Definition, Goal, MeasureRow, work_measure};
use super::super::terms::Changed;
use super::{Began, NewDefinition, NewMeasure, Refused, Writer, kept, unseen};
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
        self.add_definition(began, new).await?;
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

    /// No more numbers are wanted, or they are again.
    pub async fn end_measure(
        &self,
        work: Uuid,
        measure: Uuid,
        is_ended: bool,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        work_measure::Entity::update_many()
            .col_expr(work_measure::Column::IsEnded, Expr::value(is_ended))
            .col_expr(work_measure::Column::Number, Expr::value(open.next()))
            .filter(work_measure::Column::Id.eq(measure))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Measure, Some(measure)), kept(&old.row)).await
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
