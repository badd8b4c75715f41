//! Reads and writes the list of synonyms. Private to it.

use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};

use super::Pair;
use crate::clock::Clock;
use crate::db::DbErr;

mod synonym {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "synonym")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub position: i32,
        pub term: String,
        pub synonym: String,
        pub one_way: bool,
        pub source: String,
        pub day: time::Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// In the order of the file.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Pair>, DbErr> {
    let rows = synonym::Entity::find().order_by_asc(synonym::Column::Position).all(db).await?;
    let pair = |row: synonym::Model| Pair {
        term: row.term,
        synonym: row.synonym,
        one_way: row.one_way,
        source: row.source,
        day: row.day,
    };
    Ok(rows.into_iter().map(pair).collect())
}

/// Engines take only so many values in one statement.
const AT_ONCE: usize = 500;

pub async fn replace(
    db: &impl ConnectionTrait,
    clock: &Clock,
    pairs: &[Pair],
) -> Result<(), DbErr> {
    synonym::Entity::delete_many().exec(db).await?;
    let rows: Vec<synonym::Model> = (0..)
        .zip(pairs)
        .map(|(position, pair)| synonym::Model {
            id: clock.new_id(),
            position,
            term: pair.term.clone(),
            synonym: pair.synonym.clone(),
            one_way: pair.one_way,
            source: pair.source.clone(),
            day: pair.day,
        })
        .collect();
    for some in rows.chunks(AT_ONCE) {
        let some = some.iter().cloned().map(IntoActiveModel::into_active_model);
        synonym::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}
