//! Who has taken items into use, as lists narrow and sort by it. Whoever writes an adoption keeps it: a list
//! costs no more however many there are.

use std::collections::{BTreeSet, HashMap};

use sea_orm::sea_query::{Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::tables::{item, item_adopted};
use super::{changes, read};
use crate::clock::Clock;
use crate::db::insert_all;

/// How many have it in use or are trying it, in so many digits that they sort as text.
pub const COUNT: &str = "adopted";
/// The municipalities where they are, by today's codes.
pub const PLACE: &str = "adopted_in";

pub(super) const FACETS: [&str; 2] = [COUNT, PLACE];

/// Says anew who has taken an original into use, and lets all that is made of it grow old.
pub async fn set(
    db: &impl ConnectionTrait,
    clock: &Clock,
    original: Uuid,
    (count, places): (usize, &BTreeSet<String>),
) -> Result<(), DbErr> {
    let of_item = item_adopted::Column::ItemId.eq(original);
    item_adopted::Entity::delete_many().filter(of_item).exec(db).await?;
    let count = (count > 0).then(|| (COUNT, format!("{count:06}")));
    let places = places.iter().map(|code| (PLACE, code.clone()));
    let row = |(facet, value): (&str, String)| item_adopted::Model {
        id: clock.new_id(),
        item_id: original,
        facet: facet.to_owned(),
        value,
    };
    let rows: Vec<item_adopted::Model> = count.into_iter().chain(places).map(row).collect();
    insert_all(db, rows).await?;
    let family = read::family(db, original).await?;
    let public = family.iter().filter(|item| item.state().is_visible()).map(|item| item.id);
    changes::again(db, clock, &public.collect::<Vec<Uuid>>()).await
}

/// What the originals are filed under.
pub(super) async fn filed(
    db: &impl ConnectionTrait,
    originals: &[Uuid],
) -> Result<HashMap<Uuid, Vec<(String, String)>>, DbErr> {
    let ids = originals.iter().copied();
    let rows = item_adopted::Entity::find().filter(item_adopted::Column::ItemId.is_in(ids));
    let mut filed: HashMap<Uuid, Vec<(String, String)>> = HashMap::new();
    for row in rows.all(db).await? {
        filed.entry(row.item_id).or_default().push((row.facet, row.value));
    }
    Ok(filed)
}

/// The original of the item that a query is about.
fn original() -> Expr {
    let ids = [item::Column::OriginalId.into_expr(), item::Column::Id.into_expr()];
    Func::coalesce(ids).into()
}

/// It is filed under one of the values, in whatever language.
pub(super) fn having(facet: &str, values: &BTreeSet<String>) -> Expr {
    use item_adopted::Column::{Facet, ItemId, Value};
    let mut filed = Query::select();
    filed
        .expr(ItemId.into_expr())
        .from(item_adopted::Entity)
        .and_where(Facet.eq(facet))
        .and_where(Value.is_in(values.iter().cloned()));
    original().in_subquery(filed)
}

/// The count of the item that a query is about; empty for what nobody has.
pub(super) fn count_of_item() -> Expr {
    use item_adopted::Column::{Facet, ItemId, Value};
    let mut count = Query::select();
    count
        .expr(Value.into_expr())
        .from(item_adopted::Entity)
        .and_where(Facet.eq(COUNT))
        .and_where(ItemId.into_expr().eq(original()))
        .limit(1);
    Func::coalesce([Expr::SubQuery(None, Box::new(count.into())), Expr::val("")]).into()
}
