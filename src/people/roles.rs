//! Roles: who is trusted with what, where, from when until when, and by whom.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{Condition, IntoActiveModel, QueryOrder};
use serde_json::json;
use time::{Date, Duration};

use super::ended::Ended;
use super::handover::Left;
use super::letter::{self, Over};
use super::{Entry, Refused, What, factors, handover, invitations, persons, sessions};
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db::{DbErr, Timestamp};
use crate::i18n::Text;
use crate::jobs;
use crate::rights::{Role, RoleKind, Who};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role_held")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub kind: String,
    /// An organisation or a centre; everywhere without one.
    pub place_id: Option<Uuid>,
    pub valid_from: Date,
    /// The first day that it no longer holds.
    pub valid_to: Option<Date>,
    /// The person; none for the command line.
    pub given_by: Option<Uuid>,
    pub given_at: Timestamp,
    /// When somebody last said that it is still right. It is to be said each year.
    pub confirmed_on: Date,
    /// When a letter of its own last asked for that, before the letter about all that waits did.
    pub reminded_on: Option<Date>,
    /// When what they were writing there was passed on, of a role that is over.
    pub passed_on: Option<Date>,
}

/// It is to be said again after so long.
pub const YEAR: Duration = Duration::days(365);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// None for a role that a newer program has given.
    pub fn role(&self) -> Option<Role> {
        RoleKind::of(&self.kind).map(|kind| Role { kind, at: self.place_id })
    }
}

impl Model {
    pub fn is_due(&self, today: Date) -> bool {
        today - self.confirmed_on >= YEAR
    }
}

/// Does it hold that day?
pub fn holds_on(day: Date) -> Condition {
    let is_not_over = Column::ValidTo.is_null().or(Column::ValidTo.gt(day));
    Condition::all().add(Column::ValidFrom.lte(day)).add(is_not_over)
}

/// What a person holds that day.
pub async fn of(db: &impl ConnectionTrait, person: Uuid, day: Date) -> Result<Vec<Model>, DbErr> {
    let held = Entity::find().filter(Column::PersonId.eq(person)).filter(holds_on(day));
    held.order_by_asc(Column::Id).all(db).await
}

/// What anybody holds at a place that day; everywhere when none is named.
pub async fn at(
    db: &impl ConnectionTrait,
    place: Option<Uuid>,
    day: Date,
) -> Result<Vec<Model>, DbErr> {
    let is_there = match place {
        Some(place) => Column::PlaceId.eq(place),
        None => Column::PlaceId.is_null(),
    };
    Entity::find().filter(is_there).filter(holds_on(day)).order_by_asc(Column::Id).all(db).await
}

/// One that somebody holds at a place that day; everywhere when none is named.
pub async fn one_at(
    db: &impl ConnectionTrait,
    (role, place): (Uuid, Option<Uuid>),
    day: Date,
) -> Result<Option<Model>, DbErr> {
    let found = Entity::find_by_id(role).filter(holds_on(day)).one(db).await?;
    Ok(found.filter(|row| row.place_id == place))
}

/// All that anybody holds that day.
pub async fn all(db: &impl ConnectionTrait, day: Date) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(holds_on(day)).order_by_asc(Column::Id).all(db).await
}

/// Does somebody lead the place that day who can log in, but for one?
pub async fn is_led(
    db: &impl ConnectionTrait,
    (place, but): (Uuid, Option<Uuid>),
    day: Date,
) -> Result<bool, DbErr> {
    let leads = Column::Kind.eq(RoleKind::CentreLeader.name());
    let held = Entity::find().filter(Column::PlaceId.eq(place)).filter(leads);
    let held = held.filter(holds_on(day)).all(db).await?;
    let mut leaders: BTreeSet<Uuid> = held.into_iter().map(|row| row.person_id).collect();
    if let Some(but) = but {
        leaders.remove(&but);
    }
    Ok(!persons::open(db, leaders).await?.is_empty())
}

/// Gives a person a role from today. One that they hold already stands as it is.
pub async fn give(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    role: Role,
    by: Option<Uuid>,
) -> Result<(), DbErr> {
    give_until(tx, clock, person, (role, None), by).await
}

