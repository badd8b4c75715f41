//! What somebody has written: each text as they last saved it, whoever goes on with it now.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::said;
use crate::dates::Local;
use crate::i18n::Text;
use crate::items::revision;

/// Nobody has written so many texts.
const MOST: u64 = 5_000;

/// Those among these items; all where none are named. The newest first.
pub async fn of(
    db: &impl ConnectionTrait,
    person: Uuid,
    items: Option<&[Uuid]>,
) -> Result<Vec<revision::Model>, DbErr> {
    use revision::Column::{Author, CreatedAt, ItemId, Number};
    let last = Query::select()
        .column(ItemId)
        .expr(Expr::col(Number).max())
        .from(revision::Entity)
        .and_where(Author.eq(person))
        .group_by_col(ItemId)
        .to_owned();
    let is_last = Expr::tuple([Expr::col(ItemId), Expr::col(Number)]).in_subquery(last);
    let mut theirs = revision::Entity::find().filter(Author.eq(person)).filter(is_last);
    if let Some(items) = items {
        theirs = theirs.filter(ItemId.is_in(items.iter().copied()));
    }
    theirs.order_by_desc(CreatedAt).order_by_desc(ItemId).limit(MOST).all(db).await
}

/// One of them, to be read.
pub struct Written {
    pub title: String,
    pub saved: String,
    pub number: i32,
    /// Its lead, body and facts, line by line.
    pub lines: Vec<String>,
}

impl Written {
    /// None for what can't be read.
    pub fn new(t: Text, row: &revision::Model) -> Option<Self> {
        let text = row.content()?;
        let facts = said::plain(&text.facts);
        let all = [text.lead.as_str(), text.body.as_str(), facts.as_str()];
        let lines = all.into_iter().flat_map(str::lines).map(str::trim);
        let lines = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
        let saved = t.local(Local::at(*row.created_at));
        Some(Self { title: text.title, saved, number: row.number, lines })
    }
}
