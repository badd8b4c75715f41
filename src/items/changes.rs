//! The change feed: rows that every copy of the server follows to keep its index fresh.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IntoActiveModel,
    QueryFilter, QueryOrder, QuerySelect,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::read::{self, Shown};
use super::tables::{change, counter, item};
use crate::clock::Clock;
use crate::db::{self, Db, Timestamp};

#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Change {
    /// Its place in the feed.
    pub position: i64,
    pub item_id: Uuid,
}

/// The counter of places in the feed.
const COUNTER: &str = "change";

/// The place in the feed up to which all is filed; see [`filed_until`].
const FILED: &str = "filed";

/// Gives the changes that are committed, and have none yet, their places in the feed: after all that
/// have one. `seq` can't be it. A transaction takes its numbers when it writes and shows them when it
/// commits, so a reader that has come to 7 may have passed a 5 that nobody could see.
///
/// Whoever follows does this before it reads; the counter's row lets one do it at a time, and writers
/// wait for none of it.
pub async fn settle(db: &Db) -> Result<(), DbErr> {
    if unsettled(db).await?.is_none() {
        return Ok(());
    }
    // What has been written was counted when it was committed, if it was by this program.
    db::turn_transaction::<(), DbErr, _>(&db.uncounted(), |tx| {
        Box::pin(async move {
            let of_feed = counter::Column::Name.eq(COUNTER);
            // Written before it is read: who comes second waits here, and then reads what the first
            // has left.
            counter::Entity::update_many()
                .col_expr(counter::Column::Value, Expr::col(counter::Column::Value))
                .filter(of_feed.clone())
                .exec(tx)
                .await?;
            let last_given = newest_value(tx).await?;
            let Some((first, last)) = unsettled(tx).await? else { return Ok(()) };
            // In the order of their numbers, with the gaps between them.
            let further = last_given + 1 - first;
            change::Entity::update_many()
                .col_expr(change::Column::Position, Expr::col(change::Column::Seq).add(further))
                .filter(change::Column::Position.is_null())
                .filter(change::Column::Seq.between(first, last))
                .exec(tx)
                .await?;
            counter::Entity::update_many()
                .col_expr(counter::Column::Value, Expr::value(last + further))
                .filter(of_feed)
                .exec(tx)
                .await?;
            Ok(())
        })
    })
    .await
}

/// The lowest and the highest number of the changes without a place.
async fn unsettled(db: &impl ConnectionTrait) -> Result<Option<(i64, i64)>, DbErr> {
    let of_those: Option<(Option<i64>, Option<i64>)> = change::Entity::find()
        .select_only()
        .column_as(change::Column::Seq.min(), "first")
        .column_as(change::Column::Seq.max(), "last")
        .filter(change::Column::Position.is_null())
        .into_tuple()
        .one(db)
        .await?;
    Ok(of_those.and_then(|(first, last)| first.zip(last)))
}

