//! The states that items have been in: what each was at an instant.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use time::OffsetDateTime;
use uuid::Uuid;

use super::tables::item_state;
use super::{Item, State};

/// Those that the public can tell apart.
const TOLD: [State; 3] = [State::Published, State::Archived, State::Withdrawn];

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
