//! The table of statements, by register and subject.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};

use super::{Fields, Raw, by_form};
use crate::clock::Clock;

mod statement {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "statement")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub register: String,
        pub subject: String,
        pub position: i32,
        pub what: String,
        pub fields: Json,
        pub valid_from: Option<String>,
        pub valid_to: Option<String>,
        pub source: String,
        pub source_ref: Option<String>,
        pub note: Option<String>,
        pub example: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod own_subject {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "own_subject")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub register: String,
        pub subject: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Every statement of a register, by subject, in their order.
pub async fn all(
    db: &impl ConnectionTrait,
    register: &str,
) -> Result<BTreeMap<String, Vec<Raw>>, DbErr> {
    let rows = statement::Entity::find()
        .filter(statement::Column::Register.eq(register))
        .order_by_asc(statement::Column::Subject)
        .order_by_asc(statement::Column::Position)
        .all(db)
        .await?;
    let mut all: BTreeMap<String, Vec<Raw>> = BTreeMap::new();
    for row in rows {
        let raw = Raw {
            what: row.what,
            fields: Fields::from_json(&row.fields),
            from: row.valid_from.unwrap_or_default(),
            to: row.valid_to.unwrap_or_default(),
            source: row.source,
            source_ref: row.source_ref,
            note: row.note,
            example: row.example,
            row: format!("statement {} of {}", row.position + 1, row.subject),
        };
        all.entry(row.subject).or_default().push(raw);
    }
    Ok(all)
}

/// Both engines limit how many values one statement of SQL may carry.
const AT_ONCE: usize = 500;

/// Writes what is said of these subjects, in place of what was.
pub async fn replace(
    db: &impl ConnectionTrait,
    clock: &Clock,
    register: &str,
    subjects: &BTreeMap<String, Vec<Raw>>,
) -> Result<(), DbErr> {
    let names: Vec<&String> = subjects.keys().collect();
    for some in names.chunks(AT_ONCE) {
        statement::Entity::delete_many()
            .filter(statement::Column::Register.eq(register))
            .filter(statement::Column::Subject.is_in(some.iter().copied()))
            .exec(db)
            .await?;
    }
    let none_if_empty = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let rows: Vec<statement::Model> = subjects
        .iter()
        .flat_map(|(subject, raws)| (0..).zip(raws).map(move |(n, raw)| (subject, n, raw)))
        .map(|(subject, position, raw)| statement::Model {
            id: clock.new_id(),
            register: register.to_owned(),
            subject: subject.clone(),
            position,
            what: raw.what.clone(),
            fields: raw.fields.json(),
            valid_from: none_if_empty(&raw.from),
            valid_to: none_if_empty(&raw.to),
            source: raw.source.clone(),
            source_ref: raw.source_ref.clone(),
            note: raw.note.clone(),
            example: raw.example,
        })
        .collect();
    for some in rows.chunks(AT_ONCE) {
        let some = some.iter().cloned().map(IntoActiveModel::into_active_model);
        statement::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Says that these subjects are the installation's own from now on.
pub async fn take_over(
    db: &impl ConnectionTrait,
    clock: &Clock,
    register: &str,
    subjects: impl Iterator<Item = &String>,
) -> Result<(), DbErr> {
    let own = |subject: &String| own_subject::Model {
        id: clock.new_id(),
        register: register.to_owned(),
        subject: subject.clone(),
    };
    let rows: Vec<_> = subjects.map(|subject| own(subject).into_active_model()).collect();
    for some in rows.chunks(AT_ONCE) {
        let columns = [own_subject::Column::Register, own_subject::Column::Subject];
        own_subject::Entity::insert_many(some.to_vec())
            .on_conflict_do_nothing_on(columns)
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Gives a subject another name, with all that is said of it and whose it is.
pub async fn rename(
    db: &impl ConnectionTrait,
    register: &str,
    from: &str,
    to: &str,
) -> Result<(), DbErr> {
    statement::Entity::update_many()
        .col_expr(statement::Column::Subject, Expr::value(to))
        .filter(statement::Column::Register.eq(register))
        .filter(statement::Column::Subject.eq(from))
        .exec(db)
        .await?;
    own_subject::Entity::delete_many()
        .filter(own_subject::Column::Register.eq(register))
        .filter(own_subject::Column::Subject.eq(to))
        .exec(db)
        .await?;
    own_subject::Entity::update_many()
        .col_expr(own_subject::Column::Subject, Expr::value(to))
        .filter(own_subject::Column::Register.eq(register))
        .filter(own_subject::Column::Subject.eq(from))
        .exec(db)
        .await?;
    by_form::rename(db, register, from, to).await
}

/// As [`replace`], for what comes with the program: subjects that the installation has written about
/// itself are left as they are. Tells which were written.
pub async fn replace_shipped(
    db: &impl ConnectionTrait,
    clock: &Clock,
    register: &str,
    mut subjects: BTreeMap<String, Vec<Raw>>,
) -> Result<BTreeSet<String>, DbErr> {
    let own = own_subject::Entity::find()
        .filter(own_subject::Column::Register.eq(register))
        .all(db)
        .await?;
    for row in own {
        subjects.remove(&row.subject);
    }
    replace(db, clock, register, &subjects).await?;
    Ok(subjects.into_keys().collect())
}
