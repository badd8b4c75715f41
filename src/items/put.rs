//! Writes an item: a new one, a new revision of it, or nothing when nothing changed.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::tables::{contact, facet, item, old_slug, revision};
use super::{Archived, Card, Contact, Content, Item, Kind, State};
use super::{changes, uses};
use crate::clock::Clock;
use crate::organisations::{FACET, OldSlugs};
use crate::places::Places;

/// An item on its way in: parsed, checked, its references looked up.
#[derive(Clone, Debug)]
pub struct Incoming {
    pub id: Option<Uuid>,
    pub external_id: String,
    pub kind: &'static Kind,
    pub lang: String,
    pub slug: Option<String>,
    pub state: State,
    pub example: bool,
    pub centre: Option<(Uuid, String)>,
    pub original: Option<(Uuid, i32)>,
    pub archived: Option<Archived>,
    pub published_at: Option<OffsetDateTime>,
    /// As it is known, where that is less than the day: a year, a month, or [`UNKNOWN`].
    pub published_as: Option<String>,
    pub updated_at: Option<OffsetDateTime>,
    /// Themes with their parents, so that a theme's page finds what its parts hold.
    pub theme_facets: Vec<String>,
    pub content: Content,
    pub note: Option<String>,
    /// Earlier published revisions, oldest first; read only when the item is new.
    pub history: Vec<Past>,
    pub contact: Option<Contact>,
    /// A digest of all the above: the same digest means that nothing changed.
    pub digest: String,
}

/// A published revision that something has replaced.
#[derive(Clone, Debug)]
pub struct Past {
    pub content: Content,
    pub note: Option<String>,
    pub published_at: OffsetDateTime,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    Created(Uuid),
    Updated(Uuid),
    Unchanged(Uuid),
}

impl Stored {
    pub fn id(self) -> Uuid {
        match self {
            Self::Created(id) | Self::Updated(id) | Self::Unchanged(id) => id,
        }
    }
}

/// Stores `incoming` under its external id. Everything that the public can see of it is derived
/// here, once: facets, the card, the address, the row in the change feed.
pub async fn put(
    db: &impl ConnectionTrait,
    clock: &Clock,
    incoming: Incoming,
) -> Result<Stored, DbErr> {
    let now = clock.now();
    let existing = item::Entity::find()
        .filter(item::Column::ExternalId.eq(&incoming.external_id))
        .one(db)
        .await?;
    if let Some(old) = &existing
        && old.digest == incoming.digest
    {
        return Ok(Stored::Unchanged(old.id));
    }
    let slug = free_slug(db, &incoming, existing.as_ref()).await?;
    let stored = match existing {
        None => Stored::Created(create(db, clock, &incoming, slug, now).await?),
        Some(old) => {
            let id = old.id;
            update(db, clock, old, &incoming, slug, now).await?;
            Stored::Updated(id)
        }
    };
    derive(db, clock, stored.id(), &incoming).await?;
    changes::again(db, clock, &[stored.id()]).await?;
    Ok(stored)
}

