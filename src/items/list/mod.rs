//! Lists of items: filters, counts for each facet, order and pages. The same for every kind, and for
//! now as for any day that has been. The catalogue says which; their rows come from the database.

mod source;
mod sql;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use sea_orm::DbErr;
use time::Date;
use uuid::Uuid;

use super::catalogue::{Catalogue, Chosen};
use super::{Item, until, years};

pub use source::At;
pub(super) use source::Row;
pub(super) use sql::is_undated;
pub(super) use sql::visible;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    Title,
    /// What most have taken into use first.
    Adopted,
}

/// Of what takes place; such lists go by the time of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From the instant of the list on, the soonest first; what is under way is still to come.
    Coming,
    /// Over by then, the latest first.
    Past,
}

/// What a list is asked for. A facet's values are «any of»; facets are «all of».
#[derive(Clone, Debug)]
pub struct Wanted {
    pub at: At,
    /// The reader's language: of an item and its translations, one is listed.
    pub lang: &'static str,
    /// All kinds, when none is named.
    pub kinds: Vec<&'static str>,
    pub chosen: BTreeMap<&'static str, BTreeSet<String>>,
    /// Takes in what is kept only as history.
    pub archived: bool,
    pub when: Option<When>,
    pub sort: Sort,
    /// From 0.
    pub page: u64,
    pub per_page: u64,
}

impl Wanted {
    /// Everything.
    pub fn all(at: At, lang: &'static str) -> Self {
        Self {
            at,
            lang,
            kinds: Vec::new(),
            chosen: BTreeMap::new(),
            archived: false,
            when: None,
            sort: Sort::Newest,
            page: 0,
            per_page: 0,
        }
    }

    /// Everything of a kind.
    pub fn of(kind: &'static str, at: At, lang: &'static str) -> Self {
        Self { kinds: vec![kind], ..Self::all(at, lang) }
    }

    /// The same, of what has one of the values.
    #[must_use]
    pub fn having(mut self, facet: &'static str, values: &[&str]) -> Self {
        self.chosen.insert(facet, values.iter().map(|value| (*value).to_owned()).collect());
        self
    }
}

/// How many items would be listed with each value, by facet.
pub type Counts = BTreeMap<String, BTreeMap<String, i64>>;

#[derive(Default)]
pub struct Listed {
    pub total: u64,
    pub items: Vec<Item>,
}

pub async fn list(library: &Catalogue, wanted: &Wanted) -> Result<Listed, DbErr> {
    let mut all = lists(library, std::slice::from_ref(wanted)).await?;
    Ok(all.pop().unwrap_or(Listed { total: 0, items: Vec::new() }))
}

/// Several at once, of one moment: their rows are read together.
pub async fn lists(library: &Catalogue, wanted: &[Wanted]) -> Result<Vec<Listed>, DbErr> {
    let pages = library.ask_all(wanted, |columns, live| {
        let page = |(wanted, live): (&Wanted, &std::sync::Arc<_>)| {
            let skip = wanted.page.saturating_mul(wanted.per_page);
            columns.page(live, wanted, skip, wanted.per_page)
        };
        wanted.iter().zip(live).map(page).collect::<Vec<(u64, Vec<Chosen>)>>()
    });
    let Some(pages) = pages.await else {
        let mut all = Vec::with_capacity(wanted.len());
        for wanted in wanted {
            all.push(sql::list(library.db(), wanted).await?);
        }
        return Ok(all);
    };
    let Some(at) = wanted.first().map(|wanted| wanted.at) else { return Ok(Vec::new()) };
    let chosen = pages.iter().flat_map(|(_, page)| page).copied();
    let items = sql::chosen(library.db(), at, chosen).await?;
    let of_page = |(total, page): (u64, Vec<Chosen>)| Listed {
        total,
        items: page.iter().filter_map(|chosen| items.get(&chosen.item).cloned()).collect(),
    };
    Ok(pages.into_iter().map(of_page).collect())
}

/// The first of a list.
pub async fn first(library: &Catalogue, wanted: &Wanted, most: u64) -> Result<Vec<Item>, DbErr> {
    let wanted = Wanted { page: 0, per_page: most, ..wanted.clone() };
    Ok(list(library, &wanted).await?.items)
}

/// Those of `ids` that a list would show, in no order.
pub async fn these(library: &Catalogue, ids: &[Uuid], wanted: &Wanted) -> Result<Vec<Item>, DbErr> {
    match library.ask(wanted, |columns, live| columns.these(live, wanted, ids)).await {
        Some(chosen) => {
            let items = sql::chosen(library.db(), wanted.at, chosen.into_iter()).await?;
            Ok(items.into_values().collect())
        }
        None => sql::these(library.db(), ids, wanted).await,
    }
}

/// How many items of a list are kept only as history, whether it takes those in or not.
pub async fn archived(library: &Catalogue, wanted: &Wanted) -> Result<u64, DbErr> {
    match library.ask(wanted, |columns, live| columns.archived(live, wanted)).await {
        Some(count) => Ok(count),
        None => sql::archived(library.db(), wanted).await,
    }
}

/// How many there are of each kind.
pub async fn by_kind(library: &Catalogue, wanted: &Wanted) -> Result<BTreeMap<String, i64>, DbErr> {
    match library.ask(wanted, |columns, live| columns.by_kind(live, wanted)).await {
        Some(counts) => Ok(counts),
        None => sql::by_kind(library.db(), wanted).await,
    }
}

/// How many have each value of each of these facets. A facet's own choice does not narrow its own
/// counts: they say what choosing one more would add.
pub async fn counts(
    library: &Catalogue,
    wanted: &Wanted,
    facets: &[&str],
) -> Result<Counts, DbErr> {
    let known = library.ask(wanted, |columns, live| columns.counts(live, wanted, facets)).await;
    if let Some(counts) = known {
        return Ok(counts);
    }
    let mut counts = sql::counts(library.db(), wanted).await?;
    counts.retain(|facet, _| facets.contains(&facet.as_str()));
    Ok(counts)
}

/// How many have each value of a facet, whatever is chosen of it.
pub async fn counts_of(
    library: &Catalogue,
    wanted: &Wanted,
    name: &str,
) -> Result<BTreeMap<String, i64>, DbErr> {
    match library.ask(wanted, |columns, live| columns.counts_of(live, wanted, name)).await {
        Some(counts) => Ok(counts),
        None => sql::counts_of(library.db(), wanted, name).await,
    }
}

/// What a value that an item is filed under stands for on a day.
pub fn value_on<'v>(facet: &str, value: &'v str, day: Date) -> Cow<'v, str> {
    if facet == until::FACET { until::now(value, day) } else { Cow::Borrowed(value) }
}

/// The same counts by what the values stand for when the list is looked at.
pub(super) fn in_time(facet: &str, counts: BTreeMap<String, i64>, at: At) -> BTreeMap<String, i64> {
    match facet {
        years::FACET => years::count(counts, at.year()),
        until::FACET => until::count(counts, at.day()),
        _ => counts,
    }
}
