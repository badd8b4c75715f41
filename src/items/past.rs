//! Lists as they were: what was public on a day, filed as it was filed then.
//!
//! The tables keep what is public now ready for lists; the past is put together from the versions
//! when somebody asks for it, which is seldom.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QuerySelect, Select,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::filing::{Filed, card_of, facets_of};
use super::list::{Counts, Listed, Sort, Wanted, When};
use super::read::{self, Shown};
use super::registers::Registers;
use super::tables::{facet, item, revision};
use super::{Item, Kind, State, states};
use crate::db::Timestamp;
use crate::i18n::{Lang, Text};
use crate::organisations::OldSlugs;

/// An item as it was, with what it was filed under.
pub struct Snapshot {
    pub item: Item,
    /// Facet and value.
    pub facets: BTreeSet<(String, String)>,
    /// Its text has been replaced since.
    pub replaced: bool,
}

/// All that was public at an instant; of a text and its translations one, when a language is given.
pub struct Past {
    all: Vec<Snapshot>,
}

impl Past {
    pub async fn read(
        db: &impl ConnectionTrait,
        kinds: &[&'static Kind],
        registers: &Registers,
        at: OffsetDateTime,
        lang: Option<&str>,
    ) -> Result<Self, DbErr> {
        let mut all = public(db, kinds, registers, at).await?;
        if let Some(lang) = lang {
            in_one_language(&mut all, lang);
        }
        Ok(Self { all })
    }

    pub fn all(&self) -> &[Snapshot] {
        &self.all
    }

    /// Those of `kinds` that have what is chosen, the newest first; history only when it is asked
    /// for.
    pub fn chosen(&self, kinds: &[&str], wanted: &Wanted) -> Vec<&Item> {
        let mut some: Vec<&Snapshot> = self
            .all
            .iter()
            .filter(|then| kinds.contains(&then.item.kind.as_str()))
            .filter(|then| wanted.archived || then.item.state() != State::Archived)
            .filter(|then| wanted.when.is_none_or(|when| when.holds(&then.item)))
            .filter(|then| is_chosen(then, wanted, None))
            .collect();
        if let Some(When::Coming(_)) = wanted.when {
            some.sort_by_key(|then| (then.item.starts_at, then.item.id));
        } else {
            some.sort_by_key(|then| std::cmp::Reverse((then.item.published_at, then.item.id)));
        }
        some.into_iter().map(|then| &then.item).collect()
    }

    /// How many of a kind have each value, by facet.
    pub fn counts(&self, kind: &str) -> Counts {
        let of_kind = self.all.iter().filter(|then| then.item.kind == kind);
        tally(of_kind.filter(|then| then.item.state() != State::Archived))
    }

    /// How many of all kinds have each value of a facet.
    pub fn counts_of(&self, facet: &str) -> BTreeMap<String, i64> {
        let current = self.all.iter().filter(|then| then.item.state() != State::Archived);
        tally(current).remove(facet).unwrap_or_default()
    }

    /// How many there were of each kind; with `value` for `facet`, when one is given.
    pub fn by_kind(&self, having: Option<(&str, &str)>) -> BTreeMap<String, i64> {
        let mut counts = BTreeMap::new();
        for then in self.all.iter().filter(|then| then.item.state() != State::Archived) {
            let has = |(facet, value): (&str, &str)| {
                then.facets.iter().any(|(f, v)| f == facet && v == value)
            };
            if having.is_none_or(has) {
                *counts.entry(then.item.kind.clone()).or_default() += 1;
            }
        }
        counts
    }
}

fn tally<'a>(all: impl Iterator<Item = &'a Snapshot>) -> Counts {
    let mut counts = Counts::new();
    for (facet, value) in all.flat_map(|then| &then.facets) {
        *counts.entry(facet.clone()).or_default().entry(value.clone()).or_default() += 1;
    }
    counts
}

/// When the first of all that can be read now was published.
pub async fn first(db: &impl ConnectionTrait) -> Result<Option<OffsetDateTime>, DbErr> {
    let row = with_items()
        .column(revision::Column::PublishedAt)
        .filter(item::Column::State.is_in(State::VISIBLE))
        .filter(revision::Column::PublishedAt.is_not_null())
        .order_by_asc(revision::Column::PublishedAt)
        .into_tuple::<Timestamp>()
        .one(db)
        .await?;
    Ok(row.map(Into::into))
}