async fn create(
    db: &impl ConnectionTrait,
    clock: &Clock,
    new: &Incoming,
    slug: String,
    now: OffsetDateTime,
) -> Result<Uuid, DbErr> {
    let id = new.id.unwrap_or_else(|| clock.new_id());
    let number = i32::try_from(new.history.len()).unwrap_or(0) + 1;
    let published = published_at(new, now);
    let updated = new.updated_at.or(new.published_at).unwrap_or(now);
    let when = new.kind.when.and_then(|when| when(&new.content));
    let row = item::Model {
        id,
        external_id: new.external_id.clone(),
        kind: new.kind.name.to_owned(),
        slug,
        lang: new.lang.clone(),
        state: new.state.name().to_owned(),
        example: new.example,
        centre_id: new.centre.as_ref().map(|(id, _)| *id),
        original_id: new.original.map(|(id, _)| id),
        original_revision: new.original.map(|(_, revision)| revision),
        revision: number,
        digest: new.digest.clone(),
        created_at: now,
        updated_at: updated,
        published_at: published,
        archived_under: new.archived.as_ref().and_then(|a| a.published_under.clone()),
        archived_publisher: new.archived.as_ref().and_then(|a| a.publisher.clone()),
        title: new.content.title.clone(),
        lead: new.content.lead.clone(),
        card: card(new),
        starts_at: when.map(|(start, _)| start),
        ends_at: when.map(|(_, end)| end),
        state_since: Some(now),
        published_as: published.and_then(|at| published_as(new, at)),
    };
    item::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    let ends = new.history.iter().skip(1).map(|past| past.published_at).chain([updated]);
    for ((n, past), end) in (1..).zip(&new.history).zip(ends) {
        let times = (Some(past.published_at), Some(end));
        add_revision(db, clock, id, n, &past.content, past.note.clone(), now, times).await?;
    }
    let since = published.map(|first| if new.history.is_empty() { first } else { updated });
    add_revision(db, clock, id, number, &new.content, new.note.clone(), now, (since, None)).await?;
    Ok(id)
}

/// When the item first was public: what it says, else now; a draft never was.
fn published_at(new: &Incoming, now: OffsetDateTime) -> Option<OffsetDateTime> {
    let was_public = new.state.is_visible() || new.state == State::Withdrawn;
    was_public.then(|| new.published_at.unwrap_or(now))
}

/// Of what was published long ago, nobody knows when.
pub const UNKNOWN: &str = "unknown";

/// Holds only for the instant that it came with: an item keeps the day it first was public.
fn published_as(new: &Incoming, at: OffsetDateTime) -> Option<String> {
    let is_of = |known: &String| known == UNKNOWN || new.published_at == Some(at);
    new.published_as.clone().filter(is_of)
}

/// The instant that stands, unless nobody knew it and somebody has found it out.
fn first_public(old: &Item, new: &Incoming) -> Option<OffsetDateTime> {
    let is_unknown = old.published_as.as_deref() == Some(UNKNOWN);
    old.published_at.filter(|_| !(is_unknown && new.published_at.is_some()))
}

