//! The states that items have been in: what each was at an instant.

use std::collections::HashMap;

use sea_orm::sea_query::{
    CaseStatement, Expr, ExprTrait, Func, Order, Query, SelectStatement, UnionType,
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;
use uuid::Uuid;

use super::tables::{item, item_state};
use super::{Item, State};

/// Those that the public can tell apart.
pub(super) const TOLD: [State; 3] = [State::Published, State::Archived, State::Withdrawn];

/// What each of the items was at the instant, and since when that is known. An item of which nothing
/// is written down was published.
pub async fn at(
    db: &impl ConnectionTrait,
    items: &[Item],
    at: OffsetDateTime,
) -> Result<HashMap<Uuid, (State, Option<OffsetDateTime>)>, DbErr> {
    let rows = item_state::Entity::find()
        .filter(item_state::Column::ItemId.is_in(items.iter().map(|item| item.id)))
        .filter(item_state::Column::State.is_in(TOLD.map(State::name)))
        .filter(item_state::Column::At.lt(at))
        // The last of them stays.
        .order_by_asc(item_state::Column::At)
        .order_by_asc(item_state::Column::Id)
        .all(db)
        .await?;
    let mut states: HashMap<Uuid, (State, Option<OffsetDateTime>)> = HashMap::new();
    for row in rows {
        if let Some(state) = State::named(&row.state) {
            states.insert(row.item_id, (state, Some(row.at.into())));
        }
    }
    for item in items {
        let state = states.entry(item.id).or_insert((State::Published, None));
        // The program before this one writes the item alone.
        let since = item.state_since.map(OffsetDateTime::from);
        let own = since.filter(|since| *since < at && Some(*since) > state.1);
        if own.is_some() && TOLD.contains(&item.state()) {
            *state = (item.state(), own);
        }
    }
    Ok(states)
}

/// The same of each item that a query is about, as text.
pub(super) fn then(at: OffsetDateTime) -> Expr {
    use item_state::Column::{At, Id, ItemId, State as Told};
    let told = |query: &mut SelectStatement| {
        query
            .from(item_state::Entity)
            .and_where(ItemId.into_expr().eq(item::Column::Id.into_expr()))
            .and_where(Told.is_in(TOLD.map(State::name)))
            .and_where(At.lt(at));
    };
    let since = item::Column::StateSince;
    let mut later = Query::select();
    later.expr(Expr::val(1)).and_where(At.into_expr().gte(since.into_expr()));
    told(&mut later);
    let own = item::Column::State
        .is_in(TOLD.map(State::name))
        .and(since.lt(at))
        .and(Expr::exists(later).not());
    let mut last = Query::select();
    last.expr(Told.into_expr())
        .order_by_expr(At.into_expr(), Order::Desc)
        .order_by_expr(Id.into_expr(), Order::Desc)
        .limit(1);
    told(&mut last);
    let last = Func::coalesce([
        Expr::SubQuery(None, Box::new(last.into())),
        Expr::val(State::Published.name()),
    ]);
    CaseStatement::new().case(own, item::Column::State.into_expr()).finally(last).into()
}

/// The items that may have been told of as something else than published: some of all.
pub(super) fn told_otherwise(at: OffsetDateTime) -> SelectStatement {
    use item_state::Column::{At, ItemId, State as Told};
    let other = [State::Archived, State::Withdrawn].map(State::name);
    let own = Query::select()
        .expr(item::Column::Id.into_expr())
        .from(item::Entity)
        .and_where(item::Column::State.is_in(other))
        .to_owned();
    Query::select()
        .expr(ItemId.into_expr())
        .from(item_state::Entity)
        .and_where(Told.is_in(other))
        .and_where(At.lt(at))
        .union(UnionType::All, own)
        .to_owned()
}
