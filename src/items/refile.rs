//! Files items anew when something has changed that they are filed by: a job, in small steps.
//!
//! Whoever makes such a change asks for it in the same transaction ([`request`]); that only notes
//! which items are concerned. The job files some of them at a time, for as long as there are any.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{
    Expr, ExprTrait, LockBehavior, LockType, OnConflict, Order, Query, SelectStatement,
};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::filing::{self, Filed, FiledBy, Which};
use super::tables::{filing_due, item, revision, revision_card, revision_facet};
use super::{Item, Kind, State, changes};
use crate::clock::Clock;
use crate::db::{self, Db};
use crate::jobs::{self, Job};
use crate::organisations;

/// Files what waits to be filed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Refile {}

impl Job for Refile {
    const NAME: &'static str = "refile";
}

/// It waits once, whoever asks.
const KEY: &str = "";

/// So many items are filed in one transaction.
const AT_ONCE: u64 = 25;

/// Raised by one when the program files or sorts otherwise than before: then all is filed anew.
pub const EDITION: &str = "5";

/// Which items are concerned.
#[derive(Clone, Copy, Debug)]
pub enum Concerned<'a> {
    All,
    /// Those that are, or were, filed under one of these themes. Also where that stays as it is,
    /// the names of the themes may be others, which the index has to know.
    Themes(&'a [String]),
    /// These, of which lists show something else than before.
    Items(&'a [Uuid]),
    /// Those filed under a slug that an organisation no longer has.
    OldOrganisations,
}

impl Concerned<'_> {
    fn items(self) -> SelectStatement {
        use revision_card::Column as Card;
        use revision_facet::Column as Facet;
        let mut query = Query::select();
        let filed_under = |query: &mut SelectStatement, facet: &str| {
            let is_of = Facet::RevisionId.into_expr().eq(Card::RevisionId.into_expr());
            query.expr(Card::ItemId.into_expr()).from(revision_card::Entity);
            query.inner_join(revision_facet::Entity, is_of).and_where(Facet::Facet.eq(facet));
        };
        match self {
            Self::All => {
                query.expr(item::Column::Id.into_expr()).from(item::Entity);
                query.and_where(item::Column::PublishedAt.is_not_null());
            }
            Self::Items(ids) => {
                query.expr(item::Column::Id.into_expr()).from(item::Entity);
                query.and_where(item::Column::PublishedAt.is_not_null());
                query.and_where(item::Column::Id.is_in(ids.iter().copied()));
            }
            Self::Themes(slugs) => {
                filed_under(&mut query, "theme");
                query.and_where(Facet::Value.is_in(slugs.iter().cloned()));
            }
            Self::OldOrganisations => {
                filed_under(&mut query, organisations::FACET);
                query.and_where(Facet::Value.in_subquery(organisations::are_old()));
            }
        }
        query.distinct().to_owned()
    }
}

/// Asks for items to be filed anew; give it the transaction of the change. Tells how many wait.
pub async fn request(
    db: &impl ConnectionTrait,
    clock: &Clock,
    concerned: Concerned<'_>,
) -> Result<u64, DbErr> {
    use filing_due::Column::{ItemId, Tell};
    let is_told = matches!(concerned, Concerned::Themes(_) | Concerned::Items(_));
    let mut there = OnConflict::column(ItemId);
    if is_told {
        there.update_column(Tell);
    } else {
        there.do_nothing();
    }
    let mut items = concerned.items();
    items.expr(Expr::Constant(is_told.into()));
    let insert = Query::insert()
        .into_table(filing_due::Entity)
        .columns([ItemId, Tell])
        .select_from(items)
        .map_err(|e| DbErr::Custom(e.to_string()))?
        .on_conflict(there)
        .to_owned();
    db.execute(&insert).await?;
    let waiting = filing_due::Entity::find().count(db).await?;
    if waiting > 0 {
        jobs::enqueue_unless_waiting(db, clock, &Refile {}, KEY, clock.now()).await?;
    }
    Ok(waiting)
}