async fn update(
    db: &impl ConnectionTrait,
    clock: &Clock,
    old: Item,
    new: &Incoming,
    slug: String,
    now: OffsetDateTime,
) -> Result<(), DbErr> {
    let id = old.id;
    let newest = revision::Entity::find()
        .filter(revision::Column::ItemId.eq(id))
        .filter(revision::Column::Number.eq(old.revision))
        .one(db)
        .await?;
    let content = serde_json::to_value(&new.content).map_err(|e| DbErr::Json(e.to_string()))?;
    let changed = newest.as_ref().is_none_or(|newest| newest.content != content);
    let number = if changed { old.revision + 1 } else { old.revision };
    let first = first_public(&old, new);
    let published = first.or_else(|| published_at(new, now));
    let updated = new.updated_at.unwrap_or(now);
    if old.slug != slug {
        keep_slug(db, clock, &old).await?;
    }
    if changed {
        if let Some(newest) = newest.filter(|n| n.published_at.is_some()) {
            let mut newest = newest.into_active_model();
            newest.replaced_at = Set(Some(updated));
            newest.update(db).await?;
        }
        let since = new.state.is_visible().then_some(updated);
        add_revision(db, clock, id, number, &new.content, new.note.clone(), now, (since, None))
            .await?;
    } else if let Some(newest) =
        newest.filter(|n| n.published_at.is_none() || first.is_none() && n.number == 1)
        && new.state.is_visible()
    {
        let mut newest = newest.into_active_model();
        newest.published_at = Set(published);
        newest.update(db).await?;
    }
    let same_since = Some(old.state_since).filter(|_| old.state == new.state.name());
    let mut row = old.into_active_model();
    row.state_since = Set(same_since.unwrap_or(Some(now)));
    row.slug = Set(slug);
    row.lang = Set(new.lang.clone());
    row.state = Set(new.state.name().to_owned());
    row.example = Set(new.example);
    row.centre_id = Set(new.centre.as_ref().map(|(id, _)| *id));
    row.original_id = Set(new.original.map(|(id, _)| id));
    row.original_revision = Set(new.original.map(|(_, revision)| revision));
    row.revision = Set(number);
    row.digest = Set(new.digest.clone());
    row.updated_at = Set(updated);
    row.published_at = Set(published);
    if let Some(at) = published.filter(|at| new.published_at == Some(*at) || first.is_none()) {
        row.published_as = Set(published_as(new, at));
    }
    row.archived_under = Set(new.archived.as_ref().and_then(|a| a.published_under.clone()));
    row.archived_publisher = Set(new.archived.as_ref().and_then(|a| a.publisher.clone()));
    row.title = Set(new.content.title.clone());
    row.lead = Set(new.content.lead.clone());
    row.card = Set(card(new));
    let when = new.kind.when.and_then(|when| when(&new.content));
    (row.starts_at, row.ends_at) = (Set(when.map(|w| w.0)), Set(when.map(|w| w.1)));
    row.update(db).await?;
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "one row, one call; a struct would say it twice")]
async fn add_revision(
    db: &impl ConnectionTrait,
    clock: &Clock,
    item_id: Uuid,
    number: i32,
    content: &Content,
    note: Option<String>,
    now: OffsetDateTime,
    (published_at, replaced_at): (Option<OffsetDateTime>, Option<OffsetDateTime>),
) -> Result<(), DbErr> {
    let content = serde_json::to_value(content).map_err(|e| DbErr::Json(e.to_string()))?;
    let id = clock.new_id();
    let row = revision::Model {
        id,
        item_id,
        number,
        content: content.into(),
        note,
        created_at: now,
        published_at,
        replaced_at,
    };
    revision::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

fn card(new: &Incoming) -> String {
    card_of(new.kind, &new.content)
}

/// What a list keeps of a text.
pub fn card_of(kind: &Kind, content: &Content) -> String {
    let card = Card {
        themes: content.themes.clone(),
        counties: content.counties.clone(),
        image: content.image.clone(),
        facts: (kind.card)(content),
        facts_version: kind.version,
    };
    serde_json::to_string(&card).unwrap_or_default()
}

/// What a text is filed under beside what it says itself.
pub struct Filed<'a> {
    /// Its themes with what each is part of.
    pub themes: &'a [String],
    pub centre: Option<&'a str>,
    /// A place is filed under all that it has been and become.
    pub places: &'a Places,
    /// An organisation is filed under the slug that it has now.
    pub organisations: &'a OldSlugs,
    pub published_at: Option<OffsetDateTime>,
    /// For what goes on still.
    pub year: i32,
}

/// The places an item is found under: those it names, and all that they became.
pub(super) fn places_of(
    places: &Places,
    content: &Content,
) -> impl Iterator<Item = (&'static str, String)> + use<> {
    let filed = places.filed_under(&content.counties, &content.municipalities);
    let counties = filed.counties.into_iter().map(|code| ("county", code));
    counties.chain(filed.municipalities.into_iter().map(|code| ("municipality", code)))
}

