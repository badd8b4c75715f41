//! The pieces that somebody has chosen for the front page: each choice is kept, and the last one holds.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::app::App;
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db;
use crate::error::Error;
use crate::items::{Item, Registers, State, read};
use crate::library::listing::CardView;
use crate::web::Visit;

mod front_choice {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "front_choice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        /// The ids of items, in their order.
        pub items: Json,
        pub person_id: Uuid,
        pub made_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub type Choice = front_choice::Model;

/// Says which choice the database holds: pages that are kept in memory hang on it.
const EDITION: &str = "front.content";
/// So many can be chosen.
pub const MOST: usize = 6;

impl Choice {
    pub fn ids(&self) -> Vec<Uuid> {
        serde_json::from_value(self.items.clone()).unwrap_or_default()
    }
}

/// The last choices, the newest first.
pub async fn last(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Choice>, DbErr> {
    let all = front_choice::Entity::find().order_by_desc(front_choice::Column::Number);
    all.limit(most).all(db).await
}

/// Chooses these, by somebody who has seen the choice of this number; false when there is a newer.
pub async fn choose(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    seen: i32,
    items: &[Uuid],
    by: Uuid,
) -> Result<bool, DbErr> {
    let newest = last(tx, 1).await?.first().map_or(0, |choice| choice.number);
    if newest != seen {
        return Ok(false);
    }
    let row = Choice {
        number: newest + 1,
        items: serde_json::json!(items),
        person_id: by,
        made_at: clock.now().into(),
    };
    front_choice::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    db::set_edition(tx, EDITION, clock.new_id().to_string()).await?;
    Ok(true)
}

/// Those of the ids that anybody may read and that are kept up, in their order.
pub async fn items(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Item>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = read::visible_by_ids(db, ids).await?;
    let kept = found.into_iter().filter(|item| item.state() == State::Published);
    let mut by_id: BTreeMap<Uuid, Item> = kept.map(|item| (item.id, item)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// The chosen pieces as the front page shows them, and the ids of each in all its languages: what is chosen
/// stands nowhere else on the page.
#[derive(Default)]
pub struct Chosen {
    pub cards: Vec<CardView>,
    pub ids: Vec<Uuid>,
}

/// In the reader's language, where they are in it.
pub async fn shown(app: &App, visit: &Visit, registers: &Registers) -> Result<Chosen, Error> {
    let choice = last(&app.db, 1).await?;
    let ids = choice.first().map(Choice::ids).unwrap_or_default();
    let chosen = items(&app.db, &ids).await?;
    if chosen.is_empty() {
        return Ok(Chosen::default());
    }
    let families = read::families(&app.db, &chosen).await?;
    let original = |item: &Item| item.original_id.unwrap_or(item.id);
    let in_language = |item: &Item| {
        let is_own = |other: &&Item| {
            other.lang == visit.lang().code()
                && other.state() == State::Published
                && original(other) == original(item)
        };
        families.iter().find(is_own).unwrap_or(item).clone()
    };
    let day = oslo_day(app.clock.now());
    let card = |item: &Item| {
        let kind = app.kinds.named(&item.kind)?;
        Some(CardView::new(&in_language(item), kind, registers, visit.t, day))
    };
    let cards = chosen.iter().filter_map(card).collect();
    let ids = chosen.iter().chain(&families).map(|item| item.id).collect();
    Ok(Chosen { cards, ids })
}
