//! Whom a letter about an item goes to: as somebody who writes wants it, from when the text is public.

use sea_orm::{ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{WriteError, Writer};
use crate::db::Reads;
use crate::items::tables::{contact, contact_due, item};
use crate::items::{Contact, read};

impl<C: Reads> Writer<'_, C> {
    /// Says whom letters are to go to: at once while nobody has read the item, else when its text is
    /// published.
    pub async fn want_contact(
        &self,
        item: Uuid,
        wanted: Option<&Contact>,
    ) -> Result<(), WriteError> {
        let row = item::Entity::find_by_id(item).one(self.db).await?.ok_or(WriteError::Missing)?;
        if row.published_at.is_none() {
            return Ok(self.put_contact(item, wanted).await?);
        }
        self.forget_wanted_contact(item).await?;
        let now = read::contact_of(self.db, item).await?;
        let now = now.map(|contact::Model { role, email, .. }| Contact { role, email });
        if now.as_ref() == wanted {
            return Ok(());
        }
        let (role, email) = wanted.map(|c| (c.role.clone(), c.email.clone())).unzip();
        let row = contact_due::Model { item_id: item, role, email };
        contact_due::Entity::insert(row.into_active_model())
            .exec_without_returning(self.db)
            .await?;
        Ok(())
    }

    /// What was wanted holds now.
    pub(super) async fn take_contact(&self, item: Uuid) -> Result<(), DbErr> {
        let due = contact_due::Entity::find_by_id(item).one(self.db).await?;
        let Some(contact_due::Model { role, email, .. }) = due else { return Ok(()) };
        let wanted = role.zip(email).map(|(role, email)| Contact { role, email });
        self.put_contact(item, wanted.as_ref()).await?;
        self.forget_wanted_contact(item).await
    }

    pub(super) async fn forget_wanted_contact(&self, item: Uuid) -> Result<(), DbErr> {
        contact_due::Entity::delete_by_id(item).exec(self.db).await?;
        Ok(())
    }

    async fn put_contact(&self, item: Uuid, wanted: Option<&Contact>) -> Result<(), DbErr> {
        contact::Entity::delete_many()
            .filter(contact::Column::ItemId.eq(item))
            .exec(self.db)
            .await?;
        let Some(Contact { role, email }) = wanted.cloned() else { return Ok(()) };
        let row = contact::Model { id: self.clock.new_id(), item_id: item, role, email };
        contact::Entity::insert(row.into_active_model()).exec_without_returning(self.db).await?;
        Ok(())
    }
}
