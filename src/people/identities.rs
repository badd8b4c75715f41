//! Whom others say that people are: by issuer and subject, and by nothing else.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

use super::{Address, Entry, Person, What, admission, persons};
use crate::clock::Clock;
use crate::config;
use crate::db::Timestamp;
use crate::i18n::Lang;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "identity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub issuer: String,
    /// What the issuer calls them.
    pub subject: String,
    pub made_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Somebody as an issuer knows them.
#[derive(Clone, Debug)]
pub struct Known {
    pub issuer: String,
    pub subject: String,
    pub name: Option<String>,
    /// An address that the issuer has shown to be theirs.
    pub address: Option<Address>,
    pub lang: Lang,
}

/// Who they are here.
pub enum Found {
    Person(Person),
    /// There is an account with the address already. Who has it logs in to it, and connects the two.
    AddressTaken,
    NotAdmitted,
}

pub async fn person_of(
    db: &impl ConnectionTrait,
    (issuer, subject): (&str, &str),
) -> Result<Option<Person>, DbErr> {
    let is_it = Entity::find().filter(Column::Issuer.eq(issuer));
    match is_it.filter(Column::Subject.eq(subject)).one(db).await? {
        Some(row) => persons::by_id(db, row.person_id).await,
        None => Ok(None),
    }
}

/// The issuers that a person is known by.
pub async fn of(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::PersonId.eq(person)).all(db).await
}

/// From now on they are known by it. False when somebody else is.
pub async fn connect(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    known: &Known,
) -> Result<bool, DbErr> {
    let is_by = (known.issuer.as_str(), known.subject.as_str());
    if let Some(already) = person_of(tx, is_by).await? {
        return Ok(already.id == person);
    }
    let row = Model {
        id: clock.new_id(),
        person_id: person,
        issuer: known.issuer.clone(),
        subject: known.subject.clone(),
        made_at: clock.now().into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    let told = serde_json::json!({ "issuer": known.issuer });
    let entry = Entry::of(What::IdentityAdded).by(Some(person)).on("person", person);
    entry.telling(told).write(tx, clock).await?;
    Ok(true)
}

/// The person, with a new account where they had none and may have one. An address alone joins nothing.
pub async fn enter(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    settings: &config::People,
    makes_accounts: Option<bool>,
    known: &Known,
) -> Result<Found, DbErr> {
    let is_by = (known.issuer.as_str(), known.subject.as_str());
    if let Some(person) = person_of(tx, is_by).await? {
        return Ok(Found::Person(person));
    }
    let mut may = makes_accounts.unwrap_or(settings.domains.is_empty());
    if let Some(address) = &known.address {
        if persons::by_address(tx, address).await?.is_some() {
            return Ok(Found::AddressTaken);
        }
        let is_admitted = admission::is_admitted(tx, settings, address, clock.now()).await?;
        may = may || (makes_accounts.is_none() && is_admitted);
    }
    if !may {
        return Ok(Found::NotAdmitted);
    }
    let person = persons::make(tx, clock, known.address.as_ref(), known.lang).await?;
    if let Some(name) = &known.name {
        persons::set_name(tx, person.id, name).await?;
    }
    let entry = Entry::of(What::AccountMade).by(Some(person.id)).on("person", person.id);
    entry.write(tx, clock).await?;
    connect(tx, clock, person.id, known).await?;
    Ok(Found::Person(person))
}
