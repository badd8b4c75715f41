//! What has been done, on what, when and by whom: rows are added, and go when they are old. None is
//! ever changed.

use std::collections::BTreeSet;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use serde_json::json;
use time::OffsetDateTime;

use super::What;
use crate::clock::Clock;
use crate::db::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: Timestamp,
    /// The id of a person; none for the command line, and for one who is not known yet.
    pub actor: Option<Uuid>,
    pub what: String,
    pub on_kind: Option<String>,
    pub on_id: Option<Uuid>,
    /// Cut so that it names no person.
    pub network: Option<String>,
    pub details: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

tokio::task_local! {
    static NETWORK: String;
}

/// Whatever is written of within `work` was asked for from this network.
pub async fn asked_from<T>(network: String, work: impl Future<Output = T>) -> T {
    NETWORK.scope(network, work).await
}

/// A row to be written, in the transaction of what it tells of.
#[derive(Clone, Debug)]
pub struct Entry {
    what: What,
    actor: Option<Uuid>,
    on: Option<(&'static str, Uuid)>,
    network: Option<String>,
    details: Json,
}

impl Entry {
    pub fn of(what: What) -> Self {
        Self { what, actor: None, on: None, network: None, details: json!({}) }
    }

    #[must_use]
    pub fn by(mut self, actor: Option<Uuid>) -> Self {
        self.actor = actor;
        self
    }

    #[must_use]
    pub fn on(mut self, kind: &'static str, id: Uuid) -> Self {
        self.on = Some((kind, id));
        self
    }

    #[must_use]
    pub fn seen_from(mut self, network: &str) -> Self {
        self.network = Some(network.to_owned());
        self
    }

    /// What more there is to say; never a name, an address or a code.
    #[must_use]
    pub fn telling(mut self, details: Json) -> Self {
        self.details = details;
        self
    }

    pub async fn write(self, tx: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
        let row = Model {
            id: clock.new_id(),
            at: clock.now().into(),
            actor: self.actor,
            what: self.what.name().to_owned(),
            on_kind: self.on.map(|(kind, _)| kind.to_owned()),
            on_id: self.on.map(|(_, id)| id),
            network: self.network.or_else(|| NETWORK.try_with(Clone::clone).ok()),
            details: self.details,
        };
        Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
        Ok(())
    }
}

/// What a person has done and what was done to them, the newest first.
pub async fn about(
    db: &impl ConnectionTrait,
    person: Uuid,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let is_theirs = Column::Actor.eq(person).or(Column::OnId.eq(person));
    Entity::find().filter(is_theirs).order_by_desc(Column::Id).limit(most).all(db).await
}

/// Those of these that the log says it of.
pub async fn said_of(
    db: &impl ConnectionTrait,
    what: What,
    (kind, ids): (&str, &[Uuid]),
) -> Result<BTreeSet<Uuid>, DbErr> {
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let rows: Vec<Option<Uuid>> = Entity::find()
        .select_only()
        .column(Column::OnId)
        .filter(Column::OnId.is_in(ids.iter().copied()))
        .filter(Column::OnKind.eq(kind))
        .filter(Column::What.eq(what.name()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().flatten().collect())
}

/// What more the log tells of these, the oldest first.
pub async fn details_of(
    db: &impl ConnectionTrait,
    what: What,
    (kind, ids): (&str, &[Uuid]),
) -> Result<Vec<Json>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = Entity::find()
        .filter(Column::OnId.is_in(ids.iter().copied()))
        .filter(Column::OnKind.eq(kind))
        .filter(Column::What.eq(what.name()))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.details).collect())
}

/// What somebody looks for in the log.
#[derive(Clone, Copy, Debug, Default)]
pub struct Search {
    pub what: Option<What>,
    /// Who did it, or to whom it was done.
    pub person: Option<Uuid>,
    pub from: Option<OffsetDateTime>,
    /// And before this.
    pub until: Option<OffsetDateTime>,
}

impl Search {
    fn rows(self) -> Select<Entity> {
        let mut rows = Entity::find();
        if let Some(what) = self.what {
            rows = rows.filter(Column::What.eq(what.name()));
        }
        if let Some(person) = self.person {
            rows = rows.filter(Column::Actor.eq(person).or(Column::OnId.eq(person)));
        }
        if let Some(from) = self.from {
            rows = rows.filter(Column::At.gte(from));
        }
        if let Some(until) = self.until {
            rows = rows.filter(Column::At.lt(until));
        }
        rows
    }

    /// How many rows it finds.
    pub async fn count(self, db: &impl ConnectionTrait) -> Result<u64, DbErr> {
        self.rows().count(db).await
    }

    /// Some of them, the newest first.
    pub async fn some(
        self,
        db: &impl ConnectionTrait,
        (after, most): (u64, u64),
    ) -> Result<Vec<Model>, DbErr> {
        self.rows().order_by_desc(Column::Id).offset(after).limit(most).all(db).await
    }
}

/// Rows from before this are gone.
pub async fn sweep(db: &impl ConnectionTrait, before: OffsetDateTime) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::At.lt(before)).exec(db).await?;
    Ok(gone.rows_affected)
}