/// The texts of `ids` as they were at the instant, in no order; what was not public then is left out.
pub async fn shown(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
    at: OffsetDateTime,
) -> Result<Vec<Shown>, DbErr> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(500) {
        let those = || {
            Condition::all()
                .add(item::Column::State.is_in(State::VISIBLE))
                .add(item::Column::Id.is_in(some.iter().copied()))
        };
        let numbers = numbers(db, those(), at).await?;
        let items = item::Entity::find().filter(those()).all(db).await?;
        let wanted: Vec<(Uuid, i32)> =
            numbers.into_iter().map(|(id, then)| (id, then.number)).collect();
        let mut texts = texts(db, &wanted).await?;
        let states = states::at(db, &items, at).await?;
        for item in items {
            let Some(text) = texts.remove(&item.id) else { continue };
            let state = states.get(&item.id).map_or(State::Published, |(state, _)| *state);
            if state.is_visible() {
                all.extend(read::as_then(item, &text, state));
            }
        }
    }
    Ok(all)
}

/// The list and its counts, as [`super::list`] gives them for the present.
pub async fn list(
    db: &impl ConnectionTrait,
    kind: &'static Kind,
    wanted: &Wanted,
    registers: &Registers,
    at: OffsetDateTime,
) -> Result<(Listed, Counts), DbErr> {
    let Past { mut all } = Past::read(db, &[kind], registers, at, Some(wanted.lang)).await?;
    if !wanted.archived {
        all.retain(|then| then.item.state() != State::Archived);
    }
    if let Some(when) = wanted.when {
        all.retain(|then| when.holds(&then.item));
    }
    let counts = counts(&all, wanted);
    all.retain(|then| is_chosen(then, wanted, None));
    match (wanted.when, wanted.sort) {
        (Some(When::Coming(_)), _) => all.sort_by_key(|t| (t.item.starts_at, t.item.id)),
        (Some(When::Past(_)), _) => {
            all.sort_by_key(|t| std::cmp::Reverse((t.item.starts_at, t.item.id)));
        }
        (None, Sort::Newest) => {
            all.sort_by_key(|t| std::cmp::Reverse((t.item.published_at, t.item.id)));
        }
        (None, Sort::Oldest) => {
            all.sort_by_key(|t| (t.item.published_at, std::cmp::Reverse(t.item.id)));
        }
        (None, Sort::Title) => {
            Text::new(Lang::Nb).sort_by_key(&mut all, |then| &then.item.title);
        }
    }
    let total = all.len() as u64;
    let skipped = usize::try_from(wanted.page * wanted.per_page).unwrap_or(usize::MAX);
    let taken = usize::try_from(wanted.per_page).unwrap_or(usize::MAX);
    let items = all.into_iter().skip(skipped).take(taken).map(|then| then.item).collect();
    Ok((Listed { total, items }, counts))
}

/// Every item of the kinds that anybody could read at the instant. What has been withdrawn since
/// is withdrawn from the past too.
async fn public(
    db: &impl ConnectionTrait,
    kinds: &[&'static Kind],
    registers: &Registers,
    at: OffsetDateTime,
) -> Result<Vec<Snapshot>, DbErr> {
    let numbers = numbers(db, of_kinds(kinds), at).await?;
    let items = item::Entity::find().filter(of_kinds(kinds)).all(db).await?;
    let mut facets = facets(db, kinds).await?;
    let replaced: Vec<(Uuid, i32)> = items
        .iter()
        .filter_map(|item| Some((item.id, numbers.get(&item.id)?)))
        .filter(|(_, then)| !then.is_current)
        .map(|(id, then)| (id, then.number))
        .collect();
    let mut texts = texts(db, &replaced).await?;
    let old = if texts.is_empty() { OldSlugs::default() } else { OldSlugs::load(db).await? };
    let mut all = Vec::with_capacity(items.len());
    for mut item in items {
        if !numbers.contains_key(&item.id) {
            continue;
        }
        if item.state() == State::Archived && item.state_since.is_some_and(|since| since >= at) {
            State::Published.name().clone_into(&mut item.state);
        }
        let mut filed = facets.remove(&item.id).unwrap_or_default();
        let mut replaced = false;
        if let (Some(revision), Some(kind)) =
            (texts.remove(&item.id), kinds.iter().find(|kind| kind.name == item.kind))
        {
            replaced = true;
            // Nobody knows how it was filed: it is left out, as its page can't be shown.
            let Some(content) = revision.content() else { continue };
            let centre = item.centre_id.and_then(|id| registers.centres.by_id(id));
            let under = Filed {
                themes: &registers.themes.with_parents(&content.themes),
                places: &registers.places,
                organisations: &old,
                centre: centre.map(|centre| centre.slug.as_str()),
                published: item.published_year(),
                year: at.year(),
            };
            let then = facets_of(kind, &content, under);
            filed = then.into_iter().map(|(facet, value)| (facet.to_owned(), value)).collect();
            let when = kind.when.and_then(|when| when(&content));
            item.starts_at = when.map(|(start, _)| start.into());
            item.ends_at = when.map(|(_, end)| end.into());
            item.card = card_of(kind, &content);
            item.title = content.title;
            item.lead = content.lead;
        }
        all.push(Snapshot { item, facets: filed, replaced });
    }
    Ok(all)
}

/// Versions, narrowed by what their items are; the caller names the columns.
fn with_items() -> Select<revision::Entity> {
    let item = revision::Entity::belongs_to(item::Entity)
        .from(revision::Column::ItemId)
        .to(item::Column::Id);
    revision::Entity::find().select_only().join(JoinType::InnerJoin, item.into())
}

fn of_kinds(kinds: &[&'static Kind]) -> Condition {
    Condition::all()
        .add(item::Column::Kind.is_in(kinds.iter().map(|kind| kind.name)))
        .add(item::Column::State.is_in(State::VISIBLE))
}

/// A version that was public at an instant.
#[derive(FromQueryResult)]
struct Then {
    item_id: Uuid,
    number: i32,
    /// It is so still, whatever is being written beside it.
    is_current: bool,
}

/// The version of each item that was public at the instant.
async fn numbers(
    db: &impl ConnectionTrait,
    of: Condition,
    at: OffsetDateTime,
) -> Result<HashMap<Uuid, Then>, DbErr> {
    let rows: Vec<Then> = with_items()
        .columns([revision::Column::ItemId, revision::Column::Number])
        .column_as(revision::Column::ReplacedAt.is_null(), "is_current")
        .filter(of)
        .filter(revision::Column::PublishedAt.lt(at))
        // The newest of those comes last, and stays.
        .order_by_asc(revision::Column::Number)
        .into_model()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.item_id, row)).collect())
}

