//! What stands beside the texts of an item: remarks on them, texts that wait to be joined or to be sent
//! again, and why a number was spared.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter,
};
use serde_json::Value;
use uuid::Uuid;

use super::elsewhere::each;
use super::{Passage, Writer, strike_strings};
use crate::db::Reads;
use crate::items::tables::{
    held_form, item_state, remark, remark_answer, set_aside, spared_number, unsaved_input,
};

/// Those of these items that have the passage beside their texts, in what [`Writer::strike_beside`] strikes and
/// lasts: what was sent without a session goes within a day.
pub(super) async fn holding(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    passage: &Passage,
) -> Result<BTreeSet<Uuid>, DbErr> {
    let ids = || ids.iter().copied();
    let mut found = BTreeSet::new();
    let remarks = remark::Entity::find().filter(remark::Column::ItemId.is_in(ids()));
    for row in remarks.all(db).await? {
        if passage.is_in(&row.passage) || passage.is_in(&row.words) {
            found.insert(row.item_id);
        }
    }
    let answers = remark_answer::Entity::find().filter(remark_answer::Column::ItemId.is_in(ids()));
    let answers = answers.all(db).await?;
    found.extend(answers.iter().filter(|row| passage.is_in(&row.words)).map(|row| row.item_id));
    let states = item_state::Entity::find().filter(item_state::Column::ItemId.is_in(ids()));
    for row in states.filter(item_state::Column::Reason.is_not_null()).all(db).await? {
        if passage.is_in(row.reason.as_deref().unwrap_or_default()) {
            found.insert(row.item_id);
        }
    }
    let spared = spared_number::Entity::find().filter(spared_number::Column::ItemId.is_in(ids()));
    let spared = spared.all(db).await?;
    found.extend(spared.iter().filter(|row| passage.is_in(&row.reason)).map(|row| row.item_id));
    let aside = set_aside::Entity::find().filter(set_aside::Column::ItemId.is_in(ids()));
    for row in aside.all(db).await? {
        let is_in_form = row.form.as_ref().is_some_and(|form| is_in_strings(form, passage));
        if is_in_form || is_in_strings(&row.content, passage) {
            found.insert(row.item_id);
        }
    }
    let unsaved = unsaved_input::Entity::find().filter(unsaved_input::Column::ItemId.is_in(ids()));
    let unsaved = unsaved.all(db).await?;
    let has_it = unsaved.iter().filter(|row| is_in_strings(&row.fields, passage));
    found.extend(has_it.map(|row| row.item_id));
    Ok(found)
}

fn is_in_strings(value: &Value, passage: &Passage) -> bool {
    let mut is_in = false;
    each(value, &mut |words: &str| is_in |= passage.is_in(words));
    is_in
}

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
