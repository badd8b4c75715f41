//! What a line leaves out of an item that is here, and what it can't know better: filled in from what
//! is here, so that the two can be compared.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::record::Record;
use super::same::is_text;
use super::strike::{Brings, brings_words, is_strike_of, stands_against};
use super::{Over, State, WriteError, Writer};
use crate::db::Reads;
use crate::items::files::own_name;
use crate::items::filing::FiledBy;
use crate::items::incoming::{ContactChange, Incoming};
use crate::items::tables::{item, revision, struck};
use crate::items::{Content, Head};

impl<C: Reads> Writer<'_, C> {
    /// The line with what it has left out.
    pub(super) async fn completed(
        &self,
        record: &Record,
        said: &Incoming,
        by: &FiledBy,
        over: Over,
    ) -> Result<Incoming, DbErr> {
        let is_beside = matches!(said.state, State::Draft | State::InReview);
        let base = record.public.as_ref().filter(|_| !is_beside).unwrap_or(&record.newest);
        let here = base.content().unwrap_or_default();
        let mut new = said.clone();
        add_left_out(&here, &mut new);
        keep_names(&here, &mut new.content);
        // The gap stays to be seen.
        new.content.struck_files = if over.strikes { 0 } else { here.struck_files };
        // A translation is one of the text that it was made from, until it is another itself.
        if let Some((original, number)) = record.head_of(base).original
            && new.original.is_some_and(|(wanted, _)| wanted == original)
            && is_text(new.kind, by, base, &new.content)
        {
            new.original = Some((original, number));
        }
        // It was public before the day that somebody has found, so that is not the first.
        if record.item.is_undated()
            && let Some(found) = said.published_at
            && let Some(first) = self.first_text(record.item.id).await?
            && first.published_at.is_some_and(|at| at < found)
        {
            (new.published_at, new.published_as) = (None, None);
        }
        Ok(new)
    }

    /// The strikes that a line may undo.
    pub(super) async fn strikes_against(
        &self,
        record: &Record,
        new: &Incoming,
    ) -> Result<Vec<struck::Model>, DbErr> {
        let strikes = self.strikes_of(record.item.id).await?;
        if strikes.is_empty() {
            return Ok(strikes);
        }
        let texts = [Some(&record.newest), record.public.as_ref()].into_iter().flatten();
        let here: Vec<Content> = texts.filter_map(revision::Model::content).collect();
        let has =
            |id: Uuid| here.iter().any(|here| here.files_and_picture().any(|(file, _)| file == id));
        let files = new.content.files_and_picture().map(|(id, _)| id);
        let files = files.filter(|id| !has(*id)).collect();
        let is_other_slug = new.slug.as_ref().is_some_and(|slug| *slug != record.item.slug);
        let is_other_contact = matches!(new.contact, ContactChange::Set(_))
            && !self.is_contact(record.item.id, new).await?;
        let brings_mark = mark(&new.head()).is_some_and(|new| Some(new) != mark(&record.head()));
        let words = brings_words(new.kind, &new.content, &here)
            || self.names_unknown(&new.content.uses, &here).await?
            || is_other_slug
            || is_other_contact
            || brings_mark;
        self.undone_by(strikes, &Brings { words, files }).await
    }

    /// What an item makes use of may be words too, unless it is an item that is here.
    async fn names_unknown(&self, uses: &[String], here: &[Content]) -> Result<bool, DbErr> {
        let is_new = |one: &&String| !here.iter().any(|here| here.uses.contains(one));
        let mut unknown: Vec<&String> = uses.iter().filter(is_new).collect();
        if unknown.is_empty() {
            return Ok(false);
        }
        let known: Vec<String> = item::Entity::find()
            .select_only()
            .column(item::Column::ExternalId)
            .filter(item::Column::ExternalId.is_in(unknown.iter().copied()))
            .into_tuple()
            .all(self.db)
            .await?;
        unknown.retain(|one| !known.contains(one));
        Ok(!unknown.is_empty())
    }

    /// Strikes stand also against items that were thrown away and come anew: all their words are new.
    /// Tells which were struck of them, for [`Writer::keep_strikes`].
    pub(super) async fn allow_new(
        &self,
        all: &[&Incoming],
        over: Over,
    ) -> Result<Vec<struck::Model>, WriteError> {
        let strikes = self.strikes_of_thrown_away(all).await?;
        if !over.strikes {
            for strike in &strikes {
                if let Some(new) = all.iter().find(|new| stands_against(strike, new)) {
                    return Err(WriteError::struck(new, strike));
                }
            }
        }
        Ok(strikes)
    }

    /// What was struck of an item that was thrown away is struck of the one that has come in its place.
    /// Tells whether that may bring it back.
    pub(super) async fn keep_strikes(
        &self,
        strikes: &[struck::Model],
        new: &Incoming,
        id: Uuid,
    ) -> Result<bool, DbErr> {
        let its: Vec<&struck::Model> =
            strikes.iter().filter(|row| is_strike_of(row, new)).collect();
        if its.is_empty() {
            return Ok(false);
        }
        struck::Entity::update_many()
            .col_expr(struck::Column::ItemId, Expr::value(id))
            .col_expr(struck::Column::ExternalId, Expr::value(None::<String>))
            .filter(struck::Column::Id.is_in(its.iter().map(|row| row.id)))
            .exec(self.db)
            .await?;
        let over = its.into_iter().filter(|row| stands_against(row, new)).cloned();
        let over: Vec<struck::Model> = over.collect();
        self.write_over(&new.external_id, &over).await?;
        Ok(!over.is_empty())
    }
}

/// The mark of the archive.
fn mark(head: &Head) -> Option<(Option<String>, Option<String>)> {
    let archived = head.archived.clone()?;
    let mark = (archived.published_under, archived.publisher);
    (mark != (None, None)).then_some(mark)
}

/// An export without files says of each item which it has left out.
fn add_left_out(here: &Content, new: &mut Incoming) {
    let content = &mut new.content;
    if new.left_out.image && content.image.is_none() {
        content.image.clone_from(&here.image);
    }
    if new.left_out.pictures {
        for one in &here.pictures {
            if content.pictures.iter().all(|brought| brought.name != one.name) {
                content.pictures.push(one.clone());
            }
        }
    }
    if new.left_out.files {
        let brought = std::mem::replace(&mut content.files, here.files.clone());
        for one in brought {
            match content.files.iter_mut().find(|old| old.file == one.file) {
                Some(old) => *old = one,
                None => content.files.push(one),
            }
        }
    }
}

/// An export puts a piece of a file's id in its name, and earlier imports kept that; of a picture it has
/// one size.
fn keep_names(here: &Content, content: &mut Content) {
    let old_name = |id: Uuid, name: &str| {
        let mut old = here.files_and_picture().filter(|(old, _)| *old == id);
        old.find(|(_, old)| own_name(id, old) == own_name(id, name)).map(|(_, old)| old.to_owned())
    };
    let pictures = content.pictures.iter_mut().map(|one| &mut one.image);
    for image in content.image.iter_mut().chain(pictures) {
        if let Some(name) = old_name(image.file, &image.name) {
            image.name = name;
        }
        here.images().for_each(|same| image.take_sizes_of(same));
    }
    for file in &mut content.files {
        if let Some(name) = old_name(file.file, &file.name) {
            file.name = name;
        }
    }
}
