//! Files that people have sent in for a text: which they are, how they fared, and what was found in them.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::db::Timestamp;
use crate::extract::About;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "upload")]
pub struct Model {
    /// Also its name in quarantine.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub item_id: Uuid,
    pub person_id: Uuid,
    /// Letters that fit in an address, without an ending.
    pub name: String,
    pub state: String,
    /// Why it was refused.
    pub why: Option<String>,
    pub size: i32,
    /// The file that it became; of a picture the one that is kept whole.
    pub file_id: Option<Uuid>,
    /// Can people be recognised in it? Nothing until somebody has said.
    pub people: Option<String>,
    pub found: Json,
    pub made_at: Timestamp,
    pub looked_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub const WAITING: &str = "waiting";
pub const READY: &str = "ready";
pub const REFUSED: &str = "refused";

/// Nobody in it can be recognised, or somebody can.
pub const NOBODY: &str = "nobody";
pub const SOMEBODY: &str = "somebody";

/// A text has no more files than this on their way or there.
pub const MOST: u64 = 100;

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Found {
    /// What its sender calls it, without what looks like an identity number.
    pub title: String,
    /// What stood behind the last full stop of its name: what kind of file its sender takes it for.
    pub ending: String,
    /// Something in its name was masked.
    pub is_name_masked: bool,
    pub media_type: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub about: Option<About>,
    /// There is no text in it that can be read, as in a scanned paper.
    pub is_textless: bool,
    /// The pages where something looks like an identity number.
    pub numbers: Vec<u32>,
    /// Why somebody says that it is none.
    pub vouched: Option<String>,
}

impl Model {
    pub fn found(&self) -> Found {
        serde_json::from_value(self.found.clone()).unwrap_or_default()
    }

    /// What its sender knows it by.
    pub fn called(&self) -> String {
        let Found { title, ending, .. } = self.found();
        let title = if title.is_empty() { self.name.clone() } else { title };
        if ending.is_empty() { title } else { format!("{title}.{ending}") }
    }

    pub fn is_picture(&self) -> bool {
        self.found().media_type.starts_with("image/")
    }

    pub fn is_ready(&self) -> bool {
        self.state == READY && self.file_id.is_some()
    }

    /// Was it taken, and is gone since: with a draft that was thrown away, or by law?
    pub fn is_lost(&self) -> bool {
        self.state == READY && self.file_id.is_none()
    }

    /// Is something in it that may be an identity number, and nobody has said that it is none?
    pub fn has_open_numbers(&self) -> bool {
        let found = self.found();
        !found.numbers.is_empty() && found.vouched.is_none()
    }
}

pub async fn add(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Those of a text, the newest first.
pub async fn of_item(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::ItemId.eq(item));
    theirs.order_by_desc(Column::Id).limit(MOST).all(db).await
}

pub async fn count(db: &impl ConnectionTrait, item: Uuid) -> Result<u64, DbErr> {
    Entity::find().filter(Column::ItemId.eq(item)).count(db).await
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Those that became one of these files, whatever text they were sent in for.
pub async fn of_files(db: &impl ConnectionTrait, files: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let became = Entity::find().filter(Column::FileId.is_in(files.iter().copied()));
    became.order_by_asc(Column::Id).all(db).await
}

/// Which of these wait to be looked at.
pub async fn waiting(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let waiting = Entity::find().select_only().column(Column::Id);
    let waiting = waiting.filter(Column::Id.is_in(ids.iter().copied()));
    waiting.filter(Column::State.eq(WAITING)).into_tuple().all(db).await
}

/// It has been looked at, and is taken; what is known of the same picture is known of it.
pub async fn settle(
    tx: &impl ConnectionTrait,
    now: OffsetDateTime,
    id: Uuid,
    file: Uuid,
    found: &Found,
) -> Result<(), DbErr> {
    let known = of_files(tx, &[file]).await?.into_iter().find_map(|row| row.people);
    let found = serde_json::to_value(found).map_err(|e| DbErr::Json(e.to_string()))?;
    Entity::update_many()
        .col_expr(Column::State, Expr::value(READY))
        .col_expr(Column::Why, Expr::value(None::<String>))
        .col_expr(Column::FileId, Expr::value(Some(file)))
        .col_expr(Column::People, Expr::value(known))
        .col_expr(Column::Found, Expr::value(found))
        .col_expr(Column::LookedAt, Expr::value(Some(now)))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(WAITING))
        .exec(tx)
        .await?;
    Ok(())
}

/// It waits still, and the writer is told why.
pub async fn waits(tx: &impl ConnectionTrait, id: Uuid, why: &str) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Why, Expr::value(Some(why.to_owned())))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(WAITING))
        .exec(tx)
        .await?;
    Ok(())
}

/// It is not taken.
pub async fn refuse(
    tx: &impl ConnectionTrait,
    now: OffsetDateTime,
    id: Uuid,
    why: &str,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(REFUSED))
        .col_expr(Column::Why, Expr::value(Some(why.to_owned())))
        .col_expr(Column::LookedAt, Expr::value(Some(now)))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(WAITING))
        .exec(tx)
        .await?;
    Ok(())
}

/// The file goes from everywhere.
pub async fn take_down(tx: &impl ConnectionTrait, file: Uuid, why: &str) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(REFUSED))
        .col_expr(Column::Why, Expr::value(Some(why.to_owned())))
        .filter(Column::FileId.eq(file))
        .exec(tx)
        .await?;
    Ok(())
}

/// What somebody says of those who are seen in a picture holds wherever it is used.
pub async fn say_people(tx: &impl ConnectionTrait, file: Uuid, people: &str) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::People, Expr::value(Some(people.to_owned())))
        .filter(Column::FileId.eq(file))
        .exec(tx)
        .await?;
    Ok(())
}

pub async fn set_found(tx: &impl ConnectionTrait, id: Uuid, found: &Found) -> Result<(), DbErr> {
    let found = serde_json::to_value(found).map_err(|e| DbErr::Json(e.to_string()))?;
    let one = Entity::update_many().col_expr(Column::Found, Expr::value(found));
    one.filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

pub async fn forget(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}
