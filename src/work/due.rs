//! Numbers that are due: of the newest period that is over, where the work is under way, for whoever looks
//! after them. That is the data lead; where a team has none, whoever leads it.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};
use sea_orm::{Condition, QueryResult};
use time::Date;

use super::tables::{work, work_definition, work_measure, work_member, work_observation};
use super::terms::{Frequency, Status, TeamRole};
use crate::dates::end_of_oslo_day;
use crate::db::DbErr;
use crate::people::persons::person;

/// A number that somebody is to enter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub person: Uuid,
    /// Their row in the team.
    pub member: Uuid,
    pub work: Uuid,
    pub title: String,
    pub measure: Uuid,
    pub name: String,
    pub frequency: Frequency,
    /// The first day of the period that it is for.
    pub period: Date,
    /// Has no letter told them of it yet?
    pub is_new: bool,
}

/// So many are told of at once.
const MOST: u64 = 5_000;

impl Frequency {
    /// The first day of the newest period that is over.
    pub fn over(self, today: Date) -> Date {
        self.before(self.first(today))
    }
}

fn each(is: impl Fn(Frequency) -> Expr) -> Expr {
    let of = work_definition::Column::Frequency;
    let all = Frequency::NAMES.iter().filter_map(|name| Frequency::named(name));
    let one = |frequency: Frequency| of.eq(frequency.name()).and(is(frequency));
    all.map(one).fold(Condition::any(), Condition::add).into()
}

/// Does a number stand for the measure, of which this is so?
fn is_said(such: Option<Expr>) -> Expr {
    use work_observation::Column::{MeasureId, ReplacedAt, Value};
    let mut said = Query::select();
    said.expr(Expr::val(1))
        .from(work_observation::Entity)
        .and_where(MeasureId.into_expr().eq(work_measure::Column::Id.into_expr()))
        .and_where(ReplacedAt.is_null())
        .and_where(Value.is_not_null())
        .and_where_option(such);
    Expr::exists(said)
}

/// Has the team somebody whose part it is, and who can log in?
fn has_data_lead() -> Expr {
    use work_member::Column::{PersonId, Role, ValidTo, WorkId};
    let other = |column: work_member::Column| Expr::col((Alias::new("other"), column));
    let is_them = person::Column::Id.into_expr().eq(other(PersonId));
    let mut found = Query::select();
    found
        .expr(Expr::val(1))
        .from_as(work_member::Entity, Alias::new("other"))
        .inner_join(person::Entity, is_them)
        .and_where(other(WorkId).eq(work::Column::Id.into_expr()))
        .and_where(other(Role).eq(TeamRole::DataLead.name()))
        .and_where(other(ValidTo).is_null())
        .and_where(person::Column::DisabledAt.is_null());
    Expr::exists(found)
}

/// Narrows a question to the measures whose number is due, and to the rows in their teams that `theirs`
/// tells. Its columns are of work, member, measure and definition.
pub fn narrow_to_due(query: &mut SelectStatement, today: Date, theirs: Expr) {
    let (of_member, of_measure) = (work_member::Column::WorkId, work_measure::Column::WorkId);
    let measure = work_measure::Column::Id;
    let is_of = work_definition::Column::MeasureId.into_expr().eq(measure.into_expr());
    let version = work_definition::Column::Version.into_expr();
    let is_now = version.eq(work_measure::Column::Version.into_expr());
    let is = |role: TeamRole| work_member::Column::Role.eq(role.name());
    let has_newest =
        each(|frequency| is_said(Some(work_observation::Column::Day.gte(frequency.over(today)))));
    // Of a work that began within the period that we are in, nothing is over yet.
    let began = each(|frequency| {
        let before = frequency.first(today).previous_day().unwrap_or(today);
        work::Column::MadeAt.lt(end_of_oslo_day(before))
    });
    query
        .from(work_member::Entity)
        .inner_join(work::Entity, of_member.into_expr().eq(work::Column::Id.into_expr()))
        .inner_join(work_measure::Entity, of_measure.into_expr().eq(work::Column::Id.into_expr()))
        .inner_join(work_definition::Entity, is_of.and(is_now))
        .and_where(theirs)
        .and_where(work_member::Column::ValidTo.is_null())
        .and_where(is(TeamRole::DataLead).or(is(TeamRole::Lead).and(has_data_lead().not())))
        .and_where(work::Column::Status.eq(Status::Active.name()))
        .and_where(work_measure::Column::IsEnded.eq(false))
        .and_where(has_newest.not())
        .and_where(is_said(None).or(began));
}

/// What is due of these people, each measure for each of them.
pub async fn due_of(
    db: &impl ConnectionTrait,
    today: Date,
    persons: Vec<Uuid>,
) -> Result<Vec<Due>, DbErr> {
    use work_member::Column::{Id, PersonId, RemindedOn};
    let mut query = Query::select();
    query.exprs([
        PersonId.into_expr(),
        Id.into_expr(),
        RemindedOn.into_expr(),
        work::Column::Id.into_expr(),
        work::Column::Title.into_expr(),
        work_measure::Column::Id.into_expr(),
        work_definition::Column::Name.into_expr(),
        work_definition::Column::Frequency.into_expr(),
    ]);
    narrow_to_due(&mut query, today, PersonId.is_in(persons));
    query
        .order_by_expr(work::Column::Id.into_expr(), Order::Asc)
        .order_by_expr(work_measure::Column::Place.into_expr(), Order::Asc)
        .order_by_expr(work_measure::Column::Id.into_expr(), Order::Asc)
        .limit(MOST);
    let rows = db.query_all(&query).await?;
    rows.iter().filter_map(|row| read(row, today).transpose()).collect()
}

fn read(row: &QueryResult, today: Date) -> Result<Option<Due>, DbErr> {
    let frequency: String = row.try_get_by_index(7)?;
    let Some(frequency) = Frequency::named(&frequency) else { return Ok(None) };
    let reminded: Option<Date> = row.try_get_by_index(2)?;
    Ok(Some(Due {
        person: row.try_get_by_index(0)?,
        member: row.try_get_by_index(1)?,
        work: row.try_get_by_index(3)?,
        title: row.try_get_by_index(4)?,
        measure: row.try_get_by_index(5)?,
        name: row.try_get_by_index(6)?,
        frequency,
        period: frequency.over(today),
        is_new: reminded.is_none_or(|day| day < frequency.first(today)),
    }))
}

/// A letter has told these of all that is due of theirs today.
pub async fn reminded(
    db: &impl ConnectionTrait,
    members: Vec<Uuid>,
    today: Date,
) -> Result<(), DbErr> {
    work_member::Entity::update_many()
        .col_expr(work_member::Column::RemindedOn, Expr::value(Some(today)))
        .filter(work_member::Column::Id.is_in(members))
        .exec(db)
        .await?;
    Ok(())
}
