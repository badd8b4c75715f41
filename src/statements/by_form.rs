//! What people have said of a subject by form, or taken away: the newest row about the same decides,
//! and an import that was not given leave to write over it keeps to that.

use std::collections::BTreeMap;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use super::Raw;
use crate::clock::Clock;
use crate::db::Timestamp;

mod table {
    use sea_orm::entity::prelude::*;

    use crate::db::Timestamp;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "by_form")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub register: String,
        pub subject: String,
        /// What was said, in the shape that the register writes it in.
        pub content: Json,
        pub is_taken: bool,
        pub person_id: Uuid,
        pub made_at: Timestamp,
        /// Since when a file that had leave to has written over it.
        pub over_at: Option<Timestamp>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub type Noted = table::Model;

/// Notes that somebody has said something, or taken it away, in the transaction that does it.
pub async fn note(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (register, subject): (&str, &str),
    (content, is_taken): (Value, bool),
    by: Uuid,
) -> Result<(), DbErr> {
    let row = table::Model {
        id: clock.new_id(),
        register: register.to_owned(),
        subject: subject.to_owned(),
        content,
        is_taken,
        person_id: by,
        made_at: clock.now().into(),
        over_at: None,
    };
    table::Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// What stands of a register, by subject, in the order that it was said in.
pub async fn standing(
    db: &impl ConnectionTrait,
    register: &str,
) -> Result<BTreeMap<String, Vec<Noted>>, DbErr> {
    let rows = table::Entity::find()
        .filter(table::Column::Register.eq(register))
        .filter(table::Column::OverAt.is_null())
        .order_by_asc(table::Column::Id)
        .all(db)
        .await?;
    let mut all: BTreeMap<String, Vec<Noted>> = BTreeMap::new();
    for row in rows {
        all.entry(row.subject.clone()).or_default().push(row);
    }
    Ok(all)
}

/// The last that was said of a subject by form, the newest first.
pub async fn history(
    db: &impl ConnectionTrait,
    register: &str,
    subject: &str,
    most: u64,
) -> Result<Vec<Noted>, DbErr> {
    table::Entity::find()
        .filter(table::Column::Register.eq(register))
        .filter(table::Column::Subject.eq(subject))
        .order_by_desc(table::Column::Id)
        .limit(most)
        .all(db)
        .await
}

/// So many subjects are asked for in one statement.
const AT_ONCE: usize = 500;

/// Says that a file has written over what people had said of these subjects: it stands no more.
pub async fn write_over(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    register: &str,
    subjects: impl Iterator<Item = &String>,
) -> Result<(), DbErr> {
    let subjects: Vec<&String> = subjects.collect();
    let now = Timestamp::from(clock.now());
    for some in subjects.chunks(AT_ONCE) {
        table::Entity::update_many()
            .col_expr(table::Column::OverAt, Expr::value(Some(now)))
            .filter(table::Column::Register.eq(register))
            .filter(table::Column::Subject.is_in(some.iter().copied()))
            .filter(table::Column::OverAt.is_null())
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Gives a subject another name in all that was said of it.
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

/// What people have said of one subject by form, and what they have taken away: it stands beside what a
/// file says.
#[derive(Clone, Debug, Default)]
pub struct ByForm {
    said: Vec<Raw>,
    taken: Vec<Raw>,
}

/// What came of joining a file with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Statements that people have said and the file does not.
    pub said: usize,
    /// Statements of the file that people have taken away.
    pub left_out: usize,
}

impl ByForm {
    /// The newest about the same decides. `follow` brings a statement up to what things are called now.
    pub fn of(noted: &[Noted], follow: impl Fn(&mut Raw)) -> Self {
        let mut all = Self::default();
        for row in noted {
            let day = crate::dates::oslo_day(*row.made_at);
            let Ok(mut raw) = Raw::from_json(&row.content, format!("said by form on {day}")) else {
                continue;
            };
            follow(&mut raw);
            all.said.retain(|other| *other != raw);
            all.taken.retain(|other| *other != raw);
            let of_its_kind = if row.is_taken { &mut all.taken } else { &mut all.said };
            of_its_kind.push(raw);
        }
        all
    }

    pub fn is_empty(&self) -> bool {
        self.said.is_empty() && self.taken.is_empty()
    }

    /// What the file says of the subject, with what people have said and without what they have taken
    /// away; in the order of what is stored, where that is the same.
    pub fn join(&self, mut raws: Vec<Raw>, stored: &[Raw]) -> (Vec<Raw>, Kept) {
        let all = raws.len();
        raws.retain(|raw| !self.taken.contains(raw));
        let left_out = all - raws.len();
        let more: Vec<Raw> = self.said.iter().filter(|one| !raws.contains(one)).cloned().collect();
        let kept = Kept { said: more.len(), left_out };
        raws.extend(more);
        let is_same = !self.is_empty()
            && raws.len() == stored.len()
            && raws.iter().all(|raw| stored.contains(raw));
        (if is_same { stored.to_vec() } else { raws }, kept)
    }
}
