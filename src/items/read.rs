//! Reads single items: by address, by id, by external id.

use std::collections::{BTreeSet, HashMap};

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, Iden, Iterable, QueryFilter,
    QueryOrder, QuerySelect,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::tables::{contact, facet, item, old_slug, revision, struck};
use super::{Content, Item, State, StoredText, adopted, states, uses};
use crate::db::Timestamp;

/// An item with the text that the public reads now.
#[derive(Clone, Debug)]
pub struct Shown {
    pub item: Item,
    pub content: Content,
    /// What stands beside it, where that was read with it.
    pub margin: Option<Margin>,
}

/// What an address leads to.
pub enum Found {
    Here(Box<Shown>),
    /// The item has another address now.
    Moved(String),
    /// It was public and has been withdrawn, since when is known.
    Gone(Option<OffsetDateTime>),
    /// Its text is stored in a form that can't be read.
    Unreadable(Uuid),
    /// It was not public yet on the day that was asked for; since when it is.
    NotYet(OffsetDateTime),
    Nothing,
}

impl Found {
    fn beside(mut self, margin: Margin) -> Self {
        if let Self::Here(shown) = &mut self {
            shown.margin = Some(margin);
        }
        self
    }
}

/// As it is now, or as it was at an instant.
pub async fn by_slug(
    db: &impl ConnectionTrait,
    kind: &str,
    slug: &str,
    at: Option<OffsetDateTime>,
) -> Result<Found, DbErr> {
    let Some((item, text, margin)) = with_text(db, kind, slug).await? else {
        return moved(db, kind, slug).await;
    };
    match item.state() {
        // What is withdrawn is withdrawn from the past too.
        State::Withdrawn => Ok(Found::Gone(item.state_since.map(Into::into))),
        state if !state.is_visible() => Ok(Found::Nothing),
        _ => {
            let found = match at {
                None => shown(item, text),
                Some(at) => shown_at(db, item, at).await?,
            };
            Ok(found.beside(margin))
        }
    }
}

/// The item at an address with its newest published text, whatever is being written beside it, and its margin.
async fn with_text(
    db: &impl ConnectionTrait,
    kind: &str,
    slug: &str,
) -> Result<Option<(Item, Option<StoredText>, Margin)>, DbErr> {
    use revision::Column::{Content, ItemId, Number, PublishedAt};
    const TEXT: &str = "text_content";
    let of_item = || ItemId.into_expr().eq(item::Column::Id.into_expr());
    let newest = Query::select()
        .expr(Number.into_expr().max())
        .from(revision::Entity)
        .and_where(of_item())
        .and_where(PublishedAt.is_not_null())
        .to_owned();
    let newest = Expr::SubQuery(None, Box::new(newest.into()));
    let mut query = Query::select();
    query
        .from(item::Entity)
        .left_join(revision::Entity, of_item().and(Number.into_expr().eq(newest)))
        .and_where(item::Column::Kind.eq(kind))
        .and_where(item::Column::Slug.eq(slug))
        .expr_as(Content.into_expr(), TEXT);
    for column in item::Column::iter() {
        query.expr_as(column.into_expr(), column.unquoted().to_owned());
    }
    add_margin(&mut query);
    let Some(row) = db.query_one(&query).await? else { return Ok(None) };
    let (item, text) = (Item::from_query_result(&row, "")?, row.try_get("", TEXT)?);
    Ok(Some((item, text, Margin::from_query_result(&row, "")?)))
}

async fn shown_at(
    db: &impl ConnectionTrait,
    item: Item,
    at: OffsetDateTime,
) -> Result<Found, DbErr> {
    let then = revision::Entity::find()
        .filter(revision::Column::ItemId.eq(item.id))
        .filter(revision::Column::PublishedAt.lt(at))
        .order_by_desc(revision::Column::Number)
        .one(db)
        .await?;
    let Some(then) = then else {
        return Ok(item.published_at.map_or(Found::Nothing, |first| Found::NotYet(first.into())));
    };
    let id = item.id;
    let states = states::at(db, std::slice::from_ref(&item), at).await?;
    let state = match states.get(&id) {
        Some((State::Withdrawn, since)) => return Ok(Found::Gone(*since)),
        Some((state, _)) => *state,
        None => State::Published,
    };
    let shown = as_then(item, &then, state);
    Ok(shown.map_or(Found::Unreadable(id), |shown| Found::Here(Box::new(shown))))
}

/// The item with a text and the state that it had at an instant; `None` when that can't be read.
pub fn as_then(mut item: Item, then: &revision::Model, state: State) -> Option<Shown> {
    let content = then.content()?;
    state.name().clone_into(&mut item.state);
    item.title.clone_from(&content.title);
    item.lead.clone_from(&content.lead);
    item.updated_at = then.published_at.unwrap_or(item.updated_at);
    item.revision = then.number;
    Some(Shown { item, content, margin: None })
}

