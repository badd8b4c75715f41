//! What somebody has said by form and nobody sees yet: it has a number that looks like a person's, and waits until
//! another has looked at it. Nothing public is made of these rows.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder,
};
use serde_json::Value;
use uuid::Uuid;

use super::{Change, Sent, store};
use crate::clock::Clock;
use crate::db::DbErr;
use crate::organisations;
use crate::statements::Raw;

mod table {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "statement_waiting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub register: String,
        pub subject: String,
        pub place_id: Uuid,
        /// What is to be done, by its name.
        pub does: String,
        /// The mark of the statement that is changed.
        pub seen: Option<String>,
        /// What is said, statement by statement.
        pub content: Json,
        /// Why the number is none.
        pub reason: String,
        pub person_id: Uuid,
        pub made_at: Timestamp,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub type Waiting = table::Model;

const BEGIN: &str = "begin";
const ADD: &str = "add";
const PUT: &str = "put";

/// What is done, of which statement, and what it says. What is taken away says nothing.
fn told(change: &Change) -> Option<(&'static str, Option<String>, Value)> {
    let content = |raws: &[Raw]| -> Value { raws.iter().map(|raw| raw.to_json(&[])).collect() };
    Some(match change {
        Change::Begin(_, raws) => (BEGIN, None, content(raws)),
        Change::Add(raw) => (ADD, None, content(std::slice::from_ref(raw))),
        Change::Put(seen, raw) => (PUT, Some(seen.clone()), content(std::slice::from_ref(raw))),
        Change::Take(_) => return None,
    })
}

/// Keeps a change until another has looked at it; of the same that was sent twice one waits. Tells whether it is new.
pub async fn hold(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (sent, place): (&Sent, Uuid),
    reason: &str,
) -> Result<bool, DbErr> {
    let Some((does, seen, content)) = told(&sent.change) else { return Ok(false) };
    let own = table::Entity::find()
        .filter(table::Column::Register.eq(sent.register))
        .filter(table::Column::Subject.eq(&*sent.slug))
        .filter(table::Column::PersonId.eq(sent.by))
        .all(tx)
        .await?;
    if own.iter().any(|row| row.does == does && row.seen == seen && row.content == content) {
        return Ok(false);
    }
    let row = table::Model {
        id: clock.new_id(),
        register: sent.register.to_owned(),
        subject: sent.slug.clone(),
        place_id: place,
        does: does.to_owned(),
        seen,
        content,
        reason: reason.to_owned(),
        person_id: sent.by,
        made_at: clock.now().into(),
    };
    table::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(true)
}

/// Those that wait, the oldest first: of these places, or of all.
pub async fn of(db: &impl ConnectionTrait, places: Option<&[Uuid]>) -> Result<Vec<Waiting>, DbErr> {
    let mut all = table::Entity::find();
    if let Some(places) = places {
        all = all.filter(table::Column::PlaceId.is_in(places.iter().copied()));
    }
    all.order_by_asc(table::Column::Id).all(db).await
}

/// How many wait of one centre or organisation.
pub async fn count(db: &impl ConnectionTrait, place: Uuid) -> Result<u64, DbErr> {
    table::Entity::find().filter(table::Column::PlaceId.eq(place)).count(db).await
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Waiting>, DbErr> {
    table::Entity::find_by_id(id).one(db).await
}

/// Gives a subject another name in all that waits of it.
pub async fn rename(
    tx: &impl ConnectionTrait,
    register: &str,
    from: &str,
    to: &str,
) -> Result<(), DbErr> {
    table::Entity::update_many()
        .col_expr(table::Column::Subject, Expr::value(to))
        .filter(table::Column::Register.eq(register))
        .filter(table::Column::Subject.eq(from))
        .exec(tx)
        .await?;
    Ok(())
}

/// It waits no more. Of two who answer one is first, and the other is told so.
pub async fn end(tx: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    Ok(table::Entity::delete_by_id(id).exec(tx).await?.rows_affected > 0)
}

impl Waiting {
    /// The statements in it.
    pub fn raws(&self) -> Vec<Raw> {
        let all = self.content.as_array().into_iter().flatten();
        all.filter_map(|one| Raw::from_json(one, "the form".to_owned()).ok()).collect()
    }

    pub fn register(&self) -> Option<&'static str> {
        [store::REGISTER, organisations::REGISTER].into_iter().find(|one| *one == self.register)
    }

    /// As it was sent. None of what a newer program has kept in another way.
    pub fn sent(&self) -> Option<Sent> {
        let mut raws = self.raws();
        let change = match (self.does.as_str(), self.seen.clone()) {
            (BEGIN, _) => Change::Begin(self.place_id, raws),
            (ADD, _) => Change::Add(raws.pop()?),
            (PUT, Some(seen)) => Change::Put(seen, raws.pop()?),
            _ => return None,
        };
        let register = self.register()?;
        Some(Sent { register, slug: self.subject.clone(), change, by: self.person_id })
    }
}
