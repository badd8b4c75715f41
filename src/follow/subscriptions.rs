//! Who follows what by e-mail, and who is about to: an address, what is followed, how often. Private to
//! this room.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{IntoActiveModel, PaginatorTrait, QueryOrder, QuerySelect};
use time::{Duration, OffsetDateTime};

use crate::clock::Clock;
use crate::db::{DbErr, Timestamp};
use crate::i18n::Lang;
use crate::mail::Often;
use crate::people::{Address, Token, attempts};
use crate::seal::Seal;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "subscription")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub address: String,
    pub lang: String,
    /// The parameters of the page about following.
    pub followed: String,
    pub often: String,
    pub made_at: Timestamp,
    /// What was published before has been told of.
    pub told_until: Timestamp,
    pub due_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn lang(&self) -> Lang {
        Lang::parse(&self.lang).unwrap_or(Lang::Nb)
    }

    /// When the next letter after this instant is to come.
    pub fn next(&self, now: OffsetDateTime) -> OffsetDateTime {
        Often::named(&self.often).unwrap_or(Often::Week).next(now)
    }
}

/// Somebody has asked to follow, and is to type the code of the letter.
pub mod attempt {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "subscription_attempt")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// A digest of what the page holds.
        pub secret: String,
        /// A keyed digest of the code.
        pub code: String,
        pub address: String,
        pub lang: String,
        pub followed: String,
        pub often: String,
        pub tries: i32,
        pub expires_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How long a code can be typed.
pub const LASTS: Duration = Duration::minutes(30);
/// How often one may be typed wrongly.
const TRIES: i32 = 5;
/// One address follows no more than this.
pub const MOST: u64 = 20;

/// What somebody asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub address: Address,
    pub lang: Lang,
    pub followed: String,
    pub often: Often,
}

/// Begins an attempt: what the page is to hold, and the code for the letter.
pub async fn begin(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    asked: &Asked,
) -> Result<(Token, String), DbErr> {
    let (secret, code, id) = (Token::new(clock), attempts::new_code(clock), clock.random_id());
    let row = attempt::Model {
        id,
        secret: secret.digest(),
        code: seal.digest(&purpose(id), &code),
        address: asked.address.as_str().to_owned(),
        lang: asked.lang.code().to_owned(),
        followed: asked.followed.clone(),
        often: asked.often.name().to_owned(),
        tries: 0,
        expires_at: (clock.now() + LASTS).into(),
    };
    attempt::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok((secret, code))
}

fn purpose(id: Uuid) -> String {
    format!("follow {id}")
}

/// The attempt of this page, while a code can be typed.
pub async fn waiting(
    db: &impl ConnectionTrait,
    secret: &Token,
    now: OffsetDateTime,
) -> Result<Option<attempt::Model>, DbErr> {
    let is_it = attempt::Column::Secret.eq(secret.digest());
    let found = attempt::Entity::find().filter(is_it).one(db).await?;
    Ok(found.filter(|one| one.expires_at > now && one.tries < TRIES))
}

pub enum Held {
    /// The address is theirs, and follows from now on.
    Right(Box<Model>),
    Wrong {
        left: u64,
    },
    /// The address follows as much as it can.
    Full,
    Over,
}

/// Holds a code against the attempt of this page.
pub async fn hold(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seal: &Seal,
    secret: &Token,
    typed: &str,
) -> Result<Held, DbErr> {
    let Some(found) = waiting(tx, secret, clock.now()).await? else { return Ok(Held::Over) };
    let is_right = seal.is_digest(&purpose(found.id), typed, &found.code);
    let tries = if is_right { TRIES } else { found.tries + 1 };
    let counted = attempt::Entity::update_many()
        .col_expr(attempt::Column::Tries, Expr::value(tries))
        .filter(attempt::Column::Id.eq(found.id))
        // Of two who try at once, one has seen what is no more.
        .filter(attempt::Column::Tries.eq(found.tries));
    if counted.exec(tx).await?.rows_affected == 0 {
        return Ok(Held::Over);
    }
    if !is_right {
        let left = u64::try_from(TRIES - tries).unwrap_or(0);
        return Ok(if left == 0 { Held::Over } else { Held::Wrong { left } });
    }
    put(tx, clock, found).await
}

/// What is followed already gets the new choice of how often.
async fn put(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    found: attempt::Model,
) -> Result<Held, DbErr> {
    let theirs = || Entity::find().filter(Column::Address.eq(found.address.as_str()));
    let same = theirs().filter(Column::Followed.eq(found.followed.as_str())).one(tx).await?;
    if same.is_none() && theirs().count(tx).await? >= MOST {
        return Ok(Held::Full);
    }
    let now = clock.now();
    let row = Model {
        id: clock.random_id(),
        address: found.address.clone(),
        lang: found.lang,
        followed: found.followed.clone(),
        often: found.often,
        made_at: now.into(),
        told_until: now.into(),
        due_at: now.into(),
    };
    let row = Model { due_at: row.next(now).into(), ..row };
    let again = OnConflict::columns([Column::Address, Column::Followed])
        .update_columns([Column::Lang, Column::Often, Column::DueAt])
        .to_owned();
    let insert = Entity::insert(row.clone().into_active_model()).on_conflict(again);
    insert.exec_without_returning(tx).await?;
    Ok(Held::Right(Box::new(row)))
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Nothing is kept of who has left.
pub async fn leave(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Some of those to whom a letter may be due, the longest waiting first.
pub async fn due(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let due = Entity::find().filter(Column::DueAt.lte(now));
    due.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(most).all(db).await
}

/// Takes the next letter of one: whoever else took it meanwhile leaves nothing to take. It is told of what
/// was published until then; where nothing could be looked for, of nothing.
pub async fn take(
    tx: &impl ConnectionTrait,
    row: &Model,
    told_until: OffsetDateTime,
    next: OffsetDateTime,
) -> Result<bool, DbErr> {
    let taken = Entity::update_many()
        .col_expr(Column::ToldUntil, Expr::value(Timestamp::from(told_until)))
        .col_expr(Column::DueAt, Expr::value(Timestamp::from(next)))
        .filter(Column::Id.eq(row.id))
        .filter(Column::DueAt.eq(row.due_at));
    Ok(taken.exec(tx).await?.rows_affected == 1)
}

/// Codes that nobody can type any more.
pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let over = attempt::Entity::delete_many().filter(attempt::Column::ExpiresAt.lte(now));
    Ok(over.exec(db).await?.rows_affected)
}
