//! Lists as they were: what was public on a day, filed as it was filed then.
//!
//! The tables keep what is public now ready for lists; the past is put together from the versions
//! when somebody asks for it, which is seldom.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QuerySelect,
};
use time::OffsetDateTime;
use uuid::Uuid;

use super::list::{Counts, Listed, Sort, Wanted, When};
use super::put::{Filed, card_of, facets_of};
use super::registers::Registers;
use super::tables::{facet, item, revision};
use super::{Item, Kind, State};
use crate::i18n::{Lang, Text};

/// An item as it was, with what it was filed under.
struct Then {
    item: Item,
    facets: BTreeSet<(String, String)>,
}

/// The list and its counts, as [`super::list`] gives them for the present.
pub async fn list(
    db: &impl ConnectionTrait,
    kind: &Kind,
    wanted: &Wanted,
    registers: &Registers,
    at: OffsetDateTime,
) -> Result<(Listed, Counts), DbErr> {
    let mut all = public(db, kind, registers, at).await?;
    in_one_language(&mut all, wanted.lang);
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

/// Every item of the kind that anybody could read at the instant. What has been withdrawn since
/// is withdrawn from the past too.
async fn public(
    db: &impl ConnectionTrait,
    kind: &Kind,
    registers: &Registers,
    at: OffsetDateTime,
) -> Result<Vec<Then>, DbErr> {
    let numbers = numbers(db, kind, at).await?;
    let items = item::Entity::find().filter(of_kind(kind)).all(db).await?;
    let mut facets = facets(db, kind).await?;
    let replaced: Vec<(Uuid, i32)> = items
        .iter()
        .filter_map(|item| Some((item.id, *numbers.get(&item.id)?, item.revision)))
        .filter(|(_, then, now)| then != now)
        .map(|(id, then, _)| (id, then))
        .collect();
    let mut texts = texts(db, &replaced).await?;
    let mut all = Vec::with_capacity(items.len());
    for mut item in items {
        if !numbers.contains_key(&item.id) {
            continue;
        }
        if item.state() == State::Archived && item.state_since.is_some_and(|since| since >= at) {
            State::Published.name().clone_into(&mut item.state);
        }
        let mut filed = facets.remove(&item.id).unwrap_or_default();
        if let Some(revision) = texts.remove(&item.id) {
            let content = revision.content().map_err(|e| DbErr::Json(e.to_string()))?;
            let centre = item.centre_id.and_then(|id| registers.centres.by_id(id));
            let under = Filed {
                themes: &registers.themes.with_parents(&content.themes),
                places: &registers.places,
                centre: centre.map(|centre| centre.slug.as_str()),
                published_at: item.published_at,
                year: at.year(),
            };
            let then = facets_of(kind, &content, under);
            filed = then.into_iter().map(|(facet, value)| (facet.to_owned(), value)).collect();
            let when = kind.when.and_then(|when| when(&content.facts));
            item.starts_at = when.map(|(start, _)| start);
            item.ends_at = when.map(|(_, end)| end);
            item.card = card_of(kind, &content);
            item.title = content.title;
            item.lead = content.lead;
        }
        all.push(Then { item, facets: filed });
    }
    Ok(all)
}

fn of_kind(kind: &Kind) -> Condition {
    Condition::all()
        .add(item::Column::Kind.eq(kind.name))
        .add(item::Column::State.is_in(State::VISIBLE))
}

/// The number of the version of each item that was public at the instant.
async fn numbers(
    db: &impl ConnectionTrait,
    kind: &Kind,
    at: OffsetDateTime,
) -> Result<HashMap<Uuid, i32>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        item_id: Uuid,
        number: i32,
    }
    let rows: Vec<Row> = revision::Entity::find()
        .select_only()
        .columns([revision::Column::ItemId, revision::Column::Number])
        .join(
            JoinType::InnerJoin,
            revision::Entity::belongs_to(item::Entity)
                .from(revision::Column::ItemId)
                .to(item::Column::Id)
                .into(),
        )
        .filter(of_kind(kind))
        .filter(revision::Column::PublishedAt.lt(at))
        // The newest of those comes last, and stays.
        .order_by_asc(revision::Column::Number)
        .into_model()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.item_id, row.number)).collect())
}

async fn facets(
    db: &impl ConnectionTrait,
    kind: &Kind,
) -> Result<HashMap<Uuid, BTreeSet<(String, String)>>, DbErr> {
    let rows = facet::Entity::find()
        .join(
            JoinType::InnerJoin,
            facet::Entity::belongs_to(item::Entity)
                .from(facet::Column::ItemId)
                .to(item::Column::Id)
                .into(),
        )
        .filter(of_kind(kind))
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
fn in_one_language(all: &mut Vec<Then>, lang: &str) {
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

fn is_chosen(then: &Then, wanted: &Wanted, except: Option<&str>) -> bool {
    wanted
        .chosen
        .iter()
        .filter(|(facet, values)| Some(**facet) != except && !values.is_empty())
        .all(|(facet, values)| then.facets.iter().any(|(f, v)| f == facet && values.contains(v)))
}

/// A facet's own choice does not narrow its own counts.
fn counts(all: &[Then], wanted: &Wanted) -> Counts {
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
