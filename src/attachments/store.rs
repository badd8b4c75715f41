//! The table of what is known of each file's text. Private to the room.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{FromQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use time::OffsetDateTime;

use crate::db::Timestamp;
use crate::extract::{Page, Status, Text, VERSION};

/// Not read yet; a job for it is in the queue.
const WAITING: &str = "waiting";
/// The table of files speaks of it, the store has it not.
const MISSING: &str = "missing";
/// Its turn came again and again, and reading it never came to an end.
const GIVEN_UP: &str = "given_up";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file_text")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub digest: String,
    pub status: String,
    pub reason: Option<String>,
    /// Of the reading: see [`VERSION`].
    pub version: i32,
    pub milliseconds: i32,
    /// Bytes of text.
    pub size: i32,
    pub asked_at: Timestamp,
    pub extracted_at: Option<Timestamp>,
    /// As [`Page`] has them.
    pub pages: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Adds the row of a file that nobody knows. False when it is there.
pub async fn add(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    digest: &str,
) -> Result<bool, DbErr> {
    let row = Model {
        digest: digest.to_owned(),
        status: WAITING.to_owned(),
        reason: None,
        version: 0,
        milliseconds: 0,
        size: 0,
        asked_at: now.into(),
        extracted_at: None,
        pages: Json::Array(Vec::new()),
    };
    let added = Entity::insert(row.into_active_model())
        .on_conflict_do_nothing_on([Column::Digest])
        .exec_without_returning(db)
        .await?;
    Ok(matches!(added, sea_orm::TryInsertResult::Inserted(rows) if rows > 0))
}

/// The digests that are waiting or read by this version.
pub fn known() -> SelectStatement {
    Query::select()
        .column(Column::Digest)
        .from(Entity)
        .and_where(Column::Version.gte(VERSION).or(Column::Status.eq(WAITING)))
        .to_owned()
}

/// The file waits to be read; what was read of it before is kept until then. False when it waited
/// already.
pub async fn wait(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    digest: &str,
) -> Result<bool, DbErr> {
    if add(db, now, digest).await? {
        return Ok(true);
    }
    let waits = Entity::update_many()
        .col_expr(Column::Status, Expr::value(WAITING))
        .col_expr(Column::AskedAt, Expr::value(now))
        .filter(Column::Digest.eq(digest))
        .filter(Column::Status.ne(WAITING))
        .exec(db)
        .await?;
    Ok(waits.rows_affected > 0)
}

pub async fn is_waiting(db: &impl ConnectionTrait, digest: &str) -> Result<bool, DbErr> {
    let row = Entity::find()
        .filter(Column::Digest.eq(digest))
        .filter(Column::Status.eq(WAITING))
        .count(db)
        .await?;
    Ok(row > 0)
}

/// Keeps what came of reading; nothing, when the file is not in the store.
pub async fn keep(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    digest: &str,
    text: Option<Text>,
    milliseconds: i32,
) -> Result<(), DbErr> {
    let (status, reason, pages) = match text {
        Some(text) => (text.status.name(), text.reason, text.pages),
        None => (MISSING, Some("it is not in the file store".to_owned()), Vec::new()),
    };
    let size: usize = pages.iter().map(|page| page.text.len()).sum();
    let pages = serde_json::to_value(pages).map_err(|e| DbErr::Json(e.to_string()))?;
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status))
        .col_expr(Column::Reason, Expr::value(reason))
        .col_expr(Column::Version, Expr::value(VERSION))
        .col_expr(Column::Milliseconds, Expr::value(milliseconds))
        .col_expr(Column::Size, Expr::value(i32::try_from(size).unwrap_or(i32::MAX)))
        .col_expr(Column::ExtractedAt, Expr::value(Some(now)))
        .col_expr(Column::Pages, Expr::value(pages))
        .filter(Column::Digest.eq(digest))
        .exec(db)
        .await?;
    Ok(())
}

/// Deletes what was read of a file that is gone.
pub async fn forget(db: &impl ConnectionTrait, digest: &str) -> Result<(), DbErr> {
    Entity::delete_by_id(digest).exec(db).await?;
    Ok(())
}

/// Nobody will read it, unless somebody asks for it again. What was read of it before is kept.
pub async fn give_up(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    digest: &str,
) -> Result<(), DbErr> {
    let reason = "it was tried again and again and never read to an end; the log says why";
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(GIVEN_UP))
        .col_expr(Column::Reason, Expr::value(reason))
        .col_expr(Column::Version, Expr::value(VERSION))
        .col_expr(Column::ExtractedAt, Expr::value(Some(now)))
        .filter(Column::Digest.eq(digest))
        .filter(Column::Status.eq(WAITING))
        .exec(db)
        .await?;
    Ok(())
}

/// The text of those of the files that have any.
pub async fn texts(
    db: &impl ConnectionTrait,
    digests: SelectStatement,
) -> Result<Vec<(String, Vec<Page>)>, DbErr> {
    let rows: Vec<(String, Json)> = Entity::find()
        .select_only()
        .columns([Column::Digest, Column::Pages])
        .filter(Column::Size.gt(0))
        .filter(Column::Digest.in_subquery(digests))
        .into_tuple()
        .all(db)
        .await?;
    let read = |(digest, pages): (String, Json)| {
        let read = serde_json::from_value(pages).ok();
        if read.is_none() {
            tracing::warn!(digest, "the stored text of a file can't be read");
        }
        read.map(|pages| (digest, pages))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// How many files stand how.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Count {
    pub status: String,
    pub files: i64,
}

/// How many files have each status; those that none has are there too.
pub async fn counts(db: &impl ConnectionTrait) -> Result<Vec<Count>, DbErr> {
    let found: Vec<Count> = Entity::find()
        .select_only()
        .column(Column::Status)
        .column_as(Column::Digest.count(), "files")
        .group_by(Column::Status)
        .into_model()
        .all(db)
        .await?;
    let names =
        [WAITING].into_iter().chain(Status::ALL.map(Status::name)).chain([MISSING, GIVEN_UP]);
    let count = |name: &str| {
        let found = found.iter().find(|count| count.status == name);
        Count { status: name.to_owned(), files: found.map_or(0, |count| count.files) }
    };
    Ok(names.map(count).collect())
}

/// A file that was not read to its end, and why.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Trouble {
    pub digest: String,
    pub status: String,
    pub reason: Option<String>,
    pub milliseconds: i32,
    pub asked_at: Timestamp,
    pub extracted_at: Option<Timestamp>,
}

/// All that are not read, and all that are only read in part; those that wait come last.
pub async fn troubles(db: &impl ConnectionTrait) -> Result<Vec<Trouble>, DbErr> {
    let mut found: Vec<Trouble> = Entity::find()
        .select_only()
        .columns([Column::Digest, Column::Status, Column::Reason, Column::Milliseconds])
        .columns([Column::AskedAt, Column::ExtractedAt])
        .filter(Column::Status.ne(Status::Read.name()))
        .order_by_asc(Column::Status)
        .order_by_asc(Column::Digest)
        .into_model()
        .all(db)
        .await?;
    found.sort_by_key(|trouble| trouble.status == WAITING);
    Ok(found)
}

/// Which files are to be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Those that were not read, or only in part, and those that have waited in vain.
    Failed,
    All,
}

pub async fn chosen(db: &impl ConnectionTrait, which: Again) -> Result<Vec<String>, DbErr> {
    let mut rows = Entity::find().select_only().column(Column::Digest);
    if which == Again::Failed {
        rows = rows.filter(Column::Status.ne(Status::Read.name()));
    }
    rows.order_by_asc(Column::Digest).into_tuple().all(db).await
}
