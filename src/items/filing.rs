//! Files texts that have been public: what lists narrow by, sort by and show of each is derived here,
//! once, for lists of now and of any day that has been.

mod facets;
mod new;

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::ExprTrait,
};
use time::Date;
use uuid::Uuid;

use super::measures;
use super::registers::EDITIONS;
use super::tables::{facet, revision, revision_card, revision_facet};
use super::{Card, Content, Image, Item, Kind, working};
use crate::centres::Centres;
use crate::clock::Clock;
use crate::dates::PartialDate;
use crate::db::{CachedEdition, Reads, Timestamp, insert_all};
use crate::i18n::{Lang, Text};
use crate::organisations::{OldSlugs, Registered};
use crate::places::Places;
use crate::themes::Themes;

use facets::{Facets, Lost, facets_of};
pub use new::NewFiling;

/// The registers that texts are filed by.
#[derive(Clone, Debug)]
pub struct FiledBy {
    themes: Arc<Themes>,
    places: Arc<Places>,
    centres: Arc<Centres>,
    organisations: OldSlugs,
    registered: Registered,
}

impl FiledBy {
    /// One small query while they are those that were read last.
    pub async fn load(db: &impl Reads) -> Result<Arc<Self>, DbErr> {
        static KEPT: CachedEdition<FiledBy> = CachedEdition::new();
        // Slugs of organisations that lead on are written with the network.
        KEPT.get(db, &EDITIONS, || async move {
            Ok(Self {
                themes: Themes::load(db).await?,
                places: Places::load(db).await?,
                centres: Centres::load(db).await?,
                organisations: OldSlugs::load(db).await?,
                registered: Registered::load(db).await?,
            })
        })
        .await
    }

    /// Themes as they are called now.
    pub fn current_themes(&self, slugs: &[String]) -> Vec<String> {
        self.themes.current(slugs)
    }
}

/// Which of an item's texts are to be filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The newest that is public, and those that never were filed.
    New,
    /// All: the texts have changed, or what they are filed by that is not in them.
    All,
}

impl Which {
    /// Those that are filed otherwise when an item becomes another: its centre, and the day that it
    /// was published, are in none of its texts.
    pub fn between(before: &Item, after: &Item) -> Self {
        let filed_by = |item: &Item| (item.published(), item.centre_id);
        if filed_by(before) == filed_by(after) { Self::New } else { Self::All }
    }
}

/// How it went.
#[derive(Debug)]
pub struct Filed {
    /// Something of it is filed or shown otherwise than before, now or on a day that has been.
    pub changed: bool,
    /// The card of what is public, when that can be read.
    pub card: Option<revision_card::Model>,
}

/// Files the texts of an item that have been public, as the item is now. A caller that has at hand
/// what the public reads, or of an item that never was public what was written last, hands it in.
pub async fn file(
    db: &impl ConnectionTrait,
    clock: &Clock,
    kind: &Kind,
    item: &Item,
    by: &FiledBy,
    which: Which,
    known: Option<&Content>,
) -> Result<Filed, DbErr> {
    let published = published(db, item.id).await?;
    let cards = revision_card::Entity::find()
        .filter(revision_card::Column::ItemId.eq(item.id))
        .all(db)
        .await?;
    let mut cards: HashMap<Uuid, revision_card::Model> =
        cards.into_iter().map(|card| (card.revision_id, card)).collect();
    let original = if published.is_empty() { None } else { original(db, item).await? };
    let mut filed = Filed { changed: false, card: None };
    let mut replaced_at: Option<Timestamp> = None;
    for (n, text) in published.iter().rev().enumerate() {
        let is_public = n == 0;
        let mut old = cards.remove(&text.id);
        let mut new = old.clone();
        if is_public || old.is_none() || which == Which::All {
            let known = known.filter(|_| is_public);
            let read = if known.is_some() { None } else { content(db, text.id).await? };
            if let Some(content) = known.or(read.as_ref()) {
                let mut entry = ListEntry::of(kind, content);
                if let Some(original) = &original {
                    entry.words = measures::words_translated(content, original);
                }
                new = Some(card(item.id, text, entry));
                let (facets, changed) = file_text(db, kind, item, by, text.id, content).await?;
                filed.changed |= changed;
                if is_public {
                    filed.changed |= file_item(db, clock, item.id, facets).await?;
                    filed.card.clone_from(&new);
                }
            } else if !is_public && old.take().is_some() {
                // Its page can't be shown, and nobody knows what of it may still be told.
                forget(db, text.id).await?;
                (new, filed.changed) = (None, true);
            }
        }
        if let Some(new) = new {
            let new = revision_card::Model { published_at: text.published_at, replaced_at, ..new };
            filed.changed |= put_card(db, old, new).await?;
        }
        replaced_at = Some(text.ends_one_before(replaced_at));
    }
    if published.is_empty() {
        filed.changed = match known {
            Some(content) => {
                file_item(db, clock, item.id, facets_of(kind, item, content, by)).await?
            }
            None => file_unpublished(db, clock, kind, item, by).await?,
        };
    }
    Ok(filed)
}

