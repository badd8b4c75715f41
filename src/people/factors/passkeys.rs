//! Passkeys (`WebAuthn`): a key in a phone, a computer or a stick, which signs what we ask for.
//!
//! What was asked stands in a row of its own until it is answered, once, within minutes and in the session
//! that it was asked in.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use time::{Duration, OffsetDateTime};
use webauthn_rs::prelude::{Passkey, PasskeyAuthentication, PasskeyRegistration, Url};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::{Shown, tries};
use crate::clock::Clock;
use crate::db::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// What the key calls itself.
    pub credential: String,
    /// The public half, and what was last seen of it.
    pub data: Json,
    /// What its owner calls it.
    pub name: String,
    pub made_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub mod challenge {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passkey_challenge")]
    pub struct Model {
        /// The session that it was asked in.
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        /// Whether a key is to be made.
        pub is_new: bool,
        pub state: Json,
        pub expires_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// So long something asked can be answered.
const LASTS: Duration = Duration::minutes(5);
/// So many one may have.
pub const MOST: usize = 10;

/// Where it is done: the site's address, the session, and who.
#[derive(Clone, Debug)]
pub struct Here {
    pub site: String,
    pub session: Uuid,
    pub person: Uuid,
}

/// None for a site that passkeys can't be bound to, such as one at a bare IP address.
pub fn relying(site: &str) -> Option<Webauthn> {
    let origin = Url::parse(site).ok()?;
    let domain = origin.domain()?.to_owned();
    let builder = WebauthnBuilder::new(&domain, &origin).ok()?.rp_name("Pådriver");
    builder.build().ok()
}

fn broken(error: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(format!("passkeys: {error}"))
}

fn here(site: &str) -> Result<Webauthn, DbErr> {
    relying(site).ok_or_else(|| broken("this site can have none"))
}

fn read<T: DeserializeOwned>(value: Json) -> Result<T, DbErr> {
    serde_json::from_value(value).map_err(broken)
}

fn written(value: &impl Serialize) -> Result<Json, DbErr> {
    serde_json::to_value(value).map_err(broken)
}

pub async fn of(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::PersonId.eq(person));
    theirs.order_by_asc(Column::MadeAt).all(db).await
}

/// Those of them who have a passkey.
pub(super) async fn having(
    db: &impl ConnectionTrait,
    persons: &BTreeSet<Uuid>,
) -> Result<Vec<Uuid>, DbErr> {
    let theirs = Entity::find().select_only().column(Column::PersonId);
    theirs.filter(Column::PersonId.is_in(persons.iter().copied())).into_tuple().all(db).await
}

async fn keys(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Passkey>, DbErr> {
    of(db, person).await?.into_iter().map(|row| read(row.data)).collect()
}

/// Asks a browser to make a key: what the browser is told, as JSON.
pub async fn begin(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    at: &Here,
    (account, name): (&str, &str),
) -> Result<Json, DbErr> {
    let known = keys(tx, at.person).await?.iter().map(|key| key.cred_id().clone()).collect();
    let (told, state) = here(&at.site)?
        .start_passkey_registration(at.person, account, name, Some(known))
        .map_err(broken)?;
    ask(tx, clock, at, true, written(&state)?).await?;
    written(&told)
}

/// Asks a browser to show a key.
pub async fn begin_show(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    at: &Here,
) -> Result<Json, DbErr> {
    let keys = keys(tx, at.person).await?;
    let (told, state) = here(&at.site)?.start_passkey_authentication(&keys).map_err(broken)?;
    ask(tx, clock, at, false, written(&state)?).await?;
    written(&told)
}

async fn ask(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    at: &Here,
    is_new: bool,
    state: Json,
) -> Result<(), DbErr> {
    challenge::Entity::delete_by_id(at.session).exec(tx).await?;
    let expires_at = (clock.now() + LASTS).into();
    let row = challenge::Model { id: at.session, person_id: at.person, is_new, state, expires_at };
    challenge::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// What was asked in this session. It is gone with that, whatever comes of the answer.
async fn asked<T: DeserializeOwned>(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    at: &Here,
    is_new: bool,
) -> Result<Option<T>, DbErr> {
    let found = challenge::Entity::find_by_id(at.session).one(tx).await?;
    challenge::Entity::delete_by_id(at.session).exec(tx).await?;
    let is_it = |row: &challenge::Model| {
        row.person_id == at.person && row.is_new == is_new && row.expires_at > clock.now()
    };
    found.filter(is_it).map(|row| read(row.state)).transpose()
}

/// Keeps the key that a browser has made. False when it is not what was asked for, or is known already.
pub async fn finish(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    at: &Here,
    (answer, name): (&str, &str),
) -> Result<bool, DbErr> {
    let Some(state) = asked::<PasskeyRegistration>(tx, clock, at, true).await? else {
        return Ok(false);
    };
    let Ok(answer) = serde_json::from_str(answer) else { return Ok(false) };
    let key = match here(&at.site)?.finish_passkey_registration(&answer, &state) {
        Ok(key) => key,
        Err(error) => {
            tracing::info!(person = %at.person, %error, "a passkey was refused");
            return Ok(false);
        }
    };
    let credential = crate::files::hex(key.cred_id());
    let is_known = Entity::find().filter(Column::Credential.eq(credential.as_str())).one(tx);
    if is_known.await?.is_some() {
        return Ok(false);
    }
    let row = Model {
        id: clock.new_id(),
        person_id: at.person,
        credential,
        data: written(&key)?,
        name: name.to_owned(),
        made_at: clock.now().into(),
        used_at: None,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(true)
}

/// Holds what a browser has signed against the keys of the person.
pub async fn show(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    at: &Here,
    answer: &str,
) -> Result<Shown, DbErr> {
    if let Some(seconds) = tries::wait(tx, at.person, clock.now()).await? {
        return Ok(Shown::Wait(seconds));
    }
    let Some(state) = asked::<PasskeyAuthentication>(tx, clock, at, false).await? else {
        return Ok(Shown::Wrong);
    };
    let Ok(answer) = serde_json::from_str(answer) else { return Ok(Shown::Wrong) };
    let result = match here(&at.site)?.finish_passkey_authentication(&answer, &state) {
        Ok(result) if result.user_verified() => result,
        Ok(_) => return Ok(Shown::Wrong),
        Err(error) => {
            tracing::info!(person = %at.person, %error, "a passkey was refused");
            tries::wrong(tx, at.person, clock.now()).await?;
            return Ok(Shown::Wrong);
        }
    };
    for row in of(tx, at.person).await? {
        let mut key: Passkey = read(row.data)?;
        if key.update_credential(&result).is_some() {
            Entity::update_many()
                .col_expr(Column::Data, Expr::value(written(&key)?))
                .col_expr(Column::UsedAt, Expr::value(Some(Timestamp::from(clock.now()))))
                .filter(Column::Id.eq(row.id))
                .exec(tx)
                .await?;
            tries::right(tx, at.person).await?;
            return Ok(Shown::Right);
        }
    }
    // It was taken away since it was asked for.
    Ok(Shown::Wrong)
}

/// False when it is gone already, or another's.
pub async fn remove(tx: &impl ConnectionTrait, person: Uuid, id: Uuid) -> Result<bool, DbErr> {
    let is_it = Entity::delete_many().filter(Column::Id.eq(id));
    let gone = is_it.filter(Column::PersonId.eq(person)).exec(tx).await?;
    Ok(gone.rows_affected == 1)
}

pub async fn remove_all(tx: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::PersonId.eq(person)).exec(tx).await?;
    Ok(())
}

pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let old = challenge::Entity::delete_many().filter(challenge::Column::ExpiresAt.lt(now));
    Ok(old.exec(db).await?.rows_affected)
}