async fn moved(db: &impl ConnectionTrait, kind: &str, slug: &str) -> Result<Found, DbErr> {
    let old = old_slug::Entity::find()
        .filter(old_slug::Column::Kind.eq(kind))
        .filter(old_slug::Column::Slug.eq(slug))
        .one(db)
        .await?;
    let Some(old) = old else { return Ok(Found::Nothing) };
    let item = item::Entity::find_by_id(old.item_id).one(db).await?;
    Ok(item.map_or(Found::Nothing, |item| Found::Moved(item.slug)))
}

fn shown(item: Item, text: Option<StoredText>) -> Found {
    let Some(text) = text else { return Found::Nothing };
    if let Some(content) = Content::of_stored(&text.0) {
        return Found::Here(Box::new(Shown { item, content, margin: None }));
    }
    tracing::warn!(item = %item.id, revision = item.revision, "a stored text can't be read");
    Found::Unreadable(item.id)
}

/// The newest published revision of each of the items, in one query.
pub(super) async fn public_texts(
    db: &impl ConnectionTrait,
    items: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, revision::Model>, DbErr> {
    let (of, number) = (revision::Column::ItemId, revision::Column::Number);
    let newest = Query::select()
        .column(of)
        .expr(Expr::col(number).max())
        .from(revision::Entity)
        .and_where(of.is_in(items))
        .and_where(revision::Column::PublishedAt.is_not_null())
        .group_by_col(of)
        .to_owned();
    let which = Expr::tuple([Expr::col(of), Expr::col(number)]).in_subquery(newest);
    let texts = revision::Entity::find().filter(which).all(db).await?;
    Ok(texts.into_iter().map(|text| (text.item_id, text)).collect())
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Item>, DbErr> {
    item::Entity::find_by_id(id).one(db).await
}

/// Whatever its state, at the address that it has now.
pub async fn by_address(
    db: &impl ConnectionTrait,
    kind: &str,
    slug: &str,
) -> Result<Option<Item>, DbErr> {
    item::Entity::find()
        .filter(item::Column::Kind.eq(kind))
        .filter(item::Column::Slug.eq(slug))
        .one(db)
        .await
}

pub async fn by_external_id(
    db: &impl ConnectionTrait,
    external_id: &str,
) -> Result<Option<Item>, DbErr> {
    item::Entity::find().filter(item::Column::ExternalId.eq(external_id)).one(db).await
}

/// The same of several, in the order of their titles.
pub async fn by_external_ids(
    db: &impl ConnectionTrait,
    external_ids: &[String],
) -> Result<Vec<Item>, DbErr> {
    item::Entity::find()
        .filter(item::Column::ExternalId.is_in(external_ids.iter().map(String::as_str)))
        .order_by_asc(item::Column::Title)
        .order_by_asc(item::Column::Id)
        .all(db)
        .await
}

/// The item in its other languages: what it was translated from, and what was made from it.
pub async fn translations(db: &impl ConnectionTrait, of: &Item) -> Result<Vec<Item>, DbErr> {
    let original = of.original_id.unwrap_or(of.id);
    item::Entity::find()
        .filter(item::Column::OriginalId.eq(original).or(item::Column::Id.eq(original)))
        .filter(item::Column::Id.ne(of.id))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .order_by_asc(item::Column::Lang)
        .all(db)
        .await
}

/// An item with all that was translated from it, public or not, the original first.
pub async fn family(db: &impl ConnectionTrait, original: Uuid) -> Result<Vec<Item>, DbErr> {
    let mut all = item::Entity::find()
        .filter(item::Column::OriginalId.eq(original).or(item::Column::Id.eq(original)))
        .order_by_asc(item::Column::Lang)
        .limit(MOST_OF_A_FAMILY)
        .all(db)
        .await?;
    all.sort_by_key(|one| one.id != original);
    Ok(all)
}

/// There are four languages; imports may have brought more than one of each.
const MOST_OF_A_FAMILY: u64 = 20;

/// The number of the text that the public reads, or did before the item was withdrawn.
pub async fn public_number(db: &impl ConnectionTrait, item: Uuid) -> Result<Option<i32>, DbErr> {
    revision::Entity::find()
        .select_only()
        .column(revision::Column::Number)
        .filter(revision::Column::ItemId.eq(item))
        .filter(revision::Column::PublishedAt.is_not_null())
        .order_by_desc(revision::Column::Number)
        .into_tuple()
        .one(db)
        .await
}

/// When anything that anybody can read was last changed.
pub async fn newest_change(db: &impl ConnectionTrait) -> Result<Option<OffsetDateTime>, DbErr> {
    let newest = item::Entity::find()
        .filter(item::Column::State.is_in(State::VISIBLE))
        .order_by_desc(item::Column::UpdatedAt)
        .one(db)
        .await?;
    Ok(newest.map(|item| item.updated_at.into()))
}

/// Those of `items` that are translated, with all their translations.
pub async fn families(db: &impl ConnectionTrait, items: &[Item]) -> Result<Vec<Item>, DbErr> {
    let ids = || items.iter().map(|item| item.original_id.unwrap_or(item.id));
    item::Entity::find()
        .filter(item::Column::OriginalId.is_in(ids()).or(item::Column::Id.is_in(ids())))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .order_by_asc(item::Column::Lang)
        .all(db)
        .await
}

/// Published revisions of an item, oldest first.
pub async fn history(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<revision::Model>, DbErr> {
    revision::Entity::find()
        .filter(revision::Column::ItemId.eq(item))
        .filter(revision::Column::PublishedAt.is_not_null())
        .order_by_asc(revision::Column::Number)
        .all(db)
        .await
}

/// That something was struck of an item, never what.
pub type Struck = struck::Model;

/// What has been struck of an item, the newest first.
pub async fn struck(db: &impl ConnectionTrait, item: Uuid) -> Result<Vec<Struck>, DbErr> {
    struck::Entity::find()
        .filter(struck::Column::ItemId.eq(item))
        // The sizes of a picture are remembered each, and are one gap.
        .filter(struck::Column::Places.gt(0).or(struck::Column::What.eq(struck::PASSAGE)))
        .order_by_desc(struck::Column::At)
        .order_by_desc(struck::Column::Id)
        .all(db)
        .await
}

/// What is told of an item beside its text.
#[derive(Clone, Debug, Default, FromQueryResult)]
pub struct Margin {
    /// Who answers for it, when somebody does: never their address.
    pub contact_role: Option<String>,
    /// How many versions have been public.
    pub versions: i64,
    adopted_by: Option<String>,
    used_as: Option<String>,
}

impl Margin {
    /// How many have its original in use or are trying it.
    pub fn adopted(&self) -> u64 {
        self.adopted_by.as_deref().and_then(|count| count.parse().ok()).unwrap_or(0)
    }

    /// Does anything make use of it, public or not? Most are used nowhere, and need not be asked what by.
    pub const fn is_used(&self) -> bool {
        self.used_as.is_some()
    }
}

/// Asks for it with the item that the query is about.
fn add_margin(query: &mut SelectStatement) {
    let of_item = |column: Expr| column.eq(item::Column::Id.into_expr());
    let part =
        |query: &mut SelectStatement| Expr::SubQuery(None, Box::new(query.to_owned().into()));
    let role = part(
        Query::select()
            .expr(contact::Column::Role.into_expr())
            .from(contact::Entity)
            .and_where(of_item(contact::Column::ItemId.into_expr()))
            .limit(1),
    );
    let versions = part(
        Query::select()
            .expr(revision::Column::Id.into_expr().count())
            .from(revision::Entity)
            .and_where(of_item(revision::Column::ItemId.into_expr()))
            .and_where(revision::Column::PublishedAt.is_not_null()),
    );
    query
        .expr_as(role, "contact_role")
        .expr_as(versions, "versions")
        .expr_as(adopted::count_of_item(), "adopted_by")
        .expr_as(part(&mut uses::name_in_use()), "used_as");
}

pub async fn margin(db: &impl ConnectionTrait, item: &Item) -> Result<Margin, DbErr> {
    let mut query = Query::select();
    query.from(item::Entity).and_where(item::Column::Id.eq(item.id));
    add_margin(&mut query);
    let row = db.query_one(&query).await?;
    row.map_or_else(|| Ok(Margin::default()), |row| Margin::from_query_result(&row, ""))
}

/// Whom a letter about the item goes to. The address never leaves the server.
pub async fn contact_of(
    db: &impl ConnectionTrait,
    item: Uuid,
) -> Result<Option<contact::Model>, DbErr> {
    contact::Entity::find().filter(contact::Column::ItemId.eq(item)).one(db).await
}

/// Those of `ids` that letters can be written about.
pub async fn with_contact(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<BTreeSet<Uuid>, DbErr> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows = contact::Entity::find().filter(contact::Column::ItemId.is_in(ids.iter().copied()));
    Ok(rows.all(db).await?.into_iter().map(|row| row.item_id).collect())
}

/// Those of `ids` that anybody may read, in no order.
pub async fn visible_by_ids(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Item>, DbErr> {
    item::Entity::find()
        .filter(item::Column::Id.is_in(ids.iter().copied()))
        .filter(item::Column::State.is_in(State::VISIBLE))
        .all(db)
        .await
}

/// What each of these items is filed under: facet and value.
pub async fn facets(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<(String, String)>>, DbErr> {
    let rows = facet::Entity::find()
        .filter(facet::Column::ItemId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut facets: HashMap<Uuid, Vec<(String, String)>> = HashMap::new();
    for row in rows {
        facets.entry(row.item_id).or_default().push((row.facet, row.value));
    }
    Ok(facets)
}

/// When the next of what takes place begins or is over, after `now`.
pub async fn next_boundary(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
) -> Result<Option<OffsetDateTime>, DbErr> {
    let mut next: Option<Timestamp> = None;
    for column in [item::Column::StartsAt, item::Column::EndsAt] {
        let of_column: Option<Option<Timestamp>> = item::Entity::find()
            .select_only()
            .column_as(column.min(), "next")
            .filter(column.gt(now))
            .into_tuple()
            .one(db)
            .await?;
        next = next.into_iter().chain(of_column.flatten()).min();
    }
    Ok(next.map(Into::into))
}
