//! Writes works. Each write asks who may, is counted in its work, and keeps what stood there before.

mod anchors;
mod bring;
mod charts;
mod cycles;
mod drivers;
mod import;
mod invitations;
mod left;
mod log;
mod measures;
mod method;
mod numbers;
mod outline;
mod share;
mod tally;
mod team;
mod undo;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use serde_json::json;

use super::may::Standing;
use super::read::{Open, open};
use super::shared::is_followed;
use super::tables::{Work, work, work_change};
use super::terms::{Changed, Status, TeamRole};
use super::{Act, Better, Frequency, Level, Matched, MeasureKind, Plan, Refused, Shape};
use crate::clock::Clock;
use crate::dates::PartialDate;
use crate::items::changes;
use crate::people::{Entry as Logged, What};
use crate::rights::Who;
use time::Date;

pub use self::log::{NewInvolvement, NewLog, NewTask};
pub use import::{Import, Imported};
pub use left::{leave_unit, move_on};
pub use outline::SetDriver;
pub use tally::Tally;

/// Writes in one transaction, as one person.
pub struct Writer<'a, C> {
    db: &'a C,
    clock: &'a Clock,
    who: &'a Who,
}

/// What is to be better, for whom, how much, and by when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    pub what: String,
    pub whom: String,
    pub much: String,
    pub by: Option<PartialDate>,
}

/// A work that begins, with whoever begins it as its lead.
#[derive(Clone, Debug)]
pub struct Start {
    pub title: String,
    /// The unit, as those who work there call it.
    pub place: String,
    pub place_id: Option<Uuid>,
    /// The centre whose advisers may read it.
    pub centre_id: Option<Uuid>,
    pub lang: String,
    /// The text that is to tell of it.
    pub item_id: Option<Uuid>,
    pub aim: Aim,
}

/// What the numbers of a measure mean.
#[derive(Clone, Debug)]
pub struct NewDefinition {
    pub name: String,
    pub shape: Shape,
    pub unit: String,
    pub per: i32,
    pub numerator: String,
    pub denominator: String,
    pub definition: String,
    pub frequency: Frequency,
    pub plan: Plan,
}

#[derive(Clone, Debug)]
pub struct NewMeasure {
    pub kind: MeasureKind,
    pub better: Better,
    pub definition: NewDefinition,
    /// What is aimed at, and by when. A share is one of one: 0.75.
    pub goal: Option<(f64, Option<PartialDate>)>,
}

/// A measure as it is to be from now on.
#[derive(Clone, Debug)]
pub struct MeasureChange {
    pub kind: MeasureKind,
    pub better: Better,
    pub definition: NewDefinition,
    /// Do its numbers mean something else from now on, though they are counted in the same way?
    pub means_other: bool,
}

#[derive(Clone, Debug)]
pub struct NewDriver {
    pub level: Level,
    pub words: String,
    pub place: i32,
}

/// A small test, before it begins.
#[derive(Clone, Debug, Default)]
pub struct NewCycle {
    /// What its form calls it: the same sent again is one.
    pub sent: Option<Uuid>,
    /// The one that it goes on from, by its number.
    pub follows: Option<i32>,
    pub driver: Option<Uuid>,
    pub plan: String,
    pub prediction: String,
    pub who_where: String,
    pub seen_by: String,
    pub from: Option<Date>,
}

/// How it went.
#[derive(Clone, Debug)]
pub struct Studied {
    pub to: Option<Date>,
    pub did: String,
    pub matched: Option<Matched>,
    pub learned: String,
    pub act: Option<Act>,
    pub next: String,
}

/// A measure that has begun, with the version of its definition.
pub type Began = (Uuid, i32);

/// What became of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    New,
    /// It was there already.
    Same,
    /// It took the place of another.
    Corrected,
}

impl<'a, C: ConnectionTrait> Writer<'a, C> {
    pub fn new(db: &'a C, clock: &'a Clock, who: &'a Who) -> Self {
        Self { db, clock, who }
    }

    /// Begins a work.
    pub async fn begin(&self, start: Start) -> Result<Uuid, DbErr> {
        let row = Work {
            id: self.clock.new_id(),
            item_id: start.item_id,
            title: start.title,
            place: start.place,
            place_id: start.place_id,
            centre_id: start.centre_id,
            lang: start.lang,
            status: Status::Active.name().to_owned(),
            progress: None,
            aim_what: start.aim.what,
            aim_whom: start.aim.whom,
            aim_much: start.aim.much,
            aim_by: start.aim.by.map(|date| date.to_string()),
            number: 1,
            aim_number: 1,
            made_at: self.clock.now().into(),
            display_id: None,
        };
        let id = row.id;
        work::Entity::insert(row.into_active_model()).exec_without_returning(self.db).await?;
        self.note_change(id, 1, (Changed::Begun, None), None).await?;
        self.add_member(id, Some(self.who.id), TeamRole::Lead).await?;
        let entry = Logged::of(What::WorkBegun).by(Some(self.who.id)).on("work", id);
        entry.telling(json!({ "centre": start.centre_id })).write(self.db, self.clock).await?;
        Ok(id)
    }

