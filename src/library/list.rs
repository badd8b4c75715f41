//! Lists of items: filters, counts for each facet, order and pages, the same for every kind.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::tables::{facet, item};
use super::{Item, State};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Newest,
    Oldest,
    Title,
}

/// What a list is asked for. A facet's values are «any of»; facets are «all of».
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub kind: &'static str,
    /// The reader's language: of an item and its translations, one is listed.
    pub lang: &'static str,
    pub chosen: BTreeMap<&'static str, BTreeSet<String>>,
    /// Takes in what is kept only as history.
    pub archived: bool,
    pub sort: Sort,
    /// From 0.
    pub page: u64,
    pub per_page: u64,
}

/// How many items would be listed with each value, by facet.
pub type Counts = BTreeMap<String, BTreeMap<String, i64>>;

pub struct Listed {
    pub total: u64,
    pub items: Vec<Item>,
}

/// An item stands in a list once: in the reader's language where it has been translated, else as
/// it was written.
fn visible(kind: &str, lang: &str, archived: bool) -> Condition {
    let states: &[&str] = if archived { &State::VISIBLE } else { &[State::Published.name()] };
    let translated = Query::select()
        .column(item::Column::OriginalId)
        .from(item::Entity)
        .and_where(item::Column::OriginalId.is_not_null())
        .and_where(item::Column::Lang.eq(lang))
        .and_where(item::Column::State.is_in(State::VISIBLE))
        .to_owned();
    let original =
        item::Column::OriginalId.is_null().and(item::Column::Id.not_in_subquery(translated));
    let translation = item::Column::OriginalId.is_not_null().and(item::Column::Lang.eq(lang));
    Condition::all()
        .add(item::Column::Kind.eq(kind))
        .add(item::Column::State.is_in(states.iter().copied()))
        .add(original.or(translation))
}

/// The items that have, for each facet but `except`, one of the chosen values.
fn chosen(wanted: &Wanted, except: Option<&str>) -> Condition {
    let mut all = visible(wanted.kind, wanted.lang, wanted.archived);
    for (facet, values) in &wanted.chosen {
        if Some(*facet) != except && !values.is_empty() {
            let having = Query::select()
                .column(facet::Column::ItemId)
                .from(facet::Entity)
                .and_where(facet::Column::Facet.eq(*facet))
                .and_where(facet::Column::Value.is_in(values.iter().cloned()))
                .to_owned();
            all = all.add(item::Column::Id.in_subquery(having));
        }
    }
    all
}

