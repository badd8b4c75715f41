//! Whom a text is handed to by name, to be looked through before it is published.

use sea_orm::sea_query::{OnConflict, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::tables::{item, review_asked};
use crate::clock::Clock;

/// Who is asked to look through an item; none where it is for whoever is first.
pub async fn asked(
    db: &impl ConnectionTrait,
    item: Uuid,
) -> Result<Option<review_asked::Model>, DbErr> {
    review_asked::Entity::find_by_id(item).one(db).await
}

/// Asks this person, in the place of whoever was asked before; nobody by name when none is given.
pub async fn ask(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, whom): (Uuid, Option<Uuid>),
    by: Uuid,
) -> Result<(), DbErr> {
    use review_asked::Column::{AskedBy, ItemId, MadeAt, PersonId};
    let Some(person_id) = whom else { return forget(tx, item).await };
    let made_at = clock.now().into();
    let row = review_asked::Model { item_id: item, person_id, asked_by: by, made_at };
    let instead = OnConflict::column(ItemId).update_columns([PersonId, AskedBy, MadeAt]).to_owned();
    let row = review_asked::Entity::insert(row.into_active_model()).on_conflict(instead);
    row.exec_without_returning(tx).await?;
    Ok(())
}

/// Nobody is asked any more: it has been published, or it is for whoever is first.
pub async fn forget(tx: &impl ConnectionTrait, item: Uuid) -> Result<(), DbErr> {
    review_asked::Entity::delete_by_id(item).exec(tx).await?;
    Ok(())
}

/// This person is asked about nothing of this centre or organisation any more.
pub async fn release(tx: &impl ConnectionTrait, person: Uuid, place: Uuid) -> Result<(), DbErr> {
    let of_place = Query::select()
        .column(item::Column::Id)
        .from(item::Entity)
        .and_where(item::Column::CentreId.eq(place))
        .to_owned();
    review_asked::Entity::delete_many()
        .filter(review_asked::Column::PersonId.eq(person))
        .filter(review_asked::Column::ItemId.in_subquery(of_place))
        .exec(tx)
        .await?;
    Ok(())
}
