//! The papers that are made or on their way. Private to this room.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use time::{Duration, OffsetDateTime};

use crate::app::App;
use crate::db::Timestamp;
use crate::error::Error;
use crate::i18n::Lang;
use crate::pdf::Pdf;

/// How long a paper is kept.
pub const KEPT: Duration = Duration::hours(24);

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "print")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub key: String,
    pub title: String,
    pub lang: String,
    pub state: String,
    pub done: i32,
    pub total: i32,
    pub pages: i32,
    pub bytes: i32,
    /// The name of its bytes among the files that are set aside.
    pub file: Option<String>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How far a paper has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Waiting,
    /// Its texts and pictures are being fetched.
    Gathering,
    /// Its pages are being set.
    Setting,
    Done,
    Failed,
}

impl Stage {
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Gathering => "gathering",
            Self::Setting => "setting",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
}

impl Model {
    pub fn stage(&self) -> Stage {
        let all = [Stage::Waiting, Stage::Gathering, Stage::Setting, Stage::Done];
        all.into_iter().find(|stage| stage.name() == self.state).unwrap_or(Stage::Failed)
    }
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

pub async fn by_key(db: &impl ConnectionTrait, key: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Key.eq(key)).one(db).await
}

/// The bytes of a paper that is made, and not yet swept.
pub async fn kept(app: &App, key: &str) -> Result<Option<Vec<u8>>, Error> {
    let found = by_key(&app.db, key).await?.filter(|row| row.expires_at > app.clock.now());
    match found.and_then(|row| row.file) {
        Some(file) => Ok(app.files.aside(&file).await?),
        None => Ok(None),
    }
}

/// Keeps a paper that was made at once. Two readers may have asked for the same: one row stands.
pub async fn keep(app: &App, key: &str, title: &str, lang: Lang, pdf: &Pdf) -> Result<(), Error> {
    app.files.set_aside(key, pdf.bytes.to_vec()).await?;
    let now = app.clock.now();
    let row = Model {
        id: app.clock.random_id(),
        key: key.to_owned(),
        title: title.to_owned(),
        lang: lang.code().to_owned(),
        state: Stage::Done.name().to_owned(),
        done: 1,
        total: 1,
        pages: whole(pdf.pages),
        bytes: whole(pdf.bytes.len()),
        file: Some(key.to_owned()),
        made_at: now.into(),
        expires_at: (now + KEPT).into(),
    };
    insert(&app.db, row).await?;
    Ok(())
}

/// A new row; one with the same key is left as it is.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let unless_there = sea_orm::sea_query::OnConflict::column(Column::Key).do_nothing().to_owned();
    let insert = Entity::insert(row.into_active_model()).on_conflict(unless_there);
    match insert.exec_without_returning(db).await {
        Ok(_) | Err(DbErr::RecordNotInserted) => Ok(()),
        Err(error) => Err(error),
    }
}

pub async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// How far the paper has come. It may have been swept meanwhile; then nothing is written.
pub async fn advance(
    db: &impl ConnectionTrait,
    id: Uuid,
    stage: Stage,
    done: usize,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, stage.name().into())
        .col_expr(Column::Done, whole(done).into())
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Nobody makes it any more. One that was made before that stays made.
pub async fn give_up(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, Stage::Failed.name().into())
        .filter(Column::Id.eq(id))
        .filter(Column::State.ne(Stage::Done.name()))
        .exec(db)
        .await?;
    Ok(())
}

pub async fn finish(db: &impl ConnectionTrait, row: Model, pdf: &Pdf) -> Result<(), DbErr> {
    let total = row.total;
    let file = row.key.clone();
    let mut row = row.into_active_model();
    row.state = Set(Stage::Done.name().to_owned());
    row.done = Set(total);
    row.pages = Set(whole(pdf.pages));
    row.bytes = Set(whole(pdf.bytes.len()));
    row.file = Set(Some(file));
    row.update(db).await?;
    Ok(())
}

/// All that has been made is out of date as of now, and is made anew when somebody asks for it.
pub async fn recall(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::ExpiresAt, Expr::value(now))
        .filter(Column::ExpiresAt.gt(now))
        .exec(db)
        .await?;
    Ok(())
}

/// Some of the papers whose time is out.
pub async fn expired(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::ExpiresAt.lte(now))
        .order_by_asc(Column::ExpiresAt)
        .limit(200)
        .all(db)
        .await
}

pub fn whole(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}
