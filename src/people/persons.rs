//! Accounts: a person, and the addresses that they have shown to be theirs.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::Address;
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::i18n::{Lang, Text};

pub mod person {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// Empty until they have said it. It stands nowhere else.
        pub name: String,
        /// The language of letters to them.
        pub lang: String,
        pub made_at: Timestamp,
        /// They can't log in since.
        pub disabled_at: Option<Timestamp>,
        /// Nothing that names them is left since.
        pub erased_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod email {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "email")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub address: String,
        pub confirmed_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub use person::Model as Person;

impl Person {
    pub fn is_disabled(&self) -> bool {
        self.disabled_at.is_some()
    }

    pub fn lang(&self) -> Lang {
        Lang::parse(&self.lang).unwrap_or(Lang::Nb)
    }
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Person>, DbErr> {
    person::Entity::find_by_id(id).one(db).await
}

/// Whose this address was shown to be.
pub async fn by_address(
    db: &impl ConnectionTrait,
    address: &Address,
) -> Result<Option<Person>, DbErr> {
    let is_it = email::Column::Address.eq(address.as_str());
    match email::Entity::find().filter(is_it).one(db).await? {
        Some(email) => by_id(db, email.person_id).await,
        None => Ok(None),
    }
}

pub async fn addresses(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<String>, DbErr> {
    let theirs = email::Entity::find().filter(email::Column::PersonId.eq(person));
    let rows = theirs.order_by_asc(email::Column::Address).all(db).await?;
    Ok(rows.into_iter().map(|row| row.address).collect())
}

/// Those of them whose accounts are open.
pub async fn open(
    db: &impl ConnectionTrait,
    persons: BTreeSet<Uuid>,
) -> Result<BTreeSet<Uuid>, DbErr> {
    if persons.is_empty() {
        return Ok(persons);
    }
    let open = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::Id.is_in(persons))
        .filter(person::Column::DisabledAt.is_null());
    let open: Vec<Uuid> = open.into_tuple().all(db).await?;
    Ok(open.into_iter().collect())
}

/// What these are called, in the order of their names: by an address where they have not said a name. Who comes by
/// others may have neither.
pub async fn called(
    db: &impl ConnectionTrait,
    t: Text,
    persons: &[Uuid],
) -> Result<Vec<(Uuid, String)>, DbErr> {
    let rows = person::Entity::find()
        .filter(person::Column::Id.is_in(persons.iter().copied()))
        .filter(person::Column::DisabledAt.is_null())
        .all(db)
        .await?;
    let emails = email::Entity::find()
        .filter(email::Column::PersonId.is_in(persons.iter().copied()))
        .order_by_asc(email::Column::Address)
        .all(db)
        .await?;
    let with_name = |person: Person| {
        let first = emails.iter().find(|email| email.person_id == person.id);
        let address = first.map(|email| email.address.clone());
        let name = Some(person.name).filter(|name| !name.is_empty()).or(address);
        (person.id, name.unwrap_or_else(|| t.plain("people-unnamed")))
    };
    let mut names: Vec<(Uuid, String)> = rows.into_iter().map(with_name).collect();
    names.sort_by_cached_key(|(_, name)| name.clone());
    Ok(names)
}

/// What each of these is called; those that have not said it, and those that are gone, are left out.
pub async fn names(
    db: &impl ConnectionTrait,
    ids: BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, String>, DbErr> {
    let rows = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(db).await?;
    let named = rows.into_iter().filter(|person| !person.name.is_empty());
    Ok(named.map(|person| (person.id, person.name)).collect())
}

/// Everybody who has not been erased, the newest first, each with their addresses.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<(Person, Vec<String>)>, DbErr> {
    let there = person::Entity::find().filter(person::Column::ErasedAt.is_null());
    let persons = there.order_by_desc(person::Column::Id).all(db).await?;
    let emails = email::Entity::find().order_by_asc(email::Column::Address).all(db).await?;
    let of = |id: Uuid| -> Vec<String> {
        let theirs = emails.iter().filter(|email| email.person_id == id);
        theirs.map(|email| email.address.clone()).collect()
    };
    let with_theirs = |person: Person| {
        let theirs = of(person.id);
        (person, theirs)
    };
    Ok(persons.into_iter().map(with_theirs).collect())
}

/// A new account, with the address that was shown to be theirs. Who comes by others may have none.
pub async fn make(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    address: Option<&Address>,
    lang: Lang,
) -> Result<Person, DbErr> {
    let now = Timestamp::from(clock.now());
    let person = Person {
        id: clock.new_id(),
        name: String::new(),
        lang: lang.code().to_owned(),
        made_at: now,
        disabled_at: None,
        erased_at: None,
    };
    person::Entity::insert(person.clone().into_active_model()).exec_without_returning(tx).await?;
    let Some(address) = address else { return Ok(person) };
    let email = email::Model {
        id: clock.new_id(),
        person_id: person.id,
        address: address.as_str().to_owned(),
        confirmed_at: now,
    };
    email::Entity::insert(email.into_active_model()).exec_without_returning(tx).await?;
    Ok(person)
}

pub async fn set_name(tx: &impl ConnectionTrait, id: Uuid, name: &str) -> Result<(), DbErr> {
    let named = person::Entity::update_many().col_expr(person::Column::Name, Expr::value(name));
    named.filter(person::Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// Empties the one row that says who somebody was.
pub(super) async fn empty(tx: &impl ConnectionTrait, id: Uuid, at: Timestamp) -> Result<(), DbErr> {
    person::Entity::update_many()
        .col_expr(person::Column::Name, Expr::value(""))
        .col_expr(person::Column::Lang, Expr::value(Lang::Nb.code()))
        .col_expr(person::Column::DisabledAt, Expr::value(Some(at)))
        .col_expr(person::Column::ErasedAt, Expr::value(Some(at)))
        .filter(person::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

pub async fn set_lang(tx: &impl ConnectionTrait, id: Uuid, lang: Lang) -> Result<(), DbErr> {
    let set =
        person::Entity::update_many().col_expr(person::Column::Lang, Expr::value(lang.code()));
    set.filter(person::Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// Takes an address away from somebody who has another. False when it is not theirs, or their last.
pub async fn remove_address(
    tx: &impl ConnectionTrait,
    id: Uuid,
    address: &str,
) -> Result<bool, DbErr> {
    if addresses(tx, id).await?.len() < 2 {
        return Ok(false);
    }
    let is_it = email::Entity::delete_many().filter(email::Column::PersonId.eq(id));
    let gone = is_it.filter(email::Column::Address.eq(address)).exec(tx).await?;
    Ok(gone.rows_affected == 1)
}

/// From when they can't log in; none for one who can.
pub(super) async fn set_disabled(
    tx: &impl ConnectionTrait,
    id: Uuid,
    at: Option<Timestamp>,
) -> Result<(), DbErr> {
    let set = person::Entity::update_many().col_expr(person::Column::DisabledAt, Expr::value(at));
    set.filter(person::Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}
