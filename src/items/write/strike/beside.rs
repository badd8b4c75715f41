//! What stands beside the texts of an item: remarks on them, texts that wait to be joined or to be sent
//! again, and why a number was spared.

use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{Passage, Writer, strike_strings};
use crate::db::Reads;
use crate::items::tables::{
    held_form, item_state, remark, remark_answer, set_aside, spared_number, unsaved_input,
};

impl<C: Reads> Writer<'_, C> {
    /// Tells in how many places the passage stood.
    pub(super) async fn strike_beside(
        &self,
        item: Uuid,
        passage: &Passage,
        gap: &str,
    ) -> Result<i32, DbErr> {
        let mut places = 0;
        let remarks = remark::Entity::find().filter(remark::Column::ItemId.eq(item));
        for row in remarks.all(self.db).await? {
            let (of, words) =
                (passage.struck_from(&row.passage, gap), passage.struck_from(&row.words, gap));
            if of.is_none() && words.is_none() {
                continue;
            }
            let mut row = row.into_active_model();
            if let Some((text, found)) = of {
                row.passage = Set(text);
                places += found;
            }
            if let Some((text, found)) = words {
                row.words = Set(text);
                places += found;
            }
            row.update(self.db).await?;
        }
        places += self.strike_answers(item, passage, gap).await?;
        let aside = set_aside::Entity::find().filter(set_aside::Column::ItemId.eq(item));
        for row in aside.all(self.db).await? {
            let (mut content, mut form) = (row.content.clone(), row.form.clone());
            let found = strike_strings(&mut content, passage, gap);
            // The same text once more, and what stands around it: its places are counted once.
            let again = form.as_mut().map_or(0, |form| strike_strings(form, passage, gap));
            if found > 0 || again > 0 {
                let mut row = row.into_active_model();
                row.content = Set(content);
                row.form = Set(form);
                row.update(self.db).await?;
                places += found.max(again);
            }
        }
        let unsaved = self.strike_unsaved(item, passage, gap).await?;
        Ok(places + unsaved + self.strike_held(item, passage, gap).await?)
    }

    /// The same of what was typed and can't be saved so.
    async fn strike_unsaved(&self, item: Uuid, passage: &Passage, gap: &str) -> Result<i32, DbErr> {
        let mut places = 0;
        let of_item = unsaved_input::Entity::find().filter(unsaved_input::Column::ItemId.eq(item));
        for row in of_item.all(self.db).await? {
            let mut fields = row.fields.clone();
            let found = strike_strings(&mut fields, passage, gap);
            if found > 0 {
                let mut row = row.into_active_model();
                row.fields = Set(fields);
                row.update(self.db).await?;
                places += found;
            }
        }
        Ok(places)
    }

    /// The same of what was said below remarks, and of why the item was archived or withdrawn.
    async fn strike_answers(&self, item: Uuid, passage: &Passage, gap: &str) -> Result<i32, DbErr> {
        let mut places = 0;
        let answers = remark_answer::Entity::find().filter(remark_answer::Column::ItemId.eq(item));
        for row in answers.all(self.db).await? {
            if let Some((words, found)) = passage.struck_from(&row.words, gap) {
                let mut row = row.into_active_model();
                row.words = Set(words);
                row.update(self.db).await?;
                places += found;
            }
        }
        let states = item_state::Entity::find().filter(item_state::Column::ItemId.eq(item));
        for row in states.filter(item_state::Column::Reason.is_not_null()).all(self.db).await? {
            let reason = row.reason.clone().unwrap_or_default();
            if let Some((reason, found)) = passage.struck_from(&reason, gap) {
                let mut row = row.into_active_model();
                row.reason = Set(Some(reason));
                row.update(self.db).await?;
                places += found;
            }
        }
        Ok(places)
    }

    /// The same of what was sent without a session, and of the reasons for numbers.
    async fn strike_held(&self, item: Uuid, passage: &Passage, gap: &str) -> Result<i32, DbErr> {
        let mut places = 0;
        let of_item = held_form::Column::Address.contains(item.to_string());
        for row in held_form::Entity::find().filter(of_item).all(self.db).await? {
            let mut fields = row.fields.clone();
            let found = strike_strings(&mut fields, passage, gap);
            if found > 0 {
                let mut row = row.into_active_model();
                row.fields = Set(fields);
                row.update(self.db).await?;
                places += found;
            }
        }
        let spared = spared_number::Entity::find().filter(spared_number::Column::ItemId.eq(item));
        for row in spared.all(self.db).await? {
            if let Some((reason, found)) = passage.struck_from(&row.reason, gap) {
                let mut row = row.into_active_model();
                row.reason = Set(reason);
                row.update(self.db).await?;
                places += found;
            }
        }
        Ok(places)
    }
}
