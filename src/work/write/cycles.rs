//! Small tests of change, and notes of what happened.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use time::Date;

use super::super::may::Standing;
use super::super::tables::{Cycle, Note, work_cycle, work_note};
use super::super::terms::Changed;
use super::{NewCycle, Refused, Studied, Writer, kept, unseen};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Plans the next test. The same sent again is one.
    pub async fn plan_cycle(&self, work: Uuid, new: NewCycle) -> Result<Uuid, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        if let Some(sent) = new.sent
            && let Some(there) = work_cycle::Entity::find_by_id(sent).one(self.db).await?
        {
            return if there.work_id == work { Ok(sent) } else { Err(Refused::NotThere) };
        }
        let last = open.cycles(self.db).await?.first().map_or(0, |cycle| cycle.nth);
        let row = Cycle {
            id: new.sent.unwrap_or_else(|| self.clock.new_id()),
            work_id: work,
            nth: last + 1,
            follows: new.follows.filter(|nth| (1..=last).contains(nth)),
            driver_id: new.driver,
            plan: new.plan,
            prediction: new.prediction,
            who_where: new.who_where,
            seen_by: new.seen_by,
            from_day: new.from,
            to_day: None,
            did: String::new(),
            matched: None,
            learned: String::new(),
            act: None,
            next: String::new(),
            number: open.next(),
        };
        let id = row.id;
        self.insert(row).await?;
        self.done(&open, (Changed::Cycle, Some(id)), None).await?;
        Ok(id)
    }

    /// Writes the plan of a test anew: what it was stays in the log.
    pub async fn replan(
        &self,
        work: Uuid,
        (cycle, seen): (Uuid, i32),
        new: NewCycle,
    ) -> Result<(), Refused> {
        use work_cycle::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = self.cycle(work, cycle).await?;
        let is_same = (&old.plan, &old.prediction, &old.who_where, &old.seen_by)
            == (&new.plan, &new.prediction, &new.who_where, &new.seen_by)
            && (old.driver_id, old.from_day) == (new.driver, new.from);
        if is_same {
            return Ok(());
        }
        unseen(old.number, seen)?;
        work_cycle::Entity::update_many()
            .col_expr(Column::DriverId, Expr::value(new.driver))
            .col_expr(Column::Plan, Expr::value(new.plan))
            .col_expr(Column::Prediction, Expr::value(new.prediction))
            .col_expr(Column::WhoWhere, Expr::value(new.who_where))
            .col_expr(Column::SeenBy, Expr::value(new.seen_by))
            .col_expr(Column::FromDay, Expr::value(new.from))
            .col_expr(Column::Number, Expr::value(open.next()))
            .filter(Column::Id.eq(cycle))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Cycle, Some(cycle)), kept(&old)).await
    }

    async fn cycle(&self, work: Uuid, cycle: Uuid) -> Result<Cycle, Refused> {
        let found = work_cycle::Entity::find_by_id(cycle).one(self.db).await?;
        found.filter(|one| one.work_id == work).ok_or(Refused::NotThere)
    }

    /// Says how a test went, and what is done with it. The same said again changes nothing.
    pub async fn study(
        &self,
        work: Uuid,
        (cycle, seen): (Uuid, i32),
        studied: Studied,
    ) -> Result<(), Refused> {
        use work_cycle::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = self.cycle(work, cycle).await?;
        let matched = studied.matched.map(|matched| matched.name().to_owned());
        let act = studied.act.map(|act| act.name().to_owned());
        let is_same = (&old.did, &old.matched, &old.learned, &old.act, &old.next, old.to_day)
            == (&studied.did, &matched, &studied.learned, &act, &studied.next, studied.to);
        if is_same {
            return Ok(());
        }
        unseen(old.number, seen)?;
        work_cycle::Entity::update_many()
            .col_expr(Column::ToDay, Expr::value(studied.to))
            .col_expr(Column::Did, Expr::value(studied.did))
            .col_expr(Column::Matched, Expr::value(matched))
            .col_expr(Column::Learned, Expr::value(studied.learned))
            .col_expr(Column::Act, Expr::value(act))
            .col_expr(Column::Next, Expr::value(studied.next))
            .col_expr(Column::Number, Expr::value(open.next()))
            .filter(Column::Id.eq(cycle))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Studied, Some(cycle)), kept(&old)).await
    }

    /// Says what happened on a day, on the chart of one measure or on all. Advisers may too.
    pub async fn note(
        &self,
        work: Uuid,
        measure: Option<Uuid>,
        day: Date,
        words: String,
    ) -> Result<Uuid, Refused> {
        let open = self.open(work, Standing::Advises).await?;
        if let Some(measure) = measure {
            self.measure(work, measure).await?;
        }
        let (id, number) = (self.clock.new_id(), open.next());
        let (measure_id, is_gone) = (measure, false);
        let row = Note { id, work_id: work, measure_id, day, words, is_gone, number };
        self.insert(row).await?;
        self.done(&open, (Changed::Note, Some(id)), None).await?;
        Ok(id)
    }

    /// Takes a note away; it stays in the log.
    pub async fn drop_note(&self, work: Uuid, note: Uuid) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = work_note::Entity::find_by_id(note).one(self.db).await?;
        let old = old.filter(|one| one.work_id == work && !one.is_gone);
        let old = old.ok_or(Refused::NotThere)?;
        work_note::Entity::update_many()
            .col_expr(work_note::Column::IsGone, Expr::value(true))
            .col_expr(work_note::Column::Number, Expr::value(open.next()))
            .filter(work_note::Column::Id.eq(note))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Note, Some(note)), kept(&old)).await
    }
}