/// The same with its end: the first day that it no longer holds. One that they hold already ends then
/// instead.
pub async fn give_until(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    (role, until): (Role, Option<Date>),
    by: Option<Uuid>,
) -> Result<(), DbErr> {
    let today = oslo_day(clock.now());
    let held = of(tx, person, today).await?;
    let until_told = until.map(|day| day.to_string());
    let told = json!({ "role": role.kind.name(), "at": role.at, "until": until_told });
    let entry = Entry::of(What::RoleGiven).by(by).on("person", person).telling(told);
    if let Some(row) = held.iter().find(|row| row.role() == Some(role)) {
        if row.valid_to == until {
            return Ok(());
        }
        let set = Entity::update_many().col_expr(Column::ValidTo, Expr::value(until));
        set.filter(Column::Id.eq(row.id)).exec(tx).await?;
        return entry.write(tx, clock).await;
    }
    let row = Model {
        id: clock.new_id(),
        person_id: person,
        kind: role.kind.name().to_owned(),
        place_id: role.at,
        valid_from: today,
        valid_to: until,
        given_by: by,
        given_at: clock.now().into(),
        confirmed_on: today,
        reminded_on: None,
        passed_on: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    entry.write(tx, clock).await
}

/// Takes a role away from today on, by one who may give it: every session of whoever had it is over,
/// and so are the invitations from them that nobody has answered. What they were writing there goes to the heir, who has a
/// role there, or is kept by the place. `named` is what the place is called in the letter. Tells who has left
/// where, when it was their last role at the place.
pub async fn take(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (role, place): (Uuid, Option<Uuid>),
    named: Option<&str>,
    heir: Option<Uuid>,
    by: &Who,
) -> Result<Option<Left>, Refused> {
    let today = oslo_day(clock.now());
    let row = one_at(tx, (role, place), today).await?.ok_or(Refused::NotThere)?;
    if !row.role().is_some_and(|role| by.may_give(role.kind, role.at)) {
        return Err(Refused::NotTheirs);
    }
    if row.kind == RoleKind::Administrator.name() {
        keep_an_administrator(tx, today, row.person_id).await?;
    }
    Entity::update_many()
        .col_expr(Column::ValidTo, Expr::value(Some(today)))
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    sessions::end_all_telling(tx, clock, (row.person_id, None), Ended::RoleTaken).await?;
    if let Some(kind) = RoleKind::of(&row.kind) {
        tell(tx, clock, row.person_id, Over::Role(kind, named)).await?;
    }
    invitations::withdraw_roles_by(tx, row.person_id).await?;
    let mut left = None;
    if let Some(place) = place {
        let leaver = (row.person_id, place);
        let is_last = handover::leave(tx, clock, leaver, heir, Some(by.id)).await?;
        left = is_last.then_some(leaver);
        handover::note(tx, &[row.id], today).await?;
    }
    let told = json!({ "role": row.kind, "at": row.place_id });
    let entry = Entry::of(What::RoleTaken).by(Some(by.id)).on("person", row.person_id);
    entry.telling(told).write(tx, clock).await?;
    Ok(left)
}

/// By letter: who is logged out by it is not to wonder why.
async fn tell(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    over: Over<'_>,
) -> Result<(), DbErr> {
    let Some(found) = persons::by_id(tx, person).await? else { return Ok(()) };
    let t = Text::new(found.lang());
    for to in persons::addresses(tx, person).await? {
        jobs::enqueue(tx, clock, &letter::over(t, clock, &to, over)).await?;
    }
    Ok(())
}

/// Says that a role is still right, as is to be said each year.
pub async fn confirm(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    role: Uuid,
    place: Option<Uuid>,
    by: &Who,
) -> Result<(), Refused> {
    let today = oslo_day(clock.now());
    let row = one_at(tx, (role, place), today).await?.ok_or(Refused::NotThere)?;
    if !row.role().is_some_and(|role| by.may_give(role.kind, role.at)) {
        return Err(Refused::NotTheirs);
    }
    Entity::update_many()
        .col_expr(Column::ConfirmedOn, Expr::value(today))
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    let told = json!({ "role": row.kind, "at": row.place_id });
    let entry = Entry::of(What::RoleConfirmed).by(Some(by.id)).on("person", row.person_id);
    Ok(entry.telling(told).write(tx, clock).await?)
}

/// Closes an account: nobody logs in to it, its sessions are over, and the invitations from it.
pub async fn close(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    by: Uuid,
) -> Result<(), Refused> {
    let found = persons::by_id(tx, person).await?.filter(|person| !person.is_disabled());
    found.ok_or(Refused::NotThere)?;
    keep_an_administrator(tx, oslo_day(clock.now()), person).await?;
    persons::set_disabled(tx, person, Some(clock.now().into())).await?;
    sessions::end_all_telling(tx, clock, (person, None), Ended::Closed).await?;
    tell(tx, clock, person, Over::Account).await?;
    handover::close(tx, clock, person, by).await?;
    invitations::withdraw_all_by(tx, person).await?;
    let entry = Entry::of(What::AccountClosed).by(Some(by)).on("person", person);
    Ok(entry.write(tx, clock).await?)
}

/// Lets a person in again whose account was closed.
pub async fn open(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    by: Uuid,
) -> Result<(), Refused> {
    let found = persons::by_id(tx, person).await?.filter(persons::Person::is_disabled);
    // Of one that was erased nothing is left to open.
    let found = found.filter(|person| person.erased_at.is_none());
    found.ok_or(Refused::NotThere)?;
    persons::set_disabled(tx, person, None).await?;
    let entry = Entry::of(What::AccountOpened).by(Some(by)).on("person", person);
    Ok(entry.write(tx, clock).await?)
}

/// Ends all that a person holds today. Whose it was stands as long as the table does.
pub(super) async fn end_all(
    tx: &impl ConnectionTrait,
    person: Uuid,
    today: Date,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::ValidTo, Expr::value(Some(today)))
        .col_expr(Column::PassedOn, Expr::value(Some(today)))
        .filter(Column::PersonId.eq(person))
        .filter(holds_on(today))
        .exec(tx)
        .await?;
    Ok(())
}

/// Refused unless the role of somebody else who is administrator is in force: they can log in, and have what it
/// takes besides a mailbox. It reads in the transaction that writes, so two who take each other's role away at
/// once do not both get through.
pub(super) async fn keep_an_administrator(
    tx: &impl ConnectionTrait,
    today: Date,
    without: Uuid,
) -> Result<(), Refused> {
    let is_administrator = Column::Kind.eq(RoleKind::Administrator.name());
    let held = Entity::find().filter(is_administrator).filter(holds_on(today)).all(tx).await?;
    let mut all: BTreeSet<Uuid> = held.into_iter().map(|row| row.person_id).collect();
    if !all.remove(&without) {
        return Ok(());
    }
    let others = persons::open(tx, all).await?;
    let is_in_force = !others.is_empty()
        && (!factors::having(tx, &others).await?.is_empty()
            // Who comes by others that vouch for two steps has none of ours.
            || sessions::any_proved(tx, &others).await?);
    if is_in_force { Ok(()) } else { Err(Refused::LastAdministrator) }
}
