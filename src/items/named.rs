//! The items that lines of a file name, by external id or by id: many in one query.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::tables::{item, revision};

/// What an import has to know of an item that is here.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Named {
    pub id: Uuid,
    pub external_id: String,
    pub kind: String,
    pub digest: String,
    pub edited_by_hand: bool,
    revision: i32,
    public: Option<i32>,
}

impl Named {
    /// The number of the text that the public reads; of one that never was public the newest.
    pub fn number(&self) -> i32 {
        self.public.unwrap_or(self.revision)
    }
}

/// Those that have one of these external ids, or one of these ids.
pub async fn find(
    db: &impl ConnectionTrait,
    external_ids: Vec<&str>,
    ids: Vec<Uuid>,
) -> Result<Vec<Named>, DbErr> {
    use item::Column::{Digest, EditedByHand, ExternalId, Id, Kind, Revision};
    let mut is_named = Condition::any().add(ExternalId.is_in(external_ids));
    if !ids.is_empty() {
        is_named = is_named.add(Id.is_in(ids));
    }
    let public = Query::select()
        .expr(revision::Column::Number.into_expr().max())
        .from(revision::Entity)
        .and_where(revision::Column::ItemId.into_expr().eq(Id.into_expr()))
        .and_where(revision::Column::PublishedAt.is_not_null())
        .to_owned();
    item::Entity::find()
        .select_only()
        .columns([Id, ExternalId, Kind, Digest, EditedByHand, Revision])
        .column_as(Expr::SubQuery(None, Box::new(public.into())), "public")
        .filter(is_named)
        .into_model()
        .all(db)
        .await
}
