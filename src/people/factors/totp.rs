//! An app that makes a code of six digits each half minute (TOTP, RFC 6238).
//!
//! The key is derived from the site's own and the id of the row: a table that gets lost tells nobody a code.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QuerySelect};
use time::OffsetDateTime;
use totp_rs::{Builder, Totp};

use super::{Shown, tries};
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::seal::Seal;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "totp")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub made_at: Timestamp,
    /// A code from the app was typed; none until then, and nobody is asked for one.
    pub confirmed_at: Option<Timestamp>,
    /// The half minute of the last code that was taken, counted from 1970: none of it or before is
    /// taken again.
    pub last_step: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// As many bytes as RFC 4226 recommends.
const KEY: usize = 20;

/// The app's key, as somebody types it or a camera reads it. It is never written to a log: it has no
/// `Debug`.
pub struct Key {
    /// In groups of four.
    pub text: String,
    /// What a QR code says.
    pub address: String,
}

fn maker(seal: &Seal, id: Uuid) -> Result<Totp, DbErr> {
    let key: Vec<u8> = seal.key_for("totp", &id.to_string()).into_iter().take(KEY).collect();
    let made = Builder::new().with_secret(key).build();
    made.map_err(|error| DbErr::Custom(format!("the key of an app: {error}")))
}

async fn row(db: &impl ConnectionTrait, person: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::PersonId.eq(person)).one(db).await
}

/// Since when they have an app.
pub async fn since(
    db: &impl ConnectionTrait,
    person: Uuid,
) -> Result<Option<OffsetDateTime>, DbErr> {
    let confirmed = row(db, person).await?.and_then(|row| row.confirmed_at);
    Ok(confirmed.map(OffsetDateTime::from))
}

/// Those of them who have an app.
pub(super) async fn having(
    db: &impl ConnectionTrait,
    persons: &BTreeSet<Uuid>,
) -> Result<Vec<Uuid>, DbErr> {
    let theirs = Entity::find().select_only().column(Column::PersonId);
    let theirs = theirs.filter(Column::PersonId.is_in(persons.iter().copied()));
    theirs.filter(Column::ConfirmedAt.is_not_null()).into_tuple().all(db).await
}

/// Begins to set an app up, with a new key. False for one who has an app already.
pub async fn begin(tx: &impl ConnectionTrait, clock: &Clock, person: Uuid) -> Result<bool, DbErr> {
    if since(tx, person).await?.is_some() {
        return Ok(false);
    }
    remove(tx, person).await?;
    let row = Model {
        id: clock.random_id(),
        person_id: person,
        made_at: clock.now().into(),
        confirmed_at: None,
        last_step: 0,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(true)
}

/// The key of an app that is being set up; none once it is.
pub async fn key(
    db: &impl ConnectionTrait,
    seal: &Seal,
    (person, account, site): (Uuid, &str, &str),
) -> Result<Option<Key>, DbErr> {
    let Some(row) = row(db, person).await?.filter(|row| row.confirmed_at.is_none()) else {
        return Ok(None);
    };
    let key = maker(seal, row.id)?.secret().to_base32();
    let encoded = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let (account, site) = (encoded(account), encoded(site));
    let address = format!("otpauth://totp/{site}:{account}?secret={key}&issuer={site}");
    let groups: Vec<&str> =
        (0..key.len()).step_by(4).filter_map(|at| key.get(at..key.len().min(at + 4))).collect();
    Ok(Some(Key { text: groups.join(" "), address }))
}

/// Holds a code against the app of a person; with `is_new`, the one that they set up, which it confirms. A
/// code is taken once.
pub async fn hold(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    (person, code): (Uuid, &str),
    is_new: bool,
) -> Result<Shown, DbErr> {
    let now = clock.now();
    if let Some(seconds) = tries::wait(tx, person, now).await? {
        return Ok(Shown::Wait(seconds));
    }
    let Some(row) = row(tx, person).await?.filter(|row| row.confirmed_at.is_none() == is_new)
    else {
        return Ok(Shown::Wrong);
    };
    let at = u64::try_from(now.unix_timestamp()).unwrap_or_default();
    let step = maker(seal, row.id)?.check(code, at).and_then(|step| i32::try_from(step).ok());
    let Some(step) = step.filter(|step| *step > row.last_step) else {
        tries::wrong(tx, person, now).await?;
        return Ok(Shown::Wrong);
    };
    let confirmed = row.confirmed_at.unwrap_or(now.into());
    Entity::update_many()
        .col_expr(Column::LastStep, Expr::value(step))
        .col_expr(Column::ConfirmedAt, Expr::value(Some(confirmed)))
        .filter(Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    tries::right(tx, person).await?;
    Ok(Shown::Right)
}

/// False when there is none.
pub async fn remove(tx: &impl ConnectionTrait, person: Uuid) -> Result<bool, DbErr> {
    let gone = Entity::delete_many().filter(Column::PersonId.eq(person)).exec(tx).await?;
    Ok(gone.rows_affected > 0)
}
