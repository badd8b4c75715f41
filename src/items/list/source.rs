//! What a list is made of: items as they are, or joined with the texts that were public at an instant.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, FromQueryResult, Iden, Iterable, QueryResult};
use time::{Date, Duration, OffsetDateTime};

use super::super::tables::{facet, item, revision_card, revision_facet};
use super::super::{Item, State, adopted, states, until, years};
use crate::dates::oslo_day;
use crate::db::{DbErr, Timestamp};

/// When the library is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Now(OffsetDateTime),
    /// As it was until this instant.
    Past(OffsetDateTime),
}

impl At {
    pub fn instant(self) -> OffsetDateTime {
        match self {
            Self::Now(at) | Self::Past(at) => at,
        }
    }

    /// The day that it is, or was, in Oslo.
    pub fn day(self) -> Date {
        match self {
            Self::Now(at) => oslo_day(at),
            // Where a day ends the next one begins.
            Self::Past(until) => oslo_day(until - Duration::MILLISECOND),
        }
    }

    /// The year of that day.
    pub fn year(self) -> i32 {
        self.day().year()
    }

    /// All that anybody could read, withdrawn since or not; the caller names the columns.
    pub(super) fn items(self) -> SelectStatement {
        use revision_card::Column::{ItemId, PublishedAt, ReplacedAt};
        let mut query = Query::select();
        query.from(item::Entity);
        if let Self::Past(at) = self {
            let is_of = ItemId.into_expr().eq(item::Column::Id.into_expr());
            query.inner_join(revision_card::Entity, is_of);
            query.and_where(PublishedAt.lt(at));
            query.and_where(ReplacedAt.is_null().or(ReplacedAt.gte(at)));
        }
        query
    }

    /// A column of the item, or what the text of then has in its place.
    pub(super) fn column(self, column: item::Column) -> Expr {
        use item::Column as Of;
        use revision_card::Column as Then;
        let then = match column {
            Of::Title => Then::Title,
            Of::TitleKey => Then::TitleKey,
            Of::Lead => Then::Lead,
            Of::Card => Then::Card,
            Of::StartsAt => Then::StartsAt,
            Of::EndsAt => Then::EndsAt,
            Of::Revision => Then::Number,
            Of::State => return self.state(),
            _ => return column.into_expr(),
        };
        match self {
            Self::Now(_) => column.into_expr(),
            Self::Past(_) => then.into_expr(),
        }
    }

    fn state(self) -> Expr {
        match self {
            Self::Now(_) => item::Column::State.into_expr(),
            Self::Past(at) => states::then(at),
        }
    }

    /// Adds the columns of a [`Row`].
    pub(super) fn whole(self, query: &mut SelectStatement) {
        for column in item::Column::iter() {
            query.expr_as(self.column(column), column.unquoted().to_owned());
        }
        if let Self::Past(_) = self {
            query.expr_as(revision_card::Column::PublishedAt.into_expr(), SINCE);
            query.expr_as(revision_card::Column::ReplacedAt.into_expr(), UNTIL);
        }
    }

    /// What could be read, in lists that take in what is kept only as history, or in those that
    /// don't. What has been withdrawn since is withdrawn from the past too.
    pub(super) fn states(self, archived: bool) -> Condition {
        let could: &[&str] = if archived { &State::VISIBLE } else { &[State::Published.name()] };
        let could = could.iter().copied();
        let Self::Past(at) = self else {
            return Condition::all().add(item::Column::State.is_in(could));
        };
        // Most items have been published and nothing else: only of the others it is asked what.
        let is_plain = item::Column::Id.not_in_subquery(states::told_otherwise(at));
        Condition::all()
            .add(item::Column::State.is_in(State::VISIBLE))
            .add(is_plain.or(states::then(at).is_in(could)))
    }

    /// The same with history, of few items: of each of them it is asked.
    pub(super) fn states_of_few(self) -> Condition {
        let now = Condition::all().add(item::Column::State.is_in(State::VISIBLE));
        match self {
            Self::Now(_) => now,
            Self::Past(at) => now.add(states::then(at).is_in(State::VISIBLE)),
        }
    }

    /// It is kept as history.
    pub(super) fn is_archived(self) -> Expr {
        self.state().eq(State::Archived.name())
    }

    /// An item stands in a list once: in the reader's language where it has been translated, else as
    /// it was written.
    pub(super) fn once(self, lang: &str) -> Condition {
        let mut translations = self.items();
        translations
            .expr(item::Column::OriginalId.into_expr())
            .and_where(item::Column::OriginalId.is_not_null())
            .and_where(item::Column::Lang.eq(lang))
            .cond_where(self.states(true));
        let original =
            item::Column::OriginalId.is_null().and(item::Column::Id.not_in_subquery(translations));
        let translation = item::Column::OriginalId.is_not_null().and(item::Column::Lang.eq(lang));
        Condition::all().add(original.or(translation))
    }

    /// What is filed under one of the values.
    pub(super) fn having(self, facet: &str, values: &BTreeSet<String>) -> Expr {
        if adopted::FACETS.contains(&facet) {
            return adopted::having(facet, values);
        }
        let is_one = |value: Expr| match facet {
            years::FACET => years::condition(&value, values, self.year()),
            until::FACET => until::condition(&value, values, self.day()),
            _ => Condition::all().add(value.is_in(values.iter().cloned())),
        };
        let mut filed = Query::select();
        match self {
            Self::Now(_) => {
                filed.expr(facet::Column::ItemId.into_expr()).from(facet::Entity);
                filed.and_where(facet::Column::Facet.eq(facet));
                filed.cond_where(is_one(facet::Column::Value.into_expr()));
                item::Column::Id.in_subquery(filed)
            }
            Self::Past(_) => {
                use revision_facet::Column::{Facet, RevisionId, Value};
                filed.expr(RevisionId.into_expr()).from(revision_facet::Entity);
                filed.and_where(Facet.eq(facet)).cond_where(is_one(Value.into_expr()));
                revision_card::Column::RevisionId.in_subquery(filed)
            }
        }
    }

    /// Joins each item with all that it is filed under. Tells the columns of facet and value.
    pub(super) fn filed(self, query: &mut SelectStatement) -> (Expr, Expr) {
        match self {
            Self::Now(_) => {
                use facet::Column::{Facet, ItemId, Value};
                let is_of = ItemId.into_expr().eq(item::Column::Id.into_expr());
                query.inner_join(facet::Entity, is_of);
                (Facet.into_expr(), Value.into_expr())
            }
            Self::Past(_) => {
                use revision_facet::Column::{Facet, RevisionId, Value};
                let is_of =
                    RevisionId.into_expr().eq(revision_card::Column::RevisionId.into_expr());
                query.inner_join(revision_facet::Entity, is_of);
                (Facet.into_expr(), Value.into_expr())
            }
        }
    }
}

const SINCE: &str = "text_since";
const UNTIL: &str = "text_until";

/// An item as it is, or was.
pub(in crate::items) struct Row {
    pub item: Item,
    /// Its text has been replaced since.
    pub replaced: bool,
}

impl Row {
    pub(super) fn read(row: &QueryResult, at: At) -> Result<Self, DbErr> {
        let mut item = Item::from_query_result(row, "")?;
        let At::Past(until) = at else { return Ok(Self { item, replaced: false }) };
        let since: Timestamp = row.try_get("", SINCE)?;
        let replaced = row.try_get::<Option<Timestamp>>("", UNTIL)?.is_some();
        if replaced || item.updated_at >= until {
            item.updated_at = since;
        }
        Ok(Self { item, replaced })
    }
}
