//! Files texts that have been public: what lists narrow by, sort by and show of each is derived here,
//! once, for lists of now and of any day that has been.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::ExprTrait,
};
use uuid::Uuid;

use super::registers::EDITIONS;
use super::tables::{facet, revision, revision_card, revision_facet};
use super::{Card, Content, Item, Kind, years};
use crate::centres::Centres;
use crate::clock::Clock;
use crate::db::{CachedEdition, Timestamp};
use crate::i18n::{Lang, Text};
use crate::organisations::{FACET as ORGANISATION, OldSlugs};
use crate::places::Places;
use crate::themes::Themes;

/// The registers that texts are filed by.
#[derive(Clone, Debug)]
pub struct FiledBy {
    themes: Arc<Themes>,
    places: Arc<Places>,
    centres: Arc<Centres>,
    organisations: OldSlugs,
}

impl FiledBy {
    /// One small query while they are those that were read last.
    pub async fn load(db: &impl ConnectionTrait) -> Result<Arc<Self>, DbErr> {
        static KEPT: CachedEdition<FiledBy> = CachedEdition::new();
        // Slugs of organisations that lead on are written with the network.
        KEPT.get(db, &EDITIONS, || async move {
            Ok(Self {
                themes: Themes::load(db).await?,
                places: Places::load(db).await?,
                centres: Centres::load(db).await?,
                organisations: OldSlugs::load(db).await?,
            })
        })
        .await
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
    /// What is public is filed under other values than before.
    pub changed: bool,
    /// The card of what is public, when that can be read.
    pub card: Option<revision_card::Model>,
}

/// Facet and value.
type Facets = BTreeSet<(String, String)>;

/// Files the texts of an item that have been public, as the item is now.
pub async fn file(
    db: &impl ConnectionTrait,
    clock: &Clock,
    kind: &Kind,
    item: &Item,
    by: &FiledBy,
    which: Which,
) -> Result<Filed, DbErr> {
    let published = published(db, item.id).await?;
    let cards = revision_card::Entity::find()
        .filter(revision_card::Column::ItemId.eq(item.id))
        .all(db)
        .await?;
    let mut cards: HashMap<Uuid, revision_card::Model> =
        cards.into_iter().map(|card| (card.revision_id, card)).collect();
    let mut filed = Filed { changed: false, card: None };
    let mut replaced_at: Option<Timestamp> = None;
    for (n, text) in published.iter().rev().enumerate() {
        let is_public = n == 0;
        let mut old = cards.remove(&text.id);
        let mut new = old.clone();
        if is_public || old.is_none() || which == Which::All {
            if let Some(content) = content(db, text.id).await? {
                new = Some(card(kind, item.id, text, &content));
                let facets = file_text(db, kind, item, by, text.id, &content).await?;
                if is_public {
                    filed = Filed {
                        changed: file_item(db, clock, item.id, facets).await?,
                        card: new.clone(),
                    };
                }
            } else if !is_public && old.take().is_some() {
                // Its page can't be shown, and nobody knows what of it may still be told.
                forget(db, text.id).await?;
                new = None;
            }
        }
        if let Some(new) = new {
            let new = revision_card::Model { published_at: text.published_at, replaced_at, ..new };
            put_card(db, old, new).await?;
        }
        let later = replaced_at.unwrap_or(text.published_at);
        replaced_at = Some(std::cmp::min(later, text.published_at));
    }
    if published.is_empty() {
        filed.changed = file_unpublished(db, clock, kind, item, by).await?;
    }
    Ok(filed)
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

/// Files one text under what it says, and hands that back.
async fn file_text(
    db: &impl ConnectionTrait,
    kind: &Kind,
    item: &Item,
    by: &FiledBy,
    revision: Uuid,
    content: &Content,
) -> Result<Facets, DbErr> {
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
    let rows = new.difference(&old).cloned().map(|(facet, value)| {
        revision_facet::Model { revision_id: revision, facet, value }.into_active_model()
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        revision_facet::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(new)
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
    let rows = new.into_iter().filter(|one| !kept.contains(one)).map(|(facet, value)| {
        facet::Model { id: clock.new_id(), item_id: item, facet, value }.into_active_model()
    });
    if is_new {
        facet::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(is_new || !gone.is_empty())
}

fn card(kind: &Kind, item: Uuid, text: &PublicText, content: &Content) -> revision_card::Model {
    let entry = ListEntry::of(kind, content);
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
    }
}

async fn put_card(
    db: &impl ConnectionTrait,
    old: Option<revision_card::Model>,
    new: revision_card::Model,
) -> Result<(), DbErr> {
    match old {
        Some(old) if old == new => {}
        Some(_) => {
            let row = revision_card::ActiveModel::from(new).reset_all();
            revision_card::Entity::update(row).exec(db).await?;
        }
        None => {
            let row = new.into_active_model();
            revision_card::Entity::insert(row).exec_without_returning(db).await?;
        }
    }
    Ok(())
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
}

impl ListEntry {
    pub fn of(kind: &Kind, content: &Content) -> Self {
        let card = Card {
            themes: content.themes.clone(),
            counties: content.counties.clone(),
            image: content.image.clone(),
            facts: (kind.card)(content),
            facts_version: kind.version,
        };
        let when = kind.when.and_then(|when| when(content));
        Self {
            title: content.title.clone(),
            title_key: Text::new(Lang::Nb).sort_key(&content.title),
            lead: content.lead.clone(),
            card: serde_json::to_string(&card).unwrap_or_default(),
            starts_at: when.map(|(start, _)| start.into()),
            ends_at: when.map(|(_, end)| end.into()),
        }
    }
}

/// All that lists narrow by.
fn facets_of(kind: &Kind, item: &Item, content: &Content, by: &FiledBy) -> Facets {
    let mut facets: BTreeSet<(&str, String)> = BTreeSet::new();
    // A theme is filed under with what it is part of, …
    let themes = by.themes.with_parents(&content.themes);
    facets.extend(themes.into_iter().map(|slug| ("theme", slug)));
    // … a place under all that it has been and become, …
    let places = by.places.filed_under(&content.counties, &content.municipalities);
    facets.extend(places.counties.into_iter().map(|code| ("county", code)));
    facets.extend(places.municipalities.into_iter().map(|code| ("municipality", code)));
    let centre = item.centre_id.and_then(|id| by.centres.by_id(id));
    facets.extend(centre.map(|centre| ("centre", centre.slug.clone())));
    let own = (kind.facets)(content).into_iter();
    facets.extend(own.map(|(facet, value)| match facet {
        // … and an organisation under the slug that it has now.
        ORGANISATION => (facet, by.organisations.now(&value).to_owned()),
        _ => (facet, value),
    }));
    // What does not say of which year it is, is of the one that it was published in, in Oslo.
    if !facets.iter().any(|(facet, _)| *facet == years::FACET)
        && let Some(date) = item.published()
    {
        facets.insert((years::FACET, format!("{:04}", date.year())));
    }
    facets.into_iter().map(|(facet, value)| (facet.to_owned(), value)).collect()
}

/// What of a text can't be read: it stays filed as it was.
struct Lost {
    themes: bool,
    places: bool,
    facts: bool,
}

impl Lost {
    fn of(kind: &Kind, content: &Content) -> Self {
        let is_lost = |field: &str| content.unreadable.iter().any(|path| path.starts_with(field));
        Self {
            themes: is_lost("content.themes"),
            places: is_lost("content.counties") || is_lost("content.municipalities"),
            facts: !(kind.unreadable)(content).is_empty(),
        }
    }

    fn has(&self, facet: &str) -> bool {
        match facet {
            "theme" => self.themes,
            "county" | "municipality" => self.places,
            "centre" => false,
            _ => self.facts,
        }
    }
}
