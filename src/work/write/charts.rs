//! How a measure is drawn: its chart and rules, and marks on the chart, each with a reason.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use spc::{Chart, RuleSet};
use time::Date;

use super::super::may::Standing;
use super::super::tables::{Mark, work_mark, work_measure};
use super::super::terms::{Changed, Frequency, MarkKind, Shape};
use super::{Refused, Writer, kept, unseen};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Draws a measure as this chart, looking for what these rules look for.
    pub async fn set_chart(
        &self,
        work: Uuid,
        (measure, seen): (Uuid, i32),
        chart: Chart,
        rules: &RuleSet,
    ) -> Result<(), Refused> {
        use work_measure::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        unseen(old.row.number, seen)?;
        let shape = Shape::named(&old.definition.shape).ok_or(Refused::NotThere)?;
        let frequency = Frequency::named(&old.definition.frequency).ok_or(Refused::NotThere)?;
        if !shape.charts(frequency).contains(&chart) {
            return Err(Refused::NotThere);
        }
        work_measure::Entity::update_many()
            .col_expr(Column::Chart, Expr::value(Some(chart.code().to_owned())))
            .col_expr(Column::Rules, Expr::value(Some(rules.name.clone())))
            .col_expr(Column::Number, Expr::value(open.next()))
            .filter(Column::Id.eq(measure))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Chart, Some(measure)), kept(&old.row)).await
    }

    /// Says something of the period that a day is in. Said again, the new reason takes the place of the old.
    pub async fn mark(
        &self,
        work: Uuid,
        measure: Uuid,
        (kind, day): (MarkKind, Date),
        reason: &str,
    ) -> Result<Uuid, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        let frequency = Frequency::named(&old.definition.frequency).ok_or(Refused::NotThere)?;
        let day = frequency.first(day);
        let there = old.marks.iter().find(|one| one.kind == kind.name() && one.day == day);
        if let Some(there) = there {
            work_mark::Entity::delete_by_id(there.id).exec(self.db).await?;
        }
        let (id, kind) = (self.clock.new_id(), kind.name().to_owned());
        let reason = reason.trim().to_owned();
        self.insert(Mark { id, measure_id: measure, kind, day, reason }).await?;
        let was = there.and_then(kept);
        self.done(&open, (Changed::Chart, Some(measure)), was).await?;
        Ok(id)
    }

    /// Takes a mark away; what it said stays in the log.
    pub async fn drop_mark(
        &self,
        work: Uuid,
        (measure, mark): (Uuid, Uuid),
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = self.measure(work, measure).await?;
        let there = old.marks.iter().find(|one| one.id == mark).ok_or(Refused::NotThere)?;
        work_mark::Entity::delete_by_id(mark).exec(self.db).await?;
        self.done(&open, (Changed::Chart, Some(measure)), kept(there)).await
    }
}
