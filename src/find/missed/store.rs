//! How often each question was asked in vain on a day. Private to it.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use time::Date;

use crate::db::DbErr;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_missed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// A keyed digest of the question, its language, and what it was taken for.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub lang: String,
    /// The question, once it has been asked often enough; what it was taken for, if it was.
    pub words: Option<String>,
    pub meant: Option<String>,
    pub times: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// More rows than this are not read for a page.
const MOST: u64 = 5_000;

pub async fn of_day(db: &impl ConnectionTrait, day: Date) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Day.eq(day)).count(db).await
}

pub async fn is_there(db: &impl ConnectionTrait, day: Date, key: &str) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id((day, key.to_owned())).one(db).await?.is_some())
}

/// In one statement, so that of two who count at once both are counted.
pub async fn add(
    db: &impl ConnectionTrait,
    day: Date,
    key: &str,
    lang: &str,
    times: u32,
) -> Result<(), DbErr> {
    let times = i32::try_from(times).unwrap_or(i32::MAX);
    let (key, lang) = (key.to_owned(), lang.to_owned());
    let row = Model { day, key, lang, words: None, meant: None, times };
    let there = Expr::col((Entity, Column::Times));
    let more = OnConflict::columns([Column::Day, Column::Key])
        .value(Column::Times, there.add(times))
        .to_owned();
    let insert = Entity::insert(row.into_active_model()).on_conflict(more);
    insert.exec_without_returning(db).await?;
    Ok(())
}

/// On all days that are kept.
pub async fn times(db: &impl ConnectionTrait, key: &str) -> Result<u64, DbErr> {
    let rows = Entity::find().filter(Column::Key.eq(key)).all(db).await?;
    Ok(rows.iter().map(|row| u64::try_from(row.times).unwrap_or(0)).sum())
}

/// What the question was, from now on.
pub async fn say(
    db: &impl ConnectionTrait,
    key: &str,
    words: &str,
    meant: Option<&str>,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Words, Expr::value(words.to_owned()))
        .col_expr(Column::Meant, Expr::value(meant.map(str::to_owned)))
        .filter(Column::Key.eq(key))
        .filter(Column::Words.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Those that are said, the newest first.
pub async fn said(db: &impl ConnectionTrait, since: Date) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Words.is_not_null()).filter(Column::Day.gte(since));
    all.order_by_desc(Column::Day).order_by_asc(Column::Key).limit(MOST).all(db).await
}

pub async fn sweep(db: &impl ConnectionTrait, before: Date) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Day.lt(before)).exec(db).await?;
    Ok(())
}