/// What a translation was made from: what it still says in the words of that is counted as none of its own.
async fn original(db: &impl ConnectionTrait, item: &Item) -> Result<Option<Content>, DbErr> {
    let Some((original, number)) = item.original_id.zip(item.original_revision) else {
        return Ok(None);
    };
    let text = working::revision(db, original, number).await?;
    Ok(text.and_then(|text| text.content()))
}

/// An item that never was public is filed as what is being written says.
async fn file_unpublished(
    db: &impl ConnectionTrait,
    clock: &Clock,
    kind: &Kind,
    item: &Item,
    by: &FiledBy,
) -> Result<bool, DbErr> {
    let newest = revision::Entity::find()
        .filter(revision::Column::ItemId.eq(item.id))
        .order_by_desc(revision::Column::Number)
        .one(db)
        .await?;
    match newest.and_then(|newest| newest.content()) {
        Some(content) => file_item(db, clock, item.id, facets_of(kind, item, &content, by)).await,
        None => Ok(false),
    }
}

async fn forget(db: &impl ConnectionTrait, revision: Uuid) -> Result<(), DbErr> {
    let facets = revision_facet::Column::RevisionId.eq(revision);
    revision_facet::Entity::delete_many().filter(facets).exec(db).await?;
    revision_card::Entity::delete_by_id(revision).exec(db).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct PublicText {
    id: Uuid,
    number: i32,
    published_at: Timestamp,
}

impl PublicText {
    /// Until when the text before this one was the public one; this one was so until `replaced_at`.
    fn ends_one_before(&self, replaced_at: Option<Timestamp>) -> Timestamp {
        replaced_at.map_or(self.published_at, |later| std::cmp::min(later, self.published_at))
    }
}

/// The oldest first.
async fn published(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<PublicText>, DbErr> {
    use revision::Column::{Id, ItemId, Number, PublishedAt};
    revision::Entity::find()
        .select_only()
        .columns([Id, Number, PublishedAt])
        .filter(ItemId.eq(item).and(PublishedAt.is_not_null()))
        .order_by_asc(Number)
        .into_model()
        .all(db)
        .await
}

async fn content(db: &impl ConnectionTrait, revision: Uuid) -> Result<Option<Content>, DbErr> {
    let text = revision::Entity::find_by_id(revision).one(db).await?;
    Ok(text.and_then(|text| text.content()))
}

/// Files one text under what it says, and hands that back; and whether it was filed otherwise.
async fn file_text(
    db: &impl ConnectionTrait,
    kind: &Kind,
    item: &Item,
    by: &FiledBy,
    revision: Uuid,
    content: &Content,
) -> Result<(Facets, bool), DbErr> {
    use revision_facet::Column::{Facet, RevisionId, Value};
    let of_text = RevisionId.eq(revision);
    let rows = revision_facet::Entity::find().filter(of_text.clone()).all(db).await?;
    let old: Facets = rows.into_iter().map(|row| (row.facet, row.value)).collect();
    let mut new = facets_of(kind, item, content, by);
    let lost = Lost::of(kind, content);
    new.extend(old.iter().filter(|(facet, _)| lost.has(facet)).cloned());
    for (facet, value) in old.difference(&new) {
        let it = of_text.clone().and(Facet.eq(facet)).and(Value.eq(value));
        revision_facet::Entity::delete_many().filter(it).exec(db).await?;
    }
    let rows: Vec<revision_facet::Model> = new
        .difference(&old)
        .cloned()
        .map(|(facet, value)| revision_facet::Model { revision_id: revision, facet, value })
        .collect();
    insert_all(db, rows).await?;
    let changed = new != old;
    Ok((new, changed))
}

/// The item is filed as its public text is.
async fn file_item(
    db: &impl ConnectionTrait,
    clock: &Clock,
    item: Uuid,
    new: Facets,
) -> Result<bool, DbErr> {
    let rows = facet::Entity::find().filter(facet::Column::ItemId.eq(item)).all(db).await?;
    let (kept, gone): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| new.contains(&(row.facet.clone(), row.value.clone())));
    let kept: Facets = kept.into_iter().map(|row| (row.facet, row.value)).collect();
    if !gone.is_empty() {
        let gone = facet::Column::Id.is_in(gone.iter().map(|row| row.id));
        facet::Entity::delete_many().filter(gone).exec(db).await?;
    }
    let is_new = new.len() > kept.len();
    let new = new.into_iter().filter(|one| !kept.contains(one)).collect();
    insert_all(db, facet_rows(clock, item, new)).await?;
    Ok(is_new || !gone.is_empty())
}

fn facet_rows(clock: &Clock, item: Uuid, facets: Facets) -> Vec<facet::Model> {
    let row = |(facet, value)| facet::Model { id: clock.new_id(), item_id: item, facet, value };
    facets.into_iter().map(row).collect()
}

fn card(item: Uuid, text: &PublicText, entry: ListEntry) -> revision_card::Model {
    revision_card::Model {
        revision_id: text.id,
        item_id: item,
        number: text.number,
        published_at: text.published_at,
        replaced_at: None,
        title: entry.title,
        title_key: Some(entry.title_key),
        lead: entry.lead,
        card: entry.card,
        starts_at: entry.starts_at,
        ends_at: entry.ends_at,
        words: Some(entry.words),
        review_by: entry.review_by,
    }
}

/// Tells whether it was another before.
async fn put_card(
    db: &impl ConnectionTrait,
    old: Option<revision_card::Model>,
    new: revision_card::Model,
) -> Result<bool, DbErr> {
    match old {
        Some(old) if old == new => return Ok(false),
        Some(_) => {
            let row = revision_card::ActiveModel::from(new).reset_all();
            revision_card::Entity::update(row).exec(db).await?;
        }
        None => {
            let row = new.into_active_model();
            revision_card::Entity::insert(row).exec_without_returning(db).await?;
        }
    }
    Ok(true)
}

/// What lists show of a text, and sort it by.
pub struct ListEntry {
    pub title: String,
    /// In the order of the Norwegian alphabet, whatever the language of the reader.
    pub title_key: Vec<u8>,
    pub lead: String,
    pub card: String,
    pub starts_at: Option<Timestamp>,
    pub ends_at: Option<Timestamp>,
    pub words: i32,
    pub review_by: Option<Date>,
}

impl ListEntry {
    pub fn of(kind: &Kind, content: &Content) -> Self {
        let card = Card {
            themes: content.themes.clone(),
            counties: content.counties.clone(),
            image: content.image.clone().map(Image::in_lists),
            facts: (kind.card)(content),
            facts_version: kind.version,
            day: None,
        };
        let when = kind.when.and_then(|when| when(content));
        Self {
            title: content.title.clone(),
            title_key: Text::new(Lang::Nb).sort_key(&content.title),
            lead: content.lead.clone(),
            card: serde_json::to_string(&card).unwrap_or_default(),
            starts_at: when.map(|(start, _)| start.into()),
            ends_at: when.map(|(_, end)| end.into()),
            words: measures::words(content),
            review_by: content.review_by.map(PartialDate::last_day),
        }
    }

    /// As the item's own row has it, of the text that the row tells of.
    pub fn of_item(item: &Item, content: &Content) -> Self {
        Self {
            title: item.title.clone(),
            title_key: item.title_key.clone().unwrap_or_default(),
            lead: item.lead.clone(),
            card: item.card.clone(),
            starts_at: item.starts_at,
            ends_at: item.ends_at,
            words: measures::words(content),
            review_by: content.review_by.map(PartialDate::last_day),
        }
    }
}
