//! Why a browser is logged in no more: kept by the digest of its secret alone, so that the browser itself,
//! and nobody else, can be told.

use axum::http::{HeaderMap, header};
use sea_orm::entity::prelude::*;
use sea_orm::{JoinType, QuerySelect};
use time::{Duration, OffsetDateTime};

use super::persons::person;
use super::{Token, roles, sessions};
use crate::clock::Clock;
use crate::config;
use crate::dates::oslo_day;
use crate::db::{DbErr, Timestamp, insert_all};
use crate::rights::RoleKind;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_ended")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// A digest of what the browser holds.
    pub token: String,
    pub why: String,
    pub ended_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Why a session is over that its browser did not end itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// By themselves, in another browser.
    Elsewhere,
    /// A role was taken away.
    RoleTaken,
    /// The account was closed.
    Closed,
    /// A second step was set up in another browser.
    StepAdded,
    /// Somebody has reset the second step.
    StepsReset,
    /// Whoever vouched for them has logged them out.
    Provider,
    /// Nothing was done in it for a while.
    Idle,
    /// It had lasted as long as any may.
    Longest,
}

impl Ended {
    pub const ALL: [Self; 8] = [
        Self::Elsewhere,
        Self::RoleTaken,
        Self::Closed,
        Self::StepAdded,
        Self::StepsReset,
        Self::Provider,
        Self::Idle,
        Self::Longest,
    ];

    /// As it is stored.
    fn name(self) -> &'static str {
        match self {
            Self::Elsewhere => "elsewhere",
            Self::RoleTaken => "role_taken",
            Self::Closed => "closed",
            Self::StepAdded => "step_added",
            Self::StepsReset => "steps_reset",
            Self::Provider => "provider",
            Self::Idle => "idle",
            Self::Longest => "longest",
        }
    }

    /// What is said of it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Elsewhere => "people-ended-elsewhere",
            Self::RoleTaken => "people-ended-role-taken",
            Self::Closed => "people-ended-closed",
            Self::StepAdded => "people-ended-step-added",
            Self::StepsReset => "people-ended-steps-reset",
            Self::Provider => "people-ended-provider",
            Self::Idle => "people-ended-idle",
            Self::Longest => "people-ended-longest",
        }
    }
}

/// What the cookie of a session is called.
pub const COOKIE: &str = "__Host-okt";

/// What the browser holds of a session.
fn held(headers: &HeaderMap) -> Option<Token> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs =
        lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == COOKIE)?;
    Token::read(value)
}

/// Notes why these are over, in the transaction that ends them.
pub(super) async fn note(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    over: &[sessions::Model],
    why: Ended,
) -> Result<(), DbErr> {
    let row = |one: &sessions::Model| Model {
        id: clock.random_id(),
        token: one.token.clone(),
        why: why.name().to_owned(),
        ended_at: clock.now().into(),
    };
    let rows: Vec<Model> = over.iter().filter(|one| !one.is_pending).map(row).collect();
    if rows.is_empty() {
        return Ok(());
    }
    insert_all(tx, rows).await
}

/// Why this browser is logged in no more; none where it never was, or where nobody remembers.
pub async fn why(
    db: &impl ConnectionTrait,
    clock: &Clock,
    settings: &config::People,
    headers: &HeaderMap,
) -> Result<Option<Ended>, DbErr> {
    let Some(digest) = held(headers).map(|token| token.digest()) else { return Ok(None) };
    let whose = sessions::Entity::belongs_to(person::Entity)
        .from(sessions::Column::PersonId)
        .to(person::Column::Id);
    let found = sessions::Entity::find()
        .join(JoinType::InnerJoin, whose.into())
        .select_also(person::Entity)
        .filter(sessions::Column::Token.eq(digest.as_str()))
        .one(db)
        .await?;
    let Some((session, Some(person))) = found else {
        let noted = Entity::find().filter(Column::Token.eq(digest)).one(db).await?;
        let of = |row: Model| Ended::ALL.into_iter().find(|why| why.name() == row.why);
        return Ok(noted.and_then(of));
    };
    if session.is_pending {
        return Ok(None);
    }
    if person.is_disabled() {
        return Ok(Some(Ended::Closed));
    }
    let now = clock.now();
    let held = roles::of(db, person.id, oslo_day(now)).await?;
    let is_administrator = held.iter().any(|row| row.kind == RoleKind::Administrator.name());
    Ok(session.over(settings, is_administrator, now))
}

/// So long it is remembered: who comes back after a week knows that they are to log in.
const KEPT: Duration = Duration::days(7);

pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let before = Timestamp::from(now - KEPT);
    let gone = Entity::delete_many().filter(Column::EndedAt.lt(before)).exec(db).await?;
    Ok(gone.rows_affected)
}