/// At most `limit` changes after the place `seen`, in their order. Those without a place are not
/// among them: [`settle`] first.
pub async fn after(db: &impl ConnectionTrait, seen: u64, limit: u64) -> Result<Vec<Change>, DbErr> {
    change::Entity::find()
        .select_only()
        .columns([change::Column::Position, change::Column::ItemId])
        .filter(change::Column::Position.gt(i64::try_from(seen).unwrap_or(i64::MAX)))
        .order_by_asc(change::Column::Position)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Tells those who follow that something has changed of these items that the public can see.
pub async fn again(db: &impl ConnectionTrait, clock: &Clock, items: &[Uuid]) -> Result<(), DbErr> {
    let row = |item: &Uuid| change::ActiveModel {
        item_id: Set(*item),
        at: Set(clock.now().into()),
        ..Default::default()
    };
    let rows: Vec<change::ActiveModel> = items.iter().map(row).collect();
    db::insert_all::<_, change::ActiveModel>(db, rows).await
}

/// The last place in the feed that was given; 0 when nothing ever changed.
pub async fn newest(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    Ok(u64::try_from(newest_value(db).await?).unwrap_or(0))
}

/// Tells this feed from that of any other database, and from what it was before a backup was put back:
/// the last change up to a place. Nothing where there is none.
pub async fn mark(db: &impl ConnectionTrait, place: u64) -> Result<Option<String>, DbErr> {
    use change::Column::{At, ItemId, Position};
    let last: Option<(i64, Uuid, Timestamp)> = change::Entity::find()
        .select_only()
        .columns([Position, ItemId, At])
        .filter(Position.lte(i64::try_from(place).unwrap_or(i64::MAX)))
        .order_by_desc(Position)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    let told = |(position, item, at): (i64, Uuid, Timestamp)| {
        let at = OffsetDateTime::from(at).unix_timestamp_nanos() / 1_000_000;
        format!("{position} {item} {at}")
    };
    Ok(last.map(told))
}

async fn newest_value(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let row = counter::Entity::find_by_id(COUNTER).one(db).await?;
    row.map(|row| row.value).ok_or_else(|| DbErr::RecordNotFound("the counter of changes".into()))
}

/// The place in the feed up to which somebody has seen to it that all texts are filed; none until the
/// first has.
pub(super) async fn filed_until(db: &impl ConnectionTrait) -> Result<Option<u64>, DbErr> {
    let row = counter::Entity::find_by_id(FILED).one(db).await?;
    Ok(row.and_then(|row| u64::try_from(row.value).ok()))
}

/// Of two who say so at once either may be the last: then some is looked at once more.
pub(super) async fn set_filed_until(db: &impl ConnectionTrait, place: u64) -> Result<(), DbErr> {
    let value = i64::try_from(place).unwrap_or(i64::MAX);
    let row = counter::Model { name: FILED.to_owned(), value };
    let later =
        OnConflict::column(counter::Column::Name).update_column(counter::Column::Value).to_owned();
    counter::Entity::insert(row.into_active_model())
        .on_conflict(later)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The items that the feed tells of after a place.
pub(super) fn items_after(place: u64) -> SelectStatement {
    Query::select()
        .expr(change::Column::ItemId.into_expr())
        .from(change::Entity)
        .and_where(change::Column::Position.gt(i64::try_from(place).unwrap_or(i64::MAX)))
        .to_owned()
}

/// The visible ones of `ids` with their text, in two queries; without those whose text can't be read.
pub async fn visible(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Shown>, DbErr> {
    let items = item::Entity::find()
        .filter(item::Column::Id.is_in(ids.iter().copied()))
        .filter(item::Column::State.is_in(super::State::VISIBLE))
        .all(db)
        .await?;
    Ok(with_text(db, items).await?.shown)
}

/// A page of visible items with their texts.
#[derive(Debug, Default)]
pub struct Visible {
    pub shown: Vec<Shown>,
    /// Those whose text can't be read at all.
    pub unreadable: Vec<Uuid>,
    /// The last of them all: the next page begins after it.
    pub last: Option<Uuid>,
}

/// A page of all visible items after the id `after`, for building an index or an export.
pub async fn all_visible(
    db: &impl ConnectionTrait,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Visible, DbErr> {
    let mut page = item::Entity::find()
        .filter(item::Column::State.is_in(super::State::VISIBLE))
        .order_by_asc(item::Column::Id)
        .limit(limit);
    if let Some(id) = after {
        page = page.filter(item::Column::Id.gt(id));
    }
    with_text(db, page.all(db).await?).await
}

/// How many visible items there are of each kind.
pub async fn count_visible(db: &impl ConnectionTrait) -> Result<Vec<(String, i64)>, DbErr> {
    item::Entity::find()
        .select_only()
        .column(item::Column::Kind)
        .column_as(item::Column::Id.count(), "count")
        .filter(item::Column::State.is_in(super::State::VISIBLE))
        .group_by(item::Column::Kind)
        .into_tuple()
        .all(db)
        .await
}

/// The ids of some of those that anybody can read, after the id `after`, in their order.
pub(super) async fn visible_ids(
    db: &impl ConnectionTrait,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<Uuid>, DbErr> {
    let mut page = item::Entity::find()
        .select_only()
        .column(item::Column::Id)
        .filter(item::Column::State.is_in(super::State::VISIBLE))
        .order_by_asc(item::Column::Id)
        .limit(limit);
    if let Some(id) = after {
        page = page.filter(item::Column::Id.gt(id));
    }
    page.into_tuple().all(db).await
}

/// A page of the titles of all that is kept up, after the id `after`: each as a `T` with the fields
/// id, kind, slug, lang and title.
pub async fn titles<T: FromQueryResult>(
    db: &impl ConnectionTrait,
    after: Option<Uuid>,
    limit: u64,
) -> Result<Vec<T>, DbErr> {
    use item::Column::{Id, Kind, Lang, Slug, State, Title};
    let mut page = item::Entity::find()
        .select_only()
        .columns([Id, Kind, Slug, Lang, Title])
        .filter(State.eq(super::State::Published.name()))
        .order_by_asc(Id)
        .limit(limit);
    if let Some(id) = after {
        page = page.filter(Id.gt(id));
    }
    page.into_model().all(db).await
}

async fn with_text(db: &impl ConnectionTrait, items: Vec<item::Model>) -> Result<Visible, DbErr> {
    let last = items.last().map(|item| item.id);
    let mut texts = read::public_texts(db, items.iter().map(|item| item.id)).await?;
    let (mut shown, mut unreadable) = (Vec::with_capacity(items.len()), Vec::new());
    for item in items {
        let Some(revision) = texts.remove(&item.id) else { continue };
        match revision.content() {
            Some(content) => shown.push(Shown { item, content, margin: None }),
            None => unreadable.push(item.id),
        }
    }
    Ok(Visible { shown, unreadable, last })
}