pub async fn list(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Listed, DbErr> {
    let mut query = item::Entity::find().filter(chosen(wanted, None));
    query = match wanted.sort {
        Sort::Newest => query.order_by_desc(item::Column::PublishedAt),
        Sort::Oldest => query.order_by_asc(item::Column::PublishedAt),
        Sort::Title => query.order_by_asc(item::Column::Title),
    };
    let query = query.order_by_desc(item::Column::Id);
    let total = query.clone().count(db).await?;
    if wanted.sort == Sort::Title {
        return by_title(db, wanted, total).await;
    }
    let items = query.offset(wanted.page * wanted.per_page).limit(wanted.per_page).all(db).await?;
    Ok(Listed { total, items })
}

/// Neither engine sorts å last: titles are sorted here by the Norwegian collation, and only the
/// rows of the page are read whole.
async fn by_title(db: &impl ConnectionTrait, wanted: &Wanted, total: u64) -> Result<Listed, DbErr> {
    #[derive(FromQueryResult)]
    struct Titled {
        id: uuid::Uuid,
        title: String,
    }
    let mut all: Vec<Titled> = item::Entity::find()
        .filter(chosen(wanted, None))
        .select_only()
        .columns([item::Column::Id, item::Column::Title])
        .into_model()
        .all(db)
        .await?;
    crate::i18n::Text::new(crate::i18n::Lang::Nb).sort_by_key(&mut all, |row| &row.title);
    let start = usize::try_from(wanted.page * wanted.per_page).unwrap_or(usize::MAX);
    let count = usize::try_from(wanted.per_page).unwrap_or(usize::MAX);
    let page: Vec<_> = all.iter().skip(start).take(count).map(|row| row.id).collect();
    let rows =
        item::Entity::find().filter(item::Column::Id.is_in(page.iter().copied())).all(db).await?;
    let mut rows: BTreeMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(Listed { total, items: page.iter().filter_map(|id| rows.remove(id)).collect() })
}

#[derive(FromQueryResult)]
struct Count {
    facet: String,
    value: String,
    n: i64,
}

/// A facet's own choice does not narrow its own counts: they say what choosing one more would add.
/// One query for the facets without a choice, and one for each that has.
pub async fn counts(db: &impl ConnectionTrait, wanted: &Wanted) -> Result<Counts, DbErr> {
    let taken: Vec<&str> =
        wanted.chosen.iter().filter(|(_, v)| !v.is_empty()).map(|(f, _)| *f).collect();
    let mut found =
        count(db, chosen(wanted, None).add(facet::Column::Facet.is_not_in(taken.iter().copied())))
            .await?;
    for facet in taken {
        let of_facet = chosen(wanted, Some(facet)).add(facet::Column::Facet.eq(facet));
        found.extend(count(db, of_facet).await?);
    }
    let mut counts = Counts::new();
    for Count { facet, value, n } in found {
        counts.entry(facet).or_default().insert(value, n);
    }
    Ok(counts)
}

async fn count(db: &impl ConnectionTrait, filter: Condition) -> Result<Vec<Count>, DbErr> {
    facet::Entity::find()
        .select_only()
        .columns([facet::Column::Facet, facet::Column::Value])
        .column_as(Expr::col((facet::Entity, facet::Column::Id)).count(), "n")
        .join(
            JoinType::InnerJoin,
            facet::Entity::belongs_to(item::Entity)
                .from(facet::Column::ItemId)
                .to(item::Column::Id)
                .into(),
        )
        .filter(filter)
        .group_by(facet::Column::Facet)
        .group_by(facet::Column::Value)
        .into_model()
        .all(db)
        .await
}

/// The newest visible items of `kinds` that have `value` for `facet`, when one is given.
pub async fn newest(
    db: &impl ConnectionTrait,
    (kind, lang): (&str, &str),
    having: Option<(&str, &[&str])>,
    limit: u64,
) -> Result<Vec<Item>, DbErr> {
    let mut filter = visible(kind, lang, false);
    if let Some((facet, values)) = having {
        let ids = Query::select()
            .column(facet::Column::ItemId)
            .from(facet::Entity)
            .and_where(facet::Column::Facet.eq(facet))
            .and_where(facet::Column::Value.is_in(values.iter().copied()))
            .to_owned();
        filter = filter.add(item::Column::Id.in_subquery(ids));
    }
    item::Entity::find()
        .filter(filter)
        .order_by_desc(item::Column::PublishedAt)
        .order_by_desc(item::Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// How many visible items of a kind there are.
pub async fn total(db: &impl ConnectionTrait, kind: &str, lang: &str) -> Result<u64, DbErr> {
    item::Entity::find().filter(visible(kind, lang, false)).count(db).await
}

/// How many items of a kind are kept as history.
pub async fn archived(db: &impl ConnectionTrait, kind: &str, lang: &str) -> Result<u64, DbErr> {
    item::Entity::find()
        .filter(visible(kind, lang, true))
        .filter(item::Column::State.eq(State::Archived.name()))
        .count(db)
        .await
}

/// The newest items of all `kinds` that have what is chosen: what a feed of everything tells.
pub async fn newest_of_all(
    db: &impl ConnectionTrait,
    kinds: &[&'static str],
    wanted: &Wanted,
    limit: u64,
) -> Result<Vec<Item>, DbErr> {
    let mut any = Condition::any();
    for kind in kinds {
        any = any.add(chosen(&Wanted { kind, ..wanted.clone() }, None));
    }
    item::Entity::find()
        .filter(any)
        .order_by_desc(item::Column::PublishedAt)
        .order_by_desc(item::Column::Id)
        .limit(limit)
        .all(db)
        .await
}