/// Files some of what waits, and puts the job in the queue again when there may be more. Tells how
/// many there were.
pub async fn step(db: &Db, clock: &Clock, kinds: &[&'static Kind]) -> Result<usize, DbErr> {
    db::bulk_transaction::<usize, DbErr, _>(db, |tx| {
        let (clock, kinds) = (clock.clone(), kinds.to_vec());
        Box::pin(async move {
            let due = due(tx).await?;
            if due.is_empty() {
                return Ok(0);
            }
            let by = FiledBy::load(tx).await?;
            let mut told = Vec::new();
            for filing_due::Model { item_id, tell } in &due {
                if refile(tx, &clock, &kinds, &by, *item_id).await? || *tell {
                    told.push(*item_id);
                }
            }
            changes::again(tx, &clock, &told).await?;
            let done = filing_due::Column::ItemId.is_in(due.iter().map(|row| row.item_id));
            filing_due::Entity::delete_many().filter(done).exec(tx).await?;
            jobs::enqueue_unless_waiting(tx, &clock, &Refile {}, KEY, clock.now()).await?;
            Ok(due.len())
        })
    })
    .await
}

/// Files at once what never was: texts that the program before this one wrote, and that lists of the
/// past would lack. Tells how many items had such texts.
///
/// All is looked at once, and from then on only what has changed since, by the change feed: whoever
/// makes a text public tells it there in the same transaction, the program before too. What is not
/// committed yet when the place is read gets a later one, and is looked at the next time.
pub async fn file_unfiled(db: &Db, clock: &Clock, kinds: &[&'static Kind]) -> Result<usize, DbErr> {
    changes::settle(db).await?;
    let (since, until) = (changes::filed_until(db).await?, changes::newest(db).await?);
    if since == Some(until) {
        return Ok(0);
    }
    let count = file_since(db, clock, kinds, since).await?;
    db::bulk_transaction::<(), DbErr, _>(db, |tx| {
        Box::pin(async move { changes::set_filed_until(tx, until).await })
    })
    .await?;
    Ok(count)
}

/// The same of the items that the feed tells of after a place; of all, when none is named.
async fn file_since(
    db: &Db,
    clock: &Clock,
    kinds: &[&'static Kind],
    since: Option<u64>,
) -> Result<usize, DbErr> {
    let (mut after, mut count) = (Uuid::nil(), 0);
    loop {
        let items = unfiled(db, since, after).await?;
        let Some(last) = items.last() else { return Ok(count) };
        (after, count) = (*last, count + items.len());
        db::bulk_transaction::<(), DbErr, _>(db, |tx| {
            let (clock, kinds, items) = (clock.clone(), kinds.to_vec(), items.clone());
            Box::pin(async move {
                let by = FiledBy::load(tx).await?;
                let mut told = Vec::new();
                for id in items {
                    if refile(tx, &clock, &kinds, &by, id).await? {
                        told.push(id);
                    }
                }
                changes::again(tx, &clock, &told).await
            })
        })
        .await?;
    }
}

/// Some of the items that have texts without a card, in the order of their ids.
async fn unfiled(
    db: &impl ConnectionTrait,
    since: Option<u64>,
    after: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
    use revision::Column::{Id, ItemId, PublishedAt};
    let is_of = revision_card::Column::RevisionId.into_expr().eq(Id.into_expr());
    let mut query = Query::select();
    query
        .distinct()
        .expr(ItemId.into_expr())
        .from(revision::Entity)
        .left_join(revision_card::Entity, is_of)
        .and_where(ItemId.gt(after))
        .and_where(PublishedAt.is_not_null())
        .and_where(revision_card::Column::RevisionId.is_null())
        .order_by_expr(ItemId.into_expr(), Order::Asc)
        .limit(AT_ONCE);
    if let Some(since) = since {
        query.and_where(ItemId.in_subquery(changes::items_after(since)));
    }
    let rows = db.query_all(&query).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Some of those that wait and that no other worker has taken.
async fn due(db: &impl ConnectionTrait) -> Result<Vec<filing_due::Model>, DbErr> {
    filing_due::Entity::find()
        .order_by_asc(filing_due::Column::ItemId)
        .limit(AT_ONCE)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(db)
        .await
}

/// Tells whether those who follow have to know.
async fn refile(
    db: &impl ConnectionTrait,
    clock: &Clock,
    kinds: &[&'static Kind],
    by: &FiledBy,
    id: Uuid,
) -> Result<bool, DbErr> {
    // Whoever writes the item now is waited for.
    let Some(item) = item::Entity::find_by_id(id).lock_exclusive().one(db).await? else {
        return Ok(false);
    };
    let Some(kind) = kinds.iter().find(|kind| kind.name == item.kind) else { return Ok(false) };
    let Filed { mut changed, card } =
        filing::file(db, clock, kind, &item, by, Which::All, None).await?;
    let state = item.state();
    // The program before showed a draft in place of what was public.
    if let Some(card) = card.filter(|_| !matches!(state, State::Draft | State::InReview)) {
        changed |= show(db, item, card).await?;
    }
    Ok(changed && state.is_visible())
}

/// Lists of now show the item as its public text is. Tells whether they did otherwise.
async fn show(
    db: &impl ConnectionTrait,
    item: Item,
    card: revision_card::Model,
) -> Result<bool, DbErr> {
    let is_shown = item.title_key == card.title_key
        && item.card == card.card
        && (item.starts_at, item.ends_at) == (card.starts_at, card.ends_at);
    if is_shown {
        return Ok(false);
    }
    let mut row = item.into_active_model();
    row.title_key = Set(card.title_key);
    row.card = Set(card.card);
    (row.starts_at, row.ends_at) = (Set(card.starts_at), Set(card.ends_at));
    row.update(db).await?;
    Ok(true)
}
