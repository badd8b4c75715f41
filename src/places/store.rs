//! The tables of places. Private to this room.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use time::Date;
use time::format_description::well_known::Iso8601;

use super::County;
use crate::clock::Clock;

pub mod county {
    use sea_orm::entity::prelude::*;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "county")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub code: String,
        pub name: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod municipality {
    use sea_orm::entity::prelude::*;
    use time::Date;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "municipality")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub code: String,
        pub name: String,
        pub county: String,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub async fn counties(db: &impl ConnectionTrait) -> Result<Vec<County>, DbErr> {
    let rows = county::Entity::find().order_by_asc(county::Column::Code).all(db).await?;
    let county = |row: county::Model| County {
        code: row.code,
        name: row.name,
        valid_from: row.valid_from,
        valid_to: row.valid_to,
    };
    Ok(rows.into_iter().map(county).collect())
}

pub async fn known_municipalities(
    db: &impl ConnectionTrait,
    codes: &[String],
) -> Result<BTreeSet<String>, DbErr> {
    let rows = municipality::Entity::find()
        .filter(municipality::Column::Code.is_in(codes.iter().cloned()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.code).collect())
}

/// By code: the name of the newest period.
pub async fn municipality_names(
    db: &impl ConnectionTrait,
    codes: &[String],
) -> Result<BTreeMap<String, String>, DbErr> {
    let rows = municipality::Entity::find()
        .filter(municipality::Column::Code.is_in(codes.iter().cloned()))
        .order_by_asc(municipality::Column::ValidFrom)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.code, row.name)).collect())
}

pub async fn replace_counties(
    db: &impl ConnectionTrait,
    clock: &Clock,
    csv: &str,
) -> Result<(), DbErr> {
    let mut rows = Vec::new();
    for row in csv::Reader::from_reader(csv.as_bytes()).records() {
        let row = row.map_err(|e| shipped(&e))?;
        rows.push(county::Model {
            id: clock.new_id(),
            code: row[0].to_owned(),
            name: row[1].to_owned(),
            valid_from: day(&row[2])?,
            valid_to: end(&row[3])?,
        });
    }
    county::Entity::delete_many().exec(db).await?;
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    county::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

pub async fn replace_municipalities(
    db: &impl ConnectionTrait,
    clock: &Clock,
    csv: &str,
) -> Result<(), DbErr> {
    let mut rows = Vec::new();
    for row in csv::Reader::from_reader(csv.as_bytes()).records() {
        let row = row.map_err(|e| shipped(&e))?;
        let code = row[0].to_owned();
        rows.push(municipality::Model {
            id: clock.new_id(),
            county: code.chars().take(2).collect(),
            code,
            name: row[1].to_owned(),
            valid_from: day(&row[3])?,
            valid_to: end(&row[4])?,
        });
    }
    municipality::Entity::delete_many().exec(db).await?;
    // Both engines limit how many values one statement may carry.
    for some in rows.chunks(500) {
        let some = some.iter().cloned().map(IntoActiveModel::into_active_model);
        municipality::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}

fn day(text: &str) -> Result<Date, DbErr> {
    Date::parse(text, &Iso8601::DATE).map_err(|e| shipped(&e))
}

fn end(text: &str) -> Result<Option<Date>, DbErr> {
    if text.is_empty() { Ok(None) } else { day(text).map(Some) }
}

fn shipped(error: &impl std::fmt::Display) -> DbErr {
    DbErr::Custom(format!("the shipped register of places can't be read: {error}"))
}
