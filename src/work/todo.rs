//! Tasks with a day: of whoever they were given to; those of a role, or of somebody who has left the team, of
//! whoever leads it.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{Condition, QueryResult};
use time::{Date, Duration};

use super::log::work_task;
use super::tables::{work, work_member};
use super::terms::{Status, TeamRole};
use crate::db::DbErr;

/// A task is told of so long before its day.
pub const SOON: Duration = Duration::days(7);

/// Something that somebody is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToDo {
    pub person: Uuid,
    pub work: Uuid,
    pub title: String,
    pub task: Uuid,
    pub words: String,
    pub due: Date,
}

/// So many are told of at once.
const MOST: u64 = 5_000;
/// So many letters of a task stand in a list.
const LETTERS: usize = 120;

/// The beginning of what is to be done, in one line.
pub fn in_short(words: &str) -> String {
    let line: Vec<&str> = words.split_whitespace().collect();
    let line = line.join(" ");
    match line.char_indices().nth(LETTERS) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Is whoever it was given to in the team no more?
fn is_left_behind() -> Expr {
    use work_member::Column::{PersonId, ValidTo, WorkId};
    let other = |column: work_member::Column| Expr::col((Alias::new("other"), column));
    let mut found = Query::select();
    found
        .expr(Expr::val(1))
        .from_as(work_member::Entity, Alias::new("other"))
        .and_where(other(WorkId).eq(work_task::Column::WorkId.into_expr()))
        .and_where(other(PersonId).eq(work_task::Column::PersonId.into_expr()))
        .and_where(other(ValidTo).is_null());
    Expr::exists(found).not()
}

/// Narrows a question to what is to be done soon or is late, and to the rows in the teams that `theirs` tells.
/// Its columns are of work, member and task. Who has two roles in a team may come twice.
pub fn narrow_to_do(query: &mut SelectStatement, today: Date, theirs: Expr) {
    use work_member::Column::{PersonId, Role, ValidTo, WorkId};
    use work_task::Column::{DoneOn, Due, IsGone, PersonId as Given, WorkId as TaskOf};
    let id = work::Column::Id;
    let is_theirs = Given.into_expr().eq(PersonId.into_expr());
    // Nobody is the person of a task that is a role's: then nobody is found in the team either.
    let is_of_lead = Role.eq(TeamRole::Lead.name()).and(is_left_behind());
    query
        .from(work_member::Entity)
        .inner_join(work::Entity, WorkId.into_expr().eq(id.into_expr()))
        .inner_join(work_task::Entity, TaskOf.into_expr().eq(id.into_expr()))
        .and_where(theirs)
        .and_where(ValidTo.is_null())
        .and_where(work::Column::Status.eq(Status::Active.name()))
        .and_where(IsGone.eq(false))
        .and_where(DoneOn.is_null())
        .and_where(Due.lte(today + SOON))
        .cond_where(Condition::any().add(is_theirs).add(is_of_lead));
}

/// What these are to do, each task once for each of them, the first that is due first.
pub async fn to_do_of(
    db: &impl ConnectionTrait,
    today: Date,
    persons: Vec<Uuid>,
) -> Result<Vec<ToDo>, DbErr> {
    use work_member::Column::PersonId;
    let mut query = Query::select();
    query.exprs([
        PersonId.into_expr(),
        work::Column::Id.into_expr(),
        work::Column::Title.into_expr(),
        work_task::Column::Id.into_expr(),
        work_task::Column::Words.into_expr(),
        work_task::Column::Due.into_expr(),
    ]);
    narrow_to_do(&mut query, today, PersonId.is_in(persons));
    query
        .order_by_expr(work_task::Column::Due.into_expr(), Order::Asc)
        .order_by_expr(work_task::Column::Id.into_expr(), Order::Asc)
        .limit(MOST);
    let rows = db.query_all(&query).await?;
    let mut all = rows.iter().map(read).collect::<Result<Vec<ToDo>, DbErr>>()?;
    let mut seen = BTreeSet::new();
    all.retain(|one| seen.insert((one.person, one.task)));
    Ok(all)
}

fn read(row: &QueryResult) -> Result<ToDo, DbErr> {
    let words: String = row.try_get_by_index(4)?;
    Ok(ToDo {
        person: row.try_get_by_index(0)?,
        work: row.try_get_by_index(1)?,
        title: row.try_get_by_index(2)?,
        task: row.try_get_by_index(3)?,
        words: in_short(&words),
        due: row.try_get_by_index(5)?,
    })
}
