//! Whose consent a picture is shown by, and until when. Kept for those who look after the picture; on no
//! public page.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use time::{Date, Duration, OffsetDateTime};

use crate::db::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The picture that is kept whole.
    pub file_id: Uuid,
    pub who: String,
    pub kind: String,
    pub is_written: bool,
    pub given_on: Date,
    /// The last day.
    pub until: Option<Date>,
    pub recorded_by: Uuid,
    pub made_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
    /// When a letter went out that says when it ends.
    pub told_at: Option<Timestamp>,
    /// The same person has consented anew: that one counts.
    pub replaced_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Lives in a nursing home or is cared for at home: their consent is in writing.
pub const RESIDENT: &str = "resident";
pub const KINDS: [&str; 4] = [RESIDENT, "relative", "employee", "other"];

/// What such a person is called.
pub fn kind_key(kind: &str) -> Option<&'static str> {
    Some(match kind {
        RESIDENT => "editing-consent-resident",
        "relative" => "editing-consent-relative",
        "employee" => "editing-consent-employee",
        "other" => "editing-consent-other",
        _ => return None,
    })
}

/// So many are recorded of one picture.
pub const MOST: u64 = 50;
/// So many pictures are taken down in one round; the next takes more.
const AT_ONCE: u64 = 200;
/// So long before a consent ends those who look after the picture are told.
const AHEAD: Duration = Duration::days(30);

impl Model {
    /// Has it been withdrawn, or has its last day been?
    pub fn is_over(&self, today: Date) -> bool {
        self.withdrawn_at.is_some() || self.until.is_some_and(|last| last < today)
    }
}

/// Nothing newer has come in its place.
fn stands() -> Expr {
    Column::ReplacedAt.is_null()
}

/// Those of a picture that count.
pub async fn of(db: &impl ConnectionTrait, file: Uuid) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::FileId.eq(file)).filter(stands());
    theirs.order_by_asc(Column::Id).limit(MOST).all(db).await
}

/// Those of several pictures that count.
pub async fn of_all(db: &impl ConnectionTrait, files: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let theirs = Entity::find().filter(Column::FileId.is_in(files.iter().copied()));
    theirs.filter(stands()).all(db).await
}

/// Has somebody consented, and does all that was given hold?
pub fn hold<'g>(given: impl IntoIterator<Item = &'g Model>, today: Date) -> bool {
    let mut given = given.into_iter().peekable();
    given.peek().is_some() && given.all(|one| !one.is_over(today))
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// In the place of what the same person has said of the picture before, if that still holds.
pub async fn add(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let who = row.who.to_lowercase();
    let before = of(tx, row.file_id).await?.into_iter();
    let before = before.filter(|one| one.withdrawn_at.is_none() && one.who.to_lowercase() == who);
    let before: Vec<Uuid> = before.map(|one| one.id).collect();
    set(tx, Column::ReplacedAt, row.made_at, before).await?;
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

async fn set(
    tx: &impl ConnectionTrait,
    column: Column,
    at: Timestamp,
    ids: Vec<Uuid>,
) -> Result<(), DbErr> {
    if !ids.is_empty() {
        let some = Entity::update_many().col_expr(column, Expr::value(Some(*at)));
        some.filter(Column::Id.is_in(ids)).exec(tx).await?;
    }
    Ok(())
}

/// Some of those that end soon and that nobody has been told of.
pub async fn ending(db: &impl ConnectionTrait, today: Date) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Until.between(today, today + AHEAD))
        .filter(Column::WithdrawnAt.is_null())
        .filter(Column::ToldAt.is_null())
        .filter(stands())
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .all(db)
        .await
}

pub async fn told(
    tx: &impl ConnectionTrait,
    now: OffsetDateTime,
    ids: Vec<Uuid>,
) -> Result<(), DbErr> {
    set(tx, Column::ToldAt, now.into(), ids).await
}

/// From now on it holds no more; twice is once.
pub async fn withdraw(
    tx: &impl ConnectionTrait,
    id: Uuid,
    now: OffsetDateTime,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::value(Some(now)))
        .filter(Column::Id.eq(id))
        .filter(Column::WithdrawnAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Some of the pictures that somebody does not consent to any more.
pub async fn over(db: &impl ConnectionTrait, today: Date) -> Result<Vec<Uuid>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::FileId)
        .distinct()
        .filter(Column::Until.lt(today).or(Column::WithdrawnAt.is_not_null()))
        .filter(stands())
        .limit(AT_ONCE)
        .into_tuple()
        .all(db)
        .await
}
