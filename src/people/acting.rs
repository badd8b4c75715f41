//! The organisations that others say somebody acts for. It gives no role: they may ask for one there, and whoever
//! looks after the organisation answers.

use norsk::OrganisationNumber;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};

use super::{Refused, roles};
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::rights::{Role, RoleKind, Who};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "acting_for")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// Who says so.
    pub issuer: String,
    /// The number that Enhetsregisteret gave the organisation.
    pub number: String,
    /// What the issuer calls it.
    pub name: String,
    pub made_at: Timestamp,
    /// They have asked to be taken in there.
    pub asked_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The role that somebody is taken in with.
pub const ROLE: RoleKind = RoleKind::Member;
/// So many questions are shown at a place.
const SHOWN: u64 = 100;

/// An organisation by its number, and by what it is called.
pub type Said = (OrganisationNumber, String);

/// What an issuer says of a person now takes the place of what it said before, but for what they have asked.
pub async fn note(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, issuer): (Uuid, &str),
    said: &[Said],
) -> Result<(), DbErr> {
    let theirs = Entity::delete_many().filter(Column::PersonId.eq(person));
    let theirs = theirs.filter(Column::Issuer.eq(issuer)).filter(Column::AskedAt.is_null());
    theirs.exec(tx).await?;
    let kept = of(tx, person).await?;
    let is_new = |one: &&Said| kept.iter().all(|row| row.number != one.0.as_str());
    for (number, name) in said.iter().filter(is_new) {
        let row = Model {
            id: clock.new_id(),
            person_id: person,
            issuer: issuer.to_owned(),
            number: number.as_str().to_owned(),
            name: name.clone(),
            made_at: clock.now().into(),
            asked_at: None,
        };
        Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// What others say of a person.
pub async fn of(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::PersonId.eq(person));
    theirs.order_by_asc(Column::Id).all(db).await
}

/// They ask to be taken in. False for what nobody says of them any more.
pub async fn ask(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, id): (Uuid, Uuid),
) -> Result<bool, DbErr> {
    let now = Some(Timestamp::from(clock.now()));
    let asked = Entity::update_many().col_expr(Column::AskedAt, Expr::value(now));
    let is_it = asked.filter(Column::Id.eq(id)).filter(Column::PersonId.eq(person));
    Ok(is_it.exec(tx).await?.rows_affected == 1)
}

/// Who asks to be taken in where the organisation of this number is, the first first.
pub async fn asking(
    db: &impl ConnectionTrait,
    number: OrganisationNumber,
) -> Result<Vec<Model>, DbErr> {
    let there = Entity::find().filter(Column::Number.eq(number.as_str()));
    let asked = there.filter(Column::AskedAt.is_not_null());
    asked.order_by_asc(Column::AskedAt).limit(SHOWN).all(db).await
}

/// The answer to one who asks, at the place of this number, by one who may give the role there.
pub async fn answer(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (id, number, place): (Uuid, OrganisationNumber, Uuid),
    (is_yes, by): (bool, &Who),
) -> Result<(), Refused> {
    if !by.may_give(ROLE, Some(place)) {
        return Err(Refused::NotTheirs);
    }
    let is_it = |row: &Model| row.number == number.as_str() && row.asked_at.is_some();
    let row = Entity::find_by_id(id).one(tx).await?.filter(is_it).ok_or(Refused::NotThere)?;
    Entity::delete_by_id(id).exec(tx).await?;
    if is_yes {
        let role = Role { kind: ROLE, at: Some(place) };
        roles::give(tx, clock, row.person_id, role, Some(by.id)).await?;
    }
    Ok(())
}
