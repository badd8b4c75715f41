//! Meetings and decisions, tasks, and how users and next of kin took part. Each keeps what stood there before.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use time::Date;

use super::super::log::{Involvement, LogEntry, Task, work_involvement, work_log, work_task};
use super::super::may::Standing;
use super::super::read::Open;
use super::super::terms::{Changed, Involved, InvolvementPhase, InvolvementWay, LogKind};
use super::{Refused, Writer, kept, unseen};
use crate::dates::PartialDate;
use crate::items::{State, changes, item_entity};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLog {
    pub kind: LogKind,
    pub day: Date,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTask {
    pub words: String,
    /// One of the team, or else a role.
    pub person: Option<Uuid>,
    pub role: String,
    pub due: Option<Date>,
    pub done: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewInvolvement {
    pub phase: InvolvementPhase,
    pub way: InvolvementWay,
    pub who: Involved,
    pub happened: Option<PartialDate>,
    pub words: String,
}

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Adds a meeting or a decision. The same sent again is one.
    pub async fn add_log(&self, work: Uuid, sent: Uuid, new: NewLog) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        if let Some(there) = work_log::Entity::find_by_id(sent).one(self.db).await? {
            return was_sent(there.work_id, work);
        }
        let row = new.row(sent, work, open.next());
        self.insert(row).await?;
        self.done(&open, (Changed::Logged, Some(sent)), None).await
    }

    /// Writes it anew, or with none takes it away.
    pub async fn set_log(
        &self,
        work: Uuid,
        (id, seen): (Uuid, i32),
        new: Option<NewLog>,
    ) -> Result<(), Refused> {
        use work_log::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = work_log::Entity::find_by_id(id).one(self.db).await?;
        let old = old.filter(|one| one.work_id == work && !one.is_gone).ok_or(Refused::NotThere)?;
        if new.as_ref().is_some_and(|new| new.clone().row(id, work, old.number) == old) {
            return Ok(());
        }
        unseen(old.number, seen)?;
        let mut set = work_log::Entity::update_many()
            .col_expr(Column::Number, Expr::value(open.next()))
            .col_expr(Column::IsGone, Expr::value(new.is_none()));
        if let Some(new) = new {
            set = set
                .col_expr(Column::Kind, Expr::value(new.kind.name()))
                .col_expr(Column::Day, Expr::value(new.day))
                .col_expr(Column::Words, Expr::value(new.words));
        }
        set.filter(Column::Id.eq(id)).exec(self.db).await?;
        self.done(&open, (Changed::Logged, Some(id)), kept(&old)).await
    }

    /// Adds something that is to be done. The same sent again is one.
    pub async fn add_task(&self, work: Uuid, sent: Uuid, new: NewTask) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        if let Some(there) = work_task::Entity::find_by_id(sent).one(self.db).await? {
            return was_sent(there.work_id, work);
        }
        let row = new.row(sent, work, open.next());
        self.insert(row).await?;
        self.done(&open, (Changed::Task, Some(sent)), None).await
    }

    /// Writes it anew, or with none takes it away.
    pub async fn set_task(
        &self,
        work: Uuid,
        (id, seen): (Uuid, i32),
        new: Option<NewTask>,
    ) -> Result<(), Refused> {
        use work_task::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = self.task(work, id).await?;
        if new.as_ref().is_some_and(|new| new.clone().row(id, work, old.number) == old) {
            return Ok(());
        }
        unseen(old.number, seen)?;
        let mut set = work_task::Entity::update_many()
            .col_expr(Column::Number, Expr::value(open.next()))
            .col_expr(Column::IsGone, Expr::value(new.is_none()));
        if let Some(new) = new {
            set = set
                .col_expr(Column::Words, Expr::value(new.words))
                .col_expr(Column::PersonId, Expr::value(new.person))
                .col_expr(Column::Role, Expr::value(new.role))
                .col_expr(Column::Due, Expr::value(new.due))
                .col_expr(Column::DoneOn, Expr::value(new.done));
        }
        set.filter(Column::Id.eq(id)).exec(self.db).await?;
        self.done(&open, (Changed::Task, Some(id)), kept(&old)).await
    }

    /// Says that it was done today. Said twice it is done once.
    pub async fn finish_task(&self, work: Uuid, task: Uuid) -> Result<(), Refused> {
        use work_task::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = self.task(work, task).await?;
        if old.done_on.is_some() {
            return Ok(());
        }
        work_task::Entity::update_many()
            .col_expr(Column::DoneOn, Expr::value(Some(self.today())))
            .col_expr(Column::Number, Expr::value(open.next()))
            .filter(Column::Id.eq(task))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Task, Some(task)), kept(&old)).await
    }

    /// Adds how users or next of kin took part. The same sent again is one.
    pub async fn add_involvement(
        &self,
        work: Uuid,
        sent: Uuid,
        new: NewInvolvement,
    ) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        if let Some(there) = work_involvement::Entity::find_by_id(sent).one(self.db).await? {
            return was_sent(there.work_id, work);
        }
        let row = new.row(sent, work, open.next());
        self.insert(row).await?;
        self.tell(&open).await?;
        self.done(&open, (Changed::Involvement, Some(sent)), None).await
    }

    /// Writes it anew, or with none takes it away.
    pub async fn set_involvement(
        &self,
        work: Uuid,
        (id, seen): (Uuid, i32),
        new: Option<NewInvolvement>,
    ) -> Result<(), Refused> {
        use work_involvement::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = work_involvement::Entity::find_by_id(id).one(self.db).await?;
        let old = old.filter(|one| one.work_id == work && !one.is_gone).ok_or(Refused::NotThere)?;
        if new.as_ref().is_some_and(|new| new.clone().row(id, work, old.number) == old) {
            return Ok(());
        }
        unseen(old.number, seen)?;
        let mut set = work_involvement::Entity::update_many()
            .col_expr(Column::Number, Expr::value(open.next()))
            .col_expr(Column::IsGone, Expr::value(new.is_none()));
        if let Some(new) = new {
            let happened = new.happened.map(|date| date.to_string());
            set = set
                .col_expr(Column::Phase, Expr::value(new.phase.name()))
                .col_expr(Column::Way, Expr::value(new.way.name()))
                .col_expr(Column::Who, Expr::value(new.who.name()))
                .col_expr(Column::Happened, Expr::value(happened))
                .col_expr(Column::Words, Expr::value(new.words));
        }
        set.filter(Column::Id.eq(id)).exec(self.db).await?;
        self.tell(&open).await?;
        self.done(&open, (Changed::Involvement, Some(id)), kept(&old)).await
    }

    async fn task(&self, work: Uuid, id: Uuid) -> Result<Task, Refused> {
        let found = work_task::Entity::find_by_id(id).one(self.db).await?;
        found.filter(|one| one.work_id == work && !one.is_gone).ok_or(Refused::NotThere)
    }

    /// How they took part in works that are published is counted on a page that is kept in memory: those
    /// who keep it are told.
    async fn tell(&self, open: &Open) -> Result<(), Refused> {
        let Some(item) = open.work.item_id else { return Ok(()) };
        let public = item_entity::Entity::find_by_id(item);
        let public = public.filter(item_entity::Column::State.is_in(State::VISIBLE));
        if public.one(self.db).await?.is_some() {
            changes::again(self.db, self.clock, &[item]).await?;
        }
        Ok(())
    }
}

/// What a form calls a row is the row's id: the same sent again is known by it.
fn was_sent(of: Uuid, work: Uuid) -> Result<(), Refused> {
    if of == work { Ok(()) } else { Err(Refused::NotThere) }
}

impl NewLog {
    fn row(self, id: Uuid, work_id: Uuid, number: i32) -> LogEntry {
        let Self { kind, day, words } = self;
        LogEntry { id, work_id, kind: kind.name().to_owned(), day, words, is_gone: false, number }
    }
}

impl NewTask {
    fn row(self, id: Uuid, work_id: Uuid, number: i32) -> Task {
        Task {
            id,
            work_id,
            words: self.words,
            person_id: self.person,
            role: self.role,
            due: self.due,
            done_on: self.done,
            is_gone: false,
            number,
        }
    }
}

impl NewInvolvement {
    fn row(self, id: Uuid, work_id: Uuid, number: i32) -> Involvement {
        Involvement {
            id,
            work_id,
            phase: self.phase.name().to_owned(),
            way: self.way.name().to_owned(),
            who: self.who.name().to_owned(),
            happened: self.happened.map(|date| date.to_string()),
            words: self.words,
            is_gone: false,
            number,
        }
    }
}
