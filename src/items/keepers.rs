//! Whose a text is that nobody has published yet: whoever began it, or those it was passed on to.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::Item;
use super::tables::{item, keeper, revision, set_aside};
use crate::clock::Clock;
use crate::db::insert_all;

/// Who looks after a text in the place of whoever began it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    Person(Uuid),
    /// All who have a role at an organisation or a centre.
    Place(Uuid),
    /// There is no place that it belongs to.
    Coordinators,
}

impl Keeper {
    fn of_row(row: &keeper::Model) -> Self {
        let of_somebody = row.person_id.map(Self::Person).or(row.place_id.map(Self::Place));
        of_somebody.unwrap_or(Self::Coordinators)
    }
}

/// The keeper of an item that was passed on.
pub async fn of(db: &impl ConnectionTrait, item: Uuid) -> Result<Option<Keeper>, DbErr> {
    let row = keeper::Entity::find_by_id(item).one(db).await?;
    Ok(row.as_ref().map(Keeper::of_row))
}

/// So many texts of one person are passed on at once; nobody has more that were never public.
const MOST: u64 = 1_000;

/// The items that are this person's and that nobody has published: those that they began and that were
/// not passed on since, and those that were passed on to them. The oldest first.
pub async fn unpublished(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Item>, DbErr> {
    let mut ids = begun(db, person).await?;
    let of_theirs = keeper::Column::ItemId.is_in(ids.iter().copied());
    let passed = keeper::Entity::find().filter(of_theirs).all(db).await?;
    ids.retain(|id| !passed.iter().any(|row| row.item_id == *id));
    let theirs = keeper::Entity::find().filter(keeper::Column::PersonId.eq(person)).limit(MOST);
    ids.extend(theirs.all(db).await?.into_iter().map(|row| row.item_id));
    item::Entity::find()
        .filter(item::Column::Id.is_in(ids))
        .filter(item::Column::PublishedAt.is_null())
        .order_by_asc(item::Column::Id)
        .all(db)
        .await
}

/// Those of which they wrote the first text.
async fn begun(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Uuid>, DbErr> {
    use revision::Column::{Author, ItemId, Number};
    let theirs = Query::select()
        .column(ItemId)
        .from(revision::Entity)
        .and_where(Author.eq(person))
        .to_owned();
    let first = Query::select()
        .column(ItemId)
        .expr(Expr::col(Number).min())
        .from(revision::Entity)
        .and_where(ItemId.in_subquery(theirs))
        .group_by_col(ItemId)
        .to_owned();
    let unpublished = Query::select()
        .column(item::Column::Id)
        .from(item::Entity)
        .and_where(item::Column::PublishedAt.is_null())
        .to_owned();
    let is_first = Expr::tuple([Expr::col(ItemId), Expr::col(Number)]).in_subquery(first);
    revision::Entity::find()
        .select_only()
        .column(ItemId)
        .filter(Author.eq(person))
        .filter(is_first)
        .filter(ItemId.in_subquery(unpublished))
        .limit(MOST)
        .into_tuple::<Uuid>()
        .all(db)
        .await
}

/// From now on the items are theirs: whatever somebody was before them.
pub async fn pass(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    items: &[Uuid],
    to: Keeper,
    by: Option<Uuid>,
) -> Result<(), DbErr> {
    if items.is_empty() {
        return Ok(());
    }
    let before = keeper::Column::ItemId.is_in(items.iter().copied());
    keeper::Entity::delete_many().filter(before).exec(tx).await?;
    let (person_id, place_id) = match to {
        Keeper::Person(person) => (Some(person), None),
        Keeper::Place(place) => (None, Some(place)),
        Keeper::Coordinators => (None, None),
    };
    let since = clock.now().into();
    let row = |item_id: &Uuid| keeper::Model {
        item_id: *item_id,
        person_id,
        place_id,
        passed_by: by,
        since,
    };
    insert_all(tx, items.iter().map(row).collect()).await
}

/// Texts of theirs that were set aside wait for somebody else to join them: those of a place's items, or
/// all where no place is named.
pub async fn pass_set_aside(
    tx: &impl ConnectionTrait,
    place: Option<Uuid>,
    from: Uuid,
    to: Uuid,
) -> Result<(), DbErr> {
    let mut passed = set_aside::Entity::update_many()
        .col_expr(set_aside::Column::PersonId, Expr::value(to))
        .filter(set_aside::Column::PersonId.eq(from));
    if let Some(place) = place {
        let there = Query::select()
            .column(item::Column::Id)
            .from(item::Entity)
            .and_where(item::Column::CentreId.eq(place))
            .to_owned();
        passed = passed.filter(set_aside::Column::ItemId.in_subquery(there));
    }
    passed.exec(tx).await?;
    Ok(())
}

/// What is kept by these places, or was written for them and is kept by what came of them, and is still
/// unpublished; the newest first.
pub async fn kept_at(db: &impl ConnectionTrait, places: &[Uuid]) -> Result<Vec<Item>, DbErr> {
    let here = is_kept(keeper::Column::PlaceId.is_in(places.iter().copied()));
    let came_of_it = is_kept(keeper::Column::PlaceId.is_not_null());
    let written_here = item::Column::CentreId.is_in(places.iter().copied()).and(came_of_it);
    let kept = item::Entity::find().filter(here.or(written_here));
    unpublished_of(kept).all(db).await
}

fn is_kept(whose: Expr) -> Expr {
    let mut kept = Query::select();
    kept.column(keeper::Column::ItemId).from(keeper::Entity).and_where(whose);
    item::Column::Id.in_subquery(kept)
}

/// What any place keeps, and the coordinators themselves.
pub async fn kept_anywhere(db: &impl ConnectionTrait) -> Result<Vec<Item>, DbErr> {
    let kept = item::Entity::find().filter(is_kept(keeper::Column::PersonId.is_null()));
    unpublished_of(kept).all(db).await
}

/// Nobody looks through more in a list.
const SHOWN: u64 = 200;

fn unpublished_of(items: Select<item::Entity>) -> Select<item::Entity> {
    let unpublished = items.filter(item::Column::PublishedAt.is_null());
    unpublished.order_by_desc(item::Column::Id).limit(SHOWN)
}

/// What places that are over have left unpublished, and that nobody else looks after, by the place.
pub async fn left_at(
    db: &impl ConnectionTrait,
    places: &[Uuid],
) -> Result<BTreeMap<Uuid, Vec<Uuid>>, DbErr> {
    let passed_on = Query::select().column(keeper::Column::ItemId).from(keeper::Entity).to_owned();
    let rows: Vec<(Uuid, Option<Uuid>)> = item::Entity::find()
        .select_only()
        .column(item::Column::Id)
        .column(item::Column::CentreId)
        .filter(item::Column::CentreId.is_in(places.iter().copied()))
        .filter(item::Column::PublishedAt.is_null())
        .filter(item::Column::Id.not_in_subquery(passed_on))
        .limit(MOST)
        .into_tuple()
        .all(db)
        .await?;
    let kept: Vec<keeper::Model> = keeper::Entity::find()
        .filter(keeper::Column::PlaceId.is_in(places.iter().copied()))
        .limit(MOST)
        .all(db)
        .await?;
    let mut left: BTreeMap<Uuid, Vec<Uuid>> = BTreeMap::new();
    let of_rows = rows.into_iter().map(|(item, place)| (place, item));
    for (place, item) in of_rows.chain(kept.into_iter().map(|row| (row.place_id, row.item_id))) {
        if let Some(place) = place {
            left.entry(place).or_default().push(item);
        }
    }
    Ok(left)
}
