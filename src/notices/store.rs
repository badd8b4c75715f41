//! How often each wants a letter, when the next may come, and what the last one told. Private to this room.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use time::OffsetDateTime;

use crate::db::{DbErr, Timestamp, insert_all};
use crate::mail::Often;
use crate::people::persons::person;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notice_choice")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    pub often: String,
    pub due_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    /// A digest of what the last letter told of texts and tasks, empty before the first; after it the names of the
    /// changes of originals that letters have told of. A space stands between them.
    pub told: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is stored of somebody who wants no letters.
pub const NEVER: &str = "never";

/// Until somebody has chosen.
pub const USUAL: Often = Often::Week;

impl Model {
    fn new(person: Uuid, often: Option<Often>, now: OffsetDateTime) -> Self {
        let next = often.unwrap_or(USUAL).next(now);
        Self {
            person_id: person,
            often: often.map_or(NEVER, Often::name).to_owned(),
            due_at: next.into(),
            sent_at: None,
            told: String::new(),
        }
    }

    /// Of what the last letter told.
    pub fn digest(&self) -> &str {
        self.told.split(' ').next().unwrap_or_default()
    }

    /// Has a letter told of this change already?
    pub fn has_told(&self, change: &str) -> bool {
        self.changes().any(|one| one == change)
    }

    fn changes(&self) -> impl Iterator<Item = &str> {
        self.told.split(' ').skip(1)
    }

    /// What is to be remembered when this is told too.
    fn telling(&self, Telling { digest, changes }: Telling<'_>) -> String {
        let all: Vec<&str> = self.changes().chain(changes.iter().map(String::as_str)).collect();
        let over = all.len().saturating_sub(REMEMBERED);
        let first = std::iter::once(digest.unwrap_or_else(|| self.digest()));
        first.chain(all.into_iter().skip(over)).collect::<Vec<_>>().join(" ")
    }

    /// None for one who wants none.
    pub fn often(&self) -> Option<Often> {
        Often::named(&self.often)
    }
}

/// How often somebody wants letters; none for one who wants none.
pub async fn often(db: &impl ConnectionTrait, person: Uuid) -> Result<Option<Often>, DbErr> {
    let row = Entity::find_by_id(person).one(db).await?;
    Ok(row.map_or(Some(USUAL), |row| row.often()))
}

pub async fn choose(
    tx: &impl ConnectionTrait,
    person: Uuid,
    often: Option<Often>,
    now: OffsetDateTime,
) -> Result<(), DbErr> {
    let row = Model::new(person, often, now).into_active_model();
    let again = OnConflict::column(Column::PersonId)
        .update_columns([Column::Often, Column::DueAt])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// So many new accounts get their row in one go; the rest come in the next round.
const NEW_AT_ONCE: u64 = 500;

/// Those who have chosen nothing yet get what is usual.
pub async fn begin(tx: &impl ConnectionTrait, now: OffsetDateTime) -> Result<(), DbErr> {
    let chosen = Query::select().column(Column::PersonId).from(Entity).to_owned();
    let new: Vec<Uuid> = person::Entity::find()
        .select_only()
        .column(person::Column::Id)
        .filter(person::Column::Id.not_in_subquery(chosen))
        .order_by_asc(person::Column::Id)
        .limit(NEW_AT_ONCE)
        .into_tuple()
        .all(tx)
        .await?;
    insert_all(tx, new.into_iter().map(|id| Model::new(id, Some(USUAL), now)).collect()).await
}

/// Some of those whose morning it is, the longest waiting first.
pub async fn due(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::DueAt.lte(now))
        .filter(Column::Often.ne(NEVER))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::PersonId)
        .limit(most)
        .all(db)
        .await
}

/// So many changes that somebody was told of are remembered; the oldest are forgotten.
const REMEMBERED: usize = 500;

/// What a letter tells that is not to be told again.
#[derive(Clone, Copy, Debug, Default)]
pub struct Telling<'a> {
    /// Of texts and tasks; none where it tells of none.
    pub digest: Option<&'a str>,
    /// The names of changes that no letter has told of.
    pub changes: &'a [String],
}

/// Takes the next letter of one, with what it tells; nothing when there is none to write. Whoever else took
/// it meanwhile leaves nothing to take.
pub async fn take(
    tx: &impl ConnectionTrait,
    row: &Model,
    now: OffsetDateTime,
    told: Telling<'_>,
) -> Result<bool, DbErr> {
    let next = row.often().unwrap_or(USUAL).next(now);
    let mut taken = Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(Timestamp::from(next)))
        .filter(Column::PersonId.eq(row.person_id))
        .filter(Column::DueAt.eq(row.due_at));
    if told.digest.is_some() || !told.changes.is_empty() {
        taken = taken.col_expr(Column::Told, Expr::value(row.telling(told)));
    }
    if told.digest.is_some() {
        taken = taken.col_expr(Column::SentAt, Expr::value(Some(Timestamp::from(now))));
    }
    Ok(taken.exec(tx).await?.rows_affected == 1)
}
