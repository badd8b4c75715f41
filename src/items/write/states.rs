//! The states of an item, each with the instant it began: so that any day that has been tells the truth.

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, DbErr, EntityTrait, IntoActiveModel};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{WriteError, Writer};
use crate::db::Reads;
use crate::items::tables::item_state;
use crate::items::{Item, State, changes};

impl<C: Reads> Writer<'_, C> {
    pub(super) async fn change_state(
        &self,
        item: Uuid,
        expected: i32,
        from: &[State],
        to: State,
    ) -> Result<(), WriteError> {
        let record = self.open(item, expected).await?;
        let state = record.item.state();
        if state == to {
            return Ok(());
        }
        let Some(public) = record.public.as_ref().filter(|_| from.contains(&state)) else {
            return Err(WriteError::WrongState(state));
        };
        if to.is_visible()
            && let Some(content) = public.content()
        {
            self.remember_names(self.kind(&record.item.kind)?, &content).await?;
        }
        self.set_state(&record.item, to, self.clock.now()).await?;
        changes::again(self.db, self.clock, &[item]).await?;
        Ok(())
    }

    /// Writes the state when it is another, with the instant it began. Hands back the row as it is.
    pub(super) async fn set_state(
        &self,
        item: &Item,
        state: State,
        at: OffsetDateTime,
    ) -> Result<Item, DbErr> {
        let is_same = item.state() == state;
        let is_marked = item.edited_by_hand || self.author.is_none();
        if is_same && is_marked {
            return Ok(item.clone());
        }
        let mut row = item.clone().into_active_model();
        row.edited_by_hand = Set(item.edited_by_hand || self.author.is_some());
        if !is_same {
            row.state = Set(state.name().to_owned());
            row.state_since = Set(Some(at.into()));
        }
        let item = row.update(self.db).await?;
        if !is_same {
            self.log_state(&item, at).await?;
        }
        Ok(item)
    }

    pub(super) async fn log_state(&self, item: &Item, at: OffsetDateTime) -> Result<(), DbErr> {
        let row = self.state_row(item, at).into_active_model();
        item_state::Entity::insert(row).exec_without_returning(self.db).await?;
        Ok(())
    }

    /// That the item has been in its state since then.
    pub(super) fn state_row(&self, item: &Item, at: OffsetDateTime) -> item_state::Model {
        item_state::Model {
            id: self.clock.new_id(),
            item_id: item.id,
            state: item.state.clone(),
            at: at.into(),
            revision: item.revision,
            author: self.author,
            reason: self.reason.map(ToOwned::to_owned),
        }
    }
}
