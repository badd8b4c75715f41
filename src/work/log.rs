//! What a team keeps beside its numbers: meetings and decisions, tasks, and how users and next of kin took part.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::read::{self, Measure, Open};
use super::tables::{Change, Cycle, work_change, work_cycle};
use super::terms::Changed;
use crate::db::DbErr;

pub use work_involvement::Model as Involvement;
pub use work_log::Model as LogEntry;
pub use work_task::Model as Task;

/// A meeting that was held, or something that was decided.
pub mod work_log {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_log")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub kind: String,
        pub day: Date,
        pub words: String,
        pub is_gone: bool,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Something that somebody is to do, by a day if one is set.
pub mod work_task {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_task")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub words: String,
        /// One of the team, or else a role.
        pub person_id: Option<Uuid>,
        pub role: String,
        pub due: Option<Date>,
        pub done_on: Option<Date>,
        pub is_gone: bool,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// That users or next of kin took part: in which phase, and how. They are named by role only.
pub mod work_involvement {
    use sea_orm::entity::prelude::*;
    use serde::{Deserialize, Serialize};

    #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
    #[sea_orm(table_name = "work_involvement")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub work_id: Uuid,
        pub phase: String,
        pub way: String,
        pub who: String,
        /// As precise as it is known: `2026-03`.
        pub happened: Option<String>,
        pub words: String,
        pub is_gone: bool,
        pub number: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// So many of each stand on a page.
const MOST: u64 = 500;

impl Open {
    /// Meetings and decisions, the newest first.
    pub async fn log(&self, db: &impl ConnectionTrait) -> Result<Vec<LogEntry>, DbErr> {
        use work_log::Column::{Day, IsGone, Number, WorkId};
        let log = work_log::Entity::find().filter(WorkId.eq(self.work.id));
        let log = log.filter(IsGone.eq(false)).order_by_desc(Day).order_by_desc(Number);
        log.limit(MOST).all(db).await
    }

    /// What is to be done, the first that is due first, and then what is done, the last first.
    pub async fn tasks(&self, db: &impl ConnectionTrait) -> Result<Vec<Task>, DbErr> {
        use work_task::Column::{IsGone, Number, WorkId};
        let tasks = work_task::Entity::find().filter(WorkId.eq(self.work.id));
        let tasks = tasks.filter(IsGone.eq(false)).order_by_desc(Number);
        let (mut open, mut done): (Vec<Task>, Vec<Task>) =
            tasks.limit(MOST).all(db).await?.into_iter().partition(|task| task.done_on.is_none());
        open.sort_by_key(|task| (task.due.is_none(), task.due));
        done.sort_by_key(|task| std::cmp::Reverse(task.done_on));
        open.extend(done);
        Ok(open)
    }

    /// How users and next of kin took part, in the order in which it was written.
    pub async fn involvement(&self, db: &impl ConnectionTrait) -> Result<Vec<Involvement>, DbErr> {
        use work_involvement::Column::{IsGone, Number, WorkId};
        let all = work_involvement::Entity::find().filter(WorkId.eq(self.work.id));
        all.filter(IsGone.eq(false)).order_by_asc(Number).limit(MOST).all(db).await
    }

    /// Its measures without their numbers.
    pub async fn measures_alone(&self, db: &impl ConnectionTrait) -> Result<Vec<Measure>, DbErr> {
        read::measures(db, self.work.id, None).await
    }

    /// One of its tests of change, by its number.
    pub async fn cycle(&self, db: &impl ConnectionTrait, nth: i32) -> Result<Option<Cycle>, DbErr> {
        let cycle = work_cycle::Entity::find().filter(work_cycle::Column::WorkId.eq(self.work.id));
        cycle.filter(work_cycle::Column::Nth.eq(nth)).one(db).await
    }

    /// What was written before a change, the newest first; with none, all of it.
    pub async fn changes_before(
        &self,
        db: &impl ConnectionTrait,
        before: Option<i32>,
        most: u64,
    ) -> Result<Vec<Change>, DbErr> {
        use work_change::Column::{Number, WorkId};
        let mut changes = work_change::Entity::find().filter(WorkId.eq(self.work.id));
        if let Some(before) = before {
            changes = changes.filter(Number.lt(before));
        }
        changes.order_by_desc(Number).limit(most).all(db).await
    }

    /// Every time that something of a sort was written, or with an id that one thing was; the newest
    /// first.
    pub async fn changes_of(
        &self,
        db: &impl ConnectionTrait,
        (what, on): (&[Changed], Option<Uuid>),
    ) -> Result<Vec<Change>, DbErr> {
        use work_change::Column::{Number, OnId, What, WorkId};
        let mut changes = work_change::Entity::find().filter(WorkId.eq(self.work.id));
        changes = changes.filter(What.is_in(what.iter().map(|one| one.name())));
        if let Some(on) = on {
            changes = changes.filter(OnId.eq(on));
        }
        changes.order_by_desc(Number).limit(MOST).all(db).await
    }
}
