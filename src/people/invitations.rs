//! Invitations: a role that waits for whoever has an address, until they say yes or it is too late.
//!
//! The letter holds no secret. Who has logged in with the address finds what waits for it.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use serde_json::json;
use time::{Date, OffsetDateTime};

use super::{Address, Entry, Refused, What, persons, roles};
use crate::clock::Clock;
use crate::config;
use crate::dates::oslo_day;
use crate::db::{DbErr, Timestamp};
use crate::rights::{Role, RoleKind, Who};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub address: String,
    pub kind: String,
    /// An organisation or a centre; everywhere without one.
    pub place_id: Option<Uuid>,
    /// The improvement work whose team they are asked into; none for roles at places.
    pub work_id: Option<Uuid>,
    /// The first day that the role would no longer hold.
    pub valid_to: Option<Date>,
    /// The person; none for the command line.
    pub invited_by: Option<Uuid>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// None for a role of a newer program, and for one in a team.
    pub fn role(&self) -> Option<Role> {
        RoleKind::of(&self.kind).map(|kind| Role { kind, at: self.place_id })
    }

    /// The work whose team they are asked into, and the name of the role there.
    pub fn in_team(&self) -> Option<(Uuid, &str)> {
        Some((self.work_id?, role_in_team(&self.kind)?))
    }
}

/// Before the name of a role in a team: none of them is taken for a role at a place.
const IN_TEAM: &str = "work:";

/// A role in a team, as an invitation has it.
pub fn kind_in_team(role: &str) -> String {
    format!("{IN_TEAM}{role}")
}

/// The name of the role in a team that an invitation has so.
pub fn role_in_team(kind: &str) -> Option<&str> {
    kind.strip_prefix(IN_TEAM)
}

/// What somebody is invited to.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    pub to: &'a Address,
    pub role: Role,
    /// The first day that the role no longer holds.
    pub until: Option<Date>,
    /// The person; none for the command line.
    pub by: Option<Uuid>,
}

/// Invites whoever has the address to a role. The same again takes the place of the one before.
pub async fn invite(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    settings: &config::People,
    Offer { to: address, role, until, by }: Offer<'_>,
) -> Result<Model, DbErr> {
    let is_at = match role.at {
        Some(place) => Column::PlaceId.eq(place),
        None => Column::PlaceId.is_null(),
    };
    Entity::delete_many()
        .filter(Column::Address.eq(address.as_str()))
        .filter(Column::Kind.eq(role.kind.name()))
        .filter(is_at)
        .filter(Column::WorkId.is_null())
        .exec(tx)
        .await?;
    let now = clock.now();
    let row = Model {
        id: clock.new_id(),
        address: address.as_str().to_owned(),
        kind: role.kind.name().to_owned(),
        place_id: role.at,
        work_id: None,
        valid_to: until,
        invited_by: by,
        made_at: now.into(),
        expires_at: (now + settings.invitation()).into(),
    };
    Entity::insert(row.clone().into_active_model()).exec_without_returning(tx).await?;
    let until = until.map(|day| day.to_string());
    let told = json!({ "role": role.kind.name(), "at": role.at, "until": until });
    let entry = Entry::of(What::Invited).by(by).on("invitation", row.id);
    entry.telling(told).write(tx, clock).await?;
    Ok(row)
}

/// What waits for whoever has one of these addresses.
pub async fn waiting(
    db: &impl ConnectionTrait,
    addresses: &[String],
    now: OffsetDateTime,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Address.is_in(addresses.iter().map(String::as_str)))
        .filter(Column::ExpiresAt.gt(now))
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// What waits for anybody at a place; everywhere when none is named.
pub async fn at(
    db: &impl ConnectionTrait,
    place: Option<Uuid>,
    now: OffsetDateTime,
) -> Result<Vec<Model>, DbErr> {
    let is_there = match place {
        Some(place) => Column::PlaceId.eq(place),
        None => Column::PlaceId.is_null(),
    };
    let waiting = Entity::find().filter(is_there).filter(Column::WorkId.is_null());
    let waiting = waiting.filter(Column::ExpiresAt.gt(now));
    waiting.order_by_asc(Column::Id).all(db).await
}

/// What waits for anybody in the team of a work.
pub async fn of_work(
    db: &impl ConnectionTrait,
    work: Uuid,
    now: OffsetDateTime,
) -> Result<Vec<Model>, DbErr> {
    let waiting = Entity::find().filter(Column::WorkId.eq(work)).filter(Column::ExpiresAt.gt(now));
    waiting.order_by_asc(Column::Id).limit(IN_A_LIST).all(db).await
}

/// So many who are asked into one team are shown.
const IN_A_LIST: u64 = 200;

/// The answer of whoever is invited, who has logged in with the address; hands back what was answered. A
/// yes gives a role at a place; into a team it is for the caller to take them (`work::Writer::accept`).
pub async fn answer(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (id, person): (Uuid, Uuid),
    is_yes: bool,
) -> Result<Model, Refused> {
    let theirs = persons::addresses(tx, person).await?;
    let waiting = waiting(tx, &theirs, clock.now()).await?;
    let today = oslo_day(clock.now());
    let is_it = |one: &Model| one.id == id && one.valid_to.is_none_or(|end| end > today);
    let invitation = waiting.into_iter().find(is_it).ok_or(Refused::NotThere)?;
    Entity::delete_by_id(id).exec(tx).await?;
    let what = if is_yes { What::InvitationAccepted } else { What::InvitationDeclined };
    Entry::of(what).by(Some(person)).on("invitation", id).write(tx, clock).await?;
    if is_yes && invitation.work_id.is_none() {
        let role = invitation.role().ok_or(Refused::NotThere)?;
        let term = (role, invitation.valid_to);
        roles::give_until(tx, clock, person, term, invitation.invited_by).await?;
    }
    Ok(invitation)
}

/// Takes an invitation back, by one who may give its role.
pub async fn withdraw(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (id, place): (Uuid, Option<Uuid>),
    by: &Who,
) -> Result<(), Refused> {
    let found = Entity::find_by_id(id).one(tx).await?;
    let found = found.filter(|one| one.place_id == place && one.work_id.is_none());
    let found = found.ok_or(Refused::NotThere)?;
    if !found.role().is_some_and(|role| by.may_give(role.kind, role.at)) {
        return Err(Refused::NotTheirs);
    }
    Entity::delete_by_id(id).exec(tx).await?;
    let entry = Entry::of(What::InvitationWithdrawn).by(Some(by.id)).on("invitation", id);
    Ok(entry.write(tx, clock).await?)
}

/// The roles that a person has offered: what they may no longer give, nobody gets of them. Whom they have
/// asked into a team is the team's.
pub(super) async fn withdraw_roles_by(
    tx: &impl ConnectionTrait,
    person: Uuid,
) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::InvitedBy.eq(person))
        .filter(Column::WorkId.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// All that a person has sent who can log in no more.
pub(super) async fn withdraw_all_by(tx: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::InvitedBy.eq(person)).exec(tx).await?;
    Ok(())
}

/// Those are gone that ran out as long ago as the settings say.
pub async fn sweep(
    db: &impl ConnectionTrait,
    settings: &config::People,
    now: OffsetDateTime,
) -> Result<u64, DbErr> {
    let before = now - settings.expired_invitations();
    let gone = Entity::delete_many().filter(Column::ExpiresAt.lt(before)).exec(db).await?;
    Ok(gone.rows_affected)
}