async fn facets(
    db: &impl ConnectionTrait,
    kinds: &[&'static Kind],
) -> Result<HashMap<Uuid, BTreeSet<(String, String)>>, DbErr> {
    let rows = facet::Entity::find()
        .join(
            JoinType::InnerJoin,
            facet::Entity::belongs_to(item::Entity)
                .from(facet::Column::ItemId)
                .to(item::Column::Id)
                .into(),
        )
        .filter(of_kinds(kinds))
        .all(db)
        .await?;
    let mut all: HashMap<Uuid, BTreeSet<(String, String)>> = HashMap::new();
    for row in rows {
        all.entry(row.item_id).or_default().insert((row.facet, row.value));
    }
    Ok(all)
}

/// The texts of the versions, by item; some hundreds in a question.
async fn texts(
    db: &impl ConnectionTrait,
    wanted: &[(Uuid, i32)],
) -> Result<HashMap<Uuid, revision::Model>, DbErr> {
    let mut found = HashMap::with_capacity(wanted.len());
    for some in wanted.chunks(500) {
        let numbers: HashMap<Uuid, i32> = some.iter().copied().collect();
        let rows = revision::Entity::find()
            .filter(revision::Column::ItemId.is_in(numbers.keys().copied()))
            .filter(revision::Column::PublishedAt.is_not_null())
            .all(db)
            .await?;
        let is_it = |row: &revision::Model| numbers.get(&row.item_id) == Some(&row.number);
        found.extend(rows.into_iter().filter(is_it).map(|row| (row.item_id, row)));
    }
    Ok(found)
}

/// Of an item and its translations one is listed, as in [`super::list`].
fn in_one_language(all: &mut Vec<Snapshot>, lang: &str) {
    let translated: BTreeSet<Uuid> = all
        .iter()
        .filter(|then| then.item.lang == lang)
        .filter_map(|then| then.item.original_id)
        .collect();
    all.retain(|then| match then.item.original_id {
        Some(_) => then.item.lang == lang,
        None => !translated.contains(&then.item.id),
    });
}

fn is_chosen(then: &Snapshot, wanted: &Wanted, except: Option<&str>) -> bool {
    wanted
        .chosen
        .iter()
        .filter(|(facet, values)| Some(**facet) != except && !values.is_empty())
        .all(|(facet, values)| then.facets.iter().any(|(f, v)| f == facet && values.contains(v)))
}

/// A facet's own choice does not narrow its own counts.
fn counts(all: &[Snapshot], wanted: &Wanted) -> Counts {
    let mut counts = Counts::new();
    for then in all {
        let narrowed: BTreeMap<&str, bool> = then
            .facets
            .iter()
            .map(|(facet, _)| (facet.as_str(), is_chosen(then, wanted, Some(facet))))
            .collect();
        for (facet, value) in &then.facets {
            if narrowed[facet.as_str()] {
                *counts.entry(facet.clone()).or_default().entry(value.clone()).or_default() += 1;
            }
        }
    }
    counts
}