    /// What the work is called, and its aim. `seen` is the number that the aim had when it was read.
    pub async fn set_aim(
        &self,
        work: Uuid,
        seen: i32,
        title: String,
        aim: Aim,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        if open.work.aim_number != seen {
            return Err(Refused::Stale);
        }
        let by = aim.by.map(|date| date.to_string());
        let old = &open.work;
        let is_same = (&old.title, &old.aim_what, &old.aim_whom, &old.aim_much, &old.aim_by)
            == (&title, &aim.what, &aim.whom, &aim.much, &by);
        if is_same {
            return Ok(());
        }
        let was = json!({ "title": old.title, "what": old.aim_what, "whom": old.aim_whom,
            "much": old.aim_much, "by": old.aim_by });
        work::Entity::update_many()
            .col_expr(work::Column::Title, Expr::value(title))
            .col_expr(work::Column::AimWhat, Expr::value(aim.what))
            .col_expr(work::Column::AimWhom, Expr::value(aim.whom))
            .col_expr(work::Column::AimMuch, Expr::value(aim.much))
            .col_expr(work::Column::AimBy, Expr::value(by))
            .col_expr(work::Column::AimNumber, Expr::value(open.next()))
            .filter(work::Column::Id.eq(work))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Aim, None), Some(was)).await
    }

    /// Where the team says that the work is; `progress` in tenths of the scale from 0.5 to 5.0.
    pub async fn set_status(
        &self,
        work: Uuid,
        status: Status,
        progress: Option<i32>,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let progress = progress.map(|tenths| tenths.clamp(5, 50));
        if (open.work.status.as_str(), open.work.progress) == (status.name(), progress) {
            return Ok(());
        }
        let was = json!({ "status": open.work.status, "progress": open.work.progress });
        work::Entity::update_many()
            .col_expr(work::Column::Status, Expr::value(status.name()))
            .col_expr(work::Column::Progress, Expr::value(progress))
            .filter(work::Column::Id.eq(work))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Status, None), Some(was)).await
    }

    /// The work, if they may do so much with it.
    async fn open(&self, work: Uuid, least: Standing) -> Result<Open, Refused> {
        let open = open(self.db, self.who, work).await?.ok_or(Refused::NotThere)?;
        if open.standing < least { Err(Refused::May) } else { Ok(open) }
    }

    /// Counts a write, with what stood there before.
    async fn done(
        &self,
        open: &Open,
        (what, on): (Changed, Option<Uuid>),
        was: Option<Json>,
    ) -> Result<(), Refused> {
        work::Entity::update_many()
            .col_expr(work::Column::Number, Expr::col(work::Column::Number).add(1))
            .filter(work::Column::Id.eq(open.work.id))
            .exec(self.db)
            .await?;
        // A public page that follows the work is another from now on.
        if let Some(item) = open.work.item_id
            && is_followed(self.db, open.work.id).await?
        {
            changes::again(self.db, self.clock, &[item]).await?;
        }
        Ok(self.note_change(open.work.id, open.next(), (what, on), was).await?)
    }

    async fn note_change(
        &self,
        work: Uuid,
        number: i32,
        (what, on_id): (Changed, Option<Uuid>),
        was: Option<Json>,
    ) -> Result<(), DbErr> {
        let row = work_change::Model {
            id: self.clock.new_id(),
            work_id: work,
            number,
            what: what.name().to_owned(),
            on_id,
            person_id: self.who.id,
            made_at: self.clock.now().into(),
            was,
        };
        self.insert(row).await
    }

    async fn insert<M, A>(&self, row: M) -> Result<(), DbErr>
    where
        M: IntoActiveModel<A>,
        A: ActiveModelTrait,
    {
        A::Entity::insert(row.into_active_model()).exec_without_returning(self.db).await?;
        Ok(())
    }
}

impl Open {
    /// The number of the next change.
    fn next(&self) -> i32 {
        self.work.number + 1
    }
}

/// Nobody has written it since it was seen, or it is refused.
fn unseen(has: i32, seen: i32) -> Result<(), Refused> {
    if has == seen { Ok(()) } else { Err(Refused::Stale) }
}

/// A row as it is kept in the log of its work.
fn kept(row: &impl serde::Serialize) -> Option<Json> {
    serde_json::to_value(row).ok()
}