/// All that lists narrow by.
pub fn facets_of(
    kind: &Kind,
    content: &Content,
    filed: Filed<'_>,
) -> BTreeSet<(&'static str, String)> {
    let mut facets: BTreeSet<(&'static str, String)> = BTreeSet::new();
    facets.extend(filed.themes.iter().map(|slug| ("theme", slug.clone())));
    facets.extend(places_of(filed.places, content));
    facets.extend(filed.centre.map(|slug| ("centre", slug.to_owned())));
    let own = (kind.facets)(content, filed.year).into_iter();
    facets.extend(own.map(|(facet, value)| match facet {
        FACET => (facet, filed.organisations.now(&value).to_owned()),
        _ => (facet, value),
    }));
    if !facets.iter().any(|(facet, _)| *facet == "year")
        && let Some(at) = filed.published_at
    {
        facets.insert(("year", at.year().to_string()));
    }
    facets
}

/// Facets and the contact are rewritten from what came in.
async fn derive(
    db: &impl ConnectionTrait,
    clock: &Clock,
    id: Uuid,
    new: &Incoming,
) -> Result<(), DbErr> {
    facet::Entity::delete_many().filter(facet::Column::ItemId.eq(id)).exec(db).await?;
    let places = Places::load(db).await?;
    let filed = Filed {
        themes: &new.theme_facets,
        centre: new.centre.as_ref().map(|(_, slug)| slug.as_str()),
        places: &places,
        organisations: &OldSlugs::load(db).await?,
        published_at: new.published_at,
        year: clock.now().year(),
    };
    let facets = facets_of(new.kind, &new.content, filed);
    let rows = facets.into_iter().map(|(facet, value)| {
        let row = facet::Model { id: clock.new_id(), item_id: id, facet: facet.to_owned(), value };
        row.into_active_model()
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        facet::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    uses::set(db, clock, id, &new.content.uses).await?;
    if let Some(Contact { role, email }) = new.contact.clone() {
        contact::Entity::delete_many().filter(contact::Column::ItemId.eq(id)).exec(db).await?;
        let row = contact::Model { id: clock.new_id(), item_id: id, role, email };
        contact::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The wanted slug, or one made of the title; a number behind it when another item has it.
async fn free_slug(
    db: &impl ConnectionTrait,
    new: &Incoming,
    existing: Option<&Item>,
) -> Result<String, DbErr> {
    let wanted = match (&new.slug, existing) {
        (Some(slug), _) => slug.clone(),
        // A page keeps its address when only its title changes.
        (None, Some(old)) => return Ok(old.slug.clone()),
        (None, None) => slug_of(&new.content.title),
    };
    let id = existing.map(|old| old.id);
    for n in 1.. {
        let slug = if n == 1 { wanted.clone() } else { format!("{wanted}-{n}") };
        let mut taken = item::Entity::find()
            .filter(item::Column::Kind.eq(new.kind.name))
            .filter(item::Column::Slug.eq(&slug));
        let mut once = old_slug::Entity::find()
            .filter(old_slug::Column::Kind.eq(new.kind.name))
            .filter(old_slug::Column::Slug.eq(&slug));
        if let Some(id) = id {
            taken = taken.filter(item::Column::Id.ne(id));
            once = once.filter(old_slug::Column::ItemId.ne(id));
        }
        if taken.count(db).await? + once.count(db).await? == 0 {
            return Ok(slug);
        }
    }
    Ok(wanted)
}

/// An address of at most 80 letters, cut between words.
pub fn slug_of(title: &str) -> String {
    let full = slug::slugify(title);
    let mut short = String::new();
    for word in full.split('-') {
        if !short.is_empty() && short.len() + word.len() >= 80 {
            break;
        }
        if !short.is_empty() {
            short.push('-');
        }
        short.extend(word.chars().take(80));
    }
    if short.is_empty() { "uten-tittel".to_owned() } else { short }
}

async fn keep_slug(db: &impl ConnectionTrait, clock: &Clock, old: &Item) -> Result<(), DbErr> {
    old_slug::Entity::delete_many()
        .filter(old_slug::Column::Kind.eq(&old.kind))
        .filter(old_slug::Column::Slug.eq(&old.slug))
        .exec(db)
        .await?;
    let row = old_slug::Model {
        id: clock.new_id(),
        item_id: old.id,
        kind: old.kind.clone(),
        slug: old.slug.clone(),
    };
    old_slug::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}
