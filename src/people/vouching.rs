//! Attempts to log in by others: what we have told them, kept until they send the browser back, once.

use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;
use time::{Duration, OffsetDateTime};

use super::Token;
use crate::clock::Clock;
use crate::db::Timestamp;
use crate::i18n::Lang;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "provider_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// A digest of what the browser holds.
    pub secret: String,
    pub provider: String,
    /// What comes back in the address.
    pub state: String,
    /// What comes back in the token.
    pub nonce: String,
    /// What only we know of what was sent as a digest (PKCE).
    pub verifier: String,
    pub lang: String,
    pub return_to: Option<String>,
    /// Who is logged in and wants to be known by it too.
    pub person_id: Option<Uuid>,
    pub made_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

const LASTS: Duration = Duration::minutes(10);

/// Who goes where.
#[derive(Clone, Debug)]
pub struct Going {
    pub provider: String,
    pub lang: Lang,
    pub return_to: Option<String>,
    pub person: Option<Uuid>,
}

/// Begins an attempt: what the browser is to hold, and what the provider is told.
pub async fn begin(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    going: Going,
) -> Result<(Token, Model), DbErr> {
    let token = Token::new(clock);
    let chance = || Token::new(clock).as_str().to_owned();
    let row = Model {
        id: clock.random_id(),
        secret: token.digest(),
        provider: going.provider,
        state: chance(),
        nonce: chance(),
        verifier: chance(),
        lang: going.lang.code().to_owned(),
        return_to: going.return_to,
        person_id: going.person,
        made_at: clock.now().into(),
    };
    Entity::insert(row.clone().into_active_model()).exec_without_returning(tx).await?;
    Ok((token, row))
}

/// The attempt of this browser, which is used up with that.
pub async fn take(
    tx: &impl ConnectionTrait,
    token: &Token,
    now: OffsetDateTime,
) -> Result<Option<Model>, DbErr> {
    let found = Entity::find().filter(Column::Secret.eq(token.digest())).one(tx).await?;
    let Some(row) = found else { return Ok(None) };
    let gone = Entity::delete_by_id(row.id).exec(tx).await?;
    let is_open = gone.rows_affected == 1 && now - *row.made_at < LASTS;
    Ok(is_open.then_some(row))
}

pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::MadeAt.lt(now - LASTS)).exec(db).await?;
    Ok(gone.rows_affected)
}
